#include "core/io/formats/gguf.h"

#include "core/base/printable.h"
#include "core/io/formats/gguf_cursor.h"
#include "core/io/formats/gguf_types.h"
#include "core/io/formats/gguf_values.h"
#include "core/io/refusal.h"

#include <QHash>
#include <QSet>
#include <algorithm>
#include <bit>
#include <limits>

namespace aq {
namespace {

constexpr std::uint64_t maxEntries = 300'000;  ///< Keys, and tensors: bounds the memory they take.
constexpr std::uint32_t maxRank = 5;           ///< ggml itself has 4.
constexpr std::uint64_t leastKeyBytes = 13;    ///< Length, type, value of one byte.
constexpr std::uint64_t leastTensorBytes = 24; ///< Length, rank, type, offset.
constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();

struct Counts {
    std::uint64_t tensors = 0;
    std::uint64_t keys = 0;
};

Result<void> checkVersion(std::uint32_t version)
{
    if (version == 2 || version == 3)
        return {};
    if ((version & 0xffff) == 0 && version != 0)
        return unsupported(QStringLiteral("a big-endian GGUF file, which is not supported"));
    return unsupported(
        QStringLiteral("GGUF version %1; versions 2 and 3 can be read").arg(version));
}

Result<Counts> readCounts(GgufCursor& cursor)
{
    if (cursor.bytes(4) != "GGUF")
        return cursor ? corrupt(QStringLiteral("does not begin with GGUF")) : cursor.error();
    const auto version = cursor.number<std::uint32_t>();
    if (auto known = checkVersion(version); cursor && !known)
        return known.error();
    const auto tensors = cursor.number<std::uint64_t>();
    const auto keys = cursor.number<std::uint64_t>();
    if (!cursor)
        return cursor.error();
    if (keys > cursor.left() / leastKeyBytes || tensors > cursor.left() / leastTensorBytes)
        return corrupt(QStringLiteral("claims %1 tensors and %2 keys; the file has %3 bytes")
                           .arg(tensors)
                           .arg(keys)
                           .arg(cursor.at() + std::int64_t(cursor.left())));
    if (tensors > maxEntries || keys > maxEntries)
        return unsupported(QStringLiteral("%1 tensors and %2 keys; at most %3 of each can be read")
                               .arg(tensors)
                               .arg(keys)
                               .arg(maxEntries));
    return Counts{tensors, keys};
}

/// All keys with their values into `header`, as they are and as text.
Result<void> readKeys(GgufCursor& cursor, std::uint64_t count, ModelHeader& header)
{
    for (std::uint64_t i = 0; i < count; ++i) {
        const QString key = readGgufName(cursor);
        if (!cursor)
            return cursor.error().in(QStringLiteral("key %1").arg(i + 1));
        QByteArray value = readGgufValue(cursor);
        if (!cursor)
            return cursor.error().in(printable(key));
        if (header.metadata.contains(key))
            return corrupt(QStringLiteral("stands in the file twice")).in(printable(key));
        header.metadata.insert(key, ggufText(value));
        header.typedMetadata.push_back({key, std::move(value)});
    }
    return {};
}

/// Shapes of tensors that are stored in other rows: ComfyUI-GGUF's keys.
Result<QHash<QString, Shape>> originalShapes(const ModelHeader& header)
{
    QHash<QString, Shape> shapes;
    for (const TypedEntry& entry : header.typedMetadata) {
        if (!entry.key.startsWith(ggufShapeKey))
            continue;
        const auto shape = asInt32s(entry.value);
        if (!shape)
            return corrupt(QStringLiteral("is not an array of INT32")).in(printable(entry.key));
        shapes.insert(entry.key.mid(ggufShapeKey.size()), *shape);
    }
    return shapes;
}

Result<std::int64_t> alignmentOf(const ModelHeader& header)
{
    for (const TypedEntry& entry : header.typedMetadata) {
        if (entry.key != ggufAlignmentKey)
            continue;
        const auto value = asUInt32(entry.value);
        if (!value || !std::has_single_bit(*value))
            return corrupt(QStringLiteral("%1 is not a power of two of type UINT32")
                               .arg(printable(ggufText(entry.value))))
                .in(ggufAlignmentKey);
        return *value;
    }
    return ggufAlignment;
}

/// One tensor as the file describes it.
struct Entry {
    QString name;
    Shape shape; ///< As stored, outermost first.
    std::uint32_t type = 0;
    std::uint64_t offset = 0; ///< From the start of the data.
};

Entry readEntry(GgufCursor& cursor)
{
    Entry entry;
    entry.name = readGgufName(cursor);
    const auto rank = cursor.number<std::uint32_t>();
    if (rank > maxRank)
        cursor.fail(unsupported(
            QStringLiteral("%1 dimensions; at most %2 can be read").arg(rank).arg(maxRank)));
    for (std::uint32_t i = 0; i < rank && cursor; ++i)
        entry.shape.push_back(std::int64_t(cursor.number<std::uint64_t>()));
    std::reverse(entry.shape.begin(), entry.shape.end());
    entry.type = cursor.number<std::uint32_t>();
    entry.offset = cursor.number<std::uint64_t>();
    return entry;
}

/// Bytes of the stored tensor; its rows are whole blocks and no product overflows.
Result<std::int64_t> bytesOf(const Entry& entry, const GgufType& type)
{
    const auto elements = elementCount(entry.shape);
    const std::int64_t row = entry.shape.empty() ? 1 : entry.shape.back();
    if (!elements)
        return corrupt(QStringLiteral("shape %1 overflows or has a negative extent")
                           .arg(shapeText(entry.shape)));
    if (row % type.elements != 0)
        return corrupt(QStringLiteral("rows of %1 elements are not whole blocks of %2, as %3 has")
                           .arg(row)
                           .arg(type.elements)
                           .arg(QLatin1StringView(type.name)));
    const std::int64_t blocks = *elements / type.elements;
    if (blocks > most / type.bytes)
        return corrupt(QStringLiteral("shape %1 of %2 has too many bytes")
                           .arg(shapeText(entry.shape), QLatin1StringView(type.name)));
    return blocks * type.bytes;
}

/// Where the data of the next tensor begins and what follows from that.
struct Layout {
    std::int64_t dataStart = 0, alignment = 1, fileSize = 0;
    std::int64_t next = 0; ///< From the start of the data.

