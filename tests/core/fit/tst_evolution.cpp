#include "core/fit/dice.h"
#include "core/fit/evolution.h"
#include "tests/core/fit/fit_support.h"

#include <QTest>
#include <cmath>

using namespace aq;
using namespace aq::test;

namespace {

constexpr const char* types[] = {"q2_k", "q3_k", "q4_k", "q5_k", "q6_k", "q8_0"};

/// Blocks of a few tensors, some of them far more sensitive than others.
FitModelPtr modelOf(std::uint64_t seed, int tensors)
{
    Dice dice(seed);
    std::vector<MadeTensor> made;
    static std::vector<QByteArray> names;
    names.clear();
    for (int i = 0; i < tensors; ++i)
        names.push_back(QByteArray("blk.") + QByteArray::number(i / 3) + ".part."
            + QByteArray::number(i) + ".weight");
    for (int i = 0; i < tensors; ++i) {
        MadeTensor tensor{names[std::size_t(i)].constData(),
            std::int64_t(256 * (4 + dice.below(36))), {}, nullptr};
        double error = 0.02 * std::exp(2 * dice.unit());
        const double decay = std::exp(0.2 + 2 * dice.unit()); // What a bit buys.
        for (const char* type : types) {
            const int bits = schemeNamed(QString::fromLatin1(type))->codeBits;
            tensor.choices.push_back({type, tensor.elements * bits / 8, error});
            error /= decay * (1 + 0.3 * dice.unit());
        }
        tensor.choices.push_back({nullptr, tensor.elements * 2, 0});
        made.push_back(tensor);
    }
    made.push_back({"blk.1.fixed.weight", 5000, {{"q8_0", 5313, 0.0004}}, nullptr}); // Misses.
    return aq::test::made(made).model();
}

/// Seen from outside: what EvolutionOptions::objective means, worked out from Fit.
double objectiveOf(
    const FitModel& model, const FitObjective& objective, const Fit& start, const Fit& fit)
{
    const auto worstBlock = [&](const Fit& of) {
        QMap<QString, double> blocks;
        for (std::size_t i = 0; i < model.free.size(); ++i)
            blocks[model.candidates->names[model.free[i]].section(u'.', 0, 1)]
                += model.problem.tensors[i][std::size_t(of.answer.chosen[i])].cost;
        blocks[QStringLiteral("blk.1")] += model.problem.fixedCost;
        double worst = 0;
        for (const double cost : blocks)
            worst = std::max(worst, cost);
        return worst;
    };
    return objective.total * fit.error / start.error + objective.worst * fit.worst / start.worst
        + objective.block * worstBlock(fit) / worstBlock(start)
        + objective.missed * fit.missed / double(model.candidates->tensors.size());
}

/// The least objective of all answers within the budget.
double bruteForce(
    const FitModel& model, const FitObjective& objective, const Fit& start, std::int64_t budget)
{
    double least = std::numeric_limits<double>::infinity();
    std::vector<int> chosen(model.free.size(), 0);
    while (true) {
        FitAnswer answer = answerFor(model.problem, chosen);
        if (answer.bytes <= budget)
            least = std::min(
                least, objectiveOf(model, objective, start, fitOf(model, std::move(answer))));
        std::size_t i = 0;
        while (i < chosen.size() && ++chosen[i] == int(model.problem.tensors[i].size()))
            chosen[i++] = 0;
        if (i == chosen.size())
            return least;
    }
}

std::int64_t budgetOf(const FitModel& model, double share)
{
    const std::int64_t low = model.problem.smallest(), high = model.problem.largest();
    return low + std::int64_t(share * double(high - low));
}

} // namespace

class TestEvolution final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void objectives();
    void findsTheOptimum_data() { objectives(); }
    void findsTheOptimum();
    void neverWorseNeverOverBudget_data() { objectives(); }
    void neverWorseNeverOverBudget();
    void sameSeedSameAnswer();
    void tellsItsHistory();
    void cancels();
    void endsWhenNothingMoves();
    void keepsOutWhatCannotBeChosen();
    void countsWhatIsNotFree();
    void handlesModelsWithoutChoice();
    void diceAreEven();
};

void TestEvolution::objectives()
{
    QTest::addColumn<FitObjective>("objective");
    QTest::newRow("worst tensor") << FitObjective{0.2, 1, 0, 0};
    QTest::newRow("worst block") << FitObjective{0.2, 0, 1, 0};
    QTest::newRow("floors") << FitObjective{0.5, 0, 0, 4};
    QTest::newRow("all") << FitObjective{1, 1, 1, 1};
}

