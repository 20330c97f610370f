#pragma once
#include "core/io/model_writer.h"
#include "core/io/output_file.h"

#include <mutex>

namespace aq {

/// What the writers of all formats share: one OutputFile, the manifest and the slots. A format
/// says where things go (place) and writes what is not tensor data (writeFrame).
class PositionedWriter : public ModelWriter {
public:
    Slot slot(std::size_t tensor) const override; ///< Thread-safe, as is replace().
    Result<void> write(std::int64_t offset, Bytes bytes) override;
    Result<void> replace(std::size_t tensor, const OutputTensor& with) override;
    Result<void> finish() override;
    QString temporaryPath() const override { return m_file->temporaryPath(); }
    Result<void> sync() override { return m_file->sync(); }
    void keepUnfinished(bool keeps) override { m_file->keep(keeps); }
    Result<void> commit() override { return m_file->commit(); }

protected:
    /// Checks the manifest and creates (or reopens) the temporary: what create() of a format begins
    /// with.
    Result<void> start(const QString& path, const OutputManifest& manifest);
    /// The size that the file of this manifest has in the end, with nothing written: all that
    /// fileBytes() of a format needs. Instead of start().
    Result<std::int64_t> measure(const OutputManifest& manifest);
    const OutputManifest& manifest() const { return m_manifest; }

    /// Refuses what this format cannot hold; the error is given the tensor's name.
    virtual Result<void> check(const OutputTensor& tensor) const = 0;
    /// The blobs of an encoding have exactly the size that its scheme and shape ask for. As it is:
    /// affine schemes with packed codes, scales and zero points.
    virtual Result<void> checkEncoding(const OutputTensor& tensor) const;
    /// Once, with a checked manifest, before the first place(): sizes that stay as they are.
    virtual Result<void> prepare() = 0;
    /// Where the first tensor's part of the file begins. Known after prepare().
    virtual std::int64_t dataStart() const = 0;
    struct Place {
        Slot slot;
        std::int64_t end = 0; ///< Where the next tensor's part begins.
    };
    /// Where a tensor lies whose part of the file begins at `start`.
    virtual Place place(const OutputTensor& tensor, std::int64_t start) const = 0;
    /// Size of what lies behind the last tensor. After prepare(); replace() does not change it.
    virtual std::int64_t endingBytes() const { return 0; }
    /// Writes headers, footers and padding, of a file that ends at fileEnd().
    virtual Result<void> writeFrame() = 0;

    /// setMetadata() of the formats that write their metadata in writeFrame() only. Thread-safe.
    Result<void> changeMetadata(const QString& key, const QString& value);

    std::int64_t dataEnd() const; ///< Where the last tensor's part ends.

private:
    Result<void> announce(const OutputManifest& manifest);
    std::int64_t fileEnd() const { return dataEnd() + endingBytes(); }
    Result<void> checkNamed(const OutputTensor& tensor) const;

    const Place& placed(std::size_t tensor) const; // With m_mutex locked.

    OutputManifest m_manifest;
    mutable std::mutex m_mutex;
    mutable std::vector<Place> m_places; ///< Of the first tensors; the others when asked for.
    std::unique_ptr<OutputFile> m_file;
};

} // namespace aq
