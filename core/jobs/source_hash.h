#pragma once
#include "core/io/model_source.h"

#include <atomic>
#include <thread>

namespace aq {

/// SHA-256 of a model's files, found on a thread of its own while the job does its work: the one
/// thing about a file that must be done from its first byte to its last.
class SourceHash {
public:
    explicit SourceHash(const ModelSource& source); ///< Starts.
    ~SourceHash();                                  ///< Gives up if nobody has asked.
    SourceHash(const SourceHash&) = delete;
    SourceHash& operator=(const SourceHash&) = delete;

    /// Waits, then one hash in hex per file of the model, separated by commas.
    Result<QString> text();

    /// As many characters as text() will have, for a header that is laid out before.
    static QString placeholder(const ModelSource& source);

private:
    Result<QString> hashOf(const ByteSource& bytes) const;

    ModelSource m_source;
    std::atomic<bool> m_stop = false;
    Result<QString> m_text = QString();
    std::thread m_thread; ///< Last: it uses the others.
};

} // namespace aq
