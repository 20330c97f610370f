#include "tests/app/cli_program.h"
#include "tests/core/jobs/job_fixture.h"
#include "tests/support/arrow_tables.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <limits>

using namespace aq;
using namespace aq::test;
using namespace Qt::StringLiterals;

namespace {

Run run(const QStringList& words) { return runProgram(words); }

std::vector<float> weights(std::size_t count, unsigned seed)
{
    return gaussian(count, 0.05F, seed);
}

const QStringList names{u"blk.0.attn_q.weight"_s, u"blk.0.ffn.weight"_s, u"Schicht 重み"_s};
const std::vector<Shape> shapes{{16, 256}, {32, 128}, {8, 4, 8, 32}};

/// Three layers of 4096, 4096 and 8192 weights.
ArrowTableBytes threeLayers(bool withShapes)
{
    return weightsTable(names, {weights(4096, 1), weights(4096, 2), weights(8192, 3)},
        withShapes ? shapes : std::vector<Shape>());
}

/// Two layers, of which the second has one value replaced.
ArrowTableBytes withBadValue(float value)
{
    auto bad = weights(2048, 2);
    bad[17] = value;
    return weightsTable({u"good"_s, u"bad.weight"_s}, {weights(2048, 1), bad});
}

QString jsonText(const QJsonArray& shape)
{
    return QString::fromUtf8(QJsonDocument(shape).toJson(QJsonDocument::Compact));
}

} // namespace

/// Arrow tables of weights on the command line.
class TestCliTables : public QObject {
    Q_OBJECT
    QTemporaryDir m_folder;

    QString path(const QString& name) const { return m_folder.filePath(name); }
    QStringList left() const
    {
        return QDir(m_folder.path())
            .entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
    }
    QString table(const QString& name, const ArrowTableBytes& bytes) const
    {
        const bool isStream = name.endsWith(u".arrows");
        if (!write(path(name), isStream ? bytes.stream() : bytes.file()))
            qFatal("cannot write the test's table");
        return path(name);
    }

private Q_SLOTS:
    void cleanup()
    {
        for (const QString& name : left())
            QVERIFY(QFile::remove(path(name)));
    }

    void aTableIsQuantizedIntoAModel_data()
    {
        QTest::addColumn<QString>("in");
        QTest::addColumn<bool>("withShapes");
        QTest::addColumn<QString>("out");
        for (const QString& in : {u"w.arrow"_s, u"w.arrows"_s})
            for (const bool withShapes : {true, false})
                for (const QString& out : {u"q.arrow"_s, u"q.arrows"_s, u"q.safetensors"_s})
                    QTest::addRow("%s %s %s", qPrintable(in), withShapes ? "shapes" : "no shapes",
                        qPrintable(out))
                        << in << withShapes << out;
        QTest::newRow("gguf") << u"w.arrow"_s << true << u"q.gguf"_s;
        QTest::newRow("gguf of a stream") << u"w.arrows"_s << true << u"q.gguf"_s;
    }
    void aTableIsQuantizedIntoAModel()
    {
        QFETCH(QString, in);
        QFETCH(bool, withShapes);
        QFETCH(QString, out);
        const QString model = table(in, threeLayers(withShapes)), result = path(out);
        const bool isGguf = out.endsWith(u"gguf");
        const Run quantized = run({u"quantize"_s, model, u"-o"_s, result, u"--bits"_s, u"8"_s,
            u"--report"_s, path(u"r.json"_s), u"--force-findings"_s});
        QCOMPARE(quantized.err, QByteArray());
        QCOMPARE(quantized.status, 0);
        const auto report
            = QJsonDocument::fromJson(contentsOf(path(u"r.json"_s))).object()[u"tensors"].toArray();
        QCOMPARE(report.size(), 3);
        for (const QJsonValue& row : report) {
            QVERIFY(names.contains(row[u"name"].toString()));
            QCOMPARE(row[u"scheme"].toString(), isGguf ? u"q8_0"_s : u"int8"_s);
            QCOMPARE(row[u"status"].toString(), u"passed"_s);
        }

        const Run looked = run({u"inspect"_s, result, u"--json"_s});
        QCOMPARE(looked.status, 0);
        QHash<QString, QString> found;
        for (const QJsonValue& tensor : looked.json()[u"tensors"].toArray())
            found[tensor[u"name"].toString()] = jsonText(tensor[u"shape"].toArray());
        QCOMPARE(found.value(names[2]), withShapes ? u"[8,4,8,32]"_s : u"[8192]"_s);
        QCOMPARE(found.size(), 3);
        QCOMPARE(run({u"validate"_s, model, result}).status, 0);

        const QString floats = path(u"floats.safetensors"_s);
        QCOMPARE(run({u"dequantize"_s, result, u"-o"_s, floats, u"--dtype"_s, u"f32"_s}).status, 0);
        QCOMPARE(run({u"validate"_s, model, floats}).status, 0);
        QCOMPARE(run({u"quantize"_s, result, u"-o"_s, path(u"again.arrow"_s), u"--set"_s,
                         u"keepOneDimensional=false"_s})
                     .status,
            0);
    }

