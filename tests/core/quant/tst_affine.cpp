#include "core/quant/kernels/half.h"
#include "core/quant/kernels/kernels.h"
#include "tests/core/quant/affine_support.h"
#include "tests/support/schemes_of.h"
#include "tests/support/test_models.h"

#include <QCryptographicHash>
#include <QProcess>
#include <QTest>
#include <algorithm>
#include <cfloat>
#include <cmath>
#include <cstdio>
#include <cstring>
#include <random>

using namespace aq;
using test::Encoded;
using test::optionsFor;

namespace {

constexpr Symmetry symmetries[]
    = {Symmetry::Symmetric, Symmetry::Asymmetric, Symmetry::AsymmetricInteger};

std::vector<float> spread(std::size_t count, double low, double high)
{
    std::mt19937 bits(9);
    std::vector<float> values(count);
    for (float& value : values)
        value = float(low + (high - low) * (double(bits()) / 4294967295.0));
    return values;
}

std::vector<float> oneOf(std::size_t count, float rare, float common)
{
    std::vector<float> values(count, common);
    values[count / 3] = rare;
    return values;
}

/// Weights that strain the arithmetic, each in a tensor of 3 x 171: the last group is ragged.
std::vector<std::pair<const char*, std::vector<float>>> hardWeights()
{
    constexpr std::size_t n = 3 * 171;
    return {{"gaussian", test::gaussian(n, 0.02f)}, {"far from zero", spread(n, 100, 101)},
        {"far below zero", spread(n, -1e6, -1e6 + 1)}, {"tiny", spread(n, -1e-25, 2e-25)},
        {"subnormal", spread(n, -1e-39, 3e-40)}, {"least", spread(n, -4e-45, 4e-45)},
        {"huge", spread(n, -1e30, 1e29)}, {"largest", spread(n, -FLT_MAX, FLT_MAX)},
        {"range overflows", spread(n, -3e38, 3e38)}, {"one outlier", oneOf(n, 1e30f, 1e-3f)},
        {"one weight", oneOf(n, -0.5f, 0.0f)}, {"negative zeros", oneOf(n, 0.25f, -0.0f)},
        {"positive", spread(n, 0.01, 0.02)}, {"next to each other", oneOf(n, 1.0f, 1.0000001f)}};
}
constexpr Matrix hardShape{3, 171};

float loadFloat(const std::vector<std::byte>& bytes, std::size_t index)
{
    float value;
    std::memcpy(&value, &bytes[4 * index], sizeof value);
    return value;
}

/// Everything that every scheme makes of the hard weights and of a Gaussian tensor.
QByteArray digest()
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const auto add = [&](const std::vector<std::byte>& bytes) {
        hash.addData({reinterpret_cast<const char*>(bytes.data()), qsizetype(bytes.size())});
    };
    auto weights = hardWeights();
    weights.emplace_back("more", test::gaussian(3 * 171, 0.02f, 7));
    for (const Scheme* scheme : test::schemesOf("affine"))
        for (const Symmetry symmetry : symmetries)
            for (const Search search : {Search::None, Search::Best})
                for (const ScaleType type : {ScaleType::F16, ScaleType::F32})
                    for (const int group : {0, 32, 33, 128})
                        for (const auto& [name, x] : weights) {
                            const auto options = optionsFor(symmetry, group, search, type);
                            const auto encoded = test::encode(*scheme, options, x, hardShape);
                            hash.addData(encoded ? "y" : "n");
                            if (!encoded)
                                continue;
                            add(encoded->codes);
                            add(encoded->scales);
                            add(encoded->zeros);
                            const auto y = test::decode(*scheme, options, *encoded, hardShape);
                            hash.addData(test::bytesOf(y));
                        }
    return hash.result().toHex();
}

} // namespace

class TestAffine : public QObject {
    Q_OBJECT

