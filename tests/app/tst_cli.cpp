#include "core/quant/kernels/kernels.h"
#include "tests/app/cli_program.h"
#include "tests/core/jobs/job_fixture.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <csignal>
#include <limits>

using namespace aq;
using namespace aq::test;
using namespace Qt::StringLiterals;

/// What a run of the program left behind.
class TestCli : public QObject {
    Q_OBJECT
    static Run run(const QStringList& words, const QStringList& environment = {})
    {
        return runProgram(words, environment);
    }
    static QJsonObject object(const QByteArray& json)
    {
        return QJsonDocument::fromJson(json).object();
    }

    static std::vector<TestTensor> model()
    {
        return {floatTensor(u"blk.0.weight"_s, {128, 256}, 1),
            floatTensor(u"blk.0.bias"_s, {128}, 2),
            floatTensor(u"blk.1.weight"_s, {64, 8, 3, 3}, 3)};
    }
    /// A legacy importance matrix: one entry, one call.
    static QByteArray importanceFile(const QByteArray& name, int columns, float weight = 1)
    {
        QByteArray matrix;
        const auto number = [&](qint32 value) {
            matrix.append(reinterpret_cast<const char*>(&value), sizeof value);
        };
        number(1), number(qint32(name.size())), matrix.append(name), number(1), number(columns);
        return matrix + bytesOf(std::vector<float>(std::size_t(columns), weight));
    }
    /// One line, at most 240 characters, that begins with `path`.
    static bool isErrorLine(const QByteArray& err, const QString& path)
    {
        const QString text = QString::fromUtf8(err);
        return text.count(u'\n') == 1 && text.endsWith(u'\n') && text.size() <= 241
            && text.startsWith(path);
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY(QFile::exists(QStringLiteral(AQ_CLI))); }

    void inspectListsTheModel()
    {
        const JobFixture job(model());
        const Run r = run({u"inspect"_s, job.source.path(), u"--json"_s});
        QCOMPARE(r.status, 0);
        const QJsonObject json = object(r.out);
        QCOMPARE(json[u"path"].toString(), job.source.path());
        QCOMPARE(json[u"format"].toString(), u"safetensors"_s);
        QCOMPARE(json[u"parameters"].toInteger(), 128 * 256 + 128 + 64 * 72);
        QCOMPARE(json[u"bytes"].toInteger(), QFileInfo(job.source.path()).size());
        QCOMPARE(json[u"tensors"].toArray().size(), 3);
        const QJsonObject last = json[u"tensors"].toArray()[2].toObject();
        QCOMPARE(last[u"name"].toString(), u"blk.1.weight"_s);
        QCOMPARE(last[u"dtype"].toString(), u"F32"_s);
        QCOMPARE(last[u"shape"].toArray(), (QJsonArray{64, 8, 3, 3}));
        QCOMPARE(last[u"bytes"].toInteger(), 64 * 72 * 4);
        const Run table = run({u"inspect"_s, job.source.path()});
        QCOMPARE(table.status, 0);
        QVERIFY(table.out.contains("3 tensors, 37504 parameters"));
    }

    void planAndMeasureWriteNothing()
    {
        const JobFixture job(model());
        for (const char* command : {"plan", "measure"}) {
            const Run r = run({QString::fromLatin1(command), job.source.path(), u"--bits"_s, u"3"_s,
                u"--json"_s});
            QCOMPARE(r.status, 0);
            const QJsonObject first = object(r.out)[u"tensors"].toArray()[0].toObject();
            QCOMPARE(first[u"scheme"].toString(), u"int3"_s);
            QCOMPARE(run({QString::fromLatin1(command), job.source.path()}).status, 0);
            QCOMPARE(job.names(), QStringList{u"in.safetensors"_s});
        }
    }

