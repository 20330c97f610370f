#include "core/io/model_source.h"

#include "core/io/folder.h"
#include "core/io/gather.h"
#include "core/io/output_file.h"
#include "core/io/probe.h"

#include <QFileInfo>
#include <QSet>
#include <algorithm>

namespace aq {
namespace {

Error outside(std::int64_t first, std::int64_t wanted, std::int64_t size)
{
    return {ErrorCode::Internal,
        QStringLiteral("asked for %1 bytes at %2 of %3").arg(wanted).arg(first).arg(size), {}};
}

} // namespace

ModelSource::ModelSource(QString path, const Format& format, OpenedModel opened)
    : m_path(std::move(path))
    , m_format(&format)
    , m_opened(std::make_shared<const OpenedModel>(std::move(opened)))
{
}

std::int64_t ModelSource::fileBytes() const
{
    QSet<QString> counted; // Unpacked storages lie in a part of their own, of the same file.
    std::int64_t bytes = 0;
    for (std::size_t i = 0; i < m_opened->parts.size(); ++i) {
        const QString file = m_opened->files.value(qsizetype(i));
        if (!counted.contains(file))
            bytes += m_opened->parts[i]->size();
        counted.insert(file);
    }
    return bytes;
}

Result<void> ModelSource::read(
    const TensorInfo& tensor, std::int64_t first, MutableBytes into) const
{
    if (tensor.strides.empty())
        return readBlob(tensor.data, first, into);
    const auto wanted = std::int64_t(into.size());
    const QString file = m_opened->files.value(tensor.data.part);
    if (first < 0 || first > tensor.bytes() || wanted > tensor.bytes() - first)
        return outside(first, wanted, tensor.bytes()).in(file);
    const ByteSource& part = *m_opened->parts.at(std::size_t(tensor.data.part));
    if (const auto got = gather(part, tensor, first, into); !got)
        return got.error().in(file);
    return {};
}

Result<void> ModelSource::readBlob(const Blob& blob, std::int64_t first, MutableBytes into) const
{
    const auto wanted = std::int64_t(into.size());
    const auto part = std::size_t(blob.part);
    const QString file = m_opened->files.value(blob.part);
    if (first < 0 || first > blob.bytes || wanted > blob.bytes - first)
        return outside(first, wanted, blob.bytes).in(file);
    if (const auto got = m_opened->parts.at(part)->read(blob.offset + first, into); !got)
        return got.error().in(file);
    return {};
}

namespace {

Result<ModelSource> openAs(const QString& shownPath, const Probe& probe, const OpenOptions& options)
{
    const auto format = detectFormat(probe);
    if (!format)
        return format.error().in(probe.path);
    auto opened = (*format)->open(probe.path, options);
    if (!opened)
        return opened.error();
    return ModelSource(shownPath, **format, std::move(*opened));
}

} // namespace

Result<ModelSource> openModel(const QString& path, const OpenOptions& options)
{
    QString file = path;
    if (QFileInfo(path).isDir()) {
        const Probe folder{.path = path, .isFolder = true, .head = {}, .size = 0};
        if (detectFormat(folder))
            return openAs(path, folder, options);
        const auto found = modelFileIn(path);
        if (!found)
            return found.error();
        file = *found;
    }
    std::vector<std::byte> head;
    const auto probe = probeFile(file, head);
    if (!probe)
        return probe.error();
    return openAs(path, *probe, options);
}

bool belongsTo(const ModelSource& source, const QString& path)
{
    if (!source)
        return false;
    const OpenedModel& opened = source.opened();
    const QStringList files = opened.files + opened.protectedFiles + QStringList{source.path()};
    return std::any_of(
        files.begin(), files.end(), [&](const QString& file) { return sameFile(file, path); });
}

} // namespace aq
