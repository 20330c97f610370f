#pragma once
#include "core/io/byte_source.h"

#include <QString>

namespace aq {

/// A new file under a temporary name beside its target. Every write, fsync, close and rename is
/// checked; until commit() the target keeps its old state, and without commit() nothing is left.
class OutputFile {
public:
    /// Refuses an existing target unless `overwrite`, names that are too long, and folders that
    /// cannot be written. Removes
    /// stale temporaries of this target whose process is gone and that nobody holds locked.
    static Result<std::unique_ptr<OutputFile>> create(const QString& target, bool overwrite);
    ~OutputFile();
    OutputFile(const OutputFile&) = delete;
    OutputFile& operator=(const OutputFile&) = delete;

    Result<void> write(std::int64_t offset, Bytes bytes); ///< By position, from any thread.
    Result<void> finish(std::int64_t size); ///< Truncates to `size`, fsync, close. No writes after.
    /// After finish(): rename, fsync of the folder. When it fails the target is as it was before
    /// (but for file systems that cannot swap two names; the error then says so).
    Result<void> commit();
    QString temporaryPath() const;
    QString target() const;

private:
    OutputFile() = default;
    Error failed(const QString& doing, int number) const;
    QString m_target;               ///< As given: what errors name.
    QByteArray m_path, m_temporary; ///< Absolute, as the system calls want them.
    int m_handle = -1, m_lock = -1; ///< The lock stays when the handle is closed.
    bool m_overwrite = false, m_committed = false;
};

/// True when both paths lead to one existing file, by whatever links: nothing is written onto an
/// input.
bool sameFile(const QString& a, const QString& b);

/// Writes a small file (report, recipe) the same way.
Result<void> writeFile(const QString& path, Bytes bytes, bool overwrite);

} // namespace aq
