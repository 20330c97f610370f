#pragma once
#include "core/quant/kernels/instruction_set.h"

#include <hwy/highway.h>

/// How a file with its own vector code finds the version for this CPU. Such a file is compiled once
/// per instruction set (hwy/foreach_target.h), names its entry with HWY_EXPORT(f) and calls it with
/// HWY_DYNAMIC_DISPATCH(f). Including this makes Highway's choice and ours the same one before the
/// first call. "scalar" has no Highway target: isScalar() asks for the reference instead.
namespace aq {

inline const InstructionSet& instructionSetAtStart = instructionSet();

inline bool isScalar() { return instructionSet().target == 0; }

} // namespace aq
