#pragma once
#include "core/base/parallel_for.h"
#include "core/quant/scheme.h"
#include "tests/bench/bench_data.h"
#include "tests/bench/peer_quants.h"

#include <functional>

/// Encodes or decodes rows [first, first + rows) of a bench; false when it cannot.
using RowWork = std::function<bool(std::int64_t first, std::int64_t rows)>;

/// Weights per second at which the threads of `pool` work through rows, one tile of about 1 MiB of
/// F16 after the other and all over again, for at least `seconds` of BenchClock. 0 when a tile
/// fails.
double weightsPerSecond(
    aq::WorkerPool& pool, const RowWork& work, std::int64_t rows, double seconds);

/// Fidelity of encode and decode over the first `rows` rows, in dB, with the importance that the
/// data has: 10 log10(sum h x^2 / sum h (x - y)^2). NaN when a tile fails.
double roundTripSqnrDb(const BenchData& data, const RowWork& encode,
    const std::function<void(std::int64_t first, std::span<float> x)>& decode, std::int64_t rows);

/// One of our schemes with all that it writes for some data.
class OurSide {
public:
    OurSide(const aq::Scheme& scheme, aq::Search search, const BenchData& data);

    bool encodeFloats(std::int64_t first, std::int64_t rows);
    bool encodeHalves(std::int64_t first, std::int64_t rows);
    void decode(std::int64_t first, std::span<float> x) const;
    double bitsPerWeight() const; ///< Of whole rows, scales included.

private:
    bool encode(const aq::Weights& x, std::int64_t first, std::int64_t rows);

    const aq::Scheme* m_scheme;
    aq::SchemeOptions m_options;
    const BenchData* m_data;
    aq::RowLayout m_row;
    HugeVector<std::byte> m_codes, m_scales, m_zeros;
};

/// The same for a type of the peer.
class PeerSide {
public:
    PeerSide(const PeerQuants& peer, int type, const BenchData& data);

    bool encode(std::int64_t first, std::int64_t rows);
    void decode(std::int64_t first, std::span<float> x) const;

private:
    const PeerQuants* m_peer;
    int m_type;
    const BenchData* m_data;
    std::int64_t m_rowBytes;
    HugeVector<std::byte> m_bytes;
};
