#include "core/jobs/tensor_pipeline.h"

#include "core/base/job_gate.h"
#include "core/jobs/source_error.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace aq {
namespace {

constexpr std::int64_t batchBytesPerThread = 32 << 20;
constexpr std::size_t batchTensors = 2048; ///< Tiny ones: bounds the list of tiles.
constexpr std::size_t none = std::numeric_limits<std::size_t>::max();

void lower(std::atomic<std::size_t>& value, std::size_t to)
{
    std::size_t old = value;
    while (to < old && !value.compare_exchange_weak(old, to)) { }
}

bool needsRange(const TensorTask& task)
{
    return task.scheme && task.scheme->blockElements == 0 && task.options.groupSize == 0;
}

int rangePasses(const TensorTask& task)
{
    return needsRange(task) ? TensorRangeSearch(*task.scheme, task.options, 0).passes() : 0;
}

std::vector<TileSpan> tilesOf(const TensorTask& task)
{
    return task.isCopy() ? cut({1, sourceBytes(task)}, copyBytes)
                         : cut(taskMatrix(task), tileElements);
}

std::int64_t tileBytes(const TensorTask& task, const TileSpan& span)
{
    const std::int64_t units = task.isCopy() ? sourceBytes(task) : task.tensor->elements();
    const double share = double(span.elements()) / double(units);
    return std::int64_t(share * double(sourceBytes(task)));
}

/// Whether there is another way for values that the task's types do not hold.
bool fallsBack(const TensorTask& task, const TileResult& problem)
{
    return problem.scaleDoesNotFit && (task.wider || task.mayKeep);
}

QString schemeText(const TensorTask& task)
{
    if (task.scheme)
        return QString::fromLatin1(task.scheme->id);
    return task.floats ? QString::fromLatin1(nameOf(*task.floats)).toLower()
                       : QStringLiteral("keep");
}

TensorDone doneEvent(const TensorOutcome& outcome)
{
    const TensorInfo& tensor = *outcome.done.tensor;
    const std::int64_t bytesAfter = outputOf(outcome.done).bytes();
    const std::int64_t elements = tensor.elements();
    return {std::int64_t(outcome.done.index), tensor.name, schemeText(outcome.done),
        relRmse(outcome.sums), sqnrDb(outcome.sums), cosine(outcome.sums),
        elements ? 8.0 * double(bytesAfter) / double(elements) : 0, tensor.bytes(), bytesAfter,
        outcome.failure ? outcome.failure->detail : QString()};
}

} // namespace

/// One tile of a batch, and what came of it.
struct TensorPipeline::TileWork {
    std::size_t tensor = 0;
    std::int64_t index = 0; ///< Among the tensor's tiles.
    TileSpan span;
    TileResult result;
    std::int64_t bytesCounted = 0; ///< As progress, over all passes.
};

/// One tensor of a batch.
struct TensorPipeline::TensorState {
    std::size_t firstTile = 0, endTile = 0;
    std::atomic<std::int64_t> remaining{0};
    std::atomic<std::size_t> failedAt{none}; ///< First tile of the batch that failed in it: those
                                             ///< before are done all the same, no later ones.
    std::optional<TensorRangeSearch> search;
    std::optional<TensorRange> range;
};

/// Consecutive tensors whose tiles are worked on together.
struct TensorPipeline::Batch {
    std::size_t first = 0, end = 0;
    std::vector<TileWork> tiles;
    std::vector<TensorState> states;
    std::size_t nextToFinish = 0; ///< Tensors are reported in order.

    TensorState& state(std::size_t tensor) { return states[tensor - first]; }
    const TensorState& state(std::size_t tensor) const { return states[tensor - first]; }
};

int threadsFor(const JobLimits& limits)
{
    const std::int64_t affordable = limits.memoryBytes / TileWorker::memoryBytes();
    return int(std::clamp<std::int64_t>(affordable, 1, resolvedThreads(limits.threads)));
}

TensorPipeline::TensorPipeline(Setup setup, const JobControl& control)
    : m_control(control)
    , m_setup(std::move(setup))
    , m_pool(threadsFor(m_setup.limits))
    , m_workers(std::size_t(m_pool.threads()), TileWorker(m_setup.source, m_setup.writer))
{
    m_outcomes.reserve(m_setup.tasks.size());
    for (TensorTask& task : std::exchange(m_setup.tasks, {})) {
        m_stageBytes += sourceBytes(task) * (1 + rangePasses(task));
        m_outcomes.push_back({.done = std::move(task), .sums = {}, .failure = {}});
    }
}

TensorPipeline::~TensorPipeline() = default;

/// What an earlier run did counts as done now. Returns the first tensor that is left.
std::size_t TensorPipeline::takeDone()
{
    std::size_t next = 0;
    for (TensorOutcome& outcome : std::exchange(m_setup.done, {})) {
        const TensorTask& planned = m_outcomes[next].done;
        m_bytesDone += sourceBytes(planned) * (1 + rangePasses(planned));
        m_outcomes[next] = std::move(outcome);
        m_outcomes[next].isResumed = true;
        m_control.tensorDone(doneEvent(m_outcomes[next++]));
    }
    if (next > 0)
        reportProgress({});
    return next;
}

