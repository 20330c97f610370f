#include "tests/app/cli_program.h"
#include "tests/core/jobs/job_fixture.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <cmath>
#include <csignal>
#include <limits>

using namespace aq;
using namespace aq::test;
using namespace Qt::StringLiterals;

namespace {

/// The program, with a cache of the test's own.
class Program {
public:
    explicit Program(const JobFixture& job)
        : m_cache(job.path(u"cache"_s))
    {
    }
    Run run(const QStringList& words) const { return runProgram(words, {variable()}); }
    QString variable() const { return u"XDG_CACHE_HOME="_s + m_cache; }
    QStringList remembered() const
    {
        return QDir(m_cache + u"/ArrowQuant/ArrowQuant/scans"_s).entryList(QDir::Files);
    }

private:
    QString m_cache;
};

std::vector<TestTensor> model()
{
    return {floatTensor(u"blk.0.weight"_s, {128, 256}, 1), floatTensor(u"blk.0.bias"_s, {128}, 2),
        floatTensor(u"blk.1.weight"_s, {64, 512}, 3)};
}

QJsonObject object(const QByteArray& json) { return QJsonDocument::fromJson(json).object(); }

} // namespace

class TestCliScan : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void allCandidatesAreListed()
    {
        const JobFixture job(model());
        const Program program(job);
        const Run r = program.run({u"measure"_s, job.source.path(), u"--all"_s, u"--json"_s,
            u"--target"_s, u"gguf"_s, u"--no-cache"_s});
        QCOMPARE(r.err, QByteArray());
        QCOMPARE(r.status, 0);
        const QJsonObject json = object(r.out);
        QCOMPARE(json[u"version"].toInt(), 1);
        QCOMPARE(json[u"source"].toString(), job.source.path());
        QCOMPARE(json[u"target"].toString(), u"gguf"_s);
        QCOMPARE(json[u"sampled"].toBool(true), false);
        const QJsonArray tensors = json[u"tensors"].toArray();
        QCOMPARE(tensors.size(), 3);
        const QJsonObject first = tensors[0].toObject();
        QCOMPARE(first[u"name"].toString(), u"blk.0.weight"_s);
        QCOMPARE(first[u"elements"].toInteger(), 128 * 256);
        QCOMPARE(first[u"measured"].toInteger(), 128 * 256);
        std::int64_t before = 0;
        bool hasQ8 = false;
        for (const QJsonValue value : first[u"candidates"].toArray()) {
            const QJsonObject candidate = value.toObject();
            QVERIFY(candidate[u"bytes"].toInteger() >= before);
            before = candidate[u"bytes"].toInteger();
            if (candidate[u"scheme"].toString() != u"q8_0"_s)
                continue;
            hasQ8 = true;
            QCOMPARE(before, 128 * 256 / 32 * 34);
            QCOMPARE(candidate[u"bitsPerWeight"].toDouble(), 8.5);
            QVERIFY(candidate[u"sqnrDb"].toDouble() > 40);
            QVERIFY(candidate[u"cosine"].toDouble() > 0.999);
            const double relRmse = candidate[u"relRmse"].toDouble();
            QVERIFY(std::abs(relRmse * relRmse / candidate[u"error"].toDouble() - 1) < 1e-12);
            QVERIFY(candidate[u"maxError"].toDouble() > 0);
            QCOMPARE(candidate[u"standardError"].toDouble(-1), 0.0);
        }
        QVERIFY(hasQ8);
        // 1-D: kept by the recipe, no choice.
        QVERIFY(tensors[1].toObject()[u"candidates"].toArray().isEmpty());
        QCOMPARE(tensors[1].toObject()[u"fixed"].toObject()[u"scheme"].toString(), u"keep"_s);
        QVERIFY(program.remembered().isEmpty());
    }

    // What `measure` says of one plan is what `measure --all` says of that type.
    void oneLineIsWhatATrialMeasures()
    {
        const JobFixture job(model());
        const Program program(job);
        const QStringList common{u"--target"_s, u"arrow"_s, u"--json"_s};
        const Run all
            = program.run(QStringList{u"measure"_s, job.source.path(), u"--all"_s} + common);
        const Run one = program.run(
            QStringList{u"measure"_s, job.source.path(), u"--bits"_s, u"int4:64"_s} + common);
        const QJsonObject trial = object(one.out)[u"tensors"].toArray()[0].toObject();
        const QJsonArray candidates
            = object(all.out)[u"tensors"].toArray()[0].toObject()[u"candidates"].toArray();
        bool isThere = false;
        for (const QJsonValue value : candidates) {
            const QJsonObject candidate = value.toObject();
            if (candidate[u"scheme"].toString() != u"int4"_s
                || candidate[u"groupSize"].toInt() != 64)
                continue;
            isThere = true;
            QVERIFY(candidate[u"relRmse"].toDouble() == trial[u"relRmse"].toDouble());
            QCOMPARE(candidate[u"bytes"].toInteger(), trial[u"bytesAfter"].toInteger());
        }
        QVERIFY(isThere);
    }

    void tableIsForPeople()
    {
        const JobFixture job(model());
        const Program program(job);
        const Run r
            = program.run({u"measure"_s, job.source.path(), u"--all"_s, u"--target"_s, u"gguf"_s});
        QCOMPARE(r.status, 0);
        QVERIFY(r.out.startsWith("tensor"));
        QVERIFY(r.out.contains("relRMSE") && r.out.contains("q6_k"));
        QVERIFY(r.out.contains("candidates of 2 tensors, target gguf"));
    }

    void secondRunSaysTheSameFromTheCache()
    {
        const JobFixture job(model());
        const Program program(job);
        const QStringList words{u"measure"_s, job.source.path(), u"--all"_s, u"--json"_s};
        const Run first = program.run(words);
        QCOMPARE(program.remembered().size(), 2); // An index, and one model.
        const Run second = program.run(words);
        QCOMPARE(second.out, first.out);
        const Run anew = program.run(words + QStringList{u"--no-cache"_s});
        QCOMPARE(anew.out, first.out);
    }

    // 4 M elements: sampled, unless all is asked for.
    void largeTensorsAreSampled()
    {
        const JobFixture job({floatTensor(u"large.weight"_s, {4096, 1024}, 1)});
        const Program program(job);
        const QStringList words{
            u"measure"_s, job.source.path(), u"--all"_s, u"--json"_s, u"--set"_s, u"search=none"_s};
        const auto tensorOf
            = [](const Run& run) { return object(run.out)[u"tensors"].toArray()[0].toObject(); };
        const Run sampled = program.run(words);
        QCOMPARE(object(sampled.out)[u"sampled"].toBool(), true);
        QVERIFY(tensorOf(sampled)[u"measured"].toInteger() <= 2 << 20);
        const QJsonObject first = tensorOf(sampled)[u"candidates"].toArray()[0].toObject();
        QVERIFY(first[u"standardError"].toDouble() > 0);
        QVERIFY(first[u"standardError"].toDouble() < first[u"error"].toDouble() / 20);
        const Run full = program.run(words + QStringList{u"--full"_s});
        QCOMPARE(object(full.out)[u"sampled"].toBool(true), false);
        const QJsonObject exact = tensorOf(full)[u"candidates"].toArray()[0].toObject();
        QVERIFY(std::abs(exact[u"error"].toDouble() - first[u"error"].toDouble())
            < 5 * first[u"standardError"].toDouble());
    }

    void valuesThatCannotBeMeasuredAreNoFailure()
    {
        const JobFixture job({withValue(floatTensor(u"a.weight"_s, {128, 256}, 1), 7,
                                  std::numeric_limits<float>::quiet_NaN()),
            floatTensor(u"b.weight"_s, {128, 256}, 2)});
        const Program program(job);
        const Run r = program.run({u"measure"_s, job.source.path(), u"--all"_s, u"--json"_s});
        QCOMPARE(r.status, 0);
        const QJsonArray tensors = object(r.out)[u"tensors"].toArray();
        QCOMPARE(tensors[0].toObject()[u"problem"].toString(), u"element 7 is NaN"_s);
        QVERIFY(!tensors[1].toObject().contains(u"problem"));
    }

    void wrongUsageIsTold()
    {
        const JobFixture job(model());
        const Program program(job);
        const QString path = job.source.path();
        for (const QStringList& words : {
                 QStringList{u"measure"_s, path, u"--all"_s, u"--report"_s, u"x.json"_s},
                 QStringList{u"measure"_s, path, u"--all"_s, u"--target"_s, u"safetensors-f16"_s},
             }) {
            const Run r = program.run(words);
            QCOMPARE(r.status, 2);
            QVERIFY(r.err.startsWith("arrowquant-cli: "));
            QCOMPARE(r.err.count('\n'), 1);
        }
    }

    void interruptEndsWith130()
    {
        const JobFixture job({floatTensor(u"large.weight"_s, {16384, 1024}, 1)});
        const Program program(job);
        QProcess process;
        process.setEnvironment(QProcess::systemEnvironment() + QStringList{program.variable()});
        process.start(QStringLiteral(AQ_CLI),
            {u"measure"_s, job.source.path(), u"--all"_s, u"--full"_s, u"--threads"_s, u"1"_s,
                u"--set"_s, u"search=best"_s});
        QVERIFY(process.waitForStarted());
        QVERIFY(!process.waitForFinished(150));
        ::kill(pid_t(process.processId()), SIGINT);
        QVERIFY(process.waitForFinished(60'000));
        QCOMPARE(process.exitCode(), 130);
        QVERIFY(process.readAllStandardOutput().isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestCliScan)
#include "tst_cli_scan.moc"
