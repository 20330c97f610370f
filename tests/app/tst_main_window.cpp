#include "app/main_window.h"
#include "app/report_part.h"
#include "core/interop/report_json.h"
#include "tests/support/model_files.h"
#include "tests/support/test_models.h"
#include "tests/support/widgets.h"
#include "ui/pages/open_page.h"
#include "ui/pages/plan_page.h"
#include "ui/pages/queue_page.h"
#include "ui/pages/report_page.h"
#include "ui/widgets/findings_panel.h"
#include "ui/widgets/job_actions.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/report_limits.h"

#include <QClipboard>
#include <QDoubleSpinBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMenuBar>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>
#include <QSet>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace aq;
using namespace aq::test;

namespace {

constexpr int patience = 60'000; ///< Milliseconds: a busy machine is no failure.

QAction* actionNamed(const MainWindow& window, const QString& text)
{
    for (QAction* action : window.findChildren<QAction*>())
        if (action->text().section(u'\t', 0, 0).remove(u'&') == text
            && !qobject_cast<JobActions*>(action->parent())) // Those are about the selected job.
            return action;
    return nullptr;
}

} // namespace

/// The whole way through the window, in one process and without a screen.
class TestMainWindow : public QObject {
    Q_OBJECT
    QTemporaryDir m_folder;
    QString m_model;
    std::unique_ptr<MainWindow> m_window;

    Session& session() { return m_window->session(); }
    JobQueue& queue() { return session().queue(); }
    QString written() { return session().lastFile() ? session().lastFile()->written : QString(); }
    void exportTo(const QString& path) { queue().exportTo(session().lastFile()->id(), path, true); }
    template <typename Widget>
    Widget& page()
    {
        return *m_window->findChild<Widget*>();
    }

    void openSample()
    {
        m_window->openModel(m_model);
        QTRY_VERIFY_WITH_TIMEOUT(session().canStart(), patience);
    }

    void run(JobKind kind)
    {
        QSignalSpy ended(&queue(), &JobQueue::ended);
        actionNamed(*m_window,
            kind == JobKind::Measure ? QStringLiteral("Try plan") : QStringLiteral("Quantize"))
            ->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 1, patience);
    }

    /// Answers the file dialog that is open as a person would.
    void acceptFileDialog(const QString& path)
    {
        QFileDialog* dialog = nullptr;
        QTRY_VERIFY((dialog = m_window->findChild<QFileDialog*>()) && dialog->isVisible());
        QSignalSpy selected(dialog, &QFileDialog::fileSelected);
        dialog->selectFile(path);
        QMetaObject::invokeMethod(dialog, "accept");
        QTRY_COMPARE(selected.size(), 1);
        QTRY_VERIFY(!m_window->findChild<QFileDialog*>());
    }

    /// Clicks a button of the question that is open.
    void answer(const QString& text)
    {
        QMessageBox* box = nullptr;
        for (auto* each : m_window->findChildren<QMessageBox*>())
            if (each->isVisible())
                box = each;
        QVERIFY(box);
        QPushButton* button = named<QPushButton>(*box, text);
        QVERIFY(button);
        button->click();
    }

