#include "core/plan/target.h"

#include <array>

namespace aq {

namespace {

/// The table's `scales` and `zero_points` columns are list<float32>, for every scheme.
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
    Target{"arrow", "Arrow IPC table",
        "One row per tensor with codes, scales and zero points: for ArrowQuant and for analysis "
        "with any Arrow library.",
        "arrow", "arrow", "affine", false, DType::F32, asFloat32},
    Target{"safetensors", "Safetensors, packed",
        "Packed codes, scales and zero points: the smallest file, read by ArrowQuant.",
        "safetensors", "safetensors", "affine", false, DType::F32, asPacked},
    floats("safetensors-f16", "Safetensors, F16 values",
        "Quantized values written as 16-bit floats: for any program that reads safetensors.",
        DType::F16),
    floats("safetensors-bf16", "Safetensors, BF16 values",
        "Quantized values written as bfloat16: for any program that reads safetensors.",
        DType::BF16),
    floats("safetensors-f32", "Safetensors, F32 values",
        "Quantized values written as 32-bit floats, exactly as they decode.", DType::F32),
    gguf("gguf", "GGUF",
        "Blocks of ggml types: one file for ComfyUI-GGUF, stable-diffusion.cpp and diffusers "
        "alike.",
        nullptr),
    gguf("gguf-comfyui", "GGUF for ComfyUI",
        "For the ComfyUI-GGUF node; convolutions of SD 1.x and SDXL are quantized too.", "comfyui"),
    gguf("gguf-sdcpp", "GGUF for stable-diffusion.cpp",
        "For stable-diffusion.cpp; whole checkpoints as well as diffusion models.", "sd.cpp"),
    gguf("gguf-diffusers", "GGUF for diffusers", "For from_single_file() of the diffusers library.",
        "diffusers"),
    gguf("gguf-llama", "GGUF for llama.cpp",
        "For llama.cpp; the source has to be a GGUF file with the model's metadata.", "llama.cpp"),
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
