#include "core/jobs/file_size.h"
#include "core/jobs/halving.h"
#include "core/jobs/repair_job.h"
#include "tests/core/jobs/job_fixture.h"

#include <QFileInfo>
#include <bit>
#include <csignal>
#include <limits>
#include <sys/resource.h>

using namespace aq;
using namespace aq::test;

namespace {

const QString bad = QStringLiteral("bad.weight"), worse = QStringLiteral("worse.weight");

/// Two that miss a cosine of 0.99 with few bits, and all that a copy could get wrong: values that
/// fit no F16, one that fails, integers, a kept vector, elements of eight bytes.
std::vector<TestTensor> model()
{
    TestTensor wide = floatTensor(QStringLiteral("wide.weight"), {8, 256}, 5);
    std::vector<float> large = gaussian(8 * 256, 1e8f, 5);
    wide.bytes = bytesOf(large);
    return {
        floatTensor(bad, {96, 256}, 1),
        floatTensor(QStringLiteral("good.weight"), {64, 512}, 2),
        floatTensor(QStringLiteral("bias"), {700}, 3),
        {QStringLiteral("steps"), DType::I64, {5}, QByteArray(40, '\x07')},
        floatTensor(worse, {32, 256}, 4),
        wide,
        withValue(floatTensor(QStringLiteral("nan.weight"), {8, 256}, 6), 7,
            std::numeric_limits<float>::quiet_NaN()),
    };
}

Rule ruleFor(const QString& name, const char* scheme)
{
    return {name, {QString::fromLatin1(scheme), {}}, true};
}

/// Eight bits but for the two.
Recipe recipeFor(const QString& target)
{
    Recipe recipe = recipeForAll(target, QStringLiteral("int8"));
    recipe.keepOneDimensional = true;
    recipe.overrides = {ruleFor(bad, "int3"), ruleFor(worse, "int2")};
    recipe.minCosine = 0.99;
    return recipe;
}

QuantizeRequest requestFor(const JobFixture& job, const Recipe& recipe)
{
    QuantizeRequest request = job.request(recipe);
    request.thresholds.minCosine = recipe.minCosine;
    request.limits.continueOnError = true;
    return request;
}

const TensorReport& named(const ValidationReport& report, const QString& name)
{
    for (const TensorReport& tensor : report.tensors)
        if (tensor.name == name)
            return tensor;
    qFatal("no report of %s", qPrintable(name));
}

/// The file that the whole job would write by that recipe.
QByteArray bytesByRecipe(const JobFixture& job, const Recipe& recipe)
{
    QuantizeRequest request = requestFor(job, recipe);
    request.output = job.path(QStringLiteral("again"));
    request.overwrite = true;
    finished(quantizeModel(request, {}));
    return contentsOf(request.output);
}

RepairRequest repairOf(const QuantizeRequest& request)
{
    return {.job = request, .report = finished(quantizeModel(request, {})).report};
}

} // namespace

class TestRepairJob : public QObject {
    Q_OBJECT

    static void rowPerTarget()
    {
        QTest::addColumn<QString>("target");
        for (const char* target : {"arrow", "safetensors", "safetensors-f16", "gguf"})
            QTest::addRow("%s", target) << QString::fromLatin1(target);
    }

private Q_SLOTS:
    void theFileIsThatOfItsRecipe_data() { rowPerTarget(); }
    void theFileIsThatOfItsRecipe()
    {
        QFETCH(QString, target);
        const JobFixture job(model());
        const RepairRequest repair = repairOf(requestFor(job, recipeFor(target)));
        QVERIFY(named(repair.report, bad).status == Status::BelowMinimum);
        QVERIFY(named(repair.report, worse).status == Status::BelowMinimum);
        std::vector<QString> told;
        JobControl control;
        control.tensorDone = [&](const TensorDone& tensor) { told.push_back(tensor.name); };
        const JobEnd end = repairModel(repair, control);
        const Finished& repaired = finished(end);
        QCOMPARE(repaired.output, repair.job.output);
        QCOMPARE(repaired.report.output, repair.job.output);
        for (const QString& name : {bad, worse})
            QVERIFY2(named(repaired.report, name).cosine >= 0.99, qPrintable(name));
        QVERIFY(told == (std::vector{bad, worse}));
        // What cannot be quantized, and what is no F16, stays failed.
        const int failures = target == QStringLiteral("safetensors-f16") ? 2 : 1;
        QCOMPARE(repaired.report.summary.failures.size(), failures);
        QCOMPARE(repaired.report.summary.bytesAfter, QFileInfo(repair.job.output).size());
        QVERIFY(contentsOf(repair.job.output) == bytesByRecipe(job, repaired.report.recipe));
        QCOMPARE(job.names().size(), 3); // Model, file, and that of the recipe.
    }

