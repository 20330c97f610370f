#pragma once
#include "core/validate/validation_report.h"

#include <QByteArray>
#include <QCoreApplication>
#include <QPageLayout>
#include <QSizeF>

class QPagedPaintDevice;
class QPainter;

namespace aq {

/// A report on paper: verdict, limits, totals and charts, then every tensor with the worst first
/// under a heading that is repeated on each page, and page numbers. Black on white whatever the
/// theme. Laid out once for a page of this size; pages can then be painted in any order.
class ReportPrint {
    Q_DECLARE_TR_FUNCTIONS(ReportPrint)
public:
    /// `page`: what may be printed on, in points (1/72 inch).
    ReportPrint(const ValidationReport& report, QSizeF page);

    int pages() const { return int(m_pages.size()); }
    /// The painter's unit is the point, its origin the upper left of what may be printed on.
    void paint(QPainter& painter, int page) const;

private:
    struct Row {
        std::vector<QString> cells; ///< As the columns.
        QString message;            ///< On a line of its own; empty: none.
        bool isMissed = false;
    };
    struct Page {
        bool hasFront = false; ///< Verdict, totals and charts.
        std::size_t firstRow = 0, rows = 0;
    };

    void makeRows();
    void breakPages();
    double paintFront(QPainter* painter) const; ///< @return its height; null: only measures.
    double paintTitle(QPainter* painter) const;
    double paintTotals(QPainter* painter, double top) const;
    double paintCharts(QPainter* painter, double top) const;
    void paintTable(QPainter& painter, const Page& page, double top) const;
    void paintHeading(QPainter& painter, double top) const;
    void paintFooter(QPainter& painter, int page) const;
    double rowHeight(const Row& row) const;

    const ValidationReport& m_report;
    QSizeF m_page;
    struct Chart {
        QString heading;
        QString svg;
    };
    std::vector<Chart> m_charts;
    std::vector<double> m_columns; ///< Widths; the name takes what is left.
    std::vector<Row> m_rows;
    std::vector<Page> m_pages;
};

/// A4, or Letter where inches are used; margins of 15 mm.
QPageLayout reportPageLayout();

/// Paints the pages `from` to `to` (from 1; 0: all) on a printer or into a PDF.
/// @return false: the device could not be painted on.
bool printReport(
    QPagedPaintDevice& device, const ValidationReport& report, int from = 0, int to = 0);

/// The same as a PDF, fonts embedded. May run in any thread.
QByteArray reportPdf(
    const ValidationReport& report, const QPageLayout& layout = reportPageLayout());

} // namespace aq
