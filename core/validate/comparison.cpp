#include "core/validate/comparison.h"

#include "core/analysis/architecture.h"
#include "core/base/printable.h"
#include "core/quant/to_float.h"

#include <QHash>
#include <QSet>
#include <algorithm>
#include <cmath>
#include <cstring>

namespace aq {

namespace {

bool haveSameElements(const TensorInfo& a, const TensorInfo& b)
{
    return !a.encoding && !b.encoding && a.dtype == b.dtype;
}

bool haveSameBlocks(const TensorInfo& a, const TensorInfo& b)
{
    if (!a.encoding || !b.encoding || a.encoding->scheme != b.encoding->scheme)
        return false;
    return a.encoding->bytes() == a.encoding->codes.bytes
        && b.encoding->bytes() == b.encoding->codes.bytes && a.bytes() == b.bytes();
}

QString typeText(const TensorInfo& tensor)
{
    return tensor.encoding ? printable(tensor.encoding->scheme)
                           : QString(QLatin1StringView(nameOf(tensor.dtype)));
}

TensorPair matched(const TensorInfo& original, const TensorInfo& written)
{
    TensorPair pair{&original, &written, Compare::Nothing, false, {}, {}};
    const bool areFloats = isFloat(original.dtype) && isFloat(written.dtype);
    const bool haveBlocks = haveSameBlocks(original, written);
    pair.canBeKept = haveBlocks || haveSameElements(original, written);
    if (original.shape != written.shape)
        pair.mismatch = QStringLiteral("shape %1 became %2")
                            .arg(shapeText(original.shape), shapeText(written.shape));
    else if (haveBlocks || (!areFloats && pair.canBeKept))
        pair.how = Compare::Stored;
    else if (const auto rows = commonRows(original, written); rows && areFloats)
        pair.how = Compare::Floats, pair.matrix = *rows;
    else
        pair.mismatch
            = QStringLiteral("type %1 became %2").arg(typeText(original), typeText(written));
    pair.canBeKept = pair.canBeKept && pair.mismatch.isEmpty();
    return pair;
}

/// Plain floats may be cut anywhere: in pieces of a fixed number of elements.
std::vector<TileSpan> spansOf(const TensorPair& pair)
{
    switch (pair.how) {
    case Compare::Nothing:
        break;
    case Compare::Stored:
        return cut({1, pair.original->bytes()}, copyBytes);
    case Compare::Floats:
        return cut(pair.matrix, tileElements);
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

/// Finds the written tensor for each of the source, each once.
class Namesakes {
public:
    Namesakes(const ModelHeader& original, const ModelHeader& written)
    {
        for (const TensorInfo& tensor : written.tensors)
            m_written.insert(tensor.name, &tensor);
        for (const TensorInfo& tensor : original.tensors)
            m_original.insert(tensor.name);
    }

    /// Of that name, or of that name without a prefix that files may leave out; null: none.
    const TensorInfo* take(const QString& name)
    {
        if (const TensorInfo* same = m_written.take(name))
            return same;
        for (const QString& prefix : m_prefixes) {
            const QString bare = name.startsWith(prefix) ? name.mid(prefix.size()) : QString();
            if (bare.isEmpty() || m_original.contains(bare))
                continue;
            if (const TensorInfo* found = m_written.take(bare))
                return found;
        }
        return nullptr;
    }

    bool isLeft(const QString& name) const { return m_written.contains(name); }

private:
    const QStringList m_prefixes = namePrefixes();
    QHash<QString, const TensorInfo*> m_written;
    QSet<QString> m_original;
};

} // namespace

std::vector<TensorPair> pairUp(const ModelHeader& original, const ModelHeader& written)
{
    Namesakes namesakes(original, written);
    std::vector<TensorPair> pairs;
    pairs.reserve(std::max(original.tensors.size(), written.tensors.size()));
    for (const TensorInfo& tensor : original.tensors) {
        if (const TensorInfo* namesake = namesakes.take(tensor.name))
            pairs.push_back(matched(tensor, *namesake));
        else
            pairs.push_back({&tensor, nullptr, Compare::Nothing, false, {},
                QStringLiteral("missing in the written file")});
    }
    for (const TensorInfo& tensor : written.tensors)
        if (namesakes.isLeft(tensor.name))
            pairs.push_back({nullptr, &tensor, Compare::Nothing, false, {},
                QStringLiteral("not in the source")});
    return pairs;
}

std::vector<Piece> piecesOf(const std::vector<TensorPair>& pairs)
{
    std::vector<Piece> pieces;
    for (std::size_t pair = 0; pair < pairs.size(); ++pair)
        for (const TileSpan& span : spansOf(pairs[pair]))
            pieces.push_back({pair, span});
    return pieces;
}

Comparer::Comparer(const ModelSource& original, const ModelSource& written)
    : m_original(original)
    , m_written(written)
    , m_before(original)
    , m_after(written)
{
}

Result<PieceResult> Comparer::compare(const TensorPair& pair, const Piece& piece)
{
    auto result = pair.how == Compare::Stored ? compareBytes(pair, piece.span)
                                              : compareFloats(pair, piece.span);
    if (!result)
        return result.error().in(printable(pair.original->name));
    return result;
}

Result<PieceResult> Comparer::compareBytes(const TensorPair& pair, const TileSpan& span)
{
    m_a.resize(std::size_t(span.columns));
    m_b.resize(std::size_t(span.columns));
    const auto read = [&](const ModelSource& model, const TensorInfo& tensor, MutableBytes into) {
        return tensor.encoding ? model.readBlob(tensor.encoding->codes, span.firstColumn, into)
                               : model.read(tensor, span.firstColumn, into);
    };
    if (auto got = read(m_original, *pair.original, m_a); !got)
        return got.error();
    if (auto got = read(m_written, *pair.written, m_b); !got)
        return got.error();
    PieceResult result{{}, areEqual(m_a, m_b), {}};
    if (!result.isEqual)
        result.trouble = QStringLiteral("its bytes differ from the source");
    return result;
}

Result<PieceResult> Comparer::compareFloats(const TensorPair& pair, const TileSpan& span)
{
    if (auto got = m_before.load(*pair.original, pair.matrix, span); !got)
        return got.error();
    if (auto got = m_after.load(*pair.written, pair.matrix, span); !got)
        return got.error();
    PieceResult result;
    result.isEqual = pair.canBeKept && areEqual(m_before.stored(), m_after.stored());
    compareStrips(pair, span, result);
    return result;
}

void Comparer::compareStrips(const TensorPair& pair, const TileSpan& span, PieceResult& result)
{
    for (const TileSpan& strip : cut(span.matrix(), stripElements)) {
        m_x.resize(std::size_t(strip.elements()));
        m_y.resize(m_x.size());
        m_before.toFloats(strip, m_x);
        m_after.toFloats(strip, m_y);
        const auto badX = firstNonFinite(m_x), badY = firstNonFinite(m_y);
        if (!badX && !badY) {
            result.sums.add(m_x, m_y);
            continue;
        }
        if (result.isEqual || !result.trouble.isEmpty())
            continue; // Kept as it is, a tensor may hold anything.
        const std::int64_t first = span.firstRow * pair.matrix.columns + span.firstColumn
            + strip.firstRow * span.columns + strip.firstColumn;
        result.trouble = badX
            ? notFinite("source", m_x[*badX], first + std::int64_t(*badX))
            : notFinite("written tensor", m_y[*badY], first + std::int64_t(*badY));
    }
}

} // namespace aq
