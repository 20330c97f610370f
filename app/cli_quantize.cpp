#include "app/cli.h"
#include "app/cli_interrupt.h"
#include "app/cli_options.h"
#include "app/cli_output.h"
#include "app/cli_progress.h"
#include "app/cli_report.h"
#include "core/base/printable.h"
#include "core/interop/report_json.h"

#include <optional>

namespace aq::cli {

using namespace Qt::StringLiterals;

namespace {

/// What plan, measure and quantize begin with.
struct Planned {
    ModelSource source;
    QuantPlan plan;
};

Result<Planned> planFor(const Arguments& arguments, const Recipe& recipe)
{
    const QString path = arguments.positional[0];
    const auto source = openFrom(arguments, path);
    if (!source)
        return source.error();
    if (const auto spared = checkSpared(*source, arguments.all("--report"_L1)); !spared)
        return spared.error();
    auto plan = makePlan(source->header(), recipe);
    if (!plan)
        return plan.error().where.isEmpty() ? plan.error() : plan.error().in(path);
    for (const QString& pattern : idlePatterns(arguments, source->header()))
        noteLine(u"'%1' matches no tensor"_s.arg(pattern));
    return Planned{*source, *std::move(plan)};
}

QString planTable(const ModelHeader& header, const QuantPlan& plan)
{
    std::vector<QStringList> rows;
    for (std::size_t i = 0; i < plan.tensors.size(); ++i) {
        const TensorInfo& tensor = header.tensors[i];
        const TensorPlan& wish = plan.tensors[i];
        rows.push_back({printable(tensor.name), QString::fromLatin1(nameOf(tensor.dtype)),
            shapeText(tensor.shape), wish.scheme ? QString::fromLatin1(wish.scheme->id) : u"keep"_s,
            wish.scheme ? QString::number(wish.options.groupSize) : QString(),
            QString::number(tensor.bytes()), QString::number(wish.outputBytes),
            printable(QString::fromLatin1(reasonId(wish.reason))
                + (wish.because.isEmpty() ? QString() : u": "_s + wish.because))});
    }
    return tableText({u"tensor"_s, u"dtype"_s, u"shape"_s, u"scheme"_s, u">group"_s, u">before"_s,
                         u">after"_s, u"reason"_s},
        rows);
}

/// Wrong usage has no file to begin with; all other errors are about one: `path`, or the one they
/// are located at.
int failFor(const Error& error, const QString& path, const char* command)
{
    if (error.code == ErrorCode::InvalidPlan && error.where.isEmpty())
        return failUsage(error.detail, u"arrowquant-cli "_s + QLatin1StringView(command));
    return fail(error, path);
}

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

int plan(const Arguments& arguments)
{
    const QString path = arguments.positional[0];
    const auto recipe = recipeFrom(arguments);
    if (!recipe)
        return failFor(recipe.error(), recipe.error().where, "plan");
    const auto planned = planFor(arguments, *recipe);
    if (!planned)
        return failFor(planned.error(), path, "plan");
    const QuantPlan& decided = planned->plan;
    if (arguments.has("--json"_L1)) {
        print(planJson(path, planned->source.header(), decided));
        return Done;
    }
    print(planTable(planned->source.header(), decided));
    printLine(u"\n%1 -> %2, %3 bits per weight, target %4"_s.arg(bytesText(decided.bytesBefore),
        bytesText(decided.bytesAfter), fixed(decided.bitsPerWeight(), 3),
        QLatin1StringView(decided.target->id)));
    return Done;
}

int measure(const Arguments& arguments)
{
    const QString path = arguments.positional[0];
    const auto recipe = recipeFrom(arguments);
    if (!recipe)
        return failFor(recipe.error(), recipe.error().where, "measure");
    const auto limits = limitsFrom(arguments);
    if (!limits)
        return failFor(limits.error(), path, "measure");
    const auto reports = reportsFrom(arguments);
    if (!reports)
        return failFor(reports.error(), reports.error().where, "measure");
    const auto planned = planFor(arguments, *recipe);
    if (!planned)
        return failFor(planned.error(), path, "measure");

    ProgressPrinter progress(defaultStyle());
    const JobEnd end = measureModel(
        {planned->source, planned->plan, thresholdsOf(*recipe), *limits}, progress.control());
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
    const auto reports = reportsFrom(arguments, checked.output);
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

int failPlanned(const QuantizeArguments& checked, const Error& error)
{
    if (checked.style == ProgressStyle::Json)
        tellErrors({error, {}});
    return failFor(error, checked.path, "quantize");
}

int runQuantize(const QuantizeArguments& checked, const Planned& planned, bool force)
{
    ProgressPrinter progress(checked.style);
    const JobEnd end = quantizeModel({planned.source, planned.plan, checked.output, force,
                                         thresholdsOf(checked.recipe), checked.limits},
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

} // namespace

int quantize(const Arguments& arguments)
{
    const auto checked = quantizeArguments(arguments);
    if (!checked)
        return failFor(checked.error(), checked.error().where, "quantize");
    const auto planned = planFor(arguments, checked->recipe);
    const int status = planned ? runQuantize(*checked, *planned, arguments.has("--force"_L1))
                               : failPlanned(*checked, planned.error());
    if (checked->style == ProgressStyle::Json)
        printJsonEnd(status, checked->output);
    return status;
}

} // namespace aq::cli
