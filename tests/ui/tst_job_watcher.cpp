#include "ui/widgets/job_watcher.h"

#include <QPromise>
#include <QSignalSpy>
#include <QTest>
#include <QThreadPool>
#include <QtConcurrent>
#include <array>
#include <atomic>
#include <chrono>
#include <stdexcept>
#include <thread>

using namespace aq;

namespace {

/// A job that says `tensors` things, pausing `pause` before each, and stops when it is told to.
QFuture<JobEvent> talk(QThreadPool& pool, int tensors, std::chrono::microseconds pause = {})
{
    return QtConcurrent::run(&pool, [=](QPromise<JobEvent>& promise) {
        for (int i = 0; i < tensors; ++i) {
            if (promise.isCanceled()) {
                promise.addResult(JobEvent(JobEnd(Cancelled{})));
                return;
            }
            std::this_thread::sleep_for(pause);
            TensorDone done;
            done.index = i;
            promise.addResult(JobEvent(done));
        }
        promise.addResult(JobEvent(Progress{10, 10, QStringLiteral("quantize"), {}}));
        promise.addResult(JobEvent(JobEnd(Finished{})));
    });
}

/// What a watcher said, in order.
struct Heard {
    std::vector<std::int64_t> tensors;
    int progress = 0;
    std::vector<JobEnd> ends;

    explicit Heard(JobWatcher& watcher)
    {
        QObject::connect(&watcher, &JobWatcher::tensorDone, &watcher,
            [this](const TensorDone& done) { tensors.push_back(done.index); });
        QObject::connect(
            &watcher, &JobWatcher::progressed, &watcher, [this](const Progress&) { ++progress; });
        QObject::connect(&watcher, &JobWatcher::ended, &watcher,
            [this](const JobEnd& end) { ends.push_back(end); });
    }
};

} // namespace

class TestJobWatcher : public QObject {
    Q_OBJECT
    std::array<int, 3> m_ends{};

private Q_SLOTS:
    void handsOnEverythingInOrderThenTheEnd()
    {
        QThreadPool pool;
        JobWatcher watcher;
        Heard heard(watcher);
        watcher.track(talk(pool, 500));
        QVERIFY(watcher.isRunning());
        QTRY_COMPARE(heard.ends.size(), 1u);
        QVERIFY(!watcher.isRunning());
        QCOMPARE(heard.tensors.size(), 500u);
        for (std::size_t i = 0; i < heard.tensors.size(); ++i)
            QCOMPARE(heard.tensors[i], std::int64_t(i));
        QCOMPARE(heard.progress, 1);
        QVERIFY(std::holds_alternative<Finished>(heard.ends[0]));
    }

    void cancelEndsOnce_data()
    {
        QTest::addColumn<int>("microseconds");
        for (int us = 0; us < 4000; us += 20)
            QTest::addRow("after %d us", us) << us;
    }
    void cancelEndsOnce()
    {
        QFETCH(int, microseconds);
        QThreadPool pool;
        JobWatcher watcher;
        Heard heard(watcher);
        watcher.track(talk(pool, 20, std::chrono::microseconds(100)));
        std::this_thread::sleep_for(std::chrono::microseconds(microseconds));
        if (microseconds % 40)
            QCoreApplication::processEvents();
        watcher.cancel();
        QTRY_VERIFY(!heard.ends.empty());
        QTest::qWait(1);
        QCOMPARE(heard.ends.size(), 1u);
        m_ends[heard.ends[0].index()]++;
    }

    void aJobThatThrowsEndsAsFailed()
    {
        QThreadPool pool;
        JobWatcher watcher;
        Heard heard(watcher);
        watcher.track(QtConcurrent::run(&pool, [](QPromise<JobEvent>& promise) {
            promise.setException(std::make_exception_ptr(std::runtime_error("broken")));
        }));
        QTRY_COMPARE(heard.ends.size(), 1u);
        const auto* failed = std::get_if<Failed>(&heard.ends[0]);
        QVERIFY(failed);
        QVERIFY(failed->error.code == ErrorCode::Internal);
        QCOMPARE(failed->error.detail, QStringLiteral("broken"));
    }

    /// Qt drops what a cancelled job says, but its file may have got its name: nothing is lost.
    void anEndThatCancelCameTooLateForArrives()
    {
        QThreadPool pool;
        JobWatcher watcher;
        Heard heard(watcher);
        std::atomic<bool> isNamed = false;
        watcher.track(startJob(pool, [&isNamed](const JobControl& control) -> JobEnd {
            isNamed = true; // And then it is told to stop, with nothing left to do.
            while (!control.cancelled())
                std::this_thread::yield();
            return Finished{{}, QStringLiteral("out.gguf")};
        }));
        while (!isNamed)
            std::this_thread::yield();
        watcher.cancel();
        QTRY_COMPARE(heard.ends.size(), 1u);
        const auto* finished = std::get_if<Finished>(&heard.ends[0]);
        QVERIFY(finished);
        QCOMPARE(finished->output, QStringLiteral("out.gguf"));
    }

    void canBeUsedAgain()
    {
        QThreadPool pool;
        JobWatcher watcher;
        Heard heard(watcher);
        for (std::size_t round = 1; round <= 3; ++round) {
            watcher.track(talk(pool, 5));
            QTRY_COMPARE(heard.ends.size(), round);
            QCOMPARE(heard.tensors.size(), 5 * round);
        }
    }

    void noJobOutlivesIt()
    {
        QThreadPool pool;
        const QFuture<JobEvent> job = talk(pool, 100'000, std::chrono::microseconds(200));
        {
            JobWatcher watcher;
            watcher.track(job);
            QTest::qWait(5);
        }
        QVERIFY(job.isFinished());
        QVERIFY(job.isCanceled());
        QVERIFY(job.resultCount() < 100'000);
    }

    void cleanupTestCase()
    {
        qInfo("finished %d, failed %d, cancelled %d", m_ends[0], m_ends[1], m_ends[2]);
    }
};

QTEST_GUILESS_MAIN(TestJobWatcher)
#include "tst_job_watcher.moc"