    void quantizeValidateDequantize()
    {
        const JobFixture job(model());
        const QString out = job.path(u"out.safetensors"_s), report = job.path(u"r.json"_s);
        const Run q = run(
            {u"quantize"_s, job.source.path(), u"-o"_s, out, u"--bits"_s, u"8"_s, u"--report"_s,
                report, u"--report"_s, job.path(u"r.html"_s), u"--report"_s, job.path(u"r.csv"_s)});
        QCOMPARE(q.err, QByteArray());
        QCOMPARE(q.status, 0);
        QVERIFY(contentsOf(job.path(u"r.html"_s)).contains("<svg"));
        QCOMPARE(contentsOf(job.path(u"r.csv"_s)).trimmed().count('\n'), 3);
        const QJsonObject written = object(contentsOf(report));
        QVERIFY(written[u"summary"].toObject()[u"passed"].toBool());
        QCOMPARE(written[u"output"].toString(), out);

        const Run v = run({u"validate"_s, job.source.path(), out, u"--json"_s});
        QCOMPARE(v.status, 0);
        QCOMPARE(object(v.out)[u"tensors"].toArray(), written[u"tensors"].toArray());

        const QString floats = job.path(u"floats.safetensors"_s);
        QCOMPARE(run({u"dequantize"_s, out, u"-o"_s, floats, u"--dtype"_s, u"f32"_s}).status, 0);
        const Run same = run({u"validate"_s, job.source.path(), floats, u"--json"_s});
        QCOMPARE(same.status, 0);
        const auto relRmse = [](const QByteArray& json) {
            return object(json)[u"summary"].toObject()[u"relRmse"].toDouble();
        };
        QVERIFY(relRmse(same.out) == relRmse(v.out));
    }

    /// Two bits are too few for that cosine; a repair gives as many as it takes.
    void repairRaisesWhatMisses()
    {
        const JobFixture job(model());
        const QString out = job.path(u"out.gguf"_s);
        const QStringList words{u"quantize"_s, job.source.path(), u"-o"_s, out, u"--bits"_s, u"2"_s,
            u"--set"_s, u"minCosine=0.99"_s, u"--force"_s};
        QCOMPARE(run(words).status, 4);
        const Run repaired = run(words + QStringList{u"--repair"_s});
        QCOMPARE(repaired.status, 0);
        QVERIFY2(repaired.out.contains("1 raised: blk.0.weight (q"), repaired.out.constData());
        QCOMPARE(run({u"validate"_s, job.source.path(), out}).status, 0);
        QCOMPARE(job.names().size(), 2);
    }

