#include "tests/support/widgets.h"
#include "ui/text/error_text.h"
#include "ui/text/job_text.h"
#include "ui/widgets/job_bar.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/rate_meter.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QVBoxLayout>

using namespace aq;
using namespace aq::test;

namespace {

const Error damaged{ErrorCode::Corrupt, QStringLiteral("header claims 9000 bytes, file has 512"),
    QStringLiteral("model.safetensors: blk.0.weight")};

} // namespace

class TestMessages : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void everyErrorHasAHeadline()
    {
        for (int code = 0; code <= int(ErrorCode::Internal); ++code)
            QVERIFY(!errorHeadline(ErrorCode(code)).isEmpty());
    }

    void detailsNameFileTensorAndReason()
    {
        const QString details = errorText(damaged).details();
        for (const char* part : {"model.safetensors", "blk.0.weight", "claims 9000 bytes"})
            QVERIFY2(details.contains(QLatin1StringView(part)), part);
    }

    void hostileNamesStayOnOneLine()
    {
        const ErrorText text
            = errorText({ErrorCode::Corrupt, QString(100'000, u'x'), QStringLiteral("a\n\u202Eb")});
        QVERIFY(!text.where.contains(u'\n'));
        QVERIFY(!text.where.contains(QChar(0x202E)));
        QVERIFY(text.reason.size() < 1000);
    }

    void barShowsAnErrorWithoutMarkupAndCopiesIt()
    {
        MessageBar bar;
        QVERIFY(!bar.isVisibleTo(nullptr));
        bar.showError(
            {ErrorCode::Corrupt, QStringLiteral("<b>bold</b>"), QStringLiteral("<i>x</i>")});
        QVERIFY(bar.isVisible());
        QVERIFY(bar.headline().contains(QStringLiteral("<i>x</i>")));
        for (const QLabel* label : bar.findChildren<QLabel*>())
            if (!label->text().isEmpty())
                QCOMPARE(label->textFormat(), Qt::PlainText);
        named<QToolButton>(bar, QStringLiteral("Copy details"))->click();
        QVERIFY(QApplication::clipboard()->text().contains(QStringLiteral("<b>bold</b>")));
        named<QToolButton>(bar, QStringLiteral("Close message"))->click();
        QVERIFY(!bar.isVisible());
    }

    void everyErrorOfAJobIsInTheDetails()
    {
        MessageBar bar;
        std::vector<Error> all;
        for (int i = 0; i < 20; ++i)
            all.push_back({ErrorCode::Unsupported, QStringLiteral("NaN at element 7"),
                QStringLiteral("model: tensor.%1").arg(i)});
        bar.showError(all.front(), all);
        QVERIFY2(bar.headline().contains(QStringLiteral("19")), qPrintable(bar.headline()));
        for (const Error& error : all)
            QVERIFY(bar.details().contains(error.where + QStringLiteral(": NaN at element 7")));
        QVERIFY(bar.sizeHint().height() < 400);
    }

    void barOffersTheFolderOfASavedFile()
    {
        MessageBar bar;
        QSignalSpy wanted(&bar, &MessageBar::openFolderRequested);
        bar.showMessage(
            MessageBar::Kind::Success, QStringLiteral("Saved."), {}, QStringLiteral("/a/b"));
        named<QToolButton>(bar, QStringLiteral("Open folder"))->click();
        QCOMPARE(wanted.at(0).at(0).toString(), QStringLiteral("/a/b"));
        bar.showError(damaged);
        QVERIFY(!named<QToolButton>(bar, QStringLiteral("Open folder"))->isVisible());
    }

    void errorsWaitInformationGivesWay()
    {
        MessageBar bar;
        QSignalSpy gone(&bar, &MessageBar::dismissed);
        const auto say = [&](MessageBar::Kind kind, const char* text) {
            return bar.showMessage(kind, QLatin1StringView(text));
        };
        say(MessageBar::Kind::Success, "saved");
        say(MessageBar::Kind::Error, "first");
        say(MessageBar::Kind::Warning, "second");
        QCOMPARE(bar.count(), 2); // "saved" gave way.
        QCOMPARE(bar.headline(), QStringLiteral("second"));
        auto* next = named<QToolButton>(bar, QStringLiteral("1 more"));
        QVERIFY(next && next->isVisible());
        next->click();
        QCOMPARE(bar.headline(), QStringLiteral("first"));
        const int third = say(MessageBar::Kind::Information, "third");
        QCOMPARE(bar.headline(), QStringLiteral("third"));
        bar.withdraw(third);
        QCOMPARE(bar.headline(), QStringLiteral("first"));
        say(MessageBar::Kind::Error, "first"); // Said again, told once.
        QCOMPARE(bar.count(), 2);
        auto* close = named<QToolButton>(bar, QStringLiteral("Close message"));
        close->click();
        QVERIFY(bar.isVisible());
        close->click();
        QVERIFY(!bar.isVisible());
        QCOMPARE(gone.size(), 1);
    }

    void anActionClosesItsMessageThenRuns()
    {
        MessageBar bar;
        QStringList done;
        const auto note = [&](const QString& what) { return [&, what] { done << what; }; };
        bar.showMessage(MessageBar::Kind::Information, QStringLiteral("2 jobs were interrupted."),
            {}, {},
            {{QStringLiteral("Resume"), note(QStringLiteral("resumed"))},
                {QStringLiteral("Remove"), [&] {
                     done << QStringLiteral("removed");
                     bar.showMessage(MessageBar::Kind::Success, QStringLiteral("Removed."));
                 }}});
        bar.dismiss(); // Old news go, offers stay.
        QVERIFY(bar.isVisible());
        named<QToolButton>(bar, QStringLiteral("Remove"))->click();
        QCOMPARE(done, QStringList{QStringLiteral("removed")});
        QCOMPARE(bar.headline(), QStringLiteral("Removed."));
        QVERIFY(!named<QToolButton>(bar, QStringLiteral("Resume")));
        bar.dismiss();
        QVERIFY(!bar.isVisible());
    }

    void keysReachTheBarAndLeadBack()
    {
        QWidget window;
        auto* edit = new QLineEdit;
        auto* bar = new MessageBar;
        auto* layout = new QVBoxLayout(&window);
        layout->addWidget(bar);
        layout->addWidget(edit);
        window.show();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        edit->setFocus();
        bar->focusMessage();
        QVERIFY(edit->hasFocus()); // Nothing to go to.
        bar->showError(damaged, {}, {{QStringLiteral("Retry"), [] {}}});
        bar->focusMessage();
        QCOMPARE(QApplication::focusWidget(), named<QToolButton>(*bar, QStringLiteral("Retry")));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QVERIFY(!bar->isVisible());
        QTRY_VERIFY(edit->hasFocus());
    }

    void theLogIsOfferedOnceThereIsOne()
    {
        MessageBar bar;
        bar.showError(damaged);
        auto* log = named<QToolButton>(bar, QStringLiteral("Open log"));
        QVERIFY(!log->isVisible());
        QSignalSpy wanted(&bar, &MessageBar::logRequested);
        bar.showError(damaged);
        QVERIFY(log->isVisible());
        log->click();
        QCOMPARE(wanted.size(), 1);
    }

    void screenReadersHearAnAlert()
    {
        MessageBar bar;
        QAccessibleInterface* face = QAccessible::queryAccessibleInterface(&bar);
        QCOMPARE(face->role(), QAccessible::AlertMessage);
        bar.showError(damaged);
        QVERIFY(face->text(QAccessible::Description).contains(damaged.where));
    }

    void durationsRoundUp_data()
    {
        QTest::addColumn<double>("seconds");
        QTest::addColumn<QString>("text");
        QTest::newRow("none") << 0.0 << QStringLiteral("0:00");
        QTest::newRow("negative") << -3.0 << QStringLiteral("0:00");
        QTest::newRow("part") << 6.2 << QStringLiteral("0:07");
        QTest::newRow("minute") << 60.0 << QStringLiteral("1:00");
        QTest::newRow("almost an hour") << 3599.0 << QStringLiteral("59:59");
        QTest::newRow("hours") << 3723.0 << QStringLiteral("1:02:03");
    }
    void durationsRoundUp()
    {
        QFETCH(double, seconds);
        QTEST(durationText(seconds), "text");
    }

    void fractionIsBounded()
    {
        QVERIFY(fraction({5, 10, {}, {}}) == 0.5);
        QVERIFY(fraction({5, 0, {}, {}}) == 0);
        QVERIFY(fraction({20, 10, {}, {}}) == 1);
    }

    void rateIsThatOfTheLastSeconds()
    {
        RateMeter meter;
        QVERIFY(meter.bytesPerSecond() == 0);
        QVERIFY(!meter.secondsLeft(100));
        QVERIFY(meter.since() == 0);
        for (int second = 0; second <= 10; ++second)
            meter.add(second, second * 100);
        QVERIFY(meter.bytesPerSecond() == 100);
        for (int second = 11; second <= 16; ++second) // Now three times as fast.
            meter.add(second, 1000 + (second - 10) * 300);
        QVERIFY(meter.bytesPerSecond() == 300);
        QVERIFY(meter.since() == 11);
        QVERIFY(*meter.secondsLeft(2800 + 600) == 2.0);
    }

    void rateStartsAfreshWithAStage()
    {
        RateMeter meter;
        meter.add(0, 0);
        meter.add(1, 1000);
        meter.add(2, 10); // Validation begins.
        QVERIFY(meter.bytesPerSecond() == 0);
        meter.add(3, 60);
        QVERIFY(meter.bytesPerSecond() == 50);
    }

    void jobBarShowsWhatRunsAndAsksForTheCancel()
    {
        JobBar bar;
        QSignalSpy wanted(&bar, &JobBar::cancelRequested);
        QVERIFY(bar.isHidden());
        bar.showJobs(QStringLiteral("x · INT4"), 0.43, 2e6, 12);
        QVERIFY(!bar.isHidden());
        QCOMPARE(bar.percent(), 43);
        named<QToolButton>(bar, QStringLiteral("Cancel job"))->click();
        QCOMPARE(wanted.size(), 1);
        bar.finish();
        QVERIFY(bar.isHidden());
    }
};

QTEST_MAIN(TestMessages)
#include "tst_messages.moc"
