#include "core/io/formats/shard_index.h"
#include "core/io/model_source.h"
#include "tests/support/model_files.h"
#include "tests/support/test_models.h"

#include <QDir>
#include <QDirIterator>
#include <QTemporaryDir>
#include <QTest>
#include <sys/stat.h>
#include <unistd.h>

using namespace aq;
using namespace aq::test;

namespace {

QByteArray model(const QString& name) { return safetensorsFile({floatTensor(name, {2, 3})}); }

QByteArray indexOf(const QByteArray& map, const QByteArray& metadata = "{\"total_size\":48}")
{
    return "{\"metadata\":" + metadata + ",\"weight_map\":" + map + "}";
}

QStringList namesOf(const ModelSource& source)
{
    QStringList names;
    for (const TensorInfo& tensor : source.header().tensors)
        names << tensor.name;
    return names;
}

} // namespace

class OpenModelTest : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_dir;

    QString path(const QString& name) const { return m_dir->filePath(name); }

    void put(const QString& name, const QByteArray& bytes) const
    {
        QVERIFY(QDir().mkpath(QFileInfo(path(name)).path()));
        QVERIFY(write(path(name), bytes));
    }

    /// The text of the error, which has to begin with the path of the file.
    QString refusal(const QString& name, const OpenOptions& options = {}) const
    {
        const auto source = openModel(path(name), options);
        if (source)
            return QStringLiteral("opened");
        const QString text = textOf(source.error());
        return text.startsWith(m_dir->path()) && !text.contains(u'\n')
            ? text.mid(m_dir->path().size() + 1)
            : QStringLiteral("?: ") + text;
    }

    void preparePipeline() const
    {
        put(QStringLiteral("p/model_index.json"),
            "{\"_class_name\":\"StableDiffusionPipeline\",\"_diffusers_version\":\"0.30\","
            "\"unet\":[\"diffusers\",\"UNet2DConditionModel\"],\"vae\":[\"diffusers\","
            "\"AutoencoderKL\"],"
            "\"scheduler\":[\"diffusers\",\"PNDMScheduler\"],\"safety_checker\":[null,null],"
            "\"text_encoder\":[\"transformers\",\"CLIPTextModel\"],\"requires_safety_checker\":"
            "true}");
        put(QStringLiteral("p/unet/diffusion_pytorch_model.safetensors"),
            model(QStringLiteral("w")));
        put(QStringLiteral("p/unet/diffusion_pytorch_model.fp16.safetensors"),
            model(QStringLiteral("no")));
        put(QStringLiteral("p/vae/diffusion_pytorch_model.safetensors"),
            model(QStringLiteral("w")));
        put(QStringLiteral("p/scheduler/scheduler_config.json"), "{}");
        put(QStringLiteral("p/text_encoder/model.safetensors.index.json"),
            indexOf("{\"t\":\"model-00001-of-00001.safetensors\"}"));
        put(QStringLiteral("p/text_encoder/model-00001-of-00001.safetensors"),
            model(QStringLiteral("t")));
    }

