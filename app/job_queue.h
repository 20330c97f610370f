#pragma once
#include "app/settings.h"
#include "core/jobs/job.h"
#include "core/jobs/queue_item.h"

#include <QObject>
#include <memory>

namespace aq {

/// A job with all that is known of it while the program runs.
struct QueuedJob {
    QueueItem item;
    QString title;                                  ///< "flux1-dev.safetensors · Q4_K_M"
    Progress progress;                              ///< Of the running or paused job.
    double seconds = 0;                             ///< Time it was running, pauses left out.
    qsizetype tensors = 0;                          ///< Of the model; 0 until it was opened.
    std::vector<TensorDone> done;                   ///< In order; what the charts show.
    std::shared_ptr<const ValidationReport> report; ///< Of a finished job of this session.
    std::shared_ptr<const QuantPlan> plan;          ///< Once it was made.
    std::vector<Error> errors;
    QString written;       ///< The validated file; empty: none, or it was removed.
    bool exported = false; ///< `written` is where the person wanted it.
    QStringList log;       ///< "12:03:44  Opened …", newest last.
};

/// The jobs, waiting, running and done, and the hands that run them: at most
/// Settings::jobsAtOnce at once, which share Settings::threads and Settings::memoryMiB. Each opens
/// its model, makes its plan and runs in the background; a job that fails stops no other. The list
/// is kept in a file and survives a restart; an unfinished job goes on where it was.
class JobQueue final : public QObject {
    Q_OBJECT
public:
    explicit JobQueue(const Settings& settings, QObject* parent = nullptr);
    ~JobQueue() override; ///< Ends what runs (keeping the unfinished for a resume) and waits.

    qsizetype size() const;
    const QueuedJob& at(qsizetype row) const;        ///< In the order in which they are taken.
    const QueuedJob* find(int id) const;             ///< Null: gone.
    int add(const JobSpec& spec, bool next = false); ///< Its id. `next`: before all that wait.
    bool isRunning() const;                          ///< Any job is.
    int runningCount() const;
    double fraction() const; ///< Of all jobs of this round, by bytes: for the task bar.

Q_SIGNALS:
    void added(int id);
    void removed(int id);
    void reordered();
    void changed(int id); ///< State, outcome, errors, log, export.
    void progressed(int id, const aq::Progress& progress);
    void tensorDone(int id, const aq::TensorDone& tensor);
    void ended(int id, const aq::JobEnd& end);
    void runningChanged(bool running);       ///< The first began, the last ended.
    void allEnded(int finished, int failed); ///< Nothing runs or waits any more.
};

} // namespace aq
