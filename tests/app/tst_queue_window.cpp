#include "app/edit_job_part.h"
#include "app/job_preparation.h"
#include "app/main_window.h"
#include "app/output_name.h"
#include "app/trials.h"
#include "tests/support/test_models.h"
#include "ui/models/queue_row.h"
#include "ui/pages/queue_page.h"

#include <QDir>
#include <QFile>
#include <QMessageBox>
#include <QPushButton>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace aq;
using namespace aq::test;

namespace {

constexpr int patience = 60'000; ///< Milliseconds: a busy machine is no failure.

QMessageBox* questionOf(const QWidget& window)
{
    for (auto* box : window.findChildren<QMessageBox*>())
        if (box->isVisible())
            return box;
    return nullptr;
}

bool press(const QWidget& window, const QString& text)
{
    const QMessageBox* box = questionOf(window);
    for (auto* button : box ? box->findChildren<QPushButton*>() : QList<QPushButton*>())
        if (button->text().remove(u'&') == text) {
            button->click();
            return true;
        }
    return false;
}

} // namespace

/// No click on the queue loses a file or a job without a question.
class TestQueueWindow : public QObject {
    Q_OBJECT
    QTemporaryDir m_folder;
    QString m_model, m_large;

    QString writeModel(const QString& name, int tensors, int rows)
    {
        std::vector<TestTensor> all;
        for (int i = 0; i < tensors; ++i)
            all.push_back(
                floatTensor(QStringLiteral("blk.%1.weight").arg(i), {rows, 256}, unsigned(i)));
        QFile file(m_folder.filePath(name));
        if (file.open(QIODevice::WriteOnly))
            file.write(safetensorsFile(all));
        return file.fileName();
    }

    static JobSpec spec(const QString& model, const QString& output = {})
    {
        JobSpec spec;
        spec.model = model;
        spec.recipe = recipeFor(*profileNamed(u"local"));
        spec.thresholds.minCosine = 0;
        spec.output = output;
        stampFile(spec);
        return spec;
    }

