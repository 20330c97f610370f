#include "core/plan/block_fit.h"
#include "core/plan/target_metadata.h"
#include "plan_support.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>

using namespace aq;
using namespace aq::test;

namespace {

QString L(const char* text) { return QString::fromUtf8(text); }

/// The names that make a model an SD 1.x, before its tensors.
ModelHeader sd1With(const std::vector<TensorInfo>& tensors)
{
    ModelHeader header;
    for (const char* key : {"input_blocks.3.0.op.weight", "input_blocks.6.0.op.weight",
             "input_blocks.9.0.op.weight", "output_blocks.2.1.conv.weight",
             "output_blocks.5.2.conv.weight", "output_blocks.8.2.conv.weight"})
        header.tensors.push_back(tensorOf(L(key), {320, 320, 3, 3}));
    header.tensors.insert(header.tensors.begin(), tensors.begin(), tensors.end());
    return header;
}

ModelHeader wanWith(const std::vector<TensorInfo>& tensors)
{
    ModelHeader header;
    for (const char* key :
        {"blocks.0.self_attn.norm_q.weight", "text_embedding.2.weight", "head.modulation"})
        header.tensors.push_back(tensorOf(L(key), {512, 512}));
    header.tensors.insert(header.tensors.begin(), tensors.begin(), tensors.end());
    return header;
}

} // namespace

