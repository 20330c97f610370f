#include "core/io/formats/torch_zip.h"
#include "tests/support/model_files.h"
#include "tests/support/test_models.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace aq;
using namespace aq::test;

namespace {

const QString folder = QStringLiteral(AQ_TEST_DATA "/torch/");

QJsonObject expected(const QString& kind)
{
    const QByteArray text = contentsOf(folder + QStringLiteral("expected.json"));
    return QJsonDocument::fromJson(text).object().value(kind).toObject();
}

std::shared_ptr<const ByteSource> inMemory(const QByteArray& bytes)
{
    const auto view = std::as_bytes(std::span(bytes.data(), std::size_t(bytes.size())));
    return memoryBytes({view.begin(), view.end()});
}

} // namespace

class TorchZipTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsTheGoldenFiles_data()
    {
        QTest::addColumn<QJsonObject>("tensors");
        const QJsonObject files = expected(QStringLiteral("good"));
        QVERIFY(files.size() >= 10);
        for (auto file = files.begin(); file != files.end(); ++file)
            QTest::newRow(qPrintable(file.key())) << file->toObject();
    }
    void readsTheGoldenFiles()
    {
        QFETCH(QJsonObject, tensors);
        const auto source = openModel(folder + QLatin1StringView(QTest::currentDataTag()));
        QVERIFY2(source, qPrintable(source ? QString() : textOf(source.error())));
        QCOMPARE(source->format().id, "torch-zip");
        QCOMPARE(qsizetype(source->header().tensors.size()), tensors.size());
        for (const TensorInfo& tensor : source->header().tensors) {
            const QJsonArray row = tensors.value(tensor.name).toArray();
            QCOMPARE(QLatin1StringView(nameOf(tensor.dtype)), row[0].toString());
            Shape shape;
            for (const QJsonValue extent : row[1].toArray())
                shape.push_back(extent.toInteger());
            QCOMPARE(tensor.shape, shape);
            QCOMPARE(elementsOf(*source, tensor).toHex(), row[2].toString().toLatin1());
        }
    }

    void rejectsTheDamagedFiles_data()
    {
        QTest::addColumn<QString>("why");
        const QJsonObject files = expected(QStringLiteral("bad"));
        QVERIFY(files.size() >= 80);
        for (auto file = files.begin(); file != files.end(); ++file)
            QTest::newRow(qPrintable(file.key())) << file->toString();
    }
    void rejectsTheDamagedFiles()
    {
        QFETCH(QString, why);
        const QString path = folder + QLatin1StringView(QTest::currentDataTag());
        const auto source = openModel(path);
        QVERIFY(!source);
        const QString text = textOf(source.error());
        QVERIFY2(text.contains(why), qPrintable(text));
        QVERIFY2(text.startsWith(path + u':'), qPrintable(text));
        QVERIFY2(!text.contains(u'\n') && text.size() - path.size() < 240, qPrintable(text));
    }

    void namesTheTensorInTheError()
    {
        const auto source = openModel(folder + QStringLiteral("storage_short.pth"));
        QVERIFY(!source);
        QVERIFY(source.error().where.endsWith(QStringLiteral("storage_short.pth: w")));
    }

    void stridesAreKeptForViewsOnly()
    {
        const auto source = openModel(folder + QStringLiteral("views.pth"));
        QVERIFY(source);
        QStringList strided;
        for (const TensorInfo& tensor : source->header().tensors)
            if (!tensor.strides.empty())
                strided << tensor.name;
        QCOMPARE(strided,
            QStringList({QStringLiteral("transposed"), QStringLiteral("rows"),
                QStringLiteral("columns"), QStringLiteral("expanded"), QStringLiteral("repeated"),
                QStringLiteral("channels_last"), QStringLiteral("overlapping")}));
    }

    void saysWhichDictWasTaken()
    {
        const auto source = openModel(folder + QStringLiteral("training.ckpt"));
        QVERIFY(source);
        const QString notes = source->opened().notes.join(u'\n');
        QVERIFY2(notes.contains(QStringLiteral("'state_dict' were taken")), qPrintable(notes));
        QVERIFY2(notes.contains(QStringLiteral("1 entries of the state dict")), qPrintable(notes));
    }

    void checksStoragesWhenTheyAreRead_data()
    {
        QTest::addColumn<QString>("file");
        QTest::newRow("stored") << QStringLiteral("views.pth");
        QTest::newRow("deflated") << QStringLiteral("deflated.pt");
    }
    void
    checksStoragesWhenTheyAreRead() // A flipped bit shows when the storage is read, not before.
    {
        QFETCH(QString, file);
        QByteArray bytes = contentsOf(folder + file);
        const qsizetype record = bytes.indexOf("archive/data/0") + 14;
        bytes[record + 3] = char(bytes[record + 3] ^ 1);
        auto opened = openTorchZip(inMemory(bytes), QStringLiteral("x"));
        QVERIFY(opened);
        const ModelSource source(QStringLiteral("x"), torchZipFormat, std::move(*opened));
        std::vector<std::byte> element(4);
        for (int attempt = 0; attempt < 2; ++attempt) { // The second time too.
            const auto read = source.read(source.header().tensors[0], 0, element);
            QVERIFY(!read);
            QVERIFY(read.error().code == ErrorCode::Corrupt);
            QCOMPARE(read.error().where, QStringLiteral("x: archive/data/0"));
        }
    }

    void countsTheArchiveOnce()
    {
        const QString path = folder + QStringLiteral("deflated.pt");
        const auto source = openModel(path);
        QVERIFY(source);
        QCOMPARE(source->opened().parts.size(), 2u);
        QCOMPARE(source->fileBytes(), contentsOf(path).size());
    }

    void survivesTruncationAtEveryByte()
    {
        const QByteArray whole = contentsOf(folder + QStringLiteral("protocol4.pth"));
        QVERIFY(openTorchZip(inMemory(whole), {}));
        for (qsizetype size = 0; size < whole.size(); ++size)
            QVERIFY2(
                !openTorchZip(inMemory(whole.left(size)), {}), qPrintable(QString::number(size)));
    }

    void
    survivesAnyFlippedByte() // Errors are welcome, crashes are not; the tensors that open, read.
    {
        const QByteArray whole = contentsOf(folder + QStringLiteral("training.ckpt"));
        for (qsizetype i = 0; i < whole.size(); ++i)
            for (const int bit : {0x01, 0x80}) {
                QByteArray bytes = whole;
                bytes[i] = char(bytes[i] ^ bit);
                auto opened = openTorchZip(inMemory(bytes), {});
                if (!opened)
                    continue;
                const ModelSource source({}, torchZipFormat, std::move(*opened));
                for (const TensorInfo& tensor : source.header().tensors) {
                    std::vector<std::byte> elements(static_cast<std::size_t>(tensor.bytes()));
                    static_cast<void>(bool(source.read(tensor, 0, elements)));
                }
            }
    }

    void readsARealCheckpoint()
    {
        const QString path = sharedModel(QStringLiteral("taef2_decoder.pth"));
        if (path.isEmpty())
            QSKIP("taef2_decoder.pth is not there");
        const auto source = openModel(path);
        QVERIFY2(source, qPrintable(source ? QString() : textOf(source.error())));
        const auto& tensors = source->header().tensors;
        QCOMPARE(tensors.size(), 79u); // As `unzip -l` counts records under data/.
        QCOMPARE(tensors[0].name, QStringLiteral("1.weight"));
        QCOMPARE(tensors[0].shape, Shape({64, 32, 3, 3}));
        QVERIFY(tensors[0].dtype == DType::F16);
        std::int64_t elements = 0;
        for (const TensorInfo& tensor : tensors) {
            elements += tensor.elements();
            QCOMPARE(elementsOf(*source, tensor).size(), tensor.bytes());
        }
        QVERIFY(elements > 1'300'000 && elements < 1'360'000); // "1.33 M weights"
    }
};

QTEST_GUILESS_MAIN(TorchZipTest)
#include "tst_torch_zip.moc"
