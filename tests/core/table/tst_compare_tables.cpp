#include "core/table/compare_tables.h"

#include "core/table/dequantize_table.h"
#include "tests/core/quant/affine_support.h"
#include "tests/core/table/read_table.h"
#include "tests/support/test_models.h"

#include <QTest>
#include <cmath>
#include <limits>

using namespace aq;
using namespace aq::test;

namespace {

/// Weights, and what a scheme makes of them; both tables point here.
struct Layer {
    QString name;
    Shape shape;
    std::vector<float> weights;
    const Scheme* scheme = schemeNamed(u"int4");
    SchemeOptions options{128, Symmetry::Asymmetric, ScaleType::F32, ZeroType::F32, Search::None};
    Encoded encoded = {};

    Layer(const QString& layerName, Shape layerShape, unsigned seed, int bits = 4,
        int groupSize = 128)
        : name(layerName)
        , shape(std::move(layerShape))
        , weights(gaussian(std::size_t(*elementCount(shape)), 0.02f, seed))
        , scheme(schemeNamed(QStringLiteral("int%1").arg(bits)))
    {
        options.groupSize = groupSize;
        if (weights.empty())
            return;
        auto made = encode(*scheme, options, weights, matrixOf(shape));
        if (!made)
            qFatal("not encoded");
        encoded = std::move(*made);
    }

    WeightLayer source(std::int64_t row) const
    {
        return {row, name, Weights(std::span<const float>(weights)), shape};
    }
    QuantizedLayer quantized(std::int64_t row) const
    {
        return {.row = row,
            .name = name,
            .shape = shape,
            .matrix = matrixOf(shape),
            .scheme = scheme,
            .options = options,
            .data = encoded.view()};
    }
    /// By the code written for reading, the whole layer at once.
    std::vector<float> decoded() const
    {
        std::vector<float> x(weights.size());
        scheme->decodeReference(encoded.view(), matrixOf(shape), options, x);
        return x;
    }
};

WeightTable sources(const std::vector<Layer>& layers)
{
    WeightTable table;
    for (const Layer& layer : layers)
        table.layers.push_back(layer.source(table.rows++));
    return table;
}

QuantizedTable results(const std::vector<Layer>& layers)
{
    QuantizedTable table;
    for (const Layer& layer : layers)
        table.layers.push_back(layer.quantized(table.rows++));
    return table;
}

template <typename Batches>
ReadTable read(Batches& result)
{
    ArrowArrayStream stream{};
    exportStream(std::move(result.schema), std::move(result.batches), &stream);
    return ReadTable(&stream);
}

LayerError errorOf(std::int64_t row, const char* name, const char* why)
{
    return {
        row, QString::fromLatin1(name), {}, {ErrorCode::Unsupported, QString::fromLatin1(why), {}}};
}

bool isNear(double value, double expected)
{
    return std::abs(value - expected) <= 1e-6 * std::abs(expected);
}

} // namespace

class CompareTablesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void decodesAsTheReferenceDoes_data()
    {
        QTest::addColumn<int>("bits");
        QTest::addColumn<int>("groupSize");
        for (const int bits : {2, 3, 4, 5, 6, 8})
            for (const int groupSize : {0, 1, 7, 32, 100, 128, 256, 5000, 100000})
                QTest::addRow("int%d:%d", bits, groupSize) << bits << groupSize;
    }
    /// Other programs choose any group size; rows are longer than what is decoded at once.
    void decodesAsTheReferenceDoes()
    {
        QFETCH(int, bits);
        QFETCH(int, groupSize);
        const std::vector<Layer> layers{
            Layer(QStringLiteral("long"), {2, 270'013}, 1, bits, groupSize),
            Layer(QStringLiteral("rows"), {30, 77}, 2, bits, groupSize),
            Layer(QStringLiteral("nothing"), {0}, 3, bits, groupSize)};
        auto result = dequantizeTable(results(layers), {.threads = 2}, {});
        QVERIFY(result && result->errors.empty());
        const ReadTable table = read(*result);
        QCOMPARE(table.problem(), QString());
        QCOMPARE(table.types(),
            QStringList({QStringLiteral("layer_name u"), QStringLiteral("weights +l<f>"),
                QStringLiteral("shape +l<l>")}));
        for (std::size_t row = 0; row < layers.size(); ++row) {
            QVERIFY(table.list<float>(qint64(row), "weights") == layers[row].decoded());
            QVERIFY(table.list<qint64>(qint64(row), "shape")
                == std::vector<qint64>(layers[row].shape.begin(), layers[row].shape.end()));
        }
        // The same pieces are compared, in strips.
        auto compared = compareTables(sources(layers), results(layers), -1, 2, {});
        QVERIFY(compared && compared->passed);
        const ReadTable report = read(*compared);
        const std::vector<float> x = layers[0].weights, y = layers[0].decoded();
        double worst = 0;
        for (std::size_t i = 0; i < x.size(); ++i)
            worst = std::max(worst, double(std::abs(x[i] - y[i])));
        QVERIFY(report.number<double>(0, "max_error") == worst);
    }

    void numbersFollowFromTheirFormulas()
    {
        const std::vector<Layer> layers{Layer(QStringLiteral("a"), {700, 400}, 1),
            Layer(QStringLiteral("b"), {3, 130}, 2, 2, 64)};
        auto result = compareTables(sources(layers), results(layers), 0.85, 0, {});
        QVERIFY(result && result->passed && result->failures.isEmpty());
        const ReadTable report = read(*result);
        QCOMPARE(report.problem(), QString());
        QCOMPARE(report.types(),
            QStringList({QStringLiteral("layer_name u"), QStringLiteral("scheme u"),
                QStringLiteral("bits_per_weight g"), QStringLiteral("cosine g"),
                QStringLiteral("rel_rmse g"), QStringLiteral("sqnr_db g"),
                QStringLiteral("max_error g"), QStringLiteral("status u")}));
        for (qint64 row = 0; row < 2; ++row) {
            const Layer& layer = layers[std::size_t(row)];
            const std::vector<float> y = layer.decoded();
            double xx = 0, yy = 0, xy = 0, dd = 0;
            for (std::size_t i = 0; i < y.size(); ++i) {
                const double a = double(layer.weights[i]), b = double(y[i]);
                xx += a * a, yy += b * b, xy += a * b, dd += (a - b) * (a - b);
            }
            QVERIFY(isNear(report.number<double>(row, "cosine"), xy / std::sqrt(xx * yy)));
            QVERIFY(isNear(report.number<double>(row, "rel_rmse"), std::sqrt(dd / xx)));
            QVERIFY(isNear(report.number<double>(row, "sqnr_db"), 10 * std::log10(xx / dd)));
            QCOMPARE(report.text(row, "status"), QStringLiteral("passed"));
        }
        // int4 in groups of 128 with two floats each, the last of a row of 400 having 16 weights.
        QVERIFY(report.number<double>(0, "bits_per_weight") == 4 + 4 * 64.0 / 400);
        // 130 weights of 2 bits are 33 bytes; three groups.
        QVERIFY(report.number<double>(1, "bits_per_weight") == (33 * 8 + 3 * 64) / 130.0);
        QCOMPARE(
            report.texts("scheme"), QStringList({QStringLiteral("int4"), QStringLiteral("int2")}));
    }

    void sameForAnyNumberOfThreads()
    {
        const std::vector<Layer> layers{Layer(QStringLiteral("a"), {900, 700}, 1),
            Layer(QStringLiteral("b"), {400'000}, 2), Layer(QStringLiteral("c"), {5}, 3)};
        auto one = compareTables(sources(layers), results(layers), 0.85, 1, {});
        const QByteArray bytes = read(*one).allBytes();
        for (const int threads : {2, 3, 8}) {
            auto more = compareTables(sources(layers), results(layers), 0.85, threads, {});
            QVERIFY(read(*more).allBytes() == bytes);
        }
    }

    void everyLayerIsARow()
    {
        constexpr float notANumber = std::numeric_limits<float>::quiet_NaN();
        std::vector<Layer> layers;
        for (const char* name :
            {"good", "only weights", "turned", "bad weight", "bad scale", "bad row", "bad result"})
            layers.emplace_back(
                QString::fromLatin1(name), Shape{4, 32}, unsigned(layers.size()) + 1);
        layers[3].weights[70] = notANumber;
        std::memcpy(layers[4].encoded.scales.data() + 8, &notANumber, 4); // Of the third row.
        WeightTable before = sources(layers);
        QuantizedTable after = results(layers);
        after.layers[2].shape = {32, 4};
        after.layers[2].matrix = {32, 4};
        before.layers.erase(before.layers.begin() + 5);
        before.errors.push_back(errorOf(5, "bad row", "shape is null"));
        after.layers.erase(after.layers.begin() + 6);
        after.layers.erase(after.layers.begin() + 1);
        after.errors.push_back(errorOf(6, "bad result", "scales is null"));
        after.errors.push_back(errorOf(7, "", "layer_name is null"));
        const Layer other(QStringLiteral("only quantized"), {32}, 9);
        after.layers.push_back(other.quantized(8));

        auto result = compareTables(before, after, 0.85, 0, {});
        QVERIFY(result && !result->passed);
        const ReadTable report = read(*result);
        const std::pair<const char*, const char*> rows[] = {{"good", "passed"},
            {"only weights", "missing-in-quantized"}, {"turned", "shape-differs"},
            {"bad weight", "not-finite"}, {"bad scale", "not-finite"}, {"bad result", "unreadable"},
            {"bad row", "unreadable"}, {"only quantized", "missing-in-weights"},
            {"", "unreadable"}};
        QCOMPARE(report.rows(), qint64(std::size(rows)));
        for (qint64 row = 0; row < report.rows(); ++row) {
            QCOMPARE(report.text(row, "layer_name"), QString::fromLatin1(rows[row].first));
            QCOMPARE(report.text(row, "status"), QString::fromLatin1(rows[row].second));
            QVERIFY(std::isnan(report.number<double>(row, "cosine")) == (row > 0));
        }
        QCOMPARE(result->failures,
            QStringList({QStringLiteral("layer 'only weights': missing in the quantized table"),
                QStringLiteral("layer 'turned': shape [4, 32] became [32, 4]"),
                QStringLiteral("layer 'bad weight': weights[70] is NaN"),
                QStringLiteral("layer 'bad scale': what weights[64] became is not finite"),
                QStringLiteral("layer 'bad result': in the quantized table: scales is null"),
                QStringLiteral("layer 'bad row': in the weights: shape is null"),
                QStringLiteral("layer 'only quantized': missing in the weights"),
                QStringLiteral("a layer without a name: in the quantized table: layer_name is "
                               "null")}));
    }

    void lessThanTheLeastCosineIsNotEnough()
    {
        const std::vector<Layer> layers{Layer(QStringLiteral("fine"), {64, 128}, 1, 8),
            Layer(QStringLiteral("coarse"), {64, 128}, 2, 2)};
        auto result = compareTables(sources(layers), results(layers), 0.99, 0, {});
        QVERIFY(result && !result->passed);
        const ReadTable report = read(*result);
        QCOMPARE(report.texts("status"),
            QStringList({QStringLiteral("passed"), QStringLiteral("below-minimum")}));
        const double cosine = report.number<double>(1, "cosine");
        QCOMPARE(result->failures,
            QStringList(QStringLiteral("layer 'coarse': cosine %1 is below 0.99")
                            .arg(QString::number(cosine, 'g', 5))));
    }

    void keptLayersAreFloatsToo()
    {
        const Layer layer(QStringLiteral("a"), {3, 50}, 1);
        QuantizedTable kept;
        kept.layers.push_back({.row = 0,
            .name = layer.name,
            .shape = layer.shape,
            .matrix = {3, 50},
            .dtype = DType::F32,
            .options = {},
            .data = {std::as_bytes(std::span(layer.weights)), {}, {}}});
        auto result = compareTables(sources({layer}), kept, 1, 0, {});
        QVERIFY(result && result->passed);
        const ReadTable report = read(*result);
        QCOMPARE(report.text(0, "scheme"), QStringLiteral("keep"));
        QVERIFY(report.number<double>(0, "bits_per_weight") == 32);
        QVERIFY(report.number<double>(0, "max_error") == 0);
        auto floats = dequantizeTable(kept, {}, {});
        QVERIFY(read(*floats).list<float>(0, "weights") == layer.weights);

        kept.layers[0].dtype = DType::I32; // They are, but nothing is to be read into them.
        auto refused = dequantizeTable(kept, {}, {});
        QVERIFY(refused && refused->batches.empty());
        QCOMPARE(errorText(refused->errors),
            QStringLiteral("layer 'a': is kept as I32, which are no floats"));
        auto report2 = compareTables(sources({layer}), kept, 0, 0, {});
        QCOMPARE(read(*report2).text(0, "status"), QStringLiteral("unreadable"));
    }

    void dequantizesWhatIsGood()
    {
        const std::vector<Layer> layers{Layer(QStringLiteral("b"), {3, 50}, 1),
            Layer(QStringLiteral("a"), {70}, 2), Layer(QStringLiteral("c"), {70}, 3)};
        QuantizedTable table = results(layers);
        table.layers.pop_back();
        table.errors.push_back(errorOf(2, "c", "scales is null"));
        auto none = dequantizeTable(table, {}, {});
        QVERIFY(none && none->batches.empty());
        QCOMPARE(none->errors.size(), 1u);
        auto rest = dequantizeTable(table,
            {.continueOnError = true, .order = TableOrder::ByName, .largeOffsets = true}, {});
        QCOMPARE(rest->errors.size(), 1u);
        const ReadTable good = read(*rest);
        QCOMPARE(good.texts("layer_name"), QStringList({QStringLiteral("a"), QStringLiteral("b")}));
        QCOMPARE(good.types().at(1), QStringLiteral("weights +L<f>"));
        QVERIFY(good.list<float>(0, "weights") == layers[1].decoded());
        QVERIFY(good.list<float>(1, "weights") == layers[0].decoded());
    }

    void canBeCancelled()
    {
        const std::vector<Layer> layers{Layer(QStringLiteral("a"), {900, 700}, 1)};
        const TableControl control{.cancelled = [] { return true; }};
        const auto floats = dequantizeTable(results(layers), {}, control);
        QVERIFY(!floats && floats.error().code == ErrorCode::Cancelled);
        const auto report = compareTables(sources(layers), results(layers), 0, 0, control);
        QVERIFY(!report && report.error().code == ErrorCode::Cancelled);
    }
};

QTEST_APPLESS_MAIN(CompareTablesTest)
#include "tst_compare_tables.moc"
