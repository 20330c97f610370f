#include "core/plan/target_metadata.h"
#include "core/plan/named_recipe.h"

#include <QHash>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>

namespace aq {

namespace {

/// LlamaFileType of files that are of one type, llama.cpp's include/llama.h.
struct FileType {
    QStringView scheme;
    int number;
};
constexpr FileType fileTypes[] = {{u"f32", 0}, {u"f16", 1}, {u"q4_0", 2}, {u"q4_1", 3},
    {u"q8_0", 7}, {u"q5_0", 8}, {u"q5_1", 9}, {u"q2_k", 10}, {u"q3_k", 11}, {u"q4_k", 14},
    {u"q5_k", 16}, {u"q6_k", 18}, {u"iq2_xxs", 19}, {u"iq2_xs", 20}, {u"iq3_xxs", 23},
    {u"iq1_s", 24}, {u"iq4_nl", 25}, {u"iq3_s", 26}, {u"iq2_s", 28}, {u"iq4_xs", 30},
    {u"iq1_m", 31}, {u"bf16", 32}, {u"tq1_0", 36}, {u"tq2_0", 37}};

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

/// That of the named recipe, where its base is really what most weights got.
int fileTypeOf(const ModelHeader& header, const QuantPlan& plan)
{
    const QString dominant = dominantScheme(header, plan);
    const NamedRecipe* named = plan.namedRecipe;
    return named && named->base == dominant ? named->fileType : ggufFileType(dominant);
}

} // namespace

int ggufFileType(QStringView scheme)
{
    const auto found = std::ranges::find(fileTypes, scheme, &FileType::scheme);
    return found == std::end(fileTypes) ? 0 : found->number;
}

QString ggufArchitecture(const ModelHeader& header, const Recognition& recognition)
{
    const QString stated = header.metadata.value(QStringLiteral("general.architecture"));
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
        {QStringLiteral("general.file_type"), QString::number(fileTypeOf(header, plan))},
        {QStringLiteral("quant.recipe"),
            QString::fromUtf8(
                QJsonDocument(toJsonObject(plan.recipe)).toJson(QJsonDocument::Compact))},
    };
    if (const QString name = ggufArchitecture(header, plan.recognition); !name.isEmpty())
        entries.insert(QStringLiteral("general.architecture"), name);
    return entries;
}

} // namespace aq
