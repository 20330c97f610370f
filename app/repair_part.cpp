#include "app/repair_part.h"

#include "app/latest.h"
#include "app/session.h"
#include "core/base/printable.h"
#include "ui/pages/report_page.h"
#include "ui/text/units.h"
#include "ui/widgets/message_bar.h"

#include <QFileInfo>
#include <QProgressDialog>
#include <algorithm>

namespace aq {
namespace {

constexpr int steps = 1000; ///< Of the progress.

/// Those that more bits may help. A tensor that failed was kept already.
int missedTensors(const ValidationReport& report)
{
    return int(std::ranges::count_if(report.tensors, [](const TensorReport& tensor) {
        return tensor.status == Status::BelowFloor || tensor.status == Status::BelowMinimum;
    }));
}

} // namespace

RepairPart::RepairPart(Shell& shell, QObject* parent)
    : QObject(parent)
    , m_shell(shell)
{
    m_pool.setMaxThreadCount(1);
    JobQueue& queue = shell.session().queue();
    connect(&shell.reportPage(), &ReportPage::reportChanged, this, &RepairPart::showChance);
    connect(&shell.reportPage(), &ReportPage::repairRequested, this, [this] {
        if (const QueuedJob* job = shownJob())
            repair(job->id());
    });
    connect(&queue, &JobQueue::settled, this, &RepairPart::showChance);
    connect(
        &queue, &JobQueue::ended, this, [this](int id) { offer(id); }, Qt::QueuedConnection);
    connect(&m_watcher, &JobWatcher::ended, this, &RepairPart::takeEnd);
    connect(&m_watcher, &JobWatcher::progressed, this, [this](const Progress& progress) {
        if (m_progress && progress.bytesTotal > 0)
            m_progress->setValue(
                int(steps * double(progress.bytesDone) / double(progress.bytesTotal)));
    });
}

RepairPart::~RepairPart()
{
    m_watcher.cancel();
    m_watcher.wait();
    m_pool.waitForDone();
}

const QueuedJob* RepairPart::shownJob() const
{
    if (!m_shell.reportPage().report())
        return nullptr;
    const QueuedJob* job = m_shell.session().queue().find(m_shell.reportJob());
    return job && job->canExport() ? job : nullptr;
}

void RepairPart::showChance()
{
    ReportPage& page = m_shell.reportPage();
    page.setRepairable(m_job == 0 && shownJob() ? missedTensors(*page.report()) : 0);
}

/// Where the report is in sight, its verdict offers it already.
void RepairPart::offer(int id)
{
    const QueuedJob* job = m_shell.session().queue().find(id);
    if (!job || !job->report || !job->canExport())
        return;
    const int missed = missedTensors(*job->report);
    const bool isInSight = m_shell.page() == Page::Report && shownJob() == job;
    if (missed == 0 || isInSight)
        return;
    m_offers[id] = m_shell.messages().showMessage(MessageBar::Kind::Warning,
        tr("%1: %Ln tensor(s) missed a limit.", nullptr, missed).arg(printable(job->title)),
        tr("They can get more bits; the file is written again."), {},
        {{tr("Raise and write again"), [this, id] { repair(id); }}});
}

void RepairPart::repair(int id)
{
    const QueuedJob* job = m_shell.session().queue().find(id);
    if (m_job != 0 || !job || !job->report || !job->canExport())
        return;
    m_job = id;
    m_shell.messages().withdraw(m_offers.take(id));
    const auto& shown = m_shell.reportPage().report(); // Perhaps judged by other limits by now.
    m_report = shown && m_shell.reportJob() == id ? *shown : *job->report;
    m_report.output = job->written;
    m_shell.session().queue().setRepairing(id, true);
    m_progress = new QProgressDialog(
        tr("Raising tensors of %1…").arg(printable(QFileInfo(job->written).fileName())),
        tr("Cancel"), 0, steps, &m_shell.window());
    m_progress->setWindowTitle(tr("Repair a file"));
    m_progress->setAutoReset(false);
    m_progress->setMinimumDuration(500);
    connect(m_progress, &QProgressDialog::canceled, &m_watcher, &JobWatcher::cancel);
    inBackground(
        m_pool, this,
        [spec = job->item.spec, known = m_shell.session().model()] { return prepare(spec, known); },
        [this](const Preparation& ready) { start(ready); });
    showChance();
}

void RepairPart::start(const Preparation& ready)
{
    if (ready.error)
        return takeEnd(Failed{*ready.error, {*ready.error}, false});
    if (!m_progress || m_progress->wasCanceled())
        return takeEnd(Cancelled{});
    const Settings& settings = m_shell.settings();
    RepairRequest request;
    request.job.source = ready.model;
    request.job.plan = *ready.plan;
    request.job.output = m_report.output;
    request.job.overwrite = true;
    request.job.thresholds = m_report.thresholds;
    request.job.limits = {settings.threads, std::int64_t(settings.memoryMiB) << 20, false};
    request.job.importance = ready.importance;
    if (!ready.forced.isEmpty())
        request.job.metadata.insert(QStringLiteral("arrowquant.forced"), ready.forced);
    request.report = m_report;
    request.budget = ready.plan->recipe.fitBytes;
    m_model = std::make_shared<const ModelSource>(ready.model);
    m_watcher.track(startJob(m_pool, [request = std::move(request)](const JobControl& control) {
        return repairModel(request, control);
    }));
}

/// The file is as it was unless a better one took its place.
void RepairPart::takeEnd(const JobEnd& end)
{
    const int id = std::exchange(m_job, 0);
    if (m_progress)
        m_progress->deleteLater();
    m_progress = nullptr;
    const auto model = std::exchange(m_model, {});
    m_shell.session().queue().setRepairing(id, false);
    if (const auto* failed = std::get_if<Failed>(&end))
        m_shell.messages().showError(failed->error, failed->errors);
    const auto* finished = std::get_if<Finished>(&end);
    if (!finished)
        return showChance();
    const ValidationReport& report = finished->report;
    const int after = missedTensors(report);
    const bool isBetter = isReplaced(m_report, report);
    if (isBetter) {
        auto plan = makePlan(model->header(), report.recipe);
        m_shell.session().queue().takeRepaired(
            id, report, plan ? std::make_shared<const QuantPlan>(*std::move(plan)) : nullptr);
        if (m_shell.reportJob() == id)
            m_shell.reportPage().setReport(report);
    }
    m_shell.messages().showMessage(
        isBetter ? MessageBar::Kind::Success : MessageBar::Kind::Information,
        !isBetter        ? tr("Nothing could be raised; the file is as it was.")
            : after == 0 ? tr("Every tensor reaches its limits now. The file has %1.")
                               .arg(bytesText(report.summary.bytesAfter))
                         : tr("%Ln tensor(s) still miss a limit. The file has %1.", nullptr, after)
                               .arg(bytesText(report.summary.bytesAfter)));
    showChance();
}

} // namespace aq
