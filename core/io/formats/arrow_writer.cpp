#include "core/io/formats/arrow_writer.h"

#include "core/io/formats/arrow_messages.h"
#include "core/io/positioned_writer.h"

#include <limits>

namespace aq {
namespace {

constexpr std::int64_t mostBytes = std::numeric_limits<std::int32_t>::max();

class ArrowWriter final : public PositionedWriter {
public:
    using PositionedWriter::measure;
    using PositionedWriter::start;

protected:
    Result<void> check(const OutputTensor& tensor) const override;
    Result<void> prepare() override;
    std::int64_t dataStart() const override { return m_beginning.size(); }
    Place place(const OutputTensor& tensor, std::int64_t start) const override;
    std::int64_t endingBytes() const override { return m_endingBytes; }
    Result<void> writeFrame() override;

private:
    Result<void> writeBatch(const ArrowBody& body, std::int64_t offset);

    QByteArray m_beginning;          ///< Magic and schema message.
    std::int64_t m_messageBytes = 0; ///< Of every record batch, without its body.
    std::int64_t m_endingBytes = 0;
};

Result<void> ArrowWriter::check(const OutputTensor& tensor) const
{
    const auto refused = [](const QString& detail) {
        return Error{ErrorCode::InvalidPlan, detail, {}};
    };
    const auto& encoding = tensor.encoding;
    if (encoding
        && (encoding->options.scaleType != ScaleType::F32
            || encoding->options.zeroType != ZeroType::F32))
        return refused(QStringLiteral("Arrow files store scales and zero points as F32"));
    const std::int64_t largest
        = encoding ? std::max(encoding->codes.bytes, encoding->scales.bytes) : tensor.bytes();
    if (largest > mostBytes)
        return refused(QStringLiteral("has %1 bytes; a value of an Arrow file holds %2")
                           .arg(largest)
                           .arg(mostBytes));
    if (tensor.name.toUtf8().size() > 65535)
        return refused(QStringLiteral("has a name of more than 65535 bytes"));
    return {};
}

Result<void> ArrowWriter::prepare()
{
    m_beginning = QByteArray("ARROW1\0\0", 8);
    m_beginning += arrowSchemaMessage(manifest().metadata, m_beginning.size());
    m_messageBytes = arrowBatchMessage(arrowBody({})).size();
    // It lists a place per batch, each in as many bytes whatever it is.
    m_endingBytes
        = arrowEnding(manifest().metadata, std::vector<ArrowBlock>(manifest().tensors.size()))
              .size();
    return {};
}

PositionedWriter::Place ArrowWriter::place(const OutputTensor& tensor, std::int64_t start) const
{
    const ArrowBody body = arrowBody(tensor);
    const std::int64_t at = start + m_messageBytes;
    const Slot slot{
        at + body.tensorOffsets[0], at + body.tensorOffsets[1], at + body.tensorOffsets[2]};
    return {slot, at + body.bytes};
}

/// Message, small buffers and padding: all but the tensor's own bytes.
Result<void> ArrowWriter::writeBatch(const ArrowBody& body, std::int64_t offset)
{
    QByteArray run = arrowBatchMessage(body);
    Q_ASSERT(run.size() == m_messageBytes);
    std::int64_t at = offset;                                                   // Where `run` goes.
    const auto end = [&] { return at + run.size() - offset - m_messageBytes; }; // In the body.
    const auto flush = [&] {
        return write(at, std::as_bytes(std::span(run.constData(), std::size_t(run.size()))));
    };
    for (const ArrowPart& part : body.parts) {
        run.append(part.offset - end(), '\0');
        run.append(part.content);
        if (!part.isTensor)
            continue;
        if (const auto written = flush(); !written)
            return written.error();
        at = offset + m_messageBytes + part.offset + part.bytes;
        run.clear();
    }
    run.append(body.bytes - end(), '\0');
    return flush();
}

Result<void> ArrowWriter::writeFrame()
{
    const auto writeAt = [&](std::int64_t offset, const QByteArray& bytes) {
        return write(
            offset, std::as_bytes(std::span(bytes.constData(), std::size_t(bytes.size()))));
    };
    if (auto written = writeAt(0, m_beginning); !written)
        return written;
    std::vector<ArrowBlock> blocks;
    std::int64_t at = m_beginning.size();
    for (const OutputTensor& tensor : manifest().tensors) {
        const ArrowBody body = arrowBody(tensor);
        if (auto written = writeBatch(body, at); !written)
            return written;
        blocks.push_back({at, m_messageBytes, body.bytes});
        at += m_messageBytes + body.bytes;
    }
    const QByteArray ending = arrowEnding(manifest().metadata, blocks);
    Q_ASSERT(at == dataEnd() && ending.size() == m_endingBytes);
    return writeAt(at, ending);
}

} // namespace

Result<std::unique_ptr<ModelWriter>> createArrow(
    const QString& path, const OutputManifest& manifest)
{
    auto writer = std::make_unique<ArrowWriter>();
    if (auto started = writer->start(path, manifest); !started)
        return started.error();
    return std::unique_ptr<ModelWriter>(std::move(writer));
}

Result<std::int64_t> arrowFileBytes(const OutputManifest& manifest)
{
    return ArrowWriter().measure(manifest);
}

} // namespace aq