    /// What the job noted of the others stays: reasons, fallbacks, failures.
    void theReportIsThatOfItsRecipe_data() { rowPerTarget(); }
    void theReportIsThatOfItsRecipe()
    {
        QFETCH(QString, target);
        const JobFixture job(model());
        const RepairRequest repair = repairOf(requestFor(job, recipeFor(target)));
        const ValidationReport report = finished(repairModel(repair, {})).report;
        QuantizeRequest whole = requestFor(job, report.recipe);
        whole.overwrite = true;
        const ValidationReport expected = finished(quantizeModel(whole, {})).report;
        QCOMPARE(report.tensors.size(), expected.tensors.size());
        for (std::size_t i = 0; i < expected.tensors.size(); ++i) {
            const TensorReport &a = report.tensors[i], &b = expected.tensors[i];
            QCOMPARE(a.name, b.name);
            QCOMPARE(a.scheme, b.scheme);
            QCOMPARE(a.reason, b.reason);
            QVERIFY2(a.status == b.status, qPrintable(a.name));
            QCOMPARE(a.message, b.message);
            QCOMPARE(a.bytesAfter, b.bytesAfter);
            QVERIFY(a.sums.dd == b.sums.dd);
        }
        QVERIFY(report.summary.failures == expected.summary.failures);
    }

    /// No width is left out, and none is more than is needed.
    void theLeastWidthIsChosen()
    {
        const JobFixture job(model());
        const RepairRequest repair
            = repairOf(requestFor(job, recipeFor(QStringLiteral("safetensors"))));
        const Recipe recipe = finished(repairModel(repair, {})).report.recipe;
        for (const Rule& rule : recipe.overrides) {
            Recipe lower = recipe;
            Rule less = rule;
            const int bits = codeBitsOf(rule.action.scheme);
            less.action.scheme = QStringLiteral("int%1").arg(bits - 1);
            lower.overrides = {less};
            MeasureRequest measure{.source = job.source,
                .plan = job.request(lower).plan,
                .thresholds = repair.job.thresholds,
                .limits = repair.job.limits};
            const ValidationReport report = finished(measureModel(measure, {})).report;
            QVERIFY2(
                named(report, rule.pattern).status != Status::Passed, qPrintable(rule.pattern));
        }
    }

    /// A report may be judged anew by other limits: those are what a repair is for.
    void theLimitsAreThoseOfTheReport()
    {
        const JobFixture job({floatTensor(bad, {32, 256})});
        const Recipe recipe = recipeForAll(QStringLiteral("safetensors"), QStringLiteral("int4"));
        QuantizeRequest request = job.request(recipe);
        RepairRequest repair = repairOf(request);
        QVERIFY(repair.report.summary.passed);
        repair.report.thresholds.minCosine = 1; // Nothing but the source itself has it.
        summarise(repair.report);
        const JobEnd end = repairModel(repair, {});
        const ValidationReport& report = finished(end).report;
        QVERIFY(report.summary.passed);
        QVERIFY(report.thresholds == repair.report.thresholds);
        QVERIFY(report.tensors[0].status == Status::Kept);
        QVERIFY(contentsOf(request.output) == bytesByRecipe(job, report.recipe));
    }

