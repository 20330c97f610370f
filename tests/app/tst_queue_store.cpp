#include "app/job_queue.h"
#include "app/queue_store.h"
#include "core/io/record_file.h"
#include "tests/support/model_files.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <unistd.h>

using namespace aq;
using namespace aq::test;

namespace {

constexpr int patience = 60'000;

QString dataPath(const char* name)
{
    return QDir(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation))
        .filePath(QLatin1StringView(name));
}

/// One start of the program, to its end: what nobody needs goes, what is there is saved.
StoredQueue start()
{
    QueueStore store;
    StoredQueue stored = store.load();
    if (!stored.isOurs)
        return stored;
    store.adopt();
    for (const QString& stray : stored.strays)
        removeJobFolder(stray);
    if (!store.save(stored.items))
        qFatal("the list cannot be saved");
    return stored;
}

/// A finished job whose file was not exported, in a queue that was saved.
QueueItem leaveResult()
{
    QueueStore store;
    store.load();
    store.adopt();
    QueueItem item;
    item.id = 1;
    item.spec.model = QStringLiteral("/models/a.safetensors");
    item.state = JobState::Finished;
    item.folder = store.folderFor(1);
    item.written = QDir(item.folder).filePath(QStringLiteral("a.gguf"));
    if (!makeJobFolder(item.folder) || !write(item.written, "result") || !store.save({item}))
        qFatal("the result cannot be written");
    return item;
}

JobSpec someJob()
{
    JobSpec spec;
    spec.model = QStringLiteral("/models/b.safetensors");
    return spec;
}

} // namespace

