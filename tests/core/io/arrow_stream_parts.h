#pragma once
#include "tests/core/io/hand_made.h"

#include "arrow_schema_generated.h" // With the object API, made for tests.

#include <QtEndian>
#include <lz4frame.h>
#include <zstd.h>

namespace aq::test {

/// A message of an Arrow IPC stream, taken apart: change it, then bytes().
struct StreamMessage {
    arrow::MessageT message;
    QByteArray body;

    QByteArray bytes() const
    {
        flatbuffers::FlatBufferBuilder builder;
        builder.Finish(arrow::CreateMessage(builder, &message));
        QByteArray metadata(
            reinterpret_cast<const char*>(builder.GetBufferPointer()), builder.GetSize());
        metadata.append(7 - (metadata.size() + 7) % 8, '\0');
        return prefix(qint32(metadata.size())) + metadata + body;
    }
    static QByteArray prefix(qint32 size, quint32 mark = 0xFFFFFFFF)
    {
        QByteArray bytes(8, '\0');
        qToLittleEndian(mark, bytes.data());
        qToLittleEndian(size, bytes.data() + 4);
        return bytes;
    }
    arrow::RecordBatchT& batch()
    {
        if (auto* dictionary = message.header.AsDictionaryBatch())
            return *dictionary->data;
        return *message.header.AsRecordBatch();
    }
    arrow::SchemaT& schema() { return *message.header.AsSchema(); }
};

inline std::vector<StreamMessage> takeStreamApart(const QByteArray& stream)
{
    std::vector<StreamMessage> messages;
    for (qsizetype at = 0; at < stream.size();) {
        const auto size = qFromLittleEndian<qint32>(stream.constData() + at + 4);
        if (size == 0)
            break;
        StreamMessage& last = messages.emplace_back();
        flatbuffers::GetRoot<arrow::Message>(stream.constData() + at + 8)->UnPackTo(&last.message);
        last.body = stream.mid(at + 8 + size, last.message.body_length);
        at += 8 + size + last.body.size();
    }
    return messages;
}

inline QByteArray assembled(const std::vector<StreamMessage>& messages)
{
    QByteArray stream;
    for (const StreamMessage& message : messages)
        stream += message.bytes();
    return stream + StreamMessage::prefix(0);
}

inline QByteArray lz4Frame(const QByteArray& plain)
{
    QByteArray frame(qsizetype(LZ4F_compressFrameBound(std::size_t(plain.size()), nullptr)), '\0');
    frame.resize(qsizetype(LZ4F_compressFrame(frame.data(), std::size_t(frame.size()),
        plain.constData(), std::size_t(plain.size()), nullptr)));
    return frame;
}

inline QByteArray zstdFrame(const QByteArray& plain)
{
    QByteArray frame(qsizetype(ZSTD_compressBound(std::size_t(plain.size()))), '\0');
    frame.resize(qsizetype(ZSTD_compress(
        frame.data(), std::size_t(frame.size()), plain.constData(), std::size_t(plain.size()), 1)));
    return frame;
}

/// What stands in the place of buffer `index`: with its length before it.
using Packing = std::function<QByteArray(int index, const QByteArray& plain)>;

inline QByteArray withLength(qint64 length, const QByteArray& frame)
{
    QByteArray bytes(8, '\0');
    qToLittleEndian(length, bytes.data());
    return bytes + frame;
}

inline QByteArray lz4Packed(int, const QByteArray& plain)
{
    return withLength(plain.size(), lz4Frame(plain));
}
inline QByteArray zstdPacked(int, const QByteArray& plain)
{
    return withLength(plain.size(), zstdFrame(plain));
}

/// Compresses the buffers of a message with a record batch in it.
inline void compress(StreamMessage& message, arrow::CompressionType codec, const Packing& pack)
{
    arrow::RecordBatchT& batch = message.batch();
    QByteArray body;
    for (std::size_t i = 0; i < batch.buffers.size(); ++i) {
        arrow::Buffer& buffer = batch.buffers[i];
        const QByteArray plain = message.body.mid(buffer.offset(), buffer.length());
        const QByteArray packed = plain.isEmpty() ? plain : pack(int(i), plain);
        buffer = arrow::Buffer(body.size(), packed.size());
        body += packed;
        body.append(7 - (body.size() + 7) % 8, '\0');
    }
    batch.compression = std::make_unique<arrow::BodyCompressionT>();
    batch.compression->codec = codec;
    message.body = body;
    message.message.body_length = body.size();
}

} // namespace aq::test
