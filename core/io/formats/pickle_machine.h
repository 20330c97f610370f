#pragma once
#include "core/base/result.h"
#include "core/io/byte_source.h"
#include "core/tensor/dtype.h"

#include <QByteArrayView>
#include <deque>
#include <optional>
#include <span>
#include <vector>

namespace aq {

/// A global that a state dict may name. Naming any other one ends the reading.
struct PickleGlobal {
    enum class Kind : std::uint8_t {
        OrderedDict,
        Size,
        Storage,        ///< `dtype` is that of its elements.
        UntypedStorage, ///< Counts in bytes.
        RebuildTensor,
        RebuildTensorV2,
        RebuildTensorV3, ///< The last argument but one is a dtype.
        RebuildParameter,
        ElementType ///< `dtype` itself.
    };
    const char* module;
    const char* name;
    Kind kind;
    std::optional<DType> dtype;
};

/// A value on the machine's stack: 16 bytes, owns nothing.
struct PickleValue {
    enum class Kind : std::uint8_t {
        None,
        Bool,   ///< number
        Int,    ///< number
        Opaque, ///< A float or a long of more than 64 bits: nothing here needs its value.
        Text,   ///< `length` bytes of the pickle from `number`.
        Binary,
        Global, ///< Index into the table of globals.
        Tuple,  ///< This and all below: `number` is an index into PickleDocument::objects.
        List,
        Dict,    ///< Keys and values take turns.
        Storage, ///< (Global, key as Text, number of elements as Int)
        Tensor   ///< (Storage, offset, shape as Tuple, strides as Tuple, dtype Global or None)
    };
    Kind kind = Kind::None;
    std::uint32_t length = 0;
    std::int64_t number = 0;

    bool isObject() const { return kind >= Kind::Tuple; }
};

/// What a pickle says. Objects refer to each other by index: freeing them does not recurse.
struct PickleDocument {
    std::vector<std::byte> bytes; ///< The pickle; texts point into it.
    std::deque<std::vector<PickleValue>> objects;
    PickleValue root;

    std::span<const PickleValue> items(const PickleValue& object) const;
    QByteArrayView text(const PickleValue& value) const; ///< As written; may be no valid UTF-8.
    const PickleGlobal& global(const PickleValue& value) const;
};

/// Runs a pickle as what it is here, a notation for data: nothing is imported and nothing called.
/// Only the opcodes and globals that a state dict needs are known (docs/formats/torch-zip.md);
/// memory is bounded, values nest at most 1000 deep, and none contains itself.
///
/// @return Unsupported: an opcode or a global outside the list, named. Corrupt: a broken pickle.
Result<PickleDocument> readPickle(std::vector<std::byte> bytes);

std::span<const PickleGlobal> pickleGlobals();

} // namespace aq
