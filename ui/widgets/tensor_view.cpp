#include "ui/widgets/tensor_view.h"

#include "ui/delegates/bar_delegate.h"
#include "ui/delegates/choice_delegate.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QDataStream>
#include <QHeaderView>
#include <QIODevice>
#include <QMenu>
#include <algorithm>

namespace aq {

TensorView::TensorView(TensorTableModel& table, QWidget* parent)
    : QTreeView(parent)
    , m_filter(new TensorFilterModel(table, this))
    , m_delegate(new ChoiceDelegate(tr("Planned type"), this))
{
    setAccessibleName(tr("Tensors"));
    setModel(m_filter);
    setUniformRowHeights(true); // Without it, 10,000 lines are measured one by one.
    setAlternatingRowColors(true);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(DoubleClicked | EditKeyPressed);
    setExpandsOnDoubleClick(true);
    setItemDelegate(new BarDelegate(TensorTableModel::BarRole, TensorTableModel::DimRole, this));
    setItemDelegateForColumn(int(TensorColumn::Planned), m_delegate);
    setTextElideMode(Qt::ElideMiddle);

    header()->setSortIndicator(-1, Qt::AscendingOrder); // In the file's order, until asked.
    header()->setSortIndicatorClearable(true);
    header()->setStretchLastSection(false);
    header()->setSectionsMovable(true);
    header()->setFirstSectionMovable(false);
    header()->setContextMenuPolicy(Qt::CustomContextMenu);
    setSortingEnabled(true);
    resetColumns();
    connect(header(), &QWidget::customContextMenuRequested, this, &TensorView::showColumnMenu);
    connect(this, &QTreeView::doubleClicked, this, [this](const QModelIndex& index) {
        if (index.column() != int(TensorColumn::Planned)) // There a double click edits.
            inspect(index);
    });
    connect(
        m_delegate, &ChoiceDelegate::chosen, this, [this](const QModelIndex& index, int choice) {
            const bool all = selectionModel()->isRowSelected(index.row(), index.parent());
            const QString name = index.data(TensorTableModel::NameRole).toString();
            Q_EMIT overrideWished(all ? selectedNames() : QStringList{name}, m_choices[choice]);
        });
}

void TensorView::setChoices(const QList<ActionChoice>& choices)
{
    m_choices = choices;
    QStringList titles;
    for (const ActionChoice& choice : choices)
        titles << choice.title;
    m_delegate->setChoices(titles);
}

QModelIndexList TensorView::selectedLines() const
{
    // Not selectedRows(): it asks each line about each range, which is felt at 10,000 lines.
    QModelIndexList lines;
    for (const QItemSelectionRange& range : selectionModel()->selection()) {
        for (int row = range.top(); row <= range.bottom(); ++row)
            lines << m_filter->index(row, 0, range.parent());
    }
    std::ranges::sort(lines, {}, [](const QModelIndex& line) {
        const QModelIndex block = line.parent();
        return block.isValid() ? std::pair(block.row(), line.row()) : std::pair(line.row(), -1);
    });
    lines.erase(std::unique(lines.begin(), lines.end()), lines.end());
    return lines;
}

QStringList TensorView::selectedNames() const
{
    const auto* table = static_cast<const TensorTableModel*>(m_filter->sourceModel());
    std::vector<bool> chosen(table->rows().size()); // A block may be selected with its tensors.
    for (const QItemSelectionRange& range : selectionModel()->selection()) {
        for (int row = range.top(); row <= range.bottom(); ++row)
            m_filter->markShown(row, range.parent(), chosen);
    }
    QStringList names;
    for (std::size_t i = 0; i < chosen.size(); ++i)
        if (chosen[i])
            names << table->rows()[i].name;
    return names;
}

/// Many at once: without a layout for each.
void TensorView::expandBlocks(const std::set<QString>& blocks)
{
    scheduleDelayedItemsLayout();
    for (int i = 0; i < m_filter->rowCount(); ++i) {
        const QModelIndex line = m_filter->index(i, 0);
        if (blocks.contains(line.data(TensorTableModel::NameRole).toString()))
            expand(line);
    }
}

void TensorView::setType(int choice)
{
    const QStringList names = selectedNames();
    if (!names.isEmpty())
        Q_EMIT overrideWished(names, m_choices[choice]);
}

void TensorView::makePattern()
{
    const QStringList names = selectedNames();
    if (!names.isEmpty())
        Q_EMIT patternWished(names);
}

void TensorView::lock()
{
    const QStringList names = selectedNames();
    if (!names.isEmpty())
        Q_EMIT lockWished(names);
}

QMenu* TensorView::makeTypeMenu(QWidget* parent)
{
    auto* menu = new QMenu(tr("Set &type"), parent);
    for (int i = 0; i < m_choices.size(); ++i) {
        if (m_choices[i].isType())
            menu->addAction(m_choices[i].title, this, [this, i] { setType(i); });
    }
    return menu;
}

void TensorView::contextMenuEvent(QContextMenuEvent* event)
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addMenu(makeTypeMenu(menu));
    for (int i = 0; i < m_choices.size(); ++i) {
        if (m_choices[i].isKeep())
            menu->addAction(tr("&Keep source"), this, [this, i] { setType(i); });
        if (!m_choices[i].action)
            menu->addAction(tr("&Reset and unlock"), this, [this, i] { setType(i); });
    }
    menu->addAction(tr("&Lock as planned"), this, &TensorView::lock);
    menu->addAction(tr("&Make a pattern from the selection…"), this, &TensorView::makePattern);
    menu->addSeparator();
    const bool any = selectionModel()->hasSelection();
    for (QAction* action : menu->actions())
        action->setEnabled(any);
    QAction* copy = menu->addAction(tr("&Copy"), this, &TensorView::copySelection);
    copy->setShortcut(QKeySequence::Copy);
    copy->setEnabled(any);
    QAction* look = menu->addAction(tr("&Inspect"), this, [this] { inspect(currentIndex()); });
    look->setEnabled(
        currentIndex().isValid() && !m_filter->hasChildren(currentIndex().siblingAtColumn(0)));
    menu->addSeparator();
    menu->addAction(tr("E&xpand all"), this, &QTreeView::expandAll);
    menu->addAction(tr("C&ollapse all"), this, &QTreeView::collapseAll);
    menu->popup(event->globalPos());
}

