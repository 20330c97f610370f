#include "app/recipe_history.h"

#include <QElapsedTimer>
#include <QScopedValueRollback>
#include <utility>

namespace aq {
namespace {
constexpr qint64 sameGestureMs = 600;
}

class RecipeHistory::Step final : public QUndoCommand {
public:
    enum class Joins : std::uint8_t { Same, Any, AnyAndRenames }; ///< The step before it.
    Step(RecipeHistory& history, Recipe after, const QString& what, Joins joins = Joins::Same)
        : QUndoCommand(what)
        , m_history(history)
        , m_before(history.recipe())
        , m_after(std::move(after))
        , m_joins(joins)
    {
        m_made.start();
    }

    void undo() override { m_history.replay(m_before); }
    void redo() override
    {
        if (std::exchange(m_wasDone, true))
            m_history.replay(m_after);
        else
            m_history.apply(m_after);
    }
    int id() const override { return 1; }

    bool mergeWith(const QUndoCommand* command) override
    {
        const auto& next = static_cast<const Step&>(*command);
        const bool isSame = next.text() == text() && m_made.msecsTo(next.m_made) <= sameGestureMs;
        if (next.m_joins == Joins::Same && !isSame)
            return false;
        if (next.m_joins == Joins::AnyAndRenames)
            setText(next.text());
        m_after = next.m_after;
        m_made = next.m_made;
        setObsolete(m_after == m_before);
        return true;
    }

private:
    RecipeHistory& m_history;
    Recipe m_before, m_after;
    QElapsedTimer m_made; ///< When the last edit in it was made.
    Joins m_joins;
    bool m_wasDone = false;
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

void RecipeHistory::amend(const Recipe& recipe, const QString& what, bool rename)
{
    using Joins = Step::Joins;
    if (recipe != m_recipe)
        m_stack.push(new Step(*this, recipe, what, rename ? Joins::AnyAndRenames : Joins::Any));
}

void RecipeHistory::reset(const Recipe& recipe)
{
    m_stack.clear();
    apply(recipe);
}

void RecipeHistory::replay(const Recipe& recipe)
{
    const QScopedValueRollback replaying(m_isReplaying, true);
    apply(recipe);
}

void RecipeHistory::apply(const Recipe& recipe)
{
    m_recipe = recipe;
    Q_EMIT changed(m_recipe);
}

} // namespace aq
