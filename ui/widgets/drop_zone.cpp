#include "ui/widgets/drop_zone.h"

#include "ui/theme.h"

#include <QPainter>

namespace aq {
namespace {

QFont largeFont(const QFont& font)
{
    QFont large = font;
    large.setPointSizeF(font.pointSizeF() * 1.6);
    large.setBold(true);
    return large;
}

} // namespace

DropZone::DropZone(QWidget* parent)
    : QPushButton(parent)
{
    setText(tr("Drop a model here"));
    setAccessibleDescription(tr("Drop a file or a folder, or press to choose a file"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setCursor(Qt::PointingHandCursor);
    setAttribute(Qt::WA_Hover);
}

void DropZone::setRoomy(bool roomy)
{
    setSizePolicy(QSizePolicy::Expanding, roomy ? QSizePolicy::Expanding : QSizePolicy::Fixed);
    if (parentWidget())
        parentWidget()->setSizePolicy(sizePolicy());
}

void DropZone::setHighlighted(bool highlighted)
{
    m_highlighted = highlighted;
    update();
}

QSize DropZone::sizeHint() const
{
    return {40 * fontMetrics().averageCharWidth(), 9 * fontMetrics().height()};
}

QSize DropZone::minimumSizeHint() const { return sizeHint(); }

void DropZone::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QPalette& colours = palette();
    const bool marked = m_highlighted || hasFocus() || underMouse();
    QColor fill = colours.color(QPalette::Highlight);
    fill.setAlphaF(m_highlighted ? 0.22F : isDown() ? 0.14F : 0.05F);
    painter.setBrush(fill);
    painter.setPen(QPen(colours.color(marked ? QPalette::Highlight : QPalette::PlaceholderText),
        m_highlighted ? 3 : 2, m_highlighted ? Qt::SolidLine : Qt::DashLine));
    painter.drawRoundedRect(QRectF(rect()).adjusted(2, 2, -2, -2), 10, 10);

    const int line = fontMetrics().height(), icon = 3 * line;
    QRect area = rect();
    area.setTop(area.center().y() - (icon + 4 * line) / 2);
    const QRect iconArea(area.center().x() - icon / 2, area.top(), icon, icon);
    themeIcon(QStringLiteral("open")).paint(&painter, iconArea);
    area.setTop(iconArea.bottom() + line / 2);
    area.setHeight(2 * line);
    painter.setPen(colours.color(QPalette::WindowText));
    painter.setFont(largeFont(font()));
    painter.drawText(area, Qt::AlignCenter, m_highlighted ? tr("Drop to open") : text());
    area.translate(0, 2 * line);
    painter.setFont(font());
    painter.drawText(area, Qt::AlignHCenter | Qt::AlignTop, tr("or click to choose a file"));
}

} // namespace aq
