#include "core/jobs/picture_job.h"
#include "core/quant/to_float.h"
#include "tests/core/jobs/job_fixture.h"

#include <QFutureWatcher>
#include <QThreadPool>
#include <cmath>

using namespace aq;
using test::JobFixture;

namespace {

PictureRequest requestFor(const JobFixture& model, const Recipe& recipe, std::int64_t tensor = 0)
{
    const auto plan = makePlan(model.source.header(), recipe);
    if (!plan)
        qFatal("%s", qPrintable(plan.error().detail));
    PictureRequest request{.source = model.source, .tensor = tensor};
    request.plan = plan->tensors[std::size_t(tensor)];
    request.target = plan->target;
    return request;
}

TensorPicture drawn(const PictureRequest& request)
{
    auto picture = pictureOf(request, {});
    if (!picture)
        qFatal("%s", qPrintable(test::textOf(picture.error())));
    return *picture;
}

std::int64_t total(const Histogram& histogram)
{
    std::int64_t sum = histogram.below + histogram.above;
    for (const std::int64_t count : histogram.counts)
        sum += count;
    return sum;
}

/// Cells of which nothing was read are NaN.
bool haveSameCells(const HeatMap& a, const HeatMap& b)
{
    return a.cells.size() == b.cells.size()
        && std::memcmp(a.cells.data(), b.cells.data(), a.cells.size() * sizeof(float)) == 0;
}

bool isSame(const TensorPicture& a, const TensorPicture& b)
{
    return a.original.mean == b.original.mean && a.decoded.kurtosis == b.decoded.kurtosis
        && a.decodedHistogram.counts == b.decodedHistogram.counts
        && a.errorHistogram.counts == b.errorHistogram.counts && haveSameCells(a.error, b.error)
        && a.sums.dd == b.sums.dd && a.channels.size() == b.channels.size();
}

bool isClose(double a, double b)
{
    return std::abs(a - b) <= 1e-9 * std::max(std::abs(a), std::abs(b));
}

} // namespace

