#include "core/table/c_array.h"

#include "core/io/refusal.h"

#include <algorithm>
#include <limits>

namespace aq {
namespace {

constexpr std::int64_t mostBuffers = 1 << 20; ///< A count beyond is no count.

/// Buffers of an array of this type, validity included; -1 for types that are not read. The least
/// for views.
int buffersOf(const CType& type)
{
    switch (type.kind) {
    case CKind::Number:
    case CKind::List:
        return 2;
    case CKind::Utf8:
    case CKind::Binary:
        return 3;
    case CKind::FixedList:
    case CKind::Struct:
        return 1;
    case CKind::Other:
        return -1;
    }
    Q_UNREACHABLE();
}

Result<void> checkCounts(const ArrowArray& array)
{
    if (!array.release)
        return corrupt(QStringLiteral("was released before it was read"));
    if (array.length < 0 || array.offset < 0 || array.length > mostValues
        || array.offset > mostValues - array.length)
        return corrupt(QStringLiteral("has a length of %1 and an offset of %2")
                           .arg(array.length)
                           .arg(array.offset));
    if (array.null_count < -1 || array.null_count > array.length)
        return corrupt(
            QStringLiteral("claims %1 nulls in %2 values").arg(array.null_count).arg(array.length));
    return {};
}

Result<void> checkBuffers(const ArrowSchema& schema, const ArrowArray& array)
{
    const CType type = typeOf(schema);
    const int buffers = buffersOf(type);
    const bool isCount = type.views ? array.n_buffers >= buffers && array.n_buffers <= mostBuffers
                                    : array.n_buffers == buffers;
    if (!isCount || !array.buffers)
        return corrupt(QStringLiteral("has %1 buffers, %2 has %3")
                           .arg(array.buffers ? array.n_buffers : 0)
                           .arg(typeText(schema))
                           .arg(buffers));
    if (array.null_count > 0 && !array.buffers[0])
        return corrupt(
            QStringLiteral("claims %1 nulls and does not say which").arg(array.null_count));
    return {};
}

/// Its type has as many children, none is null, and it has a dictionary exactly where its type has.
Result<void> checkChildren(const ArrowSchema& schema, const ArrowArray& array)
{
    if (array.n_children != schema.n_children || (array.n_children > 0 && !array.children))
        return corrupt(QStringLiteral("has %1 children, %2 has %3")
                           .arg(array.children ? array.n_children : 0)
                           .arg(typeText(schema))
                           .arg(schema.n_children));
    for (std::int64_t i = 0; i < array.n_children; ++i)
        if (!array.children[i])
            return corrupt(QStringLiteral("has no child %1").arg(i));
    if (bool(array.dictionary) != bool(schema.dictionary))
        return corrupt(array.dictionary ? QStringLiteral("has a dictionary, its type has none")
                                        : QStringLiteral("has no dictionary"));
    return {};
}

} // namespace

Result<void> checkArray(const ArrowSchema& schema, const ArrowArray& array, std::int64_t values)
{
    if (auto checked = checkCounts(array); !checked)
        return checked;
    if (auto checked = checkBuffers(schema, array); !checked)
        return checked;
    if (auto checked = checkChildren(schema, array); !checked)
        return checked;
    if (array.length < values)
        return corrupt(
            QStringLiteral("has %1 values where %2 are needed").arg(array.length).arg(values));
    return {};
}

CNulls::CNulls(const ArrowArray& array, std::int64_t first)
    : m_bits(array.null_count == 0 ? nullptr : bufferOf(array, 0))
    , m_first(array.offset + first)
{
}

bool CNulls::isValid(std::int64_t bit) const
{
    return (std::to_integer<unsigned>(m_bits[bit / 8]) >> (bit % 8) & 1) != 0;
}

bool CNulls::operator[](std::int64_t value) const { return m_bits && !isValid(m_first + value); }

std::optional<std::int64_t> CNulls::firstIn(CRange range) const
{
    if (!m_bits)
        return {};
    const std::int64_t begin = m_first + range.first, end = begin + range.count;
    for (std::int64_t bit = begin; bit < end;) {
        const bool whole = bit % 8 == 0 && bit + 64 <= end;
        if (whole && load<std::uint64_t>(m_bits + bit / 8) == ~std::uint64_t(0)) {
            bit += 64;
            continue;
        }
        if (!isValid(bit))
            return bit - begin;
        ++bit;
    }
    return {};
}

std::int64_t integerAt(DType type, const std::byte* at)
{
    switch (type) {
    case DType::I8:
        return load<std::int8_t>(at);
    case DType::U8:
        return load<std::uint8_t>(at);
    case DType::I16:
        return load<std::int16_t>(at);
    case DType::U16:
        return load<std::uint16_t>(at);
    case DType::I32:
        return load<std::int32_t>(at);
    case DType::U32:
        return load<std::uint32_t>(at);
    case DType::U64: {
        constexpr auto most = std::numeric_limits<std::int64_t>::max();
        return std::int64_t(std::min(load<std::uint64_t>(at), std::uint64_t(most)));
    }
    default:
        return load<std::int64_t>(at);
    }
}

} // namespace aq
