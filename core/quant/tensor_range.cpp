#include "core/quant/scheme.h"

#include "core/quant/kernels/affine_math.h"
#include "core/quant/schemes/affine_range.h"

#include <algorithm>
#include <cmath>
#include <functional>

namespace aq {
namespace {

/// Errors are summed in float over this many elements, and these sums in double.
constexpr std::size_t errorBlock = 4096;

AffineRule ruleOf(const Scheme& scheme, const SchemeOptions& options)
{
    return {scheme.codeBits, options};
}

/// Adds the error of each candidate over `x` to `sums`.
void addErrors(
    const AffineRule& rule, const ClipTable& table, std::span<const float> x, double* sums)
{
    for (std::size_t at = 0; at < x.size(); at += errorBlock) {
        const auto block = x.subspan(at, std::min(errorBlock, x.size() - at));
        for (int first = 0; first < ClipTable::size; first += 16) {
            float errors[16];
            kernels().clipErrors(block, nullptr, table, first, rule.range.levels, INFINITY, errors);
            for (int k = 0; k < 16; ++k)
                sums[first + k] += double(errors[k]) * double(table.gain[first + k]);
        }
    }
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
    const AffineRule rule = ruleOf(*m_scheme, m_options);
    if (!isSearched(rangeFor(rule, m_min, m_max), m_min, m_max))
        return;
    ClipTable table;
    kernels().clipRanges(rule.range, {m_min, m_max}, table);
    partial.assign(ClipTable::size, 0.0);
    addErrors(rule, table, x, partial.data());
}

void TensorRangeSearch::endPass(int pass)
{
    std::vector<double> sums(ClipTable::size, 0.0);
    for (std::vector<double>& partial : m_partial) { // In tile order.
        if (partial.empty())
            continue;
        if (pass == 0) {
            m_min = m_empty ? float(partial[0]) : std::min(m_min, float(partial[0]));
            m_max = m_empty ? float(partial[1]) : std::max(m_max, float(partial[1]));
            m_empty = false;
        } else {
            std::transform(sums.begin(), sums.end(), partial.begin(), sums.begin(), std::plus<>());
        }
        partial.clear();
    }
    if (pass == 1)
        m_clip
            = clipFactors[std::size_t(std::min_element(sums.begin(), sums.end()) - sums.begin())];
}

Result<TensorRange> TensorRangeSearch::range() const
{
    const AffineRule rule = ruleOf(*m_scheme, m_options);
    if (const char* problem = problemOf(rule))
        return Error{ErrorCode::Unsupported, QString::fromLatin1(problem), {}};
    const StoredRange range = rangeFor(rule, m_min * m_clip, m_max * m_clip);
    if (!range.survives)
        return Error{ErrorCode::Unsupported,
            QStringLiteral("weights from %1 to %2: their scale does not survive as F16")
                .arg(double(m_min))
                .arg(double(m_max)),
            {}};
    return TensorRange{range.scale, range.zero};
}

} // namespace aq
