#include "core/analysis/importance.h"

#include "core/base/printable.h"
#include "core/io/formats/gguf.h"
#include "core/io/formats/gguf_values.h"
#include "core/io/refusal.h"

#include <QtEndian>
#include <algorithm>
#include <cmath>
#include <cstring>
#include <numeric>

namespace aq {
namespace {

/// Smallest weight of a column, as a share of the mean: inputs that were silent in calibration need
/// not be silent in use.
constexpr double leastWeight = 1e-3;
constexpr std::int64_t leastEntryBytes = 16; ///< Of a legacy file: three numbers and a value.

std::vector<float> floatsIn(Bytes bytes)
{
    std::vector<float> values(bytes.size() / sizeof(float));
    if (!values.empty())
        std::memcpy(values.data(), bytes.data(), values.size() * sizeof(float));
    return values;
}

/// Sums over calls become means. What is not a sum of squares is refused.
Result<void> divide(std::vector<float>& values, double count)
{
    for (std::size_t i = 0; i < values.size(); ++i) {
        values[i] = float(double(values[i]) / count);
        if (!std::isfinite(values[i]) || values[i] < 0)
            return corrupt(QStringLiteral("value %1 is %2; sums of squares are finite and not "
                                          "negative")
                               .arg(i)
                               .arg(double(values[i])));
    }
    return {};
}

Result<void> insert(ImportanceMatrix& matrix, const QString& name, std::vector<float> values)
{
    if (matrix.columns.contains(name))
        return corrupt(QStringLiteral("stands in the file twice")).in(printable(name));
    matrix.columns[name] = std::move(values);
    return {};
}

/// Reads a legacy file forwards.
class LegacyFile {
public:
    explicit LegacyFile(const ByteSource& file)
        : m_file(file)
    {
    }
    std::int64_t left() const { return m_file.size() - m_at; }

    Result<std::int32_t> number()
    {
        const auto bytes = take(4);
        return bytes ? Result(qFromLittleEndian<qint32>(bytes->data())) : bytes.error();
    }
    /// A number of bytes or values, then those.
    Result<std::vector<std::byte>> counted(std::int32_t count, std::int64_t size)
    {
        if (count < 0 || count > left() / size)
            return corrupt(QStringLiteral("%1 items of %2 bytes at byte %3, where the file has %4 "
                                          "left")
                               .arg(count)
                               .arg(size)
                               .arg(m_at)
                               .arg(left()));
        return take(count * size);
    }

private:
    Result<std::vector<std::byte>> take(std::int64_t bytes)
    {
        if (bytes > left())
            return corrupt(QStringLiteral("ends at byte %1").arg(m_file.size()));
        auto got = readBytes(m_file, m_at, bytes);
        m_at += bytes;
        return got;
    }

