#pragma once
#include "core/analysis/histogram.h"
#include "core/analysis/moments.h"
#include "core/tensor/tensor_info.h"

namespace aq {

/// How fine a picture is, and which part its heat maps show.
struct PictureGrain {
    int bins = 128;
    int mostChannels = 512;
    int cells = 128;
    std::int64_t firstRow = 0, rows = 0, firstColumn = 0, columns = 0; ///< Within the matrix.
};

/// Collects the cells of a heat map from runs of elements.
class HeatMapBuilder {
public:
    HeatMapBuilder() = default;
    HeatMapBuilder(const Matrix& matrix, const PictureGrain& grain);

    /// A run of one row from `column` on; not finite values and those outside are passed over.
    void add(std::int64_t row, std::int64_t column, std::span<const float> x);
    HeatMap map() const;

private:
    HeatMap m_map;
};

/// Draws a TensorPicture from the elements of a matrix, which come in two passes: the first finds
/// the range of the original, the second everything else. Elements come in row-major order in runs
/// of any length; not all need to come.
class PictureBuilder {
public:
    enum class Use : std::uint8_t { Numbers = 1, Maps = 2, Both = 3 }; ///< What a run counts for.

    PictureBuilder(const Matrix& matrix, const PictureGrain& grain);

    void addRange(std::span<const float> x);
    void endRange();
    /// `first`: index of the first element in the matrix. `y`: what they become, or empty.
    void add(std::int64_t first, std::span<const float> x, std::span<const float> y, Use use);
    void dropSecondPass(); ///< Starts it again.

    /// Names, scheme and sampling are left to the caller. `Kept`: the decoded side is the original.
    enum class Decoded : std::uint8_t { None, Kept, Given };
    TensorPicture picture(Decoded decoded) const;

private:
    struct Side {
        Moments moments;
        std::int64_t notFinite = 0, outliers = 0;
        Histogram histogram;
    };
    struct Channel {
        double min = 0, max = 0, xx = 0, dd = 0;
        std::int64_t count = 0, pairs = 0, outliers = 0;
    };

    void addNumbers(std::int64_t row, std::span<const float> x, std::span<const float> y);
    void addErrors(Channel& channel, std::span<const float> x, std::span<const float> y);
    void addMaps(
        std::int64_t row, std::int64_t column, std::span<const float> x, std::span<const float> y);
    std::int64_t countInto(Side& side, std::span<const float> finite);
    std::span<const float> finiteOf(std::span<const float> x, std::vector<float>& buffer) const;
    ValueStats statsOf(const Side& side) const;
    std::vector<ChannelRange> channels() const;

    Matrix m_matrix;
    PictureGrain m_grain;
    std::int64_t m_rowsPerChannel = 1;
    double m_outlierLow = 0, m_outlierHigh = 0; ///< Values outside are outliers.
    Side m_original, m_decoded;
    GrowingHistogram m_errors;
    ErrorSums m_sums;
    std::vector<Channel> m_channels;
    HeatMapBuilder m_values, m_decodedValues, m_error;
    std::vector<float> m_x, m_y, m_d; ///< Finite values of a run; differences.
};

} // namespace aq
