#include "app/cli_output.h"

#include "core/base/printable.h"
#include "core/validate/size_wish.h"

#include <QFileInfo>
#include <algorithm>
#include <cerrno>
#include <cmath>
#include <cstdio>
#include <mutex>

namespace aq::cli {
namespace {

constexpr qsizetype longestLine = 240;
constexpr qsizetype longestPath = 160;

QString padded(const QString& word, qsizetype width, bool right)
{
    return right ? word.rightJustified(width) : word.leftJustified(width);
}

qsizetype widthOf(const std::vector<QStringList>& rows, const QString& title, qsizetype column)
{
    qsizetype width = title.size();
    for (const QStringList& row : rows)
        width = std::max(width, row[column].size());
    return width;
}

bool isRight(const QString& title) { return title.startsWith(QLatin1Char('>')); }

std::mutex s_outputMutex; ///< Jobs of a batch print at the same time.
int s_outputError = 0;    ///< The first errno of standard output.

void noteOutput(bool isWritten)
{
    if (!isWritten && s_outputError == 0)
        s_outputError = errno != 0 ? errno : EIO;
}

void printError(const QString& line) { std::fprintf(stderr, "%s\n", line.toUtf8().constData()); }

/// What was promised and not kept.
QString verdictText(const ValidationReport& report)
{
    if (report.summary.passed)
        return QStringLiteral("passed");
    const bool isOver = bytesOverWish(report) > 0;
    if (tensorFailures(report) == 0 && isOver)
        return QStringLiteral("larger than asked for");
    return QStringLiteral("below threshold")
        + (isOver ? QStringLiteral(" and larger than asked for") : QString());
}

} // namespace

Status statusOf(const Error& error)
{
    switch (error.code) {
    case ErrorCode::NotReadable:
    case ErrorCode::Corrupt:
    case ErrorCode::Unsupported:
        return InputRejected;
    case ErrorCode::InvalidPlan:
        return WrongUsage;
    case ErrorCode::WriteFailed:
        return CouldNotWrite;
    case ErrorCode::Cancelled:
        return Interrupted;
    case ErrorCode::Internal:
        break;
    }
    return FailedOtherwise;
}

QString errorLine(const Error& error, const QString& path)
{
    const qsizetype colon = error.where.indexOf(QStringLiteral(": "));
    const QString first = colon < 0 ? error.where : error.where.left(colon);
    const bool namesFile = error.code == ErrorCode::WriteFailed || QFileInfo::exists(first);
    const bool isLocated = !first.isEmpty() && (error.where.startsWith(path) || namesFile);
    const QString where = isLocated ? error.where
        : error.where.isEmpty()     ? path
                                    : path + QStringLiteral(": ") + error.where;
    const qsizetype headSize
        = isLocated && !error.where.startsWith(path) ? first.size() : path.size();
    const QString detail = error.detail.isEmpty() ? QStringLiteral("failed") : error.detail;
    const QString head = printable(where.left(headSize), longestPath);
    return head
        + printable(where.mid(headSize) + QStringLiteral(": ") + detail, longestLine - head.size());
}

int fail(const Error& error, const QString& path)
{
    printError(errorLine(error, path));
    return statusOf(error);
}

void noteLine(const QString& detail)
{
    printError(printable(QStringLiteral("arrowquant-cli: note: ") + detail, longestLine));
}

int failUsage(const QString& detail, const QString& command)
{
    const QString help = command.isEmpty() ? QStringLiteral(" (see --help)")
                                           : QStringLiteral(" (see %1 --help)").arg(command);
    printError(
        printable(QStringLiteral("arrowquant-cli: ") + detail, longestLine - help.size()) + help);
    return WrongUsage;
}

void print(const QByteArray& bytes)
{
    const auto size = std::size_t(bytes.size());
    const std::scoped_lock lock(s_outputMutex);
    if (s_outputError == 0)
        noteOutput(std::fwrite(bytes.constData(), 1, size, stdout) == size);
}

int flushOutput()
{
    const std::scoped_lock lock(s_outputMutex);
    noteOutput(std::fflush(stdout) == 0);
    return s_outputError;
}

void print(const QString& text) { print(text.toUtf8()); }

void printLine(const QString& text) { print(text + QLatin1Char('\n')); }

QString tableText(const QStringList& titles, const std::vector<QStringList>& rows)
{
    std::vector<qsizetype> widths;
    for (qsizetype column = 0; column < titles.size(); ++column)
        widths.push_back(widthOf(rows, titles[column].mid(isRight(titles[column])), column));
    const auto line = [&](const auto& cell) {
        QString text;
        for (qsizetype column = 0; column < titles.size(); ++column)
            text += (column ? QStringLiteral("  ") : QString())
                + padded(cell(column), widths[std::size_t(column)], isRight(titles[column]));
        while (text.endsWith(QLatin1Char(' ')))
            text.chop(1);
        return text + QLatin1Char('\n');
    };
    QString text
        = line([&](qsizetype column) { return titles[column].mid(isRight(titles[column])); });
    for (const QStringList& row : rows)
        text += line([&](qsizetype column) { return row[column]; });
    return text;
}

QString bytesText(std::int64_t bytes)
{
    constexpr const char* units[] = {"B", "KiB", "MiB", "GiB", "TiB"};
    double value = double(bytes);
    int unit = 0;
    for (; value >= 1024 && unit < 4; ++unit)
        value /= 1024;
    return QStringLiteral("%1 %2").arg(
        QString::number(value, 'f', unit ? 2 : 0), QLatin1StringView(units[unit]));
}

QString fixed(double value, int decimals)
{
    return std::isfinite(value) ? QString::number(value, 'f', decimals)
        : std::isnan(value)     ? QStringLiteral("nan")
        : value > 0             ? QStringLiteral("inf")
                                : QStringLiteral("-inf");
}

QString summaryText(const ValidationReport& report)
{
    const ReportSummary& summary = report.summary;
    const auto quantized = std::count_if(report.tensors.begin(), report.tensors.end(),
        [](const TensorReport& tensor) { return tensor.scheme != QLatin1StringView("keep"); });
    return QStringLiteral("%1 of %2 tensors quantized, %3 -> %4 (%5x), %6 bits per weight, "
                          "cosine %7, SQNR %8 dB, %9")
        .arg(quantized)
        .arg(report.tensors.size())
        .arg(bytesText(summary.bytesBefore), bytesText(summary.bytesAfter),
            fixed(summary.compressionRatio, 2), fixed(summary.bitsPerWeight, 3),
            fixed(summary.cosine, 6), fixed(summary.sqnrDb, 2), verdictText(report));
}

QString reportTable(const ValidationReport& report)
{
    std::vector<QStringList> rows;
    for (const TensorReport& tensor : report.tensors)
        rows.push_back({printable(tensor.name), tensor.scheme, fixed(tensor.bitsPerWeight, 3),
            fixed(tensor.cosine, 6), fixed(tensor.relRmse, 6), fixed(tensor.sqnrDb, 2),
            QString::number(tensor.maxError, 'g', 4), QString::fromLatin1(statusId(tensor.status)),
            printable(tensor.reason)});
    const QStringList titles{QStringLiteral("tensor"), QStringLiteral("scheme"),
        QStringLiteral(">bpw"), QStringLiteral(">cosine"), QStringLiteral(">rel. RMSE"),
        QStringLiteral(">SQNR dB"), QStringLiteral(">max error"), QStringLiteral("status"),
        QStringLiteral("reason")};
    return tableText(titles, rows);
}

} // namespace aq::cli
