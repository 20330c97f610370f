#include "core/io/formats/arrow_writer.h"
#include "tests/core/io/hand_made.h"
#include "tests/support/model_files.h"

#include "arrow_schema_generated.h"

#include <QTemporaryDir>
#include <QTest>
#include <QtEndian>

using namespace aq;
using namespace aq::test;

namespace {

struct Writer {
    const char* name;
    Result<std::unique_ptr<ModelWriter>> (*create)(const QString&, const OutputManifest&);
    Result<std::int64_t> (*bytes)(const OutputManifest&);
    qint64 leading, trailing; ///< Bytes around the messages, without a footer's flatbuffer.
};
constexpr std::array writers{Writer{"file", createArrow, arrowFileBytes, 8, 10},
    Writer{"stream", createArrowStream, arrowStreamBytes, 0, 0}};

constexpr qint64 mostOf32Bits = (qint64(1) << 31) - 1;

/// One message of a written file, taken from its bytes as the specification lays them out.
struct Message {
    const arrow::Message* header = nullptr;
    qint64 begin = 0, body = 0, end = 0;
};

/// Only what lies at the start of a file: bodies may be holes of gigabytes.
class Messages {
public:
    Messages(const QString& path, qint64 leading)
        : m_file(path)
        , m_at(leading)
    {
        m_isOpen = m_file.open(QIODevice::ReadOnly);
    }
    /// Nothing: the mark at the end of a stream, or no message.
    std::optional<Message> next()
    {
        if (!m_isOpen || !m_file.seek(m_at))
            return {};
        const QByteArray prefix = m_file.read(8);
        const auto size = prefix.size() < 8 ? 0 : qFromLittleEndian<qint32>(prefix.constData() + 4);
        if (!prefix.startsWith("\xFF\xFF\xFF\xFF") || size == 0)
            return {};
        m_bytes = m_file.read(size);
        flatbuffers::Verifier verifier(
            reinterpret_cast<const std::uint8_t*>(m_bytes.constData()), std::size_t(size));
        if (!verifier.VerifyBuffer<arrow::Message>())
            return {};
        Message message{flatbuffers::GetRoot<arrow::Message>(m_bytes.constData()), m_at, 0, 0};
        message.body = m_at + 8 + size;
        message.end = message.body + message.header->body_length();
        m_at = message.end;
        return message;
    }
    qint64 at() const { return m_at; }
    QByteArray rest() { return m_file.seek(m_at) ? m_file.readAll() : QByteArray(); }

private:
    QFile m_file;
    QByteArray m_bytes;
    qint64 m_at;
    bool m_isOpen = false;
};

/// "Binary", "List": the type of a column, as the schema message has it.
const char* typeOf(const arrow::Message& schema, const char* column)
{
    for (const arrow::Field* field : *schema.header_as_Schema()->fields())
        if (field->name()->str() == column)
            return arrow::EnumNameType(field->type_type());
    return "none";
}

SchemeOptions grouped(int groupSize)
{
    return {groupSize, Symmetry::Asymmetric, ScaleType::F32, ZeroType::F32, Search::None};
}

std::vector<HandMade> items()
{
    return {
        quantized(QStringLiteral("blk.0.weight"), QStringLiteral("int4"), grouped(32), {3, 70}),
        kept(QStringLiteral("scalar"), DType::F32, {}),
        kept(QStringLiteral("empty"), DType::F16, {0, 3}),
        quantized(QStringLiteral("vector"), QStringLiteral("int8"), grouped(0), {300}),
    };
}

OutputTensor bytesTensor(const char* name, qint64 bytes)
{
    return {QString::fromLatin1(name), DType::U8, {bytes}, {}};
}

} // namespace

class TestArrowWriter : public QObject {
    Q_OBJECT
    QTemporaryDir m_folder;

