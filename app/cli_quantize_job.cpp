#include "app/cli_quantize_job.h"

#include "app/cli_findings.h"
#include "app/cli_fit.h"
#include "app/cli_options.h"
#include "app/cli_output.h"
#include "app/cli_planned.h"

#include <QFileInfo>

namespace aq::cli {

using namespace Qt::StringLiterals;

namespace {

/// What a file tells of the findings that were overruled; an error when they may not be.
Result<QMap<QString, QString>> overruled(const Planned& planned, bool isForced)
{
    const ModelHeader& header = planned.source.header();
    const auto findings = findingsOf(header, planned.plan);
    if (!hasBlocking(findings))
        return QMap<QString, QString>();
    if (!isForced || hasUnforceable(findings))
        return blockedBy(header, findings);
    return QMap<QString, QString>{{u"arrowquant.forced"_s, forcedText(header, findings)}};
}

/// What the file tells of findings takes bytes of the size that is asked for, and which there are
/// is known only of the plan that was fitted: then it is fitted again.
Result<QMap<QString, QString>> fitAndCheck(Planned& planned, const Arguments& arguments)
{
    const bool isForced = arguments.has("--force-findings"_L1);
    const QuantPlan base = planned.plan;
    auto fitted = fitPlanned(planned, arguments);
    if (!fitted)
        return fitted.error();
    auto metadata = overruled(planned, isForced);
    if (*fitted && metadata && !metadata->isEmpty()) {
        planned.plan = base;
        fitted = fitPlanned(planned, arguments, *metadata);
        if (!fitted)
            return fitted.error();
        metadata = overruled(planned, isForced);
    }
    if (*fitted && metadata)
        noteLine(fitText(**fitted));
    return metadata;
}

} // namespace

Result<ProgressStyle> progressFrom(const Arguments& arguments)
{
    const QString style = arguments.value("--progress"_L1);
    if (style.isEmpty())
        return defaultStyle();
    if (style == "json"_L1)
        return ProgressStyle::Json;
    return Error{ErrorCode::InvalidPlan, u"--progress: '%1' is not json"_s.arg(style), {}};
}

QString journalFor(const QString& output)
{
    const QFileInfo info(output);
    return info.path() + u"/."_s + info.fileName() + u".journal"_s;
}

Result<QuantizeArguments> quantizeArguments(const Arguments& arguments, const Recipe* start)
{
    QuantizeArguments checked{
        .path = arguments.positional[0], .output = arguments.value("--output"_L1)};
    if (checked.output.isEmpty())
        return Error{ErrorCode::InvalidPlan, u"-o OUT is missing"_s, {}};
    const auto recipe = recipeFrom(arguments, checked.output, start);
    if (!recipe)
        return recipe.error();
    const auto limits = limitsFrom(arguments);
    if (!limits)
        return limits.error();
    const auto reports = reportsFrom(arguments, *recipe, checked.output);
    if (!reports)
        return reports.error();
    const auto style = progressFrom(arguments);
    if (!style)
        return style.error();
    checked.recipe = *recipe;
    checked.recipe.repair = recipe->repair || arguments.has("--repair"_L1);
    checked.limits = *limits;
    checked.reports = *reports;
    checked.style = *style;
    checked.thresholds = thresholdsOf(*recipe);
    return checked;
}

Result<QuantizeRequest> quantizeRequest(
    const QuantizeArguments& checked, const Arguments& arguments)
{
    auto planned = planFor(arguments, checked.recipe);
    if (!planned)
        return planned.error();
    const auto metadata = fitAndCheck(*planned, arguments);
    if (!metadata)
        return metadata.error().where.isEmpty() ? metadata.error().in(checked.path)
                                                : metadata.error();
    return QuantizeRequest{.source = planned->source,
        .plan = planned->plan,
        .output = checked.output,
        .overwrite = arguments.has("--force"_L1),
        .thresholds = checked.thresholds,
        .limits = checked.limits,
        .importance = planned->importance,
        .metadata = *metadata,
        .hashSource = !arguments.has("--no-source-hash"_L1),
        .journal = arguments.has("--resume"_L1) ? journalFor(checked.output) : QString()};
}

} // namespace aq::cli
