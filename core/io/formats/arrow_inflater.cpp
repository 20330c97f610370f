#include "core/io/formats/arrow_inflater.h"

#include "core/io/refusal.h"

#include <algorithm>

namespace aq {
namespace {

constexpr std::int64_t pieceBytes = 256 << 10; ///< Of input.

} // namespace

ArrowInflater::ArrowInflater(const ByteSource& file, const ArrowRun& run, ArrowDecoder& decoder)
    : m_file(file)
    , m_run(run)
    , m_decoder(decoder)
{
    m_decoder.reset();
}

Result<void> ArrowInflater::fill()
{
    if (!m_input.empty())
        return {};
    const std::int64_t bytes = std::min(pieceBytes, m_run.packed - m_taken);
    if (bytes == 0)
        return corrupt(QStringLiteral("its compressed data ends after %1 of %2 bytes")
                           .arg(m_made)
                           .arg(m_run.bytes));
    m_piece.resize(std::size_t(bytes));
    if (auto got = m_file.read(m_run.offset + m_taken, m_piece); !got)
        return got;
    m_taken += bytes;
    m_input = m_piece;
    return {};
}

Result<void> ArrowInflater::read(MutableBytes into)
{
    Q_ASSERT(std::int64_t(into.size()) <= m_run.bytes - m_made);
    while (!into.empty()) {
        if (auto filled = fill(); !filled)
            return filled;
        const auto step = m_decoder.decode(m_input, into);
        if (!step)
            return step.error();
        m_input = m_input.subspan(step->taken);
        into = into.subspan(step->made);
        m_made += std::int64_t(step->made);
        m_frameEnded = step->frameEnded;
    }
    return m_made == m_run.bytes ? finish() : Result<void>();
}

Result<void> ArrowInflater::finish()
{
    std::byte more[1];
    while (!m_frameEnded || !m_input.empty() || m_taken < m_run.packed) {
        if (auto filled = fill(); !filled)
            return filled;
        const auto step = m_decoder.decode(m_input, more);
        if (!step)
            return step.error();
        if (step->made > 0)
            return corrupt(QStringLiteral("its compressed data holds more than the %1 bytes it "
                                          "claims")
                               .arg(m_run.bytes));
        m_input = m_input.subspan(step->taken);
        m_frameEnded = step->frameEnded;
    }
    return {};
}

} // namespace aq
