#include "app/fitting.h"

#include "app/session.h"
#include "ui/text/error_text.h"
#include "ui/text/units.h"

#include <QScopedValueRollback>
#include <algorithm>
#include <cmath>

namespace aq {
namespace {

constexpr std::size_t mostScans = 4;
constexpr std::int64_t littleBytes = 32 << 20; ///< To be measured: a matter of seconds.
constexpr std::int64_t spareBytes = 512;       ///< Of a file, for a recipe that reads longer.

int tensorsWithChoice(const Candidates& candidates)
{
    return int(std::ranges::count_if(
        candidates.tensors, [](const std::vector<Candidate>& all) { return !all.empty(); }));
}

} // namespace

Fitting::Fitting(Session& session, QObject* parent)
    : QObject(parent)
    , m_session(session)
    , m_bases(m_pool, this, &basisFor, [this](const FitBasisPtr& basis) { takeBasis(basis); })
    , m_solutions(
          m_pool, this, &solve, [this](const FitSolution& solution) { takeSolution(solution); })
    , m_looks(m_pool, this, &look, [this](const FitLook& seen) { takeLook(seen); })
    , m_refinement(m_pool)
    , m_mostElements(ScanRequest().mostElements)
{
    connect(&session, &Session::opened, this, [this] { forget(); });
    connect(&session, &Session::closed, this, [this] { forget(); });
    connect(&session.history(), &RecipeHistory::changed, this, &Fitting::takeRecipe);
    connect(&session.planner(), &Planner::planned, this, &Fitting::takePlan);
    connect(&session.planner(), &Planner::refused, this, [this] {
        m_key.reset();
        m_bases.forget();
        m_isBasisDue = false;
        m_solutions.forget();
    });
    connect(&m_measurement, &FitMeasurement::progressed, this,
        [this](double fraction, std::optional<double> secondsLeft) {
            m_state.fraction = fraction;
            m_state.secondsLeft = secondsLeft;
            publish();
        });
    connect(&m_measurement, &FitMeasurement::ended, this, &Fitting::takeMeasured);
    connect(&m_refinement, &FitRefinement::stepped, this, [this](const EvolutionStep& step) {
        m_state.refining.history.push_back(step);
        publish();
    });
    connect(&m_refinement, &FitRefinement::ended, this, &Fitting::takeRefined);
}

Fitting::~Fitting()
{
    m_measurement.drop();
    m_refinement.drop();
    m_pool.waitForDone();
}

QString Fitting::stepText(const FitQuestion& question)
{
    return question.bytes > 0
        ? tr("Fit to %1").arg(bytesText(question.bytes))
        : tr("Fit to an error of %1").arg(percentText(std::sqrt(question.error)));
}

void Fitting::forget()
{
    m_measurement.drop();
    m_refinement.drop();
    m_bases.forget();
    m_solutions.forget();
    m_looks.forget();
    m_scans.clear();
    m_key.reset();
    m_basis.reset();
    m_wish.reset();
    m_answer.reset();
    m_before.reset();
    m_measuredTarget.clear();
    m_isBasisDue = m_isStale = m_isGesture = m_isDeclined = false;
    m_mostElements = ScanRequest().mostElements;
    m_state = {};
    publish();
}

void Fitting::publish()
{
    const Recipe& recipe = m_session.history().recipe();
    m_state.isFitted = !recipe.fitted.empty();
    m_state.canRefine = m_state.isFitted && m_answer.has_value() && (!m_wish || m_state.cannotFit);
    m_state.weight = recipe.errorWeight;
    m_state.wishedBytes = m_wish ? m_wish->bytes : recipe.fitBytes;
    m_state.wishedError = std::sqrt(m_wish ? m_wish->error : recipe.fitError);
    m_view = std::make_shared<const FitView>(m_state);
    Q_EMIT changed();
}

bool Fitting::isWished() const
{
    const Recipe& recipe = m_session.history().recipe();
    return recipe.fitBytes > 0 || recipe.fitError > 0;
}

/// Whether the basis is that of the recipe as it is: only then an answer may go into the recipe.
bool Fitting::isCurrent() const
{
    return m_basis && m_key && !m_isBasisDue && *m_key == unfitted(m_session.history().recipe());
}

/// What an undo brings back was solved before; any other edit may ask for another answer. Whoever
/// changed it: what was known of the plan, and searched from it, is of another plan now.
void Fitting::takeRecipe()
{
    const bool wasKnown = m_answer || m_refinement.isRunning();
    m_answer.reset();
    m_looks.forget();
    dropRefining();
    if (m_isApplying)
        return;
    m_isGesture = false;
    m_wish.reset();
    m_solutions.forget();
    m_state.cannotFit = false;
    m_isStale = isWished() && !m_session.history().isReplaying();
    if (wasKnown)
        publish();
}

void Fitting::setActive(bool active)
{
    m_isActive = active;
    if (active)
        takePlan();
}

void Fitting::takePlan()
{
    const PlanFacts& facts = m_session.planner().facts();
    if (!facts.plan || (!m_isActive && !isWished() && !m_basis))
        return;
    const Recipe key = unfitted(facts.plan->recipe);
    if (!m_key || *m_key != key || m_importance != facts.importance)
        return askForBasis();
    if (m_basis && m_basis->model) {
        if (m_isStale)
            askAgain();
        askForLook();
    } else if (m_state.stage == Stage::Unmeasured) {
        measureLittle();
    }
    publish();
}

FitWish Fitting::wishNow() const
{
    FitWish wish;
    wish.source = m_session.model();
    wish.recipe = *m_key;
    wish.importance = m_importance;
    wish.thresholds = m_session.specFor(JobKind::Measure).thresholds;
    wish.limits = limits ? limits() : JobLimits();
    wish.cache = cache;
    wish.mostElements = m_mostElements;
    wish.scans = m_scans;
    return wish;
}

void Fitting::askForBasis()
{
    const PlanFacts& facts = m_session.planner().facts();
    if (m_importance != facts.importance)
        m_scans.clear(); // Other columns count now.
    m_key = unfitted(facts.plan->recipe);
    m_importance = facts.importance;
    m_solutions.forget();
    m_looks.forget();
    m_answer.reset();
    dropRefining();
    requestBasis();
    if (!m_basis)
        m_state.stage = Stage::Preparing;
    publish();
}

void Fitting::requestBasis()
{
    m_isBasisDue = true;
    m_bases.request(wishNow());
}

Fitting::Stage Fitting::stageNow() const
{
    if (m_measurement.isRunning())
        return Stage::Measuring;
    if (!m_basis || m_isBasisDue)
        return Stage::Preparing;
    return m_basis->error ? Stage::Impossible : m_basis->model ? Stage::Ready : Stage::Unmeasured;
}

void Fitting::takeBasis(const FitBasisPtr& basis)
{
    m_basis = basis;
    m_isBasisDue = false;
    m_answer.reset();
    m_state.now.reset();
    m_state.changes.clear();
    m_state.hasBaseline = false;
    m_state.problem.clear();
    m_state.sourceBytes = m_session.model().fileBytes();
    if (m_measurement.isRunning() && !measuresForBasis())
        m_measurement.drop();
    m_state.stage = stageNow();
    Q_EMIT profilesMeasured(basis->profileErrors); // None of a target that is not measured.
    if (basis->error) {
        m_state.problem = tr("%1\n%2").arg(errorHeadline(basis->error->code), basis->error->detail);
        return publish();
    }
    m_state.candidates = basis->candidates->count();
    m_state.tensors = tensorsWithChoice(*basis->candidates);
    m_state.lockedByPerson = lockedByPerson(*basis->candidates);
    m_state.keptByLists = keptByLists(*basis->candidates);
    if (basis->model)
        takeModel();
    else
        takeUnmeasured();
}

void Fitting::takeModel()
{
    const FitBasis& basis = *m_basis;
    m_measuredTarget = basis.request.plan.recipe.target;
    m_state.isSampled = basis.sensitivity->isSampled();
    m_state.smallest = basis.smallest;
    m_state.largest = basis.largest;
    m_state.reach = basis.reach;
    m_state.leastError = basis.leastError;
    m_state.mostError = basis.mostError;
    m_state.spots = basis.spots;
    publish();
    if (m_wish)
        ask(*m_wish);
    else if (m_isStale || (isWished() && m_session.history().recipe().fitted.empty()))
        askAgain();
    askForLook();
}

/// What was fitted for another target means nothing here; little that is missing is measured at
/// once.
void Fitting::takeUnmeasured()
{
    if (!m_measuredTarget.isEmpty() && m_measuredTarget != m_basis->request.plan.recipe.target)
        forgetFitted();
    measureLittle();
    publish();
}

void Fitting::forgetFitted()
{
    Recipe recipe = m_session.history().recipe();
    if (recipe.fitted.empty())
        return;
    const QScopedValueRollback applying(m_isApplying, true);
    recipe.fitted.clear();
    m_session.history().amend(recipe, tr("Forget what was fitted"));
}

/// Whether what is being measured may serve the basis as it is, or most of it. Of another target it
/// does not, and not where other columns count.
bool Fitting::measuresForBasis() const
{
    const FitMeasured& of = m_measurement.of();
    return of.wish.importance == m_importance
        && of.wish.recipe.target == m_basis->request.plan.recipe.target;
}

/// Only of a target that was measured before, and where the fit is looked at or wished for.
void Fitting::measureLittle()
{
    const bool isWanted = (m_isActive || isWished()) && !m_isDeclined && !m_isBasisDue
        && m_measuredTarget == m_basis->request.plan.recipe.target;
    if (isWanted && m_basis->missing <= littleBytes && !m_measurement.isRunning())
        startMeasuring(m_mostElements == 0);
}

void Fitting::measure(bool all)
{
    if (!m_basis || !m_basis->candidates || !m_key || m_measurement.isRunning())
        return;
    m_isDeclined = false;
    startMeasuring(all);
    publish();
}

void Fitting::startMeasuring(bool all)
{
    FitWish wish = wishNow();
    wish.mostElements = all ? 0 : ScanRequest().mostElements;
    m_measurement.start(wish, m_basis->candidates);
    m_state.stage = Stage::Measuring;
    m_state.fraction = 0;
    m_state.secondsLeft.reset();
    m_state.problem.clear();
}

void Fitting::cancelMeasuring()
{
    m_isDeclined = true;
    m_measurement.cancel();
}

/// The recipe may be another one by now: what was measured serves it all the same, where it can.
void Fitting::takeMeasured(const FitMeasured& measured)
{
    m_state.stage = stageNow();
    if (!measured.result)
        return publish();
    if (!*measured.result) {
        const Error& error = measured.result->error();
        m_state.problem = tr("%1\n%2").arg(errorHeadline(error.code), error.detail);
        publish();
        return Q_EMIT failed(error);
    }
    if (measured.wish.importance != m_importance)
        return publish();
    m_mostElements = measured.wish.mostElements;
    m_measuredTarget = measured.wish.recipe.target;
    if (m_mostElements == 0)
        m_scans.clear(); // A sample is no longer of use.
    m_scans.insert(m_scans.begin(), {measured.candidates, **measured.result});
    m_scans.resize(std::min(m_scans.size(), mostScans));
    if (m_key) // Else the next plan asks.
        requestBasis();
    m_state.stage = stageNow();
    publish();
}

void Fitting::fitToBytes(qint64 bytes)
{
    dropRefining();
    ask({m_basis, bytes, 0, false});
}

void Fitting::fitToError(double error)
{
    dropRefining();
    ask({m_basis, 0, error * error, false});
}

void Fitting::ask(FitQuestion question)
{
    question.basis = m_basis;
    if (!question.follows)
        m_wish = question;
    if (m_basis && m_basis->model && (question.bytes > 0 || question.error > 0))
        m_solutions.request(std::move(question));
    publish();
}

/// For the wish that the recipe holds: what comes of it belongs to the last step.
void Fitting::askAgain()
{
    const Recipe& recipe = m_session.history().recipe();
    ask({m_basis, recipe.fitBytes, recipe.fitBytes > 0 ? 0 : recipe.fitError, true});
}

/// What was solved for another recipe is asked again once the basis of this one is there.
void Fitting::takeSolution(const FitSolution& solution)
{
    if (solution.question.basis != m_basis || !isCurrent())
        return;
    m_isStale = false;
    if (solution.problem) {
        m_wish.reset();
        publish();
        return Q_EMIT failed(*solution.problem);
    }
    m_state.cannotFit = !solution.file;
    if (!solution.file)
        return publish(); // The wish stays in sight, and the plan as it was.
    Recipe recipe = m_session.history().recipe();
    recipe.fitted = solution.file->recipe.fitted;
    recipe.fitBytes = solution.question.bytes;
    recipe.fitError = solution.question.error;
    m_wish.reset();
    m_state.now = numbersOf(solution.file->fit, solution.file->fileBytes);
    apply(recipe, solution.question);
    publish();
}

/// A drag is one step, however many answers it passes.
void Fitting::apply(const Recipe& recipe, const FitQuestion& question)
{
    const QScopedValueRollback applying(m_isApplying, true);
    RecipeHistory& history = m_session.history();
    if (question.follows)
        return history.amend(recipe, stepText(question));
    if (m_isGesture)
        return history.amend(recipe, stepText(question), true);
    m_isGesture = true;
    m_before = m_session.planner().plan();
    history.edit(recipe, stepText(question));
}

void Fitting::settle() { m_isGesture = false; }

void Fitting::stop()
{
    m_isGesture = false;
    m_wish.reset();
    m_solutions.forget();
    dropRefining();
    m_state.cannotFit = false;
    m_session.history().edit(unfitted(m_session.history().recipe()), tr("Stop fitting"));
    publish();
}

void Fitting::setWeight(ErrorWeight weight)
{
    Recipe recipe = m_session.history().recipe();
    recipe.errorWeight = weight;
    m_session.history().edit(recipe, tr("Weigh the error otherwise"));
}

void Fitting::setBaseline(FitBaseline baseline)
{
    m_state.baseline = baseline;
    askForLook();
    publish();
}

void Fitting::askForLook()
{
    const auto& plan = m_session.planner().plan();
    if (plan && m_basis && m_basis->model)
        m_looks.request({m_basis, plan, m_before, m_state.baseline});
}

void Fitting::takeLook(const FitLook& seen)
{
    if (seen.basis != m_basis || seen.plan != m_session.planner().plan())
        return;
    m_answer = seen.answer;
    m_state.now = seen.now;
    m_state.changes = seen.changes;
    m_state.hasBaseline = seen.hasBaseline;
    publish();
}

EvolutionOptions Fitting::refineOptions(const FitObjective& objective, quint64 seed) const
{
    EvolutionOptions options;
    options.objective = objective;
    options.seed = seed;
    const std::int64_t spare = m_session.history().recipe().fitBytes - spareBytes
        - (m_state.now ? m_state.now->bytes : 0);
    options.budget = m_answer->bytes + std::max<std::int64_t>(0, spare);
    return options;
}

void Fitting::refine(const FitObjective& objective, quint64 seed)
{
    if (!m_state.canRefine || !isCurrent() || m_refinement.isRunning())
        return;
    const EvolutionOptions options = refineOptions(objective, seed);
    m_refinement.start({m_basis, m_session.history().recipe(), *m_answer, options});
    m_state.refining = {true, options.generations, {}, {}};
    publish();
}

void Fitting::cancelRefining() { m_refinement.cancel(); }

/// For the plan is another one, or is to become one.
void Fitting::dropRefining()
{
    if (!m_refinement.isRunning())
        return;
    m_refinement.drop();
    m_state.refining = {};
}

/// Only what is better is taken, and only while it is still about this plan.
void Fitting::takeRefined(const FitRefined& refined)
{
    const Evolution& found = refined.found;
    m_state.refining.isRunning = false;
    const bool isOfThis = refined.wish.basis == m_basis && isCurrent()
        && refined.wish.recipe == m_session.history().recipe();
    if (!isOfThis || !refined.recipe) {
        m_state.refining.outcome = found.cancelled
            ? tr("Cancelled; the plan is as it was.")
            : tr("Nothing better was found; the plan is as it was.");
        return publish();
    }
    m_state.refining.outcome
        = tr("Better by %1 after %n generation(s).", nullptr, int(found.history.size()))
              .arg(percentText(1 - found.after / found.before));
    {
        const QScopedValueRollback applying(m_isApplying, true);
        m_isGesture = false;
        m_before = m_session.planner().plan();
        m_session.history().edit(*refined.recipe, tr("Refine the fit"));
    }
    publish();
}

} // namespace aq
