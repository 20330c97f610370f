#include "core/io/formats/arrow_inflated.h"
#include "tests/core/io/hand_made.h"

#include <QTest>
#include <atomic>
#include <lz4frame.h>
#include <thread>
#include <zstd.h>

using namespace aq;
using namespace aq::test;

namespace {

constexpr std::int64_t plainBytes = 4 << 20;

/// Counts what is read of it.
class CountedBytes final : public ByteSource {
public:
    explicit CountedBytes(const QByteArray& bytes)
        : m_bytes(bytes)
    {
    }
    std::int64_t size() const override { return m_bytes.size(); }
    Result<void> read(std::int64_t offset, MutableBytes into) const override
    {
        std::memcpy(into.data(), m_bytes.constData() + offset, into.size());
        count += std::int64_t(into.size());
        return {};
    }
    mutable std::atomic<std::int64_t> count = 0;

private:
    QByteArray m_bytes;
};

/// Bytes that compress a little, and differ everywhere.
QByteArray plain(std::int64_t bytes)
{
    QByteArray result = noise(bytes, 7);
    for (qsizetype i = 0; i < result.size(); ++i)
        result[i] = char(result[i] & 0x0F);
    return result;
}

QByteArray lz4(const QByteArray& bytes)
{
    LZ4F_preferences_t preferences{};
    preferences.frameInfo.contentChecksumFlag = LZ4F_contentChecksumEnabled;
    QByteArray frame(
        qsizetype(LZ4F_compressFrameBound(std::size_t(bytes.size()), &preferences)), '\0');
    frame.resize(qsizetype(LZ4F_compressFrame(frame.data(), std::size_t(frame.size()),
        bytes.constData(), std::size_t(bytes.size()), &preferences)));
    return frame;
}

QByteArray zstd(const QByteArray& bytes)
{
    ZSTD_CCtx* context = ZSTD_createCCtx();
    ZSTD_CCtx_setParameter(context, ZSTD_c_checksumFlag, 1);
    QByteArray frame(qsizetype(ZSTD_compressBound(std::size_t(bytes.size()))), '\0');
    frame.resize(qsizetype(ZSTD_compress2(context, frame.data(), std::size_t(frame.size()),
        bytes.constData(), std::size_t(bytes.size()))));
    ZSTD_freeCCtx(context);
    return frame;
}

struct Packed {
    QByteArray whole = plain(plainBytes), frame;
    std::shared_ptr<CountedBytes> file;
    ArrowCodec codec;

    explicit Packed(ArrowCodec kind)
        : frame(kind == ArrowCodec::Zstd ? zstd(whole) : lz4(whole))
        , file(std::make_shared<CountedBytes>(frame))
        , codec(kind)
    {
    }
    ArrowRun run() const { return {0, frame.size(), whole.size(), codec}; }
    bool equals(const ByteSource& source, std::int64_t offset, std::int64_t bytes) const
    {
        std::vector<std::byte> into(static_cast<std::size_t>(bytes));
        return source.read(offset, into)
            && std::memcmp(into.data(), whole.constData() + offset, into.size()) == 0;
    }
};

Error readError(const ByteSource& source, std::int64_t offset, std::int64_t bytes)
{
    std::vector<std::byte> into(static_cast<std::size_t>(bytes));
    const auto got = source.read(offset, into);
    return got ? Error{} : got.error();
}

} // namespace

class TestArrowInflated : public QObject {
    Q_OBJECT