    /// The same layers give the same rows, wherever they come from.
    void filesAndStreamsAreQuantizedAlike()
    {
        for (const QString& in : {u"w.arrow"_s, u"w.arrows"_s}) {
            const QString model = table(in, threeLayers(true));
            QCOMPARE(run({u"quantize"_s, model, u"-o"_s, path(in + u"-q.arrow"_s)}).status, 0);
        }
        const auto a = openModel(path(u"w.arrow-q.arrow"_s)),
                   b = openModel(path(u"w.arrows-q.arrow"_s));
        QVERIFY(a && b);
        for (const QString& name : names) {
            const Encoding &left = *tensorNamed(*a, name).encoding,
                           &right = *tensorNamed(*b, name).encoding;
            for (const auto blob : {&Encoding::codes, &Encoding::scales, &Encoding::zeros})
                QVERIFY(readAll(*a, left.*blob) == readAll(*b, right.*blob));
        }
    }

    /// As seed 003 asks: 128 where nobody said otherwise, and a short layer is one group.
    void groupsRunAlongARow()
    {
        const QString model = table(u"w.arrow"_s,
            weightsTable({u"full"_s, u"ragged"_s, u"two"_s},
                {weights(1024, 1), weights(100, 2), weights(200, 3)}));
        QCOMPARE(run({u"quantize"_s, model, u"-o"_s, path(u"q.arrow"_s), u"--set"_s,
                         u"keepBelowElements=0"_s})
                     .status,
            0);
        const auto result = openModel(path(u"q.arrow"_s));
        QVERIFY(result);
        const auto groups = [&](const QString& name) {
            const Encoding& encoding = *tensorNamed(*result, name).encoding;
            return std::pair(encoding.options.groupSize, int(encoding.scales.bytes / 4));
        };
        QCOMPARE(groups(u"full"_s), std::pair(128, 8));
        QCOMPARE(groups(u"ragged"_s), std::pair(128, 1));
        QCOMPARE(groups(u"two"_s), std::pair(128, 2));
    }

    void shortLayersAreKeptUnlessAsked()
    {
        const QString model = table(u"w.arrow"_s,
            weightsTable({u"long"_s, u"short"_s}, {weights(1024, 1), weights(100, 2)}));
        const Run plan = run({u"plan"_s, model, u"--json"_s});
        QCOMPARE(plan.status, 0);
        const QJsonArray tensors = plan.json()[u"tensors"].toArray();
        QCOMPARE(tensors[0][u"scheme"].toString(), u"int4"_s);
        QCOMPARE(tensors[1][u"scheme"].toString(), u"keep"_s);
    }

    void ggufNeedsShapes()
    {
        const QString model = table(u"w.arrow"_s, threeLayers(false));
        const Run plan = run({u"plan"_s, model, u"--target"_s, u"gguf"_s, u"--json"_s});
        QCOMPARE(plan.status, 0);
        for (const QJsonValue& tensor : plan.json()[u"tensors"].toArray())
            QVERIFY2(tensor[u"reason"].toString().contains(u"1-D"),
                qPrintable(tensor[u"reason"].toString()));
    }