void TestEvolution::findsTheOptimum()
{
    QFETCH(FitObjective, objective);
    int improved = 0;
    for (std::uint64_t seed = 1; seed <= 8; ++seed) {
        const FitModelPtr model = modelOf(seed, 5);
        const std::int64_t budget = budgetOf(*model, 0.1 + 0.06 * double(seed));
        const auto start = fitToBytes(*model, budget);
        const double optimum = bruteForce(*model, objective, *start, budget);
        const Evolution found = refine(
            *model, start->answer, {.objective = objective, .budget = budget, .seed = seed}, {});
        QVERIFY2(std::abs(found.after - optimum) <= 1e-9 * optimum,
            qPrintable(QStringLiteral("%1: %2, not %3").arg(seed).arg(found.after).arg(optimum)));
        improved += found.after < found.before ? 1 : 0;
        const Fit fit = fitOf(*model, found.answer);
        QVERIFY(std::abs(objectiveOf(*model, objective, *start, fit) - found.after) < 1e-9);
    }
    QVERIFY(improved >= 2); // Else the problems were too easy.
}

void TestEvolution::neverWorseNeverOverBudget()
{
    QFETCH(FitObjective, objective);
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        const FitModelPtr model = modelOf(seed, 40);
        const std::int64_t budget = budgetOf(*model, 0.05 * double(seed));
        const auto start = leastCost(model->problem, budget);
        const Evolution found = refine(*model, *start,
            {.objective = objective,
                .budget = budget,
                .seed = seed,
                .population = 8,
                .generations = 20,
                .mutations = 3},
            {});
        QVERIFY(found.answer.bytes <= budget);
        QVERIFY(found.after <= found.before);
        const FitAnswer summed = answerFor(model->problem, found.answer.chosen);
        QVERIFY(summed.bytes == found.answer.bytes && summed.cost == found.answer.cost);
    }
}

void TestEvolution::sameSeedSameAnswer()
{
    const FitModelPtr model = modelOf(3, 30);
    const std::int64_t budget = budgetOf(*model, 0.3);
    const auto start = leastCost(model->problem, budget);
    EvolutionOptions options{.objective = {1, 1, 1, 1}, .budget = budget, .seed = 5};
    const Evolution one = refine(*model, *start, options, {});
    const Evolution two = refine(*model, *start, options, {});
    QVERIFY(one.answer.chosen == two.answer.chosen && one.after == two.after);
    QCOMPARE(one.history.size(), two.history.size());
    for (std::size_t i = 0; i < one.history.size(); ++i)
        QVERIFY(one.history[i].best == two.history[i].best
            && one.history[i].mean == two.history[i].mean);
    options.seed = 6;
    const Evolution other = refine(*model, *start, options, {});
    bool differs = one.history.size() != other.history.size();
    for (std::size_t i = 0; i < std::min(one.history.size(), other.history.size()); ++i)
        differs |= one.history[i].mean != other.history[i].mean;
    QVERIFY(differs);
}

void TestEvolution::tellsItsHistory()
{
    const FitModelPtr model = modelOf(4, 30);
    const std::int64_t budget = budgetOf(*model, 0.3);
    const auto start = leastCost(model->problem, budget);
    std::vector<Progress> told;
    JobControl control;
    control.progress = [&](const Progress& progress) { told.push_back(progress); };
    int steps = 0;
    const Evolution found
        = refine(*model, *start, {.objective = {1, 1, 0, 0}, .budget = budget, .generations = 12},
            control, [&](const EvolutionStep& step) { QCOMPARE(step.generation, steps++); });
    QCOMPARE(std::size_t(steps), found.history.size());
    QCOMPARE(told.size(), found.history.size());
    QCOMPARE(told.back().stage, QStringLiteral("refine"));
    QCOMPARE(told.back().bytesTotal, 12);
    double before = found.before;
    for (const EvolutionStep& step : found.history) {
        QVERIFY(step.best <= before && step.best <= step.mean);
        before = step.best;
    }
    QVERIFY(found.history.back().best == found.after);
    QVERIFY(found.before == 2); // Each term is 1 at the start.
}

