#pragma once
#include "core/io/byte_source.h"
#include "core/tensor/tensor_info.h"

#include <QMap>
#include <array>

namespace aq {

/// The column types that this program writes and understands.
enum class ArrowKind : std::uint8_t { Utf8, Binary, FloatList, LongList, UInt8, Int32 };

struct ArrowColumn {
    const char* name;
    ArrowKind kind;
};

/// The columns that are written, in their order: first those of seed 002, then ours.
inline constexpr std::array arrowColumns{
    ArrowColumn{"layer_name", ArrowKind::Utf8},
    ArrowColumn{"quantized_data", ArrowKind::Binary},
    ArrowColumn{"scales", ArrowKind::FloatList},
    ArrowColumn{"zero_points", ArrowKind::FloatList},
    ArrowColumn{"shape", ArrowKind::LongList},
    ArrowColumn{"bit_width", ArrowKind::UInt8},
    ArrowColumn{"group_size", ArrowKind::Int32},
    ArrowColumn{"scheme", ArrowKind::Utf8},
    ArrowColumn{"dtype", ArrowKind::Utf8},
    ArrowColumn{"symmetry", ArrowKind::Utf8},
};

/// A column of a file that is read.
struct ArrowField {
    QString name;
    QString type;                  ///< For messages: "list<float32>".
    std::optional<ArrowKind> kind; ///< Nothing: a type that is only skipped.
    DType item = DType::F32;       ///< Of a FloatList: F16, F32 or F64.
    bool wide = false;             ///< 64-bit offsets: large_utf8, large_binary, large_list.
    int node = 0;                  ///< Its first entry among a batch's nodes,
    int buffer = 0;                ///< and among its buffers.
};

/// Where a record batch lies: the message, and right behind it the body.
struct ArrowBlock {
    std::int64_t offset = 0;
    std::int64_t messageBytes = 0; ///< With prefix and padding.
    std::int64_t bodyBytes = 0;
};

/// What the footer of an Arrow IPC file says.
struct ArrowTable {
    QMap<QString, QString> metadata;
    std::vector<ArrowField> fields;
    std::vector<ArrowBlock> blocks; ///< Inside the file, apart from each other.
    int nodes = 0;                  ///< That every batch must have.
    int buffers = 0;

    const ArrowField* find(QLatin1StringView name) const; ///< Null: no such column.
    /// A column that must be there, of the right type; `expected` says which in words.
    Result<const ArrowField*> column(const char* name, ArrowKind kind, const char* expected) const;
    /// Null when the column is not there; of another type it is refused.
    Result<const ArrowField*> optionalColumn(
        const char* name, ArrowKind kind, const char* expected) const;
};

/// Reads and verifies the footer; nothing else is touched. Corrupt or Unsupported otherwise.
Result<ArrowTable> readArrowTable(const ByteSource& file);

} // namespace aq
