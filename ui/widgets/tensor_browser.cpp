#include "ui/widgets/tensor_browser.h"

#include "ui/theme.h"
#include "ui/widgets/filter_bar.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/tensor_view.h"

#include <QCheckBox>
#include <QDataStream>
#include <QHBoxLayout>
#include <QIODevice>
#include <QMenu>
#include <QPushButton>
#include <QShortcut>

namespace aq {

TensorBrowser::TensorBrowser(QWidget* parent)
    : QWidget(parent)
    , m_table(new TensorTableModel(this))
    , m_view(new TensorView(*m_table))
    , m_filterBar(new FilterBar)
    , m_tree(new QCheckBox(tr("Group by block")))
{
    m_tree->setChecked(true);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 4, 0);
    layout->addWidget(m_filterBar);
    layout->addWidget(m_view, 1);
    layout->addWidget(makeActions());

    connect(m_filterBar, &FilterBar::filterChanged, this, &TensorBrowser::applyFilter);
    connect(m_filterBar, &FilterBar::left, m_view, qOverload<>(&QWidget::setFocus));
    connect(&m_view->filterModel(), &TensorFilterModel::matchesChanged, this,
        &TensorBrowser::takeMatches);
    connect(m_tree, &QCheckBox::toggled, this, [this](bool tree) {
        setArrangement(
            tree ? TensorTableModel::Arrangement::Tree : TensorTableModel::Arrangement::Flat);
    });
    connect(m_view, &TensorView::overrideWished, this, &TensorBrowser::overrideWished);
    connect(m_view, &TensorView::lockWished, this, &TensorBrowser::lockWished);
    connect(m_view, &TensorView::patternWished, this, &TensorBrowser::patternWished);
    connect(m_view, &TensorView::currentTensorChanged, this, &TensorBrowser::currentTensorChanged);
    connect(m_view, &TensorView::inspectWished, this, &TensorBrowser::inspectWished);
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this,
        &TensorBrowser::updateActions);
    connect(m_table, &QAbstractItemModel::modelReset, this, &TensorBrowser::updateActions);
    auto* find = new QShortcut(QKeySequence::Find, this);
    connect(find, &QShortcut::activated, m_filterBar, &FilterBar::focusText);
    updateActions();
    showCount();
}

QWidget* TensorBrowser::makeActions()
{
    m_setType = new QPushButton(tr("Set &type"));
    auto* keep = new QPushButton(tr("&Keep source"));
    auto* lock = new QPushButton(themeIcon(QStringLiteral("lock")), tr("Lock"));
    auto* reset = new QPushButton(tr("&Reset"));
    auto* pattern = new QPushButton(tr("&Make a pattern…"));
    keep->setToolTip(tr("Copies the selected tensors unchanged"));
    lock->setToolTip(tr("Keeps what is planned for the selected tensors now, whatever profile, "
                        "rules and defaults say later"));
    reset->setToolTip(tr("Unlocks the selected tensors and removes what was chosen for them"));
    pattern->setToolTip(tr("Adds a rule that matches the names of the selected tensors"));
    m_actions = {m_setType, keep, lock, reset, pattern};

    const auto choose = [this](bool (*wanted)(const ActionChoice&)) {
        for (int i = 0; i < m_view->choices().size(); ++i) {
            if (wanted(m_view->choices()[i]))
                return m_view->setType(i);
        }
    };
    connect(keep, &QPushButton::clicked, this,
        [choose] { choose([](const ActionChoice& choice) { return choice.isKeep(); }); });
    connect(reset, &QPushButton::clicked, this,
        [choose] { choose([](const ActionChoice& choice) { return !choice.action; }); });
    connect(lock, &QPushButton::clicked, m_view, &TensorView::lock);
    connect(pattern, &QPushButton::clicked, m_view, &TensorView::makePattern);

    auto* columns = new QPushButton(tr("Columns"));
    columns->setToolTip(tr("Which columns are shown"));
    auto* menu = new QMenu(columns);
    columns->setMenu(menu);
    connect(menu, &QMenu::aboutToShow, this, [this, menu] {
        menu->clear();
        m_view->fillColumnMenu(*menu);
    });

    auto* box = new QWidget;
    auto* layout = new FlowLayout(box);
    for (QPushButton* button : m_actions)
        layout->addWidget(button);
    m_tree->setMinimumHeight(m_setType->sizeHint().height()); // On one line with the buttons.
    layout->addWidget(columns);
    layout->addWidget(m_tree);
    return box;
}

void TensorBrowser::setRows(std::vector<TensorRow> rows) { m_table->setRows(std::move(rows)); }

