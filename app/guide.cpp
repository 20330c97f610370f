#include "app/guide.h"

#include "ui/text/glossary.h"
#include "ui/widgets/guide_view.h"

#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QDir>
#include <QFile>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>

namespace aq {
namespace {

const QString dialogName = QStringLiteral("guide");
const QString root = QStringLiteral(":/guide");

/// Words of the headings that tell of a page; the first one that is there.
QStringList wordsOf(Page page)
{
    switch (page) {
    case Page::Start:
        return {QStringLiteral("open-a-model"), QStringLiteral("open")};
    case Page::Plan:
        return {QStringLiteral("plan")};
    case Page::Queue:
        return {QStringLiteral("queue"), QStringLiteral("quantize")};
    case Page::Report:
        return {QStringLiteral("report"), QStringLiteral("judge")};
    case Page::Compare:
        return {QStringLiteral("compare")};
    }
    return {};
}

QDialog* makeDialog(QWidget* parent)
{
    auto* dialog = new QDialog(parent);
    dialog->setObjectName(dialogName);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(
        QCoreApplication::translate("About", QT_TRANSLATE_NOOP("About", "User guide")));
    auto* view = new GuideView;
    view->setMarkdown(guideText(), guideFolder());
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    buttons->button(QDialogButtonBox::Close)->setAutoDefault(false); // Enter searches.
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::close);
    auto* layout = new QVBoxLayout(dialog);
    layout->addWidget(view, 1);
    layout->addWidget(buttons);
    dialog->resize(
        dialog->fontMetrics().averageCharWidth() * 130, dialog->fontMetrics().height() * 42);
    return dialog;
}

GuideView& shownGuide(QWidget* parent)
{
    auto* open = parent->findChild<QDialog*>(dialogName);
    QDialog* guide = open ? open : makeDialog(parent);
    guide->show();
    guide->raise();
    guide->activateWindow();
    return *guide->findChild<GuideView*>();
}

} // namespace

QString guideFolder()
{
    const QString language = QLocale().name();
    for (const QString& name : {language, language.section(u'_', 0, 0)})
        if (const QString folder = root + u'/' + name; QDir(folder).exists())
            return folder;
    return root;
}

QString guideText()
{
    QString text;
    const QDir folder(guideFolder());
    for (const QString& name :
        folder.entryList({QStringLiteral("*.md")}, QDir::Files, QDir::Name)) {
        QFile file(folder.filePath(name));
        if (file.open(QIODevice::ReadOnly))
            text += QString::fromUtf8(file.readAll()) + QStringLiteral("\n\n");
    }
    return text + glossaryText();
}

QString guideAnchor(Page page, const QStringList& headings)
{
    for (const QString& word : wordsOf(page)) {
        const auto tells = [&](const QString& heading) {
            const QString anchor = anchorOf(heading);
            return anchor == word || anchor.endsWith(u'-' + word);
        };
        const auto found = std::ranges::find_if(headings, tells);
        if (found != headings.end())
            return anchorOf(*found);
    }
    return {};
}

void showGuide(QWidget* parent, Page page)
{
    GuideView& view = shownGuide(parent);
    view.showAnchor(guideAnchor(page, view.headings()));
}

void showGuide(QWidget* parent, const QString& anchor) { shownGuide(parent).showAnchor(anchor); }

} // namespace aq
