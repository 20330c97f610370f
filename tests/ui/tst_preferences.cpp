#include "ui/widgets/preferences_dialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>

using namespace aq;

namespace {

/// Every value other than its default.
Preferences others()
{
    Preferences p;
    p.theme = QStringLiteral("dark");
    p.language = QStringLiteral("de");
    p.notifications = QStringLiteral("never");
    p.threads = 3;
    p.memoryMiB = 512;
    p.jobsAtOnce = 2;
    p.continueOnError = true;
    p.ownMinCosine = true;
    p.minCosine = 0.9;
    p.floorsPerWidth = false;
    p.workspaceFolder = QStringLiteral("/data");
    p.outputName = QStringLiteral("{model}.{ext}");
    p.whenExists = QStringLiteral("rename");
    p.recentModels = 5;
    return p;
}

void prepare(PreferencesDialog& dialog)
{
    dialog.setLanguages({{QStringLiteral("de"), QStringLiteral("Deutsch")}});
    dialog.setPreferences({});
}

QPushButton* button(const PreferencesDialog& dialog, QDialogButtonBox::StandardButton which)
{
    return dialog.findChild<QDialogButtonBox*>()->button(which);
}

} // namespace

class TestPreferences : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyValueIsShownAndReadBack()
    {
        PreferencesDialog dialog;
        prepare(dialog);
        QVERIFY(dialog.preferences() == Preferences());
        dialog.setPreferences(others());
        QVERIFY(dialog.preferences() == others());
    }

    void nothingIsTakenBeforeOkOrApply()
    {
        PreferencesDialog dialog;
        prepare(dialog);
        QSignalSpy applied(&dialog, &PreferencesDialog::applied);
        QVERIFY(!button(dialog, QDialogButtonBox::Apply)->isEnabled());
        dialog.findChild<QSpinBox*>()->setValue(7);
        QCOMPARE(applied.count(), 0);
        button(dialog, QDialogButtonBox::Apply)->click();
        QCOMPARE(applied.count(), 1);
        button(dialog, QDialogButtonBox::Ok)->click(); // Nothing has changed since.
        QCOMPARE(applied.count(), 1);
    }

    void cancelTakesThePreviewedThemeBack()
    {
        PreferencesDialog dialog;
        prepare(dialog);
        dialog.open();
        QSignalSpy previewed(&dialog, &PreferencesDialog::themePreviewed);
        QSignalSpy applied(&dialog, &PreferencesDialog::applied);
        for (QComboBox* combo : dialog.findChildren<QComboBox*>())
            if (const int dark = combo->findData(QStringLiteral("dark")); dark >= 0)
                combo->setCurrentIndex(dark);
        QCOMPARE(previewed.last()[0].toString(), QStringLiteral("dark"));
        QTest::keyClick(&dialog, Qt::Key_Escape);
        QCOMPARE(previewed.last()[0].toString(), QStringLiteral("system"));
        QCOMPARE(applied.count(), 0);
        QVERIFY(dialog.preferences() == Preferences());
    }

    void defaultsAreShownAndNotYetTaken()
    {
        PreferencesDialog dialog;
        prepare(dialog);
        dialog.setPreferences(others());
        QSignalSpy applied(&dialog, &PreferencesDialog::applied);
        button(dialog, QDialogButtonBox::RestoreDefaults)->click();
        QVERIFY(dialog.preferences() == Preferences());
        QCOMPARE(applied.count(), 0);
        button(dialog, QDialogButtonBox::Ok)->click();
        QVERIFY(applied[0][0].value<Preferences>() == Preferences());
    }

    void aFolderThatCannotBeUsedStandsInTheWay()
    {
        PreferencesDialog dialog;
        prepare(dialog);
        QSignalSpy asked(&dialog, &PreferencesDialog::workspaceAsked);
        Preferences bad;
        bad.workspaceFolder = QStringLiteral("/nowhere");
        dialog.setPreferences(bad);
        QCOMPARE(asked.last()[0].toString(), QStringLiteral("/nowhere"));
        dialog.setWorkspace(QStringLiteral("/other"), 0, QStringLiteral("late"));
        QVERIFY(button(dialog, QDialogButtonBox::Ok)->isEnabled()); // Not about what is shown.
        dialog.setWorkspace(QStringLiteral("/nowhere"), 0, QStringLiteral("It cannot be written"));
        QVERIFY(!button(dialog, QDialogButtonBox::Ok)->isEnabled());
        const auto* list = dialog.findChild<QListWidget*>();
        QVERIFY(!list->item(list->count() - 1)->icon().isNull()); // The page is marked.
        dialog.setWorkspace(QStringLiteral("/nowhere"), 1, {});
        QVERIFY(button(dialog, QDialogButtonBox::Ok)->isEnabled());
    }

    void badValuesAreRepaired()
    {
        Preferences p;
        p.memoryMiB = 1;
        p.minCosine = 7;
        p.notifications = QStringLiteral("always");
        QCOMPARE(repaired(p).memoryMiB, Preferences::leastMemoryMiB);
        QVERIFY(repaired(p).minCosine == 1.0);
        QCOMPARE(repaired(p).notifications, QStringLiteral("queue"));
        QVERIFY(repaired(others()) == others());
    }
};

QTEST_MAIN(TestPreferences)
#include "tst_preferences.moc"
