#include "app/about.h"

#include "core/quant/kernels/kernels.h"

#include <QApplication>
#include <QClipboard>
#include <QDialog>
#include <QDialogButtonBox>
#include <QFile>
#include <QHBoxLayout>
#include <QIcon>
#include <QLabel>
#include <QPushButton>
#include <QSysInfo>
#include <QTabWidget>
#include <QTextBrowser>
#include <QThread>
#include <QVBoxLayout>
#include <openssl/crypto.h>
#include <zlib.h>

namespace aq {
namespace {

constexpr int iconExtent = 64;

QString translated(const char* text) { return QCoreApplication::translate("About", text); }

struct Library {
    QString name, version, licence;
};

/// Licence ids are those of SPDX.
QList<Library> libraries()
{
    return {{QStringLiteral("Qt"), QLatin1StringView(qVersion()),
                QStringLiteral("LGPL-3.0-only; Qt Charts: GPL-3.0-only")},
        {QStringLiteral("Highway"), QStringLiteral(AQ_HWY_VERSION), QStringLiteral("Apache-2.0")},
        {QStringLiteral("Eigen"), QStringLiteral(AQ_EIGEN_VERSION), QStringLiteral("MPL-2.0")},
        {QStringLiteral("nlohmann/json"), QStringLiteral(AQ_JSON_VERSION), QStringLiteral("MIT")},
        {QStringLiteral("FlatBuffers"), QStringLiteral(AQ_FLATBUFFERS_VERSION),
            QStringLiteral("Apache-2.0")},
        {QStringLiteral("OpenSSL"), QLatin1StringView(OpenSSL_version(OPENSSL_VERSION_STRING)),
            QStringLiteral("Apache-2.0")},
        {QStringLiteral("zlib"), QLatin1StringView(zlibVersion()), QStringLiteral("Zlib")}};
}

QTextBrowser* textPage(const QString& name)
{
    auto* text = new QTextBrowser;
    text->setAccessibleName(name);
    text->setOpenExternalLinks(true);
    return text;
}

QWidget* makeFacts()
{
    auto* icon = new QLabel;
    icon->setPixmap(QIcon(QStringLiteral(":/icons/arrowquant.svg")).pixmap(iconExtent, iconExtent));
    auto* facts = new QLabel(aboutText());
    facts->setTextFormat(Qt::PlainText);
    facts->setWordWrap(true);
    facts->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto* page = new QWidget;
    auto* layout = new QHBoxLayout(page);
    layout->setSpacing(16);
    layout->addWidget(icon, 0, Qt::AlignTop);
    layout->addWidget(facts, 1, Qt::AlignTop);
    return page;
}

QTextBrowser* makeLicence(const QString& name)
{
    auto* text = textPage(name);
    QFile licence(QStringLiteral(":/licence/LICENSE"));
    if (licence.open(QIODevice::ReadOnly))
        text->setPlainText(QString::fromUtf8(licence.readAll()));
    return text;
}

} // namespace

QString aboutText()
{
    const QStringList lines{
        QStringLiteral("ArrowQuant " AQ_VERSION),
        translated(QT_TRANSLATE_NOOP("About",
            "Makes neural-network checkpoints smaller, and shows "
            "what that costs.")),
        {},
        translated(QT_TRANSLATE_NOOP("About", "Instruction set in use: %1"))
            .arg(QLatin1StringView(kernels().name)),
        translated(QT_TRANSLATE_NOOP("About", "Processor: %1, %2 threads"))
            .arg(QSysInfo::currentCpuArchitecture())
            .arg(QThread::idealThreadCount()),
        translated(QT_TRANSLATE_NOOP("About", "System: %1, %2"))
            .arg(QSysInfo::prettyProductName(), QApplication::platformName()),
        translated(QT_TRANSLATE_NOOP("About", "Qt %1")).arg(QLatin1StringView(qVersion())),
        {},
        translated(QT_TRANSLATE_NOOP("About",
            "Free software under the GNU General Public License, version 3 or later. "
            "It comes with no warranty.")),
    };
    return lines.join(u'\n');
}

QString librariesText()
{
    QString table = QStringLiteral("| %1 | %2 | %3 |\n|---|---|---|\n")
                        .arg(translated(QT_TRANSLATE_NOOP("About", "Library")),
                            translated(QT_TRANSLATE_NOOP("About", "Version")),
                            translated(QT_TRANSLATE_NOOP("About", "Licence")));
    for (const Library& each : libraries())
        table += QStringLiteral("| %1 | %2 | %3 |\n").arg(each.name, each.version, each.licence);
    return table;
}

void showAbout(QWidget* parent)
{
    auto* dialog = new QDialog(parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(translated(QT_TRANSLATE_NOOP("About", "About ArrowQuant")));
    const QString libraryTab = translated(QT_TRANSLATE_NOOP("About", "Libraries"));
    const QString licenceTab = translated(QT_TRANSLATE_NOOP("About", "Licence"));
    auto* libraryPage = textPage(libraryTab);
    libraryPage->setMarkdown(librariesText());
    auto* tabs = new QTabWidget;
    tabs->setAccessibleName(dialog->windowTitle());
    tabs->addTab(makeFacts(), translated(QT_TRANSLATE_NOOP("About", "About")));
    tabs->addTab(libraryPage, libraryTab);
    tabs->addTab(makeLicence(licenceTab), licenceTab);

    auto* buttons = new QDialogButtonBox; // Filled in the order of the Tab key.
    auto* copy = buttons->addButton(
        translated(QT_TRANSLATE_NOOP("About", "Copy")), QDialogButtonBox::ActionRole);
    buttons->addButton(QDialogButtonBox::Close);
    copy->setToolTip(
        translated(QT_TRANSLATE_NOOP("About", "Copies what to say when you report a problem")));
    QObject::connect(copy, &QPushButton::clicked, dialog, [] {
        QApplication::clipboard()->setText(aboutText() + QStringLiteral("\n\n") + librariesText());
    });
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::close);
    auto* layout = new QVBoxLayout(dialog);
    layout->addWidget(tabs);
    layout->addWidget(buttons);
    dialog->resize(
        dialog->fontMetrics().averageCharWidth() * 78, dialog->fontMetrics().height() * 24);
    dialog->open();
}

} // namespace aq
