#include "app/cli_planned.h"

#include "app/cli_options.h"
#include "app/cli_output.h"

#include <algorithm>

namespace aq::cli {

using namespace Qt::StringLiterals;

namespace {

/// The recipe's, or null where it names none.
Result<ImportancePtr> importanceFor(const Recipe& recipe, const ModelHeader& header)
{
    if (recipe.importance.isEmpty())
        return ImportancePtr();
    auto matrix = loadImportance(recipe.importance);
    if (!matrix)
        return matrix;
    const auto known = std::ranges::count_if(header.tensors,
        [&](const TensorInfo& tensor) { return (*matrix)->columns.contains(tensor.name); });
    noteLine(u"%1 of %2 tensors have weights in %3"_s.arg(known)
                 .arg(header.tensors.size())
                 .arg(recipe.importance));
    return matrix;
}

} // namespace

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
    const auto importance = importanceFor(recipe, source->header());
    if (!importance)
        return importance.error();
    return Planned{*source, *std::move(plan), *importance};
}

QString fileOf(const Error& error, const Arguments& arguments, const Recipe& recipe)
{
    const bool isMatrix = !recipe.importance.isEmpty() && error.where.startsWith(recipe.importance);
    return isMatrix ? recipe.importance : arguments.positional[0];
}

int failFor(const Error& error, const QString& path, const char* command)
{
    if (error.code == ErrorCode::InvalidPlan && error.where.isEmpty())
        return failUsage(error.detail, u"arrowquant-cli "_s + QLatin1StringView(command));
    return fail(error, path);
}

} // namespace aq::cli
