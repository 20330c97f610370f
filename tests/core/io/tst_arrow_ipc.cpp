#include "core/io/formats/arrow_ipc.h"
#include "tests/core/io/hand_made.h"

#include "arrow_schema_generated.h" // With the object API, made for this test.

#include <QTemporaryDir>
#include <QTest>
#include <QtEndian>

using namespace aq;
using namespace aq::test;

namespace {

std::shared_ptr<const ByteSource> memory(const QByteArray& bytes)
{
    const Bytes all = bytesIn(bytes);
    return memoryBytes({all.begin(), all.end()});
}

Result<ModelHeader> readHeader(const QByteArray& file)
{
    auto opened = openArrow(memory(file), QStringLiteral("x.arrow"));
    if (!opened)
        return opened.error();
    return std::move(opened->header);
}

QByteArray goldenFile(const char* name)
{
    return fileBytes(QStringLiteral(AQ_TEST_DATA "/arrow/") + QLatin1StringView(name));
}

template <typename T>
QByteArray littleEndian(T value)
{
    QByteArray bytes(sizeof(T), '\0');
    qToLittleEndian(value, bytes.data());
    return bytes;
}

/// A file with one record batch, taken apart. Damage one part, then assemble().
struct Parts {
    QByteArray leading = QByteArray("ARROW1\0\0", 8), trailing = "ARROW1";
    arrow::MessageT message;
    QByteArray body;
    arrow::FooterT footer;
    std::optional<qint32> footerSize, messageSize;
    quint32 mark = 0xFFFFFFFF;

    arrow::RecordBatchT& batch() { return *message.header.AsRecordBatch(); }
    arrow::Block& block() { return footer.record_batches[0]; }
    arrow::FieldT& field(const char* name)
    {
        for (auto& candidate : footer.schema->fields)
            if (candidate->name == name)
                return *candidate;
        qFatal("no field %s", name);
    }
    template <typename T>
    void poke(int buffer, qint64 at, T value) // Into the body.
    {
        qToLittleEndian(value, body.data() + batch().buffers[std::size_t(buffer)].offset() + at);
    }
    void setBuffer(int index, qint64 offset, qint64 length)
    {
        batch().buffers[std::size_t(index)] = arrow::Buffer(offset, length);
    }
    void setNode(int index, qint64 length, qint64 nulls)
    {
        batch().nodes[std::size_t(index)] = arrow::FieldNode(length, nulls);
    }

