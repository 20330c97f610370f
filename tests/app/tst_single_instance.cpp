#include "app/single_instance.h"
#include "app/start_arguments.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLocalSocket>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>
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

    void aStartWhileTheFirstIsEndingGetsAWindowOfItsOwn()
    {
        SingleInstance ending(m_socket);
        ending.claim({});
        ending.close();
        SingleInstance next(m_socket);
        QVERIFY(next.claim(twoModels) == SingleInstance::Claim::First);
        QVERIFY(claimElsewhere(m_socket, {}) == SingleInstance::Claim::HandedOver); // To it.
    }

    void aWindowThatEndsInsteadOfAnsweringIsFollowed()
    {
        std::atomic_bool listens = false;
        const std::unique_ptr<QThread> ending(QThread::create([&] {
            QLocalServer server;
            listens = server.listen(m_socket);
            for (int asked = 0; asked < 2; ++asked) { // Is anybody there? Then take this.
                server.waitForNewConnection(5000);
                server.nextPendingConnection();
            }
        }));
        ending->start();
        while (!listens)
            QTest::qWait(5);
        SingleInstance next(m_socket);
        QVERIFY(next.claim(twoModels) == SingleInstance::Claim::First);
        QVERIFY(ending->wait());
        QVERIFY(claimElsewhere(m_socket, {}) == SingleInstance::Claim::HandedOver);
    }

    void withoutAFolderOfOnesOwnNobodyIsFound_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("isOpen");
        QTest::newRow("others can write there") << QStringLiteral("open") << true;
        QTest::newRow("too long for a socket") << QString(90, u'x') << false;
    }
    void withoutAFolderOfOnesOwnNobodyIsFound()
    {
        QFETCH(QString, name);
        QFETCH(bool, isOpen);
        const QString folder = m_folder.filePath(name);
        QVERIFY(QDir().mkpath(folder));
        auto rights = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner;
        if (isOpen)
            rights |= QFile::WriteOther | QFile::ExeOther | QFile::WriteGroup;
        QVERIFY(QFile::setPermissions(folder, rights));
        const QByteArray before = qgetenv("XDG_RUNTIME_DIR");
        qputenv("XDG_RUNTIME_DIR", QFile::encodeName(folder));
        const QString socket = SingleInstance::socketFor(QStringLiteral("/home/a/x.ini"));
        qputenv("XDG_RUNTIME_DIR", before);
        QVERIFY(!socket.startsWith(folder)); // Where Qt finds another one, that is private.
        if (isOpen)
            return;
        QCOMPARE(socket, QString());
        SingleInstance one(socket), other(socket);
        QVERIFY(one.claim({}) == SingleInstance::Claim::First);
        QVERIFY(other.claim({}) == SingleInstance::Claim::First);
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
        const QByteArray before = qgetenv("XDG_RUNTIME_DIR");
        qputenv("XDG_RUNTIME_DIR", QFile::encodeName(m_folder.path()));
        const QString a = SingleInstance::socketFor(QStringLiteral("/home/a/x.ini"));
        QVERIFY(!a.isEmpty());
        QVERIFY(a != SingleInstance::socketFor(QStringLiteral("/home/b/x.ini")));
        const QByteArray display = qgetenv("DISPLAY");
        qputenv("DISPLAY", ":97");
        const QString other = SingleInstance::socketFor(QStringLiteral("/home/a/x.ini"));
        qputenv("DISPLAY", display);
        qputenv("XDG_RUNTIME_DIR", before);
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
