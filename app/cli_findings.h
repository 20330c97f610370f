#pragma once
#include "core/plan/findings.h"

namespace aq::cli {

/// One paragraph per severity, the worst first, one line per kind of finding with the tensors that
/// have it, and how it is repaired. Empty when there is nothing to say.
QString findingsText(const ModelHeader& header, const std::vector<Finding>& findings);

/// For a GGUF file for any reader, a line per program: whether it will load.
QString verdictsText(const ModelHeader& header, const QuantPlan& plan);

/// Unsupported, located at the first tensor: what blocks and how many times.
Error blockedBy(const ModelHeader& header, const std::vector<Finding>& findings);

/// For the file's metadata: the blocking findings that were overruled, "name-too-long: a, b".
QString forcedText(const ModelHeader& header, const std::vector<Finding>& findings);

} // namespace aq::cli
