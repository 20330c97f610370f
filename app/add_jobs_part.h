#pragma once
#include "app/shell.h"
#include "core/jobs/queue_item.h"
#include "ui/widgets/job_add_dialog.h"

#include <QObject>
#include <vector>

class QAction;

namespace aq {

class QueuePage;

/// Adds jobs to the queue: the open plan, several types of it, or several models. Asks where the
/// files go, and remembers it.
class AddJobsPart final : public QObject {
    Q_OBJECT
public:
    AddJobsPart(Shell& shell, QueuePage& page, QObject* parent);

    void addPlan(bool overrules = false); ///< The open plan. `overrules`: what blocks it.
    void addVariants();
    void addModels(const QStringList& paths = {});

Q_SIGNALS:
    void blocked(); ///< Findings stand in the way of the open plan.

public:
    /// Jobs, and where their files are wished to be.
    struct Wish {
        std::vector<JobSpec> specs;
        JobTargetChoice target;
        QStringList taken = {}; ///< What other jobs write or read: JobQueue::takenPaths().
    };
    /// The same with outputs, and the files that are there already.
    struct Placed {
        std::vector<JobSpec> specs;
        QStringList existing;
        QString problem; ///< Why there is no such folder; empty: there is.
    };
    /// Names every file, so that no two jobs write the same, nor what another reads, and none is
    /// replaced unless that is wished. Looks at the disk: for the background.
    static Placed place(const Wish& wish);

private:
    JobAddDialog* makeDialog(JobAddDialog::What what);
    JobTargetChoice remembered() const;
    void remember(const JobTargetChoice& choice);
    void estimate(JobAddDialog& dialog);
    void add(const JobAddDialog& dialog, std::vector<JobSpec> specs);
    void take(const Wish& wish, const Placed& placed);
    void ask(const Wish& wish, const Placed& placed);
    void enqueue(const std::vector<JobSpec>& specs);
    void updateState();

    Shell& m_shell;
    QueuePage& m_page;
    QAction *m_addPlan, *m_addVariants;
};

} // namespace aq
