#include "app/fitting.h"
#include "app/session.h"
#include "core/jobs/file_size.h"
#include "tests/support/model_files.h"
#include "tests/support/test_models.h"

#include <QFileInfo>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <cmath>

using namespace aq;
using namespace aq::test;

namespace {

constexpr quint64 seed = 1;
constexpr int patience = 120'000; ///< Milliseconds: a busy machine is no failure.
using Stage = FitView::Stage;

/// Tensors of 64 (or so many) rows of 256 values that differ in how hard they are: some have
/// outliers.
QByteArray modelBytes(int rows = 64)
{
    std::vector<TestTensor> all;
    for (unsigned i = 0; i < 10; ++i) {
        std::vector<float> values = gaussian(std::size_t(rows) * 256, 0.02F * float(i + 1), i + 1);
        for (std::size_t k = 0; k < values.size() && i % 3 == 0; k += 97)
            values[k] *= 12;
        all.push_back(
            {QStringLiteral("blk.%1.weight").arg(i), DType::F32, {rows, 256}, bytesOf(values)});
    }
    all.push_back({QStringLiteral("out.bias"), DType::F32, {64}, bytesOf(gaussian(64, 1))});
    return safetensorsFile(all);
}

/// A window's session without the window: a model that is open, and its fit.
struct Bench {
    explicit Bench(const QString& model, const QString& cache)
        : session(Settings())
        , fitting(session)
    {
        fitting.cache = cache;
        session.open(model);
    }

    RecipeHistory& history() { return session.history(); }
    const Recipe& recipe() { return session.history().recipe(); }
    const FitView& view() { return *fitting.view(); }
    bool isPlanned() { return session.planner().plan() != nullptr; }

    void setTarget(const QString& target)
    {
        Recipe other = recipe();
        other.target = target;
        history().edit(other, QStringLiteral("Target"));
    }
    /// As the file would be that the plan as it is writes.
    std::int64_t fileBytes()
    {
        QuantizeRequest request;
        request.source = session.model();
        request.plan = *session.planner().plan();
        const auto bytes = outputFileBytes(request);
        return bytes ? *bytes : -1;
    }
    /// The plan holds what was wished for, and the view says so.
    bool isSettled(std::int64_t bytes)
    {
        return isPlanned() && recipe().fitBytes == bytes && !recipe().fitted.empty()
            && session.planner().plan()->recipe == recipe() && view().now
            && view().now->bytes == fileBytes() && view().hasBaseline;
    }

    Session session;
    Fitting fitting;
};

} // namespace

/// What "Fit to a size" promises behind its panel.
class TestFitting : public QObject {
    Q_OBJECT
    QTemporaryDir m_folder;
    QString m_model, m_long;

    QString cache() const { return m_folder.filePath(QStringLiteral("cache")); }

    void makeReady(Bench& bench)
    {
        QTRY_VERIFY_WITH_TIMEOUT(bench.isPlanned(), patience);
        bench.fitting.setActive(true);
        QTRY_VERIFY_WITH_TIMEOUT(
            bench.view().stage == Stage::Unmeasured || bench.view().stage == Stage::Ready,
            patience);
        if (bench.view().stage == Stage::Unmeasured)
            bench.fitting.measure(false);
        QTRY_VERIFY_WITH_TIMEOUT(bench.view().stage == Stage::Ready, patience);
    }

    /// Fitted to a size with which the seed finds something better. Returns that size.
    std::int64_t makeRefinable(Bench& bench)
    {
        makeReady(bench);
        const std::int64_t bytes = between(bench.view(), 0.05);
        bench.fitting.fitToBytes(bytes);
        [&] {
            QTRY_VERIFY_WITH_TIMEOUT(bench.isSettled(bytes) && bench.view().canRefine, patience);
        }();
        return bytes;
    }

    /// Of the large model, by one thread: an edit comes long before its end.
    void makeMeasuring(Bench& bench)
    {
        bench.fitting.limits = [] { return JobLimits{.threads = 1}; };
        QTRY_VERIFY_WITH_TIMEOUT(bench.isPlanned(), patience);
        bench.fitting.setActive(true);
        QTRY_VERIFY_WITH_TIMEOUT(bench.view().stage == Stage::Unmeasured, patience);
        bench.fitting.measure(true);
        QVERIFY(bench.view().stage == Stage::Measuring);
    }

