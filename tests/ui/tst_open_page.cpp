#include "tests/support/widgets.h"
#include "ui/pages/open_page.h"
#include "ui/widgets/component_dialog.h"
#include "ui/widgets/drop_zone.h"
#include "ui/widgets/profile_card.h"

#include <QApplication>
#include <QDialogButtonBox>
#include <QListWidget>
#include <QSignalSpy>
#include <QTest>
#include <QTreeWidget>

using namespace aq;
using namespace aq::test;

namespace {

QList<RecentModel> twoRecents()
{
    return {{QStringLiteral("/models/flux.safetensors"), std::int64_t(23) << 30,
                QStringLiteral("Safetensors"), QStringLiteral("4 bits, passed"), false},
        {QStringLiteral("/gone/sd15.ckpt"), std::int64_t(4) << 30, QStringLiteral("PyTorch"), {},
            true}};
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
        const QRect row = list->visualItemRect(list->topLevelItem(0));
        const QPoint first = row.topLeft() + QPoint(12, row.height() / 2);
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, first);
        QTest::mouseDClick(list->viewport(), Qt::LeftButton, {}, first);
        QCOMPARE(opened.count(), 2);
    }

    void longArchitecturesAreReadInFull()
    {
        OpenPage page;
        QList<RecentModel> recents = twoRecents();
        recents[0].architecture = QStringLiteral("Stable Diffusion 1.x and 2.x");
        page.resize(1170, 700);
        page.setRecents(recents);
        page.show();
        const auto* list = page.findChild<QTreeWidget*>();
        for (int column = 0; column < list->columnCount(); ++column)
            if (list->headerItem()->text(column) == QStringLiteral("Architecture"))
                QVERIFY(list->columnWidth(column)
                    > list->fontMetrics().horizontalAdvance(recents[0].architecture));
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

    void aDragIsShown()
    {
        OpenPage page;
        auto* zone = page.findChild<DropZone*>();
        page.setDropping(true);
        QVERIFY(zone->isHighlighted());
        page.setDropping(false);
        QVERIFY(!zone->isHighlighted());
    }

    void aMissingModelIsLookedFor()
    {
        OpenPage page;
        page.setRecents(twoRecents());
        page.show();
        auto* list = page.findChild<QTreeWidget*>();
        list->setCurrentItem(list->topLevelItem(1));
        list->setFocus();
        QSignalSpy opened(&page, &OpenPage::openRequested);
        QSignalSpy located(&page, &OpenPage::locateRequested);
        QTest::keyClick(list, Qt::Key_Return);
        QCOMPARE(opened.count(), 0);
        QCOMPARE(located.count(), 1);
        QCOMPARE(located[0][0].toString(), QStringLiteral("/gone/sd15.ckpt"));
    }

    void theCurrentModelStaysCurrentWhenTheListChanges()
    {
        OpenPage page;
        page.setRecents(twoRecents());
        auto* list = page.findChild<QTreeWidget*>();
        list->setCurrentItem(list->topLevelItem(1));
        QList<RecentModel> turned = twoRecents();
        turned.swapItemsAt(0, 1);
        page.setRecents(turned);
        QCOMPARE(list->indexOfTopLevelItem(list->currentItem()), 0);
    }

    void profilesShowWhatIsKnownAndWhatIsTheDefault()
    {
        OpenPage page;
        const auto cards = page.findChildren<ProfileCard*>();
        QCOMPARE(cards.size(), qsizetype(profiles().size()));
        QVERIFY(cards[1]->isChecked()); // Local.
        QSignalSpy chosen(&page, &OpenPage::profileChosen);
        cards[2]->click();
        QCOMPARE(chosen[0][0].toString(), QStringLiteral("cloud"));
        page.setDefault({}, QStringLiteral("Mine"));
        for (const ProfileCard* card : cards)
            QVERIFY(!card->isChecked());
        page.setFigures(QStringLiteral("flux"), {{QStringLiteral("edge"), {1 << 20, 0.041}}});
        QVERIFY(cards[0]->accessibleDescription().contains(QStringLiteral("1.0 MiB")));
        QVERIFY(cards[0]->accessibleDescription().contains(QStringLiteral("4.10 %")));
        QVERIFY(!cards[1]->accessibleDescription().contains(QStringLiteral("error")));
    }

    void unfinishedJobsAreOffered()
    {
        OpenPage page;
        page.show();
        auto* resume = named<QPushButton>(page, QStringLiteral("Resume"));
        QVERIFY(!resume->isVisible());
        page.setUnfinished({QStringLiteral("a · Q4_K_M"), QStringLiteral("b · INT4")});
        QVERIFY(resume->isVisible());
        QSignalSpy wished(&page, &OpenPage::resumeRequested);
        resume->click();
        QCOMPARE(wished.count(), 1);
        page.setUnfinished({});
        QVERIFY(!resume->isVisible());
    }

    void buttonsAskForDialogs()
    {
        OpenPage page;
        QSignalSpy files(&page, &OpenPage::openFileDialogRequested);
        QSignalSpy folders(&page, &OpenPage::openFolderDialogRequested);
        named<QPushButton>(page, QStringLiteral("Open file…"))->click();
        page.findChild<DropZone*>()->click();
        named<QPushButton>(page, QStringLiteral("Open folder…"))->click();
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
        named<QPushButton>(dialog, QStringLiteral("None"))->click();
        QVERIFY(!open->isEnabled());
        named<QPushButton>(dialog, QStringLiteral("All"))->click();
        open->click();
        QCOMPARE(chosen.count(), 1);
        QCOMPARE(chosen[0][0].toStringList().size(), 2);
    }
};

QTEST_MAIN(TestOpenPage)
#include "tst_open_page.moc"
