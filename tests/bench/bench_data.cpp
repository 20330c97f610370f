#include "tests/bench/bench_data.h"

#include "core/io/model_source.h"
#include "core/quant/to_float.h"

#include <QFileInfo>
#include <cmath>
#include <numbers>

using namespace aq;

namespace {

/// SplitMix64: a counter, mixed. Steele, Lea & Flood, "Fast splittable pseudorandom number
/// generators", OOPSLA 2014.
class Random {
public:
    explicit Random(std::uint64_t seed)
        : m_state(seed)
    {
    }

    /// Uniform in (0, 1].
    double uniform() { return double((next() >> 11) + 1) * 0x1p-53; }
    /// Standard normal, by Box and Muller; the second number of each pair is not used.
    double normal()
    {
        const double radius = std::sqrt(-2 * std::log(uniform()));
        return radius * std::cos(2 * std::numbers::pi * uniform());
    }
    /// Normal / sqrt(chi^2 / 4), chi^2 with 4 degrees of freedom: -2 log of two uniform numbers.
    double student4()
    {
        const double chiSquare = -2 * std::log(uniform() * uniform());
        return normal() / std::sqrt(chiSquare / 4);
    }

private:
    std::uint64_t next()
    {
        std::uint64_t z = m_state += 0x9e3779b97f4a7c15u;
        z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9u;
        z = (z ^ z >> 27) * 0x94d049bb133111ebu;
        return z ^ z >> 31;
    }

    std::uint64_t m_state;
};

/// Cuts to whole rows and rounds to F16.
BenchData dataOf(const QString& name, HugeVector<float> floats)
{
    floats.resize(floats.size() / benchColumns * benchColumns);
    BenchData data{name, std::move(floats), {}, {}};
    data.halves.resize(2 * data.floats.size());
    fromFloat(DType::F16, data.floats, data.halves);
    toFloat(DType::F16, data.halves, data.floats);
    return data;
}

template <typename Draw>
BenchData randomData(const char* name, std::int64_t weights, Draw draw)
{
    HugeVector<float> floats(std::size_t(std::max(weights, benchColumns)));
    for (float& value : floats)
        value = float(benchSigma * draw());
    return dataOf(QString::fromLatin1(name), std::move(floats));
}

Result<void> append(
    const ModelSource& source, const TensorInfo& tensor, std::int64_t count, HugeVector<float>& to)
{
    std::vector<std::byte> bytes(std::size_t(count * bitsOf(tensor.dtype) / 8));
    if (const auto read = source.read(tensor, 0, bytes); !read)
        return read.error();
    const std::size_t before = to.size();
    to.resize(before + std::size_t(count));
    const auto added = std::span(to).subspan(before);
    toFloat(tensor.dtype, bytes, added);
    if (firstNonFinite(added))
        to.resize(before);
    return {};
}

} // namespace

std::int64_t BenchData::rows() const { return std::int64_t(floats.size()) / benchColumns; }

Weights BenchData::asFloats(std::int64_t row, std::int64_t count) const
{
    return Weights(std::span(floats)).subspan(row * benchColumns, count * benchColumns);
}

Weights BenchData::asHalves(std::int64_t row, std::int64_t count) const
{
    return Weights(DType::F16, halves).subspan(row * benchColumns, count * benchColumns);
}

BenchData gaussianData(std::int64_t weights)
{
    Random random(1);
    return randomData("Gaussian", weights, [&] { return random.normal(); });
}

BenchData studentData(std::int64_t weights)
{
    Random random(2);
    return randomData("Student t4", weights, [&] { return random.student4(); });
}

std::vector<float> benchImportance()
{
    Random random(3);
    std::vector<float> importance(benchColumns);
    for (float& value : importance)
        value = float(std::exp(random.normal()));
    return importance;
}

Result<BenchData> modelData(const QString& path, std::int64_t weights)
{
    const auto source = openModel(path);
    if (!source)
        return source.error();
    const auto isUsed = [](const TensorInfo& tensor) {
        return isFloat(tensor.dtype) && !tensor.encoding && tensor.shape.size() > 1;
    };
    std::int64_t total = 0;
    for (const TensorInfo& tensor : source->header().tensors)
        total += isUsed(tensor) ? tensor.elements() : 0;
    const double share = total > weights ? double(weights) / double(total) : 1;
    HugeVector<float> floats;
    for (const TensorInfo& tensor : source->header().tensors) {
        const auto count = std::int64_t(share * double(tensor.elements())) / 256 * 256;
        if (!isUsed(tensor) || count == 0)
            continue;
        if (const auto read = append(*source, tensor, count, floats); !read)
            return read.error().in(tensor.name);
    }
    if (floats.size() < benchColumns)
        return Error{ErrorCode::Unsupported, QStringLiteral("too few float weights"), path};
    return dataOf(QFileInfo(path).fileName(), std::move(floats));
}
