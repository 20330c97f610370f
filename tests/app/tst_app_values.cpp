#include "app/equivalent_command.h"
#include "app/latest.h"
#include "app/model_filters.h"
#include "app/recents.h"
#include "app/recipe_history.h"
#include "app/settings_keeper.h"
#include "app/workspace.h"
#include "core/io/format.h"

#include <QDir>
#include <QProcess>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace aq;

namespace {

Recipe bits(const QString& scheme)
{
    Recipe recipe = recipeFor(*profileNamed(u"local"));
    recipe.scheme = scheme;
    return recipe;
}

} // namespace

class TestAppValues : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void dialogsThatOpenModelsListEveryFormat()
    {
        const QStringList filters = modelFilters();
        for (const Format* format : formats()) {
            const QString patterns = QString::fromLatin1(format->nameFilter);
            if (patterns.isEmpty()) // A folder.
                continue;
            QVERIFY2(filters.first().contains(patterns), format->id);
            const QString own
                = QStringLiteral("%1 (%2)").arg(QString::fromUtf8(format->title), patterns);
            QVERIFY2(filters.contains(own), format->id);
        }
        QVERIFY(filters.last().contains(QStringLiteral("(*)")));
    }
    void settingsSurviveARoundTrip()
    {
        QTemporaryDir folder;
        QSettings file(folder.filePath(QStringLiteral("s.ini")), QSettings::IniFormat);
        Settings settings;
        settings.theme = QStringLiteral("dark");
        settings.threads = 7;
        settings.continueOnError = true;
        settings.geometry = QByteArray("\0\1\2", 3);
        saveSettings(file, settings);
        const Settings read = loadSettings(file);
        QCOMPARE(read.theme, settings.theme);
        QCOMPARE(read.threads, 7);
        QCOMPARE(read.continueOnError, true);
        QCOMPARE(read.geometry, settings.geometry);
        QCOMPARE(read.memoryMiB, 256); // Untouched default.
    }

    void badSettingsBecomeDefaults()
    {
        QTemporaryDir folder;
        QSettings file(folder.filePath(QStringLiteral("s.ini")), QSettings::IniFormat);
        file.setValue(QStringLiteral("jobs/memoryMiB"), QStringLiteral("many"));
        file.setValue(QStringLiteral("jobs/threads"), -3);
        file.setValue(QStringLiteral("jobs/atOnce"), 99);
        file.setValue(QStringLiteral("window/theme"), QStringLiteral("pink"));
        file.setValue(QStringLiteral("quality/minCosine"), QStringLiteral("nan"));
        file.setValue(QStringLiteral("files/whenExists"), QStringLiteral("explode"));
        const Settings read = loadSettings(file);
        QCOMPARE(read.memoryMiB, 256);
        QCOMPARE(read.threads, 0);
        QCOMPARE(read.jobsAtOnce, Preferences::mostJobsAtOnce);
        QCOMPARE(read.theme, QStringLiteral("system"));
        QVERIFY(read.minCosine == Preferences().minCosine);
        QCOMPARE(read.whenExists, QStringLiteral("ask"));
    }

    void settingsAreKeptWhileTheProgramRuns()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("s.ini"));
        Settings here;
        SettingsKeeper keeper(path, here, [&] { return here; });
        keeper.saveAndWait();
        QVERIFY(!QFile::exists(path)); // Nothing has changed.
        here.threads = 3;
        QTRY_VERIFY(loadSettings(QSettings(path, QSettings::IniFormat)).threads == 3);
    }

    void aSecondWindowDoesNotUndoTheChoicesOfTheFirst()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("s.ini"));
        Settings first, second;
        SettingsKeeper one(path, first, [&] { return first; });
        SettingsKeeper two(path, second, [&] { return second; });
        first.theme = QStringLiteral("dark");
        one.saveAndWait();
        second.threads = 5;
        two.saveAndWait();
        const Settings read = loadSettings(QSettings(path, QSettings::IniFormat));
        QCOMPARE(read.theme, QStringLiteral("dark"));
        QCOMPARE(read.threads, 5);
    }

    void recentsAreUniqueBoundedAndKeepTheirResult()
    {
        QList<RecentModel> recents;
        for (int i = 0; i < 15; ++i)
            recents = remembered(recents, {QStringLiteral("/m%1").arg(i), i, {}, {}, false});
        QCOMPARE(recents.size(), mostRecents);
        recents
            = remembered(recents, {QStringLiteral("/m9"), 9, {}, QStringLiteral("passed"), false});
        recents = remembered(recents, {QStringLiteral("/m9"), 9, {}, {}, false});
        QCOMPARE(recents.size(), mostRecents);
        QCOMPARE(recents.first().path, QStringLiteral("/m9"));
        QCOMPARE(recents.first().lastResult, QStringLiteral("passed"));
        QVERIFY(recentsFromJson(recentsToJson(recents)) == recents);
        QVERIFY(recentsFromJson(QStringLiteral("not json")).isEmpty());
        QVERIFY(checkedForExistence(recents).first().missing);
    }

    void editsAreUndoneStepByStep()
    {
        RecipeHistory history;
        history.reset(bits(QStringLiteral("int4")));
        QSignalSpy changed(&history, &RecipeHistory::changed);
        history.edit(bits(QStringLiteral("int8")), QStringLiteral("Set bits to 8"));
        history.edit(bits(QStringLiteral("int8")), QStringLiteral("Nothing")); // No step.
        history.edit(bits(QStringLiteral("int2")), QStringLiteral("Set bits to 2"));
        QCOMPARE(history.stack().count(), 2);
        QCOMPARE(changed.size(), 2);
        history.stack().undo();
        QCOMPARE(history.recipe().scheme, QStringLiteral("int8"));
        history.stack().undo();
        QVERIFY(history.recipe() == bits(QStringLiteral("int4")));
        history.stack().redo();
        QCOMPARE(history.recipe().scheme, QStringLiteral("int8"));
        history.reset(bits(QStringLiteral("int4")));
        QVERIFY(!history.stack().canUndo() && !history.stack().canRedo());
    }

    void quickEditsWithTheSameWordsAreOneStep()
    {
        RecipeHistory history;
        Recipe recipe = bits(QStringLiteral("int4"));
        history.reset(recipe);
        for (int i = 1; i <= 5; ++i) {
            recipe.keepBelowElements = 1000 + i;
            history.edit(recipe, QStringLiteral("Keep small tensors"));
        }
        QCOMPARE(history.stack().count(), 1);
        history.stack().undo();
        QVERIFY(history.recipe() == bits(QStringLiteral("int4")));
    }

    void answersComeByTheEventLoopHoweverQuick()
    {
        QThreadPool pool;
        QObject context;
        int answers = 0;
        for (int i = 0; i < 200; ++i) {
            inBackground(
                pool, &context, [] { return 1; }, [&](int n) { answers += n; });
            QCOMPARE(answers, 0);
        }
        pool.waitForDone();
        QTRY_COMPARE(answers, 200);
    }

    void onlyTheLatestInputIsAnswered()
    {
        QThreadPool pool;
        QObject context;
        QSemaphore go;
        std::atomic_int calls = 0;
        std::vector<int> answers;
        Latest<int, int> latest(
            pool, &context,
            [&](const int& input) {
                ++calls;
                go.acquire();
                return input * input;
            },
            [&](const int& answer) { answers.push_back(answer); });
        for (int i = 1; i <= 100; ++i)
            latest.request(i);
        go.release(2);
        QTRY_COMPARE(answers.size(), 1u);
        QCOMPARE(answers[0], 100 * 100);
        QCOMPARE(calls.load(), 2); // The first, and the latest when it was done.
        latest.request(5);
        latest.forget();
        go.release(2);
        pool.waitForDone();
        QTest::qWait(10);
        QCOMPARE(answers.size(), 1u);
    }

    void workspaceGoesWithItsObjectAndLeftoversAreFound()
    {
        QTemporaryDir root;
        QString left;
        {
            auto workspace = Workspace::create(root.path());
            QVERIFY(bool(workspace));
            const auto first = (*workspace)->newFolder(), second = (*workspace)->newFolder();
            QVERIFY(first && second && *first != *second && QDir(*second).exists());
            // A folder whose process has died: nobody holds its lock.
            left = QDir(root.path()).filePath(QStringLiteral("1-dead"));
            QVERIFY(QDir().mkpath(left + QStringLiteral("/1")));
            removeLeftovers(root.path());
            QVERIFY(!QDir(left).exists());
            QVERIFY(QDir((*workspace)->path()).exists()); // Ours is in use.
        }
        QVERIFY(QDir(root.path()).entryList(QDir::Dirs | QDir::NoDotAndDotDot).isEmpty());
    }

    void workspaceThatCannotBeMadeIsAnError()
    {
        QTemporaryDir root;
        const QString file = root.filePath(QStringLiteral("file"));
        QVERIFY(QFile(file).open(QIODevice::WriteOnly));
        const auto workspace = Workspace::create(file + QStringLiteral("/jobs"));
        QVERIFY(!workspace);
        QVERIFY(workspace.error().code == ErrorCode::WriteFailed);
    }

    void commandNamesWhatDiffersFromTheProfile()
    {
        Recipe recipe = recipeFor(*profileNamed(u"edge"));
        recipe.target = QStringLiteral("safetensors");
        recipe.sensitivePatterns = {QStringLiteral("*norm*")};
        recipe.overrides = {{QStringLiteral("w[0]"), {QStringLiteral("int8"), {}}, true}};
        recipe.keepBelowElements = 77;
        const QString line = equivalentCommand(
            QStringLiteral("/my models/a.pth"), recipe, QStringLiteral("a.safetensors"));
        QVERIFY2(line.startsWith(
                     QStringLiteral("arrowquant-cli quantize '/my models/a.pth' -o a.safetensors "
                                    "--profile edge --target safetensors ")),
            qPrintable(line));
        QVERIFY2(line.contains(QStringLiteral(" --set keepBelowElements=77")), qPrintable(line));
        QVERIFY2(line.contains(QStringLiteral(" --sensitive '*norm*'")), qPrintable(line));
        QVERIFY2(line.contains(QStringLiteral(" --layer 're:^w\\[0\\]$=")), qPrintable(line));
        QCOMPARE(line.count(QStringLiteral("--set")), 1);
    }

    void commandHasTheOptionsOfGguf()
    {
        Recipe recipe = bits(QStringLiteral("q4_k_m"));
        recipe.target = QStringLiteral("gguf-comfyui");
        recipe.importance = QStringLiteral("/a b/sd.imatrix");
        recipe.architecture = QStringLiteral("sd1");
        recipe.stripPrefix = true;
        recipe.search = Search::Best;
        const QString line = equivalentCommand(
            QStringLiteral("a.safetensors"), recipe, QStringLiteral("a.gguf"), true);
        for (const char* part : {" --target gguf-comfyui", " --bits q4_k_m",
                 " --imatrix '/a b/sd.imatrix'", " --set architecture=sd1",
                 " --set stripPrefix=true", " --set search=best", " --force-findings"})
            QVERIFY2(line.contains(QLatin1StringView(part)), qPrintable(line));
    }

    /// A shell is the only judge of quoting.
    void quotingSurvivesAShell()
    {
        for (const char* text :
            {"plain", "two words", "it's", "$HOME `x` \"q\" \\", "*", "", "-x"}) {
            const QString word = QLatin1StringView(text);
            QProcess shell;
            shell.start(QStringLiteral("/bin/sh"),
                {QStringLiteral("-c"), QStringLiteral("printf %s ") + shellQuoted(word)});
            QVERIFY(shell.waitForFinished());
            QCOMPARE(QString::fromUtf8(shell.readAllStandardOutput()), word);
        }
    }
};

QTEST_GUILESS_MAIN(TestAppValues)
#include "tst_app_values.moc"
