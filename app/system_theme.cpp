#include "app/system_theme.h"

#include "app/bus.h"

#include <QDBusMessage>
#include <QDBusVariant>

namespace aq {
namespace {

const QString service = QStringLiteral("org.freedesktop.portal.Desktop"),
              path = QStringLiteral("/org/freedesktop/portal/desktop"),
              settings = QStringLiteral("org.freedesktop.portal.Settings"),
              appearance = QStringLiteral("org.freedesktop.appearance"),
              colourScheme = QStringLiteral("color-scheme"), contrast = QStringLiteral("contrast");

/// Read() wraps the value twice, SettingChanged once.
QVariant unwrapped(QVariant value)
{
    while (value.metaType() == QMetaType::fromType<QDBusVariant>())
        value = value.value<QDBusVariant>().variant();
    return value;
}

} // namespace

/// The signal is taken from whoever sends it: until the bus has told who owns the name, signals of
/// a named sender would be dropped. The answers to Read() come after the match is made.
void SystemTheme::follow(const QDBusConnection& bus)
{
    if (!bus.isConnected())
        return;
    qRegisterMetaType<QDBusVariant>(
        "QDBusVariant"); // Else the slot is unknown, unless Qt was first.
    QDBusConnection(bus).connect({}, path, settings, QStringLiteral("SettingChanged"), this,
        SLOT(takeSetting(QString, QString, QDBusVariant)));
    for (const QString& key : {colourScheme, contrast}) {
        QDBusMessage call
            = QDBusMessage::createMethodCall(service, path, settings, QStringLiteral("Read"));
        call << appearance << key;
        callBus(bus, call, this, [this, key](const QDBusMessage& answer) {
            if (answer.type() == QDBusMessage::ReplyMessage && !answer.arguments().isEmpty())
                set(key, answer.arguments().first());
        });
    }
}

void SystemTheme::takeSetting(const QString& space, const QString& key, const QDBusVariant& value)
{
    if (space == appearance)
        set(key, QVariant::fromValue(value));
}

/// 1: dark, or more contrast; 2: light; anything else: no wish.
void SystemTheme::set(const QString& key, const QVariant& value)
{
    const uint wish = unwrapped(value).toUInt();
    SystemLook look = m_look;
    if (key == colourScheme)
        look.dark = wish == 1 ? std::optional(true)
            : wish == 2       ? std::optional(false)
                              : std::nullopt;
    else if (key == contrast)
        look.highContrast = wish == 1;
    if (look == m_look)
        return;
    m_look = look;
    Q_EMIT changed(m_look);
}

} // namespace aq
