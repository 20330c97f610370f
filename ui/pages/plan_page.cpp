#include "ui/pages/plan_page.h"

#include "ui/models/action_choices.h"
#include "ui/models/recipe_edits.h"
#include "ui/pages/plan_panel.h"
#include "ui/text/units.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/estimate_strip.h"
#include "ui/widgets/tensor_browser.h"

#include <QDataStream>
#include <QIODevice>
#include <QLabel>
#include <QSplitter>
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
    , m_browser(new TensorBrowser)
    , m_panel(new PlanPanel)
    , m_strip(new EstimateStrip)
    , m_splitter(new QSplitter)
{
    m_title->setAccessibleDescription(tr("open model"));
    m_splitter->addWidget(m_browser);
    m_splitter->addWidget(m_panel);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(8);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setStretchFactor(1, 0);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_title);
    layout->addWidget(m_splitter, 1);
    layout->addWidget(m_strip);

    connect(m_panel, &PlanPanel::edited, this, &PlanPage::edit);
    connect(m_browser, &TensorBrowser::overrideWished, this, &PlanPage::overrideTensors);
    connect(m_browser, &TensorBrowser::patternWished, this, &PlanPage::addPattern);
    connect(m_browser, &TensorBrowser::currentTensorChanged, this, &PlanPage::currentTensorChanged);
    connect(m_strip, &EstimateStrip::measureRequested, this, &PlanPage::measureRequested);
    connect(m_strip, &EstimateStrip::quantizeRequested, this, &PlanPage::quantizeRequested);
    setRecipe({});
}

void PlanPage::setModel(const ModelHeader& header, const QString& title, const QString& recognised)
{
    m_header = header;
    m_plan.reset();
    m_report.reset();
    m_title->setText(recognised.isEmpty() ? title : tr("%1 – %2").arg(title, recognised));
    m_panel->setRecognised(recognised);
    m_panel->setEstimates({});
    m_strip->setPlan(nullptr);
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
    showPatterns();
}

void PlanPage::setPlan(const QuantPlan& plan)
{
    m_plan = plan;
    m_strip->setPlan(&plan);
    showRows();
}

void PlanPage::setReport(const ValidationReport* report)
{
    m_report = report ? std::optional(*report) : std::nullopt;
    showRows();
}

void PlanPage::setMatchCounts(const QHash<QString, QString>& counts)
{
    m_panel->setMatchCounts(counts);
}

void PlanPage::setEstimates(const QHash<QString, qint64>& bytes) { m_panel->setEstimates(bytes); }

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

void PlanPage::showRows()
{
    m_browser->setRows(
        rows(m_header, m_plan ? &*m_plan : nullptr, m_report ? &*m_report : nullptr));
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
