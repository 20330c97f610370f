// A library for LD_PRELOAD that makes chosen system calls fail, to prove that files are written
// safely. Only calls on paths below $AQ_FAIL_UNDER count. $AQ_FAIL is a list of
//     CALL:N:HOW       the Nth CALL of (pwrite ftruncate fsync close rename link unlink) goes wrong
// HOW: an errno (ENOSPC EIO EDQUOT EINVAL EINTR EPERM), SHORT (half of a write is done), KILL (the
// process dies before the call) or LATEKILL (after it). $AQ_FAIL_LOG gets a byte per such event.
#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace {

enum Call { Pwrite, Ftruncate, Fsync, Close, Rename, Link, Unlink, Calls };
constexpr const char* callNames[Calls]
    = {"pwrite", "ftruncate", "fsync", "close", "rename", "link", "unlink"};
std::atomic<int> counts[Calls];

struct How {
    const char* name;
    int number; ///< errno; 0: see the name.
};
constexpr How hows[] = {{"ENOSPC", ENOSPC}, {"EIO", EIO}, {"EDQUOT", EDQUOT}, {"EINVAL", EINVAL},
    {"EINTR", EINTR}, {"EPERM", EPERM}, {"SHORT", 0}, {"KILL", 0}, {"LATEKILL", 0}};

bool isUnder(const char* path)
{
    const char* under = std::getenv("AQ_FAIL_UNDER");
    return under && path && std::strncmp(path, under, std::strlen(under)) == 0;
}

bool isUnder(int handle)
{
    char link[32], path[4096];
    std::snprintf(link, sizeof link, "/proc/self/fd/%d", handle);
    const auto size = ::readlink(link, path, sizeof path - 1);
    if (size <= 0)
        return false;
    path[size] = '\0';
    return isUnder(path);
}

void log()
{
    const char* path = std::getenv("AQ_FAIL_LOG");
    const int handle = path
        ? int(::syscall(SYS_openat, AT_FDCWD, path, O_WRONLY | O_CREAT | O_APPEND, 0600))
        : -1;
    if (handle < 0)
        return;
    ::syscall(SYS_write, handle, "x", 1);
    ::syscall(SYS_close, handle);
}

/// What is planned for this call; counts it. Null: nothing.
const How* planned(Call call)
{
    const int nth = ++counts[call];
    char wanted[32];
    const int size = std::snprintf(wanted, sizeof wanted, "%s:%d:", callNames[call], nth);
    const char* plan = std::getenv("AQ_FAIL");
    for (const char* at = plan; at && *at;
         at = std::strchr(at, ',') ? std::strchr(at, ',') + 1 : nullptr) {
        if (std::strncmp(at, wanted, std::size_t(size)) != 0)
            continue;
        const char* name = at + size;
        const std::size_t length = std::strcspn(name, ",");
        for (const How& how : hows)
            if (std::strlen(how.name) == length && std::strncmp(how.name, name, length) == 0) {
                log();
                return &how;
            }
    }
    return nullptr;
}

bool is(const How* how, const char* name) { return how && std::strcmp(how->name, name) == 0; }

/// Runs `real` unless something else is planned.
template <typename Real>
long wrapped(Call call, bool counted, bool doneAnyway, Real real)
{
    const How* how = counted ? planned(call) : nullptr;
    if (is(how, "KILL"))
        ::raise(SIGKILL);
    if (how && how->number) {
        if (doneAnyway)
            real();
        errno = how->number;
        return -1;
    }
    const long result = real();
    if (is(how, "LATEKILL"))
        ::raise(SIGKILL);
    return result;
}

} // namespace

extern "C" {

ssize_t pwrite(int handle, const void* data, size_t size, off_t offset)
{
    const bool counted = isUnder(handle);
    const int next = counts[Pwrite] + 1;
    char wanted[32];
    std::snprintf(wanted, sizeof wanted, "pwrite:%d:SHORT", next);
    const char* plan = std::getenv("AQ_FAIL");
    const bool isShort = counted && plan && std::strstr(plan, wanted);
    const std::size_t bytes = isShort ? (size + 1) / 2 : size;
    return wrapped(Pwrite, counted, false,
        [&] { return ::syscall(SYS_pwrite64, handle, data, bytes, offset); });
}
ssize_t pwrite64(int handle, const void* data, size_t size, off64_t offset)
{
    return pwrite(handle, data, size, offset);
}
int ftruncate(int handle, off_t size) noexcept
{
    return int(wrapped(
        Ftruncate, isUnder(handle), false, [&] { return ::syscall(SYS_ftruncate, handle, size); }));
}
int ftruncate64(int handle, off64_t size) noexcept { return ftruncate(handle, size); }
int fsync(int handle)
{
    return int(
        wrapped(Fsync, isUnder(handle), false, [&] { return ::syscall(SYS_fsync, handle); }));
}
int close(int handle) // A failing close() closes.
{
    return int(wrapped(Close, isUnder(handle), true, [&] { return ::syscall(SYS_close, handle); }));
}
int rename(const char* from, const char* to) noexcept
{
    return int(wrapped(Rename, isUnder(from), false,
        [&] { return ::syscall(SYS_renameat2, AT_FDCWD, from, AT_FDCWD, to, 0); }));
}
int renameat2(
    int fromFolder, const char* from, int toFolder, const char* to, unsigned flags) noexcept
{
    return int(wrapped(Rename, isUnder(from), false,
        [&] { return ::syscall(SYS_renameat2, fromFolder, from, toFolder, to, flags); }));
}
int link(const char* from, const char* to) noexcept
{
    return int(wrapped(Link, isUnder(from), false,
        [&] { return ::syscall(SYS_linkat, AT_FDCWD, from, AT_FDCWD, to, 0); }));
}
int unlink(const char* path) noexcept
{
    return int(wrapped(
        Unlink, isUnder(path), false, [&] { return ::syscall(SYS_unlinkat, AT_FDCWD, path, 0); }));
}

} // extern "C"
