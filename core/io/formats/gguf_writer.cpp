#include "core/io/formats/gguf_writer.h"

#include "core/base/printable.h"
#include "core/io/formats/gguf_keys.h"
#include "core/io/formats/gguf_values.h"
#include "core/io/positioned_writer.h"

#include <algorithm>
#include <array>
#include <limits>

namespace aq {
namespace {

constexpr std::size_t maxRank = 5;
constexpr qsizetype maxNameBytes = 65535; ///< Programs take far less: docs/formats/gguf.md.

Error badPlan(const QString& detail) { return {ErrorCode::InvalidPlan, detail, {}}; }

std::int64_t alignedUp(std::int64_t bytes)
{
    return (bytes + ggufAlignment - 1) / ggufAlignment * ggufAlignment;
}

/// The shape as the file says it, outermost extent first.
const Shape& storedShape(const OutputTensor& tensor)
{
    return tensor.encoding && !tensor.encoding->shape.empty() ? tensor.encoding->shape
                                                              : tensor.shape;
}

bool isName(const QString& name)
{
    return !name.isEmpty() && !name.contains(QChar::Null) && name.toUtf8().size() <= maxNameBytes
        && name.isValidUtf16();
}

class GgufWriter final : public PositionedWriter {
public:
    using PositionedWriter::measure;
    using PositionedWriter::start;
    Result<void> replace(std::size_t tensor, const OutputTensor& with) override;
    Result<void> setMetadata(const QString& key, const QString& value) override
    {
        return changeMetadata(key, value);
    }

protected:
    Result<void> check(const OutputTensor& tensor) const override;
    Result<void> checkEncoding(const OutputTensor& tensor) const override;
    Result<void> prepare() override;
    std::int64_t dataStart() const override { return m_dataStart; }
    Place place(const OutputTensor& tensor, std::int64_t start) const override;
    Result<void> writeFrame() override;

private:
    QByteArray headerBytes(const std::vector<std::int64_t>& offsets) const;
    Result<void> writePadding(std::int64_t from, std::int64_t to);

