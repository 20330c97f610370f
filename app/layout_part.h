#pragma once
#include "app/shell.h"
#include "core/io/model_source.h"
#include "core/plan/recipe.h"

#include <QObject>
#include <QTimer>
#include <optional>

class QAction;

namespace aq {

/// Docks, splitters, columns, the page, and the open model with its plan are at the next start as
/// they were left; "Reset layout" takes the first of these back. What was open is opened again in
/// the background, unless it is gone or something else is asked for.
class LayoutPart final : public QObject {
    Q_OBJECT
public:
    /// @pre all parts with docks and pages are made, and no layout was restored yet.
    LayoutPart(Shell& shell, QObject* parent);

    /// What was open at the end of the last run, if that is wished.
    void restoreSession();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void makeMenu();
    void watchSplitters();
    void keepSplitters();
    void restoreSplitters(const QByteArray& states);
    void noteSession();
    void noteRecipe(const Recipe& recipe);
    void packRecipe();
    void packNow(); ///< The last moment.
    void notePage();
    void resetLayout();
    void restoreRecipe(const Recipe& recipe, const ModelSource& model);

    Shell& m_shell;
    QAction *m_fullScreen, *m_toMessage;
    QByteArray m_docks, m_planView, m_splitters; ///< As the program makes them.
    bool m_opened = false;                       ///< Something was, since the start.
    std::optional<Recipe> m_unpacked;            ///< Large, and not in the settings yet.
    QTimer m_packing;
    bool m_isPacking = false;
};

} // namespace aq
