#pragma once
#include "app/shell.h"

#include <QObject>

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
    void notePage();
    void resetLayout();
    void restoreRecipe(const QString& json, int page);

    Shell& m_shell;
    QAction *m_fullScreen, *m_toMessage;
    QByteArray m_docks, m_planView, m_splitters; ///< As the program makes them.
    bool m_opened = false;                       ///< Something was, since the start.
};

} // namespace aq
