#pragma once
#include "core/io/byte_source.h"

#include <QByteArray>
#include <QtEndian>

namespace aq {

/// Reads a file's header forwards, through a window of fixed size. What a header claims is compared
/// with the bytes that are left before anything is allocated for it. The first failure stays: from
/// then on everything reads as zero or empty, so that a reader may look once per entry.
class GgufCursor {
public:
    static constexpr std::int64_t maxHeader = 64 << 20; ///< Bytes; real ones have up to 20 MB.

    explicit GgufCursor(const ByteSource& file)
        : m_file(file)
    {
    }

    std::int64_t at() const { return m_start + m_used; } ///< Bytes from the start of the file.
    std::uint64_t left() const { return std::uint64_t(m_file.size() - at()); } ///< In the file.

    template <typename T>
    T number()
    {
        std::byte bytes[sizeof(T)] = {};
        take(bytes);
        return qFromLittleEndian<T>(bytes);
    }

    /// The next `count` items of `size` bytes each; empty after a failure.
    QByteArray bytes(std::uint64_t count, std::uint64_t size = 1);
    void append(QByteArray& to, std::uint64_t count, std::uint64_t size = 1);
    QByteArray string() { return bytes(number<std::uint64_t>()); } ///< Length, then the bytes.

    explicit operator bool() const { return !m_error; }
    const Error& error() const { return *m_error; }
    void fail(const Error& error);

private:
    bool hasLeft(std::uint64_t count, std::uint64_t size);
    void take(MutableBytes into);

    const ByteSource& m_file;
    std::vector<std::byte> m_window;
    std::int64_t m_start = 0; ///< Of the window, in the file.
    std::int64_t m_used = 0;  ///< Of the window.
    std::optional<Error> m_error;
};

} // namespace aq
