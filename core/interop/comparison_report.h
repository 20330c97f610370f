#pragma once
#include "core/validate/trial_comparison.h"

#include <QByteArray>
#include <QStringList>

namespace aq {

/// A comparison as it is written to a file, the baseline first.
struct ComparisonSheet {
    QString program;    ///< "ArrowQuant 0.1.0"
    QString source;     ///< Name of the model.
    QStringList titles; ///< Of the trials, as the next two.
    std::vector<TrialTensorsPtr> tensors;
    Comparison comparison;
    QStringList verdict; ///< Sentences; may be empty.
};

/// RFC 4180: one row per tensor of the model; per trial its scheme, bytes, relative RMSE and
/// cosine gap. Never follows the locale; unknown numbers are empty.
QByteArray comparisonCsv(const ModelHeader& header, const ComparisonSheet& sheet);
/// One self-contained page without script: verdict, size and error as a picture and as numbers,
/// blocks, and the tensors that differ. Names are escaped.
QByteArray comparisonHtml(const ModelHeader& header, const ComparisonSheet& sheet);
/// Chooses by the extension of `path`: .html, .htm, .csv; anything else is a usage error.
Result<QByteArray> comparisonFor(
    const QString& path, const ModelHeader& header, const ComparisonSheet& sheet);

} // namespace aq
