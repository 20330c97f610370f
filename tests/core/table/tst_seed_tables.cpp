// What three programs before this one promised of tables of weights, each promise as a test through
// the shared library: seed 002 (a table), 001 (a batch of layers), 003 (a batch as a table). What
// comes out is decoded here by the formula of docs/formats/arrow.md, apart from our own decoder,
// and compared with the scheme's reference.
#include "core/table/arrowquant.h"
#include "tests/core/quant/affine_support.h"
#include "tests/core/table/read_table.h"
#include "tests/support/test_models.h"

#include <QTest>
#include <cmath>
#include <limits>
#include <set>

using namespace aq;
using namespace aq::test;

namespace {

constexpr float notANumber = std::numeric_limits<float>::quiet_NaN();
constexpr float infinity = std::numeric_limits<float>::infinity();

arrowquant_options optionsWith(int bits = 4, int groupSize = 128)
{
    arrowquant_options options;
    arrowquant_options_init(&options);
    options.bit_width = bits;
    options.group_size = groupSize;
    return options;
}

/// A call, its answer and its tables.
struct Answer {
    int status = -1;
    QString error;
    ReadTable table, errors;
};

Answer quantize(std::vector<CArrayData> batches, arrowquant_options options = optionsWith())
{
    ProducerCount count;
    ArrowArrayStream input = streamOf(std::move(batches), count), quantized{}, errors{};
    Answer answer;
    answer.status = arrowquant_quantize(&input, &options, &quantized, &errors);
    answer.error = QString::fromUtf8(arrowquant_last_error());
    if (!count.balanced())
        qFatal("the input was not released");
    if (quantized.release)
        answer.table = ReadTable(&quantized);
    if (errors.release)
        answer.errors = ReadTable(&errors);
    return answer;
}

/// x = (code - zero_point) * scale; code i of a row is bits i*b to i*b+b-1 of its bytes.
std::vector<float> decoded(const ReadTable& table, qint64 row)
{
    const auto shape = table.list<qint64>(row, "shape");
    const auto scales = table.list<float>(row, "scales"),
               zeros = table.list<float>(row, "zero_points");
    const QByteArray codes = table.bytes(row, "quantized_data");
    const qint64 bits = table.number<quint8>(row, "bit_width");
    qint64 elements = 1;
    for (const qint64 extent : shape)
        elements *= extent;
    const qint64 rows = shape.size() > 1 ? shape[0] : 1, columns = elements / rows;
    const qint64 group = table.number<qint32>(row, "group_size"),
                 rowBytes = (columns * bits + 7) / 8;
    const qint64 perRow = group ? (columns + group - 1) / group : 0;
    std::vector<float> x;
    for (qint64 i = 0; i < elements; ++i) {
        const qint64 inRow = i % columns, bit = inRow * bits;
        qint64 code = 0;
        for (qint64 b = 0; b < bits; ++b) {
            const auto byte = quint8(codes[i / columns * rowBytes + (bit + b) / 8]);
            code |= qint64(byte >> ((bit + b) % 8) & 1) << b;
        }
        const auto at = std::size_t(group ? i / columns * perRow + inRow / group : 0);
        x.push_back((float(code) - zeros.at(at)) * scales.at(at));
    }
    return x;
}

double cosineOf(const std::vector<float>& x, const std::vector<float>& y)
{
    double xx = 0, yy = 0, xy = 0;
    for (std::size_t i = 0; i < x.size(); ++i) {
        xx += double(x[i]) * double(x[i]);
        yy += double(y[i]) * double(y[i]);
        xy += double(x[i]) * double(y[i]);
    }
    return x.size() == y.size() ? xy / std::sqrt(xx * yy) : 0;
}

/// What Gaussian weights keep at least: the floors of the validation.
double floorOf(int bits) { return bits == 2 ? .90 : bits == 4 ? .990 : .9999; }

/// Codes, scales and zero points are those of the reference; what they decode to is close.
bool isGood(const Answer& answer, qint64 row, const TestLayer& layer, int bits = 4)
{
    const Shape shape = layer.shape.empty() ? Shape{qint64(layer.weights.size())} : layer.shape;
    const Scheme& scheme = *schemeNamed(QStringLiteral("int%1").arg(bits));
    const SchemeOptions options{
        128, Symmetry::Asymmetric, ScaleType::F32, ZeroType::F32, Search::Balanced};
    const Matrix matrix = matrixOf(shape);
    Encoded expected = roomFor(scheme, options, matrix);
    const auto done = scheme.encodeReference(std::span<const float>(layer.weights), matrix, options,
        nullptr, {}, {expected.codes, expected.scales, expected.zeros});
    const auto same = [&](const char* column, const std::vector<std::byte>& bytes) {
        const QByteArray found = answer.table.bytes(row, column);
        return std::size_t(found.size()) == bytes.size()
            && std::memcmp(found.constData(), bytes.data(), bytes.size()) == 0;
    };
    return done && answer.table.text(row, "layer_name") == QLatin1StringView(layer.name)
        && answer.table.list<std::int64_t>(row, "shape") == shape
        && answer.table.number<quint8>(row, "bit_width") == bits
        && same("quantized_data", expected.codes) && same("scales", expected.scales)
        && same("zero_points", expected.zeros)
        && cosineOf(layer.weights, decoded(answer.table, row)) >= floorOf(bits);
}

bool areGood(const Answer& answer, const std::vector<TestLayer>& layers, int bits = 4)
{
    if (answer.status != ARROWQUANT_DONE || answer.table.rows() != qint64(layers.size())
        || !answer.table.problem().isEmpty() || answer.errors.rows() != 0)
        return false;
    for (std::size_t row = 0; row < layers.size(); ++row)
        if (!isGood(answer, qint64(row), layers[row], bits))
            return false;
    return true;
}

/// Layers with names "layer.0", "layer.1" … that live as long as the program.
std::vector<TestLayer> layersOf(int count, std::size_t weights, Shape shape = {})
{
    static std::set<std::string> names;
    std::vector<TestLayer> layers;
    for (int i = 0; i < count; ++i) {
        const auto name = names.insert("layer." + std::to_string(i)).first;
        layers.push_back({name->c_str(), gaussian(weights, 0.02f, unsigned(i) + 1), shape});
    }
    return layers;
}

std::vector<TestLayer> threeLayers()
{
    return {{"down.weight", gaussian(640, .02f, 1), {5, 128}},
        {"mid.weight", gaussian(360, .02f, 2), {4, 10, 3, 3}}, {"up.bias", gaussian(77, .02f, 3)}};
}

const QString hint = QStringLiteral("; replace it, or leave the layer out");
constexpr auto strictWidths
    = "bit width %1: strict mode takes 2, 4 and 8; without it 3, 5 and 6 too";

} // namespace

