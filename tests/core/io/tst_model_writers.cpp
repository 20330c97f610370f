#include "tests/core/io/hand_made.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>
#include <thread>

using namespace aq;
using namespace aq::test;

namespace {

/// Options that every written format can hold.
SchemeOptions grouped(int groupSize, Symmetry symmetry = Symmetry::Asymmetric)
{
    return {groupSize, symmetry, ScaleType::F32, ZeroType::F32, Search::None};
}

bool isGguf(const Format& format)
{
    return QLatin1StringView(format.id) == QLatin1StringView("gguf");
}

/// As everyKind(), in types that GGUF has. Tensors without elements are not among them.
std::vector<HandMade> everyGgufKind()
{
    return {
        inBlocks(QStringLiteral("blk.0.weight"), QStringLiteral("q4_k"), {3, 512}),
        kept(QStringLiteral("scalar"), DType::F32, {}),
        kept(QStringLiteral("one"), DType::F16, {1, 3}),
        kept(QStringLiteral("odd"), DType::I8, {3}),
        inBlocks(QStringLiteral("reshaped"), QStringLiteral("q6_k"), {64, 4, 3, 3}, {9, 256}),
        kept(QStringLiteral("five"), DType::BF16, {2, 1, 3, 1, 2}),
        kept(QStringLiteral("Schicht 重み \"0\" \\ 🙂"), DType::I64, {2}),
        inBlocks(QStringLiteral("conv"), QStringLiteral("iq2_xxs"), {4, 5, 3, 256}),
        inBlocks(QStringLiteral("vector"), QStringLiteral("q8_0"), {320}),
        kept(QStringLiteral("doubles"), DType::F64, {2, 2}),
    };
}

std::vector<HandMade> everyKind()
{
    return {
        quantized(QStringLiteral("blk.0.weight"), QStringLiteral("int4"), grouped(32), {3, 70}),
        kept(QStringLiteral("scalar"), DType::F32, {}),
        kept(QStringLiteral("empty"), DType::F16, {0, 3}),
        kept(QStringLiteral("odd"), DType::U8, {3}),
        quantized(QStringLiteral("one group"), QStringLiteral("int2"), grouped(0), {5, 7}),
        kept(QStringLiteral("five"), DType::BF16, {2, 1, 3, 1, 2}),
        kept(QStringLiteral("Schicht 重み \"0\" \\ 🙂"), DType::I64, {2}),
        quantized(QStringLiteral("conv"), QStringLiteral("int3"), grouped(64, Symmetry::Symmetric),
            {4, 5, 3, 3}),
        quantized(QStringLiteral("vector"), QStringLiteral("int8"),
            grouped(128, Symmetry::AsymmetricInteger), {300}),
        kept(QStringLiteral("doubles"), DType::F64, {2, 2}),
    };
}

std::vector<HandMade> everyKind(const Format& format)
{
    return isGguf(format) ? everyGgufKind() : everyKind();
}

/// Without what GGUF's writer says itself.
QMap<QString, QString> givenMetadata(const ModelSource& model)
{
    QMap<QString, QString> metadata = model.header().metadata;
    metadata.removeIf([](const auto& entry) {
        return entry.key().startsWith(QLatin1StringView("general."))
            || entry.key().startsWith(QLatin1StringView("comfy."));
    });
    return metadata;
}

/// Writes `items` in order and commits.
Result<void> writeModel(const Format& format, const QString& path,
    const std::vector<HandMade>& items, OutputManifest manifest)
{
    auto writer = format.create(path, manifest);
    if (!writer)
        return writer.error();
    for (std::size_t i = 0; i < items.size(); ++i)
        if (auto written = writeTensor(**writer, i, items[i]); !written)
            return written;
    if (auto finished = (*writer)->finish(); !finished)
        return finished;
    const auto announced = format.fileBytes(manifest);
    const std::int64_t bytes = QFileInfo((*writer)->temporaryPath()).size();
    if (!announced || *announced != bytes)
        return Error{ErrorCode::Internal,
            QStringLiteral("%1 bytes announced, %2 written")
                .arg(announced ? *announced : -1)
                .arg(bytes),
            path};
    return (*writer)->commit();
}

QString textOf(const Error& error) { return error.where + QStringLiteral(": ") + error.detail; }

const TensorInfo* named(const ModelSource& model, const QString& name)
{
    for (const TensorInfo& tensor : model.header().tensors)
        if (tensor.name == name)
            return &tensor;
    return nullptr;
}

bool sameOptions(SchemeOptions a, SchemeOptions b)
{
    a.search = b.search = Search::None; // Not stored: not needed to decode.
    return a == b;
}

/// What was read back is what was written; empty when so.
QString difference(const ModelSource& model, const std::vector<HandMade>& items)
{
    if (model.header().tensors.size() != items.size())
        return QStringLiteral("%1 tensors").arg(model.header().tensors.size());
    for (const HandMade& item : items) {
        const TensorInfo* tensor = named(model, item.tensor.name);
        if (!tensor || tensor->dtype != item.tensor.dtype || tensor->shape != item.tensor.shape
            || tensor->encoding.has_value() != item.tensor.encoding.has_value())
            return item.tensor.name;
        if (!tensor->encoding) {
            if (blobBytes(model, tensor->data) != item.data)
                return item.tensor.name + QStringLiteral(": data");
            continue;
        }
        const Encoding& encoding = *tensor->encoding;
        if (encoding.scheme != item.tensor.encoding->scheme
            || !sameOptions(encoding.options, item.tensor.encoding->options))
            return item.tensor.name + QStringLiteral(": encoding");
        if (blobBytes(model, encoding.codes) != item.data
            || blobBytes(model, encoding.scales) != item.scales
            || blobBytes(model, encoding.zeros) != item.zeros)
            return item.tensor.name + QStringLiteral(": bytes");
    }
    return {};
}

} // namespace

