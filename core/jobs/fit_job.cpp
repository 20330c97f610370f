#include "core/jobs/fit_job.h"

#include "core/fit/fit_parts.h"
#include "core/io/formats/gguf_types.h"
#include "core/jobs/file_size.h"
#include "core/jobs/fit_frame.h"
#include "core/jobs/planned_file.h"

#include <algorithm>
#include <cmath>

namespace aq {
namespace {

/// Of every tensor's data in the file.
std::int64_t alignmentOf(const QuantPlan& plan)
{
    return QLatin1StringView(plan.target->format) == QLatin1StringView("gguf") ? ggufAlignment : 1;
}

/// "1234567 bytes (1.24 MB)": rounded up, so that a budget of as many MB is enough.
QString bytesText(std::int64_t bytes)
{
    const double hundredths = std::ceil(double(bytes) / 1e4);
    return QStringLiteral("%1 bytes (%2 MB)")
        .arg(bytes)
        .arg(QString::number(hundredths / 100, 'f', 2));
}

/// Of a squared error, as people are shown it.
QString rootText(double error) { return QString::number(std::sqrt(std::max(error, 0.0)), 'g', 4); }

Error cannot(const QuantizeRequest& request, const QString& detail)
{
    return {ErrorCode::InvalidPlan, detail, request.source.path()};
}

/// What the file of a fit really is.
Result<FittedFile> fileOf(const QuantizeRequest& request, const FitModel& model, Fit fit)
{
    Recipe recipe = withFit(request.plan.recipe, model, fit.answer);
    auto plan = makePlan(request.source.header(), recipe);
    if (!plan)
        return plan.error();
    QuantizeRequest job = request;
    job.plan = *plan;
    const auto bytes = outputFileBytes(job);
    if (!bytes)
        return bytes.error();
    return FittedFile{std::move(fit), std::move(recipe), *std::move(plan), *bytes};
}

/// Looks for the budget of the solver with which the file comes nearest to that of the person: what
/// headers and metadata take is known only when it is planned.
class BudgetSearch {
public:
    BudgetSearch(
        const QuantizeRequest& request, const FitModel& model, std::int64_t bytes, int mostSolves)
        : m_request(request)
        , m_model(model)
        , m_bytes(bytes)
        , m_mostSolves(mostSolves)
    {
    }
    Result<FittedFile> run();

private:
    Result<void> solve(std::int64_t budget);
    void take(FittedFile file);
    std::int64_t next() const;

    const QuantizeRequest& m_request;
    const FitModel& m_model;
    const std::int64_t m_bytes;
    const int m_mostSolves;
    std::int64_t m_fits = 0;     ///< Largest budget known to give a file that fits.
    std::int64_t m_exceeds = 0;  ///< Smallest known to give one that does not.
    std::int64_t m_overhead = 0; ///< Of the last file, over what the solver believed.
    std::optional<FittedFile> m_best;
};

void BudgetSearch::take(FittedFile file)
{
    const auto rank
        = [](const FittedFile& known) { return std::pair(known.fit.answer.cost, known.fileBytes); };
    if (!m_best || rank(file) < rank(*m_best))
        m_best = std::move(file);
}

Result<void> BudgetSearch::solve(std::int64_t budget)
{
    auto fit = fitToBytes(m_model, budget);
    if (!fit) { // Even the smallest is believed to be larger.
        m_fits = std::max(m_fits, budget);
        return {};
    }
    auto file = fileOf(m_request, m_model, *std::move(fit));
    if (!file)
        return file.error();
    const std::int64_t believed = file->fit.answer.bytes;
    m_overhead = file->fileBytes - believed;
    if (file->fileBytes > m_bytes) {
        m_exceeds = std::min(m_exceeds, believed); // Smaller budgets have another answer.
        return {};
    }
    m_fits = std::max(m_fits, budget);
    take(*std::move(file));
    return {};
}

/// Where the last overhead says that the file is full; in the middle when that is known already.
std::int64_t BudgetSearch::next() const
{
    const std::int64_t full = m_bytes - m_overhead;
    return full > m_fits && full < m_exceeds ? full : m_fits + (m_exceeds - m_fits) / 2;
}

Result<FittedFile> BudgetSearch::run()
{
    auto smallest = fitToBytes(m_model, m_model.problem.smallest());
    Q_ASSERT(smallest);
    auto least = fileOf(m_request, m_model, *std::move(smallest));
    if (!least)
        return least;
    if (least->fileBytes > m_bytes)
        return cannot(m_request,
            QStringLiteral("cannot fit into %1, the smallest is %2")
                .arg(bytesText(m_bytes), bytesText(least->fileBytes)));
    m_fits = least->fit.answer.bytes;
    m_overhead = least->fileBytes - m_fits;
    m_exceeds = std::max(m_model.problem.largest() + 1, m_fits + 1);
    take(*std::move(least));
    if (auto largest = solve(m_exceeds - 1); !largest)
        return largest.error();
    for (int i = 0; i < m_mostSolves && m_exceeds - m_fits > 1; ++i)
        if (auto solved = solve(next()); !solved)
            return solved.error();
    return *std::move(m_best);
}

} // namespace

Result<FitModelPtr> fitModelFor(const QuantizeRequest& request,
    std::shared_ptr<const Candidates> candidates, SensitivityPtr sensitivity)
{
    QuantizeRequest job = request;
    job.plan = candidates->base;
    const auto bytes = outputFileBytes(job);
    if (!bytes)
        return bytes.error();
    const std::int64_t alignment = alignmentOf(job.plan);
    std::int64_t data = 0;
    for (const TensorPlan& tensor : job.plan.tensors)
        data += alignedUp(tensor.outputBytes, alignment);
    auto model = std::make_shared<FitModel>(*makeFitModel(std::move(candidates),
        std::move(sensitivity), *bytes - data, int(alignment), request.thresholds));
    countFrames(*model, request, alignment);
    // What the metadata takes depends a little on the answer, such as the general.file_type.
    auto smallest = fitToBytes(*model, model->problem.smallest());
    Q_ASSERT(smallest);
    const auto least = fileOf(request, *model, *std::move(smallest));
    if (!least)
        return least.error();
    model->problem.fixedBytes += least->fileBytes - least->fit.answer.bytes;
    return FitModelPtr(std::move(model));
}

Result<FittedFile> fitFileToBytes(
    const QuantizeRequest& request, const FitModel& model, std::int64_t bytes, int mostSolves)
{
    return BudgetSearch(request, model, bytes, mostSolves).run();
}

Result<FittedFile> fitFileToError(
    const QuantizeRequest& request, const FitModel& model, double error)
{
    auto fit = fitToError(model, error);
    if (fit)
        return fileOf(request, model, *std::move(fit));
    const auto best = fitToBytes(model, model.problem.largest());
    Q_ASSERT(best);
    return cannot(request,
        QStringLiteral("cannot keep the error within %1, the least is %2")
            .arg(rootText(error), rootText(best->error)));
}

} // namespace aq