    static void rowPerScheme()
    {
        QTest::addColumn<const Scheme*>("scheme");
        for (const Scheme* scheme : test::schemesOf("affine"))
            QTest::addRow("%s", scheme->id) << scheme;
    }

private Q_SLOTS:
    void tableNamesEveryScheme()
    {
        QStringList ids;
        for (const Scheme* scheme : test::schemesOf("affine")) {
            ids += QString::fromLatin1(scheme->id);
            QVERIFY(schemeNamed(ids.back()) == scheme);
            QCOMPARE(QStringLiteral("int%1").arg(scheme->codeBits), ids.back());
        }
        QCOMPARE(ids.join(u' '), QStringLiteral("int2 int3 int4 int5 int6 int8"));
        QVERIFY(!schemeNamed(u"int7") && !schemeNamed(u"") && !schemeNamed(u"INT4"));
    }

    void sizesFollowTheFormula_data() { rowPerScheme(); }
    void sizesFollowTheFormula()
    {
        QFETCH(const Scheme*, scheme);
        const auto options = optionsFor(Symmetry::Asymmetric, 32, Search::None, ScaleType::F16);
        for (const Shape& shape : {Shape{}, Shape{7}, Shape{3, 65}, Shape{2, 3, 5, 7, 2}, Shape{0},
                 Shape{4, 0}, Shape{0, 4}}) {
            const Matrix m = matrixOf(shape);
            const Encoding e = encodingFor(*scheme, options, shape);
            QCOMPARE(e.codes.bytes, m.rows * ((m.columns * scheme->codeBits + 7) / 8));
            QCOMPARE(e.scales.bytes, m.rows * ((m.columns + 31) / 32) * 2);
            QCOMPARE(e.zeros.bytes, e.scales.bytes);
            QCOMPARE(e.scheme, QString::fromLatin1(scheme->id));
            QVERIFY(e.options == options);

            const Encoding whole
                = encodingFor(*scheme, optionsFor(Symmetry::AsymmetricInteger, 0), shape);
            QCOMPARE(whole.codes.bytes, e.codes.bytes);
            QCOMPARE(whole.scales.bytes, m.elements() ? 4 : 0);
            QCOMPARE(whole.zeros.bytes, m.elements() ? 1 : 0);
        }
    }

    // Worked by hand: [-1, 0, .5, 2] has scale 1 and zero point 1 in two bits; codes 0 1 (1.5
    // rounds to the even 2) 3.
    void encodesTheWorkedExample()
    {
        const std::vector<float> x{-1, 0, 0.5f, 2};
        const auto encoded
            = test::encode(*schemeNamed(u"int2"), optionsFor(Symmetry::Asymmetric, 32), x, {1, 4});
        QVERIFY(encoded);
        QVERIFY(encoded->codes == std::vector{std::byte(0 | 1 << 2 | 2 << 4 | 3 << 6)});
        QVERIFY(loadFloat(encoded->scales, 0) == 1 && loadFloat(encoded->zeros, 0) == 1);
        const auto y = test::decode(
            *schemeNamed(u"int2"), optionsFor(Symmetry::Asymmetric, 32), *encoded, {1, 4});
        QVERIFY((y == std::vector<float>{-1, 0, 1, 2}));
    }

    void errorStaysWithinHalfAStep_data()
    {
        QTest::addColumn<const Scheme*>("scheme");
        QTest::addColumn<std::vector<float>>("x");
        for (const auto& [name, x] : hardWeights())
            for (const Scheme* scheme : test::schemesOf("affine"))
                QTest::addRow("%s, %s", scheme->id, name) << scheme << x;
    }
    void errorStaysWithinHalfAStep()
    {
        QFETCH(const Scheme*, scheme);
        QFETCH(std::vector<float>, x);
        for (const Symmetry symmetry : symmetries)
            for (const int group : {1, 7, 32, 128, 1000, 0}) {
                const auto options = optionsFor(symmetry, group);
                const auto encoded = test::encode(*scheme, options, x, hardShape);
                QVERIFY2(encoded, "F32 holds every range");
                const auto y = test::decode(*scheme, options, *encoded, hardShape);
                const std::size_t groups = group ? std::size_t((171 + group - 1) / group) : 0;
                for (std::size_t i = 0; i < x.size(); ++i) {
                    const std::size_t at
                        = group ? i / 171 * groups + i % 171 / std::size_t(group) : 0;
                    const double scale = loadFloat(encoded->scales, at);
                    const double error = std::abs(double(x[i]) - double(y[i]));
                    QVERIFY(std::isfinite(y[i]));
                    // Where the outermost level would overflow, the range is a little narrower.
                    const double steps = std::abs(x[i]) > 1.5e38f ? 1 : 0.5;
                    QVERIFY2(error <= steps * scale * (1 + 0x1p-10)
                                + 0x1p-21 * std::abs(double(x[i]))
                                + 0x1p-150, // Half the distance of subnormal floats.
                        qPrintable(QStringLiteral("group %1 element %2: %3 became %4, scale %5")
                                       .arg(group)
                                       .arg(i)
                                       .arg(double(x[i]))
                                       .arg(double(y[i]))
                                       .arg(scale)));
                }
            }
    }

