#include "core/table/capi_call.h"

#include <algorithm>
#include <exception>
#include <new>
#include <string>

namespace aq {
namespace {

constexpr std::size_t mostLines = 100;

/// The text of the thread's last answer, or one that needs no memory.
struct LastAnswer {
    std::string text;
    const char* shown = "";

    void show(const QString& why)
    {
        text = why.toStdString();
        shown = text.c_str();
    }
};
thread_local LastAnswer last;

int failed(const char* why) noexcept
{
    last.shown = why;
    return ARROWQUANT_FAILED;
}

int failed(const std::exception& error) noexcept
{
    try {
        last.show(QString::fromUtf8(error.what()));
        return ARROWQUANT_FAILED;
    } catch (...) {
        return failed("out of memory");
    }
}

arrowquant_status statusOf(ErrorCode code)
{
    switch (code) {
    case ErrorCode::InvalidPlan:
        return ARROWQUANT_WRONG_USAGE;
    case ErrorCode::Corrupt:
    case ErrorCode::Unsupported:
        return ARROWQUANT_INPUT_REJECTED;
    case ErrorCode::Cancelled:
        return ARROWQUANT_CANCELLED;
    case ErrorCode::NotReadable:
    case ErrorCode::WriteFailed:
    case ErrorCode::Internal:
        break;
    }
    return ARROWQUANT_FAILED;
}

QString withRest(const QString& lines, std::size_t left)
{
    return left ? lines + QStringLiteral("\nand %1 more").arg(left) : lines;
}

} // namespace

Answer wrongUsage(const QString& why) { return {ARROWQUANT_WRONG_USAGE, why}; }

Answer answerTo(const Error& error)
{
    if (error.code == ErrorCode::Cancelled)
        return {ARROWQUANT_CANCELLED, QStringLiteral("cancelled")};
    const QString why
        = error.where.isEmpty() ? error.detail : error.where + QStringLiteral(": ") + error.detail;
    return {statusOf(error.code), why};
}

QString linesOf(const std::vector<LayerError>& errors)
{
    const std::size_t shown = std::min(errors.size(), mostLines);
    return withRest(
        errorText(std::vector(errors.begin(), errors.begin() + shown)), errors.size() - shown);
}

QString linesOf(const QStringList& reasons)
{
    const std::size_t shown = std::min(std::size_t(reasons.size()), mostLines);
    return withRest(
        reasons.first(qsizetype(shown)).join(u'\n'), std::size_t(reasons.size()) - shown);
}

int answer(const std::function<Answer()>& work) noexcept
{
    try {
        const Answer result = work();
        last.show(result.why);
        return result.status;
    } catch (const std::bad_alloc&) {
        return failed("out of memory");
    } catch (const std::exception& error) {
        return failed(error);
    } catch (...) {
        return failed("failed for an unknown reason");
    }
}

const char* lastAnswer() noexcept { return last.shown; }

} // namespace aq