    QByteArray messageBytes() const
    {
        flatbuffers::FlatBufferBuilder builder;
        builder.Finish(arrow::CreateMessage(builder, &message));
        QByteArray bytes(
            reinterpret_cast<const char*>(builder.GetBufferPointer()), builder.GetSize());
        bytes.append(7 - (bytes.size() + 7) % 8, '\0');
        return littleEndian(mark) + littleEndian(messageSize.value_or(qint32(bytes.size())))
            + bytes;
    }
    void settle() { block() = arrow::Block(8, qint32(messageBytes().size()), body.size()); }
    QByteArray assemble() const
    {
        flatbuffers::FlatBufferBuilder builder;
        builder.Finish(arrow::CreateFooter(builder, &footer));
        const QByteArray end(
            reinterpret_cast<const char*>(builder.GetBufferPointer()), builder.GetSize());
        return leading + messageBytes() + body + end
            + littleEndian(footerSize.value_or(qint32(end.size()))) + trailing;
    }
};

Parts takeApart(const QByteArray& file)
{
    Parts parts;
    const auto footerSize = qFromLittleEndian<qint32>(file.constData() + file.size() - 10);
    flatbuffers::GetRoot<arrow::Footer>(file.constData() + file.size() - 10 - footerSize)
        ->UnPackTo(&parts.footer);
    const arrow::Block block = parts.footer.record_batches[0];
    flatbuffers::GetRoot<arrow::Message>(file.constData() + block.offset() + 8)
        ->UnPackTo(&parts.message);
    parts.body = file.mid(block.offset() + block.metadata_length(), block.body_length());
    parts.settle();
    return parts;
}

using Damage = std::function<void(Parts&)>;
struct DamageRow {
    const char* name;
    const char* message; ///< Part of the error.
    Damage damage;
};

// Nodes: name 0, data 1, scales 2 3, zeros 4 5, shape 6 7, bits 8, group 9, scheme 10, dtype 11 ...
// Buffers: name 0-2, data 3-5, scales 6-9, zeros 10-13, shape 14-17, bits 18-19, group 20-21,
// scheme 22-24, dtype 25-27, symmetry 28-30; the first of each is validity.
const std::vector<DamageRow>& damages()
{
    using arrow::Block;
    constexpr qint64 huge = std::numeric_limits<qint64>::max();
    static const std::vector<DamageRow> rows{
        {"leading magic", "begin with ARROW1", [](Parts& p) { p.leading[0] = 'B'; }},
        {"trailing magic", "end with ARROW1", [](Parts& p) { p.trailing[5] = '2'; }},
        {"footer length 0", "footer claims", [](Parts& p) { p.footerSize = 0; }},
        {"footer length negative", "footer claims", [](Parts& p) { p.footerSize = -8; }},
        {"footer length huge", "footer claims", [](Parts& p) { p.footerSize = INT_MAX; }},
        {"footer length short", "footer is damaged", [](Parts& p) { p.footerSize = 8; }},
        {"version 3", "metadata version 3",
            [](Parts& p) { p.footer.version = arrow::MetadataVersion::V3; }},
        {"no schema", "no schema", [](Parts& p) { p.footer.schema = nullptr; }},
        {"big-endian", "big-endian",
            [](Parts& p) { p.footer.schema->endianness = arrow::Endianness::Big; }},
        {"no columns", "no columns", [](Parts& p) { p.footer.schema->fields.clear(); }},
        {"two of a name", "two columns", [](Parts& p) { p.field("scheme").name = "dtype"; }},
        {"list of nothing", "exactly one item",
            [](Parts& p) { p.field("shape").children.clear(); }},
        {"unknown type", "type that is not known",
            [](Parts& p) { p.field("symmetry").type.Set(arrow::UnionT()); }},
        {"nested types", "type that is not known",
            [](Parts& p) {
                auto* field = &p.field("symmetry");
                for (int i = 0; i < 30; ++i) {
                    field->type.Set(arrow::Struct_T());
                    field->children.push_back(std::make_unique<arrow::FieldT>());
                    field = field->children[0].get();
                }
                field->type.Set(arrow::NullT());
            }},
        {"block before the file", "not inside the file",
            [](Parts& p) { p.block() = Block(-8, 64, 64); }},
        {"block at 0", "not inside the file", [](Parts& p) { p.block() = Block(0, 64, 64); }},
        {"block past the end", "not inside the file",
            [](Parts& p) { p.block() = Block(huge, 64, 64); }},
        {"block message negative", "not inside the file",
            [](Parts& p) { p.block() = Block(8, -64, p.body.size()); }},
        {"block message huge", "not inside the file",
            [](Parts& p) { p.block() = Block(8, INT_MAX, p.body.size()); }},
        {"block body negative", "not inside the file",
            [](Parts& p) { p.block() = Block(8, 64, -1); }},
        {"block body huge", "not inside the file",
            [](Parts& p) { p.block() = Block(8, 64, huge); }},
        {"blocks overlap", "overlap",
            [](Parts& p) { p.footer.record_batches.push_back(p.block()); }},
        {"message mark", "no valid length", [](Parts& p) { p.mark = 7; }},
        {"message length 0", "no valid length", [](Parts& p) { p.messageSize = 0; }},
        {"message length negative", "no valid length", [](Parts& p) { p.messageSize = -1; }},
        {"message length huge", "no valid length", [](Parts& p) { p.messageSize = INT_MAX; }},
        {"message length short", "message is damaged", [](Parts& p) { p.messageSize = 8; }},
        {"not a batch", "no record batch",
            [](Parts& p) { p.message.header.Set(arrow::SchemaT()), p.settle(); }},
        {"compression method", "method 3",
            [](Parts& p) {
                p.batch().compression = std::make_unique<arrow::BodyCompressionT>();
                p.batch().compression->method = arrow::BodyCompressionMethod(3);
                p.settle();
            }},
        {"compression codec", "codec 2",
            [](Parts& p) {
                p.batch().compression = std::make_unique<arrow::BodyCompressionT>();
                p.batch().compression->codec = arrow::CompressionType(2);
                p.settle();
            }},
        {"rows negative", "columns of the schema", [](Parts& p) { p.batch().length = -1; }},
        {"rows too many", "values for", [](Parts& p) { p.batch().length = 2; }},
        {"rows huge", "values for", [](Parts& p) { p.batch().length = huge; }},
        {"rows huge in both", "too few offsets",
            [](Parts& p) { p.batch().length = huge, p.setNode(0, huge, 0); }},
        {"a node too few", "columns of the schema",
            [](Parts& p) { p.batch().nodes.pop_back(), p.settle(); }},
        {"a buffer too few", "columns of the schema",
            [](Parts& p) { p.batch().buffers.pop_back(), p.settle(); }},
        {"node length negative", "negative length", [](Parts& p) { p.setNode(3, -1, 0); }},
        {"node nulls negative", "negative length", [](Parts& p) { p.setNode(3, 1, -1); }},
        {"null name", "column 'layer_name'", [](Parts& p) { p.setNode(0, 1, 1); }},
        {"null width", "column 'bit_width'", [](Parts& p) { p.setNode(8, 1, 1); }},
        {"null in scales", "does not say where", [](Parts& p) { p.setNode(3, 6, 1); }},
        {"items huge", "column 'scales'", [](Parts& p) { p.setNode(3, huge, 0); }},
        {"buffer before the body", "leaves the body", [](Parts& p) { p.setBuffer(5, -1, 4); }},
        {"buffer length negative", "leaves the body", [](Parts& p) { p.setBuffer(5, 0, -4); }},
        {"buffer past the body", "leaves the body", [](Parts& p) { p.setBuffer(5, huge, 4); }},
        {"buffer length huge", "leaves the body", [](Parts& p) { p.setBuffer(5, 8, huge); }},
        {"buffer one too long", "leaves the body",
            [](Parts& p) { p.setBuffer(5, 8, p.body.size() - 7); }},
        {"offset negative", "offset -1", [](Parts& p) { p.poke<qint32>(1, 0, -1); }},
        {"offset decreases", "offset 3 of row 1",
            [](Parts& p) { p.poke<qint32>(4, 0, 4), p.poke<qint32>(4, 4, 3); }},
        {"offset past the data", "column 'quantized_data'",
            [](Parts& p) { p.poke<qint32>(4, 4, 10000); }},
        {"offset past the items", "column 'zero_points'",
            [](Parts& p) { p.poke<qint32>(11, 4, 7); }},
        {"offsets cut off", "too few offsets", [](Parts& p) { p.setBuffer(7, 0, 4); }},
        {"shape offsets", "column 'shape'", [](Parts& p) { p.poke<qint32>(15, 4, 3); }},
        {"width cut off", "column 'bit_width'", [](Parts& p) { p.setBuffer(19, 0, 0); }},
        {"name not UTF-8", "not UTF-8", [](Parts& p) { p.poke<quint8>(2, 0, 0xFF); }},
        {"extent negative", "is not possible", [](Parts& p) { p.poke<qint64>(17, 0, -3); }},
        {"extents overflow", "is not possible", [](Parts& p) { p.poke<qint64>(17, 0, huge); }},
        {"extent wrong", "do not fit shape", [](Parts& p) { p.poke<qint64>(17, 0, 4); }},
        {"width of no scheme", "bit_width is 5", [](Parts& p) { p.poke<quint8>(19, 0, 5); }},
        {"group wrong", "groups of 64", [](Parts& p) { p.poke<qint32>(21, 0, 64); }},
        {"group negative", "fit no group size", [](Parts& p) { p.poke<qint32>(21, 0, -32); }},
        {"scheme unknown", "not known", [](Parts& p) { p.poke<quint8>(24, 3, 'x'); }},
        {"dtype unknown", "names no float", [](Parts& p) { p.poke<quint8>(27, 0, 'x'); }},
        {"symmetry unknown", "not known", [](Parts& p) { p.poke<quint8>(30, 0, 'x'); }},
        {"a scale too few", "do not fit shape",
            [](Parts& p) { p.poke<qint32>(7, 4, 5), p.setNode(3, 5, 0); }},
        {"a zero point too few", "do not fit shape",
            [](Parts& p) { p.poke<qint32>(11, 4, 5), p.setNode(5, 5, 0); }},
        {"a code too few", "do not fit shape", [](Parts& p) { p.poke<qint32>(4, 4, 59); }},
    };
    return rows;
}

} // namespace

