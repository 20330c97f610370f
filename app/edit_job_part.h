#pragma once
#include "app/shell.h"
#include "core/jobs/queue_item.h"

#include <QObject>

namespace aq {

/// Takes a job of the queue back to the Plan page, and puts it back as it was changed there. It
/// waits for that: a job that is edited is not taken meanwhile.
class EditJobPart final : public QObject {
    Q_OBJECT
public:
    EditJobPart(Shell& shell, QObject* parent);

    void edit(int id);
    int editing() const { return m_id; } ///< 0: none.
    void finish();                       ///< The job becomes what the plan is now, soon.
    void giveUp();                       ///< The job stays what it was.

private:
    void show();
    void stop();
    /// What the job becomes, and what decides where it writes.
    struct Wish {
        JobSpec before, spec;
        QString pattern;   ///< Of file names.
        QStringList taken; ///< By other jobs.
    };
    Wish wish() const;
    static JobSpec placed(const Wish& wish); ///< For the background: asks the disk.
    void askFirst(const JobSpec& spec);
    void apply(int id, const JobSpec& spec);

    Shell& m_shell;
    int m_id = 0;
    int m_asked = 0;       ///< Counts wishes: only the answer to the last one is taken.
    bool m_waited = false; ///< Before it was edited, and will again.
    int m_message = 0;
};

} // namespace aq
