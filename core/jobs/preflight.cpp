#include "core/jobs/preflight.h"

#include <QFileInfo>
#include <QStorageInfo>

namespace aq {
namespace {

constexpr std::int64_t spareBytes = 1 << 20; ///< For the header and the file system's own needs.

QString mebibytes(std::int64_t bytes)
{
    return QStringLiteral("%1 MiB").arg(QString::number(double(bytes) / (1 << 20), 'f', 1));
}

Result<void> checkSpace(const QString& folder, std::int64_t bytes)
{
    const QStorageInfo storage(folder);
    if (!storage.isValid() || storage.bytesTotal() <= 0) // Some virtual file systems do not know.
        return {};
    const std::int64_t needed = bytes + spareBytes;
    if (storage.bytesAvailable() >= needed)
        return {};
    return Error{ErrorCode::WriteFailed,
        QStringLiteral("needs %1, the disk has %2 free")
            .arg(mebibytes(needed), mebibytes(storage.bytesAvailable())),
        {}};
}

Result<void> checkName(const QFileInfo& info, bool overwrite)
{
    const auto refuse = [](const QString& detail) {
        return Error{ErrorCode::WriteFailed, detail, {}};
    };
    if (info.filePath().isEmpty())
        return refuse(QStringLiteral("no output file is named"));
    if (info.isDir())
        return refuse(QStringLiteral("is a folder"));
    if (info.exists() && !info.isFile())
        return refuse(QStringLiteral("is not a regular file"));
    if ((info.exists() || info.isSymLink()) && !overwrite)
        return refuse(QStringLiteral("exists already"));
    if (!QFileInfo(info.absolutePath()).isDir())
        return refuse(QStringLiteral("its folder does not exist"));
    return {};
}

} // namespace

Result<void> checkTarget(const QString& path, bool overwrite, std::int64_t bytes)
{
    const QFileInfo info(path);
    if (const auto named = checkName(info, overwrite); !named)
        return named.error().in(path);
    if (const auto fits = checkSpace(info.absolutePath(), bytes); !fits)
        return fits.error().in(path);
    return {};
}

Result<void> checkOutput(
    const ModelSource& source, const QString& output, bool overwrite, std::int64_t bytes)
{
    if (belongsTo(source, output))
        return Error{ErrorCode::WriteFailed,
            QStringLiteral("is a file of the model that is being read"), output};
    return checkTarget(output, overwrite, bytes);
}

} // namespace aq
