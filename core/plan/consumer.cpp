#include "core/plan/target.h"

#include <array>

namespace aq {

namespace {

// Facts and where they were read: docs/formats/consumers.md.

constexpr const char* blockTypes[] = {"f32", "f16", "bf16", "q8_0", "q5_1", "q5_0", "q4_1", "q4_0",
    "q2_k", "q3_k", "q4_k", "q5_k", "q6_k", "iq4_nl", "iq4_xs"};
/// Image and video models, then text encoders under their names in llama.cpp.
constexpr const char* comfyArchitectures[]
    = {"flux", "sd1", "sdxl", "sd3", "aura", "hidream", "cosmos", "ltxv", "hyvid", "wan", "lumina2",
        "qwen_image", "t5", "t5encoder", "llama", "qwen2vl", "qwen3", "qwen3vl"};

constexpr int unlimited = 1 << 30;

constexpr std::array table{
    Consumer{.id = "comfyui",
        .title = "ComfyUI-GGUF",
        .fastSchemes = blockTypes,
        .architectures = comfyArchitectures,
        .maxNameBytes = 127,
        .maxDimensions = 4,
        .takesReshaped = true,
        .since = "ComfyUI-GGUF of 2024, with Python's gguf 0.13",
        .otherSchemes = Consumer::Others::Slow,
        .takesDiffusersNames = false,
        .takesWholeCheckpoints = false},
    Consumer{.id = "sd.cpp",
        .title = "stable-diffusion.cpp",
        .fastSchemes = {},
        .architectures = {},
        .maxNameBytes = 127,
        .maxDimensions = 4,
        .takesReshaped = false,
        .since = "stable-diffusion.cpp of 2024",
        .otherSchemes = Consumer::Others::Load},
    Consumer{.id = "diffusers",
        .title = "diffusers",
        .fastSchemes = blockTypes,
        .architectures = {},
        .maxNameBytes = unlimited,
        .maxDimensions = 2,
        .takesReshaped = false,
        .since = "diffusers 0.32",
        .otherSchemes = Consumer::Others::Refused,
        .takesWholeCheckpoints = false},
    Consumer{.id = "llama.cpp",
        .title = "llama.cpp",
        .fastSchemes = {},
        .architectures = {},
        .maxNameBytes = 63,
        .maxDimensions = 4,
        .takesReshaped = false,
        .since = "llama.cpp b1503 (GGUF v3)",
        .otherSchemes = Consumer::Others::Load,
        .mostDimensions = 4,
        .needsSourceMetadata = true},
};

} // namespace

std::span<const Consumer> consumers() { return table; }

const Consumer* consumerNamed(QStringView id)
{
    for (const Consumer& consumer : table)
        if (id == QLatin1StringView(consumer.id))
            return &consumer;
    return nullptr;
}

} // namespace aq
