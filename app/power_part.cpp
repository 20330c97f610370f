#include "app/power_part.h"

#include "app/job_queue.h"
#include "app/log_book.h"
#include "app/session.h"
#include "ui/widgets/message_bar.h"

#include <QGuiApplication>
#include <QLabel>
#include <QLocale>
#include <QSessionManager>
#include <QStatusBar>

namespace aq {
namespace {
constexpr double lowPercent = 10;
}

PowerPart::PowerPart(Shell& shell, QObject* parent)
    : QObject(parent)
    , m_shell(shell)
    , m_queue(shell.session().queue())
    , m_inhibitor(new SleepInhibitor(this))
    , m_battery(new Battery(this))
    , m_awake(new QLabel)
{
    m_awake->setAccessibleDescription(tr("Whether the computer is kept awake"));
    m_awake->hide();
    shell.window().statusBar()->addPermanentWidget(m_awake);
    connect(&m_queue, &JobQueue::runningChanged, this, &PowerPart::takeRunning);
    connect(m_inhibitor, &SleepInhibitor::stateChanged, this, &PowerPart::showState);
    connect(m_battery, &Battery::changed, this, &PowerPart::takeBattery);
    connect(qGuiApp, &QGuiApplication::commitDataRequest, this, &PowerPart::takeSessionEnd,
        Qt::DirectConnection); // The session waits for the answer.
    takeRunning(m_queue.isRunning());
}

void PowerPart::takeRunning(bool running)
{
    if (running)
        m_inhibitor->hold(tr("Models are being quantized"));
    else
        m_inhibitor->release();
    takeBattery(m_battery->state());
}

void PowerPart::showState(SleepInhibitor::State state)
{
    switch (state) {
    case SleepInhibitor::State::Held:
        qCInfo(logDesktop).noquote() << "sleep inhibited by" << m_inhibitor->holder();
        m_awake->setText(tr("Kept awake"));
        m_awake->setToolTip(tr("The computer does not fall asleep by itself while jobs run."));
        break;
    case SleepInhibitor::State::Unavailable:
        qCInfo(logDesktop) << "nobody here can inhibit sleep";
        m_awake->setText(tr("May fall asleep"));
        m_awake->setToolTip(tr(
            "This desktop offers no way to keep the computer awake. If it falls asleep, the jobs "
            "go on when it wakes up."));
        break;
    case SleepInhibitor::State::Off:
    case SleepInhibitor::State::Asking:
        break;
    }
    m_awake->setVisible(
        state == SleepInhibitor::State::Held || state == SleepInhibitor::State::Unavailable);
}

void PowerPart::takeBattery(const BatteryState& state)
{
    const bool isLow = state.isDischarging && state.percent < lowPercent;
    if (!isLow)
        m_asked = false;
    if (!isLow || !m_queue.isRunning())
        return m_shell.messages().withdraw(std::exchange(m_message, 0));
    if (!std::exchange(m_asked, true))
        askToPause(state.percent);
}

void PowerPart::askToPause(double percent)
{
    m_message = m_shell.messages().showMessage(MessageBar::Kind::Warning,
        tr("The battery is at %1 %.").arg(QLocale().toString(percent, 'f', 0)),
        tr("Jobs that are paused now can go on later where they were."), {},
        {{tr("Pause all jobs"), [this] { m_queue.pauseAll(); }}, {tr("Keep going"), [] {}}});
}

/// The window asks about what would be lost, as for any other quit; the session goes on meanwhile.
void PowerPart::takeSessionEnd(QSessionManager& manager)
{
    if (!manager.allowsInteraction() || m_shell.window().close())
        return;
    manager.cancel();
    manager.release();
}

} // namespace aq
