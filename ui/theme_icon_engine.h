#pragma once
#include <QColor>
#include <QIconEngine>
#include <QString>

namespace aq {

/// Draws `:/icons/<name>.svg` with "currentColor" replaced by `colour`.
void drawIcon(QPainter& painter, const QString& name, const QColor& colour, const QRect& into);

/// An icon in the application's text colour, whatever the palette is when it is painted.
class ThemeIconEngine final : public QIconEngine {
public:
    explicit ThemeIconEngine(QString name);

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State state) override;
    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override;
    QIconEngine* clone() const override;

private:
    QString m_name;
};

} // namespace aq
