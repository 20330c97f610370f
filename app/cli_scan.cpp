#include "app/cli_scan.h"

#include "app/cli_options.h"
#include "app/cli_output.h"
#include "app/cli_planned.h"
#include "app/cli_progress.h"
#include "core/base/printable.h"
#include "core/interop/json_writer.h"

#include <QStandardPaths>
#include <algorithm>
#include <cmath>

namespace aq::cli {

using namespace Qt::StringLiterals;

const std::vector<Option> scanOptions{
    {"--full", "", "where types are measured: read large tensors whole, in place of a sample"},
    {"--no-cache", "", "where types are measured: measure anew, and remember nothing"},
};

namespace {

/// One line of the result: a tensor and one way to store it.
struct Line {
    const TensorInfo& tensor;
    const TensorPlan& plan;
    const Sensitivity::Tensor& measured;
    const CandidateError& error;
};

/// Where QStandardPaths::CacheLocation is in the window, which has a name and an organization.
QString cacheFolder()
{
    const QString all = QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation);
    return all.isEmpty() ? QString() : all + u"/ArrowQuant/ArrowQuant/scans"_s;
}

bool isAffine(const TensorPlan& plan)
{
    return plan.scheme && qstrcmp(plan.scheme->family, "affine") == 0;
}

QString schemeOf(const TensorPlan& plan)
{
    return plan.scheme ? QString::fromLatin1(plan.scheme->id) : u"keep"_s;
}

double bitsPerWeight(const Line& line)
{
    const auto elements = double(line.tensor.elements());
    return elements > 0 ? 8 * double(line.plan.outputBytes) / elements : 0;
}

/// Standard error of relRMSE, in percent of it: half that of its square.
double uncertainty(const CandidateError& error)
{
    return error.error > 0 && std::isfinite(error.error) ? 50 * error.standardError / error.error
                                                         : 0;
}

QStringList row(const Line& line, bool isSampled)
{
    QStringList row{printable(line.tensor.name), schemeOf(line.plan),
        isAffine(line.plan) ? QString::number(line.plan.options.groupSize) : QString(),
        QString::number(line.plan.outputBytes), fixed(bitsPerWeight(line), 3)};
    const ErrorSums& sums = line.error.sums;
    if (line.error.problem.isEmpty())
        row << fixed(relRmse(sums), 6) << fixed(sqnrDb(sums), 2) << fixed(cosine(sums), 6)
            << QString::number(sums.maxError, 'g', 4);
    else
        row << QString() << QString() << QString() << printable(line.error.problem, 60);
    if (isSampled)
        row << fixed(uncertainty(line.error), 1);
    return row;
}

/// All lines of a tensor: its candidates, or what the plan does with it anyhow.
std::vector<Line> linesOf(const ModelHeader& header, const Scan& scan, std::size_t tensor)
{
    const TensorInfo& info = header.tensors[tensor];
    const Sensitivity::Tensor& measured = scan.sensitivity->tensors[tensor];
    const std::vector<Candidate>& candidates = scan.candidates->tensors[tensor];
    std::vector<Line> lines;
    for (std::size_t i = 0; i < candidates.size(); ++i)
        lines.push_back({info, candidates[i].plan, measured, measured.candidates[i]});
    if (candidates.empty())
        lines.push_back({info, scan.candidates->base.tensors[tensor], measured, measured.fixed});
    return lines;
}

QString tableOf(const ModelHeader& header, const Scan& scan)
{
    const bool isSampled = scan.sensitivity->isSampled();
    std::vector<QStringList> rows;
    for (std::size_t i = 0; i < header.tensors.size(); ++i)
        for (const Line& line : linesOf(header, scan, i))
            rows.push_back(row(line, isSampled));
    QStringList titles{u"tensor"_s, u"scheme"_s, u">group"_s, u">bytes"_s, u">bpw"_s, u">relRMSE"_s,
        u">SQNR dB"_s, u">cosine"_s, u">max error"_s};
    if (isSampled)
        titles << u">± %"_s;
    return tableText(titles, rows);
}

void write(JsonWriter& json, const Line& line)
{
    const ErrorSums& sums = line.error.sums;
    json.begin('{').member("scheme", schemeOf(line.plan));
    if (isAffine(line.plan))
        json.member("groupSize", std::int64_t(line.plan.options.groupSize));
    if (!line.plan.storedShape.empty())
        json.member("storedShape", line.plan.storedShape);
    json.member("bytes", line.plan.outputBytes).member("bitsPerWeight", bitsPerWeight(line));
    if (!line.error.problem.isEmpty()) {
        json.member("problem", line.error.problem).end('}');
        return;
    }
    json.member("relRmse", relRmse(sums))
        .member("sqnrDb", sqnrDb(sums))
        .member("cosine", cosine(sums))
        .member("maxError", sums.maxError)
        .member("error", line.error.error)
        .member("standardError", line.error.standardError)
        .end('}');
}

QByteArray jsonOf(const QString& path, const ModelHeader& header, const Scan& scan)
{
    const Sensitivity& all = *scan.sensitivity;
    JsonWriter json;
    json.begin('{').member("version", std::int64_t(1)).member("source", path);
    json.member("target", scan.candidates->base.target->id).member("sampled", all.isSampled());
    json.key("tensors").begin('[');
    for (std::size_t i = 0; i < header.tensors.size(); ++i) {
        const Sensitivity::Tensor& tensor = all.tensors[i];
        json.line().begin('{').member("name", header.tensors[i].name);
        json.member("elements", tensor.elements).member("measured", tensor.measured);
        json.member("energy", tensor.energy);
        if (!tensor.problem.isEmpty())
            json.member("problem", tensor.problem);
        const auto lines = linesOf(header, scan, i);
        if (scan.candidates->tensors[i].empty()) {
            json.key("fixed");
            write(json, lines.front());
        }
        json.key("candidates").begin('[');
        if (!scan.candidates->tensors[i].empty())
            for (const Line& line : lines) {
                json.line();
                write(json, line);
            }
        json.end(']').end('}');
    }
    return json.end(']').end('}').take();
}

QString summaryOf(const Scan& scan)
{
    QString text = u"%1 candidates of %2 tensors, target %3"_s.arg(scan.candidates->count())
                       .arg(std::ranges::count_if(scan.candidates->tensors,
                           [](const auto& candidates) { return !candidates.empty(); }))
                       .arg(QLatin1StringView(scan.candidates->base.target->id));
    if (scan.sensitivity->isSampled())
        text += u"; large tensors are sampled, ± is the standard error of relRMSE; --full reads "
                "all"_s;
    return text;
}

} // namespace

