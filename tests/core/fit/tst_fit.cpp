#include "core/fit/dice.h"
#include "core/fit/fit.h"
#include "core/io/model_source.h"
#include "core/validate/trial_comparison.h"
#include "tests/core/fit/fit_support.h"
#include "tests/core/plan/plan_support.h"
#include "tests/support/test_models.h"

#include <cmath>

using namespace aq;
using namespace aq::test;

namespace {

QString L(const char* text) { return QString::fromUtf8(text); }

bool isNear(double a, double b)
{
    return std::abs(a - b) <= 1e-12 * std::max(std::abs(a), std::abs(b));
}

/// Three free tensors and one that the recipe quantized.
MadeModel smallModel()
{
    return made({
        {"a.weight", 1000, {{"q2_k", 300, 0.09}, {"q4_k", 560, 0.004}, {nullptr, 2000, 0}}},
        {"b.weight", 3000, {{"q2_k", 900, 0.10}, {"q4_k", 1700, 0.006}, {nullptr, 6000, 0}}},
        {"fixed.weight", 4000, {{"q8_0", 4250, 0.0001}}},
        {"c.weight", 2000,
            {{"q2_k", 600, 0.30}, {"q4_k", 1130, 0.03}, {"q8_0", 2130, 0.0002},
                {nullptr, 4000, 0}}},
    });
}

/// What a scan would find, roughly: four times less error for each bit, by tensor more or less.
SensitivityPtr guessed(const ModelHeader& header, const Candidates& candidates)
{
    auto sensitivity = std::make_shared<Sensitivity>();
    for (std::size_t i = 0; i < header.tensors.size(); ++i) {
        const double elements = double(std::max<std::int64_t>(1, header.tensors[i].elements()));
        Sensitivity::Tensor tensor;
        tensor.elements = tensor.measured = header.tensors[i].elements();
        tensor.energy = elements;
        for (const Candidate& candidate : candidates.tensors[i]) {
            const double bits = 8 * double(candidate.plan.outputBytes) / elements;
            CandidateError error;
            error.error = candidate.action.isKeep() ? 0 : double(1 + i % 5) * std::exp2(-2 * bits);
            error.sums = sumsOf(error.error, tensor.elements);
            tensor.candidates.push_back(error);
        }
        sensitivity->tensors.push_back(std::move(tensor));
    }
    return sensitivity;
}

/// A small Stable Diffusion 1.x, with rows that fit no block and sources of several types.
ModelHeader sd1Header()
{
    ModelHeader header;
    for (int i = 1; i < 12; ++i) {
        const QString block = L("input_blocks.%1.").arg(i);
        const DType dtype = i % 3 == 0 ? DType::F32 : i % 3 == 1 ? DType::F16 : DType::BF16;
        header.tensors.push_back(tensorOf(block + L("0.op.weight"), {320, 320, 3, 3}, dtype));
        header.tensors.push_back(tensorOf(block + L("1.proj_in.weight"), {320, 320, 1, 1}, dtype));
        header.tensors.push_back(
            tensorOf(block + L("1.transformer_blocks.0.attn1.to_q.weight"), {640, 512}, dtype));
        header.tensors.push_back(
            tensorOf(block + L("1.transformer_blocks.0.attn2.to_k.weight"), {320, 768}, dtype));
        header.tensors.push_back(
            tensorOf(block + L("1.transformer_blocks.0.ff.net.2.weight"), {320, 36}, dtype));
        header.tensors.push_back(tensorOf(block + L("1.norm.weight"), {320}, dtype));
    }
    for (const char* key : {"output_blocks.2.1.conv.weight", "output_blocks.5.2.conv.weight",
             "output_blocks.8.2.conv.weight"})
        header.tensors.push_back(tensorOf(L(key), {320, 320, 3, 3}));
    header.tensors.push_back(tensorOf(L("time_embed.0.weight"), {1280, 320}));
    header.tensors.push_back(tensorOf(L("positions"), {77, 64}, DType::I64));
    header.tensors.push_back(encodedOf(L("middle.weight"), {64, 512}, "q8_0", 64 * 512 / 32 * 34));
    return header;
}

} // namespace

