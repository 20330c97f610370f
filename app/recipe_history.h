#pragma once
#include "core/plan/recipe.h"

#include <QUndoStack>

namespace aq {

/// The recipe and how it came to be: every edit is a step that can be undone. Edits with the same
/// words in quick succession, as a spin box makes them, are one step.
class RecipeHistory final : public QObject {
    Q_OBJECT
public:
    explicit RecipeHistory(QObject* parent = nullptr);

    const Recipe& recipe() const { return m_recipe; }
    QUndoStack& stack() { return m_stack; }

    void edit(const Recipe& recipe, const QString& what); ///< Nothing when it changes nothing.
    void reset(const Recipe& recipe);                     ///< Starts anew, without steps.

Q_SIGNALS:
    void changed(const aq::Recipe& recipe);

private:
    class Step;
    void apply(const Recipe& recipe);

    Recipe m_recipe;
    QUndoStack m_stack;
};

} // namespace aq
