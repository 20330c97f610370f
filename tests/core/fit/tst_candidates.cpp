#include "core/fit/candidates.h"
#include "tests/core/plan/plan_support.h"

using namespace aq;
using namespace aq::test;

namespace {

QString L(const char* text) { return QString::fromUtf8(text); }

Candidates candidatesOf(const ModelHeader& header, const Recipe& recipe)
{
    auto found = candidatesFor(header, recipe);
    if (!found)
        qFatal("%s", qPrintable(found.error().detail));
    return *std::move(found);
}

/// "q4_k q8_0 keep", or "int4:64 …": smallest first.
QString textOf(const std::vector<Candidate>& candidates)
{
    QStringList words;
    for (const Candidate& candidate : candidates)
        words << actionText(candidate.action).toLower();
    return words.join(u' ');
}

/// The same without their order.
QStringList typesOf(const TensorInfo& tensor, const Recipe& recipe)
{
    QStringList words = textOf(candidatesOf({{}, {tensor}}, recipe).tensors.front())
                            .split(u' ', Qt::SkipEmptyParts);
    words.sort();
    return words;
}

QStringList sorted(const char* words)
{
    QStringList list = L(words).split(u' ', Qt::SkipEmptyParts);
    list.sort();
    return list;
}

constexpr const char* allBlocks = "q8_0 q4_0 q4_1 q5_0 q5_1 q2_k q3_k q4_k q5_k q6_k iq4_nl iq4_xs";
constexpr const char* smallBlocks = "q8_0 q4_0 q4_1 q5_0 q5_1 iq4_nl";

} // namespace

class TestCandidates final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void blocksThatFit_data();
    void blocksThatFit();
    void everyGroupSizeThatDiffers_data();
    void everyGroupSizeThatDiffers();
    void smallestFirstAndNoneAlike_data() { rowPerTarget(); }
    void smallestFirstAndNoneAlike();
    void rulesOfTheRecipeLeaveNoChoice();
    void whatWasFittedBeforeDoesNotCount();
    void readersTakeEveryCandidate_data() { rowPerTarget(); }
    void readersTakeEveryCandidate();
    void rowsOfComfyUiAreReshaped();
    void quantizedSourcesOnlyShrink();
    void decodedTargetsHaveNone();
    void wrongRecipesAreErrors();

private:
    static void rowPerTarget()
    {
        QTest::addColumn<QString>("target");
        for (const Target& target : targets())
            if (!target.decoded)
                QTest::newRow(target.id) << QString::fromLatin1(target.id);
    }
    static ModelHeader mixedHeader();
};

/// Of every kind that makes a difference to a plan.
ModelHeader TestCandidates::mixedHeader()
{
    return {{},
        {
            tensorOf(L("a.0.weight"), {64, 512}),
            tensorOf(L("a.1.weight"), {64, 320}, DType::F32),
            tensorOf(L("a.2.weight"), {32, 32, 3, 3}, DType::BF16),
            tensorOf(L("a.3.weight"), {48, 36}, DType::F32),
            tensorOf(L("a.4.bias"), {512}),
            tensorOf(L("a.5.weight"), {4, 2, 2, 4, 64}),
            tensorOf(L("a.6.weight"), {8, 8, 4, 256}),
            tensorOf(L("a.7.position"), {16, 64}, DType::I64),
            tensorOf(L("a.8.weight"), {512, 64}, DType::F64),
        }};
}

void TestCandidates::blocksThatFit_data()
{
    QTest::addColumn<Shape>("shape");
    QTest::addColumn<int>("dtype");
    QTest::addColumn<QString>("types");
    const auto row
        = [](const char* title, Shape shape, DType dtype, const char* types, const char* more) {
              QTest::newRow(title) << shape << int(dtype) << L(types) + L(more);
          };
    row("rows of 256", {64, 512}, DType::F16, allBlocks, " keep");
    row("rows of 256, F32", {64, 512}, DType::F32, allBlocks, " f16 keep");
    row("rows of 32", {64, 96}, DType::BF16, smallBlocks, " keep");
    row("rows of 32, F32", {64, 96}, DType::F32, smallBlocks, " f16 keep");
    row("no block", {64, 36}, DType::F16, "", "");
    row("no block, F32", {64, 36}, DType::F32, "", "f16 keep");
    row("1-D", {512}, DType::F16, "", "");
    row("5-D", {2, 2, 2, 2, 256}, DType::F16, "", "");
    row("integers", {64, 512}, DType::I32, "", "");
    row("nothing", {0, 512}, DType::F32, "", "");
}

void TestCandidates::blocksThatFit()
{
    QFETCH(Shape, shape);
    QFETCH(int, dtype);
    QFETCH(QString, types);
    Recipe recipe = bareRecipe("gguf");
    recipe.keepOneDimensional = false;
    QCOMPARE(
        typesOf(tensorOf(L("a.weight"), shape, DType(dtype)), recipe), sorted(qPrintable(types)));
}

