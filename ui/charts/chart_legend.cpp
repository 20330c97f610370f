#include "ui/charts/chart_legend.h"

#include "ui/widgets/flow_layout.h"

#include <QEvent>
#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>
#include <QToolButton>
#include <algorithm>

namespace aq {
namespace {

using Mark = LegendEntry::Mark;

constexpr int markWidth = 20, markHeight = 14;

QPainterPath outline(Mark mark, QPointF centre, double radius)
{
    const auto at = [&](double x, double y) { return centre + radius * QPointF(x, y); };
    QPainterPath path;
    switch (mark) {
    case Mark::Circle:
        path.addEllipse(centre, radius, radius);
        break;
    case Mark::Diamond:
        path.addPolygon(QPolygonF{at(0, -1.25), at(1.25, 0), at(0, 1.25), at(-1.25, 0)});
        path.closeSubpath();
        break;
    case Mark::Triangle:
        path.addPolygon(QPolygonF{at(0, -1.2), at(1.2, 1), at(-1.2, 1)});
        path.closeSubpath();
        break;
    case Mark::Bar:
        path.addRect(QRectF(at(-0.6, -1.2), at(0.6, 1.2)));
        break;
    default:
        path.addRect(QRectF(at(-1, -1), at(1, 1)));
    }
    return path;
}

QIcon markIcon(const LegendEntry& entry, double pixelRatio)
{
    QPixmap pixmap(QSize(markWidth, markHeight) * pixelRatio);
    pixmap.setDevicePixelRatio(pixelRatio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    drawMark(painter, QRectF(0, 0, markWidth, markHeight), entry.mark, entry.colour, entry.isShown);
    return QIcon(pixmap);
}

} // namespace

void drawMark(QPainter& painter, const QRectF& area, Mark mark, const QColor& colour, bool isFilled)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    if (mark == Mark::Line || mark == Mark::Dashed) {
        QPen pen(colour, isFilled ? 2.5 : 1, mark == Mark::Line ? Qt::SolidLine : Qt::DashLine);
        if (!isFilled)
            pen.setStyle(Qt::DotLine);
        painter.setPen(pen);
        painter.drawLine(QPointF(area.left() + 1, area.center().y()),
            QPointF(area.right() - 1, area.center().y()));
    } else {
        const double radius = std::min(area.width(), area.height()) * 0.36;
        painter.setPen(isFilled ? QPen(Qt::NoPen) : QPen(colour, 1.2));
        painter.setBrush(isFilled ? QBrush(colour) : QBrush(Qt::NoBrush));
        painter.drawPath(outline(mark, area.center(), radius));
    }
    painter.restore();
}

double drawLegend(QPainter* painter, const QRectF& area, const std::vector<LegendEntry>& entries,
    const QFont& font, const QColor& ink)
{
    const QFontMetricsF metrics(font);
    const double line = metrics.height() + 4, gap = 2 * metrics.averageCharWidth();
    double x = area.left(), y = area.top();
    for (const LegendEntry& entry : entries) {
        if (!entry.isShown)
            continue;
        const double width = markWidth + 4 + metrics.horizontalAdvance(entry.text);
        if (x > area.left() && x + width > area.right()) {
            x = area.left();
            y += line;
        }
        if (painter) {
            drawMark(*painter, QRectF(x, y + (line - markHeight) / 2, markWidth, markHeight),
                entry.mark, entry.colour);
            painter->setFont(font);
            painter->setPen(ink);
            painter->drawText(QRectF(x + markWidth + 4, y, width, line),
                int(Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine), entry.text);
        }
        x += width + gap;
    }
    return x > area.left() ? y + line - area.top() : 0;
}

ChartLegend::ChartLegend(QWidget* parent)
    : QWidget(parent)
{
    auto* layout = new FlowLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void ChartLegend::setEntries(const std::vector<LegendEntry>& entries)
{
    if (entries == m_entries)
        return;
    const bool sameCount = entries.size() == m_entries.size();
    m_entries = entries;
    if (!sameCount)
        makeButtons();
    for (std::size_t i = 0; i < m_entries.size(); ++i)
        showEntry(i);
}

void ChartLegend::setToggles(bool toggles)
{
    m_toggles = toggles;
    for (std::size_t i = 0; i < m_entries.size(); ++i)
        showEntry(i);
}

void ChartLegend::makeButtons()
{
    for (QToolButton* button : m_buttons)
        delete button;
    m_buttons.clear();
    for (std::size_t i = 0; i < m_entries.size(); ++i) {
        auto* button = new QToolButton;
        button->setAutoRaise(true);
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setIconSize(QSize(markWidth, markHeight));
        connect(button, &QToolButton::clicked, this, [this, i] {
            m_entries[i].isShown = !m_entries[i].isShown;
            showEntry(i);
            Q_EMIT toggled(int(i), m_entries[i].isShown);
        });
        layout()->addWidget(button);
        m_buttons.push_back(button);
    }
    updateGeometry();
}

void ChartLegend::showEntry(std::size_t entry)
{
    const LegendEntry& what = m_entries[entry];
    QToolButton& button = *m_buttons[entry];
    button.setIcon(markIcon(what, devicePixelRatioF()));
    button.setText(QString(what.text).replace(u'&', QStringLiteral("&&")));
    button.setFocusPolicy(m_toggles ? Qt::StrongFocus : Qt::NoFocus);
    button.setAttribute(Qt::WA_TransparentForMouseEvents, !m_toggles);
    QFont font = this->font();
    font.setStrikeOut(!what.isShown);
    button.setFont(font);
    button.setAccessibleName(what.isShown ? what.text : tr("%1 (hidden)").arg(what.text));
    button.setToolTip(!m_toggles ? QString()
            : what.isShown       ? tr("Hide “%1”").arg(what.text)
                                 : tr("Show “%1”").arg(what.text));
}

void ChartLegend::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() != QEvent::FontChange)
        return;
    for (std::size_t i = 0; i < m_entries.size(); ++i)
        showEntry(i);
}

} // namespace aq
