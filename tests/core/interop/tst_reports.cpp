#include "core/interop/report_json.h"
#include "core/interop/stored_report.h"
#include "core/interop/svg_charts.h"
#include "core/interop/text_number.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <QTest>
#include <QXmlStreamReader>
#include <cmath>
#include <limits>
#include <random>

using namespace aq;

namespace {

constexpr const char* nasty = "<b>\"a\" & 'b'</b>\n\u202e=1";

ValidationReport reportOf(int count)
{
    ValidationReport report;
    report.program = QStringLiteral("ArrowQuant 0.1.0");
    report.source = QStringLiteral("/models/a & b.safetensors");
    report.output = QStringLiteral("/out/<x>.arrow");
    for (int i = 0; i < count; ++i) {
        TensorReport tensor;
        tensor.name = QStringLiteral("blk.%1.weight").arg(i);
        tensor.scheme = QStringLiteral("int4");
        tensor.reason = QStringLiteral("default");
        tensor.shape = {10, 10};
        tensor.parameters = 100;
        tensor.bytesBefore = 400;
        tensor.bytesAfter = 60;
        const double e = .001 * (1 + i % 200);
        tensor.sums = {100, 100, 100 * (1 + e) * (1 + e), 100 * (1 + e), 100 * e * e, 0, e, 1};
        tensor.status = Status::Passed;
        report.tensors.push_back(tensor);
    }
    return report;
}

/// Two tensors: one is kept, one has failed and a name made to hurt.
ValidationReport nastyReport()
{
    ValidationReport report = reportOf(2);
    report.tensors[0].status = Status::Kept;
    report.tensors[0].scheme = QStringLiteral("keep");
    report.tensors[0].sums = {};
    report.tensors[1].name = QString::fromUtf8(nasty);
    report.tensors[1].status = Status::Failed;
    report.tensors[1].message = QStringLiteral("NaN at element 3, \"written\" </script>");
    summarise(report);
    return report;
}

QJsonObject parsed(const QByteArray& json)
{
    QJsonParseError error;
    const auto document = QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError)
        qFatal("%s at %d: %s", qPrintable(error.errorString()), error.offset, json.constData());
    return document.object();
}

ModelHeader smallHeader()
{
    TensorInfo info{QString::fromUtf8(nasty), DType::BF16, {64, 64}, {0, 0, 8192}, {}, {}};
    return {{{QStringLiteral("a\"key"), QString::fromUtf8(nasty)}}, {info}};
}

} // namespace