    std::vector<Shape> m_stored; ///< Per tensor, as announced; never changes.
    bool m_isQuantized = false;  ///< As announced.
    std::int64_t m_headerBytes = 0, m_dataStart = 0;
};

Result<void> GgufWriter::check(const OutputTensor& tensor) const
{
    if (const auto reason = ggufCannotHold(tensor))
        return badPlan(*reason);
    return {};
}

Result<void> GgufWriter::checkEncoding(const OutputTensor& tensor) const
{
    if (const auto reason = ggufCannotHold(tensor))
        return badPlan(*reason);
    const GgufType& type = *ggufTypeOf(tensor);
    const std::int64_t blocks = *elementCount(tensor.shape) / type.elements;
    if (blocks > std::numeric_limits<std::int64_t>::max() / type.bytes)
        return badPlan(QStringLiteral("shape %1 is too large").arg(shapeText(tensor.shape)));
    const std::int64_t needed = blocks * type.bytes;
    if (tensor.encoding->codes.bytes != needed || tensor.bytes() != needed)
        return badPlan(QStringLiteral("plans %1 bytes of blocks, but %2 takes %3")
                           .arg(tensor.bytes())
                           .arg(tensor.encoding->scheme)
                           .arg(needed));
    return {};
}

Result<void> GgufWriter::prepare()
{
    for (auto entry = manifest().metadata.cbegin(); entry != manifest().metadata.cend(); ++entry)
        if (!isName(entry.key()))
            return badPlan(QStringLiteral("is no name for a key of a GGUF file"))
                .in(printable(entry.key()));
    m_stored.reserve(manifest().tensors.size());
    for (const OutputTensor& tensor : manifest().tensors) {
        m_stored.push_back(storedShape(tensor));
        m_isQuantized = m_isQuantized || tensor.encoding;
    }
    m_headerBytes = headerBytes(std::vector<std::int64_t>(m_stored.size())).size();
    m_dataStart = m_stored.empty() ? m_headerBytes : alignedUp(m_headerBytes);
    return {};
}

PositionedWriter::Place GgufWriter::place(const OutputTensor& tensor, std::int64_t start) const
{
    return {{start, start, start}, alignedUp(start + tensor.bytes())};
}

Result<void> GgufWriter::replace(std::size_t tensor, const OutputTensor& with)
{
    if (with.encoding && storedShape(with) != m_stored[tensor])
        return badPlan(QStringLiteral("a replaced tensor keeps the rows that it is stored in"))
            .in(printable(with.name));
    return PositionedWriter::replace(tensor, with);
}

/// Everything before the data; its size depends on nothing that replace() may change.
/// @param offsets  of the tensors, from the start of the data
QByteArray GgufWriter::headerBytes(const std::vector<std::int64_t>& offsets) const
{
    const auto& tensors = manifest().tensors;
    std::vector<TypedEntry> entries = ggufEntries(manifest(), m_isQuantized);
    for (std::size_t i = 0; i < tensors.size(); ++i)
        if (m_stored[i] != tensors[i].shape)
            entries.push_back({ggufShapeKey + tensors[i].name, ggufInt32s(tensors[i].shape)});

    QByteArray bytes("GGUF");
    appendLittleEndian(bytes, std::uint32_t(3));
    appendLittleEndian(bytes, std::uint64_t(tensors.size()));
    appendLittleEndian(bytes, std::uint64_t(entries.size()));
    for (const TypedEntry& entry : entries)
        bytes += ggufName(entry.key) + entry.value;
    for (std::size_t i = 0; i < tensors.size(); ++i) {
        bytes += ggufName(tensors[i].name);
        appendLittleEndian(bytes, std::uint32_t(m_stored[i].size()));
        for (auto extent = m_stored[i].rbegin(); extent != m_stored[i].rend(); ++extent)
            appendLittleEndian(bytes, std::uint64_t(*extent));
        appendLittleEndian(bytes, ggufTypeOf(tensors[i])->id);
        appendLittleEndian(bytes, std::uint64_t(offsets[i]));
    }
    return bytes;
}

Result<void> GgufWriter::writePadding(std::int64_t from, std::int64_t to)
{
    static constexpr std::array<std::byte, ggufAlignment> zeros{};
    return from == to ? Result<void>() : write(from, Bytes(zeros).first(std::size_t(to - from)));
}

Result<void> GgufWriter::writeFrame()
{
    std::vector<std::int64_t> offsets;
    for (std::size_t i = 0; i < manifest().tensors.size(); ++i) {
        const std::int64_t start = slot(i).data, end = start + manifest().tensors[i].bytes();
        if (auto padded = writePadding(end, alignedUp(end)); !padded)
            return padded;
        offsets.push_back(start - m_dataStart);
    }
    const QByteArray header = headerBytes(offsets);
    if (header.size() != m_headerBytes)
        return Error{ErrorCode::Internal,
            QStringLiteral("the header has %1 bytes, %2 are reserved")
                .arg(header.size())
                .arg(m_headerBytes),
            {}};
    if (auto written
        = write(0, std::as_bytes(std::span(header.constData(), std::size_t(header.size()))));
        !written)
        return written;
    return writePadding(m_headerBytes, m_dataStart);
}

bool fitsInt32(const Shape& shape)
{
    return std::all_of(shape.begin(), shape.end(),
        [](std::int64_t extent) { return extent <= std::numeric_limits<std::int32_t>::max(); });
}

} // namespace

std::optional<QString> ggufCannotHold(const OutputTensor& tensor)
{
    const Shape& stored = storedShape(tensor);
    const GgufType* type = ggufTypeOf(tensor);
    if (!isName(tensor.name))
        return QStringLiteral("its name is empty, longer than %1 bytes or not valid text")
            .arg(maxNameBytes);
    if (!type && tensor.encoding)
        return QStringLiteral("cannot be stored as %1: GGUF has no such type")
            .arg(printable(tensor.encoding->scheme));
    if (!type)
        return QStringLiteral("GGUF has no type for %1")
            .arg(QLatin1StringView(nameOf(tensor.dtype)));
    if (elementCount(tensor.shape).value_or(1) == 0)
        return QStringLiteral("has no elements, which many readers of GGUF do not survive");
    if (stored.size() > maxRank)
        return QStringLiteral("has %1 dimensions; GGUF holds up to %2")
            .arg(stored.size())
            .arg(maxRank);
    if (!elementCount(tensor.shape))
        return QStringLiteral("shape %1 is too large").arg(shapeText(tensor.shape));
    if (stored != tensor.shape && elementCount(stored) != elementCount(tensor.shape))
        return QStringLiteral("shape %1 cannot be stored as %2")
            .arg(shapeText(tensor.shape), shapeText(stored));
    if (stored != tensor.shape && !fitsInt32(tensor.shape))
        return QStringLiteral("shape %1 is too large to be restored").arg(shapeText(tensor.shape));
    const std::int64_t row = stored.empty() ? 1 : stored.back();
    if (row % type->elements != 0)
        return QStringLiteral("rows of %1 elements are not whole blocks of %2, as %3 has")
            .arg(row)
            .arg(type->elements)
            .arg(QLatin1StringView(type->name));
    return {};
}

Result<std::unique_ptr<ModelWriter>> createGguf(const QString& path, const OutputManifest& manifest)
{
    auto writer = std::make_unique<GgufWriter>();
    if (auto opened = writer->start(path, manifest); !opened)
        return opened.error();
    return std::unique_ptr<ModelWriter>(std::move(writer));
}

Result<std::int64_t> ggufFileBytes(const OutputManifest& manifest)
{
    return GgufWriter().measure(manifest);
}

} // namespace aq
