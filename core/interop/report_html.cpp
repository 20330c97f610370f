#include "core/base/printable.h"
#include "core/interop/report_charts.h"
#include "core/interop/report_json.h"
#include "core/interop/report_text.h"
#include "core/validate/report_blocks.h"
#include "core/validate/size_wish.h"

#include <array>

namespace aq {

namespace {

// Colours: dark blue and red that keep 4.5 : 1 on their background; red is never the only sign.
constexpr const char* style = R"(
:root { color-scheme: light dark; --paper: #fff; --ink: #1d2330; --soft: #5b6472; --line: #d9dde3;
  --mark: #2f6db5; --bad: #b3261e; --good: #1b6e3a; }
@media (prefers-color-scheme: dark) { :root { --paper: #15181d; --ink: #e6e9ee; --soft: #a2abb8;
  --line: #343a44; --mark: #74a9e6; --bad: #ff8a80; --good: #7fd39a; } }
body { background: var(--paper); color: var(--ink); font: 15px/1.5 system-ui, sans-serif;
  max-width: 68rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.5rem; margin: 0 0 .25rem; } h2 { font-size: 1.1rem; margin: 2rem 0 .5rem; }
.verdict { font-size: 1.2rem; font-weight: 600; } .passed { color: var(--good); }
.failed, td.bad { color: var(--bad); } p.soft, dt, caption { color: var(--soft); }
dl { display: grid; grid-template-columns: repeat(auto-fit, minmax(11rem, 1fr)); gap: .75rem; }
dt { font-size: .85rem; } dd { margin: 0; font-size: 1.15rem; font-variant-numeric: tabular-nums; }
svg { width: 100%; height: auto; max-width: 60rem; } svg text { fill: var(--soft); font-size: 12px; }
.grid { stroke: var(--line); } .mark { fill: var(--mark); } .bad { fill: var(--bad); }
.line { stroke: var(--mark); fill: none; stroke-width: 1.5; }
.wide { overflow-x: auto; } table { border-collapse: collapse; font-size: .85rem; width: 100%; }
th, td { padding: .25rem .5rem; border-bottom: 1px solid var(--line); text-align: right;
  white-space: nowrap; font-variant-numeric: tabular-nums; }
th { position: sticky; top: 0; background: var(--paper); }
.text { text-align: left; } .name { white-space: normal; overflow-wrap: anywhere; text-align: left; }
summary { cursor: pointer; } pre { overflow-x: auto; font-size: .8rem; }
@media print { body { margin: 0; max-width: none; } }
)";

QString safe(const QString& text) { return printable(text, 1000).toHtmlEscaped(); }

QString fact(const char* name, const QString& value)
{
    return QStringLiteral("<div><dt>%1</dt><dd>%2</dd></div>\n")
        .arg(QString::fromUtf8(name), value);
}

QString forcedHtml(const ValidationReport& report)
{
    return report.forced.isEmpty()
        ? QString()
        : QStringLiteral("<p>Findings were overruled: %1</p>\n").arg(safe(report.forced));
}

QString head(const ValidationReport& report)
{
    const bool passed = report.summary.passed;
    QStringList failed;
    if (bytesOverWish(report) > 0)
        failed << QStringLiteral("larger than asked for");
    if (const auto tensors = tensorFailures(report); tensors > 0)
        failed << QStringLiteral("%1 of %2 tensors").arg(tensors).arg(report.tensors.size());
    const QString verdict = passed
        ? QStringLiteral("✓ Passed")
        : QStringLiteral("✗ Failed: ") + failed.join(QStringLiteral(", "));
    const QString output = report.output.isEmpty() ? QStringLiteral("a trial, nothing was written")
                                                   : safe(report.output);
    return QStringLiteral("<h1>Validation report</h1>\n<p class=\"verdict %1\">%2</p>\n"
                          "<p class=\"soft\">%3 → %4<br>%5</p>\n%6")
        .arg(passed ? QStringLiteral("passed") : QStringLiteral("failed"), verdict,
            safe(report.source), output, safe(report.program), forcedHtml(report));
}

QString totals(const ValidationReport& report)
{
    const ReportSummary& s = report.summary;
    QString html = QStringLiteral("<dl>\n");
    html += fact("Size before", reportBytes(s.bytesBefore));
    html += fact("Size after", reportBytes(s.bytesAfter));
    html += fact("Compression", reportNumber(s.compressionRatio, 4) + QStringLiteral(" : 1"));
    html += fact("Bits per weight", reportNumber(s.bitsPerWeight, 4));
    html += fact("Cosine, weighted by parameters", reportNumber(s.cosine, 7));
    html += fact("Relative RMSE", reportNumber(s.relRmse));
    html += fact("SQNR", reportNumber(s.sqnrDb, 4) + QStringLiteral(" dB"));
    html += fact("Parameters", QString::number(s.parameters));
    html += fact("Least cosine asked for", reportNumber(report.thresholds.minCosine));
    html += fact("Floors per bit width",
        report.thresholds.floorsPerWidth ? QStringLiteral("on") : QStringLiteral("off"));
    html += fact("Time", reportNumber(s.seconds, 3) + QStringLiteral(" s"));
    if (s.worst >= 0)
        html += fact("Worst tensor", safe(report.tensors[std::size_t(s.worst)].name));
    return html + QStringLiteral("</dl>\n");
}

QString failures(const QStringList& lines)
{
    if (lines.isEmpty())
        return {};
    QString html = QStringLiteral("<details%1><summary>%2 failures</summary>\n<ul>\n")
                       .arg(lines.size() <= 50 ? QStringLiteral(" open") : QString())
                       .arg(lines.size());
    for (const QString& line : lines)
        html += QStringLiteral("<li>%1</li>\n").arg(safe(line));
    return html + QStringLiteral("</ul></details>\n");
}

struct Column {
    const char* title;
    const char* css; ///< Class of its cells; empty: a number.
    QString (*text)(const TensorReport& tensor);
};
using Row = const TensorReport&;
constexpr std::array columns{
    Column{"Tensor", "name", [](Row t) { return safe(t.name); }},
    Column{"Scheme", "text", [](Row t) { return safe(t.scheme); }},
    Column{"Shape", "text", [](Row t) { return safe(shapeText(t.shape)); }},
    Column{"Bits per weight", "", [](Row t) { return reportNumber(t.bitsPerWeight, 4); }},
    Column{"Bytes before", "", [](Row t) { return QString::number(t.bytesBefore); }},
    Column{"Bytes after", "", [](Row t) { return QString::number(t.bytesAfter); }},
    Column{"Cosine", "", [](Row t) { return reportNumber(t.cosine, 7); }},
    Column{"Relative RMSE", "", [](Row t) { return reportNumber(t.relRmse); }},
    Column{"SQNR, dB", "", [](Row t) { return reportNumber(t.sqnrDb, 4); }},
    Column{"Max error", "", [](Row t) { return reportNumber(t.maxError, 4); }},
    Column{"Why", "name", [](Row t) { return safe(t.reason); }},
    Column{"Status", "text", [](Row t) { return QString(QLatin1StringView(statusId(t.status))); }},
};

QString tableRow(const TensorReport& tensor)
{
    QString html = QStringLiteral("<tr>");
    for (const Column& column : columns) {
        QString css = QLatin1StringView(column.css);
        if (isMissed(tensor) && &column == &columns.back())
            css += QStringLiteral(" bad");
        html += css.isEmpty() ? QStringLiteral("<td>")
                              : QStringLiteral("<td class=\"") + css + QStringLiteral("\">");
        html += column.text(tensor) + QStringLiteral("</td>");
    }
    return html + QStringLiteral("</tr>\n");
}

QString tensorTable(const ValidationReport& report, const std::vector<std::size_t>& order)
{
    QString html = QStringLiteral("<details%1><summary>%2 tensors, worst first</summary>\n"
                                  "<div class=\"wide\"><table>\n<thead><tr>")
                       .arg(order.size() <= 300 ? QStringLiteral(" open") : QString())
                       .arg(order.size());
    for (const Column& column : columns)
        html += QStringLiteral("<th scope=\"col\" class=\"%1\">%2</th>")
                    .arg(QLatin1StringView(column.css), QLatin1StringView(column.title));
    html += QStringLiteral("</tr></thead>\n<tbody>\n");
    for (const std::size_t index : order)
        html += tableRow(report.tensors[index]);
    return html + QStringLiteral("</tbody></table></div></details>\n");
}

QString section(const QString& title, const QString& inside)
{
    return QStringLiteral("<h2>%1</h2>\n").arg(title) + inside;
}

} // namespace

QByteArray reportHtml(const ValidationReport& report)
{
    const auto order = worstFirst(report.tensors);
    QString html = QStringLiteral("<!doctype html>\n<html lang=\"en\">\n<head>\n"
                                  "<meta charset=\"utf-8\">\n<title>Validation report</title>\n"
                                  "<meta name=\"viewport\" content=\"width=device-width\">\n");
    html += QStringLiteral("<style>") + QLatin1StringView(style) + QStringLiteral("</style>\n")
        + QStringLiteral("</head>\n<body>\n");
    html += head(report) + totals(report) + failures(report.summary.failures);
    for (const ReportChart& chart : reportCharts(report))
        html += section(chart.heading, chart.svg);
    html += section(QStringLiteral("Tensors"), tensorTable(report, order));
    html += section(QStringLiteral("Recipe"),
        QStringLiteral("<details><summary>What was asked for</summary>\n<pre>")
            + QString::fromUtf8(toJson(report.recipe)).toHtmlEscaped()
            + QStringLiteral("</pre></details>\n"));
    return (html + QStringLiteral("</body>\n</html>\n")).toUtf8();
}

} // namespace aq
