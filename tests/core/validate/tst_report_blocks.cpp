#include "core/validate/report_blocks.h"

#include <QTest>

using namespace aq;

namespace {

TensorReport tensor(const char* name, Status status, double relRmse, std::int64_t parameters)
{
    TensorReport report;
    report.name = QString::fromLatin1(name);
    report.scheme = status == Status::Kept ? QStringLiteral("keep") : QStringLiteral("int4");
    report.status = status;
    report.relRmse = relRmse;
    report.parameters = parameters;
    report.bytesBefore = 2 * parameters;
    report.bytesAfter = parameters;
    return report;
}

} // namespace

class TestReportBlocks : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void blocksComeInTheOrderOfTheFileWithWeightedErrors()
    {
        const auto blocks = reportBlocks({
            tensor("b.1.attn.q", Status::Passed, 0.1, 100),
            tensor("b.0.attn.q", Status::BelowFloor, 0.4, 300),
            tensor("b.1.attn.k", Status::Passed, 0.3, 300),
            tensor("b.1.norm.w", Status::Kept, 0, 5000),
            tensor("b.0.mlp.w", Status::Failed, 9, 50),
        });
        QCOMPARE(blocks.size(), 2u);
        QCOMPARE(blocks[0].name, QStringLiteral("b.1"));
        QCOMPARE(blocks[0].tensors, 3);
        QCOMPARE(blocks[0].quantized, 2);
        QCOMPARE(blocks[0].missed, 0);
        QVERIFY(qAbs(blocks[0].relRmse - (0.1 * 100 + 0.3 * 300) / 400) < 1e-15);
        QCOMPARE(blocks[0].worst, QStringLiteral("b.1.attn.k"));
        QCOMPARE(blocks[0].bytesBefore, std::int64_t(2 * 5400));
        QCOMPARE(blocks[1].missed, 2);     // One below its floor, one failed.
        QVERIFY(blocks[1].relRmse == 0.4); // What failed has no error to count.
        QVERIFY(reportBlocks({}).empty());
    }

    void theWorstComeFirst()
    {
        const std::vector<TensorReport> tensors{tensor("a", Status::Passed, 0.1, 1),
            tensor("b", Status::Failed, 0, 1), tensor("c", Status::BelowFloor, 0.5, 1),
            tensor("d", Status::Passed, 0.1, 1)};
        QCOMPARE(worstFirst(tensors), (std::vector<std::size_t>{1, 2, 0, 3}));
    }

    void widthsAreThoseWithAFloor()
    {
        std::vector<TensorReport> tensors{tensor("a", Status::Passed, 0, 1),
            tensor("b", Status::Passed, 0, 1), tensor("c", Status::Kept, 0, 1)};
        tensors[1].scheme = QStringLiteral("int8");
        QCOMPARE(widthsOf(tensors), (std::vector<int>{4, 8}));
    }
};

QTEST_APPLESS_MAIN(TestReportBlocks)
#include "tst_report_blocks.moc"
