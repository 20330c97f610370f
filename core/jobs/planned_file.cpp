#include "core/jobs/planned_file.h"

#include "core/jobs/job_parts.h"
#include "core/jobs/source_hash.h"
#include "core/plan/target_metadata.h"

#include <QDir>
#include <QFileInfo>

namespace aq {
namespace {

QMap<QString, QString> ourMetadata(const QuantizeRequest& request)
{
    QMap<QString, QString> ours = targetMetadata(request.source.header(), request.plan);
    ours.insert(QStringLiteral("arrowquant.recipe"),
        QString::fromUtf8(toJson(recipeInFile(request.plan.recipe))));
    ours.insert(QStringLiteral("arrowquant.source"),
        QFileInfo(QDir::cleanPath(request.source.path())).fileName());
    ours.insert(QStringLiteral("arrowquant.program"), programText());
    if (hashesSource(request))
        ours.insert(sourceHashKey(), SourceHash::placeholder(request.source));
    ours.insert(request.metadata);
    return ours;
}

} // namespace

const Format& outputFormat(const QuantPlan& plan)
{
    const Format* format = formatNamed(QString::fromLatin1(plan.target->format));
    Q_ASSERT(format && format->create && format->fileBytes);
    return *format;
}

QString sourceHashKey() { return QStringLiteral("arrowquant.source_sha256"); }

bool hashesSource(const QuantizeRequest& request)
{
    return request.hashSource
        && QLatin1StringView(request.plan.target->format) == QLatin1StringView("gguf");
}

Result<PlannedFile> plannedFile(const QuantizeRequest& request, const ImportanceMatrix* importance)
{
    auto tasks = quantizeTasks(request.source.header(), request.plan, importance);
    if (!tasks)
        return tasks.error().in(request.source.path());
    PlannedFile file{*std::move(tasks), {}};
    if (outputFormat(request.plan).wantsAlignment)
        orderByAlignment(file.tasks);
    file.manifest
        = manifestFor(request.source, file.tasks, ourMetadata(request), request.overwrite);
    return file;
}

} // namespace aq
