#include "core/interop/report_json.h"
#include "core/jobs/journal.h"
#include "core/jobs/source_hash.h"
#include "tests/core/jobs/job_fixture.h"

#include <QJsonDocument>
#include <atomic>
#include <csignal>
#include <limits>
#include <sys/resource.h>

using namespace aq;
using namespace aq::test;

namespace {

/// What a run told, and how it ended.
struct Run {
    JobEnd end;
    std::vector<TensorDone> done;
    std::int64_t firstBytes = -1; ///< Of the first progress.
    bool isCancelled() const { return std::holds_alternative<Cancelled>(end); }
    /// With one thread, a job that begins anew tells of a tile (1 MiB) first.
    bool wasResumed() const { return firstBytes > 3 << 19; }
};

constexpr int never = std::numeric_limits<int>::max();

/// Runs a job that is cancelled when it asks for the `moment`th time, its files kept.
Run runUntil(const QuantizeRequest& request, int moment = never, bool keeps = true)
{
    Run run;
    std::atomic<int> asked = 0; // The validator asks from all its threads.
    JobControl control;
    control.gate = std::make_shared<JobGate>();
    control.gate->setKeepsUnfinished(keeps);
    control.cancelled = [&] { return ++asked >= moment; };
    control.tensorDone = [&](const TensorDone& tensor) { run.done.push_back(tensor); };
    control.progress = [&](const Progress& progress) {
        if (run.firstBytes < 0)
            run.firstBytes = progress.bytesDone;
    };
    run.end = quantizeModel(request, control);
    return run;
}

/// All of a report but how long it took.
QByteArray reportText(ValidationReport report)
{
    report.summary.seconds = 0;
    return reportJson(report);
}

std::vector<TestTensor> plain()
{
    std::vector<TestTensor> tensors;
    for (int i = 0; i < 12; ++i)
        tensors.push_back(
            floatTensor(QStringLiteral("w%1").arg(i), {i % 3 == 0 ? 520 : 16, 512}, unsigned(i)));
    tensors.push_back({QStringLiteral("steps"), DType::I32, {5}, QByteArray(20, '\x07')});
    tensors.push_back(floatTensor(QStringLiteral("bias"), {700}, 99));
    return tensors;
}

/// With tensors that fail and are kept, get wider scales, or are kept because they do not fit.
std::vector<TestTensor> troubled()
{
    std::vector<TestTensor> tensors = plain();
    tensors[2] = withValue(tensors[2], 300, 1e30f);
    tensors[5] = withValue(tensors[5], 300, std::numeric_limits<float>::quiet_NaN());
    tensors[9] = withValue(tensors[9], 300, 1e30f);
    return tensors;
}

} // namespace

class TestResume : public QObject {
    Q_OBJECT
    static void rowPerJob()
    {
        QTest::addColumn<QString>("target");
        QTest::addColumn<QString>("scheme");
        QTest::addColumn<int>("groupSize");
        const auto add = [](const char* target, const char* scheme, int groupSize) {
            QTest::addRow("%s %s %d", target, scheme, groupSize)
                << QString::fromLatin1(target) << QString::fromLatin1(scheme) << groupSize;
        };
        add("arrow", "int4", 32);
        add("arrow-stream", "int4", 128);
        add("safetensors", "int3", 128);
        add("safetensors", "int4", 0);
        add("gguf", "q8_0", 0);
        add("gguf", "q4_k", 0);
        add("safetensors-f32", "int8", 32);
        add("safetensors-f16", "int4", 0);
    }

    static QuantizeRequest requestFor(const JobFixture& job)
    {
        QFETCH(QString, target);
        QFETCH(QString, scheme);
        QFETCH(int, groupSize);
        Recipe recipe = recipeForAll(target, scheme, groupSize);
        QuantizeRequest request = job.request(recipe);
        request.limits.continueOnError = true;
        request.limits.threads = 1;
        return request;
    }
    static QuantizeRequest withJournal(QuantizeRequest request, const JobFixture& job)
    {
        request.journal = job.path(QStringLiteral("job.journal"));
        return request;
    }
    static QStringList onlyModel() { return {QStringLiteral("in.safetensors")}; }

