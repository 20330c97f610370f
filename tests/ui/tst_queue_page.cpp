#include "tests/support/widgets.h"
#include "ui/charts/plot_view.h"
#include "ui/models/queue_model.h"
#include "ui/pages/queue_page.h"
#include "ui/theme.h"
#include "ui/widgets/job_actions.h"
#include "ui/widgets/job_add_dialog.h"
#include "ui/widgets/job_error_list.h"
#include "ui/widgets/job_log_view.h"
#include "ui/widgets/job_table.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QDialogButtonBox>
#include <QDir>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QSplitter>
#include <QTest>
#include <QToolButton>
#include <QTreeWidget>
#include <cmath>

using namespace aq;
using namespace aq::test;

namespace {

QueueRow row(int id, JobState state, const QString& setting = QStringLiteral("Q4_K_M"))
{
    QueueRow row;
    row.id = id;
    row.state = state;
    row.model = QStringLiteral("flux1-dev.safetensors");
    row.modelPath = QStringLiteral("/models/flux1-dev.safetensors");
    row.setting = setting;
    row.hasFile = row.hasReport = row.passed = row.unexported = state == JobState::Finished;
    if (state == JobState::Finished) {
        row.bytesAfter = 3 << 20;
        row.relRmse = 0.0625;
        row.fraction = 1;
        row.outcome = QStringLiteral("All tensors passed");
    }
    if (state == JobState::Running) {
        row.fraction = 0.43;
        row.bytesPerSecond = 120e6;
        row.secondsLeft = 62;
    }
    return row;
}

std::vector<QueueRow> sample()
{
    return {row(1, JobState::Finished), row(2, JobState::Running, QStringLiteral("Q5_K_M")),
        row(3, JobState::Paused, QStringLiteral("Q8_0")),
        row(4, JobState::Waiting, QStringLiteral("Q2_K"))};
}

} // namespace

