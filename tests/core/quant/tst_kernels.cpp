#include "core/quant/kernels/affine_math.h"
#include "core/quant/kernels/kernels.h"

#include <QTest>
#include <QtEndian>
#include <array>
#include <cmath>
#include <cstring>
#include <limits>
#include <random>

using namespace aq;

namespace {

/// Bit patterns of every kind: normal, subnormal, ties, zeros of both signs, huge.
std::vector<float> awkward(std::size_t count, unsigned seed)
{
    std::mt19937 bits(seed);
    std::vector<float> values(count);
    for (float& value : values) {
        switch (bits() % 8) {
        case 0:
            value = std::bit_cast<float>(std::uint32_t(bits() & 0x807fffffu));
            break; // Subnormal.
        case 1:
            value = float(int(bits() % 64) - 32) / 2;
            break; // Ties.
        case 2:
            value = bits() % 2 ? -0.0f : 0.0f;
            break;
        case 3:
            value = std::bit_cast<float>(std::uint32_t((bits() & 0x80ffffffu) | 0x7e000000u));
            break; // Huge.
        default:
            value = float(bits()) * 0x1p-31f - 1;
        }
    }
    return values;
}

/// Weights a group may hold.
std::vector<float> plain(std::size_t count, unsigned seed)
{
    std::mt19937 bits(seed);
    std::vector<float> values(count);
    for (float& value : values)
        value = bits() % 16 ? float(bits()) * 0x1p-36f - 0x1p-5f : 0.0f;
    return values;
}

template <typename T>
bool sameBytes(const T& a, const T& b)
{
    return a.size() == b.size() && std::memcmp(a.data(), b.data(), a.size() * sizeof(a[0])) == 0;
}

bool sameSums(const PairSums& a, const PairSums& b) { return std::memcmp(&a, &b, sizeof a) == 0; }

using ToFloats = void (*)(const std::byte*, std::span<float>);
using FromFloats = void (*)(std::span<const float>, std::byte*);

/// All 65536 patterns, from every phase of a vector.
void compareAllHalves(ToFloats tested, ToFloats reference)
{
    std::vector<std::uint16_t> words(65536);
    for (std::size_t i = 0; i < words.size(); ++i)
        words[i] = std::uint16_t(i);
    for (std::size_t skip : {0, 1, 7}) {
        const auto* in = reinterpret_cast<const std::byte*>(words.data() + skip);
        std::vector<float> a(words.size() - skip), b(a.size());
        tested(in, a);
        reference(in, b);
        QVERIFY(sameBytes(a, b));
    }
}

/// Every upper half of a float, with lower halves around the roundings.
void compareAllFloats(FromFloats tested, FromFloats reference)
{
    for (const std::uint32_t low : {0u, 1u, 0x0fffu, 0x1000u, 0x1001u, 0x7fffu, 0x8000u, 0x8001u,
             0xefffu, 0xf000u, 0xf001u, 0xffffu}) {
        std::vector<float> in(65536);
        for (std::uint32_t i = 0; i < in.size(); ++i)
            in[i] = std::bit_cast<float>(i << 16 | low);
        std::vector<std::byte> a(2 * in.size()), b(a.size());
        tested(in, a.data());
        reference(in, b.data());
        QVERIFY(sameBytes(a, b));
    }
}

} // namespace

class TestKernels : public QObject {
    Q_OBJECT

    static void rowPerSet()
    {
        QTest::addColumn<const Kernels*>("set");
        for (const Kernels* set : runnableKernels())
            QTest::addRow("%s", set->name) << set;
    }

private Q_SLOTS:
    void listEndsWithScalar()
    {
        QVERIFY(runnableKernels().back() == &scalarKernels);
        for (const Kernels* set : runnableKernels())
            qInfo("runs %s", set->name);
        const QByteArray wanted = qgetenv("AQ_KERNELS");
        if (wanted.isEmpty())
            QVERIFY(&kernels() == runnableKernels().front());
        else
            QCOMPARE(QByteArray(kernels().name), wanted);
    }

