#include "app/dropped_models.h"
#include "app/recents.h"
#include "app/system_theme.h"
#include "tests/support/private_bus.h"

#include <QApplication>
#include <QDBusMessage>
#include <QDBusVariant>
#include <QSignalSpy>
#include <QTest>

using namespace aq;

namespace {

RecentModel model(const QString& path)
{
    RecentModel recent;
    recent.path = path;
    return recent;
}

/// A desktop's settings portal, as far as it is asked.
class Portal : public QObject {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Settings")
public:
    uint scheme = 0, contrast = 0;

public Q_SLOTS:
    QDBusVariant Read(const QString& space, const QString& key)
    {
        const bool known = space == QLatin1StringView("org.freedesktop.appearance");
        const uint value = !known ? 0 : key == QLatin1StringView("contrast") ? contrast : scheme;
        return QDBusVariant(QVariant::fromValue(QDBusVariant(value))); // Twice, as the real one.
    }

Q_SIGNALS:
    void SettingChanged(const QString& space, const QString& key, const QDBusVariant& value);
};

} // namespace

class TestStart : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void droppedShardsAreOneModel_data()
    {
        QTest::addColumn<QStringList>("dropped");
        QTest::addColumn<QStringList>("models");
        const QString a = QStringLiteral("/m/model-00001-of-00002.safetensors"),
                      b = QStringLiteral("/m/model-00002-of-00002.safetensors"),
                      index = QStringLiteral("/m/model.safetensors.index.json"),
                      other = QStringLiteral("/m/flux.gguf"),
                      far = QStringLiteral("/n/model-00002-of-00002.safetensors");
        QTest::newRow("one shard") << QStringList{a} << QStringList{a};
        QTest::newRow("both") << QStringList{a, b} << QStringList{QStringLiteral("/m")};
        QTest::newRow("with index") << QStringList{a, index, b} << QStringList{index};
        QTest::newRow("and another")
            << QStringList{other, a, b} << QStringList{other, QStringLiteral("/m")};
        QTest::newRow("of two folders") << QStringList{a, far} << QStringList{a, far};
        QTest::newRow("twice") << QStringList{other, other} << QStringList{other};
    }
    void droppedShardsAreOneModel()
    {
        QFETCH(const QStringList, dropped);
        QFETCH(const QStringList, models);
        QCOMPARE(modelsAmong(dropped), models);
    }

    void pinnedModelsStayHoweverManyOthersCome()
    {
        RecentModel pinned = model(QStringLiteral("/pinned"));
        pinned.pinned = true;
        QList<RecentModel> recents{pinned};
        for (int i = 0; i < 20; ++i)
            recents = remembered(recents, model(QStringLiteral("/m%1").arg(i)), 4);
        QCOMPARE(recents.size(), 5);
        QCOMPARE(recents[0].path, QStringLiteral("/pinned"));
        QCOMPARE(recents[1].path, QStringLiteral("/m19"));
        recents = remembered(recents, model(QStringLiteral("/pinned")), 4);
        QVERIFY(recents[0].pinned); // Opening it again does not unpin it.
    }

    void whatIsKnownOfAModelIsHandedOnAndKept()
    {
        RecentModel known = model(QStringLiteral("/a"));
        known.architecture = QStringLiteral("Flux");
        known.lastResult = QStringLiteral("passed");
        known.opened = QDateTime::fromSecsSinceEpoch(1'700'000'000);
        known.figures[QStringLiteral("edge")] = {123, 0.25};
        known.figures[QStringLiteral("local")] = {456, -1};
        QList<RecentModel> recents = remembered({known}, model(QStringLiteral("/a")));
        QCOMPARE(recents.size(), 1);
        QVERIFY(recents[0] == known);
        recents = recentsFromJson(recentsToJson(recents));
        QVERIFY(recents[0].opened == known.opened); // The same moment, in any time zone.
        recents[0].opened = known.opened;
        QVERIFY(recents[0] == known);
    }

    void anotherFileOfTheNameHasNoFigures()
    {
        RecentModel known = model(QStringLiteral("/a"));
        known.bytes = 5;
        known.figures[QStringLiteral("edge")] = {123, 0.25};
        RecentModel changed = model(QStringLiteral("/a"));
        changed.bytes = 6;
        QVERIFY(remembered({known}, changed)[0].figures.isEmpty());
    }

    void theDesktopsLookIsFollowed()
    {
        test::PrivateBus bus;
        if (!bus.isRunning())
            QSKIP("no dbus-daemon");
        QDBusConnection service = bus.connection(QStringLiteral("portal"));
        Portal portal;
        portal.scheme = 1;
        QVERIFY(service.registerObject(QStringLiteral("/org/freedesktop/portal/desktop"), &portal,
            QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals));
        QVERIFY(service.registerService(QStringLiteral("org.freedesktop.portal.Desktop")));
        SystemTheme theme;
        QVERIFY(theme.look() == SystemLook());
        theme.follow(bus.connection(QStringLiteral("window")));
        QTRY_VERIFY(theme.look().dark == std::optional(true));
        QVERIFY(!theme.look().highContrast);
        const auto say = [&](const QString& key, uint value) {
            Q_EMIT portal.SettingChanged(
                QStringLiteral("org.freedesktop.appearance"), key, QDBusVariant(value));
        };
        say(QStringLiteral("color-scheme"), 2);
        QTRY_VERIFY(theme.look().dark == std::optional(false));
        say(QStringLiteral("contrast"), 1);
        QTRY_VERIFY(theme.look().highContrast);
        say(QStringLiteral("color-scheme"), 0);
        QTRY_VERIFY(!theme.look().dark.has_value());
        Q_EMIT portal.SettingChanged(QStringLiteral("org.kde"), QStringLiteral("color-scheme"),
            QDBusVariant(1u)); // Somebody else's.
        QTest::qWait(50);
        QVERIFY(!theme.look().dark.has_value());
    }

    void theLookOfTheDesktopIsForTheSystemThemeOnly()
    {
        applyTheme(*qApp, Theme::System);
        applySystemLook(*qApp, {.dark = true});
        QVERIFY(isDark(qApp->palette()));
        applyTheme(*qApp, Theme::Light);
        QVERIFY(!isDark(qApp->palette()));
        applySystemLook(*qApp, {.dark = true, .highContrast = true});
        QCOMPARE(qApp->palette().color(QPalette::Window), QColor(Qt::white));
        QCOMPARE(qApp->palette().color(QPalette::WindowText), QColor(Qt::black));
        applyTheme(*qApp, Theme::System);
        QCOMPARE(qApp->palette().color(QPalette::Window), QColor(Qt::black));
        applySystemLook(*qApp, {});
    }
};

QTEST_MAIN(TestStart)
#include "tst_start.moc"
