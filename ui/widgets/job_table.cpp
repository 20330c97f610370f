#include "ui/widgets/job_table.h"

#include "ui/delegates/bar_delegate.h"
#include "ui/models/queue_model.h"

#include <QHeaderView>
#include <QKeyEvent>

namespace aq {

JobTable::JobTable(QWidget* parent)
    : QTableView(parent)
{
    setAccessibleName(tr("Jobs"));
    setAccessibleDescription(
        tr("The order in which jobs are taken. Alt+Up and Alt+Down move a job, Space "
           "pauses or resumes it, Enter shows its report, Delete removes it."));
    setItemDelegate(new BarDelegate(QueueModel::BarRole, QueueModel::DimRole, this));
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setDragDropMode(InternalMove);
    setDragDropOverwriteMode(false);
    setDropIndicatorShown(true);
    setShowGrid(false);
    setAlternatingRowColors(true);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setContextMenuPolicy(Qt::CustomContextMenu);
    verticalHeader()->hide();
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setStretchLastSection(true);
    connect(this, &QTableView::doubleClicked, this, [this] { Q_EMIT reportWanted(); });
}

void JobTable::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Space:
        return Q_EMIT pauseToggled();
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (event->modifiers() == Qt::NoModifier || event->modifiers() == Qt::KeypadModifier)
            return Q_EMIT reportWanted();
        break;
    default:
        break;
    }
    QTableView::keyPressEvent(event);
}

} // namespace aq
