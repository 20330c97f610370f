#pragma once
#include "core/fit/fit.h"
#include "core/plan/findings.h"
#include "core/plan/quant_plan.h"
#include "core/validate/validation_report.h"

#include <QByteArray>

namespace aq {

/// Whether a report names the sums that its numbers follow from: with them reportFromJson() reads
/// it back, and it can be judged by other limits.
enum class ReportSums : std::uint8_t { LeftOut, Included };

/// The keys of design.md 5; infinite numbers are null. Never follows the locale.
QByteArray reportJson(const ValidationReport& report, ReportSums sums = ReportSums::LeftOut);
QByteArray reportCsv(const ValidationReport& report); ///< RFC 4180, one row per tensor.
/// One self-contained page: verdict, totals, SVG charts, every tensor worst first. No script is
/// needed to read it, no other file is loaded; names are escaped.
QByteArray reportHtml(const ValidationReport& report);

/// Chooses by the extension of `path`: .json, .csv, .html; anything else is a usage error.
Result<QByteArray> reportFor(const QString& path, const ValidationReport& report);

/// What is known of a plan besides itself.
struct PlanExtras {
    std::optional<std::int64_t> fileBytes = {}; ///< Exactly what the file would have.
    const FitModel* model = nullptr;            ///< That the plan was fitted by; null: it was not.
    const Fit* fit = nullptr;                   ///< Likewise.
};

/// `inspect --json` and `plan --json`.
QByteArray headerJson(const QString& path, const char* format, std::int64_t fileBytes,
    const ModelHeader& header, const QString& architecture, const QStringList& evidence = {});
QByteArray planJson(const QString& path, const ModelHeader& header, const QuantPlan& plan,
    std::span<const Finding> findings = {}, const PlanExtras& extras = {});

} // namespace aq
