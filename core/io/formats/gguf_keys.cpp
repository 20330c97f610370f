#include "core/io/formats/gguf_keys.h"

#include "core/io/formats/gguf_types.h"
#include "core/io/formats/gguf_values.h"

#include <QSet>
#include <algorithm>
#include <array>
#include <map>

namespace aq {
namespace {

const QString versionKey = QStringLiteral("general.quantization_version");
constexpr std::uint32_t quantizationVersion = 2; ///< Of ggml's block types.

/// Said anew, or about a container that is no more.
bool isReplaced(const QString& key)
{
    return key == versionKey || key == ggufFileTypeKey || key == ggufAlignmentKey
        || key.startsWith(QLatin1StringView("split."))
        || key.startsWith(QLatin1StringView("quantize.")) || key.startsWith(ggufShapeKey);
}

/// The number that somebody asked for.
std::optional<std::uint32_t> wantedFileType(const OutputManifest& manifest)
{
    bool isNumber = false;
    const std::uint32_t number = manifest.metadata.value(ggufFileTypeKey).toUInt(&isNumber);
    return isNumber ? std::optional(number) : std::nullopt;
}

} // namespace

const GgufType* ggufTypeOf(const OutputTensor& tensor)
{
    return tensor.encoding ? ggufTypeForScheme(tensor.encoding->scheme) : ggufTypeFor(tensor.dtype);
}

std::uint32_t dominantFileType(std::span<const OutputTensor> tensors)
{
    std::map<const GgufType*, std::int64_t> bytes; // By place in the table of types.
    bool isQuantized = false;
    for (const OutputTensor& tensor : tensors)
        if (const GgufType* type = ggufTypeOf(tensor)) {
            bytes[type] += tensor.bytes();
            isQuantized = isQuantized || !type->dtype;
        }
    if (isQuantized)
        std::erase_if(bytes, [](const auto& item) { return item.first->dtype.has_value(); });
    const auto largest = std::max_element(bytes.begin(), bytes.end(),
        [](const auto& a, const auto& b) { return a.second < b.second; });
    if (largest == bytes.end())
        return 0;
    return std::uint32_t(
        bytes.size() > 1 ? largest->first->mixedFileType : largest->first->fileType);
}

std::vector<TypedEntry> ggufEntries(const OutputManifest& manifest, bool isQuantized)
{
    std::vector<TypedEntry> entries;
    QSet<QString> written;
    for (const TypedEntry& entry : manifest.typedMetadata) {
        if (isReplaced(entry.key))
            continue;
        written.insert(entry.key);
        const auto text = manifest.metadata.constFind(entry.key);
        const bool isNew = text != manifest.metadata.constEnd() && *text != ggufText(entry.value);
        entries.push_back(isNew ? TypedEntry{entry.key, ggufString(*text)} : entry);
    }
    const QString architectureKey = QStringLiteral("general.architecture");
    if (manifest.metadata.contains(architectureKey) && !written.contains(architectureKey)) {
        written.insert(architectureKey);
        entries.push_back({architectureKey, ggufString(manifest.metadata[architectureKey])});
    }
    const auto fileType = wantedFileType(manifest).value_or(dominantFileType(manifest.tensors));
    if (isQuantized)
        entries.push_back({versionKey, ggufUInt32(quantizationVersion)});
    entries.push_back({ggufFileTypeKey, ggufUInt32(fileType)});
    for (auto entry = manifest.metadata.cbegin(); entry != manifest.metadata.cend(); ++entry)
        if (!isReplaced(entry.key()) && !written.contains(entry.key()))
            entries.push_back({entry.key(), ggufString(entry.value())});
    return entries;
}

} // namespace aq
