#include "core/jobs/fit_job.h"
#include "tests/core/jobs/job_fixture.h"

#include <QFileInfo>
#include <QRegularExpression>

using namespace aq;
using namespace aq::test;

namespace {

/// A model with all that fits of it are made from.
struct FitBench {
    QuantizeRequest request; ///< With the base plan.
    FitModelPtr model;
};

Result<FitBench> benchFor(const ModelSource& source, const Recipe& recipe)
{
    auto found = candidatesFor(source.header(), recipe);
    if (!found)
        return found.error();
    const auto candidates = std::make_shared<const Candidates>(*std::move(found));
    auto sensitivity = scanModel(
        {.source = source, .candidates = candidates, .importance = {}, .limits = {}}, {});
    if (!sensitivity)
        return sensitivity.error();
    FitBench bench{{.source = source,
                       .plan = candidates->base,
                       .output = {},
                       .overwrite = true,
                       .thresholds = {},
                       .limits = {}},
        {}};
    auto model = fitModelFor(bench.request, candidates, *std::move(sensitivity));
    if (!model)
        return model.error();
    bench.model = *std::move(model);
    return bench;
}

/// The names and the proportions of a Stable Diffusion 1.5 network, with few channels.
std::vector<TestTensor> smallUnet()
{
    std::vector<TestTensor> tensors;
    unsigned seed = 1;
    const auto add = [&](const QString& name, const Shape& shape) {
        tensors.push_back(
            floatTensor(QStringLiteral("model.diffusion_model.") + name, shape, seed++));
    };
    add(QStringLiteral("input_blocks.0.0.weight"), {32, 4, 3, 3});
    for (int block = 1; block < 3; ++block) {
        const QString in = QStringLiteral("input_blocks.%1.").arg(block);
        const std::int64_t width = 128 * block;
        add(in + QStringLiteral("0.in_layers.2.weight"), {width, 32, 3, 3});
        add(in + QStringLiteral("0.in_layers.2.bias"), {width});
        add(in + QStringLiteral("0.emb_layers.1.weight"), {width, 256});
        for (const char* part : {"to_q", "to_k", "to_v", "to_out.0"})
            add(in
                    + QStringLiteral("1.transformer_blocks.0.attn1.%1.weight")
                          .arg(QLatin1StringView(part)),
                {width, width});
        add(in + QStringLiteral("1.transformer_blocks.0.attn2.to_k.weight"), {width, 768});
        add(in + QStringLiteral("1.transformer_blocks.0.ff.net.0.proj.weight"), {8 * width, width});
        add(in + QStringLiteral("1.transformer_blocks.0.ff.net.2.weight"), {width, 4 * width});
    }
    add(QStringLiteral("out.2.weight"), {4, 32, 3, 3});
    return tensors;
}

Recipe quickRecipe(const QString& target)
{
    Recipe recipe = recipeForAll(target, QStringLiteral("int4"));
    recipe.search = Search::None;
    return recipe;
}

/// The number in "… the smallest is 1234 bytes (…)"; 0: there is none.
std::int64_t smallestIn(const Error& error)
{
    static const QRegularExpression smallest(QStringLiteral("the smallest is (\\d+) bytes"));
    return smallest.match(error.detail).captured(1).toLongLong();
}

} // namespace

class TestFitJob : public QObject {
    Q_OBJECT
    QTemporaryDir m_folder;

    Result<ModelSource> modelOf(const QString& name) const
    {
        if (name.contains(u'.'))
            return openModel(sharedModel(name));
        const QString path = m_folder.filePath(QStringLiteral("in.safetensors"));
        return write(path, safetensorsFile(smallUnet()))
            ? openModel(path)
            : Error{ErrorCode::WriteFailed, QStringLiteral("the test's own model"), path};
    }

    std::int64_t writtenBytes(const FitBench& bench, const FittedFile& fitted) const
    {
        QuantizeRequest request = bench.request;
        request.plan = fitted.plan;
        request.output = m_folder.filePath(QStringLiteral("out"));
        finished(quantizeModel(request, {}));
        return QFileInfo(request.output).size();
    }

