#include "app/main_window.h"
#include "app/settings.h"

#include <QApplication>
#include <QCommandLineParser>
#include <csignal>

int main(int argc, char** argv)
{
    std::signal(SIGXFSZ, SIG_IGN); // Writing beyond a limit is an error like any other.
    QApplication app(argc, argv);
    QApplication::setApplicationName(QStringLiteral("ArrowQuant"));
    QApplication::setOrganizationName(QStringLiteral("ArrowQuant"));
    QApplication::setApplicationVersion(QStringLiteral(AQ_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("arrowquant"));

    QCommandLineParser parser;
    parser.setApplicationDescription(
        QCoreApplication::translate("main", "Quantizes neural-network checkpoints."));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addPositionalArgument(QStringLiteral("MODEL"),
        QCoreApplication::translate("main", "A model to open: a file, an index or a folder."),
        QStringLiteral("[MODEL…]"));
    parser.process(app);

    QSettings file(QSettings::IniFormat, QSettings::UserScope, QStringLiteral("ArrowQuant"),
        QStringLiteral("arrowquant"));
    aq::MainWindow window(aq::loadSettings(file));
    aq::applyTheme(app, aq::themeNamed(window.currentSettings().theme));
    window.show();
    window.openModels(parser.positionalArguments());
    const int status = QApplication::exec();
    aq::saveSettings(file, window.currentSettings());
    return status;
}
