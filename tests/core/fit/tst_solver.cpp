#include "core/fit/solver.h"

#include <QTest>
#include <algorithm>
#include <cmath>
#include <random>
#include <tuple>

using namespace aq;

namespace {

/// Even numbers that are the same with every standard library.
class Dice {
public:
    explicit Dice(std::uint64_t seed)
        : m_engine(seed)
    {
    }
    std::int64_t below(std::int64_t count)
    {
        return std::int64_t(m_engine() % std::uint64_t(count));
    }
    double unit() { return double(m_engine() >> 11) * 0x1p-53; }

private:
    std::mt19937_64 m_engine;
};

FitAnswer sumOf(const FitProblem& problem, const std::vector<int>& chosen)
{
    FitAnswer answer{chosen, problem.fixedBytes, problem.fixedCost, 0, false};
    for (std::size_t i = 0; i < chosen.size(); ++i) {
        answer.bytes += problem.tensors[i][std::size_t(chosen[i])].bytes;
        answer.cost += problem.tensors[i][std::size_t(chosen[i])].cost;
    }
    return answer;
}

/// Calls back with every answer there is, in lexicographic order.
template <typename Visit>
void eachAnswer(const FitProblem& problem, Visit&& visit)
{
    std::vector<int> chosen(problem.tensors.size(), 0);
    while (true) {
        visit(sumOf(problem, chosen));
        std::size_t i = chosen.size();
        while (i > 0 && ++chosen[i - 1] == int(problem.tensors[i - 1].size()))
            chosen[--i] = 0;
        if (i == 0)
            return;
    }
}

std::optional<FitAnswer> bruteLeastCost(const FitProblem& problem, std::int64_t budget)
{
    std::optional<FitAnswer> best;
    eachAnswer(problem, [&](const FitAnswer& answer) {
        if (answer.bytes <= budget
            && (!best
                || std::tuple(answer.cost, answer.bytes) < std::tuple(best->cost, best->bytes)))
            best = answer;
    });
    return best;
}

std::optional<FitAnswer> bruteLeastBytes(const FitProblem& problem, double most)
{
    std::optional<FitAnswer> best;
    eachAnswer(problem, [&](const FitAnswer& answer) {
        if (answer.cost <= most
            && (!best
                || std::tuple(answer.bytes, answer.cost) < std::tuple(best->bytes, best->cost)))
            best = answer;
    });
    return best;
}

enum Kind { Spread, Ties, WholeNumbers, Huge, Correlated, kinds };

FitChoice choiceOf(Kind kind, Dice& dice)
{
    switch (kind) {
    case Ties: // Few different numbers, zeros among them: sums are exact.
        return {dice.below(4), double(dice.below(4)) / 8};
    case WholeNumbers:
        return {dice.below(50), double(dice.below(50))};
    case Huge:
        return {dice.below(std::int64_t(1) << 45), std::pow(10, -12 * dice.unit())};
    case Correlated: { // What a byte buys is nearly the same everywhere: hard to prune.
        const std::int64_t bytes = 1000 + dice.below(1000);
        return {bytes, double(2100 - bytes + dice.below(10)) / 1024};
    }
    default:
        return {1 + dice.below(100'000), std::pow(10, -12 * dice.unit())};
    }
}

FitProblem problemOf(Kind kind, Dice& dice, std::int64_t mostTensors, std::int64_t mostChoices)
{
    FitProblem problem;
    problem.fixedBytes = dice.below(1000);
    problem.fixedCost = kind == Spread ? dice.unit() * 1e-6 : double(dice.below(3));
    problem.tensors.resize(std::size_t(1 + dice.below(mostTensors)));
    for (auto& tensor : problem.tensors)
        for (std::int64_t count = 1 + dice.below(mostChoices); count > 0; --count)
            tensor.push_back(choiceOf(kind, dice));
    return problem;
}

bool isNear(double a, double b) { return std::abs(a - b) <= 1e-12 * std::max(a, b); }

/// As a model has them: sizes over three decades, costs that fall fourfold per bit.
FitProblem modelLike(Dice& dice, int tensors, int choices)
{
    FitProblem problem;
    for (int i = 0; i < tensors; ++i) {
        const std::int64_t blocks = 40 + std::int64_t(std::exp(dice.unit() * 10));
        const double weight = double(blocks) * std::exp(2 * dice.unit());
        auto& tensor = problem.tensors.emplace_back();
        for (int j = 0; j < choices; ++j) {
            const double bits = 2.06 + 14 * double(j) / choices + 0.06 * double(j % 3);
            tensor.push_back({blocks * std::int64_t(32 * bits),
                weight * std::exp2(-2 * bits) * std::exp(0.2 * dice.unit())});
        }
    }
    return problem;
}

} // namespace

class TestSolver final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void rowPerKind()
    {
        QTest::addColumn<int>("kind");
        QTest::newRow("spread costs") << int(Spread);
        QTest::newRow("ties and zeros") << int(Ties);
        QTest::newRow("whole numbers") << int(WholeNumbers);
        QTest::newRow("huge bytes") << int(Huge);
        QTest::newRow("correlated") << int(Correlated);
    }
    void leastCostEqualsBruteForce_data() { rowPerKind(); }
    void leastCostEqualsBruteForce();
    void leastBytesEqualsBruteForce_data() { rowPerKind(); }
    void leastBytesEqualsBruteForce();
    void provesADozenTensors_data() { rowPerKind(); }
    void provesADozenTensors();
    void provesTensorsThatAreAllAlike();
    void staysNearTheBound();
    void isFeasibleForHugeModels();
    void saysWhenNothingFits();
    void giveAndTakeAgree();
    void curveIsConvexAndReached();
    void handlesOneChoiceAndNoTensors();
};

void TestSolver::leastCostEqualsBruteForce()
{
    QFETCH(int, kind);
    Dice dice(7);
    for (int round = 0; round < 3000; ++round) {
        const FitProblem problem = problemOf(Kind(kind), dice, 5, 5);
        const std::int64_t low = problem.smallest(), high = problem.largest();
        const std::int64_t budget = low - 1 + dice.below(high - low + 4);
        const auto expected = bruteLeastCost(problem, budget);
        const auto answer = leastCost(problem, budget);
        QCOMPARE(answer.has_value(), expected.has_value());
        if (!answer)
            continue;
        QVERIFY(answer->bytes <= budget);
        QVERIFY(answer->isOptimal);
        QVERIFY(answer->bound <= answer->cost);
        QVERIFY2(isNear(answer->cost, expected->cost),
            qPrintable(QStringLiteral("%1: %2, not %3")
                           .arg(round)
                           .arg(answer->cost, 0, 'g', 17)
                           .arg(expected->cost, 0, 'g', 17)));
        const FitAnswer sums = sumOf(problem, answer->chosen);
        QVERIFY(sums.bytes == answer->bytes && sums.cost == answer->cost);
        if (kind == Ties || kind == WholeNumbers || kind == Correlated)
            QVERIFY(answer->chosen == expected->chosen);
    }
}

void TestSolver::leastBytesEqualsBruteForce()
{
    QFETCH(int, kind);
    Dice dice(11);
    for (int round = 0; round < 3000; ++round) {
        const FitProblem problem = problemOf(Kind(kind), dice, 5, 5);
        std::vector<double> costs;
        eachAnswer(problem, [&](const FitAnswer& answer) { costs.push_back(answer.cost); });
        // At an answer's cost, a hair under it, or between two of them.
        const double cost = costs[std::size_t(dice.below(std::int64_t(costs.size())))];
        const double mosts[] = {cost, std::nextafter(cost, 0.0), cost * 0.99};
        const double most = mosts[dice.below(3)];
        const auto expected = bruteLeastBytes(problem, most);
        const auto answer = leastBytes(problem, most);
        QCOMPARE(answer.has_value(), expected.has_value());
        if (!answer)
            continue;
        QVERIFY(answer->cost <= most);
        QVERIFY(answer->bound <= double(answer->bytes));
        QCOMPARE(answer->bytes, expected->bytes);
        if (kind == Ties || kind == WholeNumbers || kind == Correlated)
            QVERIFY(answer->chosen == expected->chosen);
    }
}

/// Brute force cannot look at 8^12 answers, but the search says itself whether it ended.
void TestSolver::provesADozenTensors()
{
    QFETCH(int, kind);
    Dice dice(3);
    for (int round = 0; round < 50; ++round) {
        FitProblem problem;
        problem.tensors.resize(12);
        for (auto& tensor : problem.tensors)
            for (int i = 0; i < 8; ++i)
                tensor.push_back(choiceOf(Kind(kind), dice));
        const std::int64_t low = problem.smallest(), high = problem.largest();
        const auto answer = leastCost(problem, low + dice.below(high - low + 1));
        QVERIFY2(answer && answer->isOptimal, qPrintable(QString::number(round)));
    }
}

/// Of equal tensors only the counts matter, and those can be tried out.
void TestSolver::provesTensorsThatAreAllAlike()
{
    constexpr int tensors = 40;
    const std::vector<FitChoice> choices{{300, 9}, {450, 3.125}, {560, 1.0625}, {1600, 0}};
    const FitProblem problem{std::vector<std::vector<FitChoice>>(tensors, choices), 17, 0};
    for (std::int64_t budget = 12'100; budget < 64'100; budget += 1777) {
        double least = std::numeric_limits<double>::infinity();
        for (int a = 0; a <= tensors; ++a)
            for (int b = 0; a + b <= tensors; ++b)
                for (int c = 0; a + b + c <= tensors; ++c)
                    if (17 + a * 300 + b * 450 + c * 560 + (tensors - a - b - c) * 1600 <= budget)
                        least = std::min(least, a * 9 + b * 3.125 + c * 1.0625);
        const auto answer = leastCost(problem, budget);
        QVERIFY(answer && answer->isOptimal && answer->cost == least);
        // The lowest choices first: ties are broken as promised.
        QVERIFY(std::ranges::is_sorted(answer->chosen));
    }
}

void TestSolver::staysNearTheBound()
{
    Dice dice(5);
    const FitProblem problem = modelLike(dice, 2000, 12);
    const std::int64_t low = problem.smallest(), high = problem.largest();
    for (int i = 1; i < 20; ++i) {
        const std::int64_t budget = low + (high - low) * i / 20;
        const auto answer = leastCost(problem, budget);
        QVERIFY(answer && answer->bytes <= budget);
        QVERIFY(answer->cost <= answer->bound * 1.0001);
        const auto back = leastBytes(problem, answer->cost);
        QVERIFY(back && back->cost <= answer->cost);
        QVERIFY(double(back->bytes) <= back->bound * 1.0001);
        QVERIFY(back->bytes <= answer->bytes);
    }
}

void TestSolver::isFeasibleForHugeModels()
{
    Dice dice(6);
    const FitProblem problem = modelLike(dice, 100'000, 7);
    const std::int64_t low = problem.smallest(), high = problem.largest();
    const std::int64_t budget = low + (high - low) / 3;
    const auto answer = leastCost(problem, budget);
    QVERIFY(answer && answer->bytes <= budget);
    QVERIFY(answer->cost <= answer->bound * 1.0001);
}

void TestSolver::saysWhenNothingFits()
{
    FitProblem problem{{{{10, 3}, {20, 1}}, {{5, 2}, {6, 0}}}, 100, 0.5};
    QCOMPARE(problem.smallest(), 115);
    QCOMPARE(problem.largest(), 126);
    QVERIFY(!leastCost(problem, 114));
    QVERIFY(leastCost(problem, 115)->cost == 5.5);
    QVERIFY(leastCost(problem, 1000)->cost == 1.5);
    QVERIFY(leastCost(problem, 1000)->bytes == 126);
    QVERIFY(!leastBytes(problem, 1.4));
    QVERIFY(!leastBytes(problem, std::numeric_limits<double>::quiet_NaN()));
    QCOMPARE(leastBytes(problem, 1.5)->bytes, 126);
    QCOMPARE(leastBytes(problem, std::numeric_limits<double>::infinity())->bytes, 115);
}

/// The answer within a budget has a cost; within that cost nothing is smaller.
void TestSolver::giveAndTakeAgree()
{
    Dice dice(9);
    for (int round = 0; round < 300; ++round) {
        const FitProblem problem = problemOf(WholeNumbers, dice, 12, 8);
        const std::int64_t low = problem.smallest(), high = problem.largest();
        const auto there = leastCost(problem, low + dice.below(high - low + 1));
        const auto back = leastBytes(problem, there->cost);
        QVERIFY(back && back->isOptimal);
        QVERIFY(back->chosen == there->chosen);
    }
}

void TestSolver::curveIsConvexAndReached()
{
    Dice dice(10);
    for (int round = 0; round < 200; ++round) {
        const FitProblem problem = problemOf(Spread, dice, 20, 8);
        const std::vector<FitPoint> curve = fitCurve(problem);
        QVERIFY(!curve.empty());
        QCOMPARE(curve.front().bytes, problem.smallest());
        QCOMPARE(curve.back().bytes, problem.largest());
        double before = std::numeric_limits<double>::infinity();
        for (std::size_t i = 1; i < curve.size(); ++i) {
            QVERIFY(curve[i].bytes > curve[i - 1].bytes && curve[i].cost < curve[i - 1].cost);
            const double slope
                = (curve[i - 1].cost - curve[i].cost) / double(curve[i].bytes - curve[i - 1].bytes);
            QVERIFY(slope <= before * (1 + 1e-9) + 1e-15);
            before = slope;
            const auto answer = leastCost(problem, curve[i].bytes);
            QVERIFY(isNear(answer->cost, curve[i].cost));
        }
    }
}

void TestSolver::handlesOneChoiceAndNoTensors()
{
    const FitProblem none{{}, 7, 0.25};
    QVERIFY(!leastCost(none, 6));
    QVERIFY(leastCost(none, 7)->cost == 0.25 && leastCost(none, 7)->isOptimal);
    QVERIFY(leastBytes(none, 0.25)->bytes == 7 && !leastBytes(none, 0.2));
    QCOMPARE(fitCurve(none).size(), std::size_t(1));
    const FitProblem one{{{{3, 0.5}}, {{4, 0}}}, 0, 0};
    QVERIFY(leastCost(one, 7)->cost == 0.5 && !leastCost(one, 6));
    QCOMPARE(fitCurve(one).size(), std::size_t(1));
}

QTEST_GUILESS_MAIN(TestSolver)
#include "tst_solver.moc"
