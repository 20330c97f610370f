#pragma once
#include "core/fit/sensitivity.h"
#include "core/jobs/tensor_task.h"

#include <QByteArrayList>
#include <QHash>

namespace aq {

/// What was measured of one model, by tensor and by what was measured of it.
class ScanMemory {
public:
    /// Null: it is not known.
    const CandidateError* find(const QString& tensor, const QByteArray& key) const;
    void add(const QString& tensor, const QByteArray& key, const CandidateError& error);

    /// Reads what records() wrote; a record that makes no sense is left out.
    void load(const std::vector<QByteArray>& records);
    std::vector<QByteArray> news() const; ///< One record for each add() since load().

private:
    using Key = std::pair<QString, QByteArray>;
    QHash<Key, CandidateError> m_known;
    std::vector<Key> m_news;
};

/// Says all that the error of a task on a given tensor depends on, in words without a blank:
/// "q4_k.1/search=1/shape=640x256/sample=2097152".
/// @param scheme        of the plan, floats as well
/// @param weights       weightsText() of the columns
/// @param mostElements  of the sample; 0: all was read
QByteArray scanKey(const TensorTask& task, const Scheme& scheme, const QByteArray& weights,
    std::int64_t mostElements);

/// Tells the weights of columns, as an importance matrix holds them, from all others; empty: none.
QByteArray weightsText(std::span<const float> columns);

} // namespace aq
