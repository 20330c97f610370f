#include "core/interop/comparison_report.h"

#include "core/base/printable.h"
#include "core/interop/csv_cell.h"
#include "core/interop/text_number.h"

#include <QFileInfo>
#include <algorithm>
#include <array>
#include <cmath>

namespace aq {
namespace {

constexpr const char* style = R"(
:root { color-scheme: light dark; --paper: #fff; --ink: #1d2330; --soft: #5b6472; --line: #d9dde3;
  --t0: #1f6feb; --t1: #bc4c00; --t2: #1a7f37; --t3: #8250df; }
@media (prefers-color-scheme: dark) { :root { --paper: #15181d; --ink: #e6e9ee; --soft: #a2abb8;
  --line: #343a44; --t0: #58a6ff; --t1: #f0883e; --t2: #56d364; --t3: #bc8cff; } }
body { background: var(--paper); color: var(--ink); font: 15px/1.5 system-ui, sans-serif;
  max-width: 70rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.5rem; margin: 0; } h2 { font-size: 1.1rem; margin: 2rem 0 .5rem; }
.soft { color: var(--soft); } .verdict { font-size: 1.1rem; font-weight: 600; }
svg { width: 100%; height: auto; max-width: 46rem; } svg text { fill: var(--ink); font-size: 13px; }
svg line, svg polyline { stroke: var(--line); fill: none; }
.wide { overflow-x: auto; max-height: 40rem; } table { border-collapse: collapse; width: 100%;
  font-size: .85rem; font-variant-numeric: tabular-nums; }
th, td { padding: .25rem .5rem; border-bottom: 1px solid var(--line); text-align: right;
  white-space: nowrap; } th { position: sticky; top: 0; background: var(--paper); }
td:first-child, th:first-child { text-align: left; white-space: normal; overflow-wrap: anywhere; }
)";

QString safe(const QString& text) { return printable(text, 1000).toHtmlEscaped(); }

QString bytesText(std::int64_t bytes)
{
    constexpr std::array units{"bytes", "KiB", "MiB", "GiB", "TiB"};
    std::size_t unit = 0;
    double amount = double(bytes);
    for (; std::abs(amount) >= 1024 && unit + 1 < units.size(); ++unit)
        amount /= 1024;
    return QString::number(amount, 'f', unit ? 2 : 0) + u' ' + QLatin1StringView(units[unit]);
}

QString number(double value, int digits = 4)
{
    if (std::isnan(value))
        return QStringLiteral("–");
    if (std::isinf(value))
        return value > 0 ? QStringLiteral("∞") : QStringLiteral("−∞");
    return QString::number(value, 'g', digits);
}

QString row(const QStringList& cells, const char* tag = "td")
{
    const QString open = QStringLiteral("<%1>").arg(QLatin1StringView(tag));
    const QString close = QStringLiteral("</%1>").arg(QLatin1StringView(tag));
    return QStringLiteral("<tr>") + open + cells.join(close + open) + close
        + QStringLiteral("</tr>\n");
}

QString table(const QStringList& head, const QString& rows)
{
    return QStringLiteral("<div class=\"wide\"><table>\n<thead>%1</thead>\n<tbody>\n%2</tbody>"
                          "</table></div>\n")
        .arg(row(head, "th"), rows);
}

/// Size to the right, relative RMSE up, both from zero: a picture to be read roughly, with the
/// numbers below it.
QString picture(const ComparisonSheet& sheet)
{
    constexpr double width = 640, height = 300, left = 60, bottom = 250, top = 20;
    double mostBytes = 1, mostError = 0;
    for (const TrialSums& sums : sheet.comparison.totals) {
        mostBytes = std::max(mostBytes, double(sums.bytes));
        if (sums.isKnown())
            mostError = std::max(mostError, sums.relRmse);
    }
    if (mostError <= 0)
        return {};
    QString marks;
    for (std::size_t i = 0; i < sheet.comparison.totals.size(); ++i) {
        const TrialSums& sums = sheet.comparison.totals[i];
        if (!sums.isKnown())
            continue;
        const double x = left + (width - left - 150) * double(sums.bytes) / mostBytes;
        const double y = bottom - (bottom - top) * sums.relRmse / mostError;
        marks += QStringLiteral("<circle cx=\"%1\" cy=\"%2\" r=\"6\" fill=\"var(--t%3)\"/>"
                                "<text x=\"%4\" y=\"%5\">%6</text>\n")
                     .arg(x, 0, 'f', 1)
                     .arg(y, 0, 'f', 1)
                     .arg(i % 4)
                     .arg(x + 10, 0, 'f', 1)
                     .arg(y + 4, 0, 'f', 1)
                     .arg(safe(sheet.titles[qsizetype(i)]));
    }
    return QStringLiteral("<svg viewBox=\"0 0 %1 %2\" role=\"img\" aria-label=\"Size and error\">\n"
                          "<polyline points=\"%3,%4 %3,%5 %1,%5\"/>\n%6"
                          "<text x=\"%3\" y=\"%7\">0</text><text x=\"%8\" y=\"%7\">%9, size</text>"
                          "<text x=\"0\" y=\"14\">relative RMSE %10</text>\n</svg>\n")
        .arg(width)
        .arg(height)
        .arg(left)
        .arg(top)
        .arg(bottom)
        .arg(marks)
        .arg(bottom + 20)
        .arg(width - 150)
        .arg(bytesText(std::int64_t(mostBytes)))
        .arg(number(mostError, 3));
}

QString totals(const ComparisonSheet& sheet)
{
    const auto dominated = dominators(sheet.comparison.totals, ErrorMeasure::RelRmse);
    QString rows;
    for (std::size_t i = 0; i < sheet.comparison.totals.size(); ++i) {
        const TrialSums& sums = sheet.comparison.totals[i];
        rows += row({safe(sheet.titles[qsizetype(i)]), bytesText(sums.bytes),
            number(
                100.0 * double(sums.bytes) / double(std::max<std::int64_t>(1, sums.bytesBefore)), 3)
                + QStringLiteral(" %"),
            number(sums.bitsPerWeight(), 3), number(sums.relRmse),
            number(errorOf(sums, ErrorMeasure::Sqnr), 3), number(sums.cosineGap),
            number(sums.worst), dominated[i] < 0 ? QString() : safe(sheet.titles[dominated[i]])});
    }
    return table(
        {QStringLiteral("Setting"), QStringLiteral("Size"), QStringLiteral("Of the source"),
            QStringLiteral("Bits per weight"), QStringLiteral("Relative RMSE"),
            QStringLiteral("SQNR (dB)"), QStringLiteral("1 − cosine"),
            QStringLiteral("Worst tensor"), QStringLiteral("Beaten by")},
        rows);
}

QStringList headOf(const QString& first, const ComparisonSheet& sheet, bool schemes)
{
    QStringList head{first};
    for (const QString& title : sheet.titles) {
        if (schemes)
            head << safe(title) + QStringLiteral(": type");
        head << safe(title) + QStringLiteral(": size")
             << safe(title) + QStringLiteral(": relative RMSE");
    }
    return head;
}

QString blocks(const ComparisonSheet& sheet)
{
    QString rows;
    for (const BlockComparison& block : sheet.comparison.blocks) {
        QStringList cells{
            block.name.isEmpty() ? QStringLiteral("(outside blocks)") : safe(block.name)};
        for (const TrialSums& sums : block.trials)
            cells << bytesText(sums.bytes) << number(sums.relRmse);
        rows += row(cells);
    }
    return table(headOf(QStringLiteral("Block"), sheet, false), rows);
}

QString differing(const ModelHeader& header, const ComparisonSheet& sheet)
{
    QString rows;
    for (const TensorDifference& difference : sheet.comparison.tensors) {
        if (!difference.any())
            continue;
        const auto at = std::size_t(difference.tensor);
        QStringList cells{safe(header.tensors[at].name)};
        for (const TrialTensorsPtr& trial : sheet.tensors)
            cells << safe((*trial)[at].scheme) << bytesText((*trial)[at].bytes)
                  << number((*trial)[at].relRmse);
        rows += row(cells);
    }
    return table(headOf(QStringLiteral("Tensor"), sheet, true), rows);
}

} // namespace

QByteArray comparisonHtml(const ModelHeader& header, const ComparisonSheet& sheet)
{
    QStringList verdict;
    for (const QString& sentence : sheet.verdict)
        verdict << safe(sentence);
    const QString html = QStringLiteral(
        "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">\n"
        "<meta name=\"viewport\" content=\"width=device-width\">\n"
        "<title>Comparison of %1</title>\n<style>%2</style></head><body>\n"
        "<h1>Comparison</h1>\n<p class=\"soft\">%1<br>%3</p>\n<p class=\"verdict\">%4</p>\n"
        "<p class=\"soft\">Error of the weights stands in for what a person sees; sizes are data "
        "without headers.</p>\n%5<h2>Totals</h2>\n%6<h2>Blocks</h2>\n%7"
        "<h2>Tensors that differ</h2>\n%8</body></html>\n");
    return html
        .arg(safe(sheet.source), QString::fromUtf8(style), safe(sheet.program),
            verdict.join(QStringLiteral("<br>\n")), picture(sheet), totals(sheet), blocks(sheet),
            differing(header, sheet))
        .toUtf8();
}

QByteArray comparisonCsv(const ModelHeader& header, const ComparisonSheet& sheet)
{
    QByteArrayList cells{"name", "parameters", "bytesBefore"};
    for (const QString& title : sheet.titles)
        for (const char* what : {"scheme", "bytes", "relRmse", "cosineGap"})
            cells << csvCell(title + QStringLiteral(": ") + QLatin1StringView(what));
    QByteArray csv = cells.join(',') + "\r\n";
    for (std::size_t i = 0; i < header.tensors.size(); ++i) {
        const TensorInfo& tensor = header.tensors[i];
        cells = {csvCell(tensor.name), numberText(tensor.elements()), numberText(tensor.bytes())};
        for (const TrialTensorsPtr& trial : sheet.tensors) {
            const TrialTensor& of = (*trial)[i];
            cells << csvCell(of.scheme) << numberText(of.bytes) << numberText(of.relRmse)
                  << numberText(of.cosineGap);
        }
        csv += cells.join(',') + "\r\n";
    }
    return csv;
}

Result<QByteArray> comparisonFor(
    const QString& path, const ModelHeader& header, const ComparisonSheet& sheet)
{
    const QString suffix = QFileInfo(path).suffix().toLower();
    if (suffix == QLatin1StringView("html") || suffix == QLatin1StringView("htm"))
        return comparisonHtml(header, sheet);
    if (suffix == QLatin1StringView("csv"))
        return comparisonCsv(header, sheet);
    return Error{
        ErrorCode::Unsupported, QStringLiteral("a comparison is saved as .html or .csv"), path};
}

} // namespace aq