void TensorBrowser::setChoices(const QList<ActionChoice>& choices)
{
    if (choices == m_view->choices())
        return;
    m_view->setChoices(choices);
    if (QMenu* old = m_setType->menu())
        old->deleteLater();
    m_setType->setMenu(m_view->makeTypeMenu(m_setType));
}

void TensorBrowser::showTensor(int tensor)
{
    const TensorFilterModel& shown = m_view->filterModel();
    const QModelIndex line = m_table->indexOf(tensor);
    if (!line.isValid())
        return;
    if (!shown.mapFromSource(line).isValid()) {
        m_filterBar->setFilter({});
        applyFilter();
    }
    const QModelIndex there = shown.mapFromSource(line);
    m_view->setCurrentIndex(there);
    m_view->scrollTo(there, QAbstractItemView::PositionAtCenter);
}

/// The lines are new ones to the view: what was selected and open is put back by name.
void TensorBrowser::setArrangement(TensorTableModel::Arrangement arrangement)
{
    if (arrangement == m_table->arrangement())
        return;
    const std::set<QString> expanded = expandedBlocks();
    const QModelIndex current = m_view->filterModel().mapToSource(m_view->currentIndex());
    const std::vector<int> tensors = m_table->tensorsOf(current);
    m_table->setArrangement(arrangement);
    const bool tree = arrangement == TensorTableModel::Arrangement::Tree;
    m_tree->setChecked(tree);
    m_view->setRootIsDecorated(tree);
    if (tree && !m_expanded.empty())
        m_view->expandBlocks(m_expanded);
    else if (!tree)
        m_expanded = expanded;
    if (!tensors.empty()) {
        const QModelIndex line
            = m_view->filterModel().mapFromSource(m_table->indexOf(tensors.front()));
        m_view->setCurrentIndex(line);
        m_view->scrollTo(line);
    }
}

void TensorBrowser::applyFilter()
{
    TensorFilterModel& model = m_view->filterModel();
    const bool before = model.isFiltering();
    if (!before && isTree())
        m_expanded = expandedBlocks();
    m_isLeaving = isTree() && before; // Its blocks are put back when all are there again.
    model.setFilter(m_filterBar->filter());
}

/// While something is searched for, blocks are open: what is found must be seen.
void TensorBrowser::takeMatches()
{
    if (isTree() && m_view->filterModel().isFiltering())
        m_view->expandAll();
    else if (std::exchange(m_isLeaving, false) && isTree()) {
        m_view->collapseAll();
        m_view->expandBlocks(m_expanded);
    }
    showCount();
}

bool TensorBrowser::isTree() const
{
    return m_table->arrangement() == TensorTableModel::Arrangement::Tree;
}

void TensorBrowser::showCount()
{
    const TensorFilterModel& model = m_view->filterModel();
    m_filterBar->setCount(model.matched(), model.total());
    m_filterBar->setProblem(model.problem());
}

void TensorBrowser::updateActions()
{
    const bool any = m_view->selectionModel()->hasSelection();
    for (QPushButton* button : m_actions) {
        button->setEnabled(any);
        button->setStatusTip(any ? QString() : tr("Select tensors first"));
    }
}

std::set<QString> TensorBrowser::expandedBlocks() const
{
    std::set<QString> blocks;
    const QAbstractItemModel* model = m_view->model();
    for (int i = 0; i < model->rowCount(); ++i) {
        const QModelIndex line = model->index(i, 0);
        if (m_view->isExpanded(line))
            blocks.insert(line.data(TensorTableModel::NameRole).toString());
    }
    return blocks;
}

QByteArray TensorBrowser::viewState() const
{
    const TensorFilter filter = m_filterBar->filter();
    QByteArray state;
    QDataStream(&state, QIODevice::WriteOnly)
        << m_tree->isChecked() << m_view->columnState() << filter.text
        << QStringList(filter.chips.begin(), filter.chips.end()) << filter.errorAbove;
    return state;
}

bool TensorBrowser::restoreViewState(const QByteArray& state)
{
    bool tree = true;
    QByteArray columns;
    TensorFilter filter;
    QStringList chips;
    QDataStream stream(state);
    stream >> tree >> columns >> filter.text >> chips >> filter.errorAbove;
    if (stream.status() != QDataStream::Ok)
        return false;
    m_tree->setChecked(tree);
    filter.chips = {chips.begin(), chips.end()};
    m_filterBar->setFilter(filter);
    applyFilter();
    return m_view->restoreColumnState(columns);
}

} // namespace aq
