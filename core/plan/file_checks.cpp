// What a program that loads the file makes of it as a whole.
#include "core/base/printable.h"
#include "core/plan/finding_checks.h"
#include "core/plan/target_metadata.h"

#include <algorithm>
#include <array>

namespace aq {

namespace {

/// The one that loaders strip by themselves.
constexpr QLatin1StringView usualPrefix("model.diffusion_model.");

/// Parts of a checkpoint that are no diffusion model.
constexpr std::array otherParts{"first_stage_model.", "vae.", "cond_stage_model.", "conditioner.",
    "text_encoders.", "text_encoder.", "text_encoder_2."};

bool isOtherPart(const QString& name)
{
    return std::ranges::any_of(
        otherParts, [&](const char* part) { return name.startsWith(QLatin1StringView(part)); });
}

bool isListed(const Consumer& consumer, const QString& architecture)
{
    return std::ranges::any_of(consumer.architectures,
        [&](const char* known) { return architecture == QLatin1StringView(known); });
}

/// Those of ours that GGUF files can name to this program.
QStringList choicesFor(const Consumer& consumer)
{
    QStringList ids;
    for (const Architecture& known : architectures())
        if (isListed(consumer, known.ggufName))
            ids << known.id;
    return ids;
}

Finding noArchitecture(const Inspection& in)
{
    return {.severity = Severity::Blocking,
        .id = idOf(Kind::ArchitectureMissing),
        .whatPhrase = {QT_TRANSLATE_NOOP("Findings", "the network is not recognised")},
        .whyPhrase = {QT_TRANSLATE_NOOP("Findings",
                          "%1 needs general.architecture and refuses names that it does not "
                          "know; choose the architecture, if it is one of them"),
            {in.title()}},
        .repairs = {useTarget("gguf")},
        .architectures = choicesFor(*in.consumer)};
}

} // namespace

void checkArchitecture(const Inspection& in, Findings& found)
{
    if (in.consumer->architectures.empty())
        return;
    const QString architecture = ggufArchitecture(in.header, in.plan.recognition);
    if (architecture.isEmpty())
        return found.push_back(noArchitecture(in));
    if (isListed(*in.consumer, architecture))
        return;
    found.push_back({.severity = Severity::Blocking,
        .id = idOf(Kind::ArchitectureUnknown),
        .whatPhrase = {QT_TRANSLATE_NOOP("Findings", "general.architecture is '%1'"),
            {printable(architecture)}},
        .whyPhrase
        = {QT_TRANSLATE_NOOP("Findings", "%1 refuses architectures that are not in its list"),
            {in.title()}},
        .repairs = {useTarget("gguf")}});
}

void checkLayout(const Inspection& in, Findings& found)
{
    if (in.consumer->takesDiffusersNames)
        return;
    const QString name = bannedName(in.plan.recognition, in.header);
    if (name.isEmpty())
        return;
    found.push_back({.severity = Severity::Blocking,
        .id = idOf(Kind::LayoutDiffusers),
        .whatPhrase
        = {QT_TRANSLATE_NOOP("Findings", "has the names of diffusers: '%1'"), {printable(name)}},
        .whyPhrase = {QT_TRANSLATE_NOOP("Findings",
                          "%1 reads the names of the original model; convert from that file"),
            {in.title()}},
        .repairs = {useTarget("gguf-diffusers"), useTarget("gguf")}});
}

void checkPrefix(const Inspection& in, Findings& found)
{
    const QString& prefix = in.plan.recognition.prefix;
    const auto& tensors = in.header.tensors;
    const bool isAlone = !in.consumer->takesWholeCheckpoints && in.plan.recognition.architecture
        && !prefix.isEmpty() && std::ranges::all_of(tensors, [&](const TensorInfo& tensor) {
               return tensor.name.startsWith(prefix);
           });
    if (!isAlone || in.plan.recipe.stripPrefix)
        return;
    const bool isUsual = prefix == usualPrefix;
    found.push_back({.severity = isUsual ? Severity::Note : Severity::Blocking,
        .id = idOf(Kind::Prefix),
        .whatPhrase
        = {QT_TRANSLATE_NOOP("Findings", "every name begins with '%1'"), {printable(prefix)}},
        .whyPhrase
        = {isUsual ? QT_TRANSLATE_NOOP("Findings", "%1 strips it; other programs may not")
                   : QT_TRANSLATE_NOOP("Findings", "%1 does not strip it and finds no tensor"),
            {in.title()}},
        .repairs = {stripPrefixes(true)}});
}

void checkWholeCheckpoint(const Inspection& in, Findings& found)
{
    if (in.consumer->takesWholeCheckpoints)
        return;
    std::int64_t bytes = 0, count = 0;
    for (std::size_t i = 0; i < in.header.tensors.size(); ++i)
        if (isOtherPart(in.tensor(i).name)) {
            ++count;
            bytes += in.wish(i).outputBytes;
        }
    if (count == 0 || count == std::int64_t(in.header.tensors.size()))
        return;
    // While the prefix is in place, the diffusion model is told from the rest by it.
    const bool isTold = in.plan.recognition.prefix == usualPrefix && !in.plan.recipe.stripPrefix;
    found.push_back({.severity = isTold ? Severity::Note : Severity::Blocking,
        .id = idOf(Kind::FullCheckpoint),
        .whatPhrase
        = {QT_TRANSLATE_NOOP("Findings", "%1 tensors (%2 bytes) are text encoders or VAE"),
            {QString::number(count), QString::number(bytes)}},
        .whyPhrase
        = {QT_TRANSLATE_NOOP("Findings", "%1 takes the diffusion model alone from a GGUF file"),
            {in.title()}},
        .repairs = {useTarget("gguf-sdcpp"), useTarget("gguf")}});
}

void checkSourceMetadata(const Inspection& in, Findings& found)
{
    const bool isThere = !in.header.typedMetadata.empty()
        && in.header.metadata.contains(QStringLiteral("general.architecture"));
    if (!in.consumer->needsSourceMetadata || isThere)
        return;
    found.push_back({.severity = Severity::Blocking,
        .id = idOf(Kind::NoSourceMetadata),
        .whatPhrase = {QT_TRANSLATE_NOOP(
            "Findings", "the source is no GGUF file with hyperparameters and a tokenizer")},
        .whyPhrase = {QT_TRANSLATE_NOOP("Findings",
                          "%1 builds the network from this metadata; make an F16 GGUF file with "
                          "its own converter first"),
            {in.title()}},
        .repairs = {useTarget("gguf")}});
}

} // namespace aq
