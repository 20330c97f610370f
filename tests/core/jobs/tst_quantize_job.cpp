#include "tests/core/jobs/job_fixture.h"
#include "tests/support/schemes_of.h"

#include <limits>

using namespace aq;
using namespace aq::test;

class TestQuantizeJob : public QObject {
    Q_OBJECT
    /// Several tiles per tensor, a row longer than a tile, small ones between, integers.
    static std::vector<TestTensor> mixed()
    {
        return {
            floatTensor(QStringLiteral("a.weight"), {700, 512}, 1),
            floatTensor(QStringLiteral("a.bias"), {700}, 2),
            floatTensor(QStringLiteral("long"), {(1 << 18) + 1000}, 3),
            {QStringLiteral("steps"), DType::I64, {5}, QByteArray(40, '\x07')},
            floatTensor(QStringLiteral("conv.weight"), {40, 9, 3, 3}, 4),
        };
    }
    static TestTensor filled(const QString& name, const Shape& shape, float value)
    {
        return {name, DType::F32, shape,
            bytesOf(std::vector<float>(std::size_t(*elementCount(shape)), value))};
    }
    static std::vector<TestTensor> odd()
    {
        constexpr float tiny = std::numeric_limits<float>::denorm_min();
        return {
            floatTensor(QStringLiteral("0-d"), {}),
            floatTensor(QStringLiteral("empty"), {0, 4}),
            floatTensor(QStringLiteral("empty inside"), {3, 0, 2}),
            floatTensor(QStringLiteral("1-d"), {37}),
            floatTensor(QStringLiteral("one element"), {1, 1}),
            floatTensor(QStringLiteral("5-d"), {2, 3, 2, 1, 5}),
            filled(QStringLiteral("zero"), {4, 40}, 0),
            filled(QStringLiteral("negative zero"), {4, 40}, -0.0f),
            filled(QStringLiteral("constant"), {4, 40}, 0.3f),
            filled(QStringLiteral("negative constant"), {4, 40}, -7),
            filled(QStringLiteral("subnormal"), {4, 40}, 3 * tiny),
            withValue(filled(QStringLiteral("outlier"), {4, 40}, 0.01f), 17, 3e4f),
            {QStringLiteral("flags"), DType::Bool, {3}, QByteArray("\1\0\1", 3)},
        };
    }

    /// Without what a GGUF file cannot hold: tensors of no elements, and booleans.
    static std::vector<TestTensor> oddFor(const QString& target)
    {
        std::vector<TestTensor> tensors = odd();
        if (target.startsWith(QStringLiteral("gguf")))
            std::erase_if(tensors, [](const TestTensor& tensor) {
                return tensor.bytes.isEmpty() || tensor.dtype == DType::Bool;
            });
        return tensors;
    }

private Q_SLOTS:
    void everyShapeHasAResult_data()
    {
        QTest::addColumn<QString>("target");
        QTest::addColumn<QString>("scheme");
        QTest::addColumn<int>("groupSize");
        for (const Target& target : targets())
            for (const Scheme* scheme : test::schemesOf(target.family))
                for (const int groupSize :
                    scheme->blockElements ? std::vector{0} : std::vector{0, 32, 128})
                    QTest::addRow("%s %s %d", target.id, scheme->id, groupSize)
                        << QString::fromLatin1(target.id) << QString::fromLatin1(scheme->id)
                        << groupSize;
    }
    void everyShapeHasAResult()
    {
        QFETCH(QString, target);
        QFETCH(QString, scheme);
        QFETCH(int, groupSize);
        const std::vector<TestTensor> tensors = oddFor(target);
        const JobFixture job(tensors);
        const JobEnd end = quantizeModel(job.request(recipeForAll(target, scheme, groupSize)), {});
        const ValidationReport& report = finished(end).report;
        QCOMPARE(report.tensors.size(), tensors.size());
        for (const TensorReport& tensor : report.tensors) {
            QVERIFY2(tensor.status != Status::Failed, qPrintable(tensor.name + tensor.message));
            if (tensor.name != QStringLiteral("subnormal")) // Too small for F16 and BF16: zero.
                QVERIFY2(tensor.cosine > 0.5, qPrintable(tensor.name));
            QVERIFY2(tensor.maxError <= tensor.sums.peak, qPrintable(tensor.name));
        }
        for (const TensorReport& tensor : report.tensors) // Zero stays zero in every scheme.
            QVERIFY(tensor.name != QStringLiteral("zero") || tensor.maxError == 0);
        const auto written = openModel(job.path(QStringLiteral("out")));
        QVERIFY(written);
        QCOMPARE(written->header().tensors.size(), tensors.size());
    }

