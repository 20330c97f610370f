#include "core/jobs/file_size.h"
#include "tests/core/jobs/job_fixture.h"

#include <QFileInfo>

using namespace aq;
using namespace aq::test;

class TestFileSize : public QObject {
    Q_OBJECT
    QTemporaryDir m_folder;

    static std::vector<TestTensor> oddNames()
    {
        const QString prefix = QStringLiteral("model.diffusion_model.");
        return {
            floatTensor(prefix + QStringLiteral("Schicht 重み \"0\" \\ 🙂"), {64, 256}, 1),
            floatTensor(prefix + QString(120, u'x'), {320, 4, 3, 3}, 2),
            floatTensor(QStringLiteral("a\tb\nc"), {33, 77}, 3),
            floatTensor(QStringLiteral("1-d"), {4096}, 4),
            {QStringLiteral("steps"), DType::I64, {5}, QByteArray(40, '\x07')},
            floatTensor(QStringLiteral("scalar"), {}, 5),
        };
    }
    static std::vector<TestTensor> many()
    {
        std::vector<TestTensor> tensors;
        for (int i = 0; i < 1500; ++i)
            tensors.push_back(
                floatTensor(QStringLiteral("blk.%1.weight").arg(i), {2, 32 * (1 + i % 3)}));
        return tensors;
    }

    /// What was written more of tensors whose scales turned out not to fit F16: only their values
    /// say so. Nothing else may differ.
    static std::int64_t widened(const QuantPlan& plan, const ValidationReport& report)
    {
        std::int64_t bytes = 0;
        for (std::size_t i = 0; i < plan.tensors.size(); ++i)
            if (report.tensors[i].reason == QStringLiteral("fallback: scale outside F16"))
                bytes += report.tensors[i].bytesAfter - plan.tensors[i].outputBytes;
        return bytes;
    }
    /// Compares the announced size with that of the file that is really written.
    void compareWithFile(QuantizeRequest request, const char* what)
    {
        request.output = m_folder.filePath(QStringLiteral("out"));
        request.overwrite = true;
        const auto announced = outputFileBytes(request);
        QVERIFY2(announced, announced ? "" : qPrintable(textOf(announced.error())));
        const JobEnd end = quantizeModel(request, {});
        const ValidationReport& report = finished(end).report;
        const std::int64_t expected = *announced + widened(request.plan, report);
        QCOMPARE(report.summary.bytesAfter, expected);
        QVERIFY2(QFileInfo(request.output).size() == expected, what);
    }
    /// By several recipes for `target`, and with all that changes the metadata.
    void compareByRecipes(const ModelSource& source, const QString& target)
    {
        for (const Profile& profile : profiles()) {
            Recipe recipe = recipeFor(profile);
            recipe.target = target;
            const auto plan = makePlan(source.header(), recipe);
            QVERIFY2(plan, plan ? "" : qPrintable(textOf(plan.error())));
            QuantizeRequest request{
                .source = source, .plan = *plan, .output = {}, .thresholds = {}, .limits = {}};
            compareWithFile(request, profile.id);
            request.hashSource = false;
            request.metadata.insert(
                QStringLiteral("arrowquant.forced"), QStringLiteral("\"odd\"\n…"));
            compareWithFile(request, profile.id);
        }
        Recipe whole = recipeForAll(target, QStringLiteral("int4"), 0);
        whole.stripPrefix = true;
        whole.name = QStringLiteral("\u91CD \"x\"");
        const auto plan = makePlan(source.header(), whole);
        QVERIFY2(plan, plan ? "" : qPrintable(textOf(plan.error())));
        compareWithFile(
            {.source = source, .plan = *plan, .output = {}, .thresholds = {}, .limits = {}},
            "whole");
    }

private Q_SLOTS:
    void isThatOfTheWrittenFile_data()
    {
        QTest::addColumn<QString>("target");
        QTest::addColumn<QString>("model");
        for (const Target& target : targets())
            for (const char* model :
                {"odd names", "many", "silero_vad_16k.safetensors", "taef2_decoder.pth"})
                QTest::addRow("%s %s", target.id, model)
                    << QString::fromLatin1(target.id) << QString::fromLatin1(model);
    }
    void isThatOfTheWrittenFile()
    {
        QFETCH(QString, target);
        QFETCH(QString, model);
        QString path = m_folder.filePath(QStringLiteral("in.safetensors"));
        if (model.contains(u'.'))
            path = sharedModel(model);
        else
            QVERIFY(write(
                path, safetensorsFile(model == QStringLiteral("many") ? many() : oddNames())));
        if (path.isEmpty())
            QSKIP("the shared models are not here");
        const auto source = openModel(path);
        QVERIFY2(source, source ? "" : qPrintable(textOf(source.error())));
        compareByRecipes(*source, target);
    }

    void aFileOfAFileIsCounted_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        for (const char* from : {"safetensors", "gguf"})
            for (const char* to : {"arrow", "safetensors", "gguf"})
                QTest::addRow("%s to %s", from, to)
                    << QString::fromLatin1(from) << QString::fromLatin1(to);
    }
    /// Metadata with types, encodings that are copied, and what was said of the source.
    void aFileOfAFileIsCounted()
    {
        QFETCH(QString, from);
        QFETCH(QString, to);
        const JobFixture job(oddNames());
        Recipe recipe = recipeForAll(from, QStringLiteral("int8"));
        recipe.keepBelowElements = 3000;
        finished(quantizeModel(job.request(recipe, QStringLiteral("first")), {}));
        const auto source = openModel(job.path(QStringLiteral("first")));
        QVERIFY(source);
        const auto plan = makePlan(source->header(), recipeForAll(to, QStringLiteral("int4")));
        QVERIFY2(plan, plan ? "" : qPrintable(textOf(plan.error())));
        compareWithFile(
            {.source = *source, .plan = *plan, .output = {}, .thresholds = {}, .limits = {}},
            "second");
    }

    /// The same words as the job itself would have, located at the file.
    void whatCannotBeWrittenHasNoSize()
    {
        const JobFixture job({floatTensor(QStringLiteral("w"), {4, 64}),
            floatTensor(QStringLiteral("w.codes"), {4, 64})});
        QuantizeRequest request
            = job.request(recipeForAll(QStringLiteral("safetensors"), QStringLiteral("int4")));
        const auto refused = outputFileBytes(request);
        const JobEnd end = quantizeModel(request, {});
        QVERIFY(!refused && std::holds_alternative<Failed>(end));
        QCOMPARE(textOf(refused.error()), textOf(std::get<Failed>(end).error));
    }
};

QTEST_APPLESS_MAIN(TestFileSize)
#include "tst_file_size.moc"
