#include "app/compare_part.h"
#include "app/job_preparation.h"
#include "app/job_queue.h"
#include "app/main_window.h"
#include "app/trial_pictures.h"
#include "app/trials.h"
#include "core/interop/trial_json.h"
#include "tests/support/model_files.h"
#include "tests/support/test_models.h"
#include "ui/pages/compare_details.h"
#include "ui/pages/compare_page.h"

#include <QDir>
#include <QEventLoop>
#include <QFile>
#include <QFileDialog>
#include <QPushButton>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

using namespace aq;
using namespace aq::test;

namespace {

constexpr int patience = 60'000; ///< Milliseconds: a busy machine is no failure.
constexpr int tensorsOfModel = 12;

QByteArray modelBytes(int tensors, unsigned seed)
{
    std::vector<TestTensor> all;
    for (int i = 0; i < tensors; ++i)
        all.push_back(
            floatTensor(QStringLiteral("blk.%1.weight").arg(i), {64, 256}, seed + unsigned(i)));
    return safetensorsFile(all);
}

Recipe recipeOf(const char* scheme)
{
    Recipe recipe = recipeFor(*profileNamed(u"local"));
    recipe.scheme = QLatin1StringView(scheme);
    recipe.minCosine = 0;
    return recipe;
}

QStringList titles(const Trials& trials)
{
    QStringList all;
    for (const Trial& trial : trials.trials())
        all << trial.title;
    return all;
}

} // namespace

/// What the trials of a model promise, and how the Compare page hands its wishes to them.
class TestTrials : public QObject {
    Q_OBJECT
    QTemporaryDir m_folder;
    Settings m_settings;
    QString m_model, m_other;

    QString path(const char* name) const { return m_folder.filePath(QLatin1StringView(name)); }

    static ModelSource opened(const QString& path)
    {
        const auto model = openModel(path);
        return model ? *model : ModelSource();
    }

    /// The list has been read, and nothing is compared anew.
    static void settle(Trials& trials, int count)
    {
        QTRY_VERIFY_WITH_TIMEOUT(int(trials.trials().size()) == count
                && int(trials.view()->trials.size()) == count
                && int(trials.view()->compared.size()) == std::min(count, mostCompared),
            patience);
    }

    static void addTwo(Trials& trials)
    {
        trials.addRecipes({{recipeOf("int4"), {}}, {recipeOf("int8"), {}}});
        settle(trials, 2);
    }

    /// A file that a job of ours wrote from the model.
    QString quantized(const QString& name)
    {
        JobQueue queue(m_settings);
        JobSpec spec;
        spec.model = m_model;
        spec.recipe = recipeOf("int4");
        spec.thresholds.minCosine = 0;
        spec.output = m_folder.filePath(name);
        spec.overwrite = true;
        QSignalSpy ended(&queue, &JobQueue::ended);
        queue.add(spec);
        [&] { QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 1, patience); }();
        return spec.output;
    }

    /// Returns as soon as the file is a trial, long before it was compared.
    static void comparisonBegins(Trials& trials, const QString& file)
    {
        const std::size_t before = trials.trials().size();
        QTimer often;
        QEventLoop until;
        const auto look = [&] {
            if (trials.trials().size() > before)
                until.quit();
        };
        connect(&often, &QTimer::timeout, &until, look);
        trials.addFile(file, {.threads = 1});
        often.start(0);
        until.exec();
    }

    /// A window with the model, and two trials on the Compare page.
    std::unique_ptr<MainWindow> windowWithTrials()
    {
        auto window = std::make_unique<MainWindow>(m_settings);
        window->show();
        window->openModel(m_model);
        [&] { QTRY_VERIFY_WITH_TIMEOUT(window->session().canStart(), patience); }();
        addTwo(window->findChild<ComparePart*>()->trials());
        return window;
    }

    void saveComparison(MainWindow& window, const QString& path)
    {
        Q_EMIT window.findChild<ComparePart*>()->page().saveWished();
        QFileDialog* dialog = nullptr;
        QTRY_VERIFY((dialog = window.findChild<QFileDialog*>()) && dialog->isVisible());
        dialog->selectFile(path);
        QMetaObject::invokeMethod(dialog, "accept");
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(path), patience);
        QTRY_VERIFY(!window.findChild<QFileDialog*>());
    }