    /// A refusal names a size: that does fit, and no byte less.
    static void checkRefusal(const FitBench& bench, const Error& error, std::int64_t budget)
    {
        QVERIFY(error.code == ErrorCode::InvalidPlan);
        QVERIFY2(error.detail.startsWith(QStringLiteral("cannot fit into %1 bytes (").arg(budget)),
            qPrintable(error.detail));
        const std::int64_t smallest = smallestIn(error);
        QVERIFY(smallest > budget);
        const auto fits = fitFileToBytes(bench.request, *bench.model, smallest);
        QVERIFY(fits);
        QVERIFY(fits->fileBytes <= smallest);
        QVERIFY(!fitFileToBytes(bench.request, *bench.model, smallest - 1));
    }

private Q_SLOTS:
    void filesHaveTheSizeOfTheFit_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("target");
        QTest::addColumn<int>("least"); // How many of the ten budgets there is a file for.
        const auto row = [](const char* name, const char* target, int least) {
            QTest::addRow("%s %s", name, target)
                << QString::fromLatin1(name) << QString::fromLatin1(target) << least;
        };
        row("silero_vad_16k.safetensors", "gguf", 2); // Few of its rows are whole blocks.
        row("silero_vad_16k.safetensors", "safetensors", 9);
        row("silero_vad_16k.safetensors", "arrow", 8);
        row("taef2_decoder.pth", "safetensors", 9);
        row("taef2_decoder.pth", "arrow", 8);
        row("small unet", "gguf-comfyui", 8);
        row("small unet", "safetensors", 9);
        row("small unet", "arrow", 8);
        row("small unet", "arrow-stream", 8);
    }
    void filesHaveTheSizeOfTheFit()
    {
        QFETCH(QString, name);
        QFETCH(QString, target);
        QFETCH(int, least);
        if (name.contains(u'.') && sharedModel(name).isEmpty())
            QSKIP("the shared models are not here");
        const auto source = modelOf(name);
        QVERIFY2(source, source ? "" : qPrintable(textOf(source.error())));
        const auto bench = benchFor(*source, quickRecipe(target));
        QVERIFY2(bench, bench ? "" : qPrintable(textOf(bench.error())));
        const std::int64_t halfBytes = 2 * bench->request.plan.parameters;
        double error = std::numeric_limits<double>::infinity();
        int fitting = 0;
        for (int percent = 15; percent <= 60; percent += 5) {
            const std::int64_t budget = halfBytes * percent / 100;
            const auto fitted = fitFileToBytes(bench->request, *bench->model, budget);
            if (!fitted) {
                checkRefusal(*bench, fitted.error(), budget);
                continue;
            }
            ++fitting;
            QVERIFY(fitted->fileBytes <= budget);
            QCOMPARE(writtenBytes(*bench, *fitted), fitted->fileBytes);
            QVERIFY2(fitted->fit.error <= error, qPrintable(QString::number(percent)));
            error = fitted->fit.error;
        }
        QVERIFY2(fitting >= least, qPrintable(QString::number(fitting)));
    }

    /// What is left of a budget would buy nothing: any one better type takes more.
    void theBudgetIsUsedUp()
    {
        const auto source = modelOf(QStringLiteral("small unet"));
        QVERIFY(source);
        const auto bench = benchFor(*source, quickRecipe(QStringLiteral("safetensors")));
        QVERIFY(bench);
        const std::int64_t budget = 2 * bench->request.plan.parameters * 3 / 10;
        const auto fitted = fitFileToBytes(bench->request, *bench->model, budget);
        const auto again = fitFileToBytes(bench->request, *bench->model, budget);
        QVERIFY(fitted && again);
        QVERIFY(fitted->recipe == again->recipe);
        const FitProblem& problem = bench->model->problem;
        constexpr std::int64_t metadata = 64; // That another type's name may take.
        for (std::size_t i = 0; i < problem.tensors.size(); ++i) {
            const FitChoice& chosen = problem.tensors[i][std::size_t(fitted->fit.answer.chosen[i])];
            for (const FitChoice& other : problem.tensors[i])
                QVERIFY(other.cost >= chosen.cost
                    || fitted->fileBytes + other.bytes - chosen.bytes + metadata > budget);
        }
    }

    void theRecipeMakesThePlan()
    {
        const auto source = modelOf(QStringLiteral("small unet"));
        QVERIFY(source);
        const auto bench = benchFor(*source, quickRecipe(QStringLiteral("gguf")));
        QVERIFY(bench);
        const auto fitted = fitFileToBytes(
            bench->request, *bench->model, bench->request.plan.parameters); // 8 bits per weight
        QVERIFY(fitted);
        QVERIFY(!fitted->recipe.fitted.empty());
        QVERIFY(fitted->plan.recipe == fitted->recipe);
        const auto answer = answerOf(*bench->model, fitted->plan);
        QVERIFY(answer);
        QVERIFY(answer->chosen == fitted->fit.answer.chosen);
    }

    void anErrorIsKeptByTheSmallestFile()
    {
        const auto source = modelOf(QStringLiteral("small unet"));
        QVERIFY(source);
        const auto bench = benchFor(*source, quickRecipe(QStringLiteral("safetensors")));
        QVERIFY(bench);
        const auto bySize
            = fitFileToBytes(bench->request, *bench->model, bench->request.plan.parameters);
        QVERIFY(bySize);
        const auto byError = fitFileToError(bench->request, *bench->model, bySize->fit.error);
        QVERIFY(byError);
        QVERIFY(byError->fit.error <= bySize->fit.error);
        QVERIFY(byError->fit.answer.bytes <= bySize->fit.answer.bytes);
        QCOMPARE(writtenBytes(*bench, *byError), byError->fileBytes);
        const auto refused = fitFileToError(bench->request, *bench->model, -1);
        QVERIFY(!refused);
        QVERIFY(refused.error().code == ErrorCode::InvalidPlan);
        QVERIFY2(refused.error().detail.contains(QStringLiteral("the least is")),
            qPrintable(refused.error().detail));
    }
};

QTEST_APPLESS_MAIN(TestFitJob)
#include "tst_fit_job.moc"
