#include "app/settings_keeper.h"

#include <chrono>

namespace aq {
namespace {
constexpr std::chrono::seconds interval{2};
}

SettingsKeeper::SettingsKeeper(const QString& file, const Settings& saved, Source source)
    : m_file(file)
    , m_saved(saved)
    , m_source(std::move(source))
{
    m_pool.setMaxThreadCount(1); // One after the other.
    m_timer.setTimerType(Qt::VeryCoarseTimer);
    connect(&m_timer, &QTimer::timeout, this, &SettingsKeeper::save);
    m_timer.start(interval);
}

SettingsKeeper::~SettingsKeeper() { m_pool.waitForDone(); }

void SettingsKeeper::save()
{
    const Settings now = m_source();
    if (now == m_saved)
        return;
    m_pool.start([path = m_file, before = std::exchange(m_saved, now), now] {
        QSettings file(path, QSettings::IniFormat);
        saveChanges(file, before, now);
        file.sync();
    });
}

void SettingsKeeper::saveAndWait()
{
    save();
    m_pool.waitForDone();
}

QString settingsPath()
{
    return QSettings(QSettings::IniFormat, QSettings::UserScope, QStringLiteral("ArrowQuant"),
        QStringLiteral("arrowquant"))
        .fileName();
}

} // namespace aq
