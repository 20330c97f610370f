#include "core/analysis/architecture.h"
#include "core/plan/quant_plan.h"

#include <QSet>
#include <QTest>

using namespace aq;

namespace {

ModelHeader headerOf(const QStringList& names)
{
    ModelHeader header;
    for (const QString& name : names) {
        TensorInfo info{name, DType::F16, {320, 320}, {}, {}, {}};
        info.data.bytes = 2 * 320 * 320;
        header.tensors.push_back(std::move(info));
    }
    return header;
}

QStringList words(const char* text) { return QString::fromUtf8(text).split(u' '); }

} // namespace

class TestArchitecture : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyFileIsRead()
    {
        QSet<QString> ids;
        for (const Architecture& architecture : architectures()) {
            ids.insert(architecture.id);
            QVERIFY2(!architecture.title.isEmpty() && !architecture.keep.isEmpty(),
                qPrintable(architecture.id));
            for (const QStringList& keys : architecture.keys)
                QVERIFY2(!keys.isEmpty(), qPrintable(architecture.id));
        }
        for (const char* id : {"flux", "sd3", "aura", "hidream", "anima", "cosmos", "ltxv", "hyvid",
                 "wan", "sdxl", "sd1", "lumina2", "qwen_image", "ernie", "krea2"})
            QVERIFY2(ids.remove(QLatin1StringView(id)), id);
        QVERIFY(ids.isEmpty());
    }

    /// Each architecture's own keys lead to it and not to one that is tried earlier.
    void keysLeadToTheirArchitecture_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<QStringList>("keys");
        for (const Architecture& architecture : architectures())
            for (const QStringList& keys : architecture.keys)
                QTest::addRow("%s %s", qPrintable(architecture.id), qPrintable(keys.front()))
                    << architecture.id << keys;
    }
    void keysLeadToTheirArchitecture()
    {
        QFETCH(QString, id);
        QFETCH(QStringList, keys);
        const Recognition found = recognise(headerOf(keys));
        QVERIFY(found.architecture);
        QCOMPARE(found.architecture->id, id);
        QCOMPARE(found.evidence, keys);
        if (keys.size() > 1) // All of them must be there.
            QVERIFY(!recognise(headerOf(keys.mid(1))).architecture
                || recognise(headerOf(keys.mid(1))).architecture->id != id);
    }

    void prefixesAreStripped_data()
    {
        QTest::addColumn<QString>("prefix");
        QTest::addColumn<QString>("other");
        QTest::addColumn<bool>("found");
        const auto row = [](const char* prefix, const char* other, bool found) {
            QTest::addRow("%s %s", prefix, other)
                << QString::fromUtf8(prefix) << QString::fromUtf8(other) << found;
        };
        row("", "x", true);
        row("model.diffusion_model.", "first_stage_model.decoder.conv_in.weight", true);
        row("model.", "x", true);
        row("transformer.", "vae.decoder.conv_in.weight", true);
        row("net.", "net.x", true);
        row("net.", "x", false); // Not uniform.
        row("other.", "x", false);
    }
    void prefixesAreStripped()
    {
        QFETCH(QString, prefix);
        QFETCH(QString, other);
        QFETCH(bool, found);
        const QString key = prefix + QStringLiteral("joint_blocks.0.x_block.attn.qkv.weight");
        const Recognition recognition = recognise(headerOf({key, other}));
        QCOMPARE(recognition.architecture != nullptr, found);
        if (!found)
            return;
        QCOMPARE(recognition.architecture->id, QStringLiteral("sd3"));
        QCOMPARE(recognition.prefix, prefix);
        QCOMPARE(recognition.evidence, QStringList{key});
        QCOMPARE(keptPart(recognition, prefix + QStringLiteral("proj_out.weight")),
            QStringLiteral("^proj_out.weight"));
    }

    void plansKeepWhatTheArchitectureNeeds_data()
    {
        QTest::addColumn<QStringList>("keys");
        QTest::addColumn<QStringList>("kept");
        QTest::addColumn<QStringList>("quantized");
        const auto row
            = [](const char* title, const char* keys, const char* kept, const char* quantized) {
                  QTest::newRow(title) << words(keys) << words(kept) << words(quantized);
              };
        row("sd1",
            "input_blocks.3.0.op.weight input_blocks.6.0.op.weight input_blocks.9.0.op.weight "
            "output_blocks.2.1.conv.weight output_blocks.5.2.conv.weight "
            "output_blocks.8.2.conv.weight",
            "out.2.weight time_embed.0.weight time_embed.2.weight input_blocks.0.0.weight",
            "output_blocks.0.0.in_layers.2.weight output_blocks.8.1.proj_out.weight "
            "input_blocks.1.0.emb_layers.1.weight middle_block.1.proj_in.weight "
            "input_blocks.10.0.in_layers.2.weight "
            "output_blocks.3.1.transformer_blocks.0.attn1.to_out.0.weight");
        row("sdxl", "label_emb.0.0.weight", "label_emb.0.2.weight out.2.weight time_embed.0.weight",
            "input_blocks.4.1.transformer_blocks.0.attn2.to_k.weight "
            "output_blocks.0.0.out_layers.3.weight");
        row("sdxl, diffusers",
            "unet.add_embedding.linear_1.weight unet.down_blocks.0.downsamplers.0.conv.weight",
            "unet.conv_in.weight unet.conv_out.weight unet.time_embedding.linear_1.weight",
            "unet.mid_block.attentions.0.proj_out.weight "
            "unet.down_blocks.0.resnets.0.conv1.weight");
        row("flux", "double_blocks.0.img_attn.proj.weight",
            "img_in.weight txt_in.weight time_in.in_layer.weight final_layer.linear.weight "
            "guidance_in.out_layer.weight vector_in.in_layer.weight",
            "double_blocks.1.img_mlp.2.weight single_blocks.3.linear1.weight "
            "double_blocks.0.img_attn.qkv.weight");
        row("flux, diffusers",
            "transformer_blocks.0.attn.norm_added_k.weight "
            "single_transformer_blocks.0.norm.linear.weight",
            "proj_out.weight norm_out.linear.weight x_embedder.weight context_embedder.weight",
            "single_transformer_blocks.0.proj_out.weight "
            "single_transformer_blocks.1.norm.linear.weight "
            "transformer_blocks.0.attn.to_q.weight");
        row("wan",
            "model.diffusion_model.blocks.0.self_attn.norm_q.weight "
            "model.diffusion_model.text_embedding.2.weight model.diffusion_model.head.modulation",
            "model.diffusion_model.patch_embedding.weight "
            "model.diffusion_model.blocks.0.modulation model.diffusion_model.head.head.weight",
            "model.diffusion_model.blocks.0.self_attn.q.weight "
            "model.diffusion_model.blocks.0.ffn.0.weight");
        row("hidream",
            "caption_projection.0.linear.weight "
            "double_stream_blocks.0.block.ff_i.shared_experts.w3.weight",
            "double_stream_blocks.3.block.ff_i.gate.weight t_embedder.mlp.0.weight",
            "double_stream_blocks.3.block.ff_i.experts.0.w1.weight");
        row("anima before cosmos",
            "net.blocks.0.mlp.layer1.weight net.blocks.0.adaln_modulation_cross_attn.1.weight "
            "net.llm_adapter.blocks.0.cross_attn.q_proj.weight",
            "net.blocks.1.adaln_modulation_mlp.1.weight net.llm_adapter.blocks.3.mlp.weight "
            "net.blocks.0.mlp.layer2.weight",
            "net.blocks.1.mlp.layer1.weight net.blocks.2.adaln_modulation_mlp.1.weight "
            "net.blocks.10.mlp.layer1.weight");
        row("cosmos",
            "net.blocks.0.mlp.layer1.weight net.blocks.0.adaln_modulation_cross_attn.1.weight",
            "net.x_embedder.proj.1.weight net.final_layer.linear.weight",
            "net.blocks.0.mlp.layer2.weight net.blocks.1.self_attn.q_proj.weight");
        row("krea2", "blocks.0.attn.qknorm.qnorm.scale txtfusion.projector.weight",
            "first.weight last.linear.weight txtfusion.x.weight tmlp.0.weight",
            "blocks.0.first.weight blocks.3.mlp.gate.weight");
        row("unknown", "model.layers.0.x.weight",
            "model.embed_tokens.weight model.decoder.wte.weight",
            "model.layers.0.self_attn.q_proj.weight model.embed_tokens_proj.weight");
    }
    void plansKeepWhatTheArchitectureNeeds()
    {
        QFETCH(QStringList, keys);
        QFETCH(QStringList, kept);
        QFETCH(QStringList, quantized);
        const ModelHeader header = headerOf(keys + kept + quantized);
        const auto plan = makePlan(header, Recipe());
        QVERIFY2(bool(plan), plan ? "" : qPrintable(plan.error().detail));
        for (std::size_t i = 0; i < header.tensors.size(); ++i) {
            const QString& name = header.tensors[i].name;
            const bool isKept = plan->tensors[i].reason == Reason::KeepList;
            QVERIFY2(!kept.contains(name) || isKept, qPrintable(name));
            QVERIFY2(!quantized.contains(name) || !isKept, qPrintable(name));
            QVERIFY(isKept == !plan->tensors[i].scheme);
        }
        Recipe off;
        off.keepArchitectureList = false;
        const auto all = makePlan(header, off);
        QVERIFY(bool(all));
        for (const TensorPlan& tensor : all->tensors)
            QVERIFY(tensor.scheme);
    }

    void aPersonMayWantNone()
    {
        const Architecture& first = architectures().front();
        const ModelHeader header = headerOf(first.keys.front());
        QVERIFY(recognise(header).architecture == &first);
        const Recognition none = recognise(header, architectureNone);
        QVERIFY(!none.architecture && none.isChosen && none.evidence.isEmpty());
        Recipe recipe;
        recipe.architecture = architectureNone;
        QVERIFY(problemsOf(recipe).isEmpty());
        QVERIFY(!architectureNamed(QString(architectureNone))); // No layout may be called so.
    }

    // What the person chooses.

    void theChoiceWinsOverTheNames()
    {
        const QString prefix = QStringLiteral("model.diffusion_model.");
        const ModelHeader header
            = headerOf({prefix + QStringLiteral("joint_blocks.0.x_block.attn.qkv.weight")});
        const Recognition seen = recognise(header, QStringLiteral("sd3"));
        QVERIFY(seen.isChosen && seen.evidence.size() == 1);
        QCOMPARE(seen.architecture->id, QStringLiteral("sd3"));
        const Recognition against = recognise(header, QStringLiteral("flux"));
        QVERIFY(against.isChosen && against.evidence.isEmpty());
        QCOMPARE(against.architecture->id, QStringLiteral("flux"));
        QCOMPARE(against.prefix, prefix); // The names tell that much.
        for (const char* none : {"", "vgg"}) {
            const Recognition own = recognise(header, QString::fromUtf8(none));
            QVERIFY(!own.isChosen);
            QCOMPARE(own.architecture->id, QStringLiteral("sd3"));
        }
    }
    void unknownNetworksHaveAPrefixToo()
    {
        const QString diffusion = QStringLiteral("model.diffusion_model.");
        QCOMPARE(recognise(headerOf({diffusion + u'a', diffusion + u'b'})).prefix, diffusion);
        QCOMPARE(recognise(headerOf({diffusion + u'a', QStringLiteral("b")})).prefix, QString());
    }

    // What GGUF readers ask for.

    void someLayoutsAreBanned_data()
    {
        QTest::addColumn<QStringList>("names");
        QTest::addColumn<QString>("banned");
        const auto row = [](const char* title, const char* names, const char* banned) {
            QTest::newRow(title) << words(names) << QString::fromUtf8(banned);
        };
        row("flux", "double_blocks.0.img_attn.proj.weight", "");
        row("flux, diffusers",
            "transformer_blocks.0.attn.norm_added_k.weight "
            "single_transformer_blocks.0.norm.linear.weight",
            "transformer_blocks.0.attn.norm_added_k.weight");
        row("sd3", "joint_blocks.0.x_block.attn.qkv.weight", "");
        row("sd3, diffusers", "transformer_blocks.0.attn.add_q_proj.weight pos_embed.proj.weight",
            "transformer_blocks.0.attn.add_q_proj.weight");
        row("aura", "double_layers.3.modX.1.weight", "");
        row("aura, diffusers", "joint_transformer_blocks.3.ff_context.out_projection.weight",
            "joint_transformer_blocks.3.ff_context.out_projection.weight");
        row("sd1, diffusers", "down_blocks.0.downsamplers.0.conv.weight", ""); // Read all the same.
        row("unknown", "transformer_blocks.0.attn.norm_added_k.weight", "");
    }
    void someLayoutsAreBanned()
    {
        QFETCH(QStringList, names);
        QFETCH(QString, banned);
        const ModelHeader header = headerOf(names);
        QCOMPARE(bannedName(recognise(header), header), banned);
    }
    void someNamesAreF32_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<QString>("part");
        const auto row = [](const char* id, const char* name, const char* part) {
            QTest::addRow("%s %s", id, name) << QString::fromUtf8(id) << QString::fromUtf8(part);
        };
        row("wan", "blocks.0.modulation", "modulation");
        row("wan", "head.modulation", "modulation");
        row("wan", "blocks.0.adaln_modulation_x.weight", "");
        row("wan", "img_emb.emb_pos", "img_emb.emb_pos");
        row("ltxv", "transformer_blocks.3.scale_shift_table", "scale_shift_table");
        row("hidream", "double_stream_blocks.3.block.ff_i.gate.weight", "ff_i.gate.weight");
        row("hidream", "double_stream_blocks.3.block.ff_i.experts.0.w1.weight", "");
        row("cosmos", "pos_embedder.seq", "pos_embedder");
        row("lumina2", "cap_pad_token", "cap_pad_token");
        row("lumina2", "x_pad_token", "x_pad_token");
        row("flux", "img_in.weight", "");
    }
    void someNamesAreF32()
    {
        QFETCH(QString, id);
        QFETCH(QString, part);
        const QString name = QString::fromUtf8(QTest::currentDataTag()).section(u' ', 1);
        const Recognition chosen{architectureNamed(id), {}, {}};
        QCOMPARE(hiprecPart(chosen, name), part);
        QCOMPARE(hiprecPart({}, name), QString());
    }
    void onlyTheOldNetworksAreReshaped()
    {
        for (const Architecture& architecture : architectures()) {
            const bool isOld = architecture.id == QStringLiteral("sd1")
                || architecture.id == QStringLiteral("sdxl");
            QCOMPARE(architecture.reshapes, isOld);
            QCOMPARE(architecture.ggufName, architecture.id);
            QCOMPARE(architectureNamed(architecture.id), &architecture);
        }
        QVERIFY(!architectureNamed(u"") && !architectureNamed(u"vgg"));
    }

    void noTensorsIsNoArchitecture() { QVERIFY(!recognise({}).architecture); }
};

QTEST_APPLESS_MAIN(TestArchitecture)
#include "tst_architecture.moc"
