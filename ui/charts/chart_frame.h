#pragma once
#include "core/base/result.h"
#include "ui/charts/chart_legend.h"

#include <QAbstractItemModel>
#include <QEvent>
#include <QPointer>
#include <QWidget>
#include <functional>
#include <vector>

class QAction;
class QLabel;
class QMenu;
class QPainter;
class QSortFilterProxyModel;
class QStackedWidget;
class QTableView;
class QToolButton;

namespace aq {

/// Around every chart of the program: title, read-out of single values, legend, table twin, and a
/// menu to save it as SVG, PNG or CSV, to copy it, and to see all of it again after zooming.
///
///     auto* frame = new ChartFrame(tr("Error"), picture);   // gives the picture its name
///     frame->setTable(model, MyModel::SortRole);            // raw numbers in the sort role
///     frame->setDraw([picture](QPainter& p, const QRectF& area) { picture->draw(p, area); });
///     frame->setLegend({{LegendEntry::Mark::Line, colour, tr("Original")}, …});
///     frame->setReading(tr("blk.3: 0.12"));                 // while the pointer or a key is on it
///     frame->setSummary(tr("20 points, largest 0.3"));      // read aloud for the picture
///     connect(frame, &ChartFrame::showAllRequested, picture, &Picture::showAll);
///
/// Saving needs nothing more: the window answers ChartSaveEvent for all charts.
class ChartFrame : public QWidget {
    Q_OBJECT
public:
    /// Takes the picture. `draw` paints it into a rectangle at any size: what SVG and PNG hold; by
    /// default the widget itself is rendered. The table is attached only while it is shown, and for
    /// CSV.
    using Draw = std::function<void(QPainter& painter, const QRectF& area)>;
    ChartFrame(const QString& title, QWidget* picture, QWidget* parent = nullptr);

    void setTable(QAbstractItemModel* table, int sortRole = Qt::DisplayRole); ///< Does not take it.
    void setDraw(Draw draw);
    void setTitle(const QString& title);
    const QString& title() const { return m_title; }
    void setReading(const QString& text); ///< The value that is pointed at.
    QString reading() const;
    void setSummary(const QString& text); ///< The picture's accessible description.
    void setLegend(const std::vector<LegendEntry>& entries); ///< Hidden when there is only one.
    /// Entries can be clicked, which tells seriesToggled(); only for pictures that can hide series.
    void setLegendToggles(bool toggles);
    void setZoomed(bool zoomed); ///< Offers "Show all".
    void setTableShown(bool shown);
    bool isTableShown() const;
    bool hasTable() const { return !m_model.isNull(); }
    /// What is said in place of the picture while there is nothing to show; empty: the picture.
    void setEmptyText(const QString& text);

    QWidget* picture() const { return m_picture; }
    QTableView* table() const { return m_table; }
    QMenu* menu() const { return m_menu; } ///< Of the button; charts may add to its front.

    /// RFC 4180, numbers in the C locale (sort role), with a line of titles; in the table's order
    /// while it is shown, else in the model's.
    QByteArray csv() const;
    /// The rows that are selected in the table, or all, as they are shown: for spreadsheets.
    QString tableText() const;
    /// Title, legend and picture in the palette's colours at any size.
    void paint(QPainter& painter, const QRectF& area) const;
    QImage image(double scale = 2) const; ///< The same in pixels.

    /// Writes .svg, .png (at `scale`) or .csv by the extension, atomically; what it does beforehand
    /// in the calling thread is painting, what it returns may run in any thread: encode and write.
    std::function<Result<void>()> writer(const QString& path, double scale = 2) const;
    /// The same at once; on failure why not, else nothing.
    QString saveTo(const QString& path, double scale = 2) const;

    void copyPicture() const;
    void copyTable() const;
    /// Asks the widgets around, innermost first, with a ChartSaveEvent. `suffix`: "svg".
    void requestSave(const QString& suffix);

Q_SIGNALS:
    void showAllRequested();                     ///< Undo the zoom.
    void seriesToggled(int entry, bool shown);   ///< Of the legend.
    void tableActivated(const QModelIndex& row); ///< Enter or double click; of the model, unsorted.

protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void makeTable();
    void makeMenu();
    QLayout* makeTop();
    void updatePage();
    void showMenu(const QPoint& global);
    QSizeF exportSize() const;
    QByteArray svg() const;

    QString m_title;
    QWidget* m_picture;
    QLabel *m_titleLabel, *m_reading, *m_empty;
    ChartLegend* m_legend;
    QStackedWidget* m_stack;
    QTableView* m_table;
    QSortFilterProxyModel* m_sorted;
    QPointer<QAbstractItemModel> m_model;
    QToolButton *m_asTable, *m_all, *m_more;
    QMenu* m_menu;
    QAction* m_showAll;
    QList<QAction*> m_tableActions; ///< Of no use without a table.
    Draw m_draw;
    int m_sortRole = Qt::DisplayRole;
    bool m_columnsFit = false; ///< The table's columns have got their first widths.
};

/// A chart asks to be saved. Whoever has a file dialog accepts it, asks for a path and calls
/// frame->writer(path).
class ChartSaveEvent final : public QEvent {
public:
    ChartSaveEvent(ChartFrame* frame, const QString& suffix);
    static QEvent::Type eventType();

    ChartFrame* const frame;
    const QString suffix;        ///< "svg", "png" or "csv"
    const QString suggestedName; ///< "error-per-tensor.svg"
};

} // namespace aq