class TestFit final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void totalsFollowTheFormulas();
    void totalIsTheComparePagesError();
    void dataIsPadded();
    void judgesAsReportsDo();
    void fitsAreWithinTheirLimits();
    void noFittedTensorIsWorseThanAsked();
    void whatCannotBeChosenIsKept();
    void planHasExactlyTheAnswersTypes_data();
    void planHasExactlyTheAnswersTypes();
    void plansHaveAPlaceOnTheCurve();
    void foreignPlansHaveNone();
    void suggestionsKeepTheirPromises();
    void nothingAcceptableIsNotSuggested();
    void listsChanges();
    void modelsWithoutChoiceHaveOneFit();
};

void TestFit::totalsFollowTheFormulas()
{
    MadeModel made = smallModel();
    const double energies[] = {10, 20, 5, 40};
    for (std::size_t i = 0; i < 4; ++i)
        made.sensitivity->tensors[i].energy = energies[i];
    const std::vector<int> chosen{1, 0, 2}; // 0.004, 0.10, 0.0002; fixed: 0.0001
    const auto errorWith = [&](ErrorWeight weight) {
        const FitModelPtr model = made.model(weight);
        const Fit fit = fitOf(*model, answerFor(model->problem, chosen));
        return fit.error;
    };
    QVERIFY(isNear(errorWith(ErrorWeight::Parameters),
        (1000 * 0.004 + 3000 * 0.10 + 4000 * 0.0001 + 2000 * 0.0002) / 10000));
    QVERIFY(isNear(
        errorWith(ErrorWeight::Energy), (10 * 0.004 + 20 * 0.10 + 5 * 0.0001 + 40 * 0.0002) / 75));
    QVERIFY(isNear(errorWith(ErrorWeight::Tensors), (0.004 + 0.10 + 0.0001 + 0.0002) / 4));

    const FitModelPtr model = made.model(ErrorWeight::Parameters, 77);
    const Fit fit = fitOf(*model, answerFor(model->problem, chosen));
    QCOMPARE(fit.answer.bytes, 77 + 560 + 900 + 4250 + 2130);
    QVERIFY(isNear(fit.worst, std::sqrt(0.10)));
    QCOMPARE(fit.worstTensor, L("b.weight"));
    QVERIFY(fit.bitsPerWeight == 8.0 * (560 + 900 + 4250 + 2130) / 10000);
    const Fit kept = fitOf(*model, answerFor(model->problem, {2, 2, 3}));
    QCOMPARE(kept.worstTensor, L("fixed.weight"));
}

/// docs/decisions/0017, computed there by other code.
void TestFit::totalIsTheComparePagesError()
{
    const FitModelPtr model = smallModel().model();
    ModelHeader header;
    TrialTensors trial;
    const double errors[] = {0.004, 0.10, 0.0001, 0.0002};
    for (std::size_t i = 0; i < 4; ++i) {
        const std::int64_t elements = model->sensitivity->tensors[i].elements;
        header.tensors.push_back(tensorOf(model->candidates->names[i], {elements}));
        trial.push_back({L("q4_k"), 1, std::sqrt(errors[i]), 0, Status::Passed});
    }
    const Fit fit = fitOf(*model, answerFor(model->problem, {1, 0, 2}));
    QVERIFY(isNear(std::sqrt(fit.error), sumsOf(header, trial).relRmse));
}

void TestFit::dataIsPadded()
{
    const FitModelPtr model = smallModel().model(ErrorWeight::Parameters, 1000, 32);
    QCOMPARE(model->problem.fixedBytes, 1000 + 4256);
    QCOMPARE(model->problem.tensors[0][0].bytes, 320);
    QCOMPARE(model->problem.tensors[1][1].bytes, 1728);
    QCOMPARE(model->problem.tensors[2][3].bytes, 4000);
    const Fit fit = fitOf(*model, answerFor(model->problem, {0, 1, 3}));
    QVERIFY(fit.bitsPerWeight == 8.0 * (300 + 1700 + 4250 + 4000) / 10000);
}

