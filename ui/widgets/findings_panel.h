#pragma once
#include "ui/models/findings_model.h"

#include <QWidget>
#include <optional>

class QLabel;
class QPushButton;
class QTreeView;

namespace aq {

/// What a program that loads the planned file would stumble over, and what to do about it: a list,
/// the chosen finding in full, a button per repair. Repairs are reported, never done here.
class FindingsPanel final : public QWidget {
    Q_OBJECT

public:
    explicit FindingsPanel(QWidget* parent = nullptr);

    /// `target` null: there is no plan.
    void setFindings(
        const FindingsPtr& findings, const QStringList& tensorNames, const Target* target);

    FindingsModel& model() { return *m_model; }
    QTreeView& view() { return *m_view; }

Q_SIGNALS:
    void repairWished(const aq::Repair& repair, const QString& what); ///< `what`: the undo step.
    void tensorChosen(int tensor); ///< Index of the tensor that a line is about.

private:
    void showCurrent();
    void clearRepairs();
    void addRepairs(const std::vector<int>& findings);
    void repairAll();

    FindingsModel* m_model;
    QTreeView* m_view;
    QLabel *m_state, *m_what, *m_why;
    QWidget *m_details, *m_repairs;
    QPushButton* m_all;
    QByteArray m_lastId; ///< Of the finding that was current, to find its like again.
    std::int64_t m_lastTensor = -1;
    bool m_isShowing = false;
};

/// What "Repair all" does: the suggested repair of everything that blocks or is slow, or, where one
/// of them is another target, that alone, since the others are then somebody else's. Nothing: no
/// such finding has a repair.
std::optional<Repair> suggestedRepair(std::span<const Finding> findings);

} // namespace aq
