#include "core/jobs/queue_item.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>
#include <limits>

using namespace aq;

namespace {

QueueItem fullItem()
{
    QueueItem item;
    item.id = 7;
    item.spec.kind = JobKind::Measure;
    item.spec.model = QStringLiteral("/models/Größe \"1\"/模型.safetensors");
    item.spec.components = {QStringLiteral("unet"), QStringLiteral("vae")};
    item.spec.modelBytes = 9007199254740993; // Not a double.
    item.spec.modelFiles = {{item.spec.model, 9007199254740993,
        QDateTime(QDate(2026, 2, 3), QTime(4, 5, 6, 789), Qt::UTC)}};
    item.spec.recipe.scheme = QStringLiteral("q4_k_m");
    item.spec.recipe.target = QStringLiteral("gguf");
    item.spec.recipe.patterns.push_back({QStringLiteral("*.bias"), {}, false});
    item.spec.thresholds = {.minCosine = 0.123456789, .floorsPerWidth = false};
    item.spec.output = QStringLiteral("/out/model.gguf");
    item.spec.overwrite = item.spec.overrules = item.passed = true;
    item.state = JobState::Finished;
    item.outcome = QStringLiteral("2.1 GiB\nin two lines");
    item.bytesAfter = std::int64_t(1) << 40;
    item.relRmse = 0.0123456789012345;
    item.folder = QStringLiteral("/workspace/jobs/7");
    item.written = QStringLiteral("/workspace/jobs/7/model.gguf");
    item.exported = true;
    item.seconds = 12.25;
    item.report = QStringLiteral("job-7-0123abcd.json");
    return item;
}

QueueItem itemNamed(int id, const char* model)
{
    QueueItem item;
    item.id = id;
    item.spec.model = QString::fromUtf8(model);
    return item;
}

/// The queue of fullItem() with one of its job's values replaced.
QByteArray changed(const char* key, const QJsonValue& value)
{
    QJsonObject queue = QJsonDocument::fromJson(queueToJson({fullItem()})).object();
    QJsonObject job = queue.value(QLatin1StringView("jobs")).toArray().first().toObject();
    job.insert(QLatin1StringView(key), value);
    queue.insert(QStringLiteral("jobs"), QJsonArray{job});
    return QJsonDocument(queue).toJson();
}

} // namespace