class TestReports : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void jsonHasEveryKeyThatWasPromised()
    {
        const ValidationReport report = nastyReport();
        const QJsonObject json = parsed(reportJson(report));
        for (const char* key : {"version", "source", "output", "recipe", "summary", "tensors"})
            QVERIFY2(json.contains(QLatin1StringView(key)), key);
        const QJsonObject summary = json.value(QLatin1StringView("summary")).toObject();
        for (const char* key :
            {"passed", "parameters", "bytesBefore", "bytesAfter", "compressionRatio",
                "bitsPerWeight", "cosine", "relRmse", "sqnrDb", "seconds", "failures"})
            QVERIFY2(summary.contains(QLatin1StringView(key)), key);
        const auto tensors = json.value(QLatin1StringView("tensors")).toArray();
        QCOMPARE(tensors.size(), 2);
        for (const auto& tensor : tensors)
            for (const char* key : {"name", "scheme", "reason", "bitsPerWeight", "bytesBefore",
                     "bytesAfter", "cosine", "relRmse", "sqnrDb", "maxError", "status"})
                QVERIFY2(tensor.toObject().contains(QLatin1StringView(key)), key);
        QCOMPARE(tensors[1][QLatin1StringView("name")].toString(), QString::fromUtf8(nasty));
        QCOMPARE(tensors[1][QLatin1StringView("status")].toString(), QStringLiteral("failed"));
        QVERIFY(tensors[0][QLatin1StringView("sqnrDb")].isNull()); // Infinite: nothing changed.
        QVERIFY(json.value(QLatin1StringView("recipe")).toObject() == toJsonObject(report.recipe));
        QVERIFY(!summary.value(QLatin1StringView("passed")).toBool());
        QCOMPARE(summary.value(QLatin1StringView("failures")).toArray().size(), 1);
    }
    void jsonKeepsEveryBit()
    {
        ValidationReport report = reportOf(1);
        summarise(report);
        const QJsonObject json = parsed(reportJson(report));
        const auto tensor = json.value(QLatin1StringView("tensors"))[0];
        QVERIFY(tensor[QLatin1StringView("relRmse")].toDouble() == report.tensors[0].relRmse);
        QVERIFY(tensor[QLatin1StringView("cosine")].toDouble() == report.tensors[0].cosine);
        QVERIFY(tensor[QLatin1StringView("sqnrDb")].toDouble() == report.tensors[0].sqnrDb);
    }
    void aReportWithItsSumsIsReadBackWhole()
    {
        ValidationReport report = nastyReport();
        report.tensors.push_back(report.tensors[0]); // One below its floor.
        report.tensors[2].name = QStringLiteral("poor");
        report.tensors[2].scheme = QStringLiteral("int4");
        report.tensors[2].sums = {100, 1, 1, .5, 1, .25, .1, 1. / 3};
        report.tensors[2].status = Status::Passed;
        report.tensors[2].shape = {2, 0, 50};
        report.thresholds = {0.3, false};
        report.forced = QStringLiteral("too-small");
        report.recipe.scheme = QStringLiteral("int3");
        report.summary = {};
        report.summary.bytesBefore = 12345;
        report.summary.bytesAfter = 678;
        report.summary.seconds = 1.5;
        summarise(report);
        auto read = reportFromJson(reportJson(report, ReportSums::Included));
        QVERIFY(read);
        QVERIFY(
            reportJson(*read, ReportSums::Included) == reportJson(report, ReportSums::Included));
        QVERIFY(read->tensors[0].sqnrDb == report.tensors[0].sqnrDb); // Infinite: null as JSON.
        QVERIFY(read->recipe == report.recipe && read->thresholds == report.thresholds);
        QCOMPARE(read->forced, report.forced);
        QCOMPARE(read->summary.worst, qsizetype(2));
        // Other limits judge it as they would judge the first one.
        report.thresholds = read->thresholds = {0.9, true};
        summarise(report);
        summarise(*read);
        QCOMPARE(report.tensors[2].status, Status::BelowMinimum);
        QCOMPARE(reportJson(*read), reportJson(report));
    }
    void whatIsNoReportWithSumsIsRefused_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<bool>("isLater");
        ValidationReport report = nastyReport();
        const QByteArray whole = reportJson(report, ReportSums::Included);
        const auto changed
            = [&](const char* from, const char* to) { return QByteArray(whole).replace(from, to); };
        report.version = 2;
        QTest::newRow("nothing") << QByteArray() << false;
        QTest::newRow("no JSON") << whole.chopped(3) << false;
        QTest::newRow("a list") << QByteArray("[1, 2]") << false;
        QTest::newRow("no tensors") << QByteArray("{\"version\": 1}") << false;
        QTest::newRow("no sums") << reportJson(nastyReport()) << false;
        QTest::newRow("few sums") << changed("\"sums\":[100,", "\"sums\":[") << false;
        QTest::newRow("no status") << changed("\"failed\"", "\"fine\"") << false;
        QTest::newRow("no recipe") << changed("\"recipe\":{", "\"recipe\":{\"x\":1,") << false;
        QTest::newRow("later") << reportJson(report, ReportSums::Included) << true;
    }
    void whatIsNoReportWithSumsIsRefused()
    {
        QFETCH(QByteArray, json);
        QFETCH(bool, isLater);
        const auto read = reportFromJson(json);
        QVERIFY(!read);
        QCOMPARE(read.error().code, isLater ? ErrorCode::Unsupported : ErrorCode::Corrupt);
    }
    /// Nothing raw in the text could change what a terminal shows.
    void jsonIsPlainText()
    {
        const QByteArray json = reportJson(nastyReport());
        QVERIFY(json.contains("\\u202e") && json.contains("</b>\\u000a"));
        for (const char c : json)
            QVERIFY(c == '\n' || static_cast<unsigned char>(c) >= 0x20);
        QVERIFY(!json.contains("\u202e"));
        QVERIFY(parsed(reportJson(ValidationReport())).contains(QLatin1StringView("tensors")));
    }
    void numbersReadBackExactlyInEveryLocale()
    {
        const QLocale before;
        QLocale::setDefault(QLocale(QLocale::German));
        std::mt19937_64 bits(3);
        for (int i = 0; i < 2000; ++i) {
            double value;
            const std::uint64_t pattern = bits();
            std::memcpy(&value, &pattern, sizeof value);
            const QByteArray text = numberText(value);
            QCOMPARE(text.isEmpty(), !std::isfinite(value));
            QVERIFY(text.isEmpty() || text.toDouble() == value);
        }
        QCOMPARE(numberText(0.85), QByteArray("0.85"));
        QCOMPARE(numberText(std::int64_t(1234567)), QByteArray("1234567"));
        QVERIFY(numberText(std::numeric_limits<double>::infinity()).isEmpty());
        QVERIFY(numberText(std::nan("")).isEmpty());
        QLocale::setDefault(before);
    }

    void headersAndPlansAreDescribed()
    {
        const ModelHeader header = smallHeader();
        const QJsonObject json
            = parsed(headerJson(QStringLiteral("/m.safetensors"), "safetensors", 9000, header, {}));
        for (const char* key :
            {"path", "format", "architecture", "parameters", "bytes", "metadata", "tensors"})
            QVERIFY2(json.contains(QLatin1StringView(key)), key);
        QCOMPARE(json.value(QLatin1StringView("parameters")).toInt(), 4096);
        QCOMPARE(json.value(QLatin1StringView("metadata"))[QStringLiteral("a\"key")].toString(),
            QString::fromUtf8(nasty));
        const auto tensor = json.value(QLatin1StringView("tensors"))[0];
        QCOMPARE(tensor[QLatin1StringView("dtype")].toString(), QStringLiteral("BF16"));
        QCOMPARE(tensor[QLatin1StringView("bytes")].toInt(), 8192);
        QVERIFY(tensor[QLatin1StringView("shape")].toArray() == (QJsonArray{64, 64}));

        const auto plan = makePlan(header, Recipe());
        QVERIFY(bool(plan));
        const QJsonObject planned = parsed(planJson(QStringLiteral("/m"), header, *plan));
        const auto row = planned.value(QLatin1StringView("tensors"))[0];
        QCOMPARE(row[QLatin1StringView("scheme")].toString(), QStringLiteral("int4"));
        QCOMPARE(row[QLatin1StringView("bytesAfter")].toInt(), 64 * (32 + 8));
        QCOMPARE(planned.value(QLatin1StringView("bytesAfter")).toInt(), 64 * (32 + 8));
    }

    void csvIsARowPerTensor()
    {
        const QByteArrayList lines = reportCsv(reportOf(3)).split('\n');
        QCOMPARE(lines.size(), 5); // The header, three rows, and nothing after the last newline.
        QVERIFY(lines[0].startsWith("name,scheme,reason,shape,parameters,bitsPerWeight"));
        QVERIFY(lines[1].startsWith("blk.0.weight,int4,default,\"[10, 10]\",100,"));
        for (int i = 0; i < 4; ++i)
            QVERIFY(lines[i].endsWith('\r'));
    }
    void csvCellsAreNoFormulas_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("cell");
        const auto row = [](const char* name, const char* cell) {
            QTest::addRow("%s", name) << QString::fromUtf8(name) << QByteArray(cell);
        };
        row("=1+1", "'=1+1");
        row("+x", "'+x");
        row("-x", "'-x");
        row("@x", "'@x");
        row("\tx", "\\u0009x");
        row("=a,\"b\"", "\"'=a,\"\"b\"\"\"");
        row("a\r\nb", "a\\u000d\\u000ab");
        row("\x1b[31m,", "\"\\u001b[31m,\"");
        row("\u202e=1", "\\u202e=1");
        row("a.b-c", "a.b-c");
    }
    void csvCellsAreNoFormulas()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, cell);
        ValidationReport report = reportOf(1);
        report.tensors[0].name = name;
        QVERIFY2(
            reportCsv(report).contains("\r\n" + cell + ",int4,"), reportCsv(report).constData());
    }

    void htmlIsOnePageWithoutScript()
    {
        const QByteArray html = reportHtml(nastyReport());
        QVERIFY(html.startsWith("<!doctype html>"));
        for (const char* never :
            {"<script", "http:", "https:", "<b>", "<link", "url(", "\u202e", "</script"})
            QVERIFY2(!html.contains(never), never);
        for (const char* always : {"prefers-color-scheme: dark", "Failed: 1 of 2 tensors",
                 "&lt;b&gt;", "/models/a &amp; b.safetensors", "/out/&lt;x&gt;.arrow",
                 "NaN at element 3", "aria-label"})
            QVERIFY2(html.contains(always), always);
    }
    /// Well-formed apart from the doctype and the two void elements: every tag closes.
    void htmlTagsClose()
    {
        for (const int count : {0, 1, 500}) {
            ValidationReport report = reportOf(count);
            summarise(report);
            QByteArray html = reportHtml(report);
            html.replace("<!doctype html>\n", "").replace("<meta charset=\"utf-8\">", "");
            html.replace("<br>", "").replace("<details open>", "<details>");
            html.replace("<meta name=\"viewport\" content=\"width=device-width\">", "");
            QXmlStreamReader reader(html);
            while (!reader.atEnd())
                reader.readNext();
            QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
        }
    }
    /// 10,000 tensors: the table is complete, the charts are not.
    void htmlStaysReadableWhenLarge()
    {
        ValidationReport report = reportOf(10000);
        summarise(report);
        const QByteArray html = reportHtml(report);
        QCOMPARE(html.count("<td class=\"name\">blk."), 10000);
        QVERIFY(html.count("<rect") <= 250 && html.count("<circle") <= 130);
        QVERIFY(html.contains("<details><summary>10000 tensors, worst first</summary>"));
        QVERIFY(html.size() < 8'000'000);
    }
    void worstTensorsComeFirst()
    {
        ValidationReport report = reportOf(3);
        report.tensors[0].status = Status::Failed; // Has the least error of the three.
        summarise(report);
        const QByteArray html = reportHtml(report);
        const auto at
            = [&](const char* name) { return html.indexOf(QByteArray("class=\"name\">") + name); };
        QVERIFY(at("blk.0.weight") < at("blk.2.weight") && at("blk.2.weight") < at("blk.1.weight"));
    }
    void bucketsShowTheWorst()
    {
        std::vector<Mark> marks;
        for (int i = 0; i < 10; ++i)
            marks.push_back({double(i), QString::number(i), i == 4});
        const auto larger = [](const Mark& a, const Mark& b) { return a.value > b.value; };
        QCOMPARE(bucketed(marks, 10, larger).size(), std::size_t(10));
        const auto buckets = bucketed(marks, 3, larger); // 0 1 2, 3 4 5, 6 7 8 9
        QCOMPARE(buckets.size(), std::size_t(3));
        QVERIFY(buckets[0].value == 2 && buckets[1].value == 5 && buckets[2].value == 9);
        QVERIFY(!buckets[0].isBad && buckets[1].isBad);
        QCOMPARE(buckets[2].tip, QStringLiteral("7 to 10, worst: 9"));
    }

    void theExtensionChooses()
    {
        const ValidationReport report = reportOf(1);
        QCOMPARE(*reportFor(QStringLiteral("a/r.json"), report), reportJson(report));
        QCOMPARE(*reportFor(QStringLiteral("r.CSV"), report), reportCsv(report));
        QCOMPARE(*reportFor(QStringLiteral("r.html"), report), reportHtml(report));
        for (const char* path : {"r.pdf", "r", "json", "r.json.gz"})
            QVERIFY2(!reportFor(QString::fromUtf8(path), report), path);
    }
};

QTEST_APPLESS_MAIN(TestReports)
#include "tst_reports.moc"
