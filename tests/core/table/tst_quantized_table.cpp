#include "core/table/quantized_table.h"
#include "tests/support/c_arrays.h"

#include <QTest>
#include <functional>

using namespace aq;
using namespace aq::test;

namespace {

using Floats = std::vector<float>;
using Texts = std::vector<std::optional<std::string>>;
using Lists = std::vector<std::optional<Floats>>;
using Longs = std::vector<std::optional<std::vector<std::int64_t>>>;
using Bend = std::function<void(CArrayData&)>;

/// Where seed 002's six columns are in the tables below; those of ours follow.
enum Place { Names, Codes, Scales, Zeros, Shapes, Bits };

/// Two layers of 4 bits: [3] with codes 1 2 3, and [2, 2] with codes 4 5, 6 7 in a group per row.
CArrayData twoLayers()
{
    return tableOf({textColumn("layer_name", {"a", "b"}),
        textColumn("quantized_data", {"\x21\x03", "\x54\x76"}, "z"),
        listColumn<float>("scales", "f", Lists{{{0.5f}}, {{1, 2}}}),
        listColumn<float>("zero_points", "f", Lists{{{1}}, {{4, 0.5f}}}),
        listColumn<std::int64_t>("shape", "l", Longs{{{3}}, {{2, 2}}}),
        numberColumn<std::uint8_t>("bit_width", "C", {4, 4})});
}

CArrayData bent(const Bend& bend)
{
    CArrayData table = twoLayers();
    bend(table);
    return table;
}

/// A layer with these sizes and nothing else in it.
CArrayData sized(
    std::int64_t codes, std::int64_t scales, std::vector<std::int64_t> shape, std::uint8_t bits = 4)
{
    const Floats floats = Floats(std::size_t(scales), 1.0f);
    return tableOf({textColumn("layer_name", {"a"}),
        textColumn("quantized_data", {std::string(std::size_t(codes), '\0')}, "z"),
        listColumn<float>("scales", "f", Lists{floats}),
        listColumn<float>("zero_points", "f", Lists{floats}),
        listColumn<std::int64_t>("shape", "l", Longs{shape}),
        numberColumn<std::uint8_t>("bit_width", "C", {bits})});
}

Result<QuantizedTable> readTable(std::vector<CArrayData> batches, ProducerCount& count)
{
    ArrowArrayStream stream = streamOf(std::move(batches), count);
    return readQuantizedTable(&stream);
}

QString textOf(const Floats& values)
{
    QStringList texts;
    for (const float value : values)
        texts << QString::number(double(value));
    return texts.join(u' ');
}

Floats decoded(const QuantizedLayer& layer)
{
    Floats values = Floats(std::size_t(layer.matrix.elements()));
    layer.scheme->decode(layer.data, layer.matrix, layer.options, values);
    return values;
}

} // namespace

class QuantizedTableTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sixColumnsAreEnough_data()
    {
        QTest::addColumn<CArrayData>("table");
        const auto row
            = [](const char* tag, const Bend& bend) { QTest::newRow(tag) << bent(bend); };
        row("as seed 002 writes it", [](auto&) {});
        row("64-bit offsets", [](auto& t) {
            t.children[Names] = textColumn("layer_name", {"a", "b"}, "U");
            t.children[Codes] = textColumn("quantized_data", {"\x21\x03", "\x54\x76"}, "Z");
            t.children[Scales]
                = listColumn<float>("scales", "f", Lists{{{0.5f}}, {{1, 2}}}, ListForm::Large, 3);
            t.children[Shapes] = listColumn<std::int64_t>(
                "shape", "l", Longs{{{3}}, {{2, 2}}}, ListForm::Large, 1);
        });
        row("int32 shape", [](auto& t) {
            t.children[Shapes] = listColumn<std::int32_t>("shape", "i", {{{3}}, {{2, 2}}});
        });
        row("int8", [](auto& t) {
            t.children[Bits] = numberColumn<std::int8_t>("bit_width", "c", {4, 4});
        });
        row("int16", [](auto& t) {
            t.children[Bits] = numberColumn<std::int16_t>("bit_width", "s", {4, 4});
        });
        row("uint16", [](auto& t) {
            t.children[Bits] = numberColumn<std::uint16_t>("bit_width", "S", {4, 4});
        });
        row("int32", [](auto& t) {
            t.children[Bits] = numberColumn<std::int32_t>("bit_width", "i", {4, 4});
        });
        row("uint32", [](auto& t) {
            t.children[Bits] = numberColumn<std::uint32_t>("bit_width", "I", {4, 4});
        });
        row("int64", [](auto& t) {
            t.children[Bits] = numberColumn<std::int64_t>("bit_width", "l", {4, 4});
        });
        row("uint64", [](auto& t) {
            t.children[Bits] = numberColumn<std::uint64_t>("bit_width", "L", {4, 4});
        });
        row("a slice", [](auto& t) {
            t.children[Names] = slice(textColumn("layer_name", {"x", "a", "b"}), 1, 2);
            t.children[Codes] = slice(
                textColumn("quantized_data", {"xx", "x", "\x21\x03", "\x54\x76"}, "z"), 2, 2);
            t.children[Bits]
                = slice(numberColumn<std::uint8_t>("bit_width", "C", {1, 4, 4, 7}), 1, 2);
        });
        row("our columns, all null", [](auto& t) {
            for (const char* name : {"scheme", "dtype", "symmetry"})
                t.children.push_back(textColumn(name, {{}, {}}));
            t.children.push_back(
                withNulls(numberColumn<std::int32_t>("group_size", "i", {-7, -7}), {0, 1}));
        });
        row("our columns", [](auto& t) {
            t.children.push_back(
                dictionaryColumn<std::int8_t>("scheme", "c", {0, 0}, textColumn("", {"int4"})));
            t.children.push_back(textColumn("dtype", {"F32", "F32"}));
            t.children.push_back(textColumn("symmetry", {"asymmetric", "asymmetric"}));
            t.children.push_back(numberColumn<std::int32_t>("group_size", "i", {0, 128}));
        });
    }
    void sixColumnsAreEnough()
    {
        QFETCH(CArrayData, table);
        ProducerCount count;
        {
            const auto read = readTable({table}, count);
            QVERIFY2(read, qPrintable(read ? QString() : read.error().detail));
            QCOMPARE(errorText(read->errors), QString());
            QCOMPARE(read->rows, 2);
            const QuantizedLayer &a = read->layers[0], &b = read->layers[1];
            QCOMPARE(a.name, QStringLiteral("a"));
            QCOMPARE(a.shape, Shape{3});
            QCOMPARE(a.matrix, (Matrix{1, 3}));
            QCOMPARE(a.scheme, schemeNamed(u"int4"));
            QCOMPARE(a.dtype, DType::F32);
            QCOMPARE(a.options.groupSize, 0);
            QCOMPARE(a.bytes(), 2 + 4 + 4);
            QCOMPARE(b.row, 1);
            QCOMPARE(b.matrix, (Matrix{2, 2}));
            QCOMPARE(b.options.groupSize, 128);
            QVERIFY(b.options.symmetry == Symmetry::Asymmetric);
            QCOMPARE(textOf(decoded(a)), QStringLiteral("0 0.5 1"));   // (code - 1) / 2
            QCOMPARE(textOf(decoded(b)), QStringLiteral("0 1 11 13")); // code - 4; (code - 0.5) * 2
        }
        QVERIFY(count.balanced());
    }

    void everythingLiesWhereItsProducerHasIt()
    {
        CArrayData table = twoLayers();
        const auto* codes = table.children[Codes].buffers[2]->data();
        const auto* scales = table.children[Scales].children[0].buffers[1]->data();
        const auto* zeros = table.children[Zeros].children[0].buffers[1]->data();
        ProducerCount count;
        const auto read = readTable({table}, count);
        QVERIFY(read);
        QVERIFY(read->layers[1].data.codes.data() == codes + 2);
        QVERIFY(read->layers[1].data.scales.data() == scales + 4);
        QVERIFY(read->layers[1].data.zeros.data() == zeros + 4);
    }

    void whatIsNotSaidIsInferred_data()
    {
        QTest::addColumn<CArrayData>("table");
        QTest::addColumn<int>("groupSize");
        const auto row = [](const char* tag, const CArrayData& table, int groupSize) {
            QTest::newRow(tag) << table << groupSize;
        };
        row("one scale", sized(64, 1, {128}), 0);
        row("128", sized(2 * 128, 4, {2, 256}), 128);
        row("64", sized(2 * 128, 8, {2, 256}), 64);
        row("32", sized(2 * 128, 16, {2, 256}), 32);
        row("256", sized(2 * 256, 4, {2, 512}), 256);
        row("128 with a rest", sized(2 * 65, 4, {2, 130}), 128);
        row("an even division", sized(2 * 24, 6, {2, 48}), 16);
        row("one per row", sized(8, 4, {4, 4}), 128);
        row("convolution", sized(8 * 36, 8, {8, 8, 3, 3}), 128);
        row("2 bits", sized(32, 2, {2, 64}, 2), 128);
        row("8 bits", sized(128, 4, {2, 64}, 8), 32);
    }
    void whatIsNotSaidIsInferred()
    {
        QFETCH(CArrayData, table);
        QFETCH(int, groupSize);
        ProducerCount count;
        const auto read = readTable({table}, count);
        QVERIFY(read);
        QCOMPARE(errorText(read->errors), QString());
        QCOMPARE(read->layers[0].options.groupSize, groupSize);
        QCOMPARE(read->layers[0].scheme->codeBits,
            int(std::to_integer<int>(table.children[Bits].buffers[1]->front())));
    }

    void ourColumnsAreBelieved()
    {
        CArrayData table = sized(2 * 128, 4, {2, 256});
        table.children.push_back(numberColumn<std::int64_t>("group_size", "l", {128}));
        table.children.push_back(textColumn("scheme", {"int4"}));
        table.children.push_back(textColumn("dtype", {"BF16"}));
        table.children.push_back(textColumn("symmetry", {"symmetric"}));
        ProducerCount count;
        const auto read = readTable({table}, count);
        QVERIFY(read && read->errors.empty());
        QCOMPARE(read->layers[0].options.groupSize, 128);
        QVERIFY(read->layers[0].options.symmetry == Symmetry::Symmetric);
        QCOMPARE(read->layers[0].dtype, DType::BF16);
    }

    void aKeptLayerIsItsElements()
    {
        CArrayData table = sized(6, 0, {3}, 16);
        table.children[Codes] = textColumn("quantized_data", {"abcdef"}, "z");
        table.children.push_back(textColumn("scheme", {"keep"}));
        table.children.push_back(textColumn("dtype", {"I16"}));
        const auto* elements = table.children[Codes].buffers[2]->data();
        ProducerCount count;
        const auto read = readTable({table}, count);
        QVERIFY(read);
        QCOMPARE(errorText(read->errors), QString());
        const QuantizedLayer& layer = read->layers[0];
        QVERIFY(!layer.scheme);
        QCOMPARE(layer.dtype, DType::I16);
        QVERIFY(layer.data.codes.data() == elements);
        QCOMPARE(layer.bytes(), 6);
    }

    void aLayerWithoutWeightsIsKept()
    {
        for (const int scales : {0, 1}) {
            ProducerCount count;
            const auto read = readTable({sized(0, scales, {4, 0})}, count);
            QVERIFY(read);
            QCOMPARE(errorText(read->errors), QString());
            QVERIFY(!read->layers[0].scheme);
            QCOMPARE(read->layers[0].bytes(), 0);
            QCOMPARE(read->layers[0].matrix.elements(), 0);
        }
    }

    void badRowsAreErrorsOfTheirs_data()
    {
        QTest::addColumn<CArrayData>("table");
        QTest::addColumn<QString>("error");
        const auto row = [](const char* tag, const char* error, const Bend& bend) {
            QTest::newRow(tag) << bent(bend) << QString::fromLatin1(error);
        };
        const auto nullIn = [](Place place) {
            return
                [place](CArrayData& t) { t.children[place] = withNulls(t.children[place], {1}); };
        };
        row("null row", "row 1: the row is null", [](auto& t) { t = withNulls(t, {1}); });
        row("null name", "row 1: layer_name is null", nullIn(Names));
        row("null codes", "layer 'b': quantized_data is null", nullIn(Codes));
        row("null scales", "layer 'b': scales is null", nullIn(Scales));
        row("null zeros", "layer 'b': zero_points is null", nullIn(Zeros));
        row("null shape", "layer 'b': shape is null", nullIn(Shapes));
        row("null bits", "layer 'b': bit_width is null", nullIn(Bits));
        const auto nullItemIn = [](Place place, std::int64_t item) {
            return [=](CArrayData& t) {
                t.children[place].children[0] = withNulls(t.children[place].children[0], {item});
            };
        };
        row("null scale", "layer 'b': scales[1] is null", nullItemIn(Scales, 2));
        row("null zero", "layer 'b': zero_points[0] is null", nullItemIn(Zeros, 1));
        row("null extent", "layer 'b': shape[1] is null", nullItemIn(Shapes, 2));
        row("name twice", "layer 'a': two rows have this name", [](auto& t) {
            t.children[Names] = textColumn("layer_name", {"a", "a"});
        });
        row("bits",
            "layer 'b': 2 bytes, 2 scales and 2 zero_points do not fit shape [2, 2] in 8 bits and "
            "groups of 128",
            [](auto& t) {
                t.children[Bits] = numberColumn<std::uint8_t>("bit_width", "C", {4, 8});
            });
        row("no such bits", "layer 'b': scheme \"int9\" is not known", [](auto& t) {
            t.children[Bits] = numberColumn<std::uint8_t>("bit_width", "C", {4, 9});
        });
        row("huge bits", "layer 'b': scheme \"int9223372036854775807\" is not known", [](auto& t) {
            t.children[Bits] = numberColumn<std::uint64_t>("bit_width", "L", {4, UINT64_MAX});
        });
        row("bits without a scheme", "layer 'b': scheme \"int7\" is not known", [](auto& t) {
            t.children[Bits] = numberColumn<std::uint8_t>("bit_width", "C", {4, 7});
            t.children[Codes] = textColumn("quantized_data", {"\x21\x03", "1234"}, "z");
        });
        row("shape",
            "layer 'b': 2 bytes, 2 scales and 2 zero_points do not fit shape [2, 3] in 4 bits and "
            "groups of 128",
            [](auto& t) {
                t.children[Shapes] = listColumn<std::int64_t>("shape", "l", Longs{{{3}}, {{2, 3}}});
            });
        row("negative extents", "layer 'b': shape [-2, -2] is not possible", [](auto& t) {
            t.children[Shapes] = listColumn<std::int64_t>("shape", "l", Longs{{{3}}, {{-2, -2}}});
        });
        row("scales", "layer 'b': 3 scales fit no group size for shape [2, 2]", [](auto& t) {
            t.children[Scales] = listColumn<float>("scales", "f", Lists{{{0.5f}}, {{1, 2, 3}}});
        });
        row("more scales than weights", "layer 'b': 6 scales fit no group size for shape [2, 2]",
            [](auto& t) {
                t.children[Scales] = listColumn<float>("scales", "f", Lists{{{0.5f}}, Floats(6)});
            });
        row("zeros",
            "layer 'b': 2 bytes, 2 scales and 1 zero_points do not fit shape [2, 2] in 4 bits and "
            "groups of 128",
            [](auto& t) {
                t.children[Zeros] = listColumn<float>("zero_points", "f", Lists{{{1}}, {{1}}});
            });
        row("scheme", "layer 'b': scheme \"q4_k\" is not known", [](auto& t) {
            t.children.push_back(textColumn("scheme", {"int4", "q4_k"}));
        });
        row("another scheme", "layer 'b': bit_width is 4, scheme int8", [](auto& t) {
            t.children.push_back(textColumn("scheme", {"int4", "int8"}));
        });
        row("scheme not UTF-8", "layer 'b': scheme is not UTF-8", [](auto& t) {
            t.children.push_back(textColumn("scheme", {"int4", "\xff"}));
        });
        row("group", "layer 'b': 2 scales fit no group size for shape [2, 2]", [](auto& t) {
            t.children.push_back(numberColumn<std::int32_t>("group_size", "i", {0, -1}));
        });
        row("huge group", "layer 'b': 2 scales fit no group size for shape [2, 2]", [](auto& t) {
            t.children.push_back(
                numberColumn<std::int64_t>("group_size", "l", {0, std::int64_t(1) << 32}));
        });
        row("symmetry", "layer 'b': symmetry \"skew\" is not known", [](auto& t) {
            t.children.push_back(textColumn("symmetry", {"symmetric", "skew"}));
        });
        row("dtype", "layer 'b': column 'dtype' names no float type: \"I8\"", [](auto& t) {
            t.children.push_back(textColumn("dtype", {"F16", "I8"}));
        });
        row("kept without a type", "layer 'b': column 'dtype' names no type: \"\"", [](auto& t) {
            t.children.push_back(textColumn("scheme", {"int4", "keep"}));
        });
        row("kept of another size",
            "layer 'b': quantized_data has 2 bytes, which is not [2, 2] of F32", [](auto& t) {
                t.children.push_back(textColumn("scheme", {"int4", "keep"}));
                t.children.push_back(textColumn("dtype", {"F32", "F32"}));
            });
    }
    void badRowsAreErrorsOfTheirs()
    {
        QFETCH(CArrayData, table);
        ProducerCount count;
        {
            const auto read = readTable({table}, count);
            QVERIFY2(read, qPrintable(read ? QString() : read.error().detail));
            QTEST(errorText(read->errors), "error");
            QCOMPARE(read->errors[0].row, 1);
            QCOMPARE(read->layers.size(), std::size_t(1));
            QCOMPARE(textOf(decoded(read->layers[0])), QStringLiteral("0 0.5 1"));
        }
        QVERIFY(count.balanced());
    }

    void everyColumnOfTheSixIsNeeded()
    {
        for (std::size_t place = Names; place <= Bits; ++place) {
            CArrayData missing = twoLayers(), wrong = twoLayers();
            const QString name = QString::fromStdString(missing.children[place].name);
            missing.children.erase(missing.children.begin() + std::ptrdiff_t(place));
            wrong.children[place] = numberColumn<double>(name.toUtf8().constData(), "g", {1, 2});
            ProducerCount count;
            const auto without = readTable({missing}, count), with = readTable({wrong}, count);
            QVERIFY(!without && !with);
            QVERIFY2(without.error().detail.startsWith(
                         QStringLiteral("column '%1' is missing; expected ").arg(name)),
                qPrintable(without.error().detail));
            QVERIFY2(with.error().detail.startsWith(
                         QStringLiteral("column '%1' is float64, expected ").arg(name)),
                qPrintable(with.error().detail));
            QVERIFY(count.balanced());
        }
    }

    void aWrongColumnOfOursIsNotPassedOver()
    {
        for (const char* name : {"group_size", "scheme", "dtype", "symmetry"}) {
            CArrayData table = twoLayers();
            table.children.push_back(numberColumn<double>(name, "g", {1, 2}));
            ProducerCount count;
            const auto read = readTable({table}, count);
            QVERIFY(!read);
            QCOMPARE(read.error().code, ErrorCode::Unsupported);
            QVERIFY(read.error().detail.contains(QString::fromLatin1(name)));
        }
    }

    void scalesAreFloats()
    {
        CArrayData table = twoLayers();
        table.children[Scales] = listColumn<double>("scales", "g", {{{0.5}}, {{1, 2}}});
        ProducerCount count;
        const auto read = readTable({table}, count);
        QVERIFY(!read);
        QCOMPARE(read.error().detail,
            QStringLiteral("column 'scales' is list<float64>, expected list, large_list or "
                           "fixed_size_list of float32"));
    }

    void brokenArraysAreRefused()
    {
        for (std::size_t place = Names; place <= Bits; ++place) {
            const std::vector<Bend> bends{
                [](auto& column) { column.length = 1; },
                [](auto& column) { column.offset = -1; },
                [](auto& column) { column.nullCount = 1; },
                [](auto& column) { column.buffers[1] = nullptr; },
                [](auto& column) { column.buffers.pop_back(); },
            };
            for (const Bend& bend : bends) {
                CArrayData table = twoLayers();
                bend(table.children[place]);
                ProducerCount count;
                const auto read = readTable({twoLayers(), table}, count);
                QVERIFY(!read);
                QCOMPARE(read.error().code, ErrorCode::Corrupt);
                QCOMPARE(read.error().where, QStringLiteral("record batch 1"));
                QVERIFY2(read.error().detail.contains(
                             QString::fromStdString(table.children[place].name)),
                    qPrintable(read.error().detail));
                QVERIFY(count.balanced());
            }
        }
    }

    void errorsOfTheStreamArePassedOn()
    {
        ProducerCount count;
        ArrowArrayStream stream = streamOf({twoLayers(), twoLayers()}, count, {0, 5, 1, "no more"});
        const auto read = readQuantizedTable(&stream);
        QVERIFY(!read);
        QCOMPARE(read.error().detail, QStringLiteral("the stream failed: no more"));
        QVERIFY(count.balanced());
        QVERIFY(!readQuantizedTable(nullptr));
    }
};

QTEST_GUILESS_MAIN(QuantizedTableTest)
#include "tst_quantized_table.moc"
