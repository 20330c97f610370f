#include "core/base/job_gate.h"
#include "core/base/parallel_for.h"

#include <QTest>
#include <atomic>
#include <future>
#include <stdexcept>
#include <thread>
#include <vector>

using namespace aq;
using namespace std::chrono_literals;

namespace {

const std::function<bool()> never = [] { return false; };

/// Whether `condition` comes true before long: these tests wait for events, not for time.
template <typename Condition>
bool soon(const Condition& condition)
{
    for (int i = 0; i < 20'000 && !condition(); ++i)
        std::this_thread::sleep_for(1ms);
    return condition();
}

/// A pool at work behind a gate, on a thread of its own.
struct Run {
    Run(int threads, std::size_t items, JobGate& gate)
        : pool(threads)
        , times(items)
        , result(std::async(std::launch::async, [this, &gate] {
            return pool.run(
                times.size(),
                [this](std::size_t item, int) {
                    ++working;
                    for (int old = most;
                         old < working && !most.compare_exchange_weak(old, working);) { }
                    std::this_thread::sleep_for(100us);
                    ++times[item];
                    ++done;
                    --working;
                },
                &gate, [this] { return cancelled.load(); });
        }))
    {
    }
    ~Run()
    {
        if (result.valid() && result.wait_for(20s) != std::future_status::ready)
            qFatal("the pool hangs");
    }
    bool finish()
    {
        if (result.wait_for(20s) != std::future_status::ready)
            qFatal("the pool hangs");
        return result.get();
    }

    WorkerPool pool;
    std::vector<std::atomic<int>> times;
    std::atomic<int> working = 0, most = 0;
    std::atomic<std::size_t> done = 0;
    std::atomic<bool> cancelled = false;
    std::future<bool> result;
};

} // namespace

class TestJobGate : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void letsAllThroughAtFirst()
    {
        JobGate gate;
        QCOMPARE(gate.threads(), JobGate::all);
        QVERIFY(!gate.keepsUnfinished());
        bool asked = false;
        QVERIFY(gate.waitForTurn(1000, [&] { return asked = true; }));
        QVERIFY(!asked);
    }

    void everyItemIsDoneOnceWhateverTheShare_data()
    {
        QTest::addColumn<int>("threads");
        QTest::addColumn<int>("share");
        for (const int threads : {1, 2, 4})
            for (const int share : {1, 2, 3, JobGate::all})
                QTest::addRow("%d of %d", share, threads) << threads << share;
    }
    void everyItemIsDoneOnceWhateverTheShare()
    {
        QFETCH(int, threads);
        QFETCH(int, share);
        JobGate gate;
        gate.setThreads(share);
        for (const std::size_t items : {0u, 1u, 3u, 50u}) {
            Run run(threads, items, gate);
            QVERIFY(run.finish());
            for (const auto& times : run.times)
                QCOMPARE(times.load(), 1);
            QVERIFY(run.most <= share);
        }
    }

    void pauseStopsAllAndResumeGoesOn()
    {
        JobGate gate;
        Run run(3, 400, gate);
        for (int round = 0; round < 5 && run.done < 400; ++round) {
            QVERIFY(soon([&] { return run.done > std::size_t(40 * round); }));
            gate.setThreads(0);
            QVERIFY(soon([&] { return run.working == 0; }));
            std::this_thread::sleep_for(2ms); // Who was let through before takes its last item.
            QVERIFY(soon([&] { return run.working == 0; }));
            const std::size_t done = run.done;
            std::this_thread::sleep_for(5ms);
            QCOMPARE(run.done.load(), done);
            gate.setThreads(round % 3 + 1);
        }
        QVERIFY(run.finish());
        for (const auto& times : run.times)
            QCOMPARE(times.load(), 1);
    }

    void cancelEndsAPause()
    {
        JobGate gate;
        gate.setThreads(0);
        Run run(3, 10, gate);
        std::this_thread::sleep_for(5ms);
        run.cancelled = true;
        QVERIFY(!run.finish());
        QCOMPARE(run.done.load(), 0u);
    }

    void sharesMayChangeAtAnyTime()
    {
        JobGate gate;
        Run run(4, 2000, gate);
        for (int i = 0; run.result.wait_for(0s) != std::future_status::ready; ++i) {
            gate.setThreads(i % 5);
            std::this_thread::sleep_for(std::chrono::microseconds(37 * (i % 11)));
        }
        QVERIFY(run.finish());
        for (const auto& times : run.times)
            QCOMPARE(times.load(), 1);
    }

    void nobodyWaitsForItemsThatAreGone() // 200 rounds: 10 s if each waited to ask again.
    {
        JobGate gate;
        gate.setThreads(1);
        WorkerPool pool(4);
        std::atomic<int> done = 0;
        for (int round = 0; round < 200; ++round)
            QVERIFY(pool.run(
                8, [&](std::size_t, int) { ++done; }, &gate, never));
        QCOMPARE(done.load(), 1600);
    }

    void anExceptionReleasesThoseWhoWait()
    {
        JobGate gate;
        gate.setThreads(1);
        WorkerPool pool(3);
        const auto work = [](std::size_t, int) { throw std::runtime_error("one"); };
        QVERIFY_EXCEPTION_THROWN(pool.run(10, work, &gate, never), std::runtime_error);
        std::atomic<int> done = 0;
        QVERIFY(pool.run(
            10, [&](std::size_t, int) { ++done; }, &gate, never));
        QCOMPARE(done.load(), 10);
    }

    void wakeAsksAtOnce()
    {
        JobGate gate;
        gate.setThreads(0);
        std::atomic<bool> stop = false;
        auto waiting = std::async(
            std::launch::async, [&] { return gate.waitForTurn(0, [&] { return stop.load(); }); });
        stop = true;
        gate.wake();
        QVERIFY(waiting.wait_for(20s) == std::future_status::ready);
        QVERIFY(!waiting.get());
    }
};

QTEST_GUILESS_MAIN(TestJobGate)
#include "tst_job_gate.moc"
