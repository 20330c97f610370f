#include "core/io/positioned_writer.h"

#include "core/base/printable.h"
#include "core/io/formats/packed_size.h"

#include <QSet>
#include <algorithm>

namespace aq {
namespace {

Error badPlan(const QString& detail) { return {ErrorCode::InvalidPlan, detail, {}}; }

} // namespace

Result<void> PositionedWriter::checkEncoding(const OutputTensor& tensor) const
{
    const Encoding& encoding = *tensor.encoding;
    const auto size = packedSize(encoding.scheme, encoding.options, tensor.shape);
    if (!size)
        return badPlan(QStringLiteral("cannot be stored as %1 in groups of %2")
                           .arg(printable(encoding.scheme))
                           .arg(encoding.options.groupSize));
    if (encoding.codes.bytes != size->codesBytes() || encoding.scales.bytes != size->scalesBytes()
        || encoding.zeros.bytes != size->zerosBytes())
        return badPlan(QStringLiteral("plans %1 + %2 + %3 bytes of codes, scales and zero points, "
                                      "but %4 takes %5 + %6 + %7")
                           .arg(encoding.codes.bytes)
                           .arg(encoding.scales.bytes)
                           .arg(encoding.zeros.bytes)
                           .arg(encoding.scheme)
                           .arg(size->codesBytes())
                           .arg(size->scalesBytes())
                           .arg(size->zerosBytes()));
    return {};
}

Result<void> PositionedWriter::checkNamed(const OutputTensor& tensor) const
{
    Result<void> checked = tensor.encoding ? checkEncoding(tensor) : Result<void>();
    if (!tensor.encoding && !byteSize(tensor.shape, tensor.dtype))
        checked = badPlan(QStringLiteral("has no whole number of bytes"));
    if (checked)
        checked = check(tensor);
    return checked ? checked : checked.error().in(printable(tensor.name));
}

/// All that can be said of a manifest before a byte is written.
Result<void> PositionedWriter::announce(const OutputManifest& manifest)
{
    QSet<QString> names;
    names.reserve(qsizetype(manifest.tensors.size()));
    for (const OutputTensor& tensor : manifest.tensors) {
        if (names.contains(tensor.name))
            return badPlan(QStringLiteral("two tensors have this name")).in(printable(tensor.name));
        names.insert(tensor.name);
        if (auto checked = checkNamed(tensor); !checked)
            return checked;
    }
    m_manifest = manifest;
    return prepare();
}

Result<std::int64_t> PositionedWriter::measure(const OutputManifest& manifest)
{
    if (auto announced = announce(manifest); !announced)
        return announced.error();
    return fileEnd();
}

Result<void> PositionedWriter::start(const QString& path, const OutputManifest& manifest)
{
    if (auto announced = announce(manifest); !announced)
        return announced.error().in(path);
    auto file = manifest.unfinished.isEmpty()
        ? OutputFile::create(path, manifest.overwrite, manifest.journal)
        : OutputFile::reopen(path, manifest.unfinished, manifest.overwrite);
    if (!file)
        return file.error();
    m_file = *std::move(file);
    return {};
}

/// Tensors lie one behind the other, so that those before a replaced one stay where they are and
/// a model of n tensors is placed in O(n) however many of them are replaced in order.
const PositionedWriter::Place& PositionedWriter::placed(std::size_t tensor) const
{
    while (m_places.size() <= tensor) {
        const std::int64_t start = m_places.empty() ? dataStart() : m_places.back().end;
        m_places.push_back(place(m_manifest.tensors[m_places.size()], start));
    }
    return m_places[tensor];
}

Slot PositionedWriter::slot(std::size_t tensor) const
{
    const std::lock_guard lock(m_mutex);
    return placed(tensor).slot;
}

std::int64_t PositionedWriter::dataEnd() const
{
    const std::lock_guard lock(m_mutex);
    return m_manifest.tensors.empty() ? dataStart() : placed(m_manifest.tensors.size() - 1).end;
}

Result<void> PositionedWriter::write(std::int64_t offset, Bytes bytes)
{
    return m_file->write(offset, bytes);
}

Result<void> PositionedWriter::replace(std::size_t tensor, const OutputTensor& with)
{
    const std::lock_guard lock(m_mutex);
    const OutputTensor& old = m_manifest.tensors[tensor];
    if (with.name != old.name || with.shape != old.shape || (with.encoding && !old.encoding))
        return badPlan(QStringLiteral("a replaced tensor keeps its name and shape, and is not "
                                      "quantized when it was kept"))
            .in(printable(old.name));
    if (auto checked = checkNamed(with); !checked)
        return checked.error().in(m_file->target());
    m_manifest.tensors[tensor] = with;
    m_places.resize(std::min(m_places.size(), tensor));
    return {};
}

Result<void> PositionedWriter::changeMetadata(const QString& key, const QString& value)
{
    const std::lock_guard lock(m_mutex);
    const auto entry = m_manifest.metadata.find(key);
    if (entry == m_manifest.metadata.end() || entry->toUtf8().size() != value.toUtf8().size())
        return badPlan(QStringLiteral("the metadata announced no value of as many bytes"))
            .in(printable(key));
    *entry = value;
    return {};
}

Result<void> PositionedWriter::finish()
{
    if (auto written = writeFrame(); !written)
        return written;
    const std::int64_t size = fileEnd();
    m_manifest = {}; // All is written: what comes next needs the memory.
    m_places = {};
    return m_file->finish(size);
}

} // namespace aq
