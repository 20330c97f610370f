#include "tests/ui/sample_model.h"
#include "ui/charts/chart_axis.h"
#include "ui/charts/chart_frame.h"
#include "ui/charts/diverging_bars.h"
#include "ui/charts/size_error_chart.h"
#include "ui/models/difference_model.h"
#include "ui/models/trial_list_model.h"
#include "ui/models/trial_table.h"
#include "ui/pages/compare_details.h"
#include "ui/pages/compare_page.h"
#include "ui/text/compare_text.h"
#include "ui/theme.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <cmath>

using namespace aq;

namespace {

/// A header without a file, as an open model.
ModelSource sampleModel(int tensors)
{
    OpenedModel opened;
    opened.header = test::sampleHeader(tensors);
    return ModelSource(QStringLiteral("/models/sample.safetensors"), *formatNamed(u"safetensors"),
        std::move(opened));
}

TrialTensors planned(const ModelHeader& header, const char* scheme)
{
    Recipe recipe;
    recipe.target = QStringLiteral("gguf");
    recipe.scheme = QString::fromLatin1(scheme);
    const auto plan = makePlan(header, recipe);
    return plan ? trialTensorsOf(header, *plan) : TrialTensors(header.tensors.size());
}

/// Errors that follow from the bits and the position alone.
TrialTensors measured(TrialTensors tensors, double error)
{
    for (std::size_t i = 0; i < tensors.size(); ++i) {
        if (tensors[i].isKnown())
            continue;
        tensors[i].relRmse = error * (1 + 0.3 * std::sin(double(i)));
        tensors[i].cosineGap = tensors[i].relRmse * tensors[i].relRmse / 2;
        if (tensors[i].bytes % 3 == 0) // Larger types are closer.
            tensors[i].relRmse *= 0.8;
    }
    return tensors;
}

struct Sample {
    const char* title;
    const char* scheme;
    double error; ///< 0: not measured.
};

std::shared_ptr<TrialsView> viewOf(
    const ModelSource& model, const std::vector<Sample>& samples, int compared)
{
    auto view = std::make_shared<TrialsView>();
    view->model = model;
    view->modelName = QStringLiteral("sample.safetensors");
    for (const TensorInfo& tensor : model.header().tensors)
        view->sourceBytes += tensor.bytes();
    std::vector<TrialSums> sums;
    for (std::size_t i = 0; i < samples.size(); ++i) {
        TrialTensors tensors = planned(model.header(), samples[i].scheme);
        if (samples[i].error > 0)
            tensors = measured(std::move(tensors), samples[i].error);
        TrialLook look;
        look.id = int(i) + 1;
        look.title = QString::fromLatin1(samples[i].title);
        look.kind = samples[i].error > 0 ? Trial::Kind::Measured : Trial::Kind::Plan;
        look.sums = sumsOf(model.header(), tensors);
        look.canUse = true;
        if (int(i) < compared) {
            look.slot = int(i);
            view->compared.push_back(int(i));
            view->tensors.push_back(std::make_shared<const TrialTensors>(std::move(tensors)));
        }
        look.isBaseline = i == 0 && compared > 0;
        sums.push_back(look.sums);
        view->trials.push_back(std::move(look));
    }
    const std::vector<int> beaten = dominators(sums, view->measure);
    for (std::size_t i = 0; i < beaten.size(); ++i)
        view->trials[i].dominatedBy = beaten[i];
    view->comparison = compareTrials(model.header(), view->tensors);
    return view;
}

const std::vector<Sample> five{{"Q4_K_M", "q4_k_m", 0.075}, {"Q5_K_M", "q5_k_m", 0.039},
    {"Q4_0", "q4_0", 0.098}, {"Q8_0", "q8_0", 0.006}, {"Q6_K", "q6_k", 0}};

void grab(QWidget& widget, const QString& name)
{
    const QString folder = qEnvironmentVariable("AQ_GRAB");
    if (!folder.isEmpty())
        widget.grab().save(folder + u'/' + name + QStringLiteral(".png"));
}

} // namespace

