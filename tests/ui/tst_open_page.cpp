#include "ui/pages/open_page.h"
#include "ui/widgets/component_dialog.h"
#include "ui/widgets/drop_zone.h"

#include <QApplication>
#include <QDialogButtonBox>
#include <QDragEnterEvent>
#include <QListWidget>
#include <QMimeData>
#include <QSignalSpy>
#include <QTest>
#include <QTreeWidget>

using namespace aq;

namespace {

QList<RecentModel> twoRecents()
{
    return {{QStringLiteral("/models/flux.safetensors"), std::int64_t(23) << 30,
                QStringLiteral("Safetensors"), QStringLiteral("4 bits, passed"), false},
        {QStringLiteral("/gone/sd15.ckpt"), std::int64_t(4) << 30, QStringLiteral("PyTorch"), {},
            true}};
}

QPushButton* buttonNamed(const QWidget& parent, const QString& text)
{
    for (QPushButton* button : parent.findChildren<QPushButton*>()) {
        if (button->text().remove(u'&') == text)
            return button;
    }
    return nullptr;
}

} // namespace

class TestOpenPage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void recentsOpenByKeyAndByDoubleClick()
    {
        OpenPage page;
        page.setRecents(twoRecents());
        page.show();
        auto* list = page.findChild<QTreeWidget*>();
        QCOMPARE(list->topLevelItemCount(), 2);
        QSignalSpy opened(&page, &OpenPage::openRequested);
        list->setFocus();
        QTest::keyClick(list, Qt::Key_Return);
        QCOMPARE(opened.count(), 1);
        QCOMPARE(opened[0][0].toString(), QStringLiteral("/models/flux.safetensors"));
        const QPoint second = list->visualItemRect(list->topLevelItem(1)).center();
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, second);
        QTest::mouseDClick(list->viewport(), Qt::LeftButton, {}, second);
        QCOMPARE(opened.last()[0].toString(), QStringLiteral("/gone/sd15.ckpt"));
    }

    void missingModelsAreListedAndSaySo()
    {
        OpenPage page;
        page.setRecents(twoRecents());
        const auto* item = page.findChild<QTreeWidget*>()->topLevelItem(1);
        QCOMPARE(item->text(3), QStringLiteral("Missing"));
        QVERIFY(item->foreground(0).color()
            == page.palette().color(QPalette::Disabled, QPalette::Text));
    }

    void deleteAsksToRemove()
    {
        OpenPage page;
        page.setRecents(twoRecents());
        page.show();
        auto* list = page.findChild<QTreeWidget*>();
        QSignalSpy removed(&page, &OpenPage::recentRemoved);
        list->setFocus();
        QVERIFY(QTest::qWaitForWindowActive(&page));
        QTest::keyClick(list, Qt::Key_Delete);
        QCOMPARE(removed.count(), 1);
        QCOMPARE(removed[0][0].toString(), QStringLiteral("/models/flux.safetensors"));
        QCOMPARE(list->topLevelItemCount(), 2); // A wish: the list is the app's.
    }

    void aDropOpensAndADragIsShown()
    {
        OpenPage page;
        QSignalSpy opened(&page, &OpenPage::openRequested);
        auto* zone = page.findChild<DropZone*>();
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(QStringLiteral("/models/a.gguf"))});
        QDragEnterEvent enter({5, 5}, Qt::CopyAction, &data, Qt::LeftButton, {});
        QApplication::sendEvent(&page, &enter);
        QVERIFY(enter.isAccepted());
        QVERIFY(zone->isHighlighted());
        QDragLeaveEvent leave;
        QApplication::sendEvent(&page, &leave);
        QVERIFY(!zone->isHighlighted());
        QApplication::sendEvent(&page, &enter); // Qt delivers a drop to where the drag is.
        QDropEvent drop({5, 5}, Qt::CopyAction, &data, Qt::LeftButton, {});
        QApplication::sendEvent(&page, &drop);
        QCOMPARE(opened.count(), 1);
        QCOMPARE(opened[0][0].toString(), QStringLiteral("/models/a.gguf"));
    }

    void textIsNotTaken()
    {
        OpenPage page;
        QMimeData data;
        data.setText(QStringLiteral("hello"));
        QDragEnterEvent enter({5, 5}, Qt::CopyAction, &data, Qt::LeftButton, {});
        enter.ignore();
        QApplication::sendEvent(&page, &enter);
        QVERIFY(!page.findChild<DropZone*>()->isHighlighted());
    }

    void buttonsAskForDialogs()
    {
        OpenPage page;
        QSignalSpy files(&page, &OpenPage::openFileDialogRequested);
        QSignalSpy folders(&page, &OpenPage::openFolderDialogRequested);
        buttonNamed(page, QStringLiteral("Open file…"))->click();
        page.findChild<DropZone*>()->click();
        buttonNamed(page, QStringLiteral("Open folder…"))->click();
        QCOMPARE(files.count(), 2);
        QCOMPARE(folders.count(), 1);
    }

    void componentsAreChosen()
    {
        ComponentDialog dialog;
        dialog.setComponents({{QStringLiteral("unet"), QStringLiteral("UNet2DConditionModel"), {}},
                                 {QStringLiteral("vae"), {}, {}}},
            {QStringLiteral("unet")});
        QSignalSpy chosen(&dialog, &ComponentDialog::componentsChosen);
        dialog.open();
        QCOMPARE(dialog.checkedIds(), QStringList{QStringLiteral("unet")});
        auto* list = dialog.findChild<QListWidget*>();
        list->setCurrentRow(1);
        QTest::keyClick(list, Qt::Key_Space);
        QCOMPARE(dialog.checkedIds(), (QStringList{QStringLiteral("unet"), QStringLiteral("vae")}));
        auto* open = dialog.findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Ok);
        buttonNamed(dialog, QStringLiteral("None"))->click();
        QVERIFY(!open->isEnabled());
        buttonNamed(dialog, QStringLiteral("All"))->click();
        open->click();
        QCOMPARE(chosen.count(), 1);
        QCOMPARE(chosen[0][0].toStringList().size(), 2);
    }
};

QTEST_MAIN(TestOpenPage)
#include "tst_open_page.moc"
