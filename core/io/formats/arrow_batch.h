#pragma once
#include "core/io/formats/arrow_buffers.h"

#include <QHash>

namespace aq {

/// Texts, of rows or of a dictionary; nothing: a null.
using ArrowTexts = std::vector<std::optional<QString>>;
using ArrowDictionaries = QHash<std::int64_t, ArrowTexts>; ///< By id.

/// Items of a list, or bytes of a binary value, in a column's data.
struct ArrowSpan {
    std::int64_t first = 0;
    std::int64_t count = 0;
};

/// A value of a column of lists of integers.
struct ArrowIntegers {
    bool isNull = false;
    std::vector<std::int64_t> values;
    std::optional<std::int64_t> nullItem; ///< The first there is.
};

/// The first null among the items of a column's lists.
struct ArrowNullItem {
    std::size_t row = 0;
    std::int64_t item = 0; ///< Of the row's list.
};

/// Rows that are not null; empty: all of them.
using ArrowValidity = std::vector<bool>;
inline bool isValid(const ArrowValidity& valid, std::size_t row)
{
    return valid.empty() || valid[row];
}

/// One record batch, and its columns on request: names, offsets and shapes are read; codes, scales
/// and weights are only located.
class ArrowBatch {
public:
    /// Reads the message in `block` and checks it against the schema. @pre the source lives on
    static Result<ArrowBatch> read(
        ArrowSource& source, const ArrowTable& table, const ArrowBlock& block, std::size_t number);

    /// The values of a dictionary: of a batch with one column, of the type of `field`'s values.
    static Result<ArrowTexts> readTexts(ArrowSource& source, const arrow::RecordBatch& batch,
        const ArrowField& field, const ArrowBlock& block);

    std::int64_t rows() const { return m_buffers.rows(); }

    // One value per row. Errors name the column: offsets that decrease or leave the data.
    Result<ArrowValidity> validity(const ArrowField& field);
    Result<ArrowTexts> texts(const ArrowField& field, const ArrowDictionaries& dictionaries);
    Result<std::vector<std::optional<std::int64_t>>> integers(const ArrowField& field);
    Result<std::vector<ArrowIntegers>> integerLists(const ArrowField& field);
    Result<std::vector<ArrowSpan>> spans(const ArrowField& field); ///< Of Binaries and FloatLists.

    /// Where the spans of a column lie.
    Result<std::vector<Blob>> blobs(const ArrowField& field, const std::vector<ArrowSpan>& spans);
    /// Of a column of lists; rows that are null themselves are passed over.
    Result<std::optional<ArrowNullItem>> nullItem(
        const ArrowField& field, const std::vector<ArrowSpan>& spans, const ArrowValidity& valid);

private:
    ArrowBatch(ArrowBuffers buffers, std::size_t number)
        : m_buffers(std::move(buffers))
        , m_number(number)
    {
    }
    const ArrowNode& items(const ArrowField& field) const { return m_buffers.node(field.node + 1); }
    Result<void> checkLength(const ArrowField& field) const;
    Result<ArrowRun> itemRun(const ArrowField& field, std::int64_t itemBytes);
    Result<std::vector<std::int64_t>> numbers(
        const ArrowRun& run, const ArrowInteger& type, std::int64_t count);
    Result<std::vector<ArrowSpan>> spansWithin(const ArrowField& field, std::int64_t end);
    Result<std::vector<ArrowSpan>> fixedSpans(const ArrowField& field, std::int64_t end) const;
    Result<std::optional<ArrowRun>> itemValidityRun(const ArrowField& field);
    Result<std::vector<std::byte>> itemBitmap(const ArrowField& field, std::int64_t count);

    // What the above are made of; their errors do not name the column.
    Result<ArrowTexts> plainTexts(const ArrowField& field, const ArrowValidity& valid);
    Result<ArrowTexts> viewedTexts(const ArrowField& field, const ArrowValidity& valid);
    Result<std::vector<std::vector<std::byte>>> viewedData(
        const ArrowField& field, const ArrowValidity& valid, Bytes views);
    Result<ArrowTexts> dictionaryTexts(
        const ArrowField& field, const ArrowValidity& valid, const ArrowDictionaries& dictionaries);
    Result<std::vector<std::int64_t>> indices(const ArrowField& field);
    Result<std::vector<ArrowSpan>> dataSpans(const ArrowField& field);
    Result<std::vector<ArrowIntegers>> shapes(const ArrowField& field, const ArrowValidity& valid);

    ArrowBuffers m_buffers;
    std::size_t m_number; ///< Of the batch in its file, for errors.
};

/// Reads a dictionary batch that belongs to one of the `fields` into `dictionaries`; others are
/// passed over. In a stream it may take the place of an earlier one.
Result<void> readArrowDictionary(ArrowSource& source, const ArrowTable& table,
    std::span<const ArrowField* const> fields, const ArrowBlock& block,
    ArrowDictionaries& dictionaries);

} // namespace aq
