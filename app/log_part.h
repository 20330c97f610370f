#pragma once
#include "app/shell.h"
#include "core/jobs/queue_item.h"

#include <QHash>
#include <QObject>

class QDockWidget;

namespace aq {

class LogModel;
class LogView;

/// The log dock, and what goes into it: what the session opens, plans, runs and writes, and what
/// the message bar says.
class LogPart final : public QObject {
    Q_OBJECT
public:
    LogPart(Shell& shell, QObject* parent);

private:
    void noteSession();
    void notePlanner();
    void noteQueue();
    void noteMessages();
    void readBook();
    void showErrors();
    void save(const QString& text);

    Shell& m_shell;
    LogModel* m_model;
    LogView* m_view;
    QDockWidget* m_dock;
    qint64 m_seen = 0;             ///< Lines of the book.
    QHash<int, JobState> m_states; ///< By job: what was noted last.
};

} // namespace aq
