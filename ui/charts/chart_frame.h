#pragma once
#include <QColor>
#include <QWidget>
#include <functional>
#include <vector>

class QAbstractItemModel;
class QHBoxLayout;
class QLabel;
class QPainter;
class QStackedWidget;
class QTableView;
class QToolButton;

namespace aq {

/// One entry of a legend: a colour with a mark of its own shape, and what it stands for.
struct LegendEntry {
    enum class Mark { Line, Bar, Circle, Square, Diamond, Triangle };
    Mark mark = Mark::Line;
    QColor colour;
    QString text;
};

/// Around every chart of the program: title, read-out of single values, legend, table twin, and a
/// menu to save it as SVG, PNG or CSV, to copy it, and to see all of it again after zooming.
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
    void setReading(const QString& text); ///< The value that is pointed at.
    void setSummary(const QString& text); ///< The picture's accessible description.
    void setLegend(const std::vector<LegendEntry>& entries); ///< Hidden when there is only one.
    void setZoomed(bool zoomed);                             ///< Offers "Show all".
    void setTableShown(bool shown);

    QByteArray
    csv() const; ///< RFC 4180, numbers in the C locale (sort role), with a line of titles.
    /// Writes .svg, .png (at `scale`) or .csv by the extension; on failure why not. Small files:
    /// runs at once.
    QString saveTo(const QString& path, double scale = 2);

Q_SIGNALS:
    void showAllRequested(); ///< Undo the zoom.
    void saveRequested(
        const QString& suggestedName); ///< The window asks for a path, then saveTo().
};

} // namespace aq
