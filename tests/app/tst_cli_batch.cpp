#include "core/jobs/queue_item.h"
#include "tests/app/cli_program.h"
#include "tests/core/jobs/job_fixture.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <csignal>

using namespace aq;
using namespace aq::test;
using namespace Qt::StringLiterals;

namespace {

Run run(const QStringList& words) { return runProgram(words); }

std::vector<TestTensor> model()
{
    return {floatTensor(u"blk.0.weight"_s, {128, 256}, 1), floatTensor(u"blk.0.bias"_s, {128}, 2),
        floatTensor(u"blk.1.weight"_s, {64, 8, 3, 3}, 3)};
}

/// Enough to be stopped in the middle of, with the slow kernels.
std::vector<TestTensor> largeModel()
{
    std::vector<TestTensor> tensors;
    for (int i = 0; i < 40; ++i)
        tensors.push_back(floatTensor(u"blk.%1.weight"_s.arg(i), {512, 1024}, unsigned(i)));
    return tensors;
}

/// A process at work on a large job, stopped as soon as its journal notes a few tensors.
void stopInTheMiddle(const QStringList& words, const QString& journal, int signal)
{
    QProcess process;
    process.setEnvironment(QProcess::systemEnvironment() + QStringList{u"AQ_KERNELS=scalar"_s});
    process.start(QStringLiteral(AQ_CLI), words);
    const auto notes = [&] { return QFile::exists(journal) ? contentsOf(journal).count('\n') : 0; };
    for (int i = 0; i < 600 && notes() < 4 && !process.waitForFinished(50); ++i) { }
    QVERIFY(notes() >= 4);
    ::kill(pid_t(process.processId()), signal);
    QVERIFY(process.waitForFinished(30'000));
    QVERIFY(process.exitStatus() == QProcess::CrashExit || process.exitCode() == 130);
}

const QStringList slow{u"--bits"_s, u"Q2_K"_s, u"--set"_s, u"search=best"_s};

} // namespace

class TestCliBatch : public QObject {
    Q_OBJECT
    /// Writes a list of jobs beside the model; `M` stands for it, and ' for ".
    static QString list(const JobFixture& job, QByteArray json)
    {
        const QString path = job.path(u"jobs.json"_s);
        if (!write(path, json.replace("M", "in.safetensors").replace('\'', '"')))
            qFatal("cannot write the list");
        return path;
    }
    static QList<QJsonObject> events(const QByteArray& out)
    {
        QList<QJsonObject> all;
        for (const QByteArray& line : out.split('\n'))
            if (!line.isEmpty())
                all << QJsonDocument::fromJson(line).object();
        return all;
    }

private Q_SLOTS:
    void everyJobIsRunAndOneLineTellsOfEach()
    {
        const JobFixture job(model());
        const QString jobs = list(job,
            "[ "
            "{'model': 'M', 'output': 'a.arrow', 'bits': 8}, "
            "{'model': 'M', 'output': 'b.gguf', 'bits': 'Q8_0', 'noSourceHash': true}, "
            "{'model': 'M', 'output': 'c.safetensors', 'bits': 8, 'group-size': 64, "
            "'report': ['c.json', 'c.html'], 'layer': {'*.1.*': 'keep'}}]");
        const Run r = run({u"batch"_s, jobs});
        QCOMPARE(r.err, QByteArray());
        QCOMPARE(r.status, 0);
        QCOMPARE(r.out.count('\n'), 3);
        QVERIFY(r.out.startsWith("1 of 3: " + job.path(u"a.arrow"_s).toUtf8() + ": "));
        for (const char* name : {"a.arrow", "b.gguf", "c.safetensors"})
            QVERIFY(openModel(job.path(QString::fromLatin1(name))));
        const auto report = QJsonDocument::fromJson(contentsOf(job.path(u"c.json"_s))).object();
        const QJsonArray tensors = report[u"tensors"].toArray();
        QCOMPARE(tensors[2].toObject()[u"scheme"].toString(), u"keep"_s);
        QCOMPARE(report[u"recipe"].toObject()[u"groupSize"].toInt(), 64);
        // The same as on the command line.
        const QString alone = job.path(u"alone.arrow"_s);
        QCOMPARE(
            run({u"quantize"_s, job.source.path(), u"-o"_s, alone, u"--bits"_s, u"8"_s}).status, 0);
        QCOMPARE(sha256(alone), sha256(job.path(u"a.arrow"_s)));
    }

    void sharingChangesNoByte()
    {
        const JobFixture job(model());
        QByteArray json = "[";
        for (int i = 0; i < 40; ++i)
            json += QByteArray(i ? "," : "") + "{'model': 'M', 'output': '" + QByteArray::number(i)
                + ".arrow', 'bits': 4}";
        const QString jobs = list(job, json + "]");
        QCOMPARE(
            run({u"batch"_s, jobs, u"--at-once"_s, u"3"_s, u"--threads"_s, u"4"_s}).status % 4, 0);
        const QByteArray first = sha256(job.path(u"0.arrow"_s));
        for (int i = 1; i < 8; ++i)
            QCOMPARE(sha256(job.path(u"%1.arrow"_s.arg(i))), first);
    }

    void oneBadJobStopsNoOther()
    {
        const JobFixture job(model());
        const QString jobs = list(job,
            "[ "
            "{'model': 'none.safetensors', 'output': 'a.arrow'}, "
            "{'model': 'M', 'output': 'b.arrow', 'bits': 'banana'}, "
            "{'model': 'M', 'output': 'c.arrow', 'bits': 8}, "
            "{'model': 'M', 'output': 'c.arrow', 'bits': 4}, "
            "{'model': 'M', 'output': 'no/folder/d.arrow', 'bits': 8}]");
        const Run r = run({u"batch"_s, jobs, u"--at-once"_s, u"2"_s});
        QCOMPARE(r.status, 5); // The worst: could not write.
        QVERIFY(QFile::exists(job.path(u"c.arrow"_s)));
        QCOMPARE(r.err.count('\n'), 4);
        QCOMPARE(r.out.count('\n'), 5);
        QVERIFY(r.err.contains(jobs.toUtf8() + ": job 2: bits: 'banana'"));
        QVERIFY(r.err.contains(jobs.toUtf8() + ": job 4: output: is that of job 3 too"));
        QVERIFY(r.err.contains(job.path(u"none.safetensors"_s).toUtf8() + ": "));
    }

    void mistakesNameJobAndKey_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QByteArray>("message");
        const auto row = [](const char* name, const char* keys, const char* message) {
            QTest::newRow(name) << QByteArray("[{'model': 'M', 'output': 'o.arrow',") + keys + "}]"
                                << QByteArray(message);
        };
        row("typing error", "'bitz': 4",
            ": job 1: bitz: is no key of a job (did you mean 'bits'?)");
        row("unknown", "'zzzzzzzzzzzz': 4", ": job 1: unknown key 'zzzzzzzzzzzz'");
        row("value", "'bits': 'banana'", ": job 1: bits: 'banana'");
        row("type of a switch", "'force': 'yes'", ": job 1: force: must be true or false");
        row("type of a text", "'target': ['arrow']", ": job 1: target: must be a text or a number");
        row("type of a list", "'sensitive': [1]", ": job 1: sensitive: must be a text or a list");
        row("group", "'groupSize': 77", ": job 1: groupSize");
        row("recipe key", "'recipe': {'schme': 'int4'}",
            ": job 1: unknown key 'schme' (did you mean");
        row("recipe type", "'recipe': 4", ": job 1: recipe: must be a recipe or the path of one");
        row("recipe file", "'recipe': 'none.json'", ": job 1: ");
        row("twice", "'group-size': 32, 'group_size': 64", ": job 1: group_size: is given twice");
        row("profile", "'profile': 'huge'", ": job 1: profile: unknown profile 'huge'");
        row("report", "'report': 'r.txt'", ": job 1: report: ");
        QTest::newRow("no model") << QByteArray("[{'output': 'o.arrow'}]")
                                  << QByteArray(": job 1: model: is missing");
        QTest::newRow("no output")
            << QByteArray("[{'model': 'M'}]") << QByteArray(": job 1: output: is missing");
        QTest::newRow("no object")
            << QByteArray("[4]") << QByteArray(": job 1: a job is an object");
        QTest::newRow("no JSON") << QByteArray("[{") << QByteArray(": not JSON: ");
        QTest::newRow("no list") << QByteArray("{}") << QByteArray(": is neither a list of jobs");
        QTest::newRow("no queue") << QByteArray("{'version': 99, 'jobs': []}")
                                  << QByteArray(": a queue of version 99");
    }
    void mistakesNameJobAndKey()
    {
        QFETCH(QByteArray, json);
        QFETCH(QByteArray, message);
        const JobFixture job(model());
        const QString jobs = list(job, json);
        const Run r = run({u"batch"_s, jobs});
        QVERIFY(r.status == 2 || r.status == 3);
        QVERIFY2(r.err.startsWith(jobs.toUtf8() + message), r.err.constData());
        QCOMPARE(r.err.count('\n'), 1);
        QVERIFY(!QFile::exists(job.path(u"o.arrow"_s)));
    }

    void listsOfOtherProgramsAreUnderstood()
    {
        const JobFixture job(model());
        const QString jobs = list(job,
            "{'jobs': [{'model_path': 'M', 'output_path': 'o.arrow', "
            "'profile': 'cloud', 'bit_width': 8, 'group_size': 64, 'modality': null}]}");
        const Run r = run({u"batch"_s, jobs});
        QCOMPARE(r.err, QByteArray());
        QCOMPARE(r.status, 0);
        const auto written = openModel(job.path(u"o.arrow"_s));
        QVERIFY(written);
        QCOMPARE(tensorNamed(*written, u"blk.0.weight"_s).encoding->options.groupSize, 64);
    }

    void theQueueOfTheWindowIsAList()
    {
        const JobFixture job(model());
        QueueItem first, second, third;
        first.id = 1;
        first.spec.model = job.source.path();
        first.spec.recipe.scheme = u"int8"_s;
        first.spec.output = job.path(u"o.arrow"_s);
        second = first;
        second.id = 2;
        second.spec.kind = JobKind::Measure;
        third = first;
        third.id = 3;
        third.spec.output = job.path(u"done.arrow"_s);
        third.state = JobState::Finished;
        const QString jobs = job.path(u"queue.json"_s);
        QVERIFY(write(jobs, queueToJson({first, second, third})));
        const Run r = run({u"batch"_s, jobs});
        QCOMPARE(r.err, QByteArray());
        QCOMPARE(r.status, 0);
        QCOMPARE(r.out.count('\n'), 3);
        QVERIFY(openModel(first.spec.output));
        QVERIFY(!QFile::exists(third.spec.output));
    }

    void jsonTellsWhichJobItIsAbout()
    {
        const JobFixture job(model());
        const QString jobs = list(job,
            "[{'model': 'M', 'output': 'a.arrow', 'bits': 8}, "
            "{'model': 'M', 'output': 'b.arrow', 'bits': 'banana'}]");
        const Run r = run({u"batch"_s, jobs, u"--progress"_s, u"json"_s});
        QCOMPARE(r.status, 2);
        QList<QJsonObject> all = events(r.out);
        QCOMPARE(all.last()[u"event"].toString(), u"batch"_s);
        QCOMPARE(all.last()[u"status"].toInt(), 2);
        QCOMPARE(all.takeLast()[u"jobs"].toInt(), 2);
        QMap<int, int> ends;
        QSet<QString> kinds;
        for (const QJsonObject& event : all) {
            QVERIFY(event.contains(u"job"_s));
            kinds << event[u"event"].toString();
            if (event[u"event"].toString() == u"end"_s)
                ends.insert(event[u"job"].toInt(), event[u"status"].toInt());
        }
        QCOMPARE(kinds, (QSet<QString>{u"progress"_s, u"tensor"_s, u"error"_s, u"end"_s}));
        QCOMPARE(ends, (QMap<int, int>{{0, 0}, {1, 2}}));
    }

    void killedWithResumeTheSecondRunGivesTheSameBytes_data()
    {
        QTest::addColumn<int>("signal");
        QTest::newRow("killed") << SIGKILL;
        QTest::newRow("interrupted") << SIGINT;
    }
    void killedWithResumeTheSecondRunGivesTheSameBytes()
    {
        QFETCH(int, signal);
        const JobFixture job(largeModel());
        const QString whole = job.path(u"whole.gguf"_s), out = job.path(u"out.gguf"_s);
        const auto words = [&](const QString& output) {
            return QStringList{u"quantize"_s, job.source.path(), u"-o"_s, output} + slow;
        };
        QCOMPARE(run(words(whole)).status % 4, 0);
        QStringList resumed = words(out) + QStringList{u"--resume"_s, u"--progress"_s, u"json"_s};
        stopInTheMiddle(resumed, job.path(u".out.gguf.journal"_s), signal);
        if (QTest::currentTestFailed())
            return;
        QVERIFY(!QFile::exists(out));
        const Run r = run(resumed);
        QCOMPARE(r.status % 4, 0);
        QVERIFY(events(r.out).first()[u"event"].toString() == u"tensor"_s); // Those done before.
        QCOMPARE(sha256(out), sha256(whole));
        QCOMPARE(job.names(), (QStringList{u"in.safetensors"_s, u"out.gguf"_s, u"whole.gguf"_s}));
    }

    void aStoppedBatchLeavesOutWhatIsDone()
    {
        const JobFixture job(largeModel());
        const QByteArray rest = "', 'bits': 'Q2_K', 'search': 'best'}";
        const QString jobs = list(job,
            "[{'model': 'M', 'output': 'a.arrow', 'bits': 8}, "
            "{'model': 'M', 'output': 'b.gguf"
                + rest + ", {'model': 'M', 'output': 'c.arrow', 'bits': 8}]");
        stopInTheMiddle({u"batch"_s, jobs, u"--resume"_s}, job.path(u".b.gguf.journal"_s), SIGINT);
        if (QTest::currentTestFailed())
            return;
        const QDateTime first = QFileInfo(job.path(u"a.arrow"_s)).lastModified();
        const Run r = run({u"batch"_s, jobs, u"--resume"_s});
        QCOMPARE(r.status % 4, 0);
        QVERIFY(r.out.contains("1 of 3: " + job.path(u"a.arrow"_s).toUtf8() + ": done before"));
        QCOMPARE(QFileInfo(job.path(u"a.arrow"_s)).lastModified(), first);
        QCOMPARE(job.names(),
            (QStringList{
                u"a.arrow"_s, u"b.gguf"_s, u"c.arrow"_s, u"in.safetensors"_s, u"jobs.json"_s}));
        QCOMPARE(
            run(QStringList{u"quantize"_s, job.source.path(), u"-o"_s, job.path(u"whole.gguf"_s)}
                + slow)
                    .status
                % 4,
            0);
        QCOMPARE(sha256(job.path(u"b.gguf"_s)), sha256(job.path(u"whole.gguf"_s)));
    }

    void usageIsChecked()
    {
        const JobFixture job(model());
        const QString jobs = list(job, "[]");
        QCOMPARE(run({u"batch"_s, jobs}).status, 0);
        QCOMPARE(run({u"batch"_s}).status, 2);
        QCOMPARE(run({u"batch"_s, jobs, u"--at-once"_s, u"0"_s}).status, 2);
        QCOMPARE(run({u"batch"_s, job.path(u"none.json"_s)}).status, 3);
        QCOMPARE(run({u"batch"_s, u"--help"_s}).status, 0);
    }
};

QTEST_GUILESS_MAIN(TestCliBatch)
#include "tst_cli_batch.moc"
