#include "app/add_jobs_part.h"

#include "app/job_preparation.h"
#include "app/output_name.h"
#include "app/session.h"
#include "core/plan/findings.h"
#include "ui/models/action_choices.h"
#include "ui/pages/queue_page.h"
#include "ui/text/units.h"
#include "ui/theme.h"
#include "ui/widgets/message_bar.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QSet>
#include <algorithm>
#include <array>

namespace aq {
namespace {

using Existing = JobTargetChoice::Existing;

constexpr std::array existingIds{"rename", "replace", "ask"}; ///< Of Preferences::whenExists.

Recipe withType(Recipe recipe, const QString& type)
{
    recipe.scheme = type;
    recipe.name.clear(); // It named the type of before.
    return recipe;
}

/// One text per file, by whatever links its folder is reached.
QString placeOf(const QString& path)
{
    const QFileInfo info(path);
    const QString real = info.exists() ? info.canonicalFilePath() : QString();
    return real.isEmpty()
        ? QDir(QFileInfo(info.absolutePath()).canonicalFilePath()).filePath(info.fileName())
        : real;
}

/// "3.2 GiB", or what stands in the way of it.
QString sizeText(const ModelHeader& header, const Recipe& recipe)
{
    const auto plan = makePlan(header, recipe);
    if (!plan)
        return AddJobsPart::tr("not possible");
    const QString size = bytesText(plan->bytesAfter);
    return hasBlocking(findingsOf(header, *plan))
        ? AddJobsPart::tr("%1, blocked by findings", "size").arg(size)
        : size;
}

} // namespace

AddJobsPart::AddJobsPart(Shell& shell, QueuePage& page, QObject* parent)
    : QObject(parent)
    , m_shell(shell)
    , m_page(page)
{
    QMenu& menu = shell.menu(Shell::Menu::Job);
    QAction* before = nullptr; // Beside Try and Quantize, with which the menu begins.
    for (QAction* action : menu.actions())
        if (!before && action->isSeparator())
            before = action;
    const QIcon icon = themeIcon(QStringLiteral("add"));
    m_addPlan = new QAction(icon, tr("&Add to queue…"), this);
    m_addPlan->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_E));
    m_addVariants = new QAction(icon, tr("Add &variants…"), this);
    auto* models = new QAction(icon, tr("Add &models…"), this);
    menu.insertActions(before, {m_addPlan, m_addVariants, models});
    connect(m_addPlan, &QAction::triggered, this, [this] { addPlan(); });
    connect(m_addVariants, &QAction::triggered, this, &AddJobsPart::addVariants);
    connect(models, &QAction::triggered, this, [this] { addModels(); });
    connect(&page, &QueuePage::addVariantsRequested, this, &AddJobsPart::addVariants);
    connect(&page, &QueuePage::addModelsRequested, this, [this] { addModels(); });
    Session& session = shell.session();
    connect(&session, &Session::opened, this, &AddJobsPart::updateState);
    connect(&session, &Session::closed, this, &AddJobsPart::updateState);
    connect(&session.planner(), &Planner::planned, this, &AddJobsPart::updateState);
    connect(&session.planner(), &Planner::refused, this, &AddJobsPart::updateState);
    connect(&session.history(), &RecipeHistory::changed, this, &AddJobsPart::updateState);
    updateState();
}

void AddJobsPart::updateState()
{
    const Session& session = m_shell.session();
    const QString why = session.model() ? tr("There is no plan that can be carried out")
                                        : tr("Open a model first");
    m_addPlan->setEnabled(session.canStart());
    m_addPlan->setToolTip(session.canStart() ? tr("Quantize it when its turn comes") : why);
    m_addVariants->setEnabled(bool(session.model()));
    m_addVariants->setToolTip(
        session.model() ? tr("Several types of the open model at once") : why);
    m_page.setCanAdd(bool(session.model()), tr("Open a model first"));
}

