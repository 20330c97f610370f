#include "core/jobs/journal.h"

#include <QJsonArray>
#include <cmath>
#include <utility>

namespace aq {
namespace {

const QString indexKey = QStringLiteral("tensor"), nameKey = QStringLiteral("name"),
              doneKey = QStringLiteral("done"), sumsKey = QStringLiteral("sums"),
              fellBackKey = QStringLiteral("fellBack"), errorKey = QStringLiteral("error"),
              codeKey = QStringLiteral("code"), detailKey = QStringLiteral("detail"),
              whereKey = QStringLiteral("where");

/// The numbers of the sums, in this order in a record.
constexpr double ErrorSums::*numbers[] = {&ErrorSums::xx, &ErrorSums::yy, &ErrorSums::xy,
    &ErrorSums::dd, &ErrorSums::d, &ErrorSums::maxError, &ErrorSums::peak};

QJsonArray listOf(const ErrorSums& sums)
{
    QJsonArray list{qint64(sums.count)};
    for (const auto number : numbers)
        list << sums.*number; // The shortest text that is read as the same number.
    return list;
}

std::optional<ErrorSums> sumsOf(const QJsonArray& list)
{
    if (list.size() != 1 + qsizetype(std::size(numbers)))
        return {};
    ErrorSums sums;
    sums.count = list[0].toInteger(-1);
    qsizetype at = 1;
    for (const auto number : numbers) {
        sums.*number = list[at++].toDouble(std::nan(""));
        if (!std::isfinite(sums.*number))
            return {};
    }
    return sums.count >= 0 ? std::optional(sums) : std::nullopt;
}

/// "planned"; "kept": its bytes are those of the source; "wider": with the scales for that.
QString doneText(const TensorOutcome& outcome)
{
    if (!outcome.fellBack && !outcome.failure)
        return QStringLiteral("planned");
    return outcome.done.isCopy() ? QStringLiteral("kept") : QStringLiteral("wider");
}

bool applyDone(const QString& done, TensorTask& task)
{
    if (done == QStringLiteral("kept") && task.canCopy)
        task = copyOf(task);
    else if (done == QStringLiteral("wider") && task.wider)
        task.options = *std::exchange(task.wider, std::nullopt);
    else
        return done == QStringLiteral("planned");
    return true;
}

std::optional<Error> errorOf(const QJsonObject& record)
{
    const QJsonObject object = record.value(errorKey).toObject();
    if (object.isEmpty())
        return {};
    return Error{ErrorCode(std::clamp(object.value(codeKey).toInt(), 0, int(ErrorCode::Internal))),
        object.value(detailKey).toString(), object.value(whereKey).toString()};
}

} // namespace

QJsonObject recordOf(const TensorOutcome& outcome)
{
    QJsonObject record{{indexKey, qint64(outcome.done.index)}, {nameKey, outcome.done.tensor->name},
        {doneKey, doneText(outcome)}, {sumsKey, listOf(outcome.sums)}};
    if (outcome.fellBack)
        record.insert(fellBackKey, true);
    if (outcome.failure)
        record.insert(errorKey,
            QJsonObject{{codeKey, int(outcome.failure->code)}, {detailKey, outcome.failure->detail},
                {whereKey, outcome.failure->where}});
    return record;
}

bool applyRecord(const QJsonObject& record, TensorOutcome& planned)
{
    const auto sums = sumsOf(record.value(sumsKey).toArray());
    TensorTask task = planned.done;
    if (!sums || record.value(indexKey).toInteger(-1) != qint64(task.index)
        || record.value(nameKey).toString() != task.tensor->name
        || !applyDone(record.value(doneKey).toString(), task))
        return false;
    planned.done = std::move(task);
    planned.sums = *sums;
    planned.fellBack = record.value(fellBackKey).toBool();
    planned.failure = errorOf(record);
    return true;
}

} // namespace aq
