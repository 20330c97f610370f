#include "app/save_dialog.h"

#include <QFileInfo>
#include <QRegularExpression>

namespace aq {
namespace {

/// "Web page (*.html)" -> "html"; of several, the first; "All files (*)" has none.
QString suffixOf(const QString& filter)
{
    const qsizetype dot = filter.lastIndexOf(QStringLiteral("(*."));
    if (dot < 0)
        return {};
    const QString rest = filter.mid(dot + 3);
    return rest.left(rest.indexOf(QRegularExpression(QStringLiteral("[ )]"))));
}

} // namespace

QFileDialog* saveDialog(
    QWidget* parent, const QString& title, const QString& path, const QStringList& filters)
{
    const QFileInfo file(path);
    auto* dialog = new QFileDialog(parent, title, file.path());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave); // Asks before a file is replaced.
    dialog->setFileMode(QFileDialog::AnyFile);
    dialog->setNameFilters(filters);
    dialog->setDefaultSuffix(file.suffix());
    for (const QString& filter : filters)
        if (suffixOf(filter) == file.suffix())
            dialog->selectNameFilter(filter);
    dialog->selectFile(file.fileName());
    QObject::connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString& filter) {
        if (const QString suffix = suffixOf(filter); !suffix.isEmpty())
            dialog->setDefaultSuffix(suffix);
    });
    return dialog;
}

} // namespace aq