TensorPipeline::End TensorPipeline::run()
{
    for (std::size_t first = takeDone(); first < m_outcomes.size();) {
        const std::size_t end = batchEnd(first);
        m_stopAt = none;
        Batch batch = listBatch(first, end);
        findRanges(batch);
        processTiles(batch);
        if (m_cancelled)
            return End::Cancelled;
        first = settle(batch);
        if (!m_errors.empty())
            return End::Failed;
    }
    m_bytesDone = m_stageBytes;
    reportProgress({});
    std::ranges::sort(
        m_outcomes, {}, [](const TensorOutcome& outcome) { return outcome.done.index; });
    m_workers.clear(); // Their buffers: whoever asks for outcomes goes on to other work.
    return m_control.cancelled() ? End::Cancelled : End::Complete;
}

std::size_t TensorPipeline::batchEnd(std::size_t first) const
{
    const std::int64_t enough = batchBytesPerThread * m_pool.threads();
    std::int64_t bytes = 0;
    std::size_t end = first;
    while (end < m_outcomes.size() && bytes < enough && end - first < batchTensors)
        bytes += sourceBytes(m_outcomes[end++].done);
    return end;
}

TensorPipeline::Batch TensorPipeline::listBatch(std::size_t first, std::size_t end) const
{
    Batch batch{.first = first, .end = end, .tiles = {}, .states = {}, .nextToFinish = first};
    batch.states = std::vector<TensorState>(end - first);
    for (std::size_t tensor = first; tensor < end; ++tensor) {
        TensorState& state = batch.state(tensor);
        state.firstTile = batch.tiles.size();
        for (const TileSpan& span : tilesOf(m_outcomes[tensor].done))
            batch.tiles.push_back({.tensor = tensor,
                .index = std::int64_t(batch.tiles.size() - state.firstTile),
                .span = span,
                .result = {}});
        state.endTile = batch.tiles.size();
        state.remaining = std::int64_t(state.endTile - state.firstTile);
    }
    return batch;
}

// Tensors with one group need their range first: every pass goes over all of them together.
void TensorPipeline::findRanges(Batch& batch)
{
    int passes = 0;
    for (std::size_t tensor = batch.first; tensor < batch.end; ++tensor) {
        const TensorTask& task = m_outcomes[tensor].done;
        TensorState& state = batch.state(tensor);
        if (!needsRange(task))
            continue;
        state.search.emplace(
            *task.scheme, task.options, std::int64_t(state.endTile - state.firstTile));
        passes = std::max(passes, state.search->passes());
    }
    for (int pass = 0; pass < passes; ++pass) {
        std::vector<std::size_t> tiles;
        for (std::size_t i = 0; i < batch.tiles.size(); ++i)
            if (const auto& search = batch.state(batch.tiles[i].tensor).search;
                search && pass < search->passes())
                tiles.push_back(i);
        forEach(batch, tiles, [&](TileWork& work, TileWorker& worker) {
            TensorRangeSearch& search = *batch.state(work.tensor).search;
            if (const auto added = worker.addToRange(
                    m_outcomes[work.tensor].done, work.span, pass, work.index, search);
                !added)
                work.result.error = added.error();
        });
        endRangePass(batch, pass);
    }
}

void TensorPipeline::endRangePass(Batch& batch, int pass)
{
    for (std::size_t tensor = batch.first; tensor < batch.end; ++tensor) {
        TensorState& state = batch.state(tensor);
        if (state.endTile > m_stopAt)
            break; // Not all of it was seen.
        if (!state.search || state.failedAt != none || pass >= state.search->passes())
            continue;
        state.search->endPass(pass);
        if (pass + 1 < state.search->passes() || state.firstTile == state.endTile)
            continue;
        const auto range = state.search->range();
        if (range) {
            state.range = *range;
        } else {
            TileResult& result = batch.tiles[state.firstTile].result;
            result.error
                = locatedAt(m_setup.source, *m_outcomes[tensor].done.tensor, range.error());
            result.scaleDoesNotFit = true;
            noteFailure(batch, state.firstTile);
        }
    }
}

void TensorPipeline::processTiles(Batch& batch)
{
    std::vector<std::size_t> tiles(batch.tiles.size());
    for (std::size_t i = 0; i < tiles.size(); ++i)
        tiles[i] = i;
    finishReady(batch);
    forEach(batch, tiles, [&](TileWork& work, TileWorker& worker) {
        TensorState& state = batch.state(work.tensor);
        if (state.search && !state.range)
            return; // A later tile ended the search.
        const Slot slot = m_setup.writer ? m_setup.writer->slot(work.tensor) : Slot{};
        work.result = worker.process(
            m_outcomes[work.tensor].done, work.span, slot, state.range ? &*state.range : nullptr);
        if (!work.result.error)
            --state.remaining; // Last: what it releases is read by finishReady().
    });
}

