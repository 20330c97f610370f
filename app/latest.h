#pragma once
#include <QObject>
#include <QThreadPool>
#include <functional>
#include <optional>

namespace aq {

/// Runs `work` on a pool and hands its answer to `done` in the thread of `context`, always by the
/// event loop: never inside this call, however quick the work is. `context` outlives the work:
/// whoever owns both waits for the pool first.
template <typename Work, typename Done>
void inBackground(QThreadPool& pool, QObject* context, Work work, Done done)
{
    pool.start([context, work = std::move(work), done = std::move(done)] {
        auto answer = work();
        QMetaObject::invokeMethod(
            context, [done, answer = std::move(answer)] { done(answer); }, Qt::QueuedConnection);
    });
}

/// A pure function that runs in the background, one call at a time, for the latest input only:
/// inputs that are overtaken while it runs are never worked on, and answers to them are dropped.
template <typename In, typename Out>
class Latest {
public:
    Latest(QThreadPool& pool, QObject* context, std::function<Out(const In&)> work,
        std::function<void(const Out&)> done)
        : m_pool(pool)
        , m_context(context)
        , m_work(std::move(work))
        , m_done(std::move(done))
    {
    }

    void request(In input)
    {
        m_next = std::move(input);
        start();
    }
    void forget() ///< The answer to what was asked so far is of no use any more.
    {
        m_next.reset();
        ++m_generation;
    }

private:
    void start()
    {
        if (m_running || !m_next)
            return;
        m_running = true;
        const auto work
            = [function = m_work, input = *std::exchange(m_next, {})] { return function(input); };
        inBackground(m_pool, m_context, work,
            [this, generation = m_generation](const Out& answer) { finish(generation, answer); });
    }

    void finish(int generation, const Out& answer)
    {
        m_running = false;
        if (m_next)
            start();
        else if (generation == m_generation)
            m_done(answer);
    }

    QThreadPool& m_pool;
    QObject* m_context; ///< Owns this object: no answer comes after it is gone.
    std::function<Out(const In&)> m_work;
    std::function<void(const Out&)> m_done;
    std::optional<In> m_next;
    bool m_running = false;
    int m_generation = 0;
};

} // namespace aq
