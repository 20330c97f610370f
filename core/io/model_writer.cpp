#include "core/io/model_writer.h"

namespace aq {

std::int64_t OutputTensor::bytes() const
{
    return encoding ? encoding->bytes() : byteSize(shape, dtype).value_or(0);
}

} // namespace aq
