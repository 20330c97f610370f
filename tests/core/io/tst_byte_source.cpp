#include "core/io/byte_source.h"
#include "tests/support/model_files.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <atomic>
#include <fcntl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <thread>
#include <unistd.h>

using namespace aq;
using namespace aq::test;

class ByteSourceTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_dir;

    QString pathOf(const char* name) const { return m_dir.filePath(QLatin1StringView(name)); }

private Q_SLOTS:
    void readsByPosition_data()
    {
        QTest::addColumn<bool>("inMemory");
        QTest::newRow("file") << false;
        QTest::newRow("memory") << true;
    }
    void readsByPosition()
    {
        QFETCH(bool, inMemory);
        const QByteArray bytes("0123456789");
        QVERIFY(write(pathOf("ten"), bytes));
        std::shared_ptr<const ByteSource> source;
        if (inMemory) {
            const auto view = std::as_bytes(std::span(bytes.data(), std::size_t(bytes.size())));
            source = memoryBytes({view.begin(), view.end()});
        } else {
            const auto file = openFile(pathOf("ten"));
            QVERIFY(file);
            source = *file;
        }
        QCOMPARE(source->size(), 10);
        const auto middle = readBytes(*source, 3, 4);
        QVERIFY(middle);
        QCOMPARE(QByteArrayView(middle->data(), 4), QByteArrayView("3456"));
        QVERIFY(readBytes(*source, 10, 0));
        QVERIFY(readBytes(*source, 0, 10));
        constexpr auto huge = std::numeric_limits<std::int64_t>::max();
        const std::pair<std::int64_t, std::int64_t> outside[]
            = {{7, 4}, {11, 0}, {-1, 1}, {0, -1}, {0, 11}, {huge, 1}, {1, huge}, {huge, huge}};
        for (const auto& [offset, size] : outside)
            QVERIFY(!readBytes(*source, offset, size));
    }

    void refusesWhatIsNoFile_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("detail");
        QVERIFY(::mkfifo(qPrintable(pathOf("pipe")), 0600) == 0);
        const int socket = ::socket(AF_UNIX, SOCK_STREAM, 0);
        sockaddr_un address = {};
        address.sun_family = AF_UNIX;
        const QByteArray name = QFile::encodeName(pathOf("socket"));
        QVERIFY(std::size_t(name.size()) < sizeof address.sun_path);
        std::copy(name.begin(), name.end(), address.sun_path);
        QVERIFY(::bind(socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0);
        ::close(socket);
        QVERIFY(::symlink("loop", qPrintable(pathOf("loop"))) == 0);
        QTest::newRow("pipe") << pathOf("pipe") << "a pipe, not a file";
        QTest::newRow("socket") << pathOf("socket") << "a socket or a device, not a file";
        QTest::newRow("folder") << m_dir.path() << "a folder, not a file";
        QTest::newRow("device") << "/dev/zero"
                                << "a device, not a file";
        QTest::newRow("missing") << pathOf("missing") << "No such file or directory";
        QTest::newRow("under a file") << "/dev/null/x"
                                      << "Not a directory";
        QTest::newRow("link to itself") << pathOf("loop") << "Too many levels of symbolic links";
    }
    void refusesWhatIsNoFile()
    {
        QFETCH(QString, path);
        QFETCH(QString, detail);
        const auto file = openFile(path);
        QVERIFY(!file);
        QVERIFY(file.error().code == ErrorCode::NotReadable);
        QCOMPARE(file.error().detail, detail);
        QCOMPARE(file.error().where, path);
    }

    void followsLinks()
    {
        QVERIFY(write(pathOf("target"), "abc"));
        QVERIFY(::symlink("target", qPrintable(pathOf("link"))) == 0);
        const auto file = openFile(pathOf("link"));
        QVERIFY(file);
        QCOMPARE((*file)->size(), 3);
    }

    void aFileThatShrinksIsAnError()
    {
        QVERIFY(write(pathOf("shrinks"), QByteArray(10000, 'x')));
        const auto file = openFile(pathOf("shrinks"));
        QVERIFY(file);
        QVERIFY(::truncate(qPrintable(pathOf("shrinks")), 100) == 0);
        const auto bytes = readBytes(**file, 0, 10000);
        QVERIFY(!bytes);
        QCOMPARE(
            bytes.error().detail, QStringLiteral("it ends at byte 100; it had 10000 when opened"));
    }

    void readsFromManyThreads()
    {
        QByteArray bytes(1 << 16, '\0');
        for (qsizetype i = 0; i < bytes.size(); ++i)
            bytes[i] = char(i * 31 + i / 256);
        QVERIFY(write(pathOf("many"), bytes));
        const auto file = openFile(pathOf("many"));
        QVERIFY(file);
        std::atomic<int> wrong{0};
        std::vector<std::thread> threads;
        for (int t = 0; t < 4; ++t)
            threads.emplace_back([&, t] {
                for (qsizetype i = 0; i < 500; ++i) {
                    const qsizetype at = (i * 131 + t * 977) % (bytes.size() - 64);
                    const auto got = readBytes(**file, at, 64);
                    if (!got
                        || QByteArrayView(got->data(), 64) != QByteArrayView(bytes).sliced(at, 64))
                        ++wrong;
                }
            });
        for (std::thread& thread : threads)
            thread.join();
        QCOMPARE(wrong.load(), 0);
    }
};

QTEST_GUILESS_MAIN(ByteSourceTest)
#include "tst_byte_source.moc"
