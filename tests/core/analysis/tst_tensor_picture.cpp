#include "core/analysis/picture_builder.h"
#include "tests/support/test_models.h"

#include <QTest>
#include <cfloat>
#include <cmath>

using namespace aq;

namespace {

using Use = PictureBuilder::Use;
using Decoded = PictureBuilder::Decoded;

constexpr float notNumber = std::numeric_limits<float>::quiet_NaN();

TensorPicture pictureOf(const Matrix& matrix, const std::vector<float>& x,
    const std::vector<float>& y = {}, const PictureGrain& grain = {})
{
    PictureBuilder builder(matrix, grain);
    builder.addRange(x);
    builder.endRange();
    builder.add(0, x, y, Use::Both);
    return builder.picture(y.empty() ? Decoded::None : Decoded::Given);
}

std::int64_t total(const Histogram& histogram)
{
    std::int64_t sum = histogram.below + histogram.above;
    for (const std::int64_t count : histogram.counts)
        sum += count;
    return sum;
}

bool isClose(double a, double b, double relative = 1e-12)
{
    return std::abs(a - b) <= relative * std::max(std::abs(a), std::abs(b));
}

} // namespace

class TestTensorPicture : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // 1, 2, 3, 4, 10: mean 4; differences -3, -2, -1, 0, 6; squares 9 4 1 0 36, sum 50; fourth
    // powers 81 16 1 0 1296, sum 1394. Kurtosis 5 * 1394 / 2500.
    void momentsAgreeWithValuesWorkedByHand()
    {
        Moments moments;
        moments.add(std::vector<float>{1, 2, 3, 4, 10});
        QVERIFY(moments.count == 5 && moments.mean == 4 && moments.m2 == 50);
        QVERIFY(moments.m3 == -27 - 8 - 1 + 216 && moments.m4 == 1394);
        QVERIFY(isClose(moments.deviation(), std::sqrt(10.0)));
        QVERIFY(isClose(moments.kurtosis(), 2.788));
        QVERIFY(moments.min == 1 && moments.max == 10 && moments.zeros == 0);
    }

    void momentsOfNothingAndOfOneValue()
    {
        Moments none;
        QVERIFY(none.deviation() == 0 && none.kurtosis() == 0);
        none.add({});
        QVERIFY(none.count == 0);
        Moments equal;
        equal.add(std::vector<float>(1000, 0.1F));
        QVERIFY(equal.mean == double(0.1F) && equal.deviation() == 0 && equal.kurtosis() == 0);
    }

    // A mean far from zero, where a sum of squares would have nothing left.
    void momentsMergeToTheWhole()
    {
        std::vector<float> x = test::gaussian(10'007, 0.5F, 3);
        for (float& value : x)
            value += 10'000;
        x[17] = 10'040;
        Moments merged;
        for (std::size_t first = 0, size = 1; first < x.size(); first += size, size = 3 * size + 1)
            merged.add(std::span(x).subspan(first, std::min(size, x.size() - first)));
        long double mean = 0, m2 = 0, m3 = 0, m4 = 0;
        for (const float value : x)
            mean += value;
        mean /= (long double)(x.size());
        for (const float value : x) {
            const long double d = value - mean;
            m2 += d * d, m3 += d * d * d, m4 += d * d * d * d;
        }
        QVERIFY(isClose(merged.mean, double(mean)));
        QVERIFY(isClose(merged.m2, double(m2), 1e-9) && isClose(merged.m4, double(m4), 1e-9));
        QVERIFY(isClose(merged.m3, double(m3), 1e-9));
    }

    // Of a normal distribution 3, of a uniform one 9/5.
    void kurtosisTellsDistributionsApart()
    {
        Moments normal, uniform;
        normal.add(test::gaussian(200'000, 0.02F));
        std::vector<float> ramp(10'001);
        for (std::size_t i = 0; i < ramp.size(); ++i)
            ramp[i] = float(i);
        uniform.add(ramp);
        QVERIFY(std::abs(normal.kurtosis() - 3) < 0.05);
        QVERIFY(std::abs(uniform.kurtosis() - 1.8) < 1e-4);
    }

    // 0 to 8 in 10 bins: eight of width 1, and one more on each side.
    void binsHaveTheRangeOfTheValues()
    {
        Histogram bins = histogramFor(0, 8, 10);
        QVERIFY(bins.low == -1 && bins.high == 9 && bins.binWidth() == 1);
        addTo(bins, std::vector<float>{0, 0.5F, 1, 7.99F, 8, -0.5F, -1, 9, -1.01F, 9.01F, 100});
        const std::vector<std::int64_t> expected{2, 2, 1, 0, 0, 0, 0, 0, 1, 2};
        QVERIFY(bins.counts == expected);
        QVERIFY(bins.below == 1 && bins.above == 2);
    }

    void equalValuesHaveABinToo()
    {
        for (const double value : {0.0, 2.0, -3e-30, double(FLT_MAX)}) {
            Histogram bins = histogramFor(value, value, 8);
            addTo(bins, std::vector<float>{float(value)});
            QVERIFY(bins.low < value && value < bins.high);
            QVERIFY(total(bins) == 1 && bins.below == 0 && bins.above == 0);
        }
        Histogram widest = histogramFor(-double(FLT_MAX), double(FLT_MAX), 8);
        addTo(widest, std::vector<float>{FLT_MAX, -FLT_MAX, 0});
        QVERIFY(widest.counts[1] == 1 && widest.counts[4] == 1);
        QVERIFY(total(widest) == 3 && widest.below + widest.above == 0);
    }

    void histogramOfErrorsGrows()
    {
        GrowingHistogram growing(8); // 16 bins before those outside are cut off.
        QVERIFY(growing.histogram().counts.empty());
        growing.add(0);
        QVERIFY(growing.histogram().counts.empty()); // Nothing differs.
        growing.add(0.25);
        growing.add(-0.75);
        growing.add(0.999);
        // In [-1, 1) of 16 bins of 1/8: 0 and 1/4 are in bins 8 and 10, -3/4 in 2, 0.999 in 15.
        const Histogram first = growing.histogram();
        QVERIFY(first.low == -1 && first.high == 1 && first.counts.size() == 16);
        QVERIFY(first.counts[8] == 1 && first.counts[10] == 1 && first.counts[2] == 1);
        QVERIFY(first.counts[15] == 1 && total(first) == 4);
        // In [-2, 2) of 1/4; half of the bins are empty and cut off but for the fifth.
        growing.add(1.1);
        const Histogram second = growing.histogram();
        QVERIFY(second.binWidth() == 0.25 && second.high == 1.25 && second.low == -1.25);
        const std::vector<std::int64_t> expected{0, 0, 1, 0, 0, 1, 1, 0, 1, 1};
        QVERIFY(second.counts == expected);
    }

    void histogramOfErrorsDoesNotDependOnTheOrder()
    {
        std::vector<float> x = test::gaussian(20'000, 1e-3F, 5);
        x.push_back(0.5F);
        x.push_back(-1e-9F);
        GrowingHistogram forward(128), backward(128);
        for (std::size_t i = 0; i < x.size(); ++i) {
            forward.add(double(x[i]));
            backward.add(double(x[x.size() - 1 - i]));
        }
        QVERIFY(forward.histogram().counts == backward.histogram().counts);
        QVERIFY(forward.histogram().high == backward.histogram().high);
        QVERIFY(total(forward.histogram()) == std::int64_t(x.size()));
        QVERIFY(forward.histogram().high >= 0.5 && forward.histogram().counts.size() >= 128);
    }

    // Two rows of three: what each channel, cell and sum is can be read off.
    void smallMatrixAgreesWithValuesWorkedByHand()
    {
        const TensorPicture picture = pictureOf({2, 3}, {3, -4, 0, 1, 2, -2}, {3, -2, 1, 1, 2, -3});
        QVERIFY(picture.rows == 2 && picture.columns == 3);
        QVERIFY(picture.original.count == 6 && picture.original.zeros == 1);
        QVERIFY(picture.original.mean == 0 && picture.decoded.mean == 1.0 / 3);
        QVERIFY(isClose(picture.original.deviation, std::sqrt(34.0 / 6)));
        QCOMPARE(picture.channels.size(), std::size_t(2));
        const ChannelRange& first = picture.channels[0];
        QVERIFY(first.first == 0 && first.count == 1 && first.min == -4 && first.max == 3);
        QVERIFY(isClose(first.rms, std::sqrt(25.0 / 3)));
        QVERIFY(isClose(first.errorRms, std::sqrt(5.0 / 3)));
        QVERIFY(isClose(picture.channels[1].errorRms, std::sqrt(1.0 / 3)));
        QVERIFY(picture.sums.count == 6 && picture.sums.dd == 6 && picture.sums.maxError == 2);
        const std::vector<float> values{3, -4, 0, 1, 2, -2}, errors{0, 2, 1, 0, 0, 1};
        QVERIFY(picture.values.cells == values && picture.error.cells == errors);
        QVERIFY(picture.values.low == -4 && picture.values.high == 3 && picture.error.high == 2);
        QVERIFY(picture.originalHistogram.low == picture.decodedHistogram.low);
        QVERIFY(picture.originalHistogram.high == picture.decodedHistogram.high);
        QVERIFY(total(picture.originalHistogram) == 6 && total(picture.decodedHistogram) == 6);
        QVERIFY(total(picture.errorHistogram) == 6);
    }

    // 100 values of 1 and -1 and one of 100: mean 100/101, deviation about 9.95: 60 are far.
    void outliersAreFarFromTheMean()
    {
        std::vector<float> x;
        for (int i = 0; i < 50; ++i)
            x.insert(x.end(), {1.0F, -1.0F});
        x.push_back(100);
        const TensorPicture picture = pictureOf({1, 101}, x, std::vector<float>(101, 1.0F));
        QVERIFY(picture.original.outlierShare == 1.0 / 101);
        QVERIFY(picture.channels[0].outliers == 1);
        QVERIFY(picture.decoded.outlierShare == 0);
    }

    // Rows 0-2, 3-5, 6-6 with at most four channels in all; seven rows.
    void manyRowsShareAChannel()
    {
        std::vector<float> x(14);
        for (std::size_t i = 0; i < x.size(); ++i)
            x[i] = float(i);
        PictureGrain grain;
        grain.mostChannels = 3;
        const TensorPicture picture = pictureOf({7, 2}, x, {}, grain);
        QCOMPARE(picture.channels.size(), std::size_t(3));
        QVERIFY(picture.channels[0].count == 3 && picture.channels[0].max == 5);
        QVERIFY(picture.channels[2].first == 6 && picture.channels[2].count == 1);
        QVERIFY(picture.channels[2].min == 12 && picture.channels[2].max == 13);
    }

    // Seven columns in three cells: columns 0-2, 3-4, 5-6 (floor(7/3 k) rounded up).
    void cellsCoverTheMatrix()
    {
        const HeatMap map{.rows = 7, .columns = 7, .cellRows = 3, .cellColumns = 3};
        QVERIFY(map.columnAt(0) == 0 && map.columnAt(1) == 3 && map.columnAt(2) == 5);
        QVERIFY(map.columnAt(3) == 7);
        PictureGrain grain;
        grain.cells = 3;
        std::vector<float> x(49, 0.0F);
        x[3 * 7 + 3] = -5; // Cell (1, 1).
        x[3 * 7 + 4] = 4;
        x[6 * 7 + 2] = 1; // Cell (2, 0).
        const TensorPicture picture = pictureOf({7, 7}, x, {}, grain);
        const std::vector<float> expected{0, 0, 0, 0, -5, 0, 1, 0, 0};
        QVERIFY(picture.values.cells == expected);
    }

    // 1 to 100 and one of -1000: 99 of 100 cells are at most 100.
    void fewExtremesDoNotDecideTheColours()
    {
        HeatMap map;
        for (int i = 1; i <= 100; ++i)
            map.cells.push_back(float(i));
        map.cells.insert(map.cells.end(), {-1000, notNumber});
        QVERIFY(typicalReach(map) == 100);
        map.cells.assign(1000, 0.0F);
        QVERIFY(typicalReach(map) == 0);
        map.cells[3] = -2; // All but one are 0.
        QVERIFY(typicalReach(map) == 2);
        QVERIFY(typicalReach({}) == 0);
    }

    void partOfAMatrixIsShown()
    {
        std::vector<float> x(50);
        for (std::size_t i = 0; i < x.size(); ++i)
            x[i] = float(i);
        PictureGrain grain;
        grain.firstRow = 2, grain.rows = 2, grain.firstColumn = 7, grain.columns = 10;
        const TensorPicture picture = pictureOf({5, 10}, x, {}, grain);
        const std::vector<float> expected{27, 28, 29, 37, 38, 39}; // Only three columns are left.
        QVERIFY(picture.values.cells == expected && picture.values.columns == 3);
        QVERIFY(picture.values.firstRow == 2 && picture.values.firstColumn == 7);
    }

    void notFiniteValuesAreCountedAndPassedOver()
    {
        const std::vector<float> x{1, notNumber, -INFINITY, 3}, y{1, 2, 2, INFINITY};
        const TensorPicture picture = pictureOf({2, 2}, x, y);
        QVERIFY(picture.original.count == 4 && picture.original.notFinite == 2);
        QVERIFY(picture.original.mean == 2 && picture.original.max == 3);
        QVERIFY(picture.decoded.notFinite == 1 && picture.sums.count == 1 && picture.sums.dd == 0);
        QVERIFY(std::isnan(picture.values.cells[1]) && picture.values.cells[0] == 1);
        const TensorPicture nothing = pictureOf({1, 2}, {notNumber, INFINITY}, {1, 2});
        QVERIFY(nothing.channels.empty() && nothing.originalHistogram.counts.empty());
        QVERIFY(nothing.original.count == 2 && nothing.original.deviation == 0);
    }

    void keptTensorsAreTheirOriginals()
    {
        const std::vector<float> x = test::gaussian(1000, 0.1F);
        PictureBuilder builder({10, 100}, {});
        builder.addRange(x);
        builder.endRange();
        builder.add(0, x, x, Use::Both);
        const TensorPicture picture = builder.picture(Decoded::Kept);
        QVERIFY(picture.isKept && picture.errorHistogram.counts.empty());
        QVERIFY(picture.decoded.deviation == picture.original.deviation);
        QVERIFY(picture.decodedHistogram.counts == picture.originalHistogram.counts);
        QVERIFY(picture.sums.count == 1000 && sqnrDb(picture.sums) == INFINITY);
        QVERIFY(picture.error.high == 0);
    }

    // Runs of any length give the same picture but for the last digits of sums.
    void runsOfAnyLengthGiveTheSamePicture()
    {
        const std::vector<float> x = test::gaussian(97 * 131, 0.1F),
                                 y = test::gaussian(97 * 131, 0.1F, 2);
        const TensorPicture whole = pictureOf({97, 131}, x, y);
        PictureBuilder builder({97, 131}, {});
        builder.addRange(x);
        builder.endRange();
        for (std::size_t first = 0, size = 1; first < x.size();
             first += size, size = 2 * size + 1) {
            const std::size_t count = std::min(size, x.size() - first);
            builder.add(std::int64_t(first), std::span(x).subspan(first, count),
                std::span(y).subspan(first, count), Use::Both);
        }
        const TensorPicture parts = builder.picture(Decoded::Given);
        QVERIFY(parts.values.cells == whole.values.cells && parts.error.cells == whole.error.cells);
        QVERIFY(parts.originalHistogram.counts == whole.originalHistogram.counts);
        QVERIFY(parts.errorHistogram.counts == whole.errorHistogram.counts);
        QVERIFY(isClose(parts.decoded.kurtosis, whole.decoded.kurtosis, 1e-10));
        QVERIFY(isClose(parts.sums.dd, whole.sums.dd, 1e-6));
        QVERIFY(parts.channels.size() == 97);
    }
};

QTEST_APPLESS_MAIN(TestTensorPicture)
#include "tst_tensor_picture.moc"
