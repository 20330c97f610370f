#include "core/io/formats/gguf.h"
#include "core/io/formats/gguf_types.h"
#include "core/io/formats/gguf_values.h"
#include "core/io/model_source.h"
#include "tests/core/io/gguf_bytes.h"
#include "tests/support/model_files.h"
#include "tests/support/test_models.h"

#include <QTemporaryDir>
#include <QTest>

using namespace aq;
using namespace aq::test;

Q_DECLARE_METATYPE(GgufFile)

namespace {

enum Kind : quint32 {
    UInt8,
    Int8,
    UInt16,
    Int16,
    UInt32,
    Int32,
    Float32,
    Bool,
    String,
    Array,
    UInt64,
    Int64,
    Float64
};
constexpr quint32 f32 = 0, f16 = 1, q4_0 = 2, q4k = 12;

GgufFile oneTensor() { return GgufFile().tensor("w", {3, 2}, f32, QByteArray(24, 'x')); }

Result<ModelHeader> read(const QByteArray& bytes) { return readGgufHeader(*inMemory(bytes)); }

QByteArray rawValue(const ModelHeader& header, const char* key)
{
    for (const TypedEntry& entry : header.typedMetadata)
        if (entry.key == QLatin1StringView(key))
            return entry.value;
    return "no such key";
}

/// Says how much of it is read.
class Counting final : public ByteSource {
public:
    explicit Counting(const QByteArray& file)
        : m_file(inMemory(file))
    {
    }
    std::int64_t size() const override { return m_file->size(); }
    Result<void> read(std::int64_t offset, MutableBytes into) const override
    {
        bytesRead += std::int64_t(into.size());
        return m_file->read(offset, into);
    }
    mutable std::int64_t bytesRead = 0;

private:
    std::shared_ptr<const ByteSource> m_file;
};

} // namespace

class GgufTest : public QObject {
    Q_OBJECT
    QTemporaryDir m_folder;

private Q_SLOTS:
    void readsTheSpecifiedBytes() // Written down byte by byte, without the builder.
    {
        const QByteArray bytes = QByteArray::fromHex( //
                                     "47475546 03000000 0100000000000000 0100000000000000"
                                     "0100000000000000 6b 04000000 2a000000" // k = 42, UINT32
                                     "0100000000000000 77 02000000"          // w, 2 dimensions
                                     "0300000000000000 0200000000000000"     // ne: 3, 2
                                     "01000000 0000000000000000")            // F16, offset 0
            + QByteArray(32 - (24 + 17 + 41) % 32, '\0') + "abcdefghijkl";
        const auto header = read(bytes);
        QVERIFY2(header, qPrintable(header ? QString() : textOf(header.error())));
        QCOMPARE(header->metadata.value(QStringLiteral("k")), QStringLiteral("42"));
        QCOMPARE(header->tensors.size(), 1u);
        const TensorInfo& tensor = header->tensors[0];
        QCOMPARE(tensor.name, QStringLiteral("w"));
        QCOMPARE(tensor.shape, Shape({2, 3}));
        QVERIFY(tensor.dtype == DType::F16 && !tensor.encoding);
        QVERIFY((tensor.data == Blob{0, 96, 12}));
    }

