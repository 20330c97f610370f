#pragma once
#include "core/jobs/picture_job.h"
#include "ui/charts/histogram_strip.h"

#include <QFutureWatcher>
#include <QHash>
#include <QThreadPool>

namespace aq {

class Trials;
struct PlanFacts;

/// One tensor as each trial that is compared makes of it: one picture after the other, for tensors
/// may be large. All in the background, opening the files of trials included.
class TrialPictures final : public QObject {
    Q_OBJECT
public:
    explicit TrialPictures(const Trials& trials, QObject* parent = nullptr);
    ~TrialPictures() override; ///< Cancels what runs and waits.

    /// A position in the header of the model. What is known of it already is not looked at again.
    void look(int tensor, const PlanFacts& facts);
    void forget(); ///< The model was closed, or is another.

Q_SIGNALS:
    void changed(const QString& tensor, const std::vector<aq::HistogramStrip::Panel>& panels);

private:
    struct Look {
        int trial = 0;
        std::shared_ptr<const QuantPlan> plan; ///< Null: the file.
        QString path;
        ImportancePtr importance;
        std::shared_ptr<const TensorPicture> picture;
        QString note;
        bool isDone = false;
        bool isOf(const Look& other) const;
    };
    void next();
    void open(const QString& path);
    void start(const Look& look);
    void take();
    void finish(std::shared_ptr<const TensorPicture> picture, const QString& note);
    void show();

    const Trials& m_trials;
    QThreadPool m_pool;
    QFutureWatcher<Pictured> m_picture;
    QHash<QString, ModelSource> m_files; ///< Those that were opened.
    std::vector<Look> m_looks;
    std::size_t m_at = 0; ///< The one that is worked on.
    int m_tensor = -1;
    int m_generation = 0; ///< Answers for an earlier one are dropped.
};

} // namespace aq
