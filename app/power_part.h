#pragma once
#include "app/battery.h"
#include "app/shell.h"
#include "app/sleep_inhibitor.h"

#include <QObject>

class QLabel;
class QSessionManager;

namespace aq {

class JobQueue;

/// Keeps the computer awake while jobs run, asks when the battery runs out under them, and asks
/// before the end of the session takes them along.
class PowerPart final : public QObject {
    Q_OBJECT
public:
    PowerPart(Shell& shell, QObject* parent);

private:
    void takeRunning(bool running);
    void showState(SleepInhibitor::State state);
    void takeBattery(const BatteryState& state);
    void askToPause(double percent);
    void takeSessionEnd(QSessionManager& manager);

    Shell& m_shell;
    JobQueue& m_queue;
    SleepInhibitor* m_inhibitor;
    Battery* m_battery;
    QLabel* m_awake;
    bool m_asked = false; ///< Once per discharge.
    int m_message = 0;    ///< Of the message bar; 0: none.
};

} // namespace aq
