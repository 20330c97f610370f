#include "app/queue_part.h"
#include "app/queue_questions.h"
#include "app/queue_rows.h"
#include "app/session.h"
#include "core/io/output_file.h"
#include "ui/widgets/message_bar.h"

#include <QDesktopServices>
#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <QPushButton>
#include <QUrl>

namespace aq {

void QueuePart::perform(JobVerb verb, const QList<int>& ids)
{
    switch (verb) {
    case JobVerb::Remove:
        return remove(ids);
    case JobVerb::ToTop:
        return moveTo(ids, 0);
    case JobVerb::Up:
    case JobVerb::Down:
        return move(verb, ids);
    case JobVerb::Retry:
    case JobVerb::UseModelAnyway:
        return askBeforeNewRun(m_shell.window(), m_queue, fitting(verb, ids), nullptr,
            [this, verb, ids] { performEach(verb, ids); });
    default:
        performEach(verb, ids);
    }
}

QList<int> QueuePart::fitting(JobVerb verb, const QList<int>& ids) const
{
    QList<int> fitting;
    for (const int id : ids)
        if (const QueuedJob* job = m_queue.find(id);
            job && whyNot(verb, rowOf(m_queue, *job)).isEmpty())
            fitting << id;
    return fitting;
}

void QueuePart::performEach(JobVerb verb, const QList<int>& ids)
{
    for (const int id : fitting(verb, ids))
        performOne(verb, id);
}

void QueuePart::performOne(JobVerb verb, int id)
{
    switch (verb) {
    case JobVerb::ShowReport:
        return Q_EMIT reportRequested(id);
    case JobVerb::Export:
        return Q_EMIT exportRequested(id);
    case JobVerb::OpenFolder:
        return openFolderOf(id);
    case JobVerb::Pause:
        return m_queue.pause(id);
    case JobVerb::Resume:
        return m_queue.resume(id);
    case JobVerb::Cancel:
        return m_queue.cancel(id);
    case JobVerb::Retry:
        return m_queue.retry(id);
    case JobVerb::UseModelAnyway:
        return m_queue.useModelAnyway(id);
    case JobVerb::Edit:
        return Q_EMIT editRequested(id);
    case JobVerb::ToTop:
    case JobVerb::Up:
    case JobVerb::Down:
    case JobVerb::Remove:
        break;
    }
}

/// Asks when a running job, or a file that is nowhere else, would be lost.
void QueuePart::remove(const QList<int>& ids)
{
    QStringList lost;
    for (const int id : ids)
        if (const QueuedJob* job = m_queue.find(id);
            job && (job->hasUnexported() || job->state() == JobState::Running))
            lost << job->title;
    const auto removeAll = [this, ids] { m_queue.remove({ids.begin(), ids.end()}); };
    if (lost.isEmpty())
        return removeAll();
    QMessageBox* box = questionBox(m_shell.window(), tr("Remove jobs"),
        tr("Remove %n jobs that run, or whose file was not exported?", nullptr, int(lost.size())),
        lost.join(u'\n'));
    QPushButton* yes = box->addButton(tr("Remove"), QMessageBox::DestructiveRole);
    QPushButton* no = box->addButton(tr("Cancel"), QMessageBox::RejectRole);
    box->setDefaultButton(no);
    box->setEscapeButton(no);
    connect(yes, &QPushButton::clicked, this, removeAll);
    box->open();
}

void QueuePart::move(JobVerb verb, const QList<int>& ids)
{
    if (verb == JobVerb::Up) {
        for (const int id : ids)
            m_queue.move(id, m_queue.rowOf(id) - 1);
    } else {
        for (auto id = ids.rbegin(); id != ids.rend(); ++id)
            m_queue.move(*id, m_queue.rowOf(*id) + 1);
    }
}

/// The jobs keep their order among themselves.
void QueuePart::moveTo(const QList<int>& ids, int before)
{
    qsizetype to = before;
    for (const int id : ids) {
        const qsizetype from = m_queue.rowOf(id);
        if (from < 0)
            continue;
        const qsizetype row = from < to ? to - 1 : to;
        m_queue.move(id, row);
        to = row + 1;
    }
}

/// Stop means a choice, where there is one.
void QueuePart::cancelRunning()
{
    if (!m_queue.isRunning())
        return;
    const auto cancelAll = [this] {
        for (qsizetype row = 0; row < m_queue.size(); ++row)
            if (m_queue.at(row).state() == JobState::Running)
                m_queue.cancel(m_queue.at(row).id());
    };
    if (m_queue.waitingCount() == 0 && m_queue.runningCount() == 1)
        return cancelAll();
    QMessageBox* box = questionBox(m_shell.window(), tr("Stop the queue"),
        tr("%n jobs run.", nullptr, m_queue.runningCount()),
        tr("Jobs that wait: %1. What is stopped can go on later; what is cancelled begins anew.")
            .arg(m_queue.waitingCount()));
    QPushButton* stop = box->addButton(tr("Stop now"), QMessageBox::AcceptRole);
    QPushButton* finish
        = box->addButton(tr("Finish the current and stop"), QMessageBox::AcceptRole);
    QPushButton* cancel
        = box->addButton(tr("Cancel the current and go on"), QMessageBox::DestructiveRole);
    QPushButton* keep = box->addButton(tr("Keep running"), QMessageBox::RejectRole);
    box->setDefaultButton(keep);
    box->setEscapeButton(keep);
    connect(stop, &QPushButton::clicked, &m_queue, &JobQueue::pauseAll);
    connect(finish, &QPushButton::clicked, this, [this] { m_queue.setHeld(true); });
    connect(cancel, &QPushButton::clicked, this, cancelAll);
    box->open();
}

void QueuePart::openFolderOf(int id)
{
    if (const QueuedJob* job = m_queue.find(id))
        QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(job->written).absolutePath()));
}

void QueuePart::saveLog(const QString& text)
{
    auto* dialog = new QFileDialog(&m_shell.window(), tr("Save the log of the job"),
        m_shell.settings().exportFolder, tr("Text (*.txt *.log);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("txt"));
    connect(dialog, &QFileDialog::fileSelected, this, [this, text](const QString& path) {
        m_shell.session().runAside(
            [path, bytes = text.toUtf8()] {
                return writeFile(
                    path, std::as_bytes(std::span(bytes.data(), std::size_t(bytes.size()))), true);
            },
            [this, path](const Result<void>& saved) {
                if (saved)
                    m_shell.messages().showMessage(
                        MessageBar::Kind::Success, tr("The log was saved."), path, path);
                else
                    m_shell.messages().showError(saved.error());
            });
    });
    dialog->open();
}

} // namespace aq
