#include "ui/delegates/choice_delegate.h"

#include <QApplication>
#include <QComboBox>
#include <QPainter>
#include <QTimer>

namespace aq {
namespace {

/// Room for the arrow that says "this can be changed".
int arrowWidth(const QStyleOptionViewItem& option) { return option.fontMetrics.height(); }

/// A combo box whose choice ends the edit at once.
class ChoiceEditor final : public QComboBox {
public:
    using QComboBox::QComboBox;
    bool isPicked = false;
};

} // namespace

ChoiceDelegate::ChoiceDelegate(const QString& accessibleName, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_accessibleName(accessibleName)
{
}

QWidget* ChoiceDelegate::createEditor(
    QWidget* parent, const QStyleOptionViewItem&, const QModelIndex&) const
{
    auto* editor = new ChoiceEditor(parent);
    editor->setAccessibleDescription(m_accessibleName);
    editor->setAutoFillBackground(true);
    editor->addItems(m_choices);
    auto* self = const_cast<ChoiceDelegate*>(this); // Signals of a delegate need it.
    connect(editor, &QComboBox::activated, self, [self, editor] {
        editor->isPicked = true;
        Q_EMIT self->commitData(editor);
        Q_EMIT self->closeEditor(editor);
    });
    // Once it has its place: a list that opens at once saves the second click.
    QTimer::singleShot(0, editor, &QComboBox::showPopup);
    return editor;
}

void ChoiceDelegate::setEditorData(QWidget* editor, const QModelIndex& index) const
{
    auto* combo = static_cast<QComboBox*>(editor);
    bool known = false;
    const int current = index.data(m_currentRole).toInt(&known);
    combo->setCurrentIndex(known ? current : 0);
}

/// Called also when the focus goes elsewhere: only a choice that was made is told.
void ChoiceDelegate::setModelData(
    QWidget* editor, QAbstractItemModel*, const QModelIndex& index) const
{
    auto* combo = static_cast<ChoiceEditor*>(editor);
    if (std::exchange(combo->isPicked, false))
        Q_EMIT chosen(index, combo->currentIndex());
}

/// The view may cut names in the middle; a choice is known by its beginning.
void ChoiceDelegate::initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    option->textElideMode = Qt::ElideRight;
}

void ChoiceDelegate::paint(
    QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    QStyledItemDelegate::paint(painter, option, index);
    if (!index.flags().testFlag(Qt::ItemIsEditable))
        return;
    QStyleOption arrow;
    arrow.initFrom(option.widget);
    arrow.state = QStyle::State_Enabled;
    arrow.palette = option.palette;
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const QColor colour
        = option.palette.color(selected ? QPalette::HighlightedText : QPalette::PlaceholderText);
    for (const auto role : {QPalette::ButtonText, QPalette::WindowText, QPalette::Text})
        arrow.palette.setColor(role, colour);
    const int size = arrowWidth(option) * 2 / 3;
    const QRect room(
        option.rect.right() - size - 2, option.rect.center().y() - size / 2, size, size);
    arrow.rect = QStyle::visualRect(option.direction, option.rect, room);
    const QStyle* style = option.widget ? option.widget->style() : QApplication::style();
    style->drawPrimitive(QStyle::PE_IndicatorArrowDown, &arrow, painter, option.widget);
}

QSize ChoiceDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    return QStyledItemDelegate::sizeHint(option, index) + QSize(arrowWidth(option), 0);
}

} // namespace aq
