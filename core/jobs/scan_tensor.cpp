#include "core/jobs/scan_tensor.h"

#include <algorithm>
#include <limits>

namespace aq {
namespace {

/// Adds tasks to the groups of one tensor.
class Grouping {
public:
    Grouping(const ScanRequest& request, ScanTensor& tensor)
        : m_request(request)
        , m_tensor(tensor)
    {
    }
    void add(int candidate, const TensorPlan& plan);

private:
    ScanGroup& groupFor(const TensorTask& task);
    const TensorInfo& info() const { return m_request.source.header().tensors[m_tensor.index]; }

    const ScanRequest& m_request;
    ScanTensor& m_tensor;
};

void Grouping::add(int candidate, const TensorPlan& plan)
{
    const auto task = quantizeTask(
        m_request.source.header(), m_tensor.index, plan, *m_request.candidates->base.target);
    if (!task) {
        m_tensor.errorOf(candidate) = impossible(task.error().detail);
        return;
    }
    if (task->isCopy() || info().elements() == 0)
        return;
    ScanGroup& group = groupFor(*task);
    group.tasks.push_back(*task);
    group.candidates.push_back(candidate);
    if (!task->scheme || !m_request.importance)
        return;
    // One vector for all tasks of the group.
    TensorTask& added = group.tasks.back();
    for (const TensorTask& other : group.tasks)
        if (other.importance)
            added.importance = other.importance;
    if (added.importance)
        return;
    auto columns = m_request.importance->forTensor(info().name, group.matrix.columns);
    if (!columns.empty())
        added.importance = std::make_shared<const std::vector<float>>(std::move(columns));
}

ScanGroup& Grouping::groupFor(const TensorTask& task)
{
    const Matrix matrix = taskMatrix(task);
    ScanGroup group{.matrix = matrix, .pieces = {}, .tasks = {task}, .candidates = {}};
    const bool isAlone = group.needsRange();
    for (ScanGroup& known : m_tensor.groups)
        if (!isAlone && !known.needsRange() && known.matrix == matrix)
            return known;
    group.tasks.clear();
    group.pieces = scanPieces(matrix, isAlone ? 0 : m_request.mostElements);
    m_tensor.groups.push_back(std::move(group));
    return m_tensor.groups.back();
}

} // namespace

bool ScanGroup::needsRange() const
{
    return std::ranges::any_of(tasks, [](const TensorTask& task) {
        return task.scheme && task.scheme->blockElements == 0 && task.options.groupSize == 0;
    });
}

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

ScanTensor scanTensor(const ScanRequest& request, std::size_t index)
{
    ScanTensor tensor;
    tensor.index = index;
    const TensorInfo& info = request.source.header().tensors[index];
    const std::vector<Candidate>& candidates = request.candidates->tensors[index];
    tensor.result.elements = info.elements();
    tensor.result.candidates.resize(candidates.size());
    if (request.importance)
        tensor.weights = request.importance->forTensor(info.name, matrixOf(info.shape).columns);
    Grouping grouping(request, tensor);
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
