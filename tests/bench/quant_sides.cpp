#include "tests/bench/quant_sides.h"

#include "core/analysis/metrics.h"
#include "tests/bench/bench_clock.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <limits>

using namespace aq;

namespace {

constexpr std::int64_t tileRows = (1 << 20) / 2 / benchColumns;

template <typename Byte>
std::span<Byte> rowsOf(
    std::span<Byte> bytes, std::int64_t rowBytes, std::int64_t first, std::int64_t rows)
{
    return bytes.subspan(std::size_t(first * rowBytes), std::size_t(rows * rowBytes));
}

} // namespace

double weightsPerSecond(WorkerPool& pool, const RowWork& work, std::int64_t rows, double seconds)
{
    const std::int64_t tiles = (rows + tileRows - 1) / tileRows;
    std::atomic<bool> isFine = true;
    std::int64_t next = 0, done = 0;
    std::size_t batch = std::size_t(pool.threads()); // Grows, so that threads seldom wait.
    const BenchClock clock(pool.threads());
    double spent = 0;
    do {
        std::atomic<std::int64_t> rowsDone = 0;
        pool.run(batch, [&](std::size_t item, int) {
            const std::int64_t first = (next + std::int64_t(item)) % tiles * tileRows;
            const std::int64_t count = std::min(tileRows, rows - first);
            if (!work(first, count))
                isFine = false;
            rowsDone += count;
        });
        next += std::int64_t(batch);
        done += rowsDone;
        spent = clock.seconds();
        batch *= spent < seconds / 16 ? 4 : 1;
    } while (isFine && spent < seconds);
    return isFine ? double(done * benchColumns) / spent : 0;
}

double roundTripSqnrDb(const BenchData& data, const RowWork& encode,
    const std::function<void(std::int64_t first, std::span<float> x)>& decode, std::int64_t rows)
{
    std::vector<float> x(benchColumns), y(benchColumns), root(benchColumns, 1);
    std::ranges::transform(
        data.importance, root.begin(), [](float weight) { return std::sqrt(weight); });
    ErrorSums sums;
    for (std::int64_t row = 0; row < rows; ++row) {
        if (row % tileRows == 0 && !encode(row, std::min(tileRows, rows - row)))
            return std::numeric_limits<double>::quiet_NaN();
        decode(row, y);
        for (std::size_t i = 0; i < x.size(); ++i) {
            x[i] = data.floats[std::size_t(row * benchColumns) + i] * root[i];
            y[i] *= root[i];
        }
        ErrorSums one;
        one.add(x, y);
        sums.merge(one);
    }
    return sqnrDb(sums);
}

OurSide::OurSide(const Scheme& scheme, Search search, const BenchData& data)
    : m_scheme(&scheme)
    , m_data(&data)
{
    m_options.search = search;
    m_row = scheme.layout(benchColumns, m_options);
    m_codes.resize(std::size_t(data.rows() * m_row.codesBytes));
    m_scales.resize(std::size_t(data.rows() * m_row.scalesBytes));
    m_zeros.resize(std::size_t(data.rows() * m_row.zerosBytes));
}

bool OurSide::encode(const Weights& x, std::int64_t first, std::int64_t rows)
{
    const EncodedRows out{rowsOf(MutableBytes(m_codes), m_row.codesBytes, first, rows),
        rowsOf(MutableBytes(m_scales), m_row.scalesBytes, first, rows),
        rowsOf(MutableBytes(m_zeros), m_row.zerosBytes, first, rows)};
    return bool(
        m_scheme->encode(x, {rows, benchColumns}, m_options, nullptr, m_data->importance, out));
}

bool OurSide::encodeFloats(std::int64_t first, std::int64_t rows)
{
    return encode(m_data->asFloats(first, rows), first, rows);
}

bool OurSide::encodeHalves(std::int64_t first, std::int64_t rows)
{
    return encode(m_data->asHalves(first, rows), first, rows);
}

void OurSide::decode(std::int64_t first, std::span<float> x) const
{
    const std::int64_t rows = std::int64_t(x.size()) / benchColumns;
    m_scheme->decode({rowsOf(Bytes(m_codes), m_row.codesBytes, first, rows),
                         rowsOf(Bytes(m_scales), m_row.scalesBytes, first, rows),
                         rowsOf(Bytes(m_zeros), m_row.zerosBytes, first, rows)},
        {rows, benchColumns}, m_options, x);
}

double OurSide::bitsPerWeight() const
{
    return 8 * double(m_row.codesBytes + m_row.scalesBytes + m_row.zerosBytes) / benchColumns;
}

PeerSide::PeerSide(const PeerQuants& peer, int type, const BenchData& data)
    : m_peer(&peer)
    , m_type(type)
    , m_data(&data)
    , m_rowBytes(peer.rowBytes(type, benchColumns))
    , m_bytes(std::size_t(data.rows() * m_rowBytes))
{
}

bool PeerSide::encode(std::int64_t first, std::int64_t rows)
{
    const auto x
        = std::span(m_data->floats)
              .subspan(std::size_t(first * benchColumns), std::size_t(rows * benchColumns));
    m_peer->encode(m_type, x, benchColumns, m_data->importance,
        rowsOf(MutableBytes(m_bytes), m_rowBytes, first, rows));
    return true;
}

void PeerSide::decode(std::int64_t first, std::span<float> x) const
{
    const std::int64_t rows = std::int64_t(x.size()) / benchColumns;
    m_peer->decode(m_type, rowsOf(Bytes(m_bytes), m_rowBytes, first, rows), x);
}
