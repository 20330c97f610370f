#include "core/io/formats/pickle_machine.h"

#include <array>

namespace aq {

std::span<const PickleGlobal> pickleGlobals()
{
    using enum PickleGlobal::Kind;
    static constexpr std::array table{
        PickleGlobal{"collections", "OrderedDict", OrderedDict, {}},
        PickleGlobal{"torch", "Size", Size, {}},
        PickleGlobal{"torch", "DoubleStorage", Storage, DType::F64},
        PickleGlobal{"torch", "FloatStorage", Storage, DType::F32},
        PickleGlobal{"torch", "HalfStorage", Storage, DType::F16},
        PickleGlobal{"torch", "BFloat16Storage", Storage, DType::BF16},
        PickleGlobal{"torch", "LongStorage", Storage, DType::I64},
        PickleGlobal{"torch", "IntStorage", Storage, DType::I32},
        PickleGlobal{"torch", "ShortStorage", Storage, DType::I16},
        PickleGlobal{"torch", "CharStorage", Storage, DType::I8},
        PickleGlobal{"torch", "ByteStorage", Storage, DType::U8},
        PickleGlobal{"torch", "BoolStorage", Storage, DType::Bool},
        PickleGlobal{"torch._utils", "_rebuild_tensor", RebuildTensor, {}},
        PickleGlobal{"torch._utils", "_rebuild_tensor_v2", RebuildTensorV2, {}},
        PickleGlobal{"torch._utils", "_rebuild_parameter", RebuildParameter, {}},
        // Since torch 2.1, for the types that have no storage class of their own.
        PickleGlobal{"torch._utils", "_rebuild_tensor_v3", RebuildTensorV3, {}},
        PickleGlobal{"torch.storage", "UntypedStorage", UntypedStorage, {}},
        PickleGlobal{"torch", "float8_e4m3fn", ElementType, DType::F8_E4M3},
        PickleGlobal{"torch", "float8_e5m2", ElementType, DType::F8_E5M2},
        PickleGlobal{"torch", "float8_e4m3fnuz", ElementType, DType::F8_E4M3FNUZ},
        PickleGlobal{"torch", "float8_e5m2fnuz", ElementType, DType::F8_E5M2FNUZ},
        PickleGlobal{"torch", "float8_e8m0fnu", ElementType, DType::F8_E8M0},
        PickleGlobal{"torch", "uint16", ElementType, DType::U16},
        PickleGlobal{"torch", "uint32", ElementType, DType::U32},
        PickleGlobal{"torch", "uint64", ElementType, DType::U64},
    };
    return table;
}

} // namespace aq
