#pragma once
#include "core/io/formats/gguf_types.h"
#include "core/io/formats/packed_size.h"
#include "core/io/model_source.h"
#include "core/io/model_writer.h"

#include <QByteArray>
#include <QFile>

namespace aq::test {

/// A tensor to be written, with bytes that no scheme made.
struct HandMade {
    OutputTensor tensor;
    QByteArray data, scales, zeros; ///< data: of a kept tensor, or the codes.
};

inline QByteArray noise(std::int64_t bytes, unsigned seed)
{
    QByteArray result(bytes, '\0');
    for (char& byte : result) {
        seed = seed * 1664525 + 1013904223;
        byte = char(seed >> 24);
    }
    return result;
}

inline HandMade kept(const QString& name, DType dtype, Shape shape)
{
    const std::int64_t bytes = byteSize(shape, dtype).value();
    return {{name, dtype, std::move(shape), {}}, noise(bytes, unsigned(qHash(name))), {}, {}};
}

inline HandMade quantized(
    const QString& name, const QString& scheme, const SchemeOptions& options, Shape shape)
{
    const PackedSize size = packedSize(scheme, options, shape).value();
    Encoding encoding;
    encoding.scheme = scheme;
    encoding.options = options;
    encoding.codes.bytes = size.codesBytes();
    encoding.scales.bytes = size.scalesBytes();
    encoding.zeros.bytes = size.zerosBytes();
    const unsigned seed = unsigned(qHash(name));
    return {{name, DType::F16, std::move(shape), encoding}, noise(size.codesBytes(), seed),
        noise(size.scalesBytes(), seed + 1), noise(size.zerosBytes(), seed + 2)};
}

/// Blocks of a GGUF type, in rows of `stored` if that is not the tensor's own shape.
inline HandMade inBlocks(
    const QString& name, const QString& scheme, Shape shape, const Shape& stored = {})
{
    const GgufType& type = *ggufTypeForScheme(scheme);
    Encoding encoding;
    encoding.scheme = scheme;
    encoding.options = ggufOptions(type);
    encoding.codes.bytes = elementCount(shape).value() / type.elements * type.bytes;
    encoding.shape = stored;
    return {{name, DType::F32, std::move(shape), encoding},
        noise(encoding.codes.bytes, unsigned(qHash(name))), {}, {}};
}

inline Bytes bytesIn(const QByteArray& bytes)
{
    return std::as_bytes(std::span(bytes.constData(), std::size_t(bytes.size())));
}

inline OutputManifest manifestOf(const std::vector<HandMade>& items)
{
    OutputManifest manifest;
    for (const HandMade& item : items)
        manifest.tensors.push_back(item.tensor);
    return manifest;
}

inline Result<void> writeTensor(ModelWriter& writer, std::size_t index, const HandMade& item)
{
    const Slot slot = writer.slot(index);
    if (auto written = writer.write(slot.data, bytesIn(item.data)); !written)
        return written;
    if (auto written = writer.write(slot.scales, bytesIn(item.scales)); !written)
        return written;
    return writer.write(slot.zeros, bytesIn(item.zeros));
}

inline QByteArray fileBytes(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("cannot be read");
}

inline QByteArray blobBytes(const ModelSource& model, const Blob& blob)
{
    QByteArray bytes(blob.bytes, '\0');
    const auto read = model.readBlob(
        blob, 0, std::as_writable_bytes(std::span(bytes.data(), std::size_t(bytes.size()))));
    return read ? bytes : QByteArray("cannot be read");
}

} // namespace aq::test