    void manyLayersKeepTheirOrder()
    {
        QStringList layers;
        std::vector<std::vector<float>> values;
        for (int i = 99; i >= 0; --i) {
            layers << u"layer.%1"_s.arg(i);
            values.push_back(weights(1100, unsigned(i)));
        }
        const QString model = table(u"w.arrows"_s, weightsTable(layers, values));
        QByteArray first;
        for (const char* threads : {"1", "4"}) {
            const QString out = path(u"q%1.arrows"_s.arg(QLatin1StringView(threads)));
            QCOMPARE(run({u"quantize"_s, model, u"-o"_s, out, u"--threads"_s,
                             QString::fromLatin1(threads)})
                         .status,
                0);
            const auto result = openModel(out);
            QVERIFY(result);
            for (qsizetype i = 0; i < layers.size(); ++i)
                QCOMPARE(result->header().tensors[std::size_t(i)].name, layers[i]);
            if (first.isEmpty())
                first = sha256(out);
            QCOMPARE(sha256(out), first);
        }
    }

    void anEmptyTableIsAModelWithoutLayers()
    {
        const QString model = table(u"w.arrow"_s, weightsTable({}, {}));
        const Run looked = run({u"inspect"_s, model, u"--json"_s});
        QCOMPARE(looked.status, 0);
        QVERIFY(looked.json()[u"tensors"].toArray().isEmpty());
        const Run quantized = run({u"quantize"_s, model, u"-o"_s, path(u"q.arrow"_s)});
        QCOMPARE(quantized.err, QByteArray());
        QCOMPARE(quantized.status, 0);
        QCOMPARE(run({u"inspect"_s, path(u"q.arrow"_s)}).status, 0);
    }

