#include "core/quant/scheme.h"

#include "core/quant/schemes/affine_range.h"

#include <algorithm>

namespace aq {
namespace {

/// Errors are summed in float over this many elements, and these sums in double.
constexpr std::size_t errorBlock = 4096;

AffineRule ruleOf(const Scheme& scheme, const SchemeOptions& options)
{
    return {scheme.codeBits, options};
}

GroupRange clippedRange(const AffineRule& rule, double min, double max, int candidate)
{
    const double factor = clipFactor(candidate);
    return rangeFor(rule, min * factor, max * factor);
}

} // namespace

TensorRangeSearch::TensorRangeSearch(
    const Scheme& scheme, const SchemeOptions& options, std::int64_t tiles)
    : m_scheme(&scheme)
    , m_options(options)
    , m_partial(std::size_t(tiles))
{
}

int TensorRangeSearch::passes() const { return ruleOf(*m_scheme, m_options).searches() ? 2 : 1; }

void TensorRangeSearch::add(int pass, std::int64_t tile, std::span<const float> x)
{
    if (x.empty())
        return;
    std::vector<double>& partial = m_partial[std::size_t(tile)];
    if (pass == 0) {
        const MinMax limits = kernels().minMax(x);
        partial = {double(limits.min), double(limits.max)};
        return;
    }
    if (m_min == m_max)
        return;
    const AffineRule rule = ruleOf(*m_scheme, m_options);
    partial.assign(clipCandidates, 0.0);
    for (int candidate = 0; candidate < clipCandidates; ++candidate) {
        const GroupRange range = clippedRange(rule, m_min, m_max, candidate);
        const double square = double(range.scale) * double(range.scale);
        double& error = partial[std::size_t(candidate)];
        for (std::size_t at = 0; at < x.size(); at += errorBlock) {
            const auto block = x.subspan(at, std::min(errorBlock, x.size() - at));
            error += square * double(kernels().codeError(block, nullptr, codeMap(rule, range)));
        }
    }
}

void TensorRangeSearch::endPass(int pass)
{
    std::vector<double> sums(clipCandidates, 0.0);
    for (std::vector<double>& partial : m_partial) { // In tile order.
        if (partial.empty())
            continue;
        if (pass == 0) {
            m_min = m_empty ? partial[0] : std::min(m_min, partial[0]);
            m_max = m_empty ? partial[1] : std::max(m_max, partial[1]);
            m_empty = false;
        } else {
            std::transform(sums.begin(), sums.end(), partial.begin(), sums.begin(), std::plus<>());
        }
        partial.clear();
    }
    if (pass == 1)
        m_clip = clipFactor(int(std::min_element(sums.begin(), sums.end()) - sums.begin()));
}

Result<TensorRange> TensorRangeSearch::range() const
{
    const AffineRule rule = ruleOf(*m_scheme, m_options);
    if (const char* problem = problemOf(rule))
        return Error{ErrorCode::Unsupported, QString::fromLatin1(problem), {}};
    const GroupRange range = rangeFor(rule, m_min * m_clip, m_max * m_clip);
    if (!range.survives)
        return Error{ErrorCode::Unsupported,
            QStringLiteral("weights from %1 to %2: their scale does not survive as F16")
                .arg(m_min)
                .arg(m_max),
            {}};
    return TensorRange{range.scale, range.zero};
}

} // namespace aq
