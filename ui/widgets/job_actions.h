#pragma once
#include "ui/models/queue_row.h"

#include <QAction>
#include <vector>

namespace aq {

/// An action per JobVerb, for buttons and menus alike. They know which jobs are selected, and what
/// does not fit them says so in its tool tip.
class JobActions final : public QObject {
    Q_OBJECT
public:
    /// The keys work while `where` or a child of it has the focus.
    explicit JobActions(QWidget& where);

    QAction& action(JobVerb verb) const { return *m_actions[std::size_t(verb)]; }
    QList<QAction*> all() const { return {m_actions.begin(), m_actions.end()}; }
    /// `first` and `last`: the selection contains the first, the last job of the queue.
    void setSelection(const std::vector<QueueRow>& rows, bool first, bool last);

Q_SIGNALS:
    void triggered(aq::JobVerb verb);

private:
    std::vector<QAction*> m_actions; ///< In the order of JobVerb.
};

} // namespace aq
