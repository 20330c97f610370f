#include "core/jobs/progress_throttle.h"
#include "core/validate/tile_span.h"
#include "tests/core/jobs/job_fixture.h"
#include "tests/support/schemes_of.h"

using namespace aq;
using namespace aq::test;
using namespace std::chrono_literals;

class TestJobParts : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void cutCoversEveryElementOnceInOrder_data()
    {
        QTest::addColumn<qint64>("rows");
        QTest::addColumn<qint64>("columns");
        for (const auto& [rows, columns] : std::initializer_list<std::pair<qint64, qint64>>{{0, 0},
                 {1, 1}, {1, 511}, {1, 512}, {1, 513}, {7, 100}, {3, 512}, {3, 1300}, {5, 1024}})
            QTest::addRow("%lld x %lld", rows, columns) << rows << columns;
    }
    void cutCoversEveryElementOnceInOrder()
    {
        QFETCH(qint64, rows);
        QFETCH(qint64, columns);
        constexpr std::int64_t limit = 512;
        std::int64_t next = 0;
        for (const TileSpan& span : cut({rows, columns}, limit)) {
            QVERIFY(span.elements() > 0 && span.elements() <= limit);
            QCOMPARE(span.firstRow * columns + span.firstColumn, next);
            QVERIFY(span.columns == columns || (span.rows == 1 && span.firstColumn % limit == 0));
            next += span.elements();
        }
        QCOMPARE(next, rows * columns);
    }

    // A piece that begins inside a row must lie where the whole row would have put it.
    void piecesFillTheStreamsWithoutGaps()
    {
        for (const Scheme* scheme : test::schemesOf("affine"))
            for (const int groupSize : {32, 64, 128, 256}) {
                SchemeOptions options;
                options.groupSize = groupSize;
                const Matrix matrix{3, 1300};
                StreamOffsets expected;
                for (const TileSpan& span : cut(matrix, 512)) {
                    const StreamOffsets at = offsetsOf(
                        *scheme, options, matrix.columns, span.firstRow, span.firstColumn);
                    QCOMPARE(at.codes, expected.codes);
                    QCOMPARE(at.scales, expected.scales);
                    QCOMPARE(at.zeros, expected.zeros);
                    const StreamOffsets size = sizesOf(*scheme, options, span.matrix());
                    expected
                        = {at.codes + size.codes, at.scales + size.scales, at.zeros + size.zeros};
                }
                const std::int64_t shape[] = {matrix.rows, matrix.columns};
                const Encoding whole = encodingFor(*scheme, options, shape);
                QCOMPARE(expected.codes, whole.codes.bytes);
                QCOMPARE(expected.scales, whole.scales.bytes);
                QCOMPARE(expected.zeros, whole.zeros.bytes);
            }
    }

    void throttleLetsTenASecondThroughAndLosesNoLast()
    {
        std::vector<std::int64_t> seen;
        ProgressThrottle throttle(
            [&](const Progress& progress) { seen.push_back(progress.bytesDone); });
        const auto start = ProgressThrottle::Clock::now();
        for (int ms = 0; ms < 1000; ++ms)
            throttle.add({ms, 1000, {}, {}}, start + ms * 1ms);
        QCOMPARE(seen.size(), std::size_t(10));
        QCOMPARE(seen.front(), 0);
        throttle.flush();
        throttle.flush();
        QCOMPARE(seen.size(), std::size_t(11));
        QCOMPARE(seen.back(), 999);
    }

    void exportCopiesTheVeryBytes()
    {
        const JobFixture job({floatTensor(QStringLiteral("w"), {700, 512})});
        const QString to = job.path(QStringLiteral("copy"));
        Progress last;
        JobControl control;
        control.progress = [&](const Progress& progress) { last = progress; };
        QVERIFY(exportFile(job.source.path(), to, false, control));
        QCOMPARE(contentsOf(to), contentsOf(job.source.path()));
        QCOMPARE(last.bytesDone, last.bytesTotal);
        const auto again = exportFile(job.source.path(), to, false, {});
        QVERIFY(!again);
        QCOMPARE(again.error().code, ErrorCode::WriteFailed);
        QVERIFY(exportFile(job.source.path(), to, true, {}));
        QCOMPARE(job.names().size(), 2);
    }

    void exportOntoItselfIsRefused()
    {
        const JobFixture job({floatTensor(QStringLiteral("w"), {64, 64})});
        const QByteArray before = contentsOf(job.source.path());
        QVERIFY(QFile::link(job.source.path(), job.path(QStringLiteral("link"))));
        QVERIFY(!exportFile(job.source.path(), job.source.path(), true, {}));
        QVERIFY(!exportFile(job.source.path(), job.path(QStringLiteral("link")), true, {}));
        QCOMPARE(contentsOf(job.source.path()), before);
    }

    void cancelledExportLeavesNothing()
    {
        const JobFixture job({floatTensor(QStringLiteral("w"), {700, 512})});
        int asked = 0;
        JobControl control;
        control.cancelled = [&] { return ++asked > 1; };
        const auto result
            = exportFile(job.source.path(), job.path(QStringLiteral("copy")), false, control);
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::Cancelled);
        QCOMPARE(job.names(), QStringList{QStringLiteral("in.safetensors")});
    }
};
QTEST_GUILESS_MAIN(TestJobParts)
#include "tst_job_parts.moc"
