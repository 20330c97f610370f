#pragma once
#include "core/analysis/tensor_picture.h"

#include <span>

namespace aq {

/// A histogram of the values of [low, high]: `bins` of equal width, the first and the last beyond
/// what is given, for values that rounding took a little outside. Equal ends get some room.
/// @pre low <= high, both finite, bins >= 3
Histogram histogramFor(double low, double high, int bins);

void addTo(Histogram& histogram, std::span<const float> values); ///< Finite.

/// Counts values around zero whose range is not known before: whenever one does not fit, the range
/// doubles and neighbouring bins are joined.
class GrowingHistogram {
public:
    explicit GrowingHistogram(int bins); ///< Rounded up to a multiple of 4.

    void add(double value); ///< Finite.
    /// Without the outer bins that are empty on both sides: at least `bins` of them and at most
    /// twice as many. Nothing when there was no value but 0.
    Histogram histogram() const;

private:
    void growTo(double magnitude);
    std::size_t binOf(double value) const;

    std::vector<std::int64_t> m_counts;
    double m_reach = 0; ///< A power of two: values are in [-reach, reach). 0: all were 0.
    double m_scale = 0; ///< Bins per unit.
    std::int64_t m_zeros = 0;
};

} // namespace aq