    void exitStatusTellsWhatHappened_data()
    {
        QTest::addColumn<QStringList>("words"); // IN, OUT and DIR stand for paths.
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("begins");
        QTest::newRow("no command") << QStringList{} << 2 << u"arrowquant-cli: "_s;
        QTest::newRow("unknown command") << QStringList{u"batch"_s} << 2 << u"arrowquant-cli: "_s;
        QTest::newRow("unknown option")
            << QStringList{u"inspect"_s, u"IN"_s, u"--x"_s} << 2 << u"arrowquant-cli: "_s;
        QTest::newRow("no model") << QStringList{u"inspect"_s} << 2 << u"arrowquant-cli: MODEL"_s;
        QTest::newRow("two models")
            << QStringList{u"inspect"_s, u"IN"_s, u"IN"_s} << 2 << u"arrowquant-cli: "_s;
        QTest::newRow("no output")
            << QStringList{u"quantize"_s, u"IN"_s} << 2 << u"arrowquant-cli: -o"_s;
        QTest::newRow("bits") << QStringList{u"quantize"_s, u"IN"_s, u"-o"_s, u"OUT"_s, u"--bits"_s,
            u"7"_s} << 2 << u"arrowquant-cli: --bits"_s;
        QTest::newRow("report") << QStringList{u"measure"_s, u"IN"_s, u"--report"_s, u"x.pdf"_s}
                                << 2 << u"arrowquant-cli: --report"_s;
        QTest::newRow("missing") << QStringList{u"inspect"_s, u"DIR/none"_s} << 3
                                 << u"DIR/none: "_s;
        QTest::newRow("not a model")
            << QStringList{u"inspect"_s, u"DIR/text"_s} << 3 << u"DIR/text: "_s;
        QTest::newRow("below") << QStringList{u"quantize"_s, u"IN"_s, u"-o"_s, u"OUT"_s, u"--set"_s,
            u"minCosine=0.9999"_s}
                               << 4 << u"OUT: "_s;
        QTest::newRow("no folder")
            << QStringList{u"quantize"_s, u"IN"_s, u"-o"_s, u"DIR/no/o.arrow"_s} << 5
            << u"DIR/no/o.arrow: "_s;
        QTest::newRow("exists") << QStringList{u"quantize"_s, u"IN"_s, u"-o"_s, u"DIR/text"_s,
            u"--target"_s, u"arrow"_s}
                                << 5 << u"DIR/text: "_s;
        const auto row
            = [](const char* name, const QString& words, int exit, const QString& start) {
                  QTest::newRow(name) << words.split(u' ') << exit << start;
              };
        row("report exists", u"measure IN --report DIR/old.json"_s, 5, u"DIR/old.json: "_s);
        row("report is the recipe",
            u"measure IN --recipe DIR/old.json --report DIR/old.json --force"_s, 5,
            u"DIR/old.json: "_s);
        row("report twice", u"measure IN --report DIR/r.csv --report DIR/../NAME/r.csv"_s, 2,
            u"arrowquant-cli: --report"_s);
        row("output is the recipe",
            u"quantize IN --recipe DIR/old.json -o DIR/old.json --target arrow --force"_s, 5,
            u"DIR/old.json: "_s);
        row("output is the imatrix",
            u"quantize IN --imatrix DIR/old.json -o DIR/old.json --target arrow --force"_s, 5,
            u"DIR/old.json: is the importance matrix"_s);
        row("report is the imatrix",
            u"measure IN --imatrix DIR/../NAME/old.json --report DIR/old.json --force"_s, 5,
            u"DIR/old.json: is the importance matrix"_s);
        row("no such width", u"plan IN --bits 7"_s, 2,
            u"arrowquant-cli: --bits: '7': no such scheme; there are 2, 3, 4, 5, 6, 8 bits, "
            "types such as q4_k, mixes such as q4_k_m (see"_s);
        row("missing recipe", u"plan IN --recipe DIR/none.json"_s, 3, u"DIR/none.json: "_s);
        row("unknown extension", u"quantize IN -o DIR/x.ckpt"_s, 2, u"arrowquant-cli: -o"_s);
        row("extension of floats", u"dequantize IN -o DIR/x.arrow"_s, 2, u"arrowquant-cli: -o"_s);
        row("recipe of another format", u"quantize IN --recipe DIR/old.json -o DIR/x.safetensors"_s,
            2, u"arrowquant-cli: -o"_s);
        row("cosine", u"validate IN IN --min-cosine 2"_s, 2, u"arrowquant-cli: --min-cosine"_s);
        row("component", u"plan IN --component unet"_s, 3, u"IN: no component 'unet'"_s);
        row("two group sizes", u"plan IN --bits 4:64 --group-size 32"_s, 2,
            u"arrowquant-cli: --bits"_s);
        QTest::newRow("empty model")
            << QStringList{u"inspect"_s, QString()} << 2 << u"arrowquant-cli: MODEL"_s;
        QTest::newRow("itself") << QStringList{u"quantize"_s, u"IN"_s, u"-o"_s, u"IN"_s,
            u"--force"_s} << 5 << u"IN: "_s;
    }
    void exitStatusTellsWhatHappened()
    {
        QFETCH(QStringList, words);
        QFETCH(int, status);
        QFETCH(QString, begins);
        const JobFixture job(model());
        QVERIFY(write(job.path(u"text"_s), "hello, this is no model"));
        QVERIFY(write(job.path(u"old.json"_s), "{}"));
        const QByteArray before = contentsOf(job.source.path());
        const QString folder = QFileInfo(job.source.path()).path();
        const auto placed = [&](QString word) {
            return word.replace(u"IN"_s, job.source.path())
                .replace(u"OUT"_s, job.path(u"out.arrow"_s))
                .replace(u"DIR"_s, folder)
                .replace(u"NAME"_s, QFileInfo(folder).fileName());
        };
        QStringList arguments;
        for (const QString& word : words)
            arguments += placed(word);
        const Run r = run(arguments);
        QVERIFY2(r.status == status, r.err.constData());
        QVERIFY2(isErrorLine(r.err, placed(begins)), r.err.constData());
        QCOMPARE(contentsOf(job.source.path()), before);
        QCOMPARE(contentsOf(job.path(u"old.json"_s)), QByteArray("{}"));
        QCOMPARE(QFile::exists(job.path(u"out.arrow"_s)), status == 4); // Judged, and still there.
    }

    void helpAndVersionExist()
    {
        for (const char* command :
            {"inspect", "plan", "measure", "quantize", "validate", "dequantize"}) {
            const Run r = run({QString::fromLatin1(command), u"--help"_s});
            QCOMPARE(r.status, 0);
            QVERIFY(r.out.contains("usage: arrowquant-cli "));
            QVERIFY(run({u"--help"_s}).out.contains(command));
        }
        QCOMPARE(run({u"--version"_s}).out, QByteArray("arrowquant-cli " AQ_VERSION "\n"));
    }

