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
using Block = std::vector<std::byte>;

constexpr std::array searches{Search::None, Search::Balanced, Search::Best};

/// What the three formats are, from the table of docs/formats/gguf.md.
struct Format {
    const char* id;
    int bytes, codes, run, scaleLevels; ///< Of a block; levels of a code; weights of a run.
};
constexpr std::array formats{Format{"q2_k", 84, 4, 16, 15}, Format{"q4_k", 144, 16, 32, 63},
    Format{"q5_k", 176, 32, 32, 63}};

const Scheme& schemeOf(const Format& format)
{
    return *schemeNamed(QString::fromLatin1(format.id));
}

Result<Block> encoded(decltype(Scheme::encode) encode, const Format& format, const Weights& x,
    Search search, std::span<const float> h = {})
{
    const std::int64_t columns = h.empty() ? 256 : std::int64_t(h.size());
    SchemeOptions options;
    options.search = search;
    Block out(std::size_t(x.count() / 256 * format.bytes), std::byte{9});
    const auto done = encode(x, {x.count() / columns, columns}, options, nullptr, h, {out, {}, {}});
    if (!done)
        return done.error();
    return out;
}

Result<Block> encoded(
    const Format& format, const Floats& x, Search search, std::span<const float> h = {})
{
    return encoded(schemeOf(format).encode, format, Weights(std::span<const float>(x)), search, h);
}

Floats decoded(decltype(Scheme::decode) decode, const Format& format, const Block& blocks)
{
    Floats x(blocks.size() / std::size_t(format.bytes) * 256);
    decode({blocks, {}, {}}, {std::int64_t(x.size()) / 256, 256}, {}, x);
    return x;
}

Floats roundTrip(
    const Format& format, const Floats& x, Search search, std::span<const float> h = {})
{
    return decoded(schemeOf(format).decode, format, *encoded(format, x, search, h));
}

/// sum h (x - y)^2
double errorOf(const Floats& x, const Floats& y, std::span<const float> h = {})
{
    double sum = 0;
    for (std::size_t i = 0; i < x.size(); ++i)
        sum += (h.empty() ? 1. : double(h[i % h.size()])) * std::pow(double(x[i]) - y[i], 2);
    return sum;
}

double sqnrDb(const Floats& x, const Floats& y)
{
    return 10 * std::log10(errorOf(x, Floats(x.size())) / errorOf(x, y));
}

Floats studentT(std::size_t count, std::uint32_t seed)
{
    std::mt19937 random(seed);
    std::student_t_distribution<float> t(4);
    Floats x(count);
    for (float& value : x)
        value = 0.02f * t(random);
    return x;
}

template <typename Function>
void addBlock(Floats& x, Function value)
{
    for (int i = 0; i < 256; ++i)
        x.push_back(float(value(i)));
}

/// Blocks that quantizers have been wrong about, an odd number of them.
Floats hardBlocks()
{
    std::mt19937 random(3);
    std::normal_distribution<float> normal;
    Floats x;
    addBlock(x, [](int) { return 0.f; });
    addBlock(x, [](int) { return -0.f; });
    addBlock(x, [](int i) { return i == 77 ? 3.f : 0.f; });
    addBlock(x, [](int i) { return i == 77 ? -3.f : 0.f; });
    addBlock(x, [](int) { return 1.f; });
    addBlock(x, [](int) { return -1.f; });
    addBlock(x, [](int i) { return i % 2 ? 1.f : -1.f; });
    addBlock(x, [](int i) { return float(i % 16); });
    addBlock(x, [](int i) { return float(-(i % 16)); });
    for (const float size : {1e-39f, 1e-30f, 3e-8f, 1e-6f, 2e5f}) // The middle one: F16 subnormals.
        addBlock(x, [&](int) { return size * normal(random); });
    addBlock(x, [&](int) { return 1000 + 0.01f * normal(random); });
    addBlock(x, [&](int) { return std::abs(normal(random)); });
    addBlock(x, [&](int i) { return std::ldexp(normal(random), i % 40 - 30); });
    addBlock(x, [&](int i) { return i / 32 % 2 ? 0.f : normal(random); });
    addBlock(x, [&](int i) { return i < 16 ? 1e5f * normal(random) : normal(random); });
    return x;
}

