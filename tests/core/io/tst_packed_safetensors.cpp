#include "core/io/formats/packed_safetensors.h"
#include "tests/core/io/hand_made.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>
#include <QtEndian>

using namespace aq;
using namespace aq::test;

namespace {

TensorInfo stored(const char* name, DType dtype, Shape shape)
{
    TensorInfo tensor;
    tensor.name = QLatin1StringView(name);
    tensor.dtype = dtype;
    tensor.data = {0, 1000, byteSize(shape, dtype).value()};
    tensor.shape = std::move(shape);
    return tensor;
}

/// w: [3, 70] in 4 bits, groups of 32: rows of 35 bytes, 3 groups each. Written out by hand.
const char* const validRecipe
    = R"({"w":{"scheme":"int4","shape":[3,70],"dtype":"BF16","group_size":32,)"
      R"("symmetry":"asymmetric-integer","scale_type":"F16","zero_type":"U8"}})";

ModelHeader packedHeader(QByteArray recipe = validRecipe)
{
    ModelHeader header;
    header.metadata[QStringLiteral("arrowquant.version")] = QStringLiteral("1");
    header.metadata[QStringLiteral("arrowquant.tensors")] = QString::fromUtf8(recipe);
    header.metadata[QStringLiteral("format")] = QStringLiteral("pt");
    header.tensors = {stored("bias", DType::F32, {3}), stored("w.codes", DType::U8, {3, 35}),
        stored("w.scales", DType::F16, {3, 3}), stored("w.zero_points", DType::U8, {3, 3})};
    return header;
}

QByteArray edited(const char* from, const char* to)
{
    return QByteArray(validRecipe).replace(from, to);
}

struct SafetensorsJson {
    QJsonObject object;
    qint64 dataStart = 0;
};

SafetensorsJson jsonOf(const QByteArray& file)
{
    const auto size = qint64(qFromLittleEndian<quint64>(file.constData()));
    return {QJsonDocument::fromJson(file.mid(8, size)).object(), 8 + size};
}

} // namespace

class TestPackedSafetensors : public QObject {
    Q_OBJECT
    QTemporaryDir m_folder;
    QString path() const { return m_folder.filePath(QStringLiteral("packed.safetensors")); }

    Result<void> write(const std::vector<HandMade>& items, OutputManifest manifest) const
    {
        manifest.overwrite = true;
        auto writer = formatNamed(u"safetensors")->create(path(), manifest);
        if (!writer)
            return writer.error();
        for (std::size_t i = 0; i < items.size(); ++i)
            if (auto written = writeTensor(**writer, i, items[i]); !written)
                return written;
        if (auto finished = (*writer)->finish(); !finished)
            return finished;
        return (*writer)->commit();
    }

private Q_SLOTS:
    void foldsCompanionsIntoOneTensor()
    {
        ModelHeader header = packedHeader();
        const auto folded = foldPacked(header);
        QVERIFY2(folded, folded ? "" : qPrintable(folded.error().detail));
        QCOMPARE(header.tensors.size(), std::size_t(2));
        QCOMPARE(header.tensors[0].name, QStringLiteral("bias"));
        const TensorInfo& w = header.tensors[1];
        QCOMPARE(w.name, QStringLiteral("w"));
        QVERIFY(w.dtype == DType::BF16);
        QCOMPARE(w.shape, (Shape{3, 70}));
        QVERIFY(w.encoding->options.symmetry == Symmetry::AsymmetricInteger);
        QVERIFY(w.encoding->options.zeroType == ZeroType::U8);
        QCOMPARE(w.bytes(), std::int64_t(3 * 35 + 9 * 2 + 9));
        QCOMPARE(header.metadata.keys(), QStringList{QStringLiteral("format")});
    }

    void leavesOtherFilesAlone()
    {
        ModelHeader header = packedHeader();
        header.metadata.remove(QStringLiteral("arrowquant.tensors"));
        QVERIFY(foldPacked(header));
        QCOMPARE(header.tensors.size(), std::size_t(4));
    }

