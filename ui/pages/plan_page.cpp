#include "ui/pages/plan_page.h"

#include "core/base/printable.h"
#include "ui/models/action_choices.h"
#include "ui/models/recipe_edits.h"
#include "ui/pages/plan_panel.h"
#include "ui/text/finding_text.h"
#include "ui/text/units.h"
#include "ui/theme.h"
#include "ui/widgets/architecture_banner.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/estimate_strip.h"
#include "ui/widgets/findings_panel.h"
#include "ui/widgets/preset_bar.h"
#include "ui/widgets/tensor_browser.h"

#include <QDataStream>
#include <QFileInfo>
#include <QIODevice>
#include <QLabel>
#include <QSplitter>
#include <QTabWidget>
#include <QTreeView>
#include <QVBoxLayout>

namespace aq {
namespace {

/// All patterns of a recipe, each once: those whose matches are shown.
QStringList patternsOf(const Recipe& recipe)
{
    QStringList patterns = recipe.sensitivePatterns + recipe.sensitiveNames;
    for (const std::vector<Rule>* rules : {&recipe.patterns, &recipe.rules}) {
        for (const Rule& rule : *rules)
            patterns << rule.pattern;
    }
    patterns.removeDuplicates();
    return patterns;
}

QString overrideText(const QStringList& names, const ActionChoice& choice)
{
    const QString what = names.size() == 1
        ? names.first()
        : PlanPage::tr("%Ln tensors", nullptr, int(names.size()));
    return choice.action ? PlanPage::tr("Set %1 to %2").arg(what, choice.title)
                         : PlanPage::tr("Reset %1").arg(what);
}

} // namespace

PlanPage::PlanPage(QWidget* parent)
    : QWidget(parent)
    , m_title(new ElidedLabel)
    , m_banner(new ArchitectureBanner)
    , m_browser(new TensorBrowser)
    , m_presets(new PresetBar)
    , m_panel(new PlanPanel)
    , m_settings(new QWidget)
    , m_findingsPanel(new FindingsPanel)
    , m_tabs(new QTabWidget)
    , m_strip(new EstimateStrip)
    , m_splitter(new QSplitter)
    , m_header(std::make_shared<const ModelHeader>())
{
    m_title->setAccessibleDescription(tr("open model"));
    m_splitter->addWidget(m_browser);
    auto* settings = new QVBoxLayout(m_settings);
    settings->setContentsMargins(0, 0, 0, 0);
    settings->setSpacing(2);
    settings->addWidget(m_presets);
    settings->addWidget(m_panel, 1);
    m_tabs->addTab(m_settings, tr("Settings"));
    m_tabs->addTab(m_findingsPanel, tr("Findings"));
    m_tabs->setDocumentMode(true);
    m_tabs->setAccessibleName(tr("Settings and findings"));
    m_splitter->addWidget(m_tabs);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(8);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setStretchFactor(1, 0);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_title);
    layout->addWidget(m_banner);
    layout->addWidget(m_splitter, 1);
    layout->addWidget(m_strip);
    m_rowTimer.setInterval(0);
    connect(&m_rowTimer, &QTimer::timeout, this, &PlanPage::makeRows);
    connectParts();
    m_title->hide();
    m_banner->hide(); // Nothing is known, or unknown, of no model.
    setRecipe({});
}

void PlanPage::connectParts()
{
    connect(m_panel, &PlanPanel::edited, this, &PlanPage::edit);
    connect(m_browser, &TensorBrowser::overrideWished, this, &PlanPage::overrideTensors);
    connect(m_browser, &TensorBrowser::lockWished, this, &PlanPage::lock);
    connect(m_browser, &TensorBrowser::patternWished, this, &PlanPage::addPattern);
    connect(m_browser, &TensorBrowser::currentTensorChanged, this, &PlanPage::currentTensorChanged);
    connect(m_browser, &TensorBrowser::inspectWished, this, &PlanPage::inspectRequested);
    connect(m_strip, &EstimateStrip::measureRequested, this, &PlanPage::measureRequested);
    connect(m_strip, &EstimateStrip::quantizeRequested, this, &PlanPage::quantizeRequested);
    connect(m_strip, &EstimateStrip::findingsRequested, this, &PlanPage::showFindings);
    connect(m_panel, &PlanPanel::fitRequested, this, &PlanPage::fitRequested);
    connect(m_panel, &PlanPanel::importanceFileRequested, this, &PlanPage::importanceFileRequested);
    connect(m_banner, &ArchitectureBanner::architectureWished, this, &PlanPage::chooseArchitecture);
    connect(m_findingsPanel, &FindingsPanel::repairWished, this, &PlanPage::repair);
    connect(m_findingsPanel, &FindingsPanel::tensorChosen, m_browser, &TensorBrowser::showTensor);
}

