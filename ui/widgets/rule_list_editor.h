#pragma once
#include "ui/models/rule_list_model.h"

#include <QWidget>

class QPushButton;
class QTreeView;

namespace aq {

class ChoiceDelegate;

/// A list of patterns with live match counts, edited in place.
class RuleListEditor final : public QWidget {
    Q_OBJECT

public:
    RuleListEditor(
        RuleListModel::Kind kind, const QString& accessibleName, QWidget* parent = nullptr);

    RuleListModel& model() { return *m_model; }
    void setChoices(const QList<ActionChoice>& choices);

private:
    void add();
    void removeCurrent();
    void updateButtons();

    RuleListModel* m_model;
    QTreeView* m_view;
    ChoiceDelegate* m_types;
    QPushButton* m_remove;
};

} // namespace aq
