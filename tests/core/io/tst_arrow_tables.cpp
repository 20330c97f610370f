// Files that other programs wrote: tests/data/arrow/make_*.mjs say what is in them.
#include "core/io/formats/arrow_ipc.h"
#include "core/io/model_source.h"
#include "tests/core/io/hand_made.h"

#include <QDir>
#include <QTest>

using namespace aq;
using namespace aq::test;

namespace {

QString dataPath(const char* name)
{
    return QStringLiteral(AQ_TEST_DATA "/arrow/") + QLatin1StringView(name);
}

/// A tensor with its weights as numbers.
struct Layer {
    QString name;
    Shape shape;
    std::vector<double> weights;
    bool operator==(const Layer&) const = default;
};

template <typename T>
std::vector<double> numbers(const std::vector<std::byte>& bytes)
{
    std::vector<T> values(bytes.size() / sizeof(T));
    std::memcpy(values.data(), bytes.data(), values.size() * sizeof(T));
    return {values.begin(), values.end()};
}

Layer layerOf(const ModelSource& model, const TensorInfo& tensor)
{
    std::vector<std::byte> bytes(std::size_t(tensor.data.bytes));
    if (!model.read(tensor, 0, bytes))
        return {};
    return {tensor.name, tensor.shape,
        tensor.dtype == DType::F64       ? numbers<double>(bytes)
            : tensor.dtype == DType::F32 ? numbers<float>(bytes)
                                         : numbers<std::uint16_t>(bytes)};
}

std::vector<Layer> layersOf(const ModelSource& model)
{
    std::vector<Layer> layers;
    for (const TensorInfo& tensor : model.header().tensors)
        layers.push_back(layerOf(model, tensor));
    return layers;
}

const std::vector<Layer>& threeLayers()
{
    static const std::vector<Layer> layers{{QStringLiteral("a"), {2, 3}, {1, 2, 3, 4, 5, 6}},
        {QStringLiteral("empty"), {0, 4}, {}}, {QStringLiteral("ü"), {}, {0.5}}};
    return layers;
}

const std::vector<Layer>& polarsLayers()
{
    static const std::vector<Layer> layers = [] {
        std::vector<double> many;
        for (int i = 0; i < 3000; ++i)
            many.push_back(i % 7);
        return std::vector<Layer>{{QStringLiteral("a"), {2, 3}, {1, 2, 3, 4, 5, 6}},
            {QStringLiteral("a name of more than twelve bytes"), {1}, {0.5}},
            {QStringLiteral("many"), {30, 100}, many}};
    }();
    return layers;
}

std::vector<Layer> flattened(std::vector<Layer> layers)
{
    for (Layer& layer : layers)
        layer.shape = {std::int64_t(layer.weights.size())};
    return layers;
}

struct Readable {
    const char* file;
    const char* format;
    bool hasShapes;
    std::vector<Layer> layers;
};

const std::vector<Readable>& readables()
{
    const auto text = [](const char* name) { return QString::fromLatin1(name); };
    static const std::vector<Readable> rows{
        {"weights.arrow", "arrow", true, threeLayers()},
        {"weights_no_shape.arrow", "arrow", false, flattened(threeLayers())},
        {"stream.arrows", "arrow-stream", true, threeLayers()},
        {"no_rows.arrow", "arrow", true, {}},
        {"no_rows.arrows", "arrow-stream", true, {}},
        {"fixed.arrow", "arrow", true,
            {{text("a"), {2, 3}, {1, 2, 3, 4, 5, 6}}, {text("b"), {3, 2}, {7, 8, 9, 10, 11, 12}}}},
        {"half.arrow", "arrow", false, {{text("h"), {3}, {0x3C00, 0xC000, 0x3800}}}}, // As bits.
        {"double.arrow", "arrow", false, {{text("d"), {3}, {1, -2, 0.1}}}},
        {"null_shapes.arrow", "arrow", true,
            {{text("a"), {4}, {1, 2, 3, 4}}, {text("b"), {2, 2}, {1, 2, 3, 4}}}},
        {"all_shapes_null.arrow", "arrow", false, {{text("a"), {2}, {1, 2}}}},
        {"dictionary.arrow", "arrow", false, {{text("a"), {2}, {1, 2}}, {text("b"), {1}, {3}}}},
        {"dictionary_replaced.arrows", "arrow-stream", false,
            {{text("b"), {1}, {0}}, {text("a"), {1}, {0.5}}, {text("d"), {1}, {1}},
                {text("c"), {1}, {1.5}}}},
        {"polars.arrow", "arrow", true, polarsLayers()},
        {"polars_zstd.arrow", "arrow", true, polarsLayers()},
        {"polars_lz4.arrows", "arrow-stream", true, polarsLayers()},
        {"polars_categories.arrow", "arrow", true, polarsLayers()},
        {"polars_categories.arrows", "arrow-stream", true, polarsLayers()},
    };
    return rows;
}

struct Refused {
    const char* file;
    const char* where; ///< Behind the path.
    const char* detail;
};

constexpr Refused refusals[] = {
    {"null_name.arrow", "record batch 1: row 1", "layer_name is null"},
    {"null_weights.arrow", "record batch 0: row 1: lost", "weights is null"},
    {"null_weight.arrow", "record batch 0: row 1: holed", "weights[2] is null"},
    {"null_extent.arrow", "record batch 0: row 1: holed", "shape[1] is null"},
    {"lz4_wrong_length.arrow", "record batch 0: column 'weights'",
        "claims 3000 items, its buffer has 102 bytes"},
};

/// Reads every byte there is, whatever the result.
void readAll(const OpenedModel& opened)
{
    for (const TensorInfo& tensor : opened.header.tensors) {
        const Blob encoded[] = {tensor.data, tensor.encoding ? tensor.encoding->codes : Blob{},
            tensor.encoding ? tensor.encoding->scales : Blob{},
            tensor.encoding ? tensor.encoding->zeros : Blob{}};
        for (const Blob& blob : encoded) {
            const ByteSource& part = *opened.parts.at(std::size_t(blob.part));
            QVERIFY(blob.offset >= 0 && blob.bytes >= 0 && blob.offset <= part.size()
                && blob.bytes <= part.size() - blob.offset);
            std::vector<std::byte> bytes(std::size_t(std::min<std::int64_t>(blob.bytes, 1 << 16)));
            (void)bool(part.read(blob.offset, bytes));
        }
    }
}

/// Opens the bytes as a file and as a stream.
void openBoth(const QByteArray& bytes)
{
    const Bytes all = bytesIn(bytes);
    const auto file = memoryBytes({all.begin(), all.end()});
    for (const auto open : {openArrow, openArrowStream})
        if (const auto opened = open(file, QStringLiteral("x")))
            readAll(*opened);
}

} // namespace

