#include "core/plan/target.h"
#include "ui/models/action_choices.h"
#include "ui/pages/plan_sections.h"
#include "ui/widgets/rule_list_editor.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace aq {

RulesSection::RulesSection(QWidget* parent)
    : RecipeSection(tr("Layer rules"), parent)
    , m_patterns(new RuleListEditor(RuleListModel::Kind::Rules, tr("Layer rules")))
    , m_rules(new RuleListEditor(RuleListModel::Kind::Rules, tr("Rules of the recipe")))
    , m_rulesBox(new QWidget)
    , m_overrides(new QLabel)
    , m_clearOverrides(new QPushButton(tr("Reset all")))
{
    auto* about = new QLabel(tr("The first pattern that matches decides. A choice in the table "
                                "beats all patterns."));
    about->setWordWrap(true);
    about->setForegroundRole(QPalette::PlaceholderText);
    m_overrides->setAccessibleDescription(tr("overrides"));
    m_clearOverrides->setToolTip(tr("Removes every choice made in the table"));
    auto* overrides = new QHBoxLayout;
    overrides->addWidget(m_overrides, 1);
    overrides->addWidget(m_clearOverrides);
    auto* rules = new QVBoxLayout(m_rulesBox);
    rules->setContentsMargins(0, 0, 0, 0);
    rules->addWidget(new QLabel(tr("From the recipe, weaker than those above:")));
    rules->addWidget(m_rules);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(about);
    layout->addWidget(m_patterns);
    layout->addWidget(m_rulesBox);
    layout->addLayout(overrides);

    connect(&m_patterns->model(), &RuleListModel::edited, this, [this](const QString& what) {
        change(what, [this](Recipe& r) { r.patterns = m_patterns->model().rules(); });
    });
    connect(&m_rules->model(), &RuleListModel::edited, this, [this](const QString& what) {
        change(what, [this](Recipe& r) { r.rules = m_rules->model().rules(); });
    });
    connect(m_clearOverrides, &QPushButton::clicked, this,
        [this] { change(tr("Reset all overrides"), [](Recipe& r) { r.overrides.clear(); }); });
}

void RulesSection::setCounts(const QHash<QString, QString>& counts)
{
    m_patterns->model().setCounts(counts);
    m_rules->model().setCounts(counts);
}

void RulesSection::showRecipe(const Recipe& recipe)
{
    const QList<ActionChoice> choices = actionChoices(targetNamed(recipe.target));
    m_patterns->setChoices(choices);
    m_rules->setChoices(choices);
    m_patterns->model().setRules(recipe.patterns);
    m_rules->model().setRules(recipe.rules);
    m_rulesBox->setVisible(!recipe.rules.empty());
    const int overrides = int(recipe.overrides.size());
    m_overrides->setText(overrides == 0 ? tr("Nothing was chosen in the table")
            : overrides == 1            ? tr("1 tensor was chosen in the table")
                             : tr("%Ln tensors were chosen in the table", nullptr, overrides));
    m_clearOverrides->setEnabled(overrides > 0);
}

} // namespace aq
