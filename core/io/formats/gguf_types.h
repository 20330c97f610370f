#pragma once
#include "core/tensor/tensor_info.h"

#include <QString>

namespace aq {

constexpr std::int64_t ggufAlignment = 32; ///< Of tensors' data, in bytes, unless a file says so.
const QString ggufAlignmentKey = QStringLiteral("general.alignment");
const QString ggufFileTypeKey = QStringLiteral("general.file_type");
const QString ggufShapeKey = QStringLiteral("comfy.gguf.orig_shape."); ///< Then a tensor's name.

/// One tensor type of GGUF: how its elements lie in the file. Only the container's side; what the
/// bytes of a block mean is the business of the schemes of the same id.
struct GgufType {
    std::uint32_t id;           ///< As the file says it.
    const char* name;           ///< "Q4_K"
    int elements;               ///< Of one block; 1: elements lie side by side.
    int bytes;                  ///< Of one block.
    std::optional<DType> dtype; ///< Set where elements lie side by side.
    int fileType;               ///< general.file_type of a file quantized to this type alone.
    int mixedFileType;          ///< Of one with other block types beside it.
};

std::span<const GgufType> ggufTypes();
const GgufType* ggufTypeWithId(std::uint32_t id);      ///< Null: unknown, or retired by ggml.
const GgufType* ggufTypeFor(DType dtype);              ///< Null: GGUF has none.
const GgufType* ggufTypeForScheme(QStringView scheme); ///< "q4_k"; null if unknown.
QString schemeOf(const GgufType& type);                ///< Its name in lower case.

/// What an Encoding of this type says beside its scheme: nothing of it is needed to decode.
SchemeOptions ggufOptions(const GgufType& type);

/// The name of a general.file_type: "Q4_K_M" for 15; empty if unknown.
QString ggufFileTypeName(std::uint32_t fileType);

} // namespace aq
