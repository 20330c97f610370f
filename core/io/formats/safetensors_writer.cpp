#include "core/io/formats/safetensors_writer.h"

#include "core/base/printable.h"
#include "core/io/formats/packed_safetensors.h"
#include "core/io/formats/packed_size.h"
#include "core/io/positioned_writer.h"

#include <QSet>
#include <QtEndian>
#include <algorithm>
#include <nlohmann/json.hpp>

namespace aq {
namespace {

constexpr qsizetype maxHeaderBytes = 100'000'000; ///< As in the reference implementation.
constexpr const char* longestDType = "F8_E4M3FNUZ";

/// As JSON has it. Plain ASCII, as most of 100,000 names are, goes the short way.
QByteArray quoted(const QByteArray& utf8)
{
    const bool isAscii
        = std::all_of(utf8.begin(), utf8.end(), [](char c) { return c >= ' ' && c <= '~'; });
    if (isAscii && !utf8.contains('"') && !utf8.contains('\\'))
        return '"' + utf8 + '"';
    if (isAscii)
        return '"' + QByteArray(utf8).replace('\\', "\\\\").replace('"', "\\\"") + '"';
    return QByteArray::fromStdString(nlohmann::json(utf8.toStdString()).dump());
}
QByteArray quoted(const QString& text) { return quoted(text.toUtf8()); }

QByteArray jsonShape(const Shape& shape)
{
    QByteArray text = "[";
    for (const std::int64_t extent : shape)
        text += (text.size() > 1 ? "," : "") + QByteArray::number(qint64(extent));
    return text + ']';
}

QByteArray entryText(const QString& name, const char* dtype, const Shape& shape, std::int64_t begin,
    std::int64_t bytes)
{
    return quoted(name) + ":{\"dtype\":\"" + dtype + "\",\"shape\":" + jsonShape(shape)
        + ",\"data_offsets\":[" + QByteArray::number(qint64(begin)) + ','
        + QByteArray::number(qint64(begin + bytes)) + "]},";
}

/// The entries of one tensor, each with a comma behind it.
QByteArray entriesText(const OutputTensor& tensor, const Slot& slot, std::int64_t dataStart)
{
    if (!tensor.encoding)
        return entryText(
            tensor.name, nameOf(tensor.dtype), tensor.shape, slot.data - dataStart, tensor.bytes());
    const Encoding& encoding = *tensor.encoding;
    const SchemeOptions& options = encoding.options;
    const PackedSize size = *packedSize(encoding.scheme, options, tensor.shape);
    const Shape scales = options.groupSize == 0 ? Shape{1} : Shape{size.rows, size.groups};
    QByteArray text = entryText(tensor.name + codesSuffix, "U8", {size.rows, size.rowBytes},
        slot.data - dataStart, encoding.codes.bytes);
    text += entryText(tensor.name + scalesSuffix, nameOf(options.scaleType), scales,
        slot.scales - dataStart, encoding.scales.bytes);
    if (options.zeroType != ZeroType::None)
        text += entryText(tensor.name + zerosSuffix, nameOf(options.zeroType), scales,
            slot.zeros - dataStart, encoding.zeros.bytes);
    return text;
}

/// One member of the JSON in "arrowquant.tensors", with a comma behind it.
QByteArray recipeText(const OutputTensor& tensor)
{
    const SchemeOptions& options = tensor.encoding->options;
    return quoted(tensor.name) + ":{\"scheme\":" + quoted(tensor.encoding->scheme)
        + ",\"shape\":" + jsonShape(tensor.shape) + ",\"dtype\":\"" + nameOf(tensor.dtype)
        + "\",\"group_size\":" + QByteArray::number(options.groupSize) + ",\"symmetry\":\""
        + nameOf(options.symmetry) + "\",\"scale_type\":\"" + nameOf(options.scaleType)
        + "\",\"zero_type\":\"" + nameOf(options.zeroType) + "\"},";
}

QByteArray metadataText(const OutputManifest& manifest)
{
    QMap<QString, QString> metadata = manifest.metadata;
    metadata[versionKey] = QStringLiteral("1");
    QByteArray tensors = "{";
    for (const OutputTensor& tensor : manifest.tensors)
        if (tensor.encoding)
            tensors += recipeText(tensor);
    if (tensors.size() > 1) {
        tensors.back() = '}';
        metadata[tensorsKey] = QString::fromUtf8(tensors);
    } else {
        metadata.remove(tensorsKey); // Of a source that was packed.
    }
    QByteArray text = "\"__metadata__\":{";
    for (auto entry = metadata.cbegin(); entry != metadata.cend(); ++entry)
        text += quoted(entry.key()) + ':' + quoted(entry.value()) + ',';
    text.back() = '}';
    return text + ',';
}

/// More than the JSON can take after any replace(): each tensor in its longest form, with offsets
/// as wide as the largest possible one.
qsizetype headerBound(const OutputManifest& manifest)
{
    std::int64_t end = 0;
    for (const OutputTensor& tensor : manifest.tensors) {
        const std::int64_t kept = byteSize(tensor.shape, DType::F64).value_or(tensor.bytes());
        const std::int64_t scales = tensor.encoding
            ? packedSize(tensor.encoding->scheme, tensor.encoding->options, tensor.shape)->scales
            : 0;
        end += std::max(kept, tensor.bytes() + 8 * scales);
    }
    qsizetype bound = 2 + metadataText(manifest).size();
    for (const OutputTensor& tensor : manifest.tensors) {
        const qsizetype kept = entryText(tensor.name, longestDType, tensor.shape, end, 0).size();
        OutputTensor widest = tensor;
        if (widest.encoding)
            widest.encoding->options.zeroType = ZeroType::F32;
        bound += 1; // "U8" may become "F32" in the metadata too.
        bound += std::max(kept, entriesText(widest, {end, end, end}, 0).size());
    }
    return bound;
}

class SafetensorsWriter final : public PositionedWriter {
public:
    using PositionedWriter::measure;
    using PositionedWriter::start;
    Result<void> setMetadata(const QString& key, const QString& value) override
    {
        return changeMetadata(key, value);
    }

protected:
    Result<void> check(const OutputTensor& tensor) const override;
    Result<void> prepare() override;
    std::int64_t dataStart() const override { return m_dataStart; }
    Place place(const OutputTensor& tensor, std::int64_t start) const override;
    Result<void> writeFrame() override;

private:
    std::int64_t m_dataStart = 8;
};

Result<void> SafetensorsWriter::prepare()
{
    QSet<QString> names;
    for (const OutputTensor& tensor : manifest().tensors)
        names.insert(tensor.name);
    for (const OutputTensor& tensor : manifest().tensors)
        for (const QString& suffix : {codesSuffix, scalesSuffix, zerosSuffix})
            if (tensor.encoding && names.contains(tensor.name + suffix))
                return Error{ErrorCode::InvalidPlan,
                    QStringLiteral("its name is needed for a part of the quantized %1")
                        .arg(printable(tensor.name)),
                    printable(tensor.name + suffix)};
    const qsizetype headerBytes = (headerBound(manifest()) + 7) / 8 * 8;
    if (headerBytes > maxHeaderBytes)
        return Error{ErrorCode::InvalidPlan,
            QStringLiteral("its header needs %1 bytes; readers allow %2")
                .arg(headerBytes)
                .arg(maxHeaderBytes),
            {}};
    m_dataStart = 8 + headerBytes;
    return {};
}

Result<void> SafetensorsWriter::check(const OutputTensor& tensor) const
{
    if (tensor.name == QLatin1StringView("__metadata__"))
        return Error{ErrorCode::InvalidPlan, QStringLiteral("is no name for a tensor"), {}};
    return {};
}

PositionedWriter::Place SafetensorsWriter::place(
    const OutputTensor& tensor, std::int64_t start) const
{
    Slot slot{start, start, start};
    if (tensor.encoding) {
        slot.scales = slot.data + tensor.encoding->codes.bytes;
        slot.zeros = slot.scales + tensor.encoding->scales.bytes;
    }
    return {slot, start + tensor.bytes()};
}

Result<void> SafetensorsWriter::writeFrame()
{
    QByteArray text = '{' + metadataText(manifest());
    for (std::size_t i = 0; i < manifest().tensors.size(); ++i)
        text += entriesText(manifest().tensors[i], slot(i), m_dataStart);
    text.back() = '}';
    const auto headerBytes = qsizetype(m_dataStart - 8);
    if (text.size() > headerBytes)
        return Error{ErrorCode::Internal,
            QStringLiteral("the header needs %1 bytes, %2 are reserved")
                .arg(text.size())
                .arg(headerBytes),
            {}};
    text.append(headerBytes - text.size(), ' ');
    QByteArray prefix(8, '\0');
    qToLittleEndian(quint64(headerBytes), prefix.data());
    text.prepend(prefix);
    return write(0, std::as_bytes(std::span(text.constData(), text.size())));
}

} // namespace

Result<std::unique_ptr<ModelWriter>> createSafetensors(
    const QString& path, const OutputManifest& manifest)
{
    auto writer = std::make_unique<SafetensorsWriter>();
    if (auto opened = writer->start(path, manifest); !opened)
        return opened.error();
    return std::unique_ptr<ModelWriter>(std::move(writer));
}

Result<std::int64_t> safetensorsFileBytes(const OutputManifest& manifest)
{
    return SafetensorsWriter().measure(manifest);
}

} // namespace aq