    /// The name of the unfinished file, which is there.
    static QString unfinished(const JobFixture& job)
    {
        for (const QString& name : job.names())
            if (name.endsWith(QStringLiteral(".part")))
                return job.path(name);
        return {};
    }

private Q_SLOTS:
    void resumedAtAnyMomentAllIsTheSame_data() { rowPerJob(); }
    void resumedAtAnyMomentAllIsTheSame()
    {
        const JobFixture job(troubled());
        const QuantizeRequest plainRequest = requestFor(job);
        const Run whole = runUntil(plainRequest);
        const QByteArray report = reportText(finished(whole.end).report);
        const QByteArray bytes = sha256(plainRequest.output);
        QVERIFY(QFile::remove(plainRequest.output));

        const QuantizeRequest request = withJournal(plainRequest, job);
        bool anyResumed = false;
        for (int moment = 1; moment < 60; moment += 7) {
            const Run first = runUntil(request, moment);
            if (!first.isCancelled()) { // It ended before.
                QVERIFY(QFile::remove(request.output));
                break;
            }
            QVERIFY(std::get<Cancelled>(first.end).canResume);
            QCOMPARE(job.names().size(), 4); // Journal, file, claim.
            const Run second = runUntil(request);
            QCOMPARE(reportText(finished(second.end).report), report);
            QCOMPARE(sha256(request.output), bytes);
            QCOMPARE(second.done.size(), whole.done.size());
            for (std::size_t i = 0; i < whole.done.size(); ++i) {
                QCOMPARE(second.done[i].name, whole.done[i].name);
                QCOMPARE(second.done[i].scheme, whole.done[i].scheme);
                QVERIFY(second.done[i].relRmse == whole.done[i].relRmse);
                QVERIFY(second.done[i].bytesAfter == whole.done[i].bytesAfter);
                QCOMPARE(second.done[i].error, whole.done[i].error);
            }
            anyResumed = anyResumed || second.wasResumed();
            QVERIFY(QFile::remove(request.output));
            QCOMPARE(job.names(), onlyModel());
        }
        QVERIFY(anyResumed);
    }

    void manySmallStepsEndTooWhateverTheThreads_data() { rowPerJob(); }
    void manySmallStepsEndTooWhateverTheThreads()
    {
        const JobFixture job(troubled());
        const QuantizeRequest plainRequest = requestFor(job);
        finished(quantizeModel(plainRequest, {}));
        const QByteArray bytes = sha256(plainRequest.output);
        QVERIFY(QFile::remove(plainRequest.output));
        QuantizeRequest request = withJournal(plainRequest, job);
        int runs = 0;
        for (bool done = false; !done; ++runs) {
            QVERIFY(runs < 100);
            request.limits.threads = runs % 3 + 1;
            done = !runUntil(request, 8 + 3 * runs).isCancelled();
        }
        QVERIFY(runs > 3);
        QCOMPARE(sha256(request.output), bytes);
    }

    void withoutTheWishNothingIsLeft()
    {
        const JobFixture job(plain());
        const auto request = withJournal(
            job.request(recipeForAll(QStringLiteral("arrow"), QStringLiteral("int4"))), job);
        const Run run = runUntil(request, 9, false);
        QVERIFY(run.isCancelled() && !std::get<Cancelled>(run.end).canResume);
        QCOMPARE(job.names(), onlyModel());
    }

    void aFailureLeavesNothing()
    {
        const JobFixture job(troubled());
        const auto request = withJournal(
            job.request(recipeForAll(QStringLiteral("arrow"), QStringLiteral("int4"))), job);
        QVERIFY(std::holds_alternative<Failed>(runUntil(request).end));
        QCOMPARE(job.names(), onlyModel());
    }

