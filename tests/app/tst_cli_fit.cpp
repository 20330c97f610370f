#include "tests/app/cli_program.h"
#include "tests/core/jobs/job_fixture.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <cmath>

using namespace aq;
using namespace aq::test;
using namespace Qt::StringLiterals;

namespace {

/// Rows of whole blocks, of which some are harder than others.
std::vector<TestTensor> model()
{
    std::vector<TestTensor> tensors;
    for (int i = 0; i < 6; ++i)
        tensors.push_back(
            floatTensor(u"blk.%1.weight"_s.arg(i), {32 << (i % 3), 512}, unsigned(i)));
    tensors.push_back(floatTensor(u"norm.weight"_s, {512}, 7));
    return tensors;
}

} // namespace

/// `--fit` and `--max-error` of plan, measure and quantize.
class TestCliFit : public QObject {
    Q_OBJECT
    JobFixture m_job{model()};

    Run run(const QString& command, const QStringList& more, const QString& model = {}) const
    {
        const QString path = model.isEmpty() ? m_job.source.path() : model;
        return runProgram(QStringList{command, path, u"--target"_s, u"gguf"_s} + more,
            {u"XDG_CACHE_HOME="_s + m_job.path(u"cache"_s)});
    }
    std::int64_t fileBytes(const QStringList& more) const
    {
        return run(u"plan"_s, more + QStringList{u"--json"_s}).json()[u"fileBytes"].toInteger();
    }

private Q_SLOTS:
    void theSizeThatIsPromisedIsWritten_data()
    {
        QTest::addColumn<int>("percent");
        for (const int percent : {20, 28, 35, 50, 70})
            QTest::addRow("%d %%", percent) << percent;
    }
    void theSizeThatIsPromisedIsWritten()
    {
        QFETCH(int, percent);
        const std::int64_t budget = m_job.source.fileBytes() * percent / 200; // Of F16.
        const QStringList fit{u"--fit"_s, QString::number(budget)};
        const std::int64_t promised = fileBytes(fit);
        QVERIFY(promised > 0 && promised <= budget);
        const QString path = m_job.path(u"fit%1.gguf"_s.arg(percent));
        const Run written = run(u"quantize"_s, fit + QStringList{u"-o"_s, path, u"--force"_s});
        QVERIFY2(written.status == 0 || written.status == 4, written.err.constData());
        QCOMPARE(QFileInfo(path).size(), promised);
        QVERIFY(written.err.contains("fit: a file of"));
        // The file names the wish alone; why a tensor has its type is seen all the same.
        QProcess validation;
        validation.start(
            QStringLiteral(AQ_CLI), {u"validate"_s, m_job.source.path(), path, u"--json"_s});
        QVERIFY(validation.waitForFinished(120'000));
        const QJsonObject report
            = QJsonDocument::fromJson(validation.readAllStandardOutput()).object();
        QVERIFY(report[u"recipe"][u"fitBytes"].toInteger() == budget);
        const QJsonArray tensors = report[u"tensors"].toArray();
        QCOMPARE(tensors.size(), 7);
        for (const QJsonValue tensor : tensors) {
            const bool isFree = tensor[u"name"].toString() != u"norm.weight"_s;
            QCOMPARE(tensor[u"reason"].toString().startsWith(u"fit"_s), isFree);
        }
    }

    /// Values that their type does not hold, which nobody measured: a rule spoke for their tensor.
    void aFileThatComesOutLargerHasNotPassed()
    {
        std::vector<TestTensor> tensors = model();
        TestTensor wide = floatTensor(u"wide.weight"_s, {128, 512}, 9);
        wide.bytes = bytesOf(gaussian(128 * 512, 1e8f, 9));
        tensors.push_back(wide);
        const JobFixture job(tensors);
        const QString output = job.path(u"out.gguf"_s), report = job.path(u"report.json"_s);
        const Run written = run(u"quantize"_s,
            {u"--fit"_s, u"200K"_s, u"--layer"_s, u"wide.*=q4_0"_s, u"-o"_s, output, u"--report"_s,
                report, u"--continue-on-error"_s},
            job.source.path());
        QVERIFY2(written.status == 4, written.err.constData());
        QVERIFY(QFileInfo(output).size() > 200 * 1024);
        QVERIFY2(written.err.contains("were asked for"), written.err.constData());
        QVERIFY2(written.out.contains("larger than asked for"), written.out.constData());
        const QJsonObject summary
            = QJsonDocument::fromJson(contentsOf(report)).object()[u"summary"].toObject();
        QCOMPARE(summary[u"passed"].toBool(true), false);
        QVERIFY(summary[u"failures"][0].toString().contains(u"were asked for"_s));
    }

    void aLargerBudgetIsNeverWorse()
    {
        double before = 1e9;
        for (int kilobytes = 80; kilobytes <= 400; kilobytes += 80) {
            const Run plan = run(u"plan"_s, {u"--fit"_s, u"%1K"_s.arg(kilobytes), u"--json"_s});
            QCOMPARE(plan.status, 0);
            const QJsonObject fit = plan.json()[u"fit"].toObject();
            QVERIFY(fit[u"error"].toDouble(-1) >= 0 && fit[u"error"].toDouble() <= before);
            before = fit[u"error"].toDouble();
            QCOMPARE(fit[u"bytes"].toInteger(), plan.json()[u"fileBytes"].toInteger());
            QVERIFY(fit[u"curve"].toArray().size() > 3);
            for (const QJsonValue suggestion : fit[u"suggestions"].toArray())
                QVERIFY(suggestion[u"bytes"].toInteger() > 0);
        }
    }

    /// What the curve promises is what a trial of the same plan finds.
    void theErrorThatIsPromisedIsMeasured()
    {
        const QStringList fit{u"--fit"_s, u"150K"_s, u"--json"_s};
        const QJsonObject promised = run(u"plan"_s, fit).json()[u"fit"].toObject();
        double total = 0, elements = 0, worst = 0;
        for (const QJsonValue tensor : run(u"measure"_s, fit).json()[u"tensors"].toArray()) {
            double count = 1;
            for (const QJsonValue extent : tensor[u"shape"].toArray())
                count *= extent.toDouble();
            const double error = tensor[u"relRmse"].toDouble();
            total += count * error * error;
            elements += count;
            worst = std::max(worst, error);
        }
        const double error = std::sqrt(total / elements);
        QVERIFY(std::abs(error - promised[u"error"].toDouble()) <= 1e-6 * error);
        QVERIFY(std::abs(worst - promised[u"worst"].toDouble()) <= 1e-6 * worst);
    }

    void theSmallestFileUnderAnError()
    {
        const Run loose = run(u"plan"_s, {u"--max-error"_s, u"20dB"_s, u"--json"_s});
        const Run tight = run(u"plan"_s, {u"--max-error"_s, u"0.01"_s, u"--json"_s});
        QVERIFY(loose.json()[u"fit"][u"error"].toDouble() <= 0.1);
        QVERIFY(tight.json()[u"fit"][u"error"].toDouble() <= 0.01);
        const std::int64_t bound = tight.json()[u"fit"][u"boundBytes"].toInteger();
        QVERIFY(bound > 1000 && bound <= tight.json()[u"fileBytes"].toInteger());
        QVERIFY(loose.json()[u"fileBytes"].toInteger() < tight.json()[u"fileBytes"].toInteger());
        const Run even = run(u"plan"_s,
            {u"--max-error"_s, u"20dB"_s, u"--max-tensor-error"_s, u"0.05"_s, u"--json"_s});
        QVERIFY(even.json()[u"fit"][u"worst"].toDouble() <= 0.05);
    }

    void whatThePersonSaysIsAConstraint()
    {
        const Run plan = run(u"plan"_s,
            {u"--fit"_s, u"200K"_s, u"--layer"_s, u"blk.0.*=keep"_s, u"--layer"_s,
                u"blk.1.*=q8_0"_s, u"--json"_s});
        const QJsonArray tensors = plan.json()[u"tensors"].toArray();
        QCOMPARE(tensors[0][u"scheme"].toString(), u"keep"_s);
        QCOMPARE(tensors[1][u"scheme"].toString(), u"q8_0"_s);
        QVERIFY(tensors[2][u"reason"].toString().startsWith(u"fit"_s));
        QVERIFY(plan.json()[u"fileBytes"].toInteger() <= 200 * 1024);
    }

    void whatCannotFitSaysTheSmallest()
    {
        const Run plan = run(u"plan"_s, {u"--fit"_s, u"2K"_s});
        QCOMPARE(plan.status, 2);
        QVERIFY2(
            plan.err.contains("smallest is") && plan.err.count('\n') == 1, plan.err.constData());
        QVERIFY(plan.out.isEmpty());
    }

    void optionsWithoutAFitAreRefused_data()
    {
        QTest::addColumn<QStringList>("options");
        QTest::newRow("both") << QStringList{u"--fit"_s, u"1M"_s, u"--max-error"_s, u"0.1"_s};
        QTest::newRow("full") << QStringList{u"--full"_s};
        QTest::newRow("worst alone") << QStringList{u"--max-tensor-error"_s, u"0.1"_s};
        QTest::newRow("no error") << QStringList{u"--max-error"_s, u"-3"_s};
        QTest::newRow("no size") << QStringList{u"--fit"_s, u"small"_s};
        QTest::newRow("no weight")
            << QStringList{u"--fit"_s, u"1M"_s, u"--error-weight"_s, u"luck"_s};
    }
    void optionsWithoutAFitAreRefused()
    {
        QFETCH(QStringList, options);
        const Run plan = run(u"plan"_s, options);
        QCOMPARE(plan.status, 2);
        QVERIFY(plan.err.startsWith("arrowquant-cli") && plan.err.count('\n') == 1);
    }

    void anErrorWhoseSquareIsNothingIsNoError()
    {
        const Run plan = run(u"plan"_s, {u"--max-error"_s, u"1e-320"_s});
        QCOMPARE(plan.status, 2);
        QVERIFY2(plan.err.contains("'1e-320' is no relative error"), plan.err.constData());
    }
};

QTEST_GUILESS_MAIN(TestCliFit)
#include "tst_cli_fit.moc"
