#include "core/jobs/source_hash.h"
#include "core/validate/validate.h"
#include "tests/core/jobs/job_fixture.h"

#include <atomic>
#include <future>
#include <thread>

using namespace aq;
using namespace aq::test;
using namespace std::chrono_literals;

namespace {

std::vector<TestTensor> tensors()
{
    return {
        floatTensor(QStringLiteral("a.weight"), {1024, 512}, 1),
        floatTensor(QStringLiteral("a.bias"), {700}, 2),
        floatTensor(QStringLiteral("b.weight"), {1200, 512}, 3),
        floatTensor(QStringLiteral("c.weight"), {40, 256}, 4),
    };
}

using Job = std::function<JobEnd(const JobControl&)>;

/// A job on a thread of its own, behind a gate.
class GatedRun {
public:
    /// Paused as soon as `pauseAt` progresses were told; 0: from the start.
    explicit GatedRun(const Job& job, std::int64_t pauseAt = std::numeric_limits<int>::max())
    {
        gate->setThreads(pauseAt == 0 ? 0 : JobGate::all);
        m_control.gate = gate;
        m_control.cancelled = [this] { return cancelled.load(); };
        m_control.progress = [this, pauseAt](const Progress&) {
            if (++events == pauseAt)
                gate->setThreads(0);
        };
        m_end = std::async(std::launch::async, [this, job] { return job(m_control); });
    }
    ~GatedRun() { wait(); }

    bool isRunning(std::chrono::milliseconds patience = 0ms)
    {
        return m_end.wait_for(patience) != std::future_status::ready;
    }
    JobEnd end()
    {
        wait();
        return m_end.get();
    }

    std::shared_ptr<JobGate> gate = std::make_shared<JobGate>();
    std::atomic<bool> cancelled = false;
    std::atomic<std::int64_t> events = 0; ///< Progress so far.

private:
    void wait()
    {
        if (m_end.valid() && isRunning(60s))
            qFatal("the job hangs");
    }

    JobControl m_control;
    std::future<JobEnd> m_end;
};

Recipe wholeTensors() // Two passes over each tensor.
{
    return recipeForAll(QStringLiteral("safetensors"), QStringLiteral("int4"), 0);
}

} // namespace

class TestGatedJobs : public QObject {
    Q_OBJECT
    static void rowPerJob()
    {
        QTest::addColumn<QString>("target");
        QTest::addColumn<QString>("scheme");
        QTest::addColumn<int>("groupSize");
        QTest::newRow("arrow") << QStringLiteral("arrow") << QStringLiteral("int4") << 32;
        QTest::newRow("one group") << QStringLiteral("safetensors") << QStringLiteral("int4") << 0;
        QTest::newRow("gguf") << QStringLiteral("gguf") << QStringLiteral("Q8_0") << 0;
        QTest::newRow("floats") << QStringLiteral("safetensors-f16") << QStringLiteral("int8")
                                << 32;
    }

private Q_SLOTS:
    void sharesChangeNoByte_data() { rowPerJob(); }
    void sharesChangeNoByte()
    {
        QFETCH(QString, target);
        QFETCH(QString, scheme);
        QFETCH(int, groupSize);
        const JobFixture job(tensors());
        auto request = job.request(recipeForAll(target, scheme, groupSize));
        finished(quantizeModel(request, {}));
        const QByteArray expected = sha256(request.output);
        request.overwrite = true;
        request.limits.threads = 4;
        for (int seed = 1; seed <= 3; ++seed) {
            GatedRun run(
                [&](const JobControl& control) { return quantizeModel(request, control); });
            for (int i = seed; run.isRunning(); i += seed) {
                run.gate->setThreads(i % 6);
                std::this_thread::sleep_for(std::chrono::microseconds(100 * (i % 7)));
            }
            finished(run.end());
            QCOMPARE(sha256(request.output), expected);
        }
    }

