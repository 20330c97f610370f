#pragma once
#include <array>
#include <cstdint>

namespace aq {

/// How far the offsets of a batch's columns reach as rows are added: tells where the next batch
/// must begin.
class BatchReach {
public:
    /// What a row adds in each column with offsets: bytes or items.
    using Row = std::array<std::int64_t, 4>;

    explicit BatchReach(std::int64_t largestOffset)
        : m_largest(largestOffset)
    {
    }

    bool fits(const Row& row) const
    {
        for (std::size_t column = 0; column < row.size(); ++column)
            if (row[column] > m_largest - m_ends[column])
                return false;
        return m_rows < mostRows;
    }
    /// @return false: the row did not fit and has begun a new batch.
    bool add(const Row& row)
    {
        const bool isNext = fits(row);
        if (!isNext)
            *this = BatchReach(m_largest);
        for (std::size_t column = 0; column < row.size(); ++column)
            m_ends[column] += row[column];
        ++m_rows;
        return isNext;
    }

private:
    /// Keeps columns of short texts, up to 18 bytes a row, within 32-bit offsets.
    static constexpr std::int64_t mostRows = 1 << 26;

    std::int64_t m_largest;
    std::int64_t m_rows = 0;
    Row m_ends{};
};

} // namespace aq
