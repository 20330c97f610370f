#pragma once
#include "app/shell.h"
#include "ui/models/queue_row.h"

#include <QObject>
#include <set>

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
    void select(int id);  ///< Also one that was added just now.
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
    void reloadSoon();
    void updateSoon(int id);
    void update(); ///< What changed since the last time.
    void updateTotals();
    void showCurrent();
    void sayWhatIsLeft();

    // queue_part_verbs.cpp
    void perform(JobVerb verb, const QList<int>& ids);
    void performEach(JobVerb verb, const QList<int>& ids);
    void performOne(JobVerb verb, int id);
    QList<int> fitting(JobVerb verb, const QList<int>& ids) const; ///< To be done with them now.
    void remove(const QList<int>& ids);
    void move(JobVerb verb, const QList<int>& ids);
    void moveTo(const QList<int>& ids, int before);
    void saveLog(const QString& text);
    void openFolderOf(int id);

    Shell& m_shell;
    JobQueue& m_queue;
    QueuePage* m_page;
    JobBar* m_bar;
    QAction *m_pauseAll, *m_resumeAll, *m_hold, *m_clear;
    qsizetype m_logLines = 0;
    std::set<int> m_updates; ///< Jobs whose rows are not up to date.
    bool m_updating = false, m_reloads = false, m_showsCurrent = false;
    int m_otherMessage = 0; ///< That another window has the queue; 0: none.
    int m_leftMessage = 0;  ///< That jobs were not finished; 0: none.
};

} // namespace aq
