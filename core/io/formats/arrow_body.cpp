#include "core/io/formats/arrow_body.h"

#include "core/io/formats/packed_size.h"
#include "core/io/formats/packed_words.h"

#include <limits>

namespace aq {
namespace {

/// Collects the buffers of one row in the order that the format asks for.
class BodyBuilder {
public:
    explicit BodyBuilder(ArrowWidth width)
        : m_width(width)
    {
    }
    void utf8(const QByteArray& text)
    {
        node(1);
        noValidity();
        offsets(text.size());
        add(text);
    }
    void fixed(const QByteArray& value)
    {
        node(1);
        noValidity();
        add(value);
    }
    void longs(const Shape& values)
    {
        node(1);
        noValidity();
        offsets(std::int64_t(values.size()));
        QByteArray bytes;
        for (const std::int64_t value : values)
            bytes += littleEndian(value);
        node(std::int64_t(values.size()));
        noValidity();
        add(bytes);
    }
    void binary(std::int64_t bytes)
    {
        node(1);
        noValidity();
        offsets(bytes, m_width.codes);
        addTensor(bytes);
    }
    void floats(std::int64_t bytes)
    {
        const std::int64_t count = bytes / std::int64_t(sizeof(float));
        node(1);
        noValidity();
        offsets(count, m_width.scales);
        node(count);
        noValidity();
        addTensor(bytes);
    }
    ArrowBody take() &&
    {
        m_body.bytes = m_at;
        return std::move(m_body);
    }

private:
    void node(std::int64_t length) { m_body.lengths.push_back(length); }
    void noValidity() { m_body.parts.push_back({m_at, 0, {}, false}); } // Nothing is null.
    void offsets(std::int64_t end, bool isWide = false)
    {
        if (isWide)
            add(littleEndian<qint64>(0) + littleEndian<qint64>(end));
        else
            add(littleEndian<qint32>(0) + littleEndian(qint32(end)));
    }
    void add(const QByteArray& content) { place({m_at, content.size(), content, false}); }
    void addTensor(std::int64_t bytes)
    {
        m_body.tensorOffsets[m_tensors++] = m_at;
        place({m_at, bytes, {}, true});
    }
    void place(ArrowPart part)
    {
        m_at = arrowAligned(m_at + part.bytes);
        m_body.parts.push_back(std::move(part));
    }

    const ArrowWidth m_width;
    ArrowBody m_body;
    std::int64_t m_at = 0;
    std::size_t m_tensors = 0;
};

} // namespace

ArrowWidth arrowWidth(std::span<const OutputTensor> tensors)
{
    constexpr std::int64_t most = std::numeric_limits<std::int32_t>::max();
    ArrowWidth width;
    for (const OutputTensor& tensor : tensors) {
        const auto& encoding = tensor.encoding;
        width.codes |= (encoding ? encoding->codes.bytes : tensor.bytes()) > most;
        width.scales |= encoding && encoding->scales.bytes / std::int64_t(sizeof(float)) > most;
    }
    return width;
}

ArrowBody arrowBody(const OutputTensor& tensor, ArrowWidth width)
{
    const Encoding* encoding = tensor.encoding ? &*tensor.encoding : nullptr;
    BodyBuilder body(width);
    body.utf8(tensor.name.toUtf8());
    body.binary(encoding ? encoding->codes.bytes : tensor.bytes());
    body.floats(encoding ? encoding->scales.bytes : 0);
    body.floats(encoding ? encoding->zeros.bytes : 0);
    body.longs(tensor.shape);
    body.fixed(
        littleEndian(quint8(encoding ? *packedBits(encoding->scheme) : bitsOf(tensor.dtype))));
    body.fixed(littleEndian(qint32(encoding ? encoding->options.groupSize : 0)));
    body.utf8(encoding ? encoding->scheme.toUtf8() : QByteArray(keptScheme));
    body.utf8(nameOf(tensor.dtype));
    body.utf8(encoding ? nameOf(encoding->options.symmetry) : "");
    return std::move(body).take();
}

} // namespace aq
