#include "tests/core/jobs/job_fixture.h"

#include <limits>

using namespace aq;
using namespace aq::test;

constexpr float notANumber = std::numeric_limits<float>::quiet_NaN();
constexpr float infinite = std::numeric_limits<float>::infinity();

class TestJobFailures : public QObject {
    Q_OBJECT
    static TestTensor weight(const char* name, unsigned seed = 1)
    {
        return floatTensor(QString::fromLatin1(name), {64, 64}, seed);
    }
    static Recipe int4(const char* target = "safetensors")
    {
        return recipeForAll(QString::fromLatin1(target), QStringLiteral("int4"));
    }
    static std::vector<TestTensor> withTwoBad()
    {
        return {weight("a", 1), withValue(weight("b", 2), 1234, notANumber), weight("c", 3),
            withValue(withValue(weight("d", 4), 4095, notANumber), 77, -infinite), weight("e", 5)};
    }

private Q_SLOTS:
    void nonFiniteValueIsNamed_data()
    {
        QTest::addColumn<int>("groupSize");
        QTest::addColumn<int>("threads");
        for (const int groupSize : {32, 0})
            for (const int threads : {1, 4})
                QTest::addRow("group %d, %d threads", groupSize, threads) << groupSize << threads;
    }
    void nonFiniteValueIsNamed()
    {
        QFETCH(int, groupSize);
        QFETCH(int, threads);
        const JobFixture job(withTwoBad());
        Recipe recipe = int4();
        recipe.groupSize = groupSize;
        QuantizeRequest request = job.request(recipe);
        request.limits.threads = threads;
        const JobEnd end = quantizeModel(request, {});
        const auto* failed = std::get_if<Failed>(&end);
        QVERIFY(failed);
        QCOMPARE(
            textOf(failed->error), job.source.path() + QStringLiteral(": b: element 1234 is NaN"));
        QVERIFY(!failed->errors.empty());
        QCOMPARE(textOf(failed->errors.front()), textOf(failed->error));
        QCOMPARE(job.names(), QStringList{QStringLiteral("in.safetensors")});
    }

    void continuingKeepsAndListsWhatFails_data()
    {
        QTest::addColumn<QString>("target");
        for (const Target& target : targets())
            QTest::addRow("%s", target.id) << QString::fromLatin1(target.id);
    }
    void continuingKeepsAndListsWhatFails()
    {
        QFETCH(QString, target);
        const std::vector<TestTensor> tensors = withTwoBad();
        const JobFixture job(tensors);
        QuantizeRequest request = job.request(int4(target.toLatin1().constData()));
        request.limits.continueOnError = true;
        QStringList told;
        JobControl control;
        control.tensorDone = [&](const TensorDone& tensor) {
            if (!tensor.error.isEmpty())
                told += tensor.name;
        };
        const JobEnd end = quantizeModel(request, control);
        const ValidationReport& report = finished(end).report;
        QCOMPARE(told, (QStringList{QStringLiteral("b"), QStringLiteral("d")}));
        QVERIFY(!report.summary.passed);
        QCOMPARE(report.summary.failures.size(), 2);
        QVERIFY(report.summary.failures[0].startsWith(QStringLiteral("b: element 1234 is NaN")));
        QVERIFY(report.summary.failures[1].startsWith(QStringLiteral("d: element 77 is -Inf")));

        // The others are what they are in a run that was told to keep the two.
        Recipe keeping = int4(target.toLatin1().constData());
        keeping.overrides = {{QStringLiteral("b"), {}}, {QStringLiteral("d"), {}}};
        const QuantizeRequest clean = job.request(keeping, QStringLiteral("clean"));
        finished(quantizeModel(clean, {}));
        const auto a = openModel(request.output), b = openModel(clean.output);
        QVERIFY(a && b);
        for (const TensorInfo& x : a->header().tensors) {
            const TensorInfo& y = tensorNamed(*b, x.name);
            QCOMPARE(x.dtype, y.dtype);
            QCOMPARE(bool(x.encoding), bool(y.encoding));
            QCOMPARE(stored(*a, x), stored(*b, y));
        }
        QCOMPARE(elementsOf(*a, tensorNamed(*a, tensors[1].name)), tensors[1].bytes);
        QCOMPARE(elementsOf(*a, tensorNamed(*a, tensors[3].name)), tensors[3].bytes);
    }

