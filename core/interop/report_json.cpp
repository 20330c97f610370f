#include "core/interop/report_json.h"
#include "core/interop/fit_json.h"
#include "core/interop/json_writer.h"

#include <QFileInfo>
#include <QJsonObject>

namespace aq {

namespace {

void writeThresholds(JsonWriter& json, const Thresholds& thresholds)
{
    json.key("thresholds").begin('{');
    json.member("minCosine", thresholds.minCosine);
    json.member("floorsPerWidth", thresholds.floorsPerWidth);
    json.end('}');
}

void writeSummary(JsonWriter& json, const ValidationReport& report)
{
    const ReportSummary& summary = report.summary;
    json.key("summary").begin('{');
    json.member("passed", summary.passed);
    json.member("parameters", summary.parameters);
    json.member("bytesBefore", summary.bytesBefore);
    json.member("bytesAfter", summary.bytesAfter);
    json.member("compressionRatio", summary.compressionRatio);
    json.member("bitsPerWeight", summary.bitsPerWeight);
    json.member("cosine", summary.cosine);
    json.member("relRmse", summary.relRmse);
    json.member("sqnrDb", summary.sqnrDb);
    json.member("seconds", summary.seconds);
    if (summary.worst >= 0)
        json.member("worst", report.tensors[std::size_t(summary.worst)].name);
    json.member("failures", summary.failures);
    json.end('}');
}

/// In the order of ErrorSums.
void writeSums(JsonWriter& json, const ErrorSums& sums)
{
    json.key("sums").begin('[').value(sums.count);
    for (const double sum : {sums.xx, sums.yy, sums.xy, sums.dd, sums.d, sums.maxError, sums.peak})
        json.value(sum);
    json.end(']');
}

void writeTensor(JsonWriter& json, const TensorReport& tensor, ReportSums sums)
{
    json.line().begin('{');
    json.member("name", tensor.name);
    json.member("scheme", tensor.scheme);
    json.member("reason", tensor.reason);
    json.member("shape", tensor.shape);
    json.member("parameters", tensor.parameters);
    json.member("bitsPerWeight", tensor.bitsPerWeight);
    json.member("bytesBefore", tensor.bytesBefore);
    json.member("bytesAfter", tensor.bytesAfter);
    json.member("cosine", tensor.cosine);
    json.member("relRmse", tensor.relRmse);
    json.member("sqnrDb", tensor.sqnrDb);
    json.member("maxError", tensor.maxError);
    json.member("status", statusId(tensor.status));
    json.member("message", tensor.message);
    if (sums == ReportSums::Included)
        writeSums(json, tensor.sums);
    json.end('}');
}

void writePlanned(JsonWriter& json, const TensorInfo& tensor, const TensorPlan& plan)
{
    const double elements = double(tensor.elements());
    json.line().begin('{');
    json.member("name", tensor.name);
    json.member("dtype", nameOf(tensor.dtype));
    json.member("shape", tensor.shape);
    json.member("scheme", plan.scheme ? plan.scheme->id : "keep");
    if (plan.scheme && qstrcmp(plan.scheme->family, "affine") == 0)
        json.member("groupSize", std::int64_t(plan.options.groupSize));
    if (!plan.storedName.isEmpty())
        json.member("storedName", plan.storedName);
    if (!plan.storedShape.empty())
        json.member("storedShape", plan.storedShape);
    json.member("reason", reasonText(plan));
    json.member("chain", plan.chain);
    json.member("bytesBefore", tensor.bytes());
    json.member("bytesAfter", plan.outputBytes);
    json.member("bitsPerWeight", elements > 0 ? 8 * double(plan.outputBytes) / elements : 0);
    json.end('}');
}

void writeRepair(JsonWriter& json, const Repair& repair)
{
    json.begin('{').member("id", repair.id).member("label", repair.label);
    if (!repair.overrides.empty()) {
        json.key("overrides").begin('{');
        for (const Rule& rule : repair.overrides)
            json.member(rule.pattern, actionText(rule.action));
        json.end('}');
    }
    if (repair.target)
        json.member("target", *repair.target);
    if (repair.stripPrefix)
        json.member("stripPrefix", *repair.stripPrefix);
    if (repair.architecture)
        json.member("architecture", *repair.architecture);
    json.end('}');
}

void writeFinding(JsonWriter& json, const ModelHeader& header, const Finding& finding)
{
    json.line().begin('{').member("severity", severityId(finding.severity));
    json.member("id", finding.id);
    if (finding.tensor >= 0)
        json.member("tensor", header.tensors[std::size_t(finding.tensor)].name);
    json.member("what", finding.what).member("why", finding.why);
    json.key("repairs").begin('[');
    for (const Repair& repair : finding.repairs)
        writeRepair(json, repair);
    json.end(']').end('}');
}

std::int64_t parametersOf(const ModelHeader& header)
{
    std::int64_t parameters = 0;
    for (const TensorInfo& tensor : header.tensors)
        parameters += tensor.elements();
    return parameters;
}

} // namespace

QByteArray reportJson(const ValidationReport& report, ReportSums sums)
{
    JsonWriter json;
    json.begin('{').member("version", std::int64_t(report.version));
    json.line().member("program", report.program);
    json.line().member("source", report.source);
    json.line().member("output", report.output);
    json.line().member("recipe", toJsonObject(report.recipe));
    if (!report.forced.isEmpty())
        json.line().member("forced", report.forced);
    writeThresholds(json.line(), report.thresholds);
    writeSummary(json.line(), report);
    json.line().key("tensors").begin('[');
    for (const TensorReport& tensor : report.tensors)
        writeTensor(json, tensor, sums);
    return json.end(']').end('}').take();
}

QByteArray headerJson(const QString& path, const char* format, std::int64_t fileBytes,
    const ModelHeader& header, const QString& architecture, const QStringList& evidence)
{
    JsonWriter json;
    json.begin('{').member("path", path);
    json.line().member("format", format);
    json.line().member("architecture", architecture);
    if (!evidence.isEmpty())
        json.line().member("evidence", evidence);
    json.line().member("parameters", parametersOf(header));
    json.line().member("bytes", fileBytes);
    json.line().key("metadata").begin('{');
    for (auto it = header.metadata.constBegin(); it != header.metadata.constEnd(); ++it)
        json.member(it.key(), it.value());
    json.end('}');
    json.line().key("tensors").begin('[');
    for (const TensorInfo& tensor : header.tensors) {
        json.line().begin('{').member("name", tensor.name);
        json.member("dtype", nameOf(tensor.dtype));
        json.member("shape", tensor.shape);
        json.member("bytes", tensor.bytes());
        if (tensor.encoding)
            json.member("scheme", tensor.encoding->scheme);
        json.end('}');
    }
    return json.end(']').end('}').take();
}

QByteArray planJson(const QString& path, const ModelHeader& header, const QuantPlan& plan,
    std::span<const Finding> findings, const PlanExtras& extras)
{
    JsonWriter json;
    json.begin('{').member("version", std::int64_t(1));
    json.line().member("path", path);
    json.line().member("target", plan.target ? plan.target->id : "");
    json.line().member("recipe", toJsonObject(plan.recipe));
    json.line().key("findings").begin('[');
    for (const Finding& finding : findings)
        writeFinding(json, header, finding);
    json.end(']');
    json.line().member("parameters", plan.parameters);
    json.line().member("bytesBefore", plan.bytesBefore);
    json.line().member("bytesAfter", plan.bytesAfter);
    json.line().member("bitsPerWeight", plan.bitsPerWeight());
    if (extras.fileBytes)
        json.line().member("fileBytes", *extras.fileBytes);
    if (extras.model && extras.fit)
        writeFit(json.line().key("fit"), plan.recipe, *extras.model, *extras.fit,
            extras.fileBytes.value_or(0));
    json.line().key("tensors").begin('[');
    for (std::size_t i = 0; i < plan.tensors.size(); ++i)
        writePlanned(json, header.tensors[i], plan.tensors[i]);
    return json.end(']').end('}').take();
}

Result<QByteArray> reportFor(const QString& path, const ValidationReport& report)
{
    const QString extension = QFileInfo(path).suffix().toLower();
    if (extension == QLatin1StringView("json"))
        return reportJson(report);
    if (extension == QLatin1StringView("csv"))
        return reportCsv(report);
    if (extension == QLatin1StringView("html"))
        return reportHtml(report);
    return Error{ErrorCode::Unsupported, QStringLiteral("a report is .json, .csv or .html"), path};
}

} // namespace aq
