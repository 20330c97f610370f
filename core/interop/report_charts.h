#pragma once
#include "core/validate/validation_report.h"

namespace aq {

/// A picture of a report.
struct ReportChart {
    QString heading;
    QString svg; ///< Coloured by classes and CSS variables: see svg_charts.h.
};

/// Sizes, error of each tensor with the worst first, of each block, and SQNR in the order of the
/// file: the charts of the web page and of the print.
std::vector<ReportChart> reportCharts(const ValidationReport& report);

/// The same picture as a file of its own, in the colours of paper. `textSize`: of all labels, in
/// the picture's units (720 across).
QByteArray standaloneSvg(const QString& svg, int textSize = 12);

} // namespace aq
