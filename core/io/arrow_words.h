#pragma once
#include "core/tensor/tensor_info.h"

#include <QString>

namespace aq {

// What is said of Arrow tables that cannot be used, whether they come from a file or from memory.

inline constexpr const char* expectedNames = "utf8, large_utf8 or a dictionary of them";
inline constexpr const char* expectedWeights
    = "list, large_list or fixed_size_list of float32 or float16";
inline constexpr const char* expectedShape = "list, large_list or fixed_size_list of int64";

QString missingColumn(QStringView column, const char* expected);
QString wrongType(QStringView column, QStringView found, const char* expected);
QString nullValue(QStringView column);                   ///< Of a row.
QString nullItem(QStringView column, std::int64_t item); ///< Of a list.
QString shapeMismatch(const Shape& shape, std::int64_t weights);
QString twoRows(); ///< Two rows have this name.

} // namespace aq
