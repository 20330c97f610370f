#pragma once
#include "core/base/job_control.h"
#include "core/io/model_source.h"

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <thread>

namespace aq {

/// SHA-256 of a model's files, found on a thread of its own while the job does its work: the one
/// thing about a file that must be done from its first byte to its last.
class SourceHash {
public:
    /// Starts. It pauses while `gate` (null: none) lets nobody work.
    explicit SourceHash(const ModelSource& source, std::shared_ptr<JobGate> gate = {});
    ~SourceHash(); ///< Gives up if nobody has asked.
    SourceHash(const SourceHash&) = delete;
    SourceHash& operator=(const SourceHash&) = delete;

    /// Waits, then one hash in hex per file of the model, separated by commas. Cancelled when
    /// `cancelled`, asked now and then while it waits, says so.
    Result<QString> text(const std::function<bool()>& cancelled = [] { return false; });

    /// As many characters as text() will have, for a header that is laid out before.
    static QString placeholder(const ModelSource& source);

private:
    Result<QString> hashAll() const;
    Result<QString> hashOf(const ByteSource& bytes) const;
    bool mayGoOn() const;

    ModelSource m_source;
    std::shared_ptr<JobGate> m_gate;
    std::atomic<bool> m_stop = false;
    std::mutex m_mutex;
    std::condition_variable m_isDone;
    std::optional<Result<QString>> m_text;
    std::thread m_thread; ///< Last: it uses the others.
};

} // namespace aq
