#include "core/jobs/scan.h"
#include "core/jobs/scan_pieces.h"
#include "core/jobs/scan_sums.h"
#include "tests/core/jobs/job_fixture.h"

#include <QThreadPool>
#include <atomic>
#include <cmath>
#include <limits>

using namespace aq;
using namespace aq::test;

namespace {

const QString gguf = QStringLiteral("gguf");
const QString arrow = QStringLiteral("arrow");

/// Rows of whole blocks, rows that are stored as others, a row longer than a tile, one dimension.
std::vector<TestTensor> mixed()
{
    return {floatTensor(QStringLiteral("whole"), {48, 256}, 1),
        floatTensor(QStringLiteral("conv"), {32, 16, 3, 3}, 2),
        floatTensor(QStringLiteral("long"), {2, (1 << 18) + 512}, 3),
        floatTensor(QStringLiteral("bias"), {96}, 4)};
}

ScanRequest requestFor(const ModelSource& source, const Recipe& recipe, std::int64_t most = 0)
{
    auto candidates = candidatesFor(source.header(), recipe);
    if (!candidates)
        qFatal("%s", qPrintable(candidates.error().detail));
    ScanRequest request{
        .source = source, .candidates = std::make_shared<Candidates>(*std::move(candidates))};
    request.mostElements = most;
    return request;
}

Sensitivity scanned(const ScanRequest& request, const JobControl& control = {})
{
    const auto result = scanModel(request, control);
    if (!result)
        qFatal("%s", qPrintable(textOf(result.error())));
    return **result;
}

Recipe recipeOf(const QString& target)
{
    return recipeForAll(
        target, target.startsWith(gguf) ? QStringLiteral("q4_0") : QStringLiteral("int4"));
}

bool isSame(const CandidateError& a, const CandidateError& b)
{
    return a.error == b.error && a.standardError == b.standardError && a.problem == b.problem
        && a.sums.count == b.sums.count && a.sums.xx == b.sums.xx && a.sums.yy == b.sums.yy
        && a.sums.xy == b.sums.xy && a.sums.dd == b.sums.dd && a.sums.d == b.sums.d
        && a.sums.maxError == b.sums.maxError && a.sums.peak == b.sums.peak;
}

bool isSame(const Sensitivity& a, const Sensitivity& b)
{
    const auto isSameTensor = [](const Sensitivity::Tensor& one, const Sensitivity::Tensor& other) {
        return one.energy == other.energy && one.elements == other.elements
            && one.measured == other.measured && one.problem == other.problem
            && isSame(one.fixed, other.fixed)
            && std::ranges::equal(one.candidates, other.candidates,
                [](const auto& x, const auto& y) { return isSame(x, y); });
    };
    return std::ranges::equal(a.tensors, b.tensors, isSameTensor);
}

/// Tensor `conv` of mixed(), as for readers that take its elements in rows of 256.
void storeInOtherRows(ScanRequest& request)
{
    auto candidates = std::make_shared<Candidates>(*request.candidates);
    auto& all = candidates->tensors[1];
    const TensorPlan plan = candidates->tensors[0].front().plan;
    for (const char* id : {"q2_k", "q4_k", "q6_k", "q8_0"}) {
        Candidate candidate{{}, plan};
        candidate.plan.scheme = schemeNamed(QString::fromLatin1(id));
        candidate.plan.storedShape = {18, 256};
        all.insert(all.begin(), candidate);
    }
    request.candidates = candidates;
}

/// Weights 1, 2, 3 … for the columns of each tensor of that name.
ImportancePtr rising(const std::vector<std::pair<QString, int>>& columns)
{
    auto matrix = std::make_shared<ImportanceMatrix>();
    for (const auto& [name, count] : columns) {
        std::vector<float> values(std::size_t(count), 0.0F);
        for (int i = 0; i < count; ++i)
            values[std::size_t(i)] = float(1 + i);
        matrix->columns[name] = values;
    }
    return matrix;
}

/// The first candidate of that type.
int candidateOf(const ScanRequest& request, std::size_t tensor, const char* scheme)
{
    const auto& all = request.candidates->tensors[tensor];
    for (std::size_t i = 0; i < all.size(); ++i)
        if (all[i].plan.scheme && qstrcmp(all[i].plan.scheme->id, scheme) == 0)
            return int(i);
    qFatal("no candidate %s", scheme);
}

/// A value of more than 16 times the root mean square.
bool hasRareValues(const Sensitivity::Tensor& tensor)
{
    double peak = 0;
    for (const CandidateError& error : tensor.candidates)
        peak = std::max(peak, error.sums.peak);
    return peak > 16 * std::sqrt(tensor.energy / double(tensor.elements));
}

} // namespace

