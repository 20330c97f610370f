#include "core/validate/trial_comparison.h"

#include "core/analysis/block_name.h"

#include <QHash>
#include <algorithm>
#include <cmath>
#include <numeric>

namespace aq {
namespace {

constexpr double unknown = std::numeric_limits<double>::quiet_NaN();

/// Adds tensor by tensor; see ErrorMeasure for the formulas.
class Summer {
public:
    void add(int at, const TensorInfo& info, const TrialTensor& tensor)
    {
        const std::int64_t elements = info.elements();
        ++m_sums.tensors;
        m_sums.parameters += elements;
        m_sums.bytesBefore += info.bytes();
        m_sums.bytes += tensor.bytes;
        if (!tensor.isKnown()) {
            ++m_sums.unknown;
            return;
        }
        const double weight = double(elements);
        const double error = std::isinf(tensor.relRmse) ? 1 : tensor.relRmse;
        m_weights += weight;
        m_squares += weight * error * error;
        m_gaps += weight * tensor.cosineGap;
        m_changed |= !tensor.isKept();
        if (error > m_sums.worst) {
            m_sums.worst = error;
            m_sums.worstAt = at;
        }
    }

    TrialSums sums() const
    {
        TrialSums sums = m_sums;
        if (sums.unknown > 0 && !m_changed) {
            sums.relRmse = sums.cosineGap = sums.worst = unknown;
        } else if (m_weights > 0) {
            sums.relRmse = std::sqrt(m_squares / m_weights);
            sums.cosineGap = m_gaps / m_weights;
        }
        return sums;
    }

private:
    TrialSums m_sums;
    double m_weights = 0, m_squares = 0, m_gaps = 0;
    bool m_changed = false; ///< The error of a tensor that changes is known.
};

double decibels(double relRmse) { return -20 * std::log10(relRmse); }

/// Larger is worse, whatever the measure.
double badness(const TrialSums& sums, ErrorMeasure measure)
{
    const double error = errorOf(sums, measure);
    return isMoreBetter(measure) ? -error : error;
}

TensorDifference differenceOf(int tensor, std::span<const TrialTensorsPtr> trials)
{
    TensorDifference difference{.tensor = tensor};
    if (trials.empty())
        return difference;
    const auto id = [](const QString& scheme) { return QStringView(scheme).split(u':').front(); };
    const TrialTensor& first = (*trials.front())[std::size_t(tensor)];
    for (const TrialTensorsPtr& trial : trials.subspan(1)) {
        const TrialTensor& other = (*trial)[std::size_t(tensor)];
        difference.scheme |= id(other.scheme) != id(first.scheme);
        difference.size |= other.bytes != first.bytes;
        difference.error |= other.isKnown() && first.isKnown()
            && (other.relRmse != first.relRmse || other.cosineGap != first.cosineGap);
    }
    return difference;
}

std::vector<BlockComparison> blocksOf(const ModelHeader& header)
{
    std::vector<BlockComparison> blocks;
    QHash<QString, std::size_t> known;
    for (std::size_t i = 0; i < header.tensors.size(); ++i) {
        const QString name = blockOf(header.tensors[i].name);
        auto at = known.constFind(name);
        if (at == known.constEnd()) {
            at = known.insert(name, blocks.size());
            blocks.push_back({name, {}, {}});
        }
        blocks[*at].tensors.push_back(int(i));
    }
    return blocks;
}

} // namespace

const char* errorMeasureId(ErrorMeasure measure)
{
    static constexpr std::array ids{"relRmse", "sqnrDb", "cosineGap", "worst"};
    return ids.at(std::size_t(measure));
}

TrialSums sumsOf(const ModelHeader& header, const TrialTensors& trial, std::span<const int> tensors)
{
    Summer summer;
    for (const int i : tensors)
        summer.add(i, header.tensors[std::size_t(i)], trial[std::size_t(i)]);
    return summer.sums();
}

TrialSums sumsOf(const ModelHeader& header, const TrialTensors& trial)
{
    std::vector<int> all(header.tensors.size());
    std::iota(all.begin(), all.end(), 0);
    return sumsOf(header, trial, all);
}

double errorOf(const TrialSums& sums, ErrorMeasure measure)
{
    switch (measure) {
    case ErrorMeasure::RelRmse:
        return sums.relRmse;
    case ErrorMeasure::Sqnr:
        return decibels(sums.relRmse);
    case ErrorMeasure::CosineGap:
        return sums.cosineGap;
    case ErrorMeasure::Worst:
        return sums.worst;
    }
    return unknown;
}

double errorOf(const TrialTensor& tensor, ErrorMeasure measure)
{
    switch (measure) {
    case ErrorMeasure::RelRmse:
    case ErrorMeasure::Worst:
        return tensor.relRmse;
    case ErrorMeasure::Sqnr:
        return decibels(tensor.relRmse);
    case ErrorMeasure::CosineGap:
        return tensor.cosineGap;
    }
    return unknown;
}

double errorChange(double error, double baseline, ErrorMeasure measure)
{
    if (error == baseline)
        return 0; // Also of two that are exact, in dB.
    return isMoreBetter(measure) ? baseline - error : error - baseline;
}

bool dominates(const TrialSums& a, const TrialSums& b, ErrorMeasure measure)
{
    if (!a.isKnown() || !b.isKnown())
        return false;
    const double badA = badness(a, measure), badB = badness(b, measure);
    return a.bytes <= b.bytes && badA <= badB && (a.bytes < b.bytes || badA < badB);
}

std::vector<int> dominators(std::span<const TrialSums> trials, ErrorMeasure measure)
{
    std::vector<int> result(trials.size(), -1);
    for (std::size_t i = 0; i < trials.size(); ++i) {
        for (std::size_t j = 0; j < trials.size(); ++j) {
            if (!dominates(trials[j], trials[i], measure))
                continue;
            const int best = result[i];
            if (best < 0
                || badness(trials[j], measure) < badness(trials[std::size_t(best)], measure))
                result[i] = int(j);
        }
    }
    return result;
}

std::vector<int> paretoFront(std::span<const TrialSums> trials, ErrorMeasure measure)
{
    const std::vector<int> dominated = dominators(trials, measure);
    std::vector<int> front;
    for (std::size_t i = 0; i < trials.size(); ++i)
        if (trials[i].isKnown() && dominated[i] < 0)
            front.push_back(int(i));
    std::ranges::stable_sort(front, {}, [&](int i) { return trials[std::size_t(i)].bytes; });
    return front;
}

int bestWithin(std::span<const TrialSums> trials, std::int64_t bytes, ErrorMeasure measure)
{
    int best = -1;
    for (std::size_t i = 0; i < trials.size(); ++i) {
        const TrialSums& trial = trials[i];
        if (!trial.isKnown() || trial.bytes > bytes)
            continue;
        const auto key
            = [&](const TrialSums& sums) { return std::pair(badness(sums, measure), sums.bytes); };
        if (best < 0 || key(trial) < key(trials[std::size_t(best)]))
            best = int(i);
    }
    return best;
}

Against against(const TrialSums& trial, const TrialSums& baseline, ErrorMeasure measure)
{
    using Relation = Against::Relation;
    Against result;
    if (baseline.bytes > 0)
        result.sizeChange = double(trial.bytes) / double(baseline.bytes) - 1;
    const double error = errorOf(trial, measure), base = errorOf(baseline, measure);
    const double worse = errorChange(error, base, measure);
    result.errorChange = isMoreBetter(measure) || worse == 0 ? worse : worse / base;
    result.bytesPerDb = unknown;
    if (!trial.isKnown() || !baseline.isKnown())
        return result;
    const double gained = decibels(trial.relRmse) - decibels(baseline.relRmse);
    const std::int64_t bytes = trial.bytes - baseline.bytes;
    if (std::isfinite(gained) && gained != 0 && double(bytes) / gained > 0)
        result.bytesPerDb = double(bytes) / gained;
    if (bytes == 0 && worse == 0)
        result.relation = Relation::Same;
    else if (bytes >= 0 && worse >= 0)
        result.relation = Relation::Worse;
    else if (bytes <= 0 && worse <= 0)
        result.relation = Relation::Better;
    else
        result.relation = bytes > 0 ? Relation::LargerCloser : Relation::SmallerFarther;
    return result;
}

Comparison compareTrials(const ModelHeader& header, std::span<const TrialTensorsPtr> trials)
{
    Comparison comparison;
    for (const TrialTensorsPtr& trial : trials)
        comparison.totals.push_back(sumsOf(header, *trial));
    comparison.blocks = blocksOf(header);
    for (BlockComparison& block : comparison.blocks)
        for (const TrialTensorsPtr& trial : trials)
            block.trials.push_back(sumsOf(header, *trial, block.tensors));
    for (std::size_t i = 0; i < header.tensors.size(); ++i) {
        comparison.tensors.push_back(differenceOf(int(i), trials));
        comparison.differing += comparison.tensors.back().any();
    }
    return comparison;
}

} // namespace aq
