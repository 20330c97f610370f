#include "app/job_preparation.h"

#include "app/cli_findings.h"
#include "core/io/output_file.h"
#include "core/plan/findings.h"

#include <QFileInfo>

namespace aq {
namespace {

/// A model that was opened in the window is not opened again, unless the disk has another one by
/// now: its table of contents would be read as if the weights still lay where it says.
Result<ModelSource> modelFor(const JobSpec& spec, const ModelSource& known)
{
    const QList<FileStamp> stamps = stampsOf(known);
    const bool isMeant = spec.modelFiles.isEmpty() || areSame(spec.modelFiles, stamps);
    const bool isIt = known && QFileInfo(known.path()).absoluteFilePath() == spec.model;
    if (isIt && isMeant && !stamps.isEmpty() && areUnchanged(stamps))
        return known;
    return openModel(spec.model, {spec.components});
}

Preparation otherModel(const JobSpec& spec)
{
    Preparation other;
    other.otherModel = true;
    other.error = Error{ErrorCode::InvalidPlan,
        QStringLiteral("the model has changed since it was opened or queued"), spec.model};
    return other;
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
    if (!spec.modelFiles.isEmpty() && !areSame(spec.modelFiles, stampsOf(*model)))
        return otherModel(spec);
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
    spec.modelFiles = stampsOf(model);
}

void stampFile(JobSpec& spec)
{
    if (const auto model = openModel(spec.model, {spec.components}))
        return stamp(spec, *model);
    const FileStamp file = stampNow(spec.model);
    if (file.bytes < 0 || QFileInfo(spec.model).isDir())
        return; // The job will say what is wrong with it.
    spec.modelBytes = file.bytes;
    spec.modelFiles = {file};
}

} // namespace aq