    void whatCannotBeUsedIsNamed_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QByteArray>("stream");
        QTest::addColumn<QStringList>("says");
        const auto row
            = [](const char* name, const ArrowTableBytes& bytes, const QStringList& says) {
                  QTest::newRow(name) << bytes.file() << bytes.stream() << says;
              };
        const QStringList two{u"a"_s, u"b"_s};
        const std::vector<std::vector<float>> values{{1, 2, 3}, {4, 5, 6}};
        row("no names", ArrowTableBytes().floats("weights", values),
            {u"'layer_name'"_s, u"missing"_s});
        row("no weights", ArrowTableBytes().texts("layer_name", two),
            {u"'weights'"_s, u"Arrow table"_s});
        row("names are numbers",
            ArrowTableBytes().int32s("layer_name", {1, 2}).floats("weights", values),
            {u"'layer_name'"_s, u"int32"_s, u"expected utf8"_s});
        row("weights are numbers",
            ArrowTableBytes().texts("layer_name", two).int32s("weights", {1, 2}),
            {u"'weights'"_s, u"int32"_s, u"expected list"_s});
        row("weights are integers",
            ArrowTableBytes().texts("layer_name", two).longs("weights", {{1}, {2}}),
            {u"'weights'"_s, u"list<int64>"_s, u"expected list"_s});
        row("shapes are texts",
            ArrowTableBytes()
                .texts("layer_name", two)
                .floats("weights", values)
                .texts("shape", two),
            {u"'shape'"_s, u"utf8"_s, u"expected list"_s});
        row("a shape of other weights", weightsTable(two, values, {{3}, {2, 2}}),
            {u"b: "_s, u"shape"_s, u"4 weights"_s, u"3"_s});
        row("a negative extent", weightsTable(two, values, {{3}, {-3}}), {u"b: "_s, u"shape"_s});
        row("a shape too large",
            weightsTable(two, values, {{3}, {std::int64_t(1) << 40, std::int64_t(1) << 40}}),
            {u"b: "_s, u"shape"_s});
        row("a name twice", weightsTable({u"a"_s, u"a"_s}, values), {u"a: "_s, u"two rows"_s});
        row("NaN", withBadValue(std::numeric_limits<float>::quiet_NaN()),
            {u"bad.weight: "_s, u"17"_s, u"NaN"_s});
        row("infinity", withBadValue(std::numeric_limits<float>::infinity()),
            {u"bad.weight: "_s, u"17"_s, u"Inf"_s});
        row("negative infinity", withBadValue(-std::numeric_limits<float>::infinity()),
            {u"bad.weight: "_s, u"17"_s, u"-Inf"_s});
    }
    void whatCannotBeUsedIsNamed()
    {
        QFETCH(QByteArray, file);
        QFETCH(QByteArray, stream);
        QFETCH(QStringList, says);
        for (const QString& name : {u"w.arrow"_s, u"w.arrows"_s}) {
            QVERIFY(write(path(name), name.endsWith(u's') ? stream : file));
            const Run refused = run({u"quantize"_s, path(name), u"-o"_s, path(u"q.arrow"_s)});
            const QString text = QString::fromUtf8(refused.err);
            QCOMPARE(refused.status, 3);
            QVERIFY2(text.count(u'\n') == 1 && text.endsWith(u'\n') && text.size() <= 241,
                refused.err.constData());
            QVERIFY2(text.startsWith(path(name) + u": "_s), refused.err.constData());
            for (const QString& word : std::as_const(says))
                QVERIFY2(text.mid(path(name).size()).contains(word), refused.err.constData());
            QVERIFY(QFile::remove(path(name)));
            QCOMPARE(left(), QStringList());
        }
    }

    void onErrorTheGoodLayersAreWritten()
    {
        const QString model
            = table(u"w.arrow"_s, withBadValue(std::numeric_limits<float>::quiet_NaN()));
        const Run done = run({u"quantize"_s, model, u"-o"_s, path(u"q.arrows"_s), u"--bits"_s,
            u"8"_s, u"--continue-on-error"_s, u"--report"_s, path(u"r.json"_s)});
        QCOMPARE(done.status, 4); // A layer without its values' errors cannot pass.
        QVERIFY2(done.out.contains("bad.weight"), done.out.constData());
        const auto report
            = QJsonDocument::fromJson(contentsOf(path(u"r.json"_s))).object()[u"tensors"].toArray();
        QCOMPARE(report[0][u"status"].toString(), u"passed"_s);
        QCOMPARE(report[1][u"status"].toString(), u"failed"_s);
        const auto source = openModel(model), result = openModel(path(u"q.arrows"_s));
        QVERIFY(source && result);
        QVERIFY(tensorNamed(*result, u"good"_s).encoding);
        const TensorInfo& bad = tensorNamed(*result, u"bad.weight"_s);
        QVERIFY(!bad.encoding);
        QCOMPARE(elementsOf(*result, bad), elementsOf(*source, tensorNamed(*source, bad.name)));
    }

    void wrongUsageIsRefused_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::newRow("bits") << QStringList{u"-o"_s, u"q.arrow"_s, u"--bits"_s, u"7"_s};
        QTest::newRow("another extension") << QStringList{
            u"-o"_s, u"q.arrows"_s, u"--set"_s, u"target=arrow"_s, u"--bits"_s, u"9"_s};
        QTest::newRow("no such extension") << QStringList{u"-o"_s, u"q.arroww"_s};
    }
    void wrongUsageIsRefused()
    {
        QFETCH(QStringList, words);
        const QString model = table(u"w.arrow"_s, threeLayers(true));
        const Run refused = run(QStringList{u"quantize"_s, model} + words);
        QCOMPARE(refused.status, 2);
        QVERIFY(refused.err.startsWith("arrowquant-cli: "));
        QCOMPARE(left(), QStringList{u"w.arrow"_s});
    }

    /// A stream cut off anywhere is refused, or is a shorter stream: never read past its end.
    void aTornStreamIsRefused()
    {
        const QByteArray whole = threeLayers(true).stream();
        for (const double share : {0.02, 0.2, 0.5, 0.99}) {
            QVERIFY(
                write(path(u"w.arrows"_s), whole.left(qsizetype(share * double(whole.size())))));
            const Run refused = run({u"inspect"_s, path(u"w.arrows"_s)});
            QCOMPARE(refused.status, 3);
            QVERIFY(refused.err.startsWith(path(u"w.arrows"_s).toUtf8()));
        }
    }

private:
    static QByteArray readAll(const ModelSource& model, const Blob& blob)
    {
        QByteArray bytes(blob.bytes, '\0');
        const auto read = model.readBlob(
            blob, 0, std::as_writable_bytes(std::span(bytes.data(), std::size_t(bytes.size()))));
        return read ? bytes : QByteArray("cannot be read");
    }
};

QTEST_GUILESS_MAIN(TestCliTables)
#include "tst_cli_tables.moc"
