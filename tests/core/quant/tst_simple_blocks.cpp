#include "core/quant/kernels/half.h"
#include "core/quant/kernels/instruction_set.h"
#include "core/quant/scheme.h"
#include "core/quant/to_float.h"
#include "tests/support/test_models.h"

#include <QTest>
#include <array>
#include <cfloat>
#include <cmath>
#include <cstring>
#include <random>

using namespace aq;

namespace {

constexpr std::array ids{"q8_0", "q4_0", "q4_1", "q5_0", "q5_1"};
constexpr std::int64_t columns = 96;

using Floats = std::vector<float>;
using Block = std::vector<std::byte>;

const Scheme& schemeOf(const char* id) { return *schemeNamed(QString::fromLatin1(id)); }

Matrix matrixFor(std::size_t count, std::int64_t rowLength = columns)
{
    return {std::int64_t(count) / rowLength, rowLength};
}

SchemeOptions optionsFor(Search search)
{
    SchemeOptions options;
    options.search = search;
    return options;
}

Result<Block> encoded(decltype(Scheme::encode) encode, const Scheme& scheme, const Weights& x,
    Search search, std::span<const float> h = {})
{
    const Matrix matrix = matrixFor(std::size_t(x.count()), x.count() % columns ? 32 : columns);
    const SchemeOptions options = optionsFor(search);
    Block out(
        std::size_t(matrix.rows * scheme.layout(matrix.columns, options).codesBytes), std::byte{9});
    const auto done = encode(x, matrix, options, nullptr, h, {out, {}, {}});
    if (!done)
        return done.error();
    return out;
}

Result<Block> encoded(decltype(Scheme::encode) encode, const Scheme& scheme, const Floats& x,
    Search search, std::span<const float> h = {})
{
    return encoded(encode, scheme, Weights(std::span<const float>(x)), search, h);
}

Floats decoded(decltype(Scheme::decode) decode, const Block& blocks, std::size_t count)
{
    Floats x(count);
    decode({blocks, {}, {}}, matrixFor(count, 32), {}, x);
    return x;
}

template <typename Function>
Floats filled(std::size_t count, Function value)
{
    Floats x(count);
    for (std::size_t i = 0; i < count; ++i)
        x[i] = value(i);
    return x;
}

/// Weights that quantizers have been wrong about, 33 rows of them each: more than two batches of
/// blocks, and some left over.
std::vector<std::pair<const char*, Floats>> hardWeights()
{
    constexpr std::size_t n = 33 * columns;
    std::mt19937 random(3);
    const auto below = [&](int end) { return int(random() % unsigned(end)); };
    const Floats normal = test::gaussian(n, 0.02f, 4);
    std::student_t_distribution<float> heavy(4);
    return {{"normal", normal}, {"heavy tails", filled(n, [&](auto) { return heavy(random); })},
        {"zeros", Floats(n)},
        {"zeros of both signs", filled(n, [&](auto) { return below(2) ? 0.0f : -0.0f; })},
        {"ties", filled(n, [&](auto) { return float(below(7) - 3) / 2; })},
        {"no negative ones",
            filled(n, [&](auto i) { return below(3) ? std::abs(normal[i]) : -0.0f; })},
        {"spikes", filled(n, [](auto i) { return i % 32 == i / 32 % 32 ? -3.0f : 0.0f; })},
        {"constant", Floats(n, 0.3f)},
        {"far from zero", filled(n, [&](auto i) { return 100 + normal[i]; })},
        {"halves between codes",
            filled(n, [&](auto i) { return i % 32 ? float(below(509) - 254) / 2 : 127; })},
        {"every exponent that fits",
            filled(n, [&](auto i) { return std::ldexp(normal[i], int(i / 32 % 160) - 149); })},
        {"subnormal", filled(n, [&](auto i) { return normal[i] * 0x1p-126f; })},
        {"least subnormal", filled(n, [&](auto) { return float(below(9) - 4) * FLT_TRUE_MIN; })}};
}

Block storedAs(DType type, const Floats& x)
{
    Block bytes(x.size() * std::size_t(bitsOf(type) / 8));
    fromFloat(type, x, bytes);
    return bytes;
}

double sqnrDb(const Floats& x, const Floats& y)
{
    double signal = 0, noise = 0;
    for (std::size_t i = 0; i < x.size(); ++i) {
        const double error = double(x[i]) - double(y[i]);
        signal += double(x[i]) * double(x[i]);
        noise += error * error;
    }
    return 10 * std::log10(signal / noise);
}

void put(Block& block, std::initializer_list<int> bytes)
{
    for (const int byte : bytes)
        block.push_back(std::byte(byte));
}

constexpr std::initializer_list<int> one{0x00, 0x3c}, half{0x00, 0x38}, minusTwo{0x00, 0xc0};

} // namespace

