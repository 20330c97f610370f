#include "app/add_jobs_part.h"
#include "app/job_preparation.h"
#include "app/job_queue.h"
#include "app/job_run.h"
#include "app/queue_rows.h"
#include "tests/support/model_files.h"
#include "tests/support/test_models.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <algorithm>
#include <set>

using namespace aq;
using namespace aq::test;

namespace {

constexpr int patience = 60'000; ///< Milliseconds: a busy machine is no failure.

QString folderOf(QStandardPaths::StandardLocation where)
{
    return QStandardPaths::writableLocation(where);
}

} // namespace

/// What a person may rely on when several jobs are asked for at once.
class TestJobQueue : public QObject {
    Q_OBJECT
    QTemporaryDir m_folder;
    Settings m_settings;
    QString m_model, m_other, m_bad;

    QString writeModel(const QString& name, int tensors, int rows, unsigned seed)
    {
        std::vector<TestTensor> all;
        for (int i = 0; i < tensors; ++i)
            all.push_back(floatTensor(
                QStringLiteral("blk.%1.weight").arg(i), {rows, 256}, seed + unsigned(i)));
        QFile file(m_folder.filePath(name));
        if (file.open(QIODevice::WriteOnly))
            file.write(safetensorsFile(all));
        return file.fileName();
    }

    static JobSpec spec(
        const QString& model, const char* scheme = "int4", JobKind kind = JobKind::Quantize)
    {
        JobSpec spec;
        spec.kind = kind;
        spec.model = model;
        spec.recipe = recipeFor(*profileNamed(u"local"));
        spec.recipe.scheme = QLatin1StringView(scheme);
        spec.thresholds.minCosine = 0;
        stampFile(spec);
        return spec;
    }

    QString out(const QString& name) { return m_folder.filePath(name); }

    /// Until nothing runs or waits.
    static void waitFor(JobQueue& queue)
    {
        QTRY_VERIFY_WITH_TIMEOUT(!queue.isRunning() && queue.waitingCount() == 0, patience);
    }

    /// The file that an undisturbed job makes of `spec`.
    QByteArray expected(JobSpec spec)
    {
        spec.output = out(QStringLiteral("expected.bin"));
        spec.overwrite = true;
        JobQueue queue(m_settings);
        queue.add(spec);
        waitFor(queue);
        const QByteArray bytes = contentsOf(spec.output);
        queue.remove(queue.at(queue.size() - 1).id());
        return bytes;
    }

