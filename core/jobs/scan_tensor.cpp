#include "core/jobs/scan_tensor.h"

#include <algorithm>
#include <limits>

namespace aq {
namespace {

bool needsRange(const TensorTask& task)
{
    return task.scheme && task.scheme->blockElements == 0 && task.options.groupSize == 0;
}

/// Puts the tasks of one tensor into groups.
class Grouping {
public:
    Grouping(const ScanRequest& request, const ScanMemory& memory, ScanTensor& tensor)
        : m_request(request)
        , m_memory(memory)
        , m_tensor(tensor)
        , m_info(request.source.header().tensors[tensor.index])
    {
        if (request.importance)
            m_weights = weightsText(request.importance->columns.value(m_info.name));
    }
    void add(int candidate, const TensorPlan& plan);

private:
    const CandidateError* known(
        const TensorTask& task, const Scheme& scheme, const ScanPieces& pieces) const;
    QByteArray keyOf(const TensorTask& task, const Scheme& scheme, bool isSampled) const;
    ScanGroup& groupFor(const TensorTask& task, const ScanPieces& pieces);
    std::shared_ptr<const std::vector<float>> importanceFor(const ScanGroup& group) const;

    const ScanRequest& m_request;
    const ScanMemory& m_memory;
    ScanTensor& m_tensor;
    const TensorInfo& m_info;
    QByteArray m_weights; ///< weightsText() of the tensor.
};

void Grouping::add(int candidate, const TensorPlan& plan)
{
    // One vector of weights serves all tasks of a group: see importanceFor().
    auto task = quantizeTask(
        m_request.source.header(), m_tensor.index, plan, *m_request.candidates->base.target);
    if (!task) {
        m_tensor.errorOf(candidate) = impossible(task.error().detail);
        return;
    }
    if (task->isCopy() || m_info.elements() == 0)
        return;
    const ScanPieces pieces
        = scanPieces(taskMatrix(*task), needsRange(*task) ? 0 : m_request.mostElements);
    if (const CandidateError* error = known(*task, *plan.scheme, pieces)) {
        m_tensor.errorOf(candidate) = *error;
        return;
    }
    ScanGroup& group = groupFor(*task, pieces);
    if (task->scheme)
        task->importance = importanceFor(group);
    group.keys.push_back(keyOf(*task, *plan.scheme, pieces.isSampled()));
    group.tasks.push_back(*std::move(task));
    group.candidates.push_back(candidate);
}

const CandidateError* Grouping::known(
    const TensorTask& task, const Scheme& scheme, const ScanPieces& pieces) const
{
    const CandidateError* all = m_memory.find(m_info.name, keyOf(task, scheme, false));
    if (all || !pieces.isSampled())
        return all;
    return m_memory.find(m_info.name, keyOf(task, scheme, true));
}

QByteArray Grouping::keyOf(const TensorTask& task, const Scheme& scheme, bool isSampled) const
{
    return scanKey(task, scheme, m_weights, isSampled ? m_request.mostElements : 0);
}

ScanGroup& Grouping::groupFor(const TensorTask& task, const ScanPieces& pieces)
{
    const Matrix matrix = taskMatrix(task);
    for (ScanGroup& group : m_tensor.groups)
        if (!needsRange(task) && !group.needsRange() && group.matrix == matrix)
            return group;
    m_tensor.groups.push_back(
        {.matrix = matrix, .pieces = pieces, .tasks = {}, .candidates = {}, .keys = {}});
    return m_tensor.groups.back();
}

std::shared_ptr<const std::vector<float>> Grouping::importanceFor(const ScanGroup& group) const
{
    for (const TensorTask& task : group.tasks)
        if (task.importance)
            return task.importance;
    auto columns = m_request.importance
        ? m_request.importance->forTensor(m_info.name, group.matrix.columns)
        : std::vector<float>();
    return columns.empty() ? nullptr
                           : std::make_shared<const std::vector<float>>(std::move(columns));
}

} // namespace

bool ScanGroup::needsRange() const { return !tasks.empty() && aq::needsRange(tasks.front()); }

CandidateError& ScanTensor::errorOf(int candidate)
{
    return candidate == ScanGroup::fixed ? result.fixed : result.candidates[std::size_t(candidate)];
}

std::int64_t ScanTensor::pieces() const
{
    std::int64_t sum = 0;
    for (const ScanGroup& group : groups)
        sum += std::int64_t(group.pieces.spans.size());
    return sum;
}

std::int64_t ScanTensor::readElements() const
{
    std::int64_t sum = 0;
    for (const ScanGroup& group : groups)
        sum += group.pieces.elements();
    return sum;
}

void ScanTensor::complete()
{
    const CandidateError* most = &result.fixed;
    bool isMeasured = false, hasProblem = false;
    result.measured = result.elements;
    const auto look = [&](const CandidateError& error) {
        hasProblem = hasProblem || !error.problem.isEmpty();
        if (error.sums.count == 0)
            return;
        isMeasured = true;
        result.measured = std::min(result.measured, error.sums.count);
        if (error.sums.count > most->sums.count)
            most = &error;
    };
    look(result.fixed);
    for (const CandidateError& error : result.candidates)
        look(error);
    if (isMeasured)
        result.energy = most->sums.count == result.elements
            ? most->sums.xx
            : most->sums.xx / double(most->sums.count) * double(result.elements);
    if (isMeasured || !hasProblem)
        return;
    result.problem = result.fixed.problem;
    for (const CandidateError& error : result.candidates)
        if (result.problem.isEmpty())
            result.problem = error.problem;
}

ScanTensor scanTensor(const ScanRequest& request, std::size_t index, const ScanMemory& memory)
{
    ScanTensor tensor;
    tensor.index = index;
    const TensorInfo& info = request.source.header().tensors[index];
    const std::vector<Candidate>& candidates = request.candidates->tensors[index];
    tensor.result.elements = info.elements();
    tensor.result.candidates.resize(candidates.size());
    if (request.importance)
        tensor.weights = request.importance->forTensor(info.name, matrixOf(info.shape).columns);
    Grouping grouping(request, memory, tensor);
    for (std::size_t i = 0; i < candidates.size(); ++i)
        grouping.add(int(i), candidates[i].plan);
    if (candidates.empty())
        grouping.add(ScanGroup::fixed, request.candidates->base.tensors[index]);
    return tensor;
}

CandidateError impossible(const QString& problem)
{
    return {.sums = {},
        .error = std::numeric_limits<double>::infinity(),
        .standardError = 0,
        .problem = problem};
}

} // namespace aq
