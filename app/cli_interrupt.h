#pragma once

namespace aq::cli {

/// From now on SIGINT, SIGTERM and SIGHUP end the program with status 130: at once while it only
/// reads, and once a job has begun by ending the job, however often they come. A signal that was
/// ignored when the program started (nohup) stays ignored. A closed pipe and a file at its
/// limit are errors of the write, not the end.
void watchInterrupts();

/// There will be a temporary file to remove: interrupts are noted from now on, no more.
void noteJobBegins();
bool wasInterrupted();

} // namespace aq::cli
