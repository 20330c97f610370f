#include "core/plan/findings.h"
#include "plan_support.h"

#include <QElapsedTimer>
#include <QSet>

using namespace aq;
using namespace aq::test;

namespace {

QString L(const char* text) { return QString::fromUtf8(text); }

/// Tensors whose names make a model a Wan; they quantize without a finding.
std::vector<TensorInfo> wan(const QString& prefix = {})
{
    std::vector<TensorInfo> tensors;
    for (const char* key :
        {"blocks.0.self_attn.norm_q.weight", "text_embedding.2.weight", "head.modulation"})
        tensors.push_back(tensorOf(prefix + L(key), {512, 512}));
    return tensors;
}

std::vector<TensorInfo> sd1()
{
    std::vector<TensorInfo> tensors;
    for (const char* key : {"input_blocks.3.0.op.weight", "input_blocks.6.0.op.weight",
             "input_blocks.9.0.op.weight", "output_blocks.2.1.conv.weight",
             "output_blocks.5.2.conv.weight", "output_blocks.8.2.conv.weight"})
        tensors.push_back(tensorOf(L(key), {512, 512}));
    return tensors;
}

ModelHeader with(std::vector<TensorInfo> tensors, const std::vector<TensorInfo>& more = {})
{
    tensors.insert(tensors.end(), more.begin(), more.end());
    return {{}, std::move(tensors)};
}

TensorInfo reshapedSource()
{
    TensorInfo tensor = encodedOf(L("w"), {320, 320}, "q8_0", 400 * 8 * 34);
    tensor.encoding->shape = {400, 256};
    return tensor;
}

/// As llama.cpp's gguf-split leaves it.
ModelHeader partOf(int number, int count)
{
    ModelHeader header = with(wan());
    header.metadata.insert(L("split.no"), QString::number(number - 1));
    header.metadata.insert(L("split.count"), QString::number(count));
    return header;
}

/// What no change of the recipe could help against, or need not.
bool hasNoRepair(const char* id)
{
    return qstrcmp(id, "split-part") == 0 || qstrcmp(id, "groups-unused") == 0;
}

const Finding* findingNamed(const std::vector<Finding>& findings, const char* id)
{
    const auto found = std::ranges::find_if(
        findings, [&](const Finding& finding) { return qstrcmp(finding.id, id) == 0; });
    return found == findings.end() ? nullptr : &*found;
}

/// A model and a recipe that have a finding of one kind.
struct Case {
    const char* title;
    const char* id;
    Severity severity;
    ModelHeader header;
    Recipe recipe;
};

Recipe recipeTo(const char* target, const std::vector<Rule>& patterns = {})
{
    Recipe recipe;
    recipe.target = L(target);
    recipe.patterns = patterns;
    return recipe;
}

std::vector<Case> cases()
{
    const auto plain = [](const char* name) { return tensorOf(L(name), {512, 512}); };
    const QString prefix = L("model.diffusion_model.");
    const auto blocking = Severity::Blocking, slow = Severity::Slow, note = Severity::Note;
    Recipe stripped = recipeTo("gguf");
    stripped.stripPrefix = true;
    const TensorInfo packed
        = encodedOf(L("w"), {64, 256}, "iq2_xxs", 64 * 66); // Cannot be decoded here.
    std::vector<Case> all{
        {"U8", "type-not-in-format", blocking, with(wan(), {tensorOf(L("w"), {9}, DType::U8)}),
            recipeTo("gguf")},
        {"bool for comfy", "type-not-in-format", blocking,
            with(wan(), {tensorOf(L("w"), {9}, DType::Bool)}), recipeTo("gguf-comfyui")},
        {"empty", "no-elements", blocking, with(wan(), {tensorOf(L("w"), {0, 4})}),
            recipeTo("gguf")},
        {"stripped twin", "name-twice", blocking, with(wan(prefix), {plain("head.modulation")}),
            stripped},
        {"row of 320", "row-not-whole-blocks", note, with(wan(), {tensorOf(L("w"), {64, 320})}),
            recipeTo("gguf")},
        {"row of 36", "row-not-whole-blocks", note,
            with(wan(), {tensorOf(L("w"), {64, 36}, DType::BF16)}), recipeTo("gguf-sdcpp")},
        {"convolution", "row-not-whole-blocks", note,
            with(sd1(), {tensorOf(L("w"), {64, 64, 3, 3})}), recipeTo("gguf")},
        {"cast", "half-range", note, with(wan(), {tensorOf(L("w"), {64, 36}, DType::F32)}),
            recipeTo("gguf")},
        {"unknown", "architecture-missing", blocking, with({plain("w")}), recipeTo("gguf-comfyui")},
        {"krea2", "architecture-unknown", blocking,
            with({plain("blocks.0.attn.qknorm.qnorm.scale"), plain("txtfusion.projector.weight")}),
            recipeTo("gguf-comfyui")},
        {"flux of diffusers", "layout-diffusers", blocking,
            with({plain("transformer_blocks.0.attn.norm_added_k.weight"),
                plain("single_transformer_blocks.0.norm.linear.weight")}),
            recipeTo("gguf-comfyui")},
        {"usual prefix", "prefix", note, with(wan(prefix)), recipeTo("gguf-comfyui")},
        {"odd prefix", "prefix", blocking, with(wan(L("net."))), recipeTo("gguf-comfyui")},
        {"whole", "full-checkpoint", note,
            with(wan(prefix), {plain("first_stage_model.decoder.conv_in.weight")}),
            recipeTo("gguf-comfyui")},
        {"whole for diffusers", "full-checkpoint", note,
            with(wan(prefix), {plain("cond_stage_model.x.weight")}), recipeTo("gguf-diffusers")},
        {"safetensors for llama.cpp", "no-source-metadata", blocking, with({plain("w")}),
            recipeTo("gguf-llama")},
        {"128 bytes", "name-too-long", blocking, with(wan(), {plain(QByteArray(128, 'x'))}),
            recipeTo("gguf-comfyui")},
        {"128 bytes in 64 letters", "name-too-long", blocking,
            with(wan(), {tensorOf(QString(64, QChar(0xe4)), {512, 512})}), recipeTo("gguf-sdcpp")},
        {"only with its prefix", "name-too-long", blocking,
            with(wan(prefix), {tensorOf(prefix + QString(120, u'x'), {512, 512})}),
            recipeTo("gguf-sdcpp")},
        {"IQ2_XXS", "type-slow", slow, with(wan(), {packed}), recipeTo("gguf-comfyui")},
        {"IQ2_XXS for diffusers", "type-not-read", blocking, with(wan(), {packed}),
            recipeTo("gguf-diffusers")},
        {"I64", "type-not-read", blocking, with(wan(), {tensorOf(L("w"), {9}, DType::I64)}),
            recipeTo("gguf-comfyui")},
        {"experts for diffusers", "dimensions", blocking,
            with(wan(), {tensorOf(L("w"), {4, 64, 256})}), recipeTo("gguf-diffusers")},
    };
    all.push_back({"five dimensions for llama.cpp", "dimensions", blocking,
        with(wan(), {tensorOf(L("w"), {2, 3, 4, 5, 6})}), recipeTo("gguf-llama")});
    all.push_back(
        {"IQ2_XXS as Q4_K", "not-decoded", note, with(wan(), {packed}), recipeTo("gguf-sdcpp")});
    for (const char* target : {"gguf", "gguf-sdcpp", "arrow", "safetensors-f16"})
        all.push_back({target, "split-part", blocking, partOf(1, 2), recipeTo(target)});
    all.push_back({"groups of 64", "groups-unused", note, with(wan()), recipeTo("gguf")});
    all.back().recipe.groupSize = 64;
    all.push_back({"groups of a pattern", "groups-unused", note, with(wan()),
        recipeTo("gguf", {ruleOf("*", "4:32")})});
    return all;
}

std::vector<Finding> findingsIn(const ModelHeader& header, const Recipe& recipe)
{
    return findingsOf(header, planned(header, recipe));
}

bool isIn(const std::vector<Finding>& findings, const Finding& wanted)
{
    return std::ranges::any_of(findings, [&](const Finding& finding) {
        return qstrcmp(finding.id, wanted.id) == 0 && finding.tensor == wanted.tensor;
    });
}

} // namespace

