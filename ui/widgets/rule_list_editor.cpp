#include "ui/widgets/rule_list_editor.h"

#include "ui/delegates/choice_delegate.h"

#include <QAction>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QTreeView>

namespace aq {
namespace {

using Column = RuleListModel::Column;

void setUpColumns(QTreeView& view, RuleListModel::Kind kind)
{
    QHeaderView* header = view.header();
    header->setStretchLastSection(false);
    header->setSectionResizeMode(int(Column::Pattern), QHeaderView::Stretch);
    const int character = view.fontMetrics().averageCharWidth();
    header->resizeSection(int(Column::Type), 13 * character);
    header->resizeSection(int(Column::Group), 9 * character);
    header->resizeSection(int(Column::Matches), 11 * character);
    const bool all = kind == RuleListModel::Kind::Rules;
    view.setColumnHidden(int(Column::Type), !all);
    view.setColumnHidden(int(Column::Group), !all);
}

} // namespace

RuleListEditor::RuleListEditor(
    RuleListModel::Kind kind, const QString& accessibleName, QWidget* parent)
    : QWidget(parent)
    , m_model(new RuleListModel(kind, this))
    , m_view(new QTreeView)
    , m_types(new ChoiceDelegate(tr("Type"), this))
    , m_remove(new QPushButton(tr("Remove")))
{
    m_view->setAccessibleName(accessibleName);
    m_view->setModel(m_model);
    m_view->setRootIsDecorated(false);
    m_view->setUniformRowHeights(true);
    m_view->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed
        | QAbstractItemView::SelectedClicked | QAbstractItemView::AnyKeyPressed);
    m_view->setFixedHeight(8 * fontMetrics().lineSpacing()); // Titles and about five patterns.
    setUpColumns(*m_view, kind);

    auto* groups = new ChoiceDelegate(tr("Group size"), this);
    groups->setChoices(RuleListModel::groupChoices());
    for (ChoiceDelegate* delegate : {m_types, groups}) {
        delegate->setCurrentRole(RuleListModel::ChoiceRole);
        connect(delegate, &ChoiceDelegate::chosen, m_model, &RuleListModel::choose);
    }
    m_view->setItemDelegateForColumn(int(Column::Type), m_types);
    m_view->setItemDelegateForColumn(int(Column::Group), groups);

    auto* addButton = new QPushButton(tr("Add"));
    addButton->setAccessibleDescription(accessibleName);
    m_remove->setAccessibleDescription(accessibleName);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(addButton);
    buttons->addWidget(m_remove);
    buttons->addStretch();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_view);
    layout->addLayout(buttons);

    auto* removeKey = new QAction(m_view);
    removeKey->setShortcut(QKeySequence::Delete);
    removeKey->setShortcutContext(Qt::WidgetShortcut);
    m_view->addAction(removeKey);
    connect(removeKey, &QAction::triggered, this, &RuleListEditor::removeCurrent);
    connect(addButton, &QPushButton::clicked, this, &RuleListEditor::add);
    connect(m_remove, &QPushButton::clicked, this, &RuleListEditor::removeCurrent);
    // Queued: the view still holds on to the row whose editor closes.
    connect(m_view->itemDelegate(), &QAbstractItemDelegate::closeEditor, m_model,
        &RuleListModel::dropEmpty, Qt::QueuedConnection);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
        &RuleListEditor::updateButtons);
    connect(m_model, &QAbstractItemModel::modelReset, this, &RuleListEditor::updateButtons);
    updateButtons();
}

void RuleListEditor::setChoices(const QList<ActionChoice>& choices)
{
    m_model->setChoices(choices);
    QStringList titles;
    for (const ActionChoice& choice : choices)
        titles << choice.title;
    m_types->setChoices(titles);
}

void RuleListEditor::add()
{
    m_model->dropEmpty();
    const QModelIndex line = m_model->index(m_model->add({}), 0);
    m_view->setCurrentIndex(line);
    m_view->edit(line);
}

void RuleListEditor::removeCurrent()
{
    if (const QModelIndex line = m_view->currentIndex(); line.isValid())
        m_model->remove(line.row());
}

void RuleListEditor::updateButtons()
{
    const bool any = m_view->currentIndex().isValid();
    m_remove->setEnabled(any);
    m_remove->setToolTip(any ? QString() : tr("Select a pattern first"));
}

} // namespace aq