class TestSimpleBlocks : public QObject {
    Q_OBJECT

    static void rowPerScheme()
    {
        QTest::addColumn<QByteArray>("id");
        for (const char* id : ids)
            QTest::addRow("%s", id) << QByteArray(id);
    }

private Q_SLOTS:
    void cleanup() { useInstructionSet(instructionSets().front()); }

    void tableHasTheLayouts()
    {
        const std::array bytes{34, 18, 20, 22, 24}, bits{8, 4, 4, 5, 5};
        for (std::size_t i = 0; i < ids.size(); ++i) {
            const Scheme& scheme = schemeOf(ids[i]);
            QCOMPARE(scheme.blockElements, 32);
            QCOMPARE(scheme.codeBits, bits[i]);
            QCOMPARE(QByteArray(scheme.family), QByteArray("ggml"));
            QCOMPARE(QByteArray(scheme.title).toLower(), QByteArray(ids[i]));
            QCOMPARE(scheme.layout(4096, {}).codesBytes, 128 * bytes[i]);
        }
    }

    // Blocks packed by hand; every code occurs. Element 3 has code 3, element 16 + 3 code 12.
    void handPackedBlocksDecode()
    {
        for (const InstructionSet& set : instructionSets()) {
            useInstructionSet(set);
            const auto check = [](const char* id, const Block& block, auto expected) {
                QCOMPARE(decoded(schemeOf(id).decode, block, 32), filled(32, expected));
                QCOMPARE(decoded(schemeOf(id).decodeReference, block, 32), filled(32, expected));
            };
            Block q8, q4, q41, q5, q51;
            put(q8, half);
            put(q4, one);
            put(q41, half), put(q41, minusTwo);
            put(q5, one);
            put(q51, half), put(q51, minusTwo);
            put(q5, {0xaa, 0xaa, 0x0f, 0x00}); // The fifth bit of odd ones and of 16 to 19.
            put(q51, {0xaa, 0xaa, 0x0f, 0x00});
            for (int i = 0; i < 32; ++i)
                put(q8, {i * 8 - 128});
            for (int i = 0; i < 16; ++i)
                for (Block* block : {&q4, &q41, &q5, &q51})
                    put(*block, {i | (15 - i) << 4});
            const auto four = [](std::size_t i) { return float(i < 16 ? i : 31 - i); };
            const auto five = [&](std::size_t i) {
                return four(i) + ((i < 16 && i % 2) || (i >= 16 && i < 20) ? 16.0f : 0.0f);
            };
            check("q8_0", q8, [](auto i) { return (float(i) * 8 - 128) / 2; });
            check("q4_0", q4, [&](auto i) { return four(i) - 8; });
            check("q4_1", q41, [&](auto i) { return four(i) / 2 - 2; });
            check("q5_0", q5, [&](auto i) { return five(i) - 16; });
            check("q5_1", q51, [&](auto i) { return five(i) / 2 - 2; });
        }
    }

