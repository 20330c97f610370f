#include "core/analysis/metrics.h"
#include "tests/support/test_models.h"

#include <QTest>
#include <cfloat>
#include <cmath>

using namespace aq;

namespace {

ErrorSums sumsOf(const std::vector<float>& x, const std::vector<float>& y)
{
    ErrorSums sums;
    sums.add(x, y);
    return sums;
}

} // namespace

class TestMetrics : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // x = (3, -4, 0), y = (3, -2, 1): xx 25, yy 14, xy 17, differences 0, 2, 1.
    void formulasAgreeWithValuesWorkedByHand()
    {
        const ErrorSums sums = sumsOf({3, -4, 0}, {3, -2, 1});
        QVERIFY(sums.count == 3 && sums.xx == 25 && sums.yy == 14 && sums.xy == 17);
        QVERIFY(sums.dd == 5 && sums.d == 3 && sums.maxError == 2 && sums.peak == 4);
        QVERIFY(std::abs(cosine(sums) - 17 / std::sqrt(25.0 * 14)) < 1e-15);
        QVERIFY(std::abs(relRmse(sums) - std::sqrt(0.2)) < 1e-15);
        QVERIFY(std::abs(sqnrDb(sums) - 6.98970004336018805) < 1e-12); // 10 log10 5
    }

    void identityIsExact()
    {
        for (const std::vector<float>& x : {test::gaussian(1001, 0.02f), {}, {0, 0, 0}, {1e-45f, 3},
                 {FLT_MAX, -FLT_MAX}, {0.1f}}) {
            const ErrorSums sums = sumsOf(x, x);
            QVERIFY(cosine(sums) == 1 && relRmse(sums) == 0);
            QVERIFY(sqnrDb(sums) == INFINITY);
            QVERIFY(sums.maxError == 0 && sums.d == 0);
        }
    }

    void zerosOnOneSideOnly()
    {
        const ErrorSums lost = sumsOf({1, 2}, {0, 0});
        QVERIFY(cosine(lost) == 0 && relRmse(lost) == 1 && sqnrDb(lost) == 0);
        const ErrorSums made = sumsOf({0, 0}, {1, 2});
        QVERIFY(cosine(made) == 0 && relRmse(made) == INFINITY && sqnrDb(made) == -INFINITY);
    }

    void oppositeWeightsHaveCosineMinusOne()
    {
        const ErrorSums sums = sumsOf({0.1f, 0.2f, 0.3f}, {-0.1f, -0.2f, -0.3f});
        QVERIFY(cosine(sums) == -1 && relRmse(sums) == 2);
    }

    void largestFloatsDoNotOverflow()
    {
        const ErrorSums sums = sumsOf({FLT_MAX, FLT_MAX}, {FLT_MAX, -FLT_MAX});
        QVERIFY(cosine(sums) == 0 && std::isfinite(relRmse(sums)));
        QVERIFY(sums.maxError == 2 * double(FLT_MAX));
        QVERIFY(std::abs(cosine(sumsOf({1e-44f, 0}, {1e-44f, 1e-44f})) - std::sqrt(0.5)) < 1e-12);
    }

    // Every term is a small integer here, so any order gives the same, exact sums.
    void tilesMergeToTheWhole()
    {
        std::vector<float> x(1000), y(1000);
        for (std::size_t i = 0; i < x.size(); ++i) {
            x[i] = float(int(i * 37 % 201) - 100);
            y[i] = float(int(i * 91 % 201) - 100);
        }
        ErrorSums merged;
        for (std::size_t first = 0, size = 1; first < x.size();
             first += size, size = 2 * size + 1) {
            const std::size_t count = std::min(size, x.size() - first);
            ErrorSums tile;
            tile.add(std::span(x).subspan(first, count), std::span(y).subspan(first, count));
            merged.merge(tile);
        }
        const ErrorSums whole = sumsOf(x, y);
        QVERIFY(merged.count == whole.count && merged.xx == whole.xx && merged.yy == whole.yy);
        QVERIFY(merged.xy == whole.xy && merged.dd == whole.dd && merged.d == whole.d);
        QVERIFY(merged.maxError == whole.maxError && merged.peak == whole.peak);
    }

    // Stretches are summed in float; over many, what is rounded off cancels.
    void sumsAgreeWithALongAddition()
    {
        const std::vector<float> x = test::gaussian(100'003, 0.02f, 1);
        const std::vector<float> y = test::gaussian(100'003, 0.02f, 2);
        long double xx = 0, xy = 0, dd = 0, d = 0;
        for (std::size_t i = 0; i < x.size(); ++i) {
            const long double a = x[i], b = y[i];
            xx += a * a;
            xy += a * b;
            dd += (a - b) * (a - b);
            d += b - a;
        }
        const ErrorSums sums = sumsOf(x, y);
        QVERIFY(std::abs(sums.xx - double(xx)) < 1e-8 * sums.xx);
        QVERIFY(std::abs(sums.dd - double(dd)) < 1e-8 * sums.dd);
        QVERIFY(std::abs(sums.xy - double(xy)) < 1e-8 * sums.xx);
        QVERIFY(std::abs(sums.d - double(d)) < 1e-5);
    }
};

QTEST_APPLESS_MAIN(TestMetrics)
#include "tst_metrics.moc"
