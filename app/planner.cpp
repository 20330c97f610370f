#include "app/planner.h"

#include "app/process_memory.h"
#include "core/plan/weighing.h"
#include "ui/text/type_text.h"
#include "ui/text/units.h"

#include <QDir>
#include <QStorageInfo>
#include <algorithm>

namespace aq {
namespace {

QStringList notesOn(const ModelHeader& header, const QuantPlan& plan, const QString& workspaceRoot)
{
    QStringList notes;
    if (!header.hasShapes && plan.recipe.keepOneDimensional)
        notes << Planner::tr(
            "This table says no shapes: every tensor counts as one row, and none is "
            "kept for being one-dimensional.");
    const bool isSame = std::ranges::none_of(plan.tensors, isQuantized);
    if (isSame && !plan.tensors.empty())
        notes << Planner::tr("Nothing is quantized: no tensor gets or fits a smaller type; see the "
                             "column Why.");
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

constexpr int restAfter = 300; ///< Milliseconds.

QString tensorsText(int count)
{
    return count == 1 ? Planner::tr("1 tensor") : Planner::tr("%n tensors", nullptr, count);
}

} // namespace

Planner::Planner(QThreadPool& pool, QObject* parent)
    : QObject(parent)
    , m_pool(pool)
    , m_plans(pool, this, &Planner::answer, [this](const Answer& answer) { take(answer); })
    , m_estimates(pool, this, &Planner::estimate,
          [this](const QHash<QString, qint64>& bytes) { Q_EMIT profilesEstimated(bytes); })
    , m_counts(pool, this, &Planner::count,
          [this](const QHash<QString, QString>& counts) { Q_EMIT matchesCounted(counts); })
{
    m_rest.setSingleShot(true);
    m_rest.setInterval(restAfter);
    connect(&m_rest, &QTimer::timeout, this, [this] { m_pool.start(giveBackMemory); });
}

void Planner::setModel(const ModelSource& model)
{
    m_model = model;
    m_facts = {};
    m_importance.reset();
    m_recipe = {};
    m_recipe.target.clear(); // So that the next recipe asks for estimates.
    m_plans.forget();
    m_estimates.forget();
    m_counts.forget();
}

void Planner::setRecipe(const Recipe& recipe)
{
    m_facts = {};
    m_plans.forget();
    const bool otherTarget = recipe.target != m_recipe.target;
    m_recipe = recipe;
    if (!m_model)
        return;
    m_plans.request({m_model, recipe, workspaceRoot, m_importance});
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
            return {{}, plan.error()};
        PlanFacts facts;
        facts.notes = notesOn(wish.model.header(), *plan, wish.workspaceRoot);
        facts.findings
            = std::make_shared<const std::vector<Finding>>(findingsOf(wish.model.header(), *plan));
        facts.plan = std::make_shared<const QuantPlan>(*std::move(plan));
        weigh(facts, wish);
        return {std::move(facts)};
    } catch (const std::bad_alloc&) {
        return {{}, {ErrorCode::Internal, QStringLiteral("not enough memory"), {}}};
    }
}

/// Reads the importance file, unless it was, and counts the tensors that it speaks of.
void Planner::weigh(PlanFacts& facts, const Wish& wish)
{
    const QString& path = wish.recipe.importance;
    if (path.isEmpty())
        return;
    if (wish.known && wish.known->path == path) {
        facts.importance = wish.known;
    } else if (const auto read = loadImportance(path)) {
        facts.importance = *read;
    } else {
        facts.importanceProblem = read.error().detail;
        return;
    }
    const Weighing weighing = weighingOf(wish.model.header(), *facts.plan, *facts.importance);
    facts.covered = weighing.weighed;
    facts.quantized = weighing.quantized;
}

bool Planner::isBlocked() const { return m_facts.plan && hasBlocking(*m_facts.findings); }

/// What each profile makes of this model for the chosen target, without the person's own rules.
QHash<QString, qint64> Planner::estimate(const Wish& wish)
{
    QHash<QString, qint64> bytes;
    for (const Profile& profile : profiles()) {
        Recipe recipe = recipeFor(profile);
        recipe.target = wish.recipe.target;
        if (const auto size = plannedBytes(wish.model.header(), recipe))
            bytes.insert(QLatin1StringView(profile.id), *size);
    }
    giveBackMemory();
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
    m_rest.start(); // Once the plan before this one, and its lines, are gone.
    m_facts = answer.facts;
    if (m_facts.importance)
        m_importance = m_facts.importance;
    if (m_facts.plan)
        Q_EMIT planned(m_facts);
    else
        Q_EMIT refused(answer.error);
}

} // namespace aq
