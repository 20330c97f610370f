#pragma once

namespace aq {

/// At the start of the program: what is large is handed back as soon as it is free. Without this
/// glibc learns from the first large table that is freed to keep the next ones among small things,
/// where a plan of 100,000 tensors that is replaced leaves a hole of its size behind.
void keepHeapSmall();

/// What was freed in small pieces goes back too. Takes some milliseconds: for the background.
void giveBackMemory();

} // namespace aq
