#include "app/cli_fit.h"

#include "app/cli_options.h"
#include "app/cli_output.h"
#include "app/cli_progress.h"
#include "app/cli_scan.h"
#include "core/base/printable.h"

#include <cmath>

namespace aq::cli {

using namespace Qt::StringLiterals;

const std::vector<Option> fitOptions{
    {"--fit", "SIZE", "the least error in a file of at most this size, as 6.5G, 800M, or bytes"},
    {"--max-error", "X|XdB", "the smallest file with at most this total relative error"},
    {"--max-tensor-error", "X|XdB", "with these: no tensor that is chosen for is worse"},
    {"--error-weight", "parameters|energy|tensors", "how the errors of tensors add up"},
};

namespace {

Error usage(const QString& detail) { return {ErrorCode::InvalidPlan, detail, {}}; }

/// "0.05", or "26dB": a relative error, sqrt(sum (x-y)^2 / sum x^2).
Result<double> parseError(const QString& option, const QString& text)
{
    const bool isDecibel = text.endsWith("db"_L1, Qt::CaseInsensitive);
    const auto number = parseNumber(option, isDecibel ? text.chopped(2) : text);
    if (!number)
        return number.error();
    const double error = isDecibel ? std::pow(10, -*number / 20) : *number;
    if (!(error > 0 && error * error > 0) || error > 1000) // Its square is what is remembered.
        return usage(
            u"%1: '%2' is no relative error over 0, such as 0.05 or 26dB"_s.arg(option, text));
    return error;
}

Result<void> applyErrors(Recipe& recipe, const Arguments& arguments)
{
    if (arguments.has("--max-error"_L1)) {
        const auto error = parseError(u"--max-error"_s, arguments.value("--max-error"_L1));
        if (!error)
            return error.error();
        recipe.fitError = *error * *error;
        recipe.fitBytes = 0;
    }
    if (arguments.has("--max-tensor-error"_L1)) {
        const auto error
            = parseError(u"--max-tensor-error"_s, arguments.value("--max-tensor-error"_L1));
        if (!error)
            return error.error();
        recipe.fitWorst = *error;
    }
    return {};
}

/// How types are measured, and what a fit has to keep to, says nothing where there is no fit.
Result<void> checkIdle(const Recipe& recipe, const Arguments& arguments)
{
    if (wantsFit(recipe) || arguments.has("--all"_L1))
        return {};
    for (const auto* options : {&scanOptions, &fitOptions})
        for (const Option& option : *options)
            if (arguments.has(QLatin1StringView(option.name)))
                return usage(QLatin1StringView(option.name) + u" goes with --fit or --max-error"_s);
    return {};
}

} // namespace

Result<void> applyFit(Recipe& recipe, const Arguments& arguments)
{
    if (arguments.has("--fit"_L1) && arguments.has("--max-error"_L1))
        return usage(u"--fit and --max-error contradict each other"_s);
    if (arguments.has("--fit"_L1)) {
        const auto bytes = parseSize(arguments.value("--fit"_L1));
        if (!bytes)
            return usage(u"--fit: "_s + bytes.error().detail);
        recipe.fitBytes = *bytes;
        recipe.fitError = 0;
    }
    if (const auto applied = applyErrors(recipe, arguments); !applied)
        return applied;
    if (arguments.has("--error-weight"_L1))
        if (const auto set = setValue(recipe, u"errorWeight", arguments.value("--error-weight"_L1));
            !set)
            return usage(u"--error-weight: "_s + set.error().detail);
    for (const Option& option : fitOptions)
        if (arguments.has(QLatin1StringView(option.name)))
            recipe.fitted.clear();
    return checkIdle(recipe, arguments);
}

bool wantsFit(const Recipe& recipe)
{
    return (recipe.fitBytes > 0 || recipe.fitError > 0) && recipe.fitted.empty();
}

namespace {

Result<Fitted> fittedFor(const QuantizeRequest& request, const Arguments& arguments)
{
    const Recipe& recipe = request.plan.recipe;
    auto scan = scanFor(request.source, recipe, request.importance, arguments);
    if (!scan)
        return scan.error();
    auto model = fitModelFor(request, scan->candidates, scan->sensitivity);
    if (!model)
        return model.error();
    auto file = recipe.fitBytes > 0 ? fitFileToBytes(request, **model, recipe.fitBytes)
                                    : fitFileToError(request, **model, recipe.fitError);
    if (!file)
        return file.error();
    return Fitted{*std::move(model), *std::move(file)};
}

} // namespace

Result<std::optional<Fitted>> fitPlanned(
    Planned& planned, const Arguments& arguments, const QMap<QString, QString>& metadata)
{
    if (!wantsFit(planned.plan.recipe))
        return std::optional<Fitted>();
    QuantizeRequest request;
    request.source = planned.source;
    request.plan = planned.plan;
    request.thresholds = thresholdsOf(planned.plan.recipe);
    request.importance = planned.importance;
    request.metadata = metadata;
    request.hashSource = !arguments.has("--no-source-hash"_L1);
    auto fitted = fittedFor(request, arguments);
    if (!fitted)
        return fitted.error();
    planned.plan = fitted->file.plan;
    return std::optional<Fitted>(*std::move(fitted));
}

QString fitText(const Fitted& fitted)
{
    const Fit& fit = fitted.file.fit;
    const double error = std::sqrt(fit.error);
    QString text = u"fit: a file of %1 (%2 bytes), error %3 (%4 dB)"_s.arg(
        bytesText(fitted.file.fileBytes), QString::number(fitted.file.fileBytes), fixed(error, 5),
        fixed(-20 * std::log10(error), 2));
    if (!fit.worstTensor.isEmpty())
        text += u", worst %1 of %2"_s.arg(fixed(fit.worst, 5), printable(fit.worstTensor, 80));
    if (fit.missed > 0)
        text += u", %1 below their limit"_s.arg(fit.missed);
    if (fitted.model->sensitivity->isSampled())
        text += u"; measured on a sample, --full measures all"_s;
    return text;
}

} // namespace aq::cli
