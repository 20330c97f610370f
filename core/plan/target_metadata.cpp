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

/// The type that holds the most weights.
QString dominantScheme(const ModelHeader& header, const QuantPlan& plan)
{
    QHash<QString, std::int64_t> weights;
    QString dominant;
    for (std::size_t i = 0; i < plan.tensors.size(); ++i) {
        const QString scheme = storedScheme(header.tensors[i], plan.tensors[i]);
        weights[scheme] += header.tensors[i].elements();
        if (dominant.isEmpty() || weights[scheme] > weights[dominant])
            dominant = scheme;
    }
    return dominant;
}

/// Whether most weights got a type of the named recipe: rules may have made something else of it.
bool isMostly(const NamedRecipe& named, const QString& scheme)
{
    return scheme == named.base
        || std::ranges::any_of(named.families, [&](const NamedRecipe::Family& family) {
               return scheme == family.scheme || scheme == family.firstScheme;
           });
}

/// That of the named recipe, else of the type that most weights have; nothing where every tensor
/// is kept and a source of the format knows better.
std::optional<int> fileType(const ModelHeader& header, const QuantPlan& plan)
{
    if (std::ranges::none_of(plan.tensors, [](const TensorPlan& wish) { return wish.scheme; }))
        return {};
    const QString dominant = dominantScheme(header, plan);
    if (plan.namedRecipe && isMostly(*plan.namedRecipe, dominant))
        return plan.namedRecipe->fileType;
    const GgufType* type = ggufTypeForScheme(dominant);
    return type ? std::optional(type->fileType) : std::nullopt;
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
            QString::fromUtf8(
                QJsonDocument(toJsonObject(plan.recipe)).toJson(QJsonDocument::Compact))},
    };
    if (const auto number = fileType(header, plan))
        entries.insert(QStringLiteral("general.file_type"), QString::number(*number));
    if (const QString name = ggufArchitecture(header, plan.recognition); !name.isEmpty())
        entries.insert(QStringLiteral("general.architecture"), name);
    return entries;
}

} // namespace aq
