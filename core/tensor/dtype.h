#pragma once
#include <QLatin1StringView>
#include <cstdint>
#include <optional>
#include <span>

namespace aq {

/// Type of an element as stored. The names are those of safetensors.
enum class DType : std::uint8_t {
    F64,
    F32,
    F16,
    BF16,
    F8_E4M3,
    F8_E5M2, // can be quantized
    I64,
    I32,
    I16,
    I8,
    U64,
    U32,
    U16,
    U8,
    Bool, // pass through unchanged
    F4,
    F6_E2M3,
    F6_E3M2,
    F8_E8M0,
    F8_E4M3FNUZ,
    F8_E5M2FNUZ,
    C64 // pass through unchanged
};

enum class DTypeKind : std::uint8_t { Float, Integer, Opaque };

struct DTypeSpec {
    DType dtype;
    const char* name; ///< "BF16", as safetensors spells it.
    int bits;         ///< Of one element.
    DTypeKind kind;   ///< Float: toFloat() decodes it. Opaque: we carry it and know no more.
};

const DTypeSpec& spec(DType dtype);
std::span<const DTypeSpec> dtypes();
std::optional<DType> dtypeNamed(QLatin1StringView name); ///< Exact spelling; nothing if unknown.

inline int bitsOf(DType dtype) { return spec(dtype).bits; }
inline const char* nameOf(DType dtype) { return spec(dtype).name; }
inline bool isFloat(DType dtype) { return spec(dtype).kind == DTypeKind::Float; }

} // namespace aq