    void knowsAllTypes_data()
    {
        QTest::addColumn<quint32>("id");
        QTest::addColumn<int>("elements");
        QTest::addColumn<int>("bytes");
        struct Row {
            const char* name;
            quint32 id;
            int elements, bytes;
        };
        const Row rows[] = {{"F32", 0, 1, 4}, {"F16", 1, 1, 2}, {"BF16", 30, 1, 2},
            {"I8", 24, 1, 1}, {"I16", 25, 1, 2}, {"I32", 26, 1, 4}, {"I64", 27, 1, 8},
            {"F64", 28, 1, 8}, {"Q4_0", 2, 32, 18}, {"Q4_1", 3, 32, 20}, {"Q5_0", 6, 32, 22},
            {"Q5_1", 7, 32, 24}, {"Q8_0", 8, 32, 34}, {"Q8_1", 9, 32, 36}, {"Q2_K", 10, 256, 84},
            {"Q3_K", 11, 256, 110}, {"Q4_K", 12, 256, 144}, {"Q5_K", 13, 256, 176},
            {"Q6_K", 14, 256, 210}, {"Q8_K", 15, 256, 292}, {"IQ4_NL", 20, 32, 18},
            {"IQ4_XS", 23, 256, 136}, {"IQ2_XXS", 16, 256, 66}, {"IQ2_XS", 17, 256, 74},
            {"IQ2_S", 22, 256, 82}, {"IQ3_XXS", 18, 256, 98}, {"IQ3_S", 21, 256, 110},
            {"IQ1_S", 19, 256, 50}, {"IQ1_M", 29, 256, 56}, {"TQ1_0", 34, 256, 54},
            {"TQ2_0", 35, 256, 66}, {"MXFP4", 39, 32, 17}, {"NVFP4", 40, 64, 36},
            {"Q1_0", 41, 128, 18}, {"Q2_0", 42, 64, 18}}; // The format's own table.
        for (const Row& row : rows)
            QTest::newRow(row.name) << row.id << row.elements << row.bytes;
    }
    void knowsAllTypes()
    {
        QFETCH(quint32, id);
        QFETCH(int, elements);
        QFETCH(int, bytes);
        const QString name = QString::fromLatin1(QTest::currentDataTag());
        const auto header = read(GgufFile()
                                     .tensor("a", {2 * elements, 3}, id, QByteArray(6 * bytes, 'a'))
                                     .tensor("b", {elements}, id, QByteArray(bytes, 'b'))
                                     .bytes());
        QVERIFY2(header, qPrintable(header ? QString() : textOf(header.error())));
        const TensorInfo& tensor = header->tensors[0];
        QCOMPARE(tensor.bytes(), 6 * bytes);
        QCOMPARE(tensor.shape, Shape({3, 2 * elements}));
        QCOMPARE(header->tensors[1].bytes(), bytes);
        if (elements == 1) {
            QVERIFY(!tensor.encoding);
            QCOMPARE(QString::fromLatin1(nameOf(tensor.dtype)), name);
        } else {
            QCOMPARE(tensor.encoding->scheme, name.toLower());
            QVERIFY(tensor.dtype == DType::F32);
            QCOMPARE(tensor.encoding->codes.bytes, 6 * bytes);
            QVERIFY(tensor.encoding->shape.empty());
            QVERIFY(tensor.encoding->scales.bytes == 0 && tensor.encoding->zeros.bytes == 0);
        }
    }
    void hasNoOtherTypes()
    {
        QSet<quint32> known;
        for (const GgufType& type : ggufTypes())
            known.insert(type.id);
        QCOMPARE(known.size(), 35);
        for (quint32 id = 0; id < 300; ++id)
            if (!known.contains(id))
                QVERIFY(!read(GgufFile().tensor("w", {256}, id, QByteArray(4096, 'x')).bytes()));
    }