/// What a person may rely on between two runs of the program, whatever becomes of the list.
class TestQueueStore : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QCoreApplication::setApplicationName(QStringLiteral("tst_queue_store"));
        QStandardPaths::setTestModeEnabled(true);
    }
    void init()
    {
        for (const auto where : {QStandardPaths::AppDataLocation, QStandardPaths::CacheLocation})
            QDir(QStandardPaths::writableLocation(where)).removeRecursively();
    }
    void cleanupTestCase() { init(); }

    void resultsLieWithTheDataNotInTheCache()
    {
        QCOMPARE(queueRoot(), dataPath("arrowquant-queue"));
        QCOMPARE(queueRoot(QStringLiteral("/big")), QStringLiteral("/big/arrowquant-queue"));
        QVERIFY(leaveResult().written.startsWith(queueRoot() + u'/'));
    }

    void whatIsKnownIsKeptAndWhatIsNotGoes()
    {
        const QueueItem item = leaveResult();
        QCOMPARE(start().items.front(), item);
        QCOMPARE(contentsOf(item.written), QByteArray("result"));
        QVERIFY(write(dataPath("queue.json"), queueToJson({}))); // It was removed from the list.
        start();
        QVERIFY(!QFileInfo::exists(item.folder));
    }

    void aListThatIsLostTakesNoResultWithIt_data()
    {
        QTest::addColumn<QByteArray>("list");
        QTest::addColumn<qint64>("size");
        QTest::newRow("damaged") << QByteArray("{\"jobs\": [") << qint64(-1);
        QTest::newRow("of a newer program")
            << QByteArray("{\"version\": 2, \"jobs\": []}") << qint64(-1);
        QTest::newRow("too large") << QByteArray("{") << ((qint64(256) << 20) + 1);
        QTest::newRow("missing") << QByteArray() << qint64(-1);
    }
    void aListThatIsLostTakesNoResultWithIt()
    {
        QFETCH(QByteArray, list);
        QFETCH(qint64, size);
        const QueueItem item = leaveResult();
        const QString path = dataPath("queue.json");
        QVERIFY(QFile::remove(path));
        if (!list.isEmpty()) {
            QVERIFY(write(path, list));
            if (size > 0)
                QVERIFY(QFile::resize(path, size));
        }
        const StoredQueue first = start();
        QCOMPARE(first.error.has_value(), !list.isEmpty());
        QVERIFY(first.isOurs);
        QVERIFY(first.items.empty());
        start();
        start();
        QCOMPARE(contentsOf(item.written), QByteArray("result"));
        const QString aside = path + QStringLiteral(".damaged");
        QCOMPARE(QFile::exists(aside), !list.isEmpty());
        if (size < 0 && !list.isEmpty())
            QCOMPARE(contentsOf(aside), list);
    }

    void aSecondListThatIsSetAsideLeavesTheFirst()
    {
        const QString path = dataPath("queue.json");
        leaveResult();
        for (const char* list : {"first", "second", "third"}) {
            QVERIFY(write(path, list));
            QVERIFY(start().error);
        }
        QCOMPARE(contentsOf(path + QStringLiteral(".damaged")), QByteArray("first"));
        QCOMPARE(contentsOf(path + QStringLiteral(".damaged-2")), QByteArray("second"));
        QCOMPARE(contentsOf(path + QStringLiteral(".damaged-3")), QByteArray("third"));
    }

    void whatCannotBeSetAsideIsNotWrittenOver()
    {
        if (::geteuid() == 0)
            QSKIP("root may write anywhere");
        leaveResult();
        const QString folder = QFileInfo(dataPath("queue.json")).path();
        QVERIFY(write(dataPath("queue.json"), "damaged"));
        QVERIFY(write(dataPath("queue.lock"), {}));
        QVERIFY(QFile::setPermissions(folder, QFile::ReadOwner | QFile::ExeOwner));
        const StoredQueue stored = start();
        QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        QVERIFY(!stored.isOurs);
        QCOMPARE(contentsOf(dataPath("queue.json")), QByteArray("damaged"));
    }

    void aFileOnADiskThatIsAwayIsStillKnownWhenItIsBack()
    {
        const QueueItem item = leaveResult();
        QVERIFY(QFile::rename(queueRoot(), queueRoot() + QStringLiteral(".away")));
        {
            JobQueue queue{Settings()};
            QCOMPARE(queue.size(), 1);
            QVERIFY(queue.at(0).missing);
            QVERIFY(!queue.hasUnexported()); // Nothing that could be exported now.
            queue.discardUnexported();
            queue.clearEnded();
            QCOMPARE(queue.size(), 1);
        }
        QVERIFY(QFile::rename(queueRoot() + QStringLiteral(".away"), queueRoot()));
        JobQueue queue{Settings()};
        QVERIFY(queue.hasUnexported());
        QCOMPARE(queue.at(0).written, item.written);
        QVERIFY(!queue.at(0).missing);
    }

    void foldersOfOthersStay()
    {
        const QueueItem item = leaveResult();
        const QString without = QDir(queueRoot()).filePath(QStringLiteral("job-2-01234567"));
        const QString other = QDir(queueRoot()).filePath(QStringLiteral("job-3-01234567"));
        QVERIFY(QDir().mkpath(without) && QDir().mkpath(other));
        QVERIFY(write(other + QStringLiteral("/owner"), "/home/b/queue.json\nmachine\n"));
        QVERIFY(write(dataPath("queue.json"), queueToJson({})));
        QCOMPARE(start().strays, QStringList{item.folder});
        removeJobFolder(other);
        QVERIFY(QFileInfo::exists(other) && QFileInfo::exists(without));
    }

    void theFolderOfAJobThatRunsStays()
    {
        const QueueItem item = leaveResult();
        const QString journal = QDir(item.folder).filePath(QStringLiteral("journal"));
        {
            const auto running = RecordFile::open(journal, "arrowquant-journal 1");
            QVERIFY(running);
            removeJobFolder(item.folder);
            QCOMPARE(contentsOf(item.written), QByteArray("result"));
        }
        removeJobFolder(item.folder);
        QVERIFY(!QFileInfo::exists(item.folder));
    }

    void onlyFoldersOfJobsAreRemoved()
    {
        const QueueItem item = leaveResult();
        removeJobFolder(queueRoot());
        const QString link = QDir(queueRoot()).filePath(QStringLiteral("job-9-01234567"));
        QVERIFY(QFile::link(item.folder, link));
        removeJobFolder(link);
        QCOMPARE(contentsOf(item.written), QByteArray("result"));
    }

    void oneProgramHasTheQueueAndTheNextGetsIt()
    {
        auto first = std::make_unique<QueueStore>();
        QVERIFY(first->load().isOurs);
        first->adopt();
        QueueStore second;
        QVERIFY(!second.load().isOurs);
        QVERIFY(!second.folderFor(1).isEmpty());
        QVERIFY(!second.folderFor(1).startsWith(queueRoot()));
        first.reset();
        QVERIFY(second.load().isOurs);
    }

    void aWindowWithoutJobsTakesTheQueueWhenTheOtherOneEnds()
    {
        const QueueItem item = leaveResult();
        auto first = std::make_unique<JobQueue>(Settings());
        QCOMPARE(first->size(), 1);
        JobQueue second{Settings()};
        QVERIFY(!second.isSaved());
        QSignalSpy restored(&second, &JobQueue::restored);
        first.reset();
        QTRY_COMPARE_WITH_TIMEOUT(restored.size(), 1, patience);
        QVERIFY(second.isSaved());
        QCOMPARE(second.size(), 1);
        QCOMPARE(second.at(0).written, item.written);
    }

    void jobsOfAnUnsavedQueueStayWhereTheyAre()
    {
        leaveResult();
        auto first = std::make_unique<JobQueue>(Settings());
        JobQueue second{Settings()};
        second.setHeld(true);
        second.add(someJob());
        first.reset();
        QTest::qWait(1500);
        QVERIFY(!second.isSaved());
        QCOMPARE(second.size(), 1);
    }

    void whatIsAddedWhileTheListIsReadComesBehindIt()
    {
        const QueueItem item = leaveResult();
        JobQueue queue(Settings(), nullptr, JobQueue::Restore::InBackground);
        QSignalSpy restored(&queue, &JobQueue::restored);
        queue.setHeld(true);
        const int id = queue.add(someJob());
        QTRY_COMPARE(restored.size(), 1);
        QVERIFY(queue.isSaved());
        QCOMPARE(queue.size(), 2);
        QCOMPARE(queue.at(0).written, item.written);
        QCOMPARE(queue.at(1).id(), id);
        QVERIFY(queue.at(0).id() != id);
    }

    void aWindowThatClosesAtOnceLosesNothing()
    {
        const QueueItem item = leaveResult();
        {
            JobQueue queue(Settings(), nullptr, JobQueue::Restore::InBackground);
        }
        QCOMPARE(start().items.front(), item);
    }
};

QTEST_MAIN(TestQueueStore)
#include "tst_queue_store.moc"
