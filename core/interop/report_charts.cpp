#include "core/interop/report_charts.h"

#include "core/base/printable.h"
#include "core/interop/report_text.h"
#include "core/interop/svg_charts.h"
#include "core/validate/report_blocks.h"

#include <cmath>

namespace aq {
namespace {

constexpr std::size_t mostMarks = 120;

bool isLarger(const Mark& a, const Mark& b) { return a.value > b.value; }
bool isSmaller(const Mark& a, const Mark& b) { return a.value < b.value; }

Mark markOf(const TensorReport& tensor, double value)
{
    return {value,
        QStringLiteral("%1: relative RMSE %2, SQNR %3 dB")
            .arg(printable(tensor.name), reportNumber(tensor.relRmse),
                reportNumber(tensor.sqnrDb, 4)),
        isMissed(tensor)};
}

QString sizeChart(const ReportSummary& summary)
{
    const auto bar = [](const char* word, std::int64_t bytes) {
        return Mark{double(bytes), QLatin1StringView(word) + reportBytes(bytes), false};
    };
    return barChart({QStringLiteral("Size before and after"), {}, {},
        {bar("before ", summary.bytesBefore), bar("after ", summary.bytesAfter)}});
}

QString errorChart(const ValidationReport& report)
{
    std::vector<Mark> marks;
    for (const std::size_t index : worstFirst(report.tensors))
        if (const TensorReport& tensor = report.tensors[index];
            tensor.status != Status::Kept && std::isfinite(tensor.relRmse))
            marks.push_back(markOf(tensor, tensor.relRmse));
    return columnChart({QStringLiteral("Relative RMSE of each quantized tensor, worst first"),
        QStringLiteral("quantized tensors, worst first"), QStringLiteral("relative RMSE"),
        bucketed(marks, mostMarks, isLarger)});
}

QString blockChart(const ValidationReport& report)
{
    std::vector<Mark> marks;
    for (const BlockReport& block : reportBlocks(report.tensors))
        if (block.quantized > 0 && std::isfinite(block.relRmse))
            marks.push_back({block.relRmse,
                QStringLiteral("%1: relative RMSE %2, worst %3")
                    .arg(block.name.isEmpty() ? QStringLiteral("outside of blocks")
                                              : printable(block.name),
                        reportNumber(block.relRmse), printable(block.worst)),
                block.missed > 0});
    return columnChart({QStringLiteral("Relative RMSE of each block, weighted by parameters"),
        QStringLiteral("blocks in the order of the file"), QStringLiteral("relative RMSE"),
        bucketed(marks, mostMarks, isLarger)});
}

QString depthChart(const ValidationReport& report)
{
    std::vector<Mark> marks;
    for (const TensorReport& tensor : report.tensors)
        if (tensor.status != Status::Kept && std::isfinite(tensor.sqnrDb))
            marks.push_back(markOf(tensor, tensor.sqnrDb));
    return lineChart({QStringLiteral("SQNR of the quantized tensors in the order of the file"),
        QStringLiteral("quantized tensors in the order of the file"),
        QStringLiteral("SQNR, dB (higher is better)"), bucketed(marks, mostMarks, isSmaller)});
}

} // namespace

std::vector<ReportChart> reportCharts(const ValidationReport& report)
{
    return {{QStringLiteral("Size"), sizeChart(report.summary)},
        {QStringLiteral("Error of each tensor"), errorChart(report)},
        {QStringLiteral("Error of each block"), blockChart(report)},
        {QStringLiteral("Signal to quantization noise"), depthChart(report)}};
}

/// Presentation of the web page's classes; readers of SVG know no CSS variables.
QByteArray standaloneSvg(const QString& svg, int textSize)
{
    static const QString style
        = QStringLiteral("<style type=\"text/css\">.grid { stroke: #d9dde3; } .mark { fill: "
                         "#2f6db5; } .bad { fill: #b3261e; }"
                         " .line { stroke: #2f6db5; fill: none; stroke-width: 1.5; }</style>");
    QString whole = svg;
    whole.replace(
        QStringLiteral("<svg "), QStringLiteral("<svg xmlns=\"http://www.w3.org/2000/svg\" "));
    whole.replace(QStringLiteral("<text "), // Attributes: not every reader knows fonts in CSS.
        QStringLiteral("<text font-size=\"%1\" font-family=\"sans-serif\" fill=\"#5b6472\" ")
            .arg(textSize));
    whole.insert(whole.indexOf(u'>') + 1, style);
    return whole.toUtf8();
}

} // namespace aq