class TestPictureJob : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void numbersAgreeWithThoseOfTheJob_data()
    {
        QTest::addColumn<QString>("target");
        QTest::addColumn<QString>("scheme");
        QTest::addColumn<int>("group");
        QTest::newRow("int4 groups of 32")
            << QStringLiteral("arrow") << QStringLiteral("int4") << 32;
        QTest::newRow("int4 whole tensor")
            << QStringLiteral("arrow") << QStringLiteral("int4") << 0;
        QTest::newRow("int8 decoded")
            << QStringLiteral("safetensors") << QStringLiteral("int8") << 64;
        QTest::newRow("Q4_K") << QStringLiteral("gguf") << QStringLiteral("q4_k") << 128;
        QTest::newRow("Q8_0") << QStringLiteral("gguf") << QStringLiteral("q8_0") << 128;
        QTest::newRow("F16") << QStringLiteral("gguf") << QStringLiteral("f16") << 128;
    }

    // The trial of the same plan and the file it writes tell the same.
    void numbersAgreeWithThoseOfTheJob()
    {
        QFETCH(QString, target);
        QFETCH(QString, scheme);
        QFETCH(int, group);
        const JobFixture model({test::floatTensor(QStringLiteral("w"), {700, 512})});
        const Recipe recipe = test::recipeForAll(target, scheme, group);
        const TensorPicture picture = drawn(requestFor(model, recipe));
        QCOMPARE(picture.problem, QString());
        const JobEnd end = quantizeModel(model.request(recipe), {});
        const TensorReport& report = test::finished(end).report.tensors.front();
        QVERIFY(isClose(relRmse(picture.sums), report.relRmse));
        QVERIFY(isClose(cosine(picture.sums), report.cosine));
        QVERIFY(picture.sums.maxError == report.sums.maxError);
        QVERIFY(picture.sums.count == 700 * 512 && total(picture.errorHistogram) == 700 * 512);
        QVERIFY(total(picture.decodedHistogram) == 700 * 512);

        PictureRequest asWritten{.source = model.source};
        const auto written = openModel(model.path(QStringLiteral("out")));
        QVERIFY(bool(written));
        asWritten.written = *written;
        const TensorPicture second = drawn(asWritten);
        QVERIFY(isClose(second.sums.dd, picture.sums.dd));
        QVERIFY(second.decodedHistogram.counts == picture.decodedHistogram.counts);
        QVERIFY(second.error.cells == picture.error.cells);
        QVERIFY(isClose(second.decoded.kurtosis, picture.decoded.kurtosis));
    }

    // Against sums in the order of the elements, of the floats themselves.
    void originalAgreesWithANaiveComputation()
    {
        const test::TestTensor tensor = test::floatTensor(QStringLiteral("w"), {64, 3, 3, 3}, 7);
        const JobFixture model({tensor});
        const TensorPicture picture = drawn({.source = model.source});
        std::vector<float> x(64 * 27);
        std::memcpy(x.data(), tensor.bytes.constData(), x.size() * 4);
        double mean = 0, m2 = 0, m4 = 0;
        for (const float value : x)
            mean += double(value) / double(x.size());
        for (const float value : x) {
            const double d = double(value) - mean;
            m2 += d * d, m4 += d * d * d * d;
        }
        QVERIFY(picture.rows == 64 && picture.columns == 27 && picture.scheme.isEmpty());
        QVERIFY(isClose(picture.original.deviation, std::sqrt(m2 / double(x.size()))));
        QVERIFY(isClose(picture.original.kurtosis, double(x.size()) * m4 / m2 / m2));
        QVERIFY(!picture.isSampled && picture.sampledRows == 64 && picture.channels.size() == 64);
        QVERIFY(picture.values.cells == x && picture.error.cells.empty());
        QVERIFY(picture.decodedHistogram.counts.empty() && picture.sums.count == 0);
    }

    void keptTensorIsComparedWithItself()
    {
        const JobFixture model({test::floatTensor(QStringLiteral("w"), {32, 32})});
        PictureRequest request{.source = model.source};
        request.plan = TensorPlan();
        const TensorPicture picture = drawn(request);
        QVERIFY(picture.isKept && picture.sums.dd == 0 && picture.sums.count == 1024);
        QCOMPARE(picture.scheme, QStringLiteral("F32"));
    }

    // A quantized tensor of a GGUF file is the original of its requantization.
    void quantizedSourcesAreDecoded()
    {
        const JobFixture model({test::floatTensor(QStringLiteral("w"), {40, 256})});
        const Recipe first
            = test::recipeForAll(QStringLiteral("gguf-comfyui"), QStringLiteral("q8_0"));
        test::finished(quantizeModel(model.request(first), {}));
        const auto source = openModel(model.path(QStringLiteral("out")));
        QVERIFY(bool(source));
        const Recipe second
            = test::recipeForAll(QStringLiteral("gguf-comfyui"), QStringLiteral("q4_0"));
        const auto plan = makePlan(source->header(), second);
        QVERIFY(bool(plan));
        PictureRequest request{.source = *source};
        request.plan = plan->tensors[0];
        request.target = plan->target;
        const TensorPicture picture = drawn(request);
        const TensorPicture before = drawn(requestFor(model, first));
        QVERIFY(isClose(picture.original.mean, before.decoded.mean));
        QVERIFY(isClose(picture.original.deviation, before.decoded.deviation));
        QCOMPARE(picture.scheme, QStringLiteral("Q4_0"));
        QVERIFY(relRmse(picture.sums) > relRmse(before.sums));
    }

    void notFiniteTensorIsShownAlone()
    {
        const JobFixture model(
            {test::withValue(test::floatTensor(QStringLiteral("w"), {64, 64}), 100, INFINITY)});
        const TensorPicture picture = drawn(
            requestFor(model, test::recipeForAll(QStringLiteral("arrow"), QStringLiteral("int4"))));
        QVERIFY(picture.problem.contains(QStringLiteral("element 100")));
        QVERIFY(picture.scheme.isEmpty() && picture.original.notFinite == 1);
        QVERIFY(picture.decodedHistogram.counts.empty());
        QVERIFY(total(picture.originalHistogram) == 64 * 64 - 1);
    }

    // Weights of 1e30 do not fit scales of 16 bits: as in a job, wider ones are taken.
    void widerScalesAreTakenAsInAJob()
    {
        test::TestTensor tensor = test::floatTensor(QStringLiteral("w"), {64, 64});
        tensor = test::withValue(tensor, 5, 1e30F);
        const JobFixture model({tensor});
        const Recipe recipe
            = test::recipeForAll(QStringLiteral("safetensors"), QStringLiteral("int8"), 64);
        const TensorPicture picture = drawn(requestFor(model, recipe));
        const JobEnd end = measureModel(
            {model.source, *makePlan(model.source.header(), recipe), {}, {}, {}}, {});
        if (const auto* done = std::get_if<Finished>(&end)) {
            QCOMPARE(picture.problem, QString());
            QVERIFY(isClose(relRmse(picture.sums), done->report.tensors[0].relRmse));
        } else {
            QVERIFY(!picture.problem.isEmpty());
        }
    }

    // 2048 rows of 512 with room for an eighth: evenly spaced, and every channel has some.
    void largeTensorsAreSampled()
    {
        const JobFixture model({test::floatTensor(QStringLiteral("w"), {2048, 512})});
        PictureRequest request = requestFor(
            model, test::recipeForAll(QStringLiteral("arrow"), QStringLiteral("int4")));
        request.mostElements = 2048 * 512 / 8;
        request.mostChannels = 16;
        const TensorPicture picture = drawn(request);
        QVERIFY(picture.isSampled && picture.sampledRows == 256);
        QVERIFY(picture.original.count == request.mostElements);
        QVERIFY(picture.channels.size() == 16);
        QVERIFY(
            std::abs(
                picture.original.deviation / drawn({.source = model.source}).original.deviation - 1)
            < 0.02);
        QVERIFY(isSame(picture, drawn(request)));
    }

    void partOfTheTensorIsReadAloneForZooming()
    {
        const test::TestTensor tensor = test::floatTensor(QStringLiteral("w"), {1024, 1024});
        const JobFixture model({tensor});
        PictureRequest request{.source = model.source};
        request.plan = makePlan(model.source.header(),
            test::recipeForAll(QStringLiteral("arrow"), QStringLiteral("int8"), 32))
                           ->tensors[0];
        request.firstRow = 900, request.rows = 3, request.firstColumn = 1000, request.columns = 4;
        const TensorPicture all = drawn(request);
        request.mapsOnly = true;
        std::int64_t most = 0;
        JobControl control;
        control.progress
            = [&](const Progress& progress) { most = std::max(most, progress.bytesTotal); };
        const auto part = pictureOf(request, control);
        QVERIFY(
            part && part->values.cells == all.values.cells && part->error.cells == all.error.cells);
        QVERIFY(part->channels.empty() || part->originalHistogram.counts.empty());
        QVERIFY(most > 0 && most < 1024 * 1024 * 4 / 2); // One tile of four.
        std::vector<float> x(1024 * 1024);
        std::memcpy(x.data(), tensor.bytes.constData(), x.size() * 4);
        QVERIFY(part->values.cells[0] == x[900 * 1024 + 1000]);
        QVERIFY(part->values.cells[11] == x[902 * 1024 + 1003]);
    }

    void emptyAndSmallestTensors()
    {
        const JobFixture model({test::floatTensor(QStringLiteral("none"), {0, 3}),
            test::floatTensor(QStringLiteral("one"), {})});
        const TensorPicture none = drawn({.source = model.source});
        QVERIFY(none.original.count == 0 && none.values.cells.empty());
        const TensorPicture one = drawn({.source = model.source, .tensor = 1});
        QVERIFY(one.original.count == 1 && one.rows == 1 && one.columns == 1);
    }

    void integersAreNoPicture()
    {
        const JobFixture model({{QStringLiteral("ids"), DType::I64, {2}, QByteArray(16, '\0')}});
        const auto picture = pictureOf({.source = model.source}, {});
        QVERIFY(!picture && picture.error().code == ErrorCode::Unsupported);
        QVERIFY(picture.error().where.contains(QStringLiteral("ids")));
    }

    void tensorThatWasNotWritten()
    {
        const JobFixture model({test::floatTensor(QStringLiteral("w"), {4, 4})});
        const JobFixture other({test::floatTensor(QStringLiteral("v"), {4, 4})});
        PictureRequest request{.source = model.source};
        request.written = other.source;
        const auto picture = pictureOf(request, {});
        QVERIFY(!picture && picture.error().code == ErrorCode::InvalidPlan);
    }

    void cancelEndsIt()
    {
        const JobFixture model({test::floatTensor(QStringLiteral("w"), {2048, 512})});
        int asked = 0;
        JobControl control;
        control.cancelled = [&] { return ++asked > 2; };
        const auto picture = pictureOf({.source = model.source}, control);
        QVERIFY(!picture && picture.error().code == ErrorCode::Cancelled);
        QCOMPARE(asked, 3);
    }

    void runsInTheBackground()
    {
        const JobFixture model({test::floatTensor(QStringLiteral("w"), {512, 512})});
        QThreadPool pool;
        QFuture<Pictured> future = startPicture(pool, {.source = model.source});
        future.waitForFinished();
        QCOMPARE(future.resultCount(), 1);
        QVERIFY(
            bool(future.result().picture) && future.result().picture->original.count == 512 * 512);
        QFuture<Pictured> stopped = startPicture(pool, {.source = model.source});
        stopped.cancel();
        stopped.waitForFinished();
        QVERIFY(stopped.isCanceled());
    }
};

QTEST_APPLESS_MAIN(TestPictureJob)
#include "tst_picture_job.moc"