class SeedTablesTest : public QObject {
    Q_OBJECT

    static void rowPerWidth()
    {
        QTest::addColumn<int>("bits");
        for (const int bits : {2, 4, 8})
            QTest::addRow("%d", bits) << bits;
    }
    static void rowPerWrongWidth()
    {
        QTest::addColumn<int>("bits");
        for (const int bits : {0, 1, 3, 5, 16})
            QTest::addRow("%d", bits) << bits;
    }
    static void widthIsRefused()
    {
        QFETCH(int, bits);
        const Answer answer = quantize({weightsTable(threeLayers())}, optionsWith(bits));
        QCOMPARE(answer.status, int(ARROWQUANT_WRONG_USAGE));
        QCOMPARE(answer.error, QString::fromLatin1(strictWidths).arg(bits));
    }
    static void badWeightIsNamed(float value, const char* word)
    {
        std::vector<TestLayer> layers = threeLayers();
        layers[1].weights[17] = value;
        const Answer answer = quantize({weightsTable(layers)});
        QCOMPARE(answer.status, int(ARROWQUANT_INPUT_REJECTED));
        QCOMPARE(answer.error,
            QStringLiteral("layer 'mid.weight': weights[17] is %1").arg(QLatin1StringView(word))
                + hint);
        QCOMPARE(answer.errors.number<qint64>(0, "row"), 1);
    }
    static void tableWithoutRows()
    {
        for (const auto& batches :
            {std::vector{weightsTable({})}, std::vector{weightsTable({}), weightsTable({})}}) {
            const Answer answer = quantize(batches);
            QCOMPARE(answer.status, int(ARROWQUANT_DONE));
            QCOMPARE(answer.table.rows(), 0);
            QCOMPARE(answer.table.types().size(), 10);
        }
    }
    static void everyWidth()
    {
        QFETCH(int, bits);
        QVERIFY(areGood(
            quantize({weightsTable(threeLayers())}, optionsWith(bits)), threeLayers(), bits));
    }

private Q_SLOTS:
    // Seed 002: a table in, a table out.