// All tiles before a failing one are done too, whoever takes them: which error comes first does not
// depend on the threads.
void TensorPipeline::forEach(
    Batch& batch, const std::vector<std::size_t>& tiles, const TileFunction& work)
{
    const auto item = [&](std::size_t number, int worker) {
        const std::size_t index = tiles[number];
        TileWork& tile = batch.tiles[index];
        if (index >= m_stopAt)
            return;
        if (index < batch.state(tile.tensor).failedAt) {
            work(tile, m_workers[std::size_t(worker)]);
            if (tile.result.error)
                noteFailure(batch, index);
        }
        const std::int64_t bytes = tileBytes(m_outcomes[tile.tensor].done, tile.span);
        tile.bytesCounted += bytes;
        m_bytesDone += bytes;
        if (worker == 0)
            afterTile(batch, tile);
    };
    if (!m_pool.run(tiles.size(), item, m_control.gate.get(), m_control.cancelled))
        cancel();
}

void TensorPipeline::cancel()
{
    m_cancelled = true;
    m_stopAt = 0;
}

void TensorPipeline::noteFailure(Batch& batch, std::size_t index)
{
    const TileWork& tile = batch.tiles[index];
    lower(batch.state(tile.tensor).failedAt, index);
    if (!fallsBack(m_outcomes[tile.tensor].done, tile.result) && !m_setup.limits.continueOnError)
        lower(m_stopAt, index);
}

void TensorPipeline::afterTile(Batch& batch, const TileWork& work)
{
    if (m_control.cancelled())
        return cancel();
    finishReady(batch);
    reportProgress(m_outcomes[work.tensor].done.tensor->name);
}

void TensorPipeline::finishReady(Batch& batch)
{
    while (batch.nextToFinish < batch.end && batch.state(batch.nextToFinish).remaining == 0)
        finishTensor(batch, batch.nextToFinish++);
}

void TensorPipeline::finishTensor(const Batch& batch, std::size_t tensor)
{
    const TensorState& state = batch.state(tensor);
    TensorOutcome& outcome = m_outcomes[tensor];
    outcome.sums = {};
    for (std::size_t i = state.firstTile; i < state.endTile; ++i)
        outcome.sums.merge(batch.tiles[i].result.sums);
    if (m_setup.finished)
        m_setup.finished(outcome);
    m_control.tensorDone(doneEvent(outcome));
}

// Reports what is done, up to the first tensor with a problem, and changes all that have one.
// Returns the tensor to go on from: that first one, because the places of all later tensors move.
// Only the first problem ends the job: whether the threads came to see a later one is chance.
std::size_t TensorPipeline::settle(Batch& batch)
{
    finishReady(batch);
    std::size_t again = batch.end;
    for (std::size_t tensor = batch.nextToFinish; tensor < batch.end; ++tensor) {
        const TensorState& state = batch.state(tensor);
        if (state.failedAt == none)
            continue;
        const TileResult& problem = batch.tiles[state.failedAt].result;
        if (again < batch.end && !canChange(tensor, problem))
            continue; // Comes again.
        if (change(tensor, problem))
            again = std::min(again, tensor);
        else if (!m_setup.limits.continueOnError)
            break;
    }
    if (m_errors.empty() && batch.nextToFinish != again)
        m_errors.push_back({ErrorCode::Internal, QStringLiteral("was not finished"),
            m_outcomes[batch.nextToFinish].done.tensor->name});
    for (const TileWork& tile : batch.tiles)
        if (tile.tensor >= again)
            m_bytesDone -= tile.bytesCounted;
    return again;
}

bool TensorPipeline::canChange(std::size_t tensor, const TileResult& problem) const
{
    const TensorTask& task = m_outcomes[tensor].done;
    return fallsBack(task, problem)
        || (m_setup.limits.continueOnError && task.canCopy && !task.isCopy()
            && problem.error->code != ErrorCode::WriteFailed);
}

/// Gives a tensor that failed another task, or notes the error that ends the job.
bool TensorPipeline::change(std::size_t tensor, const TileResult& problem)
{
    TensorOutcome& outcome = m_outcomes[tensor];
    TensorTask& task = outcome.done;
    if (!canChange(tensor, problem)) {
        m_errors.push_back(*problem.error);
        return false;
    }
    if (fallsBack(task, problem)) {
        outcome.fellBack = true;
        if (task.wider)
            task.options = *std::exchange(task.wider, std::nullopt);
        else
            task = copyOf(task);
    } else {
        outcome.failure = problem.error;
        outcome.fellBack = false;
        task = copyOf(task);
    }
    if (!m_setup.writer)
        return true;
    if (const auto replaced = m_setup.writer->replace(tensor, outputOf(task)); !replaced)
        m_errors.push_back(replaced.error());
    return true;
}

void TensorPipeline::reportProgress(const QString& tensor)
{
    m_bytesShown = std::max(m_bytesShown, m_bytesDone.load());
    m_control.progress(
        {m_bytesShown, m_stageBytes + m_setup.bytesAfterwards, m_setup.stage, tensor});
}

} // namespace aq
