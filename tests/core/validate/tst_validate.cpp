#include "core/analysis/architecture.h"
#include "core/io/model_writer.h"
#include "core/plan/quant_plan.h"
#include "core/validate/loaded_piece.h"
#include "core/validate/validate.h"
#include "tests/support/schemes_of.h"
#include "tests/support/test_models.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <cmath>
#include <cstring>
#include <limits>

using namespace aq;
using test::TestTensor;

namespace {

Bytes bytesOf(const QByteArray& array)
{
    return std::as_bytes(std::span(array.data(), std::size_t(array.size())));
}

/// What lies in the written file under a name: the bytes themselves, or codes of a scheme.
struct Written {
    TestTensor tensor;
    const Scheme* scheme = nullptr;
    SchemeOptions options = {};
};

/// A file of the format, encoded row by row with the scheme itself: no job is involved.
void writeModel(const QString& path, const std::vector<Written>& tensors,
    const QMap<QString, QString>& metadata = {})
{
    OutputManifest manifest{metadata, {}, true};
    for (const Written& w : tensors) {
        OutputTensor output{w.tensor.name, w.tensor.dtype, w.tensor.shape, {}};
        if (w.scheme)
            output.encoding = encodingFor(*w.scheme, w.options, w.tensor.shape);
        manifest.tensors.push_back(output);
    }
    auto writer = formatNamed(u"safetensors")->create(path, manifest);
    QVERIFY2(bool(writer), writer ? "" : qPrintable(writer.error().detail));
    for (std::size_t i = 0; i < tensors.size(); ++i) {
        const auto& [tensor, scheme, options] = tensors[i];
        const Slot slot = (*writer)->slot(i);
        if (!scheme) {
            QVERIFY(bool((*writer)->write(slot.data, bytesOf(tensor.bytes))));
            continue;
        }
        const Encoding& encoding = *manifest.tensors[i].encoding;
        std::vector<std::byte> codes(std::size_t(encoding.codes.bytes));
        std::vector<std::byte> scales(std::size_t(encoding.scales.bytes));
        std::vector<std::byte> zeros(std::size_t(encoding.zeros.bytes));
        const std::span x(reinterpret_cast<const float*>(tensor.bytes.data()),
            std::size_t(tensor.bytes.size()) / sizeof(float));
        QVERIFY(bool(scheme->encode(
            x, matrixOf(tensor.shape), options, nullptr, {}, {codes, scales, zeros})));
        QVERIFY(bool((*writer)->write(slot.data, codes)));
        QVERIFY(bool((*writer)->write(slot.scales, scales)));
        QVERIFY(bool((*writer)->write(slot.zeros, zeros)));
    }
    QVERIFY(bool((*writer)->finish()));
    QVERIFY(bool((*writer)->commit()));
}

class Folder {
public:
    ModelSource plain(const std::vector<TestTensor>& tensors)
    {
        const QString path = next();
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(test::safetensorsFile(tensors)) < 0)
            qFatal("cannot write %s", qPrintable(path));
        file.close();
        return opened(path);
    }
    ModelSource quantized(
        const std::vector<Written>& tensors, const QMap<QString, QString>& metadata = {})
    {
        const QString path = next();
        writeModel(path, tensors, metadata);
        return opened(path);
    }

private:
    QString next() { return m_folder.filePath(QStringLiteral("%1.safetensors").arg(++m_count)); }
    static ModelSource opened(const QString& path)
    {
        auto model = openModel(path);
        if (!model)
            qFatal("%s: %s", qPrintable(path), qPrintable(model.error().detail));
        return *model;
    }
    QTemporaryDir m_folder;
    int m_count = 0;
};

const Scheme* scheme(const char* id) { return schemeNamed(QString::fromUtf8(id)); }

SchemeOptions packed(int groupSize)
{
    SchemeOptions options;
    options.groupSize = groupSize;
    return targetNamed(u"safetensors")->adjust(options);
}

ValidationReport reportOf(const ModelSource& original, const ModelSource& written, int threads = 2)
{
    const auto report = validate({original, written, {.85, true}, threads}, {});
    if (!report)
        qFatal("%s: %s", qPrintable(report.error().where), qPrintable(report.error().detail));
    return *report;
}