    void anotherJobStartsAnew_data()
    {
        QTest::addColumn<QByteArray>("change");
        for (const char* what : {"recipe", "output", "source", "importance", "metadata",
                 "continue on error", "torn journal", "empty journal", "no temporary",
                 "short temporary", "another record"})
            QTest::newRow(what) << QByteArray(what);
    }
    void anotherJobStartsAnew()
    {
        QFETCH(QByteArray, change);
        const JobFixture job(plain());
        const Recipe recipe = recipeForAll(QStringLiteral("safetensors"), QStringLiteral("int4"));
        auto request = withJournal(job.request(recipe), job);
        request.limits.threads = 1;
        QVERIFY(runUntil(request, 12).isCancelled());
        const QString left = unfinished(job);
        const QByteArray journal = contentsOf(request.journal);
        const auto rewrite = [](const QString& path, const QByteArray& content) {
            QFile file(path); // The same file: a new one would not be locked and claimed.
            return file.open(QIODevice::WriteOnly | QIODevice::Truncate)
                && file.write(content) == content.size();
        };
        if (change == "recipe") {
            Recipe other = recipe;
            other.groupSize = 64;
            request = withJournal(job.request(other), job);
            request.limits.threads = 1;
        } else if (change == "output") {
            request.output = job.path(QStringLiteral("other"));
        } else if (change == "source") {
            QFile file(job.source.path());
            QVERIFY(file.open(QIODevice::ReadWrite));
            QVERIFY(file.setFileTime(
                QDateTime::currentDateTime().addDays(-1), QFileDevice::FileModificationTime));
        } else if (change == "importance") {
            ImportanceMatrix matrix;
            matrix.columns.insert(QStringLiteral("w1"), std::vector<float>(512, 2.0f));
            matrix.columns[QStringLiteral("w1")][3] = 9;
            request.importance = std::make_shared<const ImportanceMatrix>(matrix);
        } else if (change == "metadata") {
            request.metadata = {{QStringLiteral("arrowquant.forced"), QStringLiteral("yes")}};
        } else if (change == "continue on error") {
            request.limits.continueOnError = true;
        } else if (change == "torn journal") {
            QVERIFY(rewrite(request.journal, journal.first(journal.indexOf('\n', 30) - 5)));
        } else if (change == "empty journal") {
            QVERIFY(rewrite(request.journal, {}));
        } else if (change == "no temporary") {
            QVERIFY(QFile::remove(left));
        } else if (change == "short temporary") {
            QVERIFY(rewrite(left, "short"));
        } else if (change == "another record") {
            QVERIFY(rewrite(request.journal, journal + "0123456789abcdef {}\n"));
        }
        const Run run = runUntil(request);
        const bool resumes = change == "another record"; // It does not hold, the others do.
        QCOMPARE(run.wasResumed(), resumes);
        auto again = request;
        again.journal.clear();
        again.output = job.path(QStringLiteral("again"));
        finished(run.end);
        finished(quantizeModel(again, {}));
        QCOMPARE(sha256(request.output), sha256(again.output));
        QVERIFY(!QFile::exists(request.journal));
        if (!change.endsWith("journal")) // There nobody knows of it but its claim.
            QVERIFY(!QFile::exists(left));
    }

