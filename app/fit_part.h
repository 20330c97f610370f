#pragma once
#include "app/shell.h"

#include <QObject>

namespace aq {

class FitPanel;
class Fitting;

/// "Fit to a size": a dock, its entry in the Edit menu, and the wishes of its panel.
class FitPart final : public QObject {
    Q_OBJECT
public:
    FitPart(Shell& shell, QObject* parent);

    FitPanel& panel() { return *m_panel; }
    Fitting& fitting() { return *m_fitting; }
    void show(); ///< The dock, with the focus on what is done first.

private:
    void addMenu();
    void connectPanel();

    Shell& m_shell;
    Fitting* m_fitting;
    FitPanel* m_panel;
    QDockWidget* m_dock;
};

} // namespace aq
