#include "core/table/c_columns.h"

#include "core/io/refusal.h"

#include <QStringDecoder>

namespace aq {
namespace {

Error noBytes() { return corrupt(QStringLiteral("has a null pointer in place of a buffer")); }

std::optional<QString> utf8(Bytes bytes)
{
    using Flag = QStringDecoder::Flag;
    QStringDecoder decode(QStringDecoder::Utf8, Flag::Stateless | Flag::ConvertInitialBom);
    const QString text = decode(QByteArrayView(bytes.data(), qsizetype(bytes.size())));
    return decode.hasError() ? std::nullopt : std::optional(text);
}

} // namespace

Result<CIntegers> CIntegers::of(const ArrowSchema& schema, const ArrowArray& array, CRange rows)
{
    if (auto checked = checkArray(schema, array, rows.first + rows.count); !checked)
        return checked.error();
    CIntegers integers;
    integers.m_type = typeOf(schema).item;
    integers.m_nulls = CNulls(array, rows.first);
    if (rows.count == 0)
        return integers;
    if (!array.buffers[1])
        return noBytes();
    const std::int64_t size = bitsOf(integers.m_type) / 8;
    integers.m_data = bufferOf(array, 1) + (array.offset + rows.first) * size;
    return integers;
}

std::int64_t CIntegers::operator[](std::int64_t row) const
{
    return integerAt(m_type, m_data + row * (bitsOf(m_type) / 8));
}

Result<CRuns> CRuns::of(const ArrowSchema& schema, const ArrowArray& array, CRange rows)
{
    if (auto checked = checkArray(schema, array, rows.first + rows.count); !checked)
        return checked.error();
    CRuns runs;
    runs.m_nulls = CNulls(array, rows.first);
    if (auto found = runs.findOffsets(typeOf(schema), array, rows); !found)
        return found.error();
    if (auto found = runs.findItems(schema, array, rows.count); !found)
        return found.error();
    return runs;
}

/// Where the runs begin. A list of fixed size knows it without a buffer.
Result<void> CRuns::findOffsets(const CType& type, const ArrowArray& array, CRange rows)
{
    m_wide = type.wide;
    m_width = type.width;
    m_first = array.offset + rows.first;
    if (type.kind == CKind::FixedList || rows.count == 0)
        return {};
    if (!array.buffers[1])
        return noBytes();
    m_offsets = bufferOf(array, 1) + m_first * (m_wide ? 8 : 4);
    return {};
}

/// The items of all rows, if none is past `end` and no offset is less than the one before it.
Result<CRange> CRuns::checkOffsets(std::int64_t rows, std::int64_t end) const
{
    if (rows == 0)
        return CRange{};
    if (!m_offsets) {
        if (m_width != 0 && m_first + rows > end / m_width)
            return corrupt(QStringLiteral("has %1 items for %2 lists of %3")
                               .arg(end)
                               .arg(m_first + rows)
                               .arg(m_width));
        return CRange{m_first * m_width, rows * m_width};
    }
    std::int64_t least = 0;
    for (std::int64_t row = 0; row <= rows; ++row) {
        const std::int64_t next = offset(row);
        if (next < least || next > end)
            return corrupt(QStringLiteral("has offset %1 at row %2, which is not between %3 and %4")
                               .arg(next)
                               .arg(row)
                               .arg(least)
                               .arg(end));
        least = next;
    }
    return CRange{offset(0), least - offset(0)};
}

/// Where item 0 is: in a buffer of the array itself, or in that of a list's child.
Result<void> CRuns::findItems(const ArrowSchema& schema, const ArrowArray& array, std::int64_t rows)
{
    const bool isList
        = typeOf(schema).kind == CKind::List || typeOf(schema).kind == CKind::FixedList;
    const ArrowArray& owner = isList ? *array.children[0] : array;
    if (isList) {
        const ArrowSchema& itemSchema = *schema.children[0];
        if (auto checked = checkArray(itemSchema, owner, 0); !checked)
            return corrupt(QStringLiteral("has items whose array ") + checked.error().detail);
        m_type = typeOf(itemSchema).item;
        m_itemNulls = CNulls(owner, 0);
    }
    const auto items = checkOffsets(rows, isList ? owner.length : mostValues);
    if (!items)
        return items.error();
    if (items->count == 0)
        return {};
    const std::byte* data = bufferOf(owner, isList ? 1 : 2);
    if (!data)
        return noBytes();
    m_data = data + (isList ? owner.offset * (bitsOf(m_type) / 8) : 0);
    return {};
}

std::int64_t CRuns::offset(std::int64_t row) const
{
    return m_wide ? load<std::int64_t>(m_offsets + row * 8)
                  : load<std::int32_t>(m_offsets + row * 4);
}

CRange CRuns::range(std::int64_t row) const
{
    if (!m_offsets)
        return {(m_first + row) * m_width, m_width};
    return {offset(row), offset(row + 1) - offset(row)};
}

Bytes CRuns::bytes(std::int64_t row) const
{
    const CRange run = range(row);
    const std::int64_t size = bitsOf(m_type) / 8;
    if (run.count == 0)
        return {};
    return {m_data + run.first * size, std::size_t(run.count * size)};
}

std::optional<std::int64_t> CRuns::nullItem(std::int64_t row) const
{
    return m_itemNulls.firstIn(range(row));
}

/// A text per row.
Result<CTexts> CTexts::plain(const ArrowSchema& schema, const ArrowArray& array, CRange rows)
{
    CTexts texts;
    if (typeOf(schema).views) {
        auto views = CViews::of(schema, array, rows);
        if (!views)
            return views.error();
        texts.m_texts = *views;
        return texts;
    }
    auto runs = CRuns::of(schema, array, rows);
    if (!runs)
        return runs.error();
    texts.m_texts = *runs;
    return texts;
}

Result<CTexts> CTexts::of(const ArrowSchema& schema, const ArrowArray& array, CRange rows)
{
    if (!schema.dictionary)
        return plain(schema, array, rows);
    const auto indices = CIntegers::of(schema, array, rows);
    if (!indices)
        return indices.error();
    const std::int64_t values = array.dictionary->length;
    auto texts = plain(*schema.dictionary, *array.dictionary, {0, values});
    if (!texts)
        return corrupt(QStringLiteral("has a dictionary that ") + texts.error().detail);
    for (std::int64_t row = 0; row < rows.count; ++row) {
        if (indices->isNull(row))
            continue;
        const std::int64_t index = (*indices)[row];
        if (index < 0 || index >= values)
            return corrupt(QStringLiteral("has index %1 into a dictionary of %2 at row %3")
                               .arg(index)
                               .arg(values)
                               .arg(row));
    }
    texts->m_indices = *indices;
    return texts;
}

bool CTexts::isNull(std::int64_t row) const
{
    if (m_indices && m_indices->isNull(row))
        return true;
    return std::visit([&](const auto& texts) { return texts.isNull(place(row)); }, m_texts);
}

std::optional<QString> CTexts::text(std::int64_t row) const
{
    return utf8(std::visit([&](const auto& texts) { return texts.bytes(place(row)); }, m_texts));
}

} // namespace aq
