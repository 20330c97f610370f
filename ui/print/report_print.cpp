#include "ui/print/report_print.h"

#include "core/base/printable.h"
#include "core/interop/report_charts.h"
#include "core/validate/report_blocks.h"
#include "core/validate/size_wish.h"
#include "ui/models/report_table_model.h"
#include "ui/text/units.h"
#include "ui/theme.h"
#include "ui/widgets/report_totals.h"

#include <QBuffer>
#include <QFileInfo>
#include <QFontMetricsF>
#include <QLocale>
#include <QPainter>
#include <QPdfWriter>
#include <QSvgRenderer>
#include <algorithm>
#include <array>

namespace aq {
namespace {

using Column = ReportTableModel::Column;
constexpr std::array columns{Column::Status, Column::Name, Column::Scheme, Column::Cosine,
    Column::RelRmse, Column::Sqnr, Column::MaxError, Column::BitsPerWeight, Column::BytesAfter};
constexpr std::size_t nameColumn = 1;
constexpr double gap = 6, line = 11, footer = 22, chartHeight = 150;

constexpr QRgb ink = 0xff1b1f24, soft = 0xff5b6472, rule = 0xffc4c9d0;

QFont fontOf(double points, bool bold = false)
{
    QFont font;
    font.setPixelSize(int(points)); // The painter's unit is the point.
    font.setBold(bold);
    return font;
}

/// One line, cut in its middle where it does not fit.
void writeLine(QPainter* painter, const QRectF& box, const QString& text, const QFont& font,
    QColor colour, Qt::Alignment alignment = Qt::AlignLeft)
{
    if (!painter)
        return;
    painter->setFont(font);
    painter->setPen(colour);
    painter->drawText(box, int(alignment | Qt::AlignVCenter | Qt::TextSingleLine),
        QFontMetricsF(font).elidedText(text, Qt::ElideMiddle, box.width()));
}

QString limitsText(const Thresholds& limits)
{
    const QString cosine = QLocale().toString(limits.minCosine, 'g', 6);
    return limits.floorsPerWidth
        ? ReportPrint::tr(
            "Limits: cosine at least %1 for each tensor, and the floors of each bit width")
              .arg(cosine)
        : ReportPrint::tr("Limits: cosine at least %1 for each tensor").arg(cosine);
}

} // namespace

ReportPrint::ReportPrint(const ValidationReport& report, QSizeF page)
    : m_report(report)
    , m_page(page)
{
    for (const ReportChart& chart : reportCharts(report))
        m_charts.push_back({chart.heading, chart.svg});
    m_charts.erase(m_charts.begin()); // Sizes are among the totals.
    makeRows();
    breakPages();
}

void ReportPrint::makeRows()
{
    const QFontMetricsF metrics(fontOf(7)), boldMetrics(fontOf(7, true));
    for (const Column column : columns)
        m_columns.push_back(
            QFontMetricsF(fontOf(7, true)).horizontalAdvance(ReportTableModel::title(column))
            + gap);
    for (const std::size_t index : worstFirst(m_report.tensors)) {
        const TensorReport& tensor = m_report.tensors[index];
        Row row;
        row.isMissed = isMissed(tensor);
        row.message = row.isMissed ? printable(tensor.message, 400) : QString();
        for (std::size_t i = 0; i < columns.size(); ++i) {
            row.cells.push_back(ReportTableModel::text(columns[i], tensor));
            m_columns[i] = std::max(m_columns[i],
                (i == 0 ? boldMetrics : metrics).horizontalAdvance(row.cells[i]) + gap);
        }
        m_rows.push_back(std::move(row));
    }
    double others = 0;
    for (std::size_t i = 0; i < m_columns.size(); ++i)
        others += i == nameColumn ? 0 : m_columns[i];
    m_columns[nameColumn] = std::max(60.0, m_page.width() - others);
}

double ReportPrint::rowHeight(const Row& row) const
{
    return row.message.isEmpty() ? line : 2 * line;
}

void ReportPrint::breakPages()
{
    const double bottom = m_page.height() - footer;
    double y = paintFront(nullptr) + 2 * line;
    m_pages = {{true, 0, 0}};
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        if (y + rowHeight(m_rows[i]) > bottom) {
            m_pages.push_back({false, i, 0});
            y = line + gap;
        }
        y += rowHeight(m_rows[i]);
        ++m_pages.back().rows;
    }
}

