#include "core/interop/text_number.h"

#include <array>
#include <charconv>
#include <cmath>

namespace aq {

QByteArray numberText(double value)
{
    if (!std::isfinite(value))
        return {};
    std::array<char, 32> text;
    const auto end = std::to_chars(text.data(), text.data() + text.size(), value).ptr;
    return {text.data(), end - text.data()};
}

} // namespace aq