    void refusesContradictions_data()
    {
        QTest::addColumn<QByteArray>("recipe");
        QTest::addColumn<QString>("message");
        const auto row = [](const char* name, const QByteArray& recipe, const char* message) {
            QTest::newRow(name) << recipe << QString::fromLatin1(message);
        };
        row("no JSON", "{\"w\":", "not a JSON object");
        row("no object", "[]", "not a JSON object");
        row("twice", edited("}}", "},\"w\":{}}"), "not a JSON object of unique names");
        row("no member", "{\"w\":7}", "with no object");
        row("nothing to fold", edited("\"w\"", "\"v\""), "is missing");
        row("also plain", edited("\"w\"", "\"bias\""), "both packed and plain");
        row("no scheme", edited("\"scheme\"", "\"skeme\""), "\"scheme\"");
        row("unknown scheme", edited("int4", "q4_k"), "q4_k");
        row("one bit", edited("int4", "int1"), "int1");
        row("nine bits", edited("int4", "int9"), "int9");
        row("other width", edited("int4", "int5"), "expected U8 [3, 44]"); // ceil(70 * 5 / 8)
        row("no shape", edited("[3,70]", "7"), "\"shape\"");
        row("negative extent", edited("[3,70]", "[-3,70]"), "\"shape\"");
        row("fraction", edited("[3,70]", "[3.0,70]"), "\"shape\"");
        row("other rows", edited("[3,70]", "[2,70]"), "expected U8 [2, 35]");
        row("other columns", edited("[3,70]", "[3,72]"), "expected U8 [3, 36]");
        row("overflow", edited("[3,70]", "[4294967296,4294967296]"), "cannot be stored");
        row("empty", edited("[3,70]", "[0,70]"), "cannot be stored");
        row("unknown dtype", edited("BF16", "BF17"), "\"dtype\"");
        row("integer dtype", edited("BF16", "I32"), "\"dtype\"");
        row("other groups", edited(":32", ":64"), "expected F16 [3, 2]");
        row("per tensor", edited(":32", ":0"), "expected F16 [1]");
        row("negative group", edited(":32", ":-32"), "\"group_size\"");
        row("huge group", edited(":32", ":4294967296"), "\"group_size\"");
        row("text group", edited(":32", ":\"32\""), "\"group_size\"");
        row("symmetry", edited("asymmetric-integer", "odd"), "\"symmetry\"");
        row("scale type", edited("\"F16\"", "\"F64\""), "\"scale_type\"");
        row("other scale type", edited("\"F16\"", "\"F32\""), "expected F32 [3, 3]");
        row("zero type", edited("\"U8\"", "\"U16\""), "\"zero_type\"");
        row("other zero type", edited("\"U8\"", "\"F16\""), "expected F16 [3, 3]");
        row("no zero type", edited("\"U8\"", "\"none\""), "has zero points");
    }
    void refusesContradictions()
    {
        QFETCH(QByteArray, recipe);
        QFETCH(QString, message);
        ModelHeader header = packedHeader(recipe);
        const auto folded = foldPacked(header);
        QVERIFY(!folded);
        const QString text = folded.error().where + QStringLiteral(": ") + folded.error().detail;
        QVERIFY2(text.contains(message), qPrintable(text));
    }

    void refusesMissingPartsAndNewerVersions()
    {
        for (const std::size_t part : {1u, 2u, 3u}) {
            ModelHeader header = packedHeader();
            header.tensors.erase(header.tensors.begin() + std::ptrdiff_t(part));
            const auto folded = foldPacked(header);
            QVERIFY(!folded && folded.error().detail == QStringLiteral("is missing"));
        }
        ModelHeader header = packedHeader();
        header.metadata[QStringLiteral("arrowquant.version")] = QStringLiteral("2");
        const auto folded = foldPacked(header);
        QVERIFY(!folded && folded.error().code == ErrorCode::Unsupported);
    }

    void survivesDeepNesting()
    {
        ModelHeader header = packedHeader(QByteArray(300000, '['));
        QVERIFY(!foldPacked(header));
    }

