#pragma once
#include "core/plan/recipe.h"

#include <QGroupBox>
#include <concepts>

class QComboBox;
class QFormLayout;

namespace aq {

/// Some values of a recipe as controls. A recipe goes in; each edit comes out as a whole recipe.
class RecipeSection : public QGroupBox {
    Q_OBJECT

public:
    using QGroupBox::QGroupBox;
    void setRecipe(const Recipe& recipe); ///< Never answered with edited().

Q_SIGNALS:
    void edited(const aq::Recipe& recipe, const QString& what);

protected:
    virtual void showRecipe(const Recipe& recipe) = 0;
    const Recipe& recipe() const { return m_recipe; }

    /// Applies `set` to the recipe and tells it, unless nothing changes or showRecipe() is at work.
    template <std::invocable<Recipe&> Set>
    void change(const QString& what, Set&& set)
    {
        Recipe next = m_recipe;
        set(next);
        take(next, what);
    }
    void take(const Recipe& next, const QString& what);

    /// A row with a label that names the control for keyboard and screen readers.
    static void addRow(
        QFormLayout& form, const QString& label, QWidget* control, const QString& toolTip = {});
    /// Selects the entry with `value`, adding one with `text` where there is none.
    static void select(QComboBox& combo, const QVariant& value, const QString& text);

private:
    Recipe m_recipe;
    bool m_isShowing = false;
};

/// Lets the wheel scroll the page instead of changing the value under it, until it has the focus.
void ignoreWheelWithoutFocus(QWidget& control);

} // namespace aq