    void raisedByOneWidth()
    {
        const JobFixture job(model());
        const QuantizeRequest request = requestFor(job, recipeFor(QStringLiteral("safetensors")));
        ValidationReport report = finished(quantizeModel(request, {})).report;
        const auto raised = raisedRecipe(job.source.header(), request.plan, report);
        QVERIFY(raised);
        QCOMPARE(raised->overrides.size(), std::size_t(2));
        const auto planned = makePlan(job.source.header(), *raised);
        QVERIFY(planned);
        QCOMPARE(planned->tensors[0].scheme->codeBits, 4);
        QCOMPARE(planned->tensors[0].options.groupSize, 32);
        QCOMPARE(planned->tensors[4].scheme->codeBits, 3);
        for (TensorReport& tensor : report.tensors)
            tensor.status = Status::Passed;
        QVERIFY(!raisedRecipe(job.source.header(), request.plan, report));
    }

    void everyWidthHasANext_data() { rowPerTarget(); }
    /// From two bits to kept, by all that lie between.
    void everyWidthHasANext()
    {
        QFETCH(QString, target);
        const JobFixture job({floatTensor(bad, {8, 256})});
        Recipe recipe = recipeForAll(target, QStringLiteral("int2"));
        ValidationReport report;
        report.tensors.resize(1);
        report.tensors[0].status = Status::BelowFloor;
        std::vector<int> bits;
        for (;;) {
            const auto plan = makePlan(job.source.header(), recipe);
            QVERIFY(plan);
            bits.push_back(plan->tensors[0].scheme ? plan->tensors[0].scheme->codeBits : 0);
            const auto raised = raisedRecipe(job.source.header(), *plan, report);
            if (!raised)
                break;
            recipe = *raised;
        }
        QVERIFY(bits == (std::vector{2, 3, 4, 5, 6, 8, 0}));
    }

    void keepListsAreNotTouched()
    {
        const JobFixture job(model());
        Recipe recipe = recipeFor(QStringLiteral("gguf"));
        recipe.overrides = {};
        recipe.sensitiveNames = {bad};
        const auto plan = makePlan(job.source.header(), recipe);
        QVERIFY(plan && plan->tensors[0].reason == Reason::KeepList);
        ValidationReport report;
        report.tensors.resize(plan->tensors.size());
        report.tensors[0].status = report.tensors[2].status = Status::BelowFloor;
        QVERIFY(!raisedRecipe(job.source.header(), *plan, report));
    }

    void theBudgetIsKept()
    {
        const JobFixture job(model());
        const QuantizeRequest request = requestFor(job, recipeFor(QStringLiteral("safetensors")));
        RepairRequest repair = repairOf(request);
        const QByteArray before = contentsOf(request.output);
        const std::int64_t first = before.size();

        repair.budget = first; // No room at all.
        const JobEnd end = repairModel(repair, {});
        QVERIFY(!finished(end).report.summary.passed);
        QVERIFY(contentsOf(request.output) == before);

        QuantizeRequest again = request;
        again.overwrite = true;
        finished(repairModel(repairOf(again), {}));
        const std::int64_t whole = contentsOf(request.output).size();
        QVERIFY(whole > first);
        for (std::int64_t budget = first; budget <= whole; budget += (whole - first) / 7) {
            RepairRequest limited = repairOf(again);
            limited.budget = budget;
            const ValidationReport report = finished(repairModel(limited, {})).report;
            QVERIFY(QFileInfo(request.output).size() <= budget);
            QVERIFY(contentsOf(request.output) == bytesByRecipe(job, report.recipe));
        }
    }

    /// A few plans of the whole model, however many raises there are.
    void theMostThatFitAreFoundInFewTries()
    {
        for (const std::size_t count : std::vector<std::size_t>{0, 1, 2, 7, 2000})
            for (std::size_t most = 0; most <= count; most += count > 10 ? 97 : 1) {
                std::size_t tries = 0;
                const auto found = mostThatFit(count, [&](std::size_t some) -> Result<bool> {
                    ++tries;
                    return some > 0 && some <= most;
                });
                QVERIFY(found && *found == most);
                QVERIFY(tries <= 1 + std::size_t(std::bit_width(count)));
            }
        const auto failed = mostThatFit(3, [](std::size_t) -> Result<bool> {
            return Error{ErrorCode::Cancelled, {}, {}};
        });
        QVERIFY(!failed && failed.error().code == ErrorCode::Cancelled);
    }

