#pragma once
#include <QStringList>

class QCommandLineParser;

namespace aq {

/// What the program was started with.
struct StartArguments {
    QStringList models; ///< Absolute paths.
    bool newWindow = false;
};

/// Help and version need no display: main() answers them before it opens one.
bool wantsAnswerOnly(int argc, const char* const* argv);

/// Ends the process with a text when it was asked for help or for something unknown. Relative
/// paths are of `folder`.
StartArguments startArguments(const QStringList& arguments, const QString& folder);

} // namespace aq
