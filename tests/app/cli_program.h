#pragma once
#include <QByteArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>

namespace aq::test {

/// How the command line ended, and what it printed.
struct Run {
    int status = -1;
    QByteArray out, err;
    QJsonObject json() const { return QJsonDocument::fromJson(out).object(); }
};

/// Runs `arrowquant-cli`; `variables` ("NAME=value") are added to this program's environment.
inline Run runProgram(const QStringList& words, const QStringList& variables = {})
{
    QProcess process;
    process.setEnvironment(QProcess::systemEnvironment() + variables);
    process.start(QStringLiteral(AQ_CLI), words);
    process.waitForFinished(120'000);
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

} // namespace aq::test