    void halvesAgree_data() { rowPerSet(); }
    void halvesAgree()
    {
        QFETCH(const Kernels*, set);
        compareAllHalves(set->fromHalf, scalarKernels.fromHalf);
        compareAllHalves(set->fromBfloat, scalarKernels.fromBfloat);
        compareAllFloats(set->toHalf, scalarKernels.toHalf);
        compareAllFloats(set->toBfloat, scalarKernels.toBfloat);
    }

    void halvesOfAnySize_data() { rowPerSet(); }
    void halvesOfAnySize()
    {
        QFETCH(const Kernels*, set);
        for (std::size_t size = 0; size <= 70; ++size) {
            const std::vector<float> x = awkward(size, unsigned(size));
            std::vector<std::byte> a(2 * size + 1, std::byte(7)), b = a;
            set->toHalf(x, a.data());
            scalarKernels.toHalf(x, b.data());
            QVERIFY(sameBytes(a, b)); // The byte after the last is untouched.
            std::vector<float> y(size + 1, 3.0f), z = y;
            set->fromHalf(a.data(), std::span(y).first(size));
            scalarKernels.fromHalf(a.data(), std::span(z).first(size));
            QVERIFY(sameBytes(y, z));
        }
    }

    void findsTheFirstNonFinite_data() { rowPerSet(); }
    void findsTheFirstNonFinite()
    {
        QFETCH(const Kernels*, set);
        constexpr float inf = std::numeric_limits<float>::infinity();
        for (std::size_t size = 0; size <= 70; ++size) {
            std::vector<float> x = awkward(size, 3);
            QCOMPARE(set->firstNonFinite(x), size);
            for (std::size_t at = 0; at < size; ++at) {
                x.back() = -inf;
                const float kept = x[at];
                x[at] = at % 2 ? inf : std::numeric_limits<float>::quiet_NaN();
                QCOMPARE(set->firstNonFinite(x), at);
                x[at] = kept;
            }
        }
    }

    void limitsAgree_data() { rowPerSet(); }
    void limitsAgree()
    {
        QFETCH(const Kernels*, set);
        for (std::size_t size = 1; size <= 600; ++size) {
            const std::vector<float> x = awkward(size, unsigned(size) + 1);
            const MinMax a = set->minMax(x), b = scalarKernels.minMax(x);
            QVERIFY(a.min == b.min && a.max == b.max);
        }
    }

    void codesAgree_data() { rowPerSet(); }
    void codesAgree()
    {
        QFETCH(const Kernels*, set);
        for (std::size_t size = 0; size <= 600; ++size)
            for (const float levels : {3.0f, 15.0f, 255.0f}) {
                const std::vector<float> x = awkward(size, unsigned(size) + 2);
                for (const CodeMap map : {CodeMap{1, 2, levels}, CodeMap{levels / 2, 1.5f, levels},
                         CodeMap{1e-3f, levels / 2, levels}}) {
                    std::vector<std::uint8_t> a(size + 1, 9), b = a;
                    set->toCodes(x, map, a.data());
                    scalarKernels.toCodes(x, map, b.data());
                    QVERIFY(sameBytes(a, b));
                    std::vector<float> y(size + 1, 9.0f), z = y;
                    set->fromCodes(a.data(), map.zero, 0.37f, std::span(y).first(size));
                    scalarKernels.fromCodes(a.data(), map.zero, 0.37f, std::span(z).first(size));
                    QVERIFY(sameBytes(y, z));
                }
            }
    }

    void packingAgrees_data() { rowPerSet(); }
    void packingAgrees()
    {
        QFETCH(const Kernels*, set);
        std::mt19937 random(5);
        for (const int bits : {2, 3, 4, 5, 6, 8})
            for (std::size_t size = 0; size <= 600; ++size) {
                std::vector<std::uint8_t> codes(size);
                for (std::uint8_t& code : codes)
                    code = std::uint8_t(random() & ((1u << bits) - 1));
                const std::size_t bytes = (size * std::size_t(bits) + 7) / 8;
                std::vector<std::byte> a(bytes + 1, std::byte(0xaa)), b = a;
                set->pack(codes, bits, a.data());
                scalarKernels.pack(codes, bits, b.data());
                QVERIFY(sameBytes(a, b));
                std::vector<std::uint8_t> back(size + 1, 0xaa);
                set->unpack(a.data(), bits, std::span(back).first(size));
                QVERIFY(back.back() == 0xaa);
                back.pop_back();
                QVERIFY(back == codes);
            }
    }

