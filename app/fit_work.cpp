#include "app/fit_work.h"

#include "core/fit/reuse.h"
#include "core/jobs/file_size.h"
#include "ui/text/fit_text.h"
#include "ui/text/plan_text.h"
#include "ui/text/type_text.h"

#include <QDir>
#include <QStandardPaths>
#include <algorithm>
#include <cmath>

namespace aq {
namespace {

constexpr int liveSolves = 4;        ///< While a slider moves; more found nothing better.
constexpr double beyondMarks = 1.15; ///< The picture goes on a little after its last mark.

/// The size of the file of a plan, to the byte; nothing when it cannot be written.
std::optional<std::int64_t> fileBytesOf(QuantizeRequest request, QuantPlan plan)
{
    request.plan = std::move(plan);
    const auto bytes = outputFileBytes(request);
    return bytes ? std::optional(*bytes) : std::nullopt;
}

/// Likewise of the plan that an answer stands for.
std::optional<std::int64_t> fileBytesOf(const FitBasis& basis, const FitAnswer& answer)
{
    Recipe recipe = withFit(basis.request.plan.recipe, *basis.model, answer);
    recipe.fitBytes = answer.bytes;
    auto plan = makePlan(basis.request.source.header(), recipe);
    return plan ? fileBytesOf(basis.request, *std::move(plan)) : std::nullopt;
}

/// Null: something is not in the cache. Stops where it would have to be measured.
/// @param missing  how many bytes of the source would be read
SensitivityPtr cachedSensitivity(const ScanRequest& request, std::int64_t& missing)
{
    missing = 0;
    JobControl control;
    control.cancelled = [&] { return missing > 0; };
    control.progress = [&](const Progress& progress) {
        missing = std::max(missing, progress.bytesTotal - progress.bytesDone);
    };
    const auto scanned = scanModel(request, control);
    return scanned && missing == 0 ? *scanned : SensitivityPtr();
}

/// What is in the cache, or was measured for other candidates; null: something is missing.
SensitivityPtr knownSensitivity(
    const FitWish& wish, const std::shared_ptr<const Candidates>& candidates, std::int64_t& missing)
{
    for (const FitScan& scan : wish.scans)
        if (auto known = reusedSensitivity(*candidates, *scan.candidates, *scan.sensitivity))
            return known;
    FitWish whole = wish;
    whole.mostElements = 0;
    if (auto known = cachedSensitivity(scanRequestFor(whole, candidates), missing))
        return known;
    return cachedSensitivity(scanRequestFor(wish, candidates), missing);
}

std::vector<FitSpot> curveSpots(const FitBasis& basis, std::int64_t overhead)
{
    std::vector<FitSpot> spots;
    for (const FitPoint& point : fitCurve(basis.model->problem))
        spots.push_back({FitSpot::Kind::Curve, {}, {}, point.bytes + overhead,
            std::sqrt(std::max(0.0, point.cost))});
    return spots;
}

void addSuggestions(std::vector<FitSpot>& spots, const FitBasis& basis)
{
    for (const FitSuggestion& suggestion : suggestions(*basis.model)) {
        const auto bytes = fileBytesOf(basis, suggestion.fit.answer);
        spots.push_back({FitSpot::Kind::Suggestion, suggestionTitle(suggestion.kind),
            suggestionAbout(suggestion.kind), bytes.value_or(suggestion.fit.answer.bytes),
            std::sqrt(suggestion.fit.error)});
    }
}

/// A plan that has the same type everywhere, or that of a profile.
std::optional<FitSpot> spotOf(const FitBasis& basis, const Recipe& recipe)
{
    const auto plan = makePlan(basis.request.source.header(), recipe);
    if (!plan)
        return {};
    auto answer = answerOf(*basis.model, *plan);
    const auto bytes = fileBytesOf(basis.request, *plan);
    if (!answer || !bytes)
        return {};
    FitSpot spot;
    spot.bytes = *bytes;
    spot.error = std::sqrt(fitOf(*basis.model, *std::move(answer)).error);
    return spot;
}

void addTypes(std::vector<FitSpot>& spots, const FitBasis& basis)
{
    const Recipe& recipe = basis.request.plan.recipe;
    const Target& target = *basis.request.plan.target;
    QStringList words;
    if (qstrcmp(target.family, "ggml") == 0) {
        for (const NamedRecipe& named : namedRecipes())
            words << named.id;
    } else {
        for (const Scheme* scheme : schemes())
            if (qstrcmp(scheme->family, target.family) == 0)
                words << QString::fromLatin1(scheme->id);
    }
    for (const QString& word : words) {
        Recipe uniform = recipe;
        uniform.scheme = word;
        if (auto spot = spotOf(basis, uniform)) {
            spot->kind = FitSpot::Kind::Recipe;
            spot->title = typeTitle(word, &target);
            spots.push_back(*std::move(spot));
        }
    }
}

void addProfiles(std::vector<FitSpot>& spots, FitBasis& basis)
{
    for (const Profile& profile : profiles()) {
        Recipe recipe = basis.request.plan.recipe;
        applyProfile(recipe, profile);
        if (auto spot = spotOf(basis, recipe)) {
            spot->kind = FitSpot::Kind::Profile;
            spot->title = QString::fromUtf8(profile.title);
            basis.profileErrors.insert(QString::fromLatin1(profile.id), spot->error);
            spots.push_back(*std::move(spot));
        }
    }
}

/// Up to where sizes are worth a look: the rest of a file in F32 buys nothing.
std::int64_t reachOf(const std::vector<FitSpot>& spots, std::int64_t largest)
{
    std::int64_t last = 0;
    for (const FitSpot& spot : spots)
        if (spot.kind != FitSpot::Kind::Curve)
            last = std::max(last, spot.bytes);
    return last > 0 ? std::min(largest, std::int64_t(beyondMarks * double(last))) : largest;
}

void draw(FitBasis& basis)
{
    const FitProblem& problem = basis.model->problem;
    const auto least = leastCost(problem, problem.smallest());
    const auto most = leastCost(problem, problem.largest());
    if (!least || !most)
        return;
    basis.smallest = fileBytesOf(basis, *least).value_or(least->bytes);
    basis.largest = fileBytesOf(basis, *most).value_or(most->bytes);
    basis.mostError = std::sqrt(fitOf(*basis.model, *least).error);
    basis.leastError = std::sqrt(fitOf(*basis.model, *most).error);
    std::vector<FitSpot> spots = curveSpots(basis, basis.smallest - least->bytes);
    addSuggestions(spots, basis);
    addTypes(spots, basis);
    addProfiles(spots, basis);
    std::ranges::stable_sort(spots, {}, &FitSpot::bytes);
    basis.reach = reachOf(spots, basis.largest);
    basis.spots = std::make_shared<const std::vector<FitSpot>>(std::move(spots));
}

int countOf(const Candidates& candidates, std::initializer_list<Reason> reasons)
{
    int count = 0;
    for (std::size_t i = 0; i < candidates.tensors.size(); ++i)
        if (candidates.tensors[i].empty()
            && std::ranges::find(reasons, candidates.base.tensors[i].reason) != reasons.end())
            ++count;
    return count;
}

std::vector<FitChangeLine> linesOf(
    const FitModel& model, const ModelHeader& header, const FitAnswer& before, const FitAnswer& now)
{
    std::vector<FitChangeLine> lines;
    for (const FitChange& change : changesBetween(model, before, now)) {
        const auto& choices = model.candidates->tensors[change.tensor];
        const auto& errors = model.sensitivity->tensors[change.tensor].candidates;
        const auto place = std::ranges::lower_bound(model.free, change.tensor);
        const auto& costs = model.problem.tensors[std::size_t(place - model.free.begin())];
        const auto from = std::size_t(change.before), to = std::size_t(change.after);
        const auto title = [&](std::size_t choice) {
            return plannedText(choices[choice].plan.scheme, choices[choice].plan.options);
        };
        lines.push_back({header.tensors[change.tensor].name, title(from), title(to),
            choices[to].plan.outputBytes - choices[from].plan.outputBytes,
            std::sqrt(errors[from].error), std::sqrt(errors[to].error),
            costs[to].cost - costs[from].cost});
    }
    return lines;
}

/// Whether the file of `recipe` is as small, and as close, as is wished.
bool keepsWish(const FitRefineWish& wish, const Recipe& recipe, const FitAnswer& answer)
{
    const FitBasis& basis = *wish.basis;
    if (recipe.fitError > 0 && answer.cost > std::max(recipe.fitError, wish.start.cost))
        return false;
    auto plan = makePlan(basis.request.source.header(), recipe);
    if (!plan)
        return false;
    const auto bytes = fileBytesOf(basis.request, *std::move(plan));
    return bytes && (recipe.fitBytes <= 0 || *bytes <= recipe.fitBytes);
}

} // namespace

QString scanCacheFolder()
{
    return QDir(QStandardPaths::writableLocation(QStandardPaths::CacheLocation))
        .filePath(QStringLiteral("scans"));
}

Recipe unfitted(Recipe recipe)
{
    recipe.fitted.clear();
    recipe.fitBytes = 0;
    recipe.fitError = 0;
    return recipe;
}

ScanRequest scanRequestFor(const FitWish& wish, std::shared_ptr<const Candidates> candidates)
{
    ScanRequest request;
    request.source = wish.source;
    request.candidates = std::move(candidates);
    request.importance = wish.importance;
    request.limits = wish.limits;
    request.mostElements = wish.mostElements;
    request.cache = wish.cache;
    return request;
}

FitBasisPtr basisFor(const FitWish& wish)
{
    auto basis = std::make_shared<FitBasis>();
    auto candidates = candidatesFor(wish.source.header(), wish.recipe);
    if (!candidates) {
        basis->error = candidates.error();
        return basis;
    }
    basis->candidates = std::make_shared<const Candidates>(*std::move(candidates));
    basis->request.source = wish.source;
    basis->request.plan = basis->candidates->base;
    basis->request.thresholds = wish.thresholds;
    basis->request.limits = wish.limits;
    basis->request.importance = wish.importance;
    basis->sensitivity = knownSensitivity(wish, basis->candidates, basis->missing);
    if (!basis->sensitivity)
        return basis;
    auto model = fitModelFor(basis->request, basis->candidates, basis->sensitivity);
    if (!model) {
        basis->error = model.error();
        return basis;
    }
    basis->model = *std::move(model);
    draw(*basis);
    return basis;
}

FitSolution solve(const FitQuestion& question)
{
    FitSolution solution{question, {}};
    QuantizeRequest request = question.basis->request;
    request.plan.recipe.fitBytes = question.bytes;
    request.plan.recipe.fitError = question.error;
    const FitModel& model = *question.basis->model;
    auto file = question.bytes > 0 ? fitFileToBytes(request, model, question.bytes, liveSolves)
                                   : fitFileToError(request, model, question.error);
    if (file)
        solution.file = *std::move(file);
    else if (file.error().code != ErrorCode::InvalidPlan)
        solution.problem = file.error();
    return solution;
}

FitNumbers numbersOf(const Fit& fit, std::int64_t fileBytes)
{
    FitNumbers numbers;
    numbers.bytes = fileBytes;
    numbers.isExact = true;
    numbers.bitsPerWeight = fit.bitsPerWeight;
    numbers.error = std::sqrt(std::max(0.0, fit.error));
    numbers.worst = fit.worst;
    numbers.worstTensor = fit.worstTensor;
    numbers.missed = fit.missed;
    return numbers;
}

FitLook look(const FitLookWish& wish)
{
    const FitBasis& basis = *wish.basis;
    FitLook seen;
    seen.basis = wish.basis;
    seen.plan = wish.plan;
    seen.answer = answerOf(*basis.model, *wish.plan);
    const auto bytes = fileBytesOf(basis.request, *wish.plan);
    if (!seen.answer || !bytes)
        return seen;
    seen.now = numbersOf(fitOf(*basis.model, *seen.answer), *bytes);
    const bool isPoint = wish.baseline == FitBaseline::Point;
    if (isPoint && !wish.before)
        return seen;
    const auto before = answerOf(*basis.model, isPoint ? *wish.before : basis.candidates->base);
    seen.hasBaseline = before.has_value();
    if (before)
        seen.changes = linesOf(*basis.model, basis.request.source.header(), *before, *seen.answer);
    return seen;
}

FitRefined refined(const FitRefineWish& wish, const JobControl& control,
    const std::function<void(const EvolutionStep&)>& stepped)
{
    const FitBasis& basis = *wish.basis;
    FitRefined refined{wish, refine(*basis.model, wish.start, wish.options, control, stepped), {}};
    if (!(refined.found.after < refined.found.before))
        return refined;
    Recipe recipe = withFit(wish.recipe, *basis.model, refined.found.answer);
    if (keepsWish(wish, recipe, refined.found.answer))
        refined.recipe = std::move(recipe);
    return refined;
}

int lockedByPerson(const Candidates& candidates)
{
    return countOf(candidates, {Reason::RowOverride, Reason::Pattern});
}

int keptByLists(const Candidates& candidates)
{
    return countOf(candidates, {Reason::KeepList, Reason::Recipe, Reason::Small});
}

} // namespace aq