    void table_singleLayer()
    {
        const std::vector<TestLayer> one = layersOf(1, 256);
        QVERIFY(areGood(quantize({weightsTable(one)}), one));
    }
    void table_multipleLayers()
    {
        QVERIFY(areGood(quantize({weightsTable(threeLayers())}), threeLayers()));
        const std::vector<TestLayer> all = threeLayers(); // Likewise in several batches.
        QVERIFY(areGood(quantize({weightsTable({all[0]}), weightsTable({all[1], all[2]})}), all));
    }
    void table_bitWidths_data() { rowPerWidth(); }
    void table_bitWidths() { everyWidth(); }
    void table_withoutShape()
    {
        const std::vector<TestLayer> layers{
            {"a", gaussian(300, .02f, 1)}, {"b", gaussian(5, .02f, 2)}};
        const Answer answer = quantize({unshapedTable(layers)});
        QVERIFY(areGood(answer, layers));
        QVERIFY(answer.table.list<qint64>(0, "shape") == std::vector<qint64>({300}));
    }
    /// Rows have groups of their own: those of [3, 100] are not those of [300].
    void table_matrices()
    {
        const std::vector<TestLayer> matrix{{"w", gaussian(300, .02f, 1), {3, 100}}};
        const Answer answer = quantize({weightsTable(matrix)});
        QVERIFY(areGood(answer, matrix));
        QCOMPARE(answer.table.list<float>(0, "scales").size(), 3u);
        const std::vector<TestLayer> wrong{{"w", gaussian(300, .02f, 1), {4, 100}}};
        const Answer refused = quantize({weightsTable(wrong)});
        QCOMPARE(refused.status, int(ARROWQUANT_INPUT_REJECTED));
        QCOMPARE(refused.error,
            QStringLiteral("layer 'w': shape [4, 100] takes 400 weights, there are 300"));
    }
    void table_invalidBitWidth_data() { rowPerWrongWidth(); }
    void table_invalidBitWidth() { widthIsRefused(); }
    void table_missingLayerName()
    {
        const Answer answer = quantize({tableOf({listColumn<float>("weights", "f", {{{1, 2}}})})});
        QCOMPARE(answer.status, int(ARROWQUANT_INPUT_REJECTED));
        QCOMPARE(answer.error,
            QStringLiteral("column 'layer_name' is missing; expected utf8, large_utf8 or a "
                           "dictionary of them"));
    }
    void table_missingWeights()
    {
        const Answer answer = quantize({tableOf({textColumn("layer_name", {"a"})})});
        QCOMPARE(answer.status, int(ARROWQUANT_INPUT_REJECTED));
        QCOMPARE(answer.error,
            QStringLiteral("column 'weights' is missing; expected list, large_list or "
                           "fixed_size_list of float32 or float16"));
        const Answer other = quantize({tableOf(
            {textColumn("layer_name", {"a"}), listColumn<double>("weights", "g", {{{1, 2}}})})});
        QCOMPARE(other.status, int(ARROWQUANT_INPUT_REJECTED));
        QVERIFY2(other.error.contains(QStringLiteral("column 'weights'"))
                && other.error.contains(QStringLiteral("expected list, large_list or")),
            qPrintable(other.error));
    }
    void table_notANumber() { badWeightIsNamed(notANumber, "NaN"); }
    void table_infinity()
    {
        badWeightIsNamed(infinity, "infinity");
        badWeightIsNamed(-infinity, "-infinity");
    }
    void table_empty() { tableWithoutRows(); }
    void table_largeBatch()
    {
        const std::vector<TestLayer> layers = layersOf(100, 4096, {32, 128});
        QVERIFY(areGood(quantize({weightsTable(layers)}), layers));
    }
    void table_schemaTypes()
    {
        const Answer answer = quantize({weightsTable(threeLayers())});
        QCOMPARE(answer.table.types().first(6),
            QStringList({QStringLiteral("layer_name u"), QStringLiteral("quantized_data z"),
                QStringLiteral("scales +l<f>"), QStringLiteral("zero_points +l<f>"),
                QStringLiteral("shape +l<l>"), QStringLiteral("bit_width C")}));
    }