    void subnormalWeightsKeepTheirPrecision_data() { rowPerScheme(); }
    void subnormalWeightsKeepTheirPrecision()
    {
        QFETCH(const Scheme*, scheme);
        const double levels = (1 << scheme->codeBits) - 1;
        for (const double peak : {1e-37, 1e-38, 1e-39, 1e-40})
            for (const Symmetry symmetry : symmetries)
                for (const Search search : {Search::None, Search::Best})
                    for (const int group : {32, 0}) {
                        const auto x = spread(256, -peak, peak);
                        const auto options = optionsFor(symmetry, group, search);
                        const auto encoded = test::encode(*scheme, options, x, {1, 256});
                        QVERIFY(encoded);
                        const auto y = test::decode(*scheme, options, *encoded, {1, 256});
                        const double step = 2 * peak / (levels - 1); // The widest any range has.
                        double sum = 0;
                        for (std::size_t i = 0; i < x.size(); ++i)
                            sum += std::pow(double(x[i]) - double(y[i]), 2);
                        QVERIFY(std::sqrt(sum / 256) <= 0.5 * step); // sqrt(1/12) is expected.
                    }
    }

    void constantsDecodeExactly_data() { rowPerScheme(); }
    void constantsDecodeExactly()
    {
        QFETCH(const Scheme*, scheme);
        for (const float c : {0.0f, -0.0f, 1.0f, -1.0f, 0.1f, -0.3f, 1e-45f, -1e-40f, FLT_MIN,
                 1e-30f, 7e4f, -1e30f, 1.6e38f, -1.6e38f})
            for (const Symmetry symmetry : symmetries)
                for (const Search search : {Search::None, Search::Best})
                    for (const int group : {32, 0}) {
                        const std::vector<float> x(2 * 33, c); // The last group holds one weight.
                        const auto options = optionsFor(symmetry, group, search);
                        const auto encoded = test::encode(*scheme, options, x, {2, 33});
                        QVERIFY(encoded);
                        QVERIFY(test::decode(*scheme, options, *encoded, {2, 33}) == x);
                    }
    }

    void constantsInHalfPrecisionAreRoundedOnce_data() { rowPerScheme(); }
    void constantsInHalfPrecisionAreRoundedOnce()
    {
        QFETCH(const Scheme*, scheme);
        for (const float c : {0.0f, 1.0f, 0.1f, -0.3f, 1e-4f, -30000.0f})
            for (const Symmetry symmetry : symmetries)
                for (const int group : {32, 0}) {
                    const std::vector<float> x(2 * 33, c);
                    const auto options = optionsFor(symmetry, group, Search::Best, ScaleType::F16);
                    const auto encoded = test::encode(*scheme, options, x, {2, 33});
                    QVERIFY(encoded);
                    const float nearest = floatFromHalf(halfFromFloat(c));
                    QVERIFY(test::decode(*scheme, options, *encoded, {2, 33})
                        == std::vector<float>(x.size(), nearest));
                }
    }

    void zeroStaysZeroWithAnIntegerZeroPoint_data() { rowPerScheme(); }
    void zeroStaysZeroWithAnIntegerZeroPoint()
    {
        QFETCH(const Scheme*, scheme);
        std::vector<float> x = test::gaussian(256, 0.02f);
        for (std::size_t i = 0; i < x.size(); i += 3)
            x[i] = 0;
        const auto options = optionsFor(Symmetry::AsymmetricInteger, 32, Search::Best);
        const auto y = test::decode(
            *scheme, options, *test::encode(*scheme, options, x, {1, 256}), {1, 256});
        for (std::size_t i = 0; i < x.size(); i += 3)
            QVERIFY(y[i] == 0);
    }

