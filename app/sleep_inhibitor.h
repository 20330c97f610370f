#pragma once
#include <QDBusConnection>
#include <QDBusUnixFileDescriptor>
#include <QObject>

namespace aq {

/// Keeps the computer from falling asleep by itself. Asks logind, else the desktop's power or
/// session manager, else its screen saver; the first that agrees. Nothing here ever waits.
class SleepInhibitor final : public QObject {
    Q_OBJECT
public:
    enum class State {
        Off,        ///< It may sleep.
        Asking,     ///< It is not known yet.
        Held,       ///< It stays awake.
        Unavailable ///< Nobody here can keep it awake.
    };

    explicit SleepInhibitor(QObject* parent = nullptr);
    ~SleepInhibitor() override; ///< Lets it sleep again.

    void hold(const QString& why); ///< `why` is shown by the desktop.
    void release();
    State state() const { return m_state; }
    QString holder() const; ///< "org.freedesktop.login1"; empty unless Held.

Q_SIGNALS:
    void stateChanged(aq::SleepInhibitor::State state);

private:
    void ask(std::size_t candidate, int round);
    void take(std::size_t candidate, int round, const QDBusConnection& bus, const QVariant& answer);
    void letGo();
    void setState(State state);

    State m_state = State::Off;
    QString m_why;
    int m_round = 0; ///< Answers to an earlier one are given back at once.
    QDBusConnection m_bus;
    std::size_t m_holder = 0;
    QDBusUnixFileDescriptor m_lock; ///< logind's: it holds as long as this is open.
    uint m_cookie = 0;              ///< Of the others.
};

} // namespace aq
