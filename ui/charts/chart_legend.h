#pragma once
#include <QColor>
#include <QString>
#include <QWidget>
#include <vector>

class QPainter;
class QToolButton;

namespace aq {

/// One entry of a legend: a colour with a mark of its own shape, and what it stands for.
struct LegendEntry {
    enum class Mark { Line, Bar, Circle, Square, Diamond, Triangle, Dashed };
    Mark mark = Mark::Line;
    QColor colour;
    QString text;
    bool isShown = true; ///< Drawn hollow otherwise: its series is hidden.
    bool operator==(const LegendEntry&) const = default;
};

/// The mark of an entry in the middle of `area`; hollow when its series is hidden. Pictures draw
/// their points with it too, so that both look the same.
void drawMark(QPainter& painter, const QRectF& area, LegendEntry::Mark mark, const QColor& colour,
    bool isFilled = true);

/// The entries in rows as wide as `area`, centred marks before their texts.
/// @return the height that they take; nothing is drawn without a painter.
double drawLegend(QPainter* painter, const QRectF& area, const std::vector<LegendEntry>& entries,
    const QFont& font, const QColor& ink);

/// The entries of a chart side by side, on more lines where they do not fit on one. Entries can be
/// switched off and on where the chart allows it.
class ChartLegend final : public QWidget {
    Q_OBJECT
public:
    explicit ChartLegend(QWidget* parent = nullptr);

    void setEntries(const std::vector<LegendEntry>& entries);
    const std::vector<LegendEntry>& entries() const { return m_entries; }
    void setToggles(bool toggles);

Q_SIGNALS:
    void toggled(int entry, bool shown);

protected:
    void changeEvent(QEvent* event) override;

private:
    void makeButtons();
    void showEntry(std::size_t entry);

    std::vector<LegendEntry> m_entries;
    std::vector<QToolButton*> m_buttons;
    bool m_toggles = false;
};

} // namespace aq