    void keptTensorsAreByteIdentical_data()
    {
        QTest::addColumn<QString>("target");
        for (const Target& target : targets())
            QTest::addRow("%s", target.id) << QString::fromLatin1(target.id);
    }
    void keptTensorsAreByteIdentical()
    {
        QFETCH(QString, target);
        std::vector<TestTensor> tensors = mixed();
        tensors.push_back(withValue(floatTensor(QStringLiteral("nan.kept"), {3000}), 7,
            std::numeric_limits<float>::quiet_NaN()));
        const JobFixture job(tensors);
        Recipe recipe;
        recipe.target = target;
        const JobEnd end = quantizeModel(job.request(recipe), {});
        const ValidationReport& report = finished(end).report;
        const auto written = openModel(job.path(QStringLiteral("out")));
        QVERIFY(written);
        int kept = 0;
        for (std::size_t i = 0; i < tensors.size(); ++i) {
            if (report.tensors[i].status != Status::Kept)
                continue;
            ++kept;
            const TensorInfo& copy = tensorNamed(*written, tensors[i].name);
            QCOMPARE(copy.dtype, tensors[i].dtype);
            QCOMPARE(elementsOf(*written, copy), tensors[i].bytes);
        }
        QCOMPARE(kept, 4); // 1-D, integers.
    }

    void bytesDoNotDependOnThreadsOrMemory_data()
    {
        QTest::addColumn<QString>("target");
        QTest::addColumn<int>("groupSize");
        for (const char* target : {"arrow", "safetensors", "safetensors-f16"})
            for (const int groupSize : {64, 0})
                QTest::addRow("%s %d", target, groupSize)
                    << QString::fromLatin1(target) << groupSize;
    }
    void bytesDoNotDependOnThreadsOrMemory()
    {
        QFETCH(QString, target);
        QFETCH(int, groupSize);
        const JobFixture job(mixed());
        Recipe recipe = recipeForAll(target, QStringLiteral("int4"), groupSize);
        const auto run = [&](int threads, std::int64_t memory) {
            QuantizeRequest request = job.request(recipe);
            request.overwrite = true;
            request.limits = {threads, memory, false};
            finished(quantizeModel(request, {}));
            return sha256(request.output);
        };
        const QByteArray expected = run(1, 1 << 30);
        for (const int threads : {2, 3, 8})
            QCOMPARE(run(threads, 1 << 30), expected);
        QCOMPARE(run(8, 1), expected); // Less than one worker needs: one worker.
    }

    void trialMeasuresWhatTheFileHolds()
    {
        const JobFixture job(mixed());
        for (const int groupSize : {64, 0}) {
            QuantizeRequest request = job.request(
                recipeForAll(QStringLiteral("safetensors"), QStringLiteral("int4"), groupSize));
            request.overwrite = true;
            const JobEnd written = quantizeModel(request, {});
            const JobEnd trial
                = measureModel({job.source, request.plan, request.thresholds, {}}, {});
            const auto &a = finished(written).report.tensors, &b = finished(trial).report.tensors;
            QCOMPARE(b.size(), a.size());
            for (std::size_t i = 0; i < a.size(); ++i) {
                QCOMPARE(b[i].scheme, a[i].scheme);
                QCOMPARE(b[i].reason, a[i].reason);
                QCOMPARE(b[i].status, a[i].status);
                QCOMPARE(b[i].bytesAfter, a[i].bytesAfter);
                QVERIFY2(std::abs(b[i].relRmse - a[i].relRmse) <= 1e-12 * a[i].relRmse,
                    qPrintable(a[i].name));
                QVERIFY(b[i].maxError == a[i].maxError);
            }
        }
        QVERIFY(finished(measureModel({job.source, job.request(Recipe()).plan, {}, {}}, {}))
                    .output.isEmpty());
    }

