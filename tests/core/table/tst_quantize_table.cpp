#include "core/table/quantize_table.h"

#include "core/quant/to_float.h"
#include "core/table/quantized_rows.h"
#include "tests/core/quant/affine_support.h"
#include "tests/core/table/read_table.h"
#include "tests/support/test_models.h"

#include <QTest>
#include <cmath>
#include <limits>
#include <thread>

using namespace aq;
using namespace aq::test;

namespace {

constexpr float notANumber = std::numeric_limits<float>::quiet_NaN();
constexpr float infinity = std::numeric_limits<float>::infinity();

/// Weights, and the layer that points to them.
struct Layer {
    QString name;
    Shape shape;
    std::vector<float> weights;

    WeightLayer at(std::int64_t row) const
    {
        return {row, name, Weights(std::span<const float>(weights)), shape};
    }
};

Layer layerOf(const QString& name, Shape shape, unsigned seed = 1)
{
    return {name, shape, gaussian(std::size_t(*elementCount(shape)), 0.02f, seed)};
}

WeightTable tableWith(std::vector<Layer>&& layers) = delete; // The table points to them.
WeightTable tableWith(const std::vector<Layer>& layers)
{
    WeightTable table;
    for (const Layer& layer : layers)
        table.layers.push_back(layer.at(table.rows++));
    return table;
}

ReadTable read(QuantizedBatches result)
{
    ArrowArrayStream stream{};
    exportStream(std::move(result.schema), std::move(result.batches), &stream);
    return ReadTable(&stream);
}

ReadTable quantized(const WeightTable& table, const TableOptions& options = {})
{
    auto result = quantizeTable(table, options, {});
    if (!result || !result->errors.empty())
        qFatal("not quantized");
    return read(std::move(*result));
}

SchemeOptions schemeOptions(const TableOptions& options)
{
    return {options.groupSize, options.symmetry, ScaleType::F32, ZeroType::F32, options.search};
}

QByteArray bytesOf(std::span<const std::byte> bytes)
{
    return {reinterpret_cast<const char*>(bytes.data()), qsizetype(bytes.size())};
}

/// What the scheme's code written for reading makes of the whole layer at once.
Encoded reference(const Layer& layer, const TableOptions& options)
{
    const Scheme& scheme = *schemeNamed(QStringLiteral("int%1").arg(options.bits));
    const SchemeOptions how = schemeOptions(options);
    const Matrix matrix = matrixOf(layer.shape);
    Encoded out = roomFor(scheme, how, matrix);
    TensorRange range;
    if (options.groupSize == 0) {
        range = *rangeOf(scheme, how, layer.weights, std::size_t(tileElements));
        storeRange(range, how, out.scales, out.zeros);
    }
    const auto done = scheme.encodeReference(std::span<const float>(layer.weights), matrix, how,
        options.groupSize ? nullptr : &range, {}, {out.codes, out.scales, out.zeros});
    if (!done)
        qFatal("the reference failed");
    return out;
}

bool holds(const ReadTable& table, qint64 row, const Encoded& encoded)
{
    return table.bytes(row, "quantized_data") == bytesOf(encoded.codes)
        && table.bytes(row, "scales") == bytesOf(encoded.scales)
        && table.bytes(row, "zero_points") == bytesOf(encoded.zeros);
}

QStringList texts(const std::vector<LayerError>& errors)
{
    QStringList texts;
    for (const LayerError& error : errors)
        texts << QStringLiteral("%1 %2 %3").arg(error.row).arg(error.layer, error.error.detail);
    return texts;
}

const QString hint = QStringLiteral("; replace it, or leave the layer out");

} // namespace

class QuantizeTableTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sameAsReference_data()
    {
        QTest::addColumn<int>("bits");
        QTest::addColumn<int>("groupSize");
        QTest::addColumn<int>("symmetry");
        for (const int bits : {2, 3, 4, 5, 6, 8})
            for (const int groupSize : {0, 32, 64, 128, 256})
                for (const int symmetry : {0, 1, 2})
                    QTest::addRow("int%d:%d, symmetry %d", bits, groupSize, symmetry)
                        << bits << groupSize << symmetry;
    }
    void sameAsReference()
    {
        QFETCH(int, bits);
        QFETCH(int, groupSize);
        QFETCH(int, symmetry);
        const std::vector<Layer> layers{layerOf(QStringLiteral("whole groups"), {3, 256}, 1),
            layerOf(QStringLiteral("ragged"), {5, 7, 11}, 2),
            layerOf(QStringLiteral("vector"), {1000}, 3), layerOf(QStringLiteral("one"), {}, 4)};
        for (const Search search : {Search::None, Search::Balanced, Search::Best}) {
            const TableOptions options{.bits = bits,
                .groupSize = groupSize,
                .symmetry = Symmetry(symmetry),
                .search = search,
                .strict = false};
            const ReadTable table = quantized(tableWith(layers), options);
            QCOMPARE(table.problem(), QString());
            QCOMPARE(table.rows(), qint64(layers.size()));
            for (std::size_t row = 0; row < layers.size(); ++row)
                QVERIFY2(holds(table, qint64(row), reference(layers[row], options)),
                    qPrintable(layers[row].name));
        }
    }

    void manyTilesAreOneLayer_data()
    {
        QTest::addColumn<int>("groupSize");
        for (const int groupSize : {0, 128})
            QTest::addRow("%d", groupSize) << groupSize;
    }
    void manyTilesAreOneLayer()
    {
        QFETCH(int, groupSize);
        const std::vector<Layer> layers{layerOf(QStringLiteral("rows"), {1000, 600}, 1),
            layerOf(QStringLiteral("one row"), {600'001}, 2)};
        const TableOptions options{.groupSize = groupSize, .threads = 4};
        const ReadTable table = quantized(tableWith(layers), options);
        QVERIFY(holds(table, 0, reference(layers[0], options)));
        QVERIFY(holds(table, 1, reference(layers[1], options)));
    }

    void halfsAreReadInPlace_data() { manyTilesAreOneLayer_data(); }
    void halfsAreReadInPlace()
    {
        QFETCH(int, groupSize);
        Layer layer = layerOf(QStringLiteral("half"), {40, 130});
        std::vector<std::byte> halfs(layer.weights.size() * 2 + 1);
        const auto stored = std::span(halfs).subspan(1); // Producers need not align.
        fromFloat(DType::F16, layer.weights, stored);
        toFloat(DType::F16, stored, layer.weights);
        const std::vector<Layer> layers{layer};
        WeightTable table = tableWith(layers);
        table.layers[0].weights = Weights(DType::F16, stored);
        const TableOptions options{.groupSize = groupSize};
        const ReadTable result = quantized(table, options);
        QVERIFY(holds(result, 0, reference(layer, options)));
        QCOMPARE(result.text(0, "dtype"), QStringLiteral("F16"));
    }

    void floatsNeedNotBeAligned_data() { manyTilesAreOneLayer_data(); }
    void floatsNeedNotBeAligned()
    {
        QFETCH(int, groupSize);
        const Layer layer = layerOf(QStringLiteral("odd"), {40, 130});
        std::vector<std::byte> bytes(layer.weights.size() * 4 + 1);
        std::memcpy(bytes.data() + 1, layer.weights.data(), bytes.size() - 1);
        const std::vector<Layer> layers{layer};
        WeightTable table = tableWith(layers);
        table.layers[0].weights = Weights(DType::F32, std::span(bytes).subspan(1));
        const TableOptions options{.groupSize = groupSize};
        QVERIFY(holds(quantized(table, options), 0, reference(layer, options)));
    }

    void sameBytesForAnyNumberOfThreads_data() { manyTilesAreOneLayer_data(); }
    void sameBytesForAnyNumberOfThreads()
    {
        QFETCH(int, groupSize);
        std::vector<Layer> layers;
        for (unsigned i = 0; i < 12; ++i)
            layers.push_back(layerOf(QString::number(i), {i % 4 == 0 ? 900 : 7, 333}, i + 1));
        const WeightTable table = tableWith(layers);
        const QByteArray one = quantized(table, {.groupSize = groupSize, .threads = 1}).allBytes();
        for (const int threads : {2, 4, 8})
            QVERIFY(
                quantized(table, {.groupSize = groupSize, .threads = threads}).allBytes() == one);
    }

    void typesAreThoseOfTheFormat()
    {
        const std::vector<Layer> layers{layerOf(QStringLiteral("a"), {2, 64})};
        const WeightTable table = tableWith(layers);
        const ReadTable result = quantized(table);
        const QStringList small{QStringLiteral("layer_name u"), QStringLiteral("quantized_data z"),
            QStringLiteral("scales +l<f>"), QStringLiteral("zero_points +l<f>"),
            QStringLiteral("shape +l<l>"), QStringLiteral("bit_width C"),
            QStringLiteral("group_size i"), QStringLiteral("scheme u"), QStringLiteral("dtype u"),
            QStringLiteral("symmetry u")};
        QCOMPARE(result.types(), small);
        const ReadTable large = quantized(table, {.largeOffsets = true});
        const QStringList wide{QStringLiteral("layer_name U"), QStringLiteral("quantized_data Z"),
            QStringLiteral("scales +L<f>"), QStringLiteral("zero_points +L<f>"),
            QStringLiteral("shape +L<l>"), QStringLiteral("bit_width C"),
            QStringLiteral("group_size i"), QStringLiteral("scheme U"), QStringLiteral("dtype U"),
            QStringLiteral("symmetry U")};
        QCOMPARE(large.types(), wide);
        QCOMPARE(large.problem(), QString());
        QVERIFY(large.allBytes() == result.allBytes());
        QVERIFY(result.list<qint64>(0, "shape") == std::vector<qint64>({2, 64}));
        QCOMPARE(int(result.number<quint8>(0, "bit_width")), 4);
        QCOMPARE(result.number<qint32>(0, "group_size"), 128);
        QCOMPARE(result.text(0, "scheme"), QStringLiteral("int4"));
        QCOMPARE(result.text(0, "dtype"), QStringLiteral("F32"));
        QCOMPARE(result.text(0, "symmetry"), QStringLiteral("asymmetric"));
    }

    void nothingIsATableToo()
    {
        const ReadTable none = quantized({});
        QCOMPARE(none.rows(), 0);
        QCOMPARE(none.batches(), 1);
        QCOMPARE(none.types().size(), 10);
        for (const int groupSize : {0, 128}) {
            const std::vector<Layer> layers{layerOf(QStringLiteral("empty"), {0, 5})};
            const ReadTable empty = quantized(tableWith(layers), {.groupSize = groupSize});
            QCOMPARE(empty.rows(), 1);
            QVERIFY(holds(empty, 0, {}));
            QVERIFY(empty.list<qint64>(0, "shape") == std::vector<qint64>({0, 5}));
        }
    }

    /// Bytes of UTF-8, which UTF-16 orders the other way round.
    void ordersByTheBytesOfNames()
    {
        const QString smile = QString::fromUtf8("\xF0\x9F\x98\x80");
        const QString tilde = QString::fromUtf8("\xEF\xBD\x9E");
        std::vector<Layer> layers;
        for (const QString& name : {smile, QStringLiteral("b"), tilde, QStringLiteral("B")})
            layers.push_back(layerOf(name, {64}, unsigned(layers.size()) + 1));
        const ReadTable given = quantized(tableWith(layers));
        QCOMPARE(given.texts("layer_name"),
            QStringList({smile, QStringLiteral("b"), tilde, QStringLiteral("B")}));
        const TableOptions byName{.order = TableOrder::ByName};
        const ReadTable sorted = quantized(tableWith(layers), byName);
        QCOMPARE(sorted.texts("layer_name"),
            QStringList({QStringLiteral("B"), QStringLiteral("b"), tilde, smile}));
        QVERIFY(holds(sorted, 0, reference(layers[3], byName)));
        QVERIFY(holds(sorted, 3, reference(layers[0], byName)));
    }

    void firstBadWeightIsNamed_data()
    {
        QTest::addColumn<int>("groupSize");
        QTest::addColumn<int>("threads");
        for (const int groupSize : {0, 128})
            for (const int threads : {1, 8})
                QTest::addRow("%d, %d threads", groupSize, threads) << groupSize << threads;
    }
    void firstBadWeightIsNamed()
    {
        QFETCH(int, groupSize);
        QFETCH(int, threads);
        std::vector<Layer> layers{layerOf(QStringLiteral("a"), {900'000}, 1),
            layerOf(QStringLiteral("b"), {1000, 500}, 2), layerOf(QStringLiteral("c"), {100}, 3),
            layerOf(QStringLiteral("d"), {64}, 4)};
        for (const std::size_t at : {899'999, 700'000, 300'017})
            layers[0].weights[at] = notANumber;
        layers[1].weights[499'000] = infinity;
        layers[1].weights[70'001] = -infinity;
        layers[2].weights[0] = infinity;
        const TableOptions options{.groupSize = groupSize, .threads = threads};
        const auto result = quantizeTable(tableWith(layers), options, {});
        QVERIFY(result);
        QVERIFY(result->batches.empty());
        QCOMPARE(texts(result->errors),
            QStringList({QStringLiteral("0 a weights[300017] is NaN") + hint,
                QStringLiteral("1 b weights[70001] is -infinity") + hint,
                QStringLiteral("2 c weights[0] is infinity") + hint}));
        QCOMPARE(result->errors[0].column, QStringLiteral("weights"));
    }

    void goesOnWithoutBadLayers_data() { manyTilesAreOneLayer_data(); }
    void goesOnWithoutBadLayers()
    {
        QFETCH(int, groupSize);
        std::vector<Layer> layers;
        for (unsigned i = 0; i < 9; ++i)
            layers.push_back(layerOf(QString::number(i), {i == 4 ? 900 : 5, 77 + i}, i + 1));
        for (const std::size_t bad : {0, 3, 4, 8})
            layers[bad].weights[layers[bad].weights.size() - 2] = notANumber;
        WeightTable table = tableWith(layers);
        table.layers.erase(table.layers.begin() + 6); // Which the import has found to be bad.
        table.errors.push_back({6, QStringLiteral("6"), QStringLiteral("shape"),
            {ErrorCode::Unsupported, QStringLiteral("two rows have this name"), {}}});
        const TableOptions options{.groupSize = groupSize, .continueOnError = true, .threads = 4};
        auto result = quantizeTable(table, options, {});
        QVERIFY(result);
        QCOMPARE(result->errors.size(), 5u);
        for (const auto& [index, row] : {std::pair(0, 0), {1, 3}, {2, 4}, {3, 6}, {4, 8}})
            QCOMPARE(result->errors[std::size_t(index)].row, qint64(row));
        QCOMPARE(result->errors[3].error.detail, QStringLiteral("two rows have this name"));
        const ReadTable good = read(std::move(*result));
        QCOMPARE(good.problem(), QString());
        QCOMPARE(good.texts("layer_name"),
            QStringList({QStringLiteral("1"), QStringLiteral("2"), QStringLiteral("5"),
                QStringLiteral("7")}));
        for (const auto& [row, layer] : {std::pair(0, 1), {1, 2}, {2, 5}, {3, 7}})
            QVERIFY(holds(good, row, reference(layers[std::size_t(layer)], options)));
    }

    void allMayBeBad()
    {
        std::vector<Layer> layers{layerOf(QStringLiteral("a"), {64})};
        layers[0].weights[5] = notANumber;
        auto result = quantizeTable(tableWith(layers), {.continueOnError = true}, {});
        QVERIFY(result);
        QCOMPARE(result->errors.size(), 1u);
        const ReadTable none = read(std::move(*result));
        QCOMPARE(none.rows(), 0);
        QCOMPARE(none.batches(), 1);
    }

    void errorsOfTheImportKeepAllFromBeingEncoded()
    {
        const std::vector<Layer> layers{layerOf(QStringLiteral("a"), {64})};
        WeightTable table = tableWith(layers);
        table.errors.push_back({1, QStringLiteral("b"), QStringLiteral("shape"),
            {ErrorCode::Unsupported, QStringLiteral("shape is null"), {}}});
        const auto result = quantizeTable(table, {}, {});
        QVERIFY(result && result->batches.empty());
        QCOMPARE(texts(result->errors), QStringList(QStringLiteral("1 b shape is null")));
    }

    void refusesOptions_data()
    {
        QTest::addColumn<int>("bits");
        QTest::addColumn<bool>("strict");
        QTest::addColumn<int>("groupSize");
        QTest::addColumn<int>("threads");
        QTest::addColumn<QString>("why");
        const QString strict = QStringLiteral("bit width %1: strict mode takes 2, 4 and 8; without "
                                              "it 3, 5 and 6 too");
        const QString any = QStringLiteral("bit width %1: can be 2, 3, 4, 5, 6 or 8");
        const QString groups = QStringLiteral(
            "group size %1: can be 32, 64, 128 or 256, and 0 for one scale per tensor");
        for (const int bits : {-4, 0, 1, 3, 5, 6, 7, 9, 16})
            QTest::addRow("%d bits", bits) << bits << true << 128 << 0 << strict.arg(bits);
        for (const int bits : {0, 1, 7, 9, 16})
            QTest::addRow("%d bits, not strict", bits)
                << bits << false << 128 << 0 << any.arg(bits);
        for (const int size : {-1, 1, 16, 100, 512})
            QTest::addRow("group size %d", size) << 4 << true << size << 0 << groups.arg(size);
        QTest::addRow("threads") << 4 << true << 128 << -1
                                 << QStringLiteral("threads -1: can be 0, one per core, or more");
    }
    void refusesOptions()
    {
        QFETCH(int, bits);
        QFETCH(bool, strict);
        QFETCH(int, groupSize);
        QFETCH(int, threads);
        QFETCH(QString, why);
        const auto result = quantizeTable(
            {}, {.bits = bits, .groupSize = groupSize, .strict = strict, .threads = threads}, {});
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::InvalidPlan);
        QCOMPARE(result.error().detail, why);
    }

    /// With offsets that reach 100 in place of 2^31 - 1.
    void batchesAreCutWhereOffsetsEnd()
    {
        const Layer layer = layerOf(QStringLiteral("x"), {2, 3});
        const WeightLayer weights = layer.at(0);
        const auto row = [&](qint64 codes, qint64 scales) {
            return QuantizedRow{
                &weights, "x", {2, 3}, {codes, scales * 4, scales * 4}, 9, {9, 9, 9}};
        };
        std::vector<QuantizedRow> rows{
            row(60, 2), row(40, 3), row(1, 90), row(2, 11), row(100, 100)};
        QCOMPARE(placeRows(rows, 100), std::size_t(4));
        const std::size_t batches[] = {0, 0, 1, 2, 3};
        for (std::size_t i = 0; i < rows.size(); ++i)
            QCOMPARE(rows[i].batch, batches[i]);
        QCOMPARE(rows[1].at.codes, 60);
        QCOMPARE(rows[1].at.scales, 8);
        QCOMPARE(rows[1].at.zeros, 8);
        QCOMPARE(rows[2].at.codes, 0);
        QVERIFY(!isTooLarge(row(100, 100), 100));
        QVERIFY(isTooLarge(row(101, 1), 100));
        QVERIFY(isTooLarge(row(1, 101), 100));
    }

    /// A layer of 2^32 weights, of which none is looked at: the import has found another to be bad.
    void layersTooLargeFor32BitOffsetsAreNamed()
    {
        const std::vector<float> few(1, 1.0f);
        WeightTable table;
        table.layers.push_back({0, QStringLiteral("large"),
            Weights(DType::F32, Bytes(std::as_bytes(std::span(few)).data(), 0)),
            {1 << 17, 1 << 15}});
        const auto refused = quantizeTable(table, {.continueOnError = true}, {});
        QVERIFY(refused);
        QCOMPARE(texts(refused->errors),
            QStringList(QStringLiteral("0 large takes 2147483648 bytes of codes, 32-bit offsets "
                                       "reach 2147483647; ask for large offsets")));
    }

    void progressNeverGoesBackAndEnds()
    {
        std::vector<Layer> layers;
        for (unsigned i = 0; i < 20; ++i)
            layers.push_back(layerOf(QString::number(i), {300, 300}, i + 1));
        for (const int groupSize : {0, 128}) {
            std::vector<TableProgress> seen;
            const auto caller = std::this_thread::get_id();
            const TableControl control{.progress = [&](const TableProgress& progress) {
                if (std::this_thread::get_id() != caller)
                    qFatal("progress on another thread");
                seen.push_back(progress);
            }};
            const auto result
                = quantizeTable(tableWith(layers), {.groupSize = groupSize, .threads = 3}, control);
            QVERIFY(result);
            QVERIFY(!seen.empty());
            for (std::size_t i = 0; i < seen.size(); ++i) {
                QCOMPARE(seen[i].layersTotal, 20);
                QCOMPARE(seen[i].bytesTotal, 20 * 90000 * 4);
                QVERIFY(i == 0 || seen[i].bytesDone >= seen[i - 1].bytesDone);
                QVERIFY(i == 0 || seen[i].layersDone >= seen[i - 1].layersDone);
            }
            QCOMPARE(seen.back().layersDone, 20);
            QCOMPARE(seen.back().bytesDone, seen.back().bytesTotal);
            QCOMPARE(seen.back().layer, QString());
        }
    }

    void canBeCancelled_data()
    {
        QTest::addColumn<int>("afterAsked");
        QTest::addColumn<int>("groupSize");
        for (const int groupSize : {0, 128})
            for (const int asked : {0, 1, 5})
                QTest::addRow("%d, group size %d", asked, groupSize) << asked << groupSize;
    }
    void canBeCancelled()
    {
        QFETCH(int, afterAsked);
        QFETCH(int, groupSize);
        std::vector<Layer> layers;
        for (unsigned i = 0; i < 10; ++i)
            layers.push_back(layerOf(QString::number(i), {400, 700}, i + 1));
        int asked = 0;
        const TableControl control{.cancelled = [&] { return asked++ >= afterAsked; }};
        const auto result
            = quantizeTable(tableWith(layers), {.groupSize = groupSize, .threads = 2}, control);
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::Cancelled);
    }
};

QTEST_APPLESS_MAIN(QuantizeTableTest)
#include "tst_quantize_table.moc"
