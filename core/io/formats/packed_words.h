#pragma once
#include <QString>

namespace aq {

// Words of our files: metadata keys, shared by the packed formats, and values of Arrow columns.
inline const QString versionKey = QStringLiteral("arrowquant.version"); ///< "1"
inline const QString tensorsKey = QStringLiteral("arrowquant.tensors"); ///< Packed safetensors.
inline const QString formulaKey = QStringLiteral("arrowquant.formula"); ///< Arrow: for people.
inline const QString formulaText
    = QStringLiteral("x = (code - zero_point) * scale in float32; codes are bit_width bits each, "
                     "least significant first, every row padded to whole bytes; one scale and "
                     "zero_point per group_size columns of a row (0: one for the tensor); scheme "
                     "'keep': quantized_data is the tensor itself, of type dtype");
inline constexpr const char* keptScheme = "keep";

} // namespace aq
