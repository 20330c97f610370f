#include "app/job_run.h"

#include "app/latest.h"
#include "app/queue_store.h"

#include <QDir>
#include <QFileInfo>

namespace aq {

JobRun::JobRun(QThreadPool& pool, Wish wish, QObject* parent)
    : QObject(parent)
    , m_pool(pool)
    , m_wish(std::move(wish))
    , m_gate(std::make_shared<JobGate>())
{
    m_gate->setKeepsUnfinished(true);
    connect(&m_watcher, &JobWatcher::progressed, this, &JobRun::progressed);
    connect(&m_watcher, &JobWatcher::tensorDone, this, &JobRun::tensorDone);
    connect(&m_watcher, &JobWatcher::ended, this, &JobRun::ended);
}

QString JobRun::journalIn(const QString& folder)
{
    return QDir(folder).filePath(QStringLiteral("journal"));
}

void JobRun::start()
{
    inBackground(
        m_pool, this, [wish = m_wish] { return prepareIn(wish); },
        [this](const Readied& readied) { takePreparation(readied); });
}

JobRun::Readied JobRun::prepareIn(const Wish& wish)
{
    const bool hasJournal = QFileInfo::exists(journalIn(wish.folder));
    try {
        if (const auto made = makeJobFolder(wish.folder); !made)
            return {{.error = made.error()}, hasJournal};
        return {prepare(wish.spec, wish.known), hasJournal};
    } catch (const std::bad_alloc&) {
        return {{.error = Error{ErrorCode::Internal, QStringLiteral("not enough memory"), {}}},
            hasJournal};
    }
}

void JobRun::stop(bool keep)
{
    m_stopping = true;
    m_gate->setKeepsUnfinished(keep);
    m_watcher.cancel();
}

void JobRun::takePreparation(const Readied& readied)
{
    const Preparation& ready = readied.ready;
    if (m_stopping)
        return Q_EMIT ended(Cancelled{keeps()});
    if (ready.error) {
        Q_EMIT refused(ready);
        return Q_EMIT ended(Failed{*ready.error, {*ready.error}, readied.hasJournal});
    }
    Q_EMIT prepared(ready);
    const JobSpec& spec = m_wish.spec;
    if (spec.kind == JobKind::Measure)
        return m_watcher.track(startMeasure(m_pool,
            {ready.model, *ready.plan, spec.thresholds, m_wish.limits, ready.importance}, m_gate));
    QuantizeRequest request{.source = ready.model,
        .plan = *ready.plan,
        .output = m_wish.output,
        .overwrite = spec.overwrite || spec.output.isEmpty(),
        .thresholds = spec.thresholds,
        .limits = m_wish.limits,
        .importance = ready.importance,
        .journal = journalIn(m_wish.folder)};
    if (!ready.forced.isEmpty())
        request.metadata.insert(QStringLiteral("arrowquant.forced"), ready.forced);
    m_watcher.track(startJob(
        m_pool,
        [request = std::move(request)](
            const JobControl& control) { return quantizeModel(request, control); },
        m_gate));
}

} // namespace aq
