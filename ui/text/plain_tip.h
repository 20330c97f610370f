#pragma once
#include <QString>

namespace aq {

/// The text of a tool tip that holds names from a file: they are shown as they are, never taken for
/// markup, as Qt does when they look like it.
QString plainTip(const QString& text);

} // namespace aq
