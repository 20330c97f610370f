// What a program that loads the file makes of single tensors.
#include "core/base/printable.h"
#include "core/plan/finding_checks.h"

#include <algorithm>
#include <functional>

namespace aq {

namespace {

bool isAmong(std::span<const char* const> ids, const QString& id)
{
    return std::ranges::any_of(
        ids, [&](const char* known) { return id == QLatin1StringView(known); });
}

/// GGUF for any reader: what this program asks for is asked no more.
Repair otherReader() { return useTarget("gguf"); }

/// GGUF for this very program, which the planner then minds.
Repair ownTarget(const Consumer& consumer)
{
    const auto own = std::ranges::find_if(targets(), [&](const Target& target) {
        return target.consumer && qstrcmp(target.consumer, consumer.id) == 0;
    });
    return useTarget(own == targets().end() ? "gguf" : own->id);
}

/// Values that can be decoded can be stored as halves.
std::vector<Repair> asHalfOr(const Inspection& in, std::size_t i, const Repair& other)
{
    const TensorInfo& tensor = in.tensor(i);
    const bool isDecoded
        = isFloat(tensor.dtype) && (!tensor.encoding || schemeNamed(tensor.encoding->scheme));
    if (isDecoded)
        return {useScheme(tensor.name, QStringLiteral("f16")), other};
    return {other};
}

} // namespace

void checkNameLength(const Inspection& in, Findings& found)
{
    for (std::size_t i = 0; i < in.header.tensors.size(); ++i) {
        const QString name = in.nameIn(i);
        if (3 * name.size() <= in.consumer->maxNameBytes) // UTF-8 takes no more.
            continue;
        const qsizetype bytes = name.toUtf8().size();
        if (bytes <= in.consumer->maxNameBytes)
            continue;
        Finding finding{.severity = Severity::Blocking,
            .id = idOf(Kind::NameTooLong),
            .tensor = std::int64_t(i),
            .whatPhrase
            = {QT_TRANSLATE_NOOP("Findings", "the name has %1 bytes"), {QString::number(bytes)}},
            .whyPhrase = {QT_TRANSLATE_NOOP("Findings", "%1 reads names of at most %2 bytes"),
                {in.title(), QString::number(in.consumer->maxNameBytes)}}};
        const QString& prefix = in.plan.recognition.prefix;
        const bool isShorter = !in.plan.recipe.stripPrefix && !prefix.isEmpty()
            && name.startsWith(prefix) && bytes - prefix.size() <= in.consumer->maxNameBytes;
        if (isShorter)
            finding.repairs.push_back(stripPrefixes(true));
        finding.repairs.push_back(otherReader());
        found.push_back(std::move(finding));
    }
}

void checkTypesRead(const Inspection& in, Findings& found)
{
    using Others = Consumer::Others;
    if (in.consumer->otherSchemes == Others::Load)
        return;
    for (std::size_t i = 0; i < in.header.tensors.size(); ++i) {
        const QString type = in.typeIn(i);
        if (isAmong(in.consumer->fastSchemes, type))
            continue;
        const bool isSlow = in.consumer->otherSchemes == Others::Slow && in.isBlocks(i);
        found.push_back({.severity = isSlow ? Severity::Slow : Severity::Blocking,
            .id = idOf(isSlow ? Kind::TypeSlow : Kind::TypeNotRead),
            .tensor = std::int64_t(i),
            .whatPhrase
            = {QT_TRANSLATE_NOOP("Findings", "is stored as %1"), {printable(type.toUpper())}},
            .whyPhrase = {isSlow ? QT_TRANSLATE_NOOP("Findings",
                              "%1 has no fast code for it and decodes it in Python, very slowly")
                                 : QT_TRANSLATE_NOOP("Findings", "%1 does not read this type"),
                {in.title()}},
            .repairs = asHalfOr(in, i, otherReader())});
    }
}

void checkDimensions(const Inspection& in, Findings& found)
{
    for (std::size_t i = 0; i < in.header.tensors.size(); ++i) {
        const TensorPlan& wish = in.wish(i);
        const Shape& shape = wish.storedShape.empty() ? in.tensor(i).shape : wish.storedShape;
        const bool isRefused = int(shape.size()) > in.consumer->mostDimensions;
        if (!isRefused && (!in.isBlocks(i) || int(shape.size()) <= in.consumer->maxDimensions))
            continue;
        Finding finding{.severity = Severity::Blocking,
            .id = idOf(Kind::Dimensions),
            .tensor = std::int64_t(i),
            .whatPhrase
            = {isRefused ? QT_TRANSLATE_NOOP("Findings", "has %1 dimensions")
                         : QT_TRANSLATE_NOOP("Findings", "has %1 dimensions and is quantized"),
                {QString::number(shape.size())}}};
        if (isRefused) {
            finding.whyPhrase
                = {QT_TRANSLATE_NOOP("Findings", "%1 refuses files with a tensor of more than %2"),
                    {in.title(), QString::number(in.consumer->mostDimensions)}};
            finding.repairs = {otherReader()};
        } else {
            finding.whyPhrase
                = {QT_TRANSLATE_NOOP("Findings", "%1 reads quantized tensors of at most %2"),
                    {in.title(), QString::number(in.consumer->maxDimensions)}};
            finding.repairs = asHalfOr(in, i, otherReader());
        }
        found.push_back(std::move(finding));
    }
}

void checkReshaped(const Inspection& in, Findings& found)
{
    if (in.consumer->takesReshaped)
        return;
    for (std::size_t i = 0; i < in.header.tensors.size(); ++i) {
        if (in.wish(i).storedShape.empty())
            continue;
        found.push_back({.severity = Severity::Blocking,
            .id = idOf(Kind::Reshaped),
            .tensor = std::int64_t(i),
            .whatPhrase = {QT_TRANSLATE_NOOP("Findings", "lies in the source as %1"),
                {shapeText(in.wish(i).storedShape)}},
            .whyPhrase
            = {QT_TRANSLATE_NOOP("Findings", "%1 knows nothing of ComfyUI-GGUF's orig_shape"),
                {in.title()}},
            .repairs = asHalfOr(in, i, ownTarget(*in.consumer))});
    }
}

} // namespace aq
