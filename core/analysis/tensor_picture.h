#pragma once
#include "core/analysis/metrics.h"

#include <QString>
#include <vector>

namespace aq {

/// Counts of values in bins of equal width; the first begins at `low`, the last ends at `high`.
/// A value on a border belongs to the bin above it, `high` to the last bin.
struct Histogram {
    double low = 0, high = 0;
    std::vector<std::int64_t> counts;
    std::int64_t below = 0, above = 0; ///< Values outside.

    double binWidth() const { return counts.empty() ? 0 : (high - low) / double(counts.size()); }
};

/// What one side of a tensor is like. Moments are of finite values.
struct ValueStats {
    std::int64_t count = 0;
    std::int64_t notFinite = 0; ///< NaN and infinities.
    std::int64_t zeros = 0;
    double min = 0, max = 0, mean = 0;
    double deviation = 0;    ///< Standard deviation, of the population.
    double kurtosis = 0;     ///< Fourth standardized moment; 3 for a normal distribution.
    double outlierShare = 0; ///< Share of values farther than 6 deviations from the mean.
};

/// One output channel (row of the tensor's matrix), or a run of neighbours where there are many.
struct ChannelRange {
    std::int64_t first = 0, count = 1; ///< Rows.
    double min = 0, max = 0;
    double rms = 0;
    double errorRms = 0;       ///< Of what was decoded; 0 without.
    std::int64_t outliers = 0; ///< Values farther than 6 deviations of the tensor from its mean.
};

/// A matrix in fewer cells: what each cell holds is told by its name below.
struct HeatMap {
    std::int64_t firstRow = 0, rows = 0; ///< The part of the tensor that is shown.
    std::int64_t firstColumn = 0, columns = 0;
    int cellRows = 0, cellColumns = 0; ///< Cells down and across.
    std::vector<float> cells;          ///< Row-major; NaN: no finite value in it.
    float low = 0, high = 0;           ///< Of the cells.
};

/// One tensor seen closely: as it is, and as it comes back from quantization.
struct TensorPicture {
    QString name;
    QString scheme; ///< That it was decoded from, "Q4_K"; empty: only the original.
    std::int64_t rows = 0, columns = 0; ///< Of the matrix it is seen as.
    bool isSampled = false;             ///< Numbers are of evenly spaced rows, not of all.
    std::int64_t sampledRows = 0;       ///< How many were read.
    ValueStats original, decoded;
    Histogram originalHistogram, decodedHistogram; ///< The same bins.
    Histogram errorHistogram;                      ///< Of decoded - original.
    ErrorSums sums;
    std::vector<ChannelRange> channels; ///< At most PictureRequest::mostChannels.
    HeatMap values;                     ///< Of the original: the value farthest from zero per cell.
    HeatMap decodedValues;              ///< Likewise.
    HeatMap error;                      ///< Largest |decoded - original| per cell.
};

} // namespace aq
