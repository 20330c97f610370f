#include "tests/support/widgets.h"
#include "ui/charts/chart_panel.h"
#include "ui/models/report_table_model.h"
#include "ui/pages/report_page.h"
#include "ui/theme.h"
#include "ui/widgets/report_filter_bar.h"
#include "ui/widgets/report_table_view.h"
#include "ui/widgets/validate_dialog.h"
#include "ui/widgets/verdict_banner.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QDir>
#include <QDoubleSpinBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace aq;
using namespace aq::test;

namespace {

/// Sums that give the wanted cosine and relative RMSE: y = x + e with |x| = 1 and |e| = `error`,
/// e at a right angle to x. cos = 1 / sqrt(1 + error^2), relRmse = error.
TensorReport tensor(const QString& name, const QString& scheme, double error)
{
    TensorReport report;
    report.name = name;
    report.scheme = scheme;
    report.shape = {100};
    report.parameters = 100;
    report.bytesBefore = 400;
    report.bytesAfter = 50;
    report.sums = {.count = 100,
        .xx = 1,
        .yy = 1 + error * error,
        .xy = 1,
        .dd = error * error,
        .d = 0,
        .maxError = error / 2,
        .peak = 0.5};
    report.status = Status::Passed;
    return report;
}

ValidationReport sample()
{
    ValidationReport report;
    report.output = QStringLiteral("/tmp/model-int4.arrow");
    report.thresholds = {.minCosine = 0.85, .floorsPerWidth = false};
    report.tensors = {tensor(QStringLiteral("good"), QStringLiteral("int4"), 0.05),
        tensor(QStringLiteral("bad"), QStringLiteral("int4"), 0.5), // cosine 0.894
        tensor(QStringLiteral("middle"), QStringLiteral("int4"), 0.2)};
    report.summary.bytesBefore = 1200;
    report.summary.bytesAfter = 150;
    summarise(report);
    return report;
}

} // namespace

