#pragma once
#include "app/job_queue.h"
#include "app/job_run.h"
#include "app/queue_store.h"
#include "ui/widgets/rate_meter.h"

#include <QElapsedTimer>
#include <QTimer>
#include <atomic>
#include <deque>
#include <map>
#include <set>

namespace aq {

/// A running job's clockwork.
struct LiveRun {
    std::unique_ptr<JobRun> run;
    QElapsedTimer clock; ///< Valid while it runs.
    double secondsAtPause = 0;
    RateMeter meter;
    bool cancelled = false; ///< By the person; else it was put down, to be resumed.

    double seconds() const
    {
        return secondsAtPause + (clock.isValid() ? double(clock.elapsed()) / 1000 : 0);
    }
    void stopClock()
    {
        secondsAtPause = seconds();
        clock.invalidate();
    }
    void startClock()
    {
        clock.start();
        meter.reset();
    }
};

/// What JobQueue works with, hidden from those who only look at it.
struct JobQueue::Hands {
    explicit Hands(const QString& jobsRoot)
        : store(jobsRoot)
        , closing(std::make_shared<std::atomic_bool>(false))
    {
    }

    QueueStore store;
    QThreadPool pool;  ///< Of the jobs.
    QThreadPool files; ///< One thread: saving, exporting, removing, in this order.
    std::map<int, LiveRun> runs;
    std::set<int> round; ///< Jobs that ran since nothing did.
    std::set<int> removeAtEnd;
    std::map<int, JobSpec> replaceAtEnd;
    std::deque<int> recent; ///< Ended jobs whose tensors are still at hand.
    std::deque<int> read;   ///< Jobs whose report was read again and is at hand.
    std::set<int> reading;  ///< Jobs whose report is being read.
    Preferences quality;    ///< Its limits are what results are judged by.
    ModelSource known;
    QStringList knownComponents;
    JobLimits limits;
    int jobsAtOnce = 1;
    QTimer saveTimer, diskTimer, retryTimer;
    bool isReady = false; ///< It is known what an earlier run left.
    bool isLoading = false;
    bool saveFailed = false;
    bool askingDisks = false;
    std::shared_ptr<std::atomic_bool> closing; ///< Tells an export to stop.

    LiveRun* live(int id)
    {
        const auto found = runs.find(id);
        return found == runs.end() ? nullptr : &found->second;
    }
};

QString titleOf(const JobSpec& spec);              ///< "flux1-dev.safetensors · Q4_K_M"
QString outcomeOf(const ValidationReport& report); ///< "All tensors passed", or what is wrong.

} // namespace aq
