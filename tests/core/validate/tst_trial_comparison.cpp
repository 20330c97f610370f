#include "core/analysis/block_name.h"
#include "core/validate/trial_comparison.h"

#include <QTest>
#include <cmath>

using namespace aq;

namespace {

TensorInfo tensor(const QString& name, std::int64_t elements)
{
    TensorInfo info;
    info.name = name;
    info.dtype = DType::F32;
    info.shape = {elements};
    info.data.bytes = 4 * elements;
    return info;
}

TrialTensor made(const char* scheme, std::int64_t bytes, double error)
{
    return {QString::fromLatin1(scheme), bytes, error, error * error / 2, Status::Passed};
}

const double unknown = std::numeric_limits<double>::quiet_NaN();

/// Two blocks of one tensor each and a tensor outside: 300, 100 and 100 weights.
ModelHeader header()
{
    ModelHeader header;
    header.tensors = {tensor(QStringLiteral("net.0.a.weight"), 300),
        tensor(QStringLiteral("net.1.a.weight"), 100), tensor(QStringLiteral("scale"), 100)};
    return header;
}

TrialTensorsPtr trial(TrialTensor a, TrialTensor b)
{
    return std::make_shared<const TrialTensors>(TrialTensors{
        std::move(a), std::move(b), {QStringLiteral("keep"), 400, 0, 0, Status::Kept}});
}

TrialSums sums(std::int64_t bytes, double error)
{
    TrialSums sums;
    sums.bytes = bytes;
    sums.relRmse = error;
    return sums;
}

bool near(double a, double b) { return std::abs(a - b) <= 1e-12 * std::max(1.0, std::abs(b)); }

} // namespace

class TestTrialComparison : public QObject {
    Q_OBJECT
private Q_SLOTS:
    /// sqrt((300 * 0.1^2 + 100 * 0.2^2 + 100 * 0) / 500) = sqrt(0.014); by hand.
    void sumsAreWeightedByAllParameters()
    {
        const auto one = trial(made("q4_k", 150, 0.1), made("q4_k", 50, 0.2));
        const TrialSums total = sumsOf(header(), *one);
        QVERIFY(near(total.relRmse, std::sqrt(0.014)));
        QVERIFY(near(total.cosineGap, (300 * 0.005 + 100 * 0.02) / 500));
        QVERIFY(total.worst == 0.2);
        QCOMPARE(total.worstAt, 1);
        QCOMPARE(total.bytes, 600);
        QCOMPARE(total.bytesBefore, 2000);
        QCOMPARE(total.unknown, 0);
        QVERIFY(near(errorOf(total, ErrorMeasure::Sqnr), -10 * std::log10(0.014)));
    }

    void keepingATensorIsNoPenalty()
    {
        const auto all = trial(made("q4_k", 150, 0.1), made("q4_k", 50, 0.1));
        const auto kept = trial(made("q4_k", 150, 0.1), {QStringLiteral("keep"), 400, 0, 0, {}});
        QVERIFY(sumsOf(header(), *kept).relRmse < sumsOf(header(), *all).relRmse);
    }

    void planIsUnknownWhereItChangesSomething()
    {
        const auto plan
            = trial(made("q4_k", 150, unknown), {QStringLiteral("keep"), 400, 0, 0, {}});
        const Comparison comparison = compareTrials(header(), std::vector{plan});
        QVERIFY(!comparison.totals[0].isKnown());
        QCOMPARE(comparison.totals[0].unknown, 1);
        QVERIFY(!comparison.blocks[0].trials[0].isKnown());
        QVERIFY(comparison.blocks[1].trials[0].relRmse == 0); // Kept: nothing is lost there.
    }

    /// One of many could not be compared: what is known of the others counts.
    void aFailedTensorLeavesTheOthersKnown()
    {
        const auto file = trial(made("q4_k", 150, 0.1), made("q4_k", 50, unknown));
        const TrialSums total = sumsOf(header(), *file);
        QVERIFY(near(total.relRmse, std::sqrt(300 * 0.01 / 400)));
        QCOMPARE(total.unknown, 1);
    }

    void blocksAndDifferences()
    {
        const auto a = trial(made("q4_k", 150, 0.1), made("int4:64", 50, 0.2));
        const auto b = trial(made("q5_k", 180, 0.05), made("int4", 50, 0.2));
        const Comparison comparison = compareTrials(header(), std::vector{a, b});
        QCOMPARE(comparison.blocks.size(), 3u);
        QCOMPARE(comparison.blocks[0].name, QStringLiteral("net.0"));
        QCOMPARE(comparison.blocks[2].name, QString());
        QCOMPARE(comparison.blocks[0].trials[1].bytes, 180);
        QVERIFY(comparison.tensors[0].scheme && comparison.tensors[0].size
            && comparison.tensors[0].error);
        QVERIFY(!comparison.tensors[1].any()); // A group size that is not known is no difference.
        QCOMPARE(comparison.differing, 1);
    }

