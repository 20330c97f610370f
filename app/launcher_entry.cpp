#include "app/launcher_entry.h"

#include "app/bus.h"

#include <QVariantMap>
#include <chrono>

namespace aq {
namespace {
constexpr std::chrono::milliseconds pause{250};
}

LauncherEntry::LauncherEntry(QObject* parent)
    : QObject(parent)
    , m_bus(QString())
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(pause);
    connect(&m_pause, &QTimer::timeout, this, &LauncherEntry::send);
    withBus(QDBusConnection::SessionBus, this, [this](const QDBusConnection& bus) {
        m_bus = bus;
        send();
    });
}

void LauncherEntry::show(double fraction, int jobs)
{
    m_changed = true;
    m_visible = true;
    m_fraction = fraction;
    m_jobs = jobs;
    if (!m_pause.isActive())
        send();
}

void LauncherEntry::hide()
{
    if (!m_visible)
        return;
    m_changed = true;
    m_visible = false;
    if (!m_pause.isActive())
        send();
}

void LauncherEntry::send()
{
    if (!m_changed || !m_bus.isConnected())
        return;
    m_changed = false;
    const QVariantMap properties{{QStringLiteral("progress"), m_fraction},
        {QStringLiteral("progress-visible"), m_visible}, {QStringLiteral("count"), qint64(m_jobs)},
        {QStringLiteral("count-visible"), m_visible && m_jobs > 1}};
    QDBusMessage update
        = QDBusMessage::createSignal(QStringLiteral("/com/canonical/unity/launcherentry/1"),
            QStringLiteral("com.canonical.Unity.LauncherEntry"), QStringLiteral("Update"));
    update << QStringLiteral("application://arrowquant.desktop") << properties;
    m_bus.send(update);
    m_pause.start();
}

} // namespace aq
