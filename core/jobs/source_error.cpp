#include "core/jobs/source_error.h"

#include "core/base/printable.h"

#include <cmath>
#include <cstring>

namespace aq {
namespace {

QString numberText(double value)
{
    if (std::isnan(value))
        return QStringLiteral("NaN");
    if (std::isinf(value))
        return value < 0 ? QStringLiteral("-Inf") : QStringLiteral("Inf");
    return QString::number(value, 'g', 9);
}

Error elementError(std::int64_t element, const QString& what)
{
    return {ErrorCode::Unsupported, QStringLiteral("element %1 is %2").arg(element).arg(what), {}};
}

QString unfitText(double value, DType dtype)
{
    return QStringLiteral("%1, which does not fit %2")
        .arg(numberText(value), QLatin1StringView(nameOf(dtype)));
}

} // namespace

Error locatedAt(const ModelSource& source, const TensorInfo& tensor, const Error& error)
{
    const std::size_t part
        = std::size_t(tensor.encoding ? tensor.encoding->codes.part : tensor.data.part);
    const QStringList& files = source.opened().files;
    const QString file = part < std::size_t(files.size()) ? files[qsizetype(part)] : source.path();
    const QString name = printable(tensor.name);
    if (!error.where.startsWith(file))
        return error.in(name).in(file);
    if (error.where.contains(name))
        return error;
    return {error.code, error.detail,
        file + QStringLiteral(": ") + name + error.where.mid(file.size())};
}

Error nonFiniteSource(std::int64_t element, DType dtype, Bytes stored, float value)
{
    double wide = double(value);
    if (dtype == DType::F64)
        std::memcpy(&wide, stored.data(), sizeof wide);
    return elementError(
        element, std::isfinite(wide) ? unfitText(wide, DType::F32) : numberText(wide));
}

Error nonFiniteResult(std::int64_t element, DType dtype, float value)
{
    return elementError(element, unfitText(double(value), dtype));
}

} // namespace aq
