#include "app/job_preparation.h"
#include "app/main_window.h"
#include "app/queue_rows.h"
#include "app/report_store.h"
#include "core/interop/report_json.h"
#include "tests/support/model_files.h"
#include "tests/support/test_models.h"
#include "ui/pages/plan_page.h"
#include "ui/pages/queue_page.h"
#include "ui/pages/report_page.h"
#include "ui/widgets/job_live_view.h"

#include <QDir>
#include <QFile>
#include <QProgressBar>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace aq;
using namespace aq::test;

namespace {

constexpr int patience = 60'000; ///< Milliseconds: a busy machine is no failure.
constexpr int tensors = 6;

QDir reportFolder()
{
    return QDir(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation)
        + QStringLiteral("/reports"));
}

QStringList reportFiles() { return reportFolder().entryList(QDir::Files); }

} // namespace

/// What is known of a finished job outlives the program.
class TestJobReports : public QObject {
    Q_OBJECT
    QTemporaryDir m_folder;
    QString m_model;

    JobSpec spec(const char* scheme = "int4", JobKind kind = JobKind::Measure) const
    {
        JobSpec spec;
        spec.kind = kind;
        spec.model = m_model;
        spec.recipe = recipeFor(*profileNamed(u"local"));
        spec.recipe.scheme = QLatin1StringView(scheme);
        spec.thresholds.minCosine = 0;
        stampFile(spec);
        return spec;
    }

    static int finished(JobQueue& queue, const JobSpec& spec)
    {
        const int id = queue.add(spec);
        [&] { QTRY_COMPARE_WITH_TIMEOUT(queue.find(id)->state(), JobState::Finished, patience); }();
        return id;
    }

private Q_SLOTS:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QLocale::setDefault(QLocale::c());
        std::vector<TestTensor> all;
        for (int i = 0; i < tensors; ++i)
            all.push_back(
                floatTensor(QStringLiteral("blk.%1.weight").arg(i), {64, 256}, unsigned(i)));
        QFile file(m_folder.filePath(QStringLiteral("model.safetensors")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(safetensorsFile(all));
        m_model = file.fileName();
    }

    void init()
    {
        for (const auto where : {QStandardPaths::AppDataLocation, QStandardPaths::CacheLocation})
            QDir(QStandardPaths::writableLocation(where)).removeRecursively();
    }

    void aReportIsReadAgainWhenSomebodyLooksAtIt_data()
    {
        QTest::addColumn<JobKind>("kind");
        QTest::newRow("trial") << JobKind::Measure;
        QTest::newRow("file") << JobKind::Quantize;
    }

    void aReportIsReadAgainWhenSomebodyLooksAtIt()
    {
        QFETCH(JobKind, kind);
        int id = 0;
        QByteArray report;
        {
            JobQueue queue{Settings()};
            id = finished(queue, spec("int4", kind));
            report = reportJson(*queue.find(id)->report, ReportSums::Included);
        }
        JobQueue queue{Settings()};
        const QueuedJob& job = *queue.find(id);
        QVERIFY(!job.report && job.hasReport());
        QVERIFY(rowOf(queue, job).hasReport);
        QVERIFY(figuresOf(queue, job).hasFinished);
        QVERIFY(doneOf(job).empty());
        QSignalSpy read(&queue, &JobQueue::reportRead);
        queue.wantReport(id);
        queue.wantReport(id); // Twice is once.
        QVERIFY(!job.report); // In the background.
        QTRY_COMPARE_WITH_TIMEOUT(read.size(), 1, patience);
        QCOMPARE(read[0][0].toInt(), id);
        QVERIFY(reportJson(*job.report, ReportSums::Included) == report);
        QCOMPARE(job.tensors, tensors);
        QCOMPARE(doneOf(job).size(), std::size_t(tensors));
        queue.wantReport(id); // It is at hand.
        QTest::qWait(50);
        QCOMPARE(read.size(), 1);
    }

    void aReportGoesWithItsJob()
    {
        JobQueue queue{Settings()};
        const int again = finished(queue, spec()), removed = finished(queue, spec("int8"));
        QTRY_COMPARE(reportFiles().size(), 2);
        const QString before = queue.find(again)->item.report;
        queue.retry(again);
        QVERIFY(!queue.find(again)->hasReport());
        QTRY_COMPARE_WITH_TIMEOUT(queue.find(again)->state(), JobState::Finished, patience);
        QVERIFY(queue.find(again)->item.report != before);
        QTRY_COMPARE(reportFiles(),
            (QStringList{queue.find(again)->item.report, queue.find(removed)->item.report}));
        queue.remove(removed);
        QTRY_COMPARE(reportFiles(), QStringList{queue.find(again)->item.report});
        queue.remove(again);
        QTRY_VERIFY(reportFiles().isEmpty());
    }

    void onlyAFewAreHeldAtOnce()
    {
        constexpr int many = 11, held = 8;
        std::vector<int> ids;
        {
            JobQueue queue{Settings()};
            for (int i = 0; i < many; ++i)
                ids.push_back(finished(queue, spec()));
        }
        JobQueue queue{Settings()};
        for (const int id : ids) {
            queue.wantReport(id);
            QTRY_VERIFY_WITH_TIMEOUT(queue.find(id)->report, patience);
        }
        const auto isHeld = [&](int id) { return bool(queue.find(id)->report); };
        QCOMPARE(std::ranges::count_if(ids, isHeld), held);
        QVERIFY(!isHeld(ids.front()) && queue.find(ids.front())->hasReport());
        queue.wantReport(ids.front());
        QTRY_VERIFY_WITH_TIMEOUT(isHeld(ids.front()), patience);
    }

    void aLostReportIsSaidOnce()
    {
        int id = 0;
        {
            JobQueue queue{Settings()};
            id = finished(queue, spec());
        }
        QFile file(reportFolder().filePath(reportFiles().value(0)));
        QVERIFY(file.resize(file.size() / 2));
        JobQueue queue{Settings()};
        QSignalSpy failed(&queue, &JobQueue::reportFailed);
        queue.wantReport(id);
        QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, patience);
        QCOMPARE(failed[0][1].value<Error>().code, ErrorCode::Corrupt);
        QVERIFY(!queue.find(id)->hasReport() && !rowOf(queue, *queue.find(id)).hasReport);
        QVERIFY(queue.find(id)->log.last().contains(QStringLiteral("report")));
        queue.wantReport(id);
        QTest::qWait(50);
        QCOMPARE(failed.size(), 1);
    }