void TestCandidates::everyGroupSizeThatDiffers_data()
{
    QTest::addColumn<int>("columns");
    QTest::addColumn<int>("groupSize");
    QTest::addColumn<QList<int>>("sizes");
    QTest::newRow("long rows") << 1024 << 128 << QList<int>{32, 64, 128, 256};
    QTest::newRow("of 128") << 128 << 64 << QList<int>{32, 64, 128};
    QTest::newRow("of 200") << 200 << 64 << QList<int>{32, 64, 128, 256};
    QTest::newRow("short rows") << 48 << 0 << QList<int>{32, 64};
    QTest::newRow("short rows, by the recipe's size") << 48 << 128 << QList<int>{32, 128};
    QTest::newRow("one group") << 20 << 256 << QList<int>{256};
}

void TestCandidates::everyGroupSizeThatDiffers()
{
    QFETCH(int, columns);
    QFETCH(int, groupSize);
    QFETCH(QList<int>, sizes);
    for (const char* target : {"arrow", "safetensors"}) {
        Recipe recipe = bareRecipe(target);
        recipe.groupSize = groupSize;
        const Candidates found
            = candidatesOf({{}, {tensorOf(L("a.weight"), {4096, columns}, DType::F32)}}, recipe);
        QMap<QString, QList<int>> byScheme;
        for (const Candidate& candidate : found.tensors.front())
            if (candidate.action.groupSize)
                byScheme[candidate.action.scheme] << *candidate.action.groupSize;
        QCOMPARE(byScheme.keys(), sorted("int2 int3 int4 int5 int6 int8"));
        for (QList<int>& groups : byScheme) {
            std::ranges::sort(groups);
            QCOMPARE(groups, sizes);
        }
        const QString others = textOf(found.tensors.front());
        QVERIFY(others.endsWith(L(" keep")) && others.contains(L("f16")));
    }
}

void TestCandidates::smallestFirstAndNoneAlike()
{
    QFETCH(QString, target);
    const ModelHeader header = mixedHeader();
    const Candidates found = candidatesOf(header, bareRecipe(qPrintable(target)));
    QCOMPARE(found.tensors.size(), header.tensors.size());
    QCOMPARE(found.names.size(), header.tensors.size());
    std::int64_t count = 0;
    for (std::size_t i = 0; i < found.tensors.size(); ++i) {
        QCOMPARE(found.names[i], header.tensors[i].name);
        const auto& candidates = found.tensors[i];
        count += std::int64_t(candidates.size());
        QVERIFY(candidates.size() != 1);
        int keeps = 0;
        for (std::size_t j = 0; j < candidates.size(); ++j) {
            keeps += candidates[j].action.isKeep() ? 1 : 0;
            QVERIFY(j == 0 || candidates[j - 1].plan.outputBytes <= candidates[j].plan.outputBytes);
            for (std::size_t k = 0; k < j; ++k)
                QVERIFY(!isAlike(candidates[j].plan, candidates[k].plan));
        }
        QCOMPARE(keeps, candidates.empty() ? 0 : 1);
    }
    QVERIFY(count > 0);
    QCOMPARE(found.count(), count);
}

void TestCandidates::rulesOfTheRecipeLeaveNoChoice()
{
    const char* names[] = {"free.weight", "ruled.weight", "patterned.weight", "chosen.weight",
        "listed.weight", "small.weight", "norm.weight"};
    ModelHeader header;
    for (const char* name : names)
        header.tensors.push_back(
            tensorOf(L(name), qstrcmp(name, "small.weight") == 0 ? Shape{1, 256} : Shape{64, 512}));
    Recipe recipe = bareRecipe("gguf");
    recipe.keepBelowElements = 1024;
    recipe.keepSensitive = true; // Of the names only "norm" is on the list.
    recipe.rules = {ruleOf("ruled*", "q8_0")};
    recipe.patterns = {ruleOf("patterned*", "keep")};
    recipe.overrides = {ruleOf("chosen.weight", "q4_k")};
    recipe.sensitiveNames = {L("listed.weight")};
    const Candidates found = candidatesOf(header, recipe);
    for (std::size_t i = 0; i < header.tensors.size(); ++i)
        QVERIFY2(found.tensors[i].empty() == (i > 0), names[i]);
    QCOMPARE(typeOf(found.base.tensors[1]), L("q8_0"));
    QCOMPARE(typeOf(found.base.tensors[3]), L("q4_k"));
}

