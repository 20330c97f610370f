#pragma once
#include "app/cli_arguments.h"
#include "core/jobs/queue_item.h"

#include <optional>

namespace aq::cli {

/// One job of a batch, as `quantize` would be told it on the command line.
struct BatchJob {
    JobKind kind = JobKind::Quantize;
    Arguments arguments = {};     ///< MODEL, and the options that the job's keys stand for.
    std::optional<Recipe> recipe; ///< Given inside the list: what the options change.
    std::optional<Thresholds> thresholds = {}; ///< Of a queue; nothing: the recipe's.
    QString model = {}, output = {};           ///< Paths; output is empty for trials.
    QByteArray wish = {};                      ///< Its JSON: another text is another job.
    bool isDone = false;                       ///< A queue says that it is finished.
    std::optional<Error> mistake = {};         ///< Located at the job: "job 2: bits".
};

/// The options that a job may have as keys, and `--resume`, which is the batch's.
const std::vector<Option>& batchJobOptions();

/// Reads a list of jobs: what the program's queue was saved as, or one written by hand: a JSON list
/// of objects, or an object with such a list as "jobs". Keys are docs/cli.md's. A mistake in a job
/// is noted in it and concerns no other.
/// @param folder  that relative paths are taken from; empty or ".": the current one
/// @return InvalidPlan: no list of jobs at all
Result<std::vector<BatchJob>> batchFrom(const QByteArray& json, const QString& folder);

} // namespace aq::cli