private Q_SLOTS:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QCoreApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
        QLocale::setDefault(QLocale::c());
        m_settings.threads = 2;
        m_model = path("model.safetensors");
        m_other = path("other.safetensors");
    }

    void init()
    {
        for (const auto where :
            {QStandardPaths::AppDataLocation, QStandardPaths::AppLocalDataLocation})
            QDir(QStandardPaths::writableLocation(where)).removeRecursively();
        write(m_model, modelBytes(tensorsOfModel, 1));
        write(m_other, safetensorsFile({floatTensor(QStringLiteral("else"), {64, 256}, 99)}));
    }

    void plansComeInTheOrderOfTheWishes()
    {
        JobQueue queue(m_settings);
        Trials trials(queue);
        trials.setModel(opened(m_model));
        // Also of wishes that come before the list was read.
        trials.addRecipes({{recipeOf("int8"), {}}, {recipeOf("int4"), QStringLiteral("Mine")}});
        trials.addRecipes({{recipeOf("int6"), {}}});
        trials.addRecipes({{recipeOf("int8"), {}}}); // Known: no second one.
        settle(trials, 3);
        const QStringList expected{
            QStringLiteral("INT8"), QStringLiteral("Mine"), QStringLiteral("INT6")};
        QCOMPARE(titles(trials), expected);
        QVERIFY(!trials.view()->trials[0].sums.isKnown());
        // 4 bits take less than 6, 6 less than 8, and all less than the source.
        const auto bytes = [&](std::size_t at) { return trials.view()->trials[at].sums.bytes; };
        QVERIFY(bytes(1) < bytes(2) && bytes(2) < bytes(0));
        QVERIFY(bytes(0) < trials.view()->sourceBytes);
    }

    void groupsAreToldWhereTheyAreNotTheProfiles()
    {
        Recipe recipe = recipeOf("int4");
        QCOMPARE(trialTitle(recipe), QStringLiteral("INT4"));
        recipe.groupSize = 32;
        QCOMPARE(trialTitle(recipe), QStringLiteral("INT4 · groups of 32"));
        recipe.groupSize = 0;
        QCOMPARE(trialTitle(recipe), QStringLiteral("INT4 · per tensor"));
        recipe.overrides.push_back({QStringLiteral("blk.0.weight"), {}});
        QVERIFY(trialTitle(recipe).contains(QStringLiteral("+ 1")));
    }

    void reportsOfTheQueueBecomeTrials()
    {
        JobQueue queue(m_settings);
        Trials trials(queue);
        trials.setModel(opened(m_model));
        addTwo(trials);
        const int int4 = trials.trials()[0].id;
        trials.measure({int4});
        trials.measure({int4}); // Waits already.
        QCOMPARE(queue.size(), 1);
        QTRY_VERIFY_WITH_TIMEOUT(trials.view()->trials[0].isMeasured(), patience);
        QCOMPARE(trials.view()->trials[0].sums.unknown, 0);
        QVERIFY(trials.view()->trials[0].sums.relRmse > 0.01);
        QVERIFY(trials.view()->trials[0].work == TrialLook::Work::None);
        // A job that was not asked for here, of this model: a new trial. Of another: none.
        JobSpec own = trials.specFor(JobKind::Measure, recipeOf("int6")), foreign = own;
        foreign.model = m_other;
        stampFile(foreign);
        QSignalSpy ended(&queue, &JobQueue::ended);
        queue.add(foreign);
        queue.add(own);
        QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 2, patience);
        settle(trials, 3);
        QCOMPARE(trials.trials().back().title, QStringLiteral("INT6"));
        QVERIFY(trials.trials().back().kind == Trial::Kind::Measured);
        // More bits, less error; the comparison is of what the view shows.
        QVERIFY(trials.view()->trials[2].sums.relRmse < trials.view()->trials[0].sums.relRmse);
        QTRY_COMPARE(trials.view()->comparison.totals.size(), std::size_t(3));
        QVERIFY(
            trials.view()->comparison.totals[2].relRmse == trials.view()->trials[2].sums.relRmse);
    }

    void fileIsComparedWithTheSource()
    {
        const QString file = quantized(QStringLiteral("made.arrow"));
        JobQueue queue(m_settings);
        Trials trials(queue);
        trials.setModel(opened(m_model));
        trials.addFile(file, {});
        QTRY_VERIFY_WITH_TIMEOUT(trials.trials().size() == 1 && trials.view()->trials.size() == 1
                && trials.view()->trials[0].isMeasured(),
            patience);
        QVERIFY(!trials.view()->trials[0].canUse);
        QCOMPARE(trials.trials()[0].title, QStringLiteral("made.arrow"));
        // The same recipe, measured by a job, comes to the same.
        trials.addRecipes({{recipeOf("int4"), {}}});
        settle(trials, 2);
        trials.measure({trials.trials()[1].id});
        QTRY_VERIFY_WITH_TIMEOUT(trials.view()->trials[1].isMeasured(), patience);
        QVERIFY(
            std::abs(trials.view()->trials[0].sums.relRmse - trials.view()->trials[1].sums.relRmse)
            < 1e-9);
        QCOMPARE(trials.view()->trials[0].sums.bytes, trials.view()->trials[1].sums.bytes);
    }

    void aFileThatIsNotComparedToItsEndGoes_data()
    {
        QTest::addColumn<bool>("removed");
        QTest::newRow("cancelled") << false;
        QTest::newRow("removed") << true;
    }
    void aFileThatIsNotComparedToItsEndGoes()
    {
        QFETCH(bool, removed);
        write(m_model, modelBytes(150, 1)); // Enough to be in the middle of.
        const QString file = quantized(QStringLiteral("made.arrow"));
        JobQueue queue(m_settings);
        {
            Trials trials(queue);
            trials.setModel(opened(m_model));
            addTwo(trials);
            comparisonBegins(trials, file);
            const int id = trials.trials().back().id;
            QCOMPARE(trials.trials().back().kind, Trial::Kind::File);
            removed ? trials.remove(id) : trials.cancel(id);
            QTRY_VERIFY_WITH_TIMEOUT(!trials.find(id), patience);
            settle(trials, 2);
        }
        Trials trials(queue);
        trials.setModel(opened(m_model));
        settle(trials, 2); // Nothing of it was remembered.
    }

    /// Closing the model, or the program, waits for nothing but the cancel.
    void aModelIsClosedWhileAFileIsCompared()
    {
        write(m_model, modelBytes(150, 1));
        const QString file = quantized(QStringLiteral("made.arrow"));
        JobQueue queue(m_settings);
        Trials trials(queue);
        trials.setModel(opened(m_model));
        comparisonBegins(trials, file);
        trials.setModel({});
        QVERIFY(trials.trials().empty() && trials.view()->trials.empty());
        trials.setModel(opened(m_model));
        addTwo(trials); // The answer about the file is nobody's.
        {
            Trials closing(queue);
            closing.setModel(opened(m_model));
            comparisonBegins(closing, file);
        }
        QCOMPARE(titles(trials).size(), 2);
    }

    void wrongFilesAreRefused()
    {
        const QString broken = path("broken.arrow");
        write(broken, QByteArray("not a model at all"));
        JobQueue queue(m_settings);
        Trials trials(queue);
        QSignalSpy failed(&trials, &Trials::failed);
        trials.addFile(m_model, {}); // No model is open: nothing happens.
        trials.setModel(opened(m_model));
        trials.addFile(broken, {});
        QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, patience);
        trials.addFile(m_other, {});
        QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 2, patience);
        QVERIFY(failed[1][0].value<Error>().detail.contains(QStringLiteral("in common")));
        QVERIFY(trials.trials().empty());
    }

    void listIsRemembered()
    {
        JobQueue queue(m_settings);
        {
            Trials trials(queue);
            trials.setModel(opened(m_model));
            addTwo(trials);
            trials.measure({trials.trials()[1].id});
            QTRY_VERIFY_WITH_TIMEOUT(trials.view()->trials[1].isMeasured(), patience);
            trials.rename(trials.trials()[0].id, QStringLiteral("the small one"));
            trials.setBaseline(trials.trials()[1].id);
            trials.setMeasure(ErrorMeasure::Sqnr);
            trials.setFit(123456);
        }
        JobQueue empty(m_settings); // Not the one with the report.
        Trials trials(empty);
        trials.setModel(opened(m_model));
        settle(trials, 2);
        QCOMPARE(trials.trials()[0].title, QStringLiteral("the small one"));
        QVERIFY(trials.trials()[0].plan && trials.trials()[1].plan);
        QVERIFY(trials.view()->trials[1].isMeasured() && trials.view()->trials[1].isBaseline);
        QVERIFY(trials.view()->measure == ErrorMeasure::Sqnr);
        QCOMPARE(trials.view()->fitBytes, 123456);
        trials.remove(trials.trials()[0].id);
        trials.setModel({});              // Saves what was changed a moment ago…
        trials.setModel(opened(m_model)); // …before it is read again.
        settle(trials, 1);
    }

    void otherModelUnderTheSameNameStartsAnew()
    {
        JobQueue queue(m_settings);
        {
            Trials trials(queue);
            trials.setModel(opened(m_model));
            addTwo(trials);
        }
        write(m_model, modelBytes(tensorsOfModel + 1, 7));
        Trials trials(queue);
        QSignalSpy changed(&trials, &Trials::changed);
        trials.setModel(opened(m_model));
        QTRY_VERIFY_WITH_TIMEOUT(changed.size() >= 2, patience); // Empty, and as read.
        QVERIFY(trials.trials().empty());
    }

    void aListThatCannotBeReadIsToldAndSetAside_data()
    {
        QTest::addColumn<bool>("isLarge");
        QTest::newRow("cut short") << false;
        QTest::newRow("too large") << true;
    }
    void aListThatCannotBeReadIsToldAndSetAside()
    {
        QFETCH(bool, isLarge);
        JobQueue queue(m_settings);
        {
            Trials trials(queue);
            trials.setModel(opened(m_model));
            addTwo(trials);
        }
        const QStringList files = QDir(Trials::folder()).entryList(QDir::Files);
        QCOMPARE(files.size(), 1);
        const QString file = QDir(Trials::folder()).filePath(files.front());
        const QByteArray before = contentsOf(file).left(100);
        write(file, before);
        if (isLarge)
            QVERIFY(QFile::resize(file, (qint64(256) << 20) + 1));
        Trials trials(queue);
        QSignalSpy failed(&trials, &Trials::failed);
        trials.setModel(opened(m_model));
        QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, patience);
        addTwo(trials);
        QTRY_VERIFY_WITH_TIMEOUT(bool(trialsFromJson(contentsOf(file))), patience);
        QFile aside(file + QStringLiteral(".damaged"));
        QVERIFY(aside.open(QIODevice::ReadOnly));
        QCOMPARE(aside.read(before.size()), before);
    }

    void usingAPlanIsOneUndoStep()
    {
        const auto window = windowWithTrials();
        ComparePart& part = *window->findChild<ComparePart*>();
        RecipeHistory& history = window->session().history();
        const Recipe before = history.recipe();
        const Trial& wanted = part.trials().trials()[1];
        Q_EMIT part.page().panel().useWished(wanted.id);
        QVERIFY(history.recipe() == *wanted.recipe);
        QVERIFY(window->page() == Page::Plan);
        history.stack().undo();
        QVERIFY(history.recipe() == before);
    }

    void quantizingTakesTheTrialsPlan()
    {
        const auto window = windowWithTrials();
        ComparePart& part = *window->findChild<ComparePart*>();
        const Recipe before = window->session().history().recipe();
        JobQueue& queue = window->session().queue();
        QSignalSpy ended(&queue, &JobQueue::ended);
        Q_EMIT part.page().panel().quantizeWished(part.trials().trials()[1].id);
        QCOMPARE(queue.size(), 1);
        QVERIFY(queue.at(0).item.spec.kind == JobKind::Quantize);
        QCOMPARE(queue.at(0).item.spec.recipe.scheme, QStringLiteral("int8"));
        QVERIFY(window->page() == Page::Queue);
        QVERIFY(window->session().history().recipe() == before);
        QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 1, patience);
        // Its validation is a measurement too.
        QTRY_VERIFY_WITH_TIMEOUT(part.trials().view()->trials[1].isMeasured(), patience);
    }

    void profilesCanBeAdded()
    {
        const auto window = windowWithTrials();
        ComparePart& part = *window->findChild<ComparePart*>();
        Q_EMIT part.page().panel().choicesWished({QStringLiteral("profile:edge")});
        settle(part.trials(), 3);
        const Trial& edge = part.trials().trials().back();
        QCOMPARE(edge.title, QStringLiteral("Edge: INT2"));
        QCOMPARE(edge.recipe->groupSize, 256); // seed-systems A1.3
    }

    void comparisonIsSaved()
    {
        const auto window = windowWithTrials();
        const QString html = path("comparison.html"), csv = path("comparison.csv");
        saveComparison(*window, html);
        QVERIFY(
            contentsOf(html).contains("INT8") && contentsOf(html).contains("model.safetensors"));
        saveComparison(*window, csv);
        const QByteArray table = contentsOf(csv);
        for (int i = 0; i < tensorsOfModel; ++i)
            QVERIFY(table.contains(QByteArray("blk.") + QByteArray::number(i) + ".weight"));
    }

    /// A future that was cancelled after its continuation had run brought the program down here.
    void picturesFollowWhatIsCompared()
    {
        const QString file = quantized(QStringLiteral("made.arrow"));
        JobQueue queue(m_settings);
        Trials trials(queue);
        TrialPictures pictures(trials);
        using Panels = std::vector<HistogramStrip::Panel>;
        Panels panels;
        connect(&pictures, &TrialPictures::changed, this,
            [&](const QString&, const Panels& now) { panels = now; });
        const auto allThere = [&](std::size_t count) {
            return panels.size() == count && std::ranges::all_of(panels, [](const auto& panel) {
                return bool(panel.picture);
            });
        };
        trials.setModel(opened(m_model));
        addTwo(trials);
        trials.addFile(file, {});
        settle(trials, 3);
        pictures.look(3, {});
        QVERIFY(!panels.empty() && !panels[2].note.isEmpty()); // Not yet: no file was opened here.
        QTRY_VERIFY_WITH_TIMEOUT(allThere(3), patience);
        const auto first = panels;
        pictures.look(3, {}); // Known: the same pictures at once.
        QVERIFY(allThere(3) && panels[0].picture == first[0].picture);
        for (int tensor = 0; tensor < tensorsOfModel; ++tensor) { // Some end, most are overtaken.
            pictures.look(tensor, {});
            QTest::qWait(tensor % 3);
        }
        QTRY_VERIFY_WITH_TIMEOUT(allThere(3), patience);
        // INT4 and the file of the same recipe have the same values.
        QCOMPARE(
            panels[0].picture->decodedHistogram.counts, panels[2].picture->decodedHistogram.counts);
        QFile::remove(file);
        pictures.forget();
        pictures.look(3, {});
        QTRY_VERIFY_WITH_TIMEOUT(panels[1].picture && !panels[2].picture
                && !panels[2].note.isEmpty() && panels[2].note != TrialPictures::tr("looking…"),
            patience);
        pictures.look(1000, {}); // Gone: nothing happens.
    }
};

QTEST_MAIN(TestTrials)
#include "tst_trials.moc"
