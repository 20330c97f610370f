#pragma once
#include <QDBusConnection>
#include <QMap>
#include <QObject>
#include <functional>
#include <optional>
#include <vector>

namespace aq {

/// A message on the desktop, outside of the window.
struct Notification {
    struct Action {
        QString text;
        std::function<void()> run;
    };
    QString title;
    QString text; ///< Plain; may name files.
    std::vector<Action> actions;
    std::function<void()> open; ///< It was clicked itself; may be empty.
    bool isUrgent = false;
};

/// Shows notifications through org.freedesktop.Notifications, one at a time: a new one takes the
/// place of the last.
class DesktopNotifier final : public QObject {
    Q_OBJECT
public:
    explicit DesktopNotifier(QObject* parent = nullptr);
    void notify(const Notification& notification);

Q_SIGNALS:
    void unavailable(const aq::Notification& notification); ///< Nobody here shows it.

private Q_SLOTS:
    void takeToken(uint id, const QString& token);
    void takeAction(uint id, const QString& key);
    void takeClosed(uint id, uint reason);

private:
    void takeBus(const QDBusConnection& bus);
    void send();
    QString bodyOf(const Notification& notification) const;

    QDBusConnection m_bus;
    bool m_ready = false;  ///< It is known whether there is a bus and what it can show.
    bool m_markup = false; ///< Its body is markup: names must be escaped.
    bool m_actions = false;
    std::optional<Notification> m_waiting; ///< To be sent.
    Notification m_shown;
    uint m_id = 0; ///< Of the shown one; 0: none.
};

} // namespace aq
