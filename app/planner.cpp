#include "app/planner.h"

#include "ui/text/units.h"

#include <QDir>
#include <QStorageInfo>
#include <algorithm>

namespace aq {
namespace {

QStringList notesOn(const QuantPlan& plan, const QString& workspaceRoot)
{
    QStringList notes;
    const auto fallbacks = std::ranges::count_if(
        plan.tensors, [](const TensorPlan& t) { return t.reason == Reason::Fallback; });
    if (fallbacks > 0)
        notes << Planner::tr(
            "Tensors that do not fit their scheme and fall back: %1; see the column Why.")
                     .arg(fallbacks);
    QDir folder(workspaceRoot);
    while (!folder.exists() && folder.cdUp()) { }
    const QStorageInfo disk(folder);
    if (disk.isValid() && disk.bytesAvailable() < plan.bytesAfter)
        notes << Planner::tr("Not enough free space: %1 needed, %2 free in %3.")
                     .arg(bytesText(plan.bytesAfter), bytesText(disk.bytesAvailable()),
                         disk.rootPath());
    return notes;
}

QString tensorsText(int count)
{
    return count == 1 ? Planner::tr("1 tensor") : Planner::tr("%n tensors", nullptr, count);
}

} // namespace

Planner::Planner(QThreadPool& pool, QObject* parent)
    : QObject(parent)
    , m_plans(pool, this, &Planner::answer, [this](const Answer& answer) { take(answer); })
    , m_estimates(pool, this, &Planner::estimate,
          [this](const QHash<QString, qint64>& bytes) { Q_EMIT profilesEstimated(bytes); })
    , m_counts(pool, this, &Planner::count,
          [this](const QHash<QString, QString>& counts) { Q_EMIT matchesCounted(counts); })
{
}

void Planner::setModel(const ModelSource& model)
{
    m_model = model;
    m_plan.reset();
    m_recipe = {};
    m_recipe.target.clear(); // So that the next recipe asks for estimates.
    m_plans.forget();
    m_estimates.forget();
    m_counts.forget();
}

void Planner::setRecipe(const Recipe& recipe)
{
    m_plan.reset();
    m_plans.forget();
    const bool otherTarget = recipe.target != m_recipe.target;
    m_recipe = recipe;
    if (!m_model)
        return;
    m_plans.request({m_model, recipe, workspaceRoot});
    if (otherTarget)
        m_estimates.request({m_model, recipe, workspaceRoot});
}

void Planner::countMatches(const QStringList& patterns)
{
    if (m_model)
        m_counts.request({m_model, patterns});
}

Planner::Answer Planner::answer(const Wish& wish)
{
    try {
        auto plan = makePlan(wish.model.header(), wish.recipe);
        if (!plan)
            return {nullptr, plan.error(), {}};
        QStringList notes = notesOn(*plan, wish.workspaceRoot);
        return {std::make_shared<const QuantPlan>(*std::move(plan)), {}, std::move(notes)};
    } catch (const std::bad_alloc&) {
        return {nullptr, {ErrorCode::Internal, QStringLiteral("not enough memory"), {}}, {}};
    }
}

/// What each profile makes of this model for the chosen target, without the person's own rules.
QHash<QString, qint64> Planner::estimate(const Wish& wish)
{
    QHash<QString, qint64> bytes;
    for (const Profile& profile : profiles()) {
        Recipe recipe = recipeFor(profile);
        recipe.target = wish.recipe.target;
        if (const auto plan = makePlan(wish.model.header(), recipe))
            bytes.insert(QLatin1StringView(profile.id), plan->bytesAfter);
    }
    return bytes;
}

QHash<QString, QString> Planner::count(const Patterns& wish)
{
    QHash<QString, QString> counts;
    for (const QString& pattern : wish.patterns) {
        const auto matches = aq::countMatches(wish.model.header(), pattern);
        counts.insert(pattern, matches ? tensorsText(*matches) : matches.error().detail);
    }
    return counts;
}

void Planner::take(const Answer& answer)
{
    m_plan = answer.plan;
    if (m_plan)
        Q_EMIT planned(m_plan, answer.notes);
    else
        Q_EMIT refused(answer.error);
}

} // namespace aq
