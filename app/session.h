#pragma once
#include "app/job_queue.h"
#include "app/planner.h"
#include "app/recipe_history.h"
#include "app/settings.h"
#include "app/workspace.h"
#include "core/jobs/job.h"
#include "core/jobs/queue_item.h"
#include "ui/widgets/job_watcher.h"

#include <QThreadPool>
#include <atomic>
#include <memory>
#include <optional>

namespace aq {

/// What a model was recognised as, worked out while it was opened.
struct OpenedInfo {
    ModelSource model;
    Recognition recognised;
};

/// The open model, its recipe and plan, the running job and the file it wrote. Everything that
/// takes time runs in the background; nothing outlives the session.
class Session final : public QObject {
    Q_OBJECT
public:
    explicit Session(const Settings& settings, QObject* parent = nullptr);
    ~Session() override;

    void open(const QString& path, const OpenOptions& options = {});
    void closeModel(); ///< Not while a job runs.
    const ModelSource& model() const { return m_model; }
    QString modelName() const; ///< Of the file or folder; empty without a model.

    RecipeHistory& history() { return m_history; }
    /// What every model opens with; at first that of the profile "local".
    void setOpeningRecipe(const Recipe& recipe) { m_opening = recipe; }
    const Recipe& openingRecipe() const { return m_opening; }
    Planner& planner() { return m_planner; }
    JobQueue& queue() { return m_queue; }

    bool canStart() const; ///< A plan is ready and no job runs.
    /// A plan that is blocked by findings is measured, but quantized only when that is forced: the
    /// file and the report then name what was overruled.
    enum class Findings { Respect, Overrule };
    void start(JobKind kind, Findings findings = Findings::Respect);
    void cancelJob();
    bool isRunning() const { return m_watcher.isRunning(); }
    void setLimits(const Settings& settings);
    void setThresholds(const Thresholds& thresholds) { m_thresholds = thresholds; }

    /// The file that was written and validated, waiting to be exported; empty: none.
    const QString& validatedFile() const { return m_validated; }
    bool isExporting() const { return m_exporting; }
    /// The validated file would be lost: it is nowhere but in the session's own folder.
    bool hasUnexported() const { return !m_validated.isEmpty() && !m_exported; }
    void exportTo(const QString& path, bool overwrite);
    QString suggestedFileName() const; ///< "taef2_decoder-int4.arrow"

    void saveReport(const QString& path, const ValidationReport& report);
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
    void jobStarted(aq::JobKind kind, qsizetype tensors);
    void jobProgressed(const aq::Progress& progress);
    void jobTensorDone(const aq::TensorDone& tensor);
    void jobEnded(aq::JobKind kind, const aq::JobEnd& end);
    void exportStarted(const QString& path);
    void exported(const QString& path);
    void reportSaved(const QString& path);
    void planSaved(const QString& path);
    void failed(const aq::Error& error); ///< Of an export, a report or a plan file.

private:
    void takeOpened(int generation, const Opened& answer);
    bool startQuantize(const Thresholds& thresholds);
    void takeEnd(const JobEnd& end);
    void keepValidated(const QString& path);

    QThreadPool m_pool;
    ModelSource m_model;
    RecipeHistory m_history;
    Recipe m_opening = recipeFor(*profileNamed(u"local"));
    Planner m_planner;
    JobQueue m_queue;
    JobLimits m_limits;
    std::optional<Thresholds> m_thresholds; ///< Changed by the person; else the recipe's.
    std::unique_ptr<Workspace> m_workspace;
    QString m_validated;
    QString m_running; ///< Where the running job writes.
    JobWatcher m_watcher;
    JobKind m_kind = JobKind::Measure;
    std::shared_ptr<std::atomic_bool> m_closing; ///< Tells an export to stop.
    int m_opens = 0;
    bool m_exporting = false;
    bool m_exported = false; ///< The validated file, to somewhere.
};

} // namespace aq
