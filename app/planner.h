#pragma once
#include "app/latest.h"
#include "core/io/model_source.h"
#include "core/plan/quant_plan.h"

#include <QHash>
#include <QObject>

namespace aq {

/// Keeps the plan, the size of each profile and the matches of each pattern up to date with the
/// model and the recipe. All of it is worked out in the background: 10,000 tensors do not hold up
/// the window.
class Planner final : public QObject {
    Q_OBJECT
public:
    Planner(QThreadPool& pool, QObject* parent = nullptr);

    void setModel(const ModelSource& model); ///< Answers for an earlier model are dropped.
    void setRecipe(const Recipe& recipe);    ///< Answered by planned() or refused(), once.
    void countMatches(const QStringList& patterns);

    /// Null while the plan for the recipe as it stands is being made, or is refused.
    const std::shared_ptr<const QuantPlan>& plan() const { return m_plan; }
    QString workspaceRoot; ///< Where space is needed; set once.

Q_SIGNALS:
    void planned(const std::shared_ptr<const aq::QuantPlan>& plan, const QStringList& notes);
    void refused(const aq::Error& error);
    void matchesCounted(const QHash<QString, QString>& counts);
    void profilesEstimated(const QHash<QString, qint64>& bytes);

private:
    struct Wish {
        ModelSource model;
        Recipe recipe;
        QString workspaceRoot;
    };
    struct Answer {
        std::shared_ptr<const QuantPlan> plan; ///< Null: `error` says why.
        Error error;
        QStringList notes;
    };
    struct Patterns {
        ModelSource model;
        QStringList patterns;
    };

    static Answer answer(const Wish& wish);
    static QHash<QString, qint64> estimate(const Wish& wish);
    static QHash<QString, QString> count(const Patterns& wish);
    void take(const Answer& answer);

    ModelSource m_model;
    Recipe m_recipe;
    std::shared_ptr<const QuantPlan> m_plan;
    Latest<Wish, Answer> m_plans;
    Latest<Wish, QHash<QString, qint64>> m_estimates;
    Latest<Patterns, QHash<QString, QString>> m_counts;
};

} // namespace aq