    // Two ways to the same floats: quantize to them, or quantize and then dequantize.
    void dequantizedFileEqualsDecodedTarget_data()
    {
        QTest::addColumn<QString>("target");
        QTest::addColumn<DType>("dtype");
        QTest::newRow("f16") << QStringLiteral("safetensors-f16") << DType::F16;
        QTest::newRow("bf16") << QStringLiteral("safetensors-bf16") << DType::BF16;
        QTest::newRow("f32") << QStringLiteral("safetensors-f32") << DType::F32;
    }
    void dequantizedFileEqualsDecodedTarget()
    {
        QFETCH(QString, target);
        QFETCH(DType, dtype);
        const JobFixture job(mixed());
        for (const int groupSize : {32, 0}) {
            const QString scheme = QStringLiteral("int3");
            QuantizeRequest packed
                = job.request(recipeForAll(QStringLiteral("safetensors"), scheme, groupSize),
                    QStringLiteral("packed"));
            QuantizeRequest direct = job.request(recipeForAll(target, scheme, groupSize));
            packed.overwrite = direct.overwrite = true;
            finished(quantizeModel(packed, {}));
            finished(quantizeModel(direct, {}));
            const auto quantized = openModel(packed.output);
            QVERIFY(quantized);
            finished(dequantizeModel(
                {*quantized, job.path(QStringLiteral("floats")), dtype, true, {}}, {}));

            const auto a = openModel(direct.output),
                       b = openModel(job.path(QStringLiteral("floats")));
            QVERIFY(a && b);
            for (const TensorInfo& x : a->header().tensors) {
                const TensorInfo& y = tensorNamed(*b, x.name);
                QCOMPARE(y.dtype, x.dtype);
                QCOMPARE(elementsOf(*b, y), elementsOf(*a, x));
            }
        }
    }

    void tenThousandTensorsInOrder()
    {
        std::vector<TestTensor> tensors;
        for (int i = 0; i < 10'000; ++i)
            tensors.push_back(
                floatTensor(QStringLiteral("blk.%1.weight").arg(i), {2, 32}, unsigned(i)));
        const JobFixture job(tensors);
        std::int64_t expected = 0;
        bool inOrder = true;
        JobControl control;
        control.tensorDone
            = [&](const TensorDone& tensor) { inOrder = inOrder && tensor.index == expected++; };
        const JobEnd end = quantizeModel(
            job.request(recipeForAll(QStringLiteral("arrow"), QStringLiteral("int4"))), control);
        QCOMPARE(finished(end).report.tensors.size(), tensors.size());
        QVERIFY(inOrder);
        QCOMPARE(expected, 10'000);
    }

    // PyTorch refuses a view of a tensor that does not start at a multiple of its element size.
    void safetensorsAreAligned()
    {
        const JobFixture job({{QStringLiteral("flag"), DType::Bool, {3}, QByteArray(3, '\1')},
            {QStringLiteral("half"), DType::F16, {3}, QByteArray(6, '\0')},
            floatTensor(QStringLiteral("bias"), {3}), floatTensor(QStringLiteral("w"), {3, 33}),
            {QStringLiteral("ids"), DType::I64, {1}, QByteArray(8, '\2')}});
        Recipe recipe = recipeForAll(QStringLiteral("safetensors-f16"), QStringLiteral("int8"));
        recipe.keepOneDimensional = true;
        const JobEnd end = quantizeModel(job.request(recipe), {});
        const ValidationReport& report = finished(end).report;
        for (std::size_t i = 0; i < report.tensors.size(); ++i)
            QCOMPARE(report.tensors[i].name, job.source.header().tensors[i].name);
        const auto written = openModel(job.path(QStringLiteral("out")));
        QVERIFY(written);
        for (const TensorInfo& tensor : written->header().tensors)
            QCOMPARE(tensor.data.offset % (bitsOf(tensor.dtype) / 8), 0);
    }

    void progressNeverGoesBackAndEndsWhole()
    {
        std::vector<TestTensor> tensors = mixed();
        tensors.push_back(withValue(floatTensor(QStringLiteral("bad"), {64, 64}), 5, 1e30f));
        const JobFixture job(tensors);
        Progress last;
        bool forward = true;
        JobControl control;
        control.progress = [&](const Progress& progress) {
            forward = forward && progress.bytesDone >= last.bytesDone
                && progress.bytesDone <= progress.bytesTotal;
            last = progress;
        };
        QuantizeRequest request
            = job.request(recipeForAll(QStringLiteral("safetensors"), QStringLiteral("int4"), 0));
        finished(quantizeModel(request, control));
        QVERIFY(forward);
        QCOMPARE(last.bytesDone, last.bytesTotal);
        QCOMPARE(last.stage, QStringLiteral("validate"));
    }

    void fileSaysHowItWasMade()
    {
        const JobFixture job(mixed());
        Recipe recipe = recipeForAll(QStringLiteral("arrow"), QStringLiteral("int8"));
        finished(quantizeModel(job.request(recipe), {}));
        const auto written = openModel(job.path(QStringLiteral("out")));
        QVERIFY(written);
        const auto& metadata = written->header().metadata;
        QCOMPARE(metadata[QStringLiteral("arrowquant.source")], QStringLiteral("in.safetensors"));
        const auto stored = recipeFromJson(metadata[QStringLiteral("arrowquant.recipe")].toUtf8());
        QVERIFY(stored);
        QVERIFY(*stored == recipe);
    }
};
QTEST_GUILESS_MAIN(TestQuantizeJob)
#include "tst_quantize_job.moc"
