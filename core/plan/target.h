#pragma once
#include "core/tensor/tensor_info.h"

#include <QStringView>
#include <span>

namespace aq {

/// A program that loads the file, and what it accepts. A row of the table in consumer.cpp; sources
/// of the facts: docs/formats/consumers.md.
struct Consumer {
    const char* id;                             ///< "comfyui", "sd.cpp", "diffusers", "llama.cpp"
    const char* title;                          ///< "ComfyUI-GGUF"
    std::span<const char* const> fastSchemes;   ///< Ids it has fast code for.
    std::span<const char* const> architectures; ///< Empty: any, it looks at names.
    int maxNameBytes;                           ///< Longest tensor name that it loads.
    int maxDimensions;                          ///< Of a quantized tensor; more must stay floats.
    bool takesReshaped;                         ///< Understands comfy.gguf.orig_shape.
    const char* since;                          ///< Version floor, shown when exporting.

    enum class Others : std::uint8_t { Load, Slow, Refused };
    Others otherSchemes = Others::Load; ///< What becomes of types outside `fastSchemes`.
    bool takesDiffusersNames = true;    ///< Of networks that have names of their own as well.
    bool takesWholeCheckpoints = true;  ///< Else the diffusion model alone is used.
    int mostDimensions = 1 << 30;       ///< Of any tensor: one with more, and the file is refused.
    bool needsSourceMetadata = false;   ///< Hyperparameters, tokenizer: only GGUF sources have it.
};
std::span<const Consumer> consumers();
const Consumer* consumerNamed(QStringView id); ///< Null if unknown.

/// Where the file is going: which format is written and which schemes its readers understand.
/// One row of the table in target.cpp.
struct Target {
    const char* id;        ///< "arrow", "safetensors"
    const char* title;     ///< "Arrow IPC table"
    const char* about;     ///< One sentence: who reads it.
    const char* format;    ///< Id in formats().
    const char* extension; ///< "arrow"
    const char* family;    ///< Scheme family it takes besides "float": "affine", "ggml".
    bool decoded;          ///< True: values are quantized, then written as floats.
    DType decodedType;     ///< Of those floats.

    /// Options as this target stores them: Arrow's columns are float32, for instance.
    SchemeOptions (*adjust)(SchemeOptions options);

    const char* consumer = nullptr; ///< Id of the program it is for; null: no one in particular.
};

std::span<const Target> targets();
const Target* targetNamed(QStringView id); ///< Null if unknown.

} // namespace aq