void TestFit::judgesAsReportsDo()
{
    Dice dice(3);
    for (const Scheme* scheme : schemes())
        for (int i = 0; i < 200; ++i) {
            const double error = std::pow(10, -9 * dice.unit());
            const Thresholds thresholds{i % 2 ? 0.85 : 0.9999, i % 3 > 0};
            const FitModelPtr model
                = made({{"a", 100, {{scheme->id, 100, error}, {nullptr, 200, 0}}}})
                      .model(ErrorWeight::Parameters, 0, 1, thresholds);
            TensorReport report;
            report.status = Status::Passed;
            report.sums = sumsOf(error, 100);
            judge(report, codeBitsOf(QString::fromLatin1(scheme->id)), thresholds);
            QCOMPARE(isMissed(*model, 0, 0), report.status != Status::Passed);
            QVERIFY(relRmseOf(*model, 0, 0) == report.relRmse);
            QVERIFY(!isMissed(*model, 0, 1));
        }
}

void TestFit::fitsAreWithinTheirLimits()
{
    const FitModelPtr model = smallModel().model(ErrorWeight::Parameters, 100);
    const std::int64_t low = model->problem.smallest(), high = model->problem.largest();
    QCOMPARE(low, 100 + 300 + 900 + 4250 + 600);
    QVERIFY(!fitToBytes(*model, low - 1));
    double before = std::numeric_limits<double>::infinity();
    for (std::int64_t bytes = low; bytes <= high; bytes += 50) {
        const auto fit = fitToBytes(*model, bytes);
        QVERIFY(fit && fit->answer.bytes <= bytes && fit->error <= before);
        before = fit->error;
        const auto back = fitToError(*model, fit->error);
        QVERIFY(back && back->error <= fit->error && back->answer.bytes <= fit->answer.bytes);
    }
    QVERIFY(!fitToError(*model, 0.4 * 0.0001 * 0.99)); // The fixed tensor's alone is more.
    QCOMPARE(fitToError(*model, 1)->answer.bytes, low);
}

