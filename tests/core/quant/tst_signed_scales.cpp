// Q3_K, Q6_K, IQ4_NL and IQ4_XS: what the four formats with signed scales promise.
#include "core/analysis/metrics.h"
#include "core/quant/kernels/half.h"
#include "core/quant/kernels/instruction_set.h"
#include "core/quant/scheme.h"
#include "core/quant/to_float.h"
#include "tests/support/test_models.h"

#include <QTest>
#include <array>
#include <cmath>
#include <cstring>
#include <random>

using namespace aq;

namespace {

using Floats = std::vector<float>;
using Blocks = std::vector<std::byte>;

/// One of the formats, as docs/schemes say it is.
struct Format {
    const char* id;
    int elements, bytes, half; ///< Of a block; where its F16 scale lies.
    int run;                   ///< Weights that share a scale.
    float end;                 ///< The grid value of largest magnitude.
    int levels;                ///< The step of largest magnitude; 1: no steps.
};
constexpr std::array formats{Format{"q3_k", 256, 110, 108, 16, -4, 32},
    Format{"q6_k", 256, 210, 208, 16, -32, 128}, Format{"iq4_nl", 32, 18, 0, 32, -127, 1},
    Format{"iq4_xs", 256, 136, 0, 32, -127, 32}};

constexpr std::array table{
    -127, -104, -83, -65, -49, -35, -22, -10, 1, 13, 25, 38, 53, 69, 89, 113};

constexpr std::array searches{Search::None, Search::Balanced, Search::Best};

const Scheme& schemeOf(const Format& format)
{
    return *schemeNamed(QString::fromLatin1(format.id));
}

SchemeOptions optionsOf(Search search)
{
    SchemeOptions options;
    options.search = search;
    return options;
}

/// One row of weights, encoded, or rows as long as `h`.
Result<Blocks> encoded(const Format& format, decltype(Scheme::encode) encode, const Weights& x,
    Search search, std::span<const float> h = {})
{
    Blocks out(std::size_t(x.count() / format.elements * format.bytes), std::byte{0x5a});
    const std::int64_t columns = h.empty() ? x.count() : std::int64_t(h.size());
    const auto done
        = encode(x, {x.count() / columns, columns}, optionsOf(search), nullptr, h, {out, {}, {}});
    if (!done)
        return done.error();
    return out;
}

Result<Blocks> encoded(const Format& format, decltype(Scheme::encode) encode, const Floats& x,
    Search search, std::span<const float> h = {})
{
    return encoded(format, encode, Weights(std::span<const float>(x)), search, h);
}

Floats decoded(const Format& format, decltype(Scheme::decode) decode, const Blocks& blocks)
{
    Floats x(blocks.size() / std::size_t(format.bytes) * std::size_t(format.elements));
    decode({blocks, {}, {}}, {1, std::int64_t(x.size())}, {}, x);
    return x;
}

Floats roundTrip(const Format& format, const Floats& x, Search search = Search::Balanced,
    std::span<const float> h = {})
{
    const Scheme& scheme = schemeOf(format);
    return decoded(format, scheme.decode, *encoded(format, scheme.encode, x, search, h));
}

double sqnrOf(const Floats& x, const Floats& y)
{
    ErrorSums sums;
    sums.add(x, y);
    return sqnrDb(sums);
}

double weightedError(const Floats& x, const Floats& y, const Floats& h)
{
    double sum = 0;
    for (std::size_t i = 0; i < x.size(); ++i)
        sum += double(h[i % h.size()]) * std::pow(double(x[i]) - double(y[i]), 2);
    return sum;
}

/// Student's t with 4 degrees of freedom.
Floats student(std::size_t count, float sigma)
{
    const Floats normal = test::gaussian(5 * count, 1, 21);
    Floats x(count);
    for (std::size_t i = 0; i < count; ++i) {
        float squares = 0;
        for (std::size_t k = 1; k < 5; ++k)
            squares += normal[k * count + i] * normal[k * count + i];
        x[i] = sigma * normal[i] / std::sqrt(squares / 4);
    }
    return x;
}

/// Weights of every awkward kind, 256 after 256 of them.
Floats awkward(std::size_t blocks)
{
    Floats x = test::gaussian(256 * blocks, 0.02f, 7);
    std::mt19937 bits(8);
    for (std::size_t b = 0; b < blocks; ++b)
        for (std::size_t i = 0; i < 256; ++i) {
            float& w = x[256 * b + i];
            switch (b % 12) {
            case 0:
                w = 0;
                break;
            case 1:
                w = bits() % 2 ? 0.0f : -0.0f;
                break;
            case 2:
                w = i == 77 ? -3.0f : 0;
                break; // A spike.
            case 3:
                w = float(int(bits() % 3)) - 1;
                break; // Peaks of both signs.
            case 4:
                w = float(int(bits() % 17) - 8) / 2;
                break; // Ties.
            case 5:
                w *= 1e-30f;
                break;
            case 6:
                w *= 3e-6f;
                break; // Subnormal F16 scales.
            case 7:
                w *= i / 16 % 2 ? 1e4f : 1e-20f;
                break;
            case 8:
                w = std::abs(w);
                break;
            case 9:
                w = -3.0f;
                break;
            case 10:
                w *= std::exp2(float(i % 32) - 16);
                break;
            default:
                w = i % 16 ? w * 1e-3f : w * 40;
                break;
            }
        }
    return x;
}

std::vector<std::byte> stored(DType type, const Floats& x)
{
    std::vector<std::byte> bytes(x.size() * std::size_t(bitsOf(type)) / 8);
    fromFloat(type, x, bytes);
    return bytes;
}

/// Importances of one row, some 0, and all 0 for a while.
Floats someImportance(std::size_t columns)
{
    Floats h = test::gaussian(columns, 1, 12);
    for (std::size_t i = 0; i < columns; ++i)
        h[i] = i % 7 == 3 || i / 64 % 5 == 1 ? 0 : h[i] * h[i] * 100;
    return h;
}

void putHalf(Blocks& block, int at, float value)
{
    const std::uint16_t half = halfFromFloat(value);
    std::memcpy(block.data() + at, &half, sizeof half);
}

Blocks zeroBlock(const Format& format) { return Blocks(std::size_t(format.bytes)); }

} // namespace

