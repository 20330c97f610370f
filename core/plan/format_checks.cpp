// What a GGUF file cannot hold, or holds in another way than was asked for, whoever reads it.
#include "core/base/printable.h"
#include "core/io/formats/gguf_types.h"
#include "core/plan/block_fit.h"
#include "core/plan/finding_checks.h"

#include <QHash>
#include <QRegularExpression>

namespace aq {

void checkTypesInFormat(const Inspection& in, Findings& found)
{
    if (!in.isGguf())
        return;
    for (std::size_t i = 0; i < in.header.tensors.size(); ++i) {
        const TensorInfo& tensor = in.tensor(i);
        if (in.wish(i).scheme || tensor.encoding || ggufTypeFor(tensor.dtype))
            continue;
        found.push_back({.severity = Severity::Blocking,
            .id = idOf(Kind::TypeNotInFormat),
            .tensor = std::int64_t(i),
            .whatPhrase = {QT_TRANSLATE_NOOP("Findings", "%1 has no type in GGUF"),
                {QLatin1StringView(nameOf(tensor.dtype))}},
            .whyPhrase = {QT_TRANSLATE_NOOP("Findings",
                "GGUF holds floats, blocks and signed integers; the tensor would have to be left "
                "out")},
            .repairs = {useTarget("safetensors")},
            .canForce = false});
    }
}

void checkElements(const Inspection& in, Findings& found)
{
    if (!in.isGguf())
        return;
    for (std::size_t i = 0; i < in.header.tensors.size(); ++i)
        if (in.tensor(i).elements() == 0)
            found.push_back({.severity = Severity::Blocking,
                .id = idOf(Kind::NoElements),
                .tensor = std::int64_t(i),
                .whatPhrase = {QT_TRANSLATE_NOOP("Findings", "shape %1 has no elements"),
                    {shapeText(in.tensor(i).shape)}},
                .whyPhrase = {QT_TRANSLATE_NOOP("Findings", "readers of GGUF do not survive it")},
                .repairs = {useTarget("safetensors")},
                .canForce = false});
}

void checkNamesDiffer(const Inspection& in, Findings& found)
{
    QHash<QString, std::size_t> first;
    for (std::size_t i = 0; i < in.header.tensors.size(); ++i) {
        const QString name = in.nameIn(i);
        if (const auto other = first.constFind(name); other == first.constEnd())
            first.insert(name, i);
        else
            found.push_back({.severity = Severity::Blocking,
                .id = idOf(Kind::NameTwice),
                .tensor = std::int64_t(i),
                .whatPhrase = {QT_TRANSLATE_NOOP("Findings", "would be called like '%1'"),
                    {printable(in.tensor(*other).name)}},
                .whyPhrase
                = {QT_TRANSLATE_NOOP("Findings", "two tensors of one name cannot be told apart")},
                .repairs = {stripPrefixes(false)},
                .canForce = false});
    }
}

/// The files say so themselves; what is written of one would no longer.
void checkParts(const Inspection& in, Findings& found)
{
    const auto number = [&](const char* key) {
        return in.header.metadata.value(QLatin1StringView(key)).toLongLong();
    };
    const qint64 count = number("split.count");
    if (count < 2)
        return;
    found.push_back({.severity = Severity::Blocking,
        .id = idOf(Kind::SplitPart),
        .whatPhrase = {QT_TRANSLATE_NOOP("Findings",
                           "part %1 of %2 of a split model: the other tensors are missing"),
            {QString::number(number("split.no") + 1), QString::number(count)}},
        .whyPhrase = {QT_TRANSLATE_NOOP("Findings",
            "the file would pass for a whole model; join the parts first, with llama.cpp's "
            "gguf-split --merge for instance")}});
}

namespace {

/// Whether ComfyUI-GGUF's other rows would make blocks of it.
bool fitsReshaped(const Inspection& in, std::size_t i)
{
    const Architecture* architecture = in.plan.recognition.architecture;
    const bool isFor = architecture && architecture->reshapes
        && in.plan.recipe.target != QLatin1StringView("gguf-comfyui");
    return isFor && fitBlocks(*schemeNamed(u"q4_k"), in.tensor(i).shape, true).why.isEmpty();
}

/// wish.because in other words: "row of 36 elements is not whole blocks of 256, nor of 32".
Phrase rowPhrase(const TensorPlan& wish, const QString& type)
{
    static const QRegularExpression number(QStringLiteral("\\d+"));
    QStringList arguments;
    for (auto it = number.globalMatch(wish.because); it.hasNext();)
        arguments << it.next().captured();
    const bool isTwice = arguments.size() > 2;
    arguments << type;
    if (isTwice)
        return {wish.scheme
                ? QT_TRANSLATE_NOOP("Findings",
                    "row of %1 elements is not whole blocks of %2, nor of %3: becomes %4")
                : QT_TRANSLATE_NOOP("Findings",
                    "row of %1 elements is not whole blocks of %2, nor of %3: stays %4"),
            arguments};
    return {wish.scheme ? QT_TRANSLATE_NOOP(
                "Findings", "row of %1 elements is not whole blocks of %2: becomes %3")
                        : QT_TRANSLATE_NOOP(
                            "Findings", "row of %1 elements is not whole blocks of %2: stays %3"),
        arguments};
}

Repair reshaped()
{
    Repair repair = useTarget("gguf-comfyui");
    repair.id = "reshape";
    repair.label = QStringLiteral("Store in rows of 256, for ComfyUI only");
    return repair;
}

} // namespace

/// Choosing what it became makes the fallback a wish: nothing changes, but somebody looked.
void checkFallbacks(const Inspection& in, Findings& found)
{
    if (!in.isGguf())
        return;
    for (std::size_t i = 0; i < in.header.tensors.size(); ++i) {
        const TensorPlan& wish = in.wish(i);
        if (wish.reason != Reason::Fallback || !wish.because.startsWith(QStringLiteral("row of")))
            continue;
        const QString name = in.tensor(i).name, type = in.typeIn(i);
        Finding finding{.severity = Severity::Note,
            .id = idOf(Kind::RowNotWholeBlocks),
            .tensor = std::int64_t(i),
            .whatPhrase = rowPhrase(wish, type.toUpper()),
            .whyPhrase = {QT_TRANSLATE_NOOP(
                "Findings", "blocks never cross a row, which is the last extent")}};
        finding.repairs.push_back(wish.scheme ? useScheme(name, type) : keepTensor(name));
        if (wish.scheme)
            finding.repairs.push_back(keepTensor(name));
        if (fitsReshaped(in, i))
            finding.repairs.push_back(reshaped());
        found.push_back(std::move(finding));
    }
}

/// Said once for each: the report would only tell that nothing was quantized.
void checkDecoded(const Inspection& in, Findings& found)
{
    for (std::size_t i = 0; i < in.header.tensors.size(); ++i) {
        const auto& encoding = in.tensor(i).encoding;
        if (!encoding || in.wish(i).reason != Reason::Fallback || schemeNamed(encoding->scheme))
            continue;
        found.push_back({.severity = Severity::Note,
            .id = idOf(Kind::NotDecoded),
            .tensor = std::int64_t(i),
            .whatPhrase = {QT_TRANSLATE_NOOP("Findings", "cannot decode %1: kept as it is"),
                {printable(encoding->scheme.toUpper())}},
            .whyPhrase = {QT_TRANSLATE_NOOP("Findings",
                "only types that can be decoded are quantized anew; convert from the original "
                "model")},
            .repairs = {keepTensor(in.tensor(i).name)}});
    }
}

namespace {

/// The first size of groups that somebody asked for: nothing when it is the profile's own.
std::optional<int> wishedGroup(const Recipe& recipe)
{
    const Profile* profile = profileNamed(recipe.profile);
    if (profile && recipe.groupSize != profile->groupSize)
        return recipe.groupSize;
    for (const auto* rules : {&recipe.rules, &recipe.patterns})
        for (const Rule& rule : *rules)
            if (rule.enabled && rule.action.groupSize)
                return rule.action.groupSize;
    for (std::size_t i = 0; i < recipe.overrides.size(); ++i)
        if (const auto& group = recipe.overrides.action(i).groupSize;
            group && recipe.overrides.isEnabled(i))
            return group;
    return {};
}

} // namespace

void checkGroups(const Inspection& in, Findings& found)
{
    const auto group = in.isGguf() ? wishedGroup(in.plan.recipe) : std::nullopt;
    if (!group)
        return;
    found.push_back({.severity = Severity::Note,
        .id = idOf(Kind::GroupsUnused),
        .whatPhrase
        = {*group == 0 ? QT_TRANSLATE_NOOP("Findings", "one scale per tensor was asked for")
                       : QT_TRANSLATE_NOOP("Findings", "groups of %1 were asked for"),
            {QString::number(*group)}},
        .whyPhrase = {QT_TRANSLATE_NOOP(
            "Findings", "GGUF's types have groups of their own: the size changes nothing")}});
}

/// The sizes of the weights are not known before they are read.
void checkHalfRange(const Inspection& in, Findings& found)
{
    Repair repair{.label = QStringLiteral("Store as BF16"), .id = "use-scheme"};
    bool isChosen = false; // By a person, for one of them.
    for (std::size_t i = 0; i < in.header.tensors.size(); ++i) {
        const TensorPlan& wish = in.wish(i);
        const bool isCast = wish.scheme && qstrcmp(wish.scheme->id, "f16") == 0;
        const DType source = in.tensor(i).dtype;
        const bool isWide = source == DType::F32 || source == DType::F64 || source == DType::BF16;
        if (!isCast || !isWide || in.tensor(i).encoding)
            continue;
        repair.overrides.push_back({in.tensor(i).name, {QStringLiteral("bf16"), {}}, true});
        isChosen |= wish.reason == Reason::Pattern || wish.reason == Reason::RowOverride;
    }
    if (repair.overrides.empty())
        return;
    found.push_back({.severity = Severity::Note,
        .id = idOf(Kind::HalfRange),
        .whatPhrase = {QT_TRANSLATE_NOOP("Findings", "%1 tensors are cast to F16"),
            {QString::number(repair.overrides.size())}},
        .whyPhrase = {isChosen ? QT_TRANSLATE_NOOP("Findings",
                          "F16 ends at 65504: a tensor with larger weights stays as in the source, "
                          "and the report says so; where F16 was chosen for it, they stop the job, "
                          "by name")
                               : QT_TRANSLATE_NOOP("Findings",
                                   "F16 ends at 65504: a tensor with larger weights stays as in "
                                   "the source, and the report says so")},
        .repairs = {repair}});
}

} // namespace aq