private Q_SLOTS:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }

    void saysWhatItIs_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("why");
        const auto row = [](const char* tag, const char* name, const QByteArray& bytes,
                             const char* why) {
            QTest::newRow(tag) << QString::fromLatin1(name) << bytes << QString::fromLatin1(why);
        };
        row("empty", "m.safetensors", "", "the file is empty");
        row("git-lfs", "m.safetensors",
            "version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n",
            "git-lfs pointer");
        row("web page", "m.safetensors", "\n<!DOCTYPE html><html>", "web page");
        row("web page without type", "m.pth", "<HTML lang=en>", "web page");
        row("access denied", "m.bin", "<?xml version='1.0'?><Error>", "XML document");
        row("damaged GGUF", "m.gguf", QByteArray("GGUF\3\0\0\0", 8), "bytes are needed at byte 8");
        row("GGUF by content", "m.safetensors", QByteArray("GGUF\0\0\0\3", 8), "big-endian GGUF");
        row("GGUF by name", "m.gguf", "hello", "does not begin with GGUF");
        row("old PyTorch", "m.pth", QByteArray::fromHex("80028a0a6cfc9c46f9206aa85019"),
            "before 1.6");
        row("bare pickle", "m.pt", QByteArray::fromHex("80027d71002e"), "bare pickle");
        row("ONNX", "m.onnx", QByteArray::fromHex("0807120a7079746f726368"), "ONNX");
        row("HDF5", "m.h5", "\x89HDF\r\n\x1a\n", "HDF5");
        row("gzip", "m.bin", QByteArray::fromHex("1f8b0800"), "gzip");
        row("text", "m.txt", "hello", "not a model in any format");
        row("other JSON", "config.json", "{\"model_type\": \"clip\"}", "not a model in any format");
        row("damaged safetensors", "m.safetensors", "abc",
            "3 bytes are too few for a safetensors file");
        row("damaged checkpoint", "m.ckpt", "abcdefgh", "does not begin like the zip archive");
        row("damaged index", "m.safetensors.index.json", "{", "not valid JSON");
    }
    void saysWhatItIs()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, bytes);
        QFETCH(QString, why);
        put(name, bytes);
        const QString text = refusal(name);
        QVERIFY2(text.startsWith(name + u':') && text.contains(why), qPrintable(text));
    }

    void contentCountsNotTheName()
    {
        put(QStringLiteral("m.pth"), model(QStringLiteral("a")));
        const auto source = openModel(path(QStringLiteral("m.pth")));
        QVERIFY(source);
        QCOMPARE(source->format().id, "safetensors");
    }

    void refusesPipesAtOnce()
    {
        QVERIFY(::mkfifo(qPrintable(path(QStringLiteral("m.safetensors"))), 0600) == 0);
        QCOMPARE(refusal(QStringLiteral("m.safetensors")),
            QStringLiteral("m.safetensors: a pipe, not a file"));
        QCOMPARE(
            refusal(QStringLiteral("none")), QStringLiteral("none: No such file or directory"));
    }

    void opensTheOnlyModelOfAFolder()
    {
        put(QStringLiteral("f/m.safetensors"), model(QStringLiteral("a")));
        put(QStringLiteral("f/config.json"), "{}");
        const auto source = openModel(path(QStringLiteral("f")));
        QVERIFY2(source, qPrintable(source ? QString() : textOf(source.error())));
        QCOMPARE(source->path(), path(QStringLiteral("f")));
        QCOMPARE(source->format().id, "safetensors");
        QCOMPARE(source->opened().files, QStringList(path(QStringLiteral("f/m.safetensors"))));
        QVERIFY(openModel(path(QStringLiteral("f/"))));
    }

    void saysWhatAFolderHolds()
    {
        QVERIFY(QDir().mkpath(path(QStringLiteral("f"))));
        QCOMPARE(refusal(QStringLiteral("f")), QStringLiteral("f: the folder is empty"));
        put(QStringLiteral("f/b.txt"), "x");
        put(QStringLiteral("f/a.json"), "{}");
        put(QStringLiteral("f/sub/x"), "x");
        QCOMPARE(refusal(QStringLiteral("f")),
            QStringLiteral("f: no model in this folder; it holds a.json, b.txt and 1 folders"));
        put(QStringLiteral("f/m.gguf"), "GGUF");
        QCOMPARE(refusal(QStringLiteral("f")),
            QStringLiteral("f/m.gguf: 4 bytes are needed at byte 4, where the file has 0 left"));
        put(QStringLiteral("f/a.safetensors"), model(QStringLiteral("a")));
        put(QStringLiteral("f/b.safetensors"), model(QStringLiteral("a")));
        QCOMPARE(refusal(QStringLiteral("f")),
            QStringLiteral(
                "f: 3 models in this folder, choose one: a.safetensors, b.safetensors, m.gguf"));
    }

    // Shards.

    void readsShards()
    {
        put(QStringLiteral("s/m.index.json"),
            indexOf("{\"b\":\"x/2.safetensors\",\"a\":\"1.safetensors\"}"));
        put(QStringLiteral("s/1.safetensors"), model(QStringLiteral("a")));
        put(QStringLiteral("s/x/2.safetensors"),
            safetensorsFile({floatTensor(QStringLiteral("b"), {2, 3}, 2)}));
        for (const char* name : {"s", "s/m.index.json"}) {
            const auto source = openModel(path(QLatin1StringView(name)));
            QVERIFY2(source, qPrintable(source ? QString() : textOf(source.error())));
            QCOMPARE(source->format().id, "sharded");
            QCOMPARE(namesOf(*source), QStringList({QStringLiteral("a"), QStringLiteral("b")}));
            QVERIFY(source->opened().notes.isEmpty());
            QCOMPARE(
                elementsOf(*source, source->header().tensors[1]), bytesOf(gaussian(6, 0.02f, 2)));
            QCOMPARE(source->fileBytes(),
                contentsOf(path(QStringLiteral("s/1.safetensors"))).size()
                    + contentsOf(path(QStringLiteral("s/x/2.safetensors"))).size());
        }
    }

    void notesWhatIsOddAboutShards()
    {
        put(QStringLiteral("m.index.json"),
            indexOf("{\"a\":\"1.st\"}", "{\"total_size\":99,\"format\":\"pt\"}"));
        put(QStringLiteral("1.st"),
            safetensorsFile({floatTensor(QStringLiteral("stray"), {1}),
                floatTensor(QStringLiteral("a"), {2, 3})}));
        const auto source = openModel(path(QStringLiteral("m.index.json")));
        QVERIFY(source);
        QCOMPARE(namesOf(*source), QStringList(QStringLiteral("a")));
        QCOMPARE(source->header().metadata.value(QStringLiteral("format")), QStringLiteral("pt"));
        QCOMPARE(source->opened().notes,
            QStringList({QStringLiteral("1 tensors in the shards are not in the index; left out."),
                QStringLiteral("The index says that the tensors take 99 bytes; they take 24.")}));
    }

    void shardsMayBeLinksThatLeaveTheFolder() // As in the cache of Hugging Face.
    {
        put(QStringLiteral("blobs/abc"), model(QStringLiteral("a")));
        put(QStringLiteral("snapshot/m.index.json"), indexOf("{\"a\":\"1.safetensors\"}"));
        QVERIFY(
            ::symlink("../blobs/abc", qPrintable(path(QStringLiteral("snapshot/1.safetensors"))))
            == 0);
        QVERIFY(openModel(path(QStringLiteral("snapshot"))));
    }

    void rejectsDamagedIndexes_data()
    {
        QTest::addColumn<QByteArray>("index");
        QTest::addColumn<QString>("why");
        const auto row = [](const char* tag, const QByteArray& index, const char* why) {
            QTest::newRow(tag) << index << QString::fromLatin1(why);
        };
        const auto shard
            = [](const QByteArray& name) { return indexOf("{\"a\":\"" + name + "\"}"); };
        row("no map", "{\"metadata\":{}}", "has no weight_map");
        row("empty map", indexOf("{}"), "weight_map is empty");
        row("map is a list", indexOf("[]"), "weight_map is not an object");
        row("two maps", "{\"weight_map\":{\"a\":\"b\"},\"weight_map\":{}}", "has weight_map twice");
        row("shard is a number", indexOf("{\"a\":1}"),
            "m.index.json: a: its shard is not a string");
        row("shard is a list", indexOf("{\"a\":[\"b\"]}"), "a: its shard is not a string");
        row("name twice", indexOf("{\"a\":\"b\",\"a\":\"b\"}"), "a: stands in weight_map twice");
        row("up", shard("../x"), "shard '../x': leads out of the folder");
        row("up, further in", shard("x/../../y"), "leads out of the folder");
        row("absolute", shard("/etc/passwd"), "is not relative");
        row("home", shard("~/x"), "is not relative");
        row("empty", shard(""), "has an empty part");
        row("double slash", shard("x//y"), "has an empty part");
        row("ends in a slash", shard("x/"), "has an empty part");
        row("backslash", shard("x\\\\y"), "may not have");
        row("drive", shard("C:x"), "may not have");
        row("zero", shard("x\\u0000y"), "may not have");
        row("missing shard", shard("gone"), "shard 'gone' is missing");
        row("missing shards", indexOf("{\"a\":\"x\",\"b\":\"y\",\"c\":\"z\"}"),
            "shard 'x' is missing, and 2 more");
        row("index in an index", shard("m.index.json"), "an index within an index");
        row("damaged shard", shard("damaged"), "damaged: ");
        row("shard is a folder", shard("folder"), "folder: a folder, not a file");
        row("tensor missing", indexOf("{\"b\":\"1.st\"}"), "b: is not in shard '1.st'");
        row("tensors missing", indexOf("{\"a\":\"1.st\",\"d\":\"1.st\",\"c\":\"1.st\"}"),
            "c: is not in shard '1.st'; 1 more are missing");
        row("in the other shard", indexOf("{\"a\":\"2.st\",\"b\":\"1.st\"}"),
            "a: is not in shard '2.st'; 1 more");
        row("nested", indexOf("{\"a\":\"1.st\"}", QByteArray("[").repeated(200)),
            "nested more than 128");
        row("byte order mark", "\xEF\xBB\xBF" + shard("1.st"), "");
        row("not an object", "[\"weight_map\"]", "");
    }
    void rejectsDamagedIndexes()
    {
        QFETCH(QByteArray, index);
        QFETCH(QString, why);
        put(QStringLiteral("m.index.json"), index);
        put(QStringLiteral("1.st"), model(QStringLiteral("a")));
        put(QStringLiteral("2.st"), model(QStringLiteral("b")));
        put(QStringLiteral("damaged"), "x");
        QVERIFY(QDir().mkpath(path(QStringLiteral("folder"))));
        const QString text = refusal(QStringLiteral("m.index.json"));
        QVERIFY2(text.contains(u':') && text.contains(why), qPrintable(text));
    }

    void opensManyTensorsInManyShards()
    {
        QByteArray map;
        for (int shard = 0; shard < 40; ++shard) {
            std::vector<TestTensor> tensors;
            for (int i = 0; i < 250; ++i) {
                const QString name = QStringLiteral("%1.%2").arg(shard).arg(i);
                tensors.push_back({name, DType::F32, {1}, QByteArray(4, '\0')});
                map += (map.isEmpty() ? "{\"" : ",\"") + name.toUtf8() + "\":\""
                    + QByteArray::number(shard) + ".st\"";
            }
            put(QStringLiteral("%1.st").arg(shard), safetensorsFile(tensors));
        }
        put(QStringLiteral("m.index.json"), indexOf(map + "}", "{\"total_size\":40000}"));
        const auto source = openModel(path(QStringLiteral("m.index.json")));
        QVERIFY2(source, qPrintable(source ? QString() : textOf(source.error())));
        QCOMPARE(source->header().tensors.size(), 10'000u);
        QVERIFY(source->opened().notes.isEmpty());
    }

    // Diffusers folders.

    void opensAllComponents()
    {
        preparePipeline();
        for (const char* name : {"p", "p/model_index.json"}) {
            const auto source = openModel(path(QLatin1StringView(name)));
            QVERIFY2(source, qPrintable(source ? QString() : textOf(source.error())));
            QCOMPARE(source->format().id, "diffusers");
            QCOMPARE(namesOf(*source),
                QStringList({QStringLiteral("unet.w"), QStringLiteral("vae.w"),
                    QStringLiteral("text_encoder.t")}));
            const auto& components = source->opened().components;
            QCOMPARE(components.size(), 3u);
            QCOMPARE(components[0].id, QStringLiteral("unet"));
            QCOMPARE(components[0].title, QStringLiteral("UNet2DConditionModel"));
            QVERIFY(openModel(components[0].path));
            const QString notes = source->opened().notes.join(u'\n');
            QVERIFY2(notes.contains(
                         QStringLiteral("StableDiffusionPipeline with unet, vae, text_encoder.")),
                qPrintable(notes));
            QVERIFY2(
                notes.contains(QStringLiteral("also 'diffusion_pytorch_model.fp16.safetensors'")),
                qPrintable(notes));
            for (const TensorInfo& tensor : source->header().tensors)
                QCOMPARE(elementsOf(*source, tensor), bytesOf(gaussian(6, 0.02f, 1)));
        }
    }

    void opensChosenComponents()
    {
        preparePipeline();
        const auto one
            = openModel(path(QStringLiteral("p")), {.components = {QStringLiteral("vae")}});
        QVERIFY(one);
        QCOMPARE(namesOf(*one), QStringList(QStringLiteral("w")));
        QCOMPARE(one->opened().components.size(), 3u); // Still to choose from.
        const auto two = openModel(path(QStringLiteral("p")),
            {.components = {QStringLiteral("vae"), QStringLiteral("unet")}});
        QVERIFY(two);
        QCOMPARE(namesOf(*two), QStringList({QStringLiteral("unet.w"), QStringLiteral("vae.w")}));
        QCOMPARE(refusal(QStringLiteral("p"), {.components = {QStringLiteral("lora")}}),
            QStringLiteral("p: no component 'lora'; there are unet, vae, text_encoder"));
    }

    // Overwriting any of these would destroy the model, or what it was opened from.
    void knowsWhatBelongsToAModel()
    {
        preparePipeline();
        put(QStringLiteral("p/text_encoder/model.safetensors.index.json"),
            indexOf("{\"t\":\"deep/1.safetensors\"}"));
        put(QStringLiteral("p/text_encoder/deep/1.safetensors"), model(QStringLiteral("t")));
        put(QStringLiteral("p/free.csv"), "x");
        QVERIFY(QFile::link(
            path(QStringLiteral("p/model_index.json")), path(QStringLiteral("link.json"))));
        const auto vae
            = openModel(path(QStringLiteral("p")), {.components = {QStringLiteral("vae")}});
        QVERIFY(vae);
        for (const char* name : {"p", "p/model_index.json", "link.json",
                 "p/vae/../model_index.json", "p/vae/diffusion_pytorch_model.safetensors",
                 "p/unet/diffusion_pytorch_model.safetensors",
                 "p/unet/diffusion_pytorch_model.fp16.safetensors",
                 "p/text_encoder/model.safetensors.index.json", "p/text_encoder/deep/1.safetensors",
                 "p/scheduler/scheduler_config.json"})
            QVERIFY2(belongsTo(*vae, path(QLatin1StringView(name))), name);
        for (const char* name : {"p/free.csv", "p/new.csv", "p/vae/new.csv"})
            QVERIFY2(!belongsTo(*vae, path(QLatin1StringView(name))), name);

        const auto shards = openModel(path(QStringLiteral("p/text_encoder")));
        QVERIFY(shards);
        for (const char* name : {"model.safetensors.index.json", "deep/1.safetensors"})
            QVERIFY2(belongsTo(*shards,
                         path(QStringLiteral("p/text_encoder/%1").arg(QLatin1StringView(name)))),
                name);
        QVERIFY(!belongsTo(*shards, path(QStringLiteral("p/model_index.json"))));
        QVERIFY(!belongsTo(ModelSource(), path(QStringLiteral("p/model_index.json"))));
    }

    void takesAVariantWhenThereIsNoOther()
    {
        preparePipeline();
        QVERIFY(QFile::remove(path(QStringLiteral("p/unet/diffusion_pytorch_model.safetensors"))));
        const auto source
            = openModel(path(QStringLiteral("p")), {.components = {QStringLiteral("unet")}});
        QVERIFY(source);
        QCOMPARE(namesOf(*source), QStringList(QStringLiteral("no")));
    }

    void rejectsDamagedPipelines_data()
    {
        QTest::addColumn<QByteArray>("index");
        QTest::addColumn<QString>("why");
        QTest::newRow("up") << QByteArray("{\"..\":[\"a\",\"b\"]}") << "component '..': leads out";
        QTest::newRow("deeper") << QByteArray("{\"a/b\":[\"a\",\"b\"]}")
                                << "is no name of a folder";
        QTest::newRow("itself") << QByteArray("{\".\":[\"a\",\"b\"]}") << "is no name of a folder";
        QTest::newRow("twice") << QByteArray("{\"a\":1,\"a\":[\"a\",\"b\"]}")
                               << "'a' stands in it twice";
        QTest::newRow("a list") << QByteArray("[]") << "not a JSON object";
        QTest::newRow("cut") << QByteArray("{\"a\":[") << "not valid JSON";
        QTest::newRow("none") << QByteArray("{\"a\":[\"a\",\"b\"]}")
                              << "no component of this folder has weights";
    }
    void rejectsDamagedPipelines()
    {
        QFETCH(QByteArray, index);
        QFETCH(QString, why);
        put(QStringLiteral("p/model_index.json"), index);
        const QString text = refusal(QStringLiteral("p"));
        QVERIFY2(text.contains(why), qPrintable(text));
    }

    /// Whatever once crashed a reader, and what fuzzing keeps finding interesting.
    void survivesTheDamagedFiles()
    {
        int files = 0;
        QDirIterator walk(QStringLiteral(AQ_TEST_DATA "/damaged"), QDir::Files);
        for (; walk.hasNext(); ++files) {
            const auto source = openModel(walk.next());
            if (!source)
                continue;
            for (const TensorInfo& tensor : source->header().tensors) {
                std::vector<std::byte> bytes(
                    std::size_t(std::min<std::int64_t>(tensor.bytes(), 1 << 20)));
                if (!tensor.encoding)
                    static_cast<void>(bool(source->read(tensor, 0, bytes)));
            }
        }
        QVERIFY(files > 0);
    }
};

QTEST_GUILESS_MAIN(OpenModelTest)
#include "tst_open_model.moc"
