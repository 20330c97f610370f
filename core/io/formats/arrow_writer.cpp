#include "core/io/formats/arrow_writer.h"

#include "core/io/formats/arrow_messages.h"
#include "core/io/positioned_writer.h"

namespace aq {
namespace {

/// A file is a stream between magics, with a footer that says where its batches are.
enum class Container : std::uint8_t { File, Stream };

class ArrowWriter final : public PositionedWriter {
public:
    explicit ArrowWriter(Container container)
        : m_isFile(container == Container::File)
    {
    }
    using PositionedWriter::measure;
    using PositionedWriter::start;

protected:
    Result<void> check(const OutputTensor& tensor) const override;
    Result<void> prepare() override;
    std::int64_t dataStart() const override { return m_beginningBytes; }
    Place place(const OutputTensor& tensor, std::int64_t start) const override;
    std::int64_t endingBytes() const override { return m_endingBytes; }
    Result<void> writeFrame() override;

private:
    QByteArray beginning(ArrowWidth width) const;
    QByteArray ending(ArrowWidth width, const std::vector<ArrowBlock>& blocks) const;
    Result<void> writeBatch(const ArrowBody& body, std::int64_t offset);

    const bool m_isFile;
    std::int64_t m_beginningBytes = 0;
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
    if (tensor.name.toUtf8().size() > 65535)
        return refused(QStringLiteral("has a name of more than 65535 bytes"));
    return {};
}

/// Magic and schema message.
QByteArray ArrowWriter::beginning(ArrowWidth width) const
{
    const QByteArray magic = m_isFile ? QByteArray("ARROW1\0\0", 8) : QByteArray();
    return magic + arrowSchemaMessage({manifest().metadata, width}, magic.size());
}

QByteArray ArrowWriter::ending(ArrowWidth width, const std::vector<ArrowBlock>& blocks) const
{
    return m_isFile ? arrowEnding({manifest().metadata, width}, blocks) : arrowEndOfStream();
}

/// No size depends on the width of the offsets, so that replace() may change it.
Result<void> ArrowWriter::prepare()
{
    m_beginningBytes = beginning({}).size();
    m_messageBytes = arrowBatchMessage(arrowBody({}, {})).size();
    // It lists a place per batch, each in as many bytes whatever it is.
    m_endingBytes = ending({}, std::vector<ArrowBlock>(manifest().tensors.size())).size();
    return {};
}

PositionedWriter::Place ArrowWriter::place(const OutputTensor& tensor, std::int64_t start) const
{
    const ArrowBody body = arrowBody(tensor, {});
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
    const ArrowWidth width = arrowWidth(manifest().tensors);
    const QByteArray first = beginning(width);
    Q_ASSERT(first.size() == m_beginningBytes);
    if (auto written = writeAt(0, first); !written)
        return written;
    std::vector<ArrowBlock> blocks;
    std::int64_t at = m_beginningBytes;
    for (const OutputTensor& tensor : manifest().tensors) {
        const ArrowBody body = arrowBody(tensor, width);
        if (auto written = writeBatch(body, at); !written)
            return written;
        blocks.push_back({at, m_messageBytes, body.bytes});
        at += m_messageBytes + body.bytes;
    }
    const QByteArray last = ending(width, blocks);
    Q_ASSERT(at == dataEnd() && last.size() == m_endingBytes);
    return writeAt(at, last);
}

Result<std::unique_ptr<ModelWriter>> create(
    Container container, const QString& path, const OutputManifest& manifest)
{
    auto writer = std::make_unique<ArrowWriter>(container);
    if (auto started = writer->start(path, manifest); !started)
        return started.error();
    return std::unique_ptr<ModelWriter>(std::move(writer));
}

} // namespace

Result<std::unique_ptr<ModelWriter>> createArrow(
    const QString& path, const OutputManifest& manifest)
{
    return create(Container::File, path, manifest);
}

Result<std::unique_ptr<ModelWriter>> createArrowStream(
    const QString& path, const OutputManifest& manifest)
{
    return create(Container::Stream, path, manifest);
}

Result<std::int64_t> arrowFileBytes(const OutputManifest& manifest)
{
    return ArrowWriter(Container::File).measure(manifest);
}

Result<std::int64_t> arrowStreamBytes(const OutputManifest& manifest)
{
    return ArrowWriter(Container::Stream).measure(manifest);
}

} // namespace aq