    void hostileNameStaysOnOneLine()
    {
        const QString evil = u"a\\n\\u001b[31m\\u202e.weight"_s; // As JSON escapes.
        const JobFixture job(
            {withValue(floatTensor(evil, {64, 64}), 3, std::numeric_limits<float>::infinity())});
        const Run r = run({u"quantize"_s, job.source.path(), u"-o"_s, job.path(u"out.arrow"_s)});
        QCOMPARE(r.status, 3);
        QVERIFY(isErrorLine(r.err, job.source.path()));
        QVERIFY(r.err.contains("element 3 is Inf"));
        QVERIFY(!r.err.contains('\x1b'));
    }

    void numbersDoNotFollowTheLocale()
    {
        const JobFixture job(model());
        const Run c = run({u"measure"_s, job.source.path(), u"--json"_s}, {u"LC_ALL=C"_s});
        const Run de
            = run({u"measure"_s, job.source.path(), u"--json"_s}, {u"LC_ALL=de_DE.UTF-8"_s});
        QCOMPARE(c.err, QByteArray());
        QCOMPARE(object(de.out)[u"tensors"].toArray(), object(c.out)[u"tensors"].toArray());
    }

    void everyKernelSetAndThreadCountGivesTheSameFile()
    {
        std::vector<TestTensor> tensors = model();
        tensors.push_back(floatTensor(u"ragged.weight"_s, {300, 1111}, 4));
        const JobFixture job(tensors);
        for (const char* bits : {"2", "4", "5", "8"}) {
            QByteArray expected;
            for (const Kernels* kernels : runnableKernels())
                for (const char* threads : {"1", "3"}) {
                    const QString out = job.path(u"out.safetensors"_s);
                    const Run r = run({u"quantize"_s, job.source.path(), u"-o"_s, out, u"--force"_s,
                                          u"--bits"_s, QString::fromLatin1(bits), u"--threads"_s,
                                          QString::fromLatin1(threads)},
                        {u"AQ_KERNELS="_s + QString::fromLatin1(kernels->name)});
                    QVERIFY2(r.status == 0 || r.status == 4, r.err.constData());
                    if (expected.isEmpty())
                        expected = sha256(out);
                    QCOMPARE(sha256(out), expected);
                }
        }
    }

    void progressIsOneObjectPerLine()
    {
        const JobFixture job(model());
        const Run r = run({u"quantize"_s, job.source.path(), u"-o"_s, job.path(u"out.arrow"_s),
            u"--bits"_s, u"8"_s, u"--progress"_s, u"json"_s});
        QCOMPARE(r.status, 0);
        int tensors = 0;
        QJsonObject progress, last;
        for (const QByteArray& line : r.out.trimmed().split('\n')) {
            last = object(line);
            QVERIFY2(!last.isEmpty(), line.constData());
            tensors += last[u"event"] == u"tensor"_s;
            if (last[u"event"] == u"progress"_s)
                progress = last;
        }
        QCOMPARE(tensors, 3);
        QCOMPARE(progress[u"bytesDone"], progress[u"bytesTotal"]);
        QCOMPARE(last[u"event"].toString(), u"end"_s);
        QCOMPARE(last[u"status"].toInt(-1), 0);
    }

    void continueOnErrorKeepsAndTells()
    {
        std::vector<TestTensor> tensors = model();
        tensors[0] = withValue(tensors[0], 5, std::numeric_limits<float>::quiet_NaN());
        const JobFixture job(tensors);
        const QString out = job.path(u"out.arrow"_s), report = job.path(u"r.json"_s);
        const Run r = run({u"quantize"_s, job.source.path(), u"-o"_s, out, u"--bits"_s, u"8"_s,
            u"--continue-on-error"_s, u"--report"_s, report});
        QCOMPARE(r.status, 4);
        const QJsonArray failures
            = object(contentsOf(report))[u"summary"].toObject()[u"failures"].toArray();
        QCOMPARE(failures.size(), 1);
        QVERIFY(failures[0].toString().contains(u"blk.0.weight: element 5 is NaN"_s));
        QVERIFY(openModel(out));
        QVERIFY2(r.out.endsWith("\n1 failed and kept: blk.0.weight\n"), r.out.constData());
    }

