#pragma once
#include "app/session.h"
#include "app/settings.h"
#include "app/shell.h"
#include "ui/theme.h"

#include <QMap>
#include <QPointer>

class QActionGroup;
class QMenu;
class QMessageBox;
class QStackedWidget;
class QToolBar;

namespace aq {

class AddJobsPart;
class EditJobPart;
class MessageBar;
class OpenPage;
class PlanPage;
class QueuePart;
class ReportPage;

/// The window: menus, pages, and the wires between them and the session. It decides nothing about
/// models; it hands values from one page to the next.
class MainWindow final : public QMainWindow, public Shell {
    Q_OBJECT
public:
    explicit MainWindow(const Settings& settings, QWidget* parent = nullptr);
    ~MainWindow() override;

    void openModel(const QString& path) override;
    void openModels(const QStringList& paths); ///< Asks which one when there are several.
    Settings currentSettings() const;          ///< As they are now, to be saved.

    QMainWindow& window() override { return *this; }
    Session& session() override { return *m_session; }
    Settings& settings() override { return m_settings; }
    MessageBar& messages() override { return *m_message; }
    PlanPage& planPage() override { return *m_plan; }
    ReportPage& reportPage() override { return *m_report; }
    QMenu& menu(Menu menu) override { return *m_menus.value(menu); }
    void addPage(Page page, const QString& icon, const QString& title, const QString& hint,
        QWidget* widget) override;
    void showPage(Page page) override;
    Page page() const override;
    int reportJob() const override { return m_reportJob; }
    QDockWidget& addDock(
        const QString& id, const QString& title, QWidget* widget, Qt::DockWidgetArea area) override;
    void showTensor(const QString& name) override;

protected:
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    // window_menus.cpp
    void makeMenus();
    void makeFileMenu();
    void makeEditMenu();
    void makeViewMenu();
    void makeJobMenu();
    void makeHelpMenu();
    void makePageBar();
    void makeHistoryDock();

    // window_files.cpp: what is asked before a file is read or written
    void askForFile();
    void askForFolder();
    void askForExport(int id, std::function<void()> then = {}); ///< `then`: once it is exported.
    void askForReport();
    void askForImportance();
    void askForPlan();
    void savePlan(bool ask);
    void askForComponents(const ModelSource& model);
    void openFolderOf(const QString& path);
    void copyCommand();

    // window_session.cpp: what the session and its queue say
    void connectSession();
    void takeOpened(const OpenedInfo& info);
    void takeClosed();
    void closeModel();
    void takePlan(const PlanFacts& facts);
    int start(JobKind kind, Session::Findings findings = Session::Findings::Respect);
    void takeEnd(int id, const JobEnd& end);
    void showFailure(const QueuedJob* job, const Failed& failed);
    void takeExported(int id, const QString& path);
    void takeExportFailed(int id, const Error& error);

    // window_reports.cpp: which report is shown, and what follows from it
    void openReport(int id);
    void takeReadReport(int id);
    void takeReportFailed(int id, const Error& error);
    void showReport(int id);
    void forgetReportJob();
    void takeThresholds(const Thresholds& limits);
    void showLastErrors();   ///< Of the open model, in the table of the plan.
    int jobToExport() const; ///< 0: none.

    // window_questions.cpp: what is asked before something would be lost
    QMessageBox* questionBox(const QString& title, const QString& question, const QString& more);
    void quantize();
    void askAboutFindings(std::function<void()> anyway);
    void askBeforeQuitting();
    void askAboutRunning();
    void askAboutForgotten();
    void askAboutResults();
    void waitForExports();
    void exportNext();
    void goOnInBackground();
    void quit();

    void makePages();
    void makeParts();
    void connectPages();
    void showError(const Error& error);
    void updateState(); ///< Title, actions, buttons.
    void showTitle();

    Settings m_settings;
    Session* m_session;
    QStackedWidget* m_pages;
    OpenPage* m_open;
    PlanPage* m_plan;
    ReportPage* m_report;
    MessageBar* m_message;
    QueuePart* m_queuePart;
    AddJobsPart* m_addJobs;
    EditJobPart* m_editJob;
    QToolBar* m_pageBar;
    QActionGroup* m_pageActions;
    QMap<Menu, QMenu*> m_menus;
    QMap<Page, QWidget*> m_pageWidgets;
    QMenu* m_recentMenu;
    QAction *m_closeModel, *m_savePlan, *m_savePlanAs, *m_loadPlan, *m_export, *m_saveReport,
        *m_copyCommand, *m_measure, *m_quantize, *m_cancel;
    QPointer<QMessageBox> m_question;    ///< One at a time.
    std::function<void()> m_afterExport; ///< Empty: nothing waits for it.
    int m_reportJob = 0;                 ///< The job whose report is shown; 0: none.
    int m_wantedReport = 0;              ///< The job whose report is read to be shown; 0: none.
    int m_awaited = 0;                   ///< The job that was started last from the plan.
    bool m_quitting = false;             ///< All that would be lost was asked about.
    QString m_planPath;                  ///< Where the plan was last saved or loaded; empty: ask.
};

} // namespace aq
