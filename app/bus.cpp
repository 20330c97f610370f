#include "app/bus.h"

#include <QDBusPendingCallWatcher>
#include <QtConcurrent>

namespace aq {
namespace {

constexpr int patienceMs = 10'000; ///< For an answer.

QString nameOf(QDBusConnection::BusType type)
{
    return type == QDBusConnection::SystemBus ? QStringLiteral("arrowquant-system")
                                              : QStringLiteral("arrowquant-session");
}

} // namespace

void withBus(QDBusConnection::BusType type, QObject* context,
    std::function<void(const QDBusConnection&)> then)
{
    QtConcurrent::run([type] {
        return QDBusConnection::connectToBus(type, nameOf(type));
    }).then(context, [then = std::move(then)](const QDBusConnection& bus) { then(bus); });
}

void callBus(const QDBusConnection& bus, const QDBusMessage& message, QObject* context,
    std::function<void(const QDBusMessage&)> then)
{
    auto* watcher = new QDBusPendingCallWatcher(bus.asyncCall(message, patienceMs), context);
    QObject::connect(
        watcher, &QDBusPendingCallWatcher::finished, context, [watcher, then = std::move(then)] {
            watcher->deleteLater();
            if (then)
                then(watcher->reply());
        });
}

} // namespace aq
