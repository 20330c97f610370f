#pragma once
#include "ui/models/tensor_row.h"

#include <span>

namespace aq {

/// In the order shown: what is decided and what it costs first, without scrolling.
enum class TensorColumn {
    Name,
    SourceType,
    Planned,
    Why,
    BytesAfter,
    Error,
    Extents,
    Status,
    BytesBefore,
    Share,
    Ratio,
    Sqnr,
    Parameters
};

/// What the length of a bar in a cell means.
enum class BarScale {
    None,
    Size,  ///< Share of the largest tensor before; the same for both sizes.
    Share, ///< Of the whole file.
    Error  ///< Share of the largest error.
};

/// One column of the tensor table.
struct TensorColumnSpec {
    TensorColumn column;
    const char* title;                  ///< Translatable, context "TensorTable".
    const char* meaning;                ///< Tool tip of the header.
    const char* unit;                   ///< Of `number`, for copies; null: the text is copied.
    double (*number)(const TensorRow&); ///< To sort by, NaN: unknown; null: by name.
    QString (*text)(const TensorRow&);
    QString (*tip)(const TensorRow&); ///< Null: the text.
    BarScale bar;
    bool shown; ///< Until the person chooses.
    int width;  ///< Average characters, until the person chooses.

    bool isNumber() const { return unit != nullptr; } ///< Aligned to the right.
    QString titleText() const;
    QString meaningText() const;
};

std::span<const TensorColumnSpec> tensorColumns(); ///< By TensorColumn.
inline const TensorColumnSpec& spec(TensorColumn column)
{
    return tensorColumns()[std::size_t(column)];
}

} // namespace aq
