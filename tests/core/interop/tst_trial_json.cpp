#include "core/interop/comparison_report.h"
#include "core/interop/trial_json.h"

#include <QTest>

using namespace aq;

namespace {

const double unknown = std::numeric_limits<double>::quiet_NaN();

TrialList sample()
{
    TrialList list;
    list.model = {QStringLiteral("/models/a.safetensors"), {QStringLiteral("unet")}, 5'000'000'000,
        QDateTime::fromMSecsSinceEpoch(1'700'000'000'123, Qt::UTC), 2};
    Trial plan;
    plan.id = 3;
    plan.title = QStringLiteral("Q4_K_M \"mine\"");
    plan.recipe = Recipe{};
    plan.recipe->scheme = QStringLiteral("int8");
    Trial measured = plan;
    measured.id = 5;
    measured.kind = Trial::Kind::Measured;
    measured.tensors = std::make_shared<const TrialTensors>(
        TrialTensors{{QStringLiteral("q4_k"), 123, 0.1234567890123456, 1e-17, Status::BelowFloor},
            {QStringLiteral("keep"), 0, unknown, unknown, Status::Failed}});
    Trial file = measured;
    file.id = 7;
    file.kind = Trial::Kind::File;
    file.recipe.reset();
    file.path = QStringLiteral("/files/b.gguf");
    list.trials = {plan, measured, file};
    list.compared = {5, 0, 7};
    list.baseline = 7;
    list.fitBytes = 4'000'000'000;
    list.measure = ErrorMeasure::Sqnr;
    list.nextId = 9;
    return list;
}

} // namespace

class TestTrialJson : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void readsWhatItWrote()
    {
        const TrialList before = sample();
        const auto after = trialsFromJson(trialsToJson(before));
        QVERIFY(after);
        QVERIFY(after->model == before.model);
        QCOMPARE(after->trials.size(), 3u);
        QCOMPARE(after->trials[0].title, before.trials[0].title);
        QVERIFY(after->trials[0].recipe == before.trials[0].recipe);
        QVERIFY(!after->trials[0].tensors); // They follow from the recipe.
        const TrialTensor &was = (*before.trials[1].tensors)[0],
                          &is = (*after->trials[1].tensors)[0];
        QVERIFY(is.relRmse == was.relRmse && is.cosineGap == was.cosineGap);
        QVERIFY(is.scheme == was.scheme && is.bytes == was.bytes && is.status == was.status);
        QVERIFY(!(*after->trials[1].tensors)[1].isKnown());
        QCOMPARE(after->trials[2].path, before.trials[2].path);
        QVERIFY(!after->trials[2].recipe);
        QVERIFY(after->compared == before.compared);
        QCOMPARE(after->baseline, 7);
        QCOMPARE(after->fitBytes, before.fitBytes);
        QVERIFY(after->measure == ErrorMeasure::Sqnr);
        QCOMPARE(after->nextId, 9);
    }

    void leavesOutWhatCannotBeUsed_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::newRow("fewer bytes") << QByteArray("[123,0]") << QByteArray("[123]");
        QTest::newRow("negative bytes") << QByteArray("[123,0]") << QByteArray("[-1,0]");
        QTest::newRow("no such scheme")
            << QByteArray("\"scheme\":[0,1]") << QByteArray("\"scheme\":[0,2]");
        QTest::newRow("no such kind") << QByteArray("\"measured\"") << QByteArray("\"guessed\"");
    }
    void leavesOutWhatCannotBeUsed()
    {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        QByteArray json = trialsToJson(sample());
        const qsizetype at = json.indexOf(from);
        QVERIFY(at > 0);
        const auto list = trialsFromJson(json.replace(at, from.size(), to));
        QVERIFY(list);
        QCOMPARE(list->trials.size(), 2u);
        QCOMPARE(list->compared.front(), 0); // The one that is gone leaves its colour free.
    }

    void refusesWhatIsNoList()
    {
        QVERIFY(!trialsFromJson("{"));
        QVERIFY(!trialsFromJson("[]"));
        QVERIFY(!trialsFromJson("{\"version\":2}"));
    }

    void comparisonIsEscapedAndWhole()
    {
        ModelHeader header;
        TensorInfo tensor;
        tensor.name = QStringLiteral("=a<b>,c");
        tensor.shape = {2};
        tensor.data.bytes = 8;
        header.tensors = {tensor};
        const auto make = [](const char* scheme, std::int64_t bytes, double error) {
            return std::make_shared<const TrialTensors>(
                TrialTensors{{QString::fromLatin1(scheme), bytes, error, 0, Status::Passed}});
        };
        ComparisonSheet sheet;
        sheet.titles = {QStringLiteral("one"), QStringLiteral("<two>")};
        sheet.tensors = {make("q4_k", 1, 0.25), make("q8_0", 2, unknown)};
        sheet.comparison = compareTrials(header, sheet.tensors);
        const QByteArray csv = comparisonCsv(header, sheet);
        QCOMPARE(csv.split('\n').at(1), QByteArray("\"'=a<b>,c\",2,8,q4_k,1,0.25,0,q8_0,2,,0\r"));
        const QByteArray html = comparisonHtml(header, sheet);
        QVERIFY(html.contains("=a&lt;b&gt;,c") && html.contains("&lt;two&gt;"));
        QVERIFY(!html.contains("<two>") && !html.contains("<script"));
        QVERIFY(!comparisonFor(QStringLiteral("a.txt"), header, sheet));
        QVERIFY(*comparisonFor(QStringLiteral("A.CSV"), header, sheet) == csv);
    }
};

QTEST_APPLESS_MAIN(TestTrialJson)
#include "tst_trial_json.moc"
