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
    /// The last step leads to this recipe instead: something follows from it, or it goes on. A step
    /// of its own, with these words, where there is none.
    /// @param rename  the last step gets these words too
    void amend(const Recipe& recipe, const QString& what, bool rename = false);
    void reset(const Recipe& recipe); ///< Starts anew, without steps.
    /// While changed() is told: the recipe was so before, and comes back by undo or redo.
    bool isReplaying() const { return m_isReplaying; }

Q_SIGNALS:
    void changed(const aq::Recipe& recipe);

private:
    class Step;
    void apply(const Recipe& recipe);
    void replay(const Recipe& recipe);

    Recipe m_recipe;
    QUndoStack m_stack;
    bool m_isReplaying = false;
};

} // namespace aq
