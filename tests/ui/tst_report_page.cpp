#include "ui/models/report_table_model.h"
#include "ui/pages/report_page.h"
#include "ui/pages/run_page.h"
#include "ui/theme.h"
#include "ui/widgets/verdict_banner.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QCheckBox>
#include <QDir>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace aq;

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

QLabel* described(const QWidget& parent, const QString& description)
{
    for (auto* label : parent.findChildren<QLabel*>())
        if (label->accessibleDescription() == description)
            return label;
    return nullptr;
}

QPushButton* button(const QWidget& parent, const QString& text)
{
    for (auto* candidate : parent.findChildren<QPushButton*>())
        if (candidate->text() == text)
            return candidate;
    return nullptr;
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
        const auto* table = page.findChild<QTableView*>();
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
        auto* exporting = button(page, QStringLiteral("Export…"));
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
        RunPage run;
        for (QWidget* root : std::initializer_list<QWidget*>{&page, &run}) {
            for (const auto* label : root->findChildren<QLabel*>())
                QVERIFY(label->pixmap().isNull() || !label->accessibleName().isEmpty());
            for (const auto* spin : root->findChildren<QDoubleSpinBox*>())
                QVERIFY(!spin->accessibleName().isEmpty());
            for (const auto* table : root->findChildren<QTableView*>())
                QVERIFY(!table->accessibleName().isEmpty());
            for (const auto* bar : root->findChildren<QProgressBar*>())
                QVERIFY(!bar->accessibleName().isEmpty());
        }
    }

    void runPageShowsTheLastValuesBeforeItsButtons()
    {
        RunPage page;
        auto* cancel = button(page, QStringLiteral("Cancel"));
        auto* report = button(page, QStringLiteral("Show report"));
        QVERIFY(!cancel->isEnabled());
        page.start(QStringLiteral("Quantizing x"), 2);
        QVERIFY(cancel->isEnabled() && !report->isEnabled());
        TensorDone done;
        done.name = QStringLiteral("w");
        done.relRmse = 0.125;
        done.bytesBefore = 400;
        done.bytesAfter = 100;
        page.addTensor(done);
        page.setProgress({500, 1000, QStringLiteral("quantize"), QStringLiteral("w")});
        QCOMPARE(page.findChild<QProgressBar*>()->value(), 500);
        QCOMPARE(described(page, QStringLiteral("current tensor"))->text(), QStringLiteral("w"));
        QCOMPARE(
            described(page, QStringLiteral("compression so far"))->text(), QStringLiteral("4.00×"));
        Finished finished;
        finished.report = sample();
        page.finish(finished);
        QVERIFY(!cancel->isEnabled() && report->isEnabled());
        QCOMPARE(page.findChild<QProgressBar*>()->value(), 1000);
        int charts = 0;
        for (const auto* widget : page.findChildren<QWidget*>())
            charts
                += widget->accessibleDescription().startsWith(QStringLiteral("1 point,")) ? 1 : 0;
        QCOMPARE(charts, 2); // Error and compression; the throughput needs two times.
    }

    void runPageSaysWhatFailed()
    {
        RunPage page;
        page.start(QStringLiteral("Quantizing x"), 3);
        page.setProgress({500, 1000, QStringLiteral("quantize"), QStringLiteral("w")});
        const Error nan{
            ErrorCode::Unsupported, QStringLiteral("NaN at element 7"), QStringLiteral("x: w")};
        page.finish(Failed{nan, {nan, nan}});
        QCOMPARE(described(page, QStringLiteral("job title"))->text(),
            QStringLiteral("Quantizing x failed"));
        QCOMPARE(described(page, QStringLiteral("failed tensors"))->text(), QStringLiteral("2"));
        QVERIFY(described(page, QStringLiteral("status"))
                    ->text()
                    .contains(QStringLiteral("x: w – NaN at element 7")));
        page.start(QStringLiteral("Quantizing y"), 3);
        page.finish(Cancelled{});
        QCOMPARE(described(page, QStringLiteral("job title"))->text(),
            QStringLiteral("Quantizing y was cancelled"));
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
