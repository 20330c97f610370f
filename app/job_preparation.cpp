#include "app/job_preparation.h"

#include "app/cli_findings.h"
#include "core/io/output_file.h"
#include "core/plan/findings.h"

#include <QFileInfo>

namespace aq {
namespace {

constexpr qint64 clockGrain = 2000; ///< Milliseconds: some file systems count in steps of that.

QDateTime timeOf(const QString& model) { return QFileInfo(model).lastModified(); }

bool isSameFile(const JobSpec& spec, const ModelSource& model)
{
    const bool sameSize = spec.modelBytes <= 0 || spec.modelBytes == model.fileBytes()
        || spec.modelBytes == QFileInfo(spec.model).size();
    const bool sameTime = !spec.modelTime.isValid()
        || std::abs(spec.modelTime.msecsTo(timeOf(spec.model))) <= clockGrain;
    return sameSize && sameTime;
}

Result<ModelSource> modelFor(const JobSpec& spec, const ModelSource& known)
{
    if (known && isSameFile(spec, known))
        return known;
    return openModel(spec.model, {spec.components});
}

Preparation refused(const Error& error) { return {.error = error}; }

/// What stands in the way of a file is overruled or an error; a trial writes none.
std::optional<Error> checkFindings(const JobSpec& spec, Preparation& ready)
{
    if (spec.kind == JobKind::Measure)
        return {};
    const std::vector<Finding> findings = findingsOf(ready.model.header(), *ready.plan);
    if (!hasBlocking(findings))
        return {};
    if (!spec.overrules || hasUnforceable(findings))
        return cli::blockedBy(ready.model.header(), findings).in(spec.model);
    ready.forced = cli::forcedText(ready.model.header(), findings);
    return {};
}

std::optional<Error> readImportance(const JobSpec& spec, Preparation& ready)
{
    const QString& path = spec.recipe.importance;
    if (path.isEmpty())
        return {};
    if (!spec.output.isEmpty() && sameFile(path, spec.output))
        return Error{ErrorCode::WriteFailed, QStringLiteral("this is the plan's importance file"),
            spec.output};
    auto read = loadImportance(path);
    if (!read)
        return read.error();
    ready.importance = *read;
    return {};
}

} // namespace

Preparation prepare(const JobSpec& spec, const ModelSource& known)
{
    Preparation ready;
    const auto model = modelFor(spec, known);
    if (!model)
        return refused(model.error());
    if (!isSameFile(spec, *model)) {
        ready = refused({ErrorCode::InvalidPlan,
            QStringLiteral("is not the file that was queued: its size or its time has changed"),
            spec.model});
        ready.otherModel = true;
        return ready;
    }
    ready.model = *model;
    auto plan = makePlan(model->header(), spec.recipe);
    if (!plan)
        return refused(plan.error().in(spec.model));
    ready.plan = std::make_shared<const QuantPlan>(*std::move(plan));
    if (const auto blocked = checkFindings(spec, ready))
        return refused(*blocked);
    if (const auto unread = readImportance(spec, ready))
        return refused(*unread);
    return ready;
}

void stamp(JobSpec& spec, const ModelSource& model)
{
    spec.modelBytes = model.fileBytes();
    spec.modelTime = timeOf(spec.model);
}

void stampFile(JobSpec& spec)
{
    const QFileInfo info(spec.model);
    if (!info.exists())
        return;
    spec.modelBytes = info.isFile() ? info.size() : 0;
    spec.modelTime = info.lastModified();
}

} // namespace aq
