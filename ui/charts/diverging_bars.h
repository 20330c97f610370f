#pragma once
#include "ui/models/trial.h"

#include <QAbstractScrollArea>
#include <algorithm>

namespace aq {

/// One line per block: how much smaller or larger, and how much closer or farther from the source,
/// each trial makes it than the baseline does, which is the line in the middle. Better is left.
class DivergingBars final : public QAbstractScrollArea {
    Q_OBJECT
public:
    enum class Order : std::uint8_t { Model, Size, Error }; ///< The largest change first.

    explicit DivergingBars(QWidget* parent = nullptr);

    void setView(std::shared_ptr<const TrialsView> view);
    void setOrder(Order order);
    void draw(QPainter& painter, const QRectF& area) const; ///< All blocks that fit.
    QString summary() const;
    int rows() const { return int(m_rows.size()); }
    QString blockAt(int row) const { return m_rows[std::size_t(row)].name; } ///< As sorted.
    QRect rowRect(int row) const;                                            ///< In the viewport.

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void pointedAt(const QString& reading); ///< Empty: at none.
    void activated(const QString& block);   ///< Click, Return.

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    bool viewportEvent(QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    struct Row {
        QString name;                    ///< Of the block.
        QString label;                   ///< Without what all blocks begin with.
        std::vector<double> size, error; ///< Per trial but the baseline: bytes; errorChange().
        int position = 0;                ///< Of the block in the comparison.
    };
    /// Of the changes in a column; 0 is always inside.
    struct Range {
        double low = 0, high = 0;
        void include(const std::vector<double>& values); ///< Those that are finite.
        double largest() const { return std::max(-low, high); }
        double zero() const; ///< Where it lies, as a share of the column.
    };
    struct Columns {
        QRectF label, size, error;
    };
    int bars() const { return m_view ? std::max(0, int(m_view->compared.size()) - 1) : 0; }
    void makeRows();
    void sortRows();
    QString readingOf(const Row& row) const;
    void updateScrollBar();

    // diverging_bars_paint.cpp
    Columns columnsIn(const QRectF& area) const;
    int rowHeight() const;
    int headHeight() const;
    void drawHead(QPainter& painter, const QRectF& area) const;
    void drawRow(QPainter& painter, const QRectF& area, const Row& row, bool isPointed) const;
    void drawBars(QPainter& painter, const QRectF& panel, const std::vector<double>& changes,
        const Range& range) const;

    // diverging_bars_input.cpp
    void point(int row);
    int rowAt(const QPoint& position) const;

    std::shared_ptr<const TrialsView> m_view;
    std::vector<Row> m_rows;
    Range m_sizes, m_errors;
    Order m_order = Order::Model;
    int m_pointed = -1;
};

} // namespace aq