void TestCandidates::whatWasFittedBeforeDoesNotCount()
{
    const ModelHeader header{{}, {tensorOf(L("a.weight"), {64, 512})}};
    Recipe recipe = bareRecipe("gguf", "q5_k_m");
    const Candidates before = candidatesOf(header, recipe);
    recipe.fitted = {ruleOf("a.weight", "q2_k")};
    const Candidates after = candidatesOf(header, recipe);
    QCOMPARE(textOf(after.tensors.front()), textOf(before.tensors.front()));
    QCOMPARE(typeOf(after.base.tensors.front()), L("q5_k"));
    QVERIFY(after.base.recipe.fitted.empty());
}

/// No candidate that its own target's program refuses or reads slowly.
void TestCandidates::readersTakeEveryCandidate()
{
    QFETCH(QString, target);
    const ModelHeader header = mixedHeader();
    const Candidates found = candidatesOf(header, bareRecipe(qPrintable(target)));
    const Consumer* consumer = found.base.target->consumer
        ? consumerNamed(QString::fromLatin1(found.base.target->consumer))
        : nullptr;
    for (std::size_t i = 0; i < found.tensors.size(); ++i)
        for (const Candidate& candidate : found.tensors[i]) {
            const TensorPlan& plan = candidate.plan;
            if (!plan.scheme)
                continue;
            const QByteArray family(plan.scheme->family);
            QVERIFY(family == "float" || family == found.base.target->family);
            if (!consumer || plan.scheme->blockElements == 0)
                continue;
            const Shape& shape
                = plan.storedShape.empty() ? header.tensors[i].shape : plan.storedShape;
            QVERIFY(int(shape.size()) <= consumer->maxDimensions);
            QVERIFY(consumer->takesReshaped || plan.storedShape.empty());
            QVERIFY(consumer->otherSchemes == Consumer::Others::Load
                || std::ranges::any_of(consumer->fastSchemes,
                    [&](const char* id) { return qstrcmp(id, plan.scheme->id) == 0; }));
        }
}

/// Convolutions of SD 1.x lie as rows of 256 there, and as floats elsewhere.
void TestCandidates::rowsOfComfyUiAreReshaped()
{
    ModelHeader header{{}, {tensorOf(L("input_blocks.1.0.in_layers.2.weight"), {320, 320, 3, 3})}};
    for (const char* key : {"input_blocks.3.0.op.weight", "input_blocks.6.0.op.weight",
             "input_blocks.9.0.op.weight", "output_blocks.2.1.conv.weight",
             "output_blocks.5.2.conv.weight", "output_blocks.8.2.conv.weight"})
        header.tensors.push_back(tensorOf(L(key), {320, 320, 3, 3}));
    const Candidates comfy = candidatesOf(header, bareRecipe("gguf-comfyui"));
    QVERIFY(comfy.tensors.front().size() > 10);
    for (const Candidate& candidate : comfy.tensors.front())
        if (candidate.plan.scheme)
            QCOMPARE(candidate.plan.storedShape, (Shape{3600, 256}));
    QVERIFY(candidatesOf(header, bareRecipe("gguf-sdcpp")).tensors.front().empty());
}

/// Nothing that is as large as what the file has already.
void TestCandidates::quantizedSourcesOnlyShrink()
{
    const std::int64_t bytes = 64 * 512 / 32 * 34;
    const TensorInfo tensor = encodedOf(L("a.weight"), {64, 512}, "q8_0", bytes);
    const Candidates found = candidatesOf({{}, {tensor}}, bareRecipe("gguf"));
    const auto& candidates = found.tensors.front();
    QVERIFY(candidates.size() > 5);
    QVERIFY(candidates.back().action.isKeep());
    for (std::size_t i = 0; i + 1 < candidates.size(); ++i)
        QVERIFY(candidates[i].plan.outputBytes < bytes);
    QVERIFY(!typesOf(tensor, bareRecipe("gguf")).contains(L("f16")));
    // What cannot be decoded can only stay.
    const TensorInfo unknown = encodedOf(L("a.weight"), {64, 512}, "iq2_xxs", bytes / 4);
    QVERIFY(typesOf(unknown, bareRecipe("gguf")).isEmpty());
}

void TestCandidates::decodedTargetsHaveNone()
{
    for (const Target& target : targets()) {
        const auto found = candidatesFor(mixedHeader(), bareRecipe(target.id));
        QCOMPARE(bool(found), !target.decoded);
        if (!found)
            QCOMPARE(found.error().code, ErrorCode::InvalidPlan);
    }
}

void TestCandidates::wrongRecipesAreErrors()
{
    Recipe recipe = bareRecipe("gguf");
    recipe.groupSize = -5;
    const auto found = candidatesFor(mixedHeader(), recipe);
    QVERIFY(!found && found.error().code == ErrorCode::InvalidPlan);
}

QTEST_GUILESS_MAIN(TestCandidates)
#include "tst_candidates.moc"
