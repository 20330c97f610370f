#pragma once
#include "core/base/result.h"

#include <cstddef>
#include <utility>

namespace aq {

/// How many of `count` things, taken from the first on, fit together, where fewer fit whenever more
/// do. All are tried at once, then halves: about log2(count) + 1 tries. None always fit, and are
/// never tried.
/// @param fits  Result<bool>(std::size_t) for that many of the first; its error ends the search
template <typename Fits>
Result<std::size_t> mostThatFit(std::size_t count, Fits&& fits)
{
    std::size_t taken = 0; // So many fit; more than `count` do not.
    for (std::size_t tried = count; taken < count; tried = taken + (count - taken + 1) / 2) {
        const Result<bool> fitting = fits(tried);
        if (!fitting)
            return fitting.error();
        if (*fitting)
            taken = tried;
        else
            count = tried - 1;
    }
    return taken;
}

} // namespace aq