    void halfPrecisionRefusesWhatItCannotHold_data()
    {
        QTest::addColumn<std::vector<float>>("x");
        QTest::addColumn<Symmetry>("symmetry");
        QTest::addColumn<bool>("fits");
        const auto row = [](const char* name, std::vector<float> x, Symmetry symmetry, bool fits) {
            QTest::newRow(name) << x << symmetry << fits;
        };
        row("weights", test::gaussian(64, 0.02f), Symmetry::Asymmetric, true);
        row("zeros", std::vector<float>(64), Symmetry::Symmetric, true);
        row("zeros, real", std::vector<float>(64), Symmetry::Asymmetric, true);
        row("largest scale", oneOf(64, 65504.0f * 7, 0), Symmetry::Symmetric, true);
        row("scale overflows", oneOf(64, 65520.0f * 7, 0), Symmetry::Symmetric, false);
        row("constant overflows", std::vector<float>(64, 1e5f), Symmetry::Asymmetric, false);
        row("least normal scale", oneOf(64, 7 * 0x1p-14f, 0), Symmetry::Symmetric, true);
        row("subnormal, exact", oneOf(64, 7 * 0x1p-20f, 0), Symmetry::Symmetric, true);
        row("subnormal, coarse", oneOf(64, 7 * 1.3e-6f, 0), Symmetry::Symmetric, false);
        row("scale rounds to 0", oneOf(64, 1e-12f, 0), Symmetry::AsymmetricInteger, false);
        row("zero point too coarse", spread(64, 100, 101), Symmetry::Asymmetric, false);
        row("zero point overflows", spread(64, 1e4, 1e4 + 0.1), Symmetry::Asymmetric, false);
        row("far, integer zero", spread(64, 100, 101), Symmetry::AsymmetricInteger, true);
    }
    void halfPrecisionRefusesWhatItCannotHold()
    {
        QFETCH(std::vector<float>, x);
        QFETCH(Symmetry, symmetry);
        QFETCH(bool, fits);
        const Scheme& scheme = *schemeNamed(u"int4");
        const auto options = optionsFor(symmetry, 32, Search::None, ScaleType::F16);
        const auto encoded = test::encode(scheme, options, x, {1, 64});
        QCOMPARE(bool(encoded), fits);
        if (!fits) {
            QVERIFY(encoded.error().code == ErrorCode::Unsupported);
            QVERIFY(encoded.error().where.startsWith(u"row 0, group "));
        }
        const auto whole = optionsFor(symmetry, 0, Search::Best, ScaleType::F16);
        QCOMPARE(bool(test::encode(scheme, whole, x, {1, 64})), fits);
    }

    void refusalNamesRowAndGroup()
    {
        std::vector<float> x = test::gaussian(3 * 96, 0.02f);
        x[2 * 96 + 40] = 1e9f;
        const auto options = optionsFor(Symmetry::Asymmetric, 32, Search::Best, ScaleType::F16);
        const auto encoded = test::encode(*schemeNamed(u"int4"), options, x, {3, 96});
        QVERIFY(!encoded);
        QCOMPARE(encoded.error().where, QStringLiteral("row 2, group 1"));
    }

    void refusesOptionsThatContradict()
    {
        const std::vector<float> x(32);
        const auto works = [&](const char* id, Symmetry symmetry, ZeroType zero, int group = 32) {
            return bool(test::encode(*schemeNamed(QString::fromLatin1(id)),
                {group, symmetry, ScaleType::F32, zero, Search::None}, x, {1, 32}));
        };
        QVERIFY(!works("int4", Symmetry::Asymmetric, ZeroType::None));
        QVERIFY(!works("int4", Symmetry::Asymmetric, ZeroType::U8));
        QVERIFY(!works("int4", Symmetry::Asymmetric, ZeroType::U8, 0));
        QVERIFY(!works("int4", Symmetry::AsymmetricInteger, ZeroType::None));
        QVERIFY(!works("int2", Symmetry::Symmetric, ZeroType::U8));
        QVERIFY(works("int2", Symmetry::Symmetric, ZeroType::F16));
        QVERIFY(works("int4", Symmetry::Symmetric, ZeroType::U8));
    }

