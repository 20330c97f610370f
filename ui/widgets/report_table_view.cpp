#include "ui/widgets/report_table_view.h"

#include "ui/models/report_table_model.h"
#include "ui/text/plan_text.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QKeyEvent>
#include <QMenu>
#include <algorithm>

namespace aq {
namespace {

using Column = ReportTableModel::Column;

/// Of the longest status with its icon.
int statusWidth(const QFontMetrics& metrics)
{
    int widest = 0;
    for (const Status status :
        {Status::Kept, Status::Passed, Status::BelowFloor, Status::BelowMinimum, Status::Failed})
        widest = std::max(widest, metrics.horizontalAdvance(statusText(status)));
    return widest + 16 + 4 * metrics.averageCharWidth();
}

} // namespace

ReportTableView::ReportTableView(ReportTableModel* model, QWidget* parent)
    : QTableView(parent)
    , m_model(model)
{
    setModel(model);
    setAccessibleName(tr("Tensor report"));
    setSortingEnabled(true);
    sortByColumn(int(Column::Status), Qt::DescendingOrder);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setAlternatingRowColors(true);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setTextElideMode(Qt::ElideMiddle); // Names of one model differ at their ends.
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 8);
    QHeaderView* header = horizontalHeader();
    header->setSectionsMovable(true);
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    resetColumns();
    connect(header, &QWidget::customContextMenuRequested, this, &ReportTableView::showHeaderMenu);
    connect(header, &QHeaderView::sectionResized, this, &ReportTableView::columnsChanged);
    connect(model, &QAbstractItemModel::modelReset, this, &ReportTableView::fitMessage);
    connect(header, &QHeaderView::sectionMoved, this, &ReportTableView::columnsChanged);
    connect(header, &QHeaderView::sortIndicatorChanged, this, &ReportTableView::columnsChanged);
    connect(this, &QTableView::doubleClicked, this,
        [this](const QModelIndex& at) { Q_EMIT showRequested(m_model->tensor(at.row()).name); });
    connect(selectionModel(), &QItemSelectionModel::currentRowChanged, this,
        [this](const QModelIndex& at) {
            if (at.isValid())
                Q_EMIT selected(m_model->tensor(at.row()).name);
        });
}

void ReportTableView::resetColumns()
{
    QHeaderView* header = horizontalHeader();
    const int letter = fontMetrics().averageCharWidth();
    for (int column = 0; column < m_model->columnCount(); ++column) {
        header->moveSection(header->visualIndex(column), column);
        setColumnHidden(column, !ReportTableModel::isShownAtFirst(Column(column)));
        header->resizeSection(column, letter * 11);
    }
    header->resizeSection(int(Column::Status), statusWidth(fontMetrics()));
    header->resizeSection(int(Column::Name), letter * 44);
    header->resizeSection(int(Column::Scheme), letter * 10);
    header->resizeSection(int(Column::RelRmse), letter * 15);
    header->resizeSection(int(Column::Dimensions), letter * 18);
    header->resizeSection(int(Column::Reason), letter * 24);
    for (int column = 0; column < m_model->columnCount(); ++column) // Titles are read in full.
        header->resizeSection(
            column, std::max(header->sectionSize(column), header->sectionSizeHint(column)));
    m_messageFits = {};
    fitMessage();
}

void ReportTableView::restoreColumns(const QByteArray& state)
{
    horizontalHeader()->restoreState(state);
    horizontalHeader()->setStretchLastSection(false);
    fitName();
}

/// Where no tensor has one, the column needs no more than its title.
void ReportTableView::fitMessage()
{
    if (m_messageFits == m_model->hasMessages())
        return;
    m_messageFits = m_model->hasMessages();
    const int letter = fontMetrics().averageCharWidth();
    horizontalHeader()->resizeSection(int(Column::Message), letter * (*m_messageFits ? 40 : 12));
    fitName();
}

/// The name gets what the others leave.
void ReportTableView::fitName()
{
    const QHeaderView& header = *horizontalHeader();
    const int others = header.length() - header.sectionSize(int(Column::Name));
    const int least = 30 * fontMetrics().averageCharWidth();
    setColumnWidth(int(Column::Name), std::max(least, viewport()->width() - others));
}

void ReportTableView::resizeEvent(QResizeEvent* event)
{
    QTableView::resizeEvent(event);
    fitName();
}

void ReportTableView::selectTensor(const QString& name)
{
    const int row = m_model->rowOf(name);
    if (row < 0 || (currentIndex().row() == row && selectionModel()->isRowSelected(row)))
        return;
    setCurrentIndex(m_model->index(row, int(Column::Name)));
    scrollTo(currentIndex(), QAbstractItemView::EnsureVisible);
}

QString ReportTableView::currentTensor() const
{
    const int row = currentIndex().row();
    return row >= 0 ? m_model->tensor(row).name : QString();
}

void ReportTableView::copy() const
{
    QString text;
    const QHeaderView& header = *horizontalHeader();
    const auto line = [&](auto cell) {
        QStringList cells;
        for (int visual = 0; visual < header.count(); ++visual)
            if (const int column = header.logicalIndex(visual); !isColumnHidden(column))
                cells << cell(column).simplified();
        text += cells.join(u'\t') + u'\n';
    };
    line([&](int column) { return m_model->headerData(column, Qt::Horizontal).toString(); });
    QModelIndexList rows = selectionModel()->selectedRows();
    std::ranges::sort(rows, {}, &QModelIndex::row);
    for (const QModelIndex& row : rows)
        line([&](int column) { return row.siblingAtColumn(column).data().toString(); });
    QGuiApplication::clipboard()->setText(text);
}

void ReportTableView::keyPressEvent(QKeyEvent* event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (event->matches(QKeySequence::Copy))
        return copy();
    if (enter && event->modifiers() == Qt::NoModifier && currentIndex().isValid())
        return Q_EMIT showRequested(currentTensor());
    QTableView::keyPressEvent(event);
}

void ReportTableView::contextMenuEvent(QContextMenuEvent* event)
{
    const QString name = currentTensor();
    if (name.isEmpty())
        return;
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QAction* show = menu->addAction(
        tr("&Show in the plan"), this, [this, name] { Q_EMIT showRequested(name); });
    menu->setDefaultAction(show);
    menu->addAction(tr("&Inspect"), this, [this, name] { Q_EMIT inspectRequested(name); });
    menu->addSeparator();
    menu->addAction(tr("&Copy rows"), this, [this] { copy(); });
    menu->addAction(
        tr("Copy &name"), this, [name] { QGuiApplication::clipboard()->setText(name); });
    const QPoint below = viewport()->mapToGlobal(visualRect(currentIndex()).bottomLeft());
    menu->popup(event->reason() == QContextMenuEvent::Keyboard ? below : event->globalPos());
}

void ReportTableView::showHeaderMenu(const QPoint& at)
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (int column = 0; column < m_model->columnCount(); ++column) {
        QAction* action = menu->addAction(m_model->headerData(column, Qt::Horizontal).toString());
        action->setCheckable(true);
        action->setChecked(!isColumnHidden(column));
        action->setEnabled(Column(column) != Column::Name); // Rows need a name.
        connect(action, &QAction::toggled, this, [this, column](bool on) {
            setColumnHidden(column, !on);
            fitName();
            Q_EMIT columnsChanged();
        });
    }
    menu->addSeparator();
    menu->addAction(tr("&Reset columns"), this, [this] {
        resetColumns();
        Q_EMIT columnsChanged();
    });
    menu->popup(horizontalHeader()->mapToGlobal(at));
}

void ReportTableView::changeEvent(QEvent* event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 8);
}

} // namespace aq
