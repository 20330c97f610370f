#include "app/taskbar_part.h"

#include "app/job_queue.h"
#include "app/session.h"

namespace aq {

TaskbarPart::TaskbarPart(Shell& shell, QObject* parent)
    : QObject(parent)
    , m_shell(shell)
    , m_entry(new LauncherEntry(this))
{
    const JobQueue* queue = &shell.session().queue();
    connect(queue, &JobQueue::progressed, this, &TaskbarPart::update);
    connect(queue, &JobQueue::runningChanged, this, &TaskbarPart::update);
    connect(queue, &JobQueue::settled, this, &TaskbarPart::update);
}

void TaskbarPart::update()
{
    const JobQueue& queue = m_shell.session().queue();
    if (queue.isRunning())
        m_entry->show(queue.fraction(), queue.runningCount() + queue.waitingCount());
    else
        m_entry->hide();
}

} // namespace aq
