#pragma once
#include "core/io/model_writer.h"
#include "core/io/output_file.h"

namespace aq {

/// What the writers of all formats share: one OutputFile, the manifest and the slots. A format
/// says where things go (place) and writes what is not tensor data (writeFrame).
class PositionedWriter : public ModelWriter {
public:
    Slot slot(std::size_t tensor) const override { return m_slots[tensor]; }
    Result<void> write(std::int64_t offset, Bytes bytes) override;
    Result<void> replace(std::size_t tensor, const OutputTensor& with) override;
    Result<void> finish() override;
    QString temporaryPath() const override { return m_file->temporaryPath(); }
    Result<void> commit() override { return m_file->commit(); }

protected:
    /// Checks the manifest and creates the temporary: what create() of a format begins with.
    Result<void> start(const QString& path, const OutputManifest& manifest);
    const OutputManifest& manifest() const { return m_manifest; }

    /// Refuses what this format cannot hold; the error is given the tensor's name.
    virtual Result<void> check(const OutputTensor& tensor) const = 0;
    /// Once, with a checked manifest, before the first place(): sizes that stay as they are.
    virtual Result<void> prepare() = 0;
    /// A slot per tensor; earlier ones do not depend on later ones.
    virtual std::vector<Slot> place() const = 0;
    /// Writes headers, footers and padding. Returns the size of the file.
    virtual Result<std::int64_t> writeFrame() = 0;

private:
    Result<void> checkNamed(const OutputTensor& tensor) const;

    OutputManifest m_manifest;
    std::vector<Slot> m_slots;
    std::unique_ptr<OutputFile> m_file;
};

} // namespace aq
