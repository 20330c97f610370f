#include "core/jobs/scan.h"
#include "core/jobs/scan_cache.h"
#include "tests/core/jobs/job_fixture.h"

#include <QDateTime>
#include <cmath>

using namespace aq;
using namespace aq::test;

namespace {

std::vector<TestTensor> tensors()
{
    return {floatTensor(QStringLiteral("a"), {48, 256}, 1),
        floatTensor(QStringLiteral("b"), {64, 512}, 2), floatTensor(QStringLiteral("c"), {96}, 3)};
}

Recipe recipeOf(const QString& target) { return recipeForAll(target, QStringLiteral("int4")); }

ScanRequest requestFor(const ModelSource& source, const QString& cache, const Recipe& recipe)
{
    auto candidates = candidatesFor(source.header(), recipe);
    if (!candidates)
        qFatal("%s", qPrintable(candidates.error().detail));
    ScanRequest request{
        .source = source, .candidates = std::make_shared<Candidates>(*std::move(candidates))};
    request.cache = cache;
    return request;
}

/// What a scan came to, and how many bytes of weights it read for that.
struct Visit {
    SensitivityPtr found;
    std::int64_t bytes = 0;
};

Visit visit(const ScanRequest& request)
{
    Visit visit;
    JobControl control;
    control.progress = [&](const Progress& progress) { visit.bytes = progress.bytesTotal; };
    const auto result = scanModel(request, control);
    if (!result)
        qFatal("%s", qPrintable(textOf(result.error())));
    visit.found = *result;
    return visit;
}

bool isSame(const CandidateError& a, const CandidateError& b)
{
    return a.error == b.error && a.standardError == b.standardError && a.problem == b.problem
        && a.sums.count == b.sums.count && a.sums.xx == b.sums.xx && a.sums.yy == b.sums.yy
        && a.sums.xy == b.sums.xy && a.sums.dd == b.sums.dd && a.sums.d == b.sums.d
        && a.sums.maxError == b.sums.maxError && a.sums.peak == b.sums.peak;
}

bool isSame(const Sensitivity& a, const Sensitivity& b)
{
    return std::ranges::equal(a.tensors, b.tensors, [](const auto& one, const auto& other) {
        return one.energy == other.energy && one.measured == other.measured
            && one.problem == other.problem && isSame(one.fixed, other.fixed)
            && std::ranges::equal(one.candidates, other.candidates,
                [](const auto& x, const auto& y) { return isSame(x, y); });
    });
}

QStringList scansIn(const QString& folder)
{
    return QDir(folder).entryList({QStringLiteral("*.scan")}, QDir::Files);
}

ModelSource opened(const QString& path)
{
    const auto source = openModel(path);
    if (!source)
        qFatal("%s", qPrintable(textOf(source.error())));
    return *source;
}

/// All that was written or used so far is ten seconds older: times of files tell them apart on any
/// file system.
void age(const QString& folder)
{
    for (const QString& name : scansIn(folder)) {
        QFile file(folder + u'/' + name);
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.setFileTime(
            QFileInfo(file).lastModified().addSecs(-10), QFileDevice::FileModificationTime));
    }
}

} // namespace

class TestScanCache : public QObject {
    Q_OBJECT
    const QString gguf = QStringLiteral("gguf"), arrow = QStringLiteral("arrow");

private Q_SLOTS:
    void secondVisitReadsNothing()
    {
        const JobFixture job(tensors());
        const QString cache = job.path(QStringLiteral("cache/of/scans"));
        const ScanRequest request = requestFor(job.source, cache, recipeOf(gguf));
        const Visit first = visit(request), second = visit(request);
        QVERIFY(first.bytes > 0);
        QCOMPARE(second.bytes, 0);
        QVERIFY(isSame(*first.found, *second.found));
        QVERIFY(scanCacheBytes(cache) > 0);
    }