class TestSignedScales : public QObject {
    Q_OBJECT

    static void rowPerFormat()
    {
        QTest::addColumn<const Format*>("format");
        for (const Format& format : formats)
            QTest::addRow("%s", format.id) << &format;
    }

    /// Decodes with every instruction set and the reference.
    static void expectDecoded(const Format& format, const Blocks& block, const Floats& expected)
    {
        const Scheme& scheme = schemeOf(format);
        QVERIFY(decoded(format, scheme.decodeReference, block) == expected);
        for (const InstructionSet& set : instructionSets()) {
            useInstructionSet(set);
            QVERIFY2(decoded(format, scheme.decode, block) == expected, set.name);
        }
    }

private Q_SLOTS:
    void cleanup() { useInstructionSet(instructionSets().front()); }

    void layoutIsTheFormats_data() { rowPerFormat(); }
    void layoutIsTheFormats()
    {
        QFETCH(const Format*, format);
        const Scheme& scheme = schemeOf(*format);
        QCOMPARE(scheme.blockElements, format->elements);
        QCOMPARE(scheme.layout(512, {}).codesBytes, 512 / format->elements * format->bytes);
        QCOMPARE(QByteArray(scheme.family), QByteArray("ggml"));
    }

    /// d = 0.5, all steps 1 (stored 33: low bits 1, high bits 2), codes 4 + 2 i mod 4 ...: every
    /// element has its own bits, set one element at a time.
    void q3kBits()
    {
        const Format& format = formats[0];
        for (int element = 0; element < 256; element += 3) {
            Blocks block = zeroBlock(format);
            putHalf(block, 108, 0.5f);
            for (int i = 0; i < 8; ++i)
                block[std::size_t(96 + i)] = std::byte{0x11};
            for (int i = 8; i < 12; ++i)
                block[std::size_t(96 + i)] = std::byte{0xaa};
            const int code = 5 + element % 3; // 5, 6, 7: the third bit is set.
            block[std::size_t(element % 32)] = std::byte(1 << element / 32);
            block[std::size_t(32 + element / 128 * 32 + element % 32)]
                = std::byte((code & 3) << 2 * (element % 128 / 32));
            Floats expected(256, -2.0f);
            expected[std::size_t(element)] = 0.5f * float(code - 4);
            expectDecoded(format, block, expected);
        }
    }

