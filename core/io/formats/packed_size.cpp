#include "core/io/formats/packed_size.h"

#include <QLatin1StringView>
#include <limits>

namespace aq {
namespace {

constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();

std::optional<std::int64_t> product(std::int64_t a, std::int64_t b)
{
    if (b != 0 && a > most / b)
        return {};
    return a * b;
}

template <typename Enum>
struct Word {
    Enum value;
    const char* name;
};
constexpr Word<Symmetry> symmetries[] = {{Symmetry::Symmetric, "symmetric"},
    {Symmetry::Asymmetric, "asymmetric"}, {Symmetry::AsymmetricInteger, "asymmetric-integer"}};
constexpr Word<ScaleType> scaleTypes[] = {{ScaleType::F16, "F16"}, {ScaleType::F32, "F32"}};
constexpr Word<ZeroType> zeroTypes[] = {
    {ZeroType::None, "none"}, {ZeroType::U8, "U8"}, {ZeroType::F16, "F16"}, {ZeroType::F32, "F32"}};

template <typename Enum, std::size_t size>
const char* nameIn(const Word<Enum> (&words)[size], Enum value)
{
    for (const auto& word : words)
        if (word.value == value)
            return word.name;
    Q_UNREACHABLE();
}

template <typename Enum, std::size_t size>
std::optional<Enum> valueIn(const Word<Enum> (&words)[size], QStringView name)
{
    for (const auto& word : words)
        if (name == QLatin1StringView(word.name))
            return word.value;
    return {};
}

int scaleSize(ScaleType type) { return type == ScaleType::F16 ? 2 : 4; }

int zeroSize(ZeroType type)
{
    switch (type) {
    case ZeroType::None:
        return 0;
    case ZeroType::U8:
        return 1;
    case ZeroType::F16:
        return 2;
    case ZeroType::F32:
        return 4;
    }
    Q_UNREACHABLE();
}

} // namespace

std::optional<int> packedBits(QStringView scheme)
{
    if (scheme.size() != 4 || !scheme.startsWith(QLatin1StringView("int")))
        return {};
    const int bits = scheme[3].unicode() - u'0';
    return bits >= 2 && bits <= 8 ? std::optional(bits) : std::nullopt;
}

std::optional<PackedSize> packedSize(
    QStringView scheme, const SchemeOptions& options, std::span<const std::int64_t> shape)
{
    const auto bits = packedBits(scheme);
    const auto elements = elementCount(shape);
    if (!bits || !elements || *elements <= 0 || options.groupSize < 0)
        return {};
    const Matrix matrix = matrixOf(shape);
    const auto rowBits = product(matrix.columns, *bits);
    if (!rowBits || *rowBits > most - 7)
        return {};

    PackedSize size;
    size.rows = matrix.rows;
    size.rowBytes = (*rowBits + 7) / 8;
    const std::int64_t group = options.groupSize;
    size.groups = group == 0 ? 0 : matrix.columns / group + (matrix.columns % group != 0);
    const auto scales
        = group == 0 ? std::optional<std::int64_t>(1) : product(size.rows, size.groups);
    size.scaleBytes = scaleSize(options.scaleType);
    size.zeroBytes = zeroSize(options.zeroType);
    if (!product(size.rows, size.rowBytes) || !scales || *scales > most / 8)
        return {};
    size.scales = *scales;
    return size;
}

const char* nameOf(Symmetry symmetry) { return nameIn(symmetries, symmetry); }
const char* nameOf(ScaleType type) { return nameIn(scaleTypes, type); }
const char* nameOf(ZeroType type) { return nameIn(zeroTypes, type); }
std::optional<Symmetry> symmetryNamed(QStringView name) { return valueIn(symmetries, name); }
std::optional<ScaleType> scaleTypeNamed(QStringView name) { return valueIn(scaleTypes, name); }
std::optional<ZeroType> zeroTypeNamed(QStringView name) { return valueIn(zeroTypes, name); }

} // namespace aq
