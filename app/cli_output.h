#pragma once
#include "core/base/error.h"
#include "core/validate/validation_report.h"

#include <QStringList>
#include <vector>

namespace aq::cli {

/// What the program's exit status means: docs/cli.md.
enum Status : int {
    Done = 0,
    WrongUsage = 2,
    InputRejected = 3,
    BelowThreshold = 4,
    CouldNotWrite = 5,
    FailedOtherwise = 6,
    Interrupted = 130
};

Status statusOf(const Error& error);

/// "model.safetensors: weight.x: element 7 is NaN": one line of at most 240 characters that begins
/// with the path of the file, free of control characters. `path` serves where the error has none.
QString errorLine(const Error& error, const QString& path);

int fail(const Error& error, const QString& path); ///< Prints errorLine(); the status to exit with.
/// "arrowquant-cli: note: …": one line on standard error that is no error.
void noteLine(const QString& detail);
int failUsage(const QString& detail, const QString& command = {});

void print(const QString& text);     ///< To standard output, as UTF-8.
void printLine(const QString& text); ///< With a line end.
void print(const QByteArray& bytes);

/// Writes out what is buffered. 0, or the number of the first error of standard output (errno);
/// EPIPE: whoever read it has seen enough.
int flushOutput();

/// Rows of words in columns; the first column flush left, those marked with `>` flush right.
QString tableText(const QStringList& titles, const std::vector<QStringList>& rows);

QString bytesText(std::int64_t bytes);     ///< "2.70 MiB"
QString fixed(double value, int decimals); ///< Independent of the locale; "inf", "nan".

/// "60 of 61 tensors quantized, 2.58 MiB -> 0.52 MiB, …": the one-line outcome of a report.
QString summaryText(const ValidationReport& report);
/// Every tensor with its measured errors.
QString reportTable(const ValidationReport& report);

} // namespace aq::cli
