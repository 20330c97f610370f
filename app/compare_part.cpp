#include "app/compare_part.h"

#include "app/job_queue.h"
#include "app/model_filters.h"
#include "app/save_dialog.h"
#include "app/session.h"
#include "app/trial_pictures.h"
#include "app/trials.h"
#include "core/interop/comparison_report.h"
#include "core/io/output_file.h"
#include "core/plan/target_scheme.h"
#include "ui/pages/compare_details.h"
#include "ui/pages/compare_page.h"
#include "ui/text/compare_text.h"
#include "ui/text/type_text.h"
#include "ui/widgets/message_bar.h"

#include <QAction>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QMenu>
#include <algorithm>
#include <array>

namespace aq {
namespace {

/// What most people choose between, per family.
constexpr std::array usualGgml{"q4_k_m", "q5_k_m", "q8_0"};
constexpr std::array usualAffine{"int4", "int6", "int8"};

template <std::size_t count>
bool isAmong(const std::array<const char*, count>& words, const QString& word)
{
    return std::ranges::any_of(words, [&](const char* w) { return word == QLatin1StringView(w); });
}

const QString profileWord = QStringLiteral("profile:"); ///< Before the id of one.

/// "Edge: INT2"
QString profileTitle(const Profile& profile, const QString& target)
{
    return ComparePart::tr("%1: %2", "profile, type")
        .arg(QString::fromUtf8(profile.title),
            typeTitle(recipeFor(profile).scheme, targetNamed(target)));
}

std::vector<TrialChoice> profileChoices(const QString& target)
{
    std::vector<TrialChoice> choices;
    for (const Profile& profile : profiles())
        choices.push_back({profileWord + QString::fromLatin1(profile.id),
            profileTitle(profile, target), hardwareText(profile)});
    choices.front().startsGroup = true;
    return choices;
}

std::vector<TrialChoice> typeChoices(const Target& target)
{
    std::vector<TrialChoice> choices;
    if (qstrcmp(target.family, "ggml") == 0) {
        for (const NamedRecipe& recipe : namedRecipes())
            choices.push_back(
                {recipe.id, recipe.title, mixAbout(recipe), isAmong(usualGgml, recipe.id)});
        return choices;
    }
    for (const Scheme* scheme : schemes()) {
        const QString id = QString::fromLatin1(scheme->id);
        if (qstrcmp(scheme->family, target.family) == 0)
            choices.push_back({id, QString::fromUtf8(scheme->title), {}, isAmong(usualAffine, id)});
    }
    return choices;
}

std::vector<TrialChoice> choicesFor(const Target& target)
{
    std::vector<TrialChoice> choices = typeChoices(target);
    if (!choices.empty())
        choices.front().startsGroup = true;
    std::ranges::move(profileChoices(QString::fromLatin1(target.id)), std::back_inserter(choices));
    return choices;
}

/// A recipe per word of a choice, made of the one on the Plan page.
std::vector<Trials::Wish> wishesFor(const Recipe& base, const QStringList& words)
{
    std::vector<Trials::Wish> wishes;
    for (const QString& word : words) {
        Trials::Wish wish{base, {}};
        wish.recipe.name.clear();
        const Profile* profile = word.startsWith(profileWord)
            ? profileNamed(word.sliced(profileWord.size()))
            : nullptr;
        if (profile) {
            applyProfile(wish.recipe, *profile);
            wish.title = profileTitle(*profile, base.target);
        } else {
            wish.recipe.scheme = word;
        }
        wishes.push_back(std::move(wish));
    }
    return wishes;
}

JobLimits limitsOf(const Settings& settings)
{
    return {settings.threads, std::int64_t(settings.memoryMiB) << 20, settings.continueOnError};
}

ComparisonSheet sheetOf(const TrialsView& view, const QStringList& verdict)
{
    ComparisonSheet sheet;
    sheet.program = QStringLiteral("ArrowQuant " AQ_VERSION);
    sheet.source = view.modelName;
    for (const int at : view.compared)
        sheet.titles << view.trials[std::size_t(at)].title;
    sheet.tensors = view.tensors;
    sheet.comparison = view.comparison;
    sheet.verdict = verdict;
    return sheet;
}

Result<void> writeSheet(const ModelSource& model, const ComparisonSheet& sheet, const QString& path)
{
    if (belongsTo(model, path))
        return Error{
            ErrorCode::WriteFailed, QStringLiteral("this is a file of the opened model"), path};
    const auto text = comparisonFor(path, model.header(), sheet);
    if (!text)
        return text.error();
    return writeFile(path, std::as_bytes(std::span(text->data(), std::size_t(text->size()))), true);
}

} // namespace

ComparePart::ComparePart(Shell& shell, QObject* parent)
    : QObject(parent)
    , m_shell(shell)
    , m_trials(new Trials(shell.session().queue(), this))
    , m_pictures(new TrialPictures(*m_trials, this))
    , m_page(new ComparePage)
{
    shell.addPage(Page::Compare, QStringLiteral("compare"), tr("Compare"),
        tr("Settings side by side"), m_page);
    addMenu();
    connectPanel();
    connectSession();
    connect(m_trials, &Trials::changed, this, &ComparePart::showView);
    connect(m_trials, &Trials::failed, this,
        [this](const Error& error) { m_shell.messages().showError(error); });
    showView();
}

void ComparePart::addMenu()
{
    QMenu& menu = m_shell.menu(Shell::Menu::Job);
    menu.addSeparator();
    m_addPlan = menu.addAction(tr("Add pla&n to comparison"), this, &ComparePart::addCurrent);
    m_addPlan->setToolTip(tr("A copy of the plan as it stands, on the Compare page"));
    m_addFile = menu.addAction(tr("C&ompare a finished file…"), this, &ComparePart::askForFile);
    m_addFile->setToolTip(tr("A file of this model that any program made"));
}

void ComparePart::connectPanel()
{
    CompareTrialsPanel& panel = m_page->panel();
    connect(&panel, &CompareTrialsPanel::compareWished, m_trials, &Trials::setCompared);
    connect(&panel, &CompareTrialsPanel::renameWished, m_trials, &Trials::rename);
    connect(&panel, &CompareTrialsPanel::moveWished, m_trials, &Trials::move);
    connect(&panel, &CompareTrialsPanel::removeWished, m_trials, &Trials::remove);
    connect(&panel, &CompareTrialsPanel::baselineWished, m_trials, &Trials::setBaseline);
    connect(&panel, &CompareTrialsPanel::measureWished, m_trials, &Trials::measure);
    connect(&panel, &CompareTrialsPanel::cancelWished, m_trials, &Trials::cancel);
    connect(&panel, &CompareTrialsPanel::useWished, this, &ComparePart::use);
    connect(&panel, &CompareTrialsPanel::quantizeWished, this, &ComparePart::quantize);
    connect(&panel, &CompareTrialsPanel::currentPlanWished, this, &ComparePart::addCurrent);
    connect(&panel, &CompareTrialsPanel::fileWished, this, &ComparePart::askForFile);
    connect(&panel, &CompareTrialsPanel::choicesWished, this, [this](const QStringList& words) {
        m_trials->addRecipes(wishesFor(m_shell.session().history().recipe(), words));
    });
    connect(m_page, &ComparePage::measureChosen, m_trials, &Trials::setMeasure);
    connect(m_page, &ComparePage::fitChosen, m_trials, &Trials::setFit);
    connect(m_page, &ComparePage::saveWished, this, &ComparePart::askForReport);
    connect(m_page, &ComparePage::openWished, this, [this] { m_shell.showPage(Page::Start); });
    connect(&m_page->details(), &CompareDetails::tensorWished, this,
        [this](int tensor) { m_pictures->look(tensor, m_shell.session().planner().facts()); });
    connect(
        m_pictures, &TrialPictures::changed, &m_page->details(), &CompareDetails::setHistograms);
    connect(&m_page->details(), &CompareDetails::planWished, this, [this](const QString& tensor) {
        m_shell.showPage(Page::Plan);
        m_shell.showTensor(tensor);
    });
}

void ComparePart::connectSession()
{
    Session& session = m_shell.session();
    connect(&session, &Session::opened, this, [this](const OpenedInfo& info) {
        m_pictures->forget();
        m_trials->setModel(info.model, m_shell.session().specFor(JobKind::Measure).components);
        showChoices();
    });
    connect(&session, &Session::closed, this, [this] {
        m_pictures->forget();
        m_trials->setModel({});
    });
    connect(&session.history(), &RecipeHistory::changed, this, &ComparePart::showChoices);
    connect(&session.planner(), &Planner::planned, this, &ComparePart::showChoices);
    connect(&session.planner(), &Planner::refused, this, &ComparePart::showChoices);
}

/// What can be added follows the target of the plan.
void ComparePart::showChoices()
{
    const Target* target = targetNamed(m_shell.session().history().recipe().target);
    m_page->setChoices(target ? choicesFor(*target) : std::vector<TrialChoice>());
    const bool ready = m_trials->model() && m_shell.session().planner().plan();
    m_page->panel().setAddable(ready, tr("There is no plan that could be added."));
    m_addPlan->setEnabled(ready);
    m_addFile->setEnabled(bool(m_trials->model()));
}

void ComparePart::showView()
{
    m_page->setView(m_trials->view());
    showChoices();
}

void ComparePart::addCurrent()
{
    Planner& planner = m_shell.session().planner();
    if (!planner.plan())
        return;
    m_trials->addPlan(m_shell.session().history().recipe(), planner.plan());
    m_shell.showPage(Page::Compare);
}

void ComparePart::askForFile()
{
    auto* dialog = new QFileDialog(&m_shell.window(), tr("Add a finished file of this model"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    const Settings& settings = m_shell.settings();
    dialog->setDirectory(
        settings.exportFolder.isEmpty() ? settings.modelFolder : settings.exportFolder);
    dialog->setNameFilters(modelFilters());
    connect(dialog, &QFileDialog::fileSelected, this, &ComparePart::addFile);
    dialog->open();
}

void ComparePart::addFile(const QString& path)
{
    m_trials->addFile(path, limitsOf(m_shell.settings()));
    m_shell.showPage(Page::Compare);
}

void ComparePart::askForReport()
{
    const auto view = m_trials->view();
    if (view->compared.size() < 2)
        return;
    Settings& settings = m_shell.settings();
    const QString folder
        = settings.reportFolder.isEmpty() ? settings.exportFolder : settings.reportFolder;
    const QString name
        = tr("%1-comparison.html").arg(QFileInfo(view->modelName).completeBaseName());
    QFileDialog* dialog = saveDialog(&m_shell.window(), tr("Save the comparison"),
        QDir(folder).filePath(name), {tr("Web page (*.html)"), tr("Table (*.csv)")});
    connect(dialog, &QFileDialog::fileSelected, this, [this, view](const QString& path) {
        m_shell.settings().reportFolder = QFileInfo(path).absolutePath();
        const auto write = [view, path, sheet = sheetOf(*view, verdict(*view))] {
            return writeSheet(view->model, sheet, path);
        };
        m_shell.session().runAside(write, [this, path](const Result<void>& done) {
            if (!done)
                m_shell.messages().showError(done.error());
            else
                m_shell.messages().showMessage(
                    MessageBar::Kind::Success, tr("The comparison was saved."), path, path);
        });
    });
    dialog->open();
}

void ComparePart::use(int id)
{
    const Trial* trial = m_trials->find(id);
    if (!trial || !trial->recipe)
        return;
    m_shell.session().history().edit(*trial->recipe, tr("Use plan %1").arg(trial->title));
    m_shell.showPage(Page::Plan);
    m_shell.messages().showMessage(MessageBar::Kind::Information,
        tr("The plan is now %1. Undo brings yours back.").arg(trial->title));
}

/// The plan comes first: what stands in its way is asked about there, as always.
void ComparePart::quantize(int id)
{
    const Trial* trial = m_trials->find(id);
    if (!trial || !trial->recipe || !trial->plan)
        return;
    const std::vector<Finding> findings = findingsOf(m_trials->model().header(), *trial->plan);
    if (hasBlocking(findings)) {
        use(id);
        m_shell.messages().showMessage(MessageBar::Kind::Warning,
            tr("Findings stand in the way of %1. They are listed with the plan.")
                .arg(trial->title));
        return;
    }
    m_shell.session().queue().add(m_trials->specFor(JobKind::Quantize, *trial->recipe));
    m_shell.showPage(Page::Queue);
}

} // namespace aq
