#pragma once
#include <QString>

namespace aq {

/// The block of a tensor: its name up to the first number ("double_blocks.3"), or without its last
/// part when hardly anything follows the number ("time_embed.0.weight" is in "time_embed"). Empty:
/// none.
QString blockOf(const QString& name);

} // namespace aq
