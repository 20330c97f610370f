#include "app/start_part.h"

#include "app/dropped_models.h"
#include "app/presets_part.h"
#include "app/recents.h"
#include "app/session.h"
#include "core/analysis/architecture.h"
#include "ui/models/recipe_edits.h"
#include "ui/pages/open_page.h"
#include "ui/pages/plan_page.h"
#include "ui/text/type_text.h"
#include "ui/text/units.h"
#include "ui/widgets/message_bar.h"

#include <QApplication>
#include <QDir>
#include <QDropEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QMenu>
#include <QProcess>
#include <QStandardPaths>

namespace aq {
namespace {

QString sampleMaker()
{
    return QDir(QCoreApplication::applicationDirPath())
        .filePath(QStringLiteral("arrowquant-sample"));
}

/// Whether a job is exactly what the profile's card gives: then its error is the card's.
const Profile* profileOf(const Recipe& recipe)
{
    const Profile* profile = profileNamed(recipe.profile);
    const bool plain = profile && !isModified(recipe, *profile) && recipe.patterns.empty()
        && recipe.rules.empty() && recipe.overrides.empty();
    return plain ? profile : nullptr;
}

} // namespace

StartPart::StartPart(Shell& shell, OpenPage& page, QMenu& recentMenu, Open open, QObject* parent)
    : QObject(parent)
    , m_shell(shell)
    , m_page(page)
    , m_menu(recentMenu)
    , m_openPaths(std::move(open))
    , m_presets(m_shell.window().findChild<PresetsPart*>())
{
    qApp->installEventFilter(this);
    connectPage();
    connectSession();
    m_shell.session().runAside([path = sampleMaker()] { return QFileInfo(path).isExecutable(); },
        [this](bool offered) { m_page.setSampleOffered(offered); });
    showRecents();
    showDefault();
    showUnfinished();
}

void StartPart::connectPage()
{
    connect(&m_page, &OpenPage::recentRemoved, this, [this](const QString& path) {
        QList<RecentModel> recents = recentsFromJson(m_shell.settings().recents);
        recents.removeIf([&](const RecentModel& recent) { return recent.path == path; });
        setRecents(recents);
    });
    connect(&m_page, &OpenPage::recentPinned, this, [this](const QString& path, bool pinned) {
        change(path, [pinned](RecentModel& recent) { recent.pinned = pinned; });
    });
    connect(&m_page, &OpenPage::locateRequested, this, &StartPart::locate);
    connect(&m_page, &OpenPage::sampleRequested, this, &StartPart::makeSample);
    connect(&m_page, &OpenPage::resumeRequested, this, [this] {
        m_shell.session().queue().resumeAll();
        m_shell.showPage(Page::Queue);
    });
    connect(&m_page, &OpenPage::queueRequested, this, [this] { m_shell.showPage(Page::Queue); });
    if (!m_presets)
        return;
    connect(&m_page, &OpenPage::profileChosen, this,
        [this](const QString& id) { m_presets->setDefault(QStringLiteral("profiles/") + id); });
    connect(m_presets, &PresetsPart::defaultChanged, this, &StartPart::showDefault);
    connect(&m_presets->store(), &PresetStore::loaded, this, &StartPart::showDefault);
}

void StartPart::connectSession()
{
    Session& session = m_shell.session();
    connect(&session, &Session::opened, this, &StartPart::takeOpened);
    connect(&session.planner(), &Planner::profilesEstimated, this,
        [this](const QHash<QString, qint64>& bytes) {
            change(openPath(), [&](RecentModel& recent) {
                for (auto it = bytes.constBegin(); it != bytes.constEnd(); ++it)
                    recent.figures[it.key()].bytes = *it;
            });
        });
    JobQueue& queue = session.queue();
    connect(&queue, &JobQueue::ended, this, [this](int id) {
        if (const QueuedJob* job = m_shell.session().queue().find(id); job && job->report)
            takeEnded(*job);
    });
    connect(&queue, &JobQueue::settled, this, &StartPart::showUnfinished);
}

QString StartPart::openPath() const
{
    const ModelSource& model = m_shell.session().model();
    return model ? QFileInfo(model.path()).absoluteFilePath() : QString();
}

void StartPart::takeOpened(const OpenedInfo& info)
{
    RecentModel recent;
    recent.path = QFileInfo(info.model.path()).absoluteFilePath();
    recent.bytes = info.model.fileBytes();
    recent.format = QLatin1StringView(info.model.format().title);
    if (info.recognised.architecture)
        recent.architecture = info.recognised.architecture->title;
    recent.opened = QDateTime::currentDateTime();
    setRecents(remembered(
        recentsFromJson(m_shell.settings().recents), recent, m_shell.settings().recentModels));
}

/// The error that a profile has on this model is known from now on; what was written is its result.
void StartPart::takeEnded(const QueuedJob& job)
{
    const Recipe& recipe = job.report->recipe;
    const ReportSummary& summary = job.report->summary;
    const Profile* profile = profileOf(recipe);
    change(job.item.spec.model, [&](RecentModel& recent) {
        if (profile)
            recent.figures[QString::fromLatin1(profile->id)].error = summary.relRmse;
        if (job.item.spec.kind == JobKind::Quantize)
            recent.lastResult = tr("%1, %2, %3")
                                    .arg(typeTitle(recipe.scheme, targetNamed(recipe.target)),
                                        bytesText(summary.bytesAfter),
                                        summary.passed ? tr("passed") : tr("not passed"));
    });
}

void StartPart::change(const QString& path, const std::function<void(RecentModel&)>& edit)
{
    QList<RecentModel> recents = recentsFromJson(m_shell.settings().recents);
    for (RecentModel& recent : recents)
        if (recent.path == path && !path.isEmpty())
            edit(recent);
    setRecents(recents);
}

void StartPart::setRecents(const QList<RecentModel>& recents)
{
    m_shell.settings().recents = recentsToJson(arranged(recents, m_shell.settings().recentModels));
    showRecents();
}

void StartPart::showRecents()
{
    const QList<RecentModel> recents = recentsFromJson(m_shell.settings().recents);
    m_page.setRecents(recents);
    m_shell.session().runAside([recents] { return checkedForExistence(recents); },
        [this](const QList<RecentModel>& checked) {
            if (recentsToJson(checked) == m_shell.settings().recents)
                m_page.setRecents(checked);
        });
    fillMenu(recents);
    showFigures();
}

void StartPart::fillMenu(const QList<RecentModel>& recents)
{
    m_menu.clear();
    m_menu.setToolTipsVisible(true);
    for (const RecentModel& recent : recents) {
        QString name = QFileInfo(recent.path).fileName();
        QAction* action = m_menu.addAction(name.replace(u'&', QStringLiteral("&&")));
        action->setToolTip(recent.path);
        connect(action, &QAction::triggered, this,
            [this, path = recent.path] { m_shell.openModel(path); });
    }
    m_menu.addSeparator();
    QAction* clear = m_menu.addAction(tr("&Clear list"), this, [this] {
        QList<RecentModel> kept = recentsFromJson(m_shell.settings().recents);
        kept.removeIf([](const RecentModel& recent) { return !recent.pinned; });
        setRecents(kept);
    });
    clear->setToolTip(tr("Pinned models stay"));
    m_menu.setEnabled(!recents.isEmpty());
}

/// Of the open model, else of the one that was open last.
void StartPart::showFigures()
{
    const RecentModel* shown = nullptr;
    const QList<RecentModel> recents = recentsFromJson(m_shell.settings().recents);
    const QString open = openPath();
    for (const RecentModel& recent : recents) {
        const bool later = !shown || recent.opened > shown->opened;
        if (open.isEmpty() ? later : recent.path == open)
            shown = &recent;
    }
    if (!shown)
        return m_page.setFigures({}, {});
    m_page.setFigures(QFileInfo(shown->path).fileName(), shown->figures);
    QHash<QString, double> errors;
    for (auto it = shown->figures.constBegin(); it != shown->figures.constEnd(); ++it)
        if (it->error >= 0)
            errors.insert(it.key(), it->error);
    if (!open.isEmpty())
        m_shell.planPage().setExpectedErrors(errors);
}

void StartPart::showDefault()
{
    if (!m_presets)
        return;
    const Preset* preset = m_presets->store().find(m_presets->defaultId());
    const bool isProfile = preset->category == QLatin1StringView("profiles");
    m_page.setDefault(
        isProfile ? preset->id.section(u'/', 1) : QString(), isProfile ? QString() : preset->name);
}

void StartPart::showUnfinished()
{
    const JobQueue& queue = m_shell.session().queue();
    QStringList titles;
    for (qsizetype row = 0; row < queue.size(); ++row)
        if (queue.at(row).item.state == JobState::Paused)
            titles << queue.at(row).title;
    m_page.setUnfinished(titles);
}

void StartPart::locate(const QString& path)
{
    auto* dialog = new QFileDialog(&m_shell.window(),
        tr("Where is %1 now?").arg(QFileInfo(path).fileName()), m_shell.settings().modelFolder);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this, path](const QString& found) {
        change(path, [&](RecentModel& recent) { recent.path = found; });
        m_shell.openModel(found);
    });
    dialog->open();
}