class TestQueuePage : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void theModelKeepsTheRules()
    {
        QueueModel model;
        QAbstractItemModelTester tester(&model);
        model.setRows(sample());
        std::vector<QueueRow> rows = sample();
        rows.erase(rows.begin() + 1);
        rows.push_back(row(5, JobState::Waiting));
        model.setRows(rows);
        QCOMPARE(model.rowCount(), 4);
        QCOMPARE(model.rowOf(3), 1);
        model.setRow(row(5, JobState::Running));
        QCOMPARE(model.find(5)->state, JobState::Running);
        std::vector<QueueRow> reversed(model.rows().rbegin(), model.rows().rend());
        model.setRows(reversed);
        QCOMPARE(model.rowOf(5), 0);
        model.setRows({});
        QCOMPARE(model.rowCount(), 0);
    }

    void cellsSayWhatIsKnownAndNothingElse()
    {
        QueueModel model;
        model.setRows(sample());
        const auto text = [&](int row, QueueModel::Column column) {
            return model.index(row, int(column)).data().toString();
        };
        using Column = QueueModel::Column;
        QCOMPARE(text(0, Column::Position), QStringLiteral("1"));
        QCOMPARE(text(0, Column::State), QStringLiteral("Finished"));
        QCOMPARE(text(0, Column::Size), QStringLiteral("3.0 MiB"));
        QCOMPARE(text(1, Column::Progress), QStringLiteral("43 %"));
        QCOMPARE(text(1, Column::Left), QStringLiteral("1:02"));
        QCOMPARE(text(1, Column::Size), QString());
        QCOMPARE(text(3, Column::Progress), QString());
        QVERIFY(model.index(1, int(Column::Progress)).data(QueueModel::BarRole).toDouble() == 0.43);
        QVERIFY(!model.index(3, int(Column::Progress)).data(QueueModel::BarRole).isValid());
    }

    /// What is dropped is a wish: the rows stay until the queue has moved its jobs.
    void aDropAsksToMove()
    {
        QueueModel model;
        model.setRows(sample());
        QSignalSpy moves(&model, &QueueModel::moveRequested);
        const std::unique_ptr<QMimeData> data(
            model.mimeData({model.index(3, 0), model.index(3, 1), model.index(2, 0)}));
        QVERIFY(!model.dropMimeData(data.get(), Qt::MoveAction, 1, 0, {}));
        QCOMPARE(moves.size(), 1);
        QCOMPARE(moves[0][0].value<QList<int>>(), (QList<int>{3, 4}));
        QCOMPARE(moves[0][1].toInt(), 1);
        QCOMPARE(model.rowOf(4), 3);
    }

    void verbsSayWhyTheyDoNotFit()
    {
        QVERIFY(whyNot(JobVerb::Pause, row(1, JobState::Running)).isEmpty());
        QVERIFY(!whyNot(JobVerb::Resume, row(1, JobState::Running)).isEmpty());
        QVERIFY(whyNot(JobVerb::Resume, row(1, JobState::Paused)).isEmpty());
        QVERIFY(!whyNot(JobVerb::Edit, row(1, JobState::Running)).isEmpty());
        QVERIFY(whyNot(JobVerb::Edit, row(1, JobState::Failed)).isEmpty());
        QVERIFY(whyNot(JobVerb::Export, row(1, JobState::Finished)).isEmpty());
        QueueRow again = row(1, JobState::Finished);
        again.state = JobState::Running; // Its file is that of the run before.
        QVERIFY(!whyNot(JobVerb::Export, again).isEmpty());
        QueueRow trial = row(1, JobState::Finished);
        trial.kind = JobKind::Measure;
        QVERIFY(whyNot(JobVerb::Export, trial).contains(QStringLiteral("trial")));
        QueueRow ending = row(1, JobState::Running);
        ending.stopping = true;
        for (int verb = 0; verb <= int(JobVerb::Remove); ++verb)
            QVERIFY(!whyNot(JobVerb(verb), ending).isEmpty());
    }

    void buttonsFollowTheSelectionAndTheirTipsSayWhy()
    {
        QueuePage page;
        page.setRows(sample());
        page.select(2);
        JobActions& actions = page.actions();
        QVERIFY(actions.action(JobVerb::Pause).isEnabled());
        QVERIFY(!actions.action(JobVerb::Resume).isEnabled());
        QVERIFY(actions.action(JobVerb::Resume).toolTip().contains(QStringLiteral("not paused")));
        page.select(1);
        QVERIFY(!actions.action(JobVerb::Up).isEnabled());
        page.select(4);
        QVERIFY(!actions.action(JobVerb::Down).isEnabled());
        QVERIFY(actions.action(JobVerb::Up).isEnabled());
    }

    void keysDoWhatTheButtonsDo()
    {
        QueuePage page;
        page.setRows(sample());
        page.show();
        auto* table = page.findChild<JobTable*>();
        table->setFocus();
        QVERIFY(QTest::qWaitForWindowActive(&page));
        QSignalSpy verbs(&page, &QueuePage::verbRequested);
        const auto expect
            = [&](int id, Qt::Key key, Qt::KeyboardModifiers modifiers, JobVerb verb) {
                  page.select(id);
                  verbs.clear();
                  QTest::keyClick(table, key, modifiers);
                  QCOMPARE(verbs.size(), 1);
                  QCOMPARE(verbs[0][0].value<JobVerb>(), verb);
                  QCOMPARE(verbs[0][1].value<QList<int>>(), QList<int>{id});
              };
        expect(2, Qt::Key_Space, Qt::NoModifier, JobVerb::Pause);
        expect(3, Qt::Key_Space, Qt::NoModifier, JobVerb::Resume);
        expect(1, Qt::Key_Return, Qt::NoModifier, JobVerb::ShowReport);
        expect(3, Qt::Key_Up, Qt::AltModifier, JobVerb::Up);
        expect(3, Qt::Key_Down, Qt::AltModifier, JobVerb::Down);
        expect(4, Qt::Key_Delete, Qt::NoModifier, JobVerb::Remove);
    }

    void theSelectionStaysWithItsJob()
    {
        QueuePage page;
        page.setRows(sample());
        page.select(3);
        QSignalSpy current(&page, &QueuePage::currentJobChanged);
        std::vector<QueueRow> rows = sample();
        std::swap(rows[0], rows[2]);
        page.setRows(rows);
        QCOMPARE(page.currentJob(), 3);
        QCOMPARE(page.selectedJobs(), QList<int>{3});
        QCOMPARE(current.size(), 0);
    }

    void anEmptyQueueSaysWhatToDo()
    {
        QueuePage page;
        page.show();
        auto* open = named<QPushButton>(page, QStringLiteral("Open a model…"));
        QVERIFY(open && open->isVisible());
        page.setCanAdd(false, QStringLiteral("Open a model first"));
        auto* variants
            = named<QPushButton>(page, QStringLiteral("Add variants of the open model…"));
        QVERIFY(!variants->isEnabled());
        QCOMPARE(variants->toolTip(), QStringLiteral("Open a model first"));
        page.setRows(sample());
        QVERIFY(!open->isVisible());
        QVERIFY(page.findChild<JobTable*>()->isVisible());
    }

    /// In two rows they would be too low to be read.
    void aLowWindowHasItsChartsSideBySide()
    {
        JobLiveView live;
        const auto orientation = [&] { return live.findChild<QSplitter*>()->orientation(); };
        live.resize(1200, 400);
        live.show();
        QCOMPARE(orientation(), Qt::Horizontal);
        for (const auto* plot : live.findChildren<PlotView*>())
            QVERIFY(plot->height() > 10 * live.fontMetrics().height());
        live.resize(1200, 900);
        QTRY_COMPARE(orientation(), Qt::Vertical);
    }

    void columnsHoldTheirTitles()
    {
        QueuePage page;
        page.setRows(sample());
        const QHeaderView* header = page.findChild<JobTable*>()->horizontalHeader();
        for (int column = 0; column < header->count(); ++column)
            QVERIFY(header->sectionSize(column) >= header->sectionSizeHint(column));
    }

    void aJobIsShownWithItsPast()
    {
        QueuePage page;
        page.setRows(sample());
        TensorDone done;
        done.name = QStringLiteral("w");
        done.relRmse = 0.125;
        done.bytesBefore = 400;
        done.bytesAfter = 100;
        const std::vector<ChartPoint> rates{{1, 2e6, {}}, {2, 3e6, {}}};
        JobFigures figures{
            .title = QStringLiteral("x · INT4"), .state = QStringLiteral("Quantizing")};
        figures.progress = {500, 1000, QStringLiteral("quantize"), QStringLiteral("w")};
        figures.tensors = 2;
        page.showJob(figures, std::vector{done, done}, rates);
        JobLiveView& live = page.live();
        QCOMPARE(live.findChild<QProgressBar*>()->value(), 500);
        QCOMPARE(described(live, QStringLiteral("job title"))->text(), QStringLiteral("x · INT4"));
        QCOMPARE(described(live, QStringLiteral("current tensor"))->text(), QStringLiteral("w"));
        QCOMPARE(
            described(live, QStringLiteral("compression so far"))->text(), QStringLiteral("4.00×"));
        live.flush();
        int charts = 0;
        for (const auto* widget : live.findChildren<QWidget*>())
            charts += widget->accessibleDescription().startsWith(QStringLiteral("2 points,"));
        QCOMPARE(charts, 3);
        figures.hasEnded = true;
        figures.failures = 2;
        live.setFigures(figures);
        QCOMPARE(described(live, QStringLiteral("failed tensors"))->text(), QStringLiteral("2"));
        QCOMPARE(described(live, QStringLiteral("current tensor"))->text(), QString());
    }

    void logAndErrorsAreTold()
    {
        QueuePage page;
        page.setRows(sample());
        page.setLog({QStringLiteral("12:00:00  Opening"), QStringLiteral("12:00:01  NaN in w")});
        auto* log = page.findChild<JobLogView*>();
        QCOMPARE(log->text(), QStringLiteral("12:00:00  Opening\n12:00:01  NaN in w\n"));
        page.setLog({QStringLiteral("12:00:00  Opening"), QStringLiteral("12:00:01  NaN in w"),
            QStringLiteral("12:00:02  Failed")});
        QCOMPARE(log->findChild<QPlainTextEdit*>()->blockCount(), 3);
        auto* search = log->findChild<QLineEdit*>();
        QTest::keyClicks(search, QStringLiteral("nan"));
        QCOMPARE(
            log->findChild<QPlainTextEdit*>()->textCursor().selectedText(), QStringLiteral("NaN"));
        TensorDone kept;
        kept.name = QStringLiteral("v");
        kept.error = QStringLiteral("too wide");
        page.setErrors(
            {{ErrorCode::Unsupported, QStringLiteral("NaN at element 7"), QStringLiteral("x: w")}},
            std::vector{kept});
        QCOMPARE(page.findChild<JobErrorList*>()->count(), 2);
    }

    void everyControlCanBeNamed()
    {
        QueuePage page;
        page.setRows(sample());
        for (const auto* button : page.findChildren<QToolButton*>())
            QVERIFY(!button->text().isEmpty() || !button->accessibleName().isEmpty()
                || button->focusPolicy() == Qt::NoFocus || !button->isVisibleTo(&page)
                || qobject_cast<QLineEdit*>(button->parent()));
        for (const auto* view : page.findChildren<QAbstractItemView*>())
            QVERIFY(!view->accessibleName().isEmpty()
                || qobject_cast<const QWidget*>(view)->inherits("QHeaderView"));
        for (const auto* bar : page.findChildren<QProgressBar*>())
            QVERIFY(!bar->accessibleName().isEmpty());
    }

    void variantsAreTickedAndSized()
    {
        JobTargetChoice choice;
        choice.pattern = QStringLiteral("{model}-{recipe}.{ext}");
        JobAddDialog dialog(JobAddDialog::What::Variants, choice);
        dialog.setVariants({{QStringLiteral("q4"), QStringLiteral("Q4"), {}, false},
            {QStringLiteral("q8"), QStringLiteral("Q8"), {}, false}});
        auto* add = dialog.findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Ok);
        QVERIFY(!add->isEnabled());
        QVERIFY(described(dialog, QStringLiteral("what is missing"))->text().contains(u"type"));
        auto* tree = dialog.findChild<QTreeWidget*>();
        tree->topLevelItem(1)->setCheckState(0, Qt::Checked);
        QVERIFY(add->isEnabled());
        QCOMPARE(dialog.variants(), QStringList{QStringLiteral("q8")});
        dialog.setVariantSize(QStringLiteral("q8"), QStringLiteral("3.2 GiB"));
        QCOMPARE(tree->topLevelItem(1)->text(1), QStringLiteral("3.2 GiB"));
        named<QRadioButton>(dialog, QStringLiteral("Write into a folder"))->setChecked(true);
        QVERIFY(!add->isEnabled()); // Which one?
        QVERIFY(!dialog.isTrial());
    }

    /// Looked at: queue-*.png beside the test.
    void drawsInLightAndDark()
    {
        for (const bool dark : {false, true}) {
            applyTheme(*qApp, dark ? Theme::Dark : Theme::Light);
            QueuePage page;
            page.resize(1240, 800);
            page.setRows(sample());
            page.setTotals({1, 1, 1, 1, 0.4, 120e6, false});
            page.select(2);
            std::vector<TensorDone> done(200);
            for (std::size_t i = 0; i < done.size(); ++i) {
                done[i].name = QStringLiteral("blk.%1.weight").arg(i);
                done[i].relRmse = 0.05 + 0.02 * std::sin(double(i));
                done[i].bytesBefore = 400;
                done[i].bytesAfter = 100 + std::int64_t(i % 7);
            }
            std::vector<ChartPoint> rates;
            for (int i = 0; i < 60; ++i)
                rates.push_back({double(i), 1e8 + 1e7 * std::sin(i), {}});
            JobFigures figures{.title = QStringLiteral("flux1-dev.safetensors · Q5_K_M"),
                .state = QStringLiteral("Quantizing")};
            figures.progress = {43 << 20, 100 << 20, QStringLiteral("quantize"),
                QStringLiteral("double_blocks.3.img_attn.qkv.weight")};
            figures.seconds = 60;
            figures.bytesPerSecond = 120e6;
            figures.secondsLeft = 62;
            figures.tensors = 480;
            page.showJob(figures, done, rates);
            page.live().flush();
            page.show();
            const QDir folder(QCoreApplication::applicationDirPath());
            QVERIFY(page.grab().save(folder.filePath(
                QStringLiteral("queue-%1.png").arg(QLatin1StringView(dark ? "dark" : "light")))));
        }
    }
};

QTEST_MAIN(TestQueuePage)
#include "tst_queue_page.moc"
