#include "ui/widgets/recipe_section.h"

#include <QComboBox>
#include <QEvent>
#include <QFormLayout>
#include <QLabel>
#include <QScopedValueRollback>

namespace aq {
namespace {

class WheelGuard final : public QObject {
public:
    using QObject::QObject;
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        const auto* widget = static_cast<QWidget*>(watched);
        if (event->type() != QEvent::Wheel || widget->hasFocus())
            return false;
        event->ignore();
        return true;
    }
};

} // namespace

void ignoreWheelWithoutFocus(QWidget& control)
{
    control.setFocusPolicy(Qt::StrongFocus); // Not WheelFocus, which would defeat it.
    control.installEventFilter(new WheelGuard(&control));
}

void RecipeSection::setRecipe(const Recipe& recipe)
{
    const QScopedValueRollback showing(m_isShowing, true);
    m_recipe = recipe;
    showRecipe(recipe);
}

void RecipeSection::take(const Recipe& next, const QString& what)
{
    if (m_isShowing || next == m_recipe)
        return;
    m_recipe = next;
    Q_EMIT edited(next, what);
}

void RecipeSection::addRow(
    QFormLayout& form, const QString& label, QWidget* control, const QString& toolTip)
{
    auto* text = new QLabel(label);
    text->setBuddy(control);
    text->setToolTip(toolTip);
    control->setToolTip(toolTip);
    control->setAccessibleDescription(toolTip);
    ignoreWheelWithoutFocus(*control);
    form.addRow(text, control);
}

void RecipeSection::select(QComboBox& combo, const QVariant& value, const QString& text)
{
    int at = combo.findData(value);
    if (at < 0) {
        combo.addItem(text, value);
        at = combo.count() - 1;
    }
    combo.setCurrentIndex(at);
}

} // namespace aq