class TestModelWriters : public QObject {
    Q_OBJECT
    QTemporaryDir m_folder;

    static void rowPerFormat()
    {
        QTest::addColumn<const Format*>("format");
        for (const Format* format : formats())
            if (format->create)
                QTest::addRow("%s", format->id) << format;
    }
    QString path(const char* name) const { return m_folder.filePath(QLatin1StringView(name)); }
    QStringList leftOvers() const
    {
        return QDir(m_folder.path())
            .entryList({QStringLiteral(".*.part")}, QDir::Files | QDir::Hidden);
    }

private Q_SLOTS:
    void cleanup() { QCOMPARE(leftOvers(), QStringList()); }

    void roundTripsEveryKind_data() { rowPerFormat(); }
    void roundTripsEveryKind()
    {
        QFETCH(const Format*, format);
        const auto items = everyKind(*format);
        OutputManifest manifest = manifestOf(items);
        manifest.overwrite = true;
        manifest.metadata[QStringLiteral("modelspec.title")] = QStringLiteral("Prüfling \"1\"\n");
        const auto written = writeModel(*format, path("kinds"), items, manifest);
        QVERIFY2(written, written ? "" : qPrintable(textOf(written.error())));

        const auto model = openModel(path("kinds"));
        QVERIFY2(model, model ? "" : qPrintable(textOf(model.error())));
        QCOMPARE(QLatin1StringView(model->format().id), QLatin1StringView(format->id));
        QCOMPARE(difference(*model, items), QString());
        QCOMPARE(givenMetadata(*model), manifest.metadata);
    }

    void fileBytesFollowEveryText_data() { rowPerFormat(); }
    /// Lengths that cross every padding: of names, and of metadata that needs escapes.
    void fileBytesFollowEveryText()
    {
        QFETCH(const Format*, format);
        auto items = everyKind(*format);
        for (int length = 1; length < 140; length += 3) {
            items[3].tensor.name = QString(length, u'\u91CD');
            OutputManifest manifest = manifestOf(items);
            manifest.overwrite = true;
            manifest.metadata[QStringLiteral("a")] = QString(2 * length, u'"');
            manifest.metadata[QString(length, u'k')] = QStringLiteral("\n\t\x01");
            const auto written = writeModel(*format, path("sized"), items, manifest);
            QVERIFY2(written, written ? "" : qPrintable(textOf(written.error())));
        }
    }

    void onlyWritersKnowTheirSize()
    {
        for (const Format* format : formats())
            QCOMPARE(format->fileBytes != nullptr, format->create != nullptr);
    }

    void orderAndThreadsDoNotMatter_data() { rowPerFormat(); }
    void orderAndThreadsDoNotMatter()
    {
        QFETCH(const Format*, format);
        const auto items = everyKind(*format);
        OutputManifest manifest = manifestOf(items);
        manifest.overwrite = true;
        QVERIFY(writeModel(*format, path("forwards"), items, manifest));

        auto writer = format->create(path("backwards"), manifest);
        QVERIFY(writer);
        std::atomic<int> failures = 0;
        std::thread other([&] {
            for (std::size_t i = 0; i < items.size(); i += 2)
                failures += !writeTensor(**writer, i, items[i]);
        });
        for (std::size_t i = items.size(); i-- > 0;)
            if (i % 2 == 1)
                failures += !writeTensor(**writer, i, items[i]);
        other.join();
        QCOMPARE(failures.load(), 0);
        QVERIFY((*writer)->finish());
        QVERIFY((*writer)->commit());
        QCOMPARE(fileBytes(path("backwards")), fileBytes(path("forwards")));
    }

