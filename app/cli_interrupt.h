#pragma once

namespace aq::cli {

/// From now on SIGINT, SIGTERM and SIGHUP are noted instead of ending the program; a second SIGINT
/// ends it at once. A closed pipe is an error of the write, not the end.
void watchInterrupts();
bool wasInterrupted();

} // namespace aq::cli
