#include "tests/support/widgets.h"
#include "tests/ui/sample_model.h"
#include "ui/models/recipe_edits.h"
#include "ui/pages/plan_page.h"
#include "ui/text/finding_text.h"
#include "ui/widgets/architecture_banner.h"
#include "ui/widgets/findings_panel.h"
#include "ui/widgets/importance_row.h"
#include "ui/widgets/tensor_browser.h"
#include "ui/widgets/tensor_view.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTreeView>

using namespace aq;
using namespace aq::test;

namespace {

Repair store(const char* name, const char* type)
{
    return {.label = QString::fromLatin1(type),
        .id = "use-scheme",
        .overrides
        = {{QString::fromLatin1(name), {QString::fromLatin1(type), std::nullopt}, true}}};
}

Repair write(const char* target)
{
    return {.label = {}, .id = "target", .target = QString::fromLatin1(target)};
}

Finding finding(Severity severity, const char* id, std::int64_t tensor, std::vector<Repair> repairs)
{
    return {.severity = severity,
        .id = id,
        .tensor = tensor,
        .what = QStringLiteral("what"),
        .why = QStringLiteral("why"),
        .repairs = std::move(repairs)};
}

const QStringList names{QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")};

/// One that blocks, two alike that are slow, one note; in the order of findingsOf().
FindingsPtr sample()
{
    return std::make_shared<const std::vector<Finding>>(std::vector{
        finding(Severity::Blocking, "name-too-long", 2, {store("c", "f16"), write("gguf")}),
        finding(Severity::Slow, "type-slow", 0, {store("a", "q8_0"), write("gguf")}),
        finding(Severity::Slow, "type-slow", 1, {store("b", "q8_0")}),
        finding(Severity::Note, "half-range", -1, {store("a", "bf16")})});
}

FindingsPtr none() { return std::make_shared<const std::vector<Finding>>(); }

} // namespace

class TestFindings : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void alikeAreOneLine()
    {
        FindingsModel model;
        const QAbstractItemModelTester tester(
            &model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setFindings(sample(), names);
        QCOMPARE(model.rowCount(), 3);
        const QModelIndex slow = model.index(1, 0);
        QCOMPARE(model.rowCount(slow), 2);
        QVERIFY(model.findingsOf(slow) == (std::vector{1, 2}));
        QVERIFY(model.findingsOf(model.index(1, 0, slow)) == std::vector{2});
        QCOMPARE(model.rowCount(model.index(0, 0)), 0);
        QCOMPARE(model.index(0, 1).data().toString(), QStringLiteral("c"));
        QCOMPARE(model.index(1, 1).data().toString(), QStringLiteral("2 tensors"));
        QCOMPARE(model.index(2, 1).data().toString(), QStringLiteral("the whole file"));
        model.setFindings(none(), names);
        QCOMPARE(model.rowCount(), 0);
    }

    /// Colour is never alone: the word and the picture say the same.
    void severityIsAWordAndAPicture()
    {
        FindingsModel model;
        model.setFindings(sample(), names);
        for (int row = 0; row < model.rowCount(); ++row) {
            const QModelIndex line = model.index(row, 0);
            const Finding& first = model.findings()[std::size_t(model.findingsOf(line)[0])];
            QVERIFY(line.data().toString().startsWith(severityText(first.severity)));
            QVERIFY(!line.data(Qt::DecorationRole).value<QIcon>().isNull());
        }
        QCOMPARE(countsText(*sample()), QStringLiteral("1 blocking, 2 slow, 1 note"));
        QVERIFY(worstOf(*sample()) == Severity::Blocking);
    }

    void aLikeFindingIsFoundAgain()
    {
        FindingsModel model;
        model.setFindings(sample(), names);
        QVERIFY(model.findingsOf(model.lineLike("type-slow", 1)) == std::vector{2});
        QVERIFY(model.findingsOf(model.lineLike("type-slow", 7)) == (std::vector{1, 2}));
        QVERIFY(!model.lineLike("no-such", 0).isValid());
    }

