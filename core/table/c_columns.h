#pragma once
#include "core/table/c_views.h"

#include <variant>

namespace aq {

// Columns of a batch, read in place. of() checks the array, every offset and every index, and fails
// with Corrupt; the detail goes on after "column 'x'".

/// Integers of any type, as integerAt() reads them.
class CIntegers {
public:
    static Result<CIntegers> of(const ArrowSchema& schema, const ArrowArray& array, CRange rows);

    bool isNull(std::int64_t row) const { return m_nulls[row]; }
    std::int64_t operator[](std::int64_t row) const;

private:
    CNulls m_nulls;
    DType m_type = DType::I64;
    const std::byte* m_data = nullptr; ///< Of the first row.
};

/// Runs of bytes or of numbers, one per row: texts, binaries, and lists with 32-bit or 64-bit
/// offsets or of a fixed size.
class CRuns {
public:
    static Result<CRuns> of(const ArrowSchema& schema, const ArrowArray& array, CRange rows);

    bool isNull(std::int64_t row) const { return m_nulls[row]; }
    std::int64_t items(std::int64_t row) const { return range(row).count; }
    Bytes bytes(std::int64_t row) const;                          ///< The producer's own.
    std::optional<std::int64_t> nullItem(std::int64_t row) const; ///< The first one in the run.
    DType itemType() const { return m_type; }                     ///< Of a list.

private:
    Result<void> findOffsets(const CType& type, const ArrowArray& array, CRange rows);
    Result<CRange> checkOffsets(std::int64_t rows, std::int64_t end) const;
    Result<void> findItems(const ArrowSchema& schema, const ArrowArray& array, std::int64_t rows);
    std::int64_t offset(std::int64_t row) const;
    CRange range(std::int64_t row) const;

    CNulls m_nulls, m_itemNulls;
    const std::byte* m_offsets = nullptr; ///< Of the first row; null: every row has `m_width`.
    bool m_wide = false;
    std::int64_t m_width = 0;
    std::int64_t m_first = 0;          ///< Row 0 of a list of fixed size, in rows.
    const std::byte* m_data = nullptr; ///< Of item 0.
    DType m_type = DType::U8;
};

/// Texts of any kind, also dictionary-encoded ones.
class CTexts {
public:
    static Result<CTexts> of(const ArrowSchema& schema, const ArrowArray& array, CRange rows);

    bool isNull(std::int64_t row) const;
    std::optional<QString> text(std::int64_t row) const; ///< Nothing: not UTF-8.

private:
    static Result<CTexts> plain(const ArrowSchema& schema, const ArrowArray& array, CRange rows);
    std::int64_t place(std::int64_t row) const { return m_indices ? (*m_indices)[row] : row; }

    std::optional<CIntegers> m_indices; ///< Into the texts; none: a text per row.
    std::variant<CRuns, CViews> m_texts;
};

} // namespace aq
