#include "app/cli_interrupt.h"

#include "app/cli_output.h"

#include <atomic>
#include <csignal>
#include <unistd.h>

namespace aq::cli {
namespace {

static_assert(std::atomic<bool>::is_always_lock_free); // Safe in a signal handler.
std::atomic<bool> s_interrupted{false};
std::atomic<bool> s_jobBegan{false};

void note(int)
{
    if (!s_jobBegan)
        ::_exit(Interrupted);
    s_interrupted = true;
}

void watch(int signal)
{
    struct sigaction old { };
    if (::sigaction(signal, nullptr, &old) != 0 || old.sa_handler == SIG_IGN)
        return;
    struct sigaction action { };
    action.sa_handler = note;
    action.sa_flags = SA_RESTART;
    ::sigaction(signal, &action, nullptr);
}

} // namespace

void watchInterrupts()
{
    for (const int signal : {SIGINT, SIGTERM, SIGHUP})
        watch(signal);
    std::signal(SIGPIPE, SIG_IGN);
    std::signal(SIGXFSZ, SIG_IGN); // Writing beyond a limit is an error like any other.
}

void noteJobBegins() { s_jobBegan = true; }

bool wasInterrupted() { return s_interrupted; }

} // namespace aq::cli
