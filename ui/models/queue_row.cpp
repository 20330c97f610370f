#include "ui/models/queue_row.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace aq {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(QueueRow)
};

QString whyNotPause(const QueueRow& row)
{
    return row.state == JobState::Running || row.state == JobState::Waiting
        ? QString()
        : Words::tr("Only a job that runs or waits can be paused");
}

/// What else is done with the file; empty: nothing.
QString busyText(const QueueRow& row)
{
    return row.exporting ? Words::tr("The file is being exported")
        : row.repairing  ? Words::tr("The file is being repaired")
                         : QString();
}

QString whyNotExport(const QueueRow& row)
{
    if (const QString busy = busyText(row); !busy.isEmpty())
        return busy;
    if (row.kind == JobKind::Measure)
        return Words::tr("A trial writes no file");
    return row.hasFile && row.state == JobState::Finished // Not of a run before this one.
        ? QString()
        : Words::tr("There is no finished file");
}

QString whyNotEdit(const QueueRow& row)
{
    return row.state == JobState::Running ? Words::tr("Pause or cancel the job first")
                                          : busyText(row);
}

} // namespace

bool hasEnded(JobState state)
{
    return state == JobState::Finished || state == JobState::Failed || state == JobState::Cancelled;
}

QString whyNot(JobVerb verb, const QueueRow& row)
{
    if (row.stopping)
        return Words::tr("The job is ending");
    switch (verb) {
    case JobVerb::ShowReport:
        return row.hasReport ? QString() : Words::tr("There is a report once the job has finished");
    case JobVerb::Export:
        return whyNotExport(row);
    case JobVerb::OpenFolder:
        return row.hasFile && !row.unexported ? QString() : Words::tr("There is no exported file");
    case JobVerb::Pause:
        return whyNotPause(row);
    case JobVerb::Resume:
        return row.state == JobState::Paused ? QString() : Words::tr("The job is not paused");
    case JobVerb::Cancel:
        return hasEnded(row.state) ? Words::tr("The job has ended") : QString();
    case JobVerb::Retry:
        return !hasEnded(row.state) ? Words::tr("The job has not ended yet") : busyText(row);
    case JobVerb::UseModelAnyway:
        return row.otherModel ? QString() : Words::tr("The model is the one that was queued");
    case JobVerb::Edit:
        return whyNotEdit(row);
    case JobVerb::Remove:
        return busyText(row);
    case JobVerb::ToTop:
    case JobVerb::Up:
    case JobVerb::Down:
        break;
    }
    return {};
}

QString stateText(const QueueRow& row)
{
    if (row.stopping)
        return row.state == JobState::Paused ? Words::tr("Putting aside…")
                                             : Words::tr("Cancelling…");
    if (row.exporting)
        return Words::tr("Exporting…");
    if (row.repairing)
        return Words::tr("Repairing…");
    switch (row.state) {
    case JobState::Waiting:
        return row.held ? Words::tr("Held") : Words::tr("Waiting");
    case JobState::Running:
        return Words::tr("Running");
    case JobState::Paused:
        return Words::tr("Paused");
    case JobState::Finished:
        return row.passed ? Words::tr("Finished") : Words::tr("Below limits");
    case JobState::Failed:
        return Words::tr("Failed");
    case JobState::Cancelled:
        return Words::tr("Cancelled");
    }
    return {};
}

QString stateIcon(const QueueRow& row)
{
    switch (row.state) {
    case JobState::Waiting:
        return QStringLiteral("waiting");
    case JobState::Running:
        return QStringLiteral("resume");
    case JobState::Paused:
        return QStringLiteral("pause");
    case JobState::Finished:
        return row.passed ? QStringLiteral("passed") : QStringLiteral("missed");
    case JobState::Failed:
        return QStringLiteral("failed");
    case JobState::Cancelled:
        return QStringLiteral("cancel");
    }
    return {};
}

QString outputText(const QueueRow& row)
{
    if (row.kind == JobKind::Measure)
        return Words::tr("Trial");
    if (!row.output.isEmpty())
        return QFileInfo(row.output).fileName();
    return row.unexported ? Words::tr("Not exported yet") : Words::tr("To be exported");
}

} // namespace aq
