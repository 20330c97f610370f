#pragma once
#include "core/analysis/tensor_picture.h"
#include "ui/models/trial_table.h"

#include <QWidget>

namespace aq {

/// One tensor under several trials: a histogram each, side by side, of what was decoded (in the
/// trial's colour) over the original (grey), all with the same axes. Heights are square roots of
/// counts, so that tails stay visible beside the middle.
class HistogramStrip final : public QWidget {
    Q_OBJECT
public:
    struct Panel {
        QString title;
        int slot = 0;
        std::shared_ptr<const TensorPicture> picture; ///< Null: not there yet, see `note`.
        QString note;                                 ///< "measuring…", or why there is none.
        bool operator==(const Panel&) const = default;
    };
    explicit HistogramStrip(QWidget* parent = nullptr);

    void setPanels(std::vector<Panel> panels);
    const std::vector<Panel>& panels() const { return m_panels; }
    void draw(QPainter& painter, const QRectF& area) const;
    QString summary() const;
    /// A row per bin: its ends, the original's count, and each trial's.
    std::vector<TrialTable::Column> columns() const;
    int bins() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void pointedAt(const QString& reading); ///< Empty: at nothing.

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    const Histogram* original() const; ///< Null: no picture has come yet.
    QRectF panelRect(const QRectF& area, std::size_t panel) const;
    QRectF plotRect(const QRectF& panel) const;
    void drawPanel(QPainter& painter, const QRectF& area, const Panel& panel, double most) const;
    double largestCount() const;
    QString readingOf(int bin) const;
    void point(int bin);

    std::vector<Panel> m_panels;
    int m_pointed = -1;
};

} // namespace aq