class TestReportPage : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void modelIsConsistent()
    {
        ReportTableModel model;
        QAbstractItemModelTester tester(
            &model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setTensors(sample().tensors);
        QCOMPARE(model.rowCount(), 3);
        const auto column = int(ReportTableModel::Column::RelRmse);
        QCOMPARE(model.index(0, column).data().toString(), QStringLiteral("0.50000"));
        const QPersistentModelIndex bad(model.index(0, column));
        model.sort(column, Qt::AscendingOrder);
        QCOMPARE(model.index(0, column).data().toString(), QStringLiteral("0.05000"));
        QCOMPARE(bad.row(), 2); // A selection stays with its tensor.
        model.sort(int(ReportTableModel::Column::Name), Qt::DescendingOrder);
        QCOMPARE(model.tensor(0).name, QStringLiteral("middle"));
    }

    void worstTensorComesFirst()
    {
        ReportPage page;
        page.setReport(sample());
        const auto* table = page.findChild<ReportTableView*>();
        const auto name = [&](int row) {
            return table->model()
                ->index(row, int(ReportTableModel::Column::Name))
                .data()
                .toString();
        };
        QCOMPARE(name(0), QStringLiteral("bad"));
        QCOMPARE(name(1), QStringLiteral("middle"));
        QCOMPARE(name(2), QStringLiteral("good"));
    }

    /// What was promised is not kept, however good the tensors are.
    void aFileThatIsTooLargeIsSaid()
    {
        ReportPage page;
        ValidationReport report = sample();
        report.recipe.fitBytes = report.summary.bytesAfter - 100;
        summarise(report);
        page.setReport(report);
        QCOMPARE(described(page, QStringLiteral("verdict"))->text(), QStringLiteral("Not passed"));
        QCOMPARE(described(page, QStringLiteral("verdict reason"))->text(),
            QStringLiteral("The file is 100 bytes larger than was asked for."));
        report.thresholds.minCosine = 0.9;
        summarise(report);
        page.setReport(report);
        const QString both = described(page, QStringLiteral("verdict reason"))->text();
        QVERIFY2(both.contains(QStringLiteral("larger"))
                && both.contains(QStringLiteral("missed a limit: 1 ("))
                && both.contains(QStringLiteral("First: bad")),
            qPrintable(both));
    }

    /// cosine of "bad" is 1/sqrt(1.25) = 0.8944.
    void changingALimitJudgesAgain()
    {
        ReportPage page;
        QSignalSpy changed(&page, &ReportPage::thresholdsChanged);
        page.setReport(sample());
        QVERIFY(changed.isEmpty()); // Showing is not changing.
        QCOMPARE(described(page, QStringLiteral("verdict"))->text(), QStringLiteral("Passed"));
        auto* minimum = page.findChild<QDoubleSpinBox*>();
        minimum->setValue(0.9);
        QCOMPARE(changed.size(), 1);
        QVERIFY(!page.report()->summary.passed);
        QCOMPARE(described(page, QStringLiteral("verdict"))->text(), QStringLiteral("Not passed"));
        QVERIFY(described(page, QStringLiteral("verdict reason"))
                    ->text()
                    .contains(QStringLiteral("bad")));
        minimum->setValue(0.89);
        QVERIFY(page.report()->summary.passed);
        QCOMPARE(described(page, QStringLiteral("verdict"))->text(), QStringLiteral("Passed"));
        page.findChild<QCheckBox*>()->click(); // 4 bits: relative RMSE at most 0.14.
        QVERIFY(!page.report()->summary.passed);
        QVERIFY(page.report()->tensors[1].status == Status::BelowFloor);
    }

    void aLimitIsTypedInPeace()
    {
        ReportPage page;
        QSignalSpy changed(&page, &ReportPage::thresholdsChanged);
        page.setReport(sample());
        page.show();
        auto* minimum = page.findChild<QDoubleSpinBox*>();
        minimum->selectAll();
        QTest::keyClicks(minimum, QStringLiteral("0.90"));
        QVERIFY(changed.isEmpty()); // "0" and "0." are no limits that anybody wants.
        QTest::keyClick(minimum, Qt::Key_Return);
        QCOMPARE(changed.size(), 1);
        QVERIFY(page.report()->thresholds.minCosine == 0.9);
    }

    void enterValidatesTheTwoFiles()
    {
        ValidateDialog dialog;
        QSignalSpy accepted(&dialog, &QDialog::accepted);
        dialog.setOriginal(QStringLiteral("a.safetensors"));
        dialog.show();
        auto* written = dialog.findChildren<QLineEdit*>().at(1);
        QTest::keyClick(written, Qt::Key_Return); // Nothing to compare with yet.
        QVERIFY(accepted.isEmpty() && dialog.isVisible());
        dialog.setWritten(QStringLiteral("b.arrow"));
        QTest::keyClick(written, Qt::Key_Return);
        QCOMPARE(accepted.size(), 1);
    }

    void aTrialSaysThatNothingWasWritten()
    {
        ReportPage page;
        ValidationReport trial = sample();
        trial.output.clear();
        page.setReport(trial);
        QCOMPARE(
            described(page, QStringLiteral("verdict"))->text(), QStringLiteral("Trial passed"));
    }

    void exportSaysWhyNot()
    {
        ReportPage page;
        auto* exporting = named<QPushButton>(page, QStringLiteral("Export…"));
        page.setExportable(false, QStringLiteral("because"));
        QVERIFY(!exporting->isEnabled());
        QCOMPARE(exporting->toolTip(), QStringLiteral("because"));
        page.setExportable(true);
        QSignalSpy wanted(&page, &ReportPage::exportRequested);
        exporting->click();
        QCOMPARE(wanted.size(), 1);
    }

    void everyControlCanBeNamed()
    {
        ReportPage page;
        for (const auto* label : page.findChildren<QLabel*>())
            QVERIFY(label->pixmap().isNull() || !label->accessibleName().isEmpty());
        for (const auto* spin : page.findChildren<QDoubleSpinBox*>())
            QVERIFY(!spin->accessibleName().isEmpty());
        for (const auto* table : page.findChildren<QTableView*>())
            QVERIFY(!table->accessibleName().isEmpty());
    }

    void filtersByVerdictAndText()
    {
        ReportPage page;
        ValidationReport report = sample();
        TensorReport kept = tensor(QStringLiteral("norm"), QStringLiteral("keep"), 0);
        kept.status = Status::Kept;
        report.tensors.push_back(kept);
        report.thresholds.minCosine = 0.95;
        summarise(report);
        page.setReport(report);
        const auto* table = page.findChild<ReportTableView*>();
        auto* filter = page.findChild<ReportFilterBar*>();
        const auto names = [&] {
            QStringList all;
            for (int row = 0; row < table->model()->rowCount(); ++row)
                all << table->model()
                           ->index(row, int(ReportTableModel::Column::Name))
                           .data()
                           .toString();
            return all.join(u' ');
        };
        QCOMPARE(names(), QStringLiteral("bad middle good norm"));
        filter->setShow(ReportFilter::Show::Missed);
        QCOMPARE(names(), QStringLiteral("bad"));
        filter->setShow(ReportFilter::Show::Kept);
        QCOMPARE(names(), QStringLiteral("norm"));
        filter->setShow(ReportFilter::Show::Quantized);
        filter->setText(QStringLiteral("OO"));
        QCOMPARE(names(), QStringLiteral("good"));
        page.setReport(report); // Another report is shown whole.
        QCOMPARE(table->model()->rowCount(), 4);
    }

    void tableAndChartLeadToTheTensor()
    {
        ReportPage page;
        page.resize(1100, 700);
        page.show();
        page.setReport(sample());
        auto* table = page.findChild<ReportTableView*>();
        QSignalSpy shown(&page, &ReportPage::showTensorRequested);
        table->setCurrentIndex(table->model()->index(0, 1));
        QTest::keyClick(table, Qt::Key_Return);
        QCOMPARE(shown.takeFirst().first().toString(), QStringLiteral("bad"));
        const QList<ChartPanel*> charts = page.findChildren<ChartPanel*>();
        auto* chart
            = *std::ranges::find(charts, QStringLiteral("Error per tensor"), &ChartPanel::title);
        QVERIFY2(chart->reading().startsWith(QStringLiteral("bad:")), qPrintable(chart->reading()));
        QTest::keyClick(chart->picture(), Qt::Key_Home);
        QTest::keyClick(chart->picture(), Qt::Key_Return);
        QCOMPARE(shown.takeFirst().first().toString(), QStringLiteral("good"));
        // A click selects the row: the third needle stands at five sixths of the picture.
        auto* plot = static_cast<PlotView*>(chart->picture());
        QTRY_VERIFY(plot->axes().area().width() > 100);
        const QPoint at = plot->axes().toPixel({3, 0.1}).toPoint();
        QTest::mouseClick(plot->viewport(), Qt::LeftButton, {}, at);
        QCOMPARE(table->currentTensor(), QStringLiteral("middle"));
    }

    void copiesTheSelectedRowsWithTheirTitles()
    {
        ReportPage page;
        page.setReport(sample());
        auto* table = page.findChild<ReportTableView*>();
        table->selectRow(0);
        table->copy();
        const QStringList lines = QApplication::clipboard()->text().split(u'\n');
        QCOMPARE(lines.size(), 3); // The last is empty.
        QVERIFY(
            lines[0].startsWith(QStringLiteral("Status\tTensor\tScheme\tCosine\tRelative RMSE")));
        QVERIFY2(
            lines[1].contains(QStringLiteral("bad\tint4\t0.89443\t0.50000")), qPrintable(lines[1]));
    }

    void limitsGoBackToThoseOfTheProfile()
    {
        ReportPage page;
        ValidationReport report = sample();
        report.recipe.minCosine = 0.7;
        report.thresholds = {0.7, true};
        page.setReport(report);
        QPushButton* reset = named<QPushButton>(page, QStringLiteral("Reset"));
        QVERIFY(!reset->isEnabled());
        page.findChild<QDoubleSpinBox*>()->setValue(0.5);
        page.findChild<QCheckBox*>()->setChecked(false);
        QVERIFY(reset->isEnabled());
        reset->click();
        QVERIFY(page.report()->thresholds == (Thresholds{0.7, true}));
        QVERIFY(!reset->isEnabled());
    }

    void columnsAreRemembered()
    {
        ReportPage page, later;
        auto* table = page.findChild<ReportTableView*>();
        QVERIFY(table->isColumnHidden(int(ReportTableModel::Column::Reason)));
        table->setColumnHidden(int(ReportTableModel::Column::Reason), false);
        later.restoreViewState(page.saveViewState());
        QVERIFY(!later.findChild<ReportTableView*>()->isColumnHidden(
            int(ReportTableModel::Column::Reason)));
    }

    void namesGetWhatTheOtherColumnsLeave()
    {
        ReportPage page;
        page.resize(1400, 700);
        page.setReport(sample());
        page.show();
        const auto* table = page.findChild<ReportTableView*>();
        const auto width
            = [&](ReportTableModel::Column column) { return table->columnWidth(int(column)); };
        QTRY_COMPARE(table->horizontalHeader()->length(), table->viewport()->width());
        const int before = width(ReportTableModel::Column::Name);
        QVERIFY(before > 3 * width(ReportTableModel::Column::Message)); // There is none.
        ValidationReport report = sample();
        report.tensors[0].message = QStringLiteral("not finite");
        page.setReport(report);
        QVERIFY(width(ReportTableModel::Column::Name) < before);
        QVERIFY(width(ReportTableModel::Column::Message)
            > table->fontMetrics().horizontalAdvance(report.tensors[0].message));
    }

    void whatWasOverruledIsSaid()
    {
        ReportPage page;
        ValidationReport report = sample();
        report.forced = QStringLiteral("block-size");
        page.setReport(report);
        QVERIFY(
            described(page, QStringLiteral("overruled findings"))->text().contains(report.forced));
    }

    /// Looked at: report-*.png beside the test.
    void drawsInLightAndDark()
    {
        for (const bool dark : {false, true}) {
            applyTheme(*qApp, dark ? Theme::Dark : Theme::Light);
            ReportPage page;
            page.resize(1100, 700);
            page.setReport(sample());
            page.findChild<QDoubleSpinBox*>()->setValue(dark ? 0.9 : 0.5);
            page.setExportable(true);
            page.show();
            const QDir folder(QCoreApplication::applicationDirPath());
            const QString name
                = QStringLiteral("report-%1.png").arg(QLatin1StringView(dark ? "dark" : "light"));
            QVERIFY(page.grab().save(folder.filePath(name)));
        }
    }
};

QTEST_MAIN(TestReportPage)
#include "tst_report_page.moc"
