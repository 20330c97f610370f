#include "core/jobs/job_parts.h"

namespace aq {

JobEnd failedWith(const Error& error) { return Failed{error, {error}}; }

Error errorOf(const JobEnd& end)
{
    Q_ASSERT(!std::holds_alternative<Finished>(end));
    const auto* failed = std::get_if<Failed>(&end);
    return failed ? failed->error : Error{ErrorCode::Cancelled, QStringLiteral("cancelled"), {}};
}

std::optional<JobEnd> endOf(TensorPipeline& pipeline)
{
    switch (pipeline.run()) {
    case TensorPipeline::End::Cancelled:
        return Cancelled{};
    case TensorPipeline::End::Failed:
        return Failed{pipeline.errors().front(), pipeline.errors()};
    case TensorPipeline::End::Complete:
        break;
    }
    return {};
}

OutputManifest manifestFor(const ModelSource& source, const std::vector<TensorTask>& tasks,
    const QMap<QString, QString>& ours, bool overwrite)
{
    const auto isOurs = [](const QString& key) {
        return key.startsWith(QStringLiteral("arrowquant."))
            || key == QStringLiteral("quant.recipe");
    };
    OutputManifest manifest{source.header().metadata, {}, overwrite, source.header().typedMetadata};
    // What was true of the source's making is not true of this file's.
    manifest.metadata.removeIf([&](const auto& entry) { return isOurs(entry.key()); });
    std::erase_if(
        manifest.typedMetadata, [&](const TypedEntry& entry) { return isOurs(entry.key); });
    for (auto entry = ours.begin(); entry != ours.end(); ++entry)
        manifest.metadata[entry.key()] = entry.value();
    manifest.tensors.reserve(tasks.size());
    for (const TensorTask& task : tasks)
        manifest.tensors.push_back(outputOf(task));
    return manifest;
}

std::int64_t dataBytes(const OutputManifest& manifest)
{
    std::int64_t bytes = 0;
    for (const OutputTensor& tensor : manifest.tensors)
        bytes += tensor.bytes();
    return bytes;
}

QString programText() { return QStringLiteral("ArrowQuant " AQ_VERSION); }

} // namespace aq
