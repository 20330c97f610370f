#include "core/plan/named_recipe.h"
#include "core/plan/pattern.h"
#include "core/plan/target_metadata.h"
#include "core/plan/target_scheme.h"
#include "plan_support.h"

#include <QSet>

using namespace aq;
using namespace aq::test;

namespace {

QString L(const char* text) { return QString::fromUtf8(text); }

/// Names of formats.md A.3, one per family, and one of none.
ModelHeader families(int blocks)
{
    ModelHeader header;
    for (int i = 0; i < blocks; ++i)
        for (const char* part :
            {"attn.to_v.weight", "attn.qkv.weight", "ffn.2.weight", "attn.to_q.weight"})
            header.tensors.push_back(
                tensorOf(QStringLiteral("blk.%1.%2").arg(i).arg(L(part)), {512, 512}));
    return header;
}

} // namespace

class TestNamedRecipe : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyRecipeIsThere()
    {
        QStringList titles;
        for (const NamedRecipe& recipe : namedRecipes()) {
            titles << recipe.title;
            QCOMPARE(recipe.id, recipe.title.toLower());
            QCOMPARE(namedRecipe(recipe.title), &recipe);
            QVERIFY2(schemeNamed(recipe.base), qPrintable(recipe.title));
            QVERIFY(!recipe.about.isEmpty());
            QCOMPARE(schemeNamed(recipe.base)->codeBits, recipe.bits);
            for (const NamedRecipe::Family& family : recipe.families) {
                QVERIFY(!family.patterns.isEmpty());
                for (const QString& text : family.patterns)
                    QVERIFY2(Pattern::compile(text), qPrintable(text));
                for (const QString& id : {family.scheme, family.firstScheme})
                    QVERIFY2(id.isEmpty() || schemeNamed(id), qPrintable(recipe.title + id));
                QCOMPARE(family.first > 0, !family.firstScheme.isEmpty());
                QVERIFY(family.first > 0 || !family.scheme.isEmpty());
            }
        }
        titles.sort();
        QCOMPARE(titles.join(u' '),
            L("IQ4_NL IQ4_XS Q2_K Q3_K_L Q3_K_M Q3_K_S Q4_0 Q4_1 Q4_K_M Q4_K_S Q5_0 Q5_1 Q5_K_M "
              "Q5_K_S Q6_K Q8_0"));
        QVERIFY(!namedRecipe(u"q7_k") && !namedRecipe(u""));
    }
    /// LlamaFileType of include/llama.h.
    void fileTypesAreThoseOfLlamaCpp_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<int>("number");
        const auto row
            = [](const char* id, int number) { QTest::addRow("%s", id) << L(id) << number; };
        row("q4_0", 2), row("q4_1", 3), row("q8_0", 7), row("q5_0", 8), row("q5_1", 9);
        row("q2_k", 10), row("q3_k_s", 11), row("q3_k_m", 12), row("q3_k_l", 13);
        row("q4_k_s", 14), row("q4_k_m", 15), row("q5_k_s", 16), row("q5_k_m", 17);
        row("q6_k", 18), row("iq4_nl", 25), row("iq4_xs", 30);
    }
    void fileTypesAreThoseOfLlamaCpp()
    {
        QFETCH(QString, id);
        QFETCH(int, number);
        QCOMPARE(namedRecipe(id)->fileType, number);
        Recipe recipe = bareRecipe("gguf");
        recipe.scheme = id;
        const ModelHeader header = families(8);
        QCOMPARE(targetMetadata(header, planned(header, recipe)).value(L("general.file_type")),
            QString::number(number));
    }

    /// The columns of formats.md A.3: v, fused qkv, ffn-out, everything else; of eight blocks the
    /// first, second, third, fifth.
    void familiesGetTheirTypes_data()
    {
        QTest::addColumn<QString>("v");
        QTest::addColumn<QString>("qkv");
        QTest::addColumn<QString>("ffn");
        QTest::addColumn<QString>("base");
        const auto row = [](const char* id, const char* v, const char* qkv, const char* ffn,
                             const char* base) {
            QTest::addRow("%s", id) << L(v) << L(qkv) << L(ffn) << L(base);
        };
        row("q2_k", "q3_k", "q2_k", "q2_k", "q2_k");
        row("q3_k_s", "q3_k", "q3_k", "q3_k", "q3_k");
        row("q3_k_m", "q5_k q5_k q4_k q4_k", "q4_k", "q4_k", "q3_k");
        row("q3_k_l", "q5_k", "q4_k", "q5_k", "q3_k");
        row("q4_k_s", "q5_k q5_k q5_k q4_k", "q4_k", "q5_k", "q4_k");
        row("q4_k_m", "q6_k", "q5_k", "q6_k", "q4_k");
        row("q5_k_s", "q5_k", "q5_k", "q5_k", "q5_k");
        row("q5_k_m", "q6_k", "q6_k", "q5_k", "q5_k");
        row("q6_k", "q6_k", "q6_k", "q6_k", "q6_k");
        row("q8_0", "q8_0", "q8_0", "q8_0", "q8_0");
        row("q4_0", "q4_0", "q4_0", "q4_1", "q4_0");
        row("q5_0", "q5_0", "q5_0", "q5_1", "q5_0");
        row("q4_1", "q4_1", "q4_1", "q4_1", "q4_1");
        row("iq4_nl", "iq4_nl", "iq4_nl", "iq4_nl", "iq4_nl");
        row("iq4_xs", "iq4_xs", "iq4_xs", "iq4_xs", "iq4_xs");
    }
    void familiesGetTheirTypes()
    {
        QFETCH(QString, v);
        QFETCH(QString, qkv);
        QFETCH(QString, ffn);
        QFETCH(QString, base);
        const QuantPlan plan = planned(families(8), bareRecipe("gguf", QTest::currentDataTag()));
        const auto all = [&](std::size_t part) {
            QStringList types;
            for (const std::size_t block : {0, 1, 2, 4})
                types << typeOf(plan.tensors[4 * block + part]);
            return types;
        };
        const QStringList wanted = v.split(u' ');
        for (qsizetype i = 0; i < 4; ++i)
            QCOMPARE(all(0)[i], wanted.size() == 1 ? v : wanted[i]);
        QCOMPARE(all(1), QStringList(4, qkv));
        QCOMPARE(all(2), QStringList(4, ffn));
        QCOMPARE(all(3), QStringList(4, base));
    }
    void theReasonSaysTheFamily()
    {
        const QuantPlan plan = planned(families(12), bareRecipe("gguf", "q4_k_s"));
        QCOMPARE(reasonText(plan.tensors[0]), L("recipe: Q4_K_S: attn_v, first 4 of 12"));
        QCOMPARE(reasonText(plan.tensors[2]), L("recipe: Q4_K_S: ffn_down"));
        QCOMPARE(reasonText(plan.tensors[3]), L("default: Q4_K_S"));
        QCOMPARE(reasonText(plan.tensors[16]), L("default: Q4_K_S")); // The fifth attn_v.
        QCOMPARE(plan.tensors[0].chain,
            (QStringList{
                L("default: q4_k (Q4_K_S)"), L("recipe: q5_k (Q4_K_S: attn_v, first 4 of 12)")}));
        QCOMPARE(plan.namedRecipe, namedRecipe(u"q4_k_s"));
    }
    void familiesAreKnownByName_data()
    {
        QTest::addColumn<QString>("type");
        const auto row
            = [](const char* name, const char* type) { QTest::addRow("%s", name) << L(type); };
        for (const char* v : {"blk.0.attn_v.weight", "a.to_v.weight", "a.v.weight",
                 "double_layers.0.attn.w1v.weight", "x.attn.w2v.weight",
                 "x.self_attn.v_proj.weight"})
            row(v, "q6_k");
        for (const char* qkv : {"blk.0.attn_qkv.weight", "double_blocks.0.img_attn.qkv.weight",
                 "x.attention.qkv.weight"})
            row(qkv, "q5_k");
        for (const char* ffn : {"blk.0.ffn_down.weight", "a.experts.3.w2.weight",
                 "blocks.0.ffn.2.weight", "a.ff.net.2.weight", "a.mlp.layer2.weight",
                 "a.adaln_modulation_mlp.2.weight", "a.feed_forward.w2.weight"})
            row(ffn, "q6_k");
        for (const char* none :
            {"double_blocks.0.img_mlp.2.weight", "single_blocks.0.linear1.weight", "a.to_q.weight",
                "a.experts.3.w1.weight", "a.to_v.lora"})
            row(none, "q4_k");
    }
    void familiesAreKnownByName()
    {
        QFETCH(QString, type);
        const TensorInfo tensor = tensorOf(L(QTest::currentDataTag()), {512, 512});
        QCOMPARE(typeOf(plannedOne(tensor, bareRecipe("gguf", "q4_k_m"))), type);
    }
    /// "first 4" are the first that are quantized at all.
    void whatIsKeptDoesNotCount()
    {
        ModelHeader header = families(6);
        Recipe recipe = bareRecipe("gguf", "q4_k_s");
        recipe.sensitivePatterns = QStringList{L("blk.0.*")};
        const QuantPlan plan = planned(header, recipe);
        QCOMPARE(decidedOf(plan.tensors[0]), L("keep-list keep"));
        QCOMPARE(reasonText(plan.tensors[16]), L("recipe: Q4_K_S: attn_v, first 4 of 5"));
        QCOMPARE(typeOf(plan.tensors[20]), L("q4_k"));
    }
    void rulesOfTheRecipeWinOverItsMix()
    {
        Recipe recipe = bareRecipe("gguf", "q4_k_m");
        recipe.rules = {ruleOf("*", "q4_0")}; // How a pure file is asked for.
        for (const TensorPlan& tensor : planned(families(2), recipe).tensors)
            QCOMPARE(typeOf(tensor), L("q4_0"));
    }

    // A recipe is switched from one target to another.

    void aWidthMeansTheRecipePeopleExpect_data()
    {
        QTest::addColumn<QString>("named");
        QTest::addColumn<QString>("type");
        const auto row = [](const char* word, const char* named, const char* type) {
            QTest::addRow("%s", word) << L(named) << L(type);
        };
        row("int2", "Q2_K", "q2_k"), row("int3", "Q3_K_M", "q3_k");
        row("int4", "Q4_K_M", "q4_k"), row("int5", "Q5_K_M", "q5_k");
        row("int6", "Q6_K", "q6_k"), row("int8", "Q8_0", "q8_0");
    }
    void aWidthMeansTheRecipePeopleExpect()
    {
        QFETCH(QString, named);
        QFETCH(QString, type);
        const char* word = QTest::currentDataTag();
        const QuantPlan plan = planned(families(1), bareRecipe("gguf", word));
        QCOMPARE(plan.namedRecipe->title, named);
        QCOMPARE(reasonText(plan.tensors[3]), L("default: %1 is %2 here").arg(L(word), named));
        QCOMPARE(typeOf(plan.tensors[3]), type);
        // A rule means the one type.
        Recipe ruled = bareRecipe("gguf");
        ruled.patterns = {{L("*"), {L(word), 64}, true}};
        const TensorPlan tensor = planned(families(1), ruled).tensors[0];
        QCOMPARE(decidedOf(tensor), L("pattern ") + type);
        QCOMPARE(tensor.because, L("*; %1 is %2 here").arg(L(word), type));
    }
    void aTypeMeansItsWidthForAffineTargets_data()
    {
        QTest::addColumn<QString>("affine");
        const auto row
            = [](const char* word, const char* affine) { QTest::addRow("%s", word) << L(affine); };
        row("q4_k_m", "int4"), row("q3_k_l", "int3"), row("q2_k", "int2"), row("q8_0", "int8");
        row("q5_k", "int5"), row("q6_k", "int6"), row("iq4_nl", "int4"), row("q4_1", "int4");
        row("f16", "keep"), row("bf16", "bf16"), row("f32", "f32"), row("int3", "int3");
    }
    void aTypeMeansItsWidthForAffineTargets()
    {
        QFETCH(QString, affine);
        const QString word = L(QTest::currentDataTag());
        for (const char* target : {"arrow", "safetensors", "safetensors-f32"}) {
            Recipe recipe = bareRecipe(target);
            recipe.scheme = word;
            const TensorPlan tensor = plannedOne(tensorOf(L("w"), {512, 512}), recipe);
            QCOMPARE(typeOf(tensor), affine);
            const bool isTranslated = schemeNamed(affine) && word != affine;
            QCOMPARE(
                tensor.because, isTranslated ? L("%1 is %2 here").arg(word, affine) : QString());
        }
    }
    void everyWordWorksForEveryTarget()
    {
        QStringList words;
        for (const Scheme* scheme : schemes())
            words << L(scheme->id);
        for (const NamedRecipe& named : namedRecipes())
            words << named.id;
        for (const Target& target : targets())
            for (const QString& word : words) {
                Recipe recipe;
                recipe.target = L(target.id);
                recipe.scheme = word;
                if (!namedRecipe(word) || schemeNamed(word))
                    recipe.overrides = {{L("w"), {word, {}}, true}};
                QCOMPARE(problemsOf(recipe), QStringList());
                const auto read = recipeFromJson(toJson(recipe));
                QVERIFY(bool(read) && *read == recipe);
            }
    }
    void defaultsAreReadInAnyCase()
    {
        QCOMPARE(parseDefault(u"Q4_K_M")->scheme, L("q4_k_m"));
        QCOMPARE(parseDefault(u" iq4_XS ")->scheme, L("iq4_xs"));
        QCOMPARE(parseDefault(u"4")->scheme, L("int4"));
        QVERIFY(!parseDefault(u"q4_k_x"));
        QCOMPARE(recipeFromJson(R"({"bits": "Q5_K_M"})")->scheme, L("q5_k_m"));
    }
};

QTEST_APPLESS_MAIN(TestNamedRecipe)
#include "tst_named_recipe.moc"
