#include "ui/delegates/trial_delegate.h"

#include "core/base/printable.h"
#include "ui/models/trial_list_model.h"
#include "ui/text/compare_text.h"
#include "ui/text/units.h"

#include <QApplication>
#include <QMouseEvent>
#include <QPainter>

namespace aq {
namespace {

constexpr int margin = 6, markWidth = 18;

struct Places {
    QRect tick, mark, title, size, state, share, bar;
};

Places placesIn(const QStyleOptionViewItem& option, const QString& size, const QString& share)
{
    const QStyle* style = option.widget ? option.widget->style() : QApplication::style();
    const int tick = style->pixelMetric(QStyle::PM_IndicatorWidth, &option, option.widget);
    const int line = option.fontMetrics.height();
    const QRect room = option.rect.adjusted(margin, margin, -margin, -margin);
    Places places;
    places.tick = {room.left(), room.top() + (line - tick) / 2, tick, tick};
    places.mark
        = {places.tick.right() + 6, room.top() + (line - markWidth) / 2, markWidth, markWidth};
    const int left = places.mark.right() + 5;
    const int sizeWidth = option.fontMetrics.horizontalAdvance(size) + 4;
    const int shareWidth = option.fontMetrics.horizontalAdvance(share) + 4;
    places.title = {left, room.top(), room.right() - left - sizeWidth - 6, line};
    places.size = {room.right() - sizeWidth, room.top(), sizeWidth, line};
    const int second = room.top() + line + 2;
    places.state = {left, second, room.right() - left - shareWidth - 6, line};
    places.share = {room.right() - shareWidth, second, shareWidth, line};
    places.bar = {left, option.rect.bottom() - 4, room.right() - left, 3};
    for (QRect* rect : {&places.tick, &places.mark, &places.title, &places.size, &places.state,
             &places.share, &places.bar})
        *rect = QStyle::visualRect(option.direction, option.rect, *rect);
    return places;
}

const TrialListModel& modelOf(const QModelIndex& index)
{
    return static_cast<const TrialListModel&>(*index.model());
}

QString shareText(const TrialSums& sums)
{
    return sums.bytesBefore > 0 ? percentText(double(sums.bytes) / double(sums.bytesBefore))
                                : QString();
}

void drawTick(QPainter& painter, const QStyleOptionViewItem& option, const QRect& rect, bool on)
{
    QStyleOptionViewItem tick = option;
    tick.rect = rect;
    tick.state.setFlag(QStyle::State_HasFocus, false);
    tick.state |= on ? QStyle::State_On : QStyle::State_Off;
    const QStyle* style = option.widget ? option.widget->style() : QApplication::style();
    style->drawPrimitive(QStyle::PE_IndicatorItemViewItemCheck, &tick, &painter, option.widget);
}

} // namespace

void TrialDelegate::paint(
    QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const TrialLook& trial = modelOf(index).look(index.row());
    const TrialsView& view = *modelOf(index).view();
    const QStyle* style = option.widget ? option.widget->style() : QApplication::style();
    style->drawPrimitive(QStyle::PE_PanelItemViewItem, &option, painter, option.widget);

    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const QColor ink = option.palette.color(selected ? QPalette::HighlightedText : QPalette::Text);
    const QColor dim
        = option.palette.color(selected ? QPalette::HighlightedText : QPalette::PlaceholderText);
    const QString size = bytesText(trial.sums.bytes), share = shareText(trial.sums);
    const Places places = placesIn(option, size, share);
    painter->save();
    drawTick(*painter, option, places.tick, trial.slot >= 0);
    const bool isFilled = trial.isMeasured() && trial.dominatedBy < 0;
    drawMark(*painter, QRectF(places.mark).adjusted(-1, -1, 1, 1), trialMark(trial.slot),
        selected ? ink : trialColor(trial.slot, option.palette), isFilled);

    const int textFlags = int(Qt::AlignVCenter | Qt::TextSingleLine);
    const int left = textFlags | int(QStyle::visualAlignment(option.direction, Qt::AlignLeft));
    const int right = textFlags | int(QStyle::visualAlignment(option.direction, Qt::AlignRight));
    painter->setPen(ink);
    painter->setFont(option.font);
    painter->drawText(places.size, right, size);
    QFont bold = option.font;
    bold.setBold(trial.slot >= 0);
    painter->setFont(bold);
    painter->drawText(places.title, left,
        QFontMetrics(bold).elidedText(
            printable(trial.title), Qt::ElideMiddle, places.title.width()));
    painter->setFont(option.font);
    painter->setPen(dim);
    painter->drawText(places.share, right, share);
    const QString state = trial.isBaseline ? tr("Baseline · %1").arg(stateText(trial, view.measure))
                                           : stateText(trial, view.measure);
    painter->drawText(places.state, left,
        option.fontMetrics.elidedText(state, Qt::ElideRight, places.state.width()));
    if (trial.work == TrialLook::Work::Running) {
        QColor track = ink;
        track.setAlphaF(0.15F);
        painter->fillRect(places.bar, track);
        QRect done = places.bar;
        done.setWidth(int(done.width() * trial.fraction));
        painter->fillRect(QStyle::visualRect(option.direction, places.bar, done),
            selected ? ink : option.palette.color(QPalette::Highlight));
    }
    painter->restore();
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        QStyleOptionFocusRect focus;
        focus.QStyleOption::operator=(option);
        focus.rect = option.rect.adjusted(1, 1, -1, -1);
        style->drawPrimitive(QStyle::PE_FrameFocusRect, &focus, painter, option.widget);
    }
}

QSize TrialDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const
{
    return {26 * option.fontMetrics.averageCharWidth(),
        2 * option.fontMetrics.height() + 2 + 2 * margin};
}

void TrialDelegate::updateEditorGeometry(
    QWidget* editor, const QStyleOptionViewItem& option, const QModelIndex&) const
{
    const QRect title = placesIn(option, {}, {}).title;
    editor->setGeometry(title.adjusted(-3, -3, 3, 3));
}

bool TrialDelegate::editorEvent(QEvent* event, QAbstractItemModel* model,
    const QStyleOptionViewItem& option, const QModelIndex& index)
{
    const auto toggle = [&] {
        const bool on = index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
        return model->setData(index, on ? Qt::Unchecked : Qt::Checked, Qt::CheckStateRole);
    };
    if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Space)
        return toggle();
    if (event->type() != QEvent::MouseButtonRelease && event->type() != QEvent::MouseButtonDblClick
        && event->type() != QEvent::MouseButtonPress)
        return false;
    const auto* mouse = static_cast<QMouseEvent*>(event);
    const QRect reach = placesIn(option, {}, {}).tick.adjusted(-margin, -margin, 4, margin);
    if (mouse->button() != Qt::LeftButton || !reach.contains(mouse->position().toPoint()))
        return false;
    return event->type() == QEvent::MouseButtonRelease ? toggle() : true;
}

} // namespace aq
