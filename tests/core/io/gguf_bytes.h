#pragma once
#include "core/io/byte_source.h"

#include <QByteArray>
#include <cstring>
#include <initializer_list>

namespace aq::test {

/// Little endian, as this program's machines are.
template <typename T>
QByteArray le(T number)
{
    QByteArray bytes(sizeof number, '\0');
    std::memcpy(bytes.data(), &number, sizeof number);
    return bytes;
}

/// As GGUF writes strings: length, then the bytes.
inline QByteArray text(const QByteArray& bytes) { return le<quint64>(bytes.size()) + bytes; }

/// A GGUF file put together by hand, right or wrong. Shares no code with the program.
struct GgufFile {
    quint32 version = 3;
    quint64 keyCount = 0, tensorCount = 0; ///< As claimed; counted by key() and tensor().
    QByteArray keys, tensors, data;
    int alignment = 32;

    GgufFile& key(const QByteArray& name, quint32 type, const QByteArray& value)
    {
        keys += text(name) + le(type) + value;
        ++keyCount;
        return *this;
    }
    GgufFile& stringKey(const QByteArray& name, const QByteArray& value)
    {
        return key(name, 8, text(value));
    }
    GgufFile& arrayKey(
        const QByteArray& name, quint32 type, quint64 count, const QByteArray& values)
    {
        return key(name, 9, le(type) + le(count) + values);
    }
    /// At a place of its own choice.
    GgufFile& tensorAt(quint64 offset, const QByteArray& name, std::initializer_list<qint64> ne,
        quint32 type, const QByteArray& bytes)
    {
        tensors += text(name) + le(quint32(ne.size()));
        for (const qint64 extent : ne) // The fastest dimension first.
            tensors += le(extent);
        tensors += le(type) + le(offset);
        data += bytes;
        ++tensorCount;
        return *this;
    }
    /// Behind the one before.
    GgufFile& tensor(const QByteArray& name, std::initializer_list<qint64> ne, quint32 type,
        const QByteArray& bytes)
    {
        data += padding(data.size());
        return tensorAt(quint64(data.size()), name, ne, type, bytes);
    }
    QByteArray padding(qsizetype size) const
    {
        return QByteArray((alignment - size % alignment) % alignment, '\0');
    }
    QByteArray header() const
    {
        return "GGUF" + le(version) + le(tensorCount) + le(keyCount) + keys + tensors;
    }
    QByteArray bytes() const ///< The data of the last tensor is not padded.
    {
        return header() + (tensorCount ? padding(header().size()) : QByteArray()) + data;
    }
};

inline std::shared_ptr<const ByteSource> inMemory(const QByteArray& bytes)
{
    const auto view = std::as_bytes(std::span(bytes.data(), std::size_t(bytes.size())));
    return memoryBytes({view.begin(), view.end()});
}

} // namespace aq::test
