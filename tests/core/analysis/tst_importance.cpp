#include "core/analysis/importance.h"
#include "tests/core/io/gguf_bytes.h"
#include "tests/core/quant/affine_support.h"
#include "tests/support/model_files.h"

#include <QTemporaryDir>
#include <QTest>
#include <cmath>
#include <limits>
#include <numeric>

using namespace aq;
using namespace aq::test;

using namespace Qt::StringLiterals;

namespace {

QByteArray floats(std::initializer_list<float> values)
{
    QByteArray bytes;
    for (const float value : values)
        bytes += le(value);
    return bytes;
}

QByteArray legacyText(const QByteArray& bytes) { return le(qint32(bytes.size())) + bytes; }

/// Of a legacy file: name, calls, values.
QByteArray entry(const QByteArray& name, qint32 calls, std::initializer_list<float> sums)
{
    return legacyText(name) + le(calls) + le(qint32(sums.size())) + floats(sums);
}

QByteArray legacyFile()
{
    return le(2) + entry("blk.0.attn_q.weight", 4, {4, 8, 0, 20})
        + entry("blk.0.ffn.weight", 2, {2, 2}) + le(17) + legacyText("wiki.txt");
}

QByteArray ggufFile(
    const QByteArray& sums, const QByteArray& counts, qint64 columns, qint64 experts)
{
    return GgufFile()
        .stringKey("general.type", "imatrix")
        .arrayKey("imatrix.datasets", 8, 2, text("a.txt") + text("b.txt"))
        .key("imatrix.chunk_count", 4, le(17u))
        .key("imatrix.chunk_size", 4, le(512u))
        .tensor("w.in_sum2", {columns, experts}, 0, sums)
        .tensor("w.counts", {1, experts}, 0, counts)
        .bytes();
}

double sumOf(const std::vector<float>& x) { return std::accumulate(x.begin(), x.end(), 0.0); }

} // namespace

class ImportanceTest : public QObject {
    Q_OBJECT
    QTemporaryDir m_folder;

    QString path() const { return m_folder.filePath(u"x.imatrix"_s); }
    Result<ImportancePtr> load(const QByteArray& bytes) const
    {
        return write(path(), bytes) ? loadImportance(path())
                                    : Result<ImportancePtr>(ImportancePtr());
    }

    /// Four rows of 256 weights, with or without unequal weights of columns.
    static Encoded encoded(const Scheme& scheme, const SchemeOptions& options, bool isWeighed)
    {
        std::vector<float> x, h;
        for (int i = 0; i < 4 * 256; ++i)
            x.push_back(std::sin(float(i) * 1.7f) + std::sin(float(i) * 0.31f));
        for (int i = 0; i < 256 && isWeighed; ++i)
            h.push_back(i % 7 == 0 ? 9.f : 0.1f);
        const auto done = encode(scheme, options, x, {4, 256}, 0, h);
        return done ? *done : Encoded();
    }

private Q_SLOTS:
    void readsLegacyFiles()
    {
        const auto matrix = load(legacyFile());
        QVERIFY2(matrix, qPrintable(matrix ? QString() : textOf(matrix.error())));
        QCOMPARE((*matrix)->columns.size(), 2);
        QVERIFY(((*matrix)->columns[u"blk.0.attn_q.weight"_s] == std::vector<float>{1, 2, 0, 5}));
        QVERIFY(((*matrix)->columns[u"blk.0.ffn.weight"_s] == std::vector<float>{1, 1}));
        QCOMPARE((*matrix)->chunks, 17);
        QCOMPARE((*matrix)->datasets, QStringList(u"wiki.txt"_s));
        QCOMPARE((*matrix)->path, path());
    }

    void theEndOfALegacyFileIsOptional()
    {
        const QByteArray body = le(1) + entry("w", 0, {3, 1});
        for (const QByteArray& end : {QByteArray(), le(5), le(5) + le(0), le(-1)}) {
            const auto matrix = load(body + end);
            QVERIFY2(matrix, qPrintable(matrix ? QString() : textOf(matrix.error())));
            QVERIFY(((*matrix)->columns[u"w"_s] == std::vector<float>{3, 1})); // 0 calls: as it is.
            QCOMPARE((*matrix)->chunks, end.startsWith('\5') ? 5 : 0);
        }
    }

