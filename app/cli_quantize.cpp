#include "app/cli.h"
#include "app/cli_fit.h"
#include "app/cli_options.h"
#include "app/cli_output.h"
#include "app/cli_planned.h"
#include "app/cli_progress.h"
#include "app/cli_quantize_job.h"
#include "app/cli_report.h"
#include "app/cli_scan.h"
#include "core/base/printable.h"
#include "core/interop/report_json.h"

namespace aq::cli {

using namespace Qt::StringLiterals;

int measure(const Arguments& arguments)
{
    if (arguments.has("--all"_L1))
        return measureAll(arguments);
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
    auto planned = planFor(arguments, *recipe);
    if (!planned)
        return failFor(planned.error(), fileOf(planned.error(), arguments, *recipe), "measure");
    const auto fitted = fitPlanned(*planned, arguments);
    if (!fitted)
        return failFor(fitted.error(), path, "measure");
    if (*fitted)
        noteLine(fitText(**fitted));

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

int failPlanned(const QuantizeArguments& checked, const Arguments& arguments, const Error& error)
{
    if (checked.style == ProgressStyle::Json)
        tellErrors({error, {}});
    return failFor(error, fileOf(error, arguments, checked.recipe), "quantize");
}

/// A journal is for going on later: interrupted, the job leaves what it has.
JobControl controlFor(const QuantizeRequest& request, ProgressPrinter& progress)
{
    JobControl control = progress.control();
    control.gate = std::make_shared<JobGate>();
    control.gate->setKeepsUnfinished(!request.journal.isEmpty());
    return control;
}

/// What a repair changed, by the overrides that it made; empty: nothing.
QString raisedText(const Recipe& before, const Recipe& after)
{
    QHash<QString, Action> known;
    for (const Rule& rule : before.overrides)
        known.insert(rule.pattern, rule.action);
    QStringList raised;
    for (const Rule& rule : after.overrides) {
        const auto old = known.constFind(rule.pattern);
        if (old == known.constEnd() || *old != rule.action)
            raised += u"%1 (%2)"_s.arg(printable(rule.pattern), actionText(rule.action));
    }
    constexpr qsizetype most = 5;
    if (raised.isEmpty())
        return {};
    const qsizetype others = raised.size() - most;
    return u"%1 raised: "_s.arg(raised.size()) + raised.mid(0, most).join(u", "_s)
        + (others > 0 ? u" and %1 more"_s.arg(others) : QString());
}

int runQuantize(const QuantizeArguments& checked, const QuantizeRequest& request)
{
    ProgressPrinter progress(checked.style);
    const JobEnd end = quantizeModel(request, controlFor(request, progress));
    progress.end();
    if (const auto* cancelled = std::get_if<Cancelled>(&end); cancelled && cancelled->canResume)
        noteLine(u"what is done is kept; the same command goes on with it"_s);
    const auto* finished = std::get_if<Finished>(&end);
    if (!finished)
        return failedEnd(end, checked.path, checked.style);
    if (const auto written = writeReports(checked.reports, finished->report, request.overwrite);
        !written)
        return fail(written.error(), checked.output);
    if (checked.style != ProgressStyle::Json) {
        printLine(printable(checked.output, 4096) + u": "_s + summaryText(finished->report));
        if (const QString raised = raisedText(request.plan.recipe, finished->report.recipe);
            !raised.isEmpty())
            printLine(raised);
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
    const auto request = quantizeRequest(*checked, arguments);
    const int status = request ? runQuantize(*checked, *request)
                               : failPlanned(*checked, arguments, request.error());
    if (checked->style == ProgressStyle::Json)
        printJsonEnd(status, checked->output);
    return status;
}

} // namespace aq::cli