class TestGgufPlan : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // Rows and blocks.

    /// llama.cpp's own substitutes for types whose blocks do not fit.
    void rowsThatAreNoBlocksFallBack_data()
    {
        QTest::addColumn<std::int64_t>("columns");
        QTest::addColumn<QString>("decision");
        const auto row = [](const char* type, int columns, const char* decision) {
            QTest::addRow("%s %d", type, columns) << std::int64_t(columns) << L(decision);
        };
        for (const char* type : {"q2_k", "q3_k", "q4_k", "q5_k", "q6_k", "iq4_xs", "q8_0", "q4_0",
                 "q4_1", "q5_0", "q5_1", "iq4_nl"}) {
            row(type, 512, qPrintable(L("pattern ") + L(type)));
            row(type, 36, "fallback keep"); // F16 stays F16.
        }
        row("q2_k", 320, "fallback iq4_nl"), row("q3_k", 320, "fallback iq4_nl");
        row("iq4_xs", 320, "fallback iq4_nl"), row("q4_k", 320, "fallback q5_0");
        row("q5_k", 320, "fallback q5_1"), row("q6_k", 320, "fallback q8_0");
        for (const char* type : {"q8_0", "q4_0", "q4_1", "q5_0", "q5_1", "iq4_nl"})
            row(type, 320, qPrintable(L("pattern ") + L(type)));
    }
    void rowsThatAreNoBlocksFallBack()
    {
        QFETCH(std::int64_t, columns);
        QFETCH(QString, decision);
        const QString type = L(QTest::currentDataTag()).section(u' ', 0, 0);
        Recipe recipe = bareRecipe("gguf");
        recipe.patterns = {{L("*"), {type, {}}, true}};
        const TensorPlan plan = plannedOne(tensorOf(L("w"), {64, columns}), recipe);
        QCOMPARE(decidedOf(plan), decision);
        if (plan.reason == Reason::Fallback)
            QVERIFY(plan.because.startsWith(
                L("row of %1 elements is not whole blocks of").arg(columns)));
        QCOMPARE(plan.chain.size(), plan.reason == Reason::Fallback ? 3 : 2);
    }
    void whatFitsNoBlockIsHalf_data()
    {
        QTest::addColumn<DType>("dtype");
        QTest::addColumn<QString>("type");
        QTest::addColumn<int>("bytes"); // Of an element.
        QTest::addRow("F32") << DType::F32 << L("f16") << 2;
        QTest::addRow("F64") << DType::F64 << L("f16") << 2;
        QTest::addRow("F16") << DType::F16 << L("keep") << 2;
        QTest::addRow("BF16") << DType::BF16 << L("keep") << 2;
        QTest::addRow("F8_E4M3") << DType::F8_E4M3 << L("f16") << 2;
    }
    void whatFitsNoBlockIsHalf()
    {
        QFETCH(DType, dtype);
        QFETCH(QString, type);
        QFETCH(int, bytes);
        const TensorPlan plan
            = plannedOne(tensorOf(L("w"), {64, 8, 3, 3}, dtype), bareRecipe("gguf"));
        QCOMPARE(decidedOf(plan), L("fallback ") + type);
        QCOMPARE(plan.because, L("row of 3 elements is not whole blocks of 256, nor of 32"));
        QCOMPARE(plan.outputBytes, std::int64_t(bytes) * 64 * 72);
    }
    /// Tensors of more dimensions are rows too: experts, [experts, out, in].
    void rowsAreTheLastExtent()
    {
        const auto planOf = [](Shape shape) {
            return plannedOne(tensorOf(L("w"), std::move(shape)), bareRecipe("gguf"));
        };
        const TensorPlan experts = planOf({4, 64, 256});
        QCOMPARE(decidedOf(experts), L("default q4_k"));
        QCOMPARE(experts.outputBytes, std::int64_t(4 * 64 * 144));
        QCOMPARE(decidedOf(planOf({64, 64, 1, 1})), L("fallback keep"));
        QCOMPARE(decidedOf(planOf({2, 2, 2, 256})), L("default q4_k"));
    }
    void vectorsAndFiveDimensionsStayFloats()
    {
        Recipe insisting = bareRecipe("gguf");
        insisting.patterns = {ruleOf("*", "q8_0")};
        const TensorPlan bias = plannedOne(tensorOf(L("b"), {4096}), insisting);
        QCOMPARE(decidedOf(bias), L("fallback keep"));
        QCOMPARE(bias.because, L("1-D tensors stay floats in GGUF"));
        const auto patch = [&](DType dtype) {
            return plannedOne(tensorOf(L("p"), {64, 16, 1, 2, 256}, dtype), insisting);
        };
        QCOMPARE(decidedOf(patch(DType::F16)), L("fallback keep"));
        QCOMPARE(decidedOf(patch(DType::F32)), L("fallback keep"));
        QCOMPARE(decidedOf(patch(DType::BF16)), L("fallback f32"));
        QCOMPARE(patch(DType::BF16).because, L("5-D tensors stay floats in GGUF"));
    }

    // ComfyUI-GGUF's orig_shape.

    /// n_dims > 1, n >= 512, n % 256 == 0, last extent % 256 != 0.
    void convolutionsAreReshapedWhereTheirReaderUnderstands_data()
    {
        QTest::addColumn<Shape>("shape");
        QTest::addColumn<Shape>("stored");
        const auto row = [](Shape shape, Shape stored) {
            QTest::addRow("%s", qPrintable(shapeText(shape))) << shape << stored;
        };
        row({320, 320, 3, 3}, {3600, 256});
        row({320, 320}, {400, 256});
        row({64, 1024}, {});
        row({320, 100, 1, 1}, {125, 256});
        row({5, 100}, {});     // 500 elements
        row({2, 2, 8, 8}, {}); // 256
        row({8, 8, 8}, {2, 256});
        row({24, 43}, {}); // 1032 is no multiple of 256.
    }
    void convolutionsAreReshapedWhereTheirReaderUnderstands()
    {
        QFETCH(Shape, shape);
        QFETCH(Shape, stored);
        const ModelHeader header = sd1With({tensorOf(L("w"), shape)});
        const TensorPlan comfy = planned(header, bareRecipe("gguf-comfyui")).tensors.front();
        QVERIFY(comfy.storedShape == stored);
        if (!stored.empty()) {
            QCOMPARE(decidedOf(comfy), L("default q4_k"));
            QCOMPARE(comfy.outputBytes, *elementCount(shape) / 256 * 144);
            QVERIFY(comfy.chain.back().startsWith(L("stored: rows of 256")));
        }
        for (const char* other : {"gguf", "gguf-sdcpp", "gguf-diffusers"})
            QVERIFY(planned(header, bareRecipe(other)).tensors.front().storedShape.empty());
        // Other networks never are: "never reshape for models such as flux".
        const ModelHeader wan = wanWith({tensorOf(L("w"), shape)});
        QVERIFY(planned(wan, bareRecipe("gguf-comfyui")).tensors.front().storedShape.empty());
    }
    void rowsThatAreBlocksAreNotReshaped()
    {
        const ModelHeader header = sd1With({tensorOf(L("w"), {320, 320})});
        const TensorPlan plan = planned(header, bareRecipe("gguf-comfyui", "q8_0")).tensors.front();
        QCOMPARE(decidedOf(plan), L("default q8_0"));
        QVERIFY(plan.storedShape.empty());
    }

    // What is kept.

    void keptTensorsHaveATypeThatIsRead_data()
    {
        QTest::addColumn<DType>("dtype");
        QTest::addColumn<Shape>("shape");
        QTest::addColumn<QString>("type");
        const auto row = [](DType dtype, Shape shape, const char* type) {
            QTest::addRow("%s %s", nameOf(dtype), qPrintable(shapeText(shape)))
                << dtype << shape << L(type);
        };
        row(DType::F32, {64}, "keep"), row(DType::F16, {64}, "keep"),
            row(DType::BF16, {64}, "keep");
        row(DType::F64, {64}, "f32"), row(DType::F8_E4M3, {64}, "f16"),
            row(DType::F8_E5M2, {}, "f16");
        row(DType::BF16, {1, 64}, "f32"); // No parameters in BF16 for ComfyUI-GGUF.
        row(DType::I64, {64}, "keep"), row(DType::U8, {64}, "keep");
    }
    void keptTensorsHaveATypeThatIsRead()
    {
        QFETCH(DType, dtype);
        QFETCH(Shape, shape);
        QFETCH(QString, type);
        Recipe recipe;
        recipe.target = L("gguf");
        const TensorInfo tensor = tensorOf(L("w"), shape, dtype);
        const TensorPlan plan = plannedOne(tensor, recipe);
        QCOMPARE(typeOf(plan), type);
        QCOMPARE(plan.reason, isFloat(dtype) ? Reason::Small : Reason::NotFloat);
        if (plan.scheme)
            QCOMPARE(plan.outputBytes, tensor.elements() * plan.scheme->codeBits / 8);
        recipe.target = L("safetensors");
        QCOMPARE(typeOf(plannedOne(tensor, recipe)), L("keep"));
    }
    void exactNamesAreF32()
    {
        const ModelHeader header
            = wanWith({tensorOf(L("blocks.1.modulation"), {1, 6, 1536}, DType::BF16),
                tensorOf(L("blocks.2.modulation"), {1, 6, 1536}, DType::F32),
                tensorOf(L("patch_embedding.weight"), {64, 16, 1, 2, 2}, DType::BF16),
                tensorOf(L("patch_embedding.bias"), {64}, DType::BF16)});
        Recipe recipe;
        recipe.target = L("gguf-comfyui");
        const QuantPlan plan = planned(header, recipe);
        QCOMPARE(decidedOf(plan.tensors[0]), L("keep-list f32"));
        QVERIFY(plan.tensors[0].chain.contains(L("stored: f32 (F32 for modulation)")));
        QCOMPARE(decidedOf(plan.tensors[1]), L("keep-list keep"));
        QCOMPARE(decidedOf(plan.tensors[2]), L("keep-list f32"));
        QCOMPARE(typeOf(plan.tensors[3]), L("keep"));
    }
    void floatsAreWishesEverywhere()
    {
        for (const Target& target : targets()) {
            Recipe recipe = bareRecipe(target.id);
            recipe.patterns = {ruleOf("*", "bf16")};
            const TensorPlan plan = plannedOne(tensorOf(L("w"), {3, 5}, DType::F32), recipe);
            QCOMPARE(decidedOf(plan), L("pattern bf16"));
            QCOMPARE(plan.outputBytes, std::int64_t(30));
            const TensorInfo same = tensorOf(L("w"), {3, 5}, DType::BF16);
            QCOMPARE(decidedOf(plannedOne(same, recipe)), L("pattern keep")); // It is already.
        }
    }
    /// 8.5 bits are more than 8, but GGUF has no 8-bit floats to keep.
    void eightBitFloatsAreQuantizedWhereTheyCannotStay()
    {
        const TensorInfo fp8 = tensorOf(L("w"), {64, 512}, DType::F8_E4M3);
        QCOMPARE(decidedOf(plannedOne(fp8, bareRecipe("gguf", "q8_0"))), L("default q8_0"));
        QCOMPARE(decidedOf(plannedOne(fp8, bareRecipe("safetensors", "q8_0"))), L("fallback keep"));
    }

    // Sources that are quantized already.

    void quantizedSourcesAreRequantizedWhenThatIsSmaller_data()
    {
        QTest::addColumn<QString>("scheme");
        QTest::addColumn<QString>("decision");
        const auto row = [](const char* source, const char* scheme, const char* decision) {
            QTest::addRow("%s to %s", source, scheme) << L(scheme) << L(decision);
        };
        row("q8_0", "q4_k", "default q4_k");
        row("q8_0", "q8_0", "fallback keep");
        row("q4_k", "q8_0", "fallback keep");
        row("q4_k", "q4_k", "fallback keep");
        row("q4_0", "q4_k", "fallback keep"); // As many bytes, and worse.
        row("q6_k", "f16", "default f16");    // Asked for by name.
        row("q5_1", "iq4_xs", "default iq4_xs");
    }
    void quantizedSourcesAreRequantizedWhenThatIsSmaller()
    {
        QFETCH(QString, scheme);
        QFETCH(QString, decision);
        const QString source = L(QTest::currentDataTag()).section(u' ', 0, 0);
        const Shape shape{64, 512};
        const auto bytes = encodingFor(*schemeNamed(source), {}, shape).bytes();
        const TensorInfo tensor = encodedOf(L("w"), shape, qPrintable(source), bytes);
        const TensorPlan plan = plannedOne(tensor, bareRecipe("gguf", qPrintable(scheme)));
        QCOMPARE(decidedOf(plan), decision);
        QCOMPARE(plan.chain.front(), L("source: ") + source);
        QVERIFY(plan.scheme || plan.outputBytes == bytes);
    }
    void keptCodesAreNotTouched()
    {
        Recipe recipe = bareRecipe("gguf", "q2_k");
        recipe.sensitivePatterns = QStringList{L("*")};
        TensorInfo tensor = encodedOf(L("w"), {320, 320}, "q5_0", 400 * 8 * 22);
        tensor.encoding->shape = {400, 256}; // As ComfyUI-GGUF's tool stored it.
        const TensorPlan plan = plannedOne(tensor, recipe);
        QCOMPARE(decidedOf(plan), L("keep-list keep"));
        QVERIFY((plan.storedShape == Shape{400, 256}));
        QCOMPARE(plan.outputBytes, tensor.bytes());
        for (const char* other : {"gguf-sdcpp", "gguf-diffusers"}) { // They read no other rows.
            recipe.target = L(other);
            const TensorPlan decoded = plannedOne(tensor, recipe);
            QCOMPARE(decidedOf(decoded), L("keep-list f16"));
            QVERIFY(decoded.storedShape.empty());
        }
    }
    void codesThatCannotBeReadStayWhereTheyCan()
    {
        const TensorInfo tensor = encodedOf(L("blk.0.w"), {64, 256}, "iq2_xxs", 64 * 66);
        const TensorPlan plan = plannedOne(tensor, bareRecipe("gguf"));
        QCOMPARE(decidedOf(plan), L("fallback keep"));
        QCOMPARE(plan.because, L("cannot decode IQ2_XXS"));
        for (const char* target : {"arrow", "safetensors", "safetensors-f16"}) {
            const auto refused = makePlan({{}, {tensor}}, bareRecipe(target));
            QVERIFY(!refused);
            QCOMPARE(refused.error().code, ErrorCode::Unsupported);
            QCOMPARE(refused.error().where, L("blk.0.w"));
            QVERIFY(refused.error().detail.startsWith(L("cannot decode IQ2_XXS")));
        }
    }
    void blocksBecomeAffineCodesOrFloats()
    {
        const TensorInfo tensor = encodedOf(L("w"), {64, 256}, "q8_0", 64 * 8 * 34);
        QCOMPARE(decidedOf(plannedOne(tensor, bareRecipe("arrow"))), L("default int4"));
        Recipe keep = bareRecipe("arrow");
        keep.patterns = {ruleOf("*", "keep")};
        const TensorPlan plan = plannedOne(tensor, keep);
        QCOMPARE(decidedOf(plan), L("pattern f16"));
        QCOMPARE(plan.chain.back(), L("stored: f16 (arrow files cannot hold q8_0)"));
        keep.target = L("safetensors-f32");
        QCOMPARE(decidedOf(plannedOne(tensor, keep)), L("pattern f32"));
    }
    void affineCodesStayWhereTheirScalesAreStoredAlike()
    {
        Recipe keep = bareRecipe("safetensors");
        keep.patterns = {ruleOf("*", "keep")};
        const SchemeOptions packed = targetNamed(u"safetensors")->adjust({});
        const TensorInfo tensor = encodedOf(L("w"), {64, 256}, "int4", 64 * (128 + 8), packed);
        QCOMPARE(decidedOf(plannedOne(tensor, keep)), L("pattern keep"));
        for (const char* other : {"arrow", "gguf", "safetensors-f16"}) {
            keep.target = L(other);
            QCOMPARE(decidedOf(plannedOne(tensor, keep)), L("pattern f16"));
        }
        // Their rows cannot be read in others: not reshaped.
        const ModelHeader header = sd1With({encodedOf(L("w"), {320, 320}, "int8", 110000, packed)});
        const QuantPlan plan = planned(header, bareRecipe("gguf-comfyui"));
        QCOMPARE(decidedOf(plan.tensors.front()), L("fallback q5_0"));
    }

    // Names and metadata.

    void prefixesAreStripped()
    {
        ModelHeader header = wanWith({tensorOf(L("vae.x"), {512, 512})});
        for (std::size_t i = 1; i < header.tensors.size(); ++i)
            header.tensors[i].name.prepend(L("model.diffusion_model."));
        Recipe recipe = bareRecipe("gguf");
        QVERIFY(planned(header, recipe).tensors[1].storedName.isEmpty());
        recipe.stripPrefix = true;
        const QuantPlan plan = planned(header, recipe);
        QVERIFY(plan.tensors[0].storedName.isEmpty());
        QCOMPARE(plan.tensors[1].storedName, L("blocks.0.self_attn.norm_q.weight"));
        QCOMPARE(plan.recognition.prefix, L("model.diffusion_model."));
    }
    void aChosenArchitectureWins()
    {
        const ModelHeader header = sd1With({tensorOf(L("patch_embedding.weight"), {512, 512})});
        Recipe recipe;
        recipe.target = L("gguf");
        QCOMPARE(planned(header, recipe).recognition.architecture->id, L("sd1"));
        QCOMPARE(decidedOf(planned(header, recipe).tensors[0]), L("default q4_k"));
        recipe.architecture = L("wan");
        const QuantPlan plan = planned(header, recipe);
        QVERIFY(plan.recognition.isChosen && plan.recognition.evidence.isEmpty());
        QCOMPARE(decidedOf(plan.tensors[0]), L("keep-list keep"));
        QCOMPARE(targetMetadata(header, plan).value(L("general.architecture")), L("wan"));
    }
    void filesSayWhatTheyAre()
    {
        ModelHeader header = sd1With({});
        Recipe recipe;
        recipe.target = L("gguf");
        auto entries = targetMetadata(header, planned(header, recipe));
        QCOMPARE(entries.value(L("general.architecture")), L("sd1"));
        QCOMPARE(entries.value(L("general.quantization_version")), L("2"));
        const auto read = recipeFromJson(entries.value(L("quant.recipe")).toUtf8());
        QVERIFY(bool(read) && *read == recipe);
        QVERIFY(!entries.contains(L("general.file_type"))); // All stays F16: the writer sees it.
        // What the source says is not overruled by what its names look like.
        header.metadata.insert(L("general.architecture"), L("sdxl"));
        entries = targetMetadata(header, planned(header, recipe));
        QCOMPARE(entries.value(L("general.architecture")), L("sdxl"));
        recipe.target = L("arrow");
        QVERIFY(targetMetadata(header, planned(header, recipe)).isEmpty());
        recipe.target = L("gguf");
        const ModelHeader unknown{{}, {tensorOf(L("w"), {512, 512})}};
        QVERIFY(
            !targetMetadata(unknown, planned(unknown, recipe)).contains(L("general.architecture")));
    }
    void aFileTypeIsOfWhatMostWeightsGot()
    {
        const ModelHeader header{{}, {tensorOf(L("w"), {512, 512})}};
        Recipe recipe = bareRecipe("gguf", "int4");
        const auto typeOfFile = [&] {
            return targetMetadata(header, planned(header, recipe)).value(L("general.file_type"));
        };
        QCOMPARE(typeOfFile(), L("15")); // Q4_K_M
        recipe.patterns = {ruleOf("*", "q8_0")};
        QCOMPARE(typeOfFile(), L("7"));
        recipe.patterns = {ruleOf("*", "q4_k")};
        recipe.scheme = L("f16"); // No mix: a file of Q4_K alone is called Q4_K_S.
        QCOMPARE(typeOfFile(), L("14"));
    }
    /// SD 1.x: most weights are convolutions, which stay F16 in true rows.
    void floatsDoNotNameAQuantizedFile()
    {
        const auto typeOfFile = [](const ModelHeader& header, const char* scheme) {
            const QuantPlan plan = planned(header, bareRecipe("gguf-sdcpp", scheme));
            return targetMetadata(header, plan).value(L("general.file_type")).toInt();
        };
        const ModelHeader some = sd1With({tensorOf(L("w"), {64, 512})});
        QCOMPARE(typeOfFile(some, "q4_k_m"), 15); // LLAMA_FTYPE_MOSTLY_Q4_K_M
        QCOMPARE(typeOfFile(some, "q4_k_s"), 14);
        QCOMPARE(typeOfFile(some, "iq4_xs"), 30);
        // Rows of 320 are no Q4_K: none of the named recipe's base is in the file.
        const ModelHeader narrow = sd1With({tensorOf(L("w"), {64, 320})});
        QCOMPARE(typeOfFile(narrow, "q4_k_m"), 8); // LLAMA_FTYPE_MOSTLY_Q5_0
        const ModelHeader none = sd1With({tensorOf(L("w"), {64, 36}, DType::F32)});
        QCOMPARE(typeOfFile(none, "q4_k_m"), 1); // LLAMA_FTYPE_MOSTLY_F16
    }
    /// A few tensors of the base beside many others that rules made: the recipe's name stays.
    void aBaseThatOccursNamesTheFile()
    {
        const ModelHeader header
            = wanWith({tensorOf(L("w"), {4096, 512}), tensorOf(L("v"), {4096, 512})});
        Recipe recipe = bareRecipe("gguf", "q4_k_m");
        recipe.patterns = {ruleOf("[wv]", "q8_0")};
        QCOMPARE(
            targetMetadata(header, planned(header, recipe)).value(L("general.file_type")), L("15"));
    }
    void extensionsChooseTheTargetForAnyReader()
    {
        for (const Target& target : targets())
            if (qstrcmp(target.extension, "gguf") == 0) {
                QCOMPARE(L(target.id), L("gguf"));
                return;
            }
        QFAIL("there is no GGUF target");
    }
    void consumersAreNamedByTargets()
    {
        for (const Target& target : targets())
            QVERIFY(!target.consumer || consumerNamed(L(target.consumer)));
        for (const Consumer& consumer : consumers()) {
            QCOMPARE(consumerNamed(L(consumer.id)), &consumer);
            for (const char* id : consumer.fastSchemes)
                QVERIFY2(schemeNamed(L(id)), id);
        }
        QVERIFY(!consumerNamed(u"webui"));
    }
};

QTEST_APPLESS_MAIN(TestGgufPlan)
#include "tst_gguf_plan.moc"
