#pragma once
#include "core/validate/trial.h"

#include <array>
#include <span>

namespace aq {

/// One number for how far many tensors are from the source. With n_t weights and the relative RMSE
/// e_t of each tensor t, over all tensors whose error is known (kept ones have e_t = 0):
///
///     RelRmse    E = sqrt( sum n_t e_t^2 / sum n_t )       0: exact; less is better
///     Sqnr       -20 log10 E, in dB                        +inf: exact; more is better
///     CosineGap  sum n_t (1 - cos_t) / sum n_t             0: exact; less is better
///     Worst      max e_t                                   0: exact; less is better
///
/// All weights of the model count, not only those that were quantized: a trial that keeps what
/// suffers most must not look worse for it. So the number of a whole model is smaller than the
/// summary of its report (a mean over quantized tensors). An infinite e_t (a tensor of zeros that
/// came back as something else) counts as 1.
enum class ErrorMeasure : std::uint8_t { RelRmse, Sqnr, CosineGap, Worst };
inline constexpr std::array errorMeasures{
    ErrorMeasure::RelRmse, ErrorMeasure::Sqnr, ErrorMeasure::CosineGap, ErrorMeasure::Worst};
const char* errorMeasureId(ErrorMeasure measure); ///< "relRmse", "sqnrDb", …: stable, in files.
inline bool isMoreBetter(ErrorMeasure measure) { return measure == ErrorMeasure::Sqnr; }

/// What a trial makes of a set of tensors.
struct TrialSums {
    std::int64_t parameters = 0;  ///< Elements of all of them.
    std::int64_t bytesBefore = 0; ///< In the source; data without headers, as the next.
    std::int64_t bytes = 0;
    int tensors = 0;
    int unknown = 0;    ///< Tensors whose error is not known.
    int worstAt = -1;   ///< Position of the tensor with the largest error; -1: none has one.
    double relRmse = 0; ///< NaN where nothing is known of the tensors that change.
    double cosineGap = 0;
    double worst = 0;

    bool isKnown() const { return relRmse == relRmse; }
    double bitsPerWeight() const
    {
        return parameters ? 8.0 * double(bytes) / double(parameters) : 0;
    }
};
TrialSums sumsOf(const ModelHeader& header, const TrialTensors& trial);
TrialSums sumsOf(
    const ModelHeader& header, const TrialTensors& trial, std::span<const int> tensors);

double errorOf(const TrialSums& sums, ErrorMeasure measure);
double errorOf(const TrialTensor& tensor, ErrorMeasure measure);

/// How much worse one is than another, in the unit of the measure: larger is worse, also in dB
/// (decibels lost). NaN: unknown; infinite when only one of two is exact and the measure is dB.
double errorChange(double error, double baseline, ErrorMeasure measure);

/// Whether a is smaller and as good, or better and as small, or both. False when either is unknown.
bool dominates(const TrialSums& a, const TrialSums& b, ErrorMeasure measure);
/// Per trial the position of one that dominates it (of several the best); -1: none does.
std::vector<int> dominators(std::span<const TrialSums> trials, ErrorMeasure measure);
/// Those that none dominates, smallest first; of equal ones all.
std::vector<int> paretoFront(std::span<const TrialSums> trials, ErrorMeasure measure);
/// The best of those that take at most `bytes`; of equally good ones the smallest. -1: none fits.
int bestWithin(std::span<const TrialSums> trials, std::int64_t bytes, ErrorMeasure measure);

/// A trial beside the baseline, as a sentence needs it.
struct Against {
    enum class Relation : std::uint8_t {
        Unknown,       ///< The error of one of them is not known.
        Same,          ///< In both, to what is written of them.
        Better,        ///< Smaller or as small, and less error.
        Worse,         ///< Larger or as large, and more error; or larger for the same.
        LargerCloser,  ///< Larger, with less error.
        SmallerFarther ///< Smaller, with more error.
    };
    Relation relation = Relation::Unknown;
    double sizeChange = 0;  ///< Relative: 0.18 is 18 % larger.
    double errorChange = 0; ///< Relative change of relRmse, cosine gap or worst; of SQNR the dB
                            ///< lost. NaN: unknown; infinite: the baseline is exact.
    double bytesPerDb = 0;  ///< What each decibel of SQNR costs that the larger one is better; NaN
                            ///< when none is gained.
};
Against against(const TrialSums& trial, const TrialSums& baseline, ErrorMeasure measure);

/// What differs between the trials about one tensor.
struct TensorDifference {
    int tensor = 0; ///< Position in ModelHeader::tensors.
    bool scheme = false, size = false, error = false;
    bool any() const { return scheme || size || error; }
};

/// One block (block_name.h), or the tensors outside of all blocks (no name).
struct BlockComparison {
    QString name;
    std::vector<int> tensors;      ///< Positions, in order.
    std::vector<TrialSums> trials; ///< As the trials that were given.
};

struct Comparison {
    std::vector<TrialSums> totals;         ///< As the trials that were given.
    std::vector<BlockComparison> blocks;   ///< In the order of their first tensors.
    std::vector<TensorDifference> tensors; ///< One per tensor of the model, in order.
    int differing = 0;                     ///< How many of them differ in anything.
};

/// Pure; linear in tensors times trials. Each trial has one entry per tensor of the header.
Comparison compareTrials(const ModelHeader& header, std::span<const TrialTensorsPtr> trials);

} // namespace aq
