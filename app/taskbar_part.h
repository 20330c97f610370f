#pragma once
#include "app/launcher_entry.h"
#include "app/shell.h"

#include <QObject>

namespace aq {

/// The progress of the queue on the program's icon in the task bar.
class TaskbarPart final : public QObject {
    Q_OBJECT
public:
    TaskbarPart(Shell& shell, QObject* parent);

private:
    void update();

    Shell& m_shell;
    LauncherEntry* m_entry;
};

} // namespace aq
