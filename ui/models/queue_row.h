#pragma once
#include "core/jobs/queue_item.h"

#include <optional>

namespace aq {

/// A job as the table of the queue shows it.
struct QueueRow {
    int id = 0;
    JobKind kind = JobKind::Quantize;
    JobState state = JobState::Waiting;
    bool stopping = false;   ///< It was cancelled or put aside, and is ending.
    bool held = false;       ///< It waits, and the queue takes no further job.
    bool exporting = false;  ///< Its file is being exported.
    bool repairing = false;  ///< Its file is being replaced by a better one.
    bool unexported = false; ///< Its file is nowhere but in the program's own folder.
    bool hasFile = false;    ///< There is a file, wherever.
    bool hasReport = false;
    bool otherModel = false; ///< It failed since its model's file has changed.
    QString model;           ///< File name.
    QString modelPath;
    QString setting; ///< "Q4_K_M"
    QString target;  ///< "GGUF for ComfyUI"
    QString output;  ///< Path; empty: in the program's folder until it is exported.
    double fraction = 0;
    double bytesPerSecond = 0;         ///< 0: unknown.
    std::optional<double> secondsLeft; ///< Nothing: unknown.
    double seconds = 0;                ///< Running, so far.
    std::int64_t bytesAfter = 0;       ///< Of a finished job; 0: not known yet.
    double relRmse = 0;                ///< Likewise.
    bool passed = false;               ///< Likewise.
    QString outcome;                   ///< One line.
};

/// What a person may do to jobs, in the order of menus and buttons.
enum class JobVerb {
    ShowReport,
    Export,
    OpenFolder,
    Pause,
    Resume,
    Cancel,
    Retry,
    UseModelAnyway,
    Edit,
    ToTop,
    Up,
    Down,
    Remove
};

/// Why a verb does not fit a job now, as a sentence for a tool tip; empty: it does. Up and down
/// depend on the place in the list, which a row does not know.
QString whyNot(JobVerb verb, const QueueRow& row);

bool hasEnded(JobState state);
QString stateText(const QueueRow& row);  ///< "Running", "Paused", "Waits for the queue" …
QString stateIcon(const QueueRow& row);  ///< Name of one of resources/icons.
QString outputText(const QueueRow& row); ///< "Trial", a file name, or "Not exported yet".

} // namespace aq
