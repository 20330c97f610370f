#include "core/io/output_file.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace aq;

namespace {

const QByteArray oldContent = "the old file";

QByteArray newContent() // What commit_helper writes.
{
    QByteArray bytes(300, '\0');
    for (int i = 0; i < 300; ++i)
        bytes[i] = char(i * 7);
    return bytes;
}

Bytes bytesIn(const QByteArray& bytes)
{
    return std::as_bytes(std::span(bytes.constData(), std::size_t(bytes.size())));
}

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(none)");
}

void put(const QString& path, const QByteArray& content)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(content), content.size());
}

struct Run {
    int exit = -1; ///< -9: killed.
    QString error;
    int faults = 0; ///< How many of the planned faults happened.
};

} // namespace

class TestOutputFile : public QObject {
    Q_OBJECT
    std::unique_ptr<QTemporaryDir> m_folder, m_logs;

    QString journal() const { return m_logs->filePath(QStringLiteral("model.journal")); }
    QString target() const { return m_folder->filePath(QStringLiteral("model.arrow")); }
    QStringList entries() const
    {
        return QDir(m_folder->path())
            .entryList(QDir::Files | QDir::Hidden | QDir::System, QDir::Name);
    }

    Run helper(const QString& plan, const char* mode) const
    {
        const QString log = m_logs->filePath(QStringLiteral("faults"));
        QFile::remove(log);
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("LD_PRELOAD"), QStringLiteral(AQ_FAIL_LIBRARY));
        environment.insert(
            QStringLiteral("ASAN_OPTIONS"), QStringLiteral("verify_asan_link_order=0"));
        environment.insert(QStringLiteral("AQ_FAIL"), plan);
        environment.insert(QStringLiteral("AQ_FAIL_UNDER"), m_folder->path());
        environment.insert(QStringLiteral("AQ_FAIL_LOG"), log);
        process.setProcessEnvironment(environment);
        process.start(QStringLiteral(AQ_COMMIT_HELPER), {target(), QLatin1StringView(mode)});
        process.waitForFinished();
        const bool killed = process.exitStatus() == QProcess::CrashExit;
        return {killed ? -9 : process.exitCode(),
            QString::fromLocal8Bit(process.readAllStandardError()),
            QFile::exists(log) ? int(QFileInfo(log).size()) : 0};
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_logs = std::make_unique<QTemporaryDir>();
        QVERIFY(m_folder->isValid() && m_logs->isValid());
    }

    void nothingShowsBeforeCommit()
    {
        auto file = OutputFile::create(target(), false);
        QVERIFY(file);
        QVERIFY((*file)->write(3, bytesIn("def")));
        QVERIFY((*file)->write(0, bytesIn("abc")));
        QVERIFY(!QFile::exists(target()));
        QVERIFY((*file)->finish(6));
        QCOMPARE(contentOf((*file)->temporaryPath()), QByteArray("abcdef"));
        QVERIFY(!QFile::exists(target()));
        QVERIFY((*file)->commit());
        QCOMPARE(contentOf(target()), QByteArray("abcdef"));
        *file = nullptr;
        QCOMPARE(entries(), QStringList{QStringLiteral("model.arrow")});
    }

    void finishCutsToSize()
    {
        auto file = OutputFile::create(target(), false);
        QVERIFY((*file)->write(0, bytesIn("abcdef")));
        QVERIFY((*file)->finish(4));
        QVERIFY((*file)->commit());
        QCOMPARE(contentOf(target()), QByteArray("abcd"));
    }

    void withoutCommitNothingIsLeft()
    {
        put(target(), oldContent);
        for (const bool finished : {false, true}) {
            auto file = OutputFile::create(target(), true);
            QVERIFY((*file)->write(0, bytesIn("abc")));
            if (finished)
                QVERIFY((*file)->finish(3));
        }
        QCOMPARE(contentOf(target()), oldContent);
        QCOMPARE(entries().size(), 1);
    }

    void whatIsKeptCanBeReopened()
    {
        QString temporary;
        {
            auto file = OutputFile::create(target(), false, journal());
            QVERIFY((*file)->write(0, bytesIn("abcdef")));
            QVERIFY((*file)->sync());
            temporary = (*file)->temporaryPath();
            (*file)->keep(true);
        }
        QCOMPARE(entries().size(), 2); // And its claim.
        {
            auto file = OutputFile::reopen(target(), temporary, false);
            QVERIFY(file);
            const auto again = OutputFile::reopen(target(), temporary, false);
            QVERIFY(!again && again.error().code == ErrorCode::WriteFailed); // In use.
            QVERIFY((*file)->write(2, bytesIn("XY")));
            QVERIFY((*file)->finish(5));
            QVERIFY((*file)->commit());
        }
        QCOMPARE(contentOf(target()), QByteArray("abXYe"));
        QCOMPARE(entries(), QStringList{QStringLiteral("model.arrow")});
    }

    void onlyATemporaryOfTheTargetIsReopened()
    {
        const QString other = m_folder->filePath(QStringLiteral("precious"));
        put(other, oldContent);
        const QString link = m_folder->filePath(QStringLiteral(".model.arrow.1-0.part"));
        QVERIFY(QFile::link(other, link));
        for (const QString& name :
            {other, link, target(), m_folder->filePath(QStringLiteral(".model.arrow.1-1.part")),
                m_folder->filePath(QStringLiteral(".other.arrow.1-1.part")), QString()}) {
            const auto file = OutputFile::reopen(target(), name, true);
            QVERIFY(!file);
            QCOMPARE(file.error().code, ErrorCode::NotReadable);
        }
        QCOMPARE(contentOf(other), oldContent);
    }

    void aJournalClaimsItsTemporaryForALaterProcess()
    {
        // Of a process that is gone: no process has so large a number.
        const QString part = m_folder->filePath(QStringLiteral(".model.arrow.2147483646-0.part"));
        const QString claim = m_folder->filePath(QStringLiteral(".model.arrow.2147483646-0.claim"));
        const QString stale = m_folder->filePath(QStringLiteral(".model.arrow.2147483646-1.part"));
        put(part, "unfinished");
        put(stale, "stale");
        put(claim, QFile::encodeName(journal()));
        put(journal(), "... .model.arrow.2147483646-0.part ...");
        QVERIFY(OutputFile::create(target(), false));
        QVERIFY(QFile::exists(part) && QFile::exists(claim) && !QFile::exists(stale));
        put(journal(), "of another file");
        QVERIFY(OutputFile::create(target(), false));
        QVERIFY(!QFile::exists(part) && !QFile::exists(claim));
        put(claim, QFile::encodeName(journal())); // Of a temporary that is gone.
        QVERIFY(OutputFile::create(target(), false));
        QVERIFY(!QFile::exists(claim));
    }

    void onlyWhatAJournalClaimsIsRemovedForIt()
    {
        const QString part = m_folder->filePath(QStringLiteral(".model.arrow.2147483646-0.part"));
        const QString claim = m_folder->filePath(QStringLiteral(".model.arrow.2147483646-0.claim"));
        put(part, "unfinished");
        put(target(), oldContent);
        removeUnfinished(target(), journal());
        removeUnfinished(part, journal()); // No claim.
        put(claim, "/another/journal");
        removeUnfinished(part, journal());
        QVERIFY(QFile::exists(part) && QFile::exists(target()));
        put(claim, QFile::encodeName(journal()));
        removeUnfinished(part, journal());
        QVERIFY(!QFile::exists(part) && !QFile::exists(claim) && QFile::exists(target()));
    }

    void refusesWhatIsThere()
    {
        put(target(), oldContent);
        const auto refused = OutputFile::create(target(), false);
        QVERIFY(!refused);
        QVERIFY(refused.error().code == ErrorCode::WriteFailed);
        QCOMPARE(refused.error().where, target());
        QCOMPARE(refused.error().detail, QStringLiteral("exists already"));
    }

    void refusesATargetThatAppearedMeanwhile()
    {
        auto file = OutputFile::create(target(), false);
        QVERIFY((*file)->finish(0));
        put(target(), oldContent);
        QVERIFY(!(*file)->commit());
        *file = nullptr;
        QCOMPARE(contentOf(target()), oldContent);
        QCOMPARE(entries().size(), 1);
    }

    void refusesFoldersPipesAndBadNames()
    {
        for (const bool overwrite : {false, true}) {
            QVERIFY(!OutputFile::create(m_folder->path(), overwrite));
            QVERIFY(!OutputFile::create(m_folder->path() + u'/', overwrite));
            QVERIFY(!OutputFile::create(QString(), overwrite));
            QVERIFY(!OutputFile::create(m_folder->filePath(QStringLiteral("no/such")), overwrite));
        }
        const QString pipe = m_folder->filePath(QStringLiteral("pipe"));
        QCOMPARE(::mkfifo(qPrintable(pipe), 0600), 0);
        QVERIFY(!OutputFile::create(pipe, true));
    }

    void refusesAFolderWithoutRights()
    {
        if (::geteuid() == 0)
            QSKIP("root may write everywhere");
        QFile::setPermissions(m_folder->path(), QFile::ReadOwner | QFile::ExeOwner);
        const auto refused = OutputFile::create(target(), false);
        QFile::setPermissions(
            m_folder->path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        QVERIFY(!refused);
        QVERIFY(refused.error().detail.contains(QStringLiteral("ermission")));
    }

    void replacesALinkAndNotWhatItLeadsTo()
    {
        const QString other = m_folder->filePath(QStringLiteral("other"));
        put(other, oldContent);
        QVERIFY(QFile::link(other, target()));
        const QByteArray content = "new";
        QVERIFY(writeFile(target(), bytesIn(content), true));
        QCOMPARE(contentOf(other), oldContent);
        QCOMPARE(contentOf(target()), content);
        QVERIFY(!QFileInfo(target()).isSymLink());
    }

    void takesNamesOf255Bytes()
    {
        const QString path = m_folder->filePath(QString(127, u'ü') + u'x'); // 255 bytes
        QVERIFY(writeFile(path, bytesIn("x"), false));
        QCOMPARE(contentOf(path), QByteArray("x"));
        auto again = OutputFile::create(path, true);
        QVERIFY(again);
        const QString name = QFileInfo((*again)->temporaryPath()).fileName();
        QVERIFY(name.toUtf8().size() <= 255);
        QVERIFY(!name.contains(QChar::ReplacementCharacter)); // Cut between characters.
    }

    void refusesLongerNamesAtOnce()
    {
        const QString path = m_folder->filePath(QString(128, u'ü')); // 256 bytes
        const auto file = OutputFile::create(path, false);
        QVERIFY(!file);
        QCOMPARE(file.error().code, ErrorCode::WriteFailed);
        QCOMPARE(file.error().where, path);
        QVERIFY(file.error().detail.contains(QStringLiteral("255 bytes")));
    }

    void holdsALockUntilItIsPlaced()
    {
        auto file = OutputFile::create(target(), false);
        QVERIFY(file);
        const int other = ::open(QFile::encodeName((*file)->temporaryPath()).constData(), O_RDONLY);
        QVERIFY(other >= 0);
        QVERIFY(::flock(other, LOCK_EX | LOCK_NB) != 0);
        QVERIFY((*file)->finish(0));
        QVERIFY(::flock(other, LOCK_EX | LOCK_NB) != 0);
        QVERIFY((*file)->commit());
        file->reset();
        QVERIFY(::flock(other, LOCK_EX | LOCK_NB) == 0);
        ::close(other);
    }

    // A process in another container: no process has its number here.
    void leavesWhatIsLockedAlone()
    {
        QProcess dead;
        dead.start(QStringLiteral("true"), QStringList());
        QVERIFY(dead.waitForStarted());
        const QString path
            = m_folder->filePath(QStringLiteral(".model.arrow.%1-0.part").arg(dead.processId()));
        QVERIFY(dead.waitForFinished());
        put(path, "x");
        const int writer = ::open(QFile::encodeName(path).constData(), O_RDWR);
        QVERIFY(writer >= 0 && ::flock(writer, LOCK_EX | LOCK_NB) == 0);
        QVERIFY(writeFile(target(), bytesIn("new"), false));
        QVERIFY(QFile::exists(path));
        ::close(writer);
        QVERIFY(writeFile(target(), bytesIn("new"), true));
        QVERIFY(!QFile::exists(path));
    }

    void sweepsAwayWhatDeadProcessesLeft()
    {
        QProcess dead; // Its pid was ours to give; it is reaped, so nobody has it now.
        dead.start(QStringLiteral("true"), QStringList());
        QVERIFY(dead.waitForStarted());
        const qint64 pid = dead.processId();
        QVERIFY(dead.waitForFinished());
        const auto name = [&](qint64 owner, const char* rest) {
            return m_folder->filePath(
                QStringLiteral(".model.arrow.%1%2").arg(owner).arg(QLatin1StringView(rest)));
        };
        const QString stale = name(pid, "-0.part");
        const QStringList strangers
            = {name(pid, "-x.part"), name(pid, ".part"), name(pid, "-0.par"),
                name(::getppid(), "-0.part"), name(-1, "-0.part"), name(0, "-0.part"),
                m_folder->filePath(QStringLiteral(".other.arrow.%1-0.part").arg(pid))};
        for (const QString& path : strangers + QStringList{stale})
            put(path, "x");
        QVERIFY(writeFile(target(), bytesIn("new"), false));
        QVERIFY(!QFile::exists(stale));
        for (const QString& path : strangers)
            QVERIFY2(QFile::exists(path), qPrintable(path));
    }

    void twoOfOneTargetDoNotMeet()
    {
        auto first = OutputFile::create(target(), true);
        auto second = OutputFile::create(target(), true);
        QVERIFY(first && second);
        QVERIFY((*first)->temporaryPath() != (*second)->temporaryPath());
        QVERIFY((*first)->write(0, bytesIn("1")) && (*second)->write(0, bytesIn("2")));
        QVERIFY((*first)->finish(1) && (*second)->finish(1));
        QVERIFY((*first)->commit() && (*second)->commit());
        QCOMPARE(contentOf(target()), QByteArray("2"));
    }

    void knowsOneFileUnderTwoNames()
    {
        put(target(), oldContent);
        const QString link = m_folder->filePath(QStringLiteral("link"));
        const QString hard = m_folder->filePath(QStringLiteral("hard"));
        const QString copy = m_folder->filePath(QStringLiteral("copy"));
        put(copy, oldContent);
        QVERIFY(QFile::link(target(), link));
        QCOMPARE(::link(qPrintable(target()), qPrintable(hard)), 0);
        QVERIFY(sameFile(target(), link));
        QVERIFY(sameFile(hard, target()));
        QVERIFY(
            sameFile(target(), m_folder->filePath(QStringLiteral("x/../model.arrow"))) == false);
        QVERIFY(sameFile(target(), m_folder->filePath(QStringLiteral("./model.arrow"))));
        QVERIFY(!sameFile(target(), copy));
        QVERIFY(!sameFile(target(), m_folder->filePath(QStringLiteral("none"))));
    }

    // ---- Faults ----

    void survivesEveryFault_data()
    {
        QTest::addColumn<QString>("call");
        QTest::addColumn<QString>("how");
        for (const char* call : {"pwrite", "ftruncate", "fsync", "close", "rename"})
            for (const char* how : {"ENOSPC", "EIO", "EDQUOT"})
                QTest::addRow("%s %s", call, how)
                    << QString::fromLatin1(call) << QString::fromLatin1(how);
    }
    void survivesEveryFault()
    {
        QFETCH(QString, call);
        QFETCH(QString, how);
        for (const char* mode : {"new", "overwrite"}) {
            for (int nth = 1;; ++nth) {
                QFile::remove(target());
                if (qstrcmp(mode, "overwrite") == 0)
                    put(target(), oldContent);
                const QByteArray before = contentOf(target());
                const Run run
                    = helper(QStringLiteral("%1:%2:%3").arg(call).arg(nth).arg(how), mode);
                if (run.faults == 0) {
                    QVERIFY2(nth > 1, "the fault was never reached");
                    QCOMPARE(run.exit, 0);
                    break;
                }
                // The second that is closed is the folder's descriptor, the third the lock: nothing
                // depends on them.
                const bool harmless = call == QLatin1StringView("close") && nth >= 2;
                QCOMPARE(run.exit, harmless ? 0 : 1);
                QCOMPARE(contentOf(target()), harmless ? newContent() : before);
                QCOMPARE(entries().size(), harmless || before == oldContent ? 1 : 0);
                if (!harmless)
                    QVERIFY2(run.error.startsWith(target() + QStringLiteral(": ")),
                        qPrintable(run.error));
                if (how == QLatin1StringView("ENOSPC") && !harmless)
                    QVERIFY2(run.error.contains(QStringLiteral("space")), qPrintable(run.error));
            }
        }
    }

    void shortAndInterruptedCallsGoOn_data()
    {
        QTest::addColumn<QString>("plan");
        for (const char* plan : {"pwrite:1:SHORT,pwrite:2:SHORT,pwrite:3:SHORT,pwrite:5:SHORT",
                 "pwrite:1:EINTR,pwrite:3:EINTR", "fsync:1:EINTR", "ftruncate:1:EINTR",
                 "close:1:EINTR", "rename:1:EINVAL", "rename:1:EINVAL,rename:2:EINVAL"})
            QTest::addRow("%s", plan) << QString::fromLatin1(plan);
    }
    void shortAndInterruptedCallsGoOn()
    {
        QFETCH(QString, plan);
        for (const char* mode : {"new", "overwrite"}) {
            QFile::remove(target());
            if (qstrcmp(mode, "overwrite") == 0)
                put(target(), oldContent);
            const Run run = helper(plan, mode);
            // Two refused renames are a broken file system when the second was the plain one.
            const bool plainRefused = run.exit == 1 && plan.count(QStringLiteral("EINVAL")) == 2;
            QVERIFY2(run.faults > 0, "the fault was never reached");
            if (plainRefused) {
                QCOMPARE(QByteArray(mode), QByteArray("overwrite"));
                QCOMPARE(contentOf(target()), oldContent);
            } else {
                QCOMPARE(run.exit, 0);
                QCOMPARE(contentOf(target()), newContent());
            }
            QCOMPARE(entries().size(), 1);
        }
    }

    /// Some file systems, most FUSE mounts above all, neither keep a rename from replacing nor know
    /// hard links: a new file gets its name there all the same, and nobody else's is replaced.
    void aNewFileNeedsNeitherFlagsNorLinks_data()
    {
        QTest::addColumn<QString>("plan");
        QTest::addColumn<int>("exit");
        QTest::addColumn<int>("files"); // In the folder afterwards.
        const QString noFlags = QStringLiteral("rename:1:EINVAL"),
                      noLinks = noFlags + QStringLiteral(",link:1:EPERM");
        QTest::newRow("links") << noFlags << 0 << 1;
        QTest::newRow("no links") << noLinks << 0 << 1;
        QTest::newRow("both names stay") << noFlags + QStringLiteral(",unlink:1:EIO") << 0 << 2;
        QTest::newRow("link fails") << noFlags + QStringLiteral(",link:1:EIO") << 1 << 0;
        QTest::newRow("rename fails") << noLinks + QStringLiteral(",rename:2:EIO") << 1 << 0;
    }
    void aNewFileNeedsNeitherFlagsNorLinks()
    {
        QFETCH(QString, plan);
        QFETCH(int, exit);
        QFETCH(int, files);
        const Run run = helper(plan, "new");
        QCOMPARE(run.faults, int(plan.count(u',') + 1));
        QVERIFY2(run.exit == exit, qPrintable(run.error));
        QCOMPARE(entries().size(), files);
        QCOMPARE(QFile::exists(target()), exit == 0);
        if (exit == 0)
            QCOMPARE(contentOf(target()), newContent());
    }

    /// Where names cannot be swapped, a folder that cannot be flushed is said and nothing is lost.
    void saysWhenOnlyTheFolderFailed()
    {
        put(target(), oldContent);
        const Run run = helper(QStringLiteral("rename:1:EINVAL,fsync:2:EIO"), "overwrite");
        QCOMPARE(run.faults, 2);
        QCOMPARE(run.exit, 1);
        QVERIFY2(run.error.contains(QStringLiteral("is written, but")), qPrintable(run.error));
        QCOMPARE(contentOf(target()), newContent());
        QCOMPARE(entries().size(), 1);
    }

    void killLeavesOldOrWhole_data()
    {
        QTest::addColumn<QString>("call");
        QTest::addColumn<QString>("how");
        for (const char* call : {"pwrite", "ftruncate", "fsync", "close", "rename"})
            for (const char* how : {"KILL", "LATEKILL"})
                QTest::addRow("%s %s", call, how)
                    << QString::fromLatin1(call) << QString::fromLatin1(how);
    }
    void killLeavesOldOrWhole()
    {
        QFETCH(QString, call);
        QFETCH(QString, how);
        for (const char* mode : {"new", "overwrite"}) {
            for (int nth = 1;; ++nth) {
                QFile::remove(target());
                if (qstrcmp(mode, "overwrite") == 0)
                    put(target(), oldContent);
                const QByteArray before = contentOf(target());
                const Run run
                    = helper(QStringLiteral("%1:%2:%3").arg(call).arg(nth).arg(how), mode);
                if (run.faults == 0)
                    break;
                QCOMPARE(run.exit, -9);
                const QByteArray after = contentOf(target());
                QVERIFY(after == before || after == newContent());
                // The next run sweeps up.
                QCOMPARE(helper(QString(), "overwrite").exit, 0);
                QCOMPARE(entries(), QStringList{QStringLiteral("model.arrow")});
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestOutputFile)
#include "tst_output_file.moc"
