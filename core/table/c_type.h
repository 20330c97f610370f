#pragma once
#include "core/table/arrowquant.h"
#include "core/tensor/dtype.h"

#include <QString>

namespace aq {

/// The types that columns of tables may have, as far as they are read.
enum class CKind : std::uint8_t { Other, Number, Utf8, Binary, List, FixedList, Struct };

/// Of a table, as of files. A count beyond is no count: nothing says how far its pointers reach.
inline constexpr std::int64_t mostChildren = 1000;

/// What the format string of a schema says; of the indices where it is dictionary-encoded.
struct CType {
    CKind kind = CKind::Other;
    DType item = DType::F32; ///< Of a Number.
    bool wide = false;       ///< 64-bit offsets: large_utf8, large_binary, large_list.
    bool views = false;      ///< utf8_view: texts behind views, in buffers without number.
    std::int64_t width = 0;  ///< Items in each row of a FixedList.

    bool isInteger() const { return kind == CKind::Number && !isFloat(item); }
};

/// Nothing is trusted: a schema that was released, a null or unknown format, and a list without its
/// one child are Other.
CType typeOf(const ArrowSchema& schema);

/// The type for messages: "list<int8>", "dictionary<int32, utf8>", "timestamp[us, UTC]". Of bounded
/// length however deep it is nested, and printable.
QString typeText(const ArrowSchema& schema);

} // namespace aq
