#include "ui/text/preset_text.h"
#include "ui/widgets/preset_bar.h"
#include "ui/widgets/preset_dialog.h"
#include "ui/widgets/preset_save_dialog.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTreeWidget>

using namespace aq;

namespace {

Preset own(const QString& id, const QString& name)
{
    Recipe recipe;
    recipe.scheme = QStringLiteral("int5");
    Preset preset = presetOf(recipe, name);
    preset.id = id;
    return preset;
}

std::vector<Preset> listed()
{
    std::vector<Preset> presets{own(QStringLiteral("mine"), QStringLiteral("Mine"))};
    for (const Preset& preset : builtInPresets())
        presets.push_back(preset);
    return presets;
}

QStringList chooseable(const QComboBox& combo)
{
    QStringList ids;
    for (int i = 0; i < combo.count(); ++i)
        if (const QString id = combo.itemData(i).toString(); !id.isEmpty())
            ids << id;
    return ids;
}

QTreeWidgetItem* itemOf(const QTreeWidget& tree, const QString& name, const QString& category)
{
    for (QTreeWidgetItem* item : tree.findItems(name, Qt::MatchExactly | Qt::MatchRecursive))
        if (item->parent() && item->parent()->text(0) == category)
            return item;
    return nullptr;
}

/// The list; the other tree shows what the current preset sets.
QTreeWidget* treeOf(const PresetDialog& dialog)
{
    for (QTreeWidget* tree : dialog.findChildren<QTreeWidget*>())
        if (tree->accessibleName() == QStringLiteral("Presets"))
            return tree;
    return nullptr;
}

QPushButton* button(const QWidget& dialog, const QString& text)
{
    for (QPushButton* found : dialog.findChildren<QPushButton*>())
        if (found->text().remove(u'&') == text)
            return found;
    return nullptr;
}

} // namespace

