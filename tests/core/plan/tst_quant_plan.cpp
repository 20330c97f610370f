#include "core/plan/keep_list.h"
#include "core/plan/quant_plan.h"

#include <QTest>

using namespace aq;

namespace {

TensorInfo tensor(const char* name, Shape shape, DType dtype = DType::F32)
{
    TensorInfo info{QString::fromUtf8(name), dtype, std::move(shape), {}, {}, {}};
    info.data.bytes = byteSize(info.shape, dtype).value_or(0);
    return info;
}

/// No keep rules: every wish is the default's.
Recipe bare(const char* scheme = "int4")
{
    Recipe recipe;
    recipe.scheme = QString::fromUtf8(scheme);
    recipe.keepOneDimensional = recipe.keepArchitectureList = false;
    recipe.keepBelowElements = 0;
    return recipe;
}

TensorPlan planOf(const TensorInfo& info, const Recipe& recipe)
{
    const auto plan = makePlan({{}, {info}}, recipe);
    if (!plan)
        qFatal("%s", qPrintable(plan.error().detail));
    return plan->tensors.front();
}

QString decided(const TensorPlan& plan)
{
    const QString action
        = plan.scheme ? QString(QLatin1StringView(plan.scheme->id)) : QStringLiteral("keep");
    return QLatin1StringView(reasonId(plan.reason)) + u' ' + action;
}

Rule rule(const char* pattern, const char* action)
{
    return {QString::fromUtf8(pattern), *parseAction(QString::fromUtf8(action)), true};
}

} // namespace