    void everyErrorIsAnEvent()
    {
        std::vector<TestTensor> tensors = model();
        tensors[0] = withValue(tensors[0], 5, std::numeric_limits<float>::quiet_NaN());
        const JobFixture job(tensors);
        const Run r = run({u"quantize"_s, job.source.path(), u"-o"_s, job.path(u"out.arrow"_s),
            u"--progress"_s, u"json"_s});
        QCOMPARE(r.status, 3);
        QVERIFY(isErrorLine(r.err, job.source.path()));
        const QByteArrayList lines = r.out.trimmed().split('\n');
        QCOMPARE(object(lines.last())[u"event"].toString(), u"end"_s);
        const QJsonObject error = object(lines[lines.size() - 2]);
        QCOMPARE(error[u"event"].toString(), u"error"_s);
        QCOMPARE(error[u"tensor"].toString(), u"blk.0.weight"_s);
        QCOMPARE(error[u"message"].toString(), u"element 5 is NaN"_s);
    }

    /// Fewer bits than it has: decoded and quantized again. As many: kept.
    void quantizedInputIsQuantizedAgain()
    {
        const JobFixture job(model());
        const QString out = job.path(u"out.gguf"_s), smaller = job.path(u"smaller.gguf"_s);
        QCOMPARE(
            run({u"quantize"_s, job.source.path(), u"-o"_s, out, u"--bits"_s, u"Q8_0"_s}).status,
            0);
        for (const char* bits : {"Q4_K_S", "Q8_0"}) {
            const Run r = run({u"quantize"_s, out, u"-o"_s, smaller, u"--force"_s, u"--bits"_s,
                QString::fromLatin1(bits)});
            QVERIFY2(r.status == 0, r.err.constData());
            const QJsonObject first
                = object(run({u"inspect"_s, smaller, u"--json"_s}).out)[u"tensors"]
                      .toArray()[0]
                      .toObject();
            QCOMPARE(first[u"scheme"].toString(),
                QLatin1StringView(bits) == "Q8_0"_L1 ? u"q8_0"_s : u"q4_k"_s);
        }
    }
    void planTellsWhatProgramsMakeOfTheFile()
    {
        const JobFixture job(model());
        const Run json
            = run({u"plan"_s, job.source.path(), u"--target"_s, u"gguf-comfyui"_s, u"--json"_s});
        QCOMPARE(json.status, 0);
        const QJsonArray findings = object(json.out)[u"findings"].toArray();
        const QJsonObject first = findings[0].toObject(), last = findings.last().toObject();
        QCOMPARE(first[u"id"].toString(), u"architecture-missing"_s);
        QCOMPARE(first[u"severity"].toString(), u"blocking"_s);
        QVERIFY(!first.contains(u"tensor"_s) && !first[u"why"].toString().isEmpty());
        QCOMPARE(first[u"repairs"].toArray()[0].toObject()[u"target"].toString(), u"gguf"_s);
        QCOMPARE(last[u"id"].toString(), u"row-not-whole-blocks"_s);
        QCOMPARE(last[u"tensor"].toString(), u"blk.1.weight"_s);
        QVERIFY(last[u"repairs"].toArray()[0].toObject()[u"overrides"].isObject());

        const Run table = run({u"plan"_s, job.source.path(), u"--target"_s, u"gguf"_s});
        QVERIFY(table.out.contains("row of 3 elements is not whole blocks of 256, nor of 32"));
        QVERIFY(table.out.contains("ComfyUI-GGUF          will not load: architecture-missing"));
        QVERIFY(table.out.contains("stable-diffusion.cpp  loads"));
    }
    void whatWillNotLoadIsWrittenOnlyWhenForced()
    {
        const JobFixture job(model());
        const QString out = job.path(u"out.gguf"_s);
        const QStringList words{
            u"quantize"_s, job.source.path(), u"-o"_s, out, u"--target"_s, u"gguf-llama"_s};
        const Run refused = run(words);
        QCOMPARE(refused.status, 3);
        QVERIFY2(isErrorLine(refused.err, job.source.path() + u": "_s), refused.err.constData());
        QVERIFY(!QFile::exists(out));
        const Run forced = run(words + QStringList{u"--force-findings"_s});
        QVERIFY2(forced.status == 0, forced.err.constData());
        const QJsonObject json = object(run({u"inspect"_s, out, u"--json"_s}).out);
        QCOMPARE(
            json[u"metadata"].toObject()[u"arrowquant.forced"].toString(), u"no-source-metadata"_s);
    }
    /// Whatever is cut from a long line, it says how to go on.
    void whatBlocksIsSaidInOneLine()
    {
        const JobFixture job(model());
        const QString folder = job.path(u"a-folder-with-a-long-name-"_s.repeated(7));
        const QString source = folder + u"/in.safetensors"_s;
        QVERIFY(QDir().mkpath(folder) && QFile::copy(job.source.path(), source));
        const Run r = run({u"quantize"_s, source, u"-o"_s, job.path(u"out.gguf"_s), u"--target"_s,
            u"gguf-llama"_s});
        QCOMPARE(r.status, 3);
        QVERIFY2(isErrorLine(r.err, folder.left(40)), r.err.constData());
        QVERIFY2(r.err.contains("or use --force-findings\n"), r.err.constData());
    }

