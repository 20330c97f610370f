#include "app/edit_job_part.h"

#include "app/output_name.h"
#include "app/queue_questions.h"
#include "app/session.h"
#include "ui/widgets/message_bar.h"

#include <QDir>
#include <QFileInfo>

namespace aq {

EditJobPart::EditJobPart(Shell& shell, QObject* parent)
    : QObject(parent)
    , m_shell(shell)
{
    Session& session = shell.session();
    // The recipe of a model that was just opened is set after this.
    connect(
        &session, &Session::opened, this,
        [this](const OpenedInfo&) {
            if (m_id != 0)
                show();
        },
        Qt::QueuedConnection);
    connect(&session, &Session::openFailed, this, &EditJobPart::giveUp);
    connect(&session.queue(), &JobQueue::removed, this, [this](int id) {
        if (id == m_id)
            stop();
    });
}

void EditJobPart::edit(int id)
{
    giveUp();
    JobQueue& queue = m_shell.session().queue();
    const QueuedJob* job = queue.find(id);
    if (!job || job->state() == JobState::Running)
        return;
    m_id = id;
    m_waited = job->state() == JobState::Waiting;
    queue.pause(id);
    const JobSpec& spec = job->item.spec;
    if (m_shell.session().modelPath() == spec.model)
        show();
    else
        m_shell.session().open(spec.model, {spec.components});
}

/// Also when another model was opened meanwhile: then there is nothing to edit the job with.
void EditJobPart::show()
{
    Session& session = m_shell.session();
    const QueuedJob* job = session.queue().find(m_id);
    if (!job || session.modelPath() != job->item.spec.model)
        return giveUp();
    session.history().edit(job->item.spec.recipe, tr("Edit %1").arg(job->title));
    m_shell.showPage(Page::Plan);
    m_shell.messages().withdraw(m_message);
    m_message = m_shell.messages().showMessage(MessageBar::Kind::Information,
        tr("Editing %1 of the queue.").arg(job->title), {}, {},
        {{tr("Update job"), [this] { finish(); }},
            {tr("Leave it as it was"), [this] { giveUp(); }}});
}

EditJobPart::Wish EditJobPart::wish() const
{
    Session& session = m_shell.session();
    const JobSpec before = session.queue().find(m_id)->item.spec;
    Wish wish{before, session.specFor(before.kind), m_shell.settings().outputName,
        session.queue().takenPaths(m_id)};
    wish.spec.overrules = before.overrules;
    wish.spec.output = before.output;
    if (wish.pattern.isEmpty())
        wish.pattern = defaultNameTemplate();
    return wish;
}

/// A name of ours follows what is written there; no other file is replaced by that.
JobSpec EditJobPart::placed(const Wish& wish)
{
    const JobSpec& before = wish.before;
    JobSpec spec = wish.spec;
    if (before.output.isEmpty())
        return spec;
    const QFileInfo output(before.output);
    const bool isOurs = output.fileName() == outputName(before.model, before.recipe, wish.pattern);
    const QString name = isOurs
        ? outputName(spec.model, spec.recipe, wish.pattern)
        : outputName(output.fileName(), spec.recipe, QStringLiteral("{model}.{ext}"));
    spec.output = uniquePath(QDir(output.path()).filePath(name), [&](const QString& path) {
        return path != before.output && (wish.taken.contains(path) || QFileInfo::exists(path));
    });
    spec.overwrite = before.overwrite && spec.output == before.output;
    return spec;
}

void EditJobPart::finish()
{
    Session& session = m_shell.session();
    const QueuedJob* job = session.queue().find(m_id);
    if (!job || session.modelPath() != job->item.spec.model)
        return giveUp();
    session.runAside([wish = wish()] { return placed(wish); },
        [this, asked = ++m_asked](const JobSpec& spec) {
            if (asked == m_asked)
                askFirst(spec);
        });
}

void EditJobPart::askFirst(const JobSpec& spec)
{
    askBeforeNewRun(m_shell.window(), m_shell.session().queue(), {m_id}, &spec.output,
        [this, id = m_id, spec] { apply(id, spec); });
}

void EditJobPart::apply(int id, const JobSpec& spec)
{
    if (id != m_id)
        return; // Another one is edited by now.
    if (!m_shell.session().queue().replace(id, spec)) {
        m_shell.messages().showError({ErrorCode::InvalidPlan,
            QStringLiteral("the job runs or is exported: pause it first"), spec.model});
        return;
    }
    stop();
    m_shell.showPage(Page::Queue);
}

void EditJobPart::giveUp()
{
    const int id = m_id;
    const bool waited = m_waited;
    stop();
    if (id != 0 && waited)
        m_shell.session().queue().letWait(id);
}

void EditJobPart::stop()
{
    m_id = 0;
    ++m_asked;
    m_waited = false;
    m_shell.messages().withdraw(std::exchange(m_message, 0));
}

} // namespace aq
