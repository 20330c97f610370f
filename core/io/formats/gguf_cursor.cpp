#include "core/io/formats/gguf_cursor.h"

#include "core/io/refusal.h"

#include <algorithm>

namespace aq {
namespace {

constexpr std::int64_t windowSize = 256 << 10; ///< Bytes.

} // namespace

void GgufCursor::fail(const Error& error)
{
    if (!m_error)
        m_error = error;
}

bool GgufCursor::hasLeft(std::uint64_t count, std::uint64_t size)
{
    if (m_error)
        return false;
    if (count > left() / size) {
        fail(corrupt(QStringLiteral("%1 bytes are needed at byte %2, where the file has %3 left")
                         .arg(size == 1 ? QString::number(count)
                                        : QStringLiteral("%1 * %2").arg(count).arg(size))
                         .arg(at())
                         .arg(left())));
        return false;
    }
    if (std::int64_t(count * size) > maxHeader - at()) {
        fail(unsupported(QStringLiteral("its header is longer than %1 bytes").arg(maxHeader)));
        return false;
    }
    return true;
}

/// Copies and moves on. @pre hasLeft(into.size(), 1), or `into` stays as it is.
void GgufCursor::take(MutableBytes into)
{
    if (!hasLeft(into.size(), 1))
        return;
    while (!into.empty()) {
        if (m_used == std::int64_t(m_window.size())) {
            m_start += m_used;
            m_used = 0;
            m_window.resize(std::size_t(std::min(windowSize, m_file.size() - m_start)));
            if (const auto got = m_file.read(m_start, m_window); !got)
                return fail(got.error());
        }
        const std::size_t some = std::min(into.size(), m_window.size() - std::size_t(m_used));
        std::copy_n(m_window.begin() + m_used, some, into.begin());
        m_used += std::int64_t(some);
        into = into.subspan(some);
    }
}

void GgufCursor::append(QByteArray& to, std::uint64_t count, std::uint64_t size)
{
    if (!hasLeft(count, size))
        return;
    const qsizetype before = to.size();
    to.resize(before + qsizetype(count * size));
    take(std::as_writable_bytes(std::span(to.data() + before, std::size_t(count * size))));
}

QByteArray GgufCursor::bytes(std::uint64_t count, std::uint64_t size)
{
    QByteArray result;
    append(result, count, size);
    return m_error ? QByteArray() : result;
}

} // namespace aq
