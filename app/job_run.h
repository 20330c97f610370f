#pragma once
#include "app/job_preparation.h"
#include "ui/widgets/job_watcher.h"

#include <QThreadPool>

namespace aq {

/// One job at work: prepared in the background, then run there. It knows no queue.
class JobRun final : public QObject {
    Q_OBJECT
public:
    struct Wish {
        JobSpec spec;
        ModelSource known; ///< Already open, perhaps this job's model; may be none.
        QString folder;    ///< Of the job: made when it is missing.
        QString output;    ///< Where the file goes: spec.output, or inside `folder`.
        JobLimits limits;  ///< Threads it may ever use; how many it may now says the gate.
    };
    JobRun(QThreadPool& pool, Wish wish, QObject* parent = nullptr);

    void start();
    /// `keep`: what is written stays, so that the job can go on where it was. Without a word it
    /// stays too, when a disk fails.
    void stop(bool keep);
    bool isStopping() const { return m_stopping; }
    bool keeps() const { return m_gate->keepsUnfinished(); }
    void wait() { m_watcher.wait(); } ///< ended() still comes by the event loop.
    JobGate& gate() { return *m_gate; }
    const Wish& wish() const { return m_wish; }
    static QString journalIn(const QString& folder);

Q_SIGNALS:
    void prepared(const aq::Preparation& ready); ///< Without an error; the job starts.
    void refused(const aq::Preparation& ready);  ///< Instead of that; ended() follows.
    void progressed(const aq::Progress& progress);
    void tensorDone(const aq::TensorDone& tensor);
    void ended(const aq::JobEnd& end); ///< Exactly once.

private:
    struct Readied {
        Preparation ready;
        bool hasJournal = false; ///< An earlier run left one.
    };
    static Readied prepareIn(const Wish& wish);
    void takePreparation(const Readied& readied);

    QThreadPool& m_pool;
    Wish m_wish;
    GatePtr m_gate;
    JobWatcher m_watcher;
    bool m_stopping = false;
};

} // namespace aq
