#include "app/main_window.h"

#include "core/base/printable.h"
#include "ui/pages/plan_page.h"
#include "ui/text/finding_text.h"

#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QSystemTrayIcon>

namespace aq {

/// Dialogs are opened, not executed; Escape and the default are what loses nothing.
QMessageBox* MainWindow::questionBox(
    const QString& title, const QString& question, const QString& more)
{
    m_question
        = new QMessageBox(QMessageBox::Question, title, question, QMessageBox::NoButton, this);
    m_question->setTextFormat(Qt::PlainText);
    m_question->setInformativeText(more);
    m_question->setAttribute(Qt::WA_DeleteOnClose);
    return m_question;
}

void MainWindow::quantize()
{
    if (!m_session->canStart())
        return;
    if (m_session->planner().isBlocked())
        askAboutFindings([this] { start(JobKind::Quantize, Session::Findings::Overrule); });
    else
        start(JobKind::Quantize);
}

/// A file that its reader would not load is written only when the person insists, and can be.
void MainWindow::askAboutFindings(std::function<void()> anyway)
{
    if (m_question && m_question->isVisible())
        return m_question->raise();
    const PlanFacts& facts = m_session->planner().facts();
    const Finding& first = facts.findings->front(); // The worst come first.
    const bool canForce = !hasUnforceable(*facts.findings);
    QMessageBox* box = questionBox(tr("Findings stand in the way"),
        tr("%1.").arg(blockedText(*facts.plan->target)),
        tr("%1 %2\n\nMost findings offer repairs. %3")
            .arg(sentence(printable(whatText(first), 200)),
                sentence(printable(whyText(first), 300)),
                canForce ? tr("A file that is written all the same says in its metadata what was "
                              "overruled.")
                         : tr("Without a repair there can be no such file.")));
    QPushButton* show = box->addButton(tr("Show findings"), QMessageBox::AcceptRole);
    QPushButton* cancel = box->addButton(tr("Cancel"), QMessageBox::RejectRole);
    box->setDefaultButton(show);
    box->setEscapeButton(cancel);
    connect(show, &QPushButton::clicked, this, [this] {
        showPage(Page::Plan);
        m_plan->showFindings();
    });
    if (canForce) {
        QPushButton* insist = box->addButton(tr("Quantize anyway"), QMessageBox::DestructiveRole);
        connect(insist, &QPushButton::clicked, this,
            [this, anyway = std::move(anyway), recipe = facts.plan->recipe, box] {
                box->close();
                if (recipe == m_session->history().recipe()) // What was asked about.
                    anyway();
            });
    }
    box->open();
}

/// What would be lost or end with the program, one question at a time; then it quits.
void MainWindow::askBeforeQuitting()
{
    if (m_question && m_question->isVisible())
        return m_question->raise();
    const JobQueue& queue = m_session->queue();
    if (queue.isExporting())
        waitForExports();
    else if (queue.isRunning())
        askAboutRunning();
    else if (!queue.isSaved() && queue.unfinishedCount() > 0)
        askAboutForgotten();
    else if (queue.hasUnexported())
        askAboutResults();
    else
        quit();
}

void MainWindow::askAboutRunning()
{
    JobQueue& queue = m_session->queue();
    QMessageBox* box = questionBox(tr("Jobs are running"),
        tr("%n jobs are running.", nullptr, queue.runningCount()),
        queue.isSaved()
            ? tr("What is paused goes on where it was after the next start; trials begin anew.")
            : tr("Another window has the queue: what does not run to its end now is lost."));
    QPushButton* background = box->addButton(tr("Keep running"), QMessageBox::AcceptRole);
    background->setToolTip(tr("The window goes out of the way"));
    QPushButton* later = box->addButton(tr("Pause and resume later"), QMessageBox::AcceptRole);
    later->setEnabled(queue.isSaved());
    QPushButton* cancel = box->addButton(tr("Cancel the jobs"), QMessageBox::DestructiveRole);
    QPushButton* stay = box->addButton(tr("Cancel"), QMessageBox::RejectRole);
    box->setDefaultButton(background);
    box->setEscapeButton(stay);
    connect(background, &QPushButton::clicked, this, &MainWindow::goOnInBackground);
    connect(later, &QPushButton::clicked, this, &MainWindow::askAboutResults);
    connect(cancel, &QPushButton::clicked, this, [this] {
        JobQueue& jobs = m_session->queue();
        for (qsizetype row = 0; row < jobs.size(); ++row)
            if (jobs.at(row).state() == JobState::Running)
                jobs.cancel(jobs.at(row).id());
        askAboutResults();
    });
    box->open();
}

/// A second window has a queue of its own that nobody keeps.
void MainWindow::askAboutForgotten()
{
    QMessageBox* box = questionBox(tr("Jobs are not finished"),
        tr("%n jobs are not finished.", nullptr, m_session->queue().unfinishedCount()),
        tr("Another window has the queue: what does not run to its end now is lost."));
    QPushButton* forget = box->addButton(tr("Discard"), QMessageBox::DestructiveRole);
    QPushButton* stay = box->addButton(tr("Cancel"), QMessageBox::RejectRole);
    box->setDefaultButton(stay);
    box->setEscapeButton(stay);
    connect(forget, &QPushButton::clicked, this, &MainWindow::askAboutResults);
    box->open();
}

/// Files that are nowhere but in the program's own folder. They would still be there at the next
/// start: keeping them is the answer that loses nothing.
void MainWindow::askAboutResults()
{
    const JobQueue& queue = m_session->queue();
    QStringList titles;
    for (qsizetype row = 0; row < queue.size(); ++row)
        if (queue.at(row).hasUnexported() && !queue.at(row).missing)
            titles << queue.at(row).title;
    if (titles.isEmpty())
        return quit();
    QMessageBox* box = questionBox(tr("Results are not exported"),
        tr("%n finished files have not been exported.", nullptr, int(titles.size())),
        titles.join(u'\n'));
    QPushButton* save = box->addButton(tr("Export…"), QMessageBox::AcceptRole);
    QPushButton* keep = box->addButton(tr("Keep for later"), QMessageBox::AcceptRole);
    keep->setEnabled(queue.isSaved());
    keep->setToolTip(queue.isSaved() ? tr("They are in the queue at the next start")
                                     : tr("Another window has the queue"));
    QPushButton* discard = box->addButton(tr("Discard"), QMessageBox::DestructiveRole);
    QPushButton* cancel = box->addButton(tr("Cancel"), QMessageBox::RejectRole);
    box->setDefaultButton(save);
    box->setEscapeButton(cancel);
    connect(save, &QPushButton::clicked, this, &MainWindow::exportNext);
    connect(keep, &QPushButton::clicked, this, &MainWindow::quit);
    connect(discard, &QPushButton::clicked, this, [this] {
        m_session->queue().discardUnexported();
        quit();
    });
    box->open();
}

/// One file dialog after the other.
void MainWindow::exportNext()
{
    const JobQueue& queue = m_session->queue();
    for (qsizetype row = 0; row < queue.size(); ++row)
        if (queue.at(row).hasUnexported() && !queue.at(row).missing)
            return askForExport(queue.at(row).id(), [this] { exportNext(); });
    askBeforeQuitting();
}

/// An export takes as long as the disk needs: wait for it, or stay.
void MainWindow::waitForExports()
{
    QMessageBox* box
        = questionBox(tr("The result is being exported"), tr("A finished file is being exported."),
            tr("This can go on as soon as the export has ended."));
    QPushButton* wait = box->addButton(tr("Wait for the export"), QMessageBox::AcceptRole);
    QPushButton* stay = box->addButton(tr("Cancel"), QMessageBox::RejectRole);
    box->setDefaultButton(wait);
    box->setEscapeButton(stay);
    connect(wait, &QPushButton::clicked, this, [this] {
        if (m_session->queue().isExporting())
            m_afterExport = [this] { askBeforeQuitting(); };
        else
            askBeforeQuitting(); // It ended meanwhile, well or not.
    });
    box->open();
}

/// Into the tray, where there is one; its icon leads back.
void MainWindow::goOnInBackground()
{
    if (!QSystemTrayIcon::isSystemTrayAvailable())
        return showMinimized();
    auto* tray = new QSystemTrayIcon(windowIcon(), this);
    auto* menu = new QMenu(this);
    const auto back = [this, tray, menu] {
        showNormal();
        activateWindow();
        tray->deleteLater();
        menu->deleteLater();
    };
    menu->addAction(tr("Show ArrowQuant"), this, back);
    tray->setContextMenu(menu);
    tray->setToolTip(tr("ArrowQuant works in the background"));
    connect(
        tray, &QSystemTrayIcon::activated, this, [back](QSystemTrayIcon::ActivationReason reason) {
            if (reason == QSystemTrayIcon::Trigger)
                back();
        });
    tray->show();
    hide();
}

void MainWindow::quit()
{
    m_quitting = true;
    close();
}

} // namespace aq
