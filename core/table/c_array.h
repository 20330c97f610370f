#pragma once
#include "core/base/result.h"
#include "core/table/c_type.h"

#include <cstring>
#include <optional>

namespace aq {

// Arrays that other programs made, read in place. Values are counted from the array's own offset,
// as the Arrow C data interface counts them. What can be reached without following a pointer to
// values is checked; how far a pointer goes only its producer knows.

/// The values [first, first + count) of an array.
struct CRange {
    std::int64_t first = 0;
    std::int64_t count = 0;
};

inline constexpr std::int64_t mostValues = std::int64_t(1) << 56; ///< Times eight bytes fits.

/// That `array` has the buffers and children of its type, and at least `values` values.
Result<void> checkArray(const ArrowSchema& schema, const ArrowArray& array, std::int64_t values);

/// Which values of a checked array are null.
class CNulls {
public:
    CNulls() = default;
    CNulls(const ArrowArray& array, std::int64_t first);

    bool operator[](std::int64_t value) const; ///< Counted from `first`.
    /// The first null of a range, counted from its begin. Looks at 64 values at once.
    std::optional<std::int64_t> firstIn(CRange range) const;

private:
    bool isValid(std::int64_t bit) const;

    const std::byte* m_bits = nullptr; ///< Null: there are no nulls.
    std::int64_t m_first = 0;
};

/// Buffers need not be aligned.
template <typename T>
T load(const std::byte* at)
{
    T value;
    std::memcpy(&value, at, sizeof(T));
    return value;
}

/// An integer of any type; one of uint64 beyond int64 becomes its largest.
std::int64_t integerAt(DType type, const std::byte* at);

inline const std::byte* bufferOf(const ArrowArray& array, std::int64_t index)
{
    return static_cast<const std::byte*>(array.buffers[index]);
}

} // namespace aq
