#pragma once
#include "core/table/quantized_rows.h"
#include "core/table/table_floats.h"
#include "core/table/table_run.h"

#include <atomic>
#include <mutex>
#include <optional>

namespace aq {

/// Encodes rows straight from their weights into the buffers of their batches, tile by tile, and
/// finds what cannot be encoded: for each row its first weight in row-major order that is not
/// finite, whatever the number of threads.
class LayerEncoder {
public:
    /// Empty `buffers`: weights are only checked. Without `goesOn` nothing more is encoded once a
    /// bad row is known. Keeps references.
    LayerEncoder(const std::vector<QuantizedRow>& rows,
        const std::vector<QuantizedBuffers>& buffers, const Scheme& scheme,
        const SchemeOptions& options, bool goesOn);

    bool run(int threads, const TableControl& control);     ///< False: cancelled.
    std::optional<LayerError> error(std::size_t row) const; ///< After run(). Nothing: it is good.

private:
    struct State {
        FirstElement badAt; ///< The first weight that is not finite.
        std::atomic<bool> isBad{false};
        std::optional<Error> failure; ///< It could not be encoded; under m_mutex.
        std::optional<TensorRangeSearch> search;
        std::optional<TensorRange> range;
    };

    int passes() const;
    Weights weightsOf(const TableTile& tile) const;
    bool isFinite(const TableTile& tile);
    void markBad(State& state);
    bool isSkipped(const TableTile& tile) const;
    void startSearches(const TableRun& run);
    void endPass(int pass);
    void addToRange(const TableTile& tile, int pass, std::vector<float>& scratch);
    void encode(const TableTile& tile);
    EncodedRows placeOf(const TableTile& tile) const;

    const std::vector<QuantizedRow>& m_rows;
    const std::vector<QuantizedBuffers>& m_buffers;
    const Scheme& m_scheme;
    const SchemeOptions m_options;
    const bool m_goesOn;
    std::unique_ptr<State[]> m_states; ///< One per row.
    std::atomic<bool> m_onlyCheck;
    std::mutex m_mutex;
};

} // namespace aq
