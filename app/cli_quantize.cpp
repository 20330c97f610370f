#include "app/cli.h"
#include "app/cli_findings.h"
#include "app/cli_interrupt.h"
#include "app/cli_options.h"
#include "app/cli_output.h"
#include "app/cli_planned.h"
#include "app/cli_progress.h"
#include "app/cli_report.h"
#include "core/base/printable.h"
#include "core/interop/report_json.h"

#include <optional>

namespace aq::cli {

using namespace Qt::StringLiterals;

namespace {

Result<ProgressStyle> progressFrom(const Arguments& arguments)
{
    const QString style = arguments.value("--progress"_L1);
    if (style.isEmpty())
        return defaultStyle();
    if (style == "json"_L1)
        return ProgressStyle::Json;
    return Error{ErrorCode::InvalidPlan, u"--progress: '%1' is not json"_s.arg(style), {}};
}

} // namespace

int measure(const Arguments& arguments)
{
    const QString path = arguments.positional[0];
    const auto recipe = recipeFrom(arguments);
    if (!recipe)
        return failFor(recipe.error(), recipe.error().where, "measure");
    const auto limits = limitsFrom(arguments);
    if (!limits)
        return failFor(limits.error(), path, "measure");
    const auto reports = reportsFrom(arguments, *recipe);
    if (!reports)
        return failFor(reports.error(), reports.error().where, "measure");
    const auto planned = planFor(arguments, *recipe);
    if (!planned)
        return failFor(planned.error(), fileOf(planned.error(), arguments, *recipe), "measure");

    ProgressPrinter progress(defaultStyle());
    const JobEnd end = measureModel(
        {planned->source, planned->plan, thresholdsOf(*recipe), *limits, planned->importance},
        progress.control());
    progress.end();
    const auto* finished = std::get_if<Finished>(&end);
    if (!finished)
        return failedEnd(end, path);
    if (const auto written = writeReports(*reports, finished->report, arguments.has("--force"_L1));
        !written)
        return fail(written.error(), path);
    if (arguments.has("--json"_L1)) {
        print(reportJson(finished->report));
        return Done;
    }
    print(reportTable(finished->report));
    printLine(u"\n"_s + summaryText(finished->report));
    if (const QString kept = keptText(finished->report); !kept.isEmpty())
        printLine(kept);
    return Done;
}

namespace {

/// Everything about a quantize run that can be wrong before the model is opened.
struct QuantizeArguments {
    QString path, output;
    Recipe recipe = {};
    JobLimits limits = {};
    QStringList reports = {};
    ProgressStyle style = ProgressStyle::Quiet;
};

Result<QuantizeArguments> quantizeArguments(const Arguments& arguments)
{
    QuantizeArguments checked{
        .path = arguments.positional[0], .output = arguments.value("--output"_L1)};
    if (checked.output.isEmpty())
        return Error{ErrorCode::InvalidPlan, u"-o OUT is missing"_s, {}};
    const auto recipe = recipeFrom(arguments, checked.output);
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
    checked.limits = *limits;
    checked.reports = *reports;
    checked.style = *style;
    return checked;
}

int failPlanned(const QuantizeArguments& checked, const Error& error, const QString& file)
{
    if (checked.style == ProgressStyle::Json)
        tellErrors({error, {}});
    return failFor(error, file, "quantize");
}

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

int runQuantize(const QuantizeArguments& checked, const Planned& planned,
    const Arguments& arguments, const QMap<QString, QString>& metadata)
{
    const bool force = arguments.has("--force"_L1);
    ProgressPrinter progress(checked.style);
    const JobEnd end = quantizeModel({.source = planned.source,
                                         .plan = planned.plan,
                                         .output = checked.output,
                                         .overwrite = force,
                                         .thresholds = thresholdsOf(checked.recipe),
                                         .limits = checked.limits,
                                         .importance = planned.importance,
                                         .metadata = metadata,
                                         .hashSource = !arguments.has("--no-source-hash"_L1)},
        progress.control());
    progress.end();
    const auto* finished = std::get_if<Finished>(&end);
    if (!finished)
        return failedEnd(end, checked.path, checked.style);
    if (const auto written = writeReports(checked.reports, finished->report, force); !written)
        return fail(written.error(), checked.output);
    if (checked.style != ProgressStyle::Json) {
        printLine(printable(checked.output, 4096) + u": "_s + summaryText(finished->report));
        if (const QString kept = keptText(finished->report); !kept.isEmpty())
            printLine(kept);
    }
    return verdict(finished->report, checked.output);
}

int runPlanned(const QuantizeArguments& checked, const Arguments& arguments)
{
    const auto planned = planFor(arguments, checked.recipe);
    if (!planned)
        return failPlanned(
            checked, planned.error(), fileOf(planned.error(), arguments, checked.recipe));
    const auto metadata = overruled(*planned, arguments.has("--force-findings"_L1));
    if (!metadata)
        return failPlanned(checked, metadata.error().in(checked.path), checked.path);
    return runQuantize(checked, *planned, arguments, *metadata);
}

} // namespace

int quantize(const Arguments& arguments)
{
    const auto checked = quantizeArguments(arguments);
    if (!checked)
        return failFor(checked.error(), checked.error().where, "quantize");
    const int status = runPlanned(*checked, arguments);
    if (checked->style == ProgressStyle::Json)
        printJsonEnd(status, checked->output);
    return status;
}

} // namespace aq::cli
