#include "core/io/formats/pickle_state.h"

namespace aq {
namespace {

constexpr std::size_t maxDepth = 1000;

/// Walks everything under the root once, without recursion.
class NestingWalk {
public:
    explicit NestingWalk(const PickleDocument& pickle)
        : m_pickle(pickle)
        , m_marks(pickle.objects.size(), Mark::Unseen)
    {
    }

    Result<void> run()
    {
        auto entered = enter(m_pickle.root);
        while (entered && !m_path.empty()) {
            Step& step = m_path.back();
            const auto& items = m_pickle.objects[step.object];
            if (step.next < items.size()) {
                entered = enter(items[step.next++]);
            } else {
                m_marks[step.object] = Mark::Done;
                m_path.pop_back();
            }
        }
        return entered;
    }

private:
    enum class Mark : std::uint8_t { Unseen, OnPath, Done };
    struct Step {
        std::size_t object, next; ///< Index of an object, and of its item to enter next.
    };

    Result<void> enter(const PickleValue& value)
    {
        if (!value.isObject())
            return {};
        Mark& mark = m_marks[std::size_t(value.number)];
        if (mark == Mark::Done)
            return {};
        if (mark == Mark::OnPath)
            return corrupt(QStringLiteral("a value contains itself"));
        if (m_path.size() == maxDepth)
            return unsupported(QStringLiteral("values nested more than %1 deep").arg(maxDepth));
        mark = Mark::OnPath;
        m_path.push_back({std::size_t(value.number), 0});
        return {};
    }

    const PickleDocument& m_pickle;
    std::vector<Mark> m_marks;
    std::vector<Step> m_path;
};

} // namespace

Result<void> checkNesting(const PickleDocument& pickle) { return NestingWalk(pickle).run(); }

} // namespace aq
