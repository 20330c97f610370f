#include "core/io/formats/gguf.h"
#include "core/io/formats/gguf_keys.h"
#include "core/io/formats/gguf_values.h"
#include "core/io/formats/gguf_writer.h"
#include "tests/core/io/gguf_bytes.h"
#include "tests/core/io/hand_made.h"
#include "tests/support/model_files.h"

#include <QCryptographicHash>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace aq;
using namespace aq::test;

using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(OutputTensor)

namespace {

constexpr quint32 uint32Type = 4, int32Type = 5;

QByteArray written(const QString& path, const std::vector<HandMade>& items, OutputManifest manifest)
{
    manifest.overwrite = true;
    auto writer = createGguf(path, manifest);
    if (!writer)
        return aq::test::textOf(writer.error()).toUtf8();
    for (std::size_t i = 0; i < items.size(); ++i)
        if (const auto done = writeTensor(**writer, i, items[i]); !done)
            return "not written";
    if (!(*writer)->finish() || !(*writer)->commit())
        return "not committed";
    return fileBytes(path);
}

/// As it is on the disk: the last tensor is padded too.
QByteArray padded(const GgufFile& file) { return file.bytes() + file.padding(file.data.size()); }

OutputTensor plainTensor(const QString& name, DType dtype, Shape shape)
{
    return {name, dtype, std::move(shape), {}};
}

QStringList keysOf(const std::vector<TypedEntry>& entries)
{
    QStringList keys;
    for (const TypedEntry& entry : entries)
        keys << entry.key;
    return keys;
}

QByteArray valueOf(const std::vector<TypedEntry>& entries, const QString& key)
{
    for (const TypedEntry& entry : entries)
        if (entry.key == key)
            return entry.value;
    return "no such key";
}

} // namespace

class GgufWriterTest : public QObject {
    Q_OBJECT
    QTemporaryDir m_folder;

    QString path() const { return m_folder.filePath(QStringLiteral("m.gguf")); }

private Q_SLOTS:
    void writesTheSpecifiedBytes() // Every byte, against a file put together by hand.
    {
        const std::vector<HandMade> items{
            inBlocks(u"blk.weight"_s, u"q4_k"_s, {3, 512}),
            kept(u"norm"_s, DType::F16, {5}),
            kept(u"conv"_s, DType::BF16, {2, 1, 3, 1, 2}),
            kept(u"scalar"_s, DType::F32, {}),
        };
        OutputManifest manifest = manifestOf(items);
        manifest.metadata[u"general.architecture"_s] = u"flux"_s;
        manifest.metadata[u"arrowquant.source"_s] = u"schön.safetensors"_s;
        GgufFile expected;
        expected.stringKey("general.architecture", "flux");
        expected.key("general.quantization_version", uint32Type, le(2u));
        expected.key("general.file_type", uint32Type, le(14u));
        expected.stringKey("arrowquant.source", "sch\xc3\xb6n.safetensors");
        expected.tensor("blk.weight", {512, 3}, 12, items[0].data);
        expected.tensor("norm", {5}, 1, items[1].data);
        expected.tensor("conv", {2, 1, 3, 1, 2}, 30, items[2].data);
        expected.tensor("scalar", {}, 0, items[3].data);
        QCOMPARE(written(path(), items, manifest), padded(expected));
    }

    void writesNoQuantizationVersionWithoutBlocks()
    {
        const std::vector<HandMade> items{kept(u"w"_s, DType::F16, {3, 2})};
        GgufFile expected;
        expected.key("general.file_type", uint32Type, le(1u));
        expected.tensor("w", {2, 3}, 1, items[0].data);
        QCOMPARE(written(path(), items, manifestOf(items)), padded(expected));
    }

    void tellsOriginalShapes()
    {
        const std::vector<HandMade> items{inBlocks(u"w"_s, u"q6_k"_s, {64, 4, 3, 3}, {9, 256})};
        GgufFile expected;
        expected.key("general.quantization_version", uint32Type, le(2u));
        expected.key("general.file_type", uint32Type, le(18u));
        expected.arrayKey("comfy.gguf.orig_shape.w", int32Type, 4, le(64) + le(4) + le(3) + le(3));
        expected.tensor("w", {256, 9}, 14, items[0].data);
        QCOMPARE(written(path(), items, manifestOf(items)), padded(expected));
    }

