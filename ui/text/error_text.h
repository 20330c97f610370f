#pragma once
#include "core/base/error.h"

#include <QString>

namespace aq {

/// An Error as a person reads it.
struct ErrorText {
    QString headline; ///< Translated, one sentence: "The file is damaged."
    QString where;    ///< File and tensor, as in the file: "model.safetensors: blk.0.weight".
    QString reason;   ///< Technical English, from the reader.
    QString advice;   ///< Translated: what can be done about it; may be empty.

    QString details() const; ///< Everything, one part a line; for "Copy details".
};

ErrorText errorText(const Error& error);
QString errorHeadline(ErrorCode code);

} // namespace aq
