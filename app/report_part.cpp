#include "app/report_part.h"

#include "app/equivalent_command.h"
#include "app/latest.h"
#include "app/save_dialog.h"
#include "app/session.h"
#include "core/base/printable.h"
#include "ui/pages/report_page.h"
#include "ui/print/report_print.h"
#include "ui/text/job_text.h"
#include "ui/theme.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/validate_dialog.h"

#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QDockWidget>
#include <QFileInfo>
#include <QMenu>
#include <QPrintDialog>
#include <QPrintPreviewDialog>
#include <QPrinter>
#include <QProgressDialog>

namespace aq {
namespace {

struct OpenedPair {
    Result<ModelSource> original, written;
};

/// As the file says it was made; the default limits when it does not say.
Thresholds limitsOf(const ModelHeader& written)
{
    const auto recipe
        = recipeFromJson(written.metadata.value(QStringLiteral("arrowquant.recipe")).toUtf8());
    return {(recipe ? *recipe : Recipe()).minCosine, true};
}

/// Whose printer it becomes; the dialogs keep it while they are open.
std::shared_ptr<QPrinter> makePrinter(const ValidationReport& report)
{
    auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    printer->setPageLayout(reportPageLayout());
    printer->setDocName(
        QFileInfo(report.output.isEmpty() ? report.source : report.output).completeBaseName());
    printer->setCreator(report.program);
    return printer;
}

} // namespace

ReportPart::ReportPart(Shell& shell, QObject* parent)
    : QObject(parent)
    , m_shell(shell)
{
    addToMenus();
    connectPage();
    connect(&m_watcher, &JobWatcher::ended, this, &ReportPart::takeEnd);
    connect(&m_watcher, &JobWatcher::progressed, this, [this](const Progress& progress) {
        if (m_progress)
            m_progress->setValue(int(1000 * fraction(progress)));
    });
    m_shell.reportPage().restoreViewState(m_shell.settings().reportView);
    updateState();
}

ReportPart::~ReportPart()
{
    m_watcher.cancel();
    m_watcher.wait();
    m_pool.waitForDone();
}

void ReportPart::addToMenus()
{
    QMenu& file = m_shell.menu(Shell::Menu::File);
    QAction* last = file.actions().isEmpty() ? nullptr : file.actions().last(); // Quit
    m_print = new QAction(themeIcon(QStringLiteral("print")), tr("Pri&nt report…"), this);
    m_print->setShortcut(QKeySequence::Print);
    m_preview = new QAction(tr("Print previe&w…"), this);
    file.insertActions(last, {m_print, m_preview});
    file.insertSeparator(last);
    file.setToolTipsVisible(true);
    QMenu& job = m_shell.menu(Shell::Menu::Job);
    m_validate = new QAction(tr("Validate t&wo files…"), this);
    m_validate->setToolTip(tr("Compares a quantized file with its original; writes nothing"));
    job.addAction(m_validate);
    job.setToolTipsVisible(true);
    connect(m_print, &QAction::triggered, this, &ReportPart::print);
    connect(m_preview, &QAction::triggered, this, &ReportPart::preview);
    connect(m_validate, &QAction::triggered, this, &ReportPart::askForFiles);
}

void ReportPart::connectPage()
{
    ReportPage& page = m_shell.reportPage();
    connect(&page, &ReportPage::showTensorRequested, this,
        [this](const QString& name) { showTensor(name, false); });
    connect(&page, &ReportPage::inspectRequested, this,
        [this](const QString& name) { showTensor(name, true); });
    connect(&page, &ReportPage::saveReportRequested, this, &ReportPart::askWhereToSave);
    connect(&page, &ReportPage::printRequested, this, &ReportPart::print);
    connect(&page, &ReportPage::validateRequested, this, &ReportPart::askForFiles);
    connect(&page, &ReportPage::copyCommandRequested, this, &ReportPart::copyCommand);
    connect(&page, &ReportPage::reportChanged, this, &ReportPart::updateState);
    connect(&page, &ReportPage::viewStateChanged, this,
        [this] { m_shell.settings().reportView = m_shell.reportPage().saveViewState(); });
}

void ReportPart::updateState()
{
    const bool has = m_shell.reportPage().report().has_value();
    for (QAction* action : {m_print, m_preview}) {
        action->setEnabled(has);
        action->setToolTip(has ? QString() : tr("There is no report yet"));
    }
}

/// A report may be of a model that is not open, or not any more.
void ReportPart::showTensor(const QString& name, bool inspect)
{
    const auto& report = m_shell.reportPage().report();
    const ModelSource& model = m_shell.session().model();
    if (!report)
        return;
    if (!model || QFileInfo(model.path()) != QFileInfo(report->source)) {
        m_shell.messages().showMessage(MessageBar::Kind::Information,
            tr("This report is of %1, which is not open.")
                .arg(printable(QFileInfo(report->source).fileName())),
            {}, {}, {{tr("Open it"), [this, path = report->source] { m_shell.openModel(path); }}});
        return;
    }
    m_shell.showTensor(name);
    if (!inspect)
        return;
    if (auto* dock = m_shell.window().findChild<QDockWidget*>(QStringLiteral("inspector"))) {
        dock->show();
        dock->raise();
    }
}

void ReportPart::askWhereToSave()
{
    const auto& report = m_shell.reportPage().report();
    if (!report)
        return;
    const Settings& settings = m_shell.settings();
    const QFileInfo of(report->output.isEmpty() ? report->source : report->output);
    const QString folder = !settings.reportFolder.isEmpty() ? settings.reportFolder
        : !settings.exportFolder.isEmpty()                  ? settings.exportFolder
                                           : QFileInfo(report->source).absolutePath();
    QFileDialog* dialog = saveDialog(&m_shell.window(), tr("Save the report"),
        QDir(folder).filePath(of.completeBaseName() + QStringLiteral("-report.html")),
        {tr("Web page (*.html)"), tr("PDF (*.pdf)"), tr("JSON (*.json)"), tr("Table (*.csv)")});
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& path) {
        const auto& now = m_shell.reportPage().report();
        if (!now)
            return;
        m_shell.settings().reportFolder = QFileInfo(path).absolutePath();
        const bool pdf = QFileInfo(path).suffix().toLower() == QLatin1StringView("pdf");
        m_shell.session().saveReport(path, *now,
            pdf ? [](const ValidationReport& one) { return reportPdf(one); } : Session::Encode());
    });
    dialog->open();
}

