#include "core/validate/validate.h"

#include "core/base/job_gate.h"
#include "core/base/parallel_for.h"
#include "core/validate/comparison.h"

#include <QHash>
#include <QSet>
#include <atomic>
#include <chrono>
#include <mutex>

namespace aq {

namespace {

/// What a tensor became, as a rule would say it.
Action actionOf(const TensorInfo& original, const TensorInfo& written)
{
    if (written.encoding) {
        const Scheme* scheme = schemeNamed(written.encoding->scheme);
        const bool hasGroups = scheme && scheme->blockElements == 0;
        return {written.encoding->scheme,
            hasGroups ? std::optional(written.encoding->options.groupSize) : std::nullopt};
    }
    const bool isKept = written.dtype == original.dtype && !original.encoding;
    return isKept ? Action{} : Action{QString::fromLatin1(nameOf(written.dtype)).toLower(), {}};
}

/// A file that was fitted to a size names the wish; what was chosen for it its tensors say.
void addChoices(Recipe& recipe, const ModelHeader& original, const ModelHeader& written)
{
    if (recipe.fitBytes <= 0 && recipe.fitError <= 0)
        return;
    QHash<QString, const TensorInfo*> byName;
    for (const TensorInfo& tensor : written.tensors)
        byName.insert(tensor.name, &tensor);
    for (const TensorInfo& tensor : original.tensors)
        if (const TensorInfo* found = byName.value(tensor.name))
            recipe.fitted.push_back({tensor.name, actionOf(tensor, *found), true});
}

/// What the recipe in the written file's metadata says about the source, where there is one.
std::optional<QuantPlan> plannedFor(const ModelHeader& original, const ModelHeader& written)
{
    const auto text = written.metadata.constFind(QStringLiteral("arrowquant.recipe"));
    if (text == written.metadata.constEnd())
        return {};
    auto recipe = recipeFromJson(text->toUtf8());
    if (!recipe)
        return {};
    addChoices(*recipe, original, written);
    auto plan = makePlan(original, *recipe);
    return plan ? std::optional(*std::move(plan)) : std::nullopt;
}

/// One run: hands out pieces to threads and puts the results together in order.
class Validation {
public:
    Validation(const ValidateRequest& request, const JobControl& control);
    Result<ValidationReport> run();

private:
    void work(std::size_t item, Comparer& comparer);
    void pieceDone(const Piece& piece);
    void finishReady();
    TensorReport finished(std::size_t pair);
    void merge(std::size_t pair, TensorReport& tensor, bool& isEqual) const;
    void name(std::size_t pair, bool isKept, TensorReport& tensor);
    void announce(std::size_t pair) const;
    void noteError(std::size_t item, Error error);
    std::optional<Error> firstError() const;

    const ValidateRequest& m_request;
    const JobControl& m_control;
    const std::vector<TensorPair> m_pairs;
    const std::vector<Piece> m_pieces;
    const std::optional<QuantPlan> m_ownPlan; ///< Where the request has none.
    const QuantPlan* const m_plan;            ///< Null: nothing is known of it.
    std::vector<PieceResult> m_results;       ///< Per piece.
    std::vector<std::size_t> m_firstPiece;    ///< Per pair, and one more.
    std::vector<std::size_t> m_open;          ///< Pieces to come, per pair.
    std::atomic<bool> m_stop = false, m_cancelled = false;

