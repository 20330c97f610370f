#pragma once
#include "core/validate/validation_report.h"

namespace aq {

/// Bytes that a written file has over Recipe::fitBytes. 0: it keeps its size, none is wished, or
/// nothing was written. The sizes of a plan are exact but for tensors whose values or scales turn
/// out not to fit their types, which only reading all of them tells.
std::int64_t bytesOverWish(const ValidationReport& report);

/// What summarise() lists as the first failure of a file that is larger than was wished; empty
/// where bytesOverWish() is 0.
QString sizeFailure(const ValidationReport& report);

/// Tensors that failed or missed a limit. ReportSummary::failures has a line for each of them, last
/// and in their order.
qsizetype tensorFailures(const ValidationReport& report);
/// The lines before these: what is wrong with the file as a whole.
QStringList fileFailures(const ValidationReport& report);

} // namespace aq
