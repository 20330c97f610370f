#include "core/validate/size_wish.h"

#include <QTest>
#include <cmath>
#include <limits>

using namespace aq;

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

/// `count` elements of x = 1 and y = 1 + e: relRmse = e, cosine 1.
TensorReport tensor(const char* name, const char* scheme, std::int64_t count, double e)
{
    TensorReport report;
    report.name = QString::fromUtf8(name);
    report.scheme = QString::fromUtf8(scheme);
    report.parameters = count;
    report.bytesBefore = 4 * count;
    report.bytesAfter = count;
    const double n = double(count);
    report.sums = {count, n, n * (1 + e) * (1 + e), n * (1 + e), n * e * e, n * e, std::abs(e), 1};
    report.status = report.scheme == QStringLiteral("keep") ? Status::Kept : Status::Passed;
    return report;
}

/// Unit vectors x and y at an angle whose cosine is `c`: relRmse = sqrt(2 - 2c).
TensorReport turned(const char* scheme, double c)
{
    TensorReport report = tensor("w", scheme, 2, 0);
    report.sums = {2, 1, 1, c, 2 - 2 * c, 0, 1, 1};
    return report;
}

TensorReport judged(TensorReport report, int bits, Thresholds thresholds)
{
    judge(report, bits, thresholds);
    return report;
}

} // namespace