    // Seed 001: many layers at once.

    void batch_threeLayers()
    {
        QVERIFY(areGood(quantize({weightsTable(threeLayers())}), threeLayers()));
    }
    void batch_orderIsDetermined()
    {
        std::vector<TestLayer> layers = layersOf(30, 700);
        std::reverse(layers.begin(), layers.end());
        const QByteArray first = quantize({weightsTable(layers)}).table.allBytes();
        arrowquant_options byName = optionsWith();
        byName.order = ARROWQUANT_BY_NAME;
        const Answer sorted = quantize({weightsTable(layers)}, byName);
        std::vector<TestLayer> expected = layers;
        std::ranges::sort(
            expected, {}, [](const TestLayer& layer) { return std::string(layer.name); });
        QVERIFY(areGood(sorted, expected));
        for (int again = 0; again < 5; ++again) {
            QVERIFY(quantize({weightsTable(layers)}).table.allBytes() == first);
            QVERIFY(quantize({weightsTable(layers)}, byName).table.allBytes()
                == sorted.table.allBytes());
        }
    }
    void batch_empty() { tableWithoutRows(); }
    void batch_invalidBitWidth_data() { rowPerWrongWidth(); }
    void batch_invalidBitWidth() { widthIsRefused(); }
    /// There, arrays that do not lie side by side are invalid. Here slices give the same bytes, and
    /// what breaks the format is refused.
    void batch_invalidArray()
    {
        const std::vector<TestLayer> layers = layersOf(6, 300);
        const std::vector<TestLayer> middle(layers.begin() + 2, layers.begin() + 5);
        const Answer sliced = quantize({slice(weightsTable(layers), 2, 3)});
        QVERIFY(areGood(sliced, middle));
        QVERIFY(sliced.table.allBytes() == quantize({weightsTable(middle)}).table.allBytes());

        CArrayData decreasing = weightsTable(middle);
        decreasing.children[1].buffers[1] = bufferOf<std::int32_t>({0, 300, 299, 900});
        const Answer refused = quantize({decreasing});
        QCOMPARE(refused.status, int(ARROWQUANT_INPUT_REJECTED));
        QVERIFY2(refused.error.contains(QStringLiteral("weights")), qPrintable(refused.error));
    }
    void batch_fiftyLayers()
    {
        const std::vector<TestLayer> layers = layersOf(50, 16384, {64, 256});
        QVERIFY(areGood(quantize({weightsTable(layers)}), layers));
    }
    void batch_parallelEqualsSequential()
    {
        const CArrayData table = weightsTable(layersOf(40, 65536, {256, 256}));
        for (const int groupSize : {128, 0}) {
            arrowquant_options options = optionsWith(4, groupSize);
            options.threads = 1;
            const QByteArray sequential = quantize({table}, options).table.allBytes();
            for (const int threads : {2, 4, 8}) {
                options.threads = threads;
                QVERIFY(quantize({table}, options).table.allBytes() == sequential);
            }
        }
    }
    void batch_oneOfFiftyIsBad()
    {
        std::vector<TestLayer> layers = layersOf(50, 1000);
        layers[31].weights[999] = notANumber;
        arrowquant_options options = optionsWith();
        options.continue_on_error = 1;
        const Answer answer = quantize({weightsTable(layers)}, options);
        QCOMPARE(answer.status, int(ARROWQUANT_SOME_FAILED));
        QCOMPARE(answer.error, QStringLiteral("layer 'layer.31': weights[999] is NaN") + hint);
        QCOMPARE(answer.table.rows(), 49);
        layers.erase(layers.begin() + 31);
        for (std::size_t row = 0; row < layers.size(); ++row)
            QVERIFY(isGood(answer, qint64(row), layers[row]));
    }

