#pragma once
#include "core/io/byte_source.h"

#include <QString>

namespace aq {

/// A new file under a temporary name beside its target. Every write, fsync, close and rename is
/// checked; until commit() the target keeps its old state, and without commit() nothing is left.
///
/// A temporary may be claimed by a journal, with which a later process goes on with it: a small
/// file beside it, "<temporary>.claim" in place of ".part", holds the journal's path.
class OutputFile {
public:
    /// Refuses an existing target unless `overwrite`, names that are too long, and folders that
    /// cannot be written. Removes stale temporaries of this target whose process is gone, that
    /// nobody holds locked, and that no journal claims which still names them.
    /// @param journal  path of the file that claims the temporary; empty: none
    static Result<std::unique_ptr<OutputFile>> create(
        const QString& target, bool overwrite, const QString& journal = {});
    /// Goes on with the temporary that another run for this target left, its bytes as they are.
    /// NotReadable: there is none of that name that could be gone on with. WriteFailed: somebody
    /// else writes it.
    static Result<std::unique_ptr<OutputFile>> reopen(
        const QString& target, const QString& temporary, bool overwrite);
    ~OutputFile();
    OutputFile(const OutputFile&) = delete;
    OutputFile& operator=(const OutputFile&) = delete;

    Result<void> write(std::int64_t offset, Bytes bytes); ///< By position, from any thread.
    Result<void> sync();   ///< What was written survives a crash of the machine. From any thread.
    void keep(bool keeps); ///< Whether the temporary is left when this ends, with its claim.
    Result<void> finish(std::int64_t size); ///< Truncates to `size`, fsync, close. No writes after.
    /// After finish(): rename, fsync of the folder. When it fails the target is as it was before
    /// (but for file systems that cannot swap two names; the error then says so).
    Result<void> commit();
    QString temporaryPath() const;
    QString target() const;

private:
    OutputFile() = default;
    static Result<std::unique_ptr<OutputFile>> prepare(const QString& target, bool overwrite);
    Result<void> claim(const QString& journal);
    void lock();
    Error failed(const QString& doing, int number) const;

    QString m_target;               ///< As given: what errors name.
    QByteArray m_path, m_temporary; ///< Absolute, as the system calls want them.
    int m_handle = -1, m_lock = -1; ///< The lock stays when the handle is closed.
    bool m_overwrite = false, m_committed = false, m_kept = false;
};

/// True when both paths lead to one existing file, by whatever links: nothing is written onto an
/// input.
bool sameFile(const QString& a, const QString& b);

/// Removes a temporary that a journal claims, with its claim, unless it is in use or is none.
void removeUnfinished(const QString& temporary, const QString& journal);

/// What a file takes on its disk; 0 where there is none.
std::int64_t bytesOnDisk(const QString& path);

/// Writes a small file (report, recipe) the same way.
Result<void> writeFile(const QString& path, Bytes bytes, bool overwrite);

} // namespace aq
