#pragma once
#include "core/quant/scheme.h"

#include <cstring>
#include <vector>

namespace aq::test {

/// The schemes of one family, in the order of the table: "affine", "ggml", "float".
inline std::vector<const Scheme*> schemesOf(const char* family)
{
    std::vector<const Scheme*> found;
    for (const Scheme* scheme : schemes())
        if (std::strcmp(scheme->family, family) == 0)
            found.push_back(scheme);
    return found;
}

} // namespace aq::test