    void aLineIsExplainedAndRepaired()
    {
        FindingsPanel panel;
        QSignalSpy wished(&panel, &FindingsPanel::repairWished);
        QSignalSpy chosen(&panel, &FindingsPanel::tensorChosen);
        panel.setFindings(sample(), names, targetNamed(u"gguf-comfyui"));
        panel.show();
        QCOMPARE(described(panel, QStringLiteral("finding"))->text(), QStringLiteral("c: what"));
        QCOMPARE(
            described(panel, QStringLiteral("why it matters"))->text(), QStringLiteral("Why."));
        QCOMPARE(chosen.size(), 0); // Showing is not choosing.
        named<QPushButton>(panel, QStringLiteral("Store as F16"))->click();
        QCOMPARE(wished.size(), 1);
        const auto repair = wished[0][0].value<Repair>();
        QCOMPARE(repair.overrides.size(), 1u);
        QCOMPARE(repair.overrides[0].pattern, QStringLiteral("c"));
        QCOMPARE(wished[0][1].toString(), QStringLiteral("Store as F16: c"));
        QVERIFY(named<QPushButton>(panel, QStringLiteral("Write GGUF instead")));
    }

    void aKindIsRepairedAtOnce()
    {
        FindingsPanel panel;
        QSignalSpy wished(&panel, &FindingsPanel::repairWished);
        panel.setFindings(sample(), names, targetNamed(u"gguf-comfyui"));
        panel.view().setCurrentIndex(panel.model().index(1, 0));
        named<QPushButton>(panel, QStringLiteral("Store as Q8_0 (2)"))->click();
        QCOMPARE(wished[0][0].value<Repair>().overrides.size(), 2u);
    }

    void clickingALineShowsItsTensor()
    {
        FindingsPanel panel;
        QSignalSpy chosen(&panel, &FindingsPanel::tensorChosen);
        panel.setFindings(sample(), names, targetNamed(u"gguf-comfyui"));
        panel.view().setCurrentIndex(panel.model().index(1, 0, panel.model().index(1, 0)));
        QCOMPARE(chosen.last()[0].toInt(), 1);
    }

    void repairAllLeavesNotesAlone()
    {
        const auto all = suggestedRepair(*sample());
        QVERIFY(all && !all->target);
        QCOMPARE(all->overrides.size(), 3u); // Not that of the note.
        std::vector<Finding> elsewhere = *sample();
        elsewhere[0].repairs = {write("gguf")};
        const auto target = suggestedRepair(elsewhere);
        QVERIFY(target && target->overrides.empty());
        QCOMPARE(*target->target, QStringLiteral("gguf"));
        QVERIFY(!suggestedRepair(std::vector{sample()->back()}));
    }

    void nothingToFindIsSaid()
    {
        FindingsPanel panel;
        panel.setFindings(none(), names, targetNamed(u"gguf-comfyui"));
        panel.show();
        QCOMPARE(described(panel, QStringLiteral("findings"))->text(),
            QStringLiteral("Nothing stands in the way of ComfyUI-GGUF."));
        QVERIFY(!panel.view().isVisible());
        QVERIFY(!named<QPushButton>(panel, QStringLiteral("Repair all"))->isVisible());
    }

    void aRepairIsOneOverridePerName()
    {
        Recipe recipe;
        recipe.overrides = {{QStringLiteral("a"), {QStringLiteral("q4_k"), {}}, true},
            {QStringLiteral("z"), {}, true}};
        recipe = withRepair(recipe, joined(std::vector{store("a", "f16"), store("b", "f16")}));
        QCOMPARE(recipe.overrides.size(), 3u);
        QCOMPARE(recipe.overrides[0].action.scheme, QStringLiteral("f16"));
        QCOMPARE(recipe.overrides[2].pattern, QStringLiteral("z"));
    }

    void thePageRepairsThroughTheRecipe()
    {
        const ModelHeader header = test::sampleHeader(60);
        Recipe recipe;
        recipe.target = QStringLiteral("gguf-comfyui");
        const QuantPlan plan = *makePlan(header, recipe);
        PlanPage page;
        QSignalSpy edits(&page, &PlanPage::recipeEdited);
        page.setModel(header, QStringLiteral("x"));
        page.setRecipe(recipe);
        page.setPlan(plan);
        page.setFindings(std::make_shared<const std::vector<Finding>>(findingsOf(header, plan)));
        page.show();
        // Names of a part of SD 1.x alone are recognised as nothing.
        QPushButton* badge = nullptr;
        for (auto* candidate : page.findChildren<QPushButton*>())
            if (candidate->accessibleDescription() == QStringLiteral("findings of the plan"))
                badge = candidate;
        QVERIFY(badge && badge->isVisible());
        QVERIFY2(badge->text().contains(QStringLiteral("block")), qPrintable(badge->text()));
        auto* panel = page.findChild<FindingsPanel*>();
        QVERIFY(!panel->isVisible());
        badge->click();
        QVERIFY(panel->isVisible());
        named<QPushButton>(*panel, QStringLiteral("Write GGUF instead"))->click();
        QCOMPARE(edits.size(), 1);
        QCOMPARE(edits[0][0].value<Recipe>().target, QStringLiteral("gguf"));
        page.setPlan(*makePlan(header, page.recipe()));
        QVERIFY(!badge->isVisible()); // Findings of before say nothing of this plan.
    }

