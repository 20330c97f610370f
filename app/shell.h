#pragma once
#include <QMainWindow>
#include <functional>

class QDockWidget;
class QMenu;
class QMessageBox;

namespace aq {

class MessageBar;
class PlanPage;
class ReportPage;
class Session;
struct Settings;

/// The pages, in the order of the bar at the left and of Ctrl+1, Ctrl+2, …
enum class Page { Start, Plan, Queue, Report, Compare };

/// What the window offers to its parts. A part is a QObject in a file of its own that adds its
/// actions, docks and pages here and wires them to the session; MainWindow makes one of each.
class Shell {
public:
    enum class Menu { File, Edit, View, Job, Help };

    virtual ~Shell() = default;
    virtual QMainWindow& window() = 0;
    virtual Session& session() = 0;
    virtual Settings& settings() = 0; ///< Saved when the program ends.
    virtual MessageBar& messages() = 0;
    virtual PlanPage& planPage() = 0;
    virtual ReportPage& reportPage() = 0;
    virtual int reportJob() const = 0; ///< The job whose report is shown; 0: none.

    virtual QMenu& menu(Menu menu) = 0;
    /// Takes the widget. `icon` names one of resources/icons.
    virtual void addPage(
        Page page, const QString& icon, const QString& title, const QString& hint, QWidget* widget)
        = 0;
    virtual void showPage(Page page) = 0;
    virtual Page page() const = 0;
    /// Takes the widget; hidden at first, with an entry in the View menu. `id` is stable.
    virtual QDockWidget& addDock(
        const QString& id, const QString& title, QWidget* widget, Qt::DockWidgetArea area)
        = 0;
    /// Shows a tensor in the table of the Plan page.
    virtual void showTensor(const QString& name) = 0;
    virtual void openModel(const QString& path) = 0;
};

} // namespace aq