class TestPresetWidgets : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theBarListsOwnOnesProfilesAndTheTargetsTypes()
    {
        PresetBar bar;
        bar.setPresets(listed(), QStringLiteral("profiles/local"));
        bar.setTarget(QStringLiteral("gguf"));
        const auto& combo = *bar.findChild<QComboBox*>();
        const QStringList ids = chooseable(combo);
        QVERIFY(ids.contains(QStringLiteral("mine")));
        QVERIFY(ids.contains(QStringLiteral("profiles/edge")));
        QVERIFY(ids.contains(QStringLiteral("gguf/q4_k_m")));
        QVERIFY(!ids.contains(QStringLiteral("arrow/int4")));
        bar.setTarget(QStringLiteral("arrow"));
        QVERIFY(chooseable(combo).contains(QStringLiteral("arrow/int4")));
        QVERIFY(!chooseable(combo).contains(QStringLiteral("gguf/q4_k_m")));
    }

    void theBarMarksWhatWasModified()
    {
        PresetBar bar;
        bar.setPresets(listed(), {});
        const auto& combo = *bar.findChild<QComboBox*>();
        bar.setCurrent(QStringLiteral("mine"), false);
        QCOMPARE(combo.currentText(), QStringLiteral("Mine"));
        bar.setCurrent(QStringLiteral("mine"), true);
        QCOMPARE(combo.currentText(), QStringLiteral("Mine *"));
        bar.setCurrent({}, false);
        QCOMPARE(combo.currentIndex(), -1);
    }

    void aCategoryCannotBeChosen()
    {
        PresetBar bar;
        bar.setPresets(listed(), {});
        bar.setCurrent(QStringLiteral("mine"), false);
        bar.show();
        auto* combo = bar.findChild<QComboBox*>();
        QSignalSpy chosen(&bar, &PresetBar::chosen);
        combo->setFocus();
        QTest::keyClick(combo, Qt::Key_Down); // Over the title of the profiles.
        QCOMPARE(chosen.count(), 1);
        QCOMPARE(chosen[0][0].toString(), QStringLiteral("profiles/edge"));
    }

    void aPresetSaysWhatItSetsAndWhatItLeaves()
    {
        const Preset preset = own({}, QStringLiteral("Mine"));
        const QList<PresetLine> lines = presetLines(preset);
        const auto is = [](const QString& title) {
            return [title](const PresetLine& line) { return line.title == title; };
        };
        const auto type = std::ranges::find_if(lines, is(QStringLiteral("Default type")));
        QVERIFY(type != lines.end());
        QCOMPARE(type->value, QStringLiteral("INT5"));
        QVERIFY(std::ranges::none_of(lines, is(QStringLiteral("Single tensors"))));
        QVERIFY(presetLeaves(preset).contains(QStringLiteral("one by one")));
        QVERIFY(!presetLeaves(preset).contains(QStringLiteral("target")));
        for (const Preset& builtIn : builtInPresets())
            QVERIFY2(!presetLines(builtIn).isEmpty(), qPrintable(builtIn.id));
    }

    void theDialogWishesWhatItsButtonsSay()
    {
        PresetDialog dialog;
        dialog.setPresets(listed(), QStringLiteral("profiles/local"));
        dialog.setUsable(true);
        QTreeWidget* tree = treeOf(dialog);
        QSignalSpy used(&dialog, &PresetDialog::useRequested);
        QSignalSpy removed(&dialog, &PresetDialog::removeRequested);
        QSignalSpy exported(&dialog, &PresetDialog::exportRequested);
        dialog.show(QStringLiteral("mine"));
        QCOMPARE(dialog.currentId(), QStringLiteral("mine"));
        button(dialog, QStringLiteral("Use"))->click();
        button(dialog, QStringLiteral("Delete"))->click();
        button(dialog, QStringLiteral("Export all of mine…"))->click();
        QCOMPARE(used[0][0].toString(), QStringLiteral("mine"));
        QCOMPARE(removed[0][0].toString(), QStringLiteral("mine"));
        QCOMPARE(exported[0][0].toStringList(), QStringList{QStringLiteral("mine")});

        tree->setCurrentItem(
            itemOf(*tree, QStringLiteral("Q4_K_M"), QStringLiteral("GGUF for ComfyUI")));
        QCOMPARE(dialog.currentId(), QStringLiteral("gguf-comfyui/q4_k_m"));
        QVERIFY(!button(dialog, QStringLiteral("Rename"))->isEnabled());
        QVERIFY(!button(dialog, QStringLiteral("Rename"))->toolTip().isEmpty());
        QVERIFY(button(dialog, QStringLiteral("Hide")));
        dialog.setUsable(false);
        QVERIFY(!button(dialog, QStringLiteral("Use"))->isEnabled());
    }

    void renamingInPlaceIsAWish()
    {
        PresetDialog dialog;
        dialog.setPresets(listed(), {});
        QSignalSpy renamed(&dialog, &PresetDialog::renameRequested);
        QTreeWidget* tree = treeOf(dialog);
        QTreeWidgetItem* item = tree->topLevelItem(0)->child(0);
        item->setText(0, QStringLiteral("  "));
        QCOMPARE(item->text(0), QStringLiteral("Mine")); // A name is needed.
        item->setText(0, QStringLiteral("Other"));
        QTRY_COMPARE(renamed.count(), 1);
        QCOMPARE(renamed[0][1].toString(), QStringLiteral("Other"));
    }

    void filteringKeepsCategoriesWithAMatch()
    {
        PresetDialog dialog;
        dialog.setPresets(listed(), {});
        dialog.findChild<QLineEdit*>()->setText(QStringLiteral("q4_k_m"));
        const QTreeWidget& tree = *treeOf(dialog);
        int shown = 0;
        for (int i = 0; i < tree.topLevelItemCount(); ++i) {
            const QTreeWidgetItem* category = tree.topLevelItem(i);
            if (category->isHidden())
                continue;
            QVERIFY(category->text(0).startsWith(QStringLiteral("GGUF")));
            for (int j = 0; j < category->childCount(); ++j)
                shown += !category->child(j)->isHidden();
        }
        QVERIFY(shown >= 1);
        dialog.show(QStringLiteral("mine")); // The filter gives way.
        QCOMPARE(dialog.currentId(), QStringLiteral("mine"));
        QVERIFY(dialog.findChild<QLineEdit*>()->text().isEmpty());
    }

    void aNewPresetHoldsWhatIsTicked()
    {
        Recipe recipe;
        recipe.overrides = {Rule{QStringLiteral("a.weight"), {}, true}};
        PresetSaveDialog dialog(recipe, {own(QStringLiteral("mine"), QStringLiteral("Mine"))});
        QSignalSpy saved(&dialog, &PresetSaveDialog::saveRequested);
        auto* save = dialog.findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Save);
        QVERIFY(!save->isEnabled()); // No name yet.
        dialog.setName(QStringLiteral("Small"));
        for (QCheckBox* box : dialog.findChildren<QCheckBox*>())
            box->toggle(); // The target out, the overrides in.
        save->click();
        QCOMPARE(saved.count(), 1);
        const auto preset = saved[0][0].value<Preset>();
        QVERIFY(preset.id.isEmpty());
        QVERIFY(!preset.sets(u"target") && preset.sets(u"overrides"));
    }

    void aTakenNameReplaces()
    {
        PresetSaveDialog dialog({}, {own(QStringLiteral("mine"), QStringLiteral("Mine"))});
        QSignalSpy saved(&dialog, &PresetSaveDialog::saveRequested);
        dialog.setName(QStringLiteral("mine"));
        auto* save = dialog.findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Save);
        QCOMPARE(save->text(), QStringLiteral("Replace"));
        save->click();
        QCOMPARE(saved[0][0].value<Preset>().id, QStringLiteral("mine"));
    }
};

QTEST_MAIN(TestPresetWidgets)
#include "tst_preset_widgets.moc"
