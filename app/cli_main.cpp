#include "app/cli.h"
#include "app/cli_interrupt.h"
#include "app/cli_output.h"

#include <cerrno>
#include <cstdlib>
#include <exception>

namespace {

/// Library warnings are for us; a person gets one line per error.
void ignoreMessage(QtMsgType type, const QMessageLogContext&, const QString&)
{
    if (type == QtFatalMsg)
        std::abort();
}

int guardedRun(const QStringList& words)
{
    try {
        return aq::cli::run(words);
    } catch (const std::bad_alloc&) {
        return aq::cli::fail({aq::ErrorCode::Internal, QStringLiteral("not enough memory"), {}},
            QStringLiteral("arrowquant-cli"));
    } catch (const std::exception& bug) {
        return aq::cli::fail({aq::ErrorCode::Internal, QString::fromUtf8(bug.what()), {}},
            QStringLiteral("arrowquant-cli"));
    }
}

} // namespace

// No QCoreApplication: nothing here needs one, and it writes to standard error in some locales.
int main(int argc, char** argv)
{
    qInstallMessageHandler(ignoreMessage);
    aq::cli::watchInterrupts();
    QStringList words;
    for (int i = 1; i < argc; ++i)
        words += QString::fromLocal8Bit(argv[i]);
    const int status = guardedRun(words);
    const int problem = aq::cli::flushOutput(); // A reader that went away is no failure.
    if (problem != 0 && problem != EPIPE && status == aq::cli::Done)
        return aq::cli::fail({aq::ErrorCode::WriteFailed, QStringLiteral("cannot be written"), {}},
            QStringLiteral("standard output"));
    return status;
}
