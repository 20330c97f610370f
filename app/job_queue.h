#pragma once
#include "app/settings.h"
#include "core/jobs/job.h"
#include "core/jobs/queue_item.h"

#include <QObject>
#include <functional>
#include <memory>
#include <optional>

namespace aq {

class JobRun;
struct DiskState;
struct Preparation;
struct StoredQueue;

/// A point of a job's throughput.
struct RateSample {
    double seconds = 0; ///< Since the job began to run, pauses left out.
    double bytesPerSecond = 0;
};

/// A job with all that is known of it while the program runs.
struct QueuedJob {
    QueueItem item;
    QString title;                ///< "flux1-dev.safetensors · Q4_K_M"
    Progress progress;            ///< Of the running or paused job.
    double seconds = 0;           ///< Time it was running, pauses left out.
    qsizetype tensors = 0;        ///< Of the model; 0 until it was opened.
    std::vector<TensorDone> done; ///< In order; of old jobs it goes, doneOf() has the report's.
    /// Of a finished job; null: it has none, or that of an earlier run was not read yet.
    std::shared_ptr<const ValidationReport> report;
    std::shared_ptr<const QuantPlan> plan; ///< Once it was made.
    std::vector<Error> errors;
    QString written;       ///< The validated file; empty: none, or it was removed.
    bool exported = false; ///< `written` is where the person wanted it.
    QStringList log;       ///< "12:03:44  Opened …", newest last.

    double bytesPerSecond = 0;         ///< Now; 0: unknown.
    std::optional<double> secondsLeft; ///< Nothing: unknown.
    std::vector<RateSample> rates;     ///< The throughput so far, thinned out when it gets long.
    bool stopping = false;             ///< It was cancelled or put down, and its end is awaited.
    bool otherModel = false;           ///< It failed since its model is not the file of before.
    bool urgent = false;               ///< Taken even while the queue holds.
    bool exporting = false;
    bool repairing = false;  ///< `written` is being replaced by a better one.
    bool missing = false;    ///< `written` was not there at the start: its disk may come back.
    int keptTensors = 0;     ///< That failed; the log names the first ones only.
    qsizetype moreLine = 0;  ///< Of the log: how many it does not name.
    qsizetype logBefore = 0; ///< Lines of it that are not of its last run.
    bool reportLost = false; ///< It could not be read.

    int id() const { return item.id; }
    JobState state() const { return item.state; }
    bool hasReport() const { return report || (!item.report.isEmpty() && !reportLost); }
    bool hasUnexported() const { return !written.isEmpty() && !exported; }
    bool isFileBusy() const { return exporting || repairing; }
    /// A job that runs again has its file of before no more.
    bool canExport() const
    {
        return item.state == JobState::Finished && !written.isEmpty() && !isFileBusy();
    }
};

/// The jobs, waiting, running and done, and the hands that run them: at most
/// Settings::jobsAtOnce at once, which share Settings::threads and Settings::memoryMiB. Each opens
/// its model, makes its plan and runs in the background; a job that fails stops no other. The list
/// is kept in a file and survives a restart; an unfinished job goes on where it was.
class JobQueue final : public QObject {
    Q_OBJECT
public:
    /// What an earlier run left is read now, or in the background: until restored() no job begins.
    enum class Restore { Now, InBackground };
    explicit JobQueue(
        const Settings& settings, QObject* parent = nullptr, Restore how = Restore::Now);
    ~JobQueue() override; ///< Ends what runs (keeping the unfinished for a resume) and waits.

    qsizetype size() const { return qsizetype(m_jobs.size()); }
    const QueuedJob& at(qsizetype row) const { return *m_jobs[std::size_t(row)]; } ///< In order.
    const QueuedJob* find(int id) const;                                           ///< Null: gone.
    qsizetype rowOf(int id) const;                                                 ///< -1: gone.
    int add(const JobSpec& spec, bool next = false); ///< Its id. `next`: before all that wait.
    std::vector<int> add(const std::vector<JobSpec>& specs); ///< Their ids.
    bool isRunning() const { return runningCount() > 0; }
    int runningCount() const;
    int waitingCount() const;
    int threadsOf(int id) const; ///< That a running job may use now; 0: it does not run.
    double fraction() const;     ///< Of all jobs of this round, by bytes: for the task bar.
    /// Jobs left over from an earlier run of the program, still to be resumed.
    int unfinishedCount() const;
    bool isSaved() const; ///< False: another program has the queue.
    /// What unfinished jobs read, and will write, and what is repaired: no other job may write
    /// there.
    /// @param except  a job that does not count; 0: all do
    QStringList takenPaths(int except = 0) const;
    /// What a recipe's results are judged by, as the settings wish.
    Thresholds thresholdsFor(const Recipe& recipe) const;
    const std::optional<Error>& storeError() const { return m_storeError; } ///< Of reading it.