    void q3kSteps()
    {
        const Format& format = formats[0];
        for (int run = 0; run < 16; ++run)
            for (const int step : {-32, -31, -17, -1, 0, 15, 31}) {
                Blocks block = zeroBlock(format);
                putHalf(block, 108, 1);
                const int bits = step + 32;
                block[std::size_t(96 + run % 8)] = std::byte((bits & 15) << (run < 8 ? 0 : 4));
                block[std::size_t(104 + run % 4)] = std::byte(bits >> 4 << 2 * (run / 4));
                Floats expected(256, 128.0f); // Step -32, code -4.
                for (int i = 0; i < 16; ++i)
                    expected[std::size_t(16 * run + i)] = float(step * -4);
                expectDecoded(format, block, expected);
            }
    }

    void q6kBits()
    {
        const Format& format = formats[1];
        for (int element = 0; element < 256; ++element) {
            Blocks block = zeroBlock(format);
            putHalf(block, 208, 0.25f);
            for (int r = 0; r < 16; ++r)
                block[std::size_t(192 + r)] = std::byte(std::int8_t(r % 2 ? -128 : 127 - r));
            const int code = 21 + element % 43;
            const int half = element / 128, quarter = element % 128 / 32, i = element % 32;
            block[std::size_t(64 * half + quarter % 2 * 32 + i)]
                = std::byte((code & 15) << (quarter < 2 ? 0 : 4));
            block[std::size_t(128 + 32 * half + i)] = std::byte(code >> 4 << 2 * quarter);
            Floats expected(256);
            for (int e = 0; e < 256; ++e) {
                const int r = e / 16;
                expected[std::size_t(e)]
                    = 0.25f * float(r % 2 ? -128 : 127 - r) * float(e == element ? code - 32 : -32);
            }
            expectDecoded(format, block, expected);
        }
    }

    void iq4Bits()
    {
        Blocks block = zeroBlock(formats[2]);
        putHalf(block, 0, -2);
        Floats expected(32);
        for (std::size_t i = 0; i < 16; ++i) {
            block[2 + i] = std::byte(i | (15 - i) << 4);
            expected[i] = float(-2 * table[i]);
            expected[16 + i] = float(-2 * table[15 - i]);
        }
        expectDecoded(formats[2], block, expected);
    }

    void iq4xsBits()
    {
        for (int run = 0; run < 8; ++run)
            for (const int step : {-32, -20, -1, 0, 7, 31}) {
                Blocks block = zeroBlock(formats[3]);
                putHalf(block, 0, 0.5f);
                const int bits = step + 32;
                const int high = bits >> 4 << 2 * run;
                block[2] = std::byte(high & 255);
                block[3] = std::byte(high >> 8);
                block[std::size_t(4 + run / 2)] = std::byte((bits & 15) << (run % 2 ? 4 : 0));
                Floats expected(256, 0.5f * -32 * -127);
                for (int i = 0; i < 32; ++i) {
                    const int code = (i + run) % 16;
                    const int at = 8 + 16 * run + i % 16;
                    block[std::size_t(at)] |= std::byte(code << (i < 16 ? 0 : 4));
                    expected[std::size_t(32 * run + i)] = 0.5f * float(step) * float(table[code]);
                }
                expectDecoded(formats[3], block, expected);
            }
    }

    /// The product of scale and step is rounded to float32, then the product with the code.
    void decodesInFloat32_data() { rowPerFormat(); }
    void decodesInFloat32()
    {
        QFETCH(const Format*, format);
        std::mt19937 bits(5);
        Blocks blocks(std::size_t(format->bytes * 40));
        for (std::byte& byte : blocks)
            byte = std::byte(bits());
        for (int b = 0; b < 40; ++b)
            blocks[std::size_t(b * format->bytes + format->half + 1)] &= std::byte{0xb8}; // Finite.
        expectDecoded(*format, blocks, decoded(*format, schemeOf(*format).decodeReference, blocks));
    }