    void aReplacedTensorKeepsItsRows() // The header's size was announced.
    {
        std::vector<HandMade> items{
            inBlocks(u"w"_s, u"q6_k"_s, {64, 4, 3, 3}, {9, 256}), kept(u"v"_s, DType::F32, {1})};
        OutputManifest manifest = manifestOf(items);
        manifest.overwrite = true;
        auto writer = createGguf(path(), manifest);
        QVERIFY(writer);
        QVERIFY(writeTensor(**writer, 0, items[0]));
        QVERIFY(writeTensor(**writer, 1, items[1]));
        OutputTensor otherRows = inBlocks(u"w"_s, u"q6_k"_s, {64, 4, 3, 3}, {3, 768}).tensor;
        QVERIFY(!(*writer)->replace(0, otherRows));
        items[0] = kept(u"w"_s, DType::F16, {64, 4, 3, 3});
        QVERIFY((*writer)->replace(0, items[0].tensor));
        QVERIFY(writeTensor(**writer, 0, items[0]));
        QVERIFY(writeTensor(**writer, 1, items[1]));
        QVERIFY((*writer)->finish());
        QVERIFY((*writer)->commit());
        GgufFile expected;
        expected.key("general.quantization_version", uint32Type, le(2u));
        expected.key("general.file_type", uint32Type, le(1u));
        expected.arrayKey("comfy.gguf.orig_shape.w", int32Type, 4, le(64) + le(4) + le(3) + le(3));
        expected.tensor("w", {256, 9}, 1, items[0].data);
        expected.tensor("v", {1}, 0, items[1].data);
        QCOMPARE(fileBytes(path()), padded(expected));
        const auto model = openModel(path());
        QVERIFY(model);
        QCOMPARE(model->header().tensors[0].shape, Shape({64, 4, 3, 3}));
    }

    void writesWhatGgmlWrites() // The same tensors in the same order: the same data section.
    {
        const QString theirs = QStringLiteral(AQ_TEST_DATA "/gguf/written_by_ggml.gguf");
        const auto source = openModel(theirs);
        QVERIFY(source);
        std::vector<HandMade> items;
        for (const TensorInfo& tensor : source->header().tensors)
            items.push_back({{tensor.name, tensor.dtype, tensor.shape, tensor.encoding},
                blobBytes(*source, tensor.encoding ? tensor.encoding->codes : tensor.data), {},
                {}});
        OutputManifest manifest = manifestOf(items);
        manifest.metadata = source->header().metadata;
        manifest.typedMetadata = source->header().typedMetadata;
        const QByteArray ours = written(path(), items, manifest);
        const auto dataBytes = source->fileBytes() - source->header().tensors[0].data.offset;
        QCOMPARE(ours.last(dataBytes), fileBytes(theirs).last(dataBytes));
        const auto back = openModel(path());
        QVERIFY(back);
        for (const TypedEntry& entry : source->header().typedMetadata)
            QCOMPARE(valueOf(back->header().typedMetadata, entry.key), entry.value);
    }

    void paddingIsZeroWhereOtherBytesLay()
    {
        std::vector<HandMade> items{
            inBlocks(u"w"_s, u"q8_0"_s, {96}), kept(u"v"_s, DType::F16, {1})};
        OutputManifest manifest = manifestOf(items);
        manifest.overwrite = true;
        auto writer = createGguf(path(), manifest);
        QVERIFY(writer);
        QVERIFY(writeTensor(**writer, 0, items[0])); // 102 bytes.
        items[0] = kept(u"w"_s, DType::I8, {96});
        QVERIFY((*writer)->replace(0, items[0].tensor));
        QVERIFY(writeTensor(**writer, 0, items[0]));
        QVERIFY(writeTensor(**writer, 1, items[1])); // At 96; its padding begins at 98.
        QVERIFY((*writer)->finish());
        QVERIFY((*writer)->commit());
        QCOMPARE(fileBytes(path()).last(30), QByteArray(30, '\0'));
    }

