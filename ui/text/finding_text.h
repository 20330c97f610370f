#pragma once
#include "core/plan/findings.h"

namespace aq {

// The words of findings, translated where they have an id.

QString severityText(Severity severity);     ///< "Blocks", "Slow", "Note"
const char* severityIcon(Severity severity); ///< For themeIcon().
QString kindText(const Finding& finding);    ///< "Names that are too long": of many of one kind.
QString whatText(const Finding& finding);    ///< Finding::what, translated.
QString whyText(const Finding& finding);     ///< Finding::why, translated.
QString sentence(QString text);              ///< Begins with a capital, ends with a full stop.
QString repairText(const Repair& repair);    ///< "Store as F16": fit for a button.

/// "2 blocking, 1 slow, 12 notes"; empty without findings.
QString countsText(std::span<const Finding> findings);
Severity worstOf(std::span<const Finding> findings); ///< Note without findings.

/// "Nothing stands in the way of ComfyUI-GGUF."
QString allClearText(const Target& target);
/// "ComfyUI-GGUF will not load this file": what a blocking finding means.
QString blockedText(const Target& target);

} // namespace aq
