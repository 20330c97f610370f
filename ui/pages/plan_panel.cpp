#include "ui/pages/plan_panel.h"

#include <QScrollBar>
#include <QVBoxLayout>

namespace aq {

PlanPanel::PlanPanel(QWidget* parent)
    : QScrollArea(parent)
    , m_goal(new GoalSection)
    , m_defaults(new DefaultsSection)
    , m_keep(new KeepSection)
    , m_rules(new RulesSection)
    , m_sections{m_goal, m_defaults, m_keep, m_rules}
{
    setAccessibleName(tr("Plan"));
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    auto* content = new QWidget;
    auto* layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 4, 0);
    for (RecipeSection* section : m_sections) {
        layout->addWidget(section);
        connect(section, &RecipeSection::edited, this, &PlanPanel::spread);
    }
    layout->addStretch();
    connect(m_goal, &GoalSection::customizeRequested, this, [this] {
        ensureWidgetVisible(m_defaults, 0, 8);
        m_defaults->focusType();
    });
    connect(m_goal, &GoalSection::fitRequested, this, &PlanPanel::fitRequested);
    connect(m_defaults, &DefaultsSection::importanceFileRequested, this,
        &PlanPanel::importanceFileRequested);
    setWidget(content);
}

/// What is not wide enough would be cut off: there is no horizontal scroll bar.
QSize PlanPanel::sizeHint() const
{
    const int width = widget()->minimumSizeHint().width() + verticalScrollBar()->sizeHint().width();
    return {std::max(width, 56 * fontMetrics().averageCharWidth()), 600};
}

void PlanPanel::setRecipe(const Recipe& recipe)
{
    for (RecipeSection* section : m_sections)
        section->setRecipe(recipe);
}

void PlanPanel::spread(const Recipe& recipe, const QString& what)
{
    setRecipe(recipe);
    Q_EMIT edited(recipe, what);
}

void PlanPanel::setRecognised(const QString& architecture) { m_keep->setRecognised(architecture); }

void PlanPanel::setImportance(const ImportanceState& state) { m_defaults->setImportance(state); }

void PlanPanel::setMatchCounts(const QHash<QString, QString>& counts)
{
    m_keep->setCounts(counts);
    m_rules->setCounts(counts);
}

void PlanPanel::setEstimates(const QHash<QString, qint64>& bytes) { m_goal->setEstimates(bytes); }

void PlanPanel::setExpectedErrors(const QHash<QString, double>& errors)
{
    m_goal->setExpectedErrors(errors);
}

void PlanPanel::showRules() { ensureWidgetVisible(m_rules); }

} // namespace aq
