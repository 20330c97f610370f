#pragma once
#include <QString>
#include <vector>

namespace aq {

/// One bar or point of a chart.
struct Mark {
    double value = 0;
    QString tip;        ///< Plain text, shown when the pointer rests on it; escaped here.
    bool isBad = false; ///< Below a threshold.
};

/// What a chart shows. Charts are inline SVG without script; colours come from the page's CSS
/// variables (--ink --soft --line --mark --bad), so they follow light and dark.
struct Chart {
    QString title;           ///< Read aloud in place of the picture.
    QString xTitle;          ///< Below, with its unit.
    QString yTitle;          ///< Beside, with its unit.
    std::vector<Mark> marks; ///< Left to right; finite values.
};

QString columnChart(const Chart& chart); ///< From zero up.
QString lineChart(const Chart& chart);   ///< Points joined by a line; zero only where it is near.

/// One horizontal bar per mark with its `tip` as text beside it, in proportion to the largest.
QString barChart(const Chart& chart);

/// At most `most` marks: each stands for a run of neighbours and shows the one for which `worse` is
/// true against the others. Its tip gets the run: "12 to 23, worst: …".
std::vector<Mark> bucketed(
    const std::vector<Mark>& marks, std::size_t most, bool (*worse)(const Mark&, const Mark&));

} // namespace aq