class TestArrowTables : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsWhatWasWritten_data()
    {
        QTest::addColumn<int>("row");
        for (std::size_t i = 0; i < readables().size(); ++i)
            QTest::newRow(readables()[i].file) << int(i);
    }
    void readsWhatWasWritten()
    {
        QFETCH(int, row);
        const Readable& expected = readables()[std::size_t(row)];
        const auto model = openModel(dataPath(expected.file));
        QVERIFY2(model, model ? "" : qPrintable(model.error().detail));
        QCOMPARE(model->format().id, expected.format);
        const std::vector<Layer> layers = layersOf(*model);
        QCOMPARE(layers.size(), expected.layers.size());
        for (std::size_t i = 0; i < layers.size(); ++i)
            QVERIFY2(layers[i] == expected.layers[i], qPrintable(layers[i].name));
        QCOMPARE(model->header().hasShapes, expected.hasShapes);
        QCOMPARE(model->opened().notes.join(u' ').contains(QStringLiteral("one row")),
            !expected.hasShapes);
        QCOMPARE(model->opened().files.size(), qsizetype(model->opened().parts.size()));
        QCOMPARE(model->fileBytes(), QFileInfo(dataPath(expected.file)).size());
    }

    void namesWhatIsNull_data()
    {
        QTest::addColumn<int>("row");
        for (std::size_t i = 0; i < std::size(refusals); ++i)
            QTest::newRow(refusals[i].file) << int(i);
    }
    void namesWhatIsNull()
    {
        QFETCH(int, row);
        const Refused& refused = refusals[row];
        const auto model = openModel(dataPath(refused.file));
        QVERIFY(!model);
        QVERIFY(model.error().code == ErrorCode::Corrupt);
        QCOMPARE(model.error().detail, QLatin1StringView(refused.detail));
        QVERIFY2(
            model.error().where.endsWith(QStringLiteral(": ") + QLatin1StringView(refused.where)),
            qPrintable(model.error().where));
    }

    void survivesEveryChangedByte_data()
    {
        QTest::addColumn<QString>("file");
        const QDir folder(QStringLiteral(AQ_TEST_DATA "/arrow"));
        for (const QString& name : folder.entryList({QStringLiteral("*.arrow*")}))
            QTest::newRow(qPrintable(name)) << folder.filePath(name);
    }
    void survivesEveryChangedByte()
    {
        QFETCH(QString, file);
        const QByteArray bytes = fileBytes(file);
        QVERIFY(!bytes.isEmpty());
        const qsizetype most = std::min<qsizetype>(bytes.size(), 3000); // polars.arrow has more.
        for (qsizetype at = 0; at < most; ++at) {
            for (const int change : {0x01, 0x80, 0xFF}) {
                QByteArray changed = bytes;
                changed[at] = char(changed[at] ^ change);
                openBoth(changed);
            }
            openBoth(bytes.first(at));
        }
    }
};

QTEST_APPLESS_MAIN(TestArrowTables)
#include "tst_arrow_tables.moc"
