#pragma once
#include "app/latest.h"
#include "core/interop/trial_json.h"
#include "core/jobs/job.h"
#include "core/jobs/queue_item.h"
#include "ui/models/trial.h"

#include <QHash>
#include <QObject>
#include <QThreadPool>
#include <QTimer>

namespace aq {

class JobQueue;
class JobWatcher;
struct StoredTrials;
struct QueuedJob;

/// The trials of the open model: plans, measured trials and finished files. Jobs of the queue that
/// end for this model appear by themselves. Kept in a file per model, and dropped when the model
/// has changed. All that takes time runs in the background.
class Trials final : public QObject {
    Q_OBJECT
public:
    explicit Trials(JobQueue& queue, QObject* parent = nullptr);
    ~Trials() override; ///< Cancels what runs, saves and waits.

    void setModel(const ModelSource& model, const QStringList& components = {});
    const ModelSource& model() const { return m_model; }
    const std::shared_ptr<const TrialsView>& view() const { return m_view; } ///< Never null.
    const std::vector<Trial>& trials() const { return m_list.trials; }
    const Trial* find(int id) const; ///< Null: gone.

    /// A frozen copy; one with the same recipe is ticked instead.
    void addPlan(
        const Recipe& recipe, std::shared_ptr<const QuantPlan> plan, const QString& title = {});
    struct Wish {
        Recipe recipe;
        QString title; ///< Empty: trialTitle().
    };
    void addRecipes(const std::vector<Wish>& wishes); ///< Planned in the background; in order.
    void addFile(const QString& path, const JobLimits& limits); ///< Compared with the source.

    void setCompared(int id, bool compared); ///< Nothing when four are compared already.
    void setBaseline(int id);
    void rename(int id, const QString& title);
    void move(int id, int row);
    void remove(int id);
    void setMeasure(ErrorMeasure measure);
    void setFit(std::int64_t bytes);
    void measure(const QList<int>& ids); ///< Jobs for the queue; those that wait already are left.
    void cancel(int id);
    JobSpec specFor(JobKind kind, const Recipe& recipe) const;

    static QString folder(); ///< Where the lists are kept.

Q_SIGNALS:
    void changed(); ///< view() is a new one.
    void failed(const aq::Error& error);

private:
    struct Work {
        TrialLook::Work state = TrialLook::Work::None;
        double fraction = 0;
        int job = 0;                         ///< In the queue.
        std::shared_ptr<JobWatcher> watcher; ///< Of a file.
        QString problem;
    };
    struct Compared {
        ModelSource model;
        std::vector<TrialTensorsPtr> tensors;
    };

    Trial* withRecipe(const Recipe& recipe);
    Trial* mutableTrial(int id);
    void load(const QStringList& components);
    void takeList(const StoredTrials& stored);
    void saveSoon();
    void save();
    Trial& add(Trial trial); // trials_list.cpp

    // trials_jobs.cpp
    bool belongs(const JobSpec& spec) const;
    void takeReport(const JobSpec& spec, const ValidationReport& report,
        const std::shared_ptr<const QuantPlan>& plan);
    void takeFile(const ModelSource& written, const JobLimits& limits);
    void takeFileEnd(int id, const JobEnd& end);
    void followJob(int job);

    // trials_view.cpp
    void update(); ///< Makes a new view, soon.
    void compare();
    void publish();
    TrialLook lookOf(const Trial& trial);

    JobQueue& m_queue;
    ModelSource m_model;
    TrialList m_list;
    QHash<int, Work> m_work;
    QHash<int, TrialSums> m_sums;
    std::vector<int> m_order;                ///< Ids compared, the baseline first.
    std::vector<TrialTensorsPtr> m_compared; ///< What m_comparison is of.
    Comparison m_comparison;
    std::shared_ptr<const TrialsView> m_view;
    QThreadPool m_pool;
    QThreadPool m_line; ///< Reads, plans, saves: one after the other, in the order of the wishes.
    Latest<Compared, Comparison> m_comparisons;
    QTimer m_updates, m_saves;
    int m_generation = 0; ///< Of the model: answers for an earlier one are dropped.
    std::vector<std::function<void()>> m_early; ///< Wishes that wait for the list to be read.
    bool m_loaded = false;
    bool m_canSave = true;    ///< Nothing that could not be read lies in the way.
    bool m_comparing = false; ///< The answer about m_compared is on its way.
};

/// "Q4_K_M", "INT4 · 64 + 3 overrides": what a recipe is called in a list.
QString trialTitle(const Recipe& recipe);

} // namespace aq