    /// There is no such file: forcing it is not offered, and does not help.
    void whatNoFileHoldsCannotBeForced()
    {
        auto tensors = model();
        tensors.push_back({u"flags"_s, DType::U8, {4}, QByteArray(4, '\1')});
        const JobFixture job(tensors);
        const QString out = job.path(u"out.gguf"_s);
        const QStringList words{u"quantize"_s, job.source.path(), u"-o"_s, out};
        for (const QStringList& more : {QStringList(), QStringList{u"--force-findings"_s}}) {
            const Run refused = run(words + more);
            QCOMPARE(refused.status, 3);
            QVERIFY(isErrorLine(refused.err, job.source.path() + u": flags: U8 has no type"_s));
            QVERIFY2(!refused.err.contains("--force"), refused.err.constData());
            QCOMPARE(job.names(), QStringList{u"in.safetensors"_s});
        }
        const Run plan = run({u"plan"_s, job.source.path(), u"--target"_s, u"gguf-comfyui"_s});
        QVERIFY(plan.out.contains("--set architecture=ID, one of flux, "));
        // Where no program could, none is said to.
        const Run any = run({u"plan"_s, job.source.path(), u"--target"_s, u"gguf"_s});
        QVERIFY(any.out.contains("stable-diffusion.cpp  will not load: type-not-in-format"));
    }
    void theImportanceMatrixIsRead()
    {
        const JobFixture job(model());
        const QString out = job.path(u"out.gguf"_s), none = job.path(u"none.dat"_s);
        const Run r = run({u"quantize"_s, job.source.path(), u"-o"_s, out, u"--imatrix"_s, none});
        QCOMPARE(r.status, 3);
        QVERIFY2(isErrorLine(r.err, none), r.err.constData());
        QVERIFY(write(none, importanceFile("blk.0.weight", 256)));
        const Run weighed
            = run({u"quantize"_s, job.source.path(), u"-o"_s, out, u"--imatrix"_s, none});
        QVERIFY2(weighed.status == 0, weighed.err.constData());
        QCOMPARE(weighed.err,
            QByteArray("arrowquant-cli: note: 1 of 1 quantized tensors use weights of none.dat\n"));
    }

    /// The note counts what is used, not what is named.
    void theNoteTellsWhichWeightsAreUsed_data()
    {
        QTest::addColumn<int>("columns");
        QTest::addColumn<float>("weight");
        QTest::addColumn<QString>("options");
        QTest::addColumn<QString>("says");
        const auto row = [](const char* name, int columns, float weight, const char* options,
                             const char* says) {
            QTest::newRow(name) << columns << weight << QString::fromLatin1(options)
                                << QString::fromLatin1(says);
        };
        row("searched", 256, 1, "--bits 4", "1 of 2 quantized tensors use weights of m.dat\n");
        row("repeated", 128, 1, "--bits 4", "1 of 2 quantized tensors use weights of m.dat\n");
        row("more bits", 256, 1, "--bits 8",
            "0 of 2 quantized tensors use weights of m.dat; not "
            "used: 1 of types or settings that take none\n");
        row("no search", 256, 1, "--bits 4 --set search=none",
            ": 1 of types or settings that take none");
        row("one range", 256, 1, "--bits 4 --group-size 0",
            ": 1 of types or settings that take none");
        row("other columns", 100, 1, "--bits 4", "not used: 1 of another number of columns\n");
        row("zeros", 256, 0, "--bits 4", "not used: 1 with weights of 0 only\n");
    }
    void theNoteTellsWhichWeightsAreUsed()
    {
        QFETCH(int, columns);
        QFETCH(float, weight);
        QFETCH(QString, options);
        QFETCH(QString, says);
        const JobFixture job(model());
        QVERIFY(write(job.path(u"m.dat"_s), importanceFile("blk.0.weight", columns, weight)));
        const Run r
            = run(QStringList{u"plan"_s, job.source.path(), u"--imatrix"_s, job.path(u"m.dat"_s)}
                + options.split(u' '));
        QCOMPARE(r.status, 0);
        QVERIFY2(r.err.contains(says.toUtf8()), r.err.constData());
    }

