#include "app/recipe_history.h"

#include <QElapsedTimer>

namespace aq {
namespace {
constexpr qint64 sameGestureMs = 600;
}

class RecipeHistory::Step final : public QUndoCommand {
public:
    Step(RecipeHistory& history, Recipe after, const QString& what)
        : QUndoCommand(what)
        , m_history(history)
        , m_before(history.recipe())
        , m_after(std::move(after))
    {
        m_made.start();
    }

    void undo() override { m_history.apply(m_before); }
    void redo() override { m_history.apply(m_after); }
    int id() const override { return 1; }

    bool mergeWith(const QUndoCommand* command) override
    {
        const auto& next = static_cast<const Step&>(*command);
        if (next.text() != text() || m_made.msecsTo(next.m_made) > sameGestureMs)
            return false;
        m_after = next.m_after;
        m_made = next.m_made;
        setObsolete(m_after == m_before);
        return true;
    }

private:
    RecipeHistory& m_history;
    Recipe m_before, m_after;
    QElapsedTimer m_made; ///< When the last edit in it was made.
};

RecipeHistory::RecipeHistory(QObject* parent)
    : QObject(parent)
{
}

void RecipeHistory::edit(const Recipe& recipe, const QString& what)
{
    if (recipe != m_recipe)
        m_stack.push(new Step(*this, recipe, what));
}

void RecipeHistory::reset(const Recipe& recipe)
{
    m_stack.clear();
    apply(recipe);
}

void RecipeHistory::apply(const Recipe& recipe)
{
    m_recipe = recipe;
    Q_EMIT changed(m_recipe);
}

} // namespace aq
