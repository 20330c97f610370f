#include "core/tensor/tensor_info.h"

#include <QTest>

using namespace aq;

Q_DECLARE_METATYPE(std::optional<std::int64_t>)

namespace {

using Count = std::optional<std::int64_t>;
constexpr std::int64_t two32 = std::int64_t(1) << 32;
constexpr std::int64_t largest = std::numeric_limits<std::int64_t>::max();

} // namespace

class TensorInfoTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void countsElements_data()
    {
        QTest::addColumn<Shape>("shape");
        QTest::addColumn<Count>("count");
        QTest::newRow("0-d") << Shape{} << Count(1);
        QTest::newRow("vector") << Shape{7} << Count(7);
        QTest::newRow("convolution") << Shape{320, 4, 3, 3} << Count(11520);
        QTest::newRow("empty") << Shape{3, 0, 5} << Count(0);
        QTest::newRow("largest") << Shape{largest, 1} << Count(largest);
        QTest::newRow("negative") << Shape{2, -1} << Count();
        QTest::newRow("two negatives") << Shape{-2, -2} << Count();
        QTest::newRow("negative and zero") << Shape{0, -1} << Count();
        QTest::newRow("2^63") << Shape{two32, two32 / 2} << Count();
        QTest::newRow("wraps to 0") << Shape{two32, two32} << Count();
        QTest::newRow("wraps, then zero") << Shape{two32, two32, 0} << Count();
        QTest::newRow("zero, then wraps") << Shape{0, two32, two32} << Count();
    }
    void countsElements()
    {
        QFETCH(Shape, shape);
        QFETCH(Count, count);
        QVERIFY(elementCount(shape) == count);
    }

    void countsBytes_data()
    {
        QTest::addColumn<Shape>("shape");
        QTest::addColumn<int>("dtype");
        QTest::addColumn<Count>("bytes");
        const auto row = [](const char* tag, const Shape& shape, DType dtype, Count bytes) {
            QTest::newRow(tag) << shape << int(dtype) << bytes;
        };
        row("F32", {2, 3}, DType::F32, 24);
        row("0-d F64", {}, DType::F64, 8);
        row("BF16", {5}, DType::BF16, 10);
        row("empty", {0, 7}, DType::C64, 0);
        row("two 4-bit make a byte", {2, 1}, DType::F4, 1);
        row("three 4-bit do not", {3}, DType::F4, {});
        row("four 6-bit make three bytes", {4}, DType::F6_E2M3, 3);
        row("two 6-bit do not", {2}, DType::F6_E3M2, {});
        row("too many bits", {two32, two32 / 4}, DType::F64, {});
    }
    void countsBytes()
    {
        QFETCH(Shape, shape);
        QFETCH(int, dtype);
        QFETCH(Count, bytes);
        QVERIFY(byteSize(shape, DType(dtype)) == bytes);
    }

    void groupsRunAlongRows_data()
    {
        QTest::addColumn<Shape>("shape");
        QTest::addColumn<Shape>("matrix");
        QTest::newRow("0-d") << Shape{} << Shape{1, 1};
        QTest::newRow("vector") << Shape{9} << Shape{1, 9};
        QTest::newRow("linear") << Shape{8, 5} << Shape{8, 5};
        QTest::newRow("convolution") << Shape{6, 4, 3, 3} << Shape{6, 36};
        QTest::newRow("5-d") << Shape{2, 3, 1, 4, 5} << Shape{2, 60};
        QTest::newRow("one row") << Shape{1, 1, 7} << Shape{1, 7};
        QTest::newRow("no rows") << Shape{0, 5} << Shape{0, 0};
        QTest::newRow("no columns") << Shape{5, 0} << Shape{0, 0};
    }
    void groupsRunAlongRows()
    {
        QFETCH(Shape, shape);
        QFETCH(Shape, matrix);
        const Matrix found = matrixOf(shape);
        QCOMPARE(found.rows, matrix[0]);
        QCOMPARE(found.columns, matrix[1]);
        QCOMPARE(found.elements(), elementCount(shape).value());
    }

    void showsShapes()
    {
        QCOMPARE(shapeText(Shape{}), QStringLiteral("[]"));
        QCOMPARE(shapeText(Shape{320, 4, 3, 3}), QStringLiteral("[320, 4, 3, 3]"));
    }

    void bytesOfAQuantizedTensorAreItsParts()
    {
        TensorInfo tensor{.name = {},
            .dtype = DType::F32,
            .shape = {4, 8},
            .data = {},
            .strides = {},
            .encoding = {}};
        QCOMPARE(tensor.elements(), 32);
        QCOMPARE(tensor.bytes(), 128);
        tensor.encoding = Encoding{.scheme = QStringLiteral("int4"),
            .options = {},
            .codes = {0, 0, 16},
            .scales = {0, 16, 8},
            .zeros = {0, 24, 4}};
        QCOMPARE(tensor.bytes(), 28);
    }
};

QTEST_GUILESS_MAIN(TensorInfoTest)
#include "tst_tensor_info.moc"
