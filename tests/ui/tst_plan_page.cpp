#include "core/plan/pattern.h"
#include "tests/ui/sample_model.h"
#include "ui/models/recipe_edits.h"
#include "ui/pages/plan_page.h"
#include "ui/widgets/estimate_strip.h"
#include "ui/widgets/filter_bar.h"
#include "ui/widgets/profile_card.h"
#include "ui/widgets/rule_list_editor.h"
#include "ui/widgets/tensor_browser.h"
#include "ui/widgets/tensor_view.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QElapsedTimer>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace aq;

namespace {

/// A page with a model, its plan, and both signals recorded. Plans are made as the app does.
struct Desk {
    explicit Desk(int tensors = 60, const Recipe& recipe = {})
        : header(test::sampleHeader(tensors))
    {
        page.setModel(header, QStringLiteral("sample.safetensors"));
        page.setRecipe(recipe);
        page.setPlan(*makePlan(header, recipe));
        page.resize(1100, 700);
        page.show();
    }
    Recipe last() const { return edits.last()[0].value<Recipe>(); }
    TensorBrowser& browser() { return *page.findChild<TensorBrowser*>(); }
    TensorView& view() { return browser().view(); }
    template <typename T>
    T* named(const char* accessibleName)
    {
        for (T* widget : page.findChildren<T*>()) {
            if (widget->accessibleName() == QLatin1StringView(accessibleName))
                return widget;
        }
        return nullptr;
    }
    QPushButton* button(const char* text)
    {
        for (QPushButton* candidate : page.findChildren<QPushButton*>()) {
            if (candidate->text().remove(u'&') == QString::fromUtf8(text))
                return candidate;
        }
        return nullptr;
    }
    QComboBox* combo(const char* label)
    {
        for (const QLabel* text : page.findChildren<QLabel*>()) {
            if (text->text().remove(u'&') == QLatin1StringView(label))
                return qobject_cast<QComboBox*>(text->buddy());
        }
        return nullptr;
    }
    QModelIndex line(int tensor, TensorColumn column = TensorColumn::Name)
    {
        return view().filterModel().mapFromSource(browser().table().indexOf(tensor, column));
    }

    ModelHeader header;
    PlanPage page;
    QSignalSpy edits{&page, &PlanPage::recipeEdited};
};

/// Picks an entry as a person does, with the keys.
void pick(QComboBox& combo, const QString& text)
{
    combo.setFocus();
    const int at = combo.findText(text);
    QVERIFY2(at >= 0, qPrintable(text));
    QTest::keyClick(&combo, Qt::Key_Home);
    for (int i = 0; i < combo.count() && combo.currentIndex() != at; ++i)
        QTest::keyClick(&combo, Qt::Key_Down); // Passes over separators.
}

Rule rule(const char* pattern, const Action& action = {})
{
    return {QString::fromLatin1(pattern), action, true};
}

} // namespace

