#pragma once
#include <QDBusConnection>
#include <QDBusMessage>
#include <functional>

class QObject;

namespace aq {

/// The session's or the system's D-Bus, connected in the background: a bus that is slow or missing
/// delays nothing. `then` is called in the thread of `context` unless that is gone; with a
/// connection that is not connected where there is no bus.
void withBus(QDBusConnection::BusType type, QObject* context,
    std::function<void(const QDBusConnection&)> then);

/// A call that nobody waits for. `then` gets the answer, which may be an error.
void callBus(const QDBusConnection& bus, const QDBusMessage& message, QObject* context,
    std::function<void(const QDBusMessage&)> then = {});

} // namespace aq