QString statusOf(const TensorReport& tensor) { return QLatin1StringView(statusId(tensor.status)); }

TestTensor floats(const char* name, Shape shape, const std::vector<float>& values)
{
    return {QString::fromUtf8(name), DType::F32, std::move(shape), test::bytesOf(values)};
}

} // namespace

class TestValidate : public QObject {
    Q_OBJECT

    Folder m_folder;

private Q_SLOTS:
    void theSameFileIsKept()
    {
        const auto model = m_folder.plain({test::floatTensor(QStringLiteral("a"), {64, 32}),
            {QStringLiteral("ids"), DType::I64, {2}, QByteArray(16, '\1')},
            {QStringLiteral("none"), DType::F16, {0, 3}, {}},
            {QStringLiteral("scalar"), DType::F32, {}, QByteArray("\0\0\x80\x3f", 4)}});
        const ValidationReport report = reportOf(model, model);
        QVERIFY(report.summary.passed);
        for (const TensorReport& tensor : report.tensors) {
            QCOMPARE(statusOf(tensor), QStringLiteral("kept"));
            QCOMPARE(tensor.scheme, QStringLiteral("keep"));
        }
        QVERIFY(report.summary.cosine == 1 && report.summary.relRmse == 0);
        QCOMPARE(report.summary.worst, qsizetype(-1));
        QCOMPARE(report.summary.bytesAfter, model.fileBytes());
    }