    void doubleThatIsNoFloatIsNamedWithItsValue_data()
    {
        QTest::addColumn<double>("value");
        QTest::addColumn<QString>("detail"); // Empty: it has a float, if a subnormal one.
        QTest::newRow("too large")
            << 1e300 << QStringLiteral("element 100 is 1e+300, which does not fit F32");
        QTest::newRow("too small")
            << -1e-300 << QStringLiteral("element 100 is -1e-300, which does not fit F32");
        QTest::newRow("subnormal") << 1e-44 << QString();
        QTest::newRow("zero") << -0.0 << QString();
    }
    void doubleThatIsNoFloatIsNamedWithItsValue()
    {
        QFETCH(double, value);
        QFETCH(QString, detail);
        std::vector<double> values(4096, 0.5);
        values[100] = value;
        values[200] = detail.isEmpty() ? 0.5 : std::numeric_limits<double>::infinity();
        const JobFixture job({{QStringLiteral("wide"), DType::F64, {64, 64},
            QByteArray(
                reinterpret_cast<const char*>(values.data()), qsizetype(values.size() * 8))}});
        const JobEnd end = quantizeModel(job.request(int4()), {});
        const auto* failed = std::get_if<Failed>(&end);
        QCOMPARE(failed ? failed->error.detail : QString(), detail);
        if (failed)
            QVERIFY(failed->error.where.endsWith(QStringLiteral(": wide")));
    }

    void scaleOutsideF16FallsBackToF32_data()
    {
        QTest::addColumn<int>("groupSize");
        QTest::newRow("groups") << 32;
        QTest::newRow("whole tensor") << 0;
    }
    void scaleOutsideF16FallsBackToF32()
    {
        QFETCH(int, groupSize);
        const JobFixture job(
            {weight("a", 1), withValue(weight("huge", 2), 4000, 1e30f), weight("z", 3)});
        Recipe recipe = int4();
        recipe.groupSize = groupSize;
        const JobEnd end = quantizeModel(job.request(recipe), {});
        const auto& tensors = finished(end).report.tensors;
        QCOMPARE(tensors[1].reason, QStringLiteral("fallback: scale outside F16"));
        QCOMPARE(tensors[1].scheme, QStringLiteral("int4"));
        QVERIFY(tensors[1].maxError < 1e30);
        const auto written = openModel(job.path(QStringLiteral("out")));
        QVERIFY(written);
        const auto scaleType = [&](int i) {
            return written->header().tensors[std::size_t(i)].encoding->options.scaleType;
        };
        QCOMPARE(scaleType(0), ScaleType::F16);
        QCOMPARE(scaleType(1), ScaleType::F32);
        QCOMPARE(scaleType(2), ScaleType::F16);
    }

    void valueOutsideTheFloatsWrittenIsNamed()
    {
        const JobFixture job({withValue(weight("big"), 9, 1e6f)});
        const JobEnd end = quantizeModel(job.request(int4("safetensors-f16")), {});
        const auto* failed = std::get_if<Failed>(&end);
        QVERIFY(failed);
        QVERIFY2(failed->error.detail.startsWith(QStringLiteral("element 9 is 1"))
                && failed->error.detail.endsWith(QStringLiteral("which does not fit F16")),
            qPrintable(failed->error.detail));
    }

