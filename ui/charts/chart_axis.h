#pragma once
#include <vector>

namespace aq {

/// Where numbers lie along a line: from `low` to `high`, evenly or by their logarithm.
struct ChartAxis {
    double low = 0, high = 1;
    bool isLog = false; ///< low > 0 then.

    double share(double value) const; ///< 0 at low, 1 at high; outside of them beyond.
};

/// Round numbers inside of an axis, at most about `most`: steps of 1, 2 or 5 times a power of ten
/// times `unit`; on a logarithmic one 1, 2 and 5 of each decade, or fewer where there are many.
std::vector<double> axisTicks(const ChartAxis& axis, int most, double unit = 1);

/// 1, 1024, 1024^2 …: the largest in which `bytes` is at least one. Ticks of sizes are round in it.
double byteUnit(double bytes);

} // namespace aq
