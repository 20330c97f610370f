#pragma once
#include "core/base/job_control.h"
#include "core/jobs/progress_throttle.h"

#include <chrono>
#include <optional>

namespace aq::cli {

enum class ProgressStyle { Quiet, Bar, Json };

/// Bar on a terminal, otherwise nothing.
ProgressStyle defaultStyle();

/// Tells a person or a program how far a job is. A bar is one line on standard error that is
/// cleared at the end; JSON is one object per line on standard output: docs/cli.md.
/// While one lives, a job is under way: interrupts no longer end the program, they cancel the job.
class ProgressPrinter {
public:
    /// @param job  of a batch: its position in the list, told with every JSON object; -1: no batch
    explicit ProgressPrinter(ProgressStyle style, int job = -1);
    JobControl control(); ///< Valid as long as the printer; is cancelled by an interrupt.
    void end();           ///< The last progress is told, the bar is cleared.

private:
    void tell(const Progress& progress);
    void tellBar(const Progress& progress);

    ProgressStyle m_style;
    int m_job;
    ProgressThrottle m_throttle;
    std::chrono::steady_clock::time_point m_start = std::chrono::steady_clock::now();
    std::optional<double> m_before; ///< Share that was done at the first progress.
    bool m_barShown = false;
};

/// {"event":"error","tensor":"blk.0.weight","message":"element 7 is NaN"}: one per tensor that
/// ended the job, before the end. `tensor` is empty where it was not about one. In a batch all have
/// a "job" too.
void printJsonError(const QString& tensor, const QString& message, int job = -1);

/// {"event":"end","status":0,"output":"out.arrow"}: the last line of a JSON progress.
void printJsonEnd(int status, const QString& output, int job = -1);

/// {"event":"batch","status":4,"jobs":3}: the last line of a batch.
void printJsonBatch(int status, std::size_t jobs);

} // namespace aq::cli