    void cancelledAtAnyMomentLeavesNothing()
    {
        std::vector<TestTensor> tensors;
        for (int i = 0; i < 120; ++i)
            tensors.push_back(floatTensor(QStringLiteral("w%1").arg(i), {8, 32}, unsigned(i)));
        const JobFixture job(tensors);
        QuantizeRequest request = job.request(int4("arrow"));
        request.limits.threads = 1; // Asked once per tile, so that each moment is another tile.
        for (int moment = 1; moment <= 200; ++moment) {
            int asked = 0;
            JobControl control;
            control.cancelled = [&] { return ++asked >= moment; };
            const JobEnd end = quantizeModel(request, control);
            QVERIFY(std::holds_alternative<Cancelled>(end));
            QCOMPARE(job.names(), QStringList{QStringLiteral("in.safetensors")});
        }
    }

    void cancelledAfterValidationLeavesNothing()
    {
        const JobFixture job({weight("a")});
        bool isValidated = false;
        JobControl control;
        control.cancelled = [&] { return isValidated; };
        control.progress = [&](const Progress& progress) {
            isValidated = progress.stage == QStringLiteral("validate")
                && progress.bytesDone == progress.bytesTotal;
        };
        QVERIFY(std::holds_alternative<Cancelled>(quantizeModel(job.request(int4()), control)));
        QCOMPARE(job.names(), QStringList{QStringLiteral("in.safetensors")});
    }

