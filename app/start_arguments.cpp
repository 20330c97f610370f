#include "app/start_arguments.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <algorithm>
#include <array>
#include <string_view>

namespace aq {
namespace {

constexpr std::array<std::string_view, 6> answers{
    "-h", "--help", "--help-all", "-v", "--version", "-?"};

QString translated(const char* text) { return QCoreApplication::translate("main", text); }

} // namespace

bool wantsAnswerOnly(int argc, const char* const* argv)
{
    for (int i = 1; i < argc && std::string_view(argv[i]) != "--"; ++i)
        if (std::ranges::find(answers, std::string_view(argv[i])) != answers.end())
            return true;
    return false;
}

StartArguments startArguments(const QStringList& arguments, const QString& folder)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        translated(QT_TRANSLATE_NOOP("main", "Quantizes neural-network checkpoints.")));
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption newWindow(QStringLiteral("new-window"),
        translated(
            QT_TRANSLATE_NOOP("main", "Open a window of its own even when there is one already.")));
    parser.addOption(newWindow);
    parser.addOption({QStringLiteral("language"), // Read by chosenLanguage(), before these texts.
        translated(QT_TRANSLATE_NOOP("main", "Language of the window: de, en or zh_CN.")),
        QStringLiteral("ID")});
    parser.addPositionalArgument(QStringLiteral("MODEL"),
        translated(QT_TRANSLATE_NOOP("main", "A model to open: a file, an index or a folder.")),
        QStringLiteral("[MODEL…]"));
    parser.process(arguments);

    StartArguments start{.models = {}, .newWindow = parser.isSet(newWindow)};
    for (const QString& model : parser.positionalArguments())
        start.models << QDir::cleanPath(QDir(folder).absoluteFilePath(model));
    return start;
}

} // namespace aq