    /// What finds no room is planned in vain, but not without asking.
    void aRaiseWithoutRoomAsksWhetherItIsCancelled()
    {
        const JobFixture job({floatTensor(worse, {32, 256}, 4)});
        Recipe recipe = recipeForAll(QStringLiteral("safetensors"), QStringLiteral("int2"));
        recipe.minCosine = 0.99;
        const QuantizeRequest request = requestFor(job, recipe);
        RepairRequest repair = repairOf(request);
        const auto raised = raisedRecipe(job.source.header(), request.plan, repair.report);
        QVERIFY(raised);
        const auto needed = outputFileBytes(job.request(*raised));
        QVERIFY(needed);
        repair.budget = *needed - 1;
        JobControl control;
        QVERIFY(std::holds_alternative<Finished>(repairModel(repair, control)));
        control.cancelled = [] { return true; };
        QVERIFY(std::holds_alternative<Cancelled>(repairModel(repair, control)));
    }

    void cancelLeavesTheFile()
    {
        const JobFixture job(model());
        const RepairRequest repair
            = repairOf(requestFor(job, recipeFor(QStringLiteral("safetensors"))));
        const QByteArray before = contentsOf(repair.job.output);
        const QStringList names = job.names();
        int wasCancelled = 0;
        for (int moment = 0; moment < 60; ++moment) {
            std::atomic<int> asked = 0;
            JobControl control;
            control.cancelled = [&] { return ++asked > moment; };
            const JobEnd end = repairModel(repair, control);
            QCOMPARE(job.names(), names);
            if (std::holds_alternative<Finished>(end))
                break;
            QVERIFY(std::holds_alternative<Cancelled>(end));
            ++wasCancelled;
            QVERIFY(contentsOf(repair.job.output) == before);
        }
        QVERIFY(wasCancelled > 5);
    }

    /// Somebody else may write there in the meantime, and has the last word.
    void anotherFileOfThatNameIsNotReplaced()
    {
        const JobFixture job(model());
        const RepairRequest repair
            = repairOf(requestFor(job, recipeFor(QStringLiteral("safetensors"))));
        const QStringList names = job.names();
        JobControl control;
        control.progress = [&](const Progress& progress) {
            if (progress.stage != QStringLiteral("validate"))
                return;
            QFile::remove(repair.job.output); // The one that was opened stays readable.
            write(repair.job.output, "another");
        };
        const JobEnd end = repairModel(repair, control);
        QVERIFY(std::holds_alternative<Failed>(end));
        QVERIFY(std::get<Failed>(end).error.code == ErrorCode::WriteFailed);
        QCOMPARE(contentsOf(repair.job.output), QByteArray("another"));
        QCOMPARE(job.names(), names);
    }

    void whatIsNotTheFileIsRefused()
    {
        const JobFixture job(model());
        RepairRequest repair = repairOf(requestFor(job, recipeFor(QStringLiteral("safetensors"))));
        const QStringList names = job.names();
        QuantizeRequest other = requestFor(job,
            recipeForAll(QStringLiteral("safetensors"), //
                QStringLiteral("int4")));
        other.overwrite = true;
        finished(quantizeModel(other, {})); // In its place.
        const QByteArray before = contentsOf(repair.job.output);
        const JobEnd end = repairModel(repair, {});
        QVERIFY(std::holds_alternative<Failed>(end));
        QVERIFY(std::get<Failed>(end).error.code == ErrorCode::Corrupt);
        QVERIFY(std::get<Failed>(end).error.where.startsWith(repair.job.output));
        QVERIFY(contentsOf(repair.job.output) == before);
        repair.report.tensors[1].name = QStringLiteral("of another model");
        QVERIFY(std::holds_alternative<Failed>(repairModel(repair, {})));
        QVERIFY(QFile::remove(repair.job.output));
        QVERIFY(std::holds_alternative<Failed>(repairModel(repair, {})));
        QCOMPARE(job.names().size(), names.size() - 1);
    }