class TestPlanPage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qRegisterMetaType<Recipe>(); }
    void init() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void showingARecipeIsNotAnEdit()
    {
        Desk desk;
        Recipe recipe = recipeFor(*profileNamed(u"edge"));
        recipe.target = QStringLiteral("safetensors");
        recipe.symmetry = Symmetry::Symmetric;
        recipe.scaleType = ScaleType::F32;
        recipe.search = Search::None;
        recipe.keepOneDimensional = false;
        recipe.keepBelowElements = std::int64_t(1) << 40; // More than the box can hold.
        recipe.keepSensitive = true;
        recipe.keepArchitectureList = false;
        recipe.minCosine = 0.51234; // More digits than the box shows.
        recipe.sensitiveNames = {QStringLiteral("a.name")};
        recipe.sensitivePatterns = {QStringLiteral("*norm*")};
        recipe.patterns = {rule("*attn*", {QStringLiteral("int8"), 64})};
        recipe.rules = {rule("*ff*")};
        recipe.overrides = {rule("one")};
        desk.page.setRecipe(recipe);
        desk.page.setPlan(*makePlan(desk.header, recipe));
        QCoreApplication::processEvents();
        QCOMPARE(desk.edits.count(), 0);
        QVERIFY(desk.page.recipe() == recipe);
    }

    void aComboSaysWhatWasSet()
    {
        Desk desk;
        pick(*desk.combo("Group size:"), QStringLiteral("256"));
        QCOMPARE(desk.last().groupSize, 256);
        QCOMPARE(desk.edits.last()[1].toString(), QStringLiteral("Set group size to 256"));
        pick(*desk.combo("Bits:"), QStringLiteral("INT8"));
        QCOMPARE(desk.last().scheme, QStringLiteral("int8"));
        QCOMPARE(desk.last().groupSize, 256); // Edits build on each other.
        pick(*desk.combo("Symmetry:"), QStringLiteral("Symmetric"));
        QVERIFY(desk.last().symmetry == Symmetry::Symmetric);
        pick(*desk.combo("Target:"), QStringLiteral("Safetensors, packed"));
        QCOMPARE(desk.last().target, QStringLiteral("safetensors"));
        QVERIFY(desk.page.recipe() == desk.last());
    }

    void cardsAreChosenWithTheKeys()
    {
        Recipe recipe;
        recipe.sensitivePatterns = {QStringLiteral("*norm*")};
        Desk desk(60, recipe);
        const auto cards = desk.page.findChildren<ProfileCard*>();
        QCOMPARE(cards.size(), qsizetype(profiles().size()));
        QVERIFY(cards[1]->isChecked()); // Local is the default.
        QVERIFY(QTest::qWaitForWindowActive(&desk.page));
        cards[1]->setFocus();
        QTest::keyClick(cards[1], Qt::Key_Down);
        QVERIFY(cards[2]->isChecked());
        QCOMPARE(desk.edits.count(), 1);
        QCOMPARE(desk.last().profile, QStringLiteral("cloud"));
        QCOMPARE(desk.last().scheme, QStringLiteral("int8"));
        QCOMPARE(desk.last().groupSize, 64);
        QCOMPARE(desk.last().sensitivePatterns, recipe.sensitivePatterns);
    }

    void aCardKnowsThatItsValuesWereChanged()
    {
        Desk desk;
        ProfileCard* card = desk.page.findChildren<ProfileCard*>()[1];
        QVERIFY(!card->accessibleDescription().contains(QStringLiteral("modified")));
        pick(*desk.combo("Group size:"), QStringLiteral("32"));
        QVERIFY(card->accessibleDescription().contains(QStringLiteral("modified")));
        card->click(); // Back to the profile's values.
        QCOMPARE(desk.last().groupSize, 128);
    }

    void estimatesAreOnTheCards()
    {
        Desk desk;
        desk.page.setEstimates({{QStringLiteral("cloud"), qint64(3) << 30}});
        const auto cards = desk.page.findChildren<ProfileCard*>();
        QVERIFY(cards[2]->accessibleDescription().contains(QStringLiteral("3.0 GiB")));
    }

    void aRowIsOverriddenWithTheKeys()
    {
        Desk desk;
        const int tensor = 4;
        desk.view().setCurrentIndex(desk.line(tensor));
        desk.view().setFocus();
        QTest::keyClick(&desk.view(), Qt::Key_F2);
        auto* editor = desk.view().viewport()->findChild<QComboBox*>();
        QVERIFY(editor);
        QCOMPARE(editor->itemText(0), QStringLiteral("Default"));
        QCOMPARE(editor->itemText(1), QStringLiteral("Keep source"));
        QVERIFY(editor->findText(QStringLiteral("INT8")) > 1);
        QTest::keyClick(editor, Qt::Key_Down);
        const std::vector<Rule> expected{{desk.header.tensors[tensor].name, {}, true}};
        QVERIFY(desk.last().overrides == expected);
        QVERIFY(desk.edits.last()[1].toString().contains(desk.header.tensors[tensor].name));
    }

    void aSelectionIsOverriddenAtOnce()
    {
        Desk desk;
        desk.browser().setArrangement(TensorTableModel::Arrangement::Flat);
        desk.view().setCurrentIndex(desk.line(4));
        desk.view().selectionModel()->select(
            desk.line(6), QItemSelectionModel::Select | QItemSelectionModel::Rows);
        desk.button("Keep source")->click();
        QCOMPARE(desk.edits.count(), 1);
        QCOMPARE(desk.last().overrides.size(), std::size_t(2));
        QVERIFY(desk.last().overrides[1].action.isKeep());
        desk.button("Reset")->click();
        QCOMPARE(desk.edits.count(), 2);
        QVERIFY(desk.last().overrides.empty());
        desk.button("Reset")->click(); // Nothing to reset is nothing to undo.
        QCOMPARE(desk.edits.count(), 2);
    }

    void aBlockStandsForItsShownTensors()
    {
        Desk desk;
        desk.browser().filterBar().setFilter({QStringLiteral("attn1.to_q"), {}});
        Q_EMIT desk.browser().filterBar().filterChanged(desk.browser().filterBar().filter());
        const QModelIndex block = desk.line(14).parent();
        QVERIFY(block.isValid());
        desk.view().setCurrentIndex(block);
        desk.button("Keep source")->click();
        QCOMPARE(desk.last().overrides.size(), std::size_t(1));
        QCOMPARE(desk.last().overrides[0].pattern, desk.header.tensors[14].name);
    }

    void aPatternIsMadeFromTheSelection()
    {
        Desk desk;
        desk.browser().setArrangement(TensorTableModel::Arrangement::Flat);
        desk.view().setCurrentIndex(desk.line(14)); // attn1.to_q and to_k of block 0.
        desk.view().selectionModel()->select(
            desk.line(15), QItemSelectionModel::Select | QItemSelectionModel::Rows);
        QSignalSpy shown(&desk.page, &PlanPage::patternsShown);
        desk.button("Make a pattern…")->click();
        QCOMPARE(desk.last().patterns.size(), std::size_t(1));
        const QString pattern = desk.last().patterns[0].pattern;
        QCOMPARE(pattern,
            QStringLiteral("model.diffusion_model.input_blocks.0.1."
                           "transformer_blocks.0.attn1.*.weight"));
        QCOMPARE(shown.last()[0].toStringList(), QStringList{pattern});
    }

    void madePatternsMatchTheirNames_data()
    {
        QTest::addColumn<QStringList>("names");
        QTest::addColumn<QString>("pattern");
        QTest::newRow("one") << QStringList{QStringLiteral("a.b")} << QStringLiteral("a.b");
        QTest::newRow("wildcards")
            << QStringList{QStringLiteral("a[0]*?")} << QStringLiteral("a[[]0][*][?]");
        QTest::newRow("parts") << QStringList{QStringLiteral("b.1.q"), QStringLiteral("b.12.q")}
                               << QStringLiteral("b.*.q");
        QTest::newRow("lengths") << QStringList{QStringLiteral("b.1.q.w"), QStringLiteral("b.w")}
                                 << QStringLiteral("b.*w");
        QTest::newRow("overlap") << QStringList{QStringLiteral("a.a"), QStringLiteral("a.a.a")}
                                 << QStringLiteral("a.a*");
        QTest::newRow("nothing") << QStringList{QStringLiteral("x.y"), QStringLiteral("z")}
                                 << QStringLiteral("*");
    }
    void madePatternsMatchTheirNames()
    {
        QFETCH(QStringList, names);
        QFETCH(QString, pattern);
        QCOMPARE(patternFor(names), pattern);
        const auto compiled = Pattern::compile(pattern);
        QVERIFY(bool(compiled));
        for (const QString& name : names)
            QVERIFY2(compiled->matches(name), qPrintable(name));
    }

    void patternsAreEditedInPlace()
    {
        Desk desk;
        auto* list = desk.named<QTreeView>("Sensitive patterns");
        QVERIFY(list);
        auto* editor = qobject_cast<RuleListEditor*>(list->parentWidget());
        editor->findChild<QPushButton*>()->click(); // Add.
        auto* text = list->viewport()->findChild<QLineEdit*>();
        QVERIFY(text);
        QTest::keyClicks(text, QStringLiteral("*norm*"));
        QTest::keyClick(text, Qt::Key_Return);
        QTRY_COMPARE(desk.edits.count(), 1);
        QCOMPARE(desk.last().sensitivePatterns, QStringList{QStringLiteral("*norm*")});
        QCOMPARE(desk.edits.last()[1].toString(), QStringLiteral("Add pattern *norm*"));
        desk.page.setMatchCounts({{QStringLiteral("*norm*"), QStringLiteral("12 tensors")}});
        const auto matches = list->model()->index(0, int(RuleListModel::Column::Matches));
        QCOMPARE(matches.data().toString(), QStringLiteral("12 tensors"));
        QTest::qWait(0);
        list->setCurrentIndex(list->model()->index(0, 0));
        editor->findChildren<QPushButton*>()[1]->click(); // Remove.
        QVERIFY(desk.last().sensitivePatterns.isEmpty());
    }

    void aPatternThatIsNotFilledInGoesAway()
    {
        Desk desk;
        auto* list = desk.named<QTreeView>("Sensitive patterns");
        list->parentWidget()->findChild<QPushButton*>()->click();
        QTest::keyClick(list->viewport()->findChild<QLineEdit*>(), Qt::Key_Escape);
        QTRY_COMPARE(list->model()->rowCount(), 0);
        QCOMPARE(desk.edits.count(), 0);
    }

    void aBrokenPatternIsRedAndHasNoEffect()
    {
        RuleListModel model(RuleListModel::Kind::Patterns);
        const QAbstractItemModelTester tester(
            &model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QSignalSpy edited(&model, &RuleListModel::edited);
        model.setRules({rule("*norm*")});
        QCOMPARE(edited.count(), 0);
        const QModelIndex cell = model.index(0, 0);
        QVERIFY(model.setData(cell, QStringLiteral("re:("), Qt::EditRole));
        QCOMPARE(edited.count(), 1); // *norm* has no effect any more.
        QVERIFY(model.rules().empty());
        QVERIFY(cell.data(Qt::ForegroundRole).isValid());
        const QString reason
            = model.index(0, int(RuleListModel::Column::Matches)).data().toString();
        QCOMPARE(reason, Pattern::compile(u"re:(").error().detail);
        model.setRules({}); // The answer to the edit: what is being mended stays.
        QCOMPARE(model.rowCount(), 1);
        QVERIFY(model.setData(cell, QStringLiteral("re:norm"), Qt::EditRole));
        QCOMPARE(model.patterns(), QStringList{QStringLiteral("re:norm")});
    }

    void rulesHaveATypeAGroupAndASwitch()
    {
        RuleListModel model(RuleListModel::Kind::Rules);
        model.setChoices(actionChoices(targetNamed(u"arrow")));
        model.setRules({rule("*attn*")});
        const QModelIndex pattern = model.index(0, int(RuleListModel::Column::Pattern));
        const QModelIndex type = model.index(0, int(RuleListModel::Column::Type));
        const QModelIndex group = model.index(0, int(RuleListModel::Column::Group));
        QVERIFY(!group.flags().testFlag(Qt::ItemIsEditable)); // Kept: there are no groups.
        model.choose(type, int(actionChoices(targetNamed(u"arrow")).size()) - 1);
        QVERIFY(!model.rules()[0].action.isKeep());
        QVERIFY(group.flags().testFlag(Qt::ItemIsEditable));
        model.choose(group, 1);
        QVERIFY(model.rules()[0].action.groupSize == groupSizes()[0]);
        QCOMPARE(group.data(RuleListModel::ChoiceRole).toInt(), 1);
        QVERIFY(model.setData(pattern, int(Qt::Unchecked), Qt::CheckStateRole));
        QVERIFY(!model.rules()[0].enabled);
        model.choose(type, 0);
        QVERIFY(model.rules()[0].action == Action{});
    }

    void scalesAreAChoiceOnlyWhereTheTargetHasOne()
    {
        Desk desk;
        Recipe recipe;
        recipe.scaleType = ScaleType::F16;
        recipe.target = QStringLiteral("arrow"); // Its columns are float32.
        desk.page.setRecipe(recipe);
        QComboBox* scales = desk.combo("Scales:");
        QVERIFY(!scales->isEnabled());
        QVERIFY(ScaleType(scales->currentData().toInt()) == ScaleType::F32);
        QVERIFY(scales->toolTip().contains(QStringLiteral("Arrow")));
        recipe.target = QStringLiteral("safetensors");
        desk.page.setRecipe(recipe);
        QVERIFY(scales->isEnabled());
        QVERIFY(ScaleType(scales->currentData().toInt()) == ScaleType::F16);
        QVERIFY(desk.edits.isEmpty());
    }

    void ggufOffersNamedRecipesAndHidesGroups()
    {
        Desk desk;
        desk.page.resize(1100, 1400);
        QComboBox* bits = desk.combo("Bits:");
        QVERIFY(desk.combo("Group size:")->isVisible());
        pick(*desk.combo("Target:"), QStringLiteral("GGUF for ComfyUI"));
        QCOMPARE(desk.last().target, QStringLiteral("gguf-comfyui"));
        QCOMPARE(desk.last().scheme, QStringLiteral("int4")); // It means Q4_K_M there.
        QCOMPARE(bits->currentText(), QStringLiteral("Q4_K_M · from 4.50 bpw"));
        for (const char* affine : {"Group size:", "Symmetry:", "Scales:"})
            QVERIFY(!desk.combo(affine)->isVisible());
        QVERIFY(bits->findText(QStringLiteral("Q8_0 · 8.50 bpw")) >= 0);
        QVERIFY(bits->findText(QStringLiteral("Q2_K · from 2.62 bpw")) >= 0
            || bits->findText(QStringLiteral("Q2_K · from 2.63 bpw")) >= 0);
        QVERIFY(bits->findText(QStringLiteral("BF16")) > 0);
        QVERIFY(bits->findText(QStringLiteral("INT4")) < 0);
        pick(*bits, QStringLiteral("Q6_K · 6.56 bpw"));
        ProfileCard* local = desk.page.findChildren<ProfileCard*>()[1];
        QVERIFY(local->accessibleDescription().contains(QStringLiteral("modified")));
        pick(*bits, QStringLiteral("Q4_K_M · from 4.50 bpw")); // What the profile means.
        QVERIFY(!local->accessibleDescription().contains(QStringLiteral("modified")));
        QVERIFY(local->accessibleDescription().contains(QStringLiteral("Q4_K_M")));
        pick(*bits, QStringLiteral("Q6_K · 6.56 bpw"));
        QCOMPARE(desk.last().scheme, QStringLiteral("q6_k"));
        QCOMPARE(desk.edits.last()[1].toString(), QStringLiteral("Set default type to Q6_K"));
        pick(*desk.combo("Target:"), QStringLiteral("Arrow IPC table"));
        QCOMPARE(bits->currentText(), QStringLiteral("INT6")); // As many bits.
        QVERIFY(desk.combo("Group size:")->isVisible());
    }

    void convertedIsNotQuantized()
    {
        Recipe recipe;
        recipe.target = QStringLiteral("gguf");
        recipe.scheme = QStringLiteral("bf16"); // The sample is F16.
        Desk desk(60, recipe);
        const auto labels = desk.page.findChildren<QLabel*>();
        const auto counts = std::ranges::find_if(labels, [](const QLabel* label) {
            return label->accessibleDescription() == QStringLiteral("estimated bits per weight");
        });
        QVERIFY(counts != labels.end());
        QVERIFY2((*counts)->text().contains(QStringLiteral(" 0 quantized, ")),
            qPrintable((*counts)->text()));
        QVERIFY((*counts)->text().contains(QStringLiteral(" converted, ")));
    }

    void aTargetSaysWhoReadsItSinceWhen()
    {
        Desk desk;
        pick(*desk.combo("Target:"), QStringLiteral("GGUF for diffusers"));
        const auto labels = desk.page.findChildren<QLabel*>();
        QVERIFY(std::ranges::any_of(labels, [](const QLabel* label) {
            return label->text().contains(u"diffusers 0.32 or later");
        }));
    }

    void rowsOfferBlocksFloatsAndKeep()
    {
        Recipe recipe;
        recipe.target = QStringLiteral("gguf");
        Desk desk(60, recipe);
        QStringList titles;
        for (const ActionChoice& choice : desk.view().choices())
            titles << choice.title;
        for (const char* title : {"Default", "Keep source", "Q4_K", "IQ4_NL", "F16"})
            QVERIFY2(titles.contains(QLatin1StringView(title)), title);
        QVERIFY(!titles.contains(QStringLiteral("INT4")));
    }

    void theSearchIsChosenWithASentence()
    {
        Desk desk;
        pick(*desk.combo("Search:"), QStringLiteral("Best"));
        QVERIFY(desk.last().search == Search::Best);
        const auto labels = desk.page.findChildren<QLabel*>();
        QVERIFY(std::ranges::any_of(
            labels, [](const QLabel* label) { return label->text().contains(u"smallest error"); }));
        pick(*desk.combo("Search:"), QStringLiteral("None"));
        QVERIFY(desk.last().search == Search::None);
    }

    void anImportanceFileIsAnEdit()
    {
        Desk desk;
        desk.page.setImportanceFile(QStringLiteral("/x/sd.imatrix"));
        QCOMPARE(desk.last().importance, QStringLiteral("/x/sd.imatrix"));
        QCOMPARE(desk.edits.last()[1].toString(), QStringLiteral("Use importance of sd.imatrix"));
        QPushButton* quantize = desk.button("Quantize…");
        QVERIFY(quantize->isEnabled());
        desk.page.setImportance({QStringLiteral("/x/sd.imatrix"), QStringLiteral("empty"), 0, 0});
        QVERIFY(!quantize->isEnabled());
        QVERIFY(quantize->toolTip().contains(QStringLiteral("empty")));
        desk.button("Clear")->click();
        QVERIFY(desk.last().importance.isEmpty());
        desk.page.setImportance({});
        QVERIFY(quantize->isEnabled());
    }

    void problemsHoldTheButtonsAndSayWhy()
    {
        Desk desk;
        QPushButton* quantize = desk.button("Quantize…");
        QVERIFY(quantize->isEnabled());
        desk.page.setPlanProblems({QStringLiteral("group size 7")});
        QVERIFY(!quantize->isEnabled());
        QVERIFY(quantize->toolTip().contains(QStringLiteral("group size 7")));
        desk.page.setPlan(*makePlan(desk.header, {}));
        QVERIFY(quantize->isEnabled());
        desk.page.setPlanNotes({QStringLiteral("disk is nearly full")});
        QVERIFY(quantize->isEnabled());
        desk.page.setBusy(true);
        QVERIFY(!quantize->isEnabled());
        desk.page.setBusy(false);
        QSignalSpy wished(&desk.page, &PlanPage::quantizeRequested);
        quantize->click();
        QCOMPARE(wished.count(), 1);
    }

    void f5TriesThePlan()
    {
        Desk desk;
        QSignalSpy wished(&desk.page, &PlanPage::measureRequested);
        QVERIFY(QTest::qWaitForWindowActive(&desk.page));
        QTest::keyClick(&desk.page, Qt::Key_F5);
        QTRY_COMPARE(wished.count(), 1); // The button shows that it is pressed first.
    }

    void theFilterTakesFocusAndClears()
    {
        Desk desk;
        QVERIFY(QTest::qWaitForWindowActive(&desk.page));
        auto* text = desk.named<QLineEdit>("Filter");
        QTest::keyClick(&desk.page, Qt::Key_F, Qt::ControlModifier);
        QVERIFY(text->hasFocus());
        QTest::keyClicks(text, QStringLiteral("attn1"));
        QCOMPARE(desk.view().filterModel().matched(), 10); // Five in each of two blocks.
        QTest::keyClick(text, Qt::Key_Escape);
        QVERIFY(text->text().isEmpty());
        QCOMPARE(desk.view().filterModel().matched(), 60);
        QTest::keyClick(text, Qt::Key_Escape);
        QVERIFY(desk.view().hasFocus());
    }

    void linesAreCopiedWithPlainNumbers()
    {
        Desk desk;
        desk.browser().setArrangement(TensorTableModel::Arrangement::Flat);
        desk.view().setCurrentIndex(desk.line(4));
        desk.view().copySelection();
        const QStringList lines = QApplication::clipboard()->text().split(u'\n');
        QCOMPARE(lines.size(), 3); // Titles, a line, the end of the last one.
        const QStringList titles = lines[0].split(u'\t'), cells = lines[1].split(u'\t');
        QCOMPARE(cells.size(), titles.size());
        QCOMPARE(cells[0], desk.header.tensors[4].name);
        QCOMPARE(cells[titles.indexOf(QStringLiteral("Size before (bytes)"))],
            QStringLiteral("1843200"));
    }

    void columnsAreRemembered()
    {
        Desk first, second;
        first.view().setColumnHidden(int(TensorColumn::Why), true);
        first.browser().setArrangement(TensorTableModel::Arrangement::Flat);
        QVERIFY(second.page.restoreViewState(first.page.viewState()));
        QVERIFY(second.view().isColumnHidden(int(TensorColumn::Why)));
        QVERIFY(second.browser().table().arrangement() == TensorTableModel::Arrangement::Flat);
        QVERIFY(!second.page.restoreViewState("nonsense"));
    }

    /// Prints how long the window would stand still; how long is too long is for a person to say.
    void tenThousandTensorsAreShown()
    {
        Desk desk(10'000);
        const auto timed = [](const char* what, auto&& act) {
            QElapsedTimer timer;
            timer.start();
            act();
            QCoreApplication::processEvents(); // And the painting.
            qInfo("%s: %.1f ms", what, double(timer.nsecsElapsed()) / 1e6);
        };
        const auto filter = [&](const QString& text) {
            desk.browser().filterBar().setFilter({text, {}});
            Q_EMIT desk.browser().filterBar().filterChanged({text, {}});
        };
        const QuantPlan plan = *makePlan(desk.header, recipeFor(*profileNamed(u"cloud")));
        timed("setModel", [&] { desk.page.setModel(desk.header, {}); });
        timed("setPlan", [&] { desk.page.setPlan(plan); });
        timed("filter", [&] { filter(QStringLiteral("attn")); });
        timed("clear filter", [&] { filter({}); });
        timed("expand all", [&] { desk.view().expandAll(); });
        timed("sort", [&] { desk.view().sortByColumn(1, Qt::DescendingOrder); });
        timed("setPlan, expanded", [&] { desk.page.setPlan(*makePlan(desk.header, {})); });
        timed("override all", [&] {
            desk.view().selectAll();
            desk.button("Keep source")->click();
        });
        QCOMPARE(desk.last().overrides.size(), std::size_t(10'000));
        desk.browser().setArrangement(TensorTableModel::Arrangement::Flat);
        timed("filter list", [&] { filter(QStringLiteral("attn")); });
    }

    void everyMnemonicIsFree()
    {
        Desk desk;
        QString taken = QStringLiteral("FEVJH"); // The menus: File, Edit, View, Job, Help.
        const auto take = [&taken](const QString& text) {
            const QString letter
                = QKeySequence::mnemonic(text).toString(QKeySequence::PortableText).right(1);
            if (letter.isEmpty())
                return;
            QVERIFY2(!taken.contains(letter), qPrintable(text));
            taken += letter;
        };
        for (const QAbstractButton* button : desk.page.findChildren<QAbstractButton*>())
            take(button->text());
        for (const QLabel* label : desk.page.findChildren<QLabel*>()) {
            if (label->buddy())
                take(label->text());
        }
        QVERIFY(taken.size() > 15);
    }

    void everyControlHasAName()
    {
        Desk desk;
        for (const QWidget* widget : desk.page.findChildren<QWidget*>()) {
            const bool needsName = qobject_cast<const QLineEdit*>(widget)
                || qobject_cast<const QAbstractItemView*>(widget);
            const bool inner = widget->objectName().startsWith(QLatin1StringView("qt_"))
                || qobject_cast<const QComboBox*>(widget->parentWidget())
                || qobject_cast<const QAbstractSpinBox*>(widget->parentWidget())
                || widget->window() != &desk.page || widget->inherits("QHeaderView");
            if (const auto* button = qobject_cast<const QToolButton*>(widget))
                QVERIFY2(!(button->text() + button->accessibleName()).isEmpty(),
                    "a button that is only a picture");
            if (needsName && !inner)
                QVERIFY2(!widget->accessibleName().isEmpty(), widget->metaObject()->className());
            if (qobject_cast<const QComboBox*>(widget)) {
                const auto labels = desk.page.findChildren<QLabel*>();
                QVERIFY(std::ranges::any_of(
                    labels, [&](const QLabel* label) { return label->buddy() == widget; }));
            }
        }
    }
};

QTEST_MAIN(TestPlanPage)
#include "tst_plan_page.moc"
