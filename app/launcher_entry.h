#pragma once
#include <QDBusConnection>
#include <QObject>
#include <QTimer>

namespace aq {

/// Progress and a count on the program's icon in a task bar or dock, by the protocol
/// com.canonical.Unity.LauncherEntry that most of them read.
class LauncherEntry final : public QObject {
    Q_OBJECT
public:
    explicit LauncherEntry(QObject* parent = nullptr);
    void show(double fraction, int jobs); ///< 0 … 1. At most some times a second.
    void hide();

private:
    void send();

    QDBusConnection m_bus;
    QTimer m_pause;
    double m_fraction = 0;
    int m_jobs = 0;
    bool m_visible = false, m_changed = false;
};

} // namespace aq