    /// Every combination of stored types comes back, and lies in the file as the docs say.
    void layoutIsAsDocumented_data()
    {
        QTest::addColumn<int>("scale");
        QTest::addColumn<int>("zero");
        QTest::addColumn<int>("groupSize");
        for (const ScaleType scale : {ScaleType::F16, ScaleType::F32})
            for (const ZeroType zero : {ZeroType::None, ZeroType::U8, ZeroType::F16, ZeroType::F32})
                for (const int groupSize : {0, 32})
                    QTest::addRow("%s %s %d", nameOf(scale), nameOf(zero), groupSize)
                        << int(scale) << int(zero) << groupSize;
    }
    void layoutIsAsDocumented()
    {
        QFETCH(int, scale);
        QFETCH(int, zero);
        QFETCH(int, groupSize);
        const SchemeOptions options{
            groupSize, Symmetry::Symmetric, ScaleType(scale), ZeroType(zero), Search::None};
        const HandMade item
            = quantized(QStringLiteral("a.b"), QStringLiteral("int3"), options, {2, 11, 3});
        const HandMade bias = kept(QStringLiteral("bias"), DType::F16, {5});
        QVERIFY(write({item, bias}, manifestOf({item, bias})));

        const QByteArray file = fileBytes(path());
        const auto [json, dataStart] = jsonOf(file);
        QCOMPARE(dataStart % 8, 0);
        const auto bytesOf = [&, start = dataStart, &object = json](const char* name) {
            const QJsonArray ends = object[QLatin1StringView(name)]
                                        .toObject()[QStringLiteral("data_offsets")]
                                        .toArray();
            return file.mid(start + ends[0].toInt(), ends[1].toInt() - ends[0].toInt());
        };
        QCOMPARE(bytesOf("a.b.codes"), item.data);
        QCOMPARE(bytesOf("a.b.scales"), item.scales);
        QCOMPARE(bytesOf("a.b.zero_points"), item.zeros);
        QCOMPARE(bytesOf("bias"), bias.data);
        QCOMPARE(item.data.size(), 2 * 13); // ceil(33 * 3 / 8)
        QCOMPARE(item.scales.size(), (groupSize ? 4 : 1) * (scale == int(ScaleType::F16) ? 2 : 4));
        QCOMPARE(json.contains(QStringLiteral("a.b.zero_points")), zero != int(ZeroType::None));
        QCOMPARE(json.contains(QStringLiteral("a.b")), false);

        const auto model = openModel(path());
        QVERIFY2(model, model ? "" : qPrintable(model.error().detail));
        QVERIFY(model->header().tensors[0].encoding->options == options);
        QCOMPARE(blobBytes(*model, model->header().tensors[0].encoding->scales), item.scales);
    }

    void plainFilesCarryNoRecipe()
    {
        const HandMade item = kept(QStringLiteral("w"), DType::BF16, {2, 3});
        OutputManifest manifest = manifestOf({item});
        manifest.metadata[QStringLiteral("arrowquant.tensors")] = QStringLiteral("of the source");
        manifest.metadata[QStringLiteral("license")] = QStringLiteral("MIT");
        QVERIFY(write({item}, manifest));
        const QJsonObject metadata
            = jsonOf(fileBytes(path())).object[QStringLiteral("__metadata__")].toObject();
        QVERIFY(!metadata.contains(QStringLiteral("arrowquant.tensors")));
        QCOMPARE(metadata[QStringLiteral("arrowquant.version")].toString(), QStringLiteral("1"));
        QCOMPARE(metadata[QStringLiteral("license")].toString(), QStringLiteral("MIT"));
        QVERIFY(openModel(path()));
    }

    void refusesNamesThatCollide_data()
    {
        QTest::addColumn<QString>("name");
        for (const char* name : {"w.codes", "w.scales", "w.zero_points", "__metadata__"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }
    void refusesNamesThatCollide()
    {
        QFETCH(QString, name);
        const SchemeOptions options{};
        const auto refused = write({},
            manifestOf({quantized(QStringLiteral("w"), QStringLiteral("int4"), options, {3, 70}),
                kept(name, DType::F32, {1})}));
        QVERIFY(!refused);
        QVERIFY(refused.error().code == ErrorCode::InvalidPlan);
        QVERIFY2(refused.error().where.contains(name), qPrintable(refused.error().where));
    }

    void widerScalesFitTheHeader()
    {
        const SchemeOptions narrow{
            32, Symmetry::AsymmetricInteger, ScaleType::F16, ZeroType::U8, Search::None};
        SchemeOptions wide = narrow;
        wide.scaleType = ScaleType::F32;
        wide.zeroType = ZeroType::F32;
        std::vector<HandMade> items;
        for (int i = 0; i < 50; ++i)
            items.push_back(
                quantized(QStringLiteral("t%1").arg(i), QStringLiteral("int2"), narrow, {9, 99}));
        OutputManifest manifest = manifestOf(items);
        manifest.overwrite = true;
        auto writer = formatNamed(u"safetensors")->create(path(), manifest);
        QVERIFY(writer);
        for (std::size_t i = 0; i < items.size(); ++i) {
            items[i] = quantized(items[i].tensor.name, QStringLiteral("int2"), wide, {9, 99});
            QVERIFY((*writer)->replace(i, items[i].tensor));
            QVERIFY(writeTensor(**writer, i, items[i]));
        }
        const auto finished = (*writer)->finish();
        QVERIFY2(finished, finished ? "" : qPrintable(finished.error().detail));
        QVERIFY((*writer)->commit());
        QVERIFY(openModel(path()));
    }
};

QTEST_APPLESS_MAIN(TestPackedSafetensors)
#include "tst_packed_safetensors.moc"
