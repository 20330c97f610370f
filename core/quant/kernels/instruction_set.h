#pragma once
#include <cstdint>
#include <span>
#include <string_view>

namespace aq {

/// A set of vector instructions that the hot loops are compiled for.
struct InstructionSet {
    const char* name = "";   ///< "AVX3", "AVX2", …, "scalar": shown to people.
    std::int64_t target = 0; ///< Highway's bit; 0: plain C++.
};

/// Those this CPU can run, best first; the last is "scalar".
std::span<const InstructionSet> instructionSets();

/// The one in use: the best, or the one the environment's AQ_KERNELS names. Every one gives the
/// same bytes.
const InstructionSet& instructionSet();

/// What AQ_KERNELS names and this CPU does not have: the best set is used then. Empty: nothing.
std::string_view unknownInstructionSet();

/// Changes it for the whole program: tests and benchmarks, while nothing else is running.
void useInstructionSet(const InstructionSet& set);

} // namespace aq
