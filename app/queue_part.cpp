#include "app/queue_part.h"

#include "app/queue_rows.h"
#include "app/session.h"
#include "ui/models/queue_model.h"
#include "ui/text/units.h"
#include "ui/theme.h"
#include "ui/widgets/job_bar.h"
#include "ui/widgets/message_bar.h"

#include <QMenu>
#include <QStatusBar>

namespace aq {
namespace {

constexpr std::size_t fewRows = 30; ///< More are quicker told all at once.

} // namespace

QueuePart::QueuePart(Shell& shell, QObject* parent)
    : QObject(parent)
    , m_shell(shell)
    , m_queue(shell.session().queue())
    , m_page(new QueuePage)
    , m_bar(new JobBar)
{
    shell.addPage(Page::Queue, QStringLiteral("queue"), tr("Queue"), tr("The jobs"), m_page);
    shell.window().statusBar()->addPermanentWidget(m_bar);
    addMenu();
    connectPage();
    connectQueue();
    reload();
    updateTotals();
}

void QueuePart::addMenu()
{
    QMenu& menu = m_shell.menu(Shell::Menu::Job);
    menu.addSeparator();
    m_pauseAll = menu.addAction(
        themeIcon(QStringLiteral("pause")), tr("&Pause all jobs"), &m_queue, &JobQueue::pauseAll);
    m_resumeAll = menu.addAction(themeIcon(QStringLiteral("resume")), tr("&Resume all jobs"),
        &m_queue, &JobQueue::resumeAll);
    m_hold = menu.addAction(tr("&Finish the running jobs and stop"));
    m_hold->setCheckable(true);
    m_hold->setToolTip(tr("No further job is taken until you say so"));
    connect(m_hold, &QAction::triggered, &m_queue, &JobQueue::setHeld);
    m_clear = menu.addAction(tr("C&lear finished jobs"), &m_queue, &JobQueue::clearEnded);
}

void QueuePart::connectPage()
{
    QueuePage* page = m_page;
    connect(page, &QueuePage::verbRequested, this, &QueuePart::perform);
    connect(page, &QueuePage::moveRequested, this, &QueuePart::moveTo);
    connect(page, &QueuePage::currentJobChanged, this, &QueuePart::showCurrent);
    connect(page, &QueuePage::holdRequested, &m_queue, &JobQueue::setHeld);
    connect(page, &QueuePage::pauseAllRequested, &m_queue, &JobQueue::pauseAll);
    connect(page, &QueuePage::resumeAllRequested, &m_queue, &JobQueue::resumeAll);
    connect(page, &QueuePage::clearEndedRequested, &m_queue, &JobQueue::clearEnded);
    connect(page, &QueuePage::saveLogRequested, this, &QueuePart::saveLog);
    connect(page, &QueuePage::openRequested, this, &QueuePart::openRequested);
    connect(page, &QueuePage::tensorActivated, this, [this](const QString& name) {
        const QueuedJob* job = m_queue.find(m_page->currentJob());
        if (job && job->item.spec.model == m_shell.session().modelPath())
            m_shell.showTensor(name);
    });
    connect(m_bar, &JobBar::cancelRequested, this, &QueuePart::cancelRunning);
}

void QueuePart::connectQueue()
{
    JobQueue* queue = &m_queue;
    for (const auto signal : {&JobQueue::added, &JobQueue::removed})
        connect(queue, signal, this, &QueuePart::reloadSoon);
    connect(queue, &JobQueue::reordered, this, &QueuePart::reloadSoon);
    connect(queue, &JobQueue::heldChanged, this, &QueuePart::reloadSoon);
    connect(queue, &JobQueue::changed, this, [this](int id) {
        m_showsCurrent |= id == m_page->currentJob();
        updateSoon(id);
    });
    connect(queue, &JobQueue::progressed, this, [this](int id) {
        updateSoon(id);
        const QueuedJob& job = *m_queue.find(id);
        if (id != m_page->currentJob())
            return;
        m_page->live().addRate(job.seconds, job.bytesPerSecond);
        m_page->live().setFigures(figuresOf(m_queue, job));
        if (std::exchange(m_logLines, job.log.size()) != job.log.size())
            m_page->setLog(job.log);
    });
    connect(queue, &JobQueue::tensorDone, this, [this](int id, const TensorDone& tensor) {
        if (id == m_page->currentJob())
            m_page->live().addTensor(tensor);
    });
    connect(
        queue, &JobQueue::diskLow, this, [this](const QString& folder, qint64 needed, qint64 free) {
            m_shell.messages().showMessage(MessageBar::Kind::Warning,
                tr("The disk is nearly full: the queue was paused."),
                tr("%1 are still to be written, %2 are free. Make room, then resume.")
                    .arg(bytesText(needed), bytesText(free)),
                folder, {{tr("Resume"), [this] { m_queue.resumeAll(); }}});
        });
    connect(queue, &JobQueue::restored, this, [this] {
        reloadSoon();
        sayWhatIsLeft();
    });
    connect(queue, &JobQueue::saveFailed, this,
        [this](const Error& error) { m_shell.messages().showError(error); });
}

/// Non-modal, at the start: what an earlier run left.
void QueuePart::sayWhatIsLeft()
{
    MessageBar& messages = m_shell.messages();
    if (m_queue.storeError())
        messages.showError(*m_queue.storeError());
    messages.withdraw(std::exchange(m_otherMessage, 0));
    if (!m_queue.isSaved() && !m_queue.storeError())
        m_otherMessage = messages.showMessage(MessageBar::Kind::Information,
            tr("Another window of ArrowQuant has the queue."),
            tr("The jobs of this window are forgotten when it is closed."));
    const int left = m_queue.unfinishedCount();
    if (left == 0)
        return;
    QStringList titles;
    for (qsizetype row = 0; row < m_queue.size(); ++row)
        if (!hasEnded(m_queue.at(row).state()))
            titles << m_queue.at(row).title;
    m_leftMessage = messages.showMessage(MessageBar::Kind::Information,
        tr("%n jobs were not finished.", nullptr, left), titles.join(u'\n'), {},
        {{tr("Resume"), [this] { m_queue.resumeAll(); }},
            {tr("Show queue"), [this] { m_shell.showPage(Page::Queue); }}});
}

void QueuePart::reload()
{
    std::vector<QueueRow> rows;
    for (qsizetype row = 0; row < m_queue.size(); ++row)
        rows.push_back(rowOf(m_queue, m_queue.at(row)));
    m_page->setRows(std::move(rows));
}

/// A thousand changes at once are one of the page.
void QueuePart::updateSoon(int id)
{
    m_updates.insert(id);
    if (!std::exchange(m_updating, true))
        QMetaObject::invokeMethod(this, &QueuePart::update, Qt::QueuedConnection);
}

void QueuePart::reloadSoon()
{
    m_reloads = true;
    updateSoon(0);
}

void QueuePart::update()
{
    m_updating = false;
    const std::set<int> ids = std::exchange(m_updates, {});
    if (ids.empty())
        return;
    if (std::exchange(m_reloads, false) || ids.size() > fewRows)
        reload();
    else
        for (const int id : ids)
            if (const QueuedJob* job = m_queue.find(id))
                m_page->setRow(rowOf(m_queue, *job));
    updateTotals();
    if (std::exchange(m_showsCurrent, false))
        showCurrent();
}

void QueuePart::select(int id)
{
    update();
    m_page->select(id);
}

void QueuePart::updateTotals()
{
    const QueueTotals totals = totalsOf(m_queue);
    m_page->setTotals(totals);
    if (totals.paused == 0 && m_leftMessage != 0) // They were seen to.
        m_shell.messages().withdraw(std::exchange(m_leftMessage, 0));
    m_pauseAll->setEnabled(totals.running + totals.waiting > 0);
    m_resumeAll->setEnabled(totals.paused > 0 || (totals.held && totals.waiting > 0));
    m_hold->setChecked(totals.held);
    m_clear->setEnabled(totals.ended > 0);
    QStringList running;
    std::optional<double> left;
    for (qsizetype row = 0; row < m_queue.size(); ++row) {
        const QueuedJob& job = m_queue.at(row);
        if (job.state() != JobState::Running)
            continue;
        running << job.title;
        left = job.secondsLeft;
    }
    if (running.isEmpty())
        return m_bar->finish();
    m_bar->showJobs(
        running.size() == 1 ? running.front() : tr("%n jobs", nullptr, int(running.size())),
        totals.fraction, totals.bytesPerSecond,
        running.size() == 1 && totals.waiting == 0 ? left : std::nullopt);
}

void QueuePart::showCurrent()
{
    const QueuedJob* job = m_queue.find(m_page->currentJob());
    if (!job)
        return;
    const bool isOld = job->done.empty() && job->report;
    const std::vector<TensorDone>& done = isOld ? doneOf(*job) : job->done;
    m_page->showJob(figuresOf(m_queue, *job), done, ratesOf(*job));
    m_page->setLog(job->log);
    m_page->setErrors(job->errors, done);
    m_queue.wantReport(job->id()); // Of an earlier run: it is shown once it was read.
    m_logLines = job->log.size();
}

} // namespace aq
