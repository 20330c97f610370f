#include "core/jobs/job_identity.h"

#include "core/jobs/job_parts.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QFileInfo>
#include <QJsonArray>

namespace aq {
namespace {

/// SHA-256 over values, each with its length, so that no two lists of values look alike.
class Digest {
public:
    Digest& add(std::int64_t number)
    {
        m_hash.addData(QByteArrayView(reinterpret_cast<const char*>(&number), sizeof number));
        return *this;
    }
    Digest& add(QByteArrayView bytes)
    {
        add(std::int64_t(bytes.size()));
        m_hash.addData(bytes);
        return *this;
    }
    Digest& add(const QString& text) { return add(QByteArrayView(text.toUtf8())); }
    Digest& add(const char* text) { return add(QByteArrayView(text)); }
    Digest& add(const Shape& shape)
    {
        add(std::int64_t(shape.size()));
        for (const std::int64_t extent : shape)
            add(extent);
        return *this;
    }
    Digest& add(const Blob& blob)
    {
        return add(std::int64_t(blob.part)).add(blob.offset).add(blob.bytes);
    }
    Digest& add(const SchemeOptions& options)
    {
        return add(std::int64_t(options.groupSize))
            .add(std::int64_t(options.symmetry))
            .add(std::int64_t(options.scaleType))
            .add(std::int64_t(options.zeroType))
            .add(std::int64_t(options.search));
    }
    Digest& add(const std::optional<Encoding>& encoding)
    {
        add(std::int64_t(encoding.has_value()));
        if (encoding)
            add(encoding->scheme)
                .add(encoding->options)
                .add(encoding->codes)
                .add(encoding->scales)
                .add(encoding->zeros)
                .add(encoding->shape);
        return *this;
    }
    Digest& add(const QMap<QString, QString>& metadata)
    {
        add(std::int64_t(metadata.size()));
        for (auto entry = metadata.cbegin(); entry != metadata.cend(); ++entry)
            add(entry.key()).add(entry.value());
        return *this;
    }
    Digest& add(const std::vector<TypedEntry>& entries)
    {
        add(std::int64_t(entries.size()));
        for (const TypedEntry& entry : entries)
            add(entry.key).add(QByteArrayView(entry.value));
        return *this;
    }
    QString text() const { return QString::fromLatin1(m_hash.result().toHex()); }

private:
    QCryptographicHash m_hash{QCryptographicHash::Sha256};
};

QString digestOf(const ModelHeader& header)
{
    Digest digest;
    digest.add(header.metadata).add(header.typedMetadata);
    for (const TensorInfo& tensor : header.tensors)
        digest.add(tensor.name)
            .add(std::int64_t(tensor.dtype))
            .add(tensor.shape)
            .add(tensor.data)
            .add(tensor.strides)
            .add(tensor.encoding);
    return digest.text();
}

void add(Digest& digest, const TensorTask& task)
{
    digest.add(std::int64_t(task.index)).add(task.scheme ? task.scheme->id : "");
    digest.add(task.options).add(std::int64_t(task.wider.has_value()));
    if (task.wider)
        digest.add(*task.wider);
    digest.add(std::int64_t(task.canCopy)).add(std::int64_t(task.mayKeep));
    digest.add(std::int64_t(task.floats ? int(*task.floats) : -1)).add(task.shape).add(task.name);
    const auto weights = task.importance ? std::as_bytes(std::span(*task.importance))
                                         : std::span<const std::byte>();
    digest.add(
        QByteArrayView(reinterpret_cast<const char*>(weights.data()), qsizetype(weights.size())));
}

QString digestOf(const QuantizeRequest& request, const std::vector<TensorTask>& tasks,
    const OutputManifest& manifest)
{
    Digest digest;
    digest.add(request.plan.target->format).add(std::int64_t(request.limits.continueOnError));
    digest.add(manifest.metadata).add(manifest.typedMetadata);
    for (const TensorTask& task : tasks)
        add(digest, task);
    for (const OutputTensor& tensor : manifest.tensors)
        digest.add(tensor.name).add(tensor.shape).add(tensor.encoding).add(tensor.bytes());
    return digest.text();
}

QJsonArray filesOf(const ModelSource& source)
{
    QJsonArray files;
    for (const QString& path : source.opened().files) {
        const QFileInfo info(path);
        files << QJsonObject{{QStringLiteral("path"), info.absoluteFilePath()},
            {QStringLiteral("bytes"), info.size()},
            {QStringLiteral("modified"), info.lastModified().toMSecsSinceEpoch()}};
    }
    return files;
}

} // namespace

QJsonObject jobIdentity(const QuantizeRequest& request, const std::vector<TensorTask>& tasks,
    const OutputManifest& manifest)
{
    return {{QStringLiteral("program"), programText()},
        {QStringLiteral("files"), filesOf(request.source)},
        {QStringLiteral("header"), digestOf(request.source.header())},
        {QStringLiteral("plan"), digestOf(request, tasks, manifest)},
        {QStringLiteral("output"), QFileInfo(request.output).absoluteFilePath()}};
}

} // namespace aq
