#include "ui/pages/compare_trials_panel.h"

#include "core/base/printable.h"
#include "ui/delegates/trial_delegate.h"
#include "ui/models/trial_list_model.h"
#include "ui/text/compare_text.h"
#include "ui/theme.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>

namespace aq {

CompareTrialsPanel::CompareTrialsPanel(QWidget* parent)
    : QWidget(parent)
    , m_model(new TrialListModel(this))
    , m_list(new QListView)
    , m_count(new QLabel)
    , m_problem(new QLabel)
    , m_add(new QToolButton)
    , m_addMenu(new QMenu(this))
    , m_menu(new QMenu(this))
{
    m_list->setModel(m_model);
    m_list->setItemDelegate(new TrialDelegate(m_list));
    m_list->setAccessibleName(tr("Settings to compare"));
    m_list->setEditTriggers(QAbstractItemView::EditKeyPressed);
    m_list->setUniformItemSizes(true);
    m_list->setDragDropMode(QAbstractItemView::InternalMove);
    m_list->setDefaultDropAction(Qt::MoveAction);
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setResizeMode(QListView::Adjust);
    m_count->setAccessibleDescription(tr("How many are compared"));
    m_count->setWordWrap(true);
    m_count->setForegroundRole(QPalette::PlaceholderText);
    m_problem->setWordWrap(true);
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setAccessibleDescription(tr("Why it was not measured"));
    m_problem->hide();
    m_add->setText(tr("Add"));
    m_add->setIcon(themeIcon(QStringLiteral("add")));
    m_add->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_add->setPopupMode(QToolButton::InstantPopup);
    m_add->setToolTip(tr("Add a setting or a finished file to compare"));
    m_add->setMenu(m_addMenu);
    m_addMenu->setToolTipsVisible(true);
    makeActions();

    auto* title = new QLabel(tr("Settings"));
    title->setBuddy(m_list);
    QFont bold = title->font();
    bold.setBold(true);
    title->setFont(bold);
    auto* head = new QHBoxLayout;
    head->addWidget(title);
    head->addStretch(1);
    head->addWidget(m_add);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(head);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_count);
    layout->addWidget(m_problem);
    layout->addWidget(makeButtons());

    connect(m_model, &TrialListModel::compareWished, this, &CompareTrialsPanel::compareWished);
    connect(m_model, &TrialListModel::renameWished, this, &CompareTrialsPanel::renameWished);
    connect(m_model, &TrialListModel::moveWished, this, &CompareTrialsPanel::moveWished);
    connect(m_list, &QWidget::customContextMenuRequested, this, &CompareTrialsPanel::showMenu);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] {
        updateActions();
        Q_EMIT selectionChanged(selectedId());
    });
    updateActions();
}

void CompareTrialsPanel::makeActions()
{
    const auto add = [this](const QString& text, auto wish) {
        QAction* action = m_menu->addAction(text);
        connect(action, &QAction::triggered, this, [this, wish] {
            if (const int id = selectedId())
                wish(id);
        });
        return action;
    };
    m_baseline = add(tr("Use as &baseline"), [this](int id) { Q_EMIT baselineWished(id); });
    m_measure = add(tr("&Measure"), [this](int id) { Q_EMIT measureWished({id}); });
    m_cancel = add(tr("&Cancel measuring"), [this](int id) { Q_EMIT cancelWished(id); });
    m_menu->addSeparator();
    m_useAction = add(tr("Use this &plan"), [this](int id) { Q_EMIT useWished(id); });
    m_quantizeAction = add(tr("&Quantize with it…"), [this](int id) { Q_EMIT quantizeWished(id); });
    m_menu->addSeparator();
    m_rename = add(tr("Re&name"), [this](int) { m_list->edit(m_list->currentIndex()); });
    m_rename->setShortcut(QKeySequence(Qt::Key_F2));
    m_up = add(tr("Move &up"),
        [this](int id) { Q_EMIT moveWished(id, m_list->currentIndex().row() - 1); });
    m_down = add(tr("Move &down"),
        [this](int id) { Q_EMIT moveWished(id, m_list->currentIndex().row() + 1); });
    m_up->setShortcut(QKeySequence(Qt::ALT | Qt::Key_Up));
    m_down->setShortcut(QKeySequence(Qt::ALT | Qt::Key_Down));
    m_remove = add(tr("&Remove"), [this](int id) { Q_EMIT removeWished(id); });
    m_remove->setShortcut(QKeySequence(Qt::Key_Delete));
    for (QAction* action : {m_rename, m_up, m_down, m_remove}) {
        action->setShortcutContext(Qt::WidgetShortcut);
        m_list->addAction(action);
    }
}

QWidget* CompareTrialsPanel::makeButtons()
{
    m_measureAll = new QPushButton(themeIcon(QStringLiteral("measure")), tr("Measure all"));
    m_use = new QPushButton(themeIcon(QStringLiteral("plan")), tr("Use this plan"));
    m_quantize = new QPushButton(themeIcon(QStringLiteral("quantize")), tr("Quantize…"));
    m_quantize->setAccessibleDescription(tr("With the selected setting"));
    auto* box = new QWidget;
    auto* grid = new QGridLayout(box);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->addWidget(m_measureAll, 0, 0, 1, 2);
    grid->addWidget(m_use, 1, 0);
    grid->addWidget(m_quantize, 1, 1);
    connect(
        m_measureAll, &QPushButton::clicked, this, [this] { Q_EMIT measureWished(unmeasured()); });
    connect(m_use, &QPushButton::clicked, this, [this] { Q_EMIT useWished(selectedId()); });
    connect(
        m_quantize, &QPushButton::clicked, this, [this] { Q_EMIT quantizeWished(selectedId()); });
    return box;
}