    // Worked by hand. Halves of Q8_0 round away from zero; the weight of largest magnitude gets
    // the least code of Q4_0 and Q5_0, and of two the first decides; what would be 16 is 15.
    void encodesTheWorkedExamples()
    {
        const auto check = [](const char* id, const Floats& head, const Block& expected) {
            Floats x(32);
            std::ranges::copy(head, x.begin());
            const auto found = encoded(schemeOf(id).encode, schemeOf(id), x, Search::None);
            QVERIFY(found);
            QCOMPARE(Block(found->begin(), found->begin() + qsizetype(expected.size())), expected);
        };
        Block q8, q4, q41;
        put(q8, one), put(q8, {127, 1, 0xff, 2, 0xfe, 0, 0x81});
        check("q8_0", {127, 0.5f, -0.5f, 1.5f, -1.5f, 0.49999997f, -127}, q8);
        put(q4, {0x00, 0xbc}), put(q4, {0x80, 0x8f, 0x89, 0x87}); // d = 8 / -8
        check("q4_0", {8, -8, -1, 1}, q4);
        put(q41, one), put(q41, minusTwo), put(q41, {0x20, 0x2f, 0x23, 0x22});
        check("q4_1", {-2, 13, 0.5f, 0.25f}, q41);
        Block q5;
        put(q5, {0x00, 0x3c}), put(q5, {0xfe, 0xff, 0xff, 0xff}), put(q5, {0x00, 0x0f, 0x01});
        check("q5_0", {-16, 16, 1}, q5); // Zeros: code 16, whose fifth bit is set.
    }

    void everyInstructionSetGivesTheReferencesBytes_data() { rowPerScheme(); }
    void everyInstructionSetGivesTheReferencesBytes()
    {
        QFETCH(QByteArray, id);
        const Scheme& scheme = schemeOf(id);
        const Floats h = filled(columns, [](auto i) { return float(i * i % 13) / 3; });
        for (const auto& [name, x] : hardWeights())
            for (const DType type : {DType::F32, DType::F16, DType::BF16})
                for (const Search search : {Search::None, Search::Balanced, Search::Best})
                    for (const auto importance : {std::span<const float>(), std::span(h)}) {
                        const Block stored = storedAs(type, x);
                        const Weights weights(type, stored);
                        const auto expected
                            = encoded(scheme.encodeReference, scheme, weights, search, importance);
                        QVERIFY2(expected, name);
                        const Floats y = decoded(scheme.decodeReference, *expected, x.size());
                        for (const float value : y)
                            QVERIFY2(std::isfinite(value), name);
                        for (const InstructionSet& set : instructionSets()) {
                            useInstructionSet(set);
                            const auto found
                                = encoded(scheme.encode, scheme, weights, search, importance);
                            QVERIFY2(found, name);
                            QVERIFY2(*found == *expected, name);
                            const Floats z = decoded(scheme.decode, *found, x.size());
                            QVERIFY2(std::memcmp(z.data(), y.data(), 4 * y.size()) == 0, name);
                        }
                    }
    }

    void everyCodeDecodesAsTheReferenceSays_data() { rowPerScheme(); }
    void everyCodeDecodesAsTheReferenceSays()
    {
        QFETCH(QByteArray, id);
        const Scheme& scheme = schemeOf(id);
        const std::size_t bytes = std::size_t(scheme.layout(32, {}).codesBytes);
        std::mt19937 random(1);
        Block blocks(512 * bytes);
        for (std::size_t at = 0; at < blocks.size(); ++at)
            blocks[at] = std::byte(random());
        for (std::size_t at = 0; at < blocks.size(); at += bytes) // Finite scales and minima.
            for (const std::size_t upper : {1, 3})
                if (upper == 1 || id.endsWith('1'))
                    blocks[at + upper] &= std::byte{0xbb};
        const Floats expected = decoded(scheme.decodeReference, blocks, 512 * 32);
        for (const InstructionSet& set : instructionSets()) {
            useInstructionSet(set);
            const Floats found = decoded(scheme.decode, blocks, 512 * 32);
            QVERIFY2(std::memcmp(found.data(), expected.data(), 4 * found.size()) == 0, set.name);
        }
    }

