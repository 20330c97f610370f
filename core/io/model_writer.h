#pragma once
#include "core/io/format.h"

namespace aq {

/// One tensor as it will lie in the output.
struct OutputTensor {
    QString name;
    DType dtype = DType::F32; ///< Of the data; for a quantized tensor, of its source.
    Shape shape;
    std::optional<Encoding> encoding; ///< Only the blobs' `bytes` count; offsets are ignored.

    std::int64_t bytes() const; ///< Of its data, or of codes, scales and zeros.
};

/// What a writer must know before the first byte.
struct OutputManifest {
    QMap<QString, QString> metadata;            ///< The source's own, then ours ("arrowquant.…").
    std::vector<OutputTensor> tensors;          ///< All of them, in the order they lie in the file.
    bool overwrite = false;                     ///< An existing target is replaced at commit().
    std::vector<TypedEntry> typedMetadata = {}; ///< The source's own, where it has types.
    QString journal = {};    ///< That claims the temporary file, to go on with it; empty: none.
    QString unfinished = {}; ///< A temporary of an earlier run to go on with; empty: a new one.
};

/// Offsets from the start of the file at which a tensor's bytes go.
struct Slot {
    std::int64_t data = 0; ///< Of kept data, or of the codes.
    std::int64_t scales = 0;
    std::int64_t zeros = 0;
};

/// Writes one model file. All positions are known from the manifest, so bytes may be written in
/// any order and from any thread. The target is untouched until commit(); no commit(), no file.
class ModelWriter {
public:
    /// Removes the temporary unless commit() succeeded or keepUnfinished(true) was called.
    virtual ~ModelWriter() = default;

    virtual Slot slot(std::size_t tensor) const = 0; ///< By index into OutputManifest::tensors.
    virtual Result<void> write(std::int64_t offset, Bytes bytes) = 0; ///< Thread-safe.

    /// Changes one tensor of the manifest while writing: a failed tensor is kept as it is in the
    /// source, or gets wider scales. Slots of later tensors move: it and they are written (again).
    virtual Result<void> replace(std::size_t tensor, const OutputTensor& with) = 0;

    /// Replaces a value of the manifest's metadata by one of as many bytes: what is known only when
    /// the tensors are written, such as a hash. Before finish(). Unsupported unless overridden.
    virtual Result<void> setMetadata(const QString& key, const QString& value);

    /// Headers, footers, padding; then fsync and close, all checked. temporaryPath() can then be
    /// opened by openModel() and validated: what is validated is the very file that commit() names.
    virtual Result<void> finish() = 0;
    virtual QString temporaryPath() const = 0;

    /// What was written so far survives a crash of the machine. From any thread, before finish().
    virtual Result<void> sync() { return {}; }
    virtual void keepUnfinished(bool) { } ///< Whether the temporary is left for a later run.

    virtual Result<void> commit() = 0; ///< Checked rename, then fsync of the folder.
};

} // namespace aq
