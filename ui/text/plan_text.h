#pragma once
#include "core/plan/quant_plan.h"
#include "core/validate/validation_report.h"

namespace aq {

// The words of a plan and of a report, translated.

QString reasonText(Reason reason);    ///< "Keep-list"
QString reasonMeaning(Reason reason); ///< A sentence, for tool tips.
/// What core wrote with the id of a reason in front, "keep-list: keep (norm)", with the words that
/// are fixed translated; what follows them is technical English. Printable.
QString reasonLine(const QString& technical);
QString statusText(Status status);    ///< "Below floor"
QString groupSizeText(int groupSize); ///< "64", or "Per tensor" for 0.
QString symmetryText(Symmetry symmetry);
QString scaleTypeText(ScaleType type);

QString schemeTitle(const Scheme* scheme); ///< "INT4", "Keep" when null.
/// "INT4 · 128", "Q4_K" (its blocks have no groups to choose), "Keep" when `scheme` is null.
QString plannedText(const Scheme* scheme, const SchemeOptions& options);

/// "Keep source", "INT4", "INT4 · 64": an action, as a person chooses it.
QString actionTitle(const Action& action);

} // namespace aq