    static int finished(MainWindow& window, const JobSpec& spec)
    {
        JobQueue& queue = window.session().queue();
        const int id = queue.add(spec);
        [&] { QTRY_COMPARE_WITH_TIMEOUT(queue.find(id)->state(), JobState::Finished, patience); }();
        return id;
    }

private Q_SLOTS:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QLocale::setDefault(QLocale::c());
        m_model = writeModel(QStringLiteral("model.safetensors"), 4, 64);
        m_large = writeModel(QStringLiteral("large.safetensors"), 60, 256);
    }

    void init()
    {
        for (const auto where : {QStandardPaths::AppDataLocation, QStandardPaths::CacheLocation})
            QDir(QStandardPaths::writableLocation(where)).removeRecursively();
    }

    void aResultThatIsNotExportedIsNotRunAgainUnasked()
    {
        MainWindow window{Settings()};
        window.show();
        JobQueue& queue = window.session().queue();
        const int id = finished(window, spec(m_model));
        const QString written = queue.find(id)->written;
        auto& page = *window.findChild<QueuePage*>();
        Q_EMIT page.verbRequested(JobVerb::Retry, {id});
        QVERIFY(questionOf(window));
        QCOMPARE(queue.find(id)->state(), JobState::Finished);
        QVERIFY(press(window, QStringLiteral("Cancel")));
        QVERIFY(QFile::exists(written));
        Q_EMIT page.verbRequested(JobVerb::Retry, {id});
        QVERIFY(press(window, QStringLiteral("Run again")));
        QVERIFY(queue.find(id)->state() != JobState::Finished);
        QTRY_COMPARE_WITH_TIMEOUT(queue.find(id)->state(), JobState::Finished, patience);
        queue.remove(id);
    }

    void aFileAtItsChosenPlaceIsReplacedOnlyWhenThatIsMeant()
    {
        MainWindow window{Settings()};
        window.show();
        JobQueue& queue = window.session().queue();
        const int id = finished(window, spec(m_model, m_folder.filePath(QStringLiteral("own"))));
        auto& page = *window.findChild<QueuePage*>();
        Q_EMIT page.verbRequested(JobVerb::Retry, {id});
        QVERIFY(questionOf(window));
        QVERIFY(questionOf(window)->informativeText().contains(queue.find(id)->written));
        QVERIFY(press(window, QStringLiteral("Run again")));
        QTRY_COMPARE_WITH_TIMEOUT(queue.find(id)->state(), JobState::Finished, patience);
    }

    void anEditedJobReplacesNoOtherFile()
    {
        MainWindow window{Settings()};
        window.show();
        Session& session = window.session();
        JobQueue& queue = session.queue();
        window.openModel(m_model);
        QTRY_VERIFY_WITH_TIMEOUT(session.canStart(), patience);
        JobSpec wish = session.specFor(JobKind::Quantize);
        wish.recipe.scheme = QStringLiteral("int4");
        wish.output = m_folder.filePath(outputName(wish.model, wish.recipe));
        wish.overwrite = true; // Of this file, as was answered once.
        Recipe recipe = wish.recipe;
        recipe.scheme = QStringLiteral("int8");
        QFile precious(m_folder.filePath(outputName(wish.model, recipe)));
        QVERIFY(precious.fileName() != wish.output);
        QVERIFY(precious.open(QIODevice::WriteOnly));
        precious.close();
        queue.setHeld(true);
        const int id = queue.add(wish);
        auto& part = *window.findChild<EditJobPart*>();
        part.edit(id);
        QCOMPARE(part.editing(), id);
        recipe = session.history().recipe();
        recipe.scheme = QStringLiteral("int8");
        session.history().edit(recipe, QStringLiteral("int8"));
        QTRY_VERIFY_WITH_TIMEOUT(session.canStart(), patience);
        part.finish();
        QCOMPARE(part.editing(), id); // The disk is asked first, which may take its time.
        QTRY_COMPARE_WITH_TIMEOUT(part.editing(), 0, patience);
        const JobSpec& edited = queue.find(id)->item.spec;
        QCOMPARE(edited.recipe.scheme, QStringLiteral("int8"));
        QVERIFY2(edited.output != precious.fileName(), qPrintable(edited.output));
        QVERIFY2(edited.output != wish.output, qPrintable(edited.output));
        QVERIFY(!edited.overwrite);
    }

    /// Also when the disk that was asked for its new place only answers later.
    void anEditThatWasGivenUpLeavesTheJob()
    {
        MainWindow window{Settings()};
        window.show();
        Session& session = window.session();
        JobQueue& queue = session.queue();
        window.openModel(m_model);
        QTRY_VERIFY_WITH_TIMEOUT(session.canStart(), patience);
        queue.setHeld(true);
        JobSpec wish = session.specFor(JobKind::Quantize);
        wish.output = m_folder.filePath(QStringLiteral("given-up.arrow"));
        const int id = queue.add(wish);
        auto& part = *window.findChild<EditJobPart*>();
        part.edit(id);
        Recipe recipe = session.history().recipe();
        recipe.minCosine = 0.5;
        session.history().edit(recipe, QStringLiteral("Accept less"));
        part.finish();
        part.giveUp();
        QTest::qWait(200);
        QVERIFY(queue.find(id)->item.spec == wish);
        QCOMPARE(queue.find(id)->state(), JobState::Waiting);
    }

    void anEditAsksBeforeAResultIsLost()
    {
        MainWindow window{Settings()};
        window.show();
        Session& session = window.session();
        window.openModel(m_model);
        QTRY_VERIFY_WITH_TIMEOUT(session.canStart(), patience);
        const int id = finished(window, session.specFor(JobKind::Quantize));
        const QString written = session.queue().find(id)->written;
        auto& part = *window.findChild<EditJobPart*>();
        part.edit(id);
        part.finish();
        QTRY_VERIFY_WITH_TIMEOUT(questionOf(window), patience);
        QVERIFY(press(window, QStringLiteral("Cancel")));
        QVERIFY(QFile::exists(written));
        QCOMPARE(session.queue().find(id)->state(), JobState::Finished);
        part.finish();
        QTRY_VERIFY_WITH_TIMEOUT(questionOf(window), patience);
        QVERIFY(press(window, QStringLiteral("Run again")));
        QTRY_COMPARE_WITH_TIMEOUT(session.queue().find(id)->state(), JobState::Finished, patience);
        session.queue().remove(id);
    }

    void cancellingAtTheEndLeavesWhatDoesNotRun()
    {
        MainWindow window{Settings()};
        window.show();
        JobQueue& queue = window.session().queue();
        const int running = queue.add(spec(m_large));
        const int waiting = queue.add(spec(m_model));
        const int paused = queue.add(spec(m_model));
        queue.pause(paused);
        QTRY_VERIFY_WITH_TIMEOUT(queue.isRunning(), patience);
        window.close();
        QVERIFY(window.isVisible());
        QVERIFY(press(window, QStringLiteral("Cancel the jobs")));
        QVERIFY(queue.find(running)->stopping || queue.find(running)->state() != JobState::Running);
        QVERIFY(queue.find(waiting)->state() != JobState::Cancelled);
        QCOMPARE(queue.find(paused)->state(), JobState::Paused);
    }

    void aSecondWindowAsksBeforeItForgetsItsJobs()
    {
        JobQueue first{Settings()};
        QVERIFY(first.isSaved());
        MainWindow window{Settings()};
        window.show();
        JobQueue& queue = window.session().queue();
        QVERIFY(!queue.isSaved());
        queue.setHeld(true);
        queue.add(spec(m_model));
        window.close();
        QVERIFY(window.isVisible());
        QVERIFY(press(window, QStringLiteral("Cancel")));
        QVERIFY(window.isVisible());
        window.close();
        QVERIFY(press(window, QStringLiteral("Discard")));
        QVERIFY(!window.isVisible());
    }

    void trialsAreJudgedLikeEveryJob()
    {
        Settings settings;
        settings.ownMinCosine = true;
        settings.minCosine = 0.25;
        settings.floorsPerWidth = false;
        Session session(settings);
        session.open(m_model);
        QTRY_VERIFY_WITH_TIMEOUT(session.canStart(), patience);
        Trials trials(session.queue());
        trials.setModel(session.model());
        const JobSpec spec = trials.specFor(JobKind::Measure, session.history().recipe());
        QVERIFY(spec.thresholds == session.specFor(JobKind::Measure).thresholds);
        QVERIFY(spec.thresholds == (Thresholds{0.25, false}));
    }
};

QTEST_MAIN(TestQueueWindow)
#include "tst_queue_window.moc"