    Result<Blob> place(const Entry& entry, std::int64_t bytes)
    {
        if (entry.offset != std::uint64_t(next))
            return corrupt(QStringLiteral("its data begins at byte %1 of the data, not at %2 where "
                                          "the tensor before it ends")
                               .arg(entry.offset)
                               .arg(next));
        const std::int64_t left = fileSize - dataStart;
        if (bytes > 0 && (next > left || bytes > left - next))
            return corrupt(
                QStringLiteral("needs %1 bytes at byte %2 of the data, of which the file "
                               "has %3: it is cut off")
                    .arg(bytes)
                    .arg(next)
                    .arg(left));
        const Blob blob{0, dataStart + std::min(next, left), bytes};
        const std::int64_t rest = bytes % alignment;
        next += bytes + (rest ? alignment - rest : 0);
        return blob;
    }
};

Result<TensorInfo> toTensor(Entry& entry, Layout& layout, const QHash<QString, Shape>& originals)
{
    const GgufType* type = ggufTypeWithId(entry.type);
    if (!type)
        return unsupported(QStringLiteral("tensor type %1 is not known here").arg(entry.type));
    const auto bytes = bytesOf(entry, *type);
    if (!bytes)
        return bytes.error();
    const auto blob = layout.place(entry, *bytes);
    if (!blob)
        return blob.error();
    TensorInfo tensor;
    tensor.name = entry.name;
    tensor.shape = entry.shape;
    tensor.dtype = type->dtype.value_or(DType::F32);
    tensor.data = *blob;
    if (const auto original = originals.constFind(tensor.name); original != originals.constEnd()) {
        if (elementCount(*original) != elementCount(entry.shape))
            return corrupt(QStringLiteral("stored as %1, which is not its original shape %2")
                               .arg(shapeText(entry.shape), printable(shapeText(*original))));
        tensor.shape = *original;
    }
    if (!type->dtype && *bytes > 0) { // Without elements there is nothing to decode.
        tensor.encoding = Encoding{.scheme = schemeOf(*type),
            .options = ggufOptions(*type),
            .codes = *blob,
            .scales = {},
            .zeros = {}};
        if (tensor.shape != entry.shape)
            tensor.encoding->shape = std::move(entry.shape);
        tensor.data = {};
    }
    return tensor;
}

Result<std::vector<Entry>> readEntries(GgufCursor& cursor, std::uint64_t count)
{
    std::vector<Entry> entries;
    QSet<QString> names;
    for (std::uint64_t i = 0; i < count; ++i) {
        Entry entry = readEntry(cursor);
        if (!cursor)
            return cursor.error().in(entry.name.isEmpty() ? QStringLiteral("tensor %1").arg(i + 1)
                                                          : printable(entry.name));
        if (names.contains(entry.name))
            return corrupt(QStringLiteral("two tensors have this name")).in(printable(entry.name));
        names.insert(entry.name);
        entries.push_back(std::move(entry));
    }
    return entries;
}

} // namespace

Result<ModelHeader> readGgufHeader(const ByteSource& file)
{
    GgufCursor cursor(file);
    const auto counts = readCounts(cursor);
    if (!counts)
        return counts.error();
    ModelHeader header;
    if (auto read = readKeys(cursor, counts->keys, header); !read)
        return read.error();
    const auto alignment = alignmentOf(header);
    if (!alignment)
        return alignment.error();
    const auto originals = originalShapes(header);
    if (!originals)
        return originals.error();
    auto entries = readEntries(cursor, counts->tensors);
    if (!entries)
        return entries.error();

    const std::int64_t rest = cursor.at() % *alignment;
    const std::int64_t dataStart // Without data the file may end before it.
        = std::min(cursor.at() + (rest ? *alignment - rest : 0), file.size());
    Layout layout{dataStart, *alignment, file.size(), 0};
    header.tensors.reserve(entries->size());
    for (Entry& entry : *entries) {
        auto tensor = toTensor(entry, layout, *originals);
        if (!tensor)
            return tensor.error().in(printable(entry.name));
        header.tensors.push_back(std::move(*tensor));
    }
    return header;
}

} // namespace aq