    std::mutex m_mutex;         ///< Over what follows and over calls of m_control.
    std::size_t m_failedAt = 0; ///< The first piece that could not be compared, and why.
    std::optional<Error> m_error;
    QSet<QString> m_texts; ///< Thousands of tensors have the same few reasons, held once.
    ValidationReport m_report;
    Progress m_progress;
};

Validation::Validation(const ValidateRequest& request, const JobControl& control)
    : m_request(request)
    , m_control(control)
    , m_pairs(pairUp(request.original.header(), request.written.header()))
    , m_pieces(piecesOf(m_pairs))
    , m_ownPlan(request.plan ? std::nullopt
                             : plannedFor(request.original.header(), request.written.header()))
    , m_plan(m_ownPlan ? &*m_ownPlan : request.plan)
    , m_results(m_pieces.size())
    , m_firstPiece(m_pairs.size() + 1)
    , m_open(m_pairs.size())
{
    for (const Piece& piece : m_pieces)
        ++m_open[piece.pair];
    for (std::size_t pair = 0; pair < m_pairs.size(); ++pair)
        m_firstPiece[pair + 1] = m_firstPiece[pair] + m_open[pair];
    for (const TensorInfo& tensor : request.original.header().tensors)
        m_progress.bytesTotal += tensor.bytes();
    m_progress.stage = QStringLiteral("validate");
    m_report.tensors.reserve(m_pairs.size());
    m_report.program = QStringLiteral("ArrowQuant " AQ_VERSION);
    m_report.source = request.original.path();
    m_report.output = request.written.path();
    m_report.thresholds = request.thresholds;
    m_report.forced = request.written.header().metadata.value(QStringLiteral("arrowquant.forced"));
    m_report.summary.bytesBefore = request.original.fileBytes();
    m_report.summary.bytesAfter = request.written.fileBytes();
    if (m_plan)
        m_report.recipe = m_plan->recipe;
}

void Validation::work(std::size_t item, Comparer& comparer)
{
    if (!m_stop && m_control.cancelled())
        m_stop = m_cancelled = true;
    if (m_stop)
        return;
    const Piece& piece = m_pieces[item];
    auto result = comparer.compare(m_pairs[piece.pair], piece);
    if (result) {
        m_results[item] = *std::move(result);
        pieceDone(piece);
    } else {
        noteError(item, result.error());
    }
}

void Validation::noteError(std::size_t item, Error error)
{
    m_stop = true;
    const std::scoped_lock lock(m_mutex);
    if (m_error && m_failedAt < item)
        return;
    m_failedAt = item;
    m_error = std::move(error);
}

void Validation::pieceDone(const Piece& piece)
{
    const std::scoped_lock lock(m_mutex);
    const TensorInfo& tensor = *m_pairs[piece.pair].original;
    const auto pieces = std::int64_t(m_firstPiece[piece.pair + 1] - m_firstPiece[piece.pair]);
    const std::int64_t share = tensor.bytes() / pieces; // The last piece brings the rest.
    const bool isLast = --m_open[piece.pair] == 0;
    m_progress.bytesDone += isLast ? tensor.bytes() - share * (pieces - 1) : share;
    m_progress.tensor = tensor.name;
    m_control.progress(m_progress);
    finishReady();
}

/// Every tensor whose turn it is and whose pieces are all there.
void Validation::finishReady()
{
    while (m_report.tensors.size() < m_pairs.size() && m_open[m_report.tensors.size()] == 0) {
        const std::size_t pair = m_report.tensors.size();
        m_report.tensors.push_back(finished(pair));
        announce(pair);
    }
}

void Validation::merge(std::size_t pair, TensorReport& tensor, bool& isEqual) const
{
    for (std::size_t piece = m_firstPiece[pair]; piece < m_firstPiece[pair + 1]; ++piece) {
        tensor.sums.merge(m_results[piece].sums);
        isEqual = isEqual && m_results[piece].isEqual;
        if (tensor.message.isEmpty())
            tensor.message = m_results[piece].trouble;
    }
}

/// Scheme and reason: from the file where it says them, from the plan otherwise.
void Validation::name(std::size_t pair, bool isKept, TensorReport& tensor)
{
    const TensorPlan* plan
        = m_plan && pair < m_plan->tensors.size() ? &m_plan->tensors[pair] : nullptr;
    const TensorInfo* written = m_pairs[pair].written;
    if (plan)
        tensor.reason = *m_texts.insert(reasonText(*plan));
    if (isKept || !written)
        tensor.scheme = QStringLiteral("keep");
    else if (written->encoding)
        tensor.scheme = written->encoding->scheme;
    else if (plan && plan->scheme)
        tensor.scheme = *m_texts.insert(QLatin1StringView(plan->scheme->id));
    else
        tensor.scheme
            = *m_texts.insert(QString(QLatin1StringView(nameOf(written->dtype))).toLower());
}

TensorReport Validation::finished(std::size_t index)
{
    const TensorPair& pair = m_pairs[index];
    const TensorInfo& known = pair.original ? *pair.original : *pair.written;
    TensorReport tensor;
    tensor.name = known.name;
    tensor.shape = known.shape;
    tensor.parameters = known.elements();
    tensor.bytesBefore = pair.original ? pair.original->bytes() : 0;
    tensor.bytesAfter = pair.written ? pair.written->bytes() : 0;
    tensor.message = pair.mismatch;
    bool isKept = pair.canBeKept;
    merge(index, tensor, isKept);
    name(index, isKept, tensor);
    const bool failed = !tensor.message.isEmpty();
    tensor.status = failed ? Status::Failed : isKept ? Status::Kept : Status::Passed;
    judge(tensor, codeBitsOf(tensor.scheme), m_request.thresholds);
    return tensor;
}

void Validation::announce(std::size_t pair) const
{
    m_control.tensorDone(doneEvent(std::int64_t(pair), m_report.tensors[pair]));
}

/// Threads may have stopped at different pieces: the first counts.
std::optional<Error> Validation::firstError() const
{
    if (m_error)
        return m_error;
    if (m_cancelled)
        return Error{ErrorCode::Cancelled, QStringLiteral("validation was cancelled"), {}};
    return {};
}

Result<ValidationReport> Validation::run()
{
    const auto start = std::chrono::steady_clock::now();
    WorkerPool pool(m_request.threads);
    std::vector<Comparer> comparers(
        std::size_t(pool.threads()), Comparer(m_request.original, m_request.written));
    const auto item
        = [&](std::size_t number, int worker) { work(number, comparers[std::size_t(worker)]); };
    if (!pool.run(m_pieces.size(), item, m_control.gate.get(), m_control.cancelled))
        m_cancelled = true;
    if (const auto error = firstError())
        return *error;
    finishReady(); // Those without pieces at the end.
    const std::chrono::duration<double> spent = std::chrono::steady_clock::now() - start;
    m_report.summary.seconds = spent.count();
    summarise(m_report);
    return std::move(m_report);
}

} // namespace

Result<ValidationReport> validate(const ValidateRequest& request, const JobControl& control)
{
    return Validation(request, control).run();
}

TensorDone doneEvent(std::int64_t index, const TensorReport& tensor)
{
    return {.index = index,
        .name = tensor.name,
        .scheme = tensor.scheme,
        .relRmse = tensor.relRmse,
        .sqnrDb = tensor.sqnrDb,
        .cosine = tensor.cosine,
        .bitsPerWeight = tensor.bitsPerWeight,
        .bytesBefore = tensor.bytesBefore,
        .bytesAfter = tensor.bytesAfter,
        .error = tensor.status == Status::Failed ? tensor.message : QString()};
}

} // namespace aq
