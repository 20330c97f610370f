#pragma once
#include "core/io/format.h"

namespace aq {

/// An open model: a table of contents, and weights that are read by position when asked for.
/// Cheap to copy; reading is safe from any number of threads.
class ModelSource {
public:
    ModelSource() = default; ///< No model.
    ModelSource(QString path, const Format& format, OpenedModel opened);

    explicit operator bool() const { return bool(m_opened); }
    const QString& path() const { return m_path; } ///< As given to openModel().
    const Format& format() const { return *m_format; }
    const ModelHeader& header() const { return m_opened->header; }
    const OpenedModel& opened() const { return *m_opened; }
    std::int64_t fileBytes() const; ///< Sum over all files of the model.

    /// Fills `into` with a tensor's elements in row-major order from byte `first` of that order
    /// (strided tensors are gathered). Not for quantized tensors: their blobs are read with
    /// readBlob(). Errors name the file.
    Result<void> read(const TensorInfo& tensor, std::int64_t first, MutableBytes into) const;

    Result<void> readBlob(const Blob& blob, std::int64_t first, MutableBytes into) const;

private:
    QString m_path;
    const Format* m_format = nullptr;
    std::shared_ptr<const OpenedModel> m_opened;
};

/// Recognises a file or folder by content and opens it. Errors start with the path.
Result<ModelSource> openModel(const QString& path, const OpenOptions& options = {});

/// True when writing `path` would destroy a part of the model: one of its files, its index, or a
/// file of a component that was not chosen, by any path or link. To be asked before every write.
bool belongsTo(const ModelSource& source, const QString& path);

} // namespace aq
