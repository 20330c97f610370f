#include "core/jobs/job_output.h"

#include "core/base/printable.h"
#include "core/io/output_file.h"
#include "core/jobs/job_identity.h"
#include "core/jobs/job_parts.h"
#include "core/jobs/preflight.h"

#include <QFileInfo>
#include <algorithm>
#include <cmath>

namespace aq {
namespace {

const Format& formatOf(const QuantizeRequest& request)
{
    const Format* format = formatNamed(QString::fromLatin1(request.plan.target->format));
    Q_ASSERT(format && format->create);
    return *format;
}

/// Sums of the same values, added in the same order by other code.
bool isEqual(double a, double b)
{
    return std::abs(a - b) <= 1e-6 * std::max(std::abs(a), std::abs(b));
}

} // namespace

Result<std::unique_ptr<JobOutput>> JobOutput::start(const QuantizeRequest& request,
    const OutputManifest& manifest, const std::vector<TensorTask>& tasks)
{
    std::unique_ptr<JobOutput> output(new JobOutput(request));
    if (request.journal.isEmpty()) {
        const auto created = output->create(manifest);
        return created ? Result<std::unique_ptr<JobOutput>>(std::move(output)) : created.error();
    }
    if (belongsTo(request.source, request.journal) || sameFile(request.journal, request.output))
        return Error{
            ErrorCode::WriteFailed, QStringLiteral("is no place for a journal"), request.journal};
    auto journal = Journal::open(request.journal, jobIdentity(request, tasks, manifest));
    if (!journal)
        return journal.error();
    output->m_journal = *std::move(journal);
    auto started = output->reopen(manifest, tasks);
    if (!started && started.error().code == ErrorCode::NotReadable)
        started = output->create(manifest);
    if (!started)
        return started.error();
    return output;
}

Journal::Sync JobOutput::sync()
{
    return [this] { return m_writer->sync(); };
}

Result<void> JobOutput::makeWriter(const OutputManifest& manifest, std::int64_t bytes)
{
    if (auto fits = checkOutput(m_request.source, m_request.output, manifest.overwrite, bytes);
        !fits)
        return fits;
    auto writer = formatOf(m_request).create(m_request.output, manifest);
    if (!writer)
        return writer.error();
    m_writer = *std::move(writer);
    return {};
}

Result<void> JobOutput::create(OutputManifest manifest)
{
    m_writer.reset();
    m_done.clear();
    manifest.journal = m_request.journal;
    if (m_journal) {
        if (auto named = checkOutput(m_request.source, m_request.output, manifest.overwrite, 0);
            !named)
            return named;
        if (auto forgotten = m_journal->forget(); !forgotten)
            return forgotten;
    }
    if (auto made = makeWriter(manifest, dataBytes(manifest)); !made)
        return made;
    return m_journal ? m_journal->begin(m_writer->temporaryPath(), sync()) : Result<void>();
}

/// NotReadable: there is nothing to go on with.
Result<void> JobOutput::reopen(OutputManifest manifest, const std::vector<TensorTask>& tasks)
{
    manifest.unfinished = m_journal->unfinished();
    if (manifest.unfinished.isEmpty())
        return Error{ErrorCode::NotReadable, QStringLiteral("a new job"), m_request.journal};
    const std::int64_t wanted = dataBytes(manifest) - bytesOnDisk(manifest.unfinished);
    if (auto made = makeWriter(manifest, std::max<std::int64_t>(wanted, 0)); !made)
        return made;
    m_writer->keepUnfinished(true); // Until it is clear that it can be gone on with.
    if (auto restored = restore(tasks); !restored)
        return restored;
    m_writer->keepUnfinished(false);
    m_journal->resume(sync());
    return {};
}

/// Tells the writer what else than planned was done with the noted tensors.
Result<void> JobOutput::restore(const std::vector<TensorTask>& tasks)
{
    const auto useless = [&](const QString& detail) {
        return Error{ErrorCode::NotReadable, detail, m_request.journal};
    };
    for (const QJsonObject& record : m_journal->records()) {
        const std::size_t index = m_done.size();
        if (index >= tasks.size())
            return useless(QStringLiteral("notes more tensors than there are"));
        TensorOutcome outcome{.done = tasks[index], .sums = {}, .failure = {}};
        if (!applyRecord(record, outcome))
            return useless(QStringLiteral("notes another tensor"));
        const bool isChanged = outcome.fellBack || outcome.failure;
        if (isChanged && !m_writer->replace(index, outputOf(outcome.done)))
            return useless(QStringLiteral("notes what cannot be written"));
        m_done.push_back(std::move(outcome));
    }
    const std::size_t count = m_done.size();
    if (count > 0 && outputOf(m_done.back().done).bytes() > 0
        && QFileInfo(m_writer->temporaryPath()).size() <= m_writer->slot(count - 1).data)
        return useless(QStringLiteral("notes what its file is too short for"));
    return {};
}

void JobOutput::note(const TensorOutcome& outcome)
{
    if (m_journal)
        m_journal->note(outcome);
}

Result<void> JobOutput::finish()
{
    if (m_journal)
        m_journal->finish(); // Its thread flushes a file that is closed now.
    return m_writer->finish();
}

/// Without its journal first: after a crash in between, the temporary may hold the old target.
Result<void> JobOutput::commit()
{
    if (m_journal)
        m_journal->remove();
    return m_writer->commit();
}

bool JobOutput::keepUnfinished()
{
    if (!m_journal)
        return false;
    m_journal->finish();
    m_journal->keep();
    m_writer->keepUnfinished(true);
    return true;
}

Result<void> checkResumed(
    const ValidationReport& report, const std::vector<TensorOutcome>& outcomes)
{
    for (std::size_t i = 0; i < outcomes.size(); ++i) {
        const TensorOutcome& outcome = outcomes[i];
        const TensorReport& written = report.tensors[i];
        const bool holds = outcome.done.isCopy()
            ? written.status == Status::Kept
            : written.sums.count == outcome.sums.count && isEqual(written.sums.dd, outcome.sums.dd)
                && isEqual(written.sums.yy, outcome.sums.yy);
        if (outcome.isResumed && !holds)
            return Error{ErrorCode::Corrupt,
                QStringLiteral("the unfinished file was damaged; it is removed, run the job again"),
                printable(outcome.done.tensor->name)};
    }
    return {};
}

} // namespace aq
