#include "app/job_preparation.h"
#include "app/main_window.h"
#include "app/repair_part.h"
#include "app/session.h"
#include "core/jobs/file_size.h"
#include "tests/support/model_files.h"
#include "tests/support/test_models.h"
#include "ui/pages/report_page.h"
#include "ui/widgets/message_bar.h"

#include <QFileInfo>
#include <QPushButton>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace aq;
using namespace aq::test;

namespace {

constexpr int patience = 120'000; ///< Milliseconds: a busy machine is no failure.

QPushButton* raiseButton(MainWindow& window)
{
    for (auto* button : window.findChild<ReportPage*>()->findChildren<QPushButton*>())
        if (button->text().startsWith(QStringLiteral("Raise")) && button->isVisible())
            return button;
    return nullptr;
}

} // namespace

/// What repair promises in the window: a file that missed limits is replaced by one that holds.
class TestRepair : public QObject {
    Q_OBJECT
    QTemporaryDir m_folder;
    QString m_model;
    Settings m_settings;

    /// The job of a file in which two of four tensors have too few bits.
    const QueuedJob* quantize(MainWindow& window)
    {
        window.show();
        window.openModel(m_model);
        [&] { QTRY_VERIFY_WITH_TIMEOUT(window.session().canStart(), patience); }();
        Recipe recipe = window.session().history().recipe();
        recipe.scheme = QStringLiteral("int8");
        recipe.minCosine = 0.99; // INT2 of normal values is far below.
        for (const char* name : {"blk.1.weight", "blk.2.weight"})
            recipe.overrides.push_back(
                {QLatin1StringView(name), {QStringLiteral("int2"), 128}, true});
        window.session().history().edit(recipe, QStringLiteral("few bits"));
        [&] {
            QTRY_VERIFY_WITH_TIMEOUT(
                window.session().canStart() && window.session().planner().plan()->recipe == recipe,
                patience);
        }();
        const int id = window.session().start(JobKind::Quantize, Session::Findings::Overrule);
        [&] {
            QTRY_VERIFY_WITH_TIMEOUT(
                window.session().queue().find(id) && window.session().queue().find(id)->report,
                patience);
        }();
        return window.session().queue().find(id);
    }

private Q_SLOTS:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QLocale::setDefault(QLocale::c());
        m_settings.threads = 2;
        m_settings.workspaceFolder = m_folder.filePath(QStringLiteral("work"));
        m_model = m_folder.filePath(QStringLiteral("model.safetensors"));
        std::vector<TestTensor> all;
        for (unsigned i = 0; i < 4; ++i)
            all.push_back(floatTensor(QStringLiteral("blk.%1.weight").arg(i), {64, 256}, i + 1));
        QVERIFY(write(m_model, safetensorsFile(all)));
    }

    void whatMissedALimitIsRaisedAndWrittenAgain()
    {
        MainWindow window(m_settings);
        const QueuedJob* job = quantize(window);
        QVERIFY(job && job->report && !job->report->summary.passed);
        const int id = job->id();
        const QString path = job->written;
        const qint64 before = QFileInfo(path).size();
        Q_EMIT window.session().queue().settled();
        window.findChild<ReportPage*>()->setReport(*job->report);
        window.showPage(Page::Report);
        QTRY_VERIFY(raiseButton(window));
        QVERIFY(raiseButton(window)->text().contains(QStringLiteral("2 tensor")));
        raiseButton(window)->click();
        QTRY_VERIFY_WITH_TIMEOUT(window.session().queue().find(id)->item.passed, patience);
        job = window.session().queue().find(id);
        QCOMPARE(job->written, path);
        QVERIFY(QFileInfo(path).size() > before);
        QCOMPARE(QFileInfo(path).size(), qint64(job->item.bytesAfter));
        QVERIFY(job->report->summary.passed);
        QVERIFY(!raiseButton(window));
        QVERIFY(window.findChild<MessageBar*>()->headline().contains(
            QStringLiteral("Every tensor reaches its limits")));
    }

    /// A job does not lose its button with its first name.
    void whatIsExportedIsRaisedWhereItLies()
    {
        MainWindow window(m_settings);
        const QueuedJob* job = quantize(window);
        QVERIFY(job && job->report && !job->report->summary.passed);
        const int id = job->id();
        QTRY_VERIFY(window.reportJob() == id);
        window.showPage(Page::Report);
        QTRY_VERIFY(raiseButton(window));
        const QString path = m_folder.filePath(QStringLiteral("exported.bin"));
        window.session().queue().exportTo(id, path, true);
        QTRY_COMPARE_WITH_TIMEOUT(window.session().queue().find(id)->written, path, patience);
        QTRY_VERIFY(raiseButton(window));
        const qint64 before = QFileInfo(path).size();
        raiseButton(window)->click();
        QVERIFY(!window.session().queue().find(id)->canExport());
        QTRY_VERIFY_WITH_TIMEOUT(window.session().queue().find(id)->item.passed, patience);
        QVERIFY(window.session().queue().find(id)->canExport());
        QVERIFY(QFileInfo(path).size() > before);
    }

    /// Room for one more bit of one tensor: as many miss, with less error. That file is the one
    /// now.
    void lessErrorIsTakenWhereAsManyMiss()
    {
        MainWindow window(m_settings);
        JobQueue& queue = window.session().queue();
        JobSpec spec;
        spec.model = m_model;
        spec.recipe = recipeFor(*profileNamed(u"local"));
        spec.recipe.scheme = QStringLiteral("int8");
        for (const char* name : {"blk.1.weight", "blk.2.weight"})
            spec.recipe.overrides.push_back(
                {QLatin1StringView(name), {QStringLiteral("int2"), 128}, true});
        spec.recipe.fitBytes = 999'999; // As many digits as the real one.
        spec.thresholds = {0.995, false};
        stampFile(spec);
        const auto model = openModel(m_model);
        const auto plan = model ? makePlan(model->header(), spec.recipe) : model.error();
        QVERIFY(plan);
        const auto bytes = outputFileBytes(
            {.source = *model, .plan = *plan, .output = {}, .thresholds = {}, .limits = {}});
        QVERIFY(bytes);
        constexpr int bitOfOne = 64 * 256 / 8;
        spec.recipe.fitBytes = *bytes + bitOfOne + bitOfOne / 4;
        spec.overrules = true;
        window.show();
        const int id = queue.add(spec);
        QTRY_VERIFY_WITH_TIMEOUT(queue.find(id)->report, patience);
        const ValidationReport before = *queue.find(id)->report;
        QCOMPARE(before.summary.failures.size(), 2);
        window.findChild<RepairPart*>()->repair(id);
        QTRY_VERIFY_WITH_TIMEOUT(!queue.find(id)->repairing, patience);
        const QueuedJob* job = queue.find(id);
        QCOMPARE(job->report->summary.failures.size(), 2);
        QVERIFY(job->report->summary.relRmse < before.summary.relRmse);
        QCOMPARE(QFileInfo(job->written).size(), qint64(job->item.bytesAfter));
        QVERIFY(QFileInfo(job->written).size() <= spec.recipe.fitBytes);
        QVERIFY2(window.findChild<MessageBar*>()->headline().contains(
                     QStringLiteral("still miss a limit")),
            qPrintable(window.findChild<MessageBar*>()->headline()));
    }
};

QTEST_MAIN(TestRepair)
#include "tst_repair.moc"