    static void codecs()
    {
        QTest::addColumn<ArrowCodec>("codec");
        QTest::newRow("lz4") << ArrowCodec::Lz4Frame;
        QTest::newRow("zstd") << ArrowCodec::Zstd;
    }

private Q_SLOTS:
    void forwardsIsDecompressedOnce_data() { codecs(); }
    void forwardsIsDecompressedOnce()
    {
        QFETCH(ArrowCodec, codec);
        const Packed packed(codec);
        ArrowInflated inflated(packed.file, 100'000, 1 << 20); // The ring's seam moves.
        QCOMPARE(*inflated.add(packed.run(), QStringLiteral("w")), std::int64_t(0));
        QCOMPARE(inflated.size(), plainBytes);
        for (std::int64_t at = 0; at < plainBytes; at += 7'000)
            QVERIFY(packed.equals(inflated, at, std::min<std::int64_t>(7'000, plainBytes - at)));
        QVERIFY(packed.equals(inflated, plainBytes - 50'000, 50'000)); // Still in the window.
        QCOMPARE(packed.file->count.load(), std::int64_t(packed.frame.size()));
    }

    void backwardsStartsAgain_data() { codecs(); }
    void backwardsStartsAgain()
    {
        QFETCH(ArrowCodec, codec);
        const Packed packed(codec);
        ArrowInflated inflated(packed.file, 100'000, 1 << 20);
        QVERIFY(inflated.add(packed.run(), QStringLiteral("w")));
        for (const std::int64_t at : {3'000'000, 1'000'000, 2'900'000, 0, 4'000'000})
            QVERIFY(packed.equals(inflated, at, 150'000)); // More than a window at once.
        QVERIFY(packed.equals(inflated, 0, plainBytes));
    }

    void aWindowHasTheLastBytesAndNoMore()
    {
        const Packed packed(ArrowCodec::Lz4Frame);
        ArrowInflated inflated(packed.file, 100'000, 8 << 20);
        QVERIFY(inflated.add(packed.run(), QStringLiteral("w")));
        QVERIFY(packed.equals(inflated, 99'999, 1));
        QVERIFY(packed.equals(inflated, 100'000, 1)); // Decompressed up to 200,000.
        const std::int64_t once = packed.file->count;
        QVERIFY(packed.equals(inflated, 100'000, 100'000));
        QCOMPARE(packed.file->count.load(), once);
        QVERIFY(packed.equals(inflated, 99'999, 1));
        QVERIFY(packed.file->count > once);
    }

    void readersFarApartDoNotDisturb()
    {
        const Packed packed(ArrowCodec::Zstd);
        ArrowInflated inflated(packed.file, 100'000, 8 << 20);
        QVERIFY(inflated.add(packed.run(), QStringLiteral("w")));
        for (std::int64_t at = 0; at < 1'900'000; at += 10'000) {
            QVERIFY(packed.equals(inflated, at + 2'000'000, 10'000));
            QVERIFY(packed.equals(inflated, at, 10'000));
        }
        QVERIFY(packed.file->count <= 2 * packed.frame.size()); // Once for each of the two.
    }

    void threadsShareAWindow()
    {
        const Packed packed(ArrowCodec::Lz4Frame);
        ArrowInflated inflated(packed.file, 1 << 20, 8 << 20);
        QVERIFY(inflated.add(packed.run(), QStringLiteral("w")));
        constexpr std::int64_t tile = 10'000;
        std::atomic<std::int64_t> next = 0;
        std::atomic<bool> allEqual = true;
        std::vector<std::thread> threads;
        for (int i = 0; i < 4; ++i)
            threads.emplace_back([&] {
                for (std::int64_t at = next.fetch_add(tile); at + tile <= plainBytes;
                     at = next.fetch_add(tile))
                    if (!packed.equals(inflated, at, tile))
                        allEqual = false;
            });
        for (std::thread& thread : threads)
            thread.join();
        QVERIFY(allEqual);
    }

    void manyBuffersAreOneSource()
    {
        QByteArray file, whole;
        std::vector<ArrowRun> runs;
        for (int i = 0; i < 300; ++i) { // Far more than the limit keeps.
            const QByteArray part = noise(i * 13, unsigned(i));
            const QByteArray frame = i % 2 ? zstd(part) : lz4(part);
            runs.push_back({file.size(), frame.size(), part.size(),
                i % 2 ? ArrowCodec::Zstd : ArrowCodec::Lz4Frame});
            file += frame;
            whole += part;
        }
        ArrowInflated inflated(std::make_shared<CountedBytes>(file), 1000, 3 << 20);
        for (const ArrowRun& run : runs)
            QVERIFY(inflated.add(run, QStringLiteral("w")));
        QCOMPARE(inflated.size(), std::int64_t(whole.size()));
        std::vector<std::byte> all(std::size_t(whole.size())); // Across all seams, and in pieces.
        QVERIFY(inflated.read(0, all));
        QVERIFY(std::memcmp(all.data(), whole.constData(), all.size()) == 0);
        for (std::int64_t at = whole.size() - 5000; at >= 0; at -= 5000) {
            std::vector<std::byte> piece(5000);
            QVERIFY(inflated.read(at, piece));
            QVERIFY(std::memcmp(piece.data(), whole.constData() + at, piece.size()) == 0);
        }
    }

    void severalFramesInARow_data() { codecs(); }
    void severalFramesInARow()
    {
        QFETCH(ArrowCodec, codec);
        const QByteArray a = noise(5000, 1), b = noise(3000, 2);
        const auto pack = codec == ArrowCodec::Zstd ? zstd : lz4;
        const QByteArray frames = pack(a) + pack(b) + pack({});
        ArrowInflated inflated(std::make_shared<CountedBytes>(frames));
        QVERIFY(inflated.add({0, frames.size(), 8000, codec}, QStringLiteral("w")));
        std::vector<std::byte> all(8000);
        QVERIFY(inflated.read(0, all));
        QVERIFY(std::memcmp(all.data(), (a + b).constData(), all.size()) == 0);
    }

    void lengthMustBeTheFrames_data()
    {
        QTest::addColumn<ArrowCodec>("codec");
        QTest::addColumn<int>("claimed");
        QTest::addColumn<QString>("message");
        for (const bool isZstd : {false, true}) {
            const auto codec = isZstd ? ArrowCodec::Zstd : ArrowCodec::Lz4Frame;
            const QByteArray name = isZstd ? "zstd" : "lz4";
            QTest::newRow((name + " more").constData())
                << codec << 10'001 << QStringLiteral("ends after 10000 of 10001");
            QTest::newRow((name + " fewer").constData())
                << codec << 9'999 << QStringLiteral("more than the 9999 bytes");
        }
    }
    void lengthMustBeTheFrames()
    {
        QFETCH(ArrowCodec, codec);
        QFETCH(int, claimed);
        QFETCH(QString, message);
        const QByteArray bytes = noise(10'000, 3);
        const QByteArray frame = codec == ArrowCodec::Zstd ? zstd(bytes) : lz4(bytes);
        ArrowInflated inflated(std::make_shared<CountedBytes>(frame));
        QVERIFY(inflated.add({0, frame.size(), claimed, codec}, QStringLiteral("column 'w'")));
        const Error error = readError(inflated, 0, claimed);
        QVERIFY(error.code == ErrorCode::Corrupt);
        QCOMPARE(error.where, QStringLiteral("column 'w'"));
        QVERIFY2(error.detail.contains(message), qPrintable(error.detail));
    }

    void damageIsRefused_data() { codecs(); }
    void damageIsRefused()
    {
        QFETCH(ArrowCodec, codec);
        const QByteArray bytes = noise(10'000, 3);
        const QByteArray frame = codec == ArrowCodec::Zstd ? zstd(bytes) : lz4(bytes);
        std::vector<QByteArray> damaged{frame + QByteArray("x"), frame + QByteArray(8, '\0'),
            frame.chopped(1), frame.first(20)};
        for (qsizetype at = 0; at < frame.size(); at += 97) { // The frames have checksums.
            damaged.push_back(frame);
            damaged.back()[at] = char(frame[at] ^ 0x40);
        }
        for (std::size_t i = 0; i < damaged.size(); ++i) {
            ArrowInflated inflated(std::make_shared<CountedBytes>(damaged[i]));
            QVERIFY(inflated.add({0, damaged[i].size(), 10'000, codec}, QStringLiteral("w")));
            QVERIFY2(readError(inflated, 0, 10'000).code == ErrorCode::Corrupt,
                qPrintable(QString::number(i)));
            QVERIFY(readError(inflated, 0, 10'000).code == ErrorCode::Corrupt); // Also again.
        }
    }

    void rangesAreChecked()
    {
        const Packed packed(ArrowCodec::Zstd);
        ArrowInflated inflated(packed.file);
        QVERIFY(inflated.add(packed.run(), QStringLiteral("w")));
        QVERIFY(inflated.read(plainBytes, {}));
        for (const auto& [offset, bytes] :
            {std::pair(-1, 2), {int(plainBytes), 1}, {int(plainBytes) - 1, 2}})
            QVERIFY(readError(inflated, offset, bytes).code == ErrorCode::Corrupt);
        QVERIFY(!inflated.add({0, 8, std::numeric_limits<std::int64_t>::max(), ArrowCodec::Zstd},
            QStringLiteral("w")));
    }
};

QTEST_APPLESS_MAIN(TestArrowInflated)
#include "tst_arrow_inflated.moc"