void ReportPart::print()
{
    const auto& report = m_shell.reportPage().report();
    if (!report)
        return;
    const auto printer = makePrinter(*report);
    auto* dialog = new QPrintDialog(printer.get(), &m_shell.window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setOption(QAbstractPrintDialog::PrintPageRange);
    connect(dialog, qOverload<>(&QDialog::accepted), this, [this, printer, what = *report] {
        if (!printReport(*printer, what, printer->fromPage(), printer->toPage()))
            m_shell.messages().showMessage(
                MessageBar::Kind::Error, tr("The report could not be printed."));
    });
    dialog->open();
}

void ReportPart::preview()
{
    const auto& report = m_shell.reportPage().report();
    if (!report)
        return;
    const auto printer = makePrinter(*report);
    auto* dialog = new QPrintPreviewDialog(printer.get(), &m_shell.window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QPrintPreviewDialog::paintRequested, this,
        [printer, what = *report](QPrinter* device) { printReport(*device, what); });
    dialog->resize(900, 800);
    dialog->open();
}

void ReportPart::copyCommand()
{
    const auto& report = m_shell.reportPage().report();
    if (!report || report->output != m_pair || m_pair.isEmpty())
        return Q_EMIT copyCommandRequested();
    const QString command = validateCommand(report->source, report->output, report->thresholds);
    QApplication::clipboard()->setText(command);
    m_shell.messages().showMessage(
        MessageBar::Kind::Information, tr("The command line was copied."), command);
}

void ReportPart::askForFiles()
{
    auto* dialog = new ValidateDialog(&m_shell.window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setOriginal(m_shell.session().model().path());
    connect(dialog, &ValidateDialog::originalWished, this,
        [this, dialog] { askForFile(dialog, true); });
    connect(dialog, &ValidateDialog::writtenWished, this,
        [this, dialog] { askForFile(dialog, false); });
    connect(dialog, &QDialog::accepted, this,
        [this, dialog] { validate(dialog->original(), dialog->written()); });
    dialog->open();
}

void ReportPart::askForFile(ValidateDialog* dialog, bool original)
{
    auto* files = new QFileDialog(dialog,
        original ? tr("Choose the original") : tr("Choose the quantized file"),
        m_shell.settings().modelFolder);
    files->setAttribute(Qt::WA_DeleteOnClose);
    files->setFileMode(QFileDialog::ExistingFile);
    connect(files, &QFileDialog::fileSelected, dialog, [dialog, original](const QString& path) {
        original ? dialog->setOriginal(path) : dialog->setWritten(path);
    });
    files->open();
}

void ReportPart::validate(const QString& original, const QString& written)
{
    if (m_watcher.isRunning() || m_progress)
        return;
    m_original = original;
    m_written = written;
    m_validate->setEnabled(false);
    m_progress = new QProgressDialog(
        tr("Comparing %1 with its original…").arg(printable(QFileInfo(written).fileName())),
        tr("Cancel"), 0, 1000, &m_shell.window());
    m_progress->setWindowTitle(tr("Validate two files"));
    m_progress->setAutoReset(false);
    m_progress->setMinimumDuration(500);
    connect(m_progress, &QProgressDialog::canceled, &m_watcher, &JobWatcher::cancel);
    inBackground(
        m_pool, this,
        [original, written] {
            return OpenedPair{openModel(original), openModel(written)};
        },
        [this](const OpenedPair& pair) {
            for (const Result<ModelSource>* one : {&pair.original, &pair.written})
                if (!*one)
                    return takeEnd(Failed{one->error(), {one->error()}});
            startComparing(*pair.original, *pair.written);
        });
}

void ReportPart::startComparing(const ModelSource& original, const ModelSource& written)
{
    if (!m_progress || m_progress->wasCanceled())
        return takeEnd(Cancelled{});
    const Settings& settings = m_shell.settings();
    m_watcher.track(startValidate(m_pool, original, written, limitsOf(written.header()),
        {.threads = settings.threads, .memoryBytes = std::int64_t(settings.memoryMiB) << 20}));
}

void ReportPart::takeEnd(const JobEnd& end)
{
    if (m_progress)
        m_progress->deleteLater();
    m_progress = nullptr;
    m_validate->setEnabled(true);
    if (const auto* failed = std::get_if<Failed>(&end)) {
        m_shell.messages().showError(failed->error, failed->errors);
        return;
    }
    const auto* finished = std::get_if<Finished>(&end);
    if (!finished)
        return;
    m_pair = finished->report.output;
    m_shell.reportPage().setReport(finished->report);
    Q_EMIT pairShown();
    m_shell.reportPage().setExportable(false, tr("This file is where it was found"));
    m_shell.showPage(Page::Report);
}

} // namespace aq
