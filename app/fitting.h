#pragma once
#include "app/fit_measurement.h"
#include "app/fit_refinement.h"
#include "app/latest.h"

#include <QObject>

namespace aq {

class Session;
struct PlanFacts;

/// Fits the plan of the open model to a size: measures, solves, and edits the recipe. A wish that
/// the recipe holds is solved again by itself when what it depends on changes. Everything that
/// takes time runs in the background; a newer wish overtakes an older one.
class Fitting final : public QObject {
    Q_OBJECT
public:
    explicit Fitting(Session& session, QObject* parent = nullptr);
    ~Fitting() override; ///< Drops what runs and waits.

    std::function<JobLimits()> limits; ///< Of a measurement; empty: the usual ones.
    QString cache = scanCacheFolder();
    const std::shared_ptr<const FitView>& view() const { return m_view; } ///< Never null.

    void setActive(bool active); ///< Somebody looks: what is known is worked out.
    void measure(bool all);      ///< `all`: not only a sample of large tensors.
    void cancelMeasuring();
    void fitToBytes(qint64 bytes);
    void fitToError(double error); ///< Relative RMSE.
    void settle();                 ///< The next wish is another undo step.
    void stop();                   ///< The recipe forgets wish and fit: one step.
    void setWeight(ErrorWeight weight);
    void setBaseline(FitBaseline baseline);
    void refine(const FitObjective& objective, quint64 seed);
    void cancelRefining();

Q_SIGNALS:
    void changed(); ///< view() is a new one.
    /// Relative RMSE of each profile on this model, by id.
    void profilesMeasured(const QHash<QString, double>& errors);
    void failed(const aq::Error& error);

private:
    using Stage = FitView::Stage;
    static QString stepText(const FitQuestion& question); ///< "Fit to 6.5 GiB"
    void forget();
    void publish();
    void takeRecipe();
    void takePlan();
    bool isWished() const;
    bool isCurrent() const;
    FitWish wishNow() const;
    void askForBasis();
    void requestBasis();
    Stage stageNow() const;
    void takeBasis(const FitBasisPtr& basis);
    void takeModel();
    void takeUnmeasured();
    void forgetFitted();
    bool measuresForBasis() const;
    void startMeasuring(bool all);
    void measureLittle();
    void ask(FitQuestion question);
    void askAgain();
    void takeSolution(const FitSolution& solution);
    void apply(const Recipe& recipe, const FitQuestion& question);
    void askForLook();
    void takeLook(const FitLook& look);
    void takeMeasured(const FitMeasured& measured);
    EvolutionOptions refineOptions(const FitObjective& objective, quint64 seed) const;
    void dropRefining();
    void takeRefined(const FitRefined& refined);

    Session& m_session;
    QThreadPool m_pool;
    Latest<FitWish, FitBasisPtr> m_bases;
    Latest<FitQuestion, FitSolution> m_solutions;
    Latest<FitLookWish, FitLook> m_looks;
    FitRefinement m_refinement;
    FitMeasurement m_measurement;

    FitView m_state;
    std::shared_ptr<const FitView> m_view = std::make_shared<const FitView>();
    std::vector<FitScan> m_scans;      ///< Of this model, newest first.
    std::optional<Recipe> m_key;       ///< What the basis was asked for.
    ImportancePtr m_importance;        ///< Likewise.
    QString m_measuredTarget;          ///< For which all was measured once; empty: none.
    FitBasisPtr m_basis;               ///< Null: none, or an outdated one that has no model.
    std::optional<FitQuestion> m_wish; ///< That is not answered yet.
    std::optional<FitAnswer> m_answer; ///< Of the plan as it is.
    std::shared_ptr<const QuantPlan> m_before; ///< Of the point before this one.
    std::int64_t m_mostElements;
    bool m_isActive = false;
    bool m_isDeclined = false; ///< The last measurement was cancelled.
    bool m_isApplying = false; ///< The recipe changes by our hand.
    bool m_isBasisDue = false; ///< Another one is being worked out.
    bool m_isStale = false;    ///< What was fitted does not hold for the recipe any more.
    bool m_isGesture = false;  ///< The last step is ours and goes on.
};

} // namespace aq
