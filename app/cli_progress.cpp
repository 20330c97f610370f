#include "app/cli_progress.h"

#include "app/cli_interrupt.h"
#include "app/cli_output.h"
#include "core/base/printable.h"

#include <cmath>
#include <cstdio>
#include <nlohmann/json.hpp>
#include <unistd.h>

namespace aq::cli {
namespace {

using Json = nlohmann::ordered_json;

Json number(double value) { return std::isfinite(value) ? Json(value) : Json(); }

/// @param job  told too; -1: no batch
void printJson(Json json, int job)
{
    if (job >= 0)
        json["job"] = job;
    print(QByteArray::fromStdString(
        json.dump(-1, ' ', false, Json::error_handler_t::replace) + '\n'));
    flushOutput();
}

void tellTensor(const TensorDone& tensor, int job)
{
    Json json{{"event", "tensor"}, {"index", tensor.index}, {"name", tensor.name.toStdString()},
        {"scheme", tensor.scheme.toStdString()}, {"bytesBefore", tensor.bytesBefore},
        {"bytesAfter", tensor.bytesAfter}, {"bitsPerWeight", number(tensor.bitsPerWeight)},
        {"cosine", number(tensor.cosine)}, {"relRmse", number(tensor.relRmse)},
        {"sqnrDb", number(tensor.sqnrDb)}};
    if (!tensor.error.isEmpty())
        json["error"] = tensor.error.toStdString();
    printJson(std::move(json), job);
}

QString secondsText(double seconds)
{
    const auto whole = std::int64_t(std::ceil(seconds));
    return whole < 60
        ? QStringLiteral("%1 s").arg(whole)
        : QStringLiteral("%1:%2 min").arg(whole / 60).arg(whole % 60, 2, 10, QLatin1Char('0'));
}

} // namespace

ProgressStyle defaultStyle()
{
    return isatty(STDERR_FILENO) ? ProgressStyle::Bar : ProgressStyle::Quiet;
}

ProgressPrinter::ProgressPrinter(ProgressStyle style, int job)
    : m_style(style)
    , m_job(job)
    , m_throttle([this](const Progress& progress) { tell(progress); })
{
    noteJobBegins();
}

JobControl ProgressPrinter::control()
{
    JobControl control;
    control.cancelled = wasInterrupted;
    if (m_style == ProgressStyle::Quiet)
        return control;
    control.progress = [this](const Progress& progress) { m_throttle.add(progress); };
    if (m_style == ProgressStyle::Json)
        control.tensorDone = [this](const TensorDone& tensor) { tellTensor(tensor, m_job); };
    return control;
}

void ProgressPrinter::end()
{
    m_throttle.flush();
    if (m_barShown)
        std::fputs("\r\033[K", stderr);
    m_barShown = false;
}

void ProgressPrinter::tell(const Progress& progress)
{
    if (m_style == ProgressStyle::Bar)
        return tellBar(progress);
    printJson({{"event", "progress"}, {"stage", progress.stage.toStdString()},
                  {"bytesDone", progress.bytesDone}, {"bytesTotal", progress.bytesTotal},
                  {"tensor", progress.tensor.toStdString()}},
        m_job);
}

void ProgressPrinter::tellBar(const Progress& progress)
{
    constexpr int barWidth = 24, nameWidth = 32;
    const std::chrono::duration<double> elapsed = std::chrono::steady_clock::now() - m_start;
    const double share
        = progress.bytesTotal ? double(progress.bytesDone) / double(progress.bytesTotal) : 1;
    const double before = m_before.value_or(share); // What an earlier run did took no time now.
    m_before = before;
    const int filled = int(barWidth * share);
    QString line = QStringLiteral("%1 [%2%3] %4 %")
                       .arg(progress.stage.leftJustified(10), QString(filled, QLatin1Char('#')),
                           QString(barWidth - filled, QLatin1Char('.')),
                           QString::number(int(100 * share)).rightJustified(3));
    if (share - before > 0.02)
        line += QStringLiteral("  %1 left")
                    .arg(secondsText(elapsed.count() * (1 - share) / (share - before)));
    line += QStringLiteral("  ") + printable(progress.tensor, nameWidth);
    std::fprintf(stderr, "\r%s\033[K", line.toUtf8().constData());
    std::fflush(stderr);
    m_barShown = true;
}

void printJsonError(const QString& tensor, const QString& message, int job)
{
    printJson(
        {{"event", "error"}, {"tensor", tensor.toStdString()}, {"message", message.toStdString()}},
        job);
}

void printJsonEnd(int status, const QString& output, int job)
{
    printJson({{"event", "end"}, {"status", status}, {"output", output.toStdString()}}, job);
}

void printJsonBatch(int status, std::size_t jobs)
{
    printJson({{"event", "batch"}, {"status", status}, {"jobs", jobs}}, -1);
}

} // namespace aq::cli
