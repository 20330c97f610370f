#include "app/cli.h"
#include "app/cli_findings.h"
#include "app/cli_fit.h"
#include "app/cli_options.h"
#include "app/cli_output.h"
#include "app/cli_planned.h"
#include "core/base/printable.h"
#include "core/interop/report_json.h"
#include "core/jobs/file_size.h"

namespace aq::cli {

using namespace Qt::StringLiterals;

namespace {

/// Only affine codes have groups that are chosen.
QString groupText(const TensorPlan& wish)
{
    const bool isAffine = wish.scheme && qstrcmp(wish.scheme->family, "affine") == 0;
    return isAffine ? QString::number(wish.options.groupSize) : QString();
}

QString sourceType(const TensorInfo& tensor)
{
    return tensor.encoding ? printable(tensor.encoding->scheme)
                           : QString::fromLatin1(nameOf(tensor.dtype));
}

QString planTable(const ModelHeader& header, const QuantPlan& plan)
{
    std::vector<QStringList> rows;
    for (std::size_t i = 0; i < plan.tensors.size(); ++i) {
        const TensorInfo& tensor = header.tensors[i];
        const TensorPlan& wish = plan.tensors[i];
        rows.push_back({printable(tensor.name), sourceType(tensor), shapeText(tensor.shape),
            wish.scheme ? QString::fromLatin1(wish.scheme->id) : u"keep"_s, groupText(wish),
            QString::number(tensor.bytes()), QString::number(wish.outputBytes),
            printable(reasonText(wish))});
    }
    return tableText({u"tensor"_s, u"dtype"_s, u"shape"_s, u"scheme"_s, u">group"_s, u">before"_s,
                         u">after"_s, u"reason"_s},
        rows);
}

bool isForAnyReader(const Target& target)
{
    return !target.consumer && qstrcmp(target.format, "gguf") == 0;
}

/// Of the whole file; nothing when the plan cannot be carried out.
std::optional<std::int64_t> sizeOf(const Planned& planned, const std::optional<Fitted>& fitted)
{
    if (fitted)
        return fitted->file.fileBytes;
    QuantizeRequest request;
    request.source = planned.source;
    request.plan = planned.plan;
    const auto bytes = outputFileBytes(request);
    return bytes ? std::optional(*bytes) : std::nullopt;
}

} // namespace

int plan(const Arguments& arguments)
{
    const QString path = arguments.positional[0];
    const auto recipe = recipeFrom(arguments);
    if (!recipe)
        return failFor(recipe.error(), recipe.error().where, "plan");
    auto planned = planFor(arguments, *recipe);
    if (!planned)
        return failFor(planned.error(), fileOf(planned.error(), arguments, *recipe), "plan");
    const auto fitted = fitPlanned(*planned, arguments);
    if (!fitted)
        return failFor(fitted.error(), path, "plan");
    const auto fileBytes = sizeOf(*planned, *fitted);
    const QuantPlan& decided = planned->plan;
    const ModelHeader& header = planned->source.header();
    const auto findings = findingsOf(header, decided);
    if (arguments.has("--json"_L1)) {
        PlanExtras extras{.fileBytes = fileBytes};
        if (*fitted) {
            extras.model = (*fitted)->model.get();
            extras.fit = &(*fitted)->file.fit;
        }
        print(planJson(path, header, decided, findings, extras));
        return Done;
    }
    print(planTable(header, decided));
    printLine(u"\n%1 -> %2, %3 bits per weight, target %4"_s.arg(bytesText(decided.bytesBefore),
        bytesText(decided.bytesAfter), fixed(decided.bitsPerWeight(), 3),
        QLatin1StringView(decided.target->id)));
    if (*fitted)
        printLine(fitText(**fitted));
    else if (fileBytes)
        printLine(u"the file will have %1 bytes"_s.arg(*fileBytes));
    if (!findings.empty())
        print(u'\n' + findingsText(header, findings));
    if (isForAnyReader(*decided.target))
        print(u"\nprograms:\n"_s + verdictsText(header, decided));
    return Done;
}

} // namespace aq::cli
