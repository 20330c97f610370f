#include "ui/pages/plan_page.h"

namespace aq {

PlanPage::PlanPage(QWidget* parent)
    : QWidget(parent)
{
}

void PlanPage::setModel(const ModelHeader& header, const QString&, const QString&)
{
    m_header = header;
    m_plan.reset();
    m_report.reset();
}

void PlanPage::setRecipe(const Recipe& recipe) { m_recipe = recipe; }

void PlanPage::setPlan(const QuantPlan& plan) { m_plan = plan; }

void PlanPage::setReport(const ValidationReport* report)
{
    m_report = report ? std::optional(*report) : std::nullopt;
}

void PlanPage::setMatchCounts(const QHash<QString, QString>&) { }

void PlanPage::setEstimates(const QHash<QString, qint64>&) { }

void PlanPage::setBusy(bool) { }

void PlanPage::setPlanProblems(const QStringList&) { }

void PlanPage::setPlanNotes(const QStringList&) { }

const Recipe& PlanPage::recipe() const { return m_recipe; }

QByteArray PlanPage::viewState() const { return {}; }

bool PlanPage::restoreViewState(const QByteArray&) { return false; }

} // namespace aq