    /// A recipe says where its matrix lies beside it; the written file only what it is called.
    void writtenFilesDoNotTellFolders()
    {
        const JobFixture job(model());
        QVERIFY(write(job.path(u"m.dat"_s), importanceFile("blk.0.weight", 256)));
        const QString recipe = job.path(u"recipe.json"_s), report = job.path(u"r.json"_s);
        QVERIFY(write(recipe, R"({"target": "gguf", "importance": "m.dat"})"));
        for (const char* target : {"gguf", "arrow", "safetensors"}) {
            const QString out = job.path(u"out."_s) + QLatin1StringView(target);
            const Run r = run({u"quantize"_s, job.source.path(), u"-o"_s, out, u"--recipe"_s,
                recipe, u"--target"_s, QString::fromLatin1(target), u"--report"_s, report,
                u"--force"_s});
            QVERIFY2(r.status == 0, r.err.constData());
            const QByteArray folder = QFileInfo(out).path().toUtf8();
            QVERIFY2(!contentsOf(out).contains(folder), target);
            const QJsonObject metadata
                = object(run({u"inspect"_s, out, u"--json"_s}).out)[u"metadata"].toObject();
            const QJsonObject told = object(metadata[u"arrowquant.recipe"].toString().toUtf8());
            QCOMPARE(told[u"importance"].toString(), u"m.dat"_s);
        }
    }

    void theSourceIsHashedUnlessToldOtherwise()
    {
        const JobFixture job(model());
        const QString out = job.path(u"out.gguf"_s), key = u"arrowquant.source_sha256"_s;
        const QStringList words{u"quantize"_s, job.source.path(), u"-o"_s, out, u"--force"_s};
        const auto metadata = [&] {
            return object(run({u"inspect"_s, out, u"--json"_s}).out)[u"metadata"].toObject();
        };
        QCOMPARE(run(words).status, 0);
        QCOMPARE(metadata()[key].toString().toUtf8(), sha256(job.source.path()));
        QCOMPARE(run(words + QStringList{u"--no-source-hash"_s}).status, 0);
        QVERIFY(!metadata().contains(key) && metadata().contains(u"arrowquant.recipe"_s));
    }

    void unknownKernelsAreWrongUsage()
    {
        const JobFixture job(model());
        const QStringList words{u"inspect"_s, job.source.path()};
        const Run r = run(words, {u"AQ_KERNELS=bogus"_s});
        QCOMPARE(r.status, 2);
        QVERIFY2(isErrorLine(r.err, u"arrowquant-cli: AQ_KERNELS: 'bogus' is not one of "_s),
            r.err.constData());
        for (const Kernels* kernels : runnableKernels())
            QVERIFY2(r.err.contains(kernels->name), kernels->name);
        QCOMPARE(run(words, {u"AQ_KERNELS="_s}).status, 0);
    }

    void patternsThatMatchNothingAreNoted()
    {
        const JobFixture job(model());
        const Run r = run({u"plan"_s, job.source.path(), u"--sensitive"_s, u"*norm*"_s, u"*bias"_s,
            u"--layer"_s, u"re:^out=keep"_s});
        QCOMPARE(r.status, 0);
        QCOMPARE(r.err,
            QByteArray("arrowquant-cli: note: '*norm*' matches no tensor\n"
                       "arrowquant-cli: note: 're:^out' matches no tensor\n"));
    }

