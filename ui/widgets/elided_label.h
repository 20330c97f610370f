#pragma once
#include <QLabel>

namespace aq {

/// One line of plain text that is cut in its middle where it does not fit, and then shown whole in
/// a tool tip. It never asks its window to grow: names from a file may have any length.
class ElidedLabel final : public QLabel {
    Q_OBJECT
public:
    explicit ElidedLabel(const QString& text = {}, QWidget* parent = nullptr);

    QSize minimumSizeHint() const override;

protected:
    bool event(QEvent* event) override; ///< Answers for the tool tip.
    void paintEvent(QPaintEvent* event) override;

private:
    QString shown() const; ///< What fits.
};

} // namespace aq