    void aJobRepairsItselfIfItsRecipeSaysSo_data() { rowPerTarget(); }
    void aJobRepairsItselfIfItsRecipeSaysSo()
    {
        QFETCH(QString, target);
        const JobFixture job(model());
        Recipe recipe = recipeFor(target);
        recipe.repair = true;
        const QuantizeRequest request = requestFor(job, recipe);
        const JobEnd end = quantizeModel(request, {});
        const ValidationReport& report = finished(end).report;
        QVERIFY(named(report, bad).cosine >= 0.99);
        QVERIFY(report.recipe.repair && report.recipe != recipe);
        QVERIFY(contentsOf(request.output) == bytesByRecipe(job, report.recipe));
        QCOMPARE(job.names().size(), 3);
    }

    void aJobRepairsItselfWithinItsSize()
    {
        const JobFixture job(model());
        Recipe recipe = recipeFor(QStringLiteral("gguf"));
        recipe.repair = true;
        const std::int64_t first = bytesByRecipe(job, recipeFor(QStringLiteral("gguf"))).size();
        recipe.fitBytes = first + 3000;
        const QuantizeRequest request = requestFor(job, recipe);
        const JobEnd end = quantizeModel(request, {});
        const ValidationReport& report = finished(end).report;
        QVERIFY(named(report, bad).status != Status::Passed);
        QVERIFY(named(report, worse).status == Status::Passed); // The smaller one: 2 to 4 bits.
        QVERIFY(QFileInfo(request.output).size() <= recipe.fitBytes);
    }

    /// The better file finds no room: the one that is there, validated, is what was asked for.
    void aRepairThatFailsLeavesTheFirstFile()
    {
        const JobFixture job(model());
        Recipe recipe = recipeFor(QStringLiteral("safetensors"));
        recipe.repair = true;
        const QuantizeRequest request = requestFor(job, recipe);
        struct rlimit before = {};
        QCOMPARE(getrlimit(RLIMIT_FSIZE, &before), 0);
        const auto signalled = std::signal(SIGXFSZ, SIG_IGN);
        JobControl control;
        control.progress = [&](const Progress& progress) {
            struct rlimit tight = before;
            tight.rlim_cur = 1000;
            if (progress.stage == QStringLiteral("repair"))
                setrlimit(RLIMIT_FSIZE, &tight);
        };
        const JobEnd end = quantizeModel(request, control);
        QCOMPARE(setrlimit(RLIMIT_FSIZE, &before), 0);
        std::signal(SIGXFSZ, signalled);
        const ValidationReport report = finished(end).report;
        QVERIFY(!report.summary.passed);
        QVERIFY2(report.summary.failures.first().startsWith(QStringLiteral("repair: ")),
            qPrintable(report.summary.failures.first()));
        QVERIFY(named(report, bad).status == Status::BelowMinimum);
        QCOMPARE(QFileInfo(request.output).size(), report.summary.bytesAfter);
        QVERIFY(openModel(request.output));
        QCOMPARE(job.names().size(), 2);
    }

    /// Cancelled in its repair, a job leaves no file at all, as everywhere else.
    void aCancelledJobLeavesNothing()
    {
        const JobFixture job(model());
        Recipe recipe = recipeFor(QStringLiteral("safetensors"));
        recipe.repair = true;
        std::atomic<bool> stop = false;
        JobControl control;
        control.cancelled = [&] { return stop.load(); };
        control.progress = [&](const Progress& progress) {
            stop = stop || progress.stage == QStringLiteral("repair");
        };
        QVERIFY(std::holds_alternative<Cancelled>(quantizeModel(requestFor(job, recipe), control)));
        QCOMPARE(job.names().size(), 1);
    }
};

QTEST_APPLESS_MAIN(TestRepairJob)
#include "tst_repair_job.moc"
