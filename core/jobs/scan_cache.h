#pragma once
#include "core/io/file_stamp.h"
#include "core/jobs/scan_memory.h"

namespace aq {

/// A folder that remembers what was measured of models: one file of records per content of a
/// model's files, and an index that tells the content of files which have not changed since. Any
/// number of programs may use it; what is in use elsewhere, damaged, or cannot be written is as if
/// it were not there, and never an error.
class ScanCache {
public:
    static constexpr std::int64_t mostBytes = 256 << 20;

    /// @param most  bytes of all files; when there are more, those go that were not used longest,
    ///              and one that is larger alone
    explicit ScanCache(QString folder, std::int64_t most = mostBytes);

    /// The content (SourceHash::text()) that files of these stamps have; empty: not known.
    QString contentOf(const QList<FileStamp>& stamps) const;
    /// Whether files of these lengths are known under whatever names: it may be worth a look.
    bool knowsLengths(const QList<FileStamp>& stamps) const;

    ScanMemory load(const QString& content) const; ///< And notes that it was used.
    void save(const QString& content, const QList<FileStamp>& stamps, const ScanMemory& memory);

private:
    struct Model {
        QList<FileStamp> stamps;
        QList<qint64> changes; ///< Of each, its status: see changesOf() in scan_cache.cpp.
        QString content;
    };
    void note(const Model& model);
    void prune(const QString& used) const;
    QString fileOf(const QString& content) const;
    static QByteArray recordOf(const Model& model);
    static std::optional<Model> modelOf(const QByteArray& record);

    QString m_folder;
    std::int64_t m_most;
    std::vector<Model> m_models; ///< Of the index; the latest last.
};

} // namespace aq
