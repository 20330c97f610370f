#include "core/plan/target_metadata.h"
#include "core/io/formats/gguf_types.h"
#include "core/plan/named_recipe.h"

#include <QHash>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>
#include <optional>

namespace aq {

namespace {

QString storedScheme(const TensorInfo& tensor, const TensorPlan& plan)
{
    if (plan.scheme)
        return QLatin1StringView(plan.scheme->id);
    return tensor.encoding ? tensor.encoding->scheme
                           : QString(QLatin1StringView(nameOf(tensor.dtype))).toLower();
}

/// What the blocks of each type take; of all types where there are no blocks.
QHash<QString, std::int64_t> bytesOfTypes(const ModelHeader& header, const QuantPlan& plan)
{
    QHash<QString, std::int64_t> blocks, floats;
    for (std::size_t i = 0; i < plan.tensors.size(); ++i) {
        const QString scheme = storedScheme(header.tensors[i], plan.tensors[i]);
        const GgufType* type = ggufTypeForScheme(scheme);
        (type && !type->dtype ? blocks : floats)[scheme] += plan.tensors[i].outputBytes;
    }
    return blocks.isEmpty() ? floats : blocks;
}

/// The same for the same plan, whatever the order of a hash: of two alike, the first by name.
QString largest(const QHash<QString, std::int64_t>& bytes)
{
    QString found;
    for (auto type = bytes.cbegin(); type != bytes.cend(); ++type)
        if (found.isEmpty() || type.value() > bytes[found]
            || (type.value() == bytes[found] && type.key() < found))
            found = type.key();
    return found;
}

/// That of the named recipe when its base is in the file: rules, or rows that are no blocks, may
/// have left none of it. Else that of the type with most bytes; nothing where every tensor is kept
/// and a source of the format knows better.
std::optional<int> fileType(const ModelHeader& header, const QuantPlan& plan)
{
    if (std::ranges::none_of(plan.tensors, [](const TensorPlan& wish) { return wish.scheme; }))
        return {};
    const auto bytes = bytesOfTypes(header, plan);
    if (plan.namedRecipe && bytes.contains(plan.namedRecipe->base))
        return plan.namedRecipe->fileType;
    const GgufType* type = ggufTypeForScheme(largest(bytes));
    if (!type)
        return {};
    return bytes.size() > 1 ? type->mixedFileType : type->fileType;
}

} // namespace

QString ggufArchitecture(const ModelHeader& header, const Recognition& recognition)
{
    QString stated = header.metadata.value(QStringLiteral("general.architecture"));
    if (!stated.isEmpty() && !recognition.isChosen)
        return stated;
    return recognition.architecture ? recognition.architecture->ggufName : QString();
}

QMap<QString, QString> targetMetadata(const ModelHeader& header, const QuantPlan& plan)
{
    if (QLatin1StringView(plan.target->format) != QLatin1StringView("gguf"))
        return {};
    QMap<QString, QString> entries{
        {QStringLiteral("general.quantization_version"), QStringLiteral("2")},
        {QStringLiteral("quant.recipe"),
            QString::fromUtf8(QJsonDocument(toJsonObject(recipeInFile(plan.recipe)))
                                  .toJson(QJsonDocument::Compact))},
    };
    if (const auto number = fileType(header, plan))
        entries.insert(QStringLiteral("general.file_type"), QString::number(*number));
    if (const QString name = ggufArchitecture(header, plan.recognition); !name.isEmpty())
        entries.insert(QStringLiteral("general.architecture"), name);
    return entries;
}

} // namespace aq