    // Seed 003: a batch as a table.

    void columns_threeLayers()
    {
        QVERIFY(areGood(quantize({weightsTable(threeLayers())}), threeLayers()));
    }
    void columns_tenLayersOf128()
    {
        const std::vector<TestLayer> layers = layersOf(10, 128);
        const Answer answer = quantize({weightsTable(layers)});
        QVERIFY(areGood(answer, layers));
        for (qint64 row = 0; row < 10; ++row) {
            QCOMPARE(answer.table.bytes(row, "quantized_data").size(), 64);
            QCOMPARE(answer.table.list<float>(row, "scales").size(), 1u);
        }
    }
    void columns_notANumber() { badWeightIsNamed(notANumber, "NaN"); }
    void columns_infinity() { badWeightIsNamed(infinity, "infinity"); }
    void columns_empty() { tableWithoutRows(); }
    void columns_bitWidths_data() { rowPerWidth(); }
    void columns_bitWidths() { everyWidth(); }
    void columns_groupsOf128WhereNotGiven()
    {
        const std::vector<TestLayer> layers{
            {"1024", gaussian(1024, .02f, 1)}, {"100", gaussian(100, .02f, 2)}};
        const Answer answer = quantize({weightsTable(layers)});
        QVERIFY(areGood(answer, layers));
        QCOMPARE(answer.table.number<qint32>(0, "group_size"), 128);
        QCOMPARE(answer.table.list<float>(0, "scales").size(), 8u);
        QCOMPARE(answer.table.list<float>(1, "scales").size(), 1u);
        const Answer whole = quantize({weightsTable(layers)}, optionsWith(4, 0));
        QCOMPARE(whole.table.list<float>(0, "scales").size(), 1u);
    }
    void columns_failFastOrContinue()
    {
        std::vector<TestLayer> layers = layersOf(5, 200);
        layers[1].weights[3] = infinity;
        layers[4].shape = {2, 99};
        const QString lines = QStringLiteral("layer 'layer.1': weights[3] is infinity%1\n"
                                             "layer 'layer.4': shape [2, 99] takes 198 weights, "
                                             "there are 200")
                                  .arg(hint);
        const Answer fast = quantize({weightsTable(layers)});
        QCOMPARE(fast.status, int(ARROWQUANT_INPUT_REJECTED));
        QCOMPARE(fast.error, lines); // All of them, not only the first.
        QCOMPARE(fast.table.batches(), 0);
        arrowquant_options options = optionsWith();
        options.continue_on_error = 1;
        const Answer rest = quantize({weightsTable(layers)}, options);
        QCOMPARE(rest.status, int(ARROWQUANT_SOME_FAILED));
        QCOMPARE(rest.error, lines);
        QCOMPARE(rest.errors.texts("layer_name"),
            QStringList({QStringLiteral("layer.1"), QStringLiteral("layer.4")}));
        QCOMPARE(rest.errors.texts("column"),
            QStringList({QStringLiteral("weights"), QStringLiteral("shape")}));
        QCOMPARE(rest.table.texts("layer_name"),
            QStringList(
                {QStringLiteral("layer.0"), QStringLiteral("layer.2"), QStringLiteral("layer.3")}));
        QVERIFY(isGood(rest, 1, layers[2]));
    }
};

QTEST_APPLESS_MAIN(SeedTablesTest)
#include "tst_seed_tables.moc"
