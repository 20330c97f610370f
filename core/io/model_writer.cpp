#include "core/io/model_writer.h"

namespace aq {

std::int64_t OutputTensor::bytes() const
{
    return encoding ? encoding->bytes() : byteSize(shape, dtype).value_or(0);
}

Result<void> ModelWriter::setMetadata(const QString& key, const QString&)
{
    return Error{ErrorCode::Unsupported,
        QStringLiteral("this format's metadata '%1' cannot be changed while writing").arg(key), {}};
}

} // namespace aq
