#include "core/io/model_source.h"

#include <algorithm>

namespace aq {

ModelSource::ModelSource(QString path, const Format& format, OpenedModel opened)
    : m_path(std::move(path))
    , m_format(&format)
    , m_opened(std::make_shared<const OpenedModel>(std::move(opened)))
{
}

std::int64_t ModelSource::fileBytes() const
{
    std::int64_t bytes = 0;
    for (const auto& part : m_opened->parts)
        bytes += part->size();
    return bytes;
}

Result<void> ModelSource::read(
    const TensorInfo& tensor, std::int64_t first, MutableBytes into) const
{
    return readBlob(tensor.data, first, into);
}

Result<void> ModelSource::readBlob(const Blob& blob, std::int64_t first, MutableBytes into) const
{
    const auto wanted = std::int64_t(into.size());
    const auto part = std::size_t(blob.part);
    const QString file = m_opened->files.value(blob.part);
    if (first < 0 || first > blob.bytes || wanted > blob.bytes - first)
        return Error{ErrorCode::Internal,
            QStringLiteral("%1 bytes at %2 of %3").arg(wanted).arg(first).arg(blob.bytes), file};
    if (const auto got = m_opened->parts.at(part)->read(blob.offset + first, into); !got)
        return got.error().in(file);
    return {};
}

namespace {

Result<Probe> probeFile(const QString& path, std::vector<std::byte>& head)
{
    const auto file = openFile(path);
    if (!file)
        return file.error();
    const auto bytes = readBytes(**file, 0, std::min<std::int64_t>(4096, (*file)->size()));
    if (!bytes)
        return bytes.error().in(path);
    head = *bytes;
    return Probe{.path = path, .isFolder = false, .head = head, .size = (*file)->size()};
}

} // namespace

Result<ModelSource> openModel(const QString& path, const OpenOptions& options)
{
    std::vector<std::byte> head;
    const auto probe = probeFile(path, head);
    if (!probe)
        return probe.error();
    const auto format = detectFormat(*probe);
    if (!format)
        return format.error().in(path);
    auto opened = (*format)->open(path, options);
    if (!opened)
        return opened.error();
    return ModelSource(path, **format, std::move(*opened));
}

} // namespace aq
