#pragma once
#include "core/analysis/metrics.h"

#include <QString>
#include <vector>

namespace aq {

/// Counts of values in bins of equal width; the first begins at `low`, the last ends at `high`.
/// A value on a border belongs to the bin above it, `high` to the last bin. Without counts: there
/// was nothing to count.
struct Histogram {
    double low = 0, high = 0;
    std::vector<std::int64_t> counts = {};
    std::int64_t below = 0, above = 0; ///< Values outside.

    double binWidth() const { return counts.empty() ? 0 : (high - low) / double(counts.size()); }
};

/// What is far from the rest: farther than this many standard deviations from the mean.
inline constexpr double outlierDeviations = 6;

/// What one side of a tensor is like. All but the first two are of finite values; 0 without any.
struct ValueStats {
    std::int64_t count = 0;     ///< Elements that were looked at.
    std::int64_t notFinite = 0; ///< NaN and infinities among them.
    std::int64_t zeros = 0;     ///< Exactly 0.
    double min = 0, max = 0, mean = 0;
    double deviation = 0; ///< Standard deviation of the population: sqrt(sum (x - mean)^2 / n).
    /// Fourth standardized moment: n sum (x - mean)^4 / (sum (x - mean)^2)^2. 3 for a normal
    /// distribution, 1.8 for a uniform one; 0 when all values are equal.
    double kurtosis = 0;
    /// Share of finite values farther than outlierDeviations from the mean, both taken from the
    /// original, so that two sides can be compared.
    double outlierShare = 0;
};

/// One output channel (row of the tensor's matrix), or a run of neighbours where there are many.
/// Of finite values; a channel of which none was looked at is left out.
struct ChannelRange {
    std::int64_t first = 0, count = 1; ///< Rows.
    double min = 0, max = 0;
    double rms = 0;            ///< sqrt(mean x^2)
    double errorRms = 0;       ///< sqrt(mean (decoded - original)^2); 0 without decoded values.
    std::int64_t outliers = 0; ///< As in ValueStats::outlierShare, of the original.
};

/// A matrix in fewer cells: what each cell holds is told by its name below.
struct HeatMap {
    std::int64_t firstRow = 0, rows = 0; ///< The part of the tensor that is shown.
    std::int64_t firstColumn = 0, columns = 0;
    int cellRows = 0, cellColumns = 0; ///< Cells down and across.
    std::vector<float> cells = {};     ///< Row-major; NaN: no finite value in it.
    float low = 0, high = 0;           ///< Of the cells.

    /// Rows and columns of the tensor that a cell covers: from, and up to but not including.
    std::int64_t rowAt(int cellRow) const { return firstRow + split(cellRow, cellRows, rows); }
    std::int64_t columnAt(int cellColumn) const
    {
        return firstColumn + split(cellColumn, cellColumns, columns);
    }

private:
    static std::int64_t split(int cell, int cells, std::int64_t extent)
    {
        return cells ? (cell * extent + cells - 1) / cells : 0;
    }
};

/// What most cells stay within: the magnitude that 99 of 100 do not exceed, or the largest where
/// that is 0. For colours: a single outlier would leave nothing to see. 0: all cells are 0 or NaN.
double typicalReach(const HeatMap& map);

/// One tensor seen closely: as it is, and as it comes back from quantization.
struct TensorPicture {
    QString name;
    /// What it was decoded from: Scheme::title ("Q4_K") or a plain type ("F16"). Empty: only the
    /// original is here.
    QString scheme;
    bool isKept = false; ///< Its bytes stay: the decoded side is the original.
    QString problem;     ///< Why nothing was decoded although asked for: "element 17 is NaN".
    std::int64_t rows = 0, columns = 0; ///< Of the matrix it is seen as: matrixOf() its shape.
    bool isSampled = false;             ///< Numbers are of evenly spaced rows, not of all.
    std::int64_t sampledRows = 0;       ///< How many rows' worth of elements were read.
    ValueStats original, decoded;
    /// The same bins: those between the first and the last have the originals' range, so that
    /// decoded values slightly beyond it are still inside.
    Histogram originalHistogram, decodedHistogram;
    /// Of decoded - original, symmetric around 0. Empty when nothing differs.
    Histogram errorHistogram;
    ErrorSums sums;                     ///< Of pairs that are both finite.
    std::vector<ChannelRange> channels; ///< At most PictureRequest::mostChannels.
    HeatMap values;                     ///< Of the original: the value farthest from zero per cell.
    HeatMap decodedValues;              ///< Likewise.
    HeatMap error;                      ///< Largest |decoded - original| per cell.
};

} // namespace aq
