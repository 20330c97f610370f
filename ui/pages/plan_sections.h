#pragma once
#include "ui/models/action_choices.h"
#include "ui/widgets/recipe_section.h"

#include <QHash>
#include <QList>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QFormLayout;
class QLabel;
class QPushButton;
class QSpinBox;

namespace aq {

class ImportanceRow;
class ProfileCard;
class RuleListEditor;
struct ImportanceState;

/// Where the file goes, and the profile cards.
class GoalSection final : public RecipeSection {
    Q_OBJECT

public:
    explicit GoalSection(QWidget* parent = nullptr);
    void setEstimates(const QHash<QString, qint64>& bytes);       ///< By profile id.
    void setExpectedErrors(const QHash<QString, double>& errors); ///< Likewise, relative RMSE.

Q_SIGNALS:
    void customizeRequested(); ///< To the values that the profile sets.
    void fitRequested();       ///< To a size of the file.

private:
    QWidget* makeCards();
    void showRecipe(const Recipe& recipe) override;

    QComboBox* m_target;
    QLabel* m_about;
    QList<ProfileCard*> m_cards;
};

/// The type of everything that no rule speaks of.
class DefaultsSection final : public RecipeSection {
    Q_OBJECT

public:
    explicit DefaultsSection(QWidget* parent = nullptr);
    void setImportance(const ImportanceState& state);
    void focusType(); ///< The first of its values.

Q_SIGNALS:
    void importanceFileRequested();

private:
    void makeForm();
    void connectTypes();
    void connectRest();
    void showRecipe(const Recipe& recipe) override;
    void showTypes(const Recipe& recipe);
    void showScales(const Recipe& recipe);

    QComboBox *m_scheme, *m_groupSize, *m_symmetry, *m_scaleType, *m_search;
    QLabel *m_aboutType, *m_aboutSearch;
    ImportanceRow* m_importance;
    QDoubleSpinBox* m_minCosine;
    QCheckBox* m_repair;
    QFormLayout* m_form;
    QList<TypeChoice> m_choices; ///< As in m_scheme.
};

/// What stays exact.
class KeepSection final : public RecipeSection {
    Q_OBJECT

public:
    explicit KeepSection(QWidget* parent = nullptr);
    void setRecognised(const QString& architecture); ///< Its title; empty: unknown.
    void setCounts(const QHash<QString, QString>& counts);

private:
    void showRecipe(const Recipe& recipe) override;

    QCheckBox *m_oneDimensional, *m_sensitive, *m_architecture;
    QSpinBox* m_below;
    QLabel* m_recognised;
    RuleListEditor *m_patterns, *m_names;
    QWidget* m_namesBox; ///< Hidden while there are none.
};

/// Types by pattern, and what was chosen in the table.
class RulesSection final : public RecipeSection {
    Q_OBJECT

public:
    explicit RulesSection(QWidget* parent = nullptr);
    void setCounts(const QHash<QString, QString>& counts);

private:
    void showRecipe(const Recipe& recipe) override;

    RuleListEditor *m_patterns, *m_rules;
    QWidget* m_rulesBox; ///< Hidden while the recipe has no rules of its own.
    QLabel* m_overrides;
    QPushButton* m_clearOverrides;
};

} // namespace aq