    void symmetricZeroPointCanBeWrittenOut_data() { rowPerScheme(); }
    void symmetricZeroPointCanBeWrittenOut()
    {
        QFETCH(const Scheme*, scheme);
        const std::vector<float> x = test::gaussian(300, 0.02f);
        SchemeOptions options = optionsFor(Symmetry::Symmetric, 128);
        const auto implied = test::encode(*scheme, options, x, {3, 100});
        QVERIFY(implied && implied->zeros.empty());
        options.zeroType = ZeroType::F32;
        const auto written = test::encode(*scheme, options, x, {3, 100});
        QVERIFY(written && written->codes == implied->codes && written->scales == implied->scales);
        for (std::size_t i = 0; i < 3; ++i)
            QVERIFY(loadFloat(written->zeros, i)
                == (scheme->codeBits == 2 ? 1.5f : std::exp2(float(scheme->codeBits - 1))));
    }

    void tilesMayBeCutAnywhere_data() { rowPerScheme(); }
    void tilesMayBeCutAnywhere()
    {
        QFETCH(const Scheme*, scheme);
        const std::vector<float> x = test::gaussian(37 * 171, 0.02f);
        const Matrix shape{37, 171};
        for (const int group : {0, 32, 100, 128})
            for (const Symmetry symmetry : symmetries) {
                const auto options = optionsFor(symmetry, group, Search::Best, ScaleType::F16);
                const auto whole = test::encode(*scheme, options, x, shape);
                QVERIFY(whole);
                for (const std::int64_t rows : {1, 2, 16, 36})
                    QVERIFY(*test::encode(*scheme, options, x, shape, rows) == *whole);
            }
    }

    void wideRowsAgreeWithSplitOnes_data() { rowPerScheme(); }
    void wideRowsAgreeWithSplitOnes() // A row longer than the block that is packed at once.
    {
        QFETCH(const Scheme*, scheme);
        const std::vector<float> x = test::gaussian(3 * 10'000, 0.02f);
        const auto options = optionsFor(Symmetry::Asymmetric, 80, Search::Best);
        const auto wide = test::encode(*scheme, options, x, {1, 30'000});
        const auto split = test::encode(*scheme, options, x, {3, 10'000});
        QVERIFY(wide && *wide == *split); // 80 divides 10000, and 10000 codes fill whole bytes.
        const auto y = test::decode(*scheme, options, *wide, {1, 30'000});
        QVERIFY(y == test::decode(*scheme, options, *split, {3, 10'000}));
        const auto odd
            = test::encode(*scheme, optionsFor(Symmetry::Asymmetric, 81), x, {1, 30'000});
        const auto z
            = test::decode(*scheme, optionsFor(Symmetry::Asymmetric, 81), *odd, {1, 30'000});
        for (std::size_t i = 0; i < x.size(); ++i)
            QVERIFY(std::abs(x[i] - z[i]) <= loadFloat(odd->scales, i / 81) * 0.501f);
    }

    // The program runs again with each kernel set and must print the same digest.
    void everyKernelSetGivesTheSameBytes()
    {
        const QByteArray own = digest();
        for (const Kernels* set : runnableKernels()) {
            QProcess again;
            QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
            environment.insert(QStringLiteral("AQ_KERNELS"), QString::fromLatin1(set->name));
            again.setProcessEnvironment(environment);
            again.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--digest")});
            QVERIFY(again.waitForFinished(60'000));
            QCOMPARE(again.readAllStandardOutput().trimmed(), own + ' ' + set->name);
        }
    }
};

int main(int argc, char** argv)
{
    if (argc == 2 && std::strcmp(argv[1], "--digest") == 0)
        return std::printf("%s %s\n", digest().constData(), kernels().name) < 0;
    QCoreApplication app(argc, argv);
    TestAffine test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_affine.moc"
