// What the searches promise: never worse than no search, better by as much as measured, the same
// bytes from every instruction set; and for a whole tensor, what a slow search in double finds.
#include "core/quant/kernels/instruction_set.h"
#include "core/quant/to_float.h"
#include "tests/core/quant/affine_support.h"
#include "tests/support/test_models.h"

#include <QTest>
#include <algorithm>
#include <cmath>
#include <random>

using namespace aq;
using test::optionsFor;

namespace {

constexpr Symmetry symmetries[]
    = {Symmetry::Symmetric, Symmetry::Asymmetric, Symmetry::AsymmetricInteger};

double weightedError(
    std::span<const float> x, std::span<const float> y, std::span<const float> weights)
{
    double sum = 0;
    for (std::size_t i = 0; i < x.size(); ++i) {
        const double error = double(x[i]) - double(y[i]);
        sum += error * error * (weights.empty() ? 1.0 : double(weights[i]));
    }
    return sum;
}

/// Error after encoding and decoding `x` as one group.
double errorOf(const Scheme& scheme, const SchemeOptions& options, std::span<const float> x,
    std::span<const float> importance)
{
    const Matrix shape{1, std::int64_t(x.size())};
    const auto encoded = test::encode(scheme, options, x, shape, 0, importance);
    return weightedError(x, test::decode(scheme, options, *encoded, shape), importance);
}

/// Least error over the documented candidates, in double from the documented formulas.
double leastError(const Scheme& scheme, Symmetry symmetry, std::span<const float> x,
    std::span<const float> importance)
{
    const double levels = std::exp2(scheme.codeBits) - 1;
    const double middle = scheme.codeBits == 2 ? 1.5 : std::exp2(scheme.codeBits - 1);
    const auto [least, most] = std::minmax_element(x.begin(), x.end());
    double best = INFINITY;
    for (int k = 0; k <= 40; ++k) {
        double low = double(*least) * (1 - 0.015 * k), high = double(*most) * (1 - 0.015 * k);
        double scale = (high - low) / levels, zero = -low / scale;
        if (symmetry == Symmetry::Symmetric) {
            scale = std::max(-low, high) / (scheme.codeBits == 2 ? 1.5 : middle - 1);
            zero = middle;
        } else if (symmetry == Symmetry::AsymmetricInteger) {
            low = std::min(low, 0.0);
            high = std::max(high, 0.0);
            scale = (high - low) / levels;
            zero = std::clamp(std::nearbyint(-low / scale), 0.0, levels);
        }
        std::vector<float> y(x.size());
        std::transform(x.begin(), x.end(), y.begin(), [&](float v) {
            return float(
                (std::clamp(std::nearbyint(v / scale + zero), 0.0, levels) - zero) * scale);
        });
        best = std::min(best, weightedError(x, y, importance));
    }
    return best;
}

/// Student's t with 4 degrees of freedom times 0.02: normal / sqrt(chi^2 / 4).
std::vector<float> student4(std::size_t count)
{
    const auto normal = test::gaussian(5 * count, 1, 9);
    std::vector<float> x(count);
    for (std::size_t i = 0; i < count; ++i) {
        float chiSquare = 0;
        for (std::size_t k = 1; k < 5; ++k)
            chiSquare += normal[5 * i + k] * normal[5 * i + k];
        x[i] = 0.02f * normal[5 * i] / std::sqrt(chiSquare / 4);
    }
    return x;
}

} // namespace