    void aFilteredTensorIsShownAllTheSame()
    {
        TensorBrowser browser;
        const ModelHeader header = test::sampleHeader(60);
        browser.setRows(rows(header, nullptr, nullptr));
        browser.view().filterModel().setFilter({QStringLiteral("norm"), {}});
        browser.showTensor(4);
        QCOMPARE(browser.view().currentIndex().data(TensorTableModel::NameRole).toString(),
            header.tensors[4].name);
    }

    void theBannerSaysWhatAndWhy_data()
    {
        QTest::addColumn<Recognition>("recognition");
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("because");
        const Architecture* sd = architectureNamed(u"sd1");
        const QStringList evidence{QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")};
        QTest::newRow("recognised") << Recognition{sd, QStringLiteral("p."), evidence,
            false} << sd->title << QStringLiteral("recognised by a and 2 more names; prefix p.");
        QTest::newRow("chosen against")
            << Recognition{sd, {}, {}, true} << sd->title << QStringLiteral("not in this model");
        QTest::newRow("unknown") << Recognition{} << QStringLiteral("Unknown architecture")
                                 << QStringLiteral("that is fine");
        QTest::newRow("none") << Recognition{nullptr, {}, {}, true}
                              << QStringLiteral("No architecture")
                              << QStringLiteral("as you chose");
    }
    void theBannerSaysWhatAndWhy()
    {
        QFETCH(Recognition, recognition);
        QFETCH(QString, title);
        QFETCH(QString, because);
        ArchitectureBanner banner;
        banner.setRecognition(recognition);
        QCOMPARE(described(banner, QStringLiteral("architecture"))->text(), title);
        QVERIFY(
            described(banner, QStringLiteral("why this architecture"))->text().contains(because));
    }

    void theBannerOffersEveryArchitectureAndNone()
    {
        ArchitectureBanner banner;
        QSignalSpy wished(&banner, &ArchitectureBanner::architectureWished);
        auto* menu = named<QPushButton>(banner, QStringLiteral("Change"))->menu();
        Q_EMIT menu->aboutToShow();
        const auto actions = menu->actions();
        QCOMPARE(actions.size(), qsizetype(architectures().size()) + 3); // And a line.
        QVERIFY(actions[0]->isChecked());
        actions[1]->trigger();
        QCOMPARE(wished.last()[0].toString(), QString(architectureNone));
        actions[3]->trigger();
        QCOMPARE(wished.last()[0].toString(), architectures().front().id);
    }

    void anImportanceFileSaysWhatItCovers()
    {
        ImportanceRow row;
        const QString path = QStringLiteral("/models/x.imatrix");
        QVERIFY(described(row, QStringLiteral("importance coverage"))
                    ->text()
                    .contains(QStringLiteral("alike")));
        row.setPath(path);
        QCOMPARE(
            described(row, QStringLiteral("importance file"))->text(), QStringLiteral("x.imatrix"));
        QCOMPARE(described(row, QStringLiteral("importance coverage"))->text(),
            QStringLiteral("Reading…"));
        row.setState({path, {}, 12, 40});
        QCOMPARE(described(row, QStringLiteral("importance coverage"))->text(),
            QStringLiteral("Used by 12 of 40 quantized tensors."));
        row.setState({path, {}, 0, 40});
        QVERIFY(described(row, QStringLiteral("importance coverage"))
                    ->text()
                    .contains(QStringLiteral("no effect")));
        row.setState({path, QStringLiteral("too short"), 0, 0});
        QCOMPARE(described(row, QStringLiteral("importance coverage"))->text(),
            QStringLiteral("Cannot be used: too short"));
        QSignalSpy cleared(&row, &ImportanceRow::cleared);
        named<QPushButton>(row, QStringLiteral("Clear"))->click();
        QCOMPARE(cleared.size(), 1);
    }
};

QTEST_MAIN(TestFindings)
#include "tst_findings.moc"
