#include "core/io/formats/arrow_inflated.h"

#include "core/io/refusal.h"

#include <algorithm>
#include <atomic>
#include <cstring>
#include <limits>

namespace aq {
namespace {

constexpr std::int64_t pieceBytes = 1 << 20;   ///< Decompressed at a time.
constexpr std::int64_t decoderBytes = 1 << 20; ///< What a decoder needs, roughly.

} // namespace

/// The last bytes of a buffer that is being decompressed, in a ring.
class ArrowInflated::Window {
public:
    Window(const ByteSource& file, std::size_t buffer, const ArrowRun& run, std::int64_t window)
        : m_buffer(buffer)
        , m_run(run)
        , m_capacity(std::min(window, run.bytes))
        , m_decoder(arrowDecoder(run.codec))
    {
        if (m_decoder)
            m_inflater.emplace(file, run, *m_decoder);
        m_ring = std::make_unique_for_overwrite<std::byte[]>(std::size_t(m_capacity));
    }

    std::mutex mutex; ///< To be held by who calls read().

    std::size_t buffer() const { return m_buffer; }
    std::int64_t bytes() const { return m_capacity + decoderBytes; }
    std::int64_t end() const { return m_end; } ///< Bytes made so far.
    bool canServe(std::int64_t at) const { return at >= m_end - m_capacity; }

    /// @pre canServe(at), and the bytes lie in the buffer
    Result<void> read(std::int64_t at, MutableBytes into)
    {
        while (!into.empty()) {
            const std::size_t copied = copy(at, into);
            at += std::int64_t(copied);
            into = into.subspan(copied);
            if (into.empty())
                break;
            if (auto gone = goOn(); !gone)
                return gone;
        }
        return {};
    }

private:
    /// What the ring has of `into`, up to its seam.
    std::size_t copy(std::int64_t at, MutableBytes into) const
    {
        const std::int64_t place = at % m_capacity;
        const std::int64_t bytes
            = std::min({std::int64_t(into.size()), m_end - at, m_capacity - place});
        if (bytes <= 0)
            return 0;
        std::memcpy(into.data(), m_ring.get() + place, std::size_t(bytes));
        return std::size_t(bytes);
    }

    Result<void> goOn()
    {
        if (!m_inflater)
            return Error{ErrorCode::Internal, QStringLiteral("out of memory"), {}};
        const std::int64_t end = m_end;
        const std::int64_t place = end % m_capacity;
        const std::int64_t bytes = std::min({pieceBytes, m_capacity - place, m_run.bytes - end});
        const MutableBytes piece(m_ring.get() + place, std::size_t(bytes));
        if (auto read = m_inflater->read(piece); !read)
            return read;
        m_end = end + bytes;
        if (m_end == m_run.bytes) { // All there is, or the last of it: no more is ever made.
            m_inflater.reset();
            m_decoder.reset();
        }
        return {};
    }

    std::size_t m_buffer;
    ArrowRun m_run;
    std::int64_t m_capacity;
    std::atomic<std::int64_t> m_end = 0;
    std::unique_ptr<ArrowDecoder> m_decoder;
    std::optional<ArrowInflater> m_inflater;
    std::unique_ptr<std::byte[]> m_ring;
};

/// A window whose turn it is.
struct ArrowInflated::Held {
    std::shared_ptr<Window> window;
    std::unique_lock<std::mutex> lock;
};

ArrowInflated::ArrowInflated(
    std::shared_ptr<const ByteSource> file, std::int64_t window, std::int64_t limit)
    : m_file(std::move(file))
    , m_window(window)
    , m_limit(limit)
{
}

ArrowInflated::~ArrowInflated() = default;

Result<std::int64_t> ArrowInflated::add(const ArrowRun& run, const QString& name)
{
    if (run.bytes > std::numeric_limits<std::int64_t>::max() - m_size)
        return corrupt(QStringLiteral("compressed buffers claim more than 2^63 bytes"));
    const std::int64_t offset = m_size;
    m_buffers.push_back({offset, run, name});
    m_size += run.bytes;
    return offset;
}

Result<void> ArrowInflated::read(std::int64_t offset, MutableBytes into) const
{
    if (offset < 0 || offset > m_size || std::int64_t(into.size()) > m_size - offset)
        return corrupt(QStringLiteral("read past the end of the compressed buffers"));
    auto buffer = std::partition_point(m_buffers.begin(), m_buffers.end(),
        [&](const Buffer& b) { return b.offset + b.run.bytes <= offset; });
    for (; !into.empty(); ++buffer) {
        const std::int64_t at = offset - buffer->offset;
        const std::int64_t bytes = std::min(std::int64_t(into.size()), buffer->run.bytes - at);
        const auto index = std::size_t(buffer - m_buffers.begin());
        if (auto got = readBuffer(index, at, into.first(std::size_t(bytes))); !got)
            return got.error().in(buffer->name);
        into = into.subspan(std::size_t(bytes));
        offset += bytes;
    }
    return {};
}

Result<void> ArrowInflated::readBuffer(std::size_t index, std::int64_t at, MutableBytes into) const
{
    if (into.empty())
        return {};
    Held held = windowAt(index, at);
    auto got = held.window->read(at, into);
    held.lock.unlock();
    if (!got)
        drop(*held.window); // Its decoder cannot go on.
    return got;
}

/// Of the buffer's windows that can still serve `at`, the one that has come furthest, else a new
/// one. Another thread may move it on before it is this one's turn: then again.
ArrowInflated::Held ArrowInflated::windowAt(std::size_t index, std::int64_t at) const
{
    for (;;) {
        std::unique_lock list(m_mutex);
        auto best = m_windows.end();
        for (auto window = m_windows.begin(); window != m_windows.end(); ++window)
            if ((*window)->buffer() == index && (*window)->canServe(at)
                && (best == m_windows.end() || (*window)->end() > (*best)->end()))
                best = window;
        if (best == m_windows.end()) {
            const Buffer& buffer = m_buffers[index];
            auto window = std::make_shared<Window>(*m_file, index, buffer.run, m_window);
            Held held{window, std::unique_lock(window->mutex)};
            m_windows.push_back(std::move(window));
            std::int64_t bytes = 0;
            for (const auto& each : m_windows)
                bytes += each->bytes();
            while (bytes > m_limit && m_windows.size() > 1) {
                bytes -= m_windows.front()->bytes();
                m_windows.erase(m_windows.begin());
            }
            return held;
        }
        std::rotate(best, best + 1, m_windows.end());
        const auto window = m_windows.back();
        list.unlock();
        Held held{window, std::unique_lock(window->mutex)};
        if (held.window->canServe(at))
            return held;
    }
}

void ArrowInflated::drop(const Window& window) const
{
    const std::lock_guard list(m_mutex);
    std::erase_if(m_windows, [&](const auto& each) { return each.get() == &window; });
}

} // namespace aq
