#pragma once
#include "core/base/result.h"

#include <QString>

namespace aq {

/// The one model in a folder: its index if it has one, else its only model file. Looks no deeper.
///
/// @return Unsupported: none, or several; says what was found.
Result<QString> modelFileIn(const QString& folder);

} // namespace aq