Floats testWeights()
{
    Floats x = test::gaussian(256 * 20, 0.02f, 4);
    const Floats heavy = studentT(256 * 20, 5), hard = hardBlocks();
    x.insert(x.end(), heavy.begin(), heavy.end());
    x.insert(x.end(), hard.begin(), hard.end());
    return x;
}

/// Of 768 columns: a third of them never mattered, the others very differently.
Floats testImportance()
{
    Floats h = studentT(768, 8);
    for (std::size_t i = 0; i < h.size(); ++i)
        h[i] = i < 256 ? 0 : h[i] * h[i];
    return h;
}

/// Bits `shift` and up of a byte.
int bits(std::byte byte, int shift, int count) { return int(byte) >> shift & ((1 << count) - 1); }

/// Weight i of a block, by the format's own words.
float weightOf(const Format& format, const std::byte* block, int i)
{
    const auto half = [&](int at) {
        std::uint16_t value;
        std::memcpy(&value, block + at, sizeof value);
        return floatFromHalf(value);
    };
    const int run = i / format.run;
    int scale, minimum, code;
    if (format.codes == 4) {
        scale = bits(block[run], 0, 4);
        minimum = bits(block[run], 4, 4);
        code = bits(block[16 + i / 128 * 32 + i % 32], i % 128 / 32 * 2, 2);
        return half(80) * float(scale) * float(code) - half(82) * float(minimum);
    }
    const std::byte* s = block + 4;
    if (run < 4) {
        scale = bits(s[run], 0, 6);
        minimum = bits(s[run + 4], 0, 6);
    } else {
        scale = bits(s[run + 4], 0, 4) | bits(s[run - 4], 6, 2) << 4;
        minimum = bits(s[run + 4], 4, 4) | bits(s[run], 6, 2) << 4;
    }
    const int first = format.codes == 16 ? 16 : 48;
    code = bits(block[first + i / 64 * 32 + i % 32], i % 64 / 32 * 4, 4);
    if (format.codes == 32)
        code |= bits(block[16 + i % 32], i / 32, 1) << 4;
    return half(0) * float(scale) * float(code) - half(2) * float(minimum);
}

/// Blocks of random bits with scales that are finite, of both signs, zero and subnormal.
Block randomBlocks(const Format& format, std::size_t count)
{
    std::mt19937 random(11);
    Block blocks(count * std::size_t(format.bytes));
    for (std::byte& byte : blocks)
        byte = std::byte(random() & 255);
    const int at = format.codes == 4 ? 80 : 0;
    for (std::size_t i = 0; i < count; ++i)
        for (int k = 0; k < 2; ++k) {
            const auto value = std::uint16_t(i == 0 ? 0 : i == 1 ? 0x8003 : random() & 0xbbff);
            std::memcpy(blocks.data() + i * format.bytes + at + 2 * k, &value, sizeof value);
        }
    return blocks;
}

void rowPerFormat()
{
    QTest::addColumn<int>("index");
    for (std::size_t i = 0; i < formats.size(); ++i)
        QTest::addRow("%s", formats[i].id) << int(i);
}

} // namespace

