#pragma once
#include "app/shell.h"
#include "ui/models/queue_row.h"

#include <QObject>

class QAction;

namespace aq {

class JobBar;
class JobQueue;
class QueuePage;

/// The Queue page, the bar at the bottom and the entries of the Job menu that are about the queue
/// as a whole. What leads to other pages is asked for by signals.
class QueuePart final : public QObject {
    Q_OBJECT
public:
    QueuePart(Shell& shell, QObject* parent);

    QueuePage& page() { return *m_page; }
    void cancelRunning(); ///< Asks what is meant when more jobs wait.

Q_SIGNALS:
    void reportRequested(int id);
    void exportRequested(int id);
    void editRequested(int id);
    void openRequested();

private:
    void addMenu();
    void connectPage();
    void connectQueue();
    void reload(); ///< All rows.
    void update(int id);
    void updateTotals();
    void showCurrent();
    void perform(JobVerb verb, const QList<int>& ids);
    void performOne(JobVerb verb, int id);
    void remove(const QList<int>& ids);
    void move(JobVerb verb, const QList<int>& ids);
    void moveTo(const QList<int>& ids, int before);
    void saveLog(const QString& text);
    void openFolderOf(int id);
    void sayWhatIsLeft();

    Shell& m_shell;
    JobQueue& m_queue;
    QueuePage* m_page;
    JobBar* m_bar;
    QAction *m_pauseAll, *m_resumeAll, *m_hold, *m_clear;
    qsizetype m_logLines = 0;
    int m_leftMessage = 0; ///< That jobs were not finished; 0: none.
};

} // namespace aq