    /// A job that has written some of its tensors and is paused there. One that was over before the
    /// pause reached it begins anew.
    int pausedHalfWay(JobQueue& queue, const JobSpec& spec)
    {
        const int id = queue.add(spec);
        const auto pause = [&queue, id] {
            if (queue.find(id)->done.size() >= 3)
                queue.pause(id);
        };
        const auto stateIs
            = [&queue, id](JobState state) { return queue.find(id)->state() == state; };
        const auto connection = connect(&queue, &JobQueue::tensorDone, this, pause);
        for (QDeadlineTimer end(patience); !end.hasExpired(); queue.retry(id)) {
            const auto rests
                = [&] { return stateIs(JobState::Paused) || stateIs(JobState::Finished); };
            [&] { QTRY_VERIFY_WITH_TIMEOUT(rests(), patience); }();
            QTest::qWait(100); // What the threads had done by then is known.
            if (stateIs(JobState::Paused))
                break;
        }
        disconnect(connection);
        return id;
    }

private Q_SLOTS:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QLocale::setDefault(QLocale::c());
        m_settings.threads = 2;
        m_model = writeModel(QStringLiteral("model.safetensors"), 60, 512, 1);
        m_other = writeModel(QStringLiteral("other.safetensors"), 4, 64, 100);
        m_bad = out(QStringLiteral("bad.safetensors"));
        QFile bad(m_bad);
        QVERIFY(bad.open(QIODevice::WriteOnly));
        bad.write("\xff\xff\xff\xff\xff\xff\xff\x7f{", 9);
    }

    void init()
    {
        QDir(folderOf(QStandardPaths::AppDataLocation)).removeRecursively();
        QDir(folderOf(QStandardPaths::CacheLocation)).removeRecursively();
    }

    void aBadModelStopsNoOther()
    {
        JobQueue queue(m_settings);
        QSignalSpy all(&queue, &JobQueue::allEnded);
        const int first = queue.add(spec(m_model));
        const int bad = queue.add(spec(m_bad));
        const int last = queue.add(spec(m_other, "int8", JobKind::Measure));
        waitFor(queue);
        QCOMPARE(queue.find(first)->state(), JobState::Finished);
        QCOMPARE(queue.find(bad)->state(), JobState::Failed);
        QCOMPARE(queue.find(last)->state(), JobState::Finished);
        QVERIFY(!queue.find(bad)->errors.empty());
        QVERIFY(queue.find(bad)->errors.front().where.contains(m_bad));
        QVERIFY(queue.find(bad)->item.outcome.contains(QStringLiteral("bad.safetensors")));
        QCOMPARE(queue.find(first)->done.size(), 60u);
        QVERIFY(queue.find(first)->report && queue.find(first)->hasUnexported());
        QVERIFY(QFile::exists(queue.find(first)->written));
        QVERIFY(queue.find(last)->written.isEmpty()); // A trial writes nothing.
        QCOMPARE(all.size(), 1);
        QCOMPARE(all[0][0].toInt(), 2);
        QCOMPARE(all[0][1].toInt(), 1);
    }

    void noMoreThanAllowedRunAtOnceAndTheyShareTheThreads()
    {
        m_settings.jobsAtOnce = 2;
        m_settings.threads = 5;
        JobQueue queue(m_settings);
        int most = 0;
        std::set<std::pair<int, int>> shares;
        connect(
            &queue, &JobQueue::changed, this, [&] { most = std::max(most, queue.runningCount()); });
        connect(&queue, &JobQueue::progressed, this, [&](int id) {
            int sum = 0;
            for (qsizetype row = 0; row < queue.size(); ++row)
                sum += queue.threadsOf(queue.at(row).id());
            shares.insert({queue.runningCount(), sum});
            QVERIFY(queue.threadsOf(id) <= 5);
        });
        std::vector<int> ids;
        for (const char* scheme : {"int2", "int3", "int4", "int8"})
            ids.push_back(queue.add(spec(m_model, scheme)));
        QCOMPARE(queue.threadsOf(ids[0]), 3);
        QCOMPARE(queue.threadsOf(ids[1]), 2);
        QCOMPARE(queue.threadsOf(ids[2]), 0);
        queue.pause(ids[0]); // What it leaves goes to the others.
        QCOMPARE(queue.threadsOf(ids[1]) + queue.threadsOf(ids[2]), 5);
        queue.resume(ids[0]);
        waitFor(queue);
        QCOMPARE(most, 2);
        for (const auto& [running, sum] : shares)
            QVERIFY2(running == 0 || sum == 5, qPrintable(QString::number(sum)));
        for (const int id : ids)
            QCOMPARE(queue.find(id)->state(), JobState::Finished);
        m_settings.jobsAtOnce = 1;
        m_settings.threads = 2;
    }

    void theBytesDoNotDependOnCompany()
    {
        const QByteArray alone = expected(spec(m_model));
        m_settings.jobsAtOnce = 3;
        JobQueue queue(m_settings);
        m_settings.jobsAtOnce = 1;
        const int id = queue.add(spec(m_model));
        queue.add(spec(m_model, "int8"));
        queue.add(spec(m_other, "int2"));
        waitFor(queue);
        QVERIFY(!alone.isEmpty());
        QVERIFY(contentsOf(queue.find(id)->written) == alone);
    }

    void theThroughputReachesToTheEndOfAShortJob()
    {
        JobQueue queue(m_settings);
        queue.add(spec(m_model));
        waitFor(queue);
        const QueuedJob& job = queue.at(0);
        QVERIFY(job.rates.size() >= 2);
        QVERIFY(job.rates.front().seconds < job.rates.back().seconds);
        QVERIFY(job.rates.back().seconds == job.seconds);
        for (std::size_t i = 1; i < job.rates.size(); ++i)
            QVERIFY(job.rates[i - 1].seconds <= job.rates[i].seconds);
        QVERIFY(std::ranges::all_of(
            job.rates, [](const RateSample& rate) { return rate.bytesPerSecond > 0; }));
    }

    void aPausedJobGoesOnWhereItWas()
    {
        const QByteArray alone = expected(spec(m_model));
        JobQueue queue(m_settings);
        const int id = pausedHalfWay(queue, spec(m_model));
        QVERIFY(!queue.isRunning());
        const double seconds = queue.find(id)->seconds;
        QTest::qWait(200);
        QCOMPARE(queue.find(id)->state(), JobState::Paused);
        QVERIFY(queue.find(id)->seconds <= seconds + 0.1); // Pauses do not count.
        queue.resume(id);
        waitFor(queue);
        QCOMPARE(queue.find(id)->state(), JobState::Finished);
        QVERIFY(contentsOf(queue.find(id)->written) == alone);
    }

    void aPausedJobMakesRoomAndStillGoesOn()
    {
        const QByteArray alone = expected(spec(m_model));
        JobQueue queue(m_settings);
        const int id = pausedHalfWay(queue, spec(m_model));
        const int other = queue.add(spec(m_other));
        waitFor(queue);
        QCOMPARE(queue.find(other)->state(), JobState::Finished);
        QTRY_VERIFY(!queue.find(id)->stopping);
        QCOMPARE(queue.find(id)->state(), JobState::Paused);
        queue.resume(id);
        waitFor(queue);
        QCOMPARE(queue.find(id)->state(), JobState::Finished);
        QVERIFY(contentsOf(queue.find(id)->written) == alone);
    }

    void aCancelledJobLeavesNothingAndCanBeRetried()
    {
        JobQueue queue(m_settings);
        const int id = queue.add(spec(m_model));
        const QString folder = queue.find(id)->item.folder;
        QVERIFY(!folder.isEmpty());
        queue.cancel(id);
        QVERIFY(queue.find(id)->stopping);
        QTRY_COMPARE_WITH_TIMEOUT(queue.find(id)->state(), JobState::Cancelled, patience);
        QTRY_VERIFY(!QFile::exists(folder));
        queue.retry(id);
        waitFor(queue);
        QCOMPARE(queue.find(id)->state(), JobState::Finished);
        QVERIFY(QFile::exists(queue.find(id)->written));
    }

    void aWaitingJobIsCancelledAtOnce()
    {
        JobQueue queue(m_settings);
        queue.setHeld(true);
        const int id = queue.add(spec(m_model));
        QCOMPARE(queue.find(id)->state(), JobState::Waiting);
        queue.cancel(id);
        QCOMPARE(queue.find(id)->state(), JobState::Cancelled);
    }

    void theOrderIsThatOfTheList()
    {
        JobQueue queue(m_settings);
        queue.setHeld(true);
        const int a = queue.add(spec(m_other, "int8"));
        const int b = queue.add(spec(m_other, "int4"));
        const int c = queue.add(spec(m_other, "int2"));
        QSignalSpy reordered(&queue, &JobQueue::reordered);
        queue.move(c, 0);
        queue.move(a, 2);
        QCOMPARE(reordered.size(), 2);
        std::vector<int> order;
        connect(&queue, &JobQueue::ended, this, [&](int id) { order.push_back(id); });
        queue.setHeld(false);
        waitFor(queue);
        QCOMPARE(order, (std::vector{c, b, a}));
    }

    void whatIsAskedForNowGoesFirstAlsoWhileTheQueueHolds()
    {
        JobQueue queue(m_settings);
        queue.setHeld(true);
        const int a = queue.add(spec(m_other));
        const int now = queue.add(spec(m_other, "int8"), true);
        QCOMPARE(queue.rowOf(now), 0);
        QTRY_COMPARE_WITH_TIMEOUT(queue.find(now)->state(), JobState::Finished, patience);
        QCOMPARE(queue.find(a)->state(), JobState::Waiting);
    }

    void finishTheCurrentAndStop()
    {
        JobQueue queue(m_settings);
        const int a = queue.add(spec(m_model));
        const int b = queue.add(spec(m_other));
        queue.setHeld(true);
        QTRY_COMPARE_WITH_TIMEOUT(queue.find(a)->state(), JobState::Finished, patience);
        QCOMPARE(queue.find(b)->state(), JobState::Waiting);
        queue.setHeld(false);
        waitFor(queue);
        QCOMPARE(queue.find(b)->state(), JobState::Finished);
    }

    void anEditedJobIsDoneAsItWasEdited()
    {
        JobQueue queue(m_settings);
        queue.setHeld(true);
        const int id = queue.add(spec(m_other, "int8"));
        queue.replace(id, spec(m_other, "int2"));
        QVERIFY(queue.find(id)->title.contains(QStringLiteral("INT2")));
        queue.setHeld(false);
        waitFor(queue);
        QCOMPARE(queue.find(id)->report->recipe.scheme, QStringLiteral("int2"));
    }

    void endedJobsAreClearedButNotTheirUnexportedFiles()
    {
        JobQueue queue(m_settings);
        const int kept = queue.add(spec(m_other));
        const int trial = queue.add(spec(m_other, "int8", JobKind::Measure));
        waitFor(queue);
        const QString written = queue.find(kept)->written;
        queue.clearEnded();
        QVERIFY(!queue.find(trial));
        QVERIFY(queue.find(kept) && QFile::exists(written));
        queue.remove(kept);
        QVERIFY(!queue.find(kept));
        QTRY_VERIFY(!QFile::exists(written));
    }

    void whatIsExportedIsTheFileThatWasValidated()
    {
        JobQueue queue(m_settings);
        const int id = queue.add(spec(m_other));
        waitFor(queue);
        const QByteArray checked = contentsOf(queue.find(id)->written);
        const QString target = out(QStringLiteral("exported.arrow"));
        QSignalSpy exported(&queue, &JobQueue::exported), failed(&queue, &JobQueue::exportFailed);
        queue.exportTo(id, m_other, true); // As after Yes in the file dialog.
        QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, patience);
        QVERIFY(queue.hasUnexported());
        queue.exportTo(id, target, true);
        QTRY_COMPARE_WITH_TIMEOUT(exported.size(), 1, patience);
        QVERIFY(contentsOf(target) == checked);
        QVERIFY(!queue.hasUnexported());
        QCOMPARE(queue.find(id)->written, target);
        queue.remove(id);
        QTest::qWait(50);
        QVERIFY(QFile::exists(target)); // It is the person's now.
    }

    void aChosenOutputIsWrittenThere()
    {
        JobQueue queue(m_settings);
        JobSpec wish = spec(m_other);
        wish.output = out(QStringLiteral("chosen.arrow"));
        const int id = queue.add(wish);
        const int again = queue.add(wish); // It exists by then.
        waitFor(queue);
        QVERIFY(queue.find(id)->exported);
        QVERIFY(contentsOf(wish.output).startsWith("ARROW1"));
        QCOMPARE(queue.find(again)->state(), JobState::Failed);
    }

    void anotherFileThanTheOneThatWasQueuedIsRefusedUntilItIsMeant()
    {
        const QString path = writeModel(QStringLiteral("changing.safetensors"), 2, 64, 7);
        JobQueue queue(m_settings);
        queue.setHeld(true);
        const int id = queue.add(spec(path));
        writeModel(QStringLiteral("changing.safetensors"), 3, 64, 7);
        queue.setHeld(false);
        waitFor(queue);
        QCOMPARE(queue.find(id)->state(), JobState::Failed);
        QVERIFY(queue.find(id)->otherModel);
        queue.useModelAnyway(id);
        waitFor(queue);
        QCOMPARE(queue.find(id)->state(), JobState::Finished);
        QCOMPARE(queue.find(id)->tensors, 3);
    }

    void findingsBlockUntilTheyAreOverruled()
    {
        JobQueue queue(m_settings);
        JobSpec wish = spec(m_other, "q4_0");
        wish.recipe.target = QStringLiteral("gguf-comfyui"); // Which knows no such network.
        const int id = queue.add(wish);
        waitFor(queue);
        QCOMPARE(queue.find(id)->state(), JobState::Failed);
        wish.overrules = true;
        queue.replace(id, wish);
        waitFor(queue);
        QCOMPARE(queue.find(id)->state(), JobState::Finished);
        QVERIFY(queue.find(id)->report->forced.contains(QStringLiteral("architecture-missing")));
    }

    void aFullDiskPausesWhatWritesToItAndSaysSo()
    {
        JobQueue queue(m_settings);
        queue.freeBytes = [](const QString&) { return qint64(1000); };
        QSignalSpy low(&queue, &JobQueue::diskLow);
        const int id = queue.add(spec(m_model));
        const int waits = queue.add(spec(m_other));
        QTRY_COMPARE_WITH_TIMEOUT(low.size(), 1, patience);
        QVERIFY(queue.isHeld());
        QCOMPARE(queue.find(waits)->state(), JobState::Waiting);
        if (queue.find(id)->state() == JobState::Finished)
            QSKIP("The job was quicker than the look at the disk");
        QCOMPARE(queue.find(id)->state(), JobState::Paused);
        queue.freeBytes = [](const QString&) { return qint64(1) << 40; };
        queue.resumeAll();
        waitFor(queue);
        QCOMPARE(queue.find(id)->state(), JobState::Finished);
    }

    void aJobThatRunsAgainHasNothingToExport()
    {
        JobQueue queue(m_settings);
        const int id = queue.add(spec(m_other));
        waitFor(queue);
        QSignalSpy started(&queue, &JobQueue::exportStarted), done(&queue, &JobQueue::exported);
        queue.exportTo(id, out(QStringLiteral("first.arrow")), true);
        QTRY_COMPARE_WITH_TIMEOUT(done.size(), 1, patience);
        queue.setHeld(true);
        queue.retry(id);
        QVERIFY(!queue.find(id)->canExport());
        queue.exportTo(id, out(QStringLiteral("second.arrow")), true);
        QCOMPARE(started.size(), 1);
        queue.setHeld(false);
        bool tried = false;
        connect(&queue, &JobQueue::tensorDone, this, [&] {
            tried = true;
            queue.exportTo(id, out(QStringLiteral("second.arrow")), true);
        });
        waitFor(queue);
        QVERIFY(tried);
        QCOMPARE(started.size(), 1);
        QCOMPARE(queue.find(id)->state(), JobState::Finished);
        QVERIFY(queue.find(id)->hasUnexported() && QFile::exists(queue.find(id)->written));
    }

    void aModelThatIsAwayCostsNothingThatWasDone()
    {
        const QString path = writeModel(QStringLiteral("away.safetensors"), 60, 256, 1);
        const QByteArray alone = expected(spec(path));
        int id = 0;
        {
            JobQueue queue(m_settings);
            id = pausedHalfWay(queue, spec(path));
        }
        QVERIFY(QFile::rename(path, path + QStringLiteral(".away")));
        JobQueue queue(m_settings);
        QTRY_VERIFY_WITH_TIMEOUT(queue.find(id), patience);
        const QString folder = queue.find(id)->item.folder;
        QVERIFY(QFile::exists(JobRun::journalIn(folder)));
        QSignalSpy ended(&queue, &JobQueue::ended);
        queue.resume(id);
        QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 1, patience);
        QCOMPARE(queue.find(id)->state(), JobState::Paused);
        QVERIFY(!queue.find(id)->errors.empty() && !queue.find(id)->item.outcome.isEmpty());
        QCOMPARE(queue.find(id)->item.folder, folder);
        QTest::qWait(50); // What is removed is so in the background.
        QVERIFY(QFile::exists(JobRun::journalIn(folder)));
        QVERIFY(QFile::rename(path + QStringLiteral(".away"), path));
        queue.resume(id);
        waitFor(queue);
        QCOMPARE(queue.find(id)->state(), JobState::Finished);
        QVERIFY(contentsOf(queue.find(id)->written) == alone);
    }

    void finishTheCurrentAndStopHoldsAlsoAfterResumeAll()
    {
        JobQueue queue(m_settings);
        queue.setHeld(true);
        const int first = queue.add(spec(m_model));
        const int second = queue.add(spec(m_other));
        queue.pauseAll();
        queue.resumeAll();
        QVERIFY(!queue.isHeld());
        QTRY_COMPARE_WITH_TIMEOUT(queue.find(first)->state(), JobState::Running, patience);
        queue.setHeld(true);
        QTRY_COMPARE_WITH_TIMEOUT(queue.find(first)->state(), JobState::Finished, patience);
        QTest::qWait(50);
        QCOMPARE(queue.find(second)->state(), JobState::Waiting);
        queue.setHeld(false);
        waitFor(queue);
    }

    void pauseAllBeginsNothing()
    {
        JobQueue queue(m_settings);
        queue.setHeld(true);
        std::vector<int> ids = queue.add(std::vector(4, spec(m_model)));
        queue.pauseAll();
        queue.resumeAll();
        queue.pauseAll();
        for (const int id : ids)
            QCOMPARE(queue.find(id)->state(), JobState::Paused);
        QVERIFY(queue.find(ids[1])->log.filter(QStringLiteral("Opening")).isEmpty());
        QVERIFY(queue.find(ids[1])->item.folder.isEmpty());
    }

    void aPausedJobThatIsEditedIsDoneAnew()
    {
        JobQueue queue(m_settings);
        const int id = pausedHalfWay(queue, spec(m_model));
        QVERIFY(queue.replace(id, spec(m_model, "int8")));
        waitFor(queue);
        QTRY_COMPARE_WITH_TIMEOUT(queue.find(id)->state(), JobState::Finished, patience);
        QCOMPARE(queue.find(id)->item.spec.recipe.scheme, QStringLiteral("int8"));
        QCOMPARE(queue.find(id)->report->recipe.scheme, QStringLiteral("int8"));
    }

    void aRunningJobIsNotEdited()
    {
        JobQueue queue(m_settings);
        const int id = queue.add(spec(m_model));
        QVERIFY(!queue.replace(id, spec(m_model, "int8")));
        QVERIFY(!queue.replace(id + 1, spec(m_model, "int8")));
    }

    void aRetryReplacesItsOwnFileAndNoOther()
    {
        JobQueue queue(m_settings);
        JobSpec wish = spec(m_other);
        wish.output = out(QStringLiteral("own.arrow"));
        const int id = queue.add(wish);
        waitFor(queue);
        const QByteArray before = contentsOf(wish.output);
        QFile file(wish.output);
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Append));
        file.write("spoilt");
        file.close();
        queue.retry(id);
        waitFor(queue);
        QCOMPARE(queue.find(id)->state(), JobState::Finished);
        QVERIFY(contentsOf(wish.output) == before);
    }

    void filesAreReplacedOnlyWhereThatIsWished()
    {
        using Existing = JobTargetChoice::Existing;
        const QString folder = out(QStringLiteral("place"));
        QVERIFY(QDir().mkpath(folder));
        const QString pattern = QStringLiteral("{model}.safetensors");
        const auto place = [&](Existing existing, const QStringList& taken = {}) {
            return AddJobsPart::place(
                {{spec(m_model), spec(m_other)}, {true, folder, pattern, existing}, taken});
        };
        const QString there = QDir(folder).filePath(QStringLiteral("model.safetensors"));
        QFile file(there);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.close();
        auto placed = place(Existing::Ask);
        QCOMPARE(placed.existing, QStringList{there});
        QCOMPARE(placed.specs[0].output, there);
        QVERIFY(placed.specs[0].overwrite);  // Once that was answered.
        QVERIFY(!placed.specs[1].overwrite); // What may come there meanwhile was not asked about.
        placed = place(Existing::OtherName);
        QVERIFY(placed.specs[0].output != there && !placed.specs[0].overwrite);
        placed = place(Existing::Replace, {there}); // What another job reads or writes.
        QVERIFY(placed.specs[0].output != there);
    }

    void whatUnfinishedJobsReadAndWriteIsTaken()
    {
        JobQueue queue(m_settings);
        queue.setHeld(true);
        JobSpec wish = spec(m_other);
        wish.output = out(QStringLiteral("promised.arrow"));
        const int id = queue.add(wish);
        QCOMPARE(queue.takenPaths(), (QStringList{m_other, wish.output}));
        QVERIFY(queue.takenPaths(id).isEmpty());
        queue.cancel(id);
        QVERIFY(queue.takenPaths().isEmpty());
    }

    /// Else an export would copy half a file, and another job would lose what it wrote there.
    void aFileUnderRepairIsLeftAlone()
    {
        JobQueue queue(m_settings);
        const int id = queue.add(spec(m_model));
        waitFor(queue);
        const QueuedJob* job = queue.find(id);
        QVERIFY(job->canExport());
        QVERIFY(queue.takenPaths().isEmpty());
        const QString path = job->written;
        QSignalSpy changed(&queue, &JobQueue::changed);
        queue.setRepairing(id, true);
        QCOMPARE(changed.size(), 1);
        QVERIFY(!job->canExport());
        QCOMPARE(stateText(rowOf(queue, *job)), QStringLiteral("Repairing…"));
        for (const JobVerb verb : {JobVerb::Export, JobVerb::Retry, JobVerb::Edit, JobVerb::Remove})
            QVERIFY(!whyNot(verb, rowOf(queue, *job)).isEmpty());
        QVERIFY(queue.takenPaths().contains(path));
        queue.retry(id);
        queue.remove(id);
        queue.clearEnded();
        queue.discardUnexported();
        QVERIFY(!queue.replace(id, spec(m_model, "int8")));
        queue.exportTo(id, out(QStringLiteral("halfway.arrow")), true);
        QVERIFY(!queue.isExporting());
        QVERIFY(queue.find(id) == job && job->state() == JobState::Finished);
        QVERIFY(QFile::exists(path));
        queue.setRepairing(id, false);
        QVERIFY(job->canExport());
        QVERIFY(queue.takenPaths().isEmpty());
        queue.remove(id);
        QVERIFY(!queue.find(id));
    }

    void resultsAreJudgedAsTheSettingsWish()
    {
        Settings settings = m_settings;
        settings.ownMinCosine = true;
        settings.minCosine = 0.5;
        settings.floorsPerWidth = false;
        JobQueue queue(settings);
        Recipe recipe;
        recipe.minCosine = 0.9;
        QVERIFY(queue.thresholdsFor(recipe) == (Thresholds{0.5, false}));
        settings.ownMinCosine = false;
        queue.setLimits(settings);
        QVERIFY(queue.thresholdsFor(recipe) == (Thresholds{0.9, false}));
    }

    void oldJobsKeepTheirTensorsInTheReportOnly()
    {
        JobQueue queue(m_settings);
        const std::vector<int> ids
            = queue.add(std::vector(10, spec(m_other, "int8", JobKind::Measure)));
        waitFor(queue);
        QVERIFY(queue.find(ids.front())->done.empty());
        const std::vector<TensorDone>& last = queue.find(ids.back())->done;
        const std::vector<TensorDone> first = doneOf(*queue.find(ids.front()));
        QCOMPARE(last.size(), 4u);
        QCOMPARE(first.size(), 4u);
        for (std::size_t i = 0; i < 4; ++i) {
            QCOMPARE(first[i].name, last[i].name);
            QVERIFY(first[i].relRmse == last[i].relRmse);
            QVERIFY(first[i].bytesAfter == last[i].bytesAfter);
        }
    }

    void theLogOfARetryIsThatOfItsRun()
    {
        JobQueue queue(m_settings);
        const int id = queue.add(spec(m_other));
        waitFor(queue);
        const qsizetype lines = queue.find(id)->log.size();
        for (int i = 0; i < 3; ++i) {
            queue.retry(id);
            waitFor(queue);
        }
        QCOMPARE(queue.find(id)->log.size(), lines + 1); // "Waits for its turn".
    }

    void aBusyQueueIsSavedAllTheSame()
    {
        JobQueue queue(m_settings);
        queue.setHeld(true);
        const int id = queue.add(spec(m_other));
        queue.add(spec(m_model));
        QTest::qWait(500);
        const QString path = QDir(folderOf(QStandardPaths::AppDataLocation))
                                 .filePath(QStringLiteral("queue.json"));
        QVERIFY(QFile::exists(path));
        QVERIFY(QFile::remove(path));
        for (int i = 0; i < 100 && !QFile::exists(path); ++i) {
            queue.move(id, i % 2);
            QTest::qWait(20); // Less than the delay of a save.
        }
        QVERIFY(QFile::exists(path));
    }

    void anotherWorkspaceIsForNewJobs()
    {
        JobQueue queue(m_settings);
        Settings settings = m_settings;
        settings.workspaceFolder = out(QStringLiteral("elsewhere"));
        queue.setLimits(settings);
        const int id = queue.add(spec(m_other));
        waitFor(queue);
        QVERIFY(queue.find(id)->written.startsWith(settings.workspaceFolder));
        queue.remove(id);
    }

    void aRestartGoesOnWhereItWas()
    {
        const QByteArray alone = expected(spec(m_model));
        QString folder;
        int id = 0, finished = 0, waits = 0;
        {
            JobQueue queue(m_settings);
            finished = queue.add(spec(m_other, "int8"));
            waitFor(queue);
            id = pausedHalfWay(queue, spec(m_model));
            folder = queue.find(id)->item.folder;
            queue.setHeld(true);
            waits = queue.add(spec(m_other));
        }
        JobQueue queue(m_settings);
        QCOMPARE(queue.size(), 3);
        QCOMPARE(queue.unfinishedCount(), 2);
        QCOMPARE(queue.find(finished)->state(), JobState::Finished);
        QVERIFY(queue.find(finished)->hasUnexported());
        QVERIFY(QFile::exists(queue.find(finished)->written));
        QCOMPARE(queue.find(id)->state(), JobState::Paused);
        QCOMPARE(queue.find(waits)->state(), JobState::Paused);
        QCOMPARE(queue.find(id)->item.folder, folder);
        QVERIFY(!queue.isRunning()); // Until somebody says so.
        queue.resumeAll();
        waitFor(queue);
        QCOMPARE(queue.find(id)->state(), JobState::Finished);
        QVERIFY(contentsOf(queue.find(id)->written) == alone);
        QVERIFY(queue.add(spec(m_other)) > waits); // No id is used twice.
    }

    void aQueueThatEndsMidJobIsQuickAndKeepsIt()
    {
        int id = 0;
        {
            JobQueue queue(m_settings);
            id = queue.add(spec(m_model));
            QTest::qWait(30);
        }
        JobQueue queue(m_settings);
        const JobState state = queue.find(id)->state();
        QVERIFY(state == JobState::Paused || state == JobState::Finished);
    }

    void twoProgramsDoNotShareAQueue()
    {
        JobQueue first(m_settings);
        QVERIFY(first.isSaved());
        first.add(spec(m_other));
        QString written;
        {
            JobQueue second(m_settings);
            QVERIFY(!second.isSaved());
            QCOMPARE(second.size(), 0);
            const int id = second.add(spec(m_other));
            waitFor(second);
            written = second.find(id)->written;
            QVERIFY(QFile::exists(written));
        }
        QVERIFY(!QFile::exists(written));
        waitFor(first);
        QCOMPARE(first.size(), 1);
    }

    void aDamagedQueueIsSetAside()
    {
        const QString path = QDir(folderOf(QStandardPaths::AppDataLocation))
                                 .filePath(QStringLiteral("queue.json"));
        QDir().mkpath(QFileInfo(path).path());
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{\"jobs\": [");
        file.close();
        JobQueue queue(m_settings);
        QVERIFY(queue.storeError());
        QCOMPARE(queue.size(), 0);
        QVERIFY(QFile::exists(path + QStringLiteral(".damaged")));
    }
};

QTEST_MAIN(TestJobQueue)
#include "tst_job_queue.moc"