    // The hands. What does not fit a job's state does nothing.
    void pause(int id);   ///< At the next tile. A waiting job waits no more.
    void resume(int id);  ///< Waits for its turn, also while the queue holds; goes on where it was.
    void letWait(int id); ///< The same, but for a queue that holds.
    void cancel(int id);  ///< Its unfinished file goes.
    /// From the beginning: a job that ended waits again. Its unexported file goes; one at the
    /// chosen output is replaced in the end.
    void retry(int id);
    void remove(int id); ///< Cancels first; a file that was not exported goes.
    void remove(const std::vector<int>& ids);
    /// It waits again, once an earlier run of it has ended. False: it is gone, runs or is exported.
    bool replace(int id, const JobSpec& spec);
    void useModelAnyway(int id);      ///< After otherModel: the file of now is meant.
    void move(int id, qsizetype row); ///< So that it is at `row` afterwards.
    void clearEnded();                ///< But for files that were not exported.
    void pauseAll();
    void resumeAll();
    /// Takes no further job while it holds, but one that is asked for by name after this; those
    /// that run go on.
    void setHeld(bool held);
    bool isHeld() const { return m_held; }
    /// Ends what runs, keeping what can be resumed, and starts nothing more. Waits.
    void shutDown();

    void setLimits(const Settings& settings);
    /// A model that is open already, so that a job need not open it again.
    void setKnownModel(const ModelSource& model, const QStringList& components);

    /// Reads the report of a job that has one but not at hand, in the background: reportRead() or
    /// reportFailed(). The last few that were read stay at hand.
    void wantReport(int id);

    /// While the file of a job is repaired, it is neither exported nor removed, its job does not
    /// run again, and no other job may write there.
    void setRepairing(int id, bool repairing);
    /// The file of a finished job was replaced by a better one, made by this plan.
    void takeRepaired(
        int id, const ValidationReport& report, std::shared_ptr<const QuantPlan> plan);

    bool hasUnexported() const;                                 ///< But for what is missing.
    void exportTo(int id, const QString& path, bool overwrite); ///< Of a finished job.
    bool isExporting() const { return m_exports > 0; }
    void discardUnexported(); ///< Removes the files, keeps the jobs.

    /// Free bytes of the disk of a folder, asked in the background; negative: unknown.
    std::function<qint64(const QString& folder)> freeBytes;

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
    void heldChanged(bool held);
    /// What an earlier run left is in the list, and isSaved() and storeError() are known. A second
    /// time when another program has given the queue back.
    void restored();
    /// Once per turn of the event loop after any of these: for what looks at all jobs.
    void settled();
    /// The jobs that write to `folder` were paused, and the queue holds.
    void diskLow(const QString& folder, qint64 needed, qint64 free);
    void exportStarted(int id, const QString& path);
    void exported(int id, const QString& path);
    void exportFailed(int id, const aq::Error& error);
    void saveFailed(const aq::Error& error); ///< Of the queue's own file; once in a row.
    void reportRead(int id);                 ///< It is at hand; after changed().
    void reportFailed(int id, const aq::Error& error);

private:
    struct Hands;
    QueuedJob* job(int id);
    QueuedJob& insert(QueueItem item, qsizetype row);
    int insertNew(const JobSpec& spec, bool next);
    void setState(QueuedJob& job, JobState state);
    void note(QueuedJob& job, const QString& line);
    void settleSoon();

    // job_queue_verbs.cpp
    bool pauseJob(QueuedJob& job);
    bool resumeJob(QueuedJob& job, bool urgent);
    void startAnew(QueuedJob& job);

    // job_queue_run.cpp
    void takeNext();
    bool canBegin(const QueuedJob& job) const;
    void begin(QueuedJob& job);
    void beginRun(QueuedJob& job);
    JobRun& connected(JobRun& run, int id);
    void takePreparation(int id, const Preparation& ready);
    void takeProgress(int id, const Progress& progress);
    void takeTensor(int id, const TensorDone& tensor);
    void takeEnd(int id, const JobEnd& end);
    void finish(QueuedJob& job, const Finished& finished);
    void fail(QueuedJob& job, const Failed& failed, bool canResume);
    void takeWishes(int id); ///< What was asked of a job while it was ending.
    void forgetOld(int id);
    void noteKept(QueuedJob& job, const TensorDone& tensor);
    void clearRun(QueuedJob& job); ///< Nothing of an earlier run is shown any more.
    void shareThreads();
    void noteRunning();
    void noteAllEnded();
    void putDownPaused();
    void handEvents();

    // job_queue_files.cpp
    void saveSoon();
    void saveNow();
    void removeFiles(QueuedJob& job);
    void checkDisks();
    void takeDisks(const std::vector<DiskState>& disks);
    void takeExport(int id, const QString& from, const QString& path, const Result<void>& result);

    // job_queue_reports.cpp
    using ReadReport = Result<std::shared_ptr<const ValidationReport>>;
    void keepReport(QueuedJob& job);
    void dropReport(QueuedJob& job);
    void takeReport(int id, const QString& name, const ReadReport& report);
    void forgetRead(int id);

    // job_queue_restore.cpp
    void restore(Restore how);
    void loadStored();
    void takeStored(const StoredQueue& stored);
    void adopt(const StoredQueue& stored);
    void endLoading();

    std::vector<std::unique_ptr<QueuedJob>> m_jobs;
    std::unique_ptr<Hands> m_hands;
    std::optional<Error> m_storeError;
    int m_lastId = 0;
    int m_exports = 0;
    int m_finished = 0, m_failed = 0; ///< Of this round.
    bool m_held = false;
    bool m_wasRunning = false;
    bool m_closing = false;
    bool m_settling = false;
};

} // namespace aq