    /// What lies on the grid of a block stays where it is.
    void gridPointsAreExact_data() { rowPerFormat(); }
    void gridPointsAreExact()
    {
        QFETCH(const Format*, format);
        const bool isTable = format->end == -127;
        std::mt19937 bits(6);
        Floats x(std::size_t(format->elements * 24));
        for (std::size_t i = 0; i < x.size(); ++i) {
            const auto run = i / std::size_t(format->run);
            const int last = -2 * int(format->end) - 1;
            const float q = i % std::size_t(format->run) == 3 ? format->end
                : isTable                                     ? float(table[bits() % 16])
                          : format->end + float(bits() % unsigned(last + 1));
            const bool isLargest = run % 8 == 5 || format->levels == 1;
            const float step = isLargest ? float(-format->levels) : float(run % 8) * 4 - 13;
            x[i] = 0x1p-10f * step * q;
        }
        for (const Search search : {Search::Balanced, Search::Best})
            QVERIFY(roundTrip(*format, x, search) == x);
    }

    void instructionSetsAgree_data() { rowPerFormat(); }
    void instructionSetsAgree()
    {
        QFETCH(const Format*, format);
        const Scheme& scheme = schemeOf(*format);
        for (const Floats& x : {test::gaussian(768 * 5, 0.02f, 2), student(768 * 3, 0.02f),
                 awkward(36), test::gaussian(32 * 24, 1, 5)})
            for (const DType type : {DType::F32, DType::F16, DType::BF16})
                for (const Search search : searches)
                    for (const std::size_t columns : {std::size_t(0), std::size_t(768)}) {
                        const std::vector<std::byte> bytes = stored(type, x);
                        const Weights weights(type, bytes);
                        const Floats h = someImportance(columns);
                        const auto expected
                            = encoded(*format, scheme.encodeReference, weights, search, h);
                        QVERIFY(bool(expected));
                        const Floats y = decoded(*format, scheme.decodeReference, *expected);
                        for (const InstructionSet& set : instructionSets()) {
                            useInstructionSet(set);
                            const auto tested = encoded(*format, scheme.encode, weights, search, h);
                            QVERIFY2(*tested == *expected, set.name);
                            QVERIFY2(decoded(*format, scheme.decode, *tested) == y, set.name);
                        }
                    }
    }

    /// Blocks do not know their neighbours: 1, 2, ... of them give the same bytes.
    void anyNumberOfBlocks_data() { rowPerFormat(); }
    void anyNumberOfBlocks()
    {
        QFETCH(const Format*, format);
        const Scheme& scheme = schemeOf(*format);
        const Floats x = test::gaussian(std::size_t(format->elements) * 40, 0.02f, 9);
        const auto all = encoded(*format, scheme.encode, x, Search::Balanced);
        for (int first = 0; first < 3; ++first)
            for (int count = 1; first + count <= 40; ++count) {
                const Weights part = std::span<const float>(x).subspan(
                    std::size_t(first * format->elements), std::size_t(count * format->elements));
                const auto some = encoded(*format, scheme.encode, part, Search::Balanced);
                QVERIFY(
                    std::equal(some->begin(), some->end(), all->begin() + first * format->bytes));
            }
    }

    void hardWeightsStaySane_data() { rowPerFormat(); }
    void hardWeightsStaySane()
    {
        QFETCH(const Format*, format);
        const Floats x = awkward(36);
        for (const Search search : searches) {
            const Floats y = roundTrip(*format, x, search);
            for (std::size_t i = 0; i < x.size(); i += std::size_t(format->elements)) {
                float peak = 0, error = 0;
                for (std::size_t k = i; k < i + std::size_t(format->elements); ++k) {
                    peak = std::max(peak, std::abs(x[k]));
                    error = std::max(error, std::abs(x[k] - y[k]));
                    QVERIFY(std::isfinite(y[k]));
                }
                // Half a step of the coarsest grid is peak / 6; Half of it for the shrunk range,
                // or all of it where no F16 scale is small enough.
                QVERIFY(error <= 0.5f * peak || peak < 1e-3f);
                QVERIFY(error <= peak);
            }
        }
    }

    void zerosAreTheSameBytes_data() { rowPerFormat(); }
    void zerosAreTheSameBytes()
    {
        QFETCH(const Format*, format);
        const Scheme& scheme = schemeOf(*format);
        const auto plus = encoded(*format, scheme.encode, Floats(512, 0.0f), Search::Balanced);
        QVERIFY(*plus == *encoded(*format, scheme.encode, Floats(512, -0.0f), Search::Balanced));
        for (const float value : decoded(*format, scheme.decode, *plus))
            QVERIFY(value == 0);
        QVERIFY((*plus)[std::size_t(format->half + 1)] == std::byte{0});
    }

