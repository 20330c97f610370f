#include "core/io/record_file.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace aq;

namespace {

const QByteArray kind("test records");

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(none)");
}

bool put(const QString& path, const QByteArray& content)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
}

const std::vector<QByteArray> three{"one", "", "three, with \"quotes\""};

} // namespace

class TestRecordFile : public QObject {
    Q_OBJECT
    QTemporaryDir m_folder;
    QString path() const { return m_folder.filePath(QStringLiteral("records")); }

    std::unique_ptr<RecordFile> opened() const
    {
        auto file = RecordFile::open(path(), kind);
        return file ? *std::move(file) : nullptr;
    }
    std::vector<QByteArray> records() const
    {
        auto file = opened();
        return file ? file->take() : std::vector<QByteArray>{"cannot be opened"};
    }

private Q_SLOTS:
    void init() { QFile::remove(path()); }

    void whatWasAppendedIsReadInOrder()
    {
        QVERIFY(opened()->isNew());
        QVERIFY(!opened()->isNew());
        QVERIFY(records().empty());
        QVERIFY(opened()->append({three[0], three[1]}));
        QVERIFY(opened()->append({three[2]}));
        QVERIFY(records() == three);
        QVERIFY(opened()->syncFolder());
        QVERIFY(opened()->clear());
        QVERIFY(records().empty());
        QVERIFY(opened()->append(three));
        QVERIFY(records() == three);
        opened()->remove();
        QVERIFY(!QFile::exists(path()));
    }

    void tornAtAnyByteTheWholeRecordsHold()
    {
        QVERIFY(opened()->append(three));
        const QByteArray whole = contentOf(path());
        for (qsizetype size = 0; size < whole.size(); ++size) {
            QVERIFY(put(path(), whole.first(size)));
            const auto read = records();
            QVERIFY(read.size() < 3u);
            QVERIFY(std::equal(read.begin(), read.end(), three.begin()));
            // And what is appended now follows them.
            QVERIFY(opened()->append({"more"}));
            auto expected = read;
            expected.push_back("more");
            QVERIFY(records() == expected);
        }
    }

    void damageEndsWhatHolds()
    {
        QVERIFY(opened()->append(three));
        const QByteArray whole = contentOf(path());
        for (qsizetype at = kind.size() + 1; at < whole.size(); ++at) {
            QByteArray bad = whole;
            bad[at] = char(bad[at] ^ 1);
            QVERIFY(put(path(), bad));
            const auto read = records();
            QVERIFY(read.size() < 3u);
            QVERIFY(std::equal(read.begin(), read.end(), three.begin()));
        }
    }

    void recordsCannotBeLeftOutOrSwapped()
    {
        QVERIFY(opened()->append(three));
        QByteArrayList lines = contentOf(path()).split('\n');
        lines.swapItemsAt(1, 2);
        QVERIFY(put(path(), lines.join('\n')));
        QVERIFY(records().empty());
        lines.removeAt(1);
        QVERIFY(put(path(), lines.join('\n')));
        QCOMPARE(records().size(), 1u);
    }

    void otherFilesAreLeftAlone_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("text") << QByteArray("something else");
        QTest::newRow("another kind") << QByteArray("test recordz\n");
        QTest::newRow("longer kind") << QByteArray("test records 2\n");
    }
    void otherFilesAreLeftAlone()
    {
        QFETCH(QByteArray, content);
        QVERIFY(put(path(), content));
        const auto file = RecordFile::open(path(), kind);
        QVERIFY(!file);
        QCOMPARE(file.error().code, ErrorCode::WriteFailed);
        QCOMPARE(contentOf(path()), content);
    }

    void hasOneUser()
    {
        const auto first = opened();
        QVERIFY(first);
        const auto second = RecordFile::open(path(), kind);
        QVERIFY(!second);
        QVERIFY(second.error().detail.contains(QStringLiteral("in use")));
    }

    void aMissingFolderIsAnError()
    {
        const auto file = RecordFile::open(m_folder.filePath(QStringLiteral("none/records")), kind);
        QVERIFY(!file);
        QCOMPARE(file.error().code, ErrorCode::WriteFailed);
        QVERIFY(!RecordFile::open(m_folder.path(), kind));
    }
};

QTEST_GUILESS_MAIN(TestRecordFile)
#include "tst_record_file.moc"
