#include "app/single_instance.h"
#include "app/start_arguments.h"

#include <QFile>
#include <QFileInfo>
#include <QLocalSocket>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <thread>

using namespace aq;

namespace {

const StartRequest twoModels{
    {QStringLiteral("/a/b.gguf"), QStringLiteral("/ü/\"c\\d.safetensors")}, "token-1"};

/// What a later start does, seen from another thread: its calls wait for an answer.
SingleInstance::Claim claimElsewhere(const QString& socket, const StartRequest& request)
{
    auto claim = SingleInstance::Claim::First;
    std::atomic_bool done = false;
    std::thread later([&] {
        claim = SingleInstance(socket).claim(request);
        done = true;
    });
    while (!done)
        QTest::qWait(5);
    later.join();
    return claim;
}

} // namespace

class TestSingleInstance : public QObject {
    Q_OBJECT
    QTemporaryDir m_folder;
    QString m_socket;

    /// Sends raw bytes; whether they were hung up on.
    bool isHungUpOn(const QByteArray& bytes)
    {
        QLocalSocket client;
        client.connectToServer(m_socket);
        if (!client.waitForConnected())
            return false;
        client.write(bytes);
        const auto gone = [&] { return client.state() == QLocalSocket::UnconnectedState; };
        return QTest::qWaitFor(gone, 4000) && client.readAll().isEmpty();
    }

private Q_SLOTS:
    void init()
    {
        static int test = 0;
        m_socket = m_folder.filePath(QStringLiteral("socket-%1").arg(++test));
    }

    void aRequestSurvivesTheWay()
    {
        QVERIFY(requestFromBytes(toBytes(twoModels)) == twoModels);
        QVERIFY(requestFromBytes(toBytes({})) == StartRequest{});
    }

    void hostileRequestsAreNone_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const auto row
            = [](const char* name, const QByteArray& bytes) { QTest::newRow(name) << bytes; };
        row("empty", {});
        row("not JSON", "GET / HTTP/1.0\n");
        row("cut short", toBytes(twoModels).chopped(1));
        row("another version", "{\"arrowquant\":2,\"open\":[]}\n");
        row("relative", "{\"arrowquant\":1,\"open\":[\"a.gguf\"]}\n");
        row("an option", "{\"arrowquant\":1,\"open\":[\"--new-window\"]}\n");
        row("a number", "{\"arrowquant\":1,\"open\":[7]}\n");
        row("NUL", "{\"arrowquant\":1,\"open\":[\"/a\\u0000b\"]}\n");
        row("too long", QByteArray(mostRequestBytes, ' ') + toBytes({}));
        QByteArray many = "{\"arrowquant\":1,\"open\":[\"/a\"";
        for (int i = 0; i < 1000; ++i)
            many += ",\"/a\"";
        row("too many", many + "]}\n");
    }
    void hostileRequestsAreNone()
    {
        QFETCH(QByteArray, bytes);
        QVERIFY(!requestFromBytes(bytes));
    }

    void aLaterStartIsHandedOver()
    {
        SingleInstance first(m_socket);
        QSignalSpy requested(&first, &SingleInstance::requested);
        QVERIFY(first.claim({}) == SingleInstance::Claim::First);
        QVERIFY(claimElsewhere(m_socket, twoModels) == SingleInstance::Claim::HandedOver);
        QCOMPARE(requested.size(), 1);
        QVERIFY(requested.at(0).at(0).value<StartRequest>() == twoModels);
        QVERIFY(claimElsewhere(m_socket, {}) == SingleInstance::Claim::HandedOver);
        QCOMPARE(requested.size(), 2);
    }

    void theNextIsFirstOnceTheFirstIsGone()
    {
        {
            SingleInstance first(m_socket);
            first.claim({});
        }
        SingleInstance second(m_socket);
        QVERIFY(second.claim(twoModels) == SingleInstance::Claim::First);
    }

    void aSocketThatACrashLeftIsTakenOver()
    {
        // A child that listens is killed: the file stays, nobody answers.
        QProcess child;
        child.start(QStringLiteral("/usr/bin/python3"),
            {QStringLiteral("-c"),
                QStringLiteral("import socket,sys,time\n"
                               "s=socket.socket(socket.AF_UNIX);s.bind(sys.argv[1]);s.listen()\n"
                               "print('there',flush=True);time.sleep(60)"),
                m_socket});
        if (!child.waitForStarted() || !child.waitForReadyRead())
            QSKIP("no python3 to be killed");
        child.kill();
        child.waitForFinished();
        QVERIFY(QFileInfo::exists(m_socket));
        SingleInstance first(m_socket);
        QVERIFY(first.claim({}) == SingleInstance::Claim::First);
        QVERIFY(claimElsewhere(m_socket, {}) == SingleInstance::Claim::HandedOver);
    }

    void aSecondWindowLeavesTheFirstInItsPlace()
    {
        SingleInstance first(m_socket);
        first.claim({});
        QSignalSpy requested(&first, &SingleInstance::requested);
        SingleInstance second(m_socket);
        second.claimIfFree();
        QVERIFY(claimElsewhere(m_socket, twoModels) == SingleInstance::Claim::HandedOver);
        QCOMPARE(requested.size(), 1);
    }

    void nonsenseIsHungUpOn()
    {
        SingleInstance first(m_socket);
        first.claim({});
        QSignalSpy requested(&first, &SingleInstance::requested);
        QVERIFY(isHungUpOn("nonsense\n"));
        QVERIFY(isHungUpOn(QByteArray(mostRequestBytes + 2, 'x')));
        QCOMPARE(requested.size(), 0);
        QVERIFY(claimElsewhere(m_socket, twoModels) == SingleInstance::Claim::HandedOver);
    }

    void onlyThePersonMayReachTheSocket()
    {
        SingleInstance first(m_socket);
        first.claim({});
        const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup
            | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
        QVERIFY(!(QFileInfo(m_socket).permissions() & others));
    }

    void settingsAndScreensHaveTheirOwn()
    {
        const QString a = SingleInstance::socketFor(QStringLiteral("/home/a/x.ini"));
        QVERIFY(a != SingleInstance::socketFor(QStringLiteral("/home/b/x.ini")));
        const QByteArray display = qgetenv("DISPLAY");
        qputenv("DISPLAY", ":97");
        const QString other = SingleInstance::socketFor(QStringLiteral("/home/a/x.ini"));
        qputenv("DISPLAY", display);
        QVERIFY(a != other);
        QVERIFY(QFile::encodeName(a).size() < 108);
    }

    void relativePathsAreOfTheFolder()
    {
        const StartArguments start
            = startArguments({QStringLiteral("arrowquant"), QStringLiteral("--new-window"),
                                 QStringLiteral("../b/x.gguf"), QStringLiteral("/c/y.gguf"),
                                 QStringLiteral("--"), QStringLiteral("-v")},
                QStringLiteral("/home/a"));
        QVERIFY(start.newWindow);
        QCOMPARE(start.models,
            (QStringList{QStringLiteral("/home/b/x.gguf"), QStringLiteral("/c/y.gguf"),
                QStringLiteral("/home/a/-v")}));
        const char* version[] = {"arrowquant", "--version"};
        const char* model[] = {"arrowquant", "--", "--version"};
        QVERIFY(wantsAnswerOnly(2, version));
        QVERIFY(!wantsAnswerOnly(3, model));
    }
};

QTEST_GUILESS_MAIN(TestSingleInstance)
#include "tst_single_instance.moc"
