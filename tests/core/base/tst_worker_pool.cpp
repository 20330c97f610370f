#include "core/base/parallel_for.h"

#include <QTest>
#include <atomic>
#include <memory>
#include <mutex>
#include <set>
#include <stdexcept>
#include <thread>
#include <vector>

using namespace aq;

class WorkerPoolTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void doesEachItemOnce_data()
    {
        QTest::addColumn<int>("threads");
        for (const int threads : {1, 2, 3, 8})
            QTest::addRow("%d threads", threads) << threads;
    }
    void doesEachItemOnce()
    {
        QFETCH(int, threads);
        WorkerPool pool(threads);
        QCOMPARE(pool.threads(), threads);
        for (const std::size_t items : {0u, 1u, 2u, 7u, 1000u}) {
            std::vector<std::atomic<int>> done(items);
            std::atomic<bool> strange{false};
            pool.run(items, [&](std::size_t item, int worker) {
                if (worker < 0 || worker >= threads)
                    strange = true;
                ++done[item];
            });
            QVERIFY(!strange);
            for (const auto& times : done)
                QCOMPARE(times.load(), 1);
        }
    }

    void workersAreThreads() // One number is one thread, so per-worker buffers need no lock.
    {
        WorkerPool pool(4);
        std::mutex mutex;
        std::vector<std::set<std::thread::id>> ids(4);
        for (int round = 0; round < 50; ++round)
            pool.run(64, [&](std::size_t, int worker) {
                const std::lock_guard lock(mutex);
                ids[std::size_t(worker)].insert(std::this_thread::get_id());
            });
        QCOMPARE(ids[0], std::set{std::this_thread::get_id()});
        for (const auto& one : ids)
            QVERIFY(one.size() <= 1);
    }

    void workIsVisibleAfterwards() // run() is a point of synchronisation: no atomics needed.
    {
        WorkerPool pool(4);
        std::vector<int> values(100);
        for (int round = 1; round <= 200; ++round) {
            pool.run(values.size(), [&](std::size_t item, int) { ++values[item]; });
            for (const int value : values)
                QCOMPARE(value, round);
        }
    }

    void rethrowsTheFirstException()
    {
        WorkerPool pool(3);
        std::atomic<int> done{0};
        const auto work = [&](std::size_t item, int) {
            if (item == 5)
                throw std::runtime_error("five");
            ++done;
        };
        QVERIFY_EXCEPTION_THROWN(pool.run(1'000'000, work), std::runtime_error);
        QVERIFY2(done < 999'999, "the others stop early");
        done = 0;
        pool.run(5, work); // And the pool still works.
        QCOMPARE(done.load(), 5);
    }

    void zeroMeansAllCores()
    {
        QVERIFY(resolvedThreads(0) >= 1);
        QCOMPARE(resolvedThreads(-3), resolvedThreads(0));
        QCOMPARE(resolvedThreads(7), 7);
        QCOMPARE(WorkerPool(0).threads(), resolvedThreads(0));
    }
};

QTEST_GUILESS_MAIN(WorkerPoolTest)
#include "tst_worker_pool.moc"
