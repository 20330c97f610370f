// Streams that are taken apart, changed and put together again: what no program writes on purpose.
#include "core/io/formats/arrow_ipc.h"
#include "tests/core/io/arrow_stream_parts.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace aq;
using namespace aq::test;

namespace {

using Messages = std::vector<StreamMessage>;

QByteArray goldenFile(const char* name)
{
    return fileBytes(QStringLiteral(AQ_TEST_DATA "/arrow/") + QLatin1StringView(name));
}

Result<OpenedModel> opened(const QByteArray& stream)
{
    const Bytes all = bytesIn(stream);
    return openArrowStream(memoryBytes({all.begin(), all.end()}), QStringLiteral("x"));
}

QString errorOf(const QByteArray& stream)
{
    const auto model = opened(stream);
    return model ? QString() : model.error().where + QStringLiteral(": ") + model.error().detail;
}

QStringList namesOf(const QByteArray& stream)
{
    const auto model = opened(stream);
    QStringList names;
    for (const TensorInfo& tensor : model ? model->header.tensors : std::vector<TensorInfo>())
        names << tensor.name;
    return names;
}

QByteArray blobOf(const OpenedModel& model, const Blob& blob)
{
    QByteArray bytes(blob.bytes, '\0');
    const auto got = model.parts.at(std::size_t(blob.part))
                         ->read(blob.offset, std::as_writable_bytes(std::span(bytes)));
    return got ? bytes : QByteArray("not readable");
}

/// Codes, scales and zero points, or the weights, of every tensor.
QByteArray contentOf(const OpenedModel& model)
{
    QByteArray all;
    for (const TensorInfo& tensor : model.header.tensors) {
        if (tensor.encoding)
            all += blobOf(model, tensor.encoding->codes) + blobOf(model, tensor.encoding->scales)
                + blobOf(model, tensor.encoding->zeros);
        else
            all += blobOf(model, tensor.data);
    }
    return all;
}

bool isStream(const QByteArray& bytes)
{
    const Bytes all = bytesIn(bytes);
    return arrowStreamFormat.sniff({.path = QStringLiteral("x"),
        .head = all.first(std::min<std::size_t>(4096, all.size())),
        .size = std::int64_t(all.size())});
}

struct DamageRow {
    const char* name;
    const char* message; ///< Part of the error.
    std::function<QByteArray(Messages)> damage;
};

// Of stream.arrows: a schema of layer_name, weights and shape, and two batches with the buffers
// name 0-2, weights 3-6, shape 7-10; validity first, data last.
const std::vector<DamageRow>& damages()
{
    constexpr qint64 huge = std::numeric_limits<qint64>::max();
    static const std::vector<DamageRow> rows{
        {"nothing at all", "no schema", [](Messages) { return QByteArray(); }},
        {"only an end", "no schema", [](Messages) { return StreamMessage::prefix(0); }},
        {"batch before the schema", "message at byte 0: it comes before the schema",
            [](Messages m) { return m[1].bytes() + m[0].bytes(); }},
        {"two schemas", "second schema", [](Messages m) { return m[0].bytes() + m[0].bytes(); }},
        {"other mark", "does not begin with 0xFFFFFFFF",
            [](Messages m) { return m[0].bytes() + StreamMessage::prefix(64, 0xFFFFFFFE); }},
        {"size negative", "claims -1 bytes, 0 are left",
            [](Messages m) { return m[0].bytes() + StreamMessage::prefix(-1); }},
        {"size huge", "claims 2147483647 bytes, 0 are left",
            [](Messages m) { return m[0].bytes() + StreamMessage::prefix(INT_MAX); }},
        {"no message", "it is damaged",
            [](Messages m) {
                return m[0].bytes() + StreamMessage::prefix(64) + QByteArray(64, '\x7f');
            }},
        {"body negative", "claims -8 bytes",
            [](Messages m) { return m[1].message.body_length = -8, assembled(m); }},
        {"body huge", "body claims 9223372036854775807 bytes",
            [](Messages m) { return m[1].message.body_length = huge, assembled(m); }},
        {"behind the end", "the stream ends at byte",
            [](Messages m) { return assembled(m) + QByteArray(1, '\0'); }},
        {"a stream behind it", "the stream ends at byte",
            [](Messages m) { return assembled(m) + assembled(m); }},
        {"version 3", "metadata version 3",
            [](Messages m) {
                m[0].message.version = arrow::MetadataVersion::V3;
                return assembled(m);
            }},
        {"neither batch nor dictionary", "neither a record batch nor a dictionary",
            [](Messages m) { return m[1].message.header.Reset(), assembled(m); }},
        {"the batch twice", "record batch 1: a: two rows have this name",
            [](Messages m) {
                return assembled({m[0], m[1], m[1]});
            }},
        {"no names", "column 'layer_name' is missing; expected utf8, large_utf8 or a dictionary",
            [](Messages m) { return m[0].schema().fields[0]->name = "n", assembled(m); }},
        {"weights of an unknown type", "column 'weights' is list<int32>, expected list, large_list",
            [](Messages m) {
                arrow::IntT integer;
                integer.bit_width = 32;
                integer.is_signed = true;
                m[0].schema().fields[1]->children[0]->type.Set(integer);
                return assembled(m);
            }},
        {"list of negative size", "column 'weights': has lists of -3 items",
            [](Messages m) {
                arrow::FixedSizeListT fixed;
                fixed.list_size = -3;
                m[0].schema().fields[1]->type.Set(fixed);
                return assembled(m);
            }},
        {"fixed lists too long", "column 'weights': has 6 items for 2 rows of 4",
            [](Messages m) {
                arrow::FixedSizeListT fixed;
                fixed.list_size = 4;
                m[0].schema().fields[1]->type.Set(fixed);
                for (std::size_t i : {1u, 2u})
                    m[i].batch().buffers.erase(m[i].batch().buffers.begin() + 4);
                return assembled(m);
            }},
        {"more nulls than values", "more nulls than values",
            [](Messages m) {
                return m[1].batch().nodes[0] = arrow::FieldNode(2, 3), assembled(m);
            }},
        {"nulls without a bitmap", "column 'layer_name': has 1 nulls, but does not say where",
            [](Messages m) {
                m[1].batch().nodes[0] = arrow::FieldNode(2, 1);
                m[1].batch().buffers[0] = arrow::Buffer(0, 0);
                return assembled(m);
            }},
        {"views without counts", "columns of the schema",
            [](Messages m) {
                m[0].schema().fields[0]->type.Set(arrow::Utf8ViewT());
                return assembled(m);
            }},
        {"views of negative count", "claims -1 buffers",
            [](Messages m) {
                m[0].schema().fields[0]->type.Set(arrow::Utf8ViewT());
                m[1].batch().variadic_buffer_counts = {-1};
                return assembled(m);
            }},
        {"views of huge count", "buffers of data",
            [](Messages m) {
                m[0].schema().fields[0]->type.Set(arrow::Utf8ViewT());
                m[1].batch().variadic_buffer_counts = {huge};
                return assembled(m);
            }},
        {"too few views", "too few views",
            [](Messages m) {
                m[0].schema().fields[0]->type.Set(arrow::Utf8ViewT());
                for (std::size_t i : {1u, 2u})
                    m[i].batch().variadic_buffer_counts = {1};
                m[1].batch().buffers[1] = arrow::Buffer(0, 31);
                return assembled(m);
            }},
    };
    return rows;
}

/// A dictionary batch of texts, and a batch of rows that it names.
Messages namedByDictionary(const std::vector<QByteArray>& texts, bool isDelta)
{
    Messages messages = takeStreamApart(goldenFile("dictionary_replaced.arrows"));
    QByteArray offsets, data;
    for (const QByteArray& text : texts) {
        offsets += QByteArray(
            reinterpret_cast<const char*>(std::to_array({int(data.size())}).data()), 4);
        data += text;
    }
    offsets
        += QByteArray(reinterpret_cast<const char*>(std::to_array({int(data.size())}).data()), 4);
    StreamMessage dictionary = messages[1];
    dictionary.message.header.AsDictionaryBatch()->is_delta = isDelta;
    dictionary.body = offsets + data;
    dictionary.message.body_length = dictionary.body.size();
    dictionary.batch().length = qint64(texts.size());
    dictionary.batch().nodes = {arrow::FieldNode(qint64(texts.size()), 0)};
    dictionary.batch().buffers = {arrow::Buffer(0, 0), arrow::Buffer(0, offsets.size()),
        arrow::Buffer(offsets.size(), data.size())};
    return {messages[0], dictionary, messages[2]};
}

/// The same messages as a file: a footer says where they are.
QByteArray asFile(Messages messages)
{
    QByteArray file("ARROW1\0\0", 8);
    arrow::FooterT footer;
    footer.version = arrow::MetadataVersion::V5;
    for (StreamMessage& message : messages) {
        const QByteArray bytes = message.bytes();
        const arrow::Block block(
            file.size(), qint32(bytes.size() - message.body.size()), message.body.size());
        if (message.message.header.AsDictionaryBatch())
            footer.dictionaries.push_back(block);
        else if (message.message.header.AsRecordBatch())
            footer.record_batches.push_back(block);
        else
            footer.schema = std::make_unique<arrow::SchemaT>(message.schema());
        file += bytes;
    }
    flatbuffers::FlatBufferBuilder builder;
    builder.Finish(arrow::CreateFooter(builder, &footer));
    file.append(reinterpret_cast<const char*>(builder.GetBufferPointer()), builder.GetSize());
    return file + StreamMessage::prefix(0, builder.GetSize()).first(4) + "ARROW1";
}

Result<OpenedModel> openedFile(const QByteArray& bytes)
{
    const Bytes all = bytesIn(bytes);
    return openArrow(memoryBytes({all.begin(), all.end()}), QStringLiteral("x"));
}

/// One of the values of a node is null: bit by bit, 0 where.
void setBitmap(StreamMessage& message, int node, int buffer, quint8 bits)
{
    arrow::RecordBatchT& batch = message.batch();
    arrow::FieldNode& changed = batch.nodes[std::size_t(node)];
    changed = arrow::FieldNode(changed.length(), 1);
    batch.buffers[std::size_t(buffer)] = arrow::Buffer(message.body.size(), 8);
    message.body += char(bits);
    message.body.append(7, '\0');
    message.message.body_length = message.body.size();
}

struct NullRow {
    const char* name;
    int node, buffer;
    int bits;
    const char* detail; ///< Of the error; null: it may be missing.
};

// Of a quantized table: see the nodes and buffers in tst_arrow_ipc.cpp.
constexpr NullRow nullRows[] = {
    {"layer_name", 0, 0, 0, "layer_name is null"},
    {"quantized_data", 1, 3, 0, "quantized_data is null"},
    {"scales", 2, 6, 0, "scales is null"},
    {"a scale", 3, 8, 0xFB, "scales[2] is null"},
    {"a zero point", 5, 12, 0xFE, "zero_points[0] is null"},
    {"shape", 6, 14, 0, "shape is null"},
    {"an extent", 7, 16, 0xFD, "shape[1] is null"},
    {"bit_width", 8, 18, 0, "bit_width is null"},
    {"group_size", 9, 20, 0, nullptr},
    {"scheme", 10, 22, 0, nullptr},
    {"dtype", 11, 25, 0, nullptr},
    {"symmetry", 12, 28, 0, nullptr},
};

using Codec = arrow::CompressionType;

} // namespace

