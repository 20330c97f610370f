#pragma once
#include "core/io/byte_source.h"
#include "core/tensor/tensor_info.h"

#include <QMap>
#include <array>

namespace aq {

/// The column types that this program writes.
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

/// What can be read of a column, whatever its layout.
enum class ArrowValues : std::uint8_t {
    Other,
    Texts,
    Binaries,
    Integers,
    FloatLists,
    IntegerLists
};

struct ArrowInteger {
    int bytes = 4;
    bool isSigned = true;
};

/// A column of a file that is read.
struct ArrowField {
    QString name;
    QString type; ///< For messages: "list<float32>".
    ArrowValues values = ArrowValues::Other;
    DType item = DType::F32; ///< Of FloatLists: F16, F32 or F64.
    ArrowInteger integer;    ///< Integers; items of IntegerLists; indices into a dictionary.
    bool wide = false;       ///< 64-bit offsets: large_utf8, large_binary, large_list.
    bool views = false;      ///< utf8_view.
    std::optional<std::int64_t> listSize;   ///< Of a fixed_size_list.
    std::optional<std::int64_t> dictionary; ///< Id; `wide` and `views` are those of its values.
    int node = 0;                           ///< Its first entry among a batch's nodes,
    int buffer = 0;                         ///< and among its buffers, those of views left out.
    int viewsBefore = 0;                    ///< Columns of a view type before it.
};

/// The nodes and buffers that a batch must have.
struct ArrowLayout {
    int nodes = 0;
    int buffers = 0; ///< Without the data buffers of views,
    int views = 0;   ///< of which each of these has any number.
};

/// Where a message lies, and right behind it its body.
struct ArrowBlock {
    std::int64_t offset = 0;
    std::int64_t messageBytes = 0; ///< With prefix and padding.
    std::int64_t bodyBytes = 0;
};

/// A dictionary batch: in a stream it holds from the record batch on that follows it.
struct ArrowDictionaryBlock {
    ArrowBlock block;
    std::size_t beforeBatch = 0;
};

/// What the footer of an Arrow IPC file, or the headers of a stream's messages, say.
struct ArrowTable {
    QMap<QString, QString> metadata;
    std::vector<ArrowField> fields;
    std::vector<ArrowBlock> blocks; ///< Record batches: inside the file, apart from each other.
    std::vector<ArrowDictionaryBlock> dictionaries; ///< In the order they are to be applied.
    ArrowLayout layout;
    bool isStream = false;  ///< A dictionary may be replaced.
    bool hasEnding = false; ///< A stream: the mark at its end is there.

    const ArrowField* find(QLatin1StringView name) const; ///< Null: no such column.
    /// A column that must be there, of the right type; `expected` says which in words.
    Result<const ArrowField*> column(
        const char* name, ArrowValues values, const char* expected) const;
    /// Null when the column is not there; of another type it is refused.
    Result<const ArrowField*> optionalColumn(
        const char* name, ArrowValues values, const char* expected) const;
};

/// Reads and verifies the footer; nothing else is touched. Corrupt or Unsupported otherwise.
Result<ArrowTable> readArrowTable(const ByteSource& file);

} // namespace aq
