#include "core/interop/stored_report.h"

#include "core/interop/report_json.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <algorithm>
#include <array>
#include <limits>

namespace aq {
namespace {

constexpr int reportVersion = 1;
constexpr std::array statuses{
    Status::Kept, Status::Passed, Status::BelowFloor, Status::BelowMinimum, Status::Failed};

Error noReport(const QString& detail) { return {ErrorCode::Corrupt, detail, {}}; }

QJsonValue at(const QJsonObject& object, const char* key)
{
    return object.value(QLatin1StringView(key));
}

/// NaN for null: a tensor that could not be compared has such sums.
double readNumber(const QJsonValue& value)
{
    return value.toDouble(std::numeric_limits<double>::quiet_NaN());
}

/// In the order of ErrorSums.
bool readSums(const QJsonArray& array, ErrorSums& sums)
{
    const std::array numbers{
        &sums.xx, &sums.yy, &sums.xy, &sums.dd, &sums.d, &sums.maxError, &sums.peak};
    if (array.size() != qsizetype(numbers.size()) + 1)
        return false;
    sums.count = array[0].toInteger();
    for (std::size_t i = 0; i < numbers.size(); ++i)
        *numbers[i] = readNumber(array[qsizetype(i) + 1]);
    return true;
}

bool readStatus(const QString& id, Status& status)
{
    const auto* const known = std::ranges::find_if(
        statuses, [&](Status each) { return id == QLatin1StringView(statusId(each)); });
    if (known == statuses.end())
        return false;
    status = *known;
    return true;
}

/// @param texts  thousands of tensors have the same few, held once
bool readTensor(const QJsonObject& object, QSet<QString>& texts, TensorReport& tensor)
{
    tensor.name = at(object, "name").toString();
    tensor.scheme = *texts.insert(at(object, "scheme").toString());
    tensor.reason = *texts.insert(at(object, "reason").toString());
    for (const QJsonValue extent : at(object, "shape").toArray())
        tensor.shape.push_back(extent.toInteger());
    tensor.parameters = at(object, "parameters").toInteger();
    tensor.bytesBefore = at(object, "bytesBefore").toInteger();
    tensor.bytesAfter = at(object, "bytesAfter").toInteger();
    tensor.message = at(object, "message").toString();
    return readStatus(at(object, "status").toString(), tensor.status)
        && readSums(at(object, "sums").toArray(), tensor.sums);
}

/// What is not worked out from the tensors.
void readHead(const QJsonObject& object, ValidationReport& report)
{
    report.program = at(object, "program").toString();
    report.source = at(object, "source").toString();
    report.output = at(object, "output").toString();
    report.forced = at(object, "forced").toString();
    const QJsonObject limits = at(object, "thresholds").toObject();
    report.thresholds.minCosine = at(limits, "minCosine").toDouble(report.thresholds.minCosine);
    report.thresholds.floorsPerWidth
        = at(limits, "floorsPerWidth").toBool(report.thresholds.floorsPerWidth);
    const QJsonObject summary = at(object, "summary").toObject();
    report.summary.bytesBefore = at(summary, "bytesBefore").toInteger();
    report.summary.bytesAfter = at(summary, "bytesAfter").toInteger();
    report.summary.seconds = at(summary, "seconds").toDouble();
}

} // namespace

Result<ValidationReport> reportFromJson(const QByteArray& json)
{
    QJsonParseError problem;
    const QJsonObject object = QJsonDocument::fromJson(json, &problem).object();
    const int version = at(object, "version").toInt();
    if (problem.error != QJsonParseError::NoError || version < 1
        || !at(object, "tensors").isArray())
        return noReport(QStringLiteral("not a report"));
    if (version > reportVersion)
        return Error{ErrorCode::Unsupported,
            QStringLiteral("version %1 is of a later program").arg(version), {}};
    ValidationReport report;
    readHead(object, report);
    const QJsonObject recipe = at(object, "recipe").toObject();
    auto wish = recipeFromJson(QJsonDocument(recipe).toJson(QJsonDocument::Compact));
    if (!wish)
        return noReport(wish.error().detail);
    report.recipe = *std::move(wish);
    const QJsonArray tensors = at(object, "tensors").toArray();
    report.tensors.resize(std::size_t(tensors.size()));
    QSet<QString> texts;
    for (qsizetype i = 0; i < tensors.size(); ++i)
        if (!readTensor(tensors[i].toObject(), texts, report.tensors[std::size_t(i)]))
            return noReport(QStringLiteral("tensor %1 of the report has no sums").arg(i));
    summarise(report);
    return report;
}

} // namespace aq
