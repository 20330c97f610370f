#include "tests/support/test_models.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QtEndian>
#include <cmath>
#include <cstring>
#include <numbers>
#include <random>

namespace aq::test {

// Box-Muller over std::mt19937, whose output the standard fixes (unlike normal_distribution's).
std::vector<float> gaussian(std::size_t count, float sigma, unsigned seed)
{
    std::mt19937 bits(seed);
    const auto uniform = [&] { return (double(bits()) + 0.5) / 4294967296.0; };
    std::vector<float> values(count);
    for (float& value : values) {
        const double radius = std::sqrt(-2 * std::log(uniform()));
        value = float(sigma * radius * std::cos(2 * std::numbers::pi * uniform()));
    }
    return values;
}

QByteArray bytesOf(const std::vector<float>& values)
{
    return {reinterpret_cast<const char*>(values.data()), qsizetype(values.size() * sizeof(float))};
}

TestTensor floatTensor(const QString& name, Shape shape, unsigned seed)
{
    const auto count = std::size_t(elementCount(shape).value_or(0));
    return {name, DType::F32, std::move(shape), bytesOf(gaussian(count, 0.02f, seed))};
}

/// As JSON writes it, with its quotes.
static QByteArray quoted(const QString& text)
{
    return QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact).chopped(1).sliced(1);
}

QByteArray safetensorsFile(const std::vector<TestTensor>& tensors)
{
    QByteArray header = "{", data;
    for (const TestTensor& tensor : tensors) {
        if (header.size() > 1)
            header += ',';
        header += quoted(tensor.name) + ":{\"dtype\":\"" + nameOf(tensor.dtype)
            + "\",\"shape\":" + shapeText(tensor.shape).toUtf8() + ",\"data_offsets\":["
            + QByteArray::number(data.size()) + ',';
        data += tensor.bytes;
        header += QByteArray::number(data.size()) + "]}";
    }
    header += '}';
    header.append((8 - header.size() % 8) % 8, ' ');
    QByteArray file(8, '\0');
    qToLittleEndian<quint64>(quint64(header.size()), file.data());
    return file + header + data;
}

QString sharedModel(const QString& name)
{
    const QString path = QDir(QStringLiteral(AQ_SHARED_MODELS)).filePath(name);
    return QFileInfo::exists(path) ? path : QString();
}

} // namespace aq::test
