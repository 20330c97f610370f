#pragma once
#include "app/job_queue.h"
#include "ui/pages/queue_page.h"

namespace aq {

// A job of the queue as the page shows it.

QueueRow rowOf(const JobQueue& queue, const QueuedJob& job);
JobFigures figuresOf(const JobQueue& queue, const QueuedJob& job);
/// Of a job that ended long ago, from its report.
std::vector<TensorDone> doneOf(const QueuedJob& job);
std::vector<ChartPoint> ratesOf(const QueuedJob& job); ///< x seconds, y bytes per second.
QueueTotals totalsOf(const JobQueue& queue);

} // namespace aq