    QString path(const char* name) const { return m_folder.filePath(QLatin1StringView(name)); }
    static void rowPerWriter()
    {
        QTest::addColumn<const Writer*>("writer");
        for (const Writer& writer : writers)
            QTest::newRow(writer.name) << &writer;
    }
    /// Empty when it worked.
    static QString written(
        const Writer& writer, const QString& path, const std::vector<HandMade>& models)
    {
        OutputManifest manifest = manifestOf(models);
        manifest.metadata[QStringLiteral("title")] = QStringLiteral("Prüfling");
        auto file = writer.create(path, manifest);
        if (!file)
            return textOf(file.error());
        for (std::size_t i = 0; i < models.size(); ++i)
            if (const auto done = writeTensor(**file, i, models[i]); !done)
                return textOf(done.error());
        const auto finished = (*file)->finish();
        const auto committed = finished ? (*file)->commit() : finished;
        return committed ? QString() : textOf(committed.error());
    }
    /// Only the frame: tensors are holes in the file. Empty when it worked.
    static QString framed(const Writer& writer, const QString& path, const OutputManifest& manifest)
    {
        auto file = writer.create(path, manifest);
        const auto finished = file ? (*file)->finish() : file.error();
        const auto committed = finished ? (*file)->commit() : finished;
        return committed ? QString() : textOf(committed.error());
    }

private Q_SLOTS:
    /// Its messages are those of the file; the schema is padded to where the first batch begins.
    void aStreamIsTheMessagesOfAFileWithoutItsFrame()
    {
        const QString file = path("same.arrow"), stream = path("same.arrows");
        QCOMPARE(written(writers[0], file, items()), QString());
        QCOMPARE(written(writers[1], stream, items()), QString());
        Messages inFile(file, 8), inStream(stream, 0);
        const auto fileSchema = inFile.next(), streamSchema = inStream.next();
        QVERIFY(fileSchema && streamSchema);
        QVERIFY(streamSchema->header->header_type() == arrow::MessageHeader::Schema);
        for (std::size_t i = 0; i < items().size(); ++i) {
            const auto there = inFile.next(), here = inStream.next();
            QVERIFY(there && here);
            QVERIFY(here->header->header_type() == arrow::MessageHeader::RecordBatch);
            QCOMPARE(here->begin - streamSchema->end, there->begin - fileSchema->end);
            QCOMPARE(here->end - here->begin, there->end - there->begin);
        }
        QVERIFY(!inStream.next());
        const QByteArray endMark("\xFF\xFF\xFF\xFF\0\0\0\0", 8);
        QCOMPARE(inStream.rest(), endMark);
        QVERIFY(inFile.rest().startsWith(endMark));
        const QByteArray all = contentsOf(file), alone = contentsOf(stream);
        QCOMPARE(alone.mid(streamSchema->end),
            all.mid(fileSchema->end, alone.size() - streamSchema->end));
    }

    void fileBytesAreExact_data() { rowPerWriter(); }
    void fileBytesAreExact()
    {
        QFETCH(const Writer*, writer);
        for (int length = 1; length < 140; length += 7) {
            auto models = items();
            models[1].tensor.name = QString(length, u'\u91CD');
            const QString name = path("sized");
            QCOMPARE(written(*writer, name, models), QString());
            OutputManifest manifest = manifestOf(models);
            manifest.metadata[QStringLiteral("title")] = QStringLiteral("Prüfling");
            QCOMPARE(*writer->bytes(manifest), QFileInfo(name).size());
            QVERIFY(QFile::remove(name));
        }
    }

    void bodiesAndBuffersAreAligned_data() { rowPerWriter(); }
    void bodiesAndBuffersAreAligned()
    {
        QFETCH(const Writer*, writer);
        const QString name = path("aligned") + QLatin1StringView(writer->name);
        QCOMPARE(written(*writer, name, items()), QString());
        Messages messages(name, writer->leading);
        int count = 0;
        while (const auto message = messages.next()) {
            QCOMPARE(message->body % 64, 0);
            if (const auto* batch = message->header->header_as_RecordBatch()) {
                ++count;
                for (const arrow::Buffer* buffer : *batch->buffers())
                    QCOMPARE(buffer->offset() % 64, 0);
            }
        }
        QCOMPARE(count, int(items().size()));
    }

    void noTensorsAreAModelToo_data() { rowPerWriter(); }
    void noTensorsAreAModelToo()
    {
        QFETCH(const Writer*, writer);
        const QString name = path("none") + QLatin1StringView(writer->name);
        QCOMPARE(framed(*writer, name, {}), QString());
        Messages messages(name, writer->leading);
        QVERIFY(messages.next());
        QVERIFY(!messages.next());
        QCOMPARE(*writer->bytes({}), QFileInfo(name).size());
    }