void TestEvolution::cancels()
{
    const FitModelPtr model = modelOf(4, 30);
    const std::int64_t budget = budgetOf(*model, 0.3);
    const auto start = leastCost(model->problem, budget);
    for (const int after : {0, 1, 2, 50, 200}) {
        int asked = 0;
        JobControl control;
        control.cancelled = [&] { return asked++ >= after; };
        const Evolution found
            = refine(*model, *start, {.objective = {1, 1, 0, 0}, .budget = budget}, control);
        QVERIFY(found.cancelled);
        QVERIFY(found.after <= found.before && found.answer.bytes <= budget);
        if (after == 0)
            QVERIFY(found.answer.chosen == start->chosen && found.history.empty());
    }
}

void TestEvolution::endsWhenNothingMoves()
{
    const FitModelPtr model = modelOf(4, 12);
    const std::int64_t budget = model->problem.largest();
    const auto start = leastCost(model->problem, budget); // Nothing can be better.
    const Evolution found = refine(*model, *start,
        {.objective = {1, 1, 0, 0}, .budget = budget, .generations = 1000, .stagnant = 7}, {});
    QCOMPARE(found.history.size(), std::size_t(1 + 7));
    QVERIFY(found.answer.chosen == start->chosen);
}

void TestEvolution::keepsOutWhatCannotBeChosen()
{
    const MadeModel made = aq::test::made({
        {"a.0.weight", 1000,
            {{"q4_k", 500, 0.02}, {"q5_k", 600, 0.001, "a scale does not fit"},
                {nullptr, 2000, 0}}},
        {"a.1.weight", 1000, {{"q4_k", 500, 0.01}, {nullptr, 2000, 0}}, "NaN"},
        {"a.2.weight", 1000, {{"q4_k", 500, 0.01}, {"q8_0", 1000, 1e-5}, {nullptr, 2000, 0}}},
    });
    const FitModelPtr model = made.model();
    const auto start = leastCost(model->problem, 3600);
    const Evolution found = refine(*model, *start, {.objective = {1, 1, 1, 1}, .budget = 3600}, {});
    QVERIFY(found.answer.chosen[0] != 1);
    QCOMPARE(found.answer.chosen[1], 1);
    QVERIFY(found.answer.bytes <= 3600);
    // A start that cannot be is left alone.
    const FitAnswer foreign = answerFor(model->problem, {1, 0, 0});
    QVERIFY(refine(*model, foreign, {.budget = 3600}, {}).answer.chosen == foreign.chosen);
}

/// The worst tensor is one that the recipe decides: no choice makes it better.
void TestEvolution::countsWhatIsNotFree()
{
    const FitModelPtr model = made(
        {{"a.0.weight", 1000, {{"q4_k", 500, 0.01}, {"q8_0", 1000, 1e-5}, {nullptr, 2000, 0}}},
            {"a.1.weight", 1000, {{"q2_k", 300, 0.2}}}})
                                  .model();
    const auto start = leastCost(model->problem, 900);
    const Evolution found = refine(*model, *start, {.objective = {0, 1, 0, 0}, .budget = 3000}, {});
    QVERIFY(found.before == 1 && found.after == 1);
}

void TestEvolution::handlesModelsWithoutChoice()
{
    const FitModelPtr model = made({{"a", 10, {{nullptr, 20, 0}}}}).model();
    const auto start = leastCost(model->problem, 20);
    const Evolution found = refine(*model, *start, {.budget = 20}, {});
    QVERIFY(found.answer.chosen.empty() && found.after == found.before && !found.cancelled);
}

void TestEvolution::diceAreEven()
{
    Dice dice(1);
    std::array<int, 7> counts{};
    constexpr int throws = 70'000;
    double sum = 0;
    int times = 0;
    for (int i = 0; i < throws; ++i) {
        ++counts[dice.below(counts.size())];
        sum += dice.unit();
        times += dice.times(2.5);
    }
    for (const int count : counts) // Six sigma of 10,000.
        QVERIFY(std::abs(count - throws / 7) < 6 * 93);
    QVERIFY(std::abs(sum / throws - 0.5) < 6 * 0.29 / std::sqrt(throws));
    QVERIFY(std::abs(double(times) / throws - 2.5) < 6 * 1.46 / std::sqrt(throws));
    // The engine is defined to the bit: its 10000th number with the default seed, ISO C++
    // [rand.predef].
    std::mt19937_64 engine;
    engine.discard(9999);
    QVERIFY(engine() == 9981545732273789042U);
}

QTEST_GUILESS_MAIN(TestEvolution)
#include "tst_evolution.moc"
