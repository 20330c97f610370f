#pragma once
#include "app/latest.h"
#include "core/analysis/importance.h"
#include "core/io/model_source.h"
#include "core/plan/findings.h"
#include "core/plan/quant_plan.h"

#include <QHash>
#include <QObject>
#include <QTimer>

namespace aq {

/// A plan and all that is known about it before it is run.
struct PlanFacts {
    std::shared_ptr<const QuantPlan> plan;                ///< Never null where it is given.
    std::shared_ptr<const std::vector<Finding>> findings; ///< Likewise.
    QStringList notes;                                    ///< Preflight; they forbid nothing.
    ImportancePtr importance;  ///< Of the recipe's file; null: none, or it cannot be used.
    QString importanceProblem; ///< Why it cannot; empty: it can.
    qsizetype covered = 0;     ///< Quantized tensors that use weights of it.
    qsizetype quantized = 0;   ///< Tensors that are quantized.
};

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
    const std::shared_ptr<const QuantPlan>& plan() const { return m_facts.plan; }
    const PlanFacts& facts() const { return m_facts; } ///< Empty without a plan.
    bool isBlocked() const;                            ///< By findings: written only when forced.
    QString workspaceRoot;                             ///< Where space is needed.

Q_SIGNALS:
    void planned(const aq::PlanFacts& facts);
    void refused(const aq::Error& error);
    void matchesCounted(const QHash<QString, QString>& counts);
    void profilesEstimated(const QHash<QString, qint64>& bytes);

private:
    struct Wish {
        ModelSource model;
        Recipe recipe;
        QString workspaceRoot;
        ImportancePtr known = {}; ///< Read before; used where it is of the same file.
    };
    struct Answer {
        PlanFacts facts; ///< Without a plan `error` says why.
        Error error = {};
    };
    struct Patterns {
        ModelSource model;
        QStringList patterns;
    };

    static Answer answer(const Wish& wish);
    static void weigh(PlanFacts& facts, const Wish& wish);
    static QHash<QString, qint64> estimate(const Wish& wish);
    static QHash<QString, QString> count(const Patterns& wish);
    void take(const Answer& answer);

    QThreadPool& m_pool;
    QTimer m_rest; ///< Until memory is given back.
    ModelSource m_model;
    Recipe m_recipe;
    PlanFacts m_facts;
    ImportancePtr m_importance; ///< The last that was read, so that it is read once.
    Latest<Wish, Answer> m_plans;
    Latest<Wish, QHash<QString, qint64>> m_estimates;
    Latest<Patterns, QHash<QString, QString>> m_counts;
};

} // namespace aq