class TestFindings : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void goodFilesHaveNone()
    {
        for (const char* target :
            {"arrow", "safetensors", "gguf", "gguf-comfyui", "gguf-sdcpp", "gguf-diffusers"})
            QVERIFY2(findingsIn(with(wan()), recipeTo(target)).empty(), target);
        ModelHeader llama = with({tensorOf(L("blk.0.attn_q.weight"), {512, 512})});
        llama.metadata.insert(L("general.architecture"), L("llama"));
        llama.typedMetadata.push_back({L("general.architecture"), {}});
        for (const char* target : {"gguf-llama", "gguf-comfyui"})
            QVERIFY2(findingsIn(llama, recipeTo(target)).empty(), target);
    }

    void everyKindIsFound_data()
    {
        QTest::addColumn<int>("index");
        int index = 0;
        for (const Case& each : cases())
            QTest::newRow(each.title) << index++;
    }
    /// Every repair removes what it repairs.
    void everyKindIsFound()
    {
        QFETCH(int, index);
        const Case tried = cases()[std::size_t(index)];
        const auto findings = findingsIn(tried.header, tried.recipe);
        const auto found = std::ranges::find_if(
            findings, [&](const Finding& finding) { return qstrcmp(finding.id, tried.id) == 0; });
        QVERIFY(found != findings.end());
        QCOMPARE(severityId(found->severity), severityId(tried.severity));
        QCOMPARE(hasBlocking(findings), findings.front().severity == Severity::Blocking);
        QVERIFY(!found->what.isEmpty() && !found->why.isEmpty());
        QCOMPARE(found->repairs.empty(), hasNoRepair(tried.id));
        for (const Repair& repair : found->repairs) {
            QVERIFY(!repair.label.isEmpty());
            const Recipe better = repaired(tried.recipe, repair);
            QVERIFY(better != tried.recipe);
            QVERIFY2(!isIn(findingsIn(tried.header, better), *found), qPrintable(repair.label));
        }
    }
    void everyKindIsTried()
    {
        QSet<QString> tried{L("reshaped")}, known; // That one is below.
        for (const Case& each : cases())
            tried.insert(L(each.id));
        for (const char* id : findingIds())
            known.insert(L(id));
        QCOMPARE(known.size(), qsizetype(findingIds().size()));
        QCOMPARE(tried, known);
    }

    /// No option makes a file of what the format has no place for.
    void someNobodyCanOverrule()
    {
        const QSet<QString> hard{L("type-not-in-format"), L("no-elements"), L("name-twice")};
        for (const Case& each : cases()) {
            const auto findings = findingsIn(each.header, each.recipe);
            QVERIFY2(
                findingNamed(findings, each.id)->canForce != hard.contains(L(each.id)), each.title);
            QVERIFY2(findings[0].canForce != hard.contains(L(each.id)), each.title);
            QVERIFY2(hasUnforceable(findings) == hard.contains(L(each.id)), each.title);
        }
    }
    /// A part would pass for a whole model; one that is all there is, is whole.
    void onlyPartsOfSeveralAreParts()
    {
        const auto parts = findingsIn(partOf(1, 2), recipeTo("safetensors"));
        QCOMPARE(parts.size(), std::size_t(1));
        QCOMPARE(parts[0].what, L("part 1 of 2 of a split model: the other tensors are missing"));
        QVERIFY(findingsIn(partOf(1, 1), recipeTo("gguf")).empty());
        for (const Consumer& consumer : consumers()) // Whichever program it is.
            QVERIFY(findingNamed(
                findingsFor(consumer, partOf(2, 2), planned(partOf(2, 2), recipeTo("gguf"))),
                "split-part"));
    }
    /// ggml has four dimensions; the other readers are not ggml's, or have a way around it.
    void fiveDimensionsAreRefusedByLlamaAlone()
    {
        const ModelHeader header = with(wan(), {tensorOf(L("w"), {2, 3, 4, 5, 6})});
        const QuantPlan plan = planned(header, recipeTo("gguf"));
        QVERIFY(!plan.tensors[3].scheme);
        for (const Consumer& consumer : consumers())
            QCOMPARE(findingNamed(findingsFor(consumer, header, plan), "dimensions") != nullptr,
                qstrcmp(consumer.id, "llama.cpp") == 0);
    }
    void onlyTypesThatWerePickedStopAtTheRangeOfHalves()
    {
        const ModelHeader header = with(wan(), {tensorOf(L("w"), {64, 36}, DType::F32)});
        const auto why = [&](const Recipe& recipe) {
            return findingNamed(findingsIn(header, recipe), "half-range")->why;
        };
        QVERIFY(why(recipeTo("gguf")).contains(L("stays as in the source")));
        QVERIFY(!why(recipeTo("gguf")).contains(L("stop the job")));
        QVERIFY(why(recipeTo("gguf", {ruleOf("w", "f16")})).contains(L("stop the job")));
    }
    void groupsAreMissedOnlyWhereSomebodyAskedForThem()
    {
        Recipe recipe = recipeFor(*profileNamed(u"edge")); // 256
        recipe.target = L("gguf");
        QVERIFY(findingsIn(with(wan()), recipe).empty());
        recipe.groupSize = 0;
        QCOMPARE(findingsIn(with(wan()), recipe)[0].what, L("one scale per tensor was asked for"));
        recipe.target = L("safetensors");
        QVERIFY(findingsIn(with(wan()), recipe).empty());
    }
    /// Keeping what cannot be decoded is no surprise to who asked for it.
    void undecodableTypesAreNamed()
    {
        const ModelHeader header = with({}, {encodedOf(L("w"), {64, 256}, "iq2_xxs", 64 * 66)});
        const auto found = findingsIn(header, recipeTo("gguf"));
        QCOMPARE(found.size(), std::size_t(1));
        QCOMPARE(found[0].what, L("cannot decode IQ2_XXS: kept as it is"));
        QVERIFY(findingsIn(header, recipeTo("gguf", {ruleOf("w", "keep")})).empty());
    }

    /// Only a file for any reader keeps ComfyUI's rows, so only there it is a question.
    void rowsForComfyAreForNobodyElse()
    {
        const ModelHeader header = with(wan(), {reshapedSource()});
        const Recipe recipe = recipeTo("gguf", {ruleOf("w", "keep")});
        QVERIFY(findingsIn(header, recipe).empty());
        QVERIFY(findingsFor(*consumerNamed(u"comfyui"), header, planned(header, recipe)).empty());
        for (const char* id : {"sd.cpp", "diffusers", "llama.cpp"}) {
            const Consumer& consumer = *consumerNamed(L(id));
            const auto found = [&](const Recipe& tried) {
                const auto findings = findingsFor(consumer, header, planned(header, tried));
                const auto reshaped = std::ranges::find_if(
                    findings, [](const Finding& f) { return qstrcmp(f.id, "reshaped") == 0; });
                return reshaped == findings.end() ? Finding{} : *reshaped;
            };
            const Finding finding = found(recipe);
            QVERIFY(finding.severity == Severity::Blocking);
            QCOMPARE(finding.tensor, std::int64_t(3));
            QCOMPARE(finding.repairs.size(), std::size_t(2));
            for (const Repair& repair : finding.repairs)
                QCOMPARE(found(repaired(recipe, repair)).tensor, std::int64_t(-1));
        }
    }
    void theWorstComesFirst()
    {
        const auto findings
            = findingsIn(with(wan(),
                             {tensorOf(L("w"), {64, 320}), tensorOf(L("v"), {64, 320}),
                                 encodedOf(L("x"), {64, 256}, "iq2_xxs", 64 * 66),
                                 tensorOf(L("u"), {9}, DType::U8)}),
                recipeTo("gguf-comfyui"));
        QStringList order;
        for (const Finding& finding : findings)
            order << L(severityId(finding.severity)) + QString::number(finding.tensor);
        QCOMPARE(order.join(u' '), L("blocking6 blocking6 slow5 note3 note4 note5"));
    }
    void aRepairComesBeforeOtherOverrides()
    {
        Recipe recipe = recipeTo("gguf");
        recipe.overrides = {ruleOf("w", "q4_k")};
        const ModelHeader header = with(wan(), {tensorOf(L("w"), {64, 320})});
        const auto findings = findingsIn(header, recipe);
        QCOMPARE(findings.size(), std::size_t(1));
        const Recipe better = repaired(recipe, findings[0].repairs[0]);
        QCOMPARE(better.overrides[0].action.scheme, L("q5_0"));
        QCOMPARE(decidedOf(planned(header, better).tensors[3]), L("override q5_0"));
    }
    void choosingTheArchitectureIsARepairToo()
    {
        const ModelHeader header = with({tensorOf(L("w"), {512, 512})});
        Recipe recipe = recipeTo("gguf-comfyui");
        QVERIFY(hasBlocking(findingsIn(header, recipe)));
        const auto missing = findingsIn(header, recipe);
        const QStringList choices = missing.front().architectures;
        QVERIFY(choices.contains(L("flux")) && choices.contains(L("sd1")));
        QVERIFY(!choices.contains(L("krea2"))); // Refused by this program.
        for (const QString& id : choices)
            QVERIFY2(!hasBlocking(findingsIn(header, repaired(recipe, {.architecture = id}))),
                qPrintable(id));
    }
    /// A plan for any reader is looked at with the eyes of each program.
    void onePlanIsJudgedForEveryProgram()
    {
        const ModelHeader header = with({tensorOf(L("w"), {512, 512})});
        const QuantPlan plan = planned(header, recipeTo("gguf"));
        QVERIFY(findingsOf(header, plan).empty());
        QVERIFY(hasBlocking(findingsFor(*consumerNamed(u"comfyui"), header, plan)));
        QVERIFY(hasBlocking(findingsFor(*consumerNamed(u"llama.cpp"), header, plan)));
        QVERIFY(findingsFor(*consumerNamed(u"sd.cpp"), header, plan).empty());
        QVERIFY(findingsFor(*consumerNamed(u"diffusers"), header, plan).empty());
    }
    void tenThousandTensorsAreQuick()
    {
        ModelHeader header;
        for (int i = 0; i < 10'000; ++i)
            header.tensors.push_back(
                tensorOf(QStringLiteral("blk.%1.attn_v.weight").arg(i), {64, 320}));
        const QuantPlan plan = planned(header, recipeTo("gguf-comfyui"));
        QElapsedTimer clock;
        clock.start();
        QCOMPARE(findingsOf(header, plan).size(), std::size_t(10'001));
        qInfo("10,000 findings: %lld ms", static_cast<long long>(clock.restart()));
        for (TensorInfo& tensor : header.tensors)
            tensor.shape = {64, 512};
        const QuantPlan good = planned(header, recipeTo("gguf-sdcpp"));
        clock.restart();
        QVERIFY(findingsOf(header, good).empty());
        qInfo("10,000 tensors without: %lld ms", static_cast<long long>(clock.elapsed()));
    }
};

QTEST_APPLESS_MAIN(TestFindings)
#include "tst_plan_findings.moc"
