#pragma once
#include "core/io/file_stamp.h"
#include "core/io/format.h"
#include "core/plan/recipe.h"
#include "core/validate/validation_report.h"

#include <QDateTime>

namespace aq {

enum class JobKind : std::uint8_t { Measure, Quantize };
enum class JobState : std::uint8_t { Waiting, Running, Paused, Finished, Failed, Cancelled };
/// "waiting", "running", …: stable, in the file.
const char* jobStateId(JobState state);

/// What a job is to do: a frozen wish that knows its model by path only, so that it survives a
/// restart. The plan is made anew from it when it starts; the same wish makes the same plan.
struct JobSpec {
    JobKind kind = JobKind::Quantize;
    QString model;               ///< Absolute path.
    QStringList components;      ///< OpenOptions::components.
    std::int64_t modelBytes = 0; ///< Of all files of the model; 0: unknown.
    /// The files of the model that is meant: others of these names are not. Empty: any will do.
    QList<FileStamp> modelFiles;
    Recipe recipe;
    Thresholds thresholds;
    QString output; ///< Final path; empty: kept in the workspace until it is exported.
    bool overwrite = false;
    bool overrules = false; ///< Findings that block were overruled.
    bool operator==(const JobSpec&) const = default;
};

/// A job as the queue remembers it.
struct QueueItem {
    int id = 0; ///< Unique in a queue, never used again.
    JobSpec spec;
    JobState state = JobState::Waiting;
    QString outcome;     ///< One line for people, of the last run; empty: none yet.
    bool passed = false; ///< Of a finished job: its report says so.
    std::int64_t bytesAfter = 0;
    double relRmse = 0;
    QString folder;        ///< Of its own, for journal and unexported file; empty: none yet.
    QString written;       ///< The validated file; empty: none.
    bool exported = false; ///< `written` is where the person wanted it.
    double seconds = 0;    ///< Of the last run, pauses left out.
    QString report;        ///< By what name its report is kept; empty: there is none.
    QString problem;       ///< Why its recipe could not be read, in technical English; not kept.
    bool operator==(const QueueItem&) const = default;
};

/// JSON, versioned. Reading repairs what it can: unknown states wait, ids are made unique; jobs
/// that were running become Paused. InvalidPlan: not a queue at all.
QByteArray queueToJson(const std::vector<QueueItem>& items);
Result<std::vector<QueueItem>> queueFromJson(const QByteArray& json);

} // namespace aq