class TestQuantPlan : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// Adds one rule after the other, weakest first: each new one decides, all have spoken.
    void strongerRulesWin()
    {
        const TensorInfo bias = tensor("blk.norm.weight", {4096});
        Recipe recipe = bare();
        QCOMPARE(decided(planOf(bias, recipe)), QStringLiteral("default int4"));
        recipe.rules = {rule("*.norm.*", "int8"), rule("*", "int2")};
        QCOMPARE(decided(planOf(bias, recipe)), QStringLiteral("recipe int8"));
        recipe.keepSensitive = true;
        QCOMPARE(decided(planOf(bias, recipe)), QStringLiteral("keep-list keep"));
        recipe.keepOneDimensional = true;
        QCOMPARE(decided(planOf(bias, recipe)), QStringLiteral("small keep"));
        recipe.patterns = {rule("blk*", "int6"), rule("*", "int3")};
        QCOMPARE(decided(planOf(bias, recipe)), QStringLiteral("pattern int6"));
        recipe.overrides = {rule("blk.norm.weight", "int5:32")};
        const TensorPlan plan = planOf(bias, recipe);
        QCOMPARE(decided(plan), QStringLiteral("override int5"));
        QCOMPARE(plan.options.groupSize, 32);
        QCOMPARE(plan.chain,
            (QStringList{QStringLiteral("default: int4"), QStringLiteral("recipe: int8 (*.norm.*)"),
                QStringLiteral("keep-list: keep (sensitive name: norm)"),
                QStringLiteral("small: keep (1-D)"), QStringLiteral("pattern: int6 (blk*)"),
                QStringLiteral("override: int5:32")}));
    }
    /// A table without shapes: a row of 4096 weights may well be a matrix.
    void withoutShapesNothingIsKeptAsOneDimensional()
    {
        ModelHeader header{{}, {tensor("a", {4096}), tensor("tiny", {100})}};
        Recipe recipe = bare();
        recipe.keepOneDimensional = true;
        recipe.keepBelowElements = 1024;
        const auto decidedOf
            = [&](std::size_t i) { return decided(makePlan(header, recipe)->tensors[i]); };
        QCOMPARE(decidedOf(0), QStringLiteral("small keep"));
        header.hasShapes = false;
        QCOMPARE(decidedOf(0), QStringLiteral("default int4"));
        QCOMPARE(decidedOf(1), QStringLiteral("small keep")); // Of too few elements, that is.
        QCOMPARE(makePlan(header, recipe)->tensors[1].because,
            QStringLiteral("100 of at least 1024 elements"));
        recipe.patterns = {rule("*", "keep")};
        QCOMPARE(decidedOf(0), QStringLiteral("pattern keep"));
    }
    void disabledRulesAreSilent()
    {
        Recipe recipe = bare();
        recipe.rules = recipe.patterns = recipe.overrides = {rule("w", "keep")};
        for (auto* rules : {&recipe.rules, &recipe.patterns})
            rules->front().enabled = false;
        recipe.overrides.setEnabled(false);
        QCOMPARE(planOf(tensor("w", {64, 64}), recipe).chain,
            QStringList{QStringLiteral("default: int4")});
    }
    void overridesAreExactNames()
    {
        Recipe recipe = bare();
        recipe.overrides = {rule("a[0]*", "keep")}; // Not a pattern here.
        QCOMPARE(
            decided(planOf(tensor("a[0]*", {64, 64}), recipe)), QStringLiteral("override keep"));
        QCOMPARE(decided(planOf(tensor("a0b", {64, 64}), recipe)), QStringLiteral("default int4"));
    }
    void sensitiveNamesAndPatternsAreKept()
    {
        Recipe recipe = bare();
        recipe.sensitiveNames = QStringList{QStringLiteral("a.weight")};
        recipe.sensitivePatterns = QStringList{QStringLiteral("*attn*"), QStringLiteral("re:^z")};
        QCOMPARE(decided(planOf(tensor("a.weight", {64, 64}), recipe)),
            QStringLiteral("keep-list keep"));
        QCOMPARE(decided(planOf(tensor("b.attn.q", {64, 64}), recipe)),
            QStringLiteral("keep-list keep"));
        QCOMPARE(decided(planOf(tensor("z", {64, 64}), recipe)), QStringLiteral("keep-list keep"));
        QCOMPARE(decided(planOf(tensor("az", {64, 64}), recipe)), QStringLiteral("default int4"));
        recipe.patterns = {rule("*attn*", "8")}; // The user may still insist.
        QCOMPARE(
            decided(planOf(tensor("b.attn.q", {64, 64}), recipe)), QStringLiteral("pattern int8"));
    }

    void smallTensorsAreKept_data()
    {
        QTest::addColumn<Shape>("shape");
        QTest::addColumn<QString>("decision");
        const auto row = [](Shape shape, const char* decision) {
            QTest::addRow("%s", qPrintable(shapeText(shape)))
                << shape << QString::fromUtf8(decision);
        };
        row({}, "small keep");
        row({4096}, "small keep");
        row({31, 33}, "small keep");   // 1023
        row({32, 32}, "default int4"); // 1024
        row({0, 32}, "small keep");
        row({64, 4, 3, 3}, "default int4");
        row({2, 2, 4, 8, 8}, "default int4");
    }
    void smallTensorsAreKept()
    {
        QFETCH(Shape, shape);
        QFETCH(QString, decision);
        QCOMPARE(decided(planOf(tensor("w", shape), Recipe())), decision);
    }

    void wishesThatCannotBeMetFallBack()
    {
        Recipe recipe = bare();
        recipe.patterns = {rule("*", "8")};
        const TensorPlan empty = planOf(tensor("w", {0, 64}), recipe);
        QCOMPARE(decided(empty), QStringLiteral("fallback keep"));
        QCOMPARE(empty.because, QStringLiteral("no elements"));
        const TensorPlan ids = planOf(tensor("w", {64, 64}, DType::I64), recipe);
        QCOMPARE(decided(ids), QStringLiteral("not-float keep"));
        QCOMPARE(ids.because, QStringLiteral("I64"));
        QCOMPARE(ids.outputBytes, std::int64_t(64 * 64 * 8));
        QCOMPARE(ids.chain.back(), QStringLiteral("not-float: keep (I64)"));
        QCOMPARE(decided(planOf(tensor("w", {64, 64}, DType::F4), recipe)),
            QStringLiteral("not-float keep"));
        QCOMPARE(decided(planOf(tensor("w", {64, 64}, DType::F64), recipe)),
            QStringLiteral("pattern int8"));
    }
    /// 8-bit codes with F32 scale and zero point per group of 128 take more than 8-bit floats.
    void schemesThatSaveNothingAreNotChosen()
    {
        const TensorInfo fp8 = tensor("w", {64, 128}, DType::F8_E4M3);
        const TensorPlan plan = planOf(fp8, bare("int8"));
        QCOMPARE(decided(plan), QStringLiteral("fallback keep"));
        QCOMPARE(plan.because, QStringLiteral("int8 would take 8704 bytes, the source takes 8192"));
        QCOMPARE(plan.outputBytes, std::int64_t(8192));
        Recipe insisted = bare();
        insisted.patterns = {rule("*", "8")};
        QCOMPARE(decided(planOf(fp8, insisted)), QStringLiteral("pattern int8"));
        Recipe floats = bare("int8");
        floats.target = QStringLiteral("safetensors-f16");
        QCOMPARE(decided(planOf(fp8, floats)), QStringLiteral("default int8"));
    }

    /// rows * (ceil(columns * bits / 8) + ceil(columns / group) * (scale + zero)), by hand.
    void bytesAreExact_data()
    {
        QTest::addColumn<QString>("target");
        QTest::addColumn<Symmetry>("symmetry");
        QTest::addColumn<ScaleType>("scaleType");
        QTest::addColumn<int>("groupSize");
        QTest::addColumn<std::int64_t>("bytes");
        const auto row = [](const char* target, Symmetry symmetry, ScaleType scale, int group,
                             std::int64_t bytes) {
            QTest::addRow("%s %d %d %d", target, int(symmetry), int(scale), group)
                << QString::fromUtf8(target) << symmetry << scale << group << bytes;
        };
        // 10 rows of 100 columns, 3 bits: 38 bytes of codes per row.
        const auto f16 = ScaleType::F16, f32 = ScaleType::F32;
        row("arrow", Symmetry::Symmetric, f16, 32, 10 * (38 + 4 * 8));
        row("arrow", Symmetry::Asymmetric, f16, 64, 10 * (38 + 2 * 8));
        row("arrow", Symmetry::Asymmetric, f16, 0, 10 * 38 + 8);
        row("safetensors", Symmetry::Symmetric, f16, 32, 10 * (38 + 4 * 2));
        row("safetensors", Symmetry::AsymmetricInteger, f16, 32, 10 * (38 + 4 * 3));
        row("safetensors", Symmetry::Asymmetric, f16, 32, 10 * (38 + 4 * 4));
        row("safetensors", Symmetry::Asymmetric, f32, 128, 10 * (38 + 1 * 8));
        row("safetensors", Symmetry::AsymmetricInteger, f32, 0, 10 * 38 + 5);
        row("safetensors-f16", Symmetry::Asymmetric, f16, 32, 2000);
        row("safetensors-bf16", Symmetry::Asymmetric, f16, 32, 2000);
        row("safetensors-f32", Symmetry::Asymmetric, f16, 32, 4000);
    }
    void bytesAreExact()
    {
        QFETCH(QString, target);
        QFETCH(Symmetry, symmetry);
        QFETCH(ScaleType, scaleType);
        QFETCH(int, groupSize);
        QFETCH(std::int64_t, bytes);
        Recipe recipe = bare("int3");
        recipe.target = target;
        recipe.symmetry = symmetry;
        recipe.scaleType = scaleType;
        recipe.groupSize = groupSize;
        QCOMPARE(planOf(tensor("w", {10, 4, 5, 5}), recipe).outputBytes, bytes);
    }
    void totalsAreSums()
    {
        const ModelHeader header{
            {}, {tensor("a", {64, 64}), tensor("b", {64}), tensor("c", {3}, DType::U8)}};
        const auto plan = makePlan(header, Recipe());
        QVERIFY(bool(plan));
        QCOMPARE(plan->parameters, std::int64_t(4096 + 64 + 3));
        QCOMPARE(plan->bytesBefore, std::int64_t(16384 + 256 + 3));
        QCOMPARE(plan->bytesAfter, std::int64_t(64 * (32 + 8) + 256 + 3));
        QVERIFY(plan->bitsPerWeight() == 8.0 * 2819 / 4163);
        QCOMPARE(plan->target, targetNamed(u"arrow"));
    }
    void searchIsForFewBits()
    {
        QVERIFY(planOf(tensor("w", {64, 64}), bare("int4")).options.search == Search::Balanced);
        QVERIFY(planOf(tensor("w", {64, 64}), bare("int5")).options.search == Search::None);
        Recipe off = bare("int2");
        off.search = Search::None;
        QVERIFY(planOf(tensor("w", {64, 64}), off).options.search == Search::None);
    }

    void everythingWrongIsListed()
    {
        Recipe recipe;
        recipe.target = QStringLiteral("parquet");
        recipe.groupSize = 7;
        recipe.patterns = {{QStringLiteral("[x"), {}, true}};
        const auto plan = makePlan({}, recipe);
        QVERIFY(!plan);
        for (const char* part : {"unknown target 'parquet'", "groupSize: 7", "pattern '[x'"})
            QVERIFY2(plan.error().detail.contains(QLatin1StringView(part)),
                qPrintable(plan.error().detail));
    }
    void matchesAreCounted()
    {
        const ModelHeader header{{}, {tensor("a.w", {1}), tensor("b.w", {1}), tensor("b.b", {1})}};
        QCOMPARE(*countMatches(header, u"*.w"), 2);
        QCOMPARE(*countMatches(header, u"re:^b"), 2);
        QVERIFY(!countMatches(header, u"["));
        const QStringList both{QStringLiteral("*"), QStringLiteral("x")};
        QVERIFY(*countMatches(header, both) == (std::vector<int>{3, 0}));
    }

    void sensitiveWords_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("word");
        const auto row = [](const char* name, const char* word) {
            QTest::addRow("%s", name) << QString::fromUtf8(name) << QString::fromUtf8(word);
        };
        row("model.embed_tokens.weight", "embed");
        row("time_embedding.linear_1.weight", "embed");
        row("transformer.wte.weight", "wte");
        row("transformer.wpe.weight", "wpe");
        row("h.0.ln_1.weight", "ln_");
        row("blocks.0.norm1.weight", "norm");
        row("encoder.LayerNorm.bias", "norm");
        row("lm_head.weight", "lm_head");
        row("classifier.head.weight", "head");
        row("bert.pooler.dense.weight", "pooler");
        row("output.weight", "output");
        row("model.output.bias", "output");
        row("output_blocks.3.0.in_layers.2.weight", "");
        row("encoder.layer.0.attention.output.dense.weight", "");
        row("blocks.0.attn.heads.weight", "");
        row("blocks.0.mlp.fc1.weight", "");
        row("kilns_1.weight", "");
        row("", "");
    }
    void sensitiveWords()
    {
        QFETCH(QString, name);
        QFETCH(QString, word);
        QCOMPARE(sensitiveWord(name), word);
    }

    void targetsStoreWhatTheyCan()
    {
        const SchemeOptions half{
            128, Symmetry::Symmetric, ScaleType::F16, ZeroType::F16, Search::Best};
        const SchemeOptions arrow = targetNamed(u"arrow")->adjust(half);
        QVERIFY(arrow.scaleType == ScaleType::F32 && arrow.zeroType == ZeroType::F32);
        QVERIFY(targetNamed(u"safetensors")->adjust(half).zeroType == ZeroType::None);
        for (const Target& target : targets()) {
            QCOMPARE(targetNamed(QString(QLatin1StringView(target.id))), &target);
            QVERIFY(target.adjust(half).groupSize == 128);
            QCOMPARE(target.decoded,
                QLatin1StringView(target.id).startsWith(QLatin1StringView("safetensors-")));
        }
    }
};

QTEST_APPLESS_MAIN(TestQuantPlan)
#include "tst_quant_plan.moc"