    void moreDecibelsAreLess()
    {
        QVERIFY(errorChange(20, 26, ErrorMeasure::Sqnr) == 6); // 6 dB lost: worse.
        QVERIFY(errorChange(0.2, 0.1, ErrorMeasure::RelRmse) == 0.1);
        const double exact = std::numeric_limits<double>::infinity();
        QVERIFY(errorChange(exact, exact, ErrorMeasure::Sqnr) == 0);
        QVERIFY(std::isinf(errorChange(20, exact, ErrorMeasure::Sqnr)));
    }

    void paretoFrontLeavesOutWhatIsBeaten()
    {
        const std::vector trials{
            sums(100, 0.10), sums(110, 0.12), sums(120, 0.05), sums(100, unknown), sums(100, 0.10)};
        for (const ErrorMeasure measure : {ErrorMeasure::RelRmse, ErrorMeasure::Sqnr}) {
            QCOMPARE(paretoFront(trials, measure), (std::vector{0, 4, 2}));
            QCOMPARE(dominators(trials, measure), (std::vector{-1, 0, -1, -1, -1}));
        }
        QCOMPARE(bestWithin(trials, 119, ErrorMeasure::RelRmse), 0);
        QCOMPARE(bestWithin(trials, 120, ErrorMeasure::RelRmse), 2);
        QCOMPARE(bestWithin(trials, 99, ErrorMeasure::RelRmse), -1);
    }

    void relations_data()
    {
        using Relation = Against::Relation;
        QTest::addColumn<std::int64_t>("bytes");
        QTest::addColumn<double>("error");
        QTest::addColumn<Relation>("relation");
        QTest::newRow("same") << std::int64_t(100) << 0.1 << Relation::Same;
        QTest::newRow("smaller and closer") << std::int64_t(90) << 0.05 << Relation::Better;
        QTest::newRow("as large, closer") << std::int64_t(100) << 0.05 << Relation::Better;
        QTest::newRow("larger, same error") << std::int64_t(110) << 0.1 << Relation::Worse;
        QTest::newRow("larger and farther") << std::int64_t(110) << 0.2 << Relation::Worse;
        QTest::newRow("larger, closer") << std::int64_t(118) << 0.053 << Relation::LargerCloser;
        QTest::newRow("smaller, farther") << std::int64_t(90) << 0.2 << Relation::SmallerFarther;
        QTest::newRow("unknown") << std::int64_t(90) << unknown << Relation::Unknown;
    }
    void relations()
    {
        QFETCH(std::int64_t, bytes);
        QFETCH(double, error);
        const auto found
            = against(sums(bytes, error), sums(100, 0.1), ErrorMeasure::RelRmse).relation;
        QTEST(found, "relation");
    }

    /// Half the error is 6.02 dB: 18 bytes more cost 18 / 6.02 bytes per decibel.
    void costOfADecibel()
    {
        const Against facts = against(sums(118, 0.05), sums(100, 0.1), ErrorMeasure::RelRmse);
        QVERIFY(near(facts.sizeChange, 0.18));
        QVERIFY(near(facts.errorChange, -0.5));
        QVERIFY(near(facts.bytesPerDb, 18 / (20 * std::log10(2.0))));
        QVERIFY(std::isnan(against(sums(118, 0.2), sums(100, 0.1), ErrorMeasure::Sqnr).bytesPerDb));
    }

    void reportIsMatchedByName()
    {
        ValidationReport report;
        TensorReport found;
        found.name = QStringLiteral("net.1.a.weight");
        found.scheme = QStringLiteral("int8");
        found.bytesAfter = 110;
        found.relRmse = 0.01;
        found.cosine = 0.9999;
        found.status = Status::Passed;
        TensorReport broken = found;
        broken.name = QStringLiteral("net.0.a.weight");
        broken.status = Status::Failed;
        report.tensors = {found, broken};
        const TrialTensors tensors = trialTensorsOf(header(), report);
        QVERIFY(!tensors[0].isKnown());
        QCOMPARE(tensors[0].bytes, 110);
        QVERIFY(tensors[1].relRmse == 0.01 && tensors[1].cosineGap == 1 - 0.9999);
        QVERIFY(tensors[2].status == Status::Failed && tensors[2].bytes == 0);
    }
};

QTEST_APPLESS_MAIN(TestTrialComparison)
#include "tst_trial_comparison.moc"
