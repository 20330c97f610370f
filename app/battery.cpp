#include "app/battery.h"

#include "app/bus.h"

#include <QDBusArgument>

namespace aq {
namespace {

const QString service = QStringLiteral("org.freedesktop.UPower");
const QString path = QStringLiteral("/org/freedesktop/UPower/devices/DisplayDevice");
const QString device = QStringLiteral("org.freedesktop.UPower.Device");
const QString properties = QStringLiteral("org.freedesktop.DBus.Properties");
constexpr uint discharging = 2; ///< UPower's State.

} // namespace

BatteryState batteryFrom(const QVariantMap& properties, const BatteryState& before)
{
    BatteryState state = before;
    if (const QVariant value = properties.value(QStringLiteral("State")); value.isValid())
        state.isDischarging = value.toUInt() == discharging;
    if (const QVariant value = properties.value(QStringLiteral("Percentage")); value.isValid())
        state.percent = value.toDouble();
    if (!properties.value(QStringLiteral("IsPresent"), true).toBool())
        state.isDischarging = false;
    return state;
}

Battery::Battery(QObject* parent)
    : QObject(parent)
    , m_bus(QString())
{
    withBus(QDBusConnection::SystemBus, this, [this](const QDBusConnection& bus) {
        m_bus = bus;
        if (!m_bus.isConnected())
            return;
        m_bus.connect({}, path, properties, QStringLiteral("PropertiesChanged"), this,
            SLOT(takeChange(QString, QVariantMap, QStringList)));
        QDBusMessage message
            = QDBusMessage::createMethodCall(service, path, properties, QStringLiteral("GetAll"));
        message << device;
        callBus(m_bus, message, this, [this](const QDBusMessage& reply) {
            if (reply.type() == QDBusMessage::ReplyMessage)
                take(qdbus_cast<QVariantMap>(reply.arguments().value(0)));
        });
    });
}

void Battery::takeChange(const QString& interface, const QVariantMap& changes, const QStringList&)
{
    if (interface == device)
        take(changes);
}

void Battery::take(const QVariantMap& changes)
{
    const BatteryState state = batteryFrom(changes, m_state);
    if (std::exchange(m_state, state) != state)
        Q_EMIT changed(state);
}

} // namespace aq