    void firstOfManyIsNamedWhereverItLies_data()
    {
        QTest::addColumn<qint64>("rows");
        QTest::addColumn<qint64>("columns");
        QTest::newRow("many rows") << qint64(900) << qint64(512);
        QTest::newRow("one long row") << qint64(1) << qint64(900 * 512);
    }
    void firstOfManyIsNamedWhereverItLies()
    {
        QFETCH(qint64, rows);
        QFETCH(qint64, columns);
        constexpr qsizetype index = (1 << 18) + 3 * (1 << 14) + 777; // In a later tile and strip.
        TestTensor tensor
            = withValue(floatTensor(QStringLiteral("w"), {rows, columns}), index, infinite);
        tensor = withValue(tensor, index + 100'000, notANumber);
        const JobFixture job({tensor});
        const JobEnd end = quantizeModel(job.request(int4()), {});
        const auto* failed = std::get_if<Failed>(&end);
        QVERIFY(failed);
        QCOMPARE(failed->error.detail, QStringLiteral("element %1 is Inf").arg(index));
    }

    // The tiles with a scale that can be widened and those with NaN fail at the same time.
    void errorBehindAScaleThatIsWidenedCounts_data()
    {
        QTest::addColumn<int>("groupSize");
        QTest::addColumn<int>("threads");
        for (const int groupSize : {32, 0})
            for (const int threads : {1, 2, 4})
                QTest::addRow("group %d, %d threads", groupSize, threads) << groupSize << threads;
    }
    void errorBehindAScaleThatIsWidenedCounts()
    {
        QFETCH(int, groupSize);
        QFETCH(int, threads);
        constexpr qsizetype firstBad = 1 << 16, endBad = 1 << 20;
        TestTensor tiny = floatTensor(QStringLiteral("tiny"), {2048, 1024});
        for (float& value : std::span(reinterpret_cast<float*>(tiny.bytes.data()), 2048 * 1024))
            value *= 5e-6f; // About 1e-7: their scales do not fit F16.
        for (qsizetype i = firstBad; i < endBad; ++i)
            tiny = withValue(std::move(tiny), i, notANumber);
        const JobFixture job({std::move(tiny), withValue(weight("z", 2), 5, notANumber)});
        Recipe recipe = int4();
        recipe.groupSize = groupSize;
        QuantizeRequest request = job.request(recipe);
        request.limits.threads = threads;
        for (int run = 0; run < 5; ++run) {
            const JobEnd end = quantizeModel(request, {});
            const auto* failed = std::get_if<Failed>(&end);
            QVERIFY(failed);
            QCOMPARE(textOf(failed->error),
                job.source.path() + QStringLiteral(": tiny: element 65536 is NaN"));
            QCOMPARE(failed->errors.size(), 1u);
            QCOMPARE(job.names(), QStringList{QStringLiteral("in.safetensors")});
        }
    }

    void existingFileIsLeftAlone()
    {
        const JobFixture job({weight("a")});
        QuantizeRequest request = job.request(int4());
        QVERIFY(write(request.output, "precious"));
        const JobEnd end = quantizeModel(request, {});
        QVERIFY(std::holds_alternative<Failed>(end));
        QCOMPARE(std::get<Failed>(end).error.code, ErrorCode::WriteFailed);
        QCOMPARE(contentsOf(request.output), QByteArray("precious"));
        request.overwrite = true;
        finished(quantizeModel(request, {}));
        QVERIFY(openModel(request.output));
    }

    void failedOverwriteKeepsTheOldFile()
    {
        const JobFixture job(withTwoBad());
        QuantizeRequest request = job.request(int4());
        request.overwrite = true;
        QVERIFY(write(request.output, "precious"));
        QVERIFY(std::holds_alternative<Failed>(quantizeModel(request, {})));
        QCOMPARE(contentsOf(request.output), QByteArray("precious"));
        QCOMPARE(job.names().size(), 2);
    }

    void outputIsRefusedBeforeWork_data()
    {
        QTest::addColumn<QString>("output");
        QTest::addColumn<QString>("detail");
        QTest::newRow("no name") << QString() << QStringLiteral("no output");
        QTest::newRow("folder") << QStringLiteral(".") << QStringLiteral("is a folder");
        QTest::newRow("the model")
            << QStringLiteral("in.safetensors") << QStringLiteral("being read");
        QTest::newRow("a link to it") << QStringLiteral("link") << QStringLiteral("being read");
        QTest::newRow("folder missing")
            << QStringLiteral("no/out") << QStringLiteral("does not exist");
        QTest::newRow("below a file")
            << QStringLiteral("in.safetensors/out") << QStringLiteral("does not exist");
        QTest::newRow("device") << QStringLiteral("/dev/full")
                                << QStringLiteral("not a regular file");
    }
    void outputIsRefusedBeforeWork()
    {
        QFETCH(QString, output);
        QFETCH(QString, detail);
        const JobFixture job({weight("a")});
        QVERIFY(QFile::link(job.source.path(), job.path(QStringLiteral("link"))));
        const QByteArray before = contentsOf(job.source.path());
        QuantizeRequest request = job.request(int4());
        request.overwrite = true;
        request.output
            = output.isEmpty() || output.startsWith(QLatin1Char('/')) ? output : job.path(output);
        bool worked = false;
        JobControl control;
        control.progress = [&](const Progress&) { worked = true; };
        const JobEnd end = quantizeModel(request, control);
        const auto* failed = std::get_if<Failed>(&end);
        QVERIFY(failed);
        QCOMPARE(failed->error.code, ErrorCode::WriteFailed);
        QVERIFY2(failed->error.detail.contains(detail), qPrintable(failed->error.detail));
        QVERIFY(!worked);
        QCOMPARE(contentsOf(job.source.path()), before);
    }

private:
    /// All bytes of a tensor as they lie in the file.
    static QByteArray stored(const ModelSource& source, const TensorInfo& tensor)
    {
        if (!tensor.encoding)
            return elementsOf(source, tensor);
        QByteArray all;
        for (const Blob* blob :
            {&tensor.encoding->codes, &tensor.encoding->scales, &tensor.encoding->zeros}) {
            QByteArray bytes(blob->bytes, '\0');
            if (!source.readBlob(*blob, 0,
                    std::as_writable_bytes(std::span(bytes.data(), std::size_t(bytes.size())))))
                return {};
            all += bytes;
        }
        return all;
    }
};
QTEST_GUILESS_MAIN(TestJobFailures)
#include "tst_job_failures.moc"