    void tooLargeIsAnError_data() { rowPerFormat(); }
    void tooLargeIsAnError()
    {
        QFETCH(const Format*, format);
        const Scheme& scheme = schemeOf(*format);
        for (const InstructionSet& set : instructionSets()) {
            useInstructionSet(set);
            for (const Search search : searches) {
                Floats x(512, 1e-3f);
                x[300] = 1e30f;
                const auto result = encoded(*format, scheme.encode, x, search);
                QVERIFY(!result);
                QCOMPARE(result.error().code, ErrorCode::Unsupported);
            }
        }
    }

    void importanceLowersItsError_data() { rowPerFormat(); }
    void importanceLowersItsError()
    {
        QFETCH(const Format*, format);
        const Floats x = test::gaussian(1 << 16, 0.02f, 10), h = someImportance(1024);
        for (const Search search : {Search::Balanced, Search::Best})
            QVERIFY(weightedError(x, roundTrip(*format, x, search, h), h)
                < 0.9 * weightedError(x, roundTrip(*format, x, search), h));
    }

    /// Only ratios count, and importances that are all 0 are as good as none.
    void equalImportanceLosesNothing_data() { rowPerFormat(); }
    void equalImportanceLosesNothing()
    {
        QFETCH(const Format*, format);
        const Scheme& scheme = schemeOf(*format);
        const Floats x = test::gaussian(1 << 15, 0.02f, 11);
        const auto encodedWith = [&](float h) {
            return *encoded(*format, scheme.encode, x, Search::Balanced, Floats(512, h));
        };
        const Blocks one = encodedWith(1);
        for (const float h : {0.0f, 0x1p-40f, 4.0f, 0x1p30f})
            QVERIFY(one == encodedWith(h));
        const double none = sqnrOf(x, roundTrip(*format, x));
        QVERIFY(sqnrOf(x, decoded(*format, scheme.decode, one)) > none - 0.1);
    }

    /// SQNR in dB of ggml's own encoder (d99724f) on normal weights, on Student's t with 4 degrees
    /// of freedom, and how much better the default search is than that.
    void betterThanThePeer_data()
    {
        QTest::addColumn<const Format*>("format");
        QTest::addColumn<double>("normal");
        QTest::addColumn<double>("heavy");
        QTest::newRow("q3_k") << &formats[0] << 16.43 + 0.35 << 14.73 + 0.3;
        QTest::newRow("q6_k") << &formats[1] << 35.01 + 0.35 << 32.82 + 0.25;
        QTest::newRow("iq4_nl") << &formats[2] << 22.37 + 0.25 << 20.60 + 0.25;
        QTest::newRow("iq4_xs") << &formats[3] << 22.30 + 0.25 << 20.51 + 0.2;
    }
    void betterThanThePeer()
    {
        QFETCH(const Format*, format);
        QFETCH(double, normal);
        QFETCH(double, heavy);
        const Floats gaussian = test::gaussian(1 << 20, 0.02f, 13), t = student(1 << 20, 0.02f);
        const double ofNormal = sqnrOf(gaussian, roundTrip(*format, gaussian));
        const double ofHeavy = sqnrOf(t, roundTrip(*format, t));
        QVERIFY2(ofNormal >= normal, qPrintable(QString::number(ofNormal)));
        QVERIFY2(ofHeavy >= heavy, qPrintable(QString::number(ofHeavy)));
    }

    void moreSearchIsBetter_data() { rowPerFormat(); }
    void moreSearchIsBetter()
    {
        QFETCH(const Format*, format);
        for (const Floats& x : {test::gaussian(1 << 16, 0.02f, 14), student(1 << 16, 0.02f)}) {
            const double none = sqnrOf(x, roundTrip(*format, x, Search::None));
            const double balanced = sqnrOf(x, roundTrip(*format, x, Search::Balanced));
            const double best = sqnrOf(x, roundTrip(*format, x, Search::Best));
            qInfo("%.3f %.3f %.3f dB", none, balanced, best);
            QVERIFY(none < balanced && balanced < best);
        }
    }
};

QTEST_GUILESS_MAIN(TestSignedScales)
#include "tst_signed_scales.moc"