    /// The expected sums are worked out here from decode(), over the whole tensor at once.
    void quantizedTensorsAreDecodedAndCompared_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<int>("groupSize");
        for (const Scheme* each : test::schemesOf("affine"))
            for (const int size : {32, 128})
                QTest::addRow("%s:%d", each->id, size)
                    << QString(QLatin1StringView(each->id)) << size;
    }
    void quantizedTensorsAreDecodedAndCompared()
    {
        QFETCH(QString, id);
        QFETCH(int, groupSize);
        const TestTensor tensor = test::floatTensor(QStringLiteral("w"), {50, 10, 3, 3}, 3);
        const auto original = m_folder.plain({tensor});
        const auto written = m_folder.quantized({{tensor, schemeNamed(id), packed(groupSize)}});
        const TensorReport report = reportOf(original, written).tensors.at(0);
        QCOMPARE(report.scheme, id);

        std::vector<float> y(4500);
        LoadedPiece piece(written);
        const TileSpan all{0, 50, 0, 90};
        QVERIFY(bool(piece.load(written.header().tensors[0], {50, 90}, all)));
        piece.toFloats(all, y);
        const auto* x = reinterpret_cast<const float*>(tensor.bytes.data());
        double dd = 0, xx = 0, yy = 0, xy = 0, worst = 0;
        for (std::size_t i = 0; i < y.size(); ++i) {
            const double difference = double(x[i]) - double(y[i]);
            dd += difference * difference;
            xx += double(x[i]) * double(x[i]);
            yy += double(y[i]) * double(y[i]);
            xy += double(x[i]) * double(y[i]);
            worst = std::max(worst, std::abs(difference));
        }
        QVERIFY(std::abs(report.relRmse - std::sqrt(dd / xx)) < 1e-9);
        QVERIFY(std::abs(report.cosine - xy / std::sqrt(xx * yy)) < 1e-9);
        QVERIFY(std::abs(report.maxError - worst) < 1e-7);
        const auto bytes = encodingFor(*schemeNamed(id), packed(groupSize), tensor.shape).bytes();
        QCOMPARE(report.bytesAfter, bytes);
        QVERIFY(report.bitsPerWeight == 8.0 * double(bytes) / 4500);
        QCOMPARE(statusOf(report), QStringLiteral("passed")); // Normal weights meet the floors.
    }
    void prefixesMayBeLeftOut_data()
    {
        QTest::addColumn<QString>("prefix");
        for (const QString& prefix : namePrefixes())
            QTest::addRow("%s", qPrintable(prefix)) << prefix;
        QTest::newRow("unknown") << QStringLiteral("mine.");
    }
    void prefixesMayBeLeftOut()
    {
        QFETCH(QString, prefix);
        TestTensor tensor = test::floatTensor(QStringLiteral("blk.0.w"), {10, 32}, 3);
        const auto written = m_folder.quantized({{tensor, schemeNamed(u"int8"), packed(32)}});
        tensor.name.prepend(prefix);
        const auto report = reportOf(m_folder.plain({tensor}), written);
        QCOMPARE(report.summary.passed, prefix != QStringLiteral("mine."));
        QCOMPARE(report.tensors.size(), std::size_t(report.summary.passed ? 1 : 2));
    }

    /// Tensors of many pieces: the same bits for any number of threads.
    void numbersDoNotDependOnThreads()
    {
        const TestTensor a = test::floatTensor(QStringLiteral("a"), {700, 1000}, 5);
        const TestTensor b = test::floatTensor(QStringLiteral("b"), {600000}, 6);
        const auto original = m_folder.plain({a, b});
        const auto written = m_folder.quantized({{a, scheme("int4"), packed(64)}, {b}});
        const ValidationReport one = reportOf(original, written, 1);
        QCOMPARE(one.tensors[0].sums.count, std::int64_t(700000)); // All pieces are there.
        QCOMPARE(one.tensors[1].sums.count, std::int64_t(600000));
        for (int threads = 2; threads < 5; ++threads) {
            const ValidationReport more = reportOf(original, written, threads);
            for (std::size_t i = 0; i < 2; ++i) {
                const ErrorSums &x = one.tensors[i].sums, &y = more.tensors[i].sums;
                QVERIFY(x.count == y.count && x.xx == y.xx && x.dd == y.dd && x.xy == y.xy);
            }
            QVERIFY(one.summary.relRmse == more.summary.relRmse);
        }
        QCOMPARE(statusOf(one.tensors[1]), QStringLiteral("kept"));
    }

    void whatDoesNotMatchFails_data()
    {
        QTest::addColumn<std::vector<TestTensor>>("written");
        QTest::addColumn<QString>("message");
        const TestTensor w = floats("w", {2, 2}, {1, 2, 3, 4});
        const TestTensor ids{QStringLiteral("ids"), DType::I32, {2}, QByteArray(8, '\2')};
        const auto row
            = [](const char* title, std::vector<TestTensor> written, const char* message) {
                  QTest::newRow(title) << written << QString::fromUtf8(message);
              };
        row("missing", {w}, "ids: missing in the written file");
        row("extra", {w, ids, floats("x", {1}, {1})}, "x: not in the source");
        row("shape", {floats("w", {4}, {1, 2, 3, 4}), ids}, "w: shape [2, 2] became [4]");
        row("type", {w, {ids.name, DType::I64, {2}, QByteArray(16, '\2')}},
            "ids: type I32 became I64");
        row("bytes", {w, {ids.name, DType::I32, {2}, QByteArray(8, '\3')}},
            "ids: its bytes differ from the source");
        row("turned to floats", {w, floats("ids", {2}, {1, 2})}, "ids: type I32 became F32");
        row("NaN", {floats("w", {2, 2}, {1, 2, NAN, 4}), ids},
            "w: NaN at element 2 of the written tensor");
        row("infinity", {floats("w", {2, 2}, {1, -INFINITY, 3, 4}), ids},
            "w: infinity at element 1 of the written tensor");
    }
    void whatDoesNotMatchFails()
    {
        QFETCH(std::vector<TestTensor>, written);
        QFETCH(QString, message);
        const auto original = m_folder.plain({floats("w", {2, 2}, {1, 2, 3, 4}),
            {QStringLiteral("ids"), DType::I32, {2}, QByteArray(8, '\2')}});
        const ValidationReport report = reportOf(original, m_folder.plain(written));
        QVERIFY(!report.summary.passed);
        QCOMPARE(report.summary.failures, QStringList{message});
        QVERIFY(std::isfinite(report.summary.relRmse));
    }
    void aKeptTensorMayHoldAnything()
    {
        const auto model = m_folder.plain({floats("w", {3}, {1, NAN, INFINITY})});
        const ValidationReport report = reportOf(model, model);
        QVERIFY(report.summary.passed);
        QCOMPARE(statusOf(report.tensors[0]), QStringLiteral("kept"));
        QVERIFY(report.summary.relRmse == 0);
    }

    void dequantizedFloatsAreCompared()
    {
        const auto original = m_folder.plain({floats("w", {2}, {1, 3})});
        const ValidationReport report
            = reportOf(original, m_folder.plain({floats("w", {2}, {1, 4})}));
        QCOMPARE(report.tensors[0].scheme, QStringLiteral("f32"));
        QVERIFY(std::abs(report.tensors[0].relRmse - std::sqrt(.1)) < 1e-12);
        QVERIFY(report.tensors[0].sums.d == 1);
    }
    /// The file says what was asked for, so that each decoded tensor has its floor and its reason.
    void theRecipeInTheFileNamesSchemes()
    {
        Recipe recipe;
        recipe.target = QStringLiteral("safetensors-f32");
        recipe.scheme = QStringLiteral("int8");
        const QMap<QString, QString> metadata{
            {QStringLiteral("arrowquant.recipe"), QString::fromUtf8(toJson(recipe))}};
        std::vector<float> x(4096, 1.0f), y(4096, 1.02f);
        const auto original = m_folder.plain({floats("w", {64, 64}, x), floats("bias", {1}, {1})});
        const auto written = m_folder.quantized(
            {{floats("w", {64, 64}, y)}, {floats("bias", {1}, {1})}}, metadata);
        const ValidationReport report = reportOf(original, written);
        QVERIFY(report.recipe == recipe);
        QCOMPARE(report.tensors[0].scheme, QStringLiteral("int8"));
        QCOMPARE(report.tensors[0].reason, QStringLiteral("default"));
        QCOMPARE(statusOf(report.tensors[0]), QStringLiteral("below-floor")); // .02 > .015
        QCOMPARE(report.tensors[1].scheme, QStringLiteral("keep"));
        QCOMPARE(report.tensors[1].reason, QStringLiteral("small: 1-D"));
    }

    void eventsComeInOrderAndToTheEnd()
    {
        std::vector<TestTensor> tensors;
        for (int i = 0; i < 40; ++i)
            tensors.push_back(test::floatTensor(QStringLiteral("t%1").arg(i), {i, 5000}, 1));
        const auto model = m_folder.plain(tensors);
        QStringList names;
        std::int64_t done = 0, total = 0;
        bool grows = true;
        JobControl control;
        control.tensorDone = [&](const TensorDone& event) {
            QCOMPARE(event.index, std::int64_t(names.size()));
            names << event.name;
        };
        control.progress = [&](const Progress& progress) {
            grows = grows && progress.bytesDone >= done;
            done = progress.bytesDone;
            total = progress.bytesTotal;
            QCOMPARE(progress.stage, QStringLiteral("validate"));
        };
        QVERIFY(bool(validate({model, model, {}, 3}, control)));
        QCOMPARE(names.size(), 40);
        QVERIFY(grows && done == total && total == 4 * 5000 * 780);
    }
    void cancelEndsSoon()
    {
        const auto model = m_folder.plain({test::floatTensor(QStringLiteral("w"), {3000, 1000})});
        for (int after : {0, 3}) {
            std::atomic<int> asked = 0;
            JobControl control;
            control.cancelled = [&] { return asked++ >= after; };
            const auto report = validate({model, model, {}, 2}, control);
            QVERIFY(!report);
            QCOMPARE(report.error().code, ErrorCode::Cancelled);
            QVERIFY(asked <= after + 2); // Nobody asks again.
        }
    }
    void aShrunkenFileIsAnError()
    {
        const auto original = m_folder.plain({test::floatTensor(QStringLiteral("w"), {300, 1000})});
        const auto written = m_folder.plain({test::floatTensor(QStringLiteral("w"), {300, 1000})});
        QVERIFY(QFile::resize(written.path(), 100000));
        const auto report = validate({original, written, {}, 2}, {});
        QVERIFY(!report);
        QVERIFY2(report.error().where.contains(written.path()), qPrintable(report.error().where));
        QVERIFY(report.error().where.contains(QStringLiteral("w")));
    }
    void anEmptyModelPasses()
    {
        const auto model = m_folder.plain({});
        const ValidationReport report = reportOf(model, model);
        QVERIFY(report.summary.passed && report.tensors.empty());
    }
};

QTEST_APPLESS_MAIN(TestValidate)
#include "tst_validate.moc"
