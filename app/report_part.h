#pragma once
#include "app/shell.h"
#include "core/jobs/job.h"
#include "ui/widgets/job_watcher.h"

#include <QObject>
#include <QPointer>
#include <QThreadPool>

class QProgressDialog;

namespace aq {

class ValidateDialog;

/// What leads away from the report page: to the plan, to the inspector, to paper and to files; and
/// the validation of two files that are there already.
class ReportPart final : public QObject {
    Q_OBJECT
public:
    ReportPart(Shell& shell, QObject* parent);
    ~ReportPart() override;

    /// Compares two files in the background, and shows the report when it is done.
    void validate(const QString& original, const QString& written);

Q_SIGNALS:
    void copyCommandRequested(); ///< For what the window did itself.
    void pairShown();            ///< The page shows a report of two files, of no job.

private:
    void addToMenus();
    void connectPage();
    void showTensor(const QString& name, bool inspect);
    void askWhereToSave();
    void print();
    void preview();
    void askForFiles();
    void askForFile(ValidateDialog* dialog, bool original);
    void startComparing(const ModelSource& original, const ModelSource& written);
    void takeEnd(const JobEnd& end);
    void copyCommand();
    void updateState();

    Shell& m_shell;
    QThreadPool m_pool;
    JobWatcher m_watcher;
    QPointer<QProgressDialog> m_progress;
    QAction *m_print, *m_preview, *m_validate;
    QString m_original, m_written; ///< Of the comparison that runs.
    QString m_pair;                ///< Output of the report that is such a comparison; empty: none.
};

} // namespace aq
