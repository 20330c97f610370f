#pragma once
#include "core/base/result.h"
#include "core/validate/validation_report.h"

#include <QByteArray>

namespace aq {

/// A report as reportJson() wrote it with its sums: every number that follows from them is worked
/// out anew, so that nothing is lost to what JSON has no word for (infinities).
/// @return Corrupt: no report, or one without sums; Unsupported: one of a later version.
Result<ValidationReport> reportFromJson(const QByteArray& json);

} // namespace aq
