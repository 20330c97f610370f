// The clip search finds what a slow search in double finds.
#include "core/quant/kernels/affine_math.h"
#include "core/quant/kernels/kernels.h"
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

} // namespace

class TestSearch : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void findsTheLeastError_data()
    {
        QTest::addColumn<float>("power");
        for (const float power : {1.0f, 1e-12f, 1e12f}) // The search must not depend on the unit.
            QTest::addRow("weights times %g", double(power)) << power;
    }
    void findsTheLeastError()
    {
        QFETCH(float, power);
        std::vector<float> importance = test::gaussian(128, 1, 5);
        for (float& h : importance)
            h *= h;
        for (const char* id : {"int2", "int3", "int4"})
            for (const Symmetry symmetry : symmetries)
                for (unsigned seed = 1; seed <= 20; ++seed) {
                    const Scheme& scheme = *schemeNamed(QString::fromLatin1(id));
                    const auto x = test::gaussian(seed == 1 ? 9 : 128, 0.02f * power, seed);
                    const std::span h = std::span(importance).first(x.size());
                    const auto options = optionsFor(symmetry, 128, Search::Best);
                    const double plain = leastError(scheme, symmetry, x, {});
                    const double weighted = leastError(scheme, symmetry, x, h);
                    QVERIFY(std::abs(errorOf(scheme, options, x, {}) / plain - 1) < 1e-4);
                    QVERIFY(std::abs(errorOf(scheme, options, x, h) / weighted - 1) < 1e-4);
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
        QVERIFY(std::abs(outlier(importance) - 0.2f) < 1e-6f);
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

    // Equal errors: the widest range wins. With weights at both ends of the range only, and none
    // between, every c < 1 loses, so c = 1 is also what a search that ignored ties would find;
    // where all importance is 0 every candidate is equal.
    void equalErrorsKeepTheWidestRange()
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
