#include "core/quant/kernels/half.h"
#include "core/quant/to_float.h"

#include <QFile>
#include <QTest>
#include <cfloat>
#include <cmath>
#include <cstring>
#include <limits>

using namespace aq;

namespace {

template <typename T>
std::vector<float> floatsOf(DType dtype, const std::vector<T>& values)
{
    const auto source = std::as_bytes(std::span(values));
    std::vector<std::byte> bytes(1, std::byte(0)); // Unaligned on purpose.
    bytes.insert(bytes.end(), source.begin(), source.end());
    std::vector<float> out(values.size());
    toFloat(dtype, Bytes(bytes).subspan(1), out);
    return out;
}

constexpr float inf = std::numeric_limits<float>::infinity();
constexpr float quietNaN = std::numeric_limits<float>::quiet_NaN();

} // namespace

class TestToFloat : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // tests/data/fp8.txt comes from make_fp8.py (NumPy).
    void everyFp8CodeDecodes()
    {
        QFile file(QStringLiteral(AQ_TEST_DATA "/fp8.txt"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        int seen = 0;
        while (!file.atEnd()) {
            const QList<QByteArray> words = file.readLine().trimmed().split(' ');
            if (words[0].startsWith('#'))
                continue;
            const std::vector<std::uint8_t> code{std::uint8_t(words[0].toUInt(nullptr, 16))};
            const auto check = [&](DType dtype, const QByteArray& expected) {
                const float found = floatsOf(dtype, code)[0];
                if (expected == "nan")
                    return std::isnan(found);
                return std::bit_cast<std::uint32_t>(found) == expected.toUInt(nullptr, 16);
            };
            QVERIFY2(check(DType::F8_E4M3, words[1]), words[0]);
            QVERIFY2(check(DType::F8_E5M2, words[2]), words[0]);
            ++seen;
        }
        QCOMPARE(seen, 256);
    }

    // The meaning of a half, written once more: (-1)^s 2^(e-15) (1 + f/1024), or 2^-14 f/1024.
    void everyHalfDecodes()
    {
        for (unsigned code = 0; code < 65536; ++code) {
            const int exponent = int(code >> 10 & 31), fraction = int(code & 1023);
            const double magnitude = exponent == 31
                ? (fraction ? double(quietNaN) : double(inf))
                : std::ldexp(exponent ? 1024 + fraction : fraction, std::max(exponent, 1) - 25);
            const float expected = float(code & 0x8000 ? -magnitude : magnitude);
            const float found = floatFromHalf(std::uint16_t(code));
            if (std::isnan(expected))
                QVERIFY(std::isnan(found) && bool(code & 0x8000) == std::signbit(found));
            else
                QVERIFY(
                    std::bit_cast<std::uint32_t>(found) == std::bit_cast<std::uint32_t>(expected));
        }
    }

    void everyHalfSurvivesTheRoundTrip()
    {
        for (unsigned code = 0; code < 65536; ++code) {
            const float value = floatFromHalf(std::uint16_t(code));
            const unsigned back = halfFromFloat(value);
            QVERIFY(std::isnan(value) ? back == (code | 0x200u) : back == code);
            const float wide = floatFromBfloat(std::uint16_t(code));
            const unsigned narrow = bfloatFromFloat(wide);
            QVERIFY(std::isnan(wide) ? narrow == (code | 0x40u) : narrow == code);
        }
    }

    // Between neighbours: the middle goes to the even one, a float above or below it to the nearer.
    void halvesRoundToNearestEven()
    {
        for (unsigned code = 0; code < 0x7bff; ++code) {
            const float low = floatFromHalf(std::uint16_t(code));
            const float high = floatFromHalf(std::uint16_t(code + 1));
            const float middle = low + (high - low) / 2;
            QVERIFY(halfFromFloat(middle) == (code % 2 ? code + 1 : code));
            QVERIFY(halfFromFloat(std::nextafter(middle, inf)) == code + 1);
            QVERIFY(halfFromFloat(std::nextafter(middle, 0.0f)) == code);
            QVERIFY(halfFromFloat(-middle) == (0x8000u | (code % 2 ? code + 1 : code)));
        }
        QVERIFY(halfFromFloat(65519.996f) == 0x7bff && halfFromFloat(65520) == 0x7c00);
        QVERIFY(halfFromFloat(inf) == 0x7c00 && halfFromFloat(FLT_MAX) == 0x7c00);
        QVERIFY(halfFromFloat(FLT_MIN) == 0);
    }

    void bfloatsRoundToNearestEven()
    {
        for (unsigned code = 0; code < 0x7f7f; ++code) {
            const auto at = [&](std::uint32_t low) {
                return bfloatFromFloat(std::bit_cast<float>(code << 16 | low));
            };
            QVERIFY(at(0x7fff) == code && at(0x8001) == code + 1);
            QVERIFY(at(0x8000) == (code % 2 ? code + 1 : code));
        }
        QVERIFY(bfloatFromFloat(FLT_MAX) == 0x7f80);
    }

    void doublesRoundToNearestEven()
    {
        const auto y = floatsOf(
            DType::F64, std::vector<double>{1.0 + 0x1p-24, 1.0 + 3 * 0x1p-24, 1e300, -1e-60, 0.1});
        QVERIFY(y[0] == 1.0f && y[1] == 1.0f + 0x1p-22f && y[2] == inf);
        QVERIFY(y[3] == 0 && std::signbit(y[3]) && y[4] == 0.1f);
    }

    void floatsAreCopied()
    {
        const std::vector<float> x{1, -0.0f, quietNaN, inf, 1e-45f};
        const auto y = floatsOf(DType::F32, x);
        QVERIFY(std::memcmp(x.data(), y.data(), x.size() * 4) == 0);
        std::vector<std::byte> bytes(20);
        fromFloat(DType::F32, x, bytes);
        QVERIFY(std::memcmp(x.data(), bytes.data(), 20) == 0);
    }

    void nothingBecomesNothing()
    {
        for (const DType dtype :
            {DType::F64, DType::F32, DType::F16, DType::BF16, DType::F8_E4M3, DType::F8_E5M2})
            toFloat(dtype, {}, {});
        for (const DType dtype : {DType::F32, DType::F16, DType::BF16})
            fromFloat(dtype, {}, {});
        QVERIFY(!firstNonFinite(std::span<const float>()));
    }

    void firstNonFiniteIsFound()
    {
        std::vector<float> x(1000, FLT_MAX);
        QVERIFY(!firstNonFinite(x));
        x[999] = -inf;
        QVERIFY(firstNonFinite(x) == 999u);
        x[500] = quietNaN;
        QVERIFY(firstNonFinite(x) == 500u);
    }

    void firstNonFiniteIsFoundAsStored()
    {
        std::vector<float> x(1000, 1.5f);
        for (const bool isBad : {false, true}) {
            x[777] = isBad ? -inf : 0.0f;
            for (const DType dtype : {DType::F32, DType::F16, DType::BF16}) {
                std::vector<std::byte> bytes(x.size() * std::size_t(bitsOf(dtype)) / 8);
                fromFloat(dtype, x, bytes);
                QVERIFY(firstNonFinite(Weights(dtype, bytes))
                    == (isBad ? std::optional<std::size_t>(777) : std::nullopt));
            }
        }
        const std::vector<double> wide{1, 2, 1e300}; // Beyond float.
        QVERIFY(firstNonFinite(Weights(DType::F64, std::as_bytes(std::span(wide)))) == 2u);
    }
};

QTEST_APPLESS_MAIN(TestToFloat)
#include "tst_to_float.moc"