class TestScan : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void fullScanEqualsTrials_data()
    {
        QTest::addColumn<QString>("target");
        QTest::newRow("gguf") << gguf;
        QTest::newRow("arrow") << arrow;
    }
    // A trial of each candidate, by the job that quantizes.
    void fullScanEqualsTrials()
    {
        QFETCH(QString, target);
        const JobFixture job(mixed());
        ScanRequest request = requestFor(job.source, recipeOf(target));
        if (target == gguf)
            storeInOtherRows(request);
        const Sensitivity found = scanned(request);
        QVERIFY(!found.isSampled());
        const auto& all = request.candidates->tensors;
        std::size_t most = 0;
        for (const auto& candidates : all)
            most = std::max(most, candidates.size());
        QVERIFY(most >= 10);
        for (std::size_t choice = 0; choice < most; ++choice) {
            QuantPlan plan = request.candidates->base;
            for (std::size_t i = 0; i < all.size(); ++i)
                plan.tensors[i] = all[i][std::min(choice, all[i].size() - 1)].plan;
            const JobEnd end = measureModel({job.source, plan, {}, {}, {}}, {});
            const auto& reports = finished(end).report.tensors;
            for (std::size_t i = 0; i < all.size(); ++i) {
                const auto& error
                    = found.tensors[i].candidates[std::min(choice, all[i].size() - 1)];
                QVERIFY(std::abs(std::sqrt(error.error) - reports[i].relRmse) <= 1e-12);
                QVERIFY(error.sums.dd == reports[i].sums.dd);
                QVERIFY(error.sums.maxError == reports[i].maxError);
                QVERIFY(error.standardError == 0 && error.problem.isEmpty());
            }
        }
    }

    void energyIsThatOfAllElements()
    {
        const auto values = gaussian(48 * 256, 1, 1);
        double energy = 0;
        for (const float x : values)
            energy += double(x) * double(x);
        const JobFixture job({{QStringLiteral("w"), DType::F32, {48, 256}, bytesOf(values)}});
        const auto full = scanned(requestFor(job.source, recipeOf(gguf))).tensors[0];
        QVERIFY(std::abs(full.energy / energy - 1) < 1e-6);
        QVERIFY(full.measured == 48 * 256);
        const auto sample = scanned(requestFor(job.source, recipeOf(gguf), 6000)).tensors[0];
        QVERIFY(sample.measured < 6001 && sample.elements == 48 * 256);
        QVERIFY(std::abs(sample.energy / energy - 1) < 0.1);
    }

    void sameNumbersForAnyThreads()
    {
        const JobFixture job(mixed());
        for (const std::int64_t most : {0, 4096}) {
            ScanRequest request = requestFor(job.source, recipeOf(gguf), most);
            storeInOtherRows(request);
            request.importance
                = rising({{QStringLiteral("whole"), 256}, {QStringLiteral("conv"), 144}});
            request.limits.threads = 1;
            const Sensitivity one = scanned(request);
            for (const int threads : {2, 3, 16}) {
                request.limits.threads = threads;
                QVERIFY(isSame(scanned(request), one));
            }
        }
    }

    // sum h d^2 / sum h x^2, and h weighs the search of the encoder too.
    void importanceWeighsTheError()
    {
        const JobFixture job({floatTensor(QStringLiteral("w"), {32, 256}, 5)});
        ScanRequest request = requestFor(job.source, recipeOf(gguf));
        request.importance = rising({{QStringLiteral("w"), 256}});
        const auto h = request.importance->forTensor(QStringLiteral("w"), 256);
        const auto found = scanned(request).tensors[0].candidates;
        const auto x = gaussian(32 * 256, 0.02F, 5);
        std::vector<float> y(x.size());
        for (const char* id : {"q8_0", "q4_k", "iq4_nl"}) {
            const Scheme& scheme = *schemeNamed(QString::fromLatin1(id));
            const auto& candidate
                = request.candidates->tensors[0][std::size_t(candidateOf(request, 0, id))];
            const SchemeOptions& options = candidate.plan.options;
            std::vector<std::byte> codes(std::size_t(32 * scheme.layout(256, options).codesBytes));
            QVERIFY(bool(scheme.encode(
                std::span<const float>(x), {32, 256}, options, nullptr, h, {codes, {}, {}})));
            scheme.decode({codes, {}, {}}, {32, 256}, options, y);
            double error = 0, energy = 0;
            for (std::size_t i = 0; i < x.size(); ++i) {
                const double weight = double(h[i % 256]), off = double(x[i]) - double(y[i]);
                error += weight * off * off;
                energy += weight * double(x[i]) * double(x[i]);
            }
            const double measured = found[std::size_t(candidateOf(request, 0, id))].error;
            QVERIFY(std::abs(measured * energy / error - 1) < 1e-12);
        }
        const auto plain = scanned(requestFor(job.source, recipeOf(gguf))).tensors[0].candidates;
        QVERIFY(plain[0].error != found[0].error);
    }

    // Weights belong to the columns of the tensor, in whatever rows the file stores it.
    void importanceOfStoredRowsIsThatOfTheTensorsColumns()
    {
        const JobFixture job(mixed());
        ScanRequest request = requestFor(job.source, recipeOf(gguf));
        storeInOtherRows(request);
        const Candidate& q8 = request.candidates->tensors[1].front();
        QCOMPARE(q8.plan.scheme->id, "q8_0");
        // Nothing weighs but the first half of each row of 144: Q8_0 does not look at weights.
        auto matrix = std::make_shared<ImportanceMatrix>();
        matrix->columns[QStringLiteral("conv")] = std::vector<float>(144, 0.0F);
        std::fill_n(matrix->columns[QStringLiteral("conv")].begin(), 72, 1.0F);
        request.importance = matrix;
        const auto x = gaussian(32 * 144, 0.02F, 2);
        std::vector<float> y(x.size());
        std::vector<std::byte> codes(x.size() / 32 * 34);
        const auto encoded = q8.plan.scheme->encode(
            std::span<const float>(x), {18, 256}, q8.plan.options, nullptr, {}, {codes, {}, {}});
        QVERIFY(bool(encoded));
        q8.plan.scheme->decode({codes, {}, {}}, {18, 256}, q8.plan.options, y);
        const auto h = matrix->forTensor(QStringLiteral("conv"), 144);
        double error = 0, energy = 0;
        for (std::size_t i = 0; i < x.size(); ++i) {
            const double weight = double(h[i % 144]), off = double(x[i]) - double(y[i]);
            error += weight * off * off;
            energy += weight * double(x[i]) * double(x[i]);
        }
        const double measured = scanned(request).tensors[1].candidates.front().error;
        QVERIFY(std::abs(measured * energy / error - 1) < 1e-12);
    }

    void keepingCostsNothing()
    {
        const JobFixture job({floatTensor(QStringLiteral("w"), {32, 256}, 5)});
        const ScanRequest request = requestFor(job.source, recipeOf(gguf));
        const Sensitivity found = scanned(request);
        for (std::size_t i = 0; i < request.candidates->tensors[0].size(); ++i) {
            const CandidateError& error = found.tensors[0].candidates[i];
            if (!request.candidates->tensors[0][i].plan.scheme)
                QVERIFY(error.error == 0 && error.sums.count == 0);
        }
    }

    // Not chosen by the solver, changed by the plan all the same.
    void whatThePlanDoesAnyhowIsMeasured_data()
    {
        QTest::addColumn<QString>("scheme");
        QTest::addColumn<int>("group");
        QTest::newRow("groups") << QStringLiteral("int4") << 64;
        QTest::newRow("one group for the tensor") << QStringLiteral("int8") << 0;
    }
    void whatThePlanDoesAnyhowIsMeasured()
    {
        QFETCH(QString, scheme);
        QFETCH(int, group);
        const JobFixture job({floatTensor(QStringLiteral("a"), {600, 512}, 1),
            floatTensor(QStringLiteral("b"), {32, 256}, 2)});
        Recipe recipe = recipeOf(arrow);
        recipe.patterns = {{QStringLiteral("a"), {scheme, group}}};
        const ScanRequest request = requestFor(job.source, recipe);
        QVERIFY(request.candidates->tensors[0].empty());
        const Sensitivity::Tensor fixed = scanned(request).tensors[0];
        const JobEnd end = measureModel({job.source, request.candidates->base, {}, {}, {}}, {});
        QVERIFY(fixed.fixed.error > 0);
        QVERIFY(std::sqrt(fixed.fixed.error) == finished(end).report.tensors[0].relRmse);
        QVERIFY(fixed.energy == fixed.fixed.sums.xx && fixed.measured == 600 * 512);
    }

    void valuesThatCannotBeMeasuredAreTold()
    {
        const float nan = std::numeric_limits<float>::quiet_NaN();
        const JobFixture job({withValue(floatTensor(QStringLiteral("bad"), {32, 256}, 1), 700, nan),
            floatTensor(QStringLiteral("good"), {32, 256}, 2)});
        const Sensitivity found = scanned(requestFor(job.source, recipeOf(gguf)));
        QCOMPARE(found.tensors[0].problem, QStringLiteral("element 700 is NaN"));
        QVERIFY(std::isinf(found.tensors[0].candidates[0].error));
        QVERIFY(found.tensors[1].problem.isEmpty() && found.tensors[1].candidates[0].error > 0);
    }

    // F16 holds up to 65504: the scale of Q8_0 for 7e6 is 7e6 / 127, that of Q4_0 7e6 / 8.
    void scalesThatDoNotFitAreAProblemOfTheirCandidate()
    {
        const JobFixture job(
            {withValue(floatTensor(QStringLiteral("w"), {32, 256}, 1), 700, 7e6F)});
        const ScanRequest request = requestFor(job.source, recipeOf(gguf));
        const Sensitivity::Tensor found = scanned(request).tensors[0];
        const auto& q8 = found.candidates[std::size_t(candidateOf(request, 0, "q8_0"))];
        const auto& q4 = found.candidates[std::size_t(candidateOf(request, 0, "q4_0"))];
        const auto& f16 = found.candidates[std::size_t(candidateOf(request, 0, "f16"))];
        QVERIFY(q8.problem.isEmpty() && q8.error < 1e-4);
        QVERIFY(!q4.problem.isEmpty() && std::isinf(q4.error));
        QVERIFY(!f16.problem.isEmpty() && std::isinf(f16.error));
        QVERIFY(found.problem.isEmpty());
    }

    void progressIsWholeAndTensorsComeInOrder()
    {
        const JobFixture job(mixed());
        std::int64_t next = 0;
        Progress last;
        JobControl control;
        control.progress = [&](const Progress& progress) {
            QVERIFY(progress.bytesDone >= last.bytesDone);
            QVERIFY(!last.stage.isEmpty() || progress.bytesDone == 0);
            QCOMPARE(progress.stage, QStringLiteral("scan"));
            last = progress;
        };
        control.tensorDone = [&](const TensorDone& done) {
            QCOMPARE(done.index, next++);
            QVERIFY(done.scheme.isEmpty());
        };
        scanned(requestFor(job.source, recipeOf(gguf), 4096), control);
        QCOMPARE(next, 4);
        QVERIFY(last.bytesTotal > 0 && last.bytesDone == last.bytesTotal);
    }

    void cancelEndsTheScan()
    {
        const JobFixture job(mixed());
        ScanRequest request = requestFor(job.source, recipeOf(gguf));
        request.limits.threads = 1;
        for (int most = 0; most < 60; most += 7) {
            int asked = 0;
            JobControl control;
            control.cancelled = [&] { return asked++ >= most; };
            const auto result = scanModel(request, control);
            if (result)
                qWarning("%d of %d", most, asked);
            QVERIFY(!result && result.error().code == ErrorCode::Cancelled);
        }
    }

    void fileThatEndsTooSoonIsAnError()
    {
        const JobFixture job(mixed());
        QFile file(job.path(QStringLiteral("in.safetensors")));
        QVERIFY(file.resize(file.size() / 2));
        const auto result = scanModel(requestFor(job.source, recipeOf(gguf)), {});
        QVERIFY(!result);
        QVERIFY(result.error().where.contains(QStringLiteral("in.safetensors")));
        QVERIFY(result.error().where.contains(QStringLiteral("long")));
    }

    void backgroundScanEndsOnce()
    {
        const JobFixture job(mixed());
        QThreadPool pool;
        auto future = startScan(pool, requestFor(job.source, recipeOf(gguf), 4096));
        future.waitForFinished();
        int ends = 0;
        for (int i = 0; i < future.resultCount(); ++i)
            ends += std::holds_alternative<Scanned>(future.resultAt(i));
        QCOMPARE(ends, 1);
        const ScanEvent last = future.resultAt(future.resultCount() - 1);
        QVERIFY(bool(std::get<Scanned>(last).sensitivity));
        QCOMPARE(future.progressValue(), future.progressMaximum());
    }

    void piecesAreWholeRowsSpreadEvenly_data()
    {
        QTest::addColumn<int>("rows");
        QTest::addColumn<int>("columns");
        QTest::addColumn<int>("most");
        QTest::newRow("short rows") << 100000 << 320 << (1 << 21);
        QTest::newRow("long rows") << 4096 << 12288 << (1 << 21);
        QTest::newRow("one row") << 1 << (40 << 20) << (1 << 21);
        QTest::newRow("few elements") << 1000 << 256 << 3000;
        QTest::newRow("barely more") << 1000 << 256 << 255999;
        QTest::newRow("fewer than a run") << 1000 << 256 << 1;
    }
    void piecesAreWholeRowsSpreadEvenly()
    {
        QFETCH(int, rows);
        QFETCH(int, columns);
        QFETCH(int, most);
        const Matrix matrix{rows, columns};
        const ScanPieces pieces = scanPieces(matrix, most);
        QVERIFY(pieces.isSampled() && pieces.spans.size() >= 2);
        QVERIFY(pieces.elements() <= most || pieces.spans.size() == 2);
        QVERIFY(pieces.elements() > most / 3 || pieces.elements() == 0);
        std::int64_t end = 0, widest = 0;
        for (const TileSpan& span : pieces.spans) {
            QVERIFY(span.columns == columns || (span.rows == 1 && span.firstColumn % 256 == 0));
            QVERIFY(span.columns == columns || span.columns % 256 == 0);
            const std::int64_t first = span.firstRow * columns + span.firstColumn;
            QVERIFY(first >= end);
            widest = std::max(widest, first - end);
            end = first + span.elements();
        }
        QVERIFY(end <= matrix.elements());
        QVERIFY(widest <= 2 * (matrix.elements() / std::int64_t(pieces.spans.size()) + columns));
        // Without a limit: as jobs cut it.
        QVERIFY(scanPieces(matrix, 0).spans == cut(matrix, tileElements));
        QVERIFY(
            scanPieces(matrix, rows * std::int64_t(columns)).spans == cut(matrix, tileElements));
    }

    // R = (1 + 2 + 6) / (10 + 20 + 30) = 0.15; residuals -0.5, -1, 1.5: squares 3.5. n = 3 of 12:
    // s = sqrt(0.75 / 3 * 3.5 / 2) / 20.
    void standardErrorIsThatOfTheRatio()
    {
        std::vector<ScanSums> pieces(3);
        const double errors[] = {1, 2, 6}, energies[] = {10, 20, 30};
        for (std::size_t i = 0; i < 3; ++i) {
            pieces[i].weightedError = errors[i];
            pieces[i].weightedEnergy = energies[i];
        }
        const CandidateError sample = candidateError(pieces, 12);
        QVERIFY(std::abs(sample.error - 0.15) < 1e-15);
        QVERIFY(std::abs(sample.standardError - std::sqrt(0.4375) / 20) < 1e-15);
        QVERIFY(candidateError(pieces, 3).standardError == 0);
        QVERIFY(candidateError(std::span(pieces).first(1), 12).standardError == 0.1);
    }

    void sampleIsWithinItsStandardErrors_data()
    {
        QTest::addColumn<QString>("model");
        QTest::newRow("silero") << QStringLiteral("silero_vad_16k.safetensors");
        QTest::newRow("taef2") << QStringLiteral("taef2_decoder.pth");
    }
    // Of normal estimates one in 370 is off by more than three. A few values that hold most of a
    // tensor's energy, though, are in the sample or they are not: no sample can tell (docs/fit.md).
    void sampleIsWithinItsStandardErrors()
    {
        QFETCH(QString, model);
        const QString path = sharedModel(model);
        if (path.isEmpty())
            QSKIP("the shared models are not there");
        const auto source = openModel(path);
        QVERIFY(bool(source));
        const Sensitivity full = scanned(requestFor(*source, recipeOf(arrow)));
        const Sensitivity sample = scanned(requestFor(*source, recipeOf(arrow), 8192));
        QVERIFY(!full.isSampled());
        QVERIFY(sample.isSampled());
        int measured = 0, off = 0;
        for (std::size_t i = 0; i < full.tensors.size(); ++i) {
            const Sensitivity::Tensor &all = full.tensors[i], &some = sample.tensors[i];
            if (some.measured == some.elements || hasRareValues(all))
                continue;
            for (std::size_t j = 0; j < all.candidates.size(); ++j) {
                const CandidateError &exact = all.candidates[j], &guess = some.candidates[j];
                const double difference = std::abs(exact.error - guess.error);
                measured += exact.error > 0;
                off += difference > 3 * guess.standardError;
                QVERIFY2(difference <= 6 * guess.standardError,
                    qPrintable(QStringLiteral("tensor %1, candidate %2: %3 and %4, s %5")
                                   .arg(i)
                                   .arg(j)
                                   .arg(exact.error)
                                   .arg(guess.error)
                                   .arg(guess.standardError)));
            }
        }
        QVERIFY(measured > 50);
        QVERIFY2(
            off * 20 <= measured, qPrintable(QStringLiteral("%1 of %2").arg(off).arg(measured)));
    }
};

QTEST_GUILESS_MAIN(TestScan)
#include "tst_scan.moc"
