#include "core/fit/sensitivity.h"

#include <algorithm>

namespace aq {

bool Sensitivity::isSampled() const
{
    return std::ranges::any_of(
        tensors, [](const Tensor& tensor) { return tensor.measured < tensor.elements; });
}

} // namespace aq
