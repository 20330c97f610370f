#include "core/validate/comparison.h"

#include "core/base/printable.h"
#include "core/quant/to_float.h"
#include "core/validate/tiles.h"

#include <QHash>
#include <algorithm>
#include <cmath>
#include <cstring>

namespace aq {

namespace {

TensorPair matched(const TensorInfo& original, const TensorInfo& written)
{
    TensorPair pair{&original, &written, Compare::Nothing, false, {}};
    const bool isEncoded = original.encoding || written.encoding;
    const bool areFloats = isFloat(original.dtype) && isFloat(written.dtype);
    if (original.shape != written.shape)
        pair.mismatch = QStringLiteral("shape %1 became %2")
                            .arg(shapeText(original.shape), shapeText(written.shape));
    else if (!areFloats && original.dtype != written.dtype)
        pair.mismatch = QStringLiteral("type %1 became %2")
                            .arg(QLatin1StringView(nameOf(original.dtype)),
                                QLatin1StringView(nameOf(written.dtype)));
    else
        pair.how = isEncoded ? Compare::Rows : areFloats ? Compare::Elements : Compare::Stored;
    pair.canBeKept = pair.mismatch.isEmpty() && !isEncoded && original.dtype == written.dtype;
    return pair;
}

/// Units of the pair's comparison in all, and how many a piece takes.
struct Extent {
    std::int64_t units = 0;
    std::int64_t step = 1;
};

Extent extentOf(const TensorPair& pair)
{
    const Matrix matrix = pair.original ? matrixOf(pair.original->shape) : Matrix{};
    switch (pair.how) {
    case Compare::Nothing:
        break;
    case Compare::Stored:
        return {pair.original->bytes(), tileElements};
    case Compare::Elements:
        return {matrix.elements(), tileElements};
    case Compare::Rows:
        return {matrix.rows, rowsPerTile(matrix.columns)};
    }
    return {};
}

QString notFinite(const char* whose, float value, std::int64_t index)
{
    return QStringLiteral("%1 at element %2 of the %3")
        .arg(std::isnan(value) ? QStringLiteral("NaN") : QStringLiteral("infinity"))
        .arg(index)
        .arg(QLatin1StringView(whose));
}

bool areEqual(Bytes a, Bytes b)
{
    return a.size() == b.size() && (a.empty() || std::memcmp(a.data(), b.data(), a.size()) == 0);
}

} // namespace

std::vector<TensorPair> pairUp(const ModelHeader& original, const ModelHeader& written)
{
    QHash<QString, const TensorInfo*> byName;
    for (const TensorInfo& tensor : written.tensors)
        byName.insert(tensor.name, &tensor);
    std::vector<TensorPair> pairs;
    for (const TensorInfo& tensor : original.tensors) {
        if (const TensorInfo* namesake = byName.take(tensor.name))
            pairs.push_back(matched(tensor, *namesake));
        else
            pairs.push_back({&tensor, nullptr, Compare::Nothing, false,
                QStringLiteral("missing in the written file")});
    }
    for (const TensorInfo& tensor : written.tensors)
        if (byName.contains(tensor.name))
            pairs.push_back(
                {nullptr, &tensor, Compare::Nothing, false, QStringLiteral("not in the source")});
    return pairs;
}

std::vector<Piece> piecesOf(const std::vector<TensorPair>& pairs)
{
    std::vector<Piece> pieces;
    for (std::size_t pair = 0; pair < pairs.size(); ++pair) {
        const auto [units, step] = extentOf(pairs[pair]);
        for (std::int64_t first = 0; first < units; first += step)
            pieces.push_back({pair, first, std::min(step, units - first)});
    }
    return pieces;
}

Comparer::Comparer(const ModelSource& original, const ModelSource& written)
    : m_original(original)
    , m_written(written)
    , m_originalReader(original)
    , m_writtenReader(written)
{
}

Result<PieceResult> Comparer::compare(const TensorPair& pair, const Piece& piece)
{
    auto result
        = pair.how == Compare::Stored ? compareBytes(pair, piece) : compareFloats(pair, piece);
    if (!result)
        return result.error().in(printable(pair.original->name));
    return result;
}

Result<PieceResult> Comparer::compareBytes(const TensorPair& pair, const Piece& piece)
{
    m_a.resize(std::size_t(piece.count));
    m_b.resize(std::size_t(piece.count));
    if (auto got = m_original.read(*pair.original, piece.first, m_a); !got)
        return got.error();
    if (auto got = m_written.read(*pair.written, piece.first, m_b); !got)
        return got.error();
    PieceResult result{{}, areEqual(m_a, m_b), {}};
    if (!result.isEqual)
        result.trouble = QStringLiteral("its bytes differ from the source");
    return result;
}

Result<PieceResult> Comparer::compareFloats(const TensorPair& pair, const Piece& piece)
{
    const bool byRows = pair.how == Compare::Rows;
    const std::int64_t perUnit = byRows ? matrixOf(pair.original->shape).columns : 1;
    m_x.resize(std::size_t(piece.count * perUnit));
    m_y.resize(m_x.size());
    const auto read = [&](TensorReader& reader, const TensorInfo& tensor, std::span<float> into) {
        return byRows ? reader.read(tensor, piece.first, piece.count, into)
                      : reader.readElements(tensor, piece.first, piece.count, into);
    };
    if (auto got = read(m_originalReader, *pair.original, m_x); !got)
        return got.error();
    if (auto got = read(m_writtenReader, *pair.written, m_y); !got)
        return got.error();

    PieceResult result;
    result.isEqual
        = pair.canBeKept && areEqual(m_originalReader.stored(), m_writtenReader.stored());
    const auto badX = firstNonFinite(m_x), badY = firstNonFinite(m_y);
    if (!badX && !badY)
        result.sums.add(m_x, m_y);
    else if (!result.isEqual) // Kept as it is, a tensor may hold anything.
        result.trouble = badX
            ? notFinite("source", m_x[*badX], piece.first * perUnit + std::int64_t(*badX))
            : notFinite("written tensor", m_y[*badY], piece.first * perUnit + std::int64_t(*badY));
    return result;
}

} // namespace aq
