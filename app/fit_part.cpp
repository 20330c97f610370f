#include "app/fit_part.h"

#include "app/fitting.h"
#include "app/session.h"
#include "ui/pages/plan_page.h"
#include "ui/widgets/fit_panel.h"
#include "ui/widgets/message_bar.h"

#include <QAction>
#include <QDockWidget>
#include <QMenu>

namespace aq {

FitPart::FitPart(Shell& shell, QObject* parent)
    : QObject(parent)
    , m_shell(shell)
    , m_fitting(new Fitting(shell.session(), this))
    , m_panel(new FitPanel)
    , m_dock(&shell.addDock(
          QStringLiteral("fit"), tr("Fit to a size"), m_panel, Qt::RightDockWidgetArea))
{
    m_fitting->limits = [&shell] {
        const Settings& settings = shell.settings();
        return JobLimits{settings.threads, std::int64_t(settings.memoryMiB) << 20, false};
    };
    addMenu();
    connectPanel();
    connect(m_dock, &QDockWidget::visibilityChanged, m_fitting, &Fitting::setActive);
    connect(m_fitting, &Fitting::changed, this, [this] { m_panel->setView(m_fitting->view()); });
    connect(m_fitting, &Fitting::profilesMeasured, &shell.planPage(), &PlanPage::setExpectedErrors);
    connect(m_fitting, &Fitting::failed, this,
        [this](const Error& error) { m_shell.messages().showError(error); });
    connect(&shell.planPage(), &PlanPage::fitRequested, this, &FitPart::show);
}

void FitPart::addMenu()
{
    m_dock->toggleViewAction()->setText(tr("&Fit to a size"));
    QMenu& menu = m_shell.menu(Shell::Menu::Edit);
    menu.addSeparator();
    QAction* action = menu.addAction(tr("Fit to a &size…"), this, &FitPart::show);
    action->setObjectName(QStringLiteral("edit.fit"));
    action->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_B));
    action->setToolTip(tr("The best types for a file of the size that you choose"));
    const Session& session = m_shell.session();
    action->setEnabled(false);
    connect(&session, &Session::opened, action, [action] { action->setEnabled(true); });
    connect(&session, &Session::closed, action, [action] { action->setEnabled(false); });
}

void FitPart::connectPanel()
{
    connect(m_panel, &FitPanel::measureWished, m_fitting, &Fitting::measure);
    connect(m_panel, &FitPanel::cancelWished, m_fitting, &Fitting::cancelMeasuring);
    connect(m_panel, &FitPanel::bytesWished, m_fitting, &Fitting::fitToBytes);
    connect(m_panel, &FitPanel::errorWished, m_fitting, &Fitting::fitToError);
    connect(m_panel, &FitPanel::settled, m_fitting, &Fitting::settle);
    connect(m_panel, &FitPanel::stopWished, m_fitting, &Fitting::stop);
    connect(m_panel, &FitPanel::weightWished, m_fitting, &Fitting::setWeight);
    connect(m_panel, &FitPanel::baselineWished, m_fitting, &Fitting::setBaseline);
    connect(m_panel, &FitPanel::refineWished, m_fitting, &Fitting::refine);
    connect(m_panel, &FitPanel::refineCancelled, m_fitting, &Fitting::cancelRefining);
    connect(m_panel, &FitPanel::tensorWished, this,
        [this](const QString& name) { m_shell.showTensor(name); });
}

void FitPart::show()
{
    m_shell.showPage(Page::Plan);
    m_dock->show();
    m_dock->raise();
    m_panel->focusStart();
}

} // namespace aq
