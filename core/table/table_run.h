#pragma once
#include "core/base/parallel_for.h"
#include "core/table/table_progress.h"
#include "core/validate/tile_span.h"

#include <atomic>
#include <chrono>
#include <memory>
#include <optional>

namespace aq {

/// A piece of one layer of a table.
struct TableTile {
    std::size_t layer = 0;
    std::int64_t index = 0; ///< Among the tiles of its layer.
    TileSpan span;
};

/// Works through the layers of a table with all threads, in tiles, so that one large layer is
/// shared as well as a hundred small ones. Passes over all tiles follow each other; in one, tiles
/// are done in any order. Small tables get no threads: starting them takes longer.
class TableRun {
public:
    struct Layer {
        QString name;
        Matrix matrix;
        std::int64_t bytes = 0; ///< Of its weights, for the progress.
    };
    using Work = std::function<void(const TableTile& tile, int worker)>;

    /// @param limit    elements of a tile at most, as for cut()
    /// @param threads  0: one per core
    /// @param passes   how many times run() will be called
    TableRun(std::vector<Layer> layers, std::int64_t limit, int threads, int passes,
        const TableControl& control);

    const std::vector<TableTile>& tiles() const { return m_tiles; }
    std::size_t firstTile(std::size_t layer) const { return m_firstTile[layer]; }
    std::int64_t tileCount(std::size_t layer) const
    {
        return std::int64_t(m_firstTile[layer + 1] - m_firstTile[layer]);
    }
    int threads() const { return m_pool.threads(); } ///< `worker` is less.

    /// Calls `work` for every tile, once. @return false: cancelled, some were left out.
    bool run(const Work& work);

    /// Once all is done: the last progress. @return false: cancelled.
    bool finish();

private:
    void count(const TableTile& tile);
    void report(const QString& layer);

    const TableControl& m_control;
    std::vector<Layer> m_layers;
    std::vector<TableTile> m_tiles;
    std::vector<std::size_t> m_firstTile;                ///< Of each layer, and the end.
    std::unique_ptr<std::atomic<std::int64_t>[]> m_left; ///< Tiles per layer, over all passes.
    int m_passes;
    std::int64_t m_bytes = 0;                 ///< Of all layers.
    std::atomic<std::int64_t> m_bytesDone{0}; ///< Over all passes.
    std::atomic<std::int64_t> m_layersDone{0};
    std::atomic<bool> m_cancelled{false};
    std::optional<std::chrono::steady_clock::time_point> m_lastReport;
    WorkerPool m_pool;
};

} // namespace aq
