#pragma once
#include "core/tensor/tensor_info.h"

#include <QStringView>
#include <span>

namespace aq {

/// Where the file is going: which format is written and which schemes its readers understand.
/// One row of the table in target.cpp.
struct Target {
    const char* id;        ///< "arrow", "safetensors"
    const char* title;     ///< "Arrow IPC table"
    const char* about;     ///< One sentence: who reads it.
    const char* format;    ///< Id in formats().
    const char* extension; ///< "arrow"
    const char* family;    ///< Scheme family it takes: "affine".
    bool decoded;          ///< True: values are quantized, then written as floats.
    DType decodedType;     ///< Of those floats.

    /// Options as this target stores them: Arrow's columns are float32, for instance.
    SchemeOptions (*adjust)(SchemeOptions options);
};

std::span<const Target> targets();
const Target* targetNamed(QStringView id); ///< Null if unknown.

} // namespace aq
