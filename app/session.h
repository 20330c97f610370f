#pragma once
#include "app/job_queue.h"
#include "app/planner.h"
#include "app/recipe_history.h"
#include "app/settings.h"
#include "app/workspace.h"
#include "core/jobs/job.h"
#include "core/jobs/queue_item.h"

#include <QThreadPool>
#include <optional>

namespace aq {

/// What a model was recognised as, worked out while it was opened.
struct OpenedInfo {
    ModelSource model;
    Recognition recognised;
};

/// The open model, its recipe and plan, and the queue of jobs. Everything that takes time runs in
/// the background; nothing outlives the session.
class Session final : public QObject {
    Q_OBJECT
public:
    explicit Session(const Settings& settings, QObject* parent = nullptr);
    ~Session() override;

    void open(const QString& path, const OpenOptions& options = {});
    void reopen();     ///< The open model, as the disk has it now; the recipe stays.
    void closeModel(); ///< Jobs of it go on.
    const ModelSource& model() const { return m_model; }
    QString modelName() const; ///< Of the file or folder; empty without a model.
    QString modelPath() const; ///< Absolute, as jobs name it; empty without a model.

    RecipeHistory& history() { return m_history; }
    /// What every model opens with; at first that of the profile "local".
    void setOpeningRecipe(const Recipe& recipe) { m_openingRecipe = recipe; }
    const Recipe& openingRecipe() const { return m_openingRecipe; }
    Planner& planner() { return m_planner; }
    JobQueue& queue() { return m_queue; }

    bool canStart() const; ///< A plan is ready, and can be carried out.
    /// A job of the open model and plan, as they are now.
    JobSpec specFor(JobKind kind) const;
    /// A plan that is blocked by findings is measured, but quantized only when that is forced: the
    /// file and the report then name what was overruled.
    enum class Findings { Respect, Overrule };
    /// Adds that job to the queue, before all that wait. @return its id; 0: it cannot be started
    int start(JobKind kind, Findings findings = Findings::Respect);
    void setLimits(const Settings& settings);
    void setThresholds(const Thresholds& thresholds) { m_thresholds = thresholds; }
    /// The newest finished job of the open model with a file; null: there is none.
    const QueuedJob* lastFile() const;
    QString suggestedFileName() const; ///< "taef2_decoder-int4.arrow"

    /// By its extension, through core; `encode` makes the bytes of others (PDF), in the background.
    using Encode = std::function<QByteArray(const ValidationReport&)>;
    void saveReport(const QString& path, const ValidationReport& report, const Encode& encode = {});
    void savePlan(const QString& path);
    void loadPlan(const QString& path); ///< One undo step.

    /// Something small of the window's own that may touch a disk.
    template <typename Work, typename Done>
    void runAside(Work work, Done done)
    {
        inBackground(m_pool, this, std::move(work), std::move(done));
    }

Q_SIGNALS:
    void openStarted(const QString& path);
    void opened(const aq::OpenedInfo& info);
    void openFailed(const aq::Error& error);
    void closed();
    void reportSaved(const QString& path);
    void planSaved(const QString& path);
    void failed(const aq::Error& error); ///< Of a report or a plan file.

private:
    void takeOpened(int generation, const Opened& answer);
    void takeModel(const OpenedInfo& info);

    QThreadPool m_pool;
    ModelSource m_model;
    QStringList m_components; ///< It was opened with.
    OpenOptions m_opening;    ///< Of the model that is being opened.
    RecipeHistory m_history;
    std::optional<Recipe> m_keptRecipe; ///< Of a model that is opened again.
    Recipe m_openingRecipe = recipeFor(*profileNamed(u"local"));
    Planner m_planner;
    JobQueue m_queue;
    Preferences m_preferences;
    std::optional<Thresholds> m_thresholds; ///< Changed by the person; else the recipe's.
    int m_opens = 0;
};

} // namespace aq
