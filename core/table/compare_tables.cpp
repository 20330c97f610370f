#include "core/table/compare_tables.h"

#include "core/analysis/metrics.h"
#include "core/base/printable.h"
#include "core/quant/to_float.h"
#include "core/table/layer_decoder.h"
#include "core/table/layer_pairs.h"
#include "core/table/table_columns.h"
#include "core/table/table_floats.h"
#include "core/table/table_run.h"
#include "core/validate/validation_report.h"

#include <limits>

namespace aq {
namespace {

/// A pair whose floats are compared, and what came of it.
struct Compared {
    const LayerPair* pair = nullptr;
    FirstElement badWeight, badDecoded; ///< Not finite.
};

/// What one thread needs.
struct Scratch {
    std::vector<float> weights, decoded = std::vector<float>(stripElements);
};

void compareTile(Compared& compared, const TileSpan& tile, Scratch& scratch, ErrorSums& sums)
{
    const QuantizedLayer& layer = *compared.pair->quantized;
    for (TileSpan strip : cut(tile.matrix(), stripElements)) {
        strip.firstRow += tile.firstRow;
        strip.firstColumn += tile.firstColumn;
        const std::int64_t first = strip.firstRow * layer.matrix.columns + strip.firstColumn;
        const auto x = floatsOf(
            compared.pair->weights->weights.subspan(first, strip.elements()), scratch.weights);
        const auto y = std::span(scratch.decoded).first(x.size());
        decode(layer, strip, y);
        const auto badX = firstNonFinite(x), badY = firstNonFinite(std::span<const float>(y));
        if (badX)
            compared.badWeight.note(first + std::int64_t(*badX));
        if (badY)
            compared.badDecoded.note(first + std::int64_t(*badY));
        if (!badX && !badY)
            sums.add(x, y);
    }
}

/// A row of the report.
struct Row {
    QByteArray name, scheme, status;
    double bitsPerWeight, cosine, relRmse, sqnrDb, maxError;
};

Row rowOf(const LayerPair& pair)
{
    constexpr double nan = std::numeric_limits<double>::quiet_NaN();
    Row row{pair.name.toUtf8(), {}, pair.trouble, nan, nan, nan, nan, nan};
    if (const QuantizedLayer* layer = pair.quantized) {
        const std::int64_t elements = layer->matrix.elements();
        row.scheme = layer->scheme ? layer->scheme->id : "keep";
        row.bitsPerWeight = elements ? 8.0 * double(layer->bytes()) / double(elements) : 0;
    }
    return row;
}

/// Fills in the numbers. Returns why the layer did not pass; or nothing.
QString judge(Row& row, const Compared& compared, const ErrorSums& sums, double minCosine)
{
    if (compared.badWeight || compared.badDecoded) {
        row.status = "not-finite";
        if (compared.badWeight)
            return notFiniteText(compared.pair->weights->weights, compared.badWeight.at());
        return QStringLiteral("what weights[%1] became is not finite")
            .arg(compared.badDecoded.at());
    }
    row.cosine = cosine(sums);
    row.relRmse = relRmse(sums);
    row.sqnrDb = sqnrDb(sums);
    row.maxError = sums.maxError;
    const bool passed = row.cosine >= minCosine;
    row.status = statusId(passed ? Status::Passed : Status::BelowMinimum);
    if (passed)
        return {};
    return QStringLiteral("cosine %1 is below %2")
        .arg(QString::number(row.cosine, 'g', 5), QString::number(minCosine, 'g', 5));
}

OwnedField reportSchema()
{
    constexpr OffsetWidth width = OffsetWidth::Bits32;
    return structField({textField("layer_name", width), textField("scheme", width),
        plainField("bits_per_weight", "g"), plainField("cosine", "g"), plainField("rel_rmse", "g"),
        plainField("sqnr_db", "g"), plainField("max_error", "g"), textField("status", width)});
}

template <typename T>
std::vector<T> valuesOf(const std::vector<Row>& rows, T Row::*member)
{
    std::vector<T> values;
    values.reserve(rows.size());
    for (const Row& row : rows)
        values.push_back(row.*member);
    return values;
}

OwnedArray reportBatch(const std::vector<Row>& rows)
{
    const auto texts = [&](QByteArray Row::*member) {
        const std::vector<QByteArray> values = valuesOf(rows, member);
        return textColumn(
            std::vector<QByteArrayView>(values.begin(), values.end()), OffsetWidth::Bits32);
    };
    const auto numbers
        = [&](double Row::*member) { return plainColumn<double>(valuesOf(rows, member)); };
    std::vector<OwnedArray> columns;
    columns.push_back(texts(&Row::name));
    columns.push_back(texts(&Row::scheme));
    for (double Row::*member :
        {&Row::bitsPerWeight, &Row::cosine, &Row::relRmse, &Row::sqnrDb, &Row::maxError})
        columns.push_back(numbers(member));
    columns.push_back(texts(&Row::status));
    return batchOf(std::int64_t(rows.size()), std::move(columns));
}

QString failureText(const LayerPair& pair, const QString& why)
{
    return pair.name.isEmpty() ? QStringLiteral("a layer without a name: %1").arg(why)
                               : QStringLiteral("layer '%1': %2").arg(printable(pair.name), why);
}

/// Compares the pairs that can be, in tiles; sums by tile.
class Comparison {
public:
    Comparison(const std::vector<LayerPair>& pairs, int threads, const TableControl& control)
        : m_compared(std::make_unique<Compared[]>(pairs.size()))
        , m_run(layersOf(pairs), tileElements, threads, 1, control)
        , m_sums(m_run.tiles().size())
    {
        std::size_t next = 0;
        for (const LayerPair& pair : pairs)
            if (!pair.trouble)
                m_compared[next++].pair = &pair;
    }

