#pragma once
#include <QDBusConnection>
#include <QObject>
#include <QVariantMap>

namespace aq {

struct BatteryState {
    bool isDischarging = false; ///< There is a battery, and it is getting empty.
    double percent = 100;
    bool operator==(const BatteryState&) const = default;
};

/// From the properties of UPower's org.freedesktop.UPower.Device; those that are missing stay.
BatteryState batteryFrom(const QVariantMap& properties, const BatteryState& before);

/// The battery of a portable computer, as UPower sees it. Silent where there is none.
class Battery final : public QObject {
    Q_OBJECT
public:
    explicit Battery(QObject* parent = nullptr);
    const BatteryState& state() const { return m_state; }

Q_SIGNALS:
    void changed(const aq::BatteryState& state);

private Q_SLOTS:
    void takeChange(
        const QString& interface, const QVariantMap& changes, const QStringList& invalidated);

private:
    void take(const QVariantMap& properties);

    QDBusConnection m_bus;
    BatteryState m_state;
};

} // namespace aq
