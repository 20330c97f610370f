#include "core/jobs/scan_pass.h"

#include "core/base/job_gate.h"
#include "core/jobs/scan_worker.h"
#include "core/jobs/tensor_pipeline.h"

#include <algorithm>
#include <atomic>
#include <limits>

namespace aq {
namespace {

constexpr std::int64_t batchPieces = 64;  ///< Per thread: bounds what is held of each piece.
constexpr std::size_t batchTensors = 256; ///< Likewise of each tensor.
constexpr std::size_t none = std::numeric_limits<std::size_t>::max();

/// One scan on its way: tensors in batches, the pieces of a batch by all threads.
class Scanning {
public:
    /// What is measured is added to `memory`.
    Scanning(const ScanRequest& request, const JobControl& control, ScanMemory& memory);
    Result<SensitivityPtr> run();

private:
    using Work = std::function<void(std::size_t piece, ScanWorker& worker)>;

    void countWork();
    std::size_t listBatch(std::size_t first);
    Result<void> findRanges();
    Result<void> findRange(ScanTensor& tensor, ScanGroup& group);
    Result<void> measurePieces();
    Result<void> forEach(std::size_t items, const Work& work);
    void finishBatch();
    void finish(ScanGroup& group, ScanTensor& tensor, std::span<const ScanPiece> pieces);
    void note(
        ScanTensor& tensor, const ScanGroup& group, std::size_t task, const CandidateError& error);
    void tell(const ScanTensor& tensor);
    void tell(std::int64_t bytesDone, const QString& tensor);

    bool isStopped(std::size_t item) const { return item >= m_stopAt; }
    Error cancelled() const;