    bool run()
    {
        std::vector<Scratch> scratch(std::size_t(m_run.threads()));
        const bool done = m_run.run([&](const TableTile& tile, int worker) {
            compareTile(m_compared[tile.layer], tile.span, scratch[std::size_t(worker)],
                m_sums[m_run.firstTile(tile.layer) + std::size_t(tile.index)]);
        });
        return done && m_run.finish();
    }

    const Compared& compared(std::size_t index) const { return m_compared[index]; }
    ErrorSums sums(std::size_t index) const
    {
        ErrorSums sums;
        for (std::int64_t tile = 0; tile < m_run.tileCount(index); ++tile)
            sums.merge(m_sums[m_run.firstTile(index) + std::size_t(tile)]);
        return sums;
    }

private:
    static std::vector<TableRun::Layer> layersOf(const std::vector<LayerPair>& pairs)
    {
        std::vector<TableRun::Layer> layers;
        for (const LayerPair& pair : pairs)
            if (!pair.trouble)
                layers.push_back({pair.name, pair.quantized->matrix,
                    std::int64_t(pair.weights->weights.bytes.size())});
        return layers;
    }

    std::unique_ptr<Compared[]> m_compared; ///< Of the pairs without trouble.
    TableRun m_run;
    std::vector<ErrorSums> m_sums; ///< Per tile.
};

} // namespace

Result<TableComparison> compareTables(const WeightTable& weights, const QuantizedTable& quantized,
    double minCosine, int threads, const TableControl& control)
{
    const std::vector<LayerPair> pairs = pairUp(weights, quantized);
    Comparison comparison(pairs, threads, control);
    if (!comparison.run())
        return Error{ErrorCode::Cancelled, {}, {}};

    TableComparison result{reportSchema(), {}, true, {}};
    std::vector<Row> rows;
    rows.reserve(pairs.size());
    std::size_t next = 0;
    for (const LayerPair& pair : pairs) {
        rows.push_back(rowOf(pair));
        QString why = pair.why;
        if (!pair.trouble) {
            why = judge(rows.back(), comparison.compared(next), comparison.sums(next), minCosine);
            ++next;
        }
        if (!why.isEmpty())
            result.failures << failureText(pair, why);
    }
    result.passed = result.failures.isEmpty();
    result.batches.push_back(reportBatch(rows));
    return result;
}

} // namespace aq
