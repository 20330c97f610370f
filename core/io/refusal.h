#pragma once
#include "core/base/error.h"

namespace aq {

/// The two ways in which a reader refuses a file.
inline Error corrupt(const QString& detail) { return {ErrorCode::Corrupt, detail, {}}; }
inline Error unsupported(const QString& detail) { return {ErrorCode::Unsupported, detail, {}}; }

} // namespace aq