void ReportPrint::paint(QPainter& painter, int page) const
{
    const Page& what = m_pages.at(std::size_t(page));
    paintTable(painter, what, what.hasFront ? paintFront(&painter) + line : 0);
    paintFooter(painter, page);
}

double ReportPrint::paintFront(QPainter* painter) const
{
    return paintCharts(painter, paintTotals(painter, paintTitle(painter)));
}

double ReportPrint::paintTitle(QPainter* painter) const
{
    const ReportSummary& summary = m_report.summary;
    const double width = m_page.width();
    double y = 0;
    const auto add = [&](const QString& text, double size, bool bold, QColor colour) {
        writeLine(painter, QRectF(0, y, width, size * 1.45), text, fontOf(size, bold), colour);
        y += size * 1.45;
    };
    add(tr("Validation report"), 18, true, ink);
    const QColor tone = toneColor(summary.passed ? Tone::Good : Tone::Bad, lightPalette());
    const std::int64_t over = bytesOverWish(m_report);
    const qsizetype missed = tensorFailures(m_report);
    if (summary.passed)
        add(tr("✓ Passed"), 13, true, tone);
    else if (missed > 0 || over == 0)
        add(tr("✗ Not passed: %1 of %2 tensors missed a limit")
                .arg(countText(missed), countText(std::int64_t(m_report.tensors.size()))),
            13, true, tone);
    if (over > 0)
        add(tr("✗ The file is %1 larger than was asked for").arg(bytesText(over)), 13, true, tone);
    y += gap / 2;
    add(tr("Source: %1").arg(printable(m_report.source, 1000)), 8, false, ink);
    add(m_report.output.isEmpty() ? tr("A trial: no file was written")
                                  : tr("File: %1").arg(printable(m_report.output, 1000)),
        8, false, ink);
    add(limitsText(m_report.thresholds), 8, false, ink);
    if (!m_report.forced.isEmpty())
        add(tr("Findings were overruled: %1").arg(printable(m_report.forced, 300)), 8, true,
            toneColor(Tone::Warning, lightPalette()));
    add(m_report.program, 8, false, soft);
    return y + gap;
}

double ReportPrint::paintTotals(QPainter* painter, double top) const
{
    constexpr std::size_t across = 4;
    const auto facts = reportFacts(m_report);
    const double width = m_page.width() / across, tall = 26;
    for (std::size_t i = 0; i + 1 < facts.size(); ++i) { // The last is the file, named above.
        const double x = width * double(i % across), y = top + tall * double(i / across);
        writeLine(painter, QRectF(x, y, width - gap, 10), facts[i].title, fontOf(7), soft);
        writeLine(painter, QRectF(x, y + 10, width - gap, 13), facts[i].value, fontOf(9), ink);
    }
    return top + tall * double((facts.size() - 1 + across - 1) / across) + gap;
}

/// Two beside each other, the third below them.
double ReportPrint::paintCharts(QPainter* painter, double top) const
{
    if (m_rows.empty())
        return top;
    const double half = (m_page.width() - 2 * gap) / 2, ratio = 240.0 / 720;
    const double upper = half * ratio, lower = std::min(chartHeight, m_page.width() * ratio);
    const double second = top + line + upper + gap;
    const std::array places{QRectF(0, top + line, half, upper),
        QRectF(half + 2 * gap, top + line, half, upper),
        QRectF(0, second + line, lower / ratio, lower)};
    for (std::size_t i = 0; painter && i < std::min(m_charts.size(), places.size()); ++i) {
        const QRectF above(places[i].left(), places[i].top() - line, places[i].width(), line);
        writeLine(painter, above, m_charts[i].heading, fontOf(7, true), ink);
        // Labels as large on paper as the table's, however small the picture.
        const double unit = places[i].width() / 720;
        QSvgRenderer renderer(standaloneSvg(m_charts[i].svg, int(6.5 / unit)));
        painter->setFont(fontOf(7));
        renderer.setAspectRatioMode(Qt::KeepAspectRatio);
        renderer.render(painter, places[i]);
    }
    return second + line + lower;
}