    void readsGgufFiles()
    {
        const auto matrix = load(ggufFile(floats({4, 8, 0, 20}), floats({4}), 4, 1));
        QVERIFY2(matrix, qPrintable(matrix ? QString() : textOf(matrix.error())));
        QVERIFY(((*matrix)->columns[u"w"_s] == std::vector<float>{1, 2, 0, 5}));
        QCOMPARE((*matrix)->chunks, 17);
        QCOMPARE((*matrix)->datasets, QStringList({u"a.txt"_s, u"b.txt"_s}));
    }

    void expertsShareOneVector() // Mean over all inputs; an expert without any does not count.
    {
        const auto matrix = load(ggufFile(floats({1, 2, 9, 9, 5, 6}), floats({1, 0, 3}), 2, 3));
        QVERIFY(matrix);
        QVERIFY(((*matrix)->columns[u"w"_s] == std::vector<float>{1.5f, 2}));
        const auto silent = load(ggufFile(floats({0, 0}), floats({0}), 2, 1));
        QVERIFY(silent);
        QVERIFY((*silent)->columns.isEmpty());
        const auto legacy = load(le(1) + entry("blk.0.ffn_up_exps.weight", 1, {1, 2, 3, 4}));
        QVERIFY(legacy); // How many experts is not told.
        QVERIFY((*legacy)->columns.isEmpty());
    }

    void weightsHaveAMeanOfOne()
    {
        ImportanceMatrix matrix;
        matrix.columns[u"w"_s] = {1, 2, 0, 5};
        const auto weights = matrix.forTensor(u"w"_s, 4);
        QCOMPARE(weights.size(), 4u);
        QVERIFY(std::abs(sumOf(weights) - 4) < 1e-6);
        QVERIFY(std::abs(weights[1] / weights[0] - 2) < 1e-6f);
        QVERIFY(std::abs(weights[3] / weights[0] - 5) < 1e-6f);
        QVERIFY(weights[2] > 0 && weights[2] < 0.01f); // Silent columns are not ignored.
    }

    void weightsDoNotOverflow()
    {
        constexpr float most = std::numeric_limits<float>::max();
        ImportanceMatrix matrix;
        matrix.columns[u"w"_s] = {most, most, most / 2};
        matrix.columns[u"tiny"_s] = {1e-45f, 0};
        for (const float weight : matrix.forTensor(u"w"_s, 3))
            QVERIFY(weight > 0.5f && weight < 1.3f);
        const auto tiny = matrix.forTensor(u"tiny"_s, 2);
        QVERIFY(std::abs(sumOf(tiny) - 2) < 1e-6 && tiny[1] > 0);
    }

    void weightsFitTheRow()
    {
        ImportanceMatrix matrix;
        matrix.columns[u"w"_s] = {1, 3};
        matrix.columns[u"zero"_s] = {0, 0};
        QVERIFY((matrix.forTensor(u"w"_s, 6) == std::vector<float>{0.5, 1.5, 0.5, 1.5, 0.5, 1.5}));
        for (const std::int64_t elements : {-2, 0, 1, 3, 5})
            QVERIFY(matrix.forTensor(u"w"_s, elements).empty());
        QVERIFY(matrix.forTensor(u"other"_s, 2).empty());
        QVERIFY(matrix.forTensor(u"zero"_s, 2).empty()); // Nothing is known of it.
    }