Result<Scan> scanFor(const ModelSource& source, const Recipe& recipe,
    const ImportancePtr& importance, const Arguments& arguments)
{
    const auto limits = limitsFrom(arguments);
    if (!limits)
        return limits.error();
    auto candidates = candidatesFor(source.header(), recipe);
    if (!candidates)
        return candidates.error();
    Scan scan{std::make_shared<const Candidates>(*std::move(candidates)), {}};
    ScanRequest request{.source = source, .candidates = scan.candidates, .importance = importance};
    request.limits = *limits;
    if (arguments.has("--full"_L1))
        request.mostElements = 0;
    if (!arguments.has("--no-cache"_L1))
        request.cache = cacheFolder();
    ProgressPrinter progress(defaultStyle());
    auto sensitivity = scanModel(request, progress.control());
    progress.end();
    if (!sensitivity)
        return sensitivity.error();
    scan.sensitivity = *std::move(sensitivity);
    return scan;
}

int measureAll(const Arguments& arguments)
{
    const QString path = arguments.positional[0];
    if (arguments.has("--report"_L1))
        return failUsage(
            u"--report is for one plan: not with --all"_s, u"arrowquant-cli measure"_s);
    const auto recipe = recipeFrom(arguments);
    if (!recipe)
        return failFor(recipe.error(), recipe.error().where, "measure");
    const auto planned = planFor(arguments, *recipe);
    if (!planned)
        return failFor(planned.error(), fileOf(planned.error(), arguments, *recipe), "measure");
    const auto scan = scanFor(planned->source, *recipe, planned->importance, arguments);
    if (!scan)
        return failFor(scan.error(), path, "measure");
    const ModelHeader& header = planned->source.header();
    if (arguments.has("--json"_L1)) {
        print(jsonOf(path, header, *scan));
        return Done;
    }
    print(tableOf(header, *scan));
    printLine(u'\n' + summaryOf(*scan));
    return Done;
}

} // namespace aq::cli