JobTargetChoice AddJobsPart::remembered() const
{
    const Settings& settings = m_shell.settings();
    const auto existing = std::ranges::find_if(
        existingIds, [&](const char* id) { return settings.whenExists == QLatin1StringView(id); });
    JobTargetChoice choice{settings.queueToFolder, settings.queueFolder, settings.outputName,
        existing == existingIds.end() ? Existing::OtherName
                                      : Existing(existing - existingIds.begin())};
    if (choice.folder.isEmpty())
        choice.folder = settings.exportFolder;
    if (choice.folder.isEmpty() && m_shell.session().model())
        choice.folder = QFileInfo(m_shell.session().model().path()).absolutePath();
    if (choice.pattern.isEmpty())
        choice.pattern = defaultNameTemplate();
    return choice;
}

void AddJobsPart::remember(const JobTargetChoice& choice)
{
    Settings& settings = m_shell.settings();
    settings.queueToFolder = choice.intoFolder;
    settings.queueFolder = choice.folder;
    settings.outputName = choice.pattern == defaultNameTemplate() ? QString() : choice.pattern;
    settings.whenExists = QLatin1StringView(existingIds[std::size_t(choice.existing)]);
}

JobAddDialog* AddJobsPart::makeDialog(JobAddDialog::What what)
{
    auto* dialog = new JobAddDialog(what, remembered(), &m_shell.window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    Session& session = m_shell.session();
    const QString model
        = session.model() ? session.modelPath() : QStringLiteral("model.safetensors");
    dialog->setExample([model, recipe = session.history().recipe()](
                           const QString& pattern) { return outputName(model, recipe, pattern); });
    return dialog;
}

void AddJobsPart::addPlan(bool overrules)
{
    Session& session = m_shell.session();
    if (!session.canStart())
        return;
    if (session.planner().isBlocked() && !overrules)
        return Q_EMIT blocked();
    JobAddDialog* dialog = makeDialog(JobAddDialog::What::Plan);
    JobSpec spec = session.specFor(JobKind::Quantize);
    spec.overrules = overrules;
    connect(dialog, &QDialog::accepted, this, [this, dialog, spec] { add(*dialog, {spec}); });
    dialog->open();
}

void AddJobsPart::addVariants()
{
    Session& session = m_shell.session();
    if (!session.model())
        return;
    JobAddDialog* dialog = makeDialog(JobAddDialog::What::Variants);
    const JobSpec spec = session.specFor(JobKind::Quantize);
    std::vector<JobVariant> variants;
    for (const TypeChoice& choice : typeChoices(targetNamed(spec.recipe.target)))
        variants.push_back({choice.word, choice.title, choice.about, false});
    dialog->setVariants(variants);
    connect(dialog, &QDialog::accepted, this, [this, dialog, spec] {
        std::vector<JobSpec> specs;
        for (const QString& type : dialog->variants()) {
            specs.push_back(spec);
            specs.back().recipe = withType(spec.recipe, type);
        }
        add(*dialog, std::move(specs));
    });
    dialog->open();
    for (const JobVariant& variant : variants)
        session.runAside(
            [model = session.model(), recipe = withType(spec.recipe, variant.id)] {
                return sizeText(model.header(), recipe);
            },
            [dialog = QPointer(dialog), id = variant.id](const QString& size) {
                if (dialog)
                    dialog->setVariantSize(id, size);
            });
}

void AddJobsPart::addModels(const QStringList& paths)
{
    JobAddDialog* dialog = makeDialog(JobAddDialog::What::Models);
    dialog->addModels(paths);
    const auto ask = [this, dialog](bool folder) {
        auto* files
            = new QFileDialog(dialog, folder ? tr("Add a folder with a model") : tr("Add models"),
                m_shell.settings().modelFolder);
        files->setAttribute(Qt::WA_DeleteOnClose);
        files->setFileMode(folder ? QFileDialog::Directory : QFileDialog::ExistingFiles);
        connect(files, &QFileDialog::filesSelected, dialog, &JobAddDialog::addModels);
        files->open();
    };
    connect(dialog, &JobAddDialog::modelFilesRequested, this, [ask] { ask(false); });
    connect(dialog, &JobAddDialog::modelFolderRequested, this, [ask] { ask(true); });
    const Recipe recipe = m_shell.session().model() ? m_shell.session().history().recipe()
                                                    : m_shell.session().openingRecipe();
    connect(dialog, &QDialog::accepted, this, [this, dialog, recipe] {
        std::vector<JobSpec> specs;
        for (const QString& path : dialog->models()) {
            JobSpec spec;
            spec.model = QFileInfo(path).absoluteFilePath();
            spec.recipe = recipe;
            spec.thresholds = m_shell.session().queue().thresholdsFor(recipe);
            specs.push_back(spec);
        }
        add(*dialog, std::move(specs));
    });
    dialog->open();
}

void AddJobsPart::add(const JobAddDialog& dialog, std::vector<JobSpec> specs)
{
    Wish wish{std::move(specs), dialog.choice(), m_shell.session().queue().takenPaths()};
    for (JobSpec& spec : wish.specs)
        spec.kind = dialog.isTrial() ? JobKind::Measure : JobKind::Quantize;
    if (dialog.isTrial())
        wish.target.intoFolder = false;
    else
        remember(wish.target);
    m_shell.session().runAside(
        [wish] { return place(wish); }, [this, wish](const Placed& placed) { take(wish, placed); });
}

AddJobsPart::Placed AddJobsPart::place(const Wish& wish)
{
    Placed placed{wish.specs, {}, {}};
    const QDir folder(wish.target.folder);
    if (wish.target.intoFolder && !QDir().mkpath(folder.absolutePath())) {
        placed.problem = folder.absolutePath();
        return placed;
    }
    QSet<QString> taken;
    for (const QString& path : wish.taken)
        taken.insert(placeOf(path));
    for (const JobSpec& spec : wish.specs)
        taken.insert(placeOf(spec.model));
    for (JobSpec& spec : placed.specs) {
        if (spec.modelBytes == 0)
            stampFile(spec);
        if (!wish.target.intoFolder)
            continue;
        const QString path
            = folder.absoluteFilePath(outputName(spec.model, spec.recipe, wish.target.pattern));
        const bool keepsName = wish.target.existing != Existing::OtherName;
        spec.output = uniquePath(path, [&](const QString& name) {
            return taken.contains(placeOf(name)) || (!keepsName && QFileInfo::exists(name));
        });
        taken.insert(placeOf(spec.output));
        const bool exists = QFileInfo::exists(spec.output);
        spec.overwrite = wish.target.existing == Existing::Replace // "Ask": take() does.
            || (wish.target.existing == Existing::Ask && exists);
        if (exists)
            placed.existing << spec.output;
    }
    return placed;
}

void AddJobsPart::take(const Wish& wish, const Placed& placed)
{
    if (!placed.problem.isEmpty())
        m_shell.messages().showError(
            {ErrorCode::WriteFailed, QStringLiteral("the folder cannot be made"), placed.problem});
    else if (wish.target.existing == Existing::Ask && !placed.existing.isEmpty())
        ask(wish, placed);
    else
        enqueue(placed.specs);
}

void AddJobsPart::ask(const Wish& wish, const Placed& placed)
{
    auto* box = new QMessageBox(QMessageBox::Question, tr("Files exist"),
        tr("%n files exist already.", nullptr, int(placed.existing.size())), QMessageBox::NoButton,
        &m_shell.window());
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(placed.existing.join(u'\n'));
    QPushButton* other = box->addButton(tr("Take other names"), QMessageBox::AcceptRole);
    QPushButton* replace = box->addButton(tr("Replace them"), QMessageBox::DestructiveRole);
    QPushButton* cancel = box->addButton(tr("Cancel"), QMessageBox::RejectRole);
    box->setDefaultButton(other);
    box->setEscapeButton(cancel);
    connect(replace, &QPushButton::clicked, this, [this, placed] { enqueue(placed.specs); });
    connect(other, &QPushButton::clicked, this, [this, wish] {
        Wish again = wish;
        again.target.existing = Existing::OtherName;
        m_shell.session().runAside([again] { return place(again); },
            [this, again](const Placed& renamed) { take(again, renamed); });
    });
    box->open();
}

void AddJobsPart::enqueue(const std::vector<JobSpec>& specs)
{
    QStringList titles;
    for (const int id : m_shell.session().queue().add(specs))
        titles << m_shell.session().queue().find(id)->title;
    if (m_shell.page() == Page::Queue)
        return;
    m_shell.messages().showMessage(MessageBar::Kind::Success,
        tr("%n jobs were added to the queue.", nullptr, int(specs.size())), titles.join(u'\n'), {},
        {{tr("Show queue"), [this] { m_shell.showPage(Page::Queue); }}});
}

} // namespace aq