    void pauseStopsAndResumeFinishes_data() { rowPerJob(); }
    void pauseStopsAndResumeFinishes()
    {
        QFETCH(QString, target);
        QFETCH(QString, scheme);
        QFETCH(int, groupSize);
        const JobFixture job(tensors());
        const auto request = job.request(recipeForAll(target, scheme, groupSize));
        for (int moment = 0; moment < 40; moment += 3) {
            auto again = request;
            again.overwrite = moment > 0;
            again.limits.threads = 3;
            GatedRun run(
                [&](const JobControl& control) { return quantizeModel(again, control); }, moment);
            while (run.isRunning(1ms) && run.events < moment) { }
            const std::int64_t seen = run.events;
            if (run.isRunning(3ms))
                QVERIFY(run.events <= seen + 3); // At most the tiles that had been taken.
            run.gate->setThreads(2);
            finished(run.end());
        }
    }

    void cancelWhilePausedEndsAndLeavesNothing_data() { rowPerJob(); }
    void cancelWhilePausedEndsAndLeavesNothing()
    {
        QFETCH(QString, target);
        QFETCH(QString, scheme);
        QFETCH(int, groupSize);
        const JobFixture job(tensors());
        auto request = job.request(recipeForAll(target, scheme, groupSize));
        request.limits.threads = 3;
        const QStringList before = job.names();
        for (int moment = 1; moment < 40; moment += 2) {
            GatedRun run(
                [&](const JobControl& control) { return quantizeModel(request, control); }, moment);
            while (run.isRunning(1ms) && run.events < moment) { }
            run.cancelled = true;
            const JobEnd result = run.end();
            if (std::holds_alternative<Finished>(result)) { // It had no more to do.
                QVERIFY(QFile::remove(request.output));
                continue;
            }
            QVERIFY(std::holds_alternative<Cancelled>(result));
            QVERIFY(!std::get<Cancelled>(result).canResume);
            QCOMPARE(job.names(), before);
        }
    }

    void pausedFromTheStartDoesNothingUntilLetThrough()
    {
        const JobFixture job(tensors());
        auto request = job.request(wholeTensors());
        GatedRun run([&](const JobControl& control) { return quantizeModel(request, control); }, 0);
        QVERIFY(run.isRunning(20ms));
        QCOMPARE(run.events.load(), 0);
        run.gate->setThreads(1);
        finished(run.end());
    }

    void otherJobsObeyTheGateToo()
    {
        const JobFixture job(tensors());
        const auto request = job.request(wholeTensors());
        const auto written = openModel(finished(quantizeModel(request, {})).output);
        QVERIFY(written);
        const std::vector<Job> jobs{
            [&](const JobControl& control) {
                return measureModel({job.source, request.plan, {}, {}}, control);
            },
            [&](const JobControl& control) {
                return dequantizeModel({*written, job.path(QStringLiteral("floats.safetensors")),
                                           DType::F16, true, {}},
                    control);
            },
            [&](const JobControl& control) -> JobEnd {
                auto report = validate({job.source, *written, {}}, control);
                if (report)
                    return Finished{*report, {}};
                return report.error().code == ErrorCode::Cancelled
                    ? JobEnd(Cancelled{})
                    : JobEnd(Failed{report.error(), {}});
            },
        };
        for (const Job& one : jobs) {
            for (const bool cancels : {false, true}) {
                GatedRun run(one, 0);
                QVERIFY(run.isRunning(20ms));
                if (cancels)
                    run.cancelled = true;
                else
                    run.gate->setThreads(1);
                QCOMPARE(std::holds_alternative<Cancelled>(run.end()), cancels);
            }
        }
    }

    void theSourceHashPausesAndIsGivenUp()
    {
        const JobFixture job(tensors());
        const auto gate = std::make_shared<JobGate>();
        const QString expected = *SourceHash(job.source).text();
        QCOMPARE(expected, QString::fromLatin1(sha256(job.source.path())));
        gate->setThreads(0);
        {
            SourceHash hash(job.source, gate);
            const auto given = hash.text([] { return true; });
            QVERIFY(!given && given.error().code == ErrorCode::Cancelled);
        } // And nobody waits here.
        SourceHash hash(job.source, gate);
        gate->setThreads(1);
        QCOMPARE(*hash.text(), expected);
    }
};

QTEST_GUILESS_MAIN(TestGatedJobs)
#include "tst_gated_jobs.moc"