    void aStrayReportGoesAndNothingElseDoes()
    {
        {
            JobQueue queue{Settings()};
            finished(queue, spec());
        }
        const QString kept = reportFiles().value(0);
        QVERIFY(writeReport(QStringLiteral("job-9-0123abcd.json"), {}));
        QVERIFY(QFile::copy(
            reportFolder().filePath(kept), reportFolder().filePath(QStringLiteral("my own.json"))));
        JobQueue queue{Settings()};
        QTRY_COMPARE(reportFiles(), (QStringList{kept, QStringLiteral("my own.json")}));
        QVERIFY(!readReport(QStringLiteral("../reports/") + kept)); // No name of ours.
        QVERIFY(!writeReport(QStringLiteral("my own.json"), {}));
        removeReport(QStringLiteral("my own.json"));
        QCOMPARE(reportFiles().size(), 2);
    }

    void aQueueThatIsNotSavedKeepsNoReports()
    {
        JobQueue first{Settings()};
        JobQueue second{Settings()};
        QVERIFY(!second.isSaved());
        const int id = finished(second, spec());
        QVERIFY(second.find(id)->report);
        second.shutDown();
        QVERIFY(reportFiles().isEmpty());
    }

    /// Table, charts and page show a job of an earlier run as they showed it then.
    void theWindowShowsWhatWasFinishedBefore()
    {
        int id = 0;
        {
            MainWindow window{Settings()};
            id = finished(window.session().queue(), spec());
        }
        MainWindow window{Settings()};
        window.show();
        JobQueue& queue = window.session().queue();
        QTRY_VERIFY_WITH_TIMEOUT(queue.find(id), patience);
        window.showPage(Page::Queue);
        auto& page = *window.findChild<QueuePage*>();
        page.select(id);
        QTRY_VERIFY_WITH_TIMEOUT(queue.find(id)->report, patience);
        JobLiveView& live = page.live();
        const auto* progress = live.findChild<QProgressBar*>();
        QCOMPARE(progress->value(), progress->maximum());
        const auto charts = [&] {
            live.flush();
            int shown = 0;
            for (const auto* widget : live.findChildren<QWidget*>())
                shown += widget->accessibleDescription().startsWith(QStringLiteral("6 points,"));
            return shown;
        };
        QTRY_COMPARE_WITH_TIMEOUT(charts(), 2, patience); // Error and compression.
        Q_EMIT page.verbRequested(JobVerb::ShowReport, {id});
        QTRY_COMPARE(window.page(), Page::Report);
        QVERIFY(window.reportPage().report());
        QCOMPARE(window.reportPage().report()->tensors.size(), std::size_t(tensors));
    }

