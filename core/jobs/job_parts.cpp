#include "core/jobs/job_parts.h"

namespace aq {

JobEnd failedWith(const Error& error) { return Failed{error, {error}}; }

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
    OutputManifest manifest{source.header().metadata, {}, overwrite, source.header().typedMetadata};
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