class TestValidationReport : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void floorsAreThoseOfTheTable()
    {
        const auto is = [](int bits, double cosine, double relRmse) {
            return floorFor(bits).cosine == cosine && floorFor(bits).relRmse == relRmse;
        };
        QVERIFY(is(8, .9999, .015));
        QVERIFY(is(6, .999, .045));
        QVERIFY(is(4, .990, .14));
        QVERIFY(is(3, .96, .28));
        QVERIFY(is(2, .90, .45));
        QVERIFY(is(1, .90, .45));
        QVERIFY(is(16, .9999, .015));
        // 5 bits: the geometric mean of 4 and 6.
        QVERIFY(std::abs(floorFor(5).relRmse - std::sqrt(.14 * .045)) < 1e-12);
        QVERIFY(std::abs(1 - floorFor(5).cosine - std::sqrt(.010 * .001)) < 1e-12);
        for (int bits = 2; bits < 8; ++bits) {
            QVERIFY(floorFor(bits).cosine < floorFor(bits + 1).cosine);
            QVERIFY(floorFor(bits).relRmse > floorFor(bits + 1).relRmse);
        }
    }

    void eachTensorMissesTheRightLimit_data()
    {
        QTest::addColumn<double>("cosine");
        QTest::addColumn<double>("minimum");
        QTest::addColumn<bool>("floors");
        QTest::addColumn<QString>("status");
        QTest::addColumn<QString>("message");
        const auto row = [](const char* title, double cosine, double minimum, bool floors,
                             const char* status, const char* message) {
            QTest::newRow(title) << cosine << minimum << floors << QString::fromUtf8(status)
                                 << QString::fromUtf8(message);
        };
        // INT4: floor .990 and relative RMSE .14; that of cosine .995 is .1.
        row("good", .995, .85, true, "passed", "");
        row("floor", .98, .85, true, "below-floor",
            "cosine 0.98 is below 0.99, relative RMSE 0.2 is above 0.14 (floor of 4 bits)");
        row("floors off", .98, .85, false, "passed", "");
        row("both", .5, .85, true, "below-minimum",
            "cosine 0.5 is below 0.85 (minimum); "
            "cosine 0.5 is below 0.99, relative RMSE 1 is above 0.14 (floor of 4 bits)");
        row("minimum", .995, .999, true, "below-minimum", "cosine 0.995 is below 0.999 (minimum)");
        row("at the minimum", .5, .5, false, "passed", "");
    }
    void eachTensorMissesTheRightLimit()
    {
        QFETCH(double, cosine);
        QFETCH(double, minimum);
        QFETCH(bool, floors);
        QFETCH(QString, status);
        QFETCH(QString, message);
        const TensorReport report = judged(turned("int4", cosine), 4, {minimum, floors});
        QCOMPARE(QString(QLatin1StringView(statusId(report.status))), status);
        QCOMPARE(report.message, message);
    }

    void numbersFollowFromTheSums()
    {
        const TensorReport report = judged(tensor("w", "int8", 1000, 0.01), 8, {});
        QVERIFY(std::abs(report.relRmse - 0.01) < 1e-12);
        QVERIFY(std::abs(report.sqnrDb - 40) < 1e-9);
        QVERIFY(report.bitsPerWeight == 8);
        QVERIFY(report.maxError == 0.01);
        const TensorReport same = judged(tensor("w", "int8", 10, 0), 8, {1, true});
        QVERIFY(same.cosine == 1 && same.relRmse == 0 && same.sqnrDb == infinity);
        QCOMPARE(same.status, Status::Passed);
    }
    void numbersThatAreNoneNeverPass()
    {
        TensorReport report = tensor("w", "int8", 10, 0);
        report.sums.xy = report.sums.dd = std::nan("");
        QCOMPARE(judged(report, 8, {-1, false}).status, Status::BelowMinimum);
        QCOMPARE(judged(report, 8, {-1, true}).status, Status::BelowMinimum);
    }
    void floatTypesHaveNoFloor()
    {
        QCOMPARE(codeBitsOf(QStringLiteral("f16")), 0);
        QCOMPARE(codeBitsOf(QStringLiteral("keep")), 0);
        QCOMPARE(codeBitsOf(QStringLiteral("int5")), 5);
        QCOMPARE(judged(turned("f16", .9), 0, {.85, true}).status, Status::Passed);
    }

    void totalsAreWeighted()
    {
        ValidationReport report;
        report.thresholds = {.85, false};
        report.tensors
            = {tensor("a", "int4", 1000, .1), turned("int4", .9), tensor("k", "keep", 500, 0)};
        report.tensors[1].parameters = 3000;
        report.tensors[1].sums = {3000, 3000, 3000, 2700, 600, 0, 1, 1}; // cosine .9
        report.summary.bytesBefore = 20000;
        report.summary.bytesAfter = 5000;
        report.summary.seconds = 2;
        summarise(report);
        const ReportSummary& s = report.summary;
        QVERIFY(s.passed);
        QCOMPARE(s.failures, QStringList());
        QCOMPARE(s.parameters, std::int64_t(4500));
        QVERIFY(std::abs(s.cosine - (1000 * 1.0 + 3000 * .9) / 4000) < 1e-12); // Kept ones aside.
        const double error = (1000 * .1 + 3000 * std::sqrt(600 / 3000.0)) / 4000;
        QVERIFY(std::abs(s.relRmse - error) < 1e-12);
        QVERIFY(std::abs(s.sqnrDb + 20 * std::log10(error)) < 1e-9);
        QVERIFY(s.compressionRatio == 4);
        QVERIFY(s.bitsPerWeight == 8.0 * (1000 + 2 + 500) / 4500);
        QVERIFY(s.seconds == 2);
        QCOMPARE(s.worst, qsizetype(1));
    }
    void sizesComeFromTheTensorsWhenNotGiven()
    {
        ValidationReport report;
        report.tensors = {tensor("a", "int8", 1000, 0)};
        summarise(report);
        QCOMPARE(report.summary.bytesBefore, std::int64_t(4000));
        QCOMPARE(report.summary.bytesAfter, std::int64_t(1000));
    }
    void failuresAreListedInOrder()
    {
        ValidationReport report;
        report.tensors = {tensor("a", "int8", 1000, .5), tensor("b\nc", "keep", 9, 0),
            tensor("d", "int8", 10, .001)};
        report.tensors[1].status = Status::Failed;
        report.tensors[1].message = QStringLiteral("missing in the written file");
        summarise(report);
        QVERIFY(!report.summary.passed);
        QCOMPARE(report.summary.failures.size(), 2);
        QVERIFY(report.summary.failures[0].startsWith(QStringLiteral("a: relative RMSE 0.5")));
        QVERIFY(!report.summary.failures[1].contains(u'\n'));
        QVERIFY(
            report.summary.failures[1].endsWith(QStringLiteral(": missing in the written file")));
    }
    /// The size is the wish of the person: a file that breaks it has not passed.
    void aFileLargerThanAskedForHasNotPassed()
    {
        ValidationReport report;
        report.output = QStringLiteral("out.gguf");
        report.tensors = {tensor("a", "int8", 1000, 0), tensor("b", "int8", 1000, .5)};
        report.recipe.fitBytes = 2000;
        report.summary.bytesAfter = 2001;
        summarise(report);
        QVERIFY(!report.summary.passed);
        QCOMPARE(bytesOverWish(report), std::int64_t(1));
        QCOMPARE(report.summary.failures.size(), 2);
        QVERIFY(report.summary.failures[0].contains(QStringLiteral("2001 bytes, 1 more")));
        QCOMPARE(tensorFailures(report), qsizetype(1));
        QCOMPARE(fileFailures(report), report.summary.failures.mid(0, 1));
        report.thresholds = {-1, false}; // The size is no matter of thresholds.
        summarise(report);
        QVERIFY(!report.summary.passed);
        QCOMPARE(report.summary.failures, fileFailures(report));
        report.recipe.fitBytes = 2001;
        summarise(report);
        QVERIFY(report.summary.passed);
        report.recipe.fitBytes = 2000;
        report.output.clear(); // A trial writes nothing that could be too large.
        summarise(report);
        QVERIFY(report.summary.passed);
    }
    void newThresholdsJudgeAgain()
    {
        ValidationReport report;
        report.tensors = {turned("int4", .98)};
        report.thresholds = {.85, true};
        summarise(report);
        QVERIFY(!report.summary.passed);
        report.thresholds.floorsPerWidth = false;
        summarise(report);
        QVERIFY(report.summary.passed);
        QCOMPARE(report.tensors[0].message, QString());
        report.thresholds.minCosine = .99;
        summarise(report);
        QCOMPARE(report.tensors[0].status, Status::BelowMinimum);
        report.tensors[0].status = Status::Failed; // Not a matter of thresholds.
        report.thresholds.minCosine = -1;
        summarise(report);
        QVERIFY(!report.summary.passed);
    }
    void nothingToCompareHasNoWorst()
    {
        ValidationReport report;
        summarise(report);
        QVERIFY(report.summary.passed && report.summary.worst == -1);
        QVERIFY(report.summary.cosine == 1 && report.summary.relRmse == 0);
        QVERIFY(report.summary.compressionRatio == 0 && report.summary.bitsPerWeight == 0);
    }
};

QTEST_APPLESS_MAIN(TestValidationReport)
#include "tst_validation_report.moc"