    /// The report page first: nobody has selected the job, or opened its model, before.
    void aReportOpensOnceItWasRead()
    {
        int id = 0;
        {
            MainWindow window{Settings()};
            id = finished(window.session().queue(), spec());
        }
        MainWindow window{Settings()};
        window.show();
        JobQueue& queue = window.session().queue();
        QTRY_VERIFY_WITH_TIMEOUT(queue.find(id), patience);
        const JobQueue& jobs = queue;
        auto& page = *window.findChild<QueuePage*>();
        Q_EMIT page.verbRequested(JobVerb::ShowReport, {id});
        QVERIFY(window.page() != Page::Report || jobs.find(id)->report);
        QTRY_COMPARE_WITH_TIMEOUT(window.page(), Page::Report, patience);
        QVERIFY(window.reportPage().report());
    }

    void anOpenedModelShowsItsLastErrors()
    {
        {
            MainWindow window{Settings()};
            finished(window.session().queue(), spec("int8"));
            finished(window.session().queue(), spec("int2"));
        }
        MainWindow window{Settings()};
        window.show();
        const JobQueue& queue = window.session().queue();
        QTRY_COMPARE_WITH_TIMEOUT(queue.size(), 2, patience);
        QVERIFY(!queue.at(1).report);
        window.openModel(m_model);
        QTRY_VERIFY_WITH_TIMEOUT(queue.at(1).report, patience); // The newest is the one.
    }

    /// Weights that were exchanged under the same name have other errors.
    void anotherVersionOfTheModelHasNoErrorsYet()
    {
        {
            MainWindow window{Settings()};
            finished(window.session().queue(), spec("int8")); // The queue's page shows this one.
            finished(window.session().queue(), spec("int2"));
        }
        std::vector<TestTensor> all;
        for (int i = 0; i < tensors; ++i)
            all.push_back(
                floatTensor(QStringLiteral("blk.%1.weight").arg(i), {64, 256}, 50 + unsigned(i)));
        const QByteArray before = contentsOf(m_model);
        QVERIFY(write(m_model, safetensorsFile(all)));
        QFile file(m_model);
        QVERIFY(file.open(QIODevice::ReadWrite)
            && file.setFileTime(
                QDateTime(QDate(2020, 2, 20), QTime(2, 20)), QFileDevice::FileModificationTime));
        file.close();
        MainWindow window{Settings()};
        window.show();
        const JobQueue& queue = window.session().queue();
        QTRY_COMPARE_WITH_TIMEOUT(queue.size(), 2, patience);
        window.openModel(m_model);
        QTRY_VERIFY_WITH_TIMEOUT(window.session().canStart(), patience);
        QTest::qWait(500); // Long enough for a small report to be read.
        QVERIFY(!queue.at(1).report);
        QVERIFY(write(m_model, before));
    }
};

QTEST_MAIN(TestJobReports)
#include "tst_job_reports.moc"