    void damageOfTheUnfinishedFileIsFound_data() { rowPerJob(); }
    void damageOfTheUnfinishedFileIsFound()
    {
        const JobFixture job(plain());
        const QuantizeRequest request = withJournal(requestFor(job), job);
        JobControl control;
        bool isWritten = false;
        control.gate = std::make_shared<JobGate>();
        control.gate->setKeepsUnfinished(true);
        control.cancelled = [&] { return isWritten; };
        control.progress = [&](const Progress& progress) {
            isWritten = progress.stage == QStringLiteral("validate");
        };
        QVERIFY(std::holds_alternative<Cancelled>(quantizeModel(request, control)));
        QFile file(unfinished(job));
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.size() > 200'000);
        QVERIFY(file.seek(150'000));
        QCOMPARE(file.write(QByteArray(20'000, '\0')), 20'000);
        file.close();
        const Run run = runUntil(request);
        const auto* failed = std::get_if<Failed>(&run.end);
        QVERIFY(failed);
        QCOMPARE(failed->error.code, ErrorCode::Corrupt);
        QVERIFY(failed->error.detail.contains(QStringLiteral("damaged")));
        QCOMPARE(job.names(), onlyModel());
        finished(runUntil(request).end);
    }

    void aDiskThatIsFullKeepsWhatIsDone_data() { rowPerJob(); }
    void aDiskThatIsFullKeepsWhatIsDone()
    {
        const JobFixture job(plain());
        const QuantizeRequest request = withJournal(requestFor(job), job);
        rlimit before{};
        QCOMPARE(getrlimit(RLIMIT_FSIZE, &before), 0);
        std::signal(SIGXFSZ, SIG_IGN);
        JobControl control;
        control.gate = std::make_shared<JobGate>();
        control.gate->setKeepsUnfinished(true);
        control.tensorDone = [&](const TensorDone& tensor) {
            if (tensor.index == 6) { // No byte behind this may be written any more.
                const rlimit tight{
                    rlim_t(QFileInfo(request.journal).size() + 4096), before.rlim_max};
                setrlimit(RLIMIT_FSIZE, &tight);
            }
        };
        const JobEnd end = quantizeModel(request, control);
        QCOMPARE(setrlimit(RLIMIT_FSIZE, &before), 0);
        const auto* failed = std::get_if<Failed>(&end);
        QVERIFY(failed);
        QCOMPARE(failed->error.code, ErrorCode::WriteFailed);
        QVERIFY(failed->canResume);
        QVERIFY(QFile::exists(request.journal));
        QVERIFY(QFile::exists(unfinished(job)));
        finished(runUntil(request).end);
        QVERIFY(!QFile::exists(request.journal));
    }

    void refusedBeforeWorkNothingIsLost()
    {
        const JobFixture job(plain());
        auto request = withJournal(
            job.request(recipeForAll(QStringLiteral("arrow"), QStringLiteral("int4"))), job);
        request.limits.threads = 1;
        QVERIFY(runUntil(request, 12).isCancelled());
        QVERIFY(write(request.output, "in the way"));
        QVERIFY(std::holds_alternative<Failed>(runUntil(request).end));
        QVERIFY(!unfinished(job).isEmpty() && QFile::exists(request.journal));
        request.overwrite = true;
        const Run run = runUntil(request);
        finished(run.end);
        QVERIFY(run.wasResumed());
    }

    void aJournalInUseIsNotTaken()
    {
        const JobFixture job(plain());
        const auto request = withJournal(
            job.request(recipeForAll(QStringLiteral("arrow"), QStringLiteral("int4"))), job);
        JobControl control;
        bool asked = false;
        control.progress = [&](const Progress&) {
            if (std::exchange(asked, true))
                return;
            auto other = request;
            other.output = job.path(QStringLiteral("other"));
            const JobEnd end = quantizeModel(other, {});
            const auto* failed = std::get_if<Failed>(&end);
            QVERIFY(failed);
            QVERIFY(failed->error.detail.contains(QStringLiteral("in use")));
        };
        finished(quantizeModel(request, control));
    }

    void aJournalIsNoOtherFile()
    {
        const JobFixture job(plain());
        auto request = job.request(recipeForAll(QStringLiteral("arrow"), QStringLiteral("int4")));
        for (const QString& path : {job.source.path(), job.path(QStringLiteral("letter.txt")),
                 job.path(QStringLiteral("no/folder"))}) {
            if (path.endsWith(QStringLiteral("txt")))
                QVERIFY(write(path, "Dear Sir or Madam"));
            request.journal = path;
            const QByteArray before = contentsOf(path);
            const Run run = runUntil(request);
            const auto* failed = std::get_if<Failed>(&run.end);
            QVERIFY(failed);
            QCOMPARE(failed->error.code, ErrorCode::WriteFailed);
            QCOMPARE(contentsOf(path), before);
        }
    }

    void discardingRemovesAllOfIt()
    {
        const JobFixture job(plain());
        auto request = withJournal(
            job.request(recipeForAll(QStringLiteral("arrow"), QStringLiteral("int4"))), job);
        request.limits.threads = 1;
        QVERIFY(runUntil(request, 12).isCancelled());
        QCOMPARE(job.names().size(), 4);
        discardJournal(request.journal);
        QCOMPARE(job.names(), onlyModel());
        discardJournal(request.journal);
        QVERIFY(write(request.journal, "something else"));
        discardJournal(request.journal);
        QCOMPARE(contentsOf(request.journal), QByteArray("something else"));
    }
};

QTEST_GUILESS_MAIN(TestResume)
#include "tst_resume.moc"