    void numPyReadsWhatIsWritten() // By a reader that shares no code with the program.
    {
        const std::vector<HandMade> items{
            inBlocks(u"q4_k"_s, u"q4_k"_s, {3, 512}),
            inBlocks(u"q5_1"_s, u"q5_1"_s, {3, 2, 64}),
            inBlocks(u"other rows"_s, u"q6_k"_s, {64, 4, 3, 3}, {9, 256}),
            kept(u"F16"_s, DType::F16, {5}),
            kept(u"BF16 重み"_s, DType::BF16, {2, 1, 3, 1, 2}),
            kept(u"scalar"_s, DType::F32, {}),
            kept(u"I64"_s, DType::I64, {2, 3}),
            kept(u"I8"_s, DType::I8, {31}),
        };
        OutputManifest manifest = manifestOf(items);
        manifest.metadata[u"general.architecture"_s] = u"flux"_s;
        QVERIFY(written(path(), items, manifest).startsWith("GGUF"));
        QString expected = u"flux 2\n"_s;
        for (const HandMade& item : items)
            expected += u"%1: %2 %3 %4\n"_s.arg(item.tensor.name,
                QString::fromLatin1(nameOf(item.tensor.dtype)), shapeText(item.tensor.shape),
                QString::fromLatin1(
                    QCryptographicHash::hash(item.data, QCryptographicHash::Sha256).toHex()));
        QProcess python;
        python.setProgram(u"/usr/bin/python3"_s);
        python.setArguments({u"-B"_s, u"-c"_s,
            u"import sys, hashlib\n"
            "sys.path.insert(0, sys.argv[1])\n"
            "import aq_gguf\n"
            "tensors, keys = aq_gguf.read(sys.argv[2])\n"
            "print(keys['general.architecture'], keys['general.quantization_version'])\n"
            "for name, t in tensors.items():\n"
            "    raw = t.encoding.data if t.encoding else t.data\n"
            "    print(f'{name}: {t.dtype} {list(t.shape)} "
            "{hashlib.sha256(raw.tobytes()).hexdigest()}')\n"_s,
            QStringLiteral(AQ_TEST_DATA "/../tools"), path()});
        python.start();
        if (!python.waitForStarted())
            QSKIP("there is no Python");
        QVERIFY(python.waitForFinished());
        const QByteArray errors = python.readAllStandardError();
        if (errors.contains("No module named 'numpy'"))
            QSKIP("there is no NumPy");
        QVERIFY2(python.exitCode() == 0, errors.constData());
        QCOMPARE(QString::fromUtf8(python.readAllStandardOutput()), expected);
    }

    void changesMetadataOfTheSameLength()
    {
        OutputManifest manifest;
        manifest.overwrite = true;
        manifest.metadata[u"hash"_s] = u"0000"_s;
        auto writer = createGguf(path(), manifest);
        QVERIFY(writer);
        QVERIFY(!(*writer)->setMetadata(u"hash"_s, u"00000"_s));
        QVERIFY(!(*writer)->setMetadata(u"other"_s, u"0000"_s));
        QVERIFY((*writer)->setMetadata(u"hash"_s, u"beef"_s));
        QVERIFY((*writer)->finish());
        QVERIFY((*writer)->commit());
        const auto model = openModel(path());
        QVERIFY(model);
        QCOMPARE(model->header().metadata.value(u"hash"_s), u"beef"_s);
    }

    void copiesKeysOfTheSource()
    {
        GgufFile source;
        source.key("general.alignment", uint32Type, le(64u))
            .stringKey("general.architecture", "t5");
        source.key("general.file_type", uint32Type, le(1u));
        source.key("general.quantization_version", uint32Type, le(1u));
        source.key("split.count", 2, le<quint16>(2)).key("split.no", 2, le<quint16>(0));
        source.stringKey("quantize.imatrix.file", "x.dat");
        source.arrayKey("comfy.gguf.orig_shape.gone", int32Type, 1, le(4));
        source.arrayKey("tokenizer.ggml.tokens", 8, 3, text("a") + text("\xff") + text("c"));
        source.key("t5.eps", 6, le(1e-6f)).stringKey("arrowquant.recipe", "old");
        source.stringKey("fragment", "\xe6\xbc");
        const auto header = readGgufHeader(*inMemory(source.bytes()));
        QVERIFY(header);
        OutputManifest manifest{header->metadata, {}, true, header->typedMetadata};
        manifest.tensors.push_back(inBlocks(u"w"_s, u"q8_0"_s, {32}).tensor);
        manifest.metadata[u"general.file_type"_s] = u"7"_s;
        manifest.metadata[u"arrowquant.recipe"_s] = u"new"_s;
        manifest.metadata[u"arrowquant.program"_s] = u"us"_s;

        const auto entries = ggufEntries(manifest, true);
        QCOMPARE(keysOf(entries),
            QStringList({u"general.architecture"_s, u"tokenizer.ggml.tokens"_s, u"t5.eps"_s,
                u"arrowquant.recipe"_s, u"fragment"_s, u"general.quantization_version"_s,
                u"general.file_type"_s, u"arrowquant.program"_s}));
        for (const char* key : {"tokenizer.ggml.tokens", "t5.eps", "fragment"}) // Untouched.
            QCOMPARE(valueOf(entries, QLatin1StringView(key)),
                valueOf(header->typedMetadata, QLatin1StringView(key)));
        QCOMPARE(valueOf(entries, u"arrowquant.recipe"_s), le(8u) + text("new"));
        QCOMPARE(valueOf(entries, u"general.file_type"_s), le(4u) + le(7u));
    }