    const ByteSource& m_file;
    std::int64_t m_at = 0;
};

Result<QString> readText(LegacyFile& file)
{
    const auto length = file.number();
    if (!length)
        return length.error();
    const auto bytes = file.counted(*length, 1);
    if (!bytes)
        return bytes.error();
    return QString::fromUtf8(
        reinterpret_cast<const char*>(bytes->data()), qsizetype(bytes->size()));
}

Result<void> readEntry(LegacyFile& file, ImportanceMatrix& matrix)
{
    const auto name = readText(file);
    if (!name)
        return name.error();
    const auto within = [&](const Error& error) { return error.in(printable(*name)); };
    const auto calls = file.number();
    if (!calls)
        return within(calls.error());
    const auto count = file.number();
    if (!count)
        return within(count.error());
    if (name->isEmpty() || *calls < 0 || *count < 1)
        return within(corrupt(
            QStringLiteral("has %1 calls and %2 values, or no name").arg(*calls).arg(*count)));
    const auto bytes = file.counted(*count, sizeof(float));
    if (!bytes)
        return within(bytes.error());
    std::vector<float> values = floatsIn(*bytes);
    if (const auto divided = divide(values, std::max(*calls, 1)); !divided)
        return within(divided.error());
    if (name->contains(QLatin1StringView("_exps."))) // Experts side by side: how many is not told.
        return {};
    return insert(matrix, *name, std::move(values));
}

/// i32 entries; each: i32 length, name, i32 calls, i32 count, f32 values[count]. Then perhaps i32
/// chunks, i32 length, name of the text. Little endian.
Result<ImportanceMatrix> readLegacy(const ByteSource& source)
{
    LegacyFile file(source);
    const auto entries = file.number();
    if (!entries)
        return corrupt(QStringLiteral("too short for an importance matrix"));
    if (*entries < 1 || *entries > file.left() / leastEntryBytes)
        return corrupt(QStringLiteral("not an importance matrix: claims %1 entries in %2 bytes")
                           .arg(*entries)
                           .arg(source.size()));
    ImportanceMatrix matrix;
    for (std::int32_t i = 0; i < *entries; ++i)
        if (const auto read = readEntry(file, matrix); !read)
            return read.error().in(QStringLiteral("entry %1").arg(i + 1));
    if (file.left() == 0)
        return matrix;
    const auto chunks = file.number();
    if (!chunks)
        return chunks.error().in(QStringLiteral("after the last entry"));
    matrix.chunks = std::max(*chunks, 0);
    if (file.left() == 0)
        return matrix;
    const auto dataset = readText(file);
    if (!dataset)
        return dataset.error().in(QStringLiteral("after the last entry"));
    if (!dataset->isEmpty())
        matrix.datasets << *dataset;
    return matrix;
}

const QString sumsSuffix = QStringLiteral(".in_sum2");
const QString countsSuffix = QStringLiteral(".counts");

Result<std::vector<float>> readFloats(const ByteSource& file, const TensorInfo& tensor)
{
    if (tensor.encoding || tensor.dtype != DType::F32)
        return corrupt(QStringLiteral("is not F32")).in(printable(tensor.name));
    const auto bytes = readBytes(file, tensor.data.offset, tensor.data.bytes);
    if (!bytes)
        return bytes.error().in(printable(tensor.name));
    return floatsIn(*bytes);
}

/// One column vector from those of `counts.size()` experts (one for most tensors): the mean over
/// all their inputs. Empty when there were none.
Result<std::vector<float>> merged(std::span<const float> sums, std::span<const float> counts)
{
    if (counts.empty() || sums.empty() || sums.size() % counts.size() != 0)
        return corrupt(QStringLiteral("%1 sums and %2 counts").arg(sums.size()).arg(counts.size()));
    const std::size_t columns = sums.size() / counts.size();
    std::vector<double> total(columns);
    double calls = 0;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        if (!std::isfinite(counts[i]) || counts[i] < 0)
            return corrupt(QStringLiteral("count %1 is %2").arg(i).arg(double(counts[i])));
        calls += double(counts[i]);
        for (std::size_t j = 0; j < columns && counts[i] > 0; ++j)
            total[j] += double(sums[i * columns + j]);
    }
    if (calls == 0)
        return std::vector<float>();
    std::vector<float> means(columns);
    for (std::size_t j = 0; j < columns; ++j)
        means[j] = float(total[j] / calls);
    if (const auto checked = divide(means, 1); !checked)
        return checked.error();
    return means;
}

/// Tensors `<name>.in_sum2` [experts, columns] and `<name>.counts` [experts, 1], F32.
Result<ImportanceMatrix> readGguf(const ByteSource& file)
{
    const auto header = readGgufHeader(file);
    if (!header)
        return header.error();
    QHash<QString, const TensorInfo*> tensors;
    for (const TensorInfo& tensor : header->tensors)
        tensors.insert(tensor.name, &tensor);
    ImportanceMatrix matrix;
    bool hasSums = false;
    for (const TensorInfo& tensor : header->tensors) {
        if (!tensor.name.endsWith(sumsSuffix))
            continue;
        hasSums = true;
        const QString name = tensor.name.chopped(sumsSuffix.size());
        const TensorInfo* countsTensor = tensors.value(name + countsSuffix);
        if (!countsTensor)
            return corrupt(QStringLiteral("has no %1").arg(countsSuffix)).in(printable(name));
        const auto sums = readFloats(file, tensor);
        if (!sums)
            return sums.error();
        const auto counts = readFloats(file, *countsTensor);
        if (!counts)
            return counts.error();
        auto means = merged(*sums, *counts);
        if (!means)
            return means.error().in(printable(name));
        if (!means->empty())
            matrix.columns[name] = std::move(*means);
    }
    if (!hasSums)
        return unsupported(QStringLiteral("a GGUF file without an importance matrix"));
    for (const TypedEntry& entry : header->typedMetadata) {
        if (entry.key == QLatin1StringView("imatrix.datasets"))
            matrix.datasets = asStrings(entry.value).value_or(QStringList());
        if (entry.key == QLatin1StringView("imatrix.chunk_count"))
            matrix.chunks = asUInt32(entry.value).value_or(0);
    }
    return matrix;
}

} // namespace

std::vector<float> ImportanceMatrix::forTensor(const QString& name, std::int64_t rowElements) const
{
    const auto found = columns.constFind(name);
    if (found == columns.constEnd() || found->empty() || rowElements <= 0
        || rowElements % std::int64_t(found->size()) != 0)
        return {};
    const auto count = double(found->size());
    const double mean = std::accumulate(found->begin(), found->end(), 0.0) / count;
    if (!(mean > 0))
        return {};
    const auto weight = [mean](float x) { return std::max(double(x) / mean, leastWeight); };
    double sum = 0; // Of what the floor has changed.
    for (const float x : *found)
        sum += weight(x);
    std::vector<float> weights(static_cast<std::size_t>(rowElements));
    for (std::size_t i = 0; i < weights.size(); ++i)
        weights[i] = float(weight((*found)[i % found->size()]) * count / sum);
    return weights;
}

bool weighsColumns(const Scheme& scheme, const SchemeOptions& options)
{
    const QLatin1StringView family(scheme.family), id(scheme.id);
    const bool searches = options.search != Search::None;
    if (family == QLatin1StringView("affine"))
        return searches && scheme.codeBits <= 4 && options.groupSize > 0;
    // Q4_0 and its like scale by the peak; the other blocks fit by least squares in any case.
    const bool isSimple
        = id.endsWith(QLatin1StringView("_0")) || id.endsWith(QLatin1StringView("_1"));
    return family == QLatin1StringView("ggml") && (searches || !isSimple);
}

Result<ImportanceMatrix> readImportance(const ByteSource& file)
{
    const auto magic = readBytes(file, 0, std::min<std::int64_t>(4, file.size()));
    if (!magic)
        return magic.error();
    const bool isGguf = magic->size() == 4 && std::memcmp(magic->data(), "GGUF", 4) == 0;
    return isGguf ? readGguf(file) : readLegacy(file);
}

Result<ImportancePtr> loadImportance(const QString& path)
{
    const auto file = openFile(path);
    if (!file)
        return file.error();
    auto matrix = readImportance(**file);
    if (!matrix)
        return matrix.error().in(path);
    matrix->path = path;
    return ImportancePtr(std::make_shared<const ImportanceMatrix>(*std::move(matrix)));
}

} // namespace aq