class TestComparePage : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, Theme::Light); }

    void modelsAreSound()
    {
        const ModelSource model = sampleModel(60);
        const auto view = viewOf(model, five, 4);
        TrialListModel list;
        QAbstractItemModelTester listTester(&list);
        list.setView(view);
        DifferenceModel differences;
        QAbstractItemModelTester differenceTester(&differences);
        differences.setView(view);
        QCOMPARE(differences.columnCount(), 2 + 3 * 4);
        TrialTable table;
        QAbstractItemModelTester tableTester(&table);
        table.setTable(trialColumns(view), 5);
        table.setTable(blockColumns(view), int(view->comparison.blocks.size()));
        list.setView(viewOf(model, five, 2));
        QCOMPARE(list.index(2).data(Qt::CheckStateRole).toInt(), int(Qt::Unchecked));
    }

    void verdictSaysWhatTheNumbersSay()
    {
        auto view = viewOf(sampleModel(60), five, 2);
        view->trials[0].sums.bytes = 100;
        view->trials[1].sums.bytes = 118;
        view->trials[0].sums.relRmse = 0.1;
        view->trials[1].sums.relRmse = 0.053;
        QCOMPARE(verdict(*view),
            QStringList{
                QStringLiteral("Q5_K_M is 18.0 % larger than Q4_K_M and has 47.0 % less error.")});
        view->trials[1].sums.relRmse = 0.25;
        QCOMPARE(verdict(*view).front(),
            QStringLiteral(
                "Q5_K_M is worse than Q4_K_M in both: 18.0 % larger, with 2.5 times its error."));
        view->trials[1].sums.bytes = 100;
        view->trials[1].sums.relRmse = 0.1;
        QCOMPARE(verdict(*view).front(),
            QStringLiteral("Q5_K_M and Q4_K_M are the same in size and error."));
        view->measure = ErrorMeasure::Sqnr;
        view->trials[1].sums.bytes = 88;
        view->trials[1].sums.relRmse = 0.05;
        QCOMPARE(verdict(*view).front(),
            QStringLiteral(
                "Q5_K_M is better than Q4_K_M in both: 12.0 % smaller, with 6.0 dB less error."));
        view->trials[1].sums.relRmse = std::numeric_limits<double>::quiet_NaN();
        QVERIFY(verdict(*view).front().contains(QStringLiteral("measure both")));
        view->fitBytes = 80;
        QVERIFY(verdict(*view).back().startsWith(QStringLiteral("None of them")));
    }

    void ticksAreRound()
    {
        QCOMPARE(axisTicks({0, 10, false}, 5), (std::vector<double>{0, 2, 4, 6, 8, 10}));
        const double mib = 1024 * 1024;
        QCOMPARE(axisTicks({1.5 * mib, 3.2 * mib, false}, 4, mib),
            (std::vector<double>{1.5 * mib, 2 * mib, 2.5 * mib, 3 * mib}));
        const std::vector<double> logs = axisTicks({0.005, 0.2, true}, 6);
        QCOMPARE(logs.size(), 6u); // 0.005 0.01 0.02 0.05 0.1 0.2
        QVERIFY(axisTicks({3, 3, false}, 4).empty());
        QVERIFY(byteUnit(5e9) == std::pow(1024, 3) && byteUnit(100) == 1);
        QVERIFY(std::abs(ChartAxis({1, 100, true}).share(10) - 0.5) < 1e-12);
    }

    void chartCanBeWalkedByKeysAndMouse()
    {
        SizeErrorChart chart;
        chart.resize(600, 400);
        const auto view = viewOf(sampleModel(60), five, 4);
        chart.setView(view);
        QSignalSpy pointed(&chart, &SizeErrorChart::pointedAt);
        QSignalSpy clicked(&chart, &SizeErrorChart::clicked);
        QTest::keyClick(&chart, Qt::Key_Home);
        const int smallest = pointed.takeLast().front().toInt();
        for (const TrialLook& trial : view->trials)
            QVERIFY(view->trials[std::size_t(smallest)].sums.bytes <= trial.sums.bytes);
        QTest::keyClick(&chart, Qt::Key_End);
        QCOMPARE(view->trials[std::size_t(pointed.takeLast().front().toInt())].title,
            QStringLiteral("Q8_0"));
        const QPoint q5 = chart.positionOf(1).toPoint();
        QTest::mouseClick(&chart, Qt::LeftButton, {}, q5);
        QCOMPARE(clicked.takeLast().front().toInt(), 1);
        QVERIFY(chart.summary().contains(QStringLiteral("Q6_K")));
        // Smaller is further left, closer is lower.
        QVERIFY(chart.positionOf(0).x() < chart.positionOf(3).x());
        QVERIFY(chart.positionOf(0).y() < chart.positionOf(3).y());
    }

    void barsAreSortedAndRead()
    {
        DivergingBars bars;
        bars.resize(600, 300);
        const auto view = viewOf(sampleModel(300), five, 3);
        bars.setView(view);
        QCOMPARE(bars.rows(), int(view->comparison.blocks.size()));
        QCOMPARE(bars.blockAt(0), view->comparison.blocks[0].name);
        bars.setOrder(DivergingBars::Order::Size);
        const auto change = [&](int row) {
            double most = 0;
            for (const BlockComparison& block : view->comparison.blocks)
                if (block.name == bars.blockAt(row))
                    for (std::size_t i = 1; i < block.trials.size(); ++i)
                        most = std::max(
                            most, std::abs(double(block.trials[i].bytes - block.trials[0].bytes)));
            return most;
        };
        for (int row = 1; row < bars.rows(); ++row)
            QVERIFY(change(row - 1) >= change(row));
        QSignalSpy read(&bars, &DivergingBars::pointedAt);
        QSignalSpy activated(&bars, &DivergingBars::activated);
        QTest::keyClick(&bars, Qt::Key_Down);
        QVERIFY(read.takeLast().front().toString().contains(QStringLiteral("Q5_K_M")));
        QTest::keyClick(&bars, Qt::Key_Return);
        QCOMPARE(activated.takeLast().front().toString(), bars.blockAt(0));
    }

    void tableShowsWhatDiffersAndCopies()
    {
        CompareDetails details;
        const auto view = viewOf(sampleModel(60), five, 2);
        details.setView(view);
        QTableView* table = nullptr;
        for (auto* found : details.findChildren<QTableView*>())
            if (found->accessibleName() == QStringLiteral("Tensors that differ"))
                table = found;
        QVERIFY(table);
        QCOMPARE(table->model()->rowCount(), view->comparison.differing);
        table->sortByColumn(0, Qt::DescendingOrder);
        table->selectRow(0);
        QTest::keyClick(table, Qt::Key_C, Qt::ControlModifier);
        const QStringList lines = QApplication::clipboard()->text().split(u'\n');
        QCOMPARE(lines.size(), 3); // Titles, one tensor, the end.
        QCOMPARE(lines[0].count(u'\t'), 7);
        QVERIFY(!details.currentTensor().isEmpty());
    }

    /// What answers a wish may be asked for again while the page takes a new view.
    void measureChangesUnderHistograms()
    {
        ComparePage page;
        page.resize(1180, 720);
        page.show();
        const ModelSource model = sampleModel(60);
        page.setView(viewOf(model, five, 2));
        CompareDetails& details = page.details();
        QSignalSpy wished(&details, &CompareDetails::tensorWished);
        for (QTableView* table : details.findChildren<QTableView*>())
            if (table->accessibleName() == QStringLiteral("Tensors that differ"))
                table->selectRow(1);
        connect(&details, &CompareDetails::tensorWished, this, [&](int) {
            HistogramStrip::Panel panel{QStringLiteral("A"), 0, {}, QStringLiteral("looking…")};
            details.setHistograms(details.currentTensor(), {panel, panel});
            auto picture = std::make_shared<TensorPicture>();
            picture->originalHistogram = {-1, 1, {1, 2, 3, 2}, 0, 0};
            picture->decodedHistogram = {-1, 1, {0, 3, 4, 1}, 0, 0};
            panel.picture = picture;
            panel.note.clear();
            details.setHistograms(details.currentTensor(), {panel, panel});
        });
        details.setCurrentIndex(1);
        QCOMPARE(wished.size(), 1);
        grab(page, QStringLiteral("histograms"));
        auto other = viewOf(model, five, 3);
        other->measure = ErrorMeasure::Sqnr;
        page.setView(other);
        QCOMPARE(wished.size(), 2);
        grab(page, QStringLiteral("sqnr"));
    }

    void pageWishesAndFollows()
    {
        ComparePage page;
        page.resize(1180, 720);
        page.setChoices({{QStringLiteral("q4_k_m"), QStringLiteral("Q4_K_M"), {}, true},
            {QStringLiteral("q8_0"), QStringLiteral("Q8_0"), {}, true}});
        const ModelSource model = sampleModel(300);
        page.setView(viewOf(model, {}, 0));
        page.show();
        grab(page, QStringLiteral("empty"));
        page.setView(viewOf(model, five, 4));
        QCOMPARE(page.verdictText().size(), 3);
        QSignalSpy compared(&page.panel(), &CompareTrialsPanel::compareWished);
        auto* list = page.panel().findChild<QListView*>();
        list->setCurrentIndex(list->model()->index(1, 0));
        QTest::keyClick(list, Qt::Key_Space);
        QCOMPARE(compared.size(), 1);
        QCOMPARE(compared[0][0].toInt(), 2);
        QCOMPARE(compared[0][1].toBool(), false);
        QCOMPARE(page.panel().selectedId(), 2);
        QSignalSpy measured(&page.panel(), &CompareTrialsPanel::measureWished);
        for (QPushButton* button : page.panel().findChildren<QPushButton*>())
            if (button->text().startsWith(QStringLiteral("Measure")))
                button->click();
        QCOMPARE(measured.size(), 1);
        QCOMPARE(measured[0][0].value<QList<int>>(), QList<int>{5});
        grab(page, QStringLiteral("light-1280"));
        page.resize(1340, 820);
        auto fit = viewOf(model, five, 2);
        fit->fitBytes = fit->trials[1].sums.bytes + 30'000'000;
        page.setView(fit);
        grab(page, QStringLiteral("two-1440"));
        applyTheme(*qApp, Theme::Dark);
        page.setView(viewOf(model, five, 4));
        grab(page, QStringLiteral("dark-1440"));
        applyTheme(*qApp, Theme::Light);
        page.setView(std::make_shared<TrialsView>());
        grab(page, QStringLiteral("no-model"));
    }
};

QTEST_MAIN(TestComparePage)
#include "tst_compare_page.moc"