void CompareTrialsPanel::setView(std::shared_ptr<const TrialsView> view)
{
    const int selected = selectedId();
    m_view = view;
    m_model->setView(std::move(view));
    if (m_model->rowOf(selected) >= 0)
        select(selected);
    else if (m_model->rowCount() > 0)
        m_list->setCurrentIndex(m_model->index(0));
    const auto count = int(m_view->compared.size());
    m_count->setText(count < 2 ? tr("Tick two to four to compare them.")
            : count < mostCompared
            ? tr("%n of %1 compared; you can tick up to four.", "", count)
                  .arg(m_view->trials.size())
            : tr("Four are compared, as many as can be told apart. Untick one to tick another."));
    updateActions();
}

void CompareTrialsPanel::setChoices(const std::vector<TrialChoice>& choices)
{
    if (choices == m_choices && !m_addMenu->isEmpty())
        return;
    m_choices = choices;
    fillAddMenu();
}

void CompareTrialsPanel::fillAddMenu()
{
    m_addMenu->clear();
    m_current = m_addMenu->addAction(themeIcon(QStringLiteral("plan")), tr("The current &plan"),
        this, &CompareTrialsPanel::currentPlanWished);
    QStringList usual, titles;
    for (const TrialChoice& choice : m_choices) {
        if (!choice.isUsual)
            continue;
        usual << choice.word;
        titles << choice.title;
    }
    if (!usual.isEmpty())
        m_addMenu->addAction(tr("The &usual: %1").arg(titles.join(QStringLiteral(", "))), this,
            [this, usual] { Q_EMIT choicesWished(usual); });
    m_addMenu->addAction(themeIcon(QStringLiteral("open")), tr("A finished &file…"), this,
        &CompareTrialsPanel::fileWished);
    for (const TrialChoice& choice : m_choices) {
        if (choice.startsGroup)
            m_addMenu->addSeparator();
        QAction* action = m_addMenu->addAction(
            choice.title, this, [this, word = choice.word] { Q_EMIT choicesWished({word}); });
        action->setToolTip(choice.about.isEmpty() ? choice.title : choice.about);
    }
}

void CompareTrialsPanel::setAddable(bool current, const QString& why)
{
    if (m_addMenu->isEmpty())
        fillAddMenu();
    m_current->setEnabled(current);
    m_current->setToolTip(current ? tr("A copy of the plan as it stands") : why);
}

void CompareTrialsPanel::select(int id)
{
    if (const int row = m_model->rowOf(id); row >= 0 && row != m_list->currentIndex().row())
        m_list->setCurrentIndex(m_model->index(row));
}

int CompareTrialsPanel::selectedId() const
{
    const QModelIndex index = m_list->currentIndex();
    return index.isValid() && index.row() < m_model->rowCount() ? m_model->look(index.row()).id : 0;
}

QList<int> CompareTrialsPanel::unmeasured() const
{
    QList<int> ids;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const TrialLook& trial = m_model->look(row);
        if (trial.kind == Trial::Kind::Plan && trial.work == TrialLook::Work::None && trial.canUse)
            ids << trial.id;
    }
    return ids;
}

void CompareTrialsPanel::updateActions()
{
    const int row = m_model->rowOf(selectedId());
    const TrialLook none, &trial = row >= 0 ? m_model->look(row) : none;
    const bool any = row >= 0, idle = trial.work == TrialLook::Work::None;
    const QString fileOnly = tr("This file was made by another program: there is no plan to use.");
    m_baseline->setEnabled(any && !trial.isBaseline);
    m_measure->setEnabled(any && idle && trial.kind == Trial::Kind::Plan && trial.canUse);
    m_cancel->setEnabled(any && !idle);
    for (QAction* action : {m_useAction, m_quantizeAction})
        action->setEnabled(any && trial.canUse);
    for (QPushButton* button : {m_use, m_quantize})
        button->setEnabled(any && trial.canUse);
    const QString why = !any ? tr("Select a setting first.") : fileOnly;
    m_use->setToolTip(trial.canUse ? tr("Puts it on the Plan page; Undo brings yours back") : why);
    m_quantize->setToolTip(trial.canUse ? tr("Writes a file with this setting") : why);
    m_rename->setEnabled(any);
    m_remove->setEnabled(any);
    m_up->setEnabled(row > 0);
    m_down->setEnabled(any && row + 1 < m_model->rowCount());
    const qsizetype waiting = unmeasured().size();
    m_measureAll->setEnabled(waiting > 0);
    m_measureAll->setText(waiting > 1 ? tr("Measure all %1").arg(waiting)
            : waiting == 1            ? tr("Measure")
                                      : tr("Measure all"));
    m_measureAll->setToolTip(waiting > 0
            ? tr("Works out the error of every tensor; nothing is written")
            : tr("All of them are measured, or are about to be."));
    m_problem->setText(any ? trial.problem : QString());
    m_problem->setVisible(any && !trial.problem.isEmpty());
}

void CompareTrialsPanel::showMenu(const QPoint& at)
{
    if (m_list->indexAt(at).isValid())
        m_menu->popup(m_list->viewport()->mapToGlobal(at));
}

} // namespace aq