    void isOpenedUnderItsTemporaryName_data() { rowPerFormat(); }
    void isOpenedUnderItsTemporaryName()
    {
        QFETCH(const Format*, format);
        const auto items = everyKind(*format);
        auto writer = format->create(path("unseen"), manifestOf(items));
        QVERIFY(writer);
        for (std::size_t i = 0; i < items.size(); ++i)
            QVERIFY(writeTensor(**writer, i, items[i]));
        QVERIFY((*writer)->finish());
        QVERIFY(!QFile::exists(path("unseen")));
        {
            const auto model = openModel((*writer)->temporaryPath());
            QVERIFY(model);
            QCOMPARE(difference(*model, items), QString());
        }
        *writer = nullptr; // No commit: no file. cleanup() looks for the temporary.
        QVERIFY(!QFile::exists(path("unseen")));
    }

    void replaceMovesLaterTensors_data() { rowPerFormat(); }
    void replaceMovesLaterTensors()
    {
        QFETCH(const Format*, format);
        auto items = everyKind(*format);
        OutputManifest manifest = manifestOf(items);
        manifest.overwrite = true;
        auto writer = format->create(path("replaced"), manifest);
        QVERIFY(writer);
        for (std::size_t i = 0; i < items.size(); ++i) // All of them: stale bytes must not show.
            QVERIFY(writeTensor(**writer, i, items[i]));
        const Slot first = (*writer)->slot(3), later = (*writer)->slot(5);

        items[4] = kept(items[4].tensor.name, DType::F32, items[4].tensor.shape);
        QVERIFY((*writer)->replace(4, items[4].tensor));
        QCOMPARE((*writer)->slot(3).data, first.data);
        QVERIFY((*writer)->slot(5).data != later.data);
        for (std::size_t i = 4; i < items.size(); ++i)
            QVERIFY(writeTensor(**writer, i, items[i]));
        QVERIFY((*writer)->finish());
        QVERIFY((*writer)->commit());
        const auto model = openModel(path("replaced"));
        QVERIFY2(model, model ? "" : qPrintable(textOf(model.error())));
        QCOMPARE(difference(*model, items), QString());
    }

    void replacingAllShrinksTheFile_data() { rowPerFormat(); }
    void replacingAllShrinksTheFile()
    {
        QFETCH(const Format*, format);
        std::vector<HandMade> items;
        for (int i = 0; i < 20; ++i)
            items.push_back(isGguf(*format)
                    ? inBlocks(QStringLiteral("t%1").arg(i), QStringLiteral("q8_0"), {2, 32})
                    : quantized(QStringLiteral("t%1").arg(i), QStringLiteral("int8"), grouped(32),
                        {2, 32}));
        OutputManifest manifest = manifestOf(items);
        manifest.overwrite = true;
        auto writer = format->create(path("all"), manifest);
        QVERIFY(writer);
        for (std::size_t i = 0; i < items.size(); ++i) {
            QVERIFY(writeTensor(**writer, i, items[i]));
            items[i] = kept(items[i].tensor.name, isGguf(*format) ? DType::I8 : DType::F8_E4M3FNUZ,
                items[i].tensor.shape);
            QVERIFY((*writer)->replace(i, items[i].tensor));
            QVERIFY(writeTensor(**writer, i, items[i]));
        }
        QVERIFY((*writer)->finish());
        QVERIFY((*writer)->commit());
        const auto model = openModel(path("all"));
        QVERIFY2(model, model ? "" : qPrintable(textOf(model.error())));
        QCOMPARE(difference(*model, items), QString());
    }

    void replaceKeepsNameAndShape()
    {
        const auto items = everyKind();
        auto writer = formatNamed(u"safetensors")->create(path("none"), manifestOf(items));
        QVERIFY(writer);
        QVERIFY(!(*writer)->replace(1, items[2].tensor));
        QVERIFY(!(*writer)->replace(1, kept(QStringLiteral("scalar"), DType::F32, {2}).tensor));
        QVERIFY(!(*writer)->replace(5, // Was kept; there is no room for it in the header.
            quantized(QStringLiteral("five"), QStringLiteral("int4"), grouped(32), {2, 1, 3, 1, 2})
                .tensor));
    }

