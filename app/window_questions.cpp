#include "app/main_window.h"

#include "core/base/printable.h"
#include "ui/pages/plan_page.h"
#include "ui/text/finding_text.h"

#include <QMessageBox>
#include <QPushButton>

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

/// Runs `then` once neither a running job nor a result is lost by it unasked.
void MainWindow::leaveModel(const QString& yes, std::function<void()> then)
{
    const auto ask = [this, then = std::move(then)] { askAboutResult(then); };
    if (m_session->isRunning())
        askBeforeCancelling(tr("A job is running on %1.").arg(m_session->modelName()), yes, ask);
    else
        ask();
}

/// The result of before stays until there is a new one; then it is gone.
void MainWindow::quantize()
{
    if (!m_session->canStart())
        return;
    if (m_session->planner().isBlocked())
        askAboutFindings();
    else
        askAboutResult([this] { m_session->start(JobKind::Quantize); });
}

/// A file that its reader would not load is written only when the person insists, and can be.
void MainWindow::askAboutFindings()
{
    if (m_question && m_question->isVisible())
        return m_question->raise();
    const PlanFacts& facts = m_session->planner().facts();
    const Finding& first = facts.findings->front(); // The worst come first.
    const bool canForce = !hasUnforceable(*facts.findings);
    QMessageBox* box = questionBox(tr("Findings stand in the way"),
        tr("%1.").arg(blockedText(*facts.plan->target)),
        tr("%1 %2\n\nMost findings offer repairs. %3")
            .arg(sentence(printable(first.what, 200)), sentence(printable(first.why, 300)),
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
    if (canForce)
        offerToOverrule(box);
    box->open();
}

void MainWindow::offerToOverrule(QMessageBox* box)
{
    const PlanFacts& facts = m_session->planner().facts();
    QPushButton* anyway = box->addButton(tr("Quantize anyway"), QMessageBox::DestructiveRole);
    connect(anyway, &QPushButton::clicked, this, [this, recipe = facts.plan->recipe, box] {
        box->close();
        if (recipe == m_session->history().recipe()) // What was asked about.
            askAboutResult(
                [this] { m_session->start(JobKind::Quantize, Session::Findings::Overrule); });
    });
}

void MainWindow::quit()
{
    m_quitting = true;
    close();
}

void MainWindow::askBeforeCancelling(
    const QString& question, const QString& yes, std::function<void()> then)
{
    if (m_question && m_question->isVisible())
        return m_question->raise();
    QMessageBox* box = questionBox(
        tr("A job is running"), question, tr("Nothing it has written so far will be kept."));
    QPushButton* cancel = box->addButton(yes, QMessageBox::DestructiveRole);
    QPushButton* keep = box->addButton(tr("Keep running"), QMessageBox::RejectRole);
    box->setDefaultButton(keep);
    box->setEscapeButton(keep);
    connect(cancel, &QPushButton::clicked, this, [this, then = std::move(then)] {
        if (!m_session->isRunning())
            return then(); // It ended while the question was asked.
        connect(m_session, &Session::jobEnded, this, then,
            Qt::ConnectionType(Qt::QueuedConnection | Qt::SingleShotConnection));
        cancelJob();
    });
    box->open();
}

void MainWindow::askAboutResult(const std::function<void()>& then)
{
    if (m_session->isExporting())
        return waitForExport(then);
    if (!m_session->hasUnexported())
        return then();
    if (m_question && m_question->isVisible())
        return m_question->raise();
    QMessageBox* box = questionBox(tr("The result is not exported"),
        tr("The quantized %1 has not been exported.").arg(m_session->modelName()),
        tr("Without an export, the validated file will be lost."));
    QPushButton* save = box->addButton(tr("Export…"), QMessageBox::AcceptRole);
    QPushButton* discard = box->addButton(tr("Discard"), QMessageBox::DestructiveRole);
    QPushButton* cancel = box->addButton(tr("Cancel"), QMessageBox::RejectRole);
    box->setDefaultButton(save);
    box->setEscapeButton(cancel);
    connect(save, &QPushButton::clicked, this, [this, then] { askForExport(then); });
    connect(discard, &QPushButton::clicked, this, then);
    box->open();
}

/// An export takes as long as the disk needs: wait for it, give it up, or stay.
void MainWindow::waitForExport(const std::function<void()>& then)
{
    if (m_question && m_question->isVisible())
        return m_question->raise();
    QMessageBox* box = questionBox(tr("The result is being exported"),
        tr("The quantized %1 is being exported.").arg(m_session->modelName()),
        tr("This can go on as soon as the export has ended."));
    QPushButton* wait = box->addButton(tr("Wait for the export"), QMessageBox::AcceptRole);
    QPushButton* stay = box->addButton(tr("Cancel"), QMessageBox::RejectRole);
    box->setDefaultButton(wait);
    box->setEscapeButton(stay);
    connect(wait, &QPushButton::clicked, this, [this, then] {
        if (m_session->isExporting())
            m_afterExport = then;
        else
            askAboutResult(then); // It ended meanwhile, well or not.
    });
    box->open();
}

} // namespace aq
