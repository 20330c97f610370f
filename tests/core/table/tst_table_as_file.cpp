// A table in memory and a file of the same weights hold the same bytes.
#include "core/table/quantize_table.h"
#include "tests/core/jobs/job_fixture.h"
#include "tests/core/table/read_table.h"

using namespace aq;
using namespace aq::test;

namespace {

std::vector<float> floatsOf(const TestTensor& tensor)
{
    std::vector<float> floats(std::size_t(tensor.bytes.size()) / sizeof(float));
    std::memcpy(floats.data(), tensor.bytes.constData(), std::size_t(tensor.bytes.size()));
    return floats;
}

QByteArray bytesAt(const ModelSource& model, const Blob& blob)
{
    QByteArray bytes(blob.bytes, '\0');
    if (!model.readBlob(
            blob, 0, std::as_writable_bytes(std::span(bytes.data(), std::size_t(bytes.size())))))
        qFatal("cannot read a blob");
    return bytes;
}

/// What the job writes for the Arrow target with these options for every tensor.
ModelSource quantizedFile(const JobFixture& job, const Scheme& scheme, const SchemeOptions& options)
{
    QuantizeRequest request
        = job.request(recipeForAll(QStringLiteral("arrow"), QString::fromLatin1(scheme.id)));
    request.plan = {};
    request.plan.recipe.target = QStringLiteral("arrow");
    request.plan.target = targetNamed(request.plan.recipe.target);
    for (std::size_t i = 0; i < job.source.header().tensors.size(); ++i) {
        TensorPlan tensor;
        tensor.scheme = &scheme;
        tensor.options = request.plan.target->adjust(options);
        request.plan.tensors.push_back(tensor);
    }
    request.output = job.path(QStringLiteral("out.arrow"));
    request.overwrite = true;
    finished(quantizeModel(request, {}));
    return *openModel(request.output);
}

} // namespace

class TableAsFileTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sameBytes_data()
    {
        QTest::addColumn<int>("bits");
        QTest::addColumn<int>("groupSize");
        QTest::addColumn<int>("symmetry");
        QTest::addColumn<int>("search");
        for (const int bits : {2, 3, 4, 8})
            for (const int groupSize : {0, 64, 128})
                QTest::addRow("int%d:%d", bits, groupSize)
                    << bits << groupSize << bits % 3 << groupSize / 64;
    }
    void sameBytes()
    {
        QFETCH(int, bits);
        QFETCH(int, groupSize);
        QFETCH(int, symmetry);
        QFETCH(int, search);
        const std::vector<TestTensor> tensors{floatTensor(QStringLiteral("rows"), {700, 512}, 1),
            floatTensor(QStringLiteral("conv"), {8, 3, 5, 5}, 2),
            floatTensor(QStringLiteral("vector"), {300'001}, 3)};
        const JobFixture job(tensors);
        const TableOptions options{.bits = bits,
            .groupSize = groupSize,
            .symmetry = Symmetry(symmetry),
            .search = Search(search),
            .strict = false};
        const Scheme& scheme = *schemeNamed(QStringLiteral("int%1").arg(bits));
        const ModelSource file = quantizedFile(job, scheme,
            {.groupSize = groupSize, .symmetry = options.symmetry, .search = options.search});

        std::vector<std::vector<float>> weights;
        WeightTable table;
        for (const TestTensor& tensor : tensors)
            weights.push_back(floatsOf(tensor));
        for (std::size_t i = 0; i < tensors.size(); ++i)
            table.layers.push_back({std::int64_t(i), tensors[i].name,
                Weights(std::span<const float>(weights[i])), tensors[i].shape});
        auto result = quantizeTable(table, options, {});
        QVERIFY(result && result->errors.empty());
        ArrowArrayStream stream{};
        exportStream(std::move(result->schema), std::move(result->batches), &stream);
        const ReadTable memory(&stream);
        for (qint64 row = 0; row < memory.rows(); ++row) {
            const TensorInfo& tensor = tensorNamed(file, memory.text(row, "layer_name"));
            QVERIFY(tensor.encoding);
            QCOMPARE(tensor.encoding->scheme, memory.text(row, "scheme"));
            QCOMPARE(tensor.encoding->options.groupSize, memory.number<qint32>(row, "group_size"));
            QVERIFY(tensor.encoding->options.symmetry == options.symmetry);
            QVERIFY(bytesAt(file, tensor.encoding->codes) == memory.bytes(row, "quantized_data"));
            QVERIFY(bytesAt(file, tensor.encoding->scales) == memory.bytes(row, "scales"));
            QVERIFY(bytesAt(file, tensor.encoding->zeros) == memory.bytes(row, "zero_points"));
        }
    }
};

QTEST_APPLESS_MAIN(TableAsFileTest)
#include "tst_table_as_file.moc"