    static FitObjective worstToo()
    {
        FitObjective objective;
        objective.worst = objective.missed = 1;
        return objective;
    }

    static std::int64_t between(const FitView& view, double share)
    {
        return view.smallest + std::int64_t(share * double(view.largest - view.smallest));
    }

private Q_SLOTS:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        m_model = m_folder.filePath(QStringLiteral("model.safetensors"));
        QVERIFY(write(m_model, modelBytes()));
        m_long = m_folder.filePath(QStringLiteral("long.safetensors"));
        QVERIFY(write(m_long, modelBytes(1024)));
    }

    void nothingIsMeasuredUnasked()
    {
        Bench bench(m_model, m_folder.filePath(QStringLiteral("none")));
        QTRY_VERIFY_WITH_TIMEOUT(bench.isPlanned(), patience);
        QVERIFY(bench.view().stage == Stage::Empty);
        bench.fitting.setActive(true);
        QTRY_VERIFY_WITH_TIMEOUT(bench.view().stage == Stage::Unmeasured, patience);
        QCOMPARE(bench.view().tensors, 10); // The bias is too small.
        QVERIFY(bench.view().candidates > 10 * 6);
        QVERIFY(!bench.view().now);
    }

    void measuresOnceAndKnowsItTheNextTime()
    {
        QHash<QString, double> errors;
        {
            Bench bench(m_model, cache());
            connect(&bench.fitting, &Fitting::profilesMeasured, this,
                [&](const QHash<QString, double>& measured) { errors = measured; });
            makeReady(bench);
            if (QTest::currentTestFailed())
                return;
            QVERIFY(bench.view().smallest > 0);
            QVERIFY(bench.view().smallest < bench.view().largest);
            QVERIFY(bench.view().mostError > bench.view().leastError);
            QVERIFY(bench.view().spots->size() > 5);
        }
        QCOMPARE(errors.size(), 3);
        QVERIFY(errors[QStringLiteral("edge")] > errors[QStringLiteral("local")]);
        QVERIFY(errors[QStringLiteral("local")] > errors[QStringLiteral("cloud")]);
        Bench again(m_model, cache());
        QTRY_VERIFY_WITH_TIMEOUT(again.isPlanned(), patience);
        again.fitting.setActive(true);
        QTRY_VERIFY_WITH_TIMEOUT(
            again.view().stage != Stage::Empty && again.view().stage != Stage::Preparing, patience);
        QVERIFY(again.view().stage == Stage::Ready);
    }

    void aSizeIsKeptAndOneStep()
    {
        Bench bench(m_model, cache());
        makeReady(bench);
        if (QTest::currentTestFailed())
            return;
        const Recipe before = bench.recipe();
        for (const double share : {0.2, 0.5, 0.35}) { // One drag.
            const std::int64_t bytes = between(bench.view(), share);
            bench.fitting.fitToBytes(bytes);
            QTRY_VERIFY_WITH_TIMEOUT(bench.isSettled(bytes), patience);
            QVERIFY2(bench.fileBytes() <= bytes, "over budget");
        }
        const Recipe after = bench.recipe();
        QCOMPARE(bench.history().stack().count(), 1);
        bench.history().stack().undo();
        QVERIFY(bench.recipe() == before);
        QTRY_VERIFY_WITH_TIMEOUT(bench.isPlanned() && !bench.view().isFitted, patience);
        bench.history().stack().redo();
        QVERIFY(bench.recipe() == after);
        QTRY_VERIFY_WITH_TIMEOUT(bench.isSettled(after.fitBytes), patience);
        QCOMPARE(bench.history().stack().count(), 1); // What came back was not solved again.
        bench.fitting.settle();
        const std::int64_t more = between(bench.view(), 0.6);
        bench.fitting.fitToBytes(more);
        QTRY_VERIFY_WITH_TIMEOUT(bench.isSettled(more), patience);
        QCOMPARE(bench.history().stack().count(), 2);
    }

    void theWrittenFileHasThePromisedSize()
    {
        Bench bench(m_model, cache());
        makeReady(bench);
        if (QTest::currentTestFailed())
            return;
        const std::int64_t bytes = between(bench.view(), 0.3);
        bench.fitting.fitToBytes(bytes);
        QTRY_VERIFY_WITH_TIMEOUT(bench.isSettled(bytes), patience);
        QuantizeRequest request;
        request.source = bench.session.model();
        request.plan = *bench.session.planner().plan();
        request.output = m_folder.filePath(QStringLiteral("written.arrow"));
        request.thresholds.minCosine = 0;
        const JobEnd end = quantizeModel(request, {});
        QVERIFY(std::holds_alternative<Finished>(end));
        QCOMPARE(QFileInfo(request.output).size(), bench.view().now->bytes);
        QVERIFY(bench.view().now->bytes <= bytes);
    }

    void aLockIsSolvedAroundInTheSameStep()
    {
        Bench bench(m_model, cache());
        makeReady(bench);
        if (QTest::currentTestFailed())
            return;
        const std::int64_t bytes = between(bench.view(), 0.4);
        bench.fitting.fitToBytes(bytes);
        QTRY_VERIFY_WITH_TIMEOUT(bench.isSettled(bytes), patience);
        const Recipe fitted = bench.recipe();

        Recipe locked = fitted;
        locked.overrides.push_back({QStringLiteral("blk.3.weight"), {}, true}); // Kept as it is.
        bench.history().edit(locked, QStringLiteral("Lock"));
        QTRY_VERIFY_WITH_TIMEOUT(bench.view().lockedByPerson == 1 && bench.isSettled(bytes)
                && bench.recipe().fitted != fitted.fitted,
            patience);
        QVERIFY2(bench.fileBytes() <= bytes, "over budget");
        QCOMPARE(bench.history().stack().count(), 2);
        QCOMPARE(bench.history().stack().undoText(), QStringLiteral("Lock"));
        QVERIFY(!bench.session.planner().plan()->tensors[3].scheme);

        bench.history().stack().undo();
        QVERIFY(bench.recipe() == fitted);
        QTRY_VERIFY_WITH_TIMEOUT(
            bench.isSettled(bytes) && bench.view().lockedByPerson == 0, patience);
        QVERIFY(bench.recipe() == fitted);
        QCOMPARE(bench.history().stack().count(), 2);
    }

    void anErrorIsKept()
    {
        Bench bench(m_model, cache());
        makeReady(bench);
        if (QTest::currentTestFailed())
            return;
        bench.fitting.fitToError(0.05);
        QTRY_VERIFY_WITH_TIMEOUT(
            !bench.recipe().fitted.empty() && bench.view().now && bench.view().now->error <= 0.05,
            patience);
        QVERIFY(std::abs(bench.recipe().fitError - 0.0025) < 1e-9);
        QVERIFY(bench.recipe().fitBytes == 0);
    }

    void whatCannotFitIsSaidAndChangesNothing()
    {
        Bench bench(m_model, cache());
        makeReady(bench);
        if (QTest::currentTestFailed())
            return;
        const Recipe before = bench.recipe();
        bench.fitting.fitToBytes(1000);
        QTRY_VERIFY_WITH_TIMEOUT(bench.view().cannotFit, patience);
        QVERIFY(bench.recipe() == before);
        const std::int64_t smallest = bench.view().smallest;
        bench.fitting.fitToBytes(smallest);
        QTRY_VERIFY_WITH_TIMEOUT(bench.isSettled(smallest), patience);
        QVERIFY(!bench.view().cannotFit);
    }

    void stoppingForgetsWishAndFit()
    {
        Bench bench(m_model, cache());
        makeReady(bench);
        if (QTest::currentTestFailed())
            return;
        const Recipe before = bench.recipe();
        const std::int64_t bytes = between(bench.view(), 0.4);
        bench.fitting.fitToBytes(bytes);
        QTRY_VERIFY_WITH_TIMEOUT(bench.isSettled(bytes), patience);
        bench.fitting.stop();
        QVERIFY(bench.recipe() == before);
        QCOMPARE(bench.history().stack().count(), 2);
    }

    void changesAreRelativeToThePlanOrTheLastPoint()
    {
        Bench bench(m_model, cache());
        makeReady(bench);
        if (QTest::currentTestFailed())
            return;
        const std::int64_t first = between(bench.view(), 0.2), second = between(bench.view(), 0.5);
        bench.fitting.fitToBytes(first);
        QTRY_VERIFY_WITH_TIMEOUT(bench.isSettled(first), patience);
        const auto since = bench.view().changes;
        QVERIFY(!since.empty());
        bench.fitting.settle();
        bench.fitting.fitToBytes(second);
        QTRY_VERIFY_WITH_TIMEOUT(bench.isSettled(second), patience);
        bench.fitting.setBaseline(FitBaseline::Point);
        QTRY_VERIFY_WITH_TIMEOUT(!bench.view().changes.empty()
                && bench.view().changes.front().before == since.front().after,
            patience);
    }

    void refiningKeepsTheBudgetAndIsOneStep()
    {
        Bench bench(m_model, cache());
        const std::int64_t bytes = makeRefinable(bench);
        if (QTest::currentTestFailed())
            return;
        const Recipe before = bench.recipe();
        bench.fitting.refine(worstToo(), seed);
        QVERIFY(bench.view().refining.isRunning);
        QTRY_VERIFY_WITH_TIMEOUT(!bench.view().refining.isRunning, patience);
        QVERIFY(!bench.view().refining.history.empty());
        QVERIFY(!bench.view().refining.outcome.isEmpty());
        QVERIFY2(bench.recipe().fitted != before.fitted, "this seed finds nothing better");
        QCOMPARE(bench.history().stack().count(), 2);
        QTRY_VERIFY_WITH_TIMEOUT(bench.isSettled(bytes), patience);
        QVERIFY2(bench.fileBytes() <= bytes, "over budget");
        bench.history().stack().undo();
        QVERIFY(bench.recipe() == before);
    }

    /// Between an answer and its numbers, what is known is of the plan before.
    void refiningWaitsForTheNumbersOfThePlan()
    {
        Bench bench(m_model, cache());
        makeReady(bench);
        if (QTest::currentTestFailed())
            return;
        const std::int64_t large = between(bench.view(), 0.7), small = between(bench.view(), 0.2);
        bench.fitting.fitToBytes(large);
        QTRY_VERIFY_WITH_TIMEOUT(bench.isSettled(large), patience);
        QVERIFY(bench.view().canRefine);
        int early = 0;
        connect(&bench.fitting, &Fitting::changed, this, [&] {
            if (bench.recipe().fitBytes != small || early++ > 0)
                return;
            QVERIFY(!bench.view().canRefine);
            bench.fitting.refine(worstToo(), seed);
            QVERIFY(!bench.view().refining.isRunning);
        });
        bench.fitting.fitToBytes(small);
        QTRY_VERIFY_WITH_TIMEOUT(bench.isSettled(small), patience);
        QVERIFY(early > 0);
        QTRY_VERIFY_WITH_TIMEOUT(!bench.view().refining.isRunning, patience);
        QTRY_VERIFY_WITH_TIMEOUT(bench.isSettled(small) && bench.view().canRefine, patience);
        QVERIFY2(bench.fileBytes() <= small, "over budget");
    }

    void whatComesBetweenEndsARefinement_data()
    {
        using Act = std::function<void(Bench&)>;
        QTest::addColumn<Act>("act");
        QTest::addRow("stop") << Act([](Bench& bench) { bench.fitting.stop(); });
        QTest::addRow("undo") << Act([](Bench& bench) { bench.history().stack().undo(); });
        QTest::addRow("edit") << Act([](Bench& bench) {
            Recipe recipe = bench.recipe();
            recipe.minCosine = 0.5;
            bench.history().edit(recipe, QStringLiteral("Edit"));
        });
        QTest::addRow("wish") << Act([](Bench& bench) {
            bench.fitting.settle();
            bench.fitting.fitToBytes(between(bench.view(), 0.9));
        });
    }

    void whatComesBetweenEndsARefinement()
    {
        QFETCH(const std::function<void(Bench&)>, act);
        Bench bench(m_model, cache());
        makeRefinable(bench);
        if (QTest::currentTestFailed())
            return;
        bool hasActed = false;
        connect(&bench.fitting, &Fitting::changed, this, [&] {
            if (!bench.view().refining.history.empty() && !std::exchange(hasActed, true))
                act(bench);
        });
        bench.fitting.refine(worstToo(), seed);
        QTRY_VERIFY_WITH_TIMEOUT(hasActed, patience);
        QVERIFY(!bench.view().refining.isRunning);
        QTest::qWait(300); // What was found would come now.
        QVERIFY(bench.history().stack().undoText() != QStringLiteral("Refine the fit"));
        QVERIFY(bench.view().refining.outcome.isEmpty());
    }

    /// The curve that is shown is that of the plan before the edit, for a moment.
    void aWishDuringAnEditIsOfTheEditedPlan()
    {
        Bench bench(m_model, cache());
        makeReady(bench);
        if (QTest::currentTestFailed())
            return;
        const std::int64_t bytes = between(bench.view(), 0.4);
        Recipe locked = bench.recipe();
        locked.overrides.push_back({QStringLiteral("blk.3.weight"), {}, true}); // Kept as it is.
        int plans = 0; // Of the first one the basis is being worked out now.
        connect(&bench.session.planner(), &Planner::planned, this, [&] {
            if (plans++ == 0)
                bench.fitting.fitToBytes(bytes);
        });
        bench.history().edit(locked, QStringLiteral("Lock"));
        QTRY_VERIFY_WITH_TIMEOUT(
            bench.isSettled(bytes) && bench.view().lockedByPerson == 1, patience);
        QVERIFY2(bench.fileBytes() <= bytes, "over budget");
    }

    void aMeasurementCanBeCancelled()
    {
        Bench bench(m_model, m_folder.filePath(QStringLiteral("cancelled")));
        QTRY_VERIFY_WITH_TIMEOUT(bench.isPlanned(), patience);
        bench.fitting.setActive(true);
        QTRY_VERIFY_WITH_TIMEOUT(bench.view().stage == Stage::Unmeasured, patience);
        bench.fitting.measure(true);
        QVERIFY(bench.view().stage == Stage::Measuring);
        bench.fitting.cancelMeasuring();
        QTRY_VERIFY_WITH_TIMEOUT(bench.view().stage == Stage::Unmeasured, patience);
        bench.fitting.measure(false);
        QTRY_VERIFY_WITH_TIMEOUT(bench.view().stage == Stage::Ready, patience);
    }

    void anEditWhileMeasuringLosesNothing()
    {
        Bench bench(m_long, m_folder.filePath(QStringLiteral("edited")));
        makeMeasuring(bench);
        if (QTest::currentTestFailed())
            return;
        Recipe locked = bench.recipe();
        locked.overrides.push_back({QStringLiteral("blk.3.weight"), {}, true});
        bench.history().edit(locked, QStringLiteral("Lock"));
        QTRY_VERIFY_WITH_TIMEOUT(bench.view().lockedByPerson == 1, patience);
        QVERIFY(bench.view().stage == Stage::Measuring);
        QTRY_VERIFY_WITH_TIMEOUT(bench.view().stage != Stage::Measuring, patience);
        QTRY_VERIFY_WITH_TIMEOUT(bench.view().stage == Stage::Ready, patience);
    }

    void anotherTargetWhileMeasuringCanBeMeasured()
    {
        Bench bench(m_long, m_folder.filePath(QStringLiteral("other target")));
        makeMeasuring(bench);
        if (QTest::currentTestFailed())
            return;
        bench.setTarget(QStringLiteral("gguf"));
        QTRY_VERIFY_WITH_TIMEOUT(bench.view().stage == Stage::Unmeasured, patience);
        bench.fitting.measure(true);
        QVERIFY(bench.view().stage == Stage::Measuring);
        QTRY_VERIFY_WITH_TIMEOUT(bench.view().stage == Stage::Ready, patience);
    }

    /// The profiles' errors are those of the target that is shown.
    void anotherTargetForgetsTheErrorsOfProfiles()
    {
        Bench bench(m_model, cache());
        QHash<QString, double> errors;
        connect(&bench.fitting, &Fitting::profilesMeasured, this,
            [&](const QHash<QString, double>& measured) { errors = measured; });
        makeReady(bench);
        if (QTest::currentTestFailed())
            return;
        QCOMPARE(errors.size(), 3);
        bench.setTarget(QStringLiteral("gguf"));
        QTRY_VERIFY_WITH_TIMEOUT(bench.view().stage == Stage::Unmeasured, patience);
        QVERIFY(errors.isEmpty());
    }

    void whatNobodyLooksAtIsNotMeasured()
    {
        Bench bench(m_model, m_folder.filePath(QStringLiteral("hidden")));
        makeReady(bench);
        if (QTest::currentTestFailed())
            return;
        bench.fitting.setActive(false);
        Recipe other = bench.recipe();
        other.symmetry = Symmetry::Symmetric;
        bench.history().edit(other, QStringLiteral("Symmetric"));
        QTRY_VERIFY_WITH_TIMEOUT(bench.view().stage == Stage::Unmeasured, patience);
        QTest::qWait(100);
        QVERIFY(bench.view().stage == Stage::Unmeasured);
        bench.fitting.setActive(true); // It is little, and of a target that was measured.
        QTRY_VERIFY_WITH_TIMEOUT(bench.view().stage == Stage::Ready, patience);
    }

    void muchIsNotMeasuredUnasked()
    {
        std::vector<TestTensor> all;
        for (int i = 0; i < 6; ++i) // 36 MiB, never read.
            all.push_back({QStringLiteral("blk.%1.weight").arg(i), DType::F32, {1536, 1024},
                QByteArray(1536 * 1024 * 4, '\0')});
        all.push_back(
            {QStringLiteral("out.weight"), DType::F32, {64, 256}, bytesOf(gaussian(64 * 256, 1))});
        const QString path = m_folder.filePath(QStringLiteral("much.safetensors"));
        QVERIFY(write(path, safetensorsFile(all)));
        Bench bench(path, m_folder.filePath(QStringLiteral("much")));
        QTRY_VERIFY_WITH_TIMEOUT(bench.isPlanned(), patience);
        const Recipe free = bench.recipe();
        Recipe locked = free;
        for (int i = 0; i < 6; ++i)
            locked.overrides.push_back({QStringLiteral("blk.%1.weight").arg(i), {}, true});
        bench.history().edit(locked, QStringLiteral("Lock"));
        makeReady(bench);
        if (QTest::currentTestFailed())
            return;
        bench.history().edit(free, QStringLiteral("Free"));
        QTRY_VERIFY_WITH_TIMEOUT(bench.view().lockedByPerson == 0, patience);
        QVERIFY(bench.view().stage == Stage::Unmeasured);
    }

    void cancellingAllOfItLeavesASample()
    {
        const QString path = m_folder.filePath(QStringLiteral("sampled.safetensors"));
        const TestTensor large{QStringLiteral("blk.0.weight"), DType::F32, {2049, 1024},
            bytesOf(gaussian(2049 * 1024, 1))}; // 2^21 elements and a row more.
        QVERIFY(write(path, safetensorsFile({large})));
        Bench bench(path, m_folder.filePath(QStringLiteral("sampled")));
        makeReady(bench);
        if (QTest::currentTestFailed())
            return;
        QVERIFY(bench.view().isSampled);
        bench.fitting.measure(true);
        bench.fitting.cancelMeasuring();
        QTRY_VERIFY_WITH_TIMEOUT(bench.view().stage == Stage::Ready, patience);
        Recipe other = bench.recipe();
        other.symmetry = Symmetry::Symmetric;
        bench.history().edit(other, QStringLiteral("Symmetric"));
        QTRY_VERIFY_WITH_TIMEOUT(bench.view().stage == Stage::Unmeasured, patience);
        bench.fitting.measure(false);
        QTRY_VERIFY_WITH_TIMEOUT(bench.view().stage == Stage::Ready, patience);
        QVERIFY(bench.view().isSampled);
    }

    void amendingIsNoStepOfItsOwn()
    {
        RecipeHistory history;
        Recipe recipe;
        history.reset(recipe);
        recipe.groupSize = 64;
        history.edit(recipe, QStringLiteral("one"));
        recipe.fitBytes = 7;
        history.amend(recipe, QStringLiteral("two"));
        QCOMPARE(history.stack().count(), 1);
        QCOMPARE(history.stack().undoText(), QStringLiteral("one"));
        recipe.fitBytes = 8;
        history.amend(recipe, QStringLiteral("three"), true);
        QCOMPARE(history.stack().count(), 1);
        QCOMPARE(history.stack().undoText(), QStringLiteral("three"));
        QList<bool> replayed;
        connect(
            &history, &RecipeHistory::changed, this, [&] { replayed << history.isReplaying(); });
        history.stack().undo();
        QVERIFY(history.recipe() == Recipe());
        history.stack().redo();
        QVERIFY(history.recipe() == recipe);
        history.amend({}, QStringLiteral("four"));
        QCOMPARE(replayed, (QList<bool>{true, true, false}));
    }
};

QTEST_MAIN(TestFitting)
#include "tst_fitting.moc"
