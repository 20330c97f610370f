#include "core/table/layer_encoder.h"

#include "core/io/refusal.h"
#include "core/quant/to_float.h"

namespace aq {
namespace {

/// Small enough for a core's own cache, so that weights are fetched once to be checked and encoded.
constexpr std::int64_t encodedAtOnce = 1 << 16;

std::vector<TableRun::Layer> layersOf(const std::vector<QuantizedRow>& rows)
{
    std::vector<TableRun::Layer> layers;
    layers.reserve(rows.size());
    for (const QuantizedRow& row : rows)
        layers.push_back(
            {row.layer->name, row.matrix, std::int64_t(row.layer->weights.bytes.size())});
    return layers;
}

std::int64_t firstElement(const QuantizedRow& row, const TileSpan& span)
{
    return span.firstRow * row.matrix.columns + span.firstColumn;
}

} // namespace

LayerEncoder::LayerEncoder(const std::vector<QuantizedRow>& rows,
    const std::vector<QuantizedBuffers>& buffers, const Scheme& scheme,
    const SchemeOptions& options, bool goesOn)
    : m_rows(rows)
    , m_buffers(buffers)
    , m_scheme(scheme)
    , m_options(options)
    , m_goesOn(goesOn)
    , m_states(std::make_unique<State[]>(rows.size()))
    , m_onlyCheck(buffers.empty())
{
}

/// Over all weights; the last one encodes.
int LayerEncoder::passes() const
{
    if (m_onlyCheck || m_options.groupSize != 0)
        return 1;
    return 1 + TensorRangeSearch(m_scheme, m_options, 0).passes();
}

bool LayerEncoder::run(int threads, const TableControl& control)
{
    // The sums of a search over a tensor depend on its tiles: those that files are made with.
    const int count = passes();
    TableRun run(
        layersOf(m_rows), count > 1 ? tileElements : encodedAtOnce, threads, count, control);
    std::vector<std::vector<float>> scratch(std::size_t(run.threads()));
    if (count > 1)
        startSearches(run);
    for (int pass = 0; pass + 1 < count && (pass == 0 || !m_onlyCheck); ++pass) {
        const bool done = run.run([&](const TableTile& tile, int worker) {
            if (!isSkipped(tile) && (pass > 0 || isFinite(tile)) && !m_onlyCheck)
                addToRange(tile, pass, scratch[std::size_t(worker)]);
        });
        if (!done)
            return false;
        endPass(pass);
    }
    const bool isChecked = count > 1;
    if (isChecked && m_onlyCheck)
        return run.finish();
    const bool done = run.run([&](const TableTile& tile, int) {
        if (!isSkipped(tile) && (isChecked || isFinite(tile)) && !m_onlyCheck)
            encode(tile);
    });
    return done && run.finish();
}

Weights LayerEncoder::weightsOf(const TableTile& tile) const
{
    const QuantizedRow& row = m_rows[tile.layer];
    return row.layer->weights.subspan(firstElement(row, tile.span), tile.span.elements());
}

bool LayerEncoder::isFinite(const TableTile& tile)
{
    const auto bad = firstNonFinite(weightsOf(tile));
    if (!bad)
        return true;
    State& state = m_states[tile.layer];
    state.badAt.note(firstElement(m_rows[tile.layer], tile.span) + std::int64_t(*bad));
    markBad(state);
    return false;
}

void LayerEncoder::markBad(State& state)
{
    state.isBad = true;
    if (!m_goesOn)
        m_onlyCheck = true;
}

/// Nothing in it can be of interest any more.
bool LayerEncoder::isSkipped(const TableTile& tile) const
{
    return firstElement(m_rows[tile.layer], tile.span) > m_states[tile.layer].badAt.at();
}

void LayerEncoder::startSearches(const TableRun& run)
{
    for (std::size_t row = 0; row < m_rows.size(); ++row)
        m_states[row].search.emplace(m_scheme, m_options, run.tileCount(row));
}

void LayerEncoder::addToRange(const TableTile& tile, int pass, std::vector<float>& scratch)
{
    State& state = m_states[tile.layer];
    if (!state.isBad)
        state.search->add(pass, tile.index, floatsOf(weightsOf(tile), scratch));
}

void LayerEncoder::endPass(int pass)
{
    for (std::size_t row = 0; row < m_rows.size() && !m_onlyCheck; ++row) {
        State& state = m_states[row];
        if (state.isBad || m_rows[row].matrix.elements() == 0)
            continue;
        state.search->endPass(pass);
        if (pass + 1 < state.search->passes())
            continue;
        const auto range = state.search->range();
        if (!range) {
            state.failure = range.error();
            markBad(state);
            continue;
        }
        state.range = *range;
        const EncodedRows out = bytesOf(m_rows[row], m_buffers[m_rows[row].batch]);
        storeRange(*range, m_options, out.scales, out.zeros);
    }
}

void LayerEncoder::encode(const TableTile& tile)
{
    State& state = m_states[tile.layer];
    if (state.isBad)
        return;
    const auto done = m_scheme.encode(weightsOf(tile), tile.span.matrix(), m_options,
        state.range ? &*state.range : nullptr, {}, placeOf(tile));
    if (done)
        return;
    const std::lock_guard lock(m_mutex);
    if (state.failure)
        return;
    state.failure = Error{done.error().code, done.error().detail, {}}; // Its place counts tiles.
    markBad(state);
}

/// Where a tile's codes, scales and zero points go.
EncodedRows LayerEncoder::placeOf(const TableTile& tile) const
{
    const QuantizedRow& row = m_rows[tile.layer];
    const EncodedRows whole = bytesOf(row, m_buffers[row.batch]);
    const TileSpan& span = tile.span;
    const StreamOffsets at
        = offsetsOf(m_scheme, m_options, row.matrix.columns, span.firstRow, span.firstColumn);
    const StreamOffsets size = sizesOf(m_scheme, m_options, span.matrix());
    const auto part = [](MutableBytes bytes, std::int64_t from, std::int64_t count) {
        return bytes.subspan(std::size_t(from), std::size_t(count));
    };
    return {part(whole.codes, at.codes, size.codes), part(whole.scales, at.scales, size.scales),
        part(whole.zeros, at.zeros, size.zeros)};
}

std::optional<LayerError> LayerEncoder::error(std::size_t row) const
{
    const State& state = m_states[row];
    if (!state.isBad)
        return std::nullopt;
    const WeightLayer& layer = *m_rows[row].layer;
    const Error why = state.badAt ? unsupported(notFiniteText(layer.weights, state.badAt.at())
                          + QStringLiteral("; replace it, or leave the layer out"))
                                  : state.failure.value_or(unsupported(QString()));
    return LayerError{layer.row, layer.name, QStringLiteral("weights"), why};
}

} // namespace aq