    void packsTheDocumentedBytes_data() { rowPerSet(); }
    void packsTheDocumentedBytes()
    {
        QFETCH(const Kernels*, set);
        const auto packed = [&](std::vector<std::uint8_t> codes, int bits) {
            QByteArray bytes(qsizetype((codes.size() * std::size_t(bits) + 7) / 8), '\x55');
            set->pack(codes, bits, reinterpret_cast<std::byte*>(bytes.data()));
            return bytes.toHex();
        };
        QCOMPARE(packed({1, 2, 3}, 4), QByteArray("2103"));
        QCOMPARE(packed({0, 1, 2, 3, 3}, 2), QByteArray("e403"));
        QCOMPARE(packed({1, 2, 3, 4, 5, 6, 7, 0}, 3), QByteArray("d1581f")); // 0x1f58d1
        QCOMPARE(packed({31, 0, 31}, 5), QByteArray("1f7c"));
        QCOMPARE(packed({63, 0, 63, 0}, 6), QByteArray("3ff003"));
        QCOMPARE(packed({0, 128, 255}, 8), QByteArray("0080ff"));
    }

    void unpackInvertsPack_data() { rowPerSet(); }
    void unpackInvertsPack()
    {
        QFETCH(const Kernels*, set);
        std::mt19937 random(8);
        for (const int bits : {2, 3, 4, 5, 6, 8})
            for (int round = 0; round < 200; ++round) {
                std::vector<std::uint8_t> codes(random() % 4098);
                for (std::uint8_t& code : codes)
                    code = std::uint8_t(random() & ((1u << bits) - 1));
                std::vector<std::byte> bytes((codes.size() * std::size_t(bits) + 7) / 8);
                set->pack(codes, bits, bytes.data());
                std::vector<std::uint8_t> back(codes.size());
                set->unpack(bytes.data(), bits, back);
                QVERIFY(back == codes);
            }
    }

    void clipRangesAgree_data() { rowPerSet(); }
    void clipRangesAgree()
    {
        QFETCH(const Kernels*, set);
        for (const MinMax limits : {MinMax{-0.05f, 0.06f}, {0, 1}, {-0.0f, 1e-44f}, {-3e-7f, 2e-7f},
                 {-3e38f, 3e38f}, {100, 101}, {-101, -100}, {-7e4f, 7e4f}, {-1e30f, 1}})
            for (const ZeroKind kind : {ZeroKind::Fixed, ZeroKind::Real, ZeroKind::Integer})
                for (int bits = 2; bits <= 4; ++bits)
                    for (int halves = 0; halves < 4; ++halves) {
                        const RangeRule rule{kind, float((1 << bits) - 1), bits == 2 ? 1.5f : 4.0f,
                            bits == 2 ? 1.5f : 3.0f, bool(halves & 1), bool(halves & 2)};
                        if (rule.halfScale && limits.max < 1e-40f)
                            continue; // A scale of 0, which no caller gets this far with.
                        ClipTable a, b;
                        std::memset(&a, 0, sizeof a);
                        std::memset(&b, 1, sizeof b);
                        set->clipRanges(rule, limits, a);
                        scalarKernels.clipRanges(rule, limits, b);
                        QVERIFY(std::memcmp(&a, &b, sizeof a) == 0);
                    }
    }