    void reportsNeverReplaceFilesOfTheModel()
    {
        const JobFixture job(model());
        const QString shard = job.path(u"m-00001-of-00001.safetensors"_s);
        const QString index = job.path(u"model.safetensors.index.json"_s);
        QVERIFY(QFile::copy(job.source.path(), shard));
        const QByteArray json = R"({"metadata":{},"weight_map":{
            "blk.0.weight":"m-00001-of-00001.safetensors",
            "blk.0.bias":"m-00001-of-00001.safetensors",
            "blk.1.weight":"m-00001-of-00001.safetensors"}})";
        QVERIFY(write(index, json));
        const Run r = run({u"measure"_s, index, u"--report"_s, index, u"--force"_s});
        QCOMPARE(r.status, 5);
        QVERIFY2(isErrorLine(r.err, index + u": is a file of the model"_s), r.err.constData());
        QCOMPARE(contentsOf(index), json);
    }

    void closedPipeEndsQuietly()
    {
        std::vector<TestTensor> tensors;
        for (int i = 0; i < 3000; ++i) // More than a pipe holds.
            tensors.push_back(floatTensor(u"a.rather.long.name.of.a.tensor.%1"_s.arg(i), {1}));
        const JobFixture job(tensors);
        QProcess process;
        process.start(u"bash"_s,
            {u"-c"_s, u"set -o pipefail; \"$0\" inspect \"$1\" | head -1"_s, QStringLiteral(AQ_CLI),
                job.source.path()});
        QVERIFY(process.waitForFinished(60'000));
        QCOMPARE(process.readAllStandardError(), QByteArray());
        QCOMPARE(process.exitCode(), 0);
    }

    void ignoredSignalStaysIgnored()
    {
        std::vector<TestTensor> tensors;
        for (int i = 0; i < 24; ++i)
            tensors.push_back(floatTensor(u"w%1"_s.arg(i), {512, 1024}, 1));
        const JobFixture job(tensors);
        QProcess process;
        process.start(u"bash"_s,
            {u"-c"_s, u"trap '' HUP; exec \"$0\" \"$@\""_s, QStringLiteral(AQ_CLI), u"quantize"_s,
                job.source.path(), u"-o"_s, job.path(u"out.arrow"_s), u"--bits"_s, u"8"_s,
                u"--threads"_s, u"1"_s, u"--progress"_s, u"json"_s});
        QVERIFY(process.waitForReadyRead(30'000));
        ::kill(pid_t(process.processId()), SIGHUP);
        QVERIFY(process.waitForFinished(60'000));
        QCOMPARE(process.exitCode(), 0);
    }

    void interruptLeavesNothing()
    {
        std::vector<TestTensor> tensors;
        for (int i = 0; i < 24; ++i)
            tensors.push_back(floatTensor(u"w%1"_s.arg(i), {512, 1024}, 1));
        const JobFixture job(tensors);
        for (const int signal : {SIGINT, SIGTERM}) {
            QProcess process;
            process.start(QStringLiteral(AQ_CLI),
                {u"quantize"_s, job.source.path(), u"-o"_s, job.path(u"out.arrow"_s),
                    u"--threads"_s, u"1"_s, u"--progress"_s, u"json"_s});
            QVERIFY(process.waitForReadyRead(30'000)); // It is at work.
            for (int again = 0; again < 3; ++again)    // Impatience does not leave the temporary.
                ::kill(pid_t(process.processId()), signal);
            QVERIFY(process.waitForFinished(30'000));
            QCOMPARE(process.exitStatus(), QProcess::NormalExit);
            if (process.exitCode() != 0) { // It may have been quicker than we were.
                QCOMPARE(process.exitCode(), 130);
                QCOMPARE(job.names(), QStringList{u"in.safetensors"_s});
            }
            QFile::remove(job.path(u"out.arrow"_s));
        }
    }

    void fileTooLargeForTheDiskLeavesNothing()
    {
        const JobFixture job(model());
        QProcess process; // A limit on the size of files stands for a full disk.
        process.start(u"bash"_s,
            {u"-c"_s, u"ulimit -f 8; exec \"$0\" \"$@\""_s, QStringLiteral(AQ_CLI), u"quantize"_s,
                job.source.path(), u"-o"_s, job.path(u"out.arrow"_s), u"--bits"_s, u"8"_s});
        QVERIFY(process.waitForFinished(60'000));
        const QByteArray err = process.readAllStandardError();
        QCOMPARE(process.exitCode(), 5);
        QVERIFY2(isErrorLine(err, job.path(u"out.arrow"_s)), err.constData());
        QCOMPARE(job.names(), QStringList{u"in.safetensors"_s});
    }
};
QTEST_GUILESS_MAIN(TestCli)
#include "tst_cli.moc"
