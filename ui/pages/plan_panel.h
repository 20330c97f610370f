#pragma once
#include "ui/pages/plan_sections.h"

#include <QScrollArea>

namespace aq {

/// Everything of a recipe that is not a single tensor, one section under the other.
class PlanPanel final : public QScrollArea {
    Q_OBJECT

public:
    explicit PlanPanel(QWidget* parent = nullptr);

    void setRecipe(const Recipe& recipe);            ///< Never answered with edited().
    void setRecognised(const QString& architecture); ///< Its title; empty: unknown.
    void setImportance(const ImportanceState& state);
    void setMatchCounts(const QHash<QString, QString>& counts);
    void setEstimates(const QHash<QString, qint64>& bytes);
    void setExpectedErrors(const QHash<QString, double>& errors);
    void showRules(); ///< Scrolls to the layer rules.
    QSize sizeHint() const override;

Q_SIGNALS:
    void edited(const aq::Recipe& recipe, const QString& what);
    void importanceFileRequested();
    void fitRequested();

private:
    void spread(const Recipe& recipe, const QString& what);

    GoalSection* m_goal;
    DefaultsSection* m_defaults;
    KeepSection* m_keep;
    RulesSection* m_rules;
    QList<RecipeSection*> m_sections; ///< The same four.
};

} // namespace aq
