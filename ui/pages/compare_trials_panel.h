#pragma once
#include "ui/models/trial.h"

#include <QWidget>

class QAction;
class QLabel;
class QListView;
class QMenu;
class QPushButton;
class QToolButton;

namespace aq {

class TrialListModel;

/// Something that can be tried without leaving the page.
struct TrialChoice {
    QString word;             ///< For a recipe: "q4_k_m", "int4".
    QString title;            ///< "Q4_K_M"
    QString about;            ///< One sentence; may be empty.
    bool isUsual = false;     ///< Among those that one click adds together.
    bool startsGroup = false; ///< In the menu a line comes before it.
    bool operator==(const TrialChoice&) const = default;
};

/// The left of the compare page: the trials of the open model, what can be added, and what can be
/// done with the one that is selected. It wishes; the answer is a new view.
class CompareTrialsPanel final : public QWidget {
    Q_OBJECT
public:
    explicit CompareTrialsPanel(QWidget* parent = nullptr);

    void setView(std::shared_ptr<const TrialsView> view);
    void setChoices(const std::vector<TrialChoice>& choices);
    void setAddable(bool current, const QString& why); ///< A plan is ready to be added.
    void select(int id);
    int selectedId() const; ///< 0: none.
    QMenu* addMenu() const { return m_addMenu; }

Q_SIGNALS:
    void selectionChanged(int id);
    void compareWished(int id, bool compared);
    void renameWished(int id, const QString& title);
    void moveWished(int id, int row);
    void removeWished(int id);
    void baselineWished(int id);
    void useWished(int id);
    void quantizeWished(int id);
    void measureWished(const QList<int>& ids);
    void cancelWished(int id);
    void currentPlanWished();
    void choicesWished(const QStringList& words);
    void fileWished();

private:
    void makeActions();
    QWidget* makeButtons();
    void fillAddMenu();
    void updateActions();
    void showMenu(const QPoint& at);
    QList<int> unmeasured() const;

    std::shared_ptr<const TrialsView> m_view;
    TrialListModel* m_model;
    QListView* m_list;
    QLabel *m_count, *m_problem;
    QToolButton* m_add;
    QMenu *m_addMenu, *m_menu;
    QPushButton *m_measureAll, *m_use, *m_quantize;
    QAction *m_baseline, *m_measure, *m_cancel, *m_useAction, *m_quantizeAction, *m_rename, *m_up,
        *m_down, *m_remove, *m_current;
    std::vector<TrialChoice> m_choices;
};

} // namespace aq