    void readsAllValues()
    {
        GgufFile file;
        file.key("u8", UInt8, le<quint8>(255)).key("i8", Int8, le<qint8>(-128));
        file.key("u16", UInt16, le<quint16>(65535)).key("i16", Int16, le<qint16>(-32768));
        file.key("u32", UInt32, le(4294967295u)).key("i32", Int32, le(-2147483647 - 1));
        file.key("f32", Float32, le(0.1f)).key("f64", Float64, le(0.1));
        file.key("u64", UInt64, le<quint64>(~0ull)).key("i64", Int64, le<qint64>(-5));
        file.key("yes", Bool, "\1").key("no", Bool, QByteArray(1, '\0'));
        file.stringKey("text", "h\xc3\xa4\n").stringKey("empty", "");
        file.stringKey("token", QByteArray("\xe6\xbc", 2)); // Half a character: legal in a value.
        file.arrayKey("shape", Int32, 3, le(3) + le(-1) + le(320));
        file.arrayKey("none", Float32, 0, "");
        file.arrayKey("tags", String, 2, text("a") + text(""));
        file.arrayKey("many", UInt8, 17, QByteArray(17, 'x'));
        file.arrayKey("tokens", String, 17, QByteArray(8 * 17, '\0'));
        file.arrayKey("flags", Bool, 2, QByteArray("\1\0", 2));
        const auto header = read(file.bytes());
        QVERIFY2(header, qPrintable(header ? QString() : textOf(header.error())));
        const QMap<QString, QString> expected{
            {QStringLiteral("u8"), QStringLiteral("255")},
            {QStringLiteral("i8"), QStringLiteral("-128")},
            {QStringLiteral("u16"), QStringLiteral("65535")},
            {QStringLiteral("i16"), QStringLiteral("-32768")},
            {QStringLiteral("u32"), QStringLiteral("4294967295")},
            {QStringLiteral("i32"), QStringLiteral("-2147483648")},
            {QStringLiteral("f32"), QStringLiteral("0.1")},
            {QStringLiteral("f64"), QStringLiteral("0.1")},
            {QStringLiteral("u64"), QStringLiteral("18446744073709551615")},
            {QStringLiteral("i64"), QStringLiteral("-5")},
            {QStringLiteral("yes"), QStringLiteral("true")},
            {QStringLiteral("no"), QStringLiteral("false")},
            {QStringLiteral("text"), QStringLiteral("hä\n")},
            {QStringLiteral("empty"), QString()},
            {QStringLiteral("token"), QStringLiteral("\ufffd\ufffd")},
            {QStringLiteral("shape"), QStringLiteral("[3, -1, 320]")},
            {QStringLiteral("none"), QStringLiteral("[]")},
            {QStringLiteral("tags"), QStringLiteral("[\"a\", \"\"]")},
            {QStringLiteral("many"), QStringLiteral("[17 values]")},
            {QStringLiteral("tokens"), QStringLiteral("[17 strings]")},
            {QStringLiteral("flags"), QStringLiteral("[true, false]")},
        };
        QCOMPARE(header->metadata, expected);
        QCOMPARE(header->typedMetadata.size(), std::size_t(expected.size()));
        QCOMPARE(header->typedMetadata[0].key, QStringLiteral("u8")); // In the file's order.
        QCOMPARE(header->typedMetadata[5].key, QStringLiteral("i32"));
        QCOMPARE(rawValue(*header, "i16"), le(quint32(Int16)) + le<qint16>(-32768));
        QCOMPARE(rawValue(*header, "token"), le(quint32(String)) + text(QByteArray("\xe6\xbc", 2)));
        QCOMPARE(rawValue(*header, "shape"),
            le(quint32(Array)) + le(quint32(Int32)) + le<quint64>(3) + le(3) + le(-1) + le(320));
        QCOMPARE(rawValue(*header, "tags"),
            le(quint32(Array)) + le(quint32(String)) + le<quint64>(2) + text("a") + text(""));
    }