    void offsetsAreWideOnlyWhereATensorNeedsIt_data()
    {
        QTest::addColumn<const Writer*>("writer");
        QTest::addColumn<qint64>("bytes");
        QTest::addColumn<QByteArray>("type");
        for (const Writer& writer : writers) {
            QTest::addRow("%s, at the limit", writer.name)
                << &writer << mostOf32Bits << QByteArray("Binary");
            QTest::addRow("%s, past it", writer.name)
                << &writer << mostOf32Bits + 1 << QByteArray("LargeBinary");
        }
    }
    void offsetsAreWideOnlyWhereATensorNeedsIt()
    {
        QFETCH(const Writer*, writer);
        QFETCH(qint64, bytes);
        QFETCH(QByteArray, type);
        OutputManifest manifest = manifestOf({items()[0]});
        manifest.tensors.push_back(bytesTensor("big", bytes));
        manifest.tensors.push_back(items()[1].tensor);
        manifest.overwrite = true;
        const QString name = path("big");
        QCOMPARE(framed(*writer, name, manifest), QString());
        QCOMPARE(*writer->bytes(manifest), QFileInfo(name).size());
        {
            Messages messages(name, writer->leading);
            const auto schema = messages.next();
            QVERIFY(schema);
            QCOMPARE(QByteArray(typeOf(*schema->header, "quantized_data")), type);
            QCOMPARE(QByteArray(typeOf(*schema->header, "scales")), QByteArray("List"));
            QCOMPARE(QByteArray(typeOf(*schema->header, "layer_name")), QByteArray("Utf8"));
        }
        const auto model = openModel(name);
        QVERIFY2(model, model ? "" : qPrintable(textOf(model.error())));
        QCOMPARE(model->header().tensors.size(), std::size_t(3));
        const TensorInfo& big = model->header().tensors[1];
        QCOMPARE(big.data.bytes, bytes);
        const qint64 after = model->header().tensors[2].data.offset;
        QVERIFY(after >= big.data.offset + bytes);
        QCOMPARE(blobBytes(*model, {0, big.data.offset, 16}), QByteArray(16, '\0'));
    }

    /// 2^31 scales are 2^36 weights: such a list is wide too. Nothing of it is written.
    void scalesMayBeWide()
    {
        OutputManifest manifest;
        OutputTensor huge = bytesTensor("huge", 0);
        huge.shape = {qint64(1) << 36};
        huge.encoding = packedEncoding(QStringLiteral("int2"), huge.shape);
        manifest.tensors = {huge};
        for (const Writer& writer : writers)
            QVERIFY(*writer.bytes(manifest) > huge.encoding->bytes());
    }

    /// A tensor that fails is kept in its own precision, which may take what its codes do not.
    void aReplacedTensorMayNeedWideOffsets_data() { rowPerWriter(); }
    void aReplacedTensorMayNeedWideOffsets()
    {
        QFETCH(const Writer*, writer);
        OutputTensor tensor = bytesTensor("w", 0);
        tensor.dtype = DType::F32;
        tensor.shape = {qint64(1) << 29};
        tensor.encoding = packedEncoding(QStringLiteral("int4"), tensor.shape);
        OutputManifest manifest;
        manifest.tensors = {tensor, items()[0].tensor};
        manifest.overwrite = true;
        auto file = writer->create(path("replaced"), manifest);
        QVERIFY(file);
        manifest.tensors[0].encoding.reset();
        QVERIFY((*file)->replace(0, manifest.tensors[0]));
        QVERIFY((*file)->finish());
        QVERIFY((*file)->commit());
        QCOMPARE(QFileInfo(path("replaced")).size(), *writer->bytes(manifest));
        const auto model = openModel(path("replaced"));
        QVERIFY2(model, model ? "" : qPrintable(textOf(model.error())));
        QCOMPARE(model->header().tensors[0].data.bytes, qint64(1) << 31);
    }

    void refusesHalfPrecisionScales_data() { rowPerWriter(); }
    void refusesHalfPrecisionScales()
    {
        QFETCH(const Writer*, writer);
        for (const bool scales : {true, false}) {
            const SchemeOptions options{32, Symmetry::Asymmetric,
                scales ? ScaleType::F16 : ScaleType::F32, scales ? ZeroType::F32 : ZeroType::None,
                Search::None};
            const auto item
                = quantized(QStringLiteral("w"), QStringLiteral("int4"), options, {3, 40});
            const auto refused = writer->create(QStringLiteral("/nowhere/x"), manifestOf({item}));
            QVERIFY(!refused && refused.error().code == ErrorCode::InvalidPlan);
        }
    }

private:
    static Encoding packedEncoding(const QString& scheme, const Shape& shape)
    {
        const PackedSize size = packedSize(scheme, grouped(32), shape).value();
        Encoding encoding;
        encoding.scheme = scheme;
        encoding.options = grouped(32);
        encoding.codes.bytes = size.codesBytes();
        encoding.scales.bytes = size.scalesBytes();
        encoding.zeros.bytes = size.zerosBytes();
        return encoding;
    }
};

QTEST_APPLESS_MAIN(TestArrowWriter)
#include "tst_arrow_writer.moc"
