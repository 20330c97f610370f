#include "core/table/table_run.h"

#include <algorithm>

namespace aq {
namespace {

constexpr auto reportInterval = std::chrono::milliseconds(100);
constexpr std::int64_t fewBytes = 1 << 20; ///< Of weights: done before a thread has started.

std::int64_t bytesOf(const std::vector<TableRun::Layer>& layers)
{
    std::int64_t bytes = 0;
    for (const TableRun::Layer& layer : layers)
        bytes += layer.bytes;
    return bytes;
}

std::vector<TableTile> tilesOf(const std::vector<TableRun::Layer>& layers, std::int64_t limit)
{
    std::vector<TableTile> tiles;
    tiles.reserve(layers.size());
    for (std::size_t layer = 0; layer < layers.size(); ++layer) {
        std::int64_t index = 0;
        for (const TileSpan& span : cut(layers[layer].matrix, limit))
            tiles.push_back({layer, index++, span});
    }
    return tiles;
}

std::vector<std::size_t> firstTiles(const std::vector<TableTile>& tiles, std::size_t layers)
{
    std::vector<std::size_t> first(layers + 1, tiles.size());
    std::size_t tile = 0;
    for (std::size_t layer = 0; layer < layers; ++layer) {
        first[layer] = tile;
        while (tile < tiles.size() && tiles[tile].layer == layer)
            ++tile;
    }
    return first;
}

int threadsFor(int wanted, std::int64_t bytes, std::size_t tiles)
{
    if (bytes < fewBytes)
        return 1;
    return int(std::min(std::size_t(resolvedThreads(wanted)), std::max<std::size_t>(tiles, 1)));
}

} // namespace

TableRun::TableRun(std::vector<Layer> layers, std::int64_t limit, int threads, int passes,
    const TableControl& control)
    : m_control(control)
    , m_layers(std::move(layers))
    , m_tiles(tilesOf(m_layers, limit))
    , m_firstTile(firstTiles(m_tiles, m_layers.size()))
    , m_left(std::make_unique<std::atomic<std::int64_t>[]>(m_layers.size()))
    , m_passes(passes)
    , m_bytes(bytesOf(m_layers))
    , m_pool(threadsFor(threads, m_bytes, m_tiles.size()))
{
    for (std::size_t layer = 0; layer < m_layers.size(); ++layer) {
        m_left[layer] = tileCount(layer) * passes;
        if (m_left[layer] == 0)
            ++m_layersDone;
    }
}

bool TableRun::run(const Work& work)
{
    m_pool.run(m_tiles.size(), [&](std::size_t item, int worker) {
        if (worker == 0 && !m_cancelled && m_control.cancelled())
            m_cancelled = true;
        if (m_cancelled)
            return;
        const TableTile& tile = m_tiles[item];
        work(tile, worker);
        count(tile);
        if (worker == 0)
            report(m_layers[tile.layer].name);
    });
    return !m_cancelled;
}

void TableRun::count(const TableTile& tile)
{
    const Layer& layer = m_layers[tile.layer];
    m_bytesDone += layer.bytes / layer.matrix.elements() * tile.span.elements();
    if (--m_left[tile.layer] == 0)
        ++m_layersDone;
}

void TableRun::report(const QString& layer)
{
    const auto now = std::chrono::steady_clock::now();
    if (m_lastReport && now - *m_lastReport < reportInterval)
        return;
    m_lastReport = now;
    m_control.progress(
        {m_layersDone, std::int64_t(m_layers.size()), m_bytesDone / m_passes, m_bytes, layer});
}

bool TableRun::finish()
{
    if (m_cancelled || m_control.cancelled())
        return false;
    m_control.progress({std::int64_t(m_layers.size()), std::int64_t(m_layers.size()), m_bytes,
        m_bytes, QString()});
    return true;
}

} // namespace aq
