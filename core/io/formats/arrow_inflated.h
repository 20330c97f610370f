#pragma once
#include "core/io/formats/arrow_inflater.h"

#include <QString>
#include <mutex>

namespace aq {

/// Compressed buffers of a file as one run of bytes, the buffers behind each other. Nothing is
/// decompressed before it is read, and nothing is kept but windows on the last bytes of buffers
/// that were read lately: memory is bounded however large a buffer is. Reading forwards, by any
/// number of threads whose places are no further apart than a window, decompresses a buffer once;
/// a read before all windows of a buffer starts it again from its first byte.
class ArrowInflated final : public ByteSource {
public:
    static constexpr std::int64_t defaultWindow = 64 << 20;
    static constexpr std::int64_t defaultLimit = 4 * defaultWindow;

    /// @param window  bytes kept of a buffer
    /// @param limit   bytes kept in all, for as long as no more are being read at once
    explicit ArrowInflated(std::shared_ptr<const ByteSource> file,
        std::int64_t window = defaultWindow, std::int64_t limit = defaultLimit);
    ~ArrowInflated() override;

    /// Lays a buffer behind the others: where it begins; `name` is for errors. Before any reading.
    /// Corrupt: it does not fit 63 bits.
    Result<std::int64_t> add(const ArrowRun& run, const QString& name);

    std::int64_t size() const override { return m_size; }
    Result<void> read(std::int64_t offset, MutableBytes into) const override;

private:
    struct Buffer {
        std::int64_t offset = 0;
        ArrowRun run;
        QString name;
    };
    class Window;
    struct Held;

    Result<void> readBuffer(std::size_t index, std::int64_t at, MutableBytes into) const;
    Held windowAt(std::size_t index, std::int64_t at) const;
    void drop(const Window& window) const;

    std::shared_ptr<const ByteSource> m_file;
    std::int64_t m_window, m_limit;
    std::int64_t m_size = 0;
    std::vector<Buffer> m_buffers;
    mutable std::mutex m_mutex; ///< Guards the list, not what is in a window.
    mutable std::vector<std::shared_ptr<Window>> m_windows; ///< Lately read ones last.
};

} // namespace aq