private Q_SLOTS:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QCoreApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
        QLocale::setDefault(QLocale::c());
        m_model = m_folder.filePath(QStringLiteral("small.safetensors"));
        QFile file(m_model);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(safetensorsFile({floatTensor(QStringLiteral("blk.0.attn.weight"), {64, 256}, 1),
            floatTensor(QStringLiteral("blk.0.ffn.weight"), {128, 256}, 2),
            floatTensor(QStringLiteral("blk.1.attn.weight"), {64, 256}, 3),
            floatTensor(QStringLiteral("norm.weight"), {256}, 4)}));
    }

    void init()
    {
        for (const auto where : {QStandardPaths::AppDataLocation, QStandardPaths::CacheLocation})
            QDir(QStandardPaths::writableLocation(where)).removeRecursively();
        m_window = std::make_unique<MainWindow>(Settings());
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get())); // Keys go to the active window.
    }
    void cleanup() { m_window.reset(); }

    void startsOnTheStartPageWithEveryStepInReach()
    {
        QCOMPARE(m_window->page(), aq::Page::Start);
        for (const auto& [key, page] : {std::pair{Qt::Key_2, aq::Page::Plan},
                 {Qt::Key_3, aq::Page::Queue}, {Qt::Key_4, aq::Page::Report}}) {
            QTest::keyClick(m_window.get(), key, Qt::ControlModifier);
            QCOMPARE(m_window->page(), page);
        }
        QVERIFY(!actionNamed(*m_window, QStringLiteral("Quantize"))->isEnabled());
        QVERIFY(!actionNamed(*m_window, QStringLiteral("Export…"))->isEnabled());
    }

    void theToolBarsOverflowHasAName()
    {
        const auto* more = m_window->findChild<QWidget*>(QStringLiteral("qt_toolbar_ext_button"));
        QVERIFY(more && !more->accessibleName().isEmpty());
    }

    void noKeyHasTwoMeanings()
    {
        QSet<QString> keys;
        for (const QAction* action : m_window->findChildren<QAction*>()) {
            if (action->shortcutContext() != Qt::WindowShortcut)
                continue; // A widget's own, while it has the focus.
            for (const QKeySequence& key : action->shortcuts()) {
                QVERIFY2(!keys.contains(key.toString()), qPrintable(key.toString()));
                keys.insert(key.toString());
            }
        }
        QVERIFY(keys.contains(QStringLiteral("Ctrl+E")));
    }

    void openShowsThePlanAndRemembersTheModel()
    {
        openSample();
        QCOMPARE(m_window->page(), aq::Page::Plan);
        QVERIFY(m_window->windowTitle().contains(QStringLiteral("small.safetensors")));
        QCOMPARE(session().planner().plan()->tensors.size(), 4u);
        QVERIFY(m_window->settings().recents.contains(QStringLiteral("small.safetensors")));
    }

    void aBadFileIsAMessageThatNamesIt()
    {
        const QString path = m_folder.filePath(QStringLiteral("bad.safetensors"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray("\xff\xff\xff\xff\xff\xff\xff\x7f{", 9));
        file.close();
        openSample();
        m_window->openModel(path);
        auto* bar = m_window->findChild<MessageBar*>();
        QTRY_VERIFY_WITH_TIMEOUT(bar->isVisible(), patience);
        QVERIFY2(bar->headline().contains(QStringLiteral("bad.safetensors")),
            qPrintable(bar->headline()));
        QVERIFY(m_window->windowTitle().contains(QStringLiteral("small"))); // What was open stays.
    }

    void undoAndRedoGoThroughPageAndPlan()
    {
        openSample();
        const std::int64_t four = session().planner().plan()->bytesAfter;
        Recipe wish = page<PlanPage>().recipe();
        wish.scheme = QStringLiteral("int8");
        Q_EMIT page<PlanPage>().recipeEdited(wish, QStringLiteral("Set bits to 8"));
        QVERIFY(!session().canStart()); // Not with the plan of before.
        QTRY_VERIFY_WITH_TIMEOUT(session().canStart(), patience);
        const std::int64_t eight = session().planner().plan()->bytesAfter;
        QVERIFY(eight > four);
        QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(page<PlanPage>().recipe().scheme, QStringLiteral("int4"));
        QTRY_VERIFY_WITH_TIMEOUT(session().canStart(), patience);
        QCOMPARE(session().planner().plan()->bytesAfter, four);
        QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(page<PlanPage>().recipe().scheme, QStringLiteral("int8"));
        QTRY_VERIFY_WITH_TIMEOUT(session().canStart(), patience);
        QCOMPARE(session().planner().plan()->bytesAfter, eight);
    }

    void anImpossiblePlanCannotBeStarted()
    {
        openSample();
        Recipe wish = page<PlanPage>().recipe();
        wish.scheme = QStringLiteral("int99");
        QSignalSpy refused(&session().planner(), &Planner::refused);
        Q_EMIT page<PlanPage>().recipeEdited(wish, QStringLiteral("Break it"));
        QTRY_COMPARE_WITH_TIMEOUT(refused.size(), 1, patience);
        QVERIFY(!session().canStart());
        session().history().stack().undo();
        QTRY_VERIFY_WITH_TIMEOUT(session().canStart(), patience);
    }

    void trialWritesNothingAndCannotBeExported()
    {
        openSample();
        run(JobKind::Measure);
        QCOMPARE(m_window->page(), aq::Page::Report);
        QVERIFY(page<ReportPage>().report().has_value());
        QVERIFY(page<ReportPage>().report()->output.isEmpty());
        QVERIFY(!named<QPushButton>(page<ReportPage>(), QStringLiteral("Export…"))->isEnabled());
        QVERIFY(written().isEmpty());
    }

    void whatIsExportedIsTheFileThatWasValidated()
    {
        openSample();
        run(JobKind::Quantize);
        QCOMPARE(m_window->page(), aq::Page::Report);
        const QString validated = written();
        QVERIFY(QFileInfo::exists(validated));
        const QByteArray checked = contentsOf(validated);
        QVERIFY(checked.startsWith("ARROW1"));
        named<QPushButton>(page<ReportPage>(), QStringLiteral("Export…"))->click();
        const QString target = m_folder.filePath(QStringLiteral("saved.arrow"));
        QSignalSpy exported(&queue(), &JobQueue::exported);
        acceptFileDialog(target);
        QTRY_COMPARE_WITH_TIMEOUT(exported.size(), 1, patience);
        QVERIFY(contentsOf(target) == checked);
        QVERIFY(
            m_window->findChild<MessageBar*>()->headline().contains(QStringLiteral("saved.arrow")));
        const auto reopened = openModel(target);
        QVERIFY(bool(reopened));
        QCOMPARE(reopened->header().tensors.size(), 4u);
    }

    void aFileOfTheModelIsNeverReplaced()
    {
        openSample();
        run(JobKind::Quantize);
        const QByteArray before = contentsOf(m_model);
        QSignalSpy refused(&queue(), &JobQueue::exportFailed), failed(&session(), &Session::failed);
        exportTo(m_model); // As after Yes in the file dialog.
        QTRY_COMPARE_WITH_TIMEOUT(refused.size(), 1, patience);
        auto* bar = m_window->findChild<MessageBar*>();
        QVERIFY(bar->isVisible());
        QVERIFY2(bar->headline().contains(m_model), qPrintable(bar->headline()));
        session().savePlan(m_model);
        QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, patience);
        session().saveReport(m_model, *page<ReportPage>().report());
        QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 2, patience);
        QVERIFY(contentsOf(m_model) == before);
    }

    void aFailedExportCanBeTriedAgain()
    {
        openSample();
        run(JobKind::Quantize);
        auto* button = named<QPushButton>(page<ReportPage>(), QStringLiteral("Export…"));
        QVERIFY(button->isEnabled());
        QSignalSpy failed(&queue(), &JobQueue::exportFailed);
        exportTo(m_folder.filePath(QStringLiteral("no/such/folder/x.arrow")));
        QVERIFY(!button->isEnabled());
        QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, patience);
        QVERIFY(button->isEnabled());
        QVERIFY(actionNamed(*m_window, QStringLiteral("Export…"))->isEnabled());
        QVERIFY(queue().hasUnexported());
    }

    void reportIsSavedAsShown()
    {
        openSample();
        run(JobKind::Quantize);
        const QString path = m_folder.filePath(QStringLiteral("report.json"));
        actionNamed(*m_window, QStringLiteral("Save report…"))->trigger();
        QSignalSpy saved(&session(), &Session::reportSaved);
        acceptFileDialog(path);
        QTRY_COMPARE_WITH_TIMEOUT(saved.size(), 1, patience);
        const QJsonObject json = QJsonDocument::fromJson(contentsOf(path)).object();
        QVERIFY(json[QStringLiteral("summary")].toObject()[QStringLiteral("cosine")].toDouble()
            == page<ReportPage>().report()->summary.cosine);
    }

    void aBlockedPlanIsQuantizedOnlyWhenForced()
    {
        openSample();
        Recipe wish = page<PlanPage>().recipe();
        wish.target = QStringLiteral("gguf-comfyui"); // Which knows no such network.
        Q_EMIT page<PlanPage>().recipeEdited(wish, QStringLiteral("Set target"));
        QTRY_VERIFY_WITH_TIMEOUT(session().canStart(), patience);
        QVERIFY(session().planner().isBlocked());
        session().start(JobKind::Quantize);
        QVERIFY(!queue().isRunning());
        m_window->showPage(aq::Page::Start);
        actionNamed(*m_window, QStringLiteral("Quantize"))->trigger();
        answer(QStringLiteral("Show findings"));
        QCOMPARE(m_window->page(), aq::Page::Plan);
        QVERIFY(m_window->findChild<FindingsPanel*>()->isVisible());
        actionNamed(*m_window, QStringLiteral("Quantize"))->trigger();
        answer(QStringLiteral("Cancel"));
        QVERIFY(!queue().isRunning());
        QSignalSpy ended(&queue(), &JobQueue::ended);
        actionNamed(*m_window, QStringLiteral("Quantize"))->trigger();
        answer(QStringLiteral("Quantize anyway"));
        QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 1, patience);
        QVERIFY(written().endsWith(QStringLiteral("small-Q4_K_M.gguf")));
        const auto reopened = openModel(written());
        QVERIFY(bool(reopened));
        const QString forced
            = reopened->header().metadata.value(QStringLiteral("arrowquant.forced"));
        QVERIFY2(forced.contains(QStringLiteral("architecture-missing")), qPrintable(forced));
        QCOMPARE(page<ReportPage>().report()->forced, forced);
        QVERIFY(reportJson(*page<ReportPage>().report()).contains("architecture-missing"));
    }

    /// No file can be written, so nothing offers to.
    void whatNoFileHoldsIsNotQuantizedAnyway()
    {
        const QString path = m_folder.filePath(QStringLiteral("flags.safetensors"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(safetensorsFile({floatTensor(QStringLiteral("blk.0.attn.weight"), {64, 256}, 1),
            {QStringLiteral("flags"), DType::U8, {4}, QByteArray(4, '\1')}}));
        file.close();
        m_window->openModel(path);
        QTRY_VERIFY_WITH_TIMEOUT(session().canStart(), patience);
        Recipe wish = page<PlanPage>().recipe();
        wish.target = QStringLiteral("gguf");
        Q_EMIT page<PlanPage>().recipeEdited(wish, QStringLiteral("Set target"));
        QTRY_VERIFY_WITH_TIMEOUT(session().canStart(), patience);
        QVERIFY(session().planner().isBlocked());
        actionNamed(*m_window, QStringLiteral("Quantize"))->trigger();
        const auto* box = m_window->findChild<QMessageBox*>();
        QVERIFY(box && box->isVisible());
        QVERIFY(!named<QPushButton>(*box, QStringLiteral("Quantize anyway")));
        QVERIFY(box->informativeText().contains(QStringLiteral("can be no such file")));
        answer(QStringLiteral("Show findings"));
        QVERIFY(!queue().isRunning());
    }

    void aRepairCanBeUndone()
    {
        openSample();
        Recipe wish = page<PlanPage>().recipe();
        wish.target = QStringLiteral("gguf-comfyui");
        Q_EMIT page<PlanPage>().recipeEdited(wish, QStringLiteral("Set target"));
        QTRY_VERIFY_WITH_TIMEOUT(session().canStart(), patience);
        page<PlanPage>().showFindings();
        named<QPushButton>(page<FindingsPanel>(), QStringLiteral("Repair all"))->click();
        QCOMPARE(session().history().recipe().target, QStringLiteral("gguf"));
        QTRY_VERIFY_WITH_TIMEOUT(session().canStart(), patience);
        QVERIFY(!session().planner().isBlocked());
        session().history().stack().undo();
        QTRY_VERIFY_WITH_TIMEOUT(session().canStart(), patience);
        QVERIFY(session().planner().isBlocked());
    }

    /// llama.cpp's legacy layout: count, then name, calls and values of each tensor.
    void anImportanceFileIsChosenReadAndCounted()
    {
        const QByteArray name("blk.0.attn.weight");
        QByteArray bytes;
        const auto number = [&bytes](qint32 value) {
            bytes.append(reinterpret_cast<const char*>(&value), sizeof value);
        };
        number(1);
        number(qint32(name.size()));
        bytes += name;
        number(1);
        number(256);
        for (int i = 0; i < 256; ++i) {
            const float value = float(1 + i);
            bytes.append(reinterpret_cast<const char*>(&value), sizeof value);
        }
        const QString path = m_folder.filePath(QStringLiteral("small.dat"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
        file.close();
        openSample();
        named<QPushButton>(page<PlanPage>(), QStringLiteral("Choose file…"))->click();
        acceptFileDialog(path);
        QTRY_VERIFY_WITH_TIMEOUT(session().canStart(), patience);
        const PlanFacts& facts = session().planner().facts();
        QVERIFY(facts.importance && facts.importanceProblem.isEmpty());
        QCOMPARE(facts.covered, 1);
        QCOMPARE(facts.quantized, 3);
        QCOMPARE(session().history().recipe().importance, path);
        QSignalSpy failed(&session(), &Session::failed);
        session().savePlan(path); // It is read, and so never written.
        QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, patience);
        QCOMPARE(QFileInfo(path).size(), bytes.size());
        named<QPushButton>(page<PlanPage>(), QStringLiteral("Clear"))->click();
        QTRY_VERIFY_WITH_TIMEOUT(session().canStart(), patience);
        QVERIFY(!session().planner().facts().importance);
    }

    void anImportanceFileThatCannotBeReadHoldsTheJob()
    {
        openSample();
        page<PlanPage>().setImportanceFile(m_folder.filePath(QStringLiteral("no.imatrix")));
        QSignalSpy planned(&session().planner(), &Planner::planned);
        QTRY_COMPARE_WITH_TIMEOUT(planned.size(), 1, patience);
        QVERIFY(!session().canStart());
        QVERIFY(!session().planner().facts().importanceProblem.isEmpty());
        session().history().stack().undo();
        QTRY_VERIFY_WITH_TIMEOUT(session().canStart(), patience);
    }

    void planIsSavedAndLoadedAsOneStep()
    {
        openSample();
        const QString path = m_folder.filePath(QStringLiteral("plan.json"));
        QSignalSpy saved(&session(), &Session::planSaved);
        session().savePlan(path);
        QTRY_COMPARE_WITH_TIMEOUT(saved.size(), 1, patience);
        Recipe other = page<PlanPage>().recipe();
        other.groupSize = 32;
        session().history().edit(other, QStringLiteral("Set group size to 32"));
        session().loadPlan(path);
        QTRY_COMPARE_WITH_TIMEOUT(page<PlanPage>().recipe().groupSize, 128, patience);
        QCOMPARE(session().history().stack().count(), 2);
    }

    void commandLineIsCopied()
    {
        openSample();
        actionNamed(*m_window, QStringLiteral("Copy equivalent command line"))->trigger();
        const QString line = QGuiApplication::clipboard()->text();
        QVERIFY2(line.startsWith(QStringLiteral("arrowquant-cli quantize ")), qPrintable(line));
        QVERIFY2(line.contains(m_model), qPrintable(line));
    }

    void closingWhileAJobRunsAsksFirst()
    {
        openSample();
        const int id = session().start(JobKind::Measure);
        m_window->close();
        QVERIFY(m_window->isVisible());
        answer(QStringLiteral("Cancel"));
        QVERIFY(queue().isRunning());
        m_window->close();
        answer(QStringLiteral("Cancel the jobs"));
        QVERIFY(!m_window->isVisible());
        m_window.reset(); // One queue at a time.
        m_window = std::make_unique<MainWindow>(Settings());
        QTRY_VERIFY(queue().isSaved()); // What was left is read in the background.
        const JobState state = queue().find(id)->state();
        QVERIFY(state == JobState::Cancelled || state == JobState::Finished);
    }

    void whatIsPausedAtTheEndGoesOnAfterTheNextStart()
    {
        openSample();
        const int id = session().start(JobKind::Quantize);
        m_window->close();
        answer(QStringLiteral("Pause and resume later"));
        QVERIFY(!m_window->isVisible());
        m_window.reset(); // One queue at a time.
        m_window = std::make_unique<MainWindow>(Settings());
        QTRY_VERIFY(queue().isSaved()); // What was left is read in the background.
        m_window->show();
        QCOMPARE(queue().find(id)->state(), JobState::Paused);
        auto* bar = m_window->findChild<MessageBar*>();
        QVERIFY(bar->isVisible());
        QVERIFY2(bar->headline().contains(u'1'), qPrintable(bar->headline()));
        for (auto* button : bar->findChildren<QToolButton*>())
            if (button->text() == QStringLiteral("Resume"))
                button->click();
        QTRY_COMPARE_WITH_TIMEOUT(queue().find(id)->state(), JobState::Finished, patience);
    }

    void keepRunningLeavesTheWindowOutOfTheWay()
    {
        openSample();
        session().start(JobKind::Quantize);
        m_window->close();
        answer(QStringLiteral("Keep running"));
        QVERIFY(m_window->isMinimized() || !m_window->isVisible());
        QTRY_VERIFY_WITH_TIMEOUT(session().lastFile(), patience);
    }

    void goingAwayMidJobLeavesNothingButItsJournal()
    {
        openSample();
        session().start(JobKind::Quantize);
        QTest::qWait(1);
        m_window.reset();
        const QDir jobs(defaultWorkspaceRoot());
        QVERIFY(jobs.entryList(QDir::Dirs | QDir::NoDotAndDotDot).isEmpty());
    }

    void anotherModelLosesNothing()
    {
        openSample();
        run(JobKind::Quantize);
        const QString validated = written();
        const int id = session().start(JobKind::Quantize);
        actionNamed(*m_window, QStringLiteral("Close model"))->trigger();
        QCOMPARE(m_window->page(), aq::Page::Start);
        QVERIFY(!session().model());
        QVERIFY(!actionNamed(*m_window, QStringLiteral("Quantize"))->isEnabled());
        QTRY_COMPARE_WITH_TIMEOUT(queue().find(id)->state(), JobState::Finished, patience);
        QVERIFY(QFileInfo::exists(validated));
        openSample();
        QVERIFY(session().lastFile());
    }

    void anUnexportedResultIsNotLostUnasked()
    {
        openSample();
        run(JobKind::Quantize);
        const QString validated = written();
        m_window->close();
        answer(QStringLiteral("Cancel"));
        QVERIFY(m_window->isVisible());
        QVERIFY(QFileInfo::exists(validated));
        m_window->close();
        answer(QStringLiteral("Keep for later"));
        QVERIFY(!m_window->isVisible());
        m_window.reset(); // One queue at a time.
        m_window = std::make_unique<MainWindow>(Settings());
        QTRY_VERIFY(queue().isSaved()); // What was left is read in the background.
        m_window->show();
        QVERIFY(QFileInfo::exists(validated));
        QVERIFY(queue().hasUnexported());
        m_window->close();
        answer(QStringLiteral("Discard"));
        QVERIFY(!m_window->isVisible());
        m_window.reset();
        QVERIFY(!QFileInfo::exists(validated));
    }

    void theQueueLeadsToReportAndExport()
    {
        openSample();
        run(JobKind::Quantize);
        const int first = session().lastFile()->id();
        run(JobKind::Measure);
        QVERIFY(page<ReportPage>().report()->output.isEmpty());
        m_window->showPage(aq::Page::Queue);
        page<QueuePage>().select(first);
        QVERIFY(actionNamed(*m_window, QStringLiteral("Export…"))->isEnabled());
        Q_EMIT page<QueuePage>().verbRequested(JobVerb::ShowReport, {first});
        QCOMPARE(m_window->page(), aq::Page::Report);
        QVERIFY(!page<ReportPage>().report()->output.isEmpty());
    }

    void twoFilesAreOfNoJob()
    {
        openSample();
        run(JobKind::Quantize);
        auto* part = m_window->findChild<ReportPart*>();
        QSignalSpy shown(part, &ReportPart::pairShown);
        part->validate(m_model, written());
        QTRY_COMPARE_WITH_TIMEOUT(shown.size(), 1, patience);
        m_window->showPage(aq::Page::Plan);
        m_window->showPage(aq::Page::Report);
        QVERIFY(!named<QPushButton>(page<ReportPage>(), QStringLiteral("Export…"))->isEnabled());
        QVERIFY(!actionNamed(*m_window, QStringLiteral("Export…"))->isEnabled());
    }

    void onlyLimitsOfTheOpenModelHoldForItsNextJobs()
    {
        openSample();
        run(JobKind::Quantize);
        auto* cosine = page<ReportLimits>().findChild<QDoubleSpinBox*>();
        const auto next = [this] { return session().specFor(JobKind::Measure).thresholds; };
        cosine->setValue(0.5);
        QVERIFY(next().minCosine == 0.5);

        auto* part = m_window->findChild<ReportPart*>();
        QSignalSpy shown(part, &ReportPart::pairShown);
        part->validate(m_model, written());
        QTRY_COMPARE_WITH_TIMEOUT(shown.size(), 1, patience);
        cosine->setValue(0.25);
        QVERIFY(page<ReportPage>().report()->thresholds.minCosine == 0.25);
        QVERIFY(next().minCosine == 0.5);

        run(JobKind::Measure);
        const QString other = m_folder.filePath(QStringLiteral("other.safetensors"));
        QVERIFY(QFile::exists(other) || QFile::copy(m_model, other));
        m_window->openModel(other);
        QTRY_VERIFY_WITH_TIMEOUT(session().modelPath() == other && session().canStart(), patience);
        const Thresholds profile = next();
        cosine->setValue(0.75); // Of the report of the model before, which is still shown.
        QVERIFY(page<ReportPage>().report()->thresholds.minCosine == 0.75);
        QVERIFY(next() == profile);
    }

    void anEditedJobComesBackFromThePlan()
    {
        openSample();
        queue().setHeld(true);
        const int id = queue().add(session().specFor(JobKind::Quantize));
        Q_EMIT page<QueuePage>().verbRequested(JobVerb::Edit, {id});
        QCOMPARE(m_window->page(), aq::Page::Plan);
        QCOMPARE(queue().find(id)->state(), JobState::Paused);
        Recipe wish = page<PlanPage>().recipe();
        wish.scheme = QStringLiteral("int8");
        Q_EMIT page<PlanPage>().recipeEdited(wish, QStringLiteral("Set bits to 8"));
        for (auto* button : m_window->findChild<MessageBar*>()->findChildren<QToolButton*>())
            if (button->text() == QStringLiteral("Update job"))
                button->click();
        QTRY_COMPARE_WITH_TIMEOUT(m_window->page(), aq::Page::Queue, patience);
        QCOMPARE(queue().find(id)->item.spec.recipe.scheme, QStringLiteral("int8"));
        QCOMPARE(queue().find(id)->state(), JobState::Waiting);
    }

    void exportingGoesOnWithWhatWasWished()
    {
        openSample();
        run(JobKind::Quantize);
        m_window->close();
        answer(QStringLiteral("Export…"));
        const QString target = m_folder.filePath(QStringLiteral("last.arrow"));
        acceptFileDialog(target);
        QTRY_VERIFY_WITH_TIMEOUT(!m_window->isVisible(), patience);
        QVERIFY(contentsOf(target).startsWith("ARROW1"));
    }

    void closingWaitsForAnExport()
    {
        openSample();
        run(JobKind::Quantize);
        const QString target = m_folder.filePath(QStringLiteral("slow.arrow"));
        exportTo(target); // Its end needs the event loop: it still runs below.
        m_window->close();
        QVERIFY(m_window->isVisible());
        answer(QStringLiteral("Wait for the export"));
        QTRY_VERIFY_WITH_TIMEOUT(!m_window->isVisible(), patience);
        QVERIFY(contentsOf(target).startsWith("ARROW1"));
    }

    void aFailedExportKeepsTheWindowOpen()
    {
        openSample();
        run(JobKind::Quantize);
        QSignalSpy failed(&queue(), &JobQueue::exportFailed);
        exportTo(m_model);
        m_window->close();
        answer(QStringLiteral("Wait for the export"));
        QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, patience);
        QVERIFY(m_window->isVisible());
        QVERIFY(queue().hasUnexported());
    }

    void everyPageIsDrawn()
    {
        openSample();
        run(JobKind::Quantize);
        for (int page = int(aq::Page::Start); page <= int(aq::Page::Report); ++page) {
            m_window->showPage(aq::Page(page));
            const QString name = QStringLiteral("window-%1.png").arg(page);
            QVERIFY(
                m_window->grab().save(QDir(QCoreApplication::applicationDirPath()).filePath(name)));
        }
    }
};

QTEST_MAIN(TestMainWindow)
#include "tst_main_window.moc"