    void holdsTenThousandTensors_data() { rowPerFormat(); }
    void holdsTenThousandTensors()
    {
        QFETCH(const Format*, format);
        std::vector<HandMade> items;
        for (int i = 0; i < 10000; ++i)
            items.push_back(i % 3 == 0
                    ? kept(QStringLiteral("layers.%1.bias").arg(i), DType::F16, {4})
                    : isGguf(*format) ? inBlocks(QStringLiteral("layers.%1.weight").arg(i),
                          QStringLiteral("q4_0"), {2, 64})
                                      : quantized(QStringLiteral("layers.%1.weight").arg(i),
                                          QStringLiteral("int4"), grouped(32), {2, 40}));
        OutputManifest manifest = manifestOf(items);
        manifest.overwrite = true;
        QVERIFY(writeModel(*format, path("many"), items, manifest));
        const auto model = openModel(path("many"));
        QVERIFY2(model, model ? "" : qPrintable(textOf(model.error())));
        QCOMPARE(model->header().tensors.size(), items.size());
        for (std::size_t i = 0; i < items.size(); i += 999)
            QCOMPARE(
                blobBytes(*model,
                    model->header().tensors[i].encoding ? model->header().tensors[i].encoding->codes
                                                        : model->header().tensors[i].data),
                items[i].data);
    }

    void noTensorsIsAFile_data() { rowPerFormat(); }
    void noTensorsIsAFile()
    {
        QFETCH(const Format*, format);
        OutputManifest manifest;
        manifest.overwrite = true;
        QVERIFY(writeModel(*format, path("nothing"), {}, manifest));
        const auto model = openModel(path("nothing"));
        QVERIFY2(model, model ? "" : qPrintable(textOf(model.error())));
        QCOMPARE(model->header().tensors.size(), std::size_t(0));
    }

    void refusesAnExistingTarget_data() { rowPerFormat(); }
    void refusesAnExistingTarget()
    {
        QFETCH(const Format*, format);
        QFile file(path("mine"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("mine");
        file.close();
        const auto items = everyKind(*format);
        const auto refused = writeModel(*format, path("mine"), items, manifestOf(items));
        QVERIFY(!refused);
        QVERIFY(refused.error().code == ErrorCode::WriteFailed);
        QCOMPARE(refused.error().where, path("mine"));
        QCOMPARE(fileBytes(path("mine")), QByteArray("mine"));
        OutputManifest manifest = manifestOf(items);
        manifest.overwrite = true;
        QVERIFY(writeModel(*format, path("mine"), items, manifest));
        QVERIFY(openModel(path("mine")));
    }

    void refusesBadManifests_data()
    {
        QTest::addColumn<const Format*>("format");
        QTest::addColumn<int>("what");
        QTest::addColumn<QString>("message");
        const char* names[] = {"two of a name", "wrong codes", "wrong scales", "unknown scheme",
            "negative group", "sub-byte remainder", "empty and quantized"};
        const char* messages[] = {"two tensors have this name", "takes", "takes",
            "cannot be stored", "cannot be stored", "whole number of bytes", "cannot be stored"};
        for (const Format* format : formats())
            for (int what = 0; format->create && what < 7; ++what)
                if (what != 4 || !isGguf(*format)) // Its types have no group size.
                    QTest::addRow("%s: %s", format->id, names[what])
                        << format << what
                        << QString::fromLatin1(
                               what == 6 && isGguf(*format) ? "no elements" : messages[what]);
    }
    void refusesBadManifests()
    {
        QFETCH(const Format*, format);
        QFETCH(int, what);
        QFETCH(QString, message);
        OutputManifest manifest = manifestOf(everyKind(*format));
        OutputTensor& bad = manifest.tensors[0];
        switch (what) {
        case 0:
            manifest.tensors[1].name = bad.name;
            break;
        case 1:
            bad.encoding->codes.bytes += 1;
            break;
        case 2:
            bad.encoding->scales.bytes -= 4;
            break;
        case 3:
            bad.encoding->scheme
                = isGguf(*format) ? QStringLiteral("int4") : QStringLiteral("q4_k");
            break;
        case 4:
            bad.encoding->options.groupSize = -1;
            break;
        case 5:
            bad = {bad.name, DType::F4, {3}, {}};
            break;
        case 6:
            bad.shape = {0, 70};
            break;
        }
        const auto refused = format->create(path("bad"), manifest);
        QVERIFY(!refused);
        QVERIFY(refused.error().code == ErrorCode::InvalidPlan);
        QVERIFY2(refused.error().detail.contains(message), qPrintable(refused.error().detail));
        QVERIFY(refused.error().where.contains(QStringLiteral("blk.0.weight")));
        QVERIFY(!QFile::exists(path("bad")));
        const auto unsized = format->fileBytes(manifest);
        QVERIFY(!unsized);
        QCOMPARE(unsized.error().detail, refused.error().detail);
        QVERIFY(refused.error().where.endsWith(unsized.error().where));
    }
};

QTEST_APPLESS_MAIN(TestModelWriters)
#include "tst_model_writers.moc"