class TestSearch : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void neverLosesAgainstNoSearch_data()
    {
        QTest::addColumn<float>("power");
        for (const float power : {1.0f, 1e-12f, 1e12f}) // The search must not depend on the unit.
            QTest::addRow("weights times %g", double(power)) << power;
    }
    void neverLosesAgainstNoSearch()
    {
        QFETCH(float, power);
        std::vector<float> importance = test::gaussian(128, 1, 5);
        for (float& h : importance)
            h *= h;
        for (const char* id : {"int2", "int3", "int4"})
            for (const Symmetry symmetry : symmetries)
                for (unsigned seed = 1; seed <= 20; ++seed) {
                    const Scheme& scheme = *schemeNamed(QString::fromLatin1(id));
                    auto x = test::gaussian(seed % 4 == 1 ? 9 : 128, 0.02f * power, seed);
                    if (seed % 3 == 0)
                        x[5] *= 50;
                    for (const auto h :
                        {std::span<const float>(), std::span<const float>(importance)}) {
                        const auto used = h.empty() ? h : h.first(x.size());
                        const auto error = [&](Search search) {
                            return errorOf(scheme, optionsFor(symmetry, 128, search), x, used);
                        };
                        const double plain = error(Search::None);
                        QVERIFY(error(Search::Balanced) <= plain);
                        QVERIFY(error(Search::Best) <= plain);
                    }
                }
    }

    // Promised for groups of 128 with real zero points, and F16 scales; Gaussian weights and
    // Student's t with 4 degrees of freedom.
    void gainsWhatIsPromised_data()
    {
        QTest::addColumn<QByteArray>("id");
        QTest::addColumn<Search>("search");
        QTest::addColumn<double>("gainDb");
        QTest::newRow("int2, balanced") << QByteArray("int2") << Search::Balanced << 3.0;
        QTest::newRow("int2, best") << QByteArray("int2") << Search::Best << 3.1;
        QTest::newRow("int3, balanced") << QByteArray("int3") << Search::Balanced << 1.1;
        QTest::newRow("int3, best") << QByteArray("int3") << Search::Best << 1.25;
        QTest::newRow("int4, balanced") << QByteArray("int4") << Search::Balanced << 0.4;
        QTest::newRow("int4, best") << QByteArray("int4") << Search::Best << 0.55;
    }
    void gainsWhatIsPromised()
    {
        QFETCH(QByteArray, id);
        QFETCH(Search, search);
        QFETCH(double, gainDb);
        const Scheme& scheme = *schemeNamed(QString::fromLatin1(id));
        const Matrix shape{256, 1024};
        for (const auto& x : {test::gaussian(256 * 1024, 0.02f, 1), student4(256 * 1024)}) {
            const auto error = [&](Search used) {
                const auto options = optionsFor(Symmetry::Asymmetric, 128, used, ScaleType::F16);
                const auto encoded = test::encode(scheme, options, x, shape);
                return weightedError(x, test::decode(scheme, options, *encoded, shape), {});
            };
            const double gain = 10 * std::log10(error(Search::None) / error(search));
            QVERIFY2(gain >= gainDb, qPrintable(QString::number(gain)));
        }
    }

    // Groups that go 16 at a time and such that do not, from every type, weighted or not.
    void everyInstructionSetAgreesWithTheReference_data()
    {
        QTest::addColumn<QByteArray>("id");
        for (const char* id : {"int2", "int3", "int4", "int5", "int8"})
            QTest::newRow(id) << QByteArray(id);
    }
    void everyInstructionSetAgreesWithTheReference()
    {
        QFETCH(QByteArray, id);
        const Scheme& scheme = *schemeNamed(QString::fromLatin1(id));
        const Matrix shape{5, 37 * 32};
        std::vector<float> floats = student4(std::size_t(shape.elements()));
        for (std::size_t i = 0; i < 700; ++i) // Constant groups, and such of few values.
            floats[1000 + i] = i < 400 ? 0.25f : float(i % 3);
        std::vector<float> importance = test::gaussian(std::size_t(shape.columns), 1, 6);
        for (float& h : importance)
            h = h < -1 ? 0 : h * h;
        const InstructionSet& used = instructionSet();
        for (const DType type : {DType::F32, DType::F16, DType::BF16}) {
            std::vector<std::byte> bytes(floats.size() * std::size_t(bitsOf(type)) / 8);
            fromFloat(type, floats, bytes);
            for (const Symmetry symmetry : symmetries)
                for (const Search search : {Search::None, Search::Balanced, Search::Best})
                    for (const int group : {32, 64, 96, 128, 256, 33})
                        for (const bool isWeighted : {false, true}) {
                            const auto options = optionsFor(symmetry, group, search,
                                group == 64 ? ScaleType::F16 : ScaleType::F32);
                            const auto h = isWeighted ? std::span<const float>(importance)
                                                      : std::span<const float>();
                            const auto run = [&](auto encode) {
                                test::Encoded out = test::roomFor(scheme, options, shape);
                                const auto done = encode(Weights(type, bytes), shape, options,
                                    nullptr, h, EncodedRows{out.codes, out.scales, out.zeros});
                                return done ? out : test::Encoded{};
                            };
                            const test::Encoded expected = run(scheme.encodeReference);
                            QVERIFY(!expected.codes.empty());
                            for (const InstructionSet& set : instructionSets()) {
                                useInstructionSet(set);
                                QVERIFY2(run(scheme.encode) == expected, set.name);
                            }
                            useInstructionSet(used);
                            std::vector<float> y(floats.size()), z(floats.size());
                            scheme.decode(expected.view(), shape, options, y);
                            scheme.decodeReference(expected.view(), shape, options, z);
                            QVERIFY(test::bytesOf(y) == test::bytesOf(z));
                        }
        }
    }

    void importanceChangesTheChoice()
    {
        std::vector<float> x = test::gaussian(128, 0.02f);
        x[17] = 0.2f; // Unweighted, this outlier is clipped; weighted, it is all that counts.
        std::vector<float> importance(128, 1e-6f);
        importance[17] = 1;
        const auto options = optionsFor(Symmetry::Asymmetric, 128, Search::Best);
        const Scheme& scheme = *schemeNamed(u"int2");
        const auto outlier = [&](std::span<const float> h) {
            return test::decode(
                scheme, options, *test::encode(scheme, options, x, {1, 128}, 0, h), {1, 128})[17];
        };
        QVERIFY(outlier({}) < 0.19f);
        QVERIFY(std::abs(outlier(importance) - 0.2f) < 1e-3f);
    }

    void everyGroupUsesItsOwnColumns()
    {
        const auto x = test::gaussian(2 * 256, 0.02f), h = test::gaussian(256, 1, 6);
        std::vector<float> importance(h.size());
        std::transform(h.begin(), h.end(), importance.begin(), [](float v) { return v * v; });
        const auto options = optionsFor(Symmetry::Asymmetric, 128, Search::Best);
        const Scheme& scheme = *schemeNamed(u"int2");
        const auto whole = test::encode(scheme, options, x, {2, 256}, 0, importance);
        for (std::size_t group = 0; group < 4; ++group) {
            const auto alone = test::encode(scheme, options, std::span(x).subspan(128 * group, 128),
                {1, 128}, 0, std::span(importance).subspan(128 * (group % 2), 128));
            QVERIFY(std::equal(alone->scales.begin(), alone->scales.end(),
                whole->scales.begin() + long(4 * group)));
            QVERIFY(std::equal(
                alone->codes.begin(), alone->codes.end(), whole->codes.begin() + long(32 * group)));
        }
    }

    void leavesWiderCodesAlone()
    {
        const auto x = test::gaussian(128, 0.02f);
        for (const char* id : {"int5", "int6", "int8"}) {
            const Scheme& scheme = *schemeNamed(QString::fromLatin1(id));
            const auto plain = optionsFor(Symmetry::Asymmetric, 128);
            const auto clip = optionsFor(Symmetry::Asymmetric, 128, Search::Best);
            QVERIFY(*test::encode(scheme, clip, x, {1, 128})
                == *test::encode(scheme, plain, x, {1, 128}));
        }
    }

    void wholeTensorIsSearchedLikeAGroup()
    {
        const auto x = test::gaussian(3 * 4096 + 100, 0.02f);
        for (const char* id : {"int2", "int4"})
            for (const Symmetry symmetry : symmetries) {
                const Scheme& scheme = *schemeNamed(QString::fromLatin1(id));
                const double best = leastError(scheme, symmetry, x, {});
                const auto options = optionsFor(symmetry, 0, Search::Best);
                QVERIFY(std::abs(errorOf(scheme, options, x, {}) / best - 1) < 1e-4);
                QCOMPARE(TensorRangeSearch(scheme, options, 4).passes(), 2);
                QCOMPARE(TensorRangeSearch(scheme, optionsFor(symmetry, 0), 4).passes(), 1);
            }
    }

    // Tiles are added in an order of their own, and a tensor may have tiles without a weight.
    void wholeTensorRangeDoesNotDependOnOrder()
    {
        const auto x = test::gaussian(5 * 1000, 0.02f);
        const Scheme& scheme = *schemeNamed(u"int4");
        const auto options = optionsFor(Symmetry::Asymmetric, 0, Search::Best);
        const auto found = [&](std::vector<std::int64_t> order) {
            TensorRangeSearch search(scheme, options, 6);
            for (int pass = 0; pass < search.passes(); ++pass) {
                for (const std::int64_t tile : order)
                    search.add(pass, tile,
                        std::span(x).subspan(std::size_t(tile) * 1000, tile < 5 ? 1000 : 0));
                search.endPass(pass);
            }
            return *search.range();
        };
        const TensorRange a = found({0, 1, 2, 3, 4, 5}), b = found({5, 3, 1, 4, 0, 2});
        QVERIFY(a.scale == b.scale && a.zero == b.zero);
    }

    void emptyTensorHasADefinedRange()
    {
        const Scheme& scheme = *schemeNamed(u"int4");
        TensorRangeSearch search(scheme, optionsFor(Symmetry::Asymmetric, 0, Search::Best), 0);
        for (int pass = 0; pass < search.passes(); ++pass)
            search.endPass(pass);
        QVERIFY(search.range()->scale == 1 && search.range()->zero == 0);
    }

    void importanceOfNothingChangesNothing()
    {
        const auto x = test::gaussian(128, 0.02f);
        const std::vector<float> nothing(128, 0.0f);
        const Scheme& scheme = *schemeNamed(u"int4");
        const auto clip = optionsFor(Symmetry::Asymmetric, 128, Search::Best);
        const auto plain = optionsFor(Symmetry::Asymmetric, 128);
        QVERIFY(*test::encode(scheme, clip, x, {1, 128}, 0, nothing)
            == *test::encode(scheme, plain, x, {1, 128}));
    }
};

QTEST_APPLESS_MAIN(TestSearch)
#include "tst_search.moc"
