#include "app/desktop_notifier.h"
#include "app/launcher_entry.h"
#include "tests/support/private_bus.h"

#include <QSignalSpy>
#include <QTest>

using namespace aq;
using namespace aq::test;

namespace {

const QString service = QStringLiteral("org.freedesktop.Notifications");
const QString path = QStringLiteral("/org/freedesktop/Notifications");

/// What a desktop does with notifications: remembers them.
class FakeDesktop : public QObject {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")
public:
    struct Shown {
        uint replaces;
        QString icon, title, body;
        QStringList actions;
        QVariantMap hints;
    };
    QList<Shown> shown;
    QStringList capabilities{
        QStringLiteral("actions"), QStringLiteral("body"), QStringLiteral("body-markup")};

public Q_SLOTS:
    Q_SCRIPTABLE QStringList GetCapabilities() { return capabilities; }
    Q_SCRIPTABLE uint Notify(const QString&, uint replaces, const QString& icon,
        const QString& title, const QString& body, const QStringList& actions,
        const QVariantMap& hints, int)
    {
        shown << Shown{replaces, icon, title, body, actions, hints};
        return uint(shown.size()) + 40;
    }

Q_SIGNALS:
    Q_SCRIPTABLE void ActionInvoked(uint id, const QString& key);
    Q_SCRIPTABLE void ActivationToken(uint id, const QString& token);
    Q_SCRIPTABLE void NotificationClosed(uint id, uint reason);
};

class LauncherListener : public QObject {
    Q_OBJECT
public:
    QString uri;
    QList<QVariantMap> heard;
public Q_SLOTS:
    void take(const QString& program, const QVariantMap& properties)
    {
        uri = program;
        heard << properties;
    }
};

} // namespace

class TestNotifications : public QObject {
    Q_OBJECT
    PrivateBus m_bus;
    FakeDesktop m_desktop;

    void startDesktop()
    {
        QDBusConnection bus = m_bus.connection(QStringLiteral("desktop"));
        QVERIFY(bus.registerObject(path, &m_desktop,
            QDBusConnection::ExportScriptableSlots | QDBusConnection::ExportScriptableSignals));
        QVERIFY(bus.registerService(service));
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (!m_bus.isRunning())
            QSKIP("no dbus-daemon");
    }

    void withoutADesktopItSaysSo()
    {
        DesktopNotifier notifier;
        QSignalSpy unavailable(&notifier, &DesktopNotifier::unavailable);
        notifier.notify({QStringLiteral("Done"), {}, {}, {}, false});
        QTRY_COMPARE(unavailable.size(), 1);
        QCOMPARE(unavailable.at(0).at(0).value<Notification>().title, QStringLiteral("Done"));
    }

    void theDesktopShowsItAndActionsRun()
    {
        startDesktop();
        DesktopNotifier notifier;
        QStringList done;
        const auto note
            = [&](const char* what) { return [&done, what] { done << QLatin1StringView(what); }; };
        notifier.notify({QStringLiteral("2 jobs finished"), QStringLiteral("<a> & b"),
            {{QStringLiteral("Open folder"), note("folder")},
                {QStringLiteral("Show report"), note("report")}},
            note("open"), false});
        QTRY_COMPARE(m_desktop.shown.size(), 1);
        const auto first = m_desktop.shown.first();
        QCOMPARE(first.title, QStringLiteral("2 jobs finished"));
        QCOMPARE(first.body, QStringLiteral("&lt;a&gt; &amp; b")); // Names are no markup.
        QCOMPARE(first.actions,
            (QStringList{QStringLiteral("default"), {}, QStringLiteral("0"),
                QStringLiteral("Open folder"), QStringLiteral("1"),
                QStringLiteral("Show report")}));
        QCOMPARE(first.hints.value(QStringLiteral("desktop-entry")).toString(),
            QStringLiteral("arrowquant"));
        QVERIFY(first.hints.value(QStringLiteral("urgency")).metaType()
            == QMetaType::fromType<uchar>());

        QTest::qWait(50);                                       // Its number has come back.
        Q_EMIT m_desktop.ActionInvoked(7, QStringLiteral("0")); // Of another program.
        qputenv("XDG_ACTIVATION_TOKEN", {});
        Q_EMIT m_desktop.ActivationToken(7, QStringLiteral("of another"));
        Q_EMIT m_desktop.ActivationToken(41, QStringLiteral("token-41")); // To come to the front.
        Q_EMIT m_desktop.ActionInvoked(41, QStringLiteral("1"));
        Q_EMIT m_desktop.ActionInvoked(41, QStringLiteral("9"));
        Q_EMIT m_desktop.ActionInvoked(41, QStringLiteral("default"));
        QTRY_COMPARE(done, (QStringList{QStringLiteral("report"), QStringLiteral("open")}));
        QCOMPARE(qgetenv("XDG_ACTIVATION_TOKEN"), QByteArray("token-41"));

        notifier.notify({QStringLiteral("again"), {}, {}, {}, false});
        QTRY_COMPARE(m_desktop.shown.size(), 2);
        QCOMPARE(m_desktop.shown.last().replaces, 41u); // The same place on the screen.
        QTest::qWait(50);
        Q_EMIT m_desktop.NotificationClosed(42, 2);
        QTest::qWait(50);
        notifier.notify({QStringLiteral("third"), {}, {}, {}, true});
        QTRY_COMPARE(m_desktop.shown.size(), 3);
        QCOMPARE(m_desktop.shown.last().replaces, 0u);
        QCOMPARE(m_desktop.shown.last().hints.value(QStringLiteral("urgency")).toInt(), 2);
    }

    void aPlainDesktopGetsPlainText()
    {
        m_desktop.capabilities = {QStringLiteral("body")};
        m_desktop.shown.clear();
        DesktopNotifier notifier;
        notifier.notify({QStringLiteral("Done"), QStringLiteral("a & b"),
            {{QStringLiteral("Open folder"), [] {}}}, {}, false});
        QTRY_COMPARE(m_desktop.shown.size(), 1);
        QCOMPARE(m_desktop.shown.first().body, QStringLiteral("a & b"));
        QVERIFY(m_desktop.shown.first().actions.isEmpty());
    }

    void theLauncherHearsOfProgress()
    {
        LauncherListener listener;
        QDBusConnection bus = m_bus.connection(QStringLiteral("launcher"));
        QVERIFY(bus.connect({}, {}, QStringLiteral("com.canonical.Unity.LauncherEntry"),
            QStringLiteral("Update"), &listener, SLOT(take(QString, QVariantMap))));
        LauncherEntry entry;
        entry.show(0.25, 3);
        QTRY_COMPARE(listener.heard.size(), 1);
        QCOMPARE(listener.uri, QStringLiteral("application://arrowquant.desktop"));
        QVERIFY(listener.heard[0].value(QStringLiteral("progress")).toDouble() == 0.25);
        QCOMPARE(listener.heard[0].value(QStringLiteral("count")).toLongLong(), 3);
        QVERIFY(listener.heard[0].value(QStringLiteral("progress-visible")).toBool());
        for (int i = 0; i < 50; ++i)
            entry.show(0.3 + i * 0.01, 3);
        entry.hide();
        QTRY_VERIFY(!listener.heard.last().value(QStringLiteral("progress-visible")).toBool());
        QVERIFY(listener.heard.size() < 10); // Not fifty: a launcher is no film.
    }
};

QTEST_GUILESS_MAIN(TestNotifications)
#include "tst_notifications.moc"
