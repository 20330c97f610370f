#pragma once
#include "app/job_preparation.h"
#include "app/shell.h"
#include "core/jobs/repair_job.h"
#include "ui/widgets/job_watcher.h"

#include <QHash>
#include <QObject>
#include <QPointer>
#include <QThreadPool>

class QProgressDialog;

namespace aq {

struct QueuedJob;

/// Offers to raise the tensors of a finished file that missed a limit, on the report page and in
/// the message bar, and writes the file again: only what is raised is quantized.
class RepairPart final : public QObject {
    Q_OBJECT
public:
    RepairPart(Shell& shell, QObject* parent);
    ~RepairPart() override; ///< Cancels what runs and waits.

    void repair(int id); ///< A finished job with a file; nothing while another is repaired.

private:
    const QueuedJob* shownJob() const; ///< Whose report is shown; null: of none.
    void showChance();
    void offer(int id);
    void start(const Preparation& ready);
    void takeEnd(const JobEnd& end);

    Shell& m_shell;
    QThreadPool m_pool;
    JobWatcher m_watcher;
    QPointer<QProgressDialog> m_progress;
    ValidationReport m_report; ///< Of the file that is repaired.
    std::shared_ptr<const ModelSource> m_model;
    QHash<int, int> m_offers; ///< Messages, by job.
    int m_job = 0;            ///< That is repaired; 0: none.
};

} // namespace aq
