#include "app/cli_interrupt.h"

#include <atomic>
#include <csignal>

namespace aq::cli {
namespace {

static_assert(std::atomic<bool>::is_always_lock_free); // Safe in a signal handler.
std::atomic<bool> s_interrupted{false};

void note(int signal)
{
    s_interrupted = true;
    std::signal(signal, SIG_DFL);
}

} // namespace

void watchInterrupts()
{
    std::signal(SIGINT, note);
    std::signal(SIGTERM, note);
#ifdef SIGHUP
    std::signal(SIGHUP, note);
    std::signal(SIGPIPE, SIG_IGN);
#endif
}

bool wasInterrupted() { return s_interrupted; }

} // namespace aq::cli