    // Affine group sizes are candidates of their own; keeping the bits searches otherwise.
    void onlyWhatIsMissingIsMeasured()
    {
        const JobFixture job(tensors());
        const QString cache = job.path(QStringLiteral("cache"));
        visit(requestFor(job.source, cache, recipeOf(gguf)));
        QVERIFY(visit(requestFor(job.source, cache, recipeOf(arrow))).bytes > 0);
        QCOMPARE(visit(requestFor(job.source, cache, recipeOf(arrow))).bytes, 0);
        QCOMPARE(visit(requestFor(job.source, cache, recipeOf(gguf))).bytes, 0);
        Recipe other = recipeOf(arrow);
        other.symmetry = Symmetry::Symmetric;
        QVERIFY(visit(requestFor(job.source, cache, other)).bytes > 0);
        // One candidate is gone, the others are known.
        ScanRequest request = requestFor(job.source, cache, recipeOf(gguf));
        auto fewer = std::make_shared<Candidates>(*request.candidates);
        fewer->tensors[0].erase(fewer->tensors[0].begin());
        request.candidates = fewer;
        QCOMPARE(visit(request).bytes, 0);
        QCOMPARE(scansIn(cache).size(), 1);
    }

    void importanceIsMeasuredAnew()
    {
        const JobFixture job(tensors());
        const QString cache = job.path(QStringLiteral("cache"));
        ScanRequest request = requestFor(job.source, cache, recipeOf(gguf));
        const Visit plain = visit(request);
        auto matrix = std::make_shared<ImportanceMatrix>();
        matrix->columns[QStringLiteral("a")] = gaussian(256, 1, 9);
        for (float& weight : matrix->columns[QStringLiteral("a")])
            weight *= weight;
        request.importance = matrix;
        const Visit weighed = visit(request);
        QVERIFY(weighed.bytes > 0 && weighed.bytes < plain.bytes); // Of `a` alone.
        QVERIFY(!isSame(*weighed.found, *plain.found));
        QCOMPARE(visit(request).bytes, 0);
    }

    // What was read in full is as good as a sample, not the other way round.
    void fullResultsServeSamples()
    {
        const JobFixture job(tensors());
        const QString cache = job.path(QStringLiteral("cache"));
        ScanRequest request = requestFor(job.source, cache, recipeOf(gguf));
        request.mostElements = 4096;
        QVERIFY(visit(request).found->isSampled());
        request.mostElements = 0;
        const Visit full = visit(request);
        QVERIFY(full.bytes > 0 && !full.found->isSampled());
        request.mostElements = 4096;
        const Visit again = visit(request);
        QCOMPARE(again.bytes, 0);
        QVERIFY(isSame(*again.found, *full.found));
    }

    void copiedAndMovedFilesAreKnownByTheirContent()
    {
        const JobFixture job(tensors());
        const QString cache = job.path(QStringLiteral("cache"));
        const Visit first = visit(requestFor(job.source, cache, recipeOf(gguf)));
        const QString copy = job.path(QStringLiteral("copy.safetensors"));
        QVERIFY(QFile::copy(job.path(QStringLiteral("in.safetensors")), copy));
        const Visit second = visit(requestFor(opened(copy), cache, recipeOf(gguf)));
        QCOMPARE(second.bytes, 0);
        QVERIFY(isSame(*first.found, *second.found));
        QCOMPARE(scansIn(cache).size(), 1);
    }

