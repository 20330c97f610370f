#pragma once
#include "core/table/c_columns.h"
#include "core/table/c_owner.h"

#include <functional>
#include <span>
#include <vector>

namespace aq {

// Tables of other programs: struct arrays of one schema, batch after batch.

/// A column that is looked for.
struct CColumnSpec {
    const char* name;
    const char* expected; ///< Its types in words.
    bool (*accepts)(const ArrowSchema&);
    bool required = true;
};

bool isText(const ArrowSchema& schema);    ///< utf8, large_utf8, or a dictionary of them.
bool isBinary(const ArrowSchema& schema);  ///< binary or large_binary
bool isInteger(const ArrowSchema& schema); ///< Of any width.
bool isShape(const ArrowSchema& schema);   ///< A list of integers.
/// list, large_list or fixed_size_list of one of these.
bool isListOf(const ArrowSchema& schema, std::span<const DType> items);

/// Which child of a struct each column is; -1: an optional one that is not there. Fails with
/// Unsupported (not a struct, a column is missing, is there twice or is of another type) or
/// Corrupt.
Result<std::vector<std::int64_t>> findColumns(
    const ArrowSchema& schema, std::span<const CColumnSpec> columns);

/// Checks a batch, apart from its columns.
Result<void> checkBatch(const ArrowSchema& schema, const ArrowArray& batch);

/// A column of a checked batch: CIntegers, CRuns or CTexts.
template <typename Column>
Result<Column> openColumn(const ArrowSchema& schema, const ArrowArray& batch, std::int64_t child)
{
    const ArrowSchema& type = *schema.children[child];
    const CRange rows{batch.offset, batch.length};
    auto column = Column::of(type, *batch.children[child], rows);
    if (column)
        return column;
    return Error{column.error().code,
        QStringLiteral("column '%1' %2").arg(QString::fromUtf8(type.name), column.error().detail),
        {}};
}

/// Takes a stream over and reads it to its end: its schema, then each batch that has rows.
/// Fails as the stream does (Internal, with its message), or as the functions do.
Result<void> readStream(ArrowArrayStream* stream,
    const std::function<Result<void>(const ArrowSchema&)>& readSchema,
    const std::function<Result<void>(const ArrowSchema&, CArray)>& readBatch);

} // namespace aq
