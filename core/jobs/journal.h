#pragma once
#include "core/io/record_file.h"
#include "core/jobs/tensor_pipeline.h"

#include <QJsonObject>
#include <condition_variable>
#include <mutex>
#include <thread>

namespace aq {

/// What a job notes of a tensor whose bytes are in its temporary file: all that is needed to report
/// it as if it had been done just now.
QJsonObject recordOf(const TensorOutcome& outcome);

/// Makes of a planned tensor what a record says was done with it. False: the record is of no such
/// tensor, nothing is changed.
bool applyRecord(const QJsonObject& record, TensorOutcome& planned);

/// The journal of a job: which job it is, which temporary file it writes, and which tensors lie in
/// it, in the order of the job's tasks. docs/decisions/0013 says why it can be trusted.
///
/// A thread writes it. Now and then it flushes the temporary file and only then notes the tensors
/// whose bytes are flushed with it; the job's own threads wait for neither.
class Journal {
public:
    /// WriteFailed: it cannot be opened, is in use, or is another kind of file. The file stays as
    /// it is, but a new one goes with this object unless begin() or resume() took it.
    static Result<std::unique_ptr<Journal>> open(const QString& path, const QJsonObject& identity);
    ~Journal(); ///< Ends the noting and removes the file, unless keep() was called.
    Journal(const Journal&) = delete;
    Journal& operator=(const Journal&) = delete;

    /// The temporary file of an earlier run of the very same job; empty: there is none.
    QString unfinished() const { return m_fits ? m_temporary : QString(); }
    /// What that run noted: records of the first tasks.
    const std::vector<QJsonObject>& records() const { return m_records; }

    using Sync = std::function<Result<void>()>;
    void resume(Sync sync); ///< Goes on behind records(). `sync` flushes the temporary file.
    /// What an earlier run left is not gone on with: its temporary file is removed.
    Result<void> forget();
    Result<void> begin(const QString& temporary, Sync sync); ///< Anew, after forget().

    void note(const TensorOutcome& outcome); ///< From one thread, in the order of the tasks.
    void finish();                           ///< All that was noted is on the disk, or lost.
    void keep() { m_keeps = true; }          ///< For a later run.
    void remove();                           ///< Now: there is nothing left to resume.

private:
    Journal() = default;
    void read(const QJsonObject& identity);
    void start(Sync sync);
    void write();

    QString m_path;
    QJsonObject m_identity;
    std::unique_ptr<RecordFile> m_file;
    std::vector<QJsonObject> m_records;
    QString m_temporary; ///< Of the earlier run.
    bool m_fits = false, m_keeps = true;

    Sync m_sync;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::vector<QByteArray> m_pending;
    bool m_stopping = false, m_failed = false;
    std::thread m_thread;
};

/// Removes a journal and the unfinished file that it claims. Nothing happens while a job uses it,
/// and to files of another kind.
void discardJournal(const QString& path);

} // namespace aq
