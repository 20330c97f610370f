#include "app/cli.h"
#include "app/cli_interrupt.h"
#include "app/cli_options.h"
#include "app/cli_output.h"
#include "app/cli_progress.h"
#include "app/cli_report.h"
#include "core/base/printable.h"
#include "core/interop/report_json.h"
#include "core/validate/validate.h"

#include <QFileInfo>

namespace aq::cli {

using namespace Qt::StringLiterals;

namespace {

constexpr const char* validateName = "arrowquant-cli validate";
constexpr const char* dequantizeName = "arrowquant-cli dequantize";

/// The recipe that the file says it was made with; the default one when it does not say.
Recipe recipeOf(const ModelHeader& header)
{
    const QString json = header.metadata.value(u"arrowquant.recipe"_s);
    const auto recipe = recipeFromJson(json.toUtf8());
    return recipe ? *recipe : Recipe();
}

Result<Thresholds> thresholdsFrom(const Arguments& arguments, const ModelHeader& written)
{
    Thresholds thresholds = thresholdsOf(recipeOf(written));
    if (arguments.has("--min-cosine"_L1)) {
        const auto cosine = parseNumber(u"--min-cosine"_s, arguments.value("--min-cosine"_L1));
        if (!cosine)
            return cosine.error();
        if (*cosine < 0 || *cosine > 1)
            return Error{ErrorCode::InvalidPlan,
                u"--min-cosine: '%1' is not between 0 and 1"_s.arg(
                    arguments.value("--min-cosine"_L1)),
                {}};
        thresholds.minCosine = *cosine;
    }
    return thresholds;
}

std::optional<DType> dtypeFrom(const Arguments& arguments)
{
    const QString name
        = arguments.has("--dtype"_L1) ? arguments.value("--dtype"_L1).toLower() : u"f16"_s;
    for (const DType dtype : {DType::F16, DType::BF16, DType::F32})
        if (name == QString::fromLatin1(nameOf(dtype)).toLower())
            return dtype;
    return {};
}

} // namespace

int validateFiles(const Arguments& arguments)
{
    const QString originalPath = arguments.positional[0], writtenPath = arguments.positional[1];
    const auto limits = limitsFrom(arguments);
    if (!limits)
        return failUsage(limits.error().detail, QLatin1StringView(validateName));
    const auto reports = reportsFrom(arguments);
    if (!reports)
        return reports.error().where.isEmpty()
            ? failUsage(reports.error().detail, QLatin1StringView(validateName))
            : fail(reports.error(), reports.error().where);
    const auto original = openModel(originalPath);
    if (!original)
        return fail(original.error(), originalPath);
    const auto written = openModel(writtenPath);
    if (!written)
        return fail(written.error(), writtenPath);
    for (const ModelSource& source : {*original, *written})
        if (const auto spared = checkSpared(source, *reports); !spared)
            return fail(spared.error(), spared.error().where);
    const auto thresholds = thresholdsFrom(arguments, written->header());
    if (!thresholds)
        return failUsage(thresholds.error().detail, QLatin1StringView(validateName));

    ProgressPrinter progress(defaultStyle());
    auto report = validate({*original, *written, *thresholds, limits->threads}, progress.control());
    progress.end();
    if (!report)
        return fail(report.error(), writtenPath);
    if (const auto wrote = writeReports(*reports, *report, arguments.has("--force"_L1)); !wrote)
        return fail(wrote.error(), writtenPath);
    if (arguments.has("--json"_L1))
        print(reportJson(*report));
    else
        print(reportTable(*report) + u"\n"_s + summaryText(*report) + u"\n"_s);
    return verdict(*report, writtenPath);
}

int dequantize(const Arguments& arguments)
{
    const QString path = arguments.positional[0], output = arguments.value("--output"_L1);
    const auto dtype = dtypeFrom(arguments);
    const auto limits = limitsFrom(arguments);
    if (output.isEmpty())
        return failUsage(u"-o OUT is missing"_s, QLatin1StringView(dequantizeName));
    if (QFileInfo(output).suffix().toLower() != "safetensors"_L1)
        return failUsage(u"-o: '%1' does not end in .safetensors, the only format of floats"_s.arg(
                             printable(QFileInfo(output).fileName(), 60)),
            QLatin1StringView(dequantizeName));
    if (!dtype)
        return failUsage(
            u"--dtype: '%1' is not f16, bf16 or f32"_s.arg(arguments.value("--dtype"_L1)),
            QLatin1StringView(dequantizeName));
    if (!limits)
        return failUsage(limits.error().detail, QLatin1StringView(dequantizeName));
    const auto source = openModel(path);
    if (!source)
        return fail(source.error(), path);

    ProgressPrinter progress(defaultStyle());
    const JobEnd end = dequantizeModel(
        {*source, output, *dtype, arguments.has("--force"_L1), *limits}, progress.control());
    progress.end();
    const auto* finished = std::get_if<Finished>(&end);
    if (!finished)
        return failedEnd(end, path);
    printLine(printable(output, 4096) + u": "_s
        + u"%1 tensors as %2, %3"_s.arg(finished->report.tensors.size())
              .arg(QLatin1StringView(nameOf(*dtype)),
                  bytesText(finished->report.summary.bytesAfter)));
    return Done;
}

} // namespace aq::cli