void ReportPrint::paintHeading(QPainter& painter, double top) const
{
    double x = 0;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const bool isText = i <= 2;
        writeLine(&painter, QRectF(x, top, m_columns[i] - gap, line),
            ReportTableModel::title(columns[i]), fontOf(7, true), ink,
            isText ? Qt::AlignLeft : Qt::AlignRight);
        x += m_columns[i];
    }
    painter.setPen(QPen(QColor(ink), 0.6));
    painter.drawLine(QPointF(0, top + line + 1), QPointF(m_page.width(), top + line + 1));
}

void ReportPrint::paintTable(QPainter& painter, const Page& page, double top) const
{
    if (page.rows == 0)
        return;
    paintHeading(painter, top);
    double y = top + line + 2;
    for (std::size_t i = page.firstRow; i < page.firstRow + page.rows; ++i) {
        const Row& row = m_rows[i];
        double x = 0;
        const QColor bad = toneColor(Tone::Bad, lightPalette());
        for (std::size_t column = 0; column < columns.size(); ++column) {
            writeLine(&painter, QRectF(x, y, m_columns[column] - gap, line), row.cells[column],
                fontOf(7, row.isMissed && column == 0), row.isMissed && column == 0 ? bad : ink,
                column <= 2 ? Qt::AlignLeft : Qt::AlignRight);
            x += m_columns[column];
        }
        if (!row.message.isEmpty())
            writeLine(&painter, QRectF(m_columns[0], y + line, m_page.width() - m_columns[0], line),
                row.message, fontOf(7), soft);
        y += rowHeight(row);
        painter.setPen(QPen(QColor(rule), 0.3));
        painter.drawLine(QPointF(0, y), QPointF(m_page.width(), y));
    }
}

void ReportPrint::paintFooter(QPainter& painter, int page) const
{
    const QRectF box(0, m_page.height() - line, m_page.width(), line);
    const QString name
        = QFileInfo(m_report.output.isEmpty() ? m_report.source : m_report.output).fileName();
    writeLine(&painter, box.adjusted(0, 0, -100, 0), printable(name, 200), fontOf(7), soft);
    writeLine(&painter, box, tr("Page %1 of %2").arg(countText(page + 1), countText(pages())),
        fontOf(7), soft, Qt::AlignRight);
}

QPageLayout reportPageLayout()
{
    const bool inches = QLocale().measurementSystem() == QLocale::ImperialUSSystem;
    return QPageLayout(QPageSize(inches ? QPageSize::Letter : QPageSize::A4), QPageLayout::Portrait,
        QMarginsF(15, 15, 15, 15), QPageLayout::Millimeter);
}

bool printReport(QPagedPaintDevice& device, const ValidationReport& report, int from, int to)
{
    const ReportPrint print(report, device.pageLayout().paintRect(QPageLayout::Point).size());
    QPainter painter;
    if (!painter.begin(&device))
        return false;
    const double scale = device.logicalDpiX() / 72.0;
    const int first = std::max(1, from),
              last = to > 0 ? std::min(to, print.pages()) : print.pages();
    for (int page = first; page <= last; ++page) {
        if (page > first && !device.newPage())
            return false;
        painter.save();
        painter.scale(scale, scale);
        print.paint(painter, page - 1);
        painter.restore();
    }
    return painter.end();
}

QByteArray reportPdf(const ValidationReport& report, const QPageLayout& layout)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&buffer);
        writer.setPageLayout(layout);
        writer.setResolution(300);
        writer.setTitle(ReportPrint::tr("Validation report"));
        writer.setCreator(report.program);
        if (!printReport(writer, report))
            return {};
    }
    return bytes;
}

} // namespace aq
