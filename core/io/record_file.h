#pragma once
#include "core/base/result.h"

#include <QByteArray>
#include <QString>
#include <memory>
#include <vector>

namespace aq {

/// A file of text records that only grows and can be read after a crash at any moment. Behind a
/// first line that names the kind of file, a record is a line: 16 hex digits, a blank, the text.
/// The digits are the start of a SHA-256 over the digest before it and the text, so that records
/// can neither be damaged nor be left out unseen. What follows the first record that does not hold,
/// a torn line above all, does not count.
///
/// The file is locked while this lives: it has one user.
class RecordFile {
public:
    /// Opens or creates it. WriteFailed: no such folder, in use, or a file of another kind.
    static Result<std::unique_ptr<RecordFile>> open(const QString& path, const QByteArray& kind);
    ~RecordFile(); ///< Leaves the file.
    RecordFile(const RecordFile&) = delete;
    RecordFile& operator=(const RecordFile&) = delete;

    bool isNew() const { return m_isNew; }                          ///< Created by open().
    std::vector<QByteArray> take() { return std::move(m_records); } ///< Those that were there.
    Result<void> clear();                                           ///< Back to the first line.
    Result<void> append(const std::vector<QByteArray>& texts);      ///< Lines without line ends.
    Result<void> syncFolder();                                      ///< Its name survives too.
    void remove();

private:
    RecordFile() = default;
    Result<void> read();
    Result<void> write(const QByteArray& bytes);
    Error failed(const QString& doing, int number) const;

    QString m_path;
    QByteArray m_kind;
    int m_handle = -1;
    bool m_isNew = false;
    std::int64_t m_end = 0; ///< Of what holds.
    QByteArray m_digest;    ///< Of the last record.
    std::vector<QByteArray> m_records;
};

} // namespace aq
