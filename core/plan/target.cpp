#include "core/plan/target.h"

#include <QCoreApplication> // QT_TRANSLATE_NOOP: the window translates titles.
#include <array>

namespace aq {

namespace {

/// The tables' `scales` and `zero_points` columns are list<float32>, for every scheme.
SchemeOptions asFloat32(SchemeOptions options)
{
    options.scaleType = ScaleType::F32;
    options.zeroType = ZeroType::F32;
    return options;
}

/// Scales as chosen; zero points in the smallest type that holds them exactly.
SchemeOptions asPacked(SchemeOptions options)
{
    switch (options.symmetry) {
    case Symmetry::Symmetric:
        options.zeroType = ZeroType::None;
        break;
    case Symmetry::AsymmetricInteger:
        options.zeroType = ZeroType::U8;
        break;
    case Symmetry::Asymmetric:
        options.zeroType = options.scaleType == ScaleType::F16 ? ZeroType::F16 : ZeroType::F32;
        break;
    }
    return options;
}

constexpr Target floats(const char* id, const char* title, const char* about, DType type)
{
    return {id, title, about, "safetensors", "safetensors", "affine", true, type, asPacked};
}

/// Blocks have a layout of their own: of the options only the search is left.
SchemeOptions asBlocks(SchemeOptions options)
{
    SchemeOptions blocks;
    blocks.search = options.search;
    return blocks;
}

constexpr Target gguf(const char* id, const char* title, const char* about, const char* consumer)
{
    return {id, title, about, "gguf", "gguf", "ggml", false, DType::F32, asBlocks, consumer};
}

constexpr std::array table{
    Target{"arrow", QT_TRANSLATE_NOOP("Targets", "Arrow IPC table"),
        QT_TRANSLATE_NOOP("Targets",
            "One row per tensor with codes, scales and zero points: for ArrowQuant and for "
            "analysis "
            "with any Arrow library."),
        "arrow", "arrow", "affine", false, DType::F32, asFloat32},
    Target{"arrow-stream", QT_TRANSLATE_NOOP("Targets", "Arrow IPC stream"),
        QT_TRANSLATE_NOOP("Targets",
            "The same table as a stream, without an index at its end: for programs that read it "
            "while it arrives."),
        "arrow-stream", "arrows", "affine", false, DType::F32, asFloat32},
    Target{"safetensors", QT_TRANSLATE_NOOP("Targets", "Safetensors, packed"),
        QT_TRANSLATE_NOOP("Targets",
            "Packed codes, scales and zero points: the smallest file, read by ArrowQuant."),
        "safetensors", "safetensors", "affine", false, DType::F32, asPacked},
    floats("safetensors-f16", QT_TRANSLATE_NOOP("Targets", "Safetensors, F16 values"),
        QT_TRANSLATE_NOOP("Targets",
            "Quantized values written as 16-bit floats: for any program that reads safetensors."),
        DType::F16),
    floats("safetensors-bf16", QT_TRANSLATE_NOOP("Targets", "Safetensors, BF16 values"),
        QT_TRANSLATE_NOOP("Targets",
            "Quantized values written as bfloat16: for any program that reads safetensors."),
        DType::BF16),
    floats("safetensors-f32", QT_TRANSLATE_NOOP("Targets", "Safetensors, F32 values"),
        QT_TRANSLATE_NOOP(
            "Targets", "Quantized values written as 32-bit floats, exactly as they decode."),
        DType::F32),
    gguf("gguf", QT_TRANSLATE_NOOP("Targets", "GGUF"),
        QT_TRANSLATE_NOOP("Targets",
            "Blocks of ggml types: one file for ComfyUI-GGUF, stable-diffusion.cpp and diffusers "
            "alike."),
        nullptr),
    gguf("gguf-comfyui", QT_TRANSLATE_NOOP("Targets", "GGUF for ComfyUI"),
        QT_TRANSLATE_NOOP("Targets",
            "For the ComfyUI-GGUF node; convolutions of SD 1.x and SDXL are quantized too."),
        "comfyui"),
    gguf("gguf-sdcpp", QT_TRANSLATE_NOOP("Targets", "GGUF for stable-diffusion.cpp"),
        QT_TRANSLATE_NOOP(
            "Targets", "For stable-diffusion.cpp; whole checkpoints as well as diffusion models."),
        "sd.cpp"),
    gguf("gguf-diffusers", QT_TRANSLATE_NOOP("Targets", "GGUF for diffusers"),
        QT_TRANSLATE_NOOP("Targets", "For from_single_file() of the diffusers library."),
        "diffusers"),
    gguf("gguf-llama", QT_TRANSLATE_NOOP("Targets", "GGUF for llama.cpp"),
        QT_TRANSLATE_NOOP("Targets",
            "For llama.cpp; the source has to be a GGUF file with the model's metadata."),
        "llama.cpp"),
};

} // namespace

std::span<const Target> targets() { return table; }

const Target* targetNamed(QStringView id)
{
    for (const Target& target : table)
        if (id == QLatin1StringView(target.id))
            return &target;
    return nullptr;
}

} // namespace aq