class TestKMin : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { useInstructionSet(instructionSets().front()); }

    void decodesEveryBitAsTheFormatSays_data() { rowPerFormat(); }
    void decodesEveryBitAsTheFormatSays()
    {
        QFETCH(int, index);
        const Format& format = formats[std::size_t(index)];
        const Block blocks = randomBlocks(format, 50);
        Floats expected(50 * 256);
        for (std::size_t i = 0; i < expected.size(); ++i)
            expected[i] = weightOf(format, blocks.data() + i / 256 * format.bytes, int(i % 256));
        const auto isSame = [&](const Floats& x) {
            return std::memcmp(x.data(), expected.data(), 4 * x.size()) == 0;
        };
        QVERIFY(isSame(decoded(schemeOf(format).decodeReference, format, blocks)));
        for (const InstructionSet& set : instructionSets()) {
            useInstructionSet(set);
            QVERIFY2(isSame(decoded(schemeOf(format).decode, format, blocks)), set.name);
        }
    }

    void everyInstructionSetGivesTheSameBytes_data() { rowPerFormat(); }
    void everyInstructionSetGivesTheSameBytes()
    {
        QFETCH(int, index);
        const Format& format = formats[std::size_t(index)];
        const Floats x = testWeights(), importance = testImportance();
        QCOMPARE(x.size() / 256 % 3, 2u); // Not whole rows of 768 …
        const Floats whole(x.begin(), x.end() - 512);
        Floats halves = x; // … and an odd number of blocks.
        for (float& value : halves)
            value = std::clamp(value, -60000.f, 60000.f);
        for (const Search search : searches)
            for (const DType type : {DType::F32, DType::F16, DType::BF16})
                for (const bool isWeighted : {false, true}) {
                    const Floats& source = type == DType::F16 ? halves : x;
                    const std::size_t count = isWeighted ? whole.size() : source.size();
                    std::vector<std::byte> bytes(count * std::size_t(bitsOf(type)) / 8);
                    fromFloat(type, std::span(source).first(count), bytes);
                    const auto h = isWeighted ? importance : Floats();
                    const Weights weights(type, bytes);
                    const auto expected
                        = encoded(schemeOf(format).encodeReference, format, weights, search, h);
                    QVERIFY(expected);
                    for (const InstructionSet& set : instructionSets()) {
                        useInstructionSet(set);
                        const auto got
                            = encoded(schemeOf(format).encode, format, weights, search, h);
                        QVERIFY2(got && *got == *expected, set.name);
                    }
                }
    }

    void blocksDoNotDependOnTheirNeighbours_data() { rowPerFormat(); }
    void blocksDoNotDependOnTheirNeighbours()
    {
        QFETCH(int, index);
        const Format& format = formats[std::size_t(index)];
        const Floats x = hardBlocks();
        Block oneByOne;
        for (std::size_t i = 0; i < x.size(); i += 256) {
            const auto block
                = *encoded(format, Floats(x.begin() + i, x.begin() + i + 256), Search::Balanced);
            oneByOne.insert(oneByOne.end(), block.begin(), block.end());
        }
        QVERIFY(oneByOne == *encoded(format, x, Search::Balanced));
    }

    void hardBlocksStayWithinAStep_data() { rowPerFormat(); }
    void hardBlocksStayWithinAStep()
    {
        QFETCH(int, index);
        const Format& format = formats[std::size_t(index)];
        const Floats x = hardBlocks();
        for (const Search search : searches) {
            const Floats y = roundTrip(format, x, search);
            for (std::size_t block = 0; block < x.size() / 256; ++block) {
                float low = 0, high = 0;
                for (std::size_t i = block * 256; i < (block + 1) * 256; ++i) {
                    low = std::min(low, x[i]);
                    high = std::max(high, x[i]);
                }
                // A step of the widest run, and what d and dmin leave of the smallest.
                const float step = (high - low) / float(format.codes - 1);
                const float most = step + (high - low) / float(format.scaleLevels) + 0x1p-16f;
                for (std::size_t i = block * 256; i < (block + 1) * 256; ++i)
                    QVERIFY2(std::abs(x[i] - y[i]) <= most,
                        qPrintable(QStringLiteral("block %1: %2 became %3")
                                       .arg(block)
                                       .arg(double(x[i]))
                                       .arg(double(y[i]))));
            }
        }
    }

    void zerosStayZeros_data() { rowPerFormat(); }
    void zerosStayZeros()
    {
        QFETCH(int, index);
        const Format& format = formats[std::size_t(index)];
        for (const Search search : searches)
            for (const float value : roundTrip(format, Floats(512), search))
                QVERIFY(value == 0);
    }

    /// But for the rounding of sums in single precision: 60 dB.
    void whatABlockCanHoldComesBack_data() { rowPerFormat(); }
    void whatABlockCanHoldComesBack()
    {
        QFETCH(int, index);
        const Format& format = formats[std::size_t(index)];
        Floats x;
        addBlock(x, [&](int i) { // d and dmin 2^-6, all runs with every code, scales 1 to the most.
            const int run = i / format.run, runs = 256 / format.run;
            const int scale = 1 + (format.scaleLevels - 1) * run / (runs - 1);
            const int minimum = format.scaleLevels - run;
            return 0x1p-6 * (scale * (i % format.codes) - minimum);
        });
        for (const Search search : searches)
            QVERIFY(errorOf(x, roundTrip(format, x, search)) < 1e-6 * errorOf(x, Floats(256)));
    }

    void tooLargeWeightsAreRefused_data() { rowPerFormat(); }
    void tooLargeWeightsAreRefused()
    {
        QFETCH(int, index);
        const Format& format = formats[std::size_t(index)];
        for (const float large : {1e9f, 1e30f, 3.4e38f})
            for (const float sign : {1.f, -1.f})
                for (const InstructionSet& set : instructionSets()) {
                    useInstructionSet(set);
                    Floats x = test::gaussian(768, 0.02f, 1);
                    x[700] = sign * large;
                    x[701] = -sign * large;
                    const auto result = encoded(format, x, Search::Balanced);
                    QVERIFY(!result);
                    QCOMPARE(result.error().code, ErrorCode::Unsupported);
                    QCOMPARE(result.error().where, QStringLiteral("row 2, block 0"));
                }
    }

    void importanceLowersTheErrorThatMatters_data() { rowPerFormat(); }
    void importanceLowersTheErrorThatMatters()
    {
        QFETCH(int, index);
        const Format& format = formats[std::size_t(index)];
        const Floats x = test::gaussian(768 * 20, 0.02f, 6), h = testImportance();
        for (const Search search : {Search::Balanced, Search::Best}) {
            const double with = errorOf(x, roundTrip(format, x, search, h), h);
            const double without = errorOf(x, roundTrip(format, x, search), h);
            QVERIFY2(with < 0.8 * without, qPrintable(QString::number(with / without)));
        }
    }

    void equalImportanceIsNone_data() { rowPerFormat(); }
    void equalImportanceIsNone()
    {
        QFETCH(int, index);
        const Format& format = formats[std::size_t(index)];
        const Floats x = test::gaussian(768 * 4, 0.02f, 6);
        for (const Search search : searches)
            QVERIFY(*encoded(format, x, search, Floats(768, 0.3f)) == *encoded(format, x, search));
    }

    /// SQNR that ggml 0.21 reaches on such weights, and what issue 3 wants above it.
    void fidelityIsNoLessThanPromised_data()
    {
        QTest::addColumn<int>("index");
        QTest::addColumn<double>("normal");
        QTest::addColumn<double>("heavy");
        QTest::addRow("q2_k") << 0 << 10.59 + 1 << 9.35 + 1;
        QTest::addRow("q4_k") << 1 << 22.93 + .05 << 21.25 + .05;
        QTest::addRow("q5_k") << 2 << 28.84 + .15 << 27.16 + .15;
    }
    void fidelityIsNoLessThanPromised()
    {
        QFETCH(int, index);
        QFETCH(double, normal);
        QFETCH(double, heavy);
        const Format& format = formats[std::size_t(index)];
        const Floats x = test::gaussian(1 << 20, 0.02f, 1), t = studentT(1 << 20, 2);
        const double balanced = sqnrDb(x, roundTrip(format, x, Search::Balanced));
        QVERIFY2(balanced > normal, qPrintable(QString::number(balanced)));
        const double tails = sqnrDb(t, roundTrip(format, t, Search::Balanced));
        QVERIFY2(tails > heavy, qPrintable(QString::number(tails)));
        const Floats few(x.begin(), x.begin() + (1 << 17));
        const double none = sqnrDb(few, roundTrip(format, few, Search::None));
        const double some = sqnrDb(few, roundTrip(format, few, Search::Balanced));
        const double best = sqnrDb(few, roundTrip(format, few, Search::Best));
        QVERIFY(none + 0.3 < some && some + 0.01 < best);
    }
};

QTEST_APPLESS_MAIN(TestKMin)
#include "tst_k_min.moc"
