#include "core/analysis/moments.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace aq {
namespace {

constexpr std::size_t lanes = 8; ///< Sums side by side, always in the same order.
using Lanes = std::array<double, lanes>;

double total(const Lanes& sums)
{
    double sum = 0;
    for (const double lane : sums)
        sum += lane;
    return sum;
}

double meanOf(std::span<const float> x)
{
    Lanes sums{};
    std::size_t i = 0;
    for (; i + lanes <= x.size(); i += lanes)
        for (std::size_t k = 0; k < lanes; ++k)
            sums[k] += double(x[i + k]);
    for (; i < x.size(); ++i)
        sums[0] += double(x[i]);
    return total(sums) / double(x.size());
}

void addPowers(std::span<const float> x, Moments& run)
{
    Lanes second{}, third{}, fourth{};
    for (std::size_t i = 0; i < x.size(); i += lanes) {
        const std::size_t width = std::min(lanes, x.size() - i);
        for (std::size_t k = 0; k < width; ++k) {
            const double d = double(x[i + k]) - run.mean, dd = d * d;
            second[k] += dd;
            third[k] += dd * d;
            fourth[k] += dd * dd;
        }
    }
    run.m2 = total(second);
    run.m3 = total(third);
    run.m4 = total(fourth);
}

} // namespace

void Moments::add(std::span<const float> x)
{
    if (x.empty())
        return;
    Moments run;
    run.count = std::int64_t(x.size());
    run.mean = meanOf(x);
    addPowers(x, run);
    const auto [least, most] = std::ranges::minmax_element(x);
    run.min = double(*least);
    run.max = double(*most);
    run.zeros = std::ranges::count(x, 0.0F);
    merge(run);
}

void Moments::merge(const Moments& next)
{
    if (next.count == 0)
        return;
    if (count == 0) {
        *this = next;
        return;
    }
    const double a = double(count), b = double(next.count), n = a + b;
    const double d = next.mean - mean, dn = d / n;
    // Higher moments first: they need the lower ones of both sides as they were.
    m4 += next.m4 + d * dn * dn * dn * a * b * (a * a - a * b + b * b)
        + 6 * dn * dn * (a * a * next.m2 + b * b * m2) + 4 * dn * (a * next.m3 - b * m3);
    m3 += next.m3 + d * dn * dn * a * b * (a - b) + 3 * dn * (a * next.m2 - b * m2);
    m2 += next.m2 + d * dn * a * b;
    mean += b * dn;
    count += next.count;
    min = std::min(min, next.min);
    max = std::max(max, next.max);
    zeros += next.zeros;
}

double Moments::deviation() const { return count ? std::sqrt(m2 / double(count)) : 0; }

double Moments::kurtosis() const { return m2 > 0 ? double(count) * m4 / m2 / m2 : 0; }

} // namespace aq