    void clipErrorsAgree_data() { rowPerSet(); }
    void clipErrorsAgree()
    {
        QFETCH(const Kernels*, set);
        for (std::size_t size = 2; size <= 600; size += size < 70 ? 1 : 53) {
            const std::vector<float> x = plain(size, unsigned(size));
            const std::vector<float> weights = plain(size, 77);
            const MinMax limits = scalarKernels.minMax(x);
            if (limits.min == limits.max)
                continue;
            for (const float levels : {3.0f, 7.0f, 15.0f}) {
                ClipTable table;
                scalarKernels.clipRanges(RangeRule{.levels = levels}, limits, table);
                for (const float* h : {static_cast<const float*>(nullptr), weights.data()})
                    for (int first = 0; first < ClipTable::size; first += 16) {
                        std::array<float, 16> a, b;
                        set->clipErrors(x, h, table, first, levels, INFINITY, a.data());
                        scalarKernels.clipErrors(x, h, table, first, levels, INFINITY, b.data());
                        QVERIFY(sameBytes(a, b));
                    }
            }
        }
    }

    void pairSumsAgree_data() { rowPerSet(); }
    void pairSumsAgree()
    {
        QFETCH(const Kernels*, set);
        for (std::size_t size = 0; size <= 1100; size += size < 600 ? 1 : 83) {
            const std::vector<float> x = awkward(size, unsigned(size)), y = awkward(size, 11);
            QVERIFY(sameSums(set->pairSums(x, y.data()), scalarKernels.pairSums(x, y.data())));
            const std::vector<float> a = plain(size, unsigned(size)), b = plain(size, 12);
            QVERIFY(sameSums(set->pairSums(a, b.data()), scalarKernels.pairSums(a, b.data())));
        }
    }

    // Against sums in long double, over weights of every size that floats have.
    void pairSumsAreExactToSevenDigits_data() { rowPerSet(); }
    void pairSumsAreExactToSevenDigits()
    {
        QFETCH(const Kernels*, set);
        for (const float unit : {1e-37f, 1e-20f, 1e-12f, 1.0f, 1e12f, 1e17f})
            for (const float noise : {0.5f, 1e-2f, 1e-6f}) {
                std::vector<float> x = plain(5000, 3), y = plain(5000, 4);
                long double xx = 0, yy = 0, xy = 0, dd = 0;
                for (std::size_t i = 0; i < x.size(); ++i) {
                    x[i] *= unit;
                    y[i] = x[i] + noise * unit * y[i];
                    xx += static_cast<long double>(x[i]) * x[i];
                    yy += static_cast<long double>(y[i]) * y[i];
                    xy += static_cast<long double>(x[i]) * y[i];
                    const long double error = static_cast<long double>(y[i]) - x[i];
                    dd += error * error;
                }
                const PairSums sums = set->pairSums(x, y.data());
                const auto agrees = [](double found, long double expected) {
                    return std::abs(found - double(expected)) <= 1e-7 * double(expected);
                };
                QVERIFY(agrees(sums.xx, xx) && agrees(sums.yy, yy) && agrees(sums.xy, xy));
                QVERIFY(agrees(sums.dd, dd));
            }
    }

    void findsWhatIsNotFiniteAsStored_data() { rowPerSet(); }
    void findsWhatIsNotFiniteAsStored()
    {
        QFETCH(const Kernels*, set);
        constexpr std::size_t count = 300;
        for (const ElementBits bits : {ElementBits{4, 0x7f800000}, {2, 0x7c00}, {2, 0x7f80}}) {
            const auto bytes = std::size_t(bits.bytes);
            std::vector<std::byte> x(1 + bytes * count, std::byte(0x3b)); // Unaligned on purpose.
            QCOMPARE(set->firstNonFiniteStored(bits, x.data() + 1, count), count);
            for (std::size_t at = 0; at < count; ++at) {
                const std::uint32_t sign = bytes == 2 ? 0x8000u : 0x80000000u;
                const std::uint32_t bad = bits.exponent | (at % 2 ? sign : 1u);
                std::memcpy(x.data() + 1 + bytes * at, &bad, bytes);
                QCOMPARE(set->firstNonFiniteStored(bits, x.data() + 1, count), at);
                QCOMPARE(set->firstNonFiniteStored(bits, x.data() + 1, at), at);
                std::fill_n(x.data() + 1 + bytes * at, bytes, std::byte(0x3b));
            }
        }
    }
};

QTEST_APPLESS_MAIN(TestKernels)
#include "tst_kernels.moc"