class TestQueueItem : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everythingComesBack()
    {
        const std::vector<QueueItem> items{fullItem(), itemNamed(3, "/b")};
        const auto read = queueFromJson(queueToJson(items));
        QVERIFY(read);
        QVERIFY(*read == items);
        QVERIFY(queueFromJson(queueToJson({}))->empty());
    }

    void everyStateComesBackAndRunningIsPaused()
    {
        for (const JobState state : {JobState::Waiting, JobState::Running, JobState::Paused,
                 JobState::Finished, JobState::Failed, JobState::Cancelled}) {
            QueueItem item = fullItem();
            item.state = state;
            const auto read = queueFromJson(queueToJson({item}));
            QVERIFY(read && read->size() == 1);
            QCOMPARE(read->front().state, state == JobState::Running ? JobState::Paused : state);
        }
        QCOMPARE(jobStateId(JobState::Waiting), "waiting");
        QCOMPARE(jobStateId(JobState::Cancelled), "cancelled");
    }

    void idsAreMadeUniqueAndTheFirstKeepsIts()
    {
        const auto read = queueFromJson(queueToJson({itemNamed(2, "/a"), itemNamed(2, "/b"),
            itemNamed(0, "/c"), itemNamed(-5, "/d"), itemNamed(3, "/e")}));
        QVERIFY(read && read->size() == 5);
        QSet<int> ids;
        for (const QueueItem& item : *read) {
            QVERIFY(item.id > 0);
            ids.insert(item.id);
        }
        QCOMPARE(ids.size(), 5);
        QCOMPARE(read->front().id, 2);
        QCOMPARE(read->back().id, 3);
    }

    void repairsWhatItCan_data()
    {
        QTest::addColumn<QByteArray>("key");
        QTest::addColumn<QJsonValue>("value");
        QTest::newRow("state") << QByteArray("state") << QJsonValue(QStringLiteral("dancing"));
        QTest::newRow("state type") << QByteArray("state") << QJsonValue(3);
        QTest::newRow("kind") << QByteArray("kind") << QJsonValue(QStringLiteral("bake"));
        QTest::newRow("files") << QByteArray("modelFiles") << QJsonValue(QStringLiteral("soon"));
        QTest::newRow("bytes") << QByteArray("modelBytes") << QJsonValue(QStringLiteral("9"));
        QTest::newRow("components") << QByteArray("components") << QJsonValue(QJsonArray{1, 2});
        QTest::newRow("thresholds") << QByteArray("thresholds") << QJsonValue(QJsonArray{});
        QTest::newRow("outcome") << QByteArray("outcome") << QJsonValue(QJsonObject{});
        QTest::newRow("relRmse") << QByteArray("relRmse") << QJsonValue();
        QTest::newRow("id") << QByteArray("id") << QJsonValue(1e300);
        QTest::newRow("unknown key") << QByteArray("colour") << QJsonValue(QStringLiteral("red"));
    }
    void repairsWhatItCan()
    {
        QFETCH(QByteArray, key);
        QFETCH(QJsonValue, value);
        const auto read = queueFromJson(changed(key.constData(), value));
        QVERIFY(read);
        QCOMPARE(read->size(), 1u);
        QCOMPARE(read->front().spec.model, fullItem().spec.model);
        QVERIFY(read->front().spec.recipe == fullItem().spec.recipe);
        QVERIFY(read->front().id > 0);
    }

    void unknownStatesWait()
    {
        const auto read = queueFromJson(changed("state", QStringLiteral("dancing")));
        QVERIFY(read);
        QCOMPARE(read->front().state, JobState::Waiting);
    }

    void jobsWithoutAModelAreNoJobs()
    {
        QVERIFY(queueFromJson(changed("model", QJsonValue()))->empty());
        QVERIFY(queueFromJson(changed("model", QString()))->empty());
        QVERIFY(queueFromJson("{\"version\":1,\"jobs\":[null,1,\"a\",[],{}]}")->empty());
    }

    void aWishThatCannotBeReadBecomesNoOther_data()
    {
        QTest::addColumn<QJsonValue>("recipe");
        QTest::newRow("absent") << QJsonValue();
        QTest::newRow("a list") << QJsonValue(QJsonArray{});
        QTest::newRow("unknown key") << QJsonValue(QJsonObject{{QStringLiteral("bitz"), 4}});
        QTest::newRow("bad value") << QJsonValue(QJsonObject{{QStringLiteral("groupSize"), 77}});
    }
    void aWishThatCannotBeReadBecomesNoOther()
    {
        QFETCH(QJsonValue, recipe);
        auto read = queueFromJson(changed("recipe", recipe));
        QVERIFY(read && read->size() == 1);
        QCOMPARE(read->front().state, JobState::Failed);
        QVERIFY(!read->front().problem.isEmpty());
        QVERIFY(read->front().outcome.isEmpty()); // Whoever shows it says it in a language.
        QVERIFY(!problemsOf(read->front().spec.recipe).isEmpty());
        read = queueFromJson(queueToJson(*read)); // Nor by being saved again.
        QVERIFY(read && read->size() == 1);
        QVERIFY(!problemsOf(read->front().spec.recipe).isEmpty());
    }

    void whatIsNoQueueIsRefused_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("text") << QByteArray("hello");
        QTest::newRow("list") << QByteArray("[]");
        QTest::newRow("no version") << QByteArray("{\"jobs\":[]}");
        QTest::newRow("no jobs") << QByteArray("{\"version\":1}");
        QTest::newRow("jobs of another type") << QByteArray("{\"version\":1,\"jobs\":{}}");
        QTest::newRow("newer") << QByteArray("{\"version\":2,\"jobs\":[]}");
    }
    void whatIsNoQueueIsRefused()
    {
        QFETCH(QByteArray, json);
        const auto read = queueFromJson(json);
        QVERIFY(!read);
        QCOMPARE(read.error().code, ErrorCode::InvalidPlan);
        QVERIFY(!read.error().detail.isEmpty());
    }

    void neverFallsOverDamage()
    {
        const QByteArray good = queueToJson({fullItem(), itemNamed(3, "/b")});
        for (qsizetype end = 0; end < good.size() - 2; ++end)
            QVERIFY(!queueFromJson(good.first(end)));
        for (qsizetype at = 0; at < good.size(); ++at)
            for (const char byte : {'\0', '"', '}', '9', '\xff'}) {
                QByteArray bad = good;
                bad[at] = byte;
                if (const auto read = queueFromJson(bad))
                    for (const QueueItem& item : *read)
                        QVERIFY(item.id > 0 && !item.spec.model.isEmpty());
            }
    }

    void infiniteErrorsAreWritten()
    {
        QueueItem item = fullItem();
        item.relRmse = std::numeric_limits<double>::infinity();
        QVERIFY(queueFromJson(queueToJson({item})));
    }
};

QTEST_APPLESS_MAIN(TestQueueItem)
#include "tst_queue_item.moc"
