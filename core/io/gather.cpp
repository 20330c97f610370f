#include "core/io/gather.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace aq {
namespace {

constexpr std::int64_t windowSize = 1 << 20; ///< Bytes.

/// The last bytes read. Asked for ascending places, it reads the source about once.
class Window {
public:
    Window(const ByteSource& source, std::int64_t end)
        : m_source(source)
        , m_end(end)
    {
    }

    /// `bytes` bytes from `offset`; valid until the next call.
    Result<const std::byte*> at(std::int64_t offset, std::int64_t bytes)
    {
        if (offset < m_offset || bytes > m_offset + std::int64_t(m_bytes.size()) - offset) {
            auto read = readBytes(
                m_source, offset, std::max(bytes, std::min(windowSize, m_end - offset)));
            if (!read)
                return read.error();
            m_bytes = std::move(*read);
            m_offset = offset;
        }
        return m_bytes.data() + (offset - m_offset);
    }

private:
    const ByteSource& m_source;
    std::int64_t m_end; ///< Nothing is read behind it.
    std::int64_t m_offset = 0;
    std::vector<std::byte> m_bytes;
};

/// One dimension of a box: how far an element is from the next, in the file and in the output.
struct Axis {
    std::int64_t extent, from, to; ///< Steps in bytes.
};

void copyElements(const std::byte* from, std::int64_t fromStep, std::byte* to, std::int64_t toStep,
    std::int64_t count, std::size_t size)
{
    if (fromStep == std::int64_t(size) && toStep == fromStep) {
        std::memcpy(to, from, std::size_t(count) * size);
        return;
    }
    for (std::int64_t i = 0; i < count; ++i)
        std::memcpy(to + i * toStep, from + i * fromStep, size);
}

/// Copies a box. Walks it in the order of the file: the axis with the smallest step innermost.
Result<void> copyBox(
    Window& window, std::vector<Axis> axes, std::int64_t offset, std::byte* to, std::size_t size)
{
    std::erase_if(axes, [](const Axis& axis) { return axis.extent == 1; });
    if (axes.empty())
        axes.push_back({1, std::int64_t(size), std::int64_t(size)});
    std::stable_sort(
        axes.begin(), axes.end(), [](const Axis& a, const Axis& b) { return a.from > b.from; });
    const Axis inner = axes.back();
    axes.pop_back();
    // A run that spans more than the window is cut into pieces.
    const std::int64_t piece
        = std::max<std::int64_t>(1, windowSize / std::max<std::int64_t>(inner.from, 1));
    std::vector<std::int64_t> index(axes.size(), 0);
    for (;;) {
        for (std::int64_t i = 0; i < inner.extent; i += piece) {
            const std::int64_t count = std::min(piece, inner.extent - i);
            const auto from
                = window.at(offset + i * inner.from, (count - 1) * inner.from + std::int64_t(size));
            if (!from)
                return from.error();
            copyElements(*from, inner.from, to + i * inner.to, inner.to, count, size);
        }
        std::size_t axis = axes.size();
        for (;;) { // The next index, as an odometer counts.
            if (axis-- == 0)
                return {};
            offset += axes[axis].from;
            to += axes[axis].to;
            if (++index[axis] < axes[axis].extent)
                break;
            offset -= axes[axis].from * axes[axis].extent;
            to -= axes[axis].to * axes[axis].extent;
            index[axis] = 0;
        }
    }
}

/// Whole elements [first, first + count) of the row-major order, as boxes: at most two per axis.
Result<void> gatherElements(const ByteSource& source, const TensorInfo& tensor, std::int64_t first,
    std::int64_t count, std::byte* to)
{
    const std::int64_t size = bitsOf(tensor.dtype) / 8;
    const std::size_t rank = tensor.shape.size();
    Shape below(rank + 1, 1); // Elements under one index of an axis.
    for (std::size_t i = rank; i-- > 0;)
        below[i] = below[i + 1] * tensor.shape[i];
    Window window(source, tensor.data.offset + tensor.data.bytes);
    while (count > 0) {
        std::size_t axis = 0; // The outermost one of which whole indices fit.
        while (axis + 1 < rank && (first % below[axis + 1] != 0 || count < below[axis + 1]))
            ++axis;
        std::int64_t offset = tensor.data.offset, rest = first;
        for (std::size_t i = 0; i <= axis && i < rank; ++i) {
            offset += rest / below[i + 1] * tensor.strides[i] * size;
            if (i < axis)
                rest %= below[i + 1];
        }
        const std::int64_t index = rest / below[axis + 1];
        const std::int64_t taken = std::min(tensor.shape[axis] - index, count / below[axis + 1]);
        std::vector<Axis> axes{{taken, tensor.strides[axis] * size, below[axis + 1] * size}};
        for (std::size_t i = axis + 1; i < rank; ++i)
            axes.push_back({tensor.shape[i], tensor.strides[i] * size, below[i + 1] * size});
        if (const auto copied = copyBox(window, std::move(axes), offset, to, std::size_t(size));
            !copied)
            return copied.error();
        first += taken * below[axis + 1];
        count -= taken * below[axis + 1];
        to += taken * below[axis + 1] * size;
    }
    return {};
}

} // namespace

Result<void> gather(
    const ByteSource& source, const TensorInfo& tensor, std::int64_t first, MutableBytes into)
{
    const std::int64_t size = bitsOf(tensor.dtype) / 8;
    while (!into.empty()) {
        const std::int64_t skip = first % size;
        const auto wanted = std::int64_t(into.size());
        const std::int64_t whole = skip == 0 ? wanted / size : 0;
        if (whole > 0) {
            if (const auto got = gatherElements(source, tensor, first / size, whole, into.data());
                !got)
                return got.error();
            into = into.subspan(std::size_t(whole * size));
            first += whole * size;
            continue;
        }
        std::array<std::byte, 16> element; // A part of one, at either end of the range.
        if (const auto got = gatherElements(source, tensor, first / size, 1, element.data()); !got)
            return got.error();
        const std::int64_t part = std::min(size - skip, wanted);
        std::copy_n(element.begin() + skip, part, into.begin());
        into = into.subspan(std::size_t(part));
        first += part;
    }
    return {};
}

} // namespace aq
