#pragma once
#include "core/base/result.h"
#include "core/io/byte_source.h"
#include "core/tensor/tensor_info.h"

#include <QMap>

namespace aq {

/// One tensor as the JSON header describes it. Its three fields were there; nothing else is
/// checked.
struct SafetensorsEntry {
    QString name;
    DType dtype = DType::F32;
    Shape shape;             ///< Each extent >= 0, at most 64 of them.
    std::uint64_t begin = 0; ///< Bytes from the start of the data.
    std::uint64_t end = 0;   ///< Not before begin.
};

struct SafetensorsContents {
    QMap<QString, QString> metadata;
    std::vector<SafetensorsEntry> entries; ///< In the order of the text, names unique.
};

/// Parses the JSON text of a safetensors header: strict UTF-8 without byte order mark, one object,
/// no duplicate key at any level, integers that are written as integers, no unknown field.
Result<SafetensorsContents> parseSafetensorsJson(Bytes text);

} // namespace aq