    // Of the same length, under the same name.
    void changedContentIsMeasuredAnew()
    {
        const JobFixture job(tensors());
        const QString cache = job.path(QStringLiteral("cache"));
        const QString path = job.path(QStringLiteral("in.safetensors"));
        const Visit first = visit(requestFor(job.source, cache, recipeOf(gguf)));
        QByteArray bytes = contentsOf(path);
        bytes[bytes.size() - 1] = char(bytes[bytes.size() - 1] ^ 1);
        QVERIFY(write(path, bytes));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadWrite)
            && file.setFileTime(
                QDateTime::currentDateTimeUtc().addSecs(-3600), QFileDevice::FileModificationTime));
        file.close();
        const Visit second = visit(requestFor(opened(path), cache, recipeOf(gguf)));
        QVERIFY(second.bytes > 0);
        QVERIFY(!isSame(*first.found, *second.found));
        QCOMPARE(scansIn(cache).size(), 2);
    }

    void otherVersionsOfASchemeAreOtherKeys()
    {
        const JobFixture job(tensors());
        const ScanRequest request = requestFor(job.source, {}, recipeOf(gguf));
        const auto task = quantizeTask(job.source.header(), 0,
            request.candidates->tensors[0].front().plan, *request.candidates->base.target);
        QVERIFY(bool(task));
        Scheme later = *task->scheme;
        ++later.version;
        QVERIFY(scanKey(*task, *task->scheme, {}, 0) != scanKey(*task, later, {}, 0));
        QVERIFY(scanKey(*task, later, {}, 0) != scanKey(*task, later, {}, 4096));
        QVERIFY(scanKey(*task, later, {}, 0) != scanKey(*task, later, "abcd", 0));
    }

    void damageIsIgnored_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("damage"); // In place of the second half.
        for (const char* name : {"models.index", "*.scan"}) {
            const QString of = QString::fromLatin1(name);
            QTest::addRow("%s cut off", name) << of << QByteArray();
            QTest::addRow("%s with other bytes", name) << of << QByteArray(300, 'x');
            QTest::addRow("%s with zeros", name) << of << QByteArray(300, '\0');
        }
    }
    void damageIsIgnored()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, damage);
        const JobFixture job(tensors());
        const QString cache = job.path(QStringLiteral("cache"));
        const ScanRequest request = requestFor(job.source, cache, recipeOf(gguf));
        const Visit first = visit(request);
        const QString file = cache + u'/' + QDir(cache).entryList({name}, QDir::Files).value(0);
        const QByteArray bytes = contentsOf(file);
        for (const qsizetype kept : {bytes.size() / 2, qsizetype(0)}) {
            QVERIFY(write(file, bytes.first(kept) + damage));
            QVERIFY(isSame(*visit(request).found, *first.found));
            QCOMPARE(visit(request).bytes, 0); // Mended.
        }
    }

    void foldersThatCannotBeMadeAreIgnored()
    {
        const JobFixture job(tensors());
        const ScanRequest request = requestFor(
            job.source, job.path(QStringLiteral("in.safetensors/cache")), recipeOf(gguf));
        QVERIFY(visit(request).bytes > 0);
        QVERIFY(visit(request).bytes > 0);
    }

    void problemsAreRemembered()
    {
        const JobFixture job({withValue(floatTensor(QStringLiteral("a"), {48, 256}, 1), 5, NAN),
            withValue(floatTensor(QStringLiteral("b"), {48, 256}, 1), 5, 7e6F)});
        const QString cache = job.path(QStringLiteral("cache"));
        const ScanRequest request = requestFor(job.source, cache, recipeOf(gguf));
        const Visit first = visit(request), second = visit(request);
        QCOMPARE(second.bytes, 0);
        QVERIFY(isSame(*first.found, *second.found));
        QCOMPARE(second.found->tensors[0].problem, QStringLiteral("element 5 is NaN"));
    }

    void whatWasNotUsedLongestGoesFirst()
    {
        const JobFixture job(tensors());
        const QString folder = job.path(QStringLiteral("cache"));
        const QStringList contents{
            QStringLiteral("aa"), QStringLiteral("bb"), QStringLiteral("cc")};
        ScanMemory memory;
        for (int i = 0; i < 100; ++i)
            memory.add(QStringLiteral("tensor %1").arg(i), "q4_k.1", {});
        const auto save = [&](const QString& content, std::int64_t most) {
            ScanCache(folder, most)
                .save(content, {{QStringLiteral("/m/") + content, 7, {}}}, memory);
            age(folder);
        };
        save(contents[0], 1 << 20);
        const std::int64_t one = QFileInfo(folder + u'/' + scansIn(folder)[0]).size();
        save(contents[1], 1 << 20);
        QCOMPARE(scansIn(folder).size(), 2);
        QVERIFY(ScanCache(folder).load(contents[0]).find(QStringLiteral("tensor 0"), "q4_k.1"));
        age(folder);
        save(contents[2], 2 * one + 2000); // And the index.
        QCOMPARE(scansIn(folder).size(), 2);
        QVERIFY(ScanCache(folder).load(contents[0]).find(QStringLiteral("tensor 0"), "q4_k.1"));
        QVERIFY(!ScanCache(folder).load(contents[1]).find(QStringLiteral("tensor 0"), "q4_k.1"));
        QVERIFY(ScanCache(folder).load(contents[2]).find(QStringLiteral("tensor 0"), "q4_k.1"));
    }

    // It would have to go next time, and until then everything else would have gone for it.
    void whatIsTooLargeAloneIsNotKept()
    {
        const JobFixture job(tensors());
        const QString folder = job.path(QStringLiteral("cache"));
        ScanMemory small, large;
        small.add(QStringLiteral("tensor"), "q4_k.1", {});
        for (int i = 0; i < 100; ++i)
            large.add(QStringLiteral("tensor %1").arg(i), "q4_k.1", {});
        const auto save = [&](const QString& content, const ScanMemory& memory) {
            ScanCache(folder, 4000)
                .save(content, {{QStringLiteral("/m/") + content, 7, {}}}, memory);
        };
        save(QStringLiteral("small"), small);
        save(QStringLiteral("large"), large);
        const auto knows = [&](const QString& content, const QString& tensor) {
            return ScanCache(folder).load(content).find(tensor, "q4_k.1") != nullptr;
        };
        QVERIFY(knows(QStringLiteral("small"), QStringLiteral("tensor")));
        QVERIFY(!knows(QStringLiteral("large"), QStringLiteral("tensor 0")));
    }

    // Fine-tunes are of one length, and unpackers give files the time that an archive says.
    void anotherFileOfThatLengthAndTimeIsMeasured()
    {
        const JobFixture job(tensors());
        const QString cache = job.path(QStringLiteral("cache"));
        const QString path = job.source.path();
        const Visit first = visit(requestFor(job.source, cache, recipeOf(gguf)));
        const QDateTime time = QFileInfo(path).lastModified();
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadWrite) && file.seek(file.size() - 64 * 512 * 4));
        QVERIFY(file.write(QByteArray(4096, '\x3f')) == 4096);
        QVERIFY(file.flush() && file.setFileTime(time, QFileDevice::FileModificationTime));
        file.close();
        QCOMPARE(QFileInfo(path).lastModified(), time);
        const Visit second = visit(requestFor(opened(path), cache, recipeOf(gguf)));
        QVERIFY(second.bytes > 0);
        QVERIFY(!isSame(*first.found, *second.found));
    }

    void clearedCacheIsEmpty()
    {
        const JobFixture job(tensors());
        const QString cache = job.path(QStringLiteral("cache"));
        QVERIFY(bool(clearScanCache(cache))); // There is none.
        visit(requestFor(job.source, cache, recipeOf(gguf)));
        QVERIFY(write(cache + QStringLiteral("/notes.txt"), "mine"));
        QVERIFY(bool(clearScanCache(cache)));
        QCOMPARE(scanCacheBytes(cache), 0);
        QVERIFY(QFile::exists(cache + QStringLiteral("/notes.txt")));
        QVERIFY(visit(requestFor(job.source, cache, recipeOf(gguf))).bytes > 0);
    }

    void clearingTellsWhatStays()
    {
        const JobFixture job(tensors());
        const QString cache = job.path(QStringLiteral("cache"));
        visit(requestFor(job.source, cache, recipeOf(gguf)));
        const auto mayWrite = QFile::permissions(cache);
        QVERIFY(QFile::setPermissions(cache, QFile::ReadOwner | QFile::ExeOwner));
        const auto cleared = clearScanCache(cache);
        QVERIFY(QFile::setPermissions(cache, mayWrite));
        if (cleared)
            QSKIP("this user may write everywhere");
        QCOMPARE(cleared.error().where, cache);
    }

    // What was measured before a cancel is kept, once the file's content is known.
    void cancelledScanGoesOnLater()
    {
        std::vector<TestTensor> many;
        for (unsigned i = 0; i < 200; ++i) // Several batches.

            many.push_back(floatTensor(QStringLiteral("tensor %1").arg(i), {16, 128}, i));
        const JobFixture job(many);
        const QString cache = job.path(QStringLiteral("cache"));
        const std::int64_t all
            = visit(requestFor(job.source, job.path(QStringLiteral("fresh")), recipeOf(arrow)))
                  .bytes;
        visit(requestFor(job.source, cache, recipeOf(gguf))); // Now the content is known.
        ScanRequest request = requestFor(job.source, cache, recipeOf(arrow));
        request.limits.threads = 1;
        bool isHalf = false;
        JobControl control;
        control.progress = [&](const Progress& progress) {
            isHalf = isHalf || 2 * progress.bytesDone > progress.bytesTotal;
        };
        control.cancelled = [&] { return isHalf; };
        QVERIFY(!scanModel(request, control));
        const Visit rest = visit(request);
        QVERIFY(rest.bytes > 0 && rest.bytes < all);
    }
};

QTEST_GUILESS_MAIN(TestScanCache)
#include "tst_scan_cache.moc"