    void overflowNamesRowAndBlock_data() { rowPerScheme(); }
    void overflowNamesRowAndBlock()
    {
        QFETCH(QByteArray, id);
        for (const float huge : {1e30f, FLT_MAX}) {
            Floats x = test::gaussian(40 * columns, 1, 2);
            x[7 * columns + 70] = huge;
            x[7 * columns + 71] = -huge;
            for (const Search search : {Search::None, Search::Best}) {
                const auto found = encoded(schemeOf(id).encode, schemeOf(id), x, search);
                QVERIFY(!found);
                QCOMPARE(found.error().code, ErrorCode::Unsupported);
                QCOMPARE(found.error().where, QStringLiteral("row 7, block 2"));
            }
        }
    }

    void largestWeightsThatFitAreEncoded_data() { rowPerScheme(); }
    void largestWeightsThatFitAreEncoded()
    {
        QFETCH(QByteArray, id);
        const Floats x = filled(64, [](auto i) { return (i % 2 ? -1.0f : 0.5f) * 60000; });
        for (const Search search : {Search::None, Search::Best}) {
            const auto found = encoded(schemeOf(id).encode, schemeOf(id), x, search);
            QVERIFY(found);
            QVERIFY(sqnrDb(x, decoded(schemeOf(id).decode, *found, x.size())) > 20);
        }
    }

    // ggml's figures for the plain rule; the search is better by far more than noise.
    void fidelityOfNormalWeights_data()
    {
        QTest::addColumn<QByteArray>("id");
        QTest::addColumn<double>("leastDb");
        QTest::addColumn<double>("leastBestDb");
        QTest::addRow("q8_0") << QByteArray("q8_0") << 45.42 << 45.9;
        QTest::addRow("q4_0") << QByteArray("q4_0") << 21.31 << 21.75;
        QTest::addRow("q4_1") << QByteArray("q4_1") << 22.12 << 22.7;
        QTest::addRow("q5_0") << QByteArray("q5_0") << 27.37 << 27.8;
        QTest::addRow("q5_1") << QByteArray("q5_1") << 28.42 << 28.9;
    }
    void fidelityOfNormalWeights()
    {
        QFETCH(QByteArray, id);
        QFETCH(double, leastDb);
        QFETCH(double, leastBestDb);
        const Floats x = test::gaussian(1 << 20, 0.02f);
        const Scheme& scheme = schemeOf(id);
        const auto fidelity = [&](Search search) {
            const auto found = encoded(scheme.encode, scheme, x, search);
            return found ? sqnrDb(x, decoded(scheme.decode, *found, x.size())) : 0;
        };
        QVERIFY2(fidelity(Search::None) >= leastDb, QByteArray::number(fidelity(Search::None)));
        QVERIFY(fidelity(Search::Balanced) >= leastDb);
        QVERIFY2(fidelity(Search::Best) >= leastBestDb, QByteArray::number(fidelity(Search::Best)));
    }

    // Every block: the search keeps the plain rule's bytes unless it finds better ones.
    void searchIsNeverWorse_data() { rowPerScheme(); }
    void searchIsNeverWorse()
    {
        QFETCH(QByteArray, id);
        const Scheme& scheme = schemeOf(id);
        const Floats h = filled(columns, [](auto i) { return float(i * i % 13) / 3; });
        for (const auto& [name, x] : hardWeights())
            for (const auto importance : {std::span<const float>(), std::span(h)}) {
                const auto plain = encoded(scheme.encode, scheme, x, Search::None, importance);
                const auto best = encoded(scheme.encode, scheme, x, Search::Best, importance);
                const Floats y = decoded(scheme.decode, *plain, x.size());
                const Floats z = decoded(scheme.decode, *best, x.size());
                for (std::size_t block = 0; block < x.size(); block += 32) {
                    double plainError = 0, bestError = 0;
                    for (std::size_t i = block; i < block + 32; ++i) {
                        const double weight = importance.empty() ? 1 : double(h[i % columns]);
                        plainError += weight * std::pow(double(x[i]) - double(y[i]), 2);
                        bestError += weight * std::pow(double(x[i]) - double(z[i]), 2);
                    }
                    QVERIFY2(bestError <= plainError * (1 + 1e-5), name);
                }
            }
    }
};

QTEST_APPLESS_MAIN(TestSimpleBlocks)
#include "tst_simple_blocks.moc"
