// How long a fit takes and how near it is to the best, on models with the shapes of real ones.
//     bench_fit
#include "bench_clock.h"
#include "core/fit/dice.h"
#include "core/fit/evolution.h"
#include "core/quant/scheme.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

using namespace aq;

namespace {

struct Choice {
    double bits; ///< Per weight, scales included.
    double gain; ///< What a uniform type of so many bits would lose, over what this one does.
};

// Bits per weight of GGUF's types; what they lose follows 4^-bits within some 20 %.
constexpr Choice blocks[] = {{2.625, 1.0}, {3.4375, 1.1}, {4.25, 1.3}, {4.5, 0.9}, {4.5, 1.2},
    {5.0, 0.95}, {5.5, 1.0}, {5.5, 1.25}, {6.0, 0.9}, {6.5625, 1.2}, {8.5, 1.0}};
constexpr Choice fewBlocks[]
    = {{2.625, 1.0}, {3.4375, 1.1}, {4.5, 1.2}, {5.5, 1.25}, {6.5625, 1.2}, {8.5, 1.0}};

/// Layers of one shape in each block of the network, as transformers have them.
std::int64_t elementsOf(int tensor, int tensors)
{
    constexpr std::int64_t sizes[] = {3072 * 3072, 3072 * 768, 768 * 3072, 12288 * 3072,
        3072 * 12288, 1024 * 256, 640 * 512, 320 * 768};
    const std::int64_t scale = tensor < tensors / 2 ? 1 : 4;
    return sizes[std::size_t(tensor) % std::size(sizes)] / scale;
}

double lognormal(Dice& dice, double sigma)
{
    double sum = 0; // Of twelve, less six: a normal number, nearly.
    for (int i = 0; i < 12; ++i)
        sum += dice.unit();
    return std::exp(sigma * (sum - 6));
}

/// Every tensor with each choice, and kept; its weight is its share of the parameters.
FitProblem problemOf(int tensors, std::span<const Choice> choices)
{
    Dice dice(1);
    FitProblem problem;
    double total = 0;
    for (int i = 0; i < tensors; ++i)
        total += double(elementsOf(i, tensors));
    for (int i = 0; i < tensors; ++i) {
        const std::int64_t elements = elementsOf(i, tensors);
        const double share = double(elements) / total, ease = lognormal(dice, 0.7);
        std::vector<FitChoice>& tensor = problem.tensors.emplace_back();
        for (const Choice& choice : choices)
            tensor.push_back({std::int64_t(double(elements) * choice.bits / 8),
                share * ease * std::exp2(-2 * choice.bits) / choice.gain * lognormal(dice, 0.1)});
        tensor.push_back({elements * 2, 0});
    }
    return problem;
}

/// Affine: widths times group sizes.
std::vector<Choice> affineChoices()
{
    std::vector<Choice> choices;
    for (const int bits : {2, 3, 4, 5, 6, 8})
        for (const int group : {32, 64, 128, 256})
            choices.push_back(
                {bits + 32.0 / group, std::exp2(-0.6 + 60.0 / group - 0.4 * bits / 8)});
    return choices;
}

void printRow(const char* what, const std::vector<double>& times, double worstGap, int proved)
{
    std::vector<double> sorted = times;
    std::ranges::sort(sorted);
    std::printf("  %-12s %8.1f %8.1f %8.1f ms   gap at most %.5f %%   %d of %zu proved\n", what,
        sorted.front() * 1e3, sorted[sorted.size() / 2] * 1e3, sorted.back() * 1e3, worstGap * 100,
        proved, times.size());
}

void print(const char* title, const FitProblem& problem, int budgets)
{
    const std::int64_t low = problem.smallest(), high = problem.largest();
    std::vector<double> costTimes, byteTimes;
    double costGap = 0, byteGap = 0;
    int costProved = 0, byteProved = 0;
    for (int i = 1; i <= budgets; ++i) {
        const std::int64_t budget = low + (high - low) * i / (budgets + 1);
        const BenchClock clock(1);
        const auto answer = leastCost(problem, budget);
        costTimes.push_back(clock.seconds());
        const BenchClock backClock(1);
        const auto back = leastBytes(problem, answer->cost * 1.001);
        byteTimes.push_back(backClock.seconds());
        costGap = std::max(costGap, answer->cost / answer->bound - 1);
        byteGap = std::max(byteGap, double(back->bytes) / back->bound - 1);
        costProved += answer->isOptimal ? 1 : 0;
        byteProved += back->isOptimal ? 1 : 0;
    }
    std::printf("%s, %d budgets: least, median and most time\n", title, budgets);
    printRow("least cost", costTimes, costGap, costProved);
    printRow("least bytes", byteTimes, byteGap, byteProved);
    const BenchClock clock(1);
    const std::size_t points = fitCurve(problem).size();
    std::printf("  %-12s %8.1f ms   %zu points\n\n", "curve", clock.seconds() * 1e3, points);
}

ModelHeader headerOf(int tensors)
{
    ModelHeader header;
    for (int i = 0; i < tensors; ++i) {
        const std::int64_t elements = elementsOf(i, tensors);
        TensorInfo tensor{QStringLiteral("blocks.%1.part.%2.weight").arg(i / 8).arg(i % 8),
            DType::F16, {elements / 256, 256}, {}, {}, {}};
        tensor.data.bytes = elements * 2;
        header.tensors.push_back(std::move(tensor));
    }
    return header;
}

/// As a scan would find it, with errors by bits.
SensitivityPtr sensitivityOf(const ModelHeader& header, const Candidates& candidates)
{
    Dice dice(1);
    auto all = std::make_shared<Sensitivity>();
    for (std::size_t i = 0; i < header.tensors.size(); ++i) {
        Sensitivity::Tensor tensor;
        tensor.elements = tensor.measured = header.tensors[i].elements();
        tensor.energy = double(tensor.elements);
        const double ease = lognormal(dice, 0.7);
        for (const Candidate& candidate : candidates.tensors[i]) {
            const double bits = 8 * double(candidate.plan.outputBytes) / double(tensor.elements);
            CandidateError error;
            if (!candidate.action.isKeep())
                error.error = ease * std::exp2(-2 * bits) * lognormal(dice, 0.1);
            error.sums = {tensor.elements, 1, 1, 1 - error.error / 2, error.error, 0, 0, 0};
            tensor.candidates.push_back(error);
        }
        all->tensors.push_back(std::move(tensor));
    }
    return all;
}

double milliseconds(const std::function<void()>& work)
{
    const BenchClock clock(1);
    work();
    return clock.seconds() * 1e3;
}

/// Everything around the solver.
void printModel(int tensors, const char* target)
{
    const ModelHeader header = headerOf(tensors);
    Recipe recipe;
    recipe.target = QString::fromLatin1(target);
    std::shared_ptr<const Candidates> candidates;
    SensitivityPtr sensitivity;
    FitModelPtr model;
    std::optional<Fit> fit;
    std::printf("%d tensors for %s\n", tensors, target);
    const double listing = milliseconds(
        [&] { candidates = std::make_shared<const Candidates>(*candidatesFor(header, recipe)); });
    std::printf("  candidates   %8.1f ms   %lld\n", listing, (long long)candidates->count());
    sensitivity = sensitivityOf(header, *candidates);
    std::printf("  problem      %8.1f ms\n",
        milliseconds([&] { model = makeFitModel(candidates, sensitivity, 4096, 32, {}); }));
    const std::int64_t low = model->problem.smallest(), high = model->problem.largest();
    const std::int64_t budget = low + (high - low) / 4;
    std::printf(
        "  fit          %8.1f ms\n", milliseconds([&] { fit = fitToBytes(*model, budget); }));
    std::printf("  suggestions  %8.1f ms\n", milliseconds([&] { suggestions(*model); }));
    std::printf("  recipe, plan %8.1f ms\n", milliseconds([&] {
        fit->missed += makePlan(header, withFit(recipe, *model, fit->answer)) ? 0 : 1;
    }));
    Evolution refined;
    std::printf("  refinement   %8.1f ms", milliseconds([&] {
        refined
            = refine(*model, fit->answer, {.objective = {0.5, 1, 0.5, 1}, .budget = budget}, {});
    }));
    std::printf("   %zu generations, %.4f to %.4f\n\n", refined.history.size() - 1, refined.before,
        refined.after);
}

} // namespace

int main()
{
    print("200 tensors x 12 types", problemOf(200, blocks), 19);
    print("2,000 tensors x 12 types", problemOf(2000, blocks), 19);
    print("2,000 tensors x 25 affine choices", problemOf(2000, affineChoices()), 9);
    print("100,000 tensors x 7 types", problemOf(100'000, fewBlocks), 3);
    printModel(2000, "gguf");
    printModel(2000, "safetensors");
    printModel(100'000, "gguf");
    return 0;
}
