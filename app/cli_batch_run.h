#pragma once
#include "app/cli_batch_list.h"
#include "app/cli_output.h"
#include "app/cli_progress.h"
#include "app/cli_quantize_job.h"
#include "app/cli_thread_shares.h"
#include "core/io/record_file.h"

#include <atomic>
#include <mutex>

namespace aq::cli {

/// How a batch is run; the same for all its jobs.
struct BatchSettings {
    QString path; ///< Of the list.
    int atOnce = 1;
    JobLimits limits = {}; ///< Of all jobs together.
    bool force = false, forceFindings = false, resumes = false;
    ProgressStyle style = ProgressStyle::Quiet;
};

/// Runs the jobs of a list, so many at a time, in its order. They share threads and memory.
class BatchRun {
public:
    BatchRun(BatchSettings settings, std::vector<BatchJob> jobs);
    int run(); ///< The worst status; Interrupted when a signal ended it.

private:
    struct Job {
        BatchJob wish;
        std::optional<QuantizeArguments> checked; ///< Of jobs that quantize, without mistakes.
        std::optional<Status> status;             ///< Once it has ended.
        std::atomic<double> share = 0;            ///< Done of it, 0 to 1.
    };

    bool openRecords();
    void check(std::size_t index);
    bool wasDone(std::size_t index);
    QByteArray wishOf(const Job& job) const;
    void noteDone(const Job& job);
    void work();
    void endJob(std::size_t index);
    Status runJob(std::size_t index);
    Status quantizeJob(std::size_t index, JobGate& gate, const JobControl& control);
    Status measureJob(std::size_t index, const JobControl& control);
    Status finishJob(std::size_t index, const Finished& finished);
    Status failJob(std::size_t index, const Error& error);
    Status failed(std::size_t index, const Error& error); ///< After it had begun.
    Status failEnd(std::size_t index, const JobEnd& end);
    JobControl controlFor(std::size_t index, ProgressPrinter& printer);
    void tellJob(std::size_t index, const QString& outcome);
    void showBar();
    void clearBar();
    int worst() const;

    BatchSettings m_settings;
    std::vector<std::unique_ptr<Job>> m_jobs;
    ThreadShares m_shares;
    std::unique_ptr<RecordFile> m_records; ///< What is done, for a later run; null: not noted.
    std::vector<QByteArray> m_done;        ///< By the runs before.
    std::atomic<std::size_t> m_next = 0;
    std::mutex m_mutex; ///< Over what is printed and noted.
    std::chrono::steady_clock::time_point m_lastBar;
    bool m_barShown = false;
};

} // namespace aq::cli
