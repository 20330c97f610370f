#include "app/languages.h"
#include "app/layout_part.h"
#include "app/log_book.h"
#include "app/main_window.h"
#include "app/process_memory.h"
#include "app/settings.h"
#include "app/settings_keeper.h"
#include "app/single_instance.h"
#include "app/start_arguments.h"
#include "app/window_front.h"

#include <QApplication>
#include <QDir>
#include <QSettings>
#include <QStandardPaths>
#include <csignal>

namespace {

void nameProgram()
{
    QCoreApplication::setApplicationName(QStringLiteral("ArrowQuant"));
    QCoreApplication::setOrganizationName(QStringLiteral("ArrowQuant"));
    QCoreApplication::setApplicationVersion(QStringLiteral(AQ_VERSION));
}

/// What the launcher gave this start, so that a window may come to the front for it. Qt takes
/// these from the environment once it has a display.
QByteArray activationToken()
{
    const QByteArray token = qgetenv("XDG_ACTIVATION_TOKEN");
    return token.isEmpty() ? qgetenv("DESKTOP_STARTUP_ID") : token;
}

} // namespace

int main(int argc, char** argv)
{
    aq::keepHeapSmall();
    std::signal(SIGXFSZ, SIG_IGN); // Writing beyond a limit is an error like any other.
    nameProgram();
    if (aq::wantsAnswerOnly(argc, argv)) {
        const QCoreApplication app(argc, argv);
        aq::startArguments(QCoreApplication::arguments(), QDir::currentPath());
    }
    aq::LogBook::get().start(
        QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + QStringLiteral("/log"));
    const QByteArray activation = activationToken();
    QApplication app(argc, argv);
    QApplication::setDesktopFileName(QStringLiteral("arrowquant"));
    const QString path = aq::settingsPath();
    const aq::Settings settings = aq::loadSettings(QSettings(path, QSettings::IniFormat));
    aq::useLanguage(app, aq::chosenLanguage(QApplication::arguments(), settings.language));
    const aq::StartArguments start
        = aq::startArguments(QApplication::arguments(), QDir::currentPath());

    aq::SingleInstance instance(aq::SingleInstance::socketFor(path));
    if (start.newWindow)
        instance.claimIfFree();
    else if (instance.claim({start.models, activation}) == aq::SingleInstance::Claim::HandedOver)
        return 0;

    aq::MainWindow window(settings);
    aq::applyTheme(app, aq::themeNamed(window.currentSettings().theme));
    QObject::connect(&instance, &aq::SingleInstance::requested, &window,
        [&window](const aq::StartRequest& request) {
            aq::bringToFront(window, request.activation);
            window.openModels(request.models);
        });
    // What the window still writes down takes a moment, in which it answers nobody.
    QObject::connect(&app, &QCoreApplication::aboutToQuit, &instance, &aq::SingleInstance::close);
    window.show();
    window.openModels(start.models);
    if (start.models.isEmpty() && !start.newWindow)
        window.findChild<aq::LayoutPart*>()->restoreSession();
    aq::SettingsKeeper keeper(path, settings, [&window] { return window.currentSettings(); });
    const int status = QApplication::exec();
    keeper.saveAndWait();
    return status;
}
