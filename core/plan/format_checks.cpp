// What a GGUF file cannot hold, or holds in another way than was asked for, whoever reads it.
#include "core/base/printable.h"
#include "core/io/formats/gguf_types.h"
#include "core/plan/block_fit.h"
#include "core/plan/finding_checks.h"

#include <QHash>

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
            .id = "type-not-in-format",
            .tensor = std::int64_t(i),
            .what
            = QStringLiteral("%1 has no type in GGUF").arg(QLatin1StringView(nameOf(tensor.dtype))),
            .why = QStringLiteral("GGUF holds floats, blocks and signed integers; the tensor would "
                                  "have to be left out"),
            .repairs = {useTarget("safetensors")}});
    }
}

void checkElements(const Inspection& in, Findings& found)
{
    if (!in.isGguf())
        return;
    for (std::size_t i = 0; i < in.header.tensors.size(); ++i)
        if (in.tensor(i).elements() == 0)
            found.push_back({.severity = Severity::Blocking,
                .id = "no-elements",
                .tensor = std::int64_t(i),
                .what
                = QStringLiteral("shape %1 has no elements").arg(shapeText(in.tensor(i).shape)),
                .why = QStringLiteral("readers of GGUF do not survive it"),
                .repairs = {useTarget("safetensors")}});
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
                .id = "name-twice",
                .tensor = std::int64_t(i),
                .what = QStringLiteral("would be called like '%1'")
                            .arg(printable(in.tensor(*other).name)),
                .why = QStringLiteral("two tensors of one name cannot be told apart"),
                .repairs = {stripPrefixes(false)}});
    }
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
            .id = "row-not-whole-blocks",
            .tensor = std::int64_t(i),
            .what = QStringLiteral("%1: %2 %3")
                        .arg(wish.because,
                            wish.scheme ? QStringLiteral("becomes") : QStringLiteral("stays"),
                            type.toUpper()),
            .why = QStringLiteral("blocks never cross a row, which is the last extent")};
        finding.repairs.push_back(wish.scheme ? useScheme(name, type) : keepTensor(name));
        if (wish.scheme)
            finding.repairs.push_back(keepTensor(name));
        if (fitsReshaped(in, i))
            finding.repairs.push_back(reshaped());
        found.push_back(std::move(finding));
    }
}

/// The sizes of the weights are not known before they are read; the job fails by name then.
void checkHalfRange(const Inspection& in, Findings& found)
{
    Repair repair{.label = QStringLiteral("Store as BF16"), .id = "use-scheme"};
    for (std::size_t i = 0; i < in.header.tensors.size(); ++i) {
        const bool isCast = in.wish(i).scheme && qstrcmp(in.wish(i).scheme->id, "f16") == 0;
        const DType source = in.tensor(i).dtype;
        const bool isWide = source == DType::F32 || source == DType::F64 || source == DType::BF16;
        if (isCast && isWide && !in.tensor(i).encoding)
            repair.overrides.push_back({in.tensor(i).name, {QStringLiteral("bf16"), {}}, true});
    }
    if (repair.overrides.empty())
        return;
    found.push_back({.severity = Severity::Note,
        .id = "half-range",
        .what = QStringLiteral("%1 tensors are cast to F16").arg(repair.overrides.size()),
        .why = QStringLiteral("F16 ends at 65504: larger weights stop the job, by name"),
        .repairs = {repair}});
}

} // namespace aq
