#pragma once
#include "core/jobs/job.h"
#include "core/jobs/journal.h"

namespace aq {

/// The file that a job writes, with its journal if it keeps one: that of a new run, or the one
/// which an earlier run of the same job left.
class JobOutput {
public:
    /// Checks that the result fits, and starts its file or goes on with it. On an error an earlier
    /// run's files stay as they are.
    static Result<std::unique_ptr<JobOutput>> start(const QuantizeRequest& request,
        const OutputManifest& manifest, const std::vector<TensorTask>& tasks);

    ModelWriter& writer() { return *m_writer; }
    /// What an earlier run did: the first tasks, as they were done in the end. Once.
    std::vector<TensorOutcome> takeDone() { return std::move(m_done); }
    void note(const TensorOutcome& outcome); ///< Its bytes are written.
    Result<void> finish();                   ///< Of all tensors: ModelWriter::finish().
    Result<void> commit();                   ///< The journal ends, the file gets its name.
    bool keepUnfinished();                   ///< For a later run. False: there is no journal.

private:
    explicit JobOutput(const QuantizeRequest& request)
        : m_request(request)
    {
    }
    /// @param bytes  that are still to be written
    Result<void> makeWriter(const OutputManifest& manifest, std::int64_t bytes);
    Result<void> create(OutputManifest manifest);
    Result<void> reopen(OutputManifest manifest, const std::vector<TensorTask>& tasks);
    Result<void> restore(const std::vector<TensorTask>& tasks);
    Journal::Sync sync();

    const QuantizeRequest& m_request;
    std::unique_ptr<ModelWriter> m_writer;
    std::vector<TensorOutcome> m_done;
    std::unique_ptr<Journal> m_journal; ///< Last: its thread uses the writer. Null: none is kept.
};

/// Corrupt, naming the tensor, when the written file does not hold what an earlier run noted of it:
/// the machine or a person damaged the unfinished file.
Result<void> checkResumed(
    const ValidationReport& report, const std::vector<TensorOutcome>& outcomes);

} // namespace aq
