#include "app/log_book.h"
#include "ui/widgets/log_view.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLineEdit>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QTreeView>
#include <thread>

using namespace aq;

namespace {

LogLine lineOf(QtMsgType level, const char* text)
{
    return {0, level, QStringLiteral("job"), QString::fromUtf8(text)};
}

QString textIn(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

} // namespace

class TestLog : public QObject {
    Q_OBJECT
    QTemporaryDir m_folder;

    /// Takes Qt Test's own handler off for the length of a test.
    struct Listening {
        QtMessageHandler before;
        explicit Listening(const QString& folder)
            : before(qInstallMessageHandler(nullptr))
        {
            LogBook::get().start(folder);
        }
        ~Listening() { qInstallMessageHandler(before); }
    };

private Q_SLOTS:
    void linesSayWhenWhatAndWhere()
    {
        LogLine line = lineOf(QtWarningMsg, "a\nb");
        line.time = 1'000'000'000'123;
        QCOMPARE(logText(line), QStringLiteral("2001-09-09T01:46:40.123Z warning job: a\n    b"));
    }

    void levelsHaveAnOrder()
    {
        QVERIFY(severity(QtDebugMsg) < severity(QtInfoMsg));
        QVERIFY(severity(QtInfoMsg) < severity(QtWarningMsg));
        QVERIFY(severity(QtWarningMsg) < severity(QtCriticalMsg));
    }

    void theBookKeepsWhatAnyThreadSays()
    {
        LogBook& book = LogBook::get();
        qint64 seen = 0;
        book.since(seen);
        const Listening listening({});
        QSignalSpy appended(&book, &LogBook::appended);
        qCInfo(logOpen) << "from here";
        std::thread([] { qCWarning(logJob) << "from there"; }).join();
        qCDebug(logJob) << "nobody asked for this";
        QTRY_COMPARE(appended.size(), 1);
        const QList<LogLine> lines = book.since(seen);
        QCOMPARE(lines.size(), 2);
        QCOMPARE(lines[0].area, QStringLiteral("open"));
        QCOMPARE(lines[0].text, QStringLiteral("from here"));
        QCOMPARE(lines[1].level, QtWarningMsg);
        QVERIFY(book.since(seen).isEmpty());
    }

    void namesCannotForgeALine()
    {
        qint64 seen = 0;
        LogBook::get().since(seen);
        const Listening listening({});
        qCInfo(logOpen).noquote() << QStringLiteral("a\r\u202Eb\u001B[31m");
        const QString text = LogBook::get().since(seen).at(0).text;
        for (const QChar bad : {QChar(u'\r'), QChar(0x202E), QChar(0x1B)})
            QVERIFY(!text.contains(bad));
    }

    void theFileStartsAnewAtItsLimit()
    {
        LogFile file;
        const QString folder = m_folder.filePath(QStringLiteral("deep/log"));
        file.open(folder, QStringLiteral("x"));
        const QString line(1023, u'a');
        for (int i = 0; i < 1024; ++i)
            file.write(line);
        QCOMPARE(QFile(file.path()).size(), LogFile::mostBytes);
        file.write(QStringLiteral("first of the next"));
        QCOMPARE(textIn(file.path()), QStringLiteral("first of the next\n"));
        QCOMPARE(QFile(folder + QStringLiteral("/x.1.log")).size(), LogFile::mostBytes);
        QVERIFY(!(QFile::permissions(file.path()) & (QFile::ReadOther | QFile::ReadGroup)));
    }

    void whatIsSaidIsInTheFile()
    {
        const Listening listening(m_folder.filePath(QStringLiteral("book")));
        qCInfo(logExport).noquote() << "exported ü.gguf";
        QVERIFY(textIn(LogBook::get().file())
                    .endsWith(QStringLiteral(" info export: exported ü.gguf\n")));
    }

    void theModelKeepsTheNewest()
    {
        LogModel model;
        QList<LogLine> many;
        for (int i = 0; i < 6000; ++i)
            many << lineOf(QtInfoMsg, QByteArray::number(i).constData());
        model.append(many.first(3000));
        model.append(many.last(3000));
        QCOMPARE(model.rowCount(), int(LogModel::mostLines));
        QCOMPARE(model.line(0).text, QStringLiteral("1000"));
        QCOMPARE(model.line(4999).text, QStringLiteral("5999"));
    }

    void theViewFiltersAndCopies()
    {
        LogModel model;
        LogView view(model);
        model.append({lineOf(QtDebugMsg, "fine print"), lineOf(QtInfoMsg, "opened a.gguf"),
            lineOf(QtWarningMsg, "slow disk"), lineOf(QtCriticalMsg, "b.gguf is damaged")});
        const auto* lines = view.findChild<QTreeView*>();
        auto* level = view.findChild<QComboBox*>();
        QCOMPARE(lines->model()->rowCount(), 3); // From information on, at first.
        level->setCurrentIndex(0);
        QCOMPARE(lines->model()->rowCount(), 4);
        view.showErrors();
        QCOMPARE(lines->model()->rowCount(), 2);
        level->setCurrentIndex(1);
        view.findChild<QLineEdit*>()->setText(QStringLiteral("GGUF"));
        QCOMPARE(lines->model()->rowCount(), 2);
        for (auto* button : view.findChildren<QToolButton*>())
            if (button->text() == QStringLiteral("Copy"))
                button->click();
        const QString copied = QGuiApplication::clipboard()->text();
        QCOMPARE(copied.count(u'\n'), 2);
        QVERIFY(copied.contains(QStringLiteral("error job: b.gguf is damaged")));
    }

    void theViewFollowsUntilOneScrollsUp()
    {
        LogModel model;
        LogView view(model);
        view.resize(500, 200);
        view.show();
        const QList<LogLine> some(100, lineOf(QtInfoMsg, "x"));
        model.append(some);
        QScrollBar* bar = view.findChild<QTreeView*>()->verticalScrollBar();
        QTRY_VERIFY(bar->maximum() > 0 && bar->value() == bar->maximum());
        bar->triggerAction(QAbstractSlider::SliderPageStepSub);
        const int value = bar->value();
        model.append(some);
        QTest::qWait(50);
        QCOMPARE(bar->value(), value);
        bar->triggerAction(QAbstractSlider::SliderToMaximum);
        model.append(some);
        QTRY_VERIFY(bar->maximum() > 200 && bar->value() == bar->maximum());
    }
};

QTEST_MAIN(TestLog)
#include "tst_log.moc"
