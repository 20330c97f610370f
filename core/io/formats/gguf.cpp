#include "core/io/formats/gguf.h"

#include "core/io/formats/gguf_types.h"
#include "core/io/formats/gguf_values.h"
#include "core/io/formats/gguf_writer.h"
#include "core/io/single_file.h"

#include <QCoreApplication>
#include <QtEndian>
#include <algorithm>
#include <cstring>

namespace aq {
namespace {

bool sniff(const Probe& probe)
{
    return !probe.isFolder && probe.head.size() >= 4
        && std::memcmp(probe.head.data(), "GGUF", 4) == 0;
}

/// "GGUF version 3, Q4_K_M: 168 tensors of Q4_K, 25 of Q6_K, 213 of F32."
QString contentsNote(const ModelHeader& header, std::uint32_t version)
{
    std::vector<std::pair<QString, int>> types; // In the order in which they come.
    for (const TensorInfo& tensor : header.tensors) {
        const QString name = tensor.encoding ? tensor.encoding->scheme.toUpper()
                                             : QString::fromLatin1(nameOf(tensor.dtype));
        const auto found = std::find_if(
            types.begin(), types.end(), [&](const auto& type) { return type.first == name; });
        if (found == types.end())
            types.emplace_back(name, 1);
        else
            ++found->second;
    }
    std::stable_sort(types.begin(), types.end(),
        [](const auto& a, const auto& b) { return a.second > b.second; });
    QStringList parts;
    for (const auto& [name, count] : types)
        parts << (parts.isEmpty() ? QStringLiteral("%1 tensors of %2") : QStringLiteral("%1 of %2"))
                     .arg(QString::number(count), name);
    QString fileType;
    for (const TypedEntry& entry : header.typedMetadata)
        if (entry.key == ggufFileTypeKey)
            fileType = ggufFileTypeName(asUInt32(entry.value).value_or(~0u));
    return QStringLiteral("GGUF version %1%2: %3.")
        .arg(QString::number(version),
            fileType.isEmpty() ? QString() : QStringLiteral(", ") + fileType,
            parts.isEmpty() ? QStringLiteral("no tensors") : parts.join(QStringLiteral(", ")));
}

/// A model in several files: only this one is opened.
QString splitNote(const ModelHeader& header)
{
    const int count = header.metadata.value(QStringLiteral("split.count")).toInt();
    if (count < 2)
        return {};
    return QStringLiteral("This is part %1 of a model in %2 files; the tensors in the others are "
                          "not here.")
        .arg(header.metadata.value(QStringLiteral("split.no")).toInt() + 1)
        .arg(count);
}

QString reshapedNote(const ModelHeader& header)
{
    const auto reshaped
        = std::count_if(header.tensors.begin(), header.tensors.end(), [](const TensorInfo& tensor) {
              return tensor.encoding && !tensor.encoding->shape.empty();
          });
    return reshaped == 0
        ? QString()
        : QStringLiteral("%1 tensors are stored in other rows, for ComfyUI-GGUF.").arg(reshaped);
}

Result<OpenedModel> open(const QString& path, const OpenOptions&)
{
    auto opened = openSingleFile(path, readGgufHeader);
    if (!opened)
        return opened;
    const auto version = readBytes(*opened->parts.front(), 4, 4);
    if (!version)
        return version.error().in(path);
    for (const QString& note :
        {contentsNote(opened->header, qFromLittleEndian<std::uint32_t>(version->data())),
            splitNote(opened->header), reshapedNote(opened->header)})
        if (!note.isEmpty())
            opened->notes << note;
    return opened;
}

} // namespace

const Format ggufFormat{
    .id = "gguf",
    .title = QT_TRANSLATE_NOOP("Formats", "GGUF"),
    .nameFilter = "*.gguf",
    .sniff = sniff,
    .open = open,
    .create = createGguf,
    .fileBytes = ggufFileBytes,
};

} // namespace aq
