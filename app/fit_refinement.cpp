#include "app/fit_refinement.h"

#include "app/latest.h"

#include <utility>

namespace aq {

FitRefinement::FitRefinement(QThreadPool& pool)
    : m_pool(pool)
{
}

void FitRefinement::start(const FitRefineWish& wish)
{
    if (m_stop)
        return;
    m_stop = std::make_shared<std::atomic<bool>>(false);
    const auto step = [this, stop = m_stop](const EvolutionStep& one) {
        QMetaObject::invokeMethod(
            this,
            [this, stop, one] {
                if (stop == m_stop)
                    Q_EMIT stepped(one);
            },
            Qt::QueuedConnection);
    };
    const auto work = [wish, stop = m_stop, step] {
        JobControl control;
        control.cancelled = [stop] { return stop->load(); };
        return refined(wish, control, step);
    };
    inBackground(m_pool, this, work, [this, stop = m_stop](const FitRefined& found) {
        if (stop != m_stop)
            return;
        m_stop.reset();
        Q_EMIT ended(found);
    });
}

void FitRefinement::cancel()
{
    if (m_stop)
        m_stop->store(true);
}

void FitRefinement::drop()
{
    cancel();
    m_stop.reset();
}

} // namespace aq
