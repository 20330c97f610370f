#pragma once
#include "app/fit_work.h"

#include <QObject>
#include <QThreadPool>
#include <atomic>

namespace aq {

/// One search at a time for something better than the solver's answer, in the background.
class FitRefinement final : public QObject {
    Q_OBJECT
public:
    /// The pool outlives this object, and is waited for before it goes.
    explicit FitRefinement(QThreadPool& pool);

    bool isRunning() const { return m_stop != nullptr; }
    void start(const FitRefineWish& wish); ///< Nothing while one runs.
    void cancel();                         ///< Ends soon, with the best that was found so far.
    void drop();                           ///< Nothing more is heard of it.

Q_SIGNALS:
    void stepped(const aq::EvolutionStep& step);
    void ended(const aq::FitRefined& refined);

private:
    QThreadPool& m_pool;
    std::shared_ptr<std::atomic<bool>> m_stop; ///< Of the one that runs; null: none does.
};

} // namespace aq
