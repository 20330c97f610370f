#include "app/sleep_inhibitor.h"

#include "app/bus.h"

#include <array>

namespace aq {
namespace {

const QString program = QStringLiteral("ArrowQuant");

/// One who may keep the computer awake.
struct Candidate {
    QDBusConnection::BusType bus;
    const char* service;
    const char* path;
    const char* interface;
    const char* release; ///< Takes the number that Inhibit gave; null: it gave a file to keep open.
    QVariantList (*arguments)(const QString& why);
};

QVariantList forLogin(const QString& why)
{
    return {QStringLiteral("sleep:idle"), program, why, QStringLiteral("block")};
}

QVariantList named(const QString& why) { return {program, why}; }

/// Flags 4: not to be suspended, 8: not to be seen as idle.
QVariantList forGnome(const QString& why) { return {program, 0U, why, 4U | 8U}; }

/// In the order they are asked.
constexpr std::array candidates{
    Candidate{QDBusConnection::SystemBus, "org.freedesktop.login1", "/org/freedesktop/login1",
        "org.freedesktop.login1.Manager", nullptr, forLogin},
    Candidate{QDBusConnection::SessionBus, "org.freedesktop.PowerManagement",
        "/org/freedesktop/PowerManagement/Inhibit", "org.freedesktop.PowerManagement.Inhibit",
        "UnInhibit", named},
    Candidate{QDBusConnection::SessionBus, "org.gnome.SessionManager", "/org/gnome/SessionManager",
        "org.gnome.SessionManager", "Uninhibit", forGnome},
    Candidate{QDBusConnection::SessionBus, "org.freedesktop.ScreenSaver",
        "/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver", "UnInhibit", named},
};

QDBusMessage messageTo(const Candidate& who, const char* method, const QVariantList& arguments)
{
    QDBusMessage message = QDBusMessage::createMethodCall(QLatin1StringView(who.service),
        QLatin1StringView(who.path), QLatin1StringView(who.interface), QLatin1StringView(method));
    message.setArguments(arguments);
    message.setAutoStartService(false); // Who is not there need not come for this.
    return message;
}

void giveBack(const Candidate& who, const QDBusConnection& bus, uint cookie)
{
    if (who.release)
        bus.send(messageTo(who, who.release, {cookie}));
}

} // namespace

SleepInhibitor::SleepInhibitor(QObject* parent)
    : QObject(parent)
    , m_bus(QString())
{
}

SleepInhibitor::~SleepInhibitor() { letGo(); }

void SleepInhibitor::hold(const QString& why)
{
    if (m_state == State::Asking || m_state == State::Held)
        return;
    m_why = why;
    setState(State::Asking);
    ask(0, ++m_round);
}

void SleepInhibitor::release()
{
    ++m_round;
    letGo();
    setState(State::Off);
}

void SleepInhibitor::ask(std::size_t candidate, int round)
{
    if (round != m_round)
        return;
    if (candidate == candidates.size())
        return setState(State::Unavailable);
    const Candidate& who = candidates[candidate];
    withBus(who.bus, this, [this, candidate, round, &who](const QDBusConnection& bus) {
        if (!bus.isConnected())
            return ask(candidate + 1, round);
        callBus(bus, messageTo(who, "Inhibit", who.arguments(m_why)), this,
            [this, candidate, round, bus](const QDBusMessage& reply) {
                if (reply.type() == QDBusMessage::ErrorMessage || reply.arguments().isEmpty())
                    return ask(candidate + 1, round);
                take(candidate, round, bus, reply.arguments().first());
            });
    });
}

void SleepInhibitor::take(
    std::size_t candidate, int round, const QDBusConnection& bus, const QVariant& answer)
{
    if (round != m_round) // What was asked for ended meanwhile; a file closes by itself.
        return giveBack(candidates[candidate], bus, answer.toUInt());
    m_holder = candidate;
    m_bus = bus;
    m_lock = answer.value<QDBusUnixFileDescriptor>();
    m_cookie = answer.toUInt();
    setState(State::Held);
}

void SleepInhibitor::letGo()
{
    if (m_state == State::Held)
        giveBack(candidates[m_holder], m_bus, m_cookie);
    m_lock = {};
}

QString SleepInhibitor::holder() const
{
    return m_state == State::Held ? QLatin1StringView(candidates[m_holder].service) : QString();
}

void SleepInhibitor::setState(State state)
{
    if (std::exchange(m_state, state) != state)
        Q_EMIT stateChanged(state);
}

} // namespace aq