void PlanPage::setModel(
    const ModelHeader& header, const QString& title, const Recognition& recognised)
{
    setModel(std::make_shared<const ModelHeader>(header), title, recognised);
}

void PlanPage::setModel(HeaderPtr header, const QString& title, const Recognition& recognised)
{
    m_header = std::move(header);
    m_names.clear();
    for (const TensorInfo& tensor : m_header->tensors)
        m_names << tensor.name;
    m_plan.reset();
    m_report.reset();
    m_title->setText(title);
    m_title->setVisible(!m_names.isEmpty());
    m_banner->setVisible(!m_names.isEmpty());
    showRecognition(recognised);
    m_panel->setEstimates({});
    m_panel->setExpectedErrors({});
    m_panel->setImportance({});
    m_strip->setPlan(nullptr);
    setFindings(std::make_shared<const std::vector<Finding>>());
    m_tabs->setCurrentWidget(m_settings);
    m_strip->setNotes({});
    showRows();
    m_patterns.clear(); // The counts of the last model say nothing about this one.
    m_panel->setMatchCounts({});
    showPatterns();
}

void PlanPage::setRecipe(const Recipe& recipe)
{
    m_recipe = recipe;
    m_browser->setChoices(overrideChoices(targetNamed(recipe.target)));
    m_panel->setRecipe(recipe);
    m_presets->setTarget(recipe.target);
    showPatterns();
}

void PlanPage::setPlan(const QuantPlan& plan) { setPlan(std::make_shared<const QuantPlan>(plan)); }

void PlanPage::setPlan(PlanPtr plan)
{
    m_plan = std::move(plan);
    m_strip->setPlan(m_plan.get());
    showRecognition(m_plan->recognition);
    setFindings(std::make_shared<const std::vector<Finding>>());
    showRows();
}

void PlanPage::setFindings(const FindingsPtr& findings)
{
    m_findingsPanel->setFindings(findings, m_names, m_plan ? m_plan->target : nullptr);
    m_strip->setFindings(*findings);
    const int tab = m_tabs->indexOf(m_findingsPanel);
    const QString count = countText(std::int64_t(findings->size()));
    m_tabs->setTabText(tab, findings->empty() ? tr("Findings") : tr("Findings (%1)").arg(count));
    m_tabs->setTabIcon(tab,
        findings->empty() ? QIcon()
                          : themeIcon(QLatin1StringView(severityIcon(worstOf(*findings)))));
}

void PlanPage::setImportance(const ImportanceState& state)
{
    m_panel->setImportance(state);
    m_strip->setObstacle(state.problem.isEmpty()
            ? QString()
            : tr("The importance file cannot be used: %1").arg(printable(state.problem, 300)));
}

void PlanPage::setImportanceFile(const QString& path)
{
    Recipe next = m_recipe;
    next.importance = path;
    if (next != m_recipe)
        edit(next, tr("Use importance of %1").arg(QFileInfo(path).fileName()));
}

void PlanPage::showFindings()
{
    m_tabs->setCurrentWidget(m_findingsPanel);
    m_findingsPanel->view().setFocus();
}

void PlanPage::showRecognition(const Recognition& recognition)
{
    m_banner->setRecognition(recognition);
    m_panel->setRecognised(recognition.architecture ? recognition.architecture->title : QString());
}

void PlanPage::repair(const Repair& repair, const QString& what)
{
    const Recipe next = withRepair(m_recipe, repair);
    if (next != m_recipe)
        edit(next, what);
}

