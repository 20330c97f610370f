#include "core/jobs/scan_memory.h"

#include <QCryptographicHash>
#include <array>
#include <cmath>

namespace aq {
namespace {

constexpr int exactDigits = 17; ///< A double is read back as it was.
constexpr qsizetype words = 13; ///< Of a record.
constexpr qsizetype fingerprintDigits = 16;

QByteArray number(double value) { return QByteArray::number(value, 'g', exactDigits); }

/// One word, also where the text is empty.
QByteArray word(const QString& text) { return '=' + text.toUtf8().toPercentEncoding(); }

QString textOf(const QByteArray& word)
{
    return QString::fromUtf8(QByteArray::fromPercentEncoding(word.mid(1)));
}

QByteArray recordOf(const QString& tensor, const QByteArray& key, const CandidateError& error)
{
    const ErrorSums& sums = error.sums;
    QByteArrayList all{word(tensor), key, QByteArray::number(qint64(sums.count))};
    for (const double value : {sums.xx, sums.yy, sums.xy, sums.dd, sums.d, sums.maxError, sums.peak,
             error.error, error.standardError})
        all += number(value);
    all += word(error.problem);
    return all.join(' ');
}

/// The sums and errors of a record; false: they are none.
bool read(const QByteArrayList& from, CandidateError& error)
{
    bool isGood = false;
    error.sums.count = from[2].toLongLong(&isGood);
    std::array<double, 9> values{};
    for (std::size_t i = 0; i < values.size() && isGood; ++i)
        values[i] = from[3 + qsizetype(i)].toDouble(&isGood);
    ErrorSums& sums = error.sums;
    const std::array into{&sums.xx, &sums.yy, &sums.xy, &sums.dd, &sums.d, &sums.maxError,
        &sums.peak, &error.error, &error.standardError};
    for (std::size_t i = 0; i < values.size(); ++i)
        *into[i] = values[i];
    error.problem = textOf(from[12]);
    const bool isMeasured = std::isfinite(error.error) && std::isfinite(error.standardError);
    return isGood && sums.count >= 0 && error.error >= 0 && error.standardError >= 0
        && (isMeasured || !error.problem.isEmpty());
}

QByteArray optionsText(const Scheme& scheme, const SchemeOptions& options)
{
    QByteArray search = "/search=" + QByteArray::number(int(options.search));
    if (qstrcmp(scheme.family, "float") == 0)
        return {};
    if (scheme.blockElements > 0)
        return search;
    return "/group=" + QByteArray::number(options.groupSize)
        + "/symmetry=" + QByteArray::number(int(options.symmetry))
        + "/scale=" + QByteArray::number(int(options.scaleType))
        + "/zero=" + QByteArray::number(int(options.zeroType)) + search;
}

} // namespace

const CandidateError* ScanMemory::find(const QString& tensor, const QByteArray& key) const
{
    const auto found = m_known.constFind({tensor, key});
    return found == m_known.constEnd() ? nullptr : &*found;
}

void ScanMemory::add(const QString& tensor, const QByteArray& key, const CandidateError& error)
{
    m_known.insert({tensor, key}, error);
    m_news.emplace_back(tensor, key);
}

void ScanMemory::load(const std::vector<QByteArray>& records)
{
    for (const QByteArray& record : records) {
        const QByteArrayList parts = record.split(' ');
        CandidateError error;
        if (parts.size() == words && read(parts, error))
            m_known.insert({textOf(parts[0]), parts[1]}, error);
    }
}

std::vector<QByteArray> ScanMemory::news() const
{
    std::vector<QByteArray> records;
    records.reserve(m_news.size());
    for (const Key& key : m_news)
        records.push_back(recordOf(key.first, key.second, m_known[key]));
    return records;
}

QByteArray scanKey(const TensorTask& task, const Scheme& scheme, const QByteArray& weights,
    std::int64_t mostElements)
{
    QByteArray key = scheme.id + ('.' + QByteArray::number(scheme.version));
    key += optionsText(scheme, task.options);
    if (task.floats)
        key += QByteArray("/floats=") + nameOf(*task.floats);
    for (std::size_t i = 0; i < task.shape.size(); ++i)
        key += (i == 0 ? "/shape=" : "x") + QByteArray::number(qint64(task.shape[i]));
    if (!weights.isEmpty())
        key += "/weights=" + weights;
    if (mostElements > 0)
        key += "/sample=" + QByteArray::number(qint64(mostElements));
    return key;
}

QByteArray weightsText(std::span<const float> columns)
{
    if (columns.empty())
        return {};
    const Bytes bytes = std::as_bytes(columns);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(
        QByteArrayView(reinterpret_cast<const char*>(bytes.data()), qsizetype(bytes.size())));
    return hash.result().toHex().first(fingerprintDigits);
}

} // namespace aq