    void namesTheDominantType_data()
    {
        QTest::addColumn<QStringList>("tensors"); ///< "type elements"
        QTest::addColumn<quint32>("expected");
        QTest::newRow("nothing") << QStringList() << 0u;
        QTest::newRow("F32") << QStringList{u"f32 9"_s} << 0u;
        QTest::newRow("F16") << QStringList{u"f32 9"_s, u"f16 100"_s} << 1u;
        QTest::newRow("BF16") << QStringList{u"f32 9"_s, u"bf16 100"_s} << 32u;
        QTest::newRow("blocks count more") << QStringList{u"f32 9999"_s, u"q8_0 32"_s} << 7u;
        QTest::newRow("pure") << QStringList{u"q4_k 2560"_s, u"f32 9"_s} << 14u;
        QTest::newRow("mixed") << QStringList{u"q4_k 2560"_s, u"q6_k 256"_s} << 15u;
        QTest::newRow("by bytes, not weights") << QStringList{u"q2_k 2560"_s, u"q8_0 1024"_s} << 7u;
        QTest::newRow("mixed Q5_K") << QStringList{u"q5_k 2560"_s, u"q6_k 256"_s} << 17u;
        QTest::newRow("mixed Q3_K") << QStringList{u"q3_k 2560"_s, u"q5_k 256"_s} << 12u;
        QTest::newRow("no number") << QStringList{u"mxfp4 256"_s} << 1024u;
    }
    void namesTheDominantType()
    {
        QFETCH(QStringList, tensors);
        std::vector<OutputTensor> made;
        for (const QString& tensor : tensors) {
            const QString type = tensor.section(u' ', 0, 0);
            const Shape shape{tensor.section(u' ', 1).toLongLong()};
            const auto dtype = dtypeNamed(QLatin1StringView(type.toUpper().toLatin1()));
            made.push_back(
                dtype ? plainTensor(type, *dtype, shape) : inBlocks(type, type, shape).tensor);
        }
        QTEST(dominantFileType(made), "expected");
    }

    void knowsWhatItCannotHold_data()
    {
        QTest::addColumn<OutputTensor>("tensor");
        QTest::addColumn<QString>("why");
        const auto row = [](const char* tag, const OutputTensor& tensor, const char* why) {
            QTest::newRow(tag) << tensor << QString::fromLatin1(why);
        };
        for (const DType dtype : {DType::F64, DType::F32, DType::F16, DType::BF16, DType::I64,
                 DType::I32, DType::I16, DType::I8})
            row(nameOf(dtype), plainTensor(u"w"_s, dtype, {3}), "");
        for (const DType dtype : {DType::U8, DType::Bool, DType::F8_E4M3, DType::F8_E5M2,
                 DType::U64, DType::F4, DType::C64})
            row(nameOf(dtype), plainTensor(u"w"_s, dtype, {4}), "GGUF has no type for");
        row("0 dimensions", plainTensor(u"w"_s, DType::F32, {}), "");
        row("5 dimensions", plainTensor(u"w"_s, DType::F32, {1, 1, 1, 1, 1}), "");
        row("6 dimensions", plainTensor(u"w"_s, DType::F32, {1, 1, 1, 1, 1, 1}), "6 dimensions");
        row("no elements", plainTensor(u"w"_s, DType::F32, {4, 0}), "has no elements");
        row("no name", plainTensor({}, DType::F32, {4}), "its name is empty");
        row("zero in the name", plainTensor(QString(QChar::Null), DType::F32, {4}), "its name");
        row("long name", plainTensor(QString(65536, u'n'), DType::F32, {4}), "its name");
        row("overflow", plainTensor(u"w"_s, DType::F32, {1ll << 40, 1ll << 40}), "too large");
        row("blocks", inBlocks(u"w"_s, u"q4_k"_s, {2, 256}).tensor, "");
        row("half blocks", inBlocks(u"w"_s, u"q4_k"_s, {4, 128}).tensor, "whole blocks of 256");
        row("half blocks in other rows", inBlocks(u"w"_s, u"q4_k"_s, {4, 128}, {2, 256}).tensor,
            "");
        row("rows of fewer elements", inBlocks(u"w"_s, u"q4_k"_s, {4, 128}, {1, 256}).tensor,
            "cannot be stored as [1, 256]");
        OutputTensor affine = inBlocks(u"w"_s, u"q4_k"_s, {2, 256}).tensor;
        affine.encoding->scheme = u"int4"_s;
        row("another family", affine, "cannot be stored as int4");
    }
    void knowsWhatItCannotHold()
    {
        QFETCH(OutputTensor, tensor);
        QFETCH(QString, why);
        const auto reason = ggufCannotHold(tensor);
        QCOMPARE(reason.has_value(), !why.isEmpty());
        if (reason)
            QVERIFY2(reason->contains(why), qPrintable(*reason));
    }

    void refusesKeysWithoutAName()
    {
        OutputManifest manifest;
        manifest.metadata[QString()] = u"v"_s;
        const auto writer = createGguf(path(), manifest);
        QVERIFY(!writer);
        QVERIFY(writer.error().code == ErrorCode::InvalidPlan);
    }
};

QTEST_GUILESS_MAIN(GgufWriterTest)
#include "tst_gguf_writer.moc"
