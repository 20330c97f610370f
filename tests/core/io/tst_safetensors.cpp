#include "core/io/formats/safetensors.h"
#include "tests/support/model_files.h"
#include "tests/support/test_models.h"

#include <QTest>
#include <QtEndian>

using namespace aq;
using namespace aq::test;

namespace {

std::shared_ptr<const ByteSource> inMemory(const QByteArray& bytes)
{
    const auto view = std::as_bytes(std::span(bytes.data(), std::size_t(bytes.size())));
    return memoryBytes({view.begin(), view.end()});
}

/// Header size, header, data: nothing is padded.
QByteArray fileOf(const QByteArray& header, const QByteArray& data)
{
    QByteArray size(8, '\0');
    qToLittleEndian<quint64>(quint64(header.size()), size.data());
    return size + header + data;
}

QByteArray entry(const QByteArray& name, const QByteArray& shape, int begin, int end,
    const QByteArray& dtype = "F32")
{
    return '"' + name + "\":{\"dtype\":\"" + dtype + "\",\"shape\":" + shape + ",\"data_offsets\":["
        + QByteArray::number(begin) + ',' + QByteArray::number(end) + "]}";
}

QByteArray fields(const QByteArray& fields) { return "{\"w\":{" + fields + "}}"; }

Result<ModelHeader> read(const QByteArray& header, qsizetype dataSize)
{
    return readSafetensorsHeader(*inMemory(fileOf(header, QByteArray(dataSize, 'x'))));
}

} // namespace

class SafetensorsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsTensorsInTheOrderOfTheFile()
    {
        const auto header = read("{" + entry("late", "[2,3]", 8, 32)
                + ",\"__metadata__\":{\"b\":\"2\","
                  "\"a\":\"\\u00e9\"},"
                + entry("early", "[4]", 0, 8, "BF16") + "}",
            32);
        QVERIFY2(header, qPrintable(header ? QString() : textOf(header.error())));
        QCOMPARE(header->metadata.size(), 2);
        QCOMPARE(header->metadata.value(QStringLiteral("a")), QStringLiteral("é"));
        QCOMPARE(header->tensors.size(), 2u);
        const TensorInfo& early = header->tensors[0];
        QCOMPARE(early.name, QStringLiteral("early"));
        QVERIFY(early.dtype == DType::BF16);
        QCOMPARE(early.shape, Shape{4});
        const TensorInfo& late = header->tensors[1];
        QCOMPARE(late.data.bytes, 24);
        QCOMPARE(late.data.offset, early.data.offset + 8);
    }

    void acceptsWhatIsUnusual_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<int>("dataSize");
        QTest::addColumn<int>("tensors");
        QTest::newRow("nothing") << QByteArray("{}") << 0 << 0;
        QTest::newRow("blanks around") << QByteArray(" \t\r\n{ } \n") << 0 << 0;
        QTest::newRow("metadata only") << QByteArray("{\"__metadata__\":{}}") << 0 << 0;
        QTest::newRow("scalar") << "{" + entry("w", "[]", 0, 4) + "}" << 4 << 1;
        QTest::newRow("zero extent") << "{" + entry("w", "[3,0]", 0, 0) + "}" << 0 << 1;
        QTest::newRow("empty tensors between")
            << "{" + entry("a", "[1]", 0, 4) + "," + entry("b", "[0]", 4, 4) + ","
                + entry("c", "[1]", 4, 8) + "," + entry("d", "[0]", 8, 8) + "}"
            << 8 << 4;
        QTest::newRow("other key order")
            << fields("\"data_offsets\":[0,4],\"shape\":[1],\"dtype\":\"F32\"") << 4 << 1;
        QTest::newRow("name of any characters")
            << "{" + entry("\\u0000\\ud83d\\ude00/../", "[1]", 0, 4) + "}" << 4 << 1;
        QTest::newRow("empty name") << "{" + entry("", "[1]", 0, 4) + "}" << 4 << 1;
        QTest::newRow("half bytes that make whole ones")
            << "{" + entry("w", "[4]", 0, 2, "F4") + "}" << 2 << 1;
        QTest::newRow("odd header length") << "{" + entry("w", "[1]", 0, 4) + "} " << 4 << 1;
        QTest::newRow("rank 64") << "{"
                + entry("w", "[1" + QByteArray(",1").repeated(63) + "]", 0, 4)
                + "}" << 4 << 1;
    }
    void acceptsWhatIsUnusual()
    {
        QFETCH(QByteArray, header);
        QFETCH(int, dataSize);
        const auto contents = read(header, dataSize);
        QVERIFY2(contents, qPrintable(contents ? QString() : textOf(contents.error())));
        QTEST(int(contents->tensors.size()), "tensors");
    }

    void knowsAllTypes_data()
    {
        QTest::addColumn<int>("bits");
        const std::pair<const char*, int> types[] = {{"F64", 64}, {"F32", 32}, {"F16", 16},
            {"BF16", 16}, {"F8_E4M3", 8}, {"F8_E5M2", 8}, {"I64", 64}, {"I32", 32}, {"I16", 16},
            {"I8", 8}, {"U64", 64}, {"U32", 32}, {"U16", 16}, {"U8", 8}, {"BOOL", 8}, {"F4", 4},
            {"F6_E2M3", 6}, {"F6_E3M2", 6}, {"F8_E8M0", 8}, {"F8_E4M3FNUZ", 8}, {"F8_E5M2FNUZ", 8},
            {"C64", 64}}; // The 22 of safetensors 0.6.
        for (const auto& [name, bits] : types)
            QTest::newRow(name) << bits;
    }
    void knowsAllTypes()
    {
        QFETCH(int, bits);
        const QByteArray type(QTest::currentDataTag());
        const auto header = read("{" + entry("w", "[2,4]", 0, bits, type) + "}", bits);
        QVERIFY2(header, qPrintable(header ? QString() : textOf(header.error())));
        QCOMPARE(nameOf(header->tensors[0].dtype), type.constData());
    }

    void rejectsDamage_data();
    void rejectsDamage()
    {
        QFETCH(QByteArray, header);
        QFETCH(int, dataSize);
        QFETCH(QString, why);
        QFETCH(QString, where);
        const auto contents = read(header, dataSize);
        QVERIFY(!contents);
        QVERIFY(contents.error().code == ErrorCode::Corrupt);
        QVERIFY2(contents.error().detail.contains(why), qPrintable(textOf(contents.error())));
        QCOMPARE(contents.error().where.section(QStringLiteral("header: "), -1), where);
    }

    void rejectsDamagedPrefixes_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QString>("why");
        const auto withSize = [](quint64 size) {
            QByteArray bytes = fileOf("{}", "");
            qToLittleEndian(size, bytes.data());
            return bytes;
        };
        QTest::newRow("empty") << QByteArray() << "0 bytes are too few";
        QTest::newRow("seven bytes") << QByteArray(7, '\0') << "7 bytes are too few";
        QTest::newRow("no header") << QByteArray(8, '\0') << "not valid JSON";
        QTest::newRow("one byte more") << withSize(3) << "claims 3 bytes, the file has 10";
        QTest::newRow("one byte less") << withSize(1) << "not valid JSON";
        QTest::newRow("over the limit") << withSize(100'000'001) << "at most 100000000 are allowed";
        QTest::newRow("all bits set") << withSize(~quint64(0)) << "claims 18446744073709551615";
        QTest::newRow("just wraps") << withSize(~quint64(0) - 7) << "claims 18446744073709551608";
    }
    void rejectsDamagedPrefixes()
    {
        QFETCH(QByteArray, file);
        QFETCH(QString, why);
        const auto header = readSafetensorsHeader(*inMemory(file));
        QVERIFY(!header);
        QVERIFY2(header.error().detail.contains(why), qPrintable(textOf(header.error())));
    }

    void survivesTruncationAtEveryByte()
    {
        const QByteArray whole = safetensorsFile(
            {floatTensor(QStringLiteral("a"), {2, 2}), floatTensor(QStringLiteral("b"), {3})});
        QVERIFY(readSafetensorsHeader(*inMemory(whole)));
        for (qsizetype size = 0; size < whole.size(); ++size)
            QVERIFY2(!readSafetensorsHeader(*inMemory(whole.left(size))),
                qPrintable(QString::number(size)));
    }

    void deepNestingIsHarmless() // Neither parser nor destructors may recurse.
    {
        for (const char* open : {"[", "{\"a\":"})
            QVERIFY(!read("{\"w\":" + QByteArray(open).repeated(1'000'000), 0));
    }

    void readsTheHeaderOnly()
    {
        class Counting final : public ByteSource {
        public:
            QByteArray file;
            mutable std::int64_t furthest = 0;
            std::int64_t size() const override { return file.size(); }
            Result<void> read(std::int64_t offset, MutableBytes into) const override
            {
                furthest = std::max(furthest, offset + std::int64_t(into.size()));
                return inMemory(file)->read(offset, into);
            }
        } source;
        source.file = fileOf("{" + entry("w", "[1000]", 0, 4000) + "}", QByteArray(4000, 'x'));
        QVERIFY(readSafetensorsHeader(source));
        QCOMPARE(source.furthest, source.size() - 4000);
    }

    void opensManyTensors() // Quadratic work would take minutes here.
    {
        QByteArray header = "{";
        for (int i = 0; i < 100'000; ++i)
            header += (i ? "," : "")
                + entry(
                    "layers." + QByteArray::number(i) + ".weight", "[2,2]", 16 * i, 16 * i + 16);
        const auto contents = read(header + "}", 1'600'000);
        QVERIFY(contents);
        QCOMPARE(contents->tensors.size(), 100'000u);
    }

    void readsARealModel()
    {
        const QString path = sharedModel(QStringLiteral("silero_vad_16k.safetensors"));
        if (path.isEmpty())
            QSKIP("silero_vad_16k.safetensors is not there");
        const auto source = openModel(path);
        QVERIFY2(source, qPrintable(source ? QString() : textOf(source.error())));
        QCOMPARE(source->format().id, "safetensors");
        QCOMPARE(source->path(), path);
        QCOMPARE(source->header().tensors.size(), 15u); // As the models' README says.
        std::int64_t bytes = 0;
        for (const TensorInfo& tensor : source->header().tensors) {
            QVERIFY(tensor.dtype == DType::F32);
            bytes += elementsOf(*source, tensor).size();
        }
        QVERIFY(bytes < source->fileBytes());
        QVERIFY(bytes > source->fileBytes() - 4096);
    }
};

void SafetensorsTest::rejectsDamage_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<int>("dataSize");
    QTest::addColumn<QString>("why");
    QTest::addColumn<QString>("where");
    const auto row = [](const char* name, const QByteArray& header, int size, const char* why,
                         const char* where) {
        QTest::newRow(name) << header << size << QString::fromUtf8(why) << QString::fromUtf8(where);
    };
    const QByteArray good = entry("w", "[1]", 0, 4);

    row("byte order mark", "\xEF\xBB\xBF{}", 0, "byte order mark", "header");
    row("zero byte", QByteArray("{}\0", 3), 0, "zero byte", "header");
    row("text after the object", "{}x", 0, "not valid JSON at byte", "header");
    row("two objects", "{}{}", 0, "not valid JSON", "header");
    row("a list", "[]", 0, "a list where", "header");
    row("a number", "1", 0, "a number where", "header");
    row("comment", "{/**/}", 0, "not valid JSON", "header");
    row("trailing comma", "{" + good + ",}", 4, "not valid JSON", "header");
    row("single quotes", "{'w':1}", 0, "not valid JSON", "header");
    row("overlong UTF-8", "{\"\xC0\xAF\":1}", 0, "not valid JSON", "header");
    row("surrogate in UTF-8", "{\"\xED\xA0\x80\":1}", 0, "not valid JSON", "header");
    row("lone surrogate escape", "{\"\\ud800\":1}", 0, "not valid JSON", "header");
    row("control character", "{\"a\nb\":1}", 0, "not valid JSON", "header");
    row("name twice", "{" + good + "," + good + "}", 4, "'w' stands in the header twice", "w");
    row("name twice, escaped", "{" + good + ",\"\\u0077\":{}}", 4, "twice", "w");
    row("metadata twice", "{\"__metadata__\":{},\"__metadata__\":{}}", 0, "twice", "__metadata__");
    row("metadata key twice", "{\"__metadata__\":{\"a\":\"1\",\"a\":\"1\"}}", 0, "'a' stands",
        "__metadata__");
    row("metadata number", "{\"__metadata__\":{\"a\":1}}", 0, "a number where", "__metadata__");
    row("metadata null", "{\"__metadata__\":{\"a\":null}}", 0, "null where", "__metadata__");
    row("metadata object", "{\"__metadata__\":{\"a\":{}}}", 0, "an object where", "__metadata__");
    row("metadata text", "{\"__metadata__\":\"a\"}", 0, "a string where", "__metadata__");
    row("tensor list", "{\"w\":[]}", 0, "a list where", "w");
    row("field twice",
        fields("\"dtype\":\"F32\",\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]"), 4,
        "'dtype' stands in the header twice", "w");
    row("unknown field", fields("\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4],\"x\":1"),
        4, "unknown field 'x'", "w");
    row("no dtype", fields("\"shape\":[1],\"data_offsets\":[0,4]"), 4, "has no dtype", "w");
    row("no shape", fields("\"dtype\":\"F32\",\"data_offsets\":[0,4]"), 4, "has no shape", "w");
    row("no offsets", fields("\"dtype\":\"F32\",\"shape\":[1]"), 4, "has no data_offsets", "w");
    row("unknown dtype", "{" + entry("w", "[1]", 0, 4, "F33") + "}", 4, "unknown dtype 'F33'", "w");
    row("dtype in small letters", "{" + entry("w", "[1]", 0, 4, "f32") + "}", 4,
        "unknown dtype 'f32'", "w");
    row("dtype number", fields("\"dtype\":32,\"shape\":[1],\"data_offsets\":[0,4]"), 4,
        "a number where", "w");
    row("float extent", "{" + entry("w", "[1.0]", 0, 4) + "}", 4, "no 64-bit integer", "w");
    row("exponent", "{" + entry("w", "[1e0]", 0, 4) + "}", 4, "no 64-bit integer", "w");
    row("minus zero", "{" + entry("w", "[-0]", 0, 0) + "}", 0, "a negative number", "w");
    row("negative extent", "{" + entry("w", "[-1]", 0, 4) + "}", 4, "a negative number", "w");
    row("text extent", "{" + entry("w", "[\"1\"]", 0, 4) + "}", 4, "a string where", "w");
    row("true extent", "{" + entry("w", "[true]", 0, 4) + "}", 4, "true or false", "w");
    row("nested extent", "{" + entry("w", "[[1]]", 0, 4) + "}", 4, "a list where", "w");
    row("extent 2^63", "{" + entry("w", "[9223372036854775808]", 0, 4) + "}", 4, "is too large",
        "w");
    row("extent 2^64", "{" + entry("w", "[18446744073709551616]", 0, 4) + "}", 4,
        "no 64-bit integer", "w");
    row("rank 65", "{" + entry("w", "[1" + QByteArray(",1").repeated(64) + "]", 0, 4) + "}", 4,
        "more than 64", "w");
    row("product wraps", "{" + entry("w", "[4294967296,4294967296]", 0, 0) + "}", 0, "overflows",
        "w");
    row("product wraps, then zero", "{" + entry("w", "[4294967296,4294967296,0]", 0, 0) + "}", 0,
        "overflows", "w");
    row("bytes wrap", "{" + entry("w", "[4611686018427387904]", 0, 0) + "}", 0, "overflows", "w");
    row("half a byte", "{" + entry("w", "[3]", 0, 2, "F4") + "}", 2, "whole number of bytes", "w");
    row("one offset", fields("\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0]"), 4,
        "has 1 numbers, not 2", "w");
    row("three offsets", fields("\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4,4]"), 4,
        "has 3 numbers", "w");
    row("end before begin", "{" + entry("w", "[1]", 4, 0) + "}", 4,
        "begins at 4, after its end at 0", "w");
    row("too short", "{" + entry("w", "[2]", 0, 4) + "}", 4,
        "takes 8 bytes, its data_offsets span 4", "w");
    row("past the end", "{" + entry("w", "[2]", 0, 8) + "}", 7,
        "ends at 8, past the 7 bytes of data", "w");
    row("a tail", "{" + good + "}", 5, "1 bytes after the last tensor", "");
    row("only a tail", "{}", 1, "1 bytes after the last tensor", "");
    row("a hole", "{" + good + "," + entry("v", "[1]", 5, 9) + "}", 9,
        "begins at 5; the bytes from 4", "v");
    row("begins late", "{" + entry("w", "[1]", 1, 5) + "}", 5, "begins at 1; the bytes from 0",
        "w");
    row("overlap", "{" + good + "," + entry("v", "[1]", 2, 6) + "}", 6,
        "begins at 2, inside the tensor before", "v");
    row("the same range", "{" + good + "," + entry("v", "[1]", 0, 4) + "}", 4,
        "begins at 0, inside", "v");
    row("direction marks in a name", "{\"a\\u202eb\":{}}", 0, "has no dtype", "a\\u202eb");
}

QTEST_GUILESS_MAIN(SafetensorsTest)
#include "tst_safetensors.moc"
