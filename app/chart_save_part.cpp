#include "app/chart_save_part.h"

#include "app/save_dialog.h"
#include "app/session.h"
#include "ui/charts/chart_frame.h"
#include "ui/widgets/message_bar.h"

#include <QDir>
#include <QFileInfo>
#include <QPointer>

namespace aq {
namespace {

QStringList filtersFor(const ChartFrame& frame)
{
    QStringList filters{
        ChartSavePart::tr("Vector picture (*.svg)"), ChartSavePart::tr("Picture (*.png)")};
    if (frame.hasTable())
        filters << ChartSavePart::tr("Table (*.csv)");
    return filters;
}

} // namespace

ChartSavePart::ChartSavePart(Shell& shell, QObject* parent)
    : QObject(parent)
    , m_shell(shell)
{
    shell.window().installEventFilter(this);
}

bool ChartSavePart::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != ChartSaveEvent::eventType())
        return QObject::eventFilter(watched, event);
    event->accept();
    ask(static_cast<const ChartSaveEvent&>(*event));
    return true;
}

void ChartSavePart::ask(const ChartSaveEvent& wish)
{
    Settings& settings = m_shell.settings();
    const QString folder
        = settings.reportFolder.isEmpty() ? settings.exportFolder : settings.reportFolder;
    QFileDialog* dialog = saveDialog(&m_shell.window(), tr("Save the chart"),
        QDir(folder).filePath(wish.suggestedName), filtersFor(*wish.frame));
    connect(dialog, &QFileDialog::fileSelected, this,
        [this, frame = QPointer(wish.frame)](const QString& path) {
            if (!frame)
                return;
            m_shell.settings().reportFolder = QFileInfo(path).absolutePath();
            m_shell.session().runAside(frame->writer(path), [this, path](const Result<void>& done) {
                if (!done) {
                    m_shell.messages().showError(done.error());
                    return;
                }
                m_shell.messages().showMessage(
                    MessageBar::Kind::Information, tr("The chart was saved."), {}, path);
            });
        });
    dialog->open();
}

} // namespace aq
