#include "app/log_part.h"

#include "app/job_queue.h"
#include "app/log_book.h"
#include "app/save_dialog.h"
#include "app/session.h"
#include "core/io/output_file.h"
#include "ui/widgets/log_view.h"
#include "ui/widgets/message_bar.h"

#include <QAction>
#include <QDir>
#include <QDockWidget>
#include <QFileInfo>
#include <span>

namespace aq {
namespace {

/// English in every language: what people send along when they report a problem.
QString text(const char* format) { return QString::fromUtf8(format); }

Result<void> write(const QString& path, const QByteArray& text)
{
    return writeFile(path, std::as_bytes(std::span(text.data(), std::size_t(text.size()))), true);
}

void noteMessage(MessageBar::Kind kind, const QString& said)
{
    if (kind == MessageBar::Kind::Error)
        qCCritical(logWindow).noquote() << said;
    else if (kind == MessageBar::Kind::Warning)
        qCWarning(logWindow).noquote() << said;
    else
        qCInfo(logWindow).noquote() << said;
}

/// What it took and what came out.
void noteEnd(const QueuedJob& job, const JobEnd& end)
{
    if (const auto* failed = std::get_if<Failed>(&end)) {
        qCWarning(logJob).noquote() << text("job %1 failed after %2 s, %3 errors: %4: %5")
                                           .arg(job.id())
                                           .arg(job.seconds, 0, 'f', 1)
                                           .arg(failed->errors.size())
                                           .arg(failed->error.where, failed->error.detail);
        return;
    }
    if (const auto* finished = std::get_if<Finished>(&end)) {
        const auto& summary = finished->report.summary;
        qCInfo(logJob).noquote() << text("job %1 took %2 s: %3 -> %4 bytes, cosine %5, %6")
                                        .arg(job.id())
                                        .arg(job.seconds, 0, 'f', 1)
                                        .arg(summary.bytesBefore)
                                        .arg(summary.bytesAfter)
                                        .arg(summary.cosine, 0, 'f', 6)
                                        .arg(text(summary.passed ? "passed" : "not passed"));
    }
}

} // namespace

LogPart::LogPart(Shell& shell, QObject* parent)
    : QObject(parent)
    , m_shell(shell)
    , m_model(new LogModel(this))
    , m_view(new LogView(*m_model))
    , m_dock(&shell.addDock(QStringLiteral("log"), tr("Log"), m_view, Qt::BottomDockWidgetArea))
{
    QAction* action = m_dock->toggleViewAction();
    action->setObjectName(QStringLiteral("view.log"));
    action->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_L));
    connect(action, &QAction::triggered, this, [this](bool shown) {
        if (shown)
            m_view->focusSearch();
    });
    connect(m_view, &LogView::saveRequested, this, &LogPart::save);
    connect(&LogBook::get(), &LogBook::appended, this, &LogPart::readBook);
    readBook();
    noteSession();
    notePlanner();
    noteQueue();
    noteMessages();
}

void LogPart::readBook() { m_model->append(LogBook::get().since(m_seen)); }

void LogPart::noteSession()
{
    const Session& session = m_shell.session();
    connect(&session, &Session::openStarted, this,
        [](const QString& path) { qCInfo(logOpen).noquote() << "opening" << path; });
    connect(&session, &Session::opened, this, [](const OpenedInfo& info) {
        const auto& header = info.model.header();
        const Architecture* architecture = info.recognised.architecture;
        qCInfo(logOpen).noquote() << text("opened %1: %2, %3 tensors, %4 bytes, architecture %5")
                                         .arg(info.model.path(),
                                             QLatin1StringView(info.model.format().title))
                                         .arg(header.tensors.size())
                                         .arg(info.model.fileBytes())
                                         .arg(architecture ? architecture->id : text("unknown"));
    });
}

void LogPart::notePlanner()
{
    const Planner& planner = m_shell.session().planner();
    connect(&planner, &Planner::refused, this,
        [](const Error& error) { qCInfo(logPlan).noquote() << "no plan:" << error.detail; });
}

void LogPart::noteQueue()
{
    const JobQueue* queue = &m_shell.session().queue();
    connect(queue, &JobQueue::added, this, [queue](int id) {
        if (const QueuedJob* job = queue->find(id))
            qCInfo(logJob).noquote() << text("job %1 queued: %2").arg(id).arg(job->title);
    });
    connect(
        queue, &JobQueue::changed, this, [this, queue](int id) {
            const QueuedJob* job = queue->find(id);
            if (!job || std::exchange(m_states[id], job->state()) == job->state())
                return;
            qCInfo(logJob).noquote()
                << text("job %1 %2: %3").arg(id).arg(text(jobStateId(job->state())), job->title);
        });
    connect(queue, &JobQueue::removed, this, [this](int id) { m_states.remove(id); });
    connect(queue, &JobQueue::ended, this, [queue](int id, const JobEnd& end) {
        if (const QueuedJob* job = queue->find(id))
            noteEnd(*job, end);
    });
    connect(queue, &JobQueue::exportStarted, this, [](int id, const QString& path) {
        qCInfo(logExport).noquote() << text("job %1: exporting to %2").arg(id).arg(path);
    });
    connect(queue, &JobQueue::exported, this, [](int id, const QString& path) {
        qCInfo(logExport).noquote() << text("job %1 exported to %2").arg(id).arg(path);
    });
}

void LogPart::noteMessages()
{
    connect(&m_shell.messages(), &MessageBar::shown, this,
        [](MessageBar::Kind kind, const QString&, const QString& said) {
            noteMessage(kind, said);
        });
    connect(&m_shell.messages(), &MessageBar::logRequested, this, &LogPart::showErrors);
}

void LogPart::showErrors()
{
    m_dock->show();
    m_dock->raise();
    m_view->showErrors();
}

void LogPart::save(const QString& text)
{
    const QString folder = m_shell.settings().reportFolder;
    QFileDialog* dialog = saveDialog(&m_shell.window(), tr("Save the log"),
        QDir(folder).filePath(QStringLiteral("arrowquant-log.txt")), {tr("Text (*.txt)")});
    connect(dialog, &QFileDialog::fileSelected, this, [this, text](const QString& path) {
        m_shell.session().runAside([path, lines = text.toUtf8()] { return write(path, lines); },
            [this, path](const Result<void>& written) {
                if (!written)
                    m_shell.messages().showError(written.error());
                else
                    m_shell.messages().showMessage(
                        MessageBar::Kind::Success, tr("The log was saved."), path, path);
            });
    });
    dialog->open();
}

} // namespace aq