    void rejectsDamage_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QString>("why");
        constexpr float nan = std::numeric_limits<float>::quiet_NaN();
        constexpr float infinite = std::numeric_limits<float>::infinity();
        const auto row = [](const char* tag, const QByteArray& file, const char* why) {
            QTest::newRow(tag) << file << QString::fromLatin1(why);
        };
        row("empty", "", "too short");
        row("three bytes", "abc", "too short");
        row("no entries", le(0), "claims 0 entries");
        row("negative", le(-1) + legacyFile(), "claims -1 entries");
        row("text", "hello, this is text", "claims 1819043176 entries");
        row("many", le(1 << 30) + legacyFile(), "claims 1073741824 entries");
        row("name past the end", le(1) + le(1 << 20) + QByteArray(64, 'x'),
            "entry 1: 1048576 items of 1 bytes");
        row("negative name", le(1) + le(-4) + QByteArray(64, 'x'), "entry 1: -4 items");
        row("no name", le(1) + entry("", 1, {1, 2}), "or no name");
        row("negative calls", le(1) + entry("w", -1, {1}), "entry 1: w: has -1 calls");
        row("no values", le(1) + legacyText("w") + le(1) + le(0) + QByteArray(9, 'x'),
            "w: has 1 calls and 0 values");
        row("values past the end", le(1) + legacyText("w") + le(1) + le(1 << 30) + "1234",
            "w: 1073741824 items of 4 bytes");
        row("NaN", le(1) + entry("w", 1, {1, nan}), "w: value 1 is nan");
        row("infinite", le(1) + entry("w", 1, {infinite}), "w: value 0 is inf");
        row("less than nothing", le(1) + entry("w", 1, {-1}), "w: value 0 is -1");
        row("name twice", le(2) + entry("w", 1, {1}) + entry("w", 1, {1}),
            "stands in the file twice");
        row("a byte after the entries", le(1) + entry("w", 1, {1}) + "x", "after the last entry");
        row("text past the end", le(1) + entry("w", 1, {1}) + le(1) + le(99), "99 items of 1");
        row("GGUF, damaged", "GGUF", "bytes are needed");
        row("GGUF without a matrix", GgufFile().tensor("w", {1}, 0, "abcd").bytes(),
            "without an importance matrix");
        row("GGUF without counts", GgufFile().tensor("w.in_sum2", {1}, 0, "abcd").bytes(),
            "w: has no .counts");
        row("GGUF of F16",
            GgufFile()
                .tensor("w.in_sum2", {2}, 1, "abcd")
                .tensor("w.counts", {1}, 0, "abcd")
                .bytes(),
            "w.in_sum2: is not F32");
        row("GGUF of no whole experts",
            GgufFile()
                .tensor("w.in_sum2", {3}, 0, floats({1, 2, 3}))
                .tensor("w.counts", {2}, 0, floats({1, 2}))
                .bytes(),
            "w: 3 sums and 2 counts");
        row("GGUF with NaN", ggufFile(floats({nan, 2}), floats({1}), 2, 1), "w: value 0 is nan");
        row("GGUF with a negative sum", ggufFile(floats({1, -2}), floats({1}), 2, 1), "w: value 1");
        row("GGUF with a negative count", ggufFile(floats({1, 2}), floats({-1}), 2, 1),
            "w: count 0 is -1");
        row("GGUF with a count of NaN", ggufFile(floats({1, 2}), floats({nan}), 2, 1),
            "w: count 0 is nan");
    }
    void rejectsDamage()
    {
        QFETCH(QByteArray, file);
        QFETCH(QString, why);
        const auto matrix = load(file);
        QVERIFY(!matrix);
        const QString message = textOf(matrix.error());
        QVERIFY2(message.startsWith(path()) && message.contains(why), qPrintable(message));
    }

    /// Of every scheme, search and group size: where it says no, the bytes are those without
    /// weights.
    void saysWhichSchemesWeighColumns()
    {
        for (const Scheme* scheme : schemes())
            for (const Search search : {Search::None, Search::Balanced, Search::Best})
                for (const int groupSize : {64, 0}) {
                    if (groupSize == 0 && qstrcmp(scheme->family, "affine") != 0)
                        continue; // Blocks have their own scales.
                    const SchemeOptions options
                        = optionsFor(Symmetry::Asymmetric, groupSize, search);
                    const bool differ
                        = encoded(*scheme, options, true) != encoded(*scheme, options, false);
                    const auto which = QStringLiteral("%1, search %2, groups of %3")
                                           .arg(QLatin1StringView(scheme->id))
                                           .arg(int(search))
                                           .arg(groupSize);
                    QVERIFY2(differ == weighsColumns(*scheme, options), qPrintable(which));
                }
    }

    void survivesTruncationAndChanges()
    {
        for (const QByteArray& whole :
            {legacyFile(), ggufFile(floats({4, 8, 0, 20}), floats({4}), 4, 1)})
            for (qsizetype at = 0; at < whole.size(); ++at) {
                static_cast<void>(bool(readImportance(*inMemory(whole.left(at)))));
                for (const char value : {'\0', '\x7f', '\xff'}) {
                    QByteArray changed = whole;
                    changed[at] = value;
                    static_cast<void>(bool(readImportance(*inMemory(changed))));
                }
            }
    }

    void saysWhichFileIsMissing()
    {
        const auto matrix = loadImportance(m_folder.filePath(u"none"_s));
        QVERIFY(!matrix);
        QVERIFY(textOf(matrix.error()).contains(u"none: No such file"_s));
    }
};

QTEST_GUILESS_MAIN(ImportanceTest)
#include "tst_importance.moc"