class TestArrowIpc : public QObject {
    Q_OBJECT
    QByteArray m_file; ///< One tensor, [3, 40] in 4 bits and groups of 32: 60 codes, 6 scales.

    QByteArray written(const std::vector<HandMade>& items) const
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("x.arrow"));
        auto writer = arrowFormat.create(path, manifestOf(items));
        for (std::size_t i = 0; i < items.size(); ++i)
            if (!writeTensor(**writer, i, items[i]))
                return {};
        return (*writer)->finish() && (*writer)->commit() ? fileBytes(path) : QByteArray();
    }

private Q_SLOTS:
    void initTestCase()
    {
        const SchemeOptions options{
            32, Symmetry::Asymmetric, ScaleType::F32, ZeroType::F32, Search::None};
        m_file
            = written({quantized(QStringLiteral("w"), QStringLiteral("int4"), options, {3, 40})});
        QVERIFY(readHeader(m_file));
    }

    void whatIsTakenApartIsStillRead()
    {
        const auto header = readHeader(takeApart(m_file).assemble());
        QVERIFY2(header, header ? "" : qPrintable(header.error().detail));
        QCOMPARE(header->tensors.size(), std::size_t(1));
        QCOMPARE(header->tensors[0].encoding->codes.bytes, std::int64_t(60));
    }

    void refusesDamage_data()
    {
        QTest::addColumn<int>("row");
        for (std::size_t i = 0; i < damages().size(); ++i)
            QTest::newRow(damages()[i].name) << int(i);
    }
    void refusesDamage()
    {
        QFETCH(int, row);
        const DamageRow& damage = damages()[std::size_t(row)];
        Parts parts = takeApart(m_file);
        damage.damage(parts);
        const auto header = readHeader(parts.assemble());
        QVERIFY(!header);
        const Error& error = header.error();
        QVERIFY(error.code == ErrorCode::Corrupt || error.code == ErrorCode::Unsupported);
        const QString text = error.where + QStringLiteral(": ") + error.detail;
        QVERIFY2(text.contains(QLatin1StringView(damage.message)), qPrintable(text));
    }

    void refusesEveryTruncation()
    {
        for (qsizetype size = 0; size < m_file.size(); ++size)
            QVERIFY2(!readHeader(m_file.first(size)), qPrintable(QString::number(size)));
    }

    /// Whatever one byte becomes: an error, or blobs that lie inside the file.
    void survivesEveryChangedByte()
    {
        for (qsizetype at = 0; at < m_file.size(); ++at) {
            for (const int change : {0x01, 0x80, 0xFF}) {
                QByteArray file = m_file;
                file[at] = char(file[at] ^ change);
                const auto header = readHeader(file);
                if (!header)
                    continue;
                for (const TensorInfo& tensor : header->tensors) {
                    const Blob last = tensor.encoding ? tensor.encoding->zeros : tensor.data;
                    QVERIFY(last.offset >= 0 && last.bytes >= 0
                        && last.bytes <= file.size() - last.offset);
                }
            }
        }
    }

    void namesTheMissingColumn_data()
    {
        QTest::addColumn<QString>("column");
        for (const char* column :
            {"layer_name", "scales", "zero_points", "shape", "bit_width", "quantized_data"})
            QTest::newRow(column) << QString::fromLatin1(column);
    }
    void namesTheMissingColumn()
    {
        QFETCH(QString, column);
        Parts parts = takeApart(m_file);
        parts.field(qPrintable(column)).name = "other";
        const auto header = readHeader(parts.assemble());
        QVERIFY(!header);
        QVERIFY2(header.error().detail.contains(u'\'' + column + u'\''),
            qPrintable(header.error().detail));
    }

    void namesTheWrongType()
    {
        Parts parts = takeApart(m_file);
        parts.field("scales").children[0]->type.AsFloatingPoint()->precision
            = arrow::Precision::Double;
        const auto header = readHeader(parts.assemble());
        QVERIFY(!header);
        QCOMPARE(header.error().detail,
            QStringLiteral("column 'scales' is list<float64>, expected list, large_list or "
                           "fixed_size_list of float32"));
    }

    void refusesTwoRowsOfOneName()
    {
        Parts parts = takeApart(m_file);
        const QByteArray one = parts.messageBytes() + parts.body;
        parts.footer.record_batches.push_back(
            arrow::Block(8 + one.size(), parts.block().metadata_length(), parts.body.size()));
        parts.body += one;
        const auto header = readHeader(parts.assemble());
        QVERIFY(!header);
        QVERIFY2(header.error().detail.contains(QStringLiteral("two rows")),
            qPrintable(header.error().detail));
    }

    // ---- Files of another program: tests/data/arrow/make_arrow.mjs ----

    void readsTablesOfWeights()
    {
        const QByteArray file = goldenFile("weights.arrow");
        const auto header = readHeader(file);
        QVERIFY2(header, header ? "" : qPrintable(header.error().detail));
        QCOMPARE(header->tensors.size(), std::size_t(3));
        const TensorInfo& first = header->tensors[0];
        QCOMPARE(first.name, QStringLiteral("a"));
        QCOMPARE(first.shape, (Shape{2, 3}));
        QVERIFY(first.dtype == DType::F32 && !first.encoding);
        const float expected[] = {1, 2, 3, 4, 5, 6};
        QCOMPARE(file.mid(first.data.offset, first.data.bytes),
            QByteArray(reinterpret_cast<const char*>(expected), sizeof expected));
        QCOMPARE(header->tensors[1].shape, (Shape{0, 4}));
        QCOMPARE(header->tensors[2].name, QStringLiteral("ü"));
        QCOMPARE(header->tensors[2].shape, Shape{});
        QCOMPARE(header->tensors[2].data.bytes, std::int64_t(4));
    }

    void withoutShapeWeightsAreAVector()
    {
        const auto header = readHeader(goldenFile("weights_no_shape.arrow"));
        QVERIFY2(header, header ? "" : qPrintable(header.error().detail));
        QCOMPARE(header->tensors[0].shape, Shape{6});
        QCOMPARE(header->tensors[1].shape, Shape{0});
    }

    void findsTheGroupSizeOfSixColumns()
    {
        const auto header = readHeader(goldenFile("quantized_six.arrow"));
        QVERIFY2(header, header ? "" : qPrintable(header.error().detail));
        QCOMPARE(header->tensors.size(), std::size_t(2));
        const Encoding& grouped = *header->tensors[0].encoding;
        QCOMPARE(grouped.scheme, QStringLiteral("int4"));
        QCOMPARE(grouped.options.groupSize, 32); // 2 scales for each row of 40.
        QCOMPARE(grouped.codes.bytes, std::int64_t(40));
        const Encoding& whole = *header->tensors[1].encoding;
        QCOMPARE(whole.options.groupSize, 0); // 1 scale in all.
        QVERIFY(whole.options.zeroType == ZeroType::F32);
    }
};

QTEST_APPLESS_MAIN(TestArrowIpc)
#include "tst_arrow_ipc.moc"
