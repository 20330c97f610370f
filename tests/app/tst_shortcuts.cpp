#include "app/guide.h"
#include "app/main_window.h"
#include "app/shortcuts_part.h"
#include "tests/support/widgets.h"
#include "ui/text/glossary.h"
#include "ui/widgets/guide_view.h"
#include "ui/widgets/shortcut_editor.h"

#include <QAction>
#include <QKeySequenceEdit>
#include <QPushButton>
#include <QStandardPaths>
#include <QTest>
#include <QTextBrowser>
#include <QToolBar>
#include <QTreeView>

using namespace aq;
using namespace aq::test;

namespace {

QKeySequence key(const char* text) { return QKeySequence(QLatin1StringView(text)); }

ShortcutRow rowOf(const char* id, const char* keys)
{
    return {QLatin1StringView(id), QStringLiteral("File"), QLatin1StringView(id), {key(keys)},
        {key(keys)}, {}};
}

} // namespace

class TestShortcuts : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QLocale::setDefault(QLocale::c());
    }

    void nothingHasTwoMeanings()
    {
        MainWindow window({});
        const auto rows = window.findChild<ShortcutsPart*>()->rows();
        QVERIFY(rows.size() > 25);
        for (std::size_t i = 0; i < rows.size(); ++i)
            for (std::size_t j = i + 1; j < rows.size(); ++j) {
                QVERIFY2(rows[i].id.isEmpty() || rows[i].id != rows[j].id,
                    qPrintable(rows[i].id + u' ' + rows[j].command));
                for (const QKeySequence& a : rows[i].standard)
                    for (const QKeySequence& b : rows[j].standard)
                        QVERIFY2(!clash(a, b),
                            qPrintable(a.toString() + QStringLiteral(": ") + rows[i].command
                                + QStringLiteral(", ") + rows[j].command));
            }
    }

    void theMapHolds_data()
    {
        QTest::addColumn<QString>("command");
        const std::pair<const char*, const char*> map[]
            = {{"Ctrl+O", "Open…"}, {"Ctrl+Shift+O", "Open folder…"}, {"Ctrl+W", "Close model"},
                {"Ctrl+S", "Save plan"}, {"Ctrl+Shift+S", "Save plan as…"}, {"Ctrl+E", "Export…"},
                {"Ctrl+Shift+E", ""}, {"F5", ""}, {"Ctrl+F", ""}, {"Ctrl+1", "Start"},
                {"Ctrl+2", "Plan"}, {"Ctrl+3", "Queue"}, {"Ctrl+4", "Report"}, {"Ctrl+Z", ""},
                {"Ctrl+Shift+Z", ""}, {"Ctrl+L", "Log"}, {"Ctrl+R", ""}, {"Ctrl+,", ""},
                {"Ctrl+Shift+C", ""}, {"F1", "User guide"}, {"Ctrl+Q", "Quit"}, {"Ctrl+Return", ""},
                {"Ctrl+.", ""}, {"F11", "Full screen"}, {"F6", "Go to message"}};
        for (const auto& [keys, command] : map)
            QTest::newRow(keys) << QString::fromUtf8(command);
    }
    void theMapHolds()
    {
        const MainWindow window({});
        const auto rows = window.findChild<ShortcutsPart*>()->rows();
        QFETCH(QString, command);
        const QKeySequence wanted = key(QTest::currentDataTag());
        const auto found = std::ranges::find_if(
            rows, [&](const ShortcutRow& row) { return row.standard.contains(wanted); });
        QVERIFY(found != rows.end());
        if (!command.isEmpty())
            QCOMPARE(found->command, command);
    }

    void aChangedKeyIsThereAtTheNextStart()
    {
        Settings settings;
        settings.shortcuts = QStringLiteral(R"({"view.log": ["F9"], "nobody": ["F8"], "x": 3})");
        MainWindow window(settings);
        const auto rows = window.findChild<ShortcutsPart*>()->rows();
        const auto log = std::ranges::find(rows, QStringLiteral("view.log"), &ShortcutRow::id);
        QVERIFY(log != rows.end() && log->isChanged());
        QCOMPARE(log->current, QList{key("F9")});
        QCOMPARE(log->standard, QList{key("Ctrl+L")});
        QCOMPARE(
            keysFromJson(keysToJson(rows)).value(QStringLiteral("view.log")), QList{key("F9")});
    }

    void thePageBarTellsTheKeyThatCounts()
    {
        MainWindow window(Settings{});
        const auto bars = window.findChildren<QToolBar*>();
        QVERIFY(!bars.isEmpty());
        for (QAction* page : bars.first()->actions())
            if (page->text() == QStringLiteral("Plan")) {
                QVERIFY(page->toolTip().contains(QStringLiteral("Ctrl+2")));
                page->setShortcut(key("F9"));
                QVERIFY(page->toolTip().contains(QStringLiteral("F9")));
                page->setShortcut({});
                QVERIFY(!page->toolTip().contains(u'('));
            }
    }

    void nonsenseInTheSettingsChangesNothing()
    {
        for (const char* text : {"", "[]", "{\"a\": 7}", "nonsense"})
            QVERIFY(keysFromJson(QString::fromUtf8(text)).isEmpty());
        QCOMPARE(keysFromJson(QStringLiteral("{\"a\": []}")).value(QStringLiteral("a")).size(), 0);
        QVERIFY(keysFromJson(QStringLiteral("{\"a\": []}")).contains(QStringLiteral("a")));
    }

    void beginningsClash()
    {
        QVERIFY(clash(key("Ctrl+K"), key("Ctrl+K, Ctrl+C")));
        QVERIFY(clash(key("Ctrl+K, Ctrl+C"), key("Ctrl+K")));
        QVERIFY(!clash(key("Ctrl+K, Ctrl+D"), key("Ctrl+K, Ctrl+C")));
        QVERIFY(!clash({}, {}));
    }

    void aKeyInUseIsTakenNotShared()
    {
        ShortcutRow fixed = rowOf("fixed", "F5");
        fixed.fixed = QStringLiteral("of the page");
        ShortcutEditor editor({rowOf("open", "Ctrl+O"), rowOf("close", "Ctrl+W"), fixed});
        auto* edit = editor.findChild<QKeySequenceEdit*>();
        edit->setKeySequence(key("Ctrl+W")); // The first row is current.
        auto* take = named<QPushButton>(editor, QStringLiteral("Take it"));
        QVERIFY(take && take->isEnabled());
        take->click();
        QCOMPARE(editor.rows()[0].current, QList{key("Ctrl+W")});
        QVERIFY(editor.rows()[1].current.isEmpty());
        edit->setKeySequence(key("F5"));
        QVERIFY(!named<QPushButton>(editor, QStringLiteral("Assign"))->isEnabled());
        named<QPushButton>(editor, QStringLiteral("Reset"))->click();
        QCOMPARE(editor.rows()[0].current, QList{key("Ctrl+O")});
        named<QPushButton>(editor, QStringLiteral("Reset all"))->click();
        for (const ShortcutRow& row : editor.rows())
            QVERIFY(!row.isChanged());
    }

    void theGuideOpensAtThePage()
    {
        GuideView view;
        view.resize(800, 500);
        view.show();
        view.setMarkdown(guideText(), guideFolder());
        const QStringList headings = view.headings();
        QVERIFY(headings.contains(QStringLiteral("Glossary")));
        for (const Page page : {Page::Start, Page::Plan, Page::Queue, Page::Report}) {
            const QString anchor = guideAnchor(page, headings);
            QVERIFY2(!anchor.isEmpty(), qPrintable(QString::number(int(page))));
            QVERIFY(view.showAnchor(anchor));
            QCOMPARE(anchorOf(view.currentHeading()), anchor);
        }
        QVERIFY(!view.showAnchor(QStringLiteral("nowhere")));
        QVERIFY(view.showAnchor(QStringLiteral("glossary")));
    }

    void everyBlockTypeIsInTheGlossary()
    {
        const QString text = glossaryText();
        for (const char* part : {"| Q4_K | 4.5 | 256 |", "| Q8_0 | 8.5 | 32 |", "IQ4_XS",
                 "stable-diffusion.cpp", "INT4"})
            QVERIFY2(text.contains(QLatin1StringView(part)), part);
    }
};

QTEST_MAIN(TestShortcuts)
#include "tst_shortcuts.moc"
