#pragma once
#include "ui/models/trial.h"

namespace aq {

// The words of the compare page, translated; numbers in the default locale.

QString measureTitle(ErrorMeasure measure);            ///< "Relative RMSE"
QString measureShortTitle(ErrorMeasure measure);       ///< "RMSE": beside its number.
QString measureAbout(ErrorMeasure measure);            ///< A sentence, for tool tips.
QString measureUnit(ErrorMeasure measure);             ///< "dB" or nothing: of numbers, for copies.
QString errorText(double error, ErrorMeasure measure); ///< "7.12 %", "23.0 dB", "exact", "–"
/// "+0.31 %", "−2.1 dB": how the number itself changed.
QString errorDifferenceText(double error, double baseline, ErrorMeasure measure);
QString bytesDifferenceText(std::int64_t difference); ///< "+12.3 MiB", "±0"

QString schemeText(const QString& scheme); ///< "q4_k" -> "Q4_K", "int4:64" -> "INT4 · 64"
QString roleText(const TrialLook& trial);  ///< "Q4_K_M (baseline)"
/// "4.53 GiB, 28.3 % of the source"
QString sizeText(const TrialSums& sums);
/// "RMSE 7.12 %", "not measured", "measuring, 12 %"
QString stateText(const TrialLook& trial, ErrorMeasure measure);
/// Everything about a trial, some lines: for a tool tip.
QString tipText(const TrialsView& view, const TrialLook& trial);
/// "Q4_K_M: 4.53 GiB, relative RMSE 7.12 %; Q5_K_M is better in both": for a read-out.
QString readingText(const TrialsView& view, const TrialLook& trial);

/// What each decibel of SQNR costs that a trial is closer than the baseline, or saves that it is
/// farther; NaN: neither, or nothing is known.
double bytesPerDb(const TrialsView& view, const TrialLook& trial);

/// What the numbers say, a sentence or two per trial that is compared with the baseline.
QStringList verdict(const TrialsView& view);
/// What to do before there can be a verdict; empty: there is one.
QString adviceText(const TrialsView& view);

} // namespace aq
