#pragma once
#include "ui/theme.h"

#include <QDBusConnection>
#include <QObject>

class QDBusVariant;

namespace aq {

/// How the desktop wants programs to look, as it is and when it changes: the settings portal
/// (org.freedesktop.appearance, color-scheme and contrast) over D-Bus. Where there is no portal it
/// stays silent, and the palette that the desktop gave at start counts.
class SystemTheme final : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;
    void follow(const QDBusConnection& bus); ///< The session's. Once; asks and never waits.
    const SystemLook& look() const { return m_look; }

Q_SIGNALS:
    void changed(const aq::SystemLook& look);

private Q_SLOTS:
    void takeSetting(const QString& space, const QString& key, const QDBusVariant& value);

private:
    void set(const QString& key, const QVariant& value);

    SystemLook m_look;
};

} // namespace aq