class TestArrowStream : public QObject {
    Q_OBJECT
    QByteArray m_stream; ///< stream.arrows

    static QByteArray quantizedStream()
    {
        const SchemeOptions options{
            32, Symmetry::Asymmetric, ScaleType::F32, ZeroType::F32, Search::None};
        const std::vector<HandMade> items{
            quantized(QStringLiteral("w"), QStringLiteral("int4"), options, {3, 40}),
            kept(QStringLiteral("k"), DType::BF16, {7})};
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("x.arrows"));
        auto writer = arrowStreamFormat.create(path, manifestOf(items));
        for (std::size_t i = 0; i < items.size(); ++i)
            if (!writeTensor(**writer, i, items[i]))
                return {};
        return (*writer)->finish() && (*writer)->commit() ? fileBytes(path) : QByteArray();
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_stream = goldenFile("stream.arrows");
        QCOMPARE(takeStreamApart(m_stream).size(), std::size_t(3));
        QCOMPARE(namesOf(assembled(takeStreamApart(m_stream))),
            QStringList({QStringLiteral("a"), QStringLiteral("empty"), QStringLiteral("ü")}));
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
        const QString error = errorOf(damage.damage(takeStreamApart(m_stream)));
        QVERIFY2(error.contains(QLatin1StringView(damage.message)), qPrintable(error));
    }

    /// Cut between two messages a stream is whole, for all that can be known: that is noted.
    void namesTheByteWhereItIsCut()
    {
        const Messages parts = takeStreamApart(m_stream);
        const qsizetype first = parts[0].bytes().size(), second = first + parts[1].bytes().size();
        const QByteArray stream = assembled(parts);
        const QList<qsizetype> whole{first, second, stream.size() - 8, stream.size()};
        for (qsizetype size = 0; size <= stream.size(); ++size) {
            const auto model = opened(stream.first(size));
            QVERIFY2(bool(model) == whole.contains(size), qPrintable(QString::number(size)));
            if (model)
                QCOMPARE(model->notes.join(u' ').contains(QStringLiteral("no mark at its end")),
                    size < stream.size());
            else if (size > 0)
                QVERIFY2(model.error().where.startsWith(QStringLiteral("message at byte "))
                        && model.error().detail.startsWith(QStringLiteral("cut off")),
                    qPrintable(errorOf(stream.first(size))));
        }
    }

    void isKnownByItsContent()
    {
        QVERIFY(isStream(m_stream));
        Messages parts = takeStreamApart(m_stream);
        for (const int bytes : {4000, 5000, 100'000}) { // A schema longer than what is looked at.
            auto pair = std::make_unique<arrow::KeyValueT>();
            pair->key = "notes";
            pair->value = std::string(std::size_t(bytes), 'x');
            parts[0].schema().custom_metadata.clear();
            parts[0].schema().custom_metadata.push_back(std::move(pair));
            QVERIFY(isStream(assembled(parts)));
            QCOMPARE(namesOf(assembled(parts)).size(), qsizetype(3));
        }
        QVERIFY(!isStream(parts[1].bytes()));            // A batch comes first.
        QVERIFY(!isStream(assembled(parts).first(200))); // Its schema is not there.
        QVERIFY(!isStream(QByteArray(8192, '\xFF')));
        QVERIFY(!isStream(StreamMessage::prefix(4088) + QByteArray(8192, '\0')));
        QVERIFY(!isStream(StreamMessage::prefix(8000) + QByteArray(8192, '\0')));
        QVERIFY(!isStream(StreamMessage::prefix(8000) + QByteArray(8192, '\x10')));
        QVERIFY(!isStream({}));
        QVERIFY(!isStream(goldenFile("weights.arrow")));
    }

    void aDictionaryGrows()
    {
        Messages all = namedByDictionary({"x", "y"}, false);
        const Messages more = namedByDictionary({"z"}, true);
        all.push_back(more[1]);
        all.push_back(more[2]);
        const auto indices = qsizetype(all[4].batch().buffers[1].offset());
        all[4].body[indices] = 2; // Rows 1, 0 become 2, and a name that comes later.
        all[4].body[indices + 1] = 3;
        QVERIFY(errorOf(assembled(all))
                    .contains(QStringLiteral(
                        "column 'layer_name': row 1 is value 3 of a dictionary of 3")));
        all.insert(all.begin() + 4, namedByDictionary({"zz"}, true)[1]);
        QCOMPARE(namesOf(assembled(all)),
            QStringList({QStringLiteral("y"), QStringLiteral("x"), QStringLiteral("z"),
                QStringLiteral("zz")}));
    }

    void aDictionaryIsNeeded()
    {
        Messages all = namedByDictionary({"x", "y"}, false);
        all.erase(all.begin() + 1);
        QVERIFY(errorOf(assembled(all)).contains(QStringLiteral("value 1 of a dictionary of 0")));
        all = namedByDictionary({"x", "y"}, false);
        all[1].message.header.AsDictionaryBatch()->id = 99; // Of some other column.
        QVERIFY(errorOf(assembled(all)).contains(QStringLiteral("value 1 of a dictionary of 0")));
        all[1].message.header.AsDictionaryBatch()->data.reset();
        QVERIFY(errorOf(assembled(all)).contains(QStringLiteral("no dictionary")));
    }

    void aDictionaryMayBeCompressed()
    {
        Messages all = namedByDictionary({"a long name", "another long name"}, false);
        compress(all[1], Codec::Zstd, zstdPacked);
        QCOMPARE(namesOf(assembled(all)),
            QStringList({QStringLiteral("another long name"), QStringLiteral("a long name")}));
    }

    void aDictionaryOfAFileComesOnce()
    {
        Messages all = namedByDictionary({"x"}, false);
        const Messages more = namedByDictionary({"y"}, true);
        all.push_back(more[1]); // Behind the rows that need it: in a file that is no matter.
        const auto model = openedFile(asFile(all));
        QVERIFY2(model, model ? "" : qPrintable(model.error().detail));
        QCOMPARE(model->header.tensors.at(0).name, QStringLiteral("y"));
        all.push_back(namedByDictionary({"z"}, false)[1]);
        const auto refused = openedFile(asFile(all));
        QVERIFY(!refused);
        QCOMPARE(refused.error().where, QStringLiteral("dictionary batch 2"));
        QVERIFY2(refused.error().detail.endsWith(QStringLiteral("comes twice")),
            qPrintable(refused.error().detail));
    }

    void quantizedRowsNameWhatIsNull_data()
    {
        QTest::addColumn<int>("row");
        for (std::size_t i = 0; i < std::size(nullRows); ++i)
            QTest::newRow(nullRows[i].name) << int(i);
    }
    void quantizedRowsNameWhatIsNull()
    {
        QFETCH(int, row);
        const auto [name, node, buffer, bits, detail] = nullRows[row];
        Messages parts = takeStreamApart(quantizedStream());
        setBitmap(parts[1], node, buffer, quint8(bits));
        const auto model = opened(assembled(parts));
        QVERIFY2(bool(model) == !detail, qPrintable(errorOf(assembled(parts))));
        if (model) {
            const Encoding& encoding = *model->header.tensors.at(0).encoding;
            QCOMPARE(encoding.scheme, QStringLiteral("int4"));
            QCOMPARE(encoding.options.groupSize, 32);
        } else {
            QCOMPARE(model.error().detail, QLatin1StringView(detail));
            QCOMPARE(model.error().where,
                node == 0 ? QStringLiteral("record batch 0: row 0")
                          : QStringLiteral("record batch 0: row 0: w"));
        }
    }

    // ---- Compression ----

    void compressedIsTheSame_data()
    {
        QTest::addColumn<QByteArray>("stream");
        QTest::newRow("weights") << m_stream;
        QTest::newRow("quantized") << quantizedStream();
    }
    void compressedIsTheSame()
    {
        QFETCH(QByteArray, stream);
        const auto plain = opened(stream);
        QVERIFY2(plain, plain ? "" : qPrintable(plain.error().detail));
        QVERIFY(!plain->header.tensors.empty());
        const Packing some = [](int index, const QByteArray& bytes) { // As they are, where -1.
            return index % 2 ? withLength(-1, bytes) : lz4Packed(index, bytes);
        };
        const std::pair<Codec, Packing> packings[]
            = {{Codec::Lz4Frame, lz4Packed}, {Codec::Zstd, zstdPacked}, {Codec::Lz4Frame, some}};
        for (const auto& [codec, packing] : packings) {
            Messages parts = takeStreamApart(stream);
            for (std::size_t i = 1; i < parts.size(); ++i)
                compress(parts[i], codec, packing);
            const auto model = opened(assembled(parts));
            QVERIFY2(model, qPrintable(errorOf(assembled(parts))));
            QCOMPARE(model->header.tensors.size(), plain->header.tensors.size());
            for (std::size_t i = 0; i < plain->header.tensors.size(); ++i) {
                QCOMPARE(model->header.tensors[i].name, plain->header.tensors[i].name);
                QCOMPARE(model->header.tensors[i].shape, plain->header.tensors[i].shape);
            }
            QCOMPARE(contentOf(*model), contentOf(*plain));
        }
    }

    void namesTheColumnThatIsDamaged_data()
    {
        QTest::addColumn<int>("buffer");
        QTest::addColumn<qint64>("claimed"); ///< Added to the true length.
        QTest::addColumn<QByteArray>("behind");
        QTest::addColumn<QString>("message");
        const auto row = [](const char* name, int buffer, qint64 claimed, const char* behind,
                             const char* message) {
            QTest::newRow(name) << buffer << claimed << QByteArray(behind)
                                << QString::fromLatin1(message);
        };
        row("names one short", 2, -1, "", "column 'layer_name'");
        row("names one long", 2, 1, "", "column 'layer_name'");
        row("names and more", 2, 0, "x", "column 'layer_name'");
        row("offsets short", 1, -4, "", "column 'layer_name'");
        row("weights one short", 6, -4, "", "column 'weights': claims 6 items");
        row("below 0", 6, -100, "", "column 'weights': a buffer claims -76 bytes");
        row("absurd", 6, qint64(1) << 50, "", "column 'weights': a buffer claims 11258999068426");
        row("shapes one long", 10, 8, "", "column 'shape'");
        row("shapes and more", 10, 0, "x", "column 'shape'");
    }
    void namesTheColumnThatIsDamaged()
    {
        QFETCH(int, buffer);
        QFETCH(qint64, claimed);
        QFETCH(QByteArray, behind);
        QFETCH(QString, message);
        Messages parts = takeStreamApart(m_stream);
        compress(parts[1], Codec::Zstd, [&](int index, const QByteArray& padded) {
            const QByteArray plain = index == 2 ? padded.first(6) : padded; // "a", "empty"
            return index == buffer ? withLength(plain.size() + claimed, zstdFrame(plain) + behind)
                                   : zstdPacked(index, plain);
        });
        const QString error = errorOf(assembled(parts));
        QVERIFY2(error.startsWith(QStringLiteral("record batch 0: ")) && error.contains(message),
            qPrintable(error));
    }

    void weightsAreCheckedWhenRead()
    {
        for (const auto& [claimed, message] :
            {std::pair(8, "ends after 24 of 32"), {0, "is damaged"}}) {
            Messages parts = takeStreamApart(m_stream);
            const int more = claimed;
            compress(parts[1], Codec::Zstd, [&](int index, const QByteArray& plain) {
                QByteArray frame = zstdFrame(plain);
                if (index == 6 && more == 0)
                    frame[0] = 'x';
                return withLength(plain.size() + (index == 6 ? more : 0), frame);
            });
            const auto model = opened(assembled(parts));
            QVERIFY(model);
            std::vector<std::byte> all(std::size_t(model->parts.at(1)->size()));
            const auto got = model->parts.at(1)->read(0, all);
            QVERIFY(!got);
            QCOMPARE(got.error().where, QStringLiteral("record batch 0: column 'weights'"));
            QVERIFY2(got.error().detail.contains(QLatin1StringView(message)),
                qPrintable(got.error().detail));
        }
    }

    /// A few bytes that become very many are refused before memory is taken for them.
    void refusesABomb()
    {
        const QByteArray zeros = zstdFrame(QByteArray(300 << 20, '\0'));
        QVERIFY(zeros.size() < 40'000);
        Messages parts = takeStreamApart(m_stream);
        parts[1].batch().length = 70'000'000;
        compress(parts[1], Codec::Zstd, [&](int index, const QByteArray& plain) {
            return index == 1 ? withLength(300 << 20, zeros) : zstdPacked(index, plain);
        });
        QVERIFY(errorOf(assembled(parts))
                    .contains(QStringLiteral(
                        "70000000 rows in a compressed batch; up to 1048576 are read")));
        parts = takeStreamApart(m_stream);
        compress(parts[1], Codec::Zstd, [&](int index, const QByteArray& plain) {
            QByteArray last = plain;
            if (index == 1)
                qToLittleEndian<qint32>(299 << 20, last.data() + 8);
            return index == 2 ? withLength(300 << 20, zeros) : zstdPacked(index, last);
        });
        QVERIFY2(errorOf(assembled(parts)).contains(QStringLiteral("up to 268435456 are read")),
            qPrintable(errorOf(assembled(parts))));
    }

    void survivesEveryChangedByte()
    {
        Messages parts = takeStreamApart(quantizedStream());
        for (std::size_t i = 1; i < parts.size(); ++i)
            compress(parts[i], i % 2 ? Codec::Zstd : Codec::Lz4Frame,
                i % 2 ? Packing(zstdPacked) : Packing(lz4Packed));
        const QByteArray stream = assembled(parts);
        for (qsizetype at = 0; at < stream.size(); ++at) {
            for (const int change : {0x01, 0x80, 0xFF}) {
                QByteArray changed = stream;
                changed[at] = char(changed[at] ^ change);
                if (const auto model = opened(changed))
                    contentOf(*model);
            }
        }
    }
};

QTEST_APPLESS_MAIN(TestArrowStream)
#include "tst_arrow_stream.moc"