void PlanPage::chooseArchitecture(const QString& id)
{
    Recipe next = m_recipe;
    next.architecture = id;
    if (next == m_recipe)
        return;
    const Architecture* known = architectureNamed(id);
    edit(next,
        id.isEmpty() ? tr("Take the architecture as recognised")
            : known  ? tr("Set architecture to %1").arg(known->title)
                     : tr("Set no architecture"));
}

void PlanPage::showTensor(const QString& name)
{
    if (const qsizetype tensor = m_names.indexOf(name); tensor >= 0)
        m_browser->showTensor(int(tensor));
}

void PlanPage::setReport(const ValidationReport* report)
{
    setReport(report ? std::make_shared<const ValidationReport>(*report) : ReportPtr());
}

void PlanPage::setReport(ReportPtr report)
{
    m_report = std::move(report);
    showRows();
}

void PlanPage::setMatchCounts(const QHash<QString, QString>& counts)
{
    m_panel->setMatchCounts(counts);
}

void PlanPage::setEstimates(const QHash<QString, qint64>& bytes) { m_panel->setEstimates(bytes); }

void PlanPage::setExpectedErrors(const QHash<QString, double>& errors)
{
    m_panel->setExpectedErrors(errors);
}

void PlanPage::setBusy(bool busy) { m_strip->setBusy(busy); }

void PlanPage::setPlanProblems(const QStringList& problems) { m_strip->setProblems(problems); }

void PlanPage::setPlanNotes(const QStringList& notes) { m_strip->setNotes(notes); }

const Recipe& PlanPage::recipe() const { return m_recipe; }

void PlanPage::edit(const Recipe& recipe, const QString& what)
{
    setRecipe(recipe);
    Q_EMIT recipeEdited(recipe, what);
}

void PlanPage::overrideTensors(const QStringList& names, const ActionChoice& choice)
{
    const Recipe next = withOverrides(m_recipe, names, choice.action);
    if (next != m_recipe)
        edit(next, overrideText(names, choice));
}

/// As they are planned now: whatever the recipe says later.
void PlanPage::lock(const QStringList& names)
{
    if (!m_plan)
        return;
    const Recipe next = withLocks(m_recipe, names, *m_header, *m_plan);
    if (next != m_recipe)
        edit(next,
            names.size() == 1 ? tr("Lock %1").arg(names.first())
                              : tr("Lock %Ln tensors", nullptr, int(names.size())));
}

/// Keeps what the pattern matches, until the person says otherwise in the list of rules: the
/// first, since the first that matches decides.
void PlanPage::addPattern(const QStringList& names)
{
    Recipe next = m_recipe;
    const QString pattern = patternFor(names);
    next.patterns.insert(next.patterns.begin(), Rule{pattern, {}, true});
    edit(next, tr("Add pattern %1").arg(pattern));
    m_panel->showRules();
}

void PlanPage::showPatterns()
{
    const QStringList patterns = patternsOf(m_recipe);
    if (patterns == m_patterns)
        return;
    m_patterns = patterns;
    Q_EMIT patternsShown(patterns);
}

/// Many lines are made a slice at a time; a newer wish starts again.
void PlanPage::showRows()
{
    m_rowMaker.emplace(m_header, m_plan, m_report);
    makeRows();
    if (m_rowMaker)
        m_rowTimer.start();
}

void PlanPage::makeRows()
{
    constexpr std::size_t slice = 15'000;
    if (m_rowMaker->makeSome(slice))
        return;
    m_rowTimer.stop();
    m_browser->setRows(m_rowMaker->take());
    m_rowMaker.reset();
}

QByteArray PlanPage::viewState() const
{
    QByteArray state;
    QDataStream stream(&state, QIODevice::WriteOnly);
    stream << m_splitter->saveState() << m_browser->viewState();
    return state;
}

bool PlanPage::restoreViewState(const QByteArray& state)
{
    QByteArray splitter, browser;
    QDataStream stream(state);
    stream >> splitter >> browser;
    return stream.status() == QDataStream::Ok && m_splitter->restoreState(splitter)
        && m_browser->restoreViewState(browser);
}

} // namespace aq
