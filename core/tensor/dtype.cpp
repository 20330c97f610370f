#include "core/tensor/dtype.h"

#include <array>

namespace aq {
namespace {

using enum DTypeKind;
constexpr std::array table{
    DTypeSpec{DType::F64, "F64", 64, Float},
    DTypeSpec{DType::F32, "F32", 32, Float},
    DTypeSpec{DType::F16, "F16", 16, Float},
    DTypeSpec{DType::BF16, "BF16", 16, Float},
    DTypeSpec{DType::F8_E4M3, "F8_E4M3", 8, Float},
    DTypeSpec{DType::F8_E5M2, "F8_E5M2", 8, Float},
    DTypeSpec{DType::I64, "I64", 64, Integer},
    DTypeSpec{DType::I32, "I32", 32, Integer},
    DTypeSpec{DType::I16, "I16", 16, Integer},
    DTypeSpec{DType::I8, "I8", 8, Integer},
    DTypeSpec{DType::U64, "U64", 64, Integer},
    DTypeSpec{DType::U32, "U32", 32, Integer},
    DTypeSpec{DType::U16, "U16", 16, Integer},
    DTypeSpec{DType::U8, "U8", 8, Integer},
    DTypeSpec{DType::Bool, "BOOL", 8, Integer},
    DTypeSpec{DType::F4, "F4", 4, Opaque},
    DTypeSpec{DType::F6_E2M3, "F6_E2M3", 6, Opaque},
    DTypeSpec{DType::F6_E3M2, "F6_E3M2", 6, Opaque},
    DTypeSpec{DType::F8_E8M0, "F8_E8M0", 8, Opaque},
    DTypeSpec{DType::F8_E4M3FNUZ, "F8_E4M3FNUZ", 8, Opaque},
    DTypeSpec{DType::F8_E5M2FNUZ, "F8_E5M2FNUZ", 8, Opaque},
    DTypeSpec{DType::C64, "C64", 64, Opaque},
};

constexpr bool inEnumOrder()
{
    for (std::size_t i = 0; i < table.size(); ++i)
        if (table[i].dtype != DType(i))
            return false;
    return true;
}
static_assert(inEnumOrder());

} // namespace

const DTypeSpec& spec(DType dtype) { return table[std::size_t(dtype)]; }

std::span<const DTypeSpec> dtypes() { return table; }

std::optional<DType> dtypeNamed(QLatin1StringView name)
{
    for (const DTypeSpec& row : table)
        if (name == QLatin1StringView(row.name))
            return row.dtype;
    return std::nullopt;
}

} // namespace aq
