#include "core/validate/loaded_piece.h"
#include "tests/support/test_models.h"

#include <QTest>
#include <algorithm>

using namespace aq;

namespace {

/// A model of one tensor whose codes and scales are `encoded`, as one run of bytes.
ModelSource modelOf(const TensorInfo& tensor, std::vector<std::byte> bytes)
{
    OpenedModel opened;
    opened.header.tensors = {tensor};
    opened.parts = {memoryBytes(std::move(bytes))};
    opened.files = {QStringLiteral("memory")};
    return {QStringLiteral("memory"), *formats().front(), std::move(opened)};
}

TensorInfo encodedTensor(const Scheme& scheme, const SchemeOptions& options, const Shape& shape)
{
    TensorInfo tensor{QStringLiteral("w"), DType::F32, shape, {}, {}, {}};
    Encoding encoding = encodingFor(scheme, options, shape);
    encoding.scales.offset = encoding.codes.bytes;
    encoding.zeros.offset = encoding.scales.offset + encoding.scales.bytes;
    tensor.encoding = encoding;
    return tensor;
}

std::vector<std::byte> encodedBytes(const Scheme& scheme, const TensorInfo& tensor)
{
    const std::vector<float> x = test::gaussian(std::size_t(tensor.elements()), 0.02f, 5);
    const Encoding& encoding = *tensor.encoding;
    std::vector<std::byte> bytes(std::size_t(encoding.bytes()));
    const auto part = [&](const Blob& blob) {
        return MutableBytes(bytes).subspan(std::size_t(blob.offset), std::size_t(blob.bytes));
    };
    const auto done
        = scheme.encode(std::span<const float>(x), codingMatrix(tensor), encoding.options, nullptr,
            {}, {part(encoding.codes), part(encoding.scales), part(encoding.zeros)});
    if (!done)
        qFatal("%s", qPrintable(done.error().detail));
    return bytes;
}

/// All floats of a tensor, by pieces of `tile` elements and strips of `step`.
std::vector<float> read(
    const ModelSource& model, const Matrix& matrix, std::int64_t tile, std::int64_t step)
{
    LoadedPiece piece(model);
    std::vector<float> all;
    for (const TileSpan& span : cut(matrix, tile)) {
        const auto loaded = piece.load(model.header().tensors[0], matrix, span);
        if (!loaded)
            qFatal("%s", qPrintable(loaded.error().detail));
        for (const TileSpan& strip : cut(span.matrix(), step)) {
            std::vector<float> x(std::size_t(strip.elements()));
            piece.toFloats(strip, x);
            all.insert(all.end(), x.begin(), x.end());
        }
    }
    return all;
}

} // namespace

class TestLoadedPiece : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void anyCutGivesTheSameFloats_data()
    {
        QTest::addColumn<QString>("id");
        for (const Scheme* scheme : schemes())
            if (scheme->blockElements != 1)
                QTest::newRow(scheme->id) << QString(QLatin1StringView(scheme->id));
    }
    void anyCutGivesTheSameFloats()
    {
        QFETCH(QString, id);
        const Scheme& scheme = *schemeNamed(id);
        const SchemeOptions options{.groupSize = 32};
        const TensorInfo tensor = encodedTensor(scheme, options, {6, 1536});
        const ModelSource model = modelOf(tensor, encodedBytes(scheme, tensor));
        const Matrix own{6, 1536};
        const std::vector<float> whole = read(model, own, 1 << 20, 1 << 20);
        QCOMPARE(whole.size(), std::size_t(6 * 1536));
        QVERIFY(read(model, own, 4096, 512) == whole);
        QVERIFY(read(model, own, 1024, 256) == whole);
    }

    // A block format stores [n/256, 256]; its tensor's own rows begin anywhere in a block.
    void blocksCanBeReadInOtherRows()
    {
        const Scheme* scheme = nullptr;
        for (const Scheme* each : schemes())
            if (each->blockElements > 1)
                scheme = each;
        if (!scheme)
            QSKIP("no block formats");
        TensorInfo tensor = encodedTensor(*scheme, {}, {36, 256});
        const std::vector<std::byte> bytes = encodedBytes(*scheme, tensor);
        tensor.encoding->shape = tensor.shape;
        tensor.shape = {64, 16, 3, 3};
        const ModelSource model = modelOf(tensor, bytes);
        const std::vector<float> whole = read(model, {36, 256}, 1 << 20, 1 << 20);
        QVERIFY(read(model, {64, 144}, 1440, 288) == whole);
        QVERIFY(read(model, {64, 144}, 100, 44) == whole);
    }

    void rowsOfAnotherLengthAreRefused()
    {
        const Scheme& scheme = *schemeNamed(u"int4");
        const TensorInfo tensor = encodedTensor(scheme, {.groupSize = 32}, {4, 64});
        LoadedPiece piece(modelOf(tensor, encodedBytes(scheme, tensor)));
        const auto loaded = piece.load(tensor, {8, 32}, {0, 8, 0, 32});
        QVERIFY(!loaded);
        QCOMPARE(loaded.error().detail, QStringLiteral("cannot read int4 in rows of 32 elements"));
    }

    void unknownSchemesAreNamed()
    {
        TensorInfo tensor = encodedTensor(*schemeNamed(u"int4"), {.groupSize = 32}, {4, 64});
        tensor.encoding->scheme = QStringLiteral("iq2_xxs");
        LoadedPiece piece(modelOf(tensor, std::vector<std::byte>(256)));
        const auto loaded = piece.load(tensor, {4, 64}, {0, 4, 0, 64});
        QVERIFY(!loaded);
        QCOMPARE(loaded.error().code, ErrorCode::Unsupported);
        QCOMPARE(loaded.error().detail, QStringLiteral("cannot decode IQ2_XXS"));
    }

    // 1e-300 is no zero, but F32 makes it one: nobody may take it for a zero of the source.
    void underflowOfF64IsFound()
    {
        const double values[] = {1, 0, 1e-300, 2};
        std::vector<std::byte> bytes(sizeof values);
        std::memcpy(bytes.data(), values, sizeof values);
        TensorInfo tensor{QStringLiteral("w"), DType::F64, {4}, {0, 0, 32}, {}, {}};
        LoadedPiece piece(modelOf(tensor, bytes));
        const TileSpan all{0, 1, 0, 4};
        QVERIFY(bool(piece.load(tensor, {1, 4}, all)));
        float x[4];
        piece.toFloats(all, x);
        QVERIFY(x[0] == 1 && x[2] == 0);
        QVERIFY(piece.firstUnderflow(all, x) == 2);
        QVERIFY(!piece.weights());
    }
};

QTEST_APPLESS_MAIN(TestLoadedPiece)
#include "tst_loaded_piece.moc"
