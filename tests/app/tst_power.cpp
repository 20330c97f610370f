#include "app/battery.h"
#include "app/sleep_inhibitor.h"
#include "tests/support/private_bus.h"

#include <QDBusMessage>
#include <QDBusUnixFileDescriptor>
#include <QSignalSpy>
#include <QTest>
#include <fcntl.h>
#include <unistd.h>

using namespace aq;
using namespace aq::test;

namespace {

/// logind: what it gave out holds until the other end is closed.
class FakeLogin : public QObject {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.login1.Manager")
public:
    QStringList asked;
    int watched = -1; ///< Our end of the pipe.

    bool isHeld() const
    {
        char nothing;
        return watched >= 0 && ::read(watched, &nothing, 1) < 0 && errno == EAGAIN;
    }

public Q_SLOTS:
    Q_SCRIPTABLE QDBusUnixFileDescriptor Inhibit(
        const QString& what, const QString& who, const QString& why, const QString& mode)
    {
        asked = {what, who, why, mode};
        int ends[2];
        if (::pipe2(ends, O_NONBLOCK | O_CLOEXEC) != 0)
            return {};
        watched = ends[0];
        QDBusUnixFileDescriptor given;
        given.giveFileDescriptor(ends[1]);
        return given;
    }
};

class FakeScreenSaver : public QObject {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.ScreenSaver")
public:
    QList<uint> held;
public Q_SLOTS:
    Q_SCRIPTABLE uint Inhibit(const QString&, const QString&)
    {
        held << 77;
        return 77;
    }
    Q_SCRIPTABLE void UnInhibit(uint cookie) { held.removeOne(cookie); }
};

const QString login = QStringLiteral("org.freedesktop.login1");
const QString screenSaver = QStringLiteral("org.freedesktop.ScreenSaver");
const QString loginPath = QStringLiteral("/org/freedesktop/login1");
const QString screenSaverPath = QStringLiteral("/org/freedesktop/ScreenSaver");
using State = SleepInhibitor::State;

} // namespace

class TestPower : public QObject {
    Q_OBJECT
    PrivateBus m_bus;
    FakeLogin m_login;
    FakeScreenSaver m_screenSaver;

    QDBusConnection services() const { return m_bus.connection(QStringLiteral("services")); }

private Q_SLOTS:
    void initTestCase()
    {
        if (!m_bus.isRunning())
            QSKIP("no dbus-daemon");
        QVERIFY(
            services().registerObject(loginPath, &m_login, QDBusConnection::ExportScriptableSlots));
        QVERIFY(services().registerObject(
            screenSaverPath, &m_screenSaver, QDBusConnection::ExportScriptableSlots));
    }

    void cleanup()
    {
        services().unregisterService(login);
        services().unregisterService(screenSaver);
    }

    void nobodyThere()
    {
        SleepInhibitor inhibitor;
        inhibitor.hold(QStringLiteral("2 jobs run"));
        QVERIFY(inhibitor.state() == State::Asking); // And nobody waited.
        QTRY_VERIFY(inhibitor.state() == State::Unavailable);
        inhibitor.release();
        QVERIFY(inhibitor.state() == State::Off);
    }

    void logindHoldsAsLongAsItsFileIsOpen()
    {
        QVERIFY(services().registerService(login));
        SleepInhibitor inhibitor;
        inhibitor.hold(QStringLiteral("2 jobs run"));
        QTRY_VERIFY(inhibitor.state() == State::Held);
        QCOMPARE(inhibitor.holder(), login);
        QCOMPARE(m_login.asked,
            (QStringList{QStringLiteral("sleep:idle"), QStringLiteral("ArrowQuant"),
                QStringLiteral("2 jobs run"), QStringLiteral("block")}));
        QTest::qWait(50); // Copies on the way are closed.
        QVERIFY(m_login.isHeld());
        inhibitor.release();
        QTRY_VERIFY(!m_login.isHeld());
    }

    void theScreenSaverIsTheLastToAsk()
    {
        QVERIFY(services().registerService(screenSaver));
        {
            SleepInhibitor inhibitor;
            inhibitor.hold(QStringLiteral("a job runs"));
            QTRY_VERIFY(inhibitor.state() == State::Held);
            QCOMPARE(inhibitor.holder(), screenSaver);
            QCOMPARE(m_screenSaver.held.size(), 1);
        }
        QTRY_VERIFY(m_screenSaver.held.isEmpty()); // The end lets go.
    }

    void anAnswerThatComesTooLateIsGivenBack()
    {
        QVERIFY(services().registerService(screenSaver));
        SleepInhibitor inhibitor;
        inhibitor.hold(QStringLiteral("a short job"));
        inhibitor.release();
        QTest::qWait(300);
        QVERIFY(m_screenSaver.held.isEmpty());
        QVERIFY(inhibitor.state() == State::Off);
        inhibitor.hold(QStringLiteral("another"));
        QTRY_VERIFY(inhibitor.state() == State::Held);
    }

    void aBatteryIsReadFromItsProperties()
    {
        const auto with = [](const char* key, const QVariant& value, const BatteryState& before) {
            return batteryFrom({{QLatin1StringView(key), value}}, before);
        };
        BatteryState state
            = batteryFrom({{QStringLiteral("IsPresent"), true}, {QStringLiteral("State"), 2U},
                              {QStringLiteral("Percentage"), 9.0}},
                {});
        QVERIFY(state == (BatteryState{true, 9.0}));
        state = with("Percentage", 8.0, state);
        QVERIFY(state == (BatteryState{true, 8.0}));
        QVERIFY(!with("State", 1U, state).isDischarging); // Charging.
        QVERIFY(!with("IsPresent", false, state).isDischarging);
    }

    void changesOfTheBatteryAreHeard()
    {
        Battery battery;
        QSignalSpy changed(&battery, &Battery::changed);
        const auto tell = [&] {
            QDBusMessage message = QDBusMessage::createSignal(
                QStringLiteral("/org/freedesktop/UPower/devices/DisplayDevice"),
                QStringLiteral("org.freedesktop.DBus.Properties"),
                QStringLiteral("PropertiesChanged"));
            message << QStringLiteral("org.freedesktop.UPower.Device")
                    << QVariantMap{{QStringLiteral("State"), 2U},
                           {QStringLiteral("Percentage"), 7.5}}
                    << QStringList();
            services().send(message);
            return QTest::qWaitFor([&] { return changed.size() > 0; }, 200);
        };
        QTRY_VERIFY(tell());
        QVERIFY(battery.state() == (BatteryState{true, 7.5}));
    }
};

QTEST_GUILESS_MAIN(TestPower)
#include "tst_power.moc"