/// Made once, in the cache; it is the same on every machine.
void StartPart::makeSample()
{
    const QDir cache(QStandardPaths::writableLocation(QStandardPaths::CacheLocation));
    const QString path = cache.filePath(QStringLiteral("sample-sd15-small.safetensors"));
    if (QFileInfo::exists(path))
        return m_shell.openModel(path);
    if (m_sampleMaker)
        return;
    cache.mkpath(QStringLiteral("."));
    const QString part = path + QStringLiteral(".part");
    m_sampleMaker = new QProcess(this);
    m_page.setSampleOffered(true, true);
    const auto end = [this, path, part](bool made) {
        m_sampleMaker->deleteLater();
        m_sampleMaker = nullptr;
        m_page.setSampleOffered(true);
        if (made && QFile::rename(part, path))
            return m_shell.openModel(path);
        QFile::remove(part);
        m_shell.messages().showError(
            {ErrorCode::WriteFailed, QStringLiteral("the sample cannot be made"), path});
    };
    connect(m_sampleMaker, &QProcess::finished, this, [end](int code, QProcess::ExitStatus status) {
        end(code == 0 && status == QProcess::NormalExit);
    });
    connect(m_sampleMaker, &QProcess::errorOccurred, this, [end](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            end(false);
    });
    m_sampleMaker->start(sampleMaker(), {part});
}

/// Files may be dropped anywhere on the window, text fields included: a path is no filter.
bool StartPart::eventFilter(QObject* watched, QEvent* event)
{
    const QEvent::Type type = event->type();
    if (type != QEvent::DragEnter && type != QEvent::DragMove && type != QEvent::DragLeave
        && type != QEvent::Drop)
        return false;
    auto* widget = qobject_cast<QWidget*>(watched);
    if (!widget || widget->window() != &m_shell.window())
        return false;
    if (type == QEvent::DragLeave) {
        m_page.setDropping(false);
        return false;
    }
    auto* drag = static_cast<QDropEvent*>(event); // A move and an enter are drops too.
    const QStringList paths = localPaths(*drag->mimeData());
    if (paths.isEmpty())
        return false;
    drag->acceptProposedAction();
    m_page.setDropping(type != QEvent::Drop);
    if (type == QEvent::Drop)
        m_openPaths(modelsAmong(paths));
    return true;
}

} // namespace aq
