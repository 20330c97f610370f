#include "tests/core/jobs/job_fixture.h"

#include <QFuture>
#include <QThreadPool>
#include <thread>

using namespace aq;
using namespace aq::test;

class TestStartJobs : public QObject {
    Q_OBJECT
    static std::vector<TestTensor> tensors(int count)
    {
        std::vector<TestTensor> all;
        for (int i = 0; i < count; ++i)
            all.push_back(floatTensor(QStringLiteral("w%1").arg(i), {64, 64}, unsigned(i)));
        return all;
    }
    static Recipe int4() { return recipeForAll(QStringLiteral("arrow"), QStringLiteral("int4")); }

private Q_SLOTS:
    void eventsComeInOrderAndEndOnce()
    {
        const JobFixture job(tensors(40));
        QThreadPool pool;
        QFuture<JobEvent> future = startQuantize(pool, job.request(int4()));
        future.waitForFinished();
        int ends = 0;
        std::int64_t nextTensor = 0;
        Progress last;
        for (int i = 0; i < future.resultCount(); ++i) {
            const JobEvent event = future.resultAt(i);
            if (const auto* tensor = std::get_if<TensorDone>(&event); tensor)
                QCOMPARE(tensor->index, nextTensor++);
            if (const auto* progress = std::get_if<Progress>(&event))
                last = *progress;
            ends += std::holds_alternative<JobEnd>(event);
        }
        QCOMPARE(nextTensor, 40);
        QCOMPARE(last.bytesDone, last.bytesTotal);
        QCOMPARE(ends, 1);
        const JobEvent end = future.resultAt(future.resultCount() - 1);
        QVERIFY(std::holds_alternative<Finished>(std::get<JobEnd>(end)));
        QCOMPARE(future.progressValue(), future.progressMaximum());
    }

    // At most one end; never a file that is neither whole nor absent.
    void cancelledAtAnyTimeEndsOnceAndLeavesNothing()
    {
        const JobFixture job(tensors(30));
        QThreadPool pool;
        QuantizeRequest request = job.request(int4());
        request.overwrite = true;
        for (int moment = 0; moment < 200; ++moment) {
            QFuture<JobEvent> future = startQuantize(pool, request);
            std::this_thread::sleep_for(std::chrono::microseconds(50 * moment));
            future.cancel();
            pool.waitForDone();
            QVERIFY(future.isFinished());
            int ends = 0;
            for (int i = 0; i < future.resultCount(); ++i)
                ends += std::holds_alternative<JobEnd>(future.resultAt(i));
            QVERIFY(ends <= 1);
            const QStringList names = job.names();
            QVERIFY2(names.size() <= 2, qPrintable(names.join(u' ')));
            if (names.contains(QStringLiteral("out")))
                QVERIFY(openModel(request.output));
            QFile::remove(request.output);
        }
    }

    void failureArrivesAsAnEvent()
    {
        const JobFixture job(tensors(2));
        QThreadPool pool;
        QuantizeRequest request = job.request(int4());
        request.output = job.path(QStringLiteral("no/such/folder"));
        QFuture<JobEvent> future = startQuantize(pool, request);
        future.waitForFinished();
        const JobEvent end = future.resultAt(future.resultCount() - 1);
        QVERIFY(std::holds_alternative<Failed>(std::get<JobEnd>(end)));
    }

    void measureValidateDequantizeAndOpenRunToo()
    {
        const JobFixture job(tensors(3));
        QThreadPool pool;
        const QuantizeRequest request = job.request(int4());
        finished(quantizeModel(request, {}));
        QFuture<Opened> open = startOpen(pool, request.output, {});
        open.waitForFinished();
        QVERIFY(open.result().source);
        const ModelSource written = *open.result().source;
        const auto reportOf = [](QFuture<JobEvent> future) {
            future.waitForFinished();
            return finished(std::get<JobEnd>(future.resultAt(future.resultCount() - 1))).report;
        };
        const auto trial = reportOf(startMeasure(pool, {job.source, request.plan, {}, {}}));
        const auto judged = reportOf(startValidate(pool, job.source, written, {}, {}));
        QCOMPARE(trial.tensors.size(), judged.tensors.size());
        QVERIFY(trial.summary.relRmse > 0);
        QVERIFY(std::abs(trial.summary.relRmse - judged.summary.relRmse) < 1e-12);
        const auto floats = reportOf(startDequantize(
            pool, {written, job.path(QStringLiteral("floats")), DType::F32, false, {}}));
        QCOMPARE(floats.tensors.size(), std::size_t(3));
        QFuture<Opened> missing = startOpen(pool, job.path(QStringLiteral("missing")), {});
        missing.waitForFinished();
        QVERIFY(!missing.result().source);
    }
};
QTEST_GUILESS_MAIN(TestStartJobs)
#include "tst_start_jobs.moc"