    const ScanRequest& m_request;
    const JobControl& m_control;
    ScanMemory& m_memory;
    WorkerPool m_pool;
    std::vector<ScanWorker> m_workers; ///< One per thread.
    std::shared_ptr<Sensitivity> m_all = std::make_shared<Sensitivity>();
    std::vector<ScanTensor> m_tensors; ///< Of the batch.
    std::vector<ScanPiece> m_pieces;   ///< Likewise, tensor by tensor.
    std::int64_t m_bytesTotal = 0;
    std::atomic<std::int64_t> m_bytesDone{0};
    std::atomic<std::size_t> m_stopAt{none}; ///< Item from which on none is done.
    bool m_cancelled = false;
};

Scanning::Scanning(const ScanRequest& request, const JobControl& control, ScanMemory& memory)
    : m_request(request)
    , m_control(control)
    , m_memory(memory)
    , m_pool(threadsFor(request.limits))
    , m_workers(std::size_t(m_pool.threads()), ScanWorker(request.source))
{
    m_all->tensors.reserve(request.source.header().tensors.size());
}

Error Scanning::cancelled() const
{
    return {
        ErrorCode::Cancelled, QStringLiteral("the scan was cancelled"), m_request.source.path()};
}

/// Bytes of the source that a part of its elements takes.
std::int64_t bytesOf(const TensorInfo& tensor, std::int64_t elements)
{
    return std::int64_t(double(tensor.bytes()) * double(elements)
        / double(std::max<std::int64_t>(tensor.elements(), 1)));
}

void Scanning::countWork()
{
    const auto& tensors = m_request.source.header().tensors;
    for (std::size_t i = 0; i < tensors.size(); ++i)
        for (const ScanGroup& group : scanTensor(m_request, i, m_memory).groups)
            for (const TileSpan& span : group.pieces.spans)
                m_bytesTotal += bytesOf(tensors[i], span.elements());
}

Result<SensitivityPtr> Scanning::run()
{
    countWork();
    if (m_bytesTotal
        > 0) // Before anything is read: whoever wants only what is known stops it here.
        tell(0, {});
    const std::size_t tensors = m_request.source.header().tensors.size();
    for (std::size_t first = 0; first < tensors;) {
        first = listBatch(first);
        if (const auto found = findRanges(); !found)
            return found.error();
        if (const auto measured = measurePieces(); !measured)
            return measured.error();
        finishBatch();
    }
    if (m_control.cancelled())
        return cancelled();
    tell(m_bytesTotal, {});
    return SensitivityPtr(m_all);
}

/// Returns the first tensor that is not in the batch.
std::size_t Scanning::listBatch(std::size_t first)
{
    m_tensors.clear();
    m_pieces.clear();
    std::int64_t pieces = 0;
    std::size_t end = first;
    while (end < m_request.source.header().tensors.size() && pieces < batchPieces * m_pool.threads()
        && m_tensors.size() < batchTensors) {
        m_tensors.push_back(scanTensor(m_request, end++, m_memory));
        pieces += m_tensors.back().pieces();
    }
    for (ScanTensor& tensor : m_tensors)
        for (ScanGroup& group : tensor.groups)
            for (std::size_t i = 0; i < group.pieces.spans.size(); ++i)
                m_pieces.push_back({&tensor, &group, i, {}, {}});
    return end;
}

/// Calls `work` for all items, those before one that stops included.
Result<void> Scanning::forEach(std::size_t items, const Work& work)
{
    m_stopAt = none;
    const auto one = [&](std::size_t item, int worker) {
        if (worker == 0 && m_control.cancelled()) {
            m_cancelled = true;
            m_stopAt = 0;
        }
        if (!isStopped(item))
            work(item, m_workers[std::size_t(worker)]);
    };
    if (!m_pool.run(items, one, m_control.gate.get(), m_control.cancelled) || m_cancelled)
        return cancelled();
    return {};
}

Result<void> Scanning::findRanges()
{
    for (ScanTensor& tensor : m_tensors)
        for (ScanGroup& group : tensor.groups)
            if (group.needsRange())
                if (auto found = findRange(tensor, group); !found)
                    return found;
    return {};
}

/// One scale serves the whole tensor: it follows from all of it, which is read beforehand.
Result<void> Scanning::findRange(ScanTensor& tensor, ScanGroup& group)
{
    const TensorTask& task = group.tasks.front();
    const auto tiles = cut(group.matrix, tileElements);
    std::vector<std::optional<Error>> errors(tiles.size());
    TensorRangeSearch search(*task.scheme, task.options, std::int64_t(tiles.size()));
    std::optional<Error> problem;
    for (int pass = 0; pass < search.passes() && !problem; ++pass) {
        auto added = forEach(tiles.size(), [&](std::size_t i, ScanWorker& worker) {
            if (const auto done
                = worker.tiles().addToRange(task, tiles[i], pass, std::int64_t(i), search);
                !done)
                errors[i] = done.error();
        });
        if (!added)
            return added;
        for (const auto& error : errors)
            if (error && !problem)
                problem = error;
        if (!problem)
            search.endPass(pass);
    }
    if (!problem) {
        const auto range = search.range();
        if (range)
            group.range = *range;
        else
            problem = range.error();
    }
    if (problem && isReading(*problem))
        return *problem;
    if (problem)
        note(tensor, group, 0, impossible(problem->detail));
    return {};
}

Result<void> Scanning::measurePieces()
{
    auto measured = forEach(m_pieces.size(), [&](std::size_t item, ScanWorker& worker) {
        ScanPiece& piece = m_pieces[item];
        if (piece.group->needsRange() && !piece.group->range)
            return;
        const bool asks = &worker == &m_workers.front();
        worker.measure(piece, [&] {
            if (asks && m_control.cancelled()) {
                m_cancelled = true;
                m_stopAt = 0;
            }
            return !isStopped(item);
        });
        if (piece.failure) {
            std::size_t old = m_stopAt;
            while (item < old && !m_stopAt.compare_exchange_weak(old, item)) { }
        }
        const TensorInfo& tensor = m_request.source.header().tensors[piece.tensor->index];
        m_bytesDone += bytesOf(tensor, piece.span().elements());
        if (asks)
            tell(m_bytesDone, tensor.name);
    });
    if (!measured)
        return measured;
    for (const ScanPiece& piece : m_pieces)
        if (piece.failure)
            return *piece.failure;
    return {};
}

void Scanning::finishBatch()
{
    std::span<const ScanPiece> left(m_pieces);
    for (ScanTensor& tensor : m_tensors) {
        for (ScanGroup& group : tensor.groups) {
            const std::size_t count = group.pieces.spans.size();
            if (!group.needsRange() || group.range)
                finish(group, tensor, left.first(count));
            left = left.subspan(count);
        }
        tensor.complete();
        tell(tensor);
        m_all->tensors.push_back(std::move(tensor.result));
    }
}

/// Merges what the pieces came to, in their order.
void Scanning::finish(ScanGroup& group, ScanTensor& tensor, std::span<const ScanPiece> pieces)
{
    for (std::size_t task = 0; task < group.tasks.size(); ++task) {
        std::vector<ScanSums> sums;
        sums.reserve(pieces.size());
        QString problem;
        for (const ScanPiece& piece : pieces) {
            sums.push_back(piece.found[task].sums);
            if (problem.isEmpty())
                problem = piece.found[task].problem;
        }
        note(tensor, group, task,
            problem.isEmpty() ? candidateError(sums, group.pieces.all) : impossible(problem));
    }
}

void Scanning::note(
    ScanTensor& tensor, const ScanGroup& group, std::size_t task, const CandidateError& error)
{
    tensor.errorOf(group.candidates[task]) = error;
    m_memory.add(m_request.source.header().tensors[tensor.index].name, group.keys[task], error);
}

void Scanning::tell(const ScanTensor& tensor)
{
    const TensorInfo& info = m_request.source.header().tensors[tensor.index];
    TensorDone done;
    done.index = std::int64_t(tensor.index);
    done.name = info.name;
    done.bytesBefore = done.bytesAfter = info.bytes();
    done.error = tensor.result.problem;
    m_control.tensorDone(done);
}

void Scanning::tell(std::int64_t bytesDone, const QString& tensor)
{
    m_control.progress({bytesDone, m_bytesTotal, QStringLiteral("scan"), tensor});
}

} // namespace

Result<SensitivityPtr> scanPass(
    const ScanRequest& request, const JobControl& control, ScanMemory& memory)
{
    return Scanning(request, control, memory).run();
}

} // namespace aq
