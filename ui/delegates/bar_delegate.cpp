#include "ui/delegates/bar_delegate.h"

#include <QApplication>
#include <QPainter>

namespace aq {
namespace {

/// Nothing is still something: a bar that is not zero is at least a pixel wide.
QRect barRect(const QRect& cell, double share, Qt::LayoutDirection direction)
{
    const QRect room = cell.adjusted(2, 2, -2, -2);
    const int width = share > 0 ? std::max(1, qRound(room.width() * share)) : 0;
    const QRect bar(room.left(), room.top(), width, room.height());
    return QStyle::visualRect(direction, room, bar);
}

void drawBar(QPainter& painter, const QStyleOptionViewItem& option, double share)
{
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    QColor colour
        = option.palette.color(selected ? QPalette::HighlightedText : QPalette::Highlight);
    colour.setAlphaF(0.30F); // The text above it keeps its contrast.
    const QRect bar = barRect(option.rect, share, option.direction);
    painter.fillRect(bar, colour);
    colour.setAlphaF(0.75F);
    const bool mirrored = option.direction == Qt::RightToLeft;
    painter.fillRect(mirrored ? bar.left() : bar.right(), bar.top(), 1, bar.height(), colour);
}

} // namespace

BarDelegate::BarDelegate(int barRole, int dimRole, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_barRole(barRole)
    , m_dimRole(dimRole)
{
}

void BarDelegate::initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    if (index.column() > 0) // The view may cut names in the middle; a reason begins with its word.
        option->textElideMode = Qt::ElideRight;
    if (index.data(m_dimRole).toBool())
        option->palette.setBrush(QPalette::Text, option->palette.brush(QPalette::PlaceholderText));
}

void BarDelegate::paint(
    QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    const QStyle* style = cell.widget ? cell.widget->style() : QApplication::style();
    if (!cell.displayAlignment.testFlag(Qt::AlignRight)) {
        style->drawControl(QStyle::CE_ItemViewItem, &cell, painter, cell.widget);
        return;
    }
    const QString text = std::exchange(cell.text, QString());
    style->drawControl(QStyle::CE_ItemViewItem, &cell, painter, cell.widget);
    if (const QVariant share = index.data(m_barRole); share.isValid())
        drawBar(*painter, cell, std::clamp(share.toDouble(), 0.0, 1.0));

    const bool selected = cell.state.testFlag(QStyle::State_Selected);
    const int margin
        = cell.fontMetrics.averageCharWidth(); // Away from the text of the next column.
    const QRect room = cell.rect.adjusted(margin, 0, -margin, 0);
    style->drawItemText(painter, room, int(cell.displayAlignment), cell.palette,
        cell.state.testFlag(QStyle::State_Enabled),
        cell.fontMetrics.elidedText(text, cell.textElideMode, room.width()),
        selected ? QPalette::HighlightedText : QPalette::Text);
}

} // namespace aq
