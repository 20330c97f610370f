#include "app/job_preparation.h"
#include "tests/support/model_files.h"
#include "tests/support/test_models.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <cstdio>

using namespace aq;
using namespace aq::test;

namespace {

QByteArray weights(unsigned seed, bool backwards = false)
{
    std::vector<TestTensor> tensors;
    for (int i = 0; i < 4; ++i)
        tensors.push_back(floatTensor(QStringLiteral("blk.%1.weight").arg(backwards ? 3 - i : i),
            {16, 64}, seed + unsigned(i)));
    return safetensorsFile(tensors);
}

JobSpec specOf(const QString& path)
{
    JobSpec spec;
    spec.model = path;
    spec.recipe = recipeFor(*profileNamed(u"local"));
    return spec;
}

/// Until a file that is written now has another time than `path`: some file systems count in ticks,
/// some in seconds.
void waitForClock(const QString& path)
{
    const FileStamp before = stampNow(path);
    const QString probe = path + QStringLiteral(".probe");
    const auto hasMoved = [&] {
        return write(probe, "now")
            && !isSame(before, {path, before.bytes, stampNow(probe).changed});
    };
    QTRY_VERIFY(hasMoved());
}

} // namespace

/// A job works on the very files that were meant.
class TestJobPreparation : public QObject {
    Q_OBJECT
    QTemporaryDir m_folder;

private Q_SLOTS:
    void theOpenModelIsTakenWhileItIsTheOneOnTheDisk()
    {
        const QString path = m_folder.filePath(QStringLiteral("same.safetensors"));
        QVERIFY(write(path, weights(1)));
        const auto opened = openModel(path);
        JobSpec spec = specOf(path);
        stamp(spec, *opened);
        QCOMPARE(spec.modelFiles.size(), 1);
        const Preparation ready = prepare(spec, *opened);
        QVERIFY(!ready.error);
        QVERIFY(&ready.model.opened() == &opened->opened()); // It is not opened again.
    }

    void aModelThatChangedSinceItWasOpenedIsRefused_data()
    {
        QTest::addColumn<bool>("replaced");
        QTest::addColumn<bool>("known");
        QTest::newRow("written anew, open") << false << true;
        QTest::newRow("written anew") << false << false;
        QTest::newRow("replaced, open") << true << true;
        QTest::newRow("replaced") << true << false;
    }
    void aModelThatChangedSinceItWasOpenedIsRefused()
    {
        QFETCH(bool, replaced);
        QFETCH(bool, known);
        const QString path = m_folder.filePath(QStringLiteral("changed.safetensors"));
        QVERIFY(write(path, weights(1)));
        const auto opened = openModel(path);
        waitForClock(path);
        // As long, but the tensors lie in another order: the old header would mix them up.
        const QString other = replaced ? path + QStringLiteral(".new") : path;
        QVERIFY(write(other, weights(90, true)));
        if (replaced)
            QVERIFY(std::rename(qPrintable(other), qPrintable(path)) == 0);
        JobSpec spec = specOf(path); // The job is made only now.
        stamp(spec, *opened);
        const Preparation ready = prepare(spec, known ? *opened : ModelSource());
        QVERIFY(ready.error);
        QVERIFY(ready.otherModel);
        spec.modelFiles.clear(); // "Use it anyway": then the one of now, not the old header.
        const Preparation anyway = prepare(spec, *opened);
        QVERIFY(!anyway.error);
        QCOMPARE(anyway.model.header().tensors.front().name, QStringLiteral("blk.3.weight"));
    }

    void aJobOfTheNewFileDoesNotTakeTheOldHeader()
    {
        const QString path = m_folder.filePath(QStringLiteral("queued.safetensors"));
        QVERIFY(write(path, weights(1)));
        const auto opened = openModel(path);
        waitForClock(path);
        QVERIFY(write(path, weights(90, true)));
        JobSpec spec = specOf(path);
        stampFile(spec);
        const Preparation ready = prepare(spec, *opened);
        QVERIFY(!ready.error);
        QCOMPARE(ready.model.header().tensors.front().name, QStringLiteral("blk.3.weight"));
    }

    void everyShardCounts()
    {
        QTemporaryDir folder;
        const auto file
            = [&](const char* name) { return folder.filePath(QLatin1StringView(name)); };
        const QString shard = file("model-00002-of-00002.safetensors");
        QVERIFY(write(file("model-00001-of-00002.safetensors"),
            safetensorsFile({floatTensor(QStringLiteral("a.weight"), {16, 64}, 1)})));
        QVERIFY(
            write(shard, safetensorsFile({floatTensor(QStringLiteral("b.weight"), {16, 64}, 2)})));
        const QByteArray index = R"({"metadata": {"total_size": 8192}, "weight_map": {
            "a.weight": "model-00001-of-00002.safetensors",
            "b.weight": "model-00002-of-00002.safetensors"}})";
        QVERIFY(write(file("model.safetensors.index.json"), index));
        const auto opened = openModel(file("model.safetensors.index.json"));
        QVERIFY(opened);
        JobSpec spec = specOf(file("model.safetensors.index.json")), byPath = spec;
        stamp(spec, *opened);
        stampFile(byPath);
        QCOMPARE(spec.modelFiles.size(), 2);
        QCOMPARE(byPath.modelFiles, spec.modelFiles);
        QVERIFY(!prepare(spec, *opened).error);
        waitForClock(shard);
        QVERIFY(
            write(shard, safetensorsFile({floatTensor(QStringLiteral("b.weight"), {16, 64}, 3)})));
        QVERIFY(prepare(spec, *opened).otherModel);
        QVERIFY(prepare(byPath, {}).otherModel);
    }

    void aModelThatIsGoneIsNoOtherOne()
    {
        const QString path = m_folder.filePath(QStringLiteral("gone.safetensors"));
        QVERIFY(write(path, weights(1)));
        const auto opened = openModel(path);
        JobSpec spec = specOf(path);
        stamp(spec, *opened);
        QVERIFY(QFile::remove(path));
        const Preparation ready = prepare(spec, *opened);
        QVERIFY(ready.error && !ready.otherModel);
        QVERIFY(ready.error->code == ErrorCode::NotReadable);
    }

    void aStampSurvivesAMountThatCountsInSeconds()
    {
        const QDateTime fine = QDateTime::fromMSecsSinceEpoch(1'700'000'001'234, Qt::UTC);
        const QString path = QStringLiteral("/m/a");
        const FileStamp stamp{path, 10, fine};
        QVERIFY(
            isSame(stamp, {path, 10, QDateTime::fromMSecsSinceEpoch(1'700'000'001'000, Qt::UTC)}));
        QVERIFY(
            isSame(stamp, {path, 10, QDateTime::fromMSecsSinceEpoch(1'700'000'000'000, Qt::UTC)}));
        QVERIFY(!isSame(stamp, {path, 10, fine.addMSecs(1)}));
        QVERIFY(!isSame(stamp, {path, 10, fine.addMSecs(3766)}));
        QVERIFY(!isSame(stamp, {path, 11, fine}));
        QVERIFY(!isSame(stamp, {QStringLiteral("/m/b"), 10, fine}));
    }
};

QTEST_MAIN(TestJobPreparation)
#include "tst_job_preparation.moc"
