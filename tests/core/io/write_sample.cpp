// Writes a small file of every kind of tensor, for readers that are not ours:
//     write_sample FORMAT PATH
// or an Arrow table of weights, without shapes if wished; a stream where PATH ends in .arrows:
//     write_sample weights|weights-no-shapes PATH
#include "tests/core/io/hand_made.h"
#include "tests/support/arrow_tables.h"
#include "tests/support/model_files.h"
#include "tests/support/test_models.h"

#include <QtEndian>
#include <cstdio>

using namespace aq;
using namespace aq::test;

namespace {

/// Finite floats in place of noise: sums of them can be compared.
QByteArray ramp(qsizetype bytes)
{
    QByteArray result(bytes, '\0');
    for (qsizetype i = 0; i + 4 <= bytes; i += 4)
        qToLittleEndian(0.0625f * float(i % 37) - 1, result.data() + i);
    return result;
}

std::vector<HandMade> sample()
{
    const auto options = [](int groupSize, Symmetry symmetry) {
        return SchemeOptions{groupSize, symmetry, ScaleType::F32, ZeroType::F32, Search::None};
    };
    std::vector<HandMade> items{
        quantized(QStringLiteral("blk.0.weight"), QStringLiteral("int4"),
            options(32, Symmetry::Asymmetric), {3, 70}),
        kept(QStringLiteral("scalar"), DType::I64, {}),
        kept(QStringLiteral("empty"), DType::F16, {0, 3}),
        kept(QStringLiteral("Schicht 重み \"0\" 🙂"), DType::U8, {5}),
        quantized(QStringLiteral("one group"), QStringLiteral("int3"),
            options(0, Symmetry::Symmetric), {5, 7, 3}),
        quantized(QStringLiteral("vector"), QStringLiteral("int8"),
            options(128, Symmetry::AsymmetricInteger), {300}),
    };
    for (HandMade& item : items) {
        item.scales = ramp(item.scales.size());
        item.zeros = ramp(item.zeros.size());
    }
    return items;
}

Result<void> writeSample(const QString& format, const QString& path)
{
    const std::vector<HandMade> items = sample();
    OutputManifest manifest = manifestOf(items);
    manifest.overwrite = true;
    manifest.metadata[QStringLiteral("modelspec.title")] = QStringLiteral("Prüfling \"1\"\n");
    auto writer = formatNamed(format)->create(path, manifest);
    if (!writer)
        return writer.error();
    for (std::size_t i = 0; i < items.size(); ++i)
        if (auto written = writeTensor(**writer, i, items[i]); !written)
            return written;
    if (auto finished = (*writer)->finish(); !finished)
        return finished;
    return (*writer)->commit();
}

/// Four blocks of two layers and a norm.
Result<void> writeWeights(bool withShapes, const QString& path)
{
    QStringList names;
    std::vector<std::vector<float>> weights;
    std::vector<Shape> shapes;
    const auto add = [&](const QString& name, const Shape& shape) {
        names << name;
        shapes.push_back(shape);
        const auto count = std::size_t(elementCount(shape).value());
        weights.push_back(gaussian(count, 0.04F, unsigned(names.size())));
    };
    for (int block = 0; block < 4; ++block) {
        const QString prefix = QStringLiteral("blocks.%1.").arg(block);
        add(prefix + QStringLiteral("attn.weight"), {256, 256});
        add(prefix + QStringLiteral("mlp.weight"), {512, 256});
        add(prefix + QStringLiteral("norm.weight"), {256});
    }
    const ArrowTableBytes table
        = weightsTable(names, weights, withShapes ? shapes : std::vector<Shape>());
    const bool isStream = path.endsWith(QStringLiteral(".arrows"));
    if (!write(path, isStream ? table.stream() : table.file()))
        return Error{ErrorCode::WriteFailed, QStringLiteral("cannot be written"), path};
    return {};
}

Result<void> writeAny(const QString& what, const QString& path)
{
    const bool withShapes = what == QStringLiteral("weights");
    return withShapes || what == QStringLiteral("weights-no-shapes")
        ? writeWeights(withShapes, path)
        : writeSample(what, path);
}

} // namespace

int main(int argc, char** argv)
{
    if (argc != 3)
        return 2;
    const auto written = writeAny(QString::fromLocal8Bit(argv[1]), QString::fromLocal8Bit(argv[2]));
    if (!written)
        std::fprintf(stderr, "%s: %s\n", argv[2], qPrintable(written.error().detail));
    return written ? 0 : 1;
}