void TestFit::noFittedTensorIsWorseThanAsked()
{
    const MadeModel made = smallModel();
    made.candidates->base.recipe.fitWorst = 0.2; // Of squared errors: 0.04.
    const FitModelPtr model = made.model();
    QCOMPARE(model->problem.smallest(), 560 + 1700 + 4250 + 1130);
    for (std::int64_t bytes = model->problem.smallest(); bytes <= 20'000; bytes += 100)
        QVERIFY(fitToBytes(*model, bytes)->worst <= 0.2);
    QVERIFY(!isUsable(*model, 0, 0) && isUsable(*model, 0, 1) && isUsable(*model, 0, 2));
}

void TestFit::whatCannotBeChosenIsKept()
{
    const FitModelPtr model = made(
        {
            {"nan.weight", 1000, {{"q2_k", 300, 0.09}, {nullptr, 2000, 0}}, "NaN at 17"},
            {"one.weight", 1000,
                {{"q2_k", 300, 0.09, "a scale does not fit"}, {"q4_k", 560, 0.004},
                    {nullptr, 2000, 0}}},
            {"zero.weight", 1000,
                {{"q2_k", 300, std::numeric_limits<double>::infinity()}, {nullptr, 2000, 0}}},
        })
                                  .model();
    QCOMPARE(model->problem.smallest(), 2000 + 560 + 2000);
    const auto fit = fitToBytes(*model, 4560);
    QCOMPARE(fit->answer.chosen, (std::vector<int>{1, 1, 1}));
    QVERIFY(!isUsable(*model, 0, 0) && !isUsable(*model, 1, 0) && !isUsable(*model, 2, 0));
    for (const FitSuggestion& suggestion : suggestions(*model))
        for (std::size_t i = 0; i < model->free.size(); ++i)
            QVERIFY(isUsable(*model, i, suggestion.fit.answer.chosen[i]));
}

void TestFit::planHasExactlyTheAnswersTypes_data()
{
    QTest::addColumn<QString>("target");
    QTest::addColumn<QString>("model");
    for (const Target& target : targets())
        if (!target.decoded)
            for (const char* model : {"", "silero_vad_16k.safetensors", "taef2_decoder.pth"})
                QTest::addRow("%s %s", target.id, model)
                    << QString::fromLatin1(target.id) << QString::fromLatin1(model);
}

void TestFit::planHasExactlyTheAnswersTypes()
{
    QFETCH(QString, target);
    QFETCH(QString, model);
    ModelHeader header = sd1Header();
    if (!model.isEmpty()) {
        const QString path = sharedModel(model);
        if (path.isEmpty())
            QSKIP("the shared models are not here");
        const auto source = openModel(path);
        QVERIFY(source);
        header = source->header();
    }
    Recipe recipe; // Keep-lists and all.
    recipe.target = target;
    recipe.patterns = {ruleOf("*attn2*", "8"), ruleOf("*conv1*", "keep")};
    recipe.rules = {ruleOf("time_embed*", "8")};
    recipe.overrides = {ruleOf("input_blocks.2.1.proj_in.weight", "keep")};
    recipe.sensitivePatterns = {L("*proj_out*")};
    auto candidates = candidatesFor(header, recipe);
    QVERIFY(candidates);
    const auto shared = std::make_shared<const Candidates>(*std::move(candidates));
    const FitModelPtr fits = makeFitModel(
        shared, guessed(header, *shared), 4096, target.startsWith(L("gguf")) ? 32 : 1, {});
    const std::int64_t low = fits->problem.smallest(), high = fits->problem.largest();
    for (int i = 0; i <= 8; ++i) {
        const auto fit = fitToBytes(*fits, low + (high - low) * i / 8);
        QVERIFY(fit);
        const Recipe fitted = withFit(recipe, *fits, fit->answer);
        const QuantPlan plan = planned(header, fitted);
        std::size_t position = 0;
        for (std::size_t j = 0; j < header.tensors.size(); ++j) {
            const bool isFree = position < fits->free.size() && fits->free[position] == j;
            const TensorPlan& expected = isFree
                ? shared->tensors[j][std::size_t(fit->answer.chosen[position])].plan
                : shared->base.tensors[j];
            position += isFree ? 1 : 0;
            const TensorPlan& got = plan.tensors[j];
            QCOMPARE(typeOf(got), typeOf(expected));
            QVERIFY(got.options == expected.options && got.storedShape == expected.storedShape);
            QCOMPARE(got.outputBytes, expected.outputBytes);
            QVERIFY((got.reason == Reason::Fitted) == isFree || got.reason == Reason::Fallback);
        }
        QVERIFY(fit->bitsPerWeight == plan.bitsPerWeight());
        const auto back = answerOf(*fits, plan);
        QVERIFY(back);
        QVERIFY(back->chosen == fit->answer.chosen && back->bytes == fit->answer.bytes
            && back->cost == fit->answer.cost);
        const auto read = recipeFromJson(toJson(fitted)); // As a document.
        QVERIFY(read && *read == fitted);
    }
}

/// Uniform recipes and named ones are points of the same diagram.
void TestFit::plansHaveAPlaceOnTheCurve()
{
    const ModelHeader header = sd1Header();
    for (const char* target : {"gguf", "safetensors"}) {
        Recipe recipe;
        recipe.target = L(target);
        const auto shared = std::make_shared<const Candidates>(*candidatesFor(header, recipe));
        const FitModelPtr fits = makeFitModel(shared, guessed(header, *shared), 0, 1, {});
        for (const char* scheme : {"int2", "int4", "int8", "q4_k_m"})
            for (const int groupSize : {64, 256}) {
                Recipe uniform = recipe;
                uniform.scheme = L(scheme);
                uniform.groupSize = groupSize;
                const QuantPlan plan = planned(header, uniform);
                const auto answer = answerOf(*fits, plan);
                QVERIFY2(answer, scheme);
                QCOMPARE(answer->bytes, plan.bytesAfter);
                // No mix of the same size is worse than the best one.
                QVERIFY(fitToBytes(*fits, answer->bytes)->error <= answer->cost);
            }
    }
}

void TestFit::foreignPlansHaveNone()
{
    const ModelHeader header = sd1Header();
    Recipe recipe;
    recipe.target = L("safetensors");
    const auto shared = std::make_shared<const Candidates>(*candidatesFor(header, recipe));
    const FitModelPtr fits = makeFitModel(shared, guessed(header, *shared), 0, 1, {});
    QVERIFY(answerOf(*fits, planned(header, recipe)));
    Recipe other = recipe;
    other.target = L("arrow");
    QVERIFY(!answerOf(*fits, planned(header, other)));
    other = recipe;
    other.symmetry = Symmetry::Symmetric;
    QVERIFY(!answerOf(*fits, planned(header, other)));
    other = recipe;
    other.groupSize = 0; // One group for the tensor: no candidate.
    QVERIFY(!answerOf(*fits, planned(header, other)));
    other = recipe;
    other.keepOneDimensional = false; // What is fixed here is quantized there.
    other.keepBelowElements = 0;
    QVERIFY(!answerOf(*fits, planned(header, other)));
}

void TestFit::suggestionsKeepTheirPromises()
{
    using Kind = FitSuggestion::Kind;
    const ModelHeader header = sd1Header();
    for (const char* target : {"gguf", "gguf-comfyui", "safetensors", "arrow"}) {
        Recipe recipe;
        recipe.target = L(target);
        const auto shared = std::make_shared<const Candidates>(*candidatesFor(header, recipe));
        const FitModelPtr fits = makeFitModel(shared, guessed(header, *shared), 0, 1, {});
        const auto found = suggestions(*fits);
        QCOMPARE(found.size(), std::size_t(3));
        QVERIFY(found[0].kind == Kind::SmallestAcceptable && found[1].kind == Kind::Knee
            && found[2].kind == Kind::NearLossless);
        // Nothing is missed, and each tensor's next smaller type would miss.
        QCOMPARE(found[0].fit.missed, 0);
        for (std::size_t i = 0; i < fits->free.size(); ++i) {
            const auto& choices = fits->problem.tensors[i];
            for (int j = 0; j < int(choices.size()); ++j)
                QVERIFY(isMissed(*fits, i, j)
                    || choices[std::size_t(j)].bytes
                        >= choices[std::size_t(found[0].fit.answer.chosen[i])].bytes);
        }
        // As good as 8 bits everywhere, and no larger.
        Recipe eight = recipe;
        eight.scheme = L("int8");
        eight.groupSize = 256;
        const auto uniform = answerOf(*fits, planned(header, eight));
        QVERIFY(uniform);
        QVERIFY(found[2].fit.error <= uniform->cost * (1 + 1e-12));
        QVERIFY(found[2].fit.answer.bytes <= uniform->bytes);
        QVERIFY(found[1].fit.answer.bytes > fits->problem.smallest()
            && found[1].fit.answer.bytes < found[2].fit.answer.bytes);
    }
}

void TestFit::nothingAcceptableIsNotSuggested()
{
    // Kept values have to be cast here, and that is too much already.
    MadeModel made = aq::test::made({{"a.weight", 100, {{"q2_k", 30, 0.3}, {"f16", 200, 0.2}}}});
    made.candidates->tensors[0][1].action = {}; // Keeping makes it F16.
    const FitModelPtr model = made.model(ErrorWeight::Parameters, 0, 1, {0.95, true});
    for (const FitSuggestion& suggestion : suggestions(*model))
        QVERIFY(suggestion.kind != FitSuggestion::Kind::SmallestAcceptable);
}

void TestFit::listsChanges()
{
    const FitModelPtr model = smallModel().model();
    const auto changes = changesBetween(
        *model, answerFor(model->problem, {0, 1, 2}), answerFor(model->problem, {0, 2, 1}));
    QCOMPARE(changes.size(), std::size_t(2));
    QCOMPARE(changes[0].tensor, std::size_t(1));
    QCOMPARE(changes[1].tensor, std::size_t(3));
    QVERIFY(changes[0].before == 1 && changes[0].after == 2);
    QVERIFY(changes[1].before == 2 && changes[1].after == 1);
}

void TestFit::modelsWithoutChoiceHaveOneFit()
{
    const FitModelPtr model
        = made({{"a", 10, {{nullptr, 20, 0}}}}).model(ErrorWeight::Parameters, 5);
    const auto fit = fitToBytes(*model, 25);
    QVERIFY(fit && fit->error == 0 && fit->worstTensor.isEmpty() && fit->missed == 0);
    QVERIFY(!fitToBytes(*model, 24));
    for (const FitSuggestion& suggestion : suggestions(*model))
        QCOMPARE(suggestion.fit.answer.bytes, 25);
    const FitModelPtr empty = made({}).model();
    QCOMPARE(fitToBytes(*empty, 0)->answer.bytes, 0);
    QVERIFY(fitToBytes(*empty, 0)->bitsPerWeight == 0);
}

QTEST_GUILESS_MAIN(TestFit)
#include "tst_fit.moc"