void TensorView::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Copy)) {
        copySelection();
        event->accept();
        return;
    }
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        && state() != EditingState) {
        inspect(currentIndex());
        event->accept();
        return;
    }
    // F2 on any cell edits the one that can be.
    if (event->key() == Qt::Key_F2 && currentIndex().isValid())
        selectionModel()->setCurrentIndex(
            currentIndex().siblingAtColumn(int(TensorColumn::Planned)),
            QItemSelectionModel::NoUpdate);
    QTreeView::keyPressEvent(event);
}

/// Blocks have no values of their own.
void TensorView::inspect(const QModelIndex& line)
{
    if (line.isValid() && !m_filter->hasChildren(line.siblingAtColumn(0)))
        Q_EMIT inspectWished(line.data(TensorTableModel::NameRole).toString());
}

void TensorView::copySelection()
{
    std::vector<int> columns;
    for (int i = 0; i < header()->count(); ++i) {
        if (const int column = header()->logicalIndex(i); !header()->isSectionHidden(column))
            columns.push_back(column);
    }
    QStringList cells;
    for (const int column : columns) {
        const TensorColumnSpec& spec = tensorColumns()[std::size_t(column)];
        const QString unit = QString::fromLatin1(spec.unit ? spec.unit : "");
        cells << (unit.isEmpty() ? spec.titleText()
                                 : QStringLiteral("%1 (%2)").arg(spec.titleText(), unit));
    }
    QStringList lines{cells.join(u'\t')};
    for (const QModelIndex& line : selectedLines()) {
        cells.clear();
        for (const int column : columns) {
            const QVariant cell = line.siblingAtColumn(column).data(TensorTableModel::UnitTextRole);
            cells << cell.toString().simplified(); // A tab in a name would start a new cell.
        }
        lines << cells.join(u'\t');
    }
    if (lines.size() > 1)
        QApplication::clipboard()->setText(lines.join(u'\n') + u'\n');
}

void TensorView::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QTreeView::currentChanged(current, previous);
    const bool tensor = current.isValid() && !m_filter->hasChildren(current.siblingAtColumn(0));
    Q_EMIT currentTensorChanged(
        tensor ? current.data(TensorTableModel::NameRole).toString() : QString());
}

void TensorView::showColumnMenu(const QPoint& position)
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fillColumnMenu(*menu);
    menu->popup(header()->mapToGlobal(position));
}

void TensorView::fillColumnMenu(QMenu& menu)
{
    menu.setToolTipsVisible(true);
    for (const TensorColumnSpec& column : tensorColumns()) {
        const int section = int(column.column);
        QAction* action = menu.addAction(column.titleText());
        action->setToolTip(column.meaningText());
        action->setCheckable(true);
        action->setChecked(!isColumnHidden(section));
        action->setEnabled(column.column != TensorColumn::Name); // Something must stay.
        connect(action, &QAction::toggled, this,
            [this, section](bool shown) { setColumnHidden(section, !shown); });
    }
    menu.addSeparator();
    menu.addAction(tr("&Reset columns"), this, &TensorView::resetColumns);
}

void TensorView::resetColumns()
{
    const int character = fontMetrics().averageCharWidth();
    for (const TensorColumnSpec& column : tensorColumns()) {
        const int section = int(column.column);
        header()->moveSection(header()->visualIndex(section), section);
        setColumnHidden(section, !column.shown);
        // A title is never cut off, whatever the language.
        header()->resizeSection(section,
            std::max(column.width * character,
                fontMetrics().horizontalAdvance(
                    model()->headerData(section, Qt::Horizontal).toString())
                    + 2 * character));
    }
}

// A state with another number of columns is from another version: it is left alone.

QByteArray TensorView::columnState() const
{
    QByteArray state;
    QDataStream(&state, QIODevice::WriteOnly) << header()->count() << header()->saveState();
    return state;
}

bool TensorView::restoreColumnState(const QByteArray& state)
{
    int count = 0;
    QByteArray columns;
    QDataStream(state) >> count >> columns;
    return count == header()->count() && header()->restoreState(columns);
}

} // namespace aq
