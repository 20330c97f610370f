#include "app/about.h"

#include "core/quant/kernels/kernels.h"

#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QFile>
#include <QMessageBox>
#include <QSysInfo>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace aq {
namespace {

QString translated(const char* text) { return QCoreApplication::translate("About", text); }

const QString guideName = QStringLiteral("guide");

QDialog* makeGuide(QWidget* parent)
{
    auto* dialog = new QDialog(parent);
    dialog->setObjectName(guideName);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(translated(QT_TRANSLATE_NOOP("About", "User guide")));
    auto* text = new QTextBrowser;
    text->setAccessibleName(dialog->windowTitle());
    QFile guide(QStringLiteral(":/guide/guide.md"));
    if (guide.open(QIODevice::ReadOnly))
        text->setMarkdown(QString::fromUtf8(guide.readAll()));
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::close);
    auto* layout = new QVBoxLayout(dialog);
    layout->addWidget(text);
    layout->addWidget(buttons);
    dialog->resize(
        dialog->fontMetrics().averageCharWidth() * 100, dialog->fontMetrics().height() * 36);
    return dialog;
}

} // namespace

QString aboutText()
{
    const QStringList lines{
        QStringLiteral("ArrowQuant " AQ_VERSION),
        translated(QT_TRANSLATE_NOOP("About", "Qt %1")).arg(QLatin1StringView(qVersion())),
        translated(QT_TRANSLATE_NOOP("About", "Instruction set in use: %1"))
            .arg(QLatin1StringView(kernels().name)),
        QStringLiteral("%1, %2").arg(
            QSysInfo::prettyProductName(), QSysInfo::currentCpuArchitecture()),
        {},
        translated(QT_TRANSLATE_NOOP("About",
            "Free software under the GNU General Public License, version 3 or later. "
            "It comes with no warranty.")),
    };
    return lines.join(u'\n');
}

void showAbout(QWidget* parent)
{
    auto* box = new QMessageBox(QMessageBox::NoIcon,
        translated(QT_TRANSLATE_NOOP("About", "About ArrowQuant")), aboutText(), QMessageBox::Ok,
        parent);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setTextInteractionFlags(Qt::TextSelectableByMouse);
    box->setIconPixmap(QIcon(QStringLiteral(":/icons/arrowquant.svg")).pixmap(64, 64));
    box->open();
}

void showGuide(QWidget* parent)
{
    auto* open = parent->findChild<QDialog*>(guideName);
    QDialog* guide = open ? open : makeGuide(parent);
    guide->show();
    guide->raise();
    guide->activateWindow();
}

} // namespace aq
