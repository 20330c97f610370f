#include "core/quant/kernels/half.h"
#include "core/quant/kernels/instruction_set.h"
#include "core/quant/scheme.h"
#include "core/quant/to_float.h"
#include "tests/support/test_models.h"

#include <QTest>
#include <cfloat>
#include <cstring>

using namespace aq;

namespace {

constexpr std::initializer_list<DType> types{DType::F32, DType::F16, DType::BF16};

using Bits = std::vector<std::byte>;

const Scheme& schemeOf(DType type)
{
    return *schemeNamed(QString::fromLatin1(nameOf(type)).toLower());
}

Result<Bits> encoded(decltype(Scheme::encode) encode, DType to, const Weights& x, Matrix matrix)
{
    Bits out(std::size_t(x.count() * bitsOf(to) / 8));
    const auto done = encode(x, matrix, {}, nullptr, {}, {out, {}, {}});
    if (!done)
        return done.error();
    return out;
}

/// 5000 weights with ties, zeros of both signs and subnormals of every type among them.
std::vector<float> weights()
{
    std::vector<float> x = test::gaussian(5000, 1);
    const float rare[] = {0.0f, -0.0f, 1 + 0x1p-11f, 1 + 0x3p-11f, -1 - 0x1p-8f, 1 + 0x3p-8f,
        0x1p-24f, 0x1p-25f, 0x1.8p-24f, 65280, -32768, FLT_MIN, FLT_TRUE_MIN, -FLT_MIN / 3};
    std::ranges::copy(rare, x.begin() + 40);
    std::ranges::copy(rare, x.end() - std::ssize(rare));
    return x;
}

} // namespace

class TestFloats : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { useInstructionSet(instructionSets().front()); }

    void tableHasTheTypes()
    {
        for (const DType type : types) {
            const Scheme& scheme = schemeOf(type);
            QCOMPARE(QByteArray(scheme.family), QByteArray("float"));
            QCOMPARE(QByteArray(scheme.title), QByteArray(nameOf(type)));
            QCOMPARE(scheme.codeBits, bitsOf(type));
            QCOMPARE(scheme.blockElements, 1);
            QCOMPARE(scheme.layout(7, {}).codesBytes, 7 * bitsOf(type) / 8);
        }
    }

    // Each weight by the conversions of half.h, which tst_kernels holds to the standard.
    void everyPairOfTypesRoundsOnce()
    {
        const std::vector<float> x = weights();
        for (const DType from : types) {
            Bits stored(x.size() * std::size_t(bitsOf(from) / 8));
            fromFloat(from, x, stored);
            std::vector<float> exact(x.size());
            toFloat(from, stored, exact);
            for (const DType to : types)
                for (const InstructionSet& set : instructionSets()) {
                    useInstructionSet(set);
                    const Scheme& scheme = schemeOf(to);
                    const Weights source(from, stored);
                    const auto found = encoded(scheme.encode, to, source, {100, 50});
                    const auto slow = encoded(scheme.encodeReference, to, source, {100, 50});
                    QVERIFY(found && slow);
                    QVERIFY(*found == *slow);
                    std::vector<float> y(x.size()), z(x.size());
                    scheme.decode({*found, {}, {}}, {100, 50}, {}, y);
                    scheme.decodeReference({*found, {}, {}}, {100, 50}, {}, z);
                    for (std::size_t i = 0; i < x.size(); ++i) {
                        const float expected = to == DType::F32 ? exact[i]
                            : to == DType::F16 ? floatFromHalf(halfFromFloat(exact[i]))
                                               : floatFromBfloat(bfloatFromFloat(exact[i]));
                        QVERIFY(std::memcmp(&y[i], &expected, 4) == 0);
                        QVERIFY(std::memcmp(&z[i], &expected, 4) == 0);
                    }
                }
        }
    }

    void overflowNamesRowAndColumn()
    {
        std::vector<float> x(120, 1.0f);
        const Weights stored{std::span<const float>(x)};
        x[72] = 65519;  // Rounds down to the largest.
        x[73] = -65520; // Half way to the number after the largest: rounds up.
        for (const InstructionSet& set : instructionSets()) {
            useInstructionSet(set);
            const auto half = encoded(schemeOf(DType::F16).encode, DType::F16, stored, {6, 20});
            QVERIFY(!half);
            QCOMPARE(half.error().code, ErrorCode::Unsupported);
            QCOMPARE(half.error().where, QStringLiteral("row 3, column 13"));
            QVERIFY(encoded(schemeOf(DType::BF16).encode, DType::BF16, stored, {6, 20}));
        }
        x[73] = FLT_MAX;
        QVERIFY(!encoded(schemeOf(DType::BF16).encode, DType::BF16, stored, {6, 20}));
        QVERIFY(encoded(schemeOf(DType::F32).encode, DType::F32, stored, {6, 20}));
    }

    void noRowsAreNothing()
    {
        for (const DType to : types)
            QVERIFY(encoded(schemeOf(to).encode, to, Weights(), {0, 4}));
    }
};

QTEST_APPLESS_MAIN(TestFloats)
#include "tst_floats.moc"