    void acceptsWhatIsUnusual_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<int>("tensors");
        const auto aligned = [](quint32 alignment) {
            GgufFile file;
            file.alignment = int(alignment);
            return file.key("general.alignment", UInt32, le(alignment))
                .tensor("a", {5}, f16, QByteArray(10, 'a'))
                .tensor("b", {1}, f16, "bb")
                .bytes();
        };
        QTest::newRow("nothing") << GgufFile().bytes() << 0; // 24 bytes
        QTest::newRow("keys only") << GgufFile().stringKey("k", "v").bytes() << 0;
        QTest::newRow("bytes after the keys") << GgufFile().stringKey("k", "v").bytes() + "x" << 0;
        GgufFile second = oneTensor();
        second.version = 2;
        QTest::newRow("version 2") << second.bytes() << 1;
        QTest::newRow("last tensor not padded") << oneTensor().bytes() << 1;
        QTest::newRow("last tensor padded") << oneTensor().bytes() + QByteArray(8, '\0') << 1;
        QTest::newRow("trailing bytes") << oneTensor().bytes() + QByteArray(999, 'x') << 1;
        QTest::newRow("0 dimensions") << GgufFile().tensor("w", {}, f32, "abcd").bytes() << 1;
        QTest::newRow("5 dimensions")
            << GgufFile().tensor("w", {2, 1, 2, 1, 3}, f16, QByteArray(24, 'x')).bytes() << 1;
        QTest::newRow("no elements")
            << GgufFile().tensor("w", {3, 0, 5}, f32, "").tensor("v", {1}, f16, "vv").bytes() << 2;
        QTest::newRow("no elements, in blocks")
            << GgufFile().tensor("w", {256, 0}, q4k, "").bytes() << 1;
        QTest::newRow("no elements, where the file ends")
            << GgufFile().tensor("w", {3}, f16, "abcdef").tensorAt(32, "v", {0}, f32, "").bytes()
            << 2;
        QTest::newRow("no elements and no data")
            << GgufFile().tensor("w", {0}, f32, "").header() << 1;
        QTest::newRow("name of 64 bytes")
            << GgufFile().tensor(QByteArray(64, 'n'), {1}, f16, "ab").bytes() << 1;
        QTest::newRow("name of 65535 bytes")
            << GgufFile().tensor(QByteArray(65535, 'n'), {1}, f16, "ab").bytes() << 1;
        QTest::newRow("name in other scripts")
            << GgufFile().tensor("\xe9\x87\x8d\xf0\x9f\x99\x82", {1}, f16, "ab").bytes() << 1;
        for (const quint32 alignment : {1u, 2u, 4u, 8u, 16u, 64u, 4096u})
            QTest::addRow("alignment %u", alignment) << aligned(alignment) << 2;
        QTest::newRow("shape of no tensor")
            << oneTensor().arrayKey("comfy.gguf.orig_shape.x", Int32, 1, le(1)).bytes() << 1;
    }
    void acceptsWhatIsUnusual()
    {
        QFETCH(QByteArray, file);
        const auto header = read(file);
        QVERIFY2(header, qPrintable(header ? QString() : textOf(header.error())));
        QTEST(int(header->tensors.size()), "tensors");
        for (const TensorInfo& tensor : header->tensors) {
            QVERIFY(tensor.bytes() == 0 || tensor.data.offset > 0);
            QVERIFY(tensor.data.offset + tensor.bytes() <= file.size());
        }
    }

    void findsDataByItsPlace()
    {
        GgufFile file;
        file.tensor("a", {3}, f16, "aaaaaa").tensor("b", {32}, q4_0, QByteArray(18, 'b'));
        file.tensor("c", {2}, f32, "cccccccc");
        const QByteArray bytes = file.bytes();
        QVERIFY(write(m_folder.filePath(QStringLiteral("m.gguf")), bytes));
        const auto model = openModel(m_folder.filePath(QStringLiteral("m.gguf")));
        QVERIFY2(model, qPrintable(model ? QString() : textOf(model.error())));
        QCOMPARE(elementsOf(*model, model->header().tensors[0]), QByteArray("aaaaaa"));
        QCOMPARE(elementsOf(*model, model->header().tensors[2]), QByteArray("cccccccc"));
        const Blob& blocks = model->header().tensors[1].encoding->codes;
        QCOMPARE(bytes.mid(blocks.offset, blocks.bytes), QByteArray(18, 'b'));
    }

    void readsWhatGgmlWrites() // tests/data/gguf/make_gguf.py: all its types and kinds of values.
    {
        const auto model = openModel(QStringLiteral(AQ_TEST_DATA "/gguf/written_by_ggml.gguf"));
        QVERIFY2(model, qPrintable(model ? QString() : textOf(model.error())));
        const ModelHeader& header = model->header();
        QCOMPARE(header.tensors.size(), ggufTypes().size());
        for (const TensorInfo& tensor : header.tensors) {
            const GgufType* type = ggufTypeForScheme(tensor.name);
            QVERIFY2(type, qPrintable(tensor.name));
            QCOMPARE(tensor.shape, Shape({3, type->elements}));
            const Blob& blob = tensor.encoding ? tensor.encoding->codes : tensor.data;
            QByteArray bytes(blob.bytes, '\xff');
            QVERIFY(model->readBlob(blob, 0,
                std::as_writable_bytes(std::span(bytes.data(), std::size_t(bytes.size())))));
            QCOMPARE(bytes, QByteArray(3 * type->bytes, char(type->id)));
        }
        for (const char* kind :
            {"u8", "i8", "u16", "i16", "u32", "i32", "u64", "i64", "f32", "f64", "bool"}) {
            const bool isBool = qstrcmp(kind, "bool") == 0;
            const QString key = QLatin1StringView(kind);
            QCOMPARE(header.metadata.value(QStringLiteral("one.") + key),
                isBool ? QStringLiteral("true") : QStringLiteral("7"));
            QCOMPARE(header.metadata.value(QStringLiteral("three.") + key),
                isBool ? QStringLiteral("[true, false, true]") : QStringLiteral("[1, 0, 1]"));
        }
        QCOMPARE(header.metadata.value(QStringLiteral("words")), QStringLiteral("[\"a\", \"hä\"]"));
    }

    void restoresShapes()
    {
        GgufFile file;
        file.arrayKey("comfy.gguf.orig_shape.blocks", Int32, 4, le(16) + le(8) + le(2) + le(2));
        file.arrayKey("comfy.gguf.orig_shape.plain", Int32, 2, le(2) + le(6));
        file.arrayKey("comfy.gguf.orig_shape.same", Int32, 1, le(2));
        file.tensor("blocks", {256, 2}, q4k, QByteArray(288, 'x'));
        file.tensor("plain", {3, 4}, f16, QByteArray(24, 'x'));
        file.tensor("same", {2}, f16, QByteArray(4, 'x'));
        const auto header = read(file.bytes());
        QVERIFY2(header, qPrintable(header ? QString() : textOf(header.error())));
        QCOMPARE(header->tensors[0].shape, Shape({16, 8, 2, 2}));
        QCOMPARE(header->tensors[0].encoding->shape, Shape({2, 256}));
        QVERIFY((codingMatrix(header->tensors[0]) == Matrix{2, 256}));
        QCOMPARE(header->tensors[1].shape, Shape({2, 6}));
        QCOMPARE(header->tensors[2].shape, Shape({2}));
    }

    void saysWhatWasRecognised()
    {
        GgufFile file;
        file.key("general.file_type", UInt32, le(15u));
        file.key("split.count", UInt16, le<quint16>(3)).key("split.no", UInt16, le<quint16>(1));
        file.arrayKey("comfy.gguf.orig_shape.r", Int32, 1, le(256));
        file.tensor("r", {256, 1}, q4k, QByteArray(144, 'x'));
        file.tensor("a", {1}, f16, "aa").tensor("b", {256}, q4k, QByteArray(144, 'x'));
        QVERIFY(write(m_folder.filePath(QStringLiteral("notes.gguf")), file.bytes()));
        const auto model = openModel(m_folder.filePath(QStringLiteral("notes.gguf")));
        QVERIFY(model);
        QCOMPARE(model->opened().notes,
            QStringList({QStringLiteral("GGUF version 3, Q4_K_M: 2 tensors of Q4_K, 1 of F16."),
                QStringLiteral(
                    "This is part 2 of a model in 3 files; the tensors in the others are "
                    "not here."),
                QStringLiteral("1 tensors are stored in other rows, for ComfyUI-GGUF.")}));
    }

    void rejectsDamage_data();
    void rejectsDamage()
    {
        QFETCH(QByteArray, file);
        QFETCH(QString, where);
        QFETCH(QString, why);
        const auto header = read(file);
        QVERIFY(!header);
        const Error& error = header.error();
        QVERIFY(error.code == ErrorCode::Corrupt || error.code == ErrorCode::Unsupported);
        QVERIFY2(error.detail.contains(why), qPrintable(textOf(error)));
        QCOMPARE(error.where, where);
        QVERIFY(textOf(error).size() < 240);
    }

    void survivesTruncationAtEveryByte()
    {
        const QByteArray whole = oneTensor()
                                     .stringKey("text", "abc")
                                     .arrayKey("list", String, 2, text("a") + text("b"))
                                     .tensor("q", {32}, q4_0, QByteArray(18, 'q'))
                                     .bytes();
        QVERIFY(read(whole));
        for (qsizetype size = 0; size < whole.size(); ++size)
            QVERIFY2(!read(whole.left(size)), qPrintable(QString::number(size)));
    }

    void survivesEveryByteChanged()
    {
        const QByteArray whole = oneTensor()
                                     .stringKey("text", "abc")
                                     .arrayKey("list", String, 2, text("a") + text("b"))
                                     .key("general.alignment", UInt32, le(32u))
                                     .tensor("q", {32}, q4_0, QByteArray(18, 'q'))
                                     .bytes();
        for (qsizetype at = 0; at < whole.size(); ++at)
            for (const int value : {0, 1, 7, 9, 0x7f, 0x80, 0xff}) {
                QByteArray changed = whole;
                changed[at] = char(value);
                const auto header = read(changed);
                for (std::size_t i = 0; header && i < header->tensors.size(); ++i) {
                    const TensorInfo& tensor = header->tensors[i];
                    const Blob& blob = tensor.encoding ? tensor.encoding->codes : tensor.data;
                    QVERIFY(blob.offset >= 0 && blob.bytes >= 0
                        && blob.offset <= changed.size() - blob.bytes);
                }
            }
    }

    void readsTheHeaderOnly()
    {
        Counting source(GgufFile().tensor("w", {1 << 20}, f32, QByteArray(4 << 20, 'x')).bytes());
        QVERIFY(readGgufHeader(source));
        QVERIFY(source.bytesRead <= 256 << 10);
    }

    void opensManyTensors() // Quadratic work would take minutes here.
    {
        GgufFile file;
        for (int i = 0; i < 100'000; ++i) {
            file.tensors += text("layers." + QByteArray::number(i) + ".weight") + le(1u)
                + le<qint64>(16) + le(f16) + le<quint64>(32 * quint64(i));
            ++file.tensorCount;
        }
        file.data.resize(3'200'000);
        const auto header = read(file.bytes());
        QVERIFY2(header, qPrintable(header ? QString() : textOf(header.error())));
        QCOMPARE(header->tensors.size(), 100'000u);
    }

    void opensATokenizer()
    {
        QByteArray tokens, scores(4 * 150'000, '\0');
        for (int i = 0; i < 150'000; ++i)
            tokens += text("token " + QByteArray::number(i));
        const auto header = read(oneTensor()
                                     .arrayKey("tokenizer.ggml.tokens", String, 150'000, tokens)
                                     .arrayKey("tokenizer.ggml.scores", Float32, 150'000, scores)
                                     .bytes());
        QVERIFY2(header, qPrintable(header ? QString() : textOf(header.error())));
        QCOMPARE(header->metadata.value(QStringLiteral("tokenizer.ggml.tokens")),
            QStringLiteral("[150000 strings]"));
        QCOMPARE(rawValue(*header, "tokenizer.ggml.tokens").size(), 4 + 4 + 8 + tokens.size());
    }

    void opensEveryGgufThatIsThere()
    {
        const QDir folder(QStringLiteral(AQ_SHARED_MODELS));
        const QStringList files = folder.entryList({QStringLiteral("*.gguf")}, QDir::Files);
        if (files.isEmpty())
            QSKIP("no GGUF file among the shared models");
        for (const QString& file : files) {
            const auto model = openModel(folder.filePath(file));
            QVERIFY2(model, qPrintable(model ? QString() : textOf(model.error())));
            QVERIFY(!model->header().tensors.empty());
        }
    }
};

void GgufTest::rejectsDamage_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QString>("where");
    QTest::addColumn<QString>("why");
    const auto row
        = [](const char* name, const QByteArray& file, const char* where, const char* why) {
              QTest::newRow(name) << file << QString::fromUtf8(where) << QString::fromUtf8(why);
          };
    const auto changed = [](auto change) {
        GgufFile file = oneTensor();
        change(file);
        return file.bytes();
    };
    const auto withKey = [](const QByteArray& name, quint32 type, const QByteArray& value) {
        return oneTensor().key(name, type, value).bytes();
    };
    const auto withTensor = [](std::initializer_list<qint64> ne, quint32 type) {
        return GgufFile().tensor("w", ne, type, QByteArray(4096, 'x')).bytes();
    };
    row("empty", "", "", "4 bytes are needed at byte 0");
    row("other magic", "GGUX" + oneTensor().bytes().mid(4), "", "does not begin with GGUF");
    for (const quint32 version : {0u, 1u, 4u, 0xffffffffu})
        QTest::addRow("version %u", version)
            << changed([&](GgufFile& file) { file.version = version; }) << QString()
            << QStringLiteral("GGUF version %1; versions 2 and 3 can be read").arg(version);
    for (const quint32 version : {0x02000000u, 0x03000000u})
        QTest::addRow("big endian %u", version >> 24)
            << changed([&](GgufFile& file) { file.version = version; }) << QString()
            << QStringLiteral("big-endian");
    row("one key more", changed([](GgufFile& file) { ++file.keyCount; }), "tensor 1", "bytes");
    row("many keys", changed([](GgufFile& file) { file.keyCount = 1 << 20; }), "",
        "claims 1 tensors and 1048576 keys; the file has");
    row("all keys", changed([](GgufFile& file) { file.keyCount = ~0ull; }), "", "claims");
    row("many tensors", changed([](GgufFile& file) { file.tensorCount = 1 << 20; }), "", "claims");
    row("2^60 tensors", changed([](GgufFile& file) { file.tensorCount = 1ull << 60; }), "",
        "claims");
    row("2^63 tensors", changed([](GgufFile& file) { file.tensorCount = 1ull << 63; }), "",
        "claims");
    row("tensors that fit but are too many",
        GgufFile{3, 0, 300'001, {}, {}, QByteArray(300'001 * 24, '\0'), 32}.bytes(), "",
        "at most 300000 of each");
    row("keys that fit but are too many",
        GgufFile{3, 300'001, 0, QByteArray(300'001 * 13, '\0'), {}, {}, 32}.bytes(), "",
        "at most 300000 of each");

    row("key without a name", withKey("", UInt8, "x"), "key 1", "a name of 0 bytes");
    row("key of 65536 bytes", withKey(QByteArray(65536, 'k'), UInt8, "x"), "key 1",
        "a name of 65536 bytes");
    row("key claims 2^63 bytes",
        changed([](GgufFile& file) { file.keys = le(1ull << 63), file.keyCount = 1; }), "key 1",
        "a name of 9223372036854775808 bytes");
    row("key is no UTF-8", withKey("\xff\xfe", UInt8, "x"), "key 1", "not valid UTF-8");
    row("key with overlong UTF-8", withKey("\xc0\xaf", UInt8, "x"), "key 1", "not valid UTF-8");
    row("key with a surrogate", withKey("\xed\xa0\x80", UInt8, "x"), "key 1", "not valid UTF-8");
    row("key with a zero byte", withKey(QByteArray("a\0b", 3), UInt8, "x"), "key 1", "not valid");
    row("key twice", oneTensor().stringKey("k", "1").key("k", UInt8, "x").bytes(), "k",
        "stands in the file twice");
    row("type 13", withKey("k", 13, "12345678"), "k", "the unknown type 13");
    row("type 2^32 - 1", withKey("k", ~0u, "12345678"), "k", "the unknown type 4294967295");
    row("boolean 2", withKey("k", Bool, "\2"), "k", "a boolean is 2");
    row("boolean 255 in an array",
        oneTensor().arrayKey("k", Bool, 2, QByteArray("\0\xff", 2)).bytes(), "k",
        "a boolean is 255");
    row("string past the end", withKey("k", String, le(1ull << 20)), "k",
        "1048576 bytes are needed");
    row("string of 2^64 - 1 bytes", withKey("k", String, le(~0ull)), "k",
        "18446744073709551615 bytes are needed");
    row("array of arrays", oneTensor().arrayKey("k", Array, 1, le(4u) + le(1ull) + "xxxx").bytes(),
        "k", "array of arrays");
    row("array of type 13", oneTensor().arrayKey("k", 13, 1, "x").bytes(), "k",
        "elements have the unknown type 13");
    row("array past the end", oneTensor().arrayKey("k", UInt32, 1 << 20, "").bytes(), "k",
        "1048576 * 4 bytes are needed");
    row("array whose bytes wrap", oneTensor().arrayKey("k", UInt64, 1ull << 61, "").bytes(), "k",
        "2305843009213693952 * 8 bytes are needed");
    row("array of 2^60 strings", oneTensor().arrayKey("k", String, 1ull << 60, "").bytes(), "k",
        "1152921504606846976 strings do not fit");
    row("long string in an array", oneTensor().arrayKey("k", String, 1, le(~0ull)).bytes(), "k",
        "bytes are needed");
    row("alignment 0", withKey("general.alignment", UInt32, le(0u)), "general.alignment",
        "0 is not a power of two");
    row("alignment 24", withKey("general.alignment", UInt32, le(24u)), "general.alignment",
        "24 is not a power of two");
    row("alignment as UINT64", withKey("general.alignment", UInt64, le(32ull)), "general.alignment",
        "of type UINT32");
    row("alignment as text", oneTensor().stringKey("general.alignment", "32").bytes(),
        "general.alignment", "of type UINT32");
    row("alignment 2^31", withKey("general.alignment", UInt32, le(1u << 31)), "w", "it is cut off");
    row("shape of INT64",
        oneTensor().arrayKey("comfy.gguf.orig_shape.w", Int64, 1, le(6ll)).bytes(),
        "comfy.gguf.orig_shape.w", "is not an array of INT32");
    row("shape as text", oneTensor().stringKey("comfy.gguf.orig_shape.w", "[6]").bytes(),
        "comfy.gguf.orig_shape.w", "is not an array of INT32");
    row("shape of other elements",
        oneTensor().arrayKey("comfy.gguf.orig_shape.w", Int32, 1, le(7)).bytes(), "w",
        "stored as [2, 3], which is not its original shape [7]");
    row("negative shape",
        oneTensor().arrayKey("comfy.gguf.orig_shape.w", Int32, 2, le(-2) + le(-3)).bytes(), "w",
        "not its original shape");

    row("tensor without a name", GgufFile().tensor("", {1}, f32, "abcd").bytes(), "tensor 1",
        "a name of 0 bytes");
    row("name is no UTF-8", GgufFile().tensor("\x80", {1}, f32, "abcd").bytes(), "\ufffd",
        "not valid UTF-8");
    row("name twice", oneTensor().tensor("w", {1}, f32, "abcd").bytes(), "w", "two tensors");
    row("direction marks in a name",
        GgufFile()
            .tensor("a\xe2\x80\xae"
                    "b",
                {1}, 99, "abcd")
            .bytes(),
        "a\\u202eb", "type 99");
    row("6 dimensions", withTensor({1, 1, 1, 1, 1, 1}, f32), "w", "6 dimensions; at most 5");
    row("2^32 - 1 dimensions",
        GgufFile{3, 0, 1, {}, text("w") + le(~0u) + QByteArray(64, 'x'), {}, 32}.bytes(), "w",
        "4294967295 dimensions");
    row("negative extent", withTensor({-1}, f32), "w", "negative extent");
    row("extent 2^63 - 1", withTensor({INT64_MAX}, f32), "w", "too many bytes");
    row("product wraps", withTensor({1ll << 32, 1ll << 32}, f32), "w", "overflows");
    row("product wraps to 0", withTensor({1ll << 32, 1ll << 32, 0}, f32), "w", "overflows");
    row("bytes wrap", withTensor({1ll << 62}, f32), "w", "too many bytes");
    row("bytes of blocks wrap", withTensor({INT64_MAX - 31}, 8), "w", "too many bytes");
    row("half a block", withTensor({16}, q4_0), "w", "rows of 16 elements are not whole blocks");
    row("rows of half a block", withTensor({128, 4}, q4k), "w", "whole blocks of 256, as Q4_K has");
    row("0 dimensions in blocks", withTensor({}, q4k), "w", "rows of 1 elements");
    for (const quint32 type : {4u, 5u, 31u, 36u, 38u, 43u, 0xffffffffu})
        QTest::addRow("tensor type %u", type) << withTensor({256},
            type) << QStringLiteral("w") << QStringLiteral("tensor type %1 is not known").arg(type);
    const auto at = [](quint64 offset) {
        return oneTensor().tensorAt(offset, "v", {2}, f32, QByteArray(99, 'x')).bytes();
    };
    row("not aligned", at(33), "v", "begins at byte 33 of the data, not at 32");
    row("a gap", at(64), "v", "begins at byte 64 of the data, not at 32");
    row("overlap", at(0), "v", "begins at byte 0 of the data, not at 32");
    row("offset 2^63", at(1ull << 63), "v", "begins at byte 9223372036854775808");
    row("cut off", oneTensor().bytes().chopped(1), "w",
        "needs 24 bytes at byte 0 of the data, of "
        "which the file has 23: it is cut off");
    row("no data at all", oneTensor().header(), "w", "it is cut off");
    row("second tensor cut off",
        oneTensor().tensor("v", {2}, f32, QByteArray(8, 'v')).bytes().chopped(8), "v",
        "needs 8 bytes at byte 32 of the data, of which the file has 32");
    row("1 TiB claimed", withTensor({1ll << 38}, f32), "w", "it is cut off");
}

QTEST_GUILESS_MAIN(GgufTest)
#include "tst_gguf.moc"
