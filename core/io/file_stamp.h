#pragma once
#include "core/io/byte_source.h"

#include <QDateTime>
#include <QList>
#include <QString>
#include <optional>

namespace aq {

class ModelSource;

/// What tells a file from another one that took its name: how long it is and when it was changed.
struct FileStamp {
    QString path;           ///< Absolute.
    std::int64_t bytes = 0; ///< Negative: there is no such file.
    QDateTime changed;      ///< UTC, to the millisecond.
    bool operator==(const FileStamp&) const = default;
};

/// Of the file of that name, as it is now. Touches the disk.
FileStamp stampNow(const QString& path);
/// Of a file as it was when openFile() opened it, before anything of it was read. Touches no disk.
/// Nothing: `source` is not a file.
std::optional<FileStamp> stampWhenOpened(const ByteSource& source, const QString& path);

/// The same file, unchanged. File systems that count in whole seconds, or in two, may tell its time
/// in other words after they were mounted anew.
bool isSame(const FileStamp& a, const FileStamp& b);
bool areSame(const QList<FileStamp>& a, const QList<FileStamp>& b);

/// Of all files that a model's weights lie in, as they were when it was opened, by path. Touches no
/// disk.
QList<FileStamp> stampsOf(const ModelSource& model);
/// Whether the disk still has these files. Touches the disk.
bool areUnchanged(const QList<FileStamp>& stamps);

} // namespace aq
