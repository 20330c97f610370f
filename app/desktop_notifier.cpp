#include "app/desktop_notifier.h"

#include "app/bus.h"

#include <QVariantMap>

namespace aq {
namespace {

const QString service = QStringLiteral("org.freedesktop.Notifications");
const QString path = QStringLiteral("/org/freedesktop/Notifications");
const QString defaultKey = QStringLiteral("default");
constexpr uchar normal = 1, critical = 2; ///< Urgency.

QDBusMessage messageTo(const QString& method)
{
    return QDBusMessage::createMethodCall(service, path, service, method);
}

} // namespace

DesktopNotifier::DesktopNotifier(QObject* parent)
    : QObject(parent)
    , m_bus(QString())
{
    withBus(
        QDBusConnection::SessionBus, this, [this](const QDBusConnection& bus) { takeBus(bus); });
}

/// Signals are taken from whoever sends them: asking who owns the name would be a call that waits.
void DesktopNotifier::takeBus(const QDBusConnection& bus)
{
    m_bus = bus;
    if (!m_bus.isConnected()) {
        m_ready = true;
        return send();
    }
    m_bus.connect(
        {}, path, service, QStringLiteral("ActionInvoked"), this, SLOT(takeAction(uint, QString)));
    m_bus.connect(
        {}, path, service, QStringLiteral("ActivationToken"), this, SLOT(takeToken(uint, QString)));
    m_bus.connect({}, path, service, QStringLiteral("NotificationClosed"), this,
        SLOT(takeClosed(uint, uint)));
    callBus(m_bus, messageTo(QStringLiteral("GetCapabilities")), this,
        [this](const QDBusMessage& reply) {
            const QStringList can = reply.arguments().value(0).toStringList();
            m_markup = can.contains(QStringLiteral("body-markup"));
            m_actions = can.contains(QStringLiteral("actions"));
            m_ready = true;
            send();
        });
}

void DesktopNotifier::notify(const Notification& notification)
{
    m_waiting = notification;
    if (m_ready)
        send();
}

QString DesktopNotifier::bodyOf(const Notification& notification) const
{
    return m_markup ? notification.text.toHtmlEscaped() : notification.text;
}

void DesktopNotifier::send()
{
    if (!m_waiting)
        return;
    const Notification sent = *std::exchange(m_waiting, {});
    if (!m_bus.isConnected())
        return Q_EMIT unavailable(sent);
    QStringList actions;
    if (m_actions) {
        if (sent.open)
            actions << defaultKey << QString();
        for (std::size_t i = 0; i < sent.actions.size(); ++i)
            actions << QString::number(i) << sent.actions[i].text;
    }
    const QVariantMap hints{{QStringLiteral("desktop-entry"), QStringLiteral("arrowquant")},
        {QStringLiteral("category"), QStringLiteral("transfer.complete")},
        {QStringLiteral("urgency"), QVariant::fromValue(sent.isUrgent ? critical : normal)}};
    QDBusMessage message = messageTo(QStringLiteral("Notify"));
    message << QStringLiteral("ArrowQuant") << m_id << QStringLiteral("arrowquant") << sent.title
            << bodyOf(sent) << actions << hints << -1; // As long as the desktop thinks best.
    callBus(m_bus, message, this, [this, sent](const QDBusMessage& reply) {
        if (reply.type() == QDBusMessage::ErrorMessage)
            return Q_EMIT unavailable(sent);
        m_id = reply.arguments().value(0).toUInt();
        m_shown = sent;
    });
}

/// Comes before the action, so that a window may come to the front for it.
void DesktopNotifier::takeToken(uint id, const QString& token)
{
    if (id == m_id && m_id != 0)
        qputenv("XDG_ACTIVATION_TOKEN", token.toUtf8()); // Read by Qt's Wayland platform, once.
}

void DesktopNotifier::takeAction(uint id, const QString& key)
{
    if (id != m_id || m_id == 0)
        return; // Of another program.
    bool isNumber = false;
    const std::size_t action = key.toUInt(&isNumber);
    const auto run = isNumber && action < m_shown.actions.size() ? m_shown.actions[action].run
        : key == defaultKey                                      ? m_shown.open
                                                                 : std::function<void()>();
    if (run)
        run();
}

void DesktopNotifier::takeClosed(uint id, uint)
{
    if (id == m_id)
        m_id = 0;
}

} // namespace aq
