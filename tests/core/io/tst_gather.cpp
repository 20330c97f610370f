#include "core/io/formats/safetensors.h"
#include "core/io/gather.h"
#include "core/io/model_source.h"
#include "tests/support/model_files.h"

#include <QTest>
#include <numeric>
#include <random>

using namespace aq;
using namespace aq::test;

namespace {

/// A strided view as Python would index it, one element at a time.
std::vector<std::byte> obvious(Bytes source, const TensorInfo& tensor)
{
    const auto size = std::size_t(bitsOf(tensor.dtype) / 8);
    std::vector<std::byte> out;
    for (std::int64_t i = 0; i < tensor.elements(); ++i) {
        std::int64_t rest = i, at = 0;
        for (std::size_t axis = tensor.shape.size(); axis-- > 0;) {
            at += rest % tensor.shape[axis] * tensor.strides[axis];
            rest /= tensor.shape[axis];
        }
        const Bytes element
            = source.subspan(std::size_t(tensor.data.offset) + std::size_t(at) * size, size);
        out.insert(out.end(), element.begin(), element.end());
    }
    return out;
}

/// A view of `source` with the given strides.
TensorInfo view(DType dtype, Shape shape, Shape strides, std::int64_t offset)
{
    TensorInfo tensor{.name = QStringLiteral("w"),
        .dtype = dtype,
        .shape = std::move(shape),
        .data = {},
        .strides = std::move(strides),
        .encoding = {}};
    std::int64_t last = 0;
    for (std::size_t i = 0; i < tensor.shape.size(); ++i)
        last += (tensor.shape[i] - 1) * tensor.strides[i];
    tensor.data = {0, offset, (last + 1) * bitsOf(dtype) / 8};
    return tensor;
}

/// Remembers how much was read.
class CountedBytes final : public ByteSource {
public:
    std::vector<std::byte> bytes;
    mutable std::int64_t read_ = 0, calls = 0, furthest = 0;

    std::int64_t size() const override { return std::int64_t(bytes.size()); }
    Result<void> read(std::int64_t offset, MutableBytes into) const override
    {
        read_ += std::int64_t(into.size());
        ++calls;
        furthest = std::max(furthest, offset + std::int64_t(into.size()));
        std::copy_n(bytes.begin() + offset, into.size(), into.begin());
        return {};
    }
};

CountedBytes numbered(std::size_t size)
{
    CountedBytes source;
    source.bytes.resize(size);
    std::mt19937 random(7);
    for (std::byte& byte : source.bytes)
        byte = std::byte(random());
    return source;
}

} // namespace

class GatherTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void equalsIndexing_data()
    {
        QTest::addColumn<std::vector<std::int64_t>>("shape");
        QTest::addColumn<std::vector<std::int64_t>>("strides");
        QTest::newRow("contiguous") << Shape{4, 6} << Shape{6, 1};
        QTest::newRow("transposed") << Shape{6, 4} << Shape{1, 6};
        QTest::newRow("permuted") << Shape{2, 3, 4} << Shape{1, 8, 2};
        QTest::newRow("channels last") << Shape{2, 3, 4, 5} << Shape{60, 1, 15, 3};
        QTest::newRow("every other") << Shape{5, 3} << Shape{12, 2};
        QTest::newRow("expanded rows") << Shape{5, 3} << Shape{0, 1};
        QTest::newRow("expanded columns") << Shape{3, 5} << Shape{1, 0};
        QTest::newRow("one element, often") << Shape{3, 5} << Shape{0, 0};
        QTest::newRow("overlapping rows") << Shape{7, 5} << Shape{2, 1};
        QTest::newRow("vector") << Shape{9} << Shape{3};
        QTest::newRow("one element") << Shape{1, 1} << Shape{50, 70};
        QTest::newRow("ones between") << Shape{1, 4, 1, 3} << Shape{9, 1, 77, 4};
    }
    void equalsIndexing() // For every range, also those that cut through elements.
    {
        QFETCH(Shape, shape);
        QFETCH(Shape, strides);
        const CountedBytes source = numbered(2048);
        for (const DType dtype : {DType::U8, DType::BF16, DType::F64}) {
            const TensorInfo tensor = view(dtype, shape, strides, 13);
            const auto whole = obvious(source.bytes, tensor);
            const std::int64_t step = bitsOf(dtype) == 64 ? 3 : 1; // To keep it quick.
            const auto size = std::int64_t(whole.size());
            for (std::int64_t first = 0; first <= size; first += step)
                for (std::int64_t last = first; last <= size; last += step) {
                    std::vector<std::byte> part(std::size_t(last - first));
                    QVERIFY(gather(source, tensor, first, part));
                    QVERIFY2(std::equal(part.begin(), part.end(), whole.begin() + first),
                        qPrintable(QStringLiteral("%1 to %2").arg(first).arg(last)));
                }
            QVERIFY(source.furthest <= tensor.data.offset + tensor.data.bytes);
            source.furthest = 0;
        }
    }

    void aTransposedMatrixIsReadAboutOncePerTile()
    {
        const CountedBytes source = numbered(8 << 20);
        const TensorInfo tensor = view(DType::F16, {2048, 2048}, {1, 2048}, 0);
        const auto whole = obvious(source.bytes, tensor);
        std::vector<std::byte> tile(256 * 4096);
        for (int i = 0; i < 8; ++i) {
            QVERIFY(gather(source, tensor, std::int64_t(tile.size()) * i, tile));
            QVERIFY(std::equal(
                tile.begin(), tile.end(), whole.begin() + std::ptrdiff_t(tile.size()) * i));
        }
        QVERIFY2(source.read_ < 8 * (9 << 20), qPrintable(QString::number(source.read_)));
        QVERIFY2(source.calls < 8 * 10, qPrintable(QString::number(source.calls)));
    }

    void elementsFartherApartThanTheWindow()
    {
        const CountedBytes source = numbered(12 << 20);
        const TensorInfo tensor = view(DType::F32, {3, 2}, {1'000'000, 1'000'001}, 4);
        const auto whole = obvious(source.bytes, tensor);
        std::vector<std::byte> all(whole.size());
        QVERIFY(gather(source, tensor, 0, all));
        QVERIFY(all == whole);
    }

    void sourceRefusesRangesOutside()
    {
        OpenedModel model;
        model.parts = {memoryBytes(std::vector<std::byte>(64))};
        model.files = QStringList{QStringLiteral("f")};
        model.header.tensors = {view(DType::F32, {2, 3}, {1, 2}, 0), view(DType::F32, {6}, {1}, 0)};
        model.header.tensors[1].strides.clear();
        const ModelSource source(QStringLiteral("f"), safetensorsFormat, std::move(model));
        for (const TensorInfo& tensor : source.header().tensors) {
            std::vector<std::byte> bytes(24);
            QVERIFY(source.read(tensor, 0, bytes));
            QVERIFY(source.read(tensor, 24, {}));
            QVERIFY(!source.read(tensor, 1, bytes));
            QVERIFY(!source.read(tensor, -1, bytes));
            QVERIFY(!source.read(tensor, std::numeric_limits<std::int64_t>::max(), bytes));
            QCOMPARE(source.read(tensor, 25, {}).error().where, QStringLiteral("f"));
        }
    }
};

QTEST_GUILESS_MAIN(GatherTest)
#include "tst_gather.moc"
