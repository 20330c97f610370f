#include "app/equivalent_command.h"
#include "app/main_window.h"
#include "app/model_filters.h"
#include "app/save_dialog.h"
#include "ui/pages/plan_page.h"
#include "ui/pages/report_page.h"
#include "ui/text/type_text.h"
#include "ui/widgets/component_dialog.h"
#include "ui/widgets/message_bar.h"

#include <QApplication>
#include <QClipboard>
#include <QDesktopServices>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QInputDialog>
#include <QUrl>

namespace aq {
namespace {

/// Dialogs are opened, not executed: the window goes on meanwhile.
QFileDialog* fileDialog(
    QWidget* parent, const QString& title, const QString& folder, const QStringList& filters)
{
    auto* dialog = new QFileDialog(parent, title, folder);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    if (!filters.isEmpty())
        dialog->setNameFilters(filters);
    return dialog;
}

} // namespace

void MainWindow::askForFile()
{
    QFileDialog* dialog
        = fileDialog(this, tr("Open a model"), m_settings.modelFolder, modelFilters());
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &MainWindow::openModel);
    dialog->open();
}

void MainWindow::askForFolder()
{
    QFileDialog* dialog
        = fileDialog(this, tr("Open a folder with a model"), m_settings.modelFolder, {});
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly, false);
    connect(dialog, &QFileDialog::fileSelected, this, &MainWindow::openModel);
    dialog->open();
}

void MainWindow::askForImportance()
{
    const QString current = m_session->history().recipe().importance;
    QFileDialog* dialog = fileDialog(this, tr("Choose an importance matrix"),
        current.isEmpty() ? m_settings.modelFolder : QFileInfo(current).absolutePath(),
        {tr("Importance matrices (*.dat *.gguf *.imatrix)"), tr("All files (*)")});
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, m_plan, &PlanPage::setImportanceFile);
    dialog->open();
}

/// The dialog has asked whether an existing file may be replaced.
void MainWindow::askForExport(int id, std::function<void()> then)
{
    const QueuedJob* job = m_session->queue().find(id);
    if (!job || job->written.isEmpty())
        return;
    const JobSpec& spec = job->item.spec;
    const QFileInfo validated(job->written);
    const QString folder = m_settings.exportFolder.isEmpty() ? QFileInfo(spec.model).absolutePath()
                                                             : m_settings.exportFolder;
    const QString suffix = validated.suffix();
    const Target* target = targetNamed(spec.recipe.target);
    const QString floor = target ? readerFloor(*target) : QString();
    QFileDialog* dialog = saveDialog(this,
        floor.isEmpty() ? tr("Export the validated file")
                        : tr("Export the validated file, for %1").arg(floor),
        QDir(folder).filePath(validated.fileName()),
        {tr("%1 (%2)").arg(target ? targetTitle(spec.recipe.target) : suffix.toUpper(),
             QStringLiteral("*.%1").arg(suffix)),
            tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this,
        [this, id, then = std::move(then)](const QString& path) {
            m_afterExport = then;
            m_session->queue().exportTo(id, path, true);
        });
    dialog->open();
}

void MainWindow::askForReport()
{
    Q_EMIT m_report->saveReportRequested(); // ReportPart asks where.
}

void MainWindow::askForPlan()
{
    QFileDialog* dialog = fileDialog(this, tr("Load a plan"), m_settings.planFolder,
        {tr("Plans (*.json)"), tr("All files (*)")});
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& path) {
        m_settings.planFolder = QFileInfo(path).absolutePath();
        m_session->loadPlan(path);
    });
    dialog->open();
}

void MainWindow::savePlan(bool ask)
{
    if (!ask && !m_planPath.isEmpty())
        return m_session->savePlan(m_planPath);
    const QString folder = m_settings.planFolder.isEmpty()
        ? QFileInfo(m_session->model().path()).absolutePath()
        : m_settings.planFolder;
    const QString name = QFileInfo(m_session->suggestedFileName()).completeBaseName();
    QFileDialog* dialog = saveDialog(this, tr("Save the plan"),
        QDir(folder).filePath(name + QStringLiteral("-plan.json")), {tr("Plans (*.json)")});
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& path) {
        m_settings.planFolder = QFileInfo(path).absolutePath();
        m_session->savePlan(path);
    });
    dialog->open();
}

/// All components are open already; fewer are opened anew.
void MainWindow::askForComponents(const ModelSource& model)
{
    auto* dialog = new ComponentDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setComponents(model.opened().components);
    connect(dialog, &ComponentDialog::componentsChosen, this,
        [this, path = model.path(), all = model.opened().components.size()](
            const QStringList& ids) {
            if (std::size_t(ids.size()) < all)
                m_session->open(path, {ids});
        });
    dialog->open();
}

/// Several files dropped at once: one of them is the model.
void MainWindow::openModels(const QStringList& paths)
{
    if (paths.size() == 1)
        return openModel(paths.first());
    if (paths.isEmpty())
        return;
    auto* dialog = new QInputDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Open a model"));
    dialog->setLabelText(tr("Several files were dropped. Which is the model?"));
    dialog->setOption(QInputDialog::UseListViewForComboBoxItems);
    dialog->setComboBoxItems(paths);
    connect(dialog, &QInputDialog::textValueSelected, this, &MainWindow::openModel);
    dialog->open();
}

void MainWindow::openFolderOf(const QString& path)
{
    QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(path).absolutePath()));
}

void MainWindow::copyCommand()
{
    const Planner& planner = m_session->planner();
    const bool overrules = planner.isBlocked() && !hasUnforceable(*planner.facts().findings);
    const QString command = equivalentCommand(m_session->model().path(),
        m_session->history().recipe(), m_session->suggestedFileName(), overrules);
    QApplication::clipboard()->setText(command);
    m_message->showMessage(
        MessageBar::Kind::Information, tr("The command line was copied."), command);
}

} // namespace aq
