#pragma once
#include <QStringList>

namespace aq {

/// Name filters of a dialog that opens models: all formats at once, each alone, all files.
QStringList modelFilters();

} // namespace aq
