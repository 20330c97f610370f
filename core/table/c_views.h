#pragma once
#include "core/io/byte_source.h"
#include "core/table/c_array.h"

namespace aq {

/// Texts of a utf8_view array: short ones lie in their view, others in one of any number of
/// buffers, whose sizes the last buffer holds. Read in place.
class CViews {
public:
    /// Checks every view of the rows. Corrupt: the detail goes on after "column 'x'".
    static Result<CViews> of(const ArrowSchema& schema, const ArrowArray& array, CRange rows);

    bool isNull(std::int64_t row) const { return m_nulls[row]; }
    Bytes bytes(std::int64_t row) const;

private:
    Result<void> check(std::int64_t row) const;

    CNulls m_nulls;
    const ArrowArray* m_array = nullptr;
    const std::byte* m_views = nullptr; ///< Of the first row.
};

} // namespace aq
