#include "core/table/c_views.h"

#include "core/io/refusal.h"

namespace aq {
namespace {

constexpr std::int64_t viewBytes
    = 16; ///< int32 length; 12 bytes of text, or int32 prefix, buffer, offset.
constexpr std::int32_t longestInline = 12;
constexpr std::int64_t buffersBefore = 2; ///< Validity and views.

struct View {
    std::int32_t length, prefix, buffer, offset;
};

std::int64_t dataBuffers(const ArrowArray& array) { return array.n_buffers - buffersBefore - 1; }

/// Bytes in a data buffer, as the array says.
std::int64_t sizeOf(const ArrowArray& array, std::int64_t buffer)
{
    return load<std::int64_t>(bufferOf(array, array.n_buffers - 1) + buffer * 8);
}

} // namespace

Result<CViews> CViews::of(const ArrowSchema& schema, const ArrowArray& array, CRange rows)
{
    if (auto checked = checkArray(schema, array, rows.first + rows.count); !checked)
        return checked.error();
    CViews views;
    views.m_nulls = CNulls(array, rows.first);
    views.m_array = &array;
    if (rows.count == 0)
        return views;
    if (!array.buffers[1] || (dataBuffers(array) > 0 && !bufferOf(array, array.n_buffers - 1)))
        return corrupt(QStringLiteral("has a null pointer in place of a buffer"));
    views.m_views = bufferOf(array, 1) + (array.offset + rows.first) * viewBytes;
    for (std::int64_t row = 0; row < rows.count; ++row)
        if (auto checked = views.check(row); !checked)
            return checked.error();
    return views;
}

/// The view of a row that is not null lies inside its buffer.
Result<void> CViews::check(std::int64_t row) const
{
    if (isNull(row))
        return {};
    const View view = load<View>(m_views + row * viewBytes);
    if (view.length >= 0 && view.length <= longestInline)
        return {};
    const bool isInside = view.length > 0 && view.buffer >= 0 && view.buffer < dataBuffers(*m_array)
        && view.offset >= 0 && sizeOf(*m_array, view.buffer) - view.offset >= view.length
        && bufferOf(*m_array, buffersBefore + view.buffer);
    if (isInside)
        return {};
    return corrupt(QStringLiteral("has a view of %1 bytes at %2 in buffer %3 at row %4, which are "
                                  "not there")
                       .arg(view.length)
                       .arg(view.offset)
                       .arg(view.buffer)
                       .arg(row));
}

Bytes CViews::bytes(std::int64_t row) const
{
    const std::byte* at = m_views + row * viewBytes;
    const View view = load<View>(at);
    if (view.length <= longestInline)
        return {at + sizeof(view.length), std::size_t(view.length)};
    return {
        bufferOf(*m_array, buffersBefore + view.buffer) + view.offset, std::size_t(view.length)};
}

} // namespace aq
