#pragma once
#include <QFileDialog>

namespace aq {

/// A dialog that asks where to save; opened, not executed: the window goes on meanwhile. It asks
/// before a file is replaced, and adds the extension of the filter that is chosen. `path` is what
/// is suggested, with an extension that decides which of `filters` ("Web page (*.html)") is first
/// chosen. Deletes itself.
QFileDialog* saveDialog(
    QWidget* parent, const QString& title, const QString& path, const QStringList& filters);

} // namespace aq
