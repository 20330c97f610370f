#include "app/cli_planned.h"

#include "app/cli_options.h"
#include "app/cli_output.h"
#include "core/base/printable.h"
#include "core/plan/weighing.h"

#include <QFileInfo>

namespace aq::cli {

using namespace Qt::StringLiterals;

namespace {

/// "2 of 9 quantized tensors use weights of m.dat; not used: 1 of another number of columns"
QString weighingText(const Weighing& weighing, const QString& path)
{
    QStringList unused;
    const auto add = [&](std::int64_t count, const QString& what) {
        if (count > 0)
            unused += QString::number(count) + u' ' + what;
    };
    add(weighing.ignored, u"of types or settings that take none"_s);
    add(weighing.misfits, u"of another number of columns"_s);
    add(weighing.silent, u"with weights of 0 only"_s);
    return u"%1 of %2 quantized tensors use weights of %3"_s.arg(weighing.weighed)
               .arg(weighing.quantized)
               .arg(printable(QFileInfo(path).fileName(), 60))
        + (unused.isEmpty() ? QString() : u"; not used: "_s + unused.join(u", "_s));
}

/// The recipe's, or null where it names none.
Result<ImportancePtr> importanceFor(const QuantPlan& plan, const ModelHeader& header)
{
    const QString path = plan.recipe.importance;
    if (path.isEmpty())
        return ImportancePtr();
    auto matrix = loadImportance(path);
    if (matrix)
        noteLine(weighingText(weighingOf(header, plan, **matrix), path));
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
    const auto importance = importanceFor(*plan, source->header());
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
