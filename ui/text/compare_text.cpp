#include "ui/text/compare_text.h"

#include "core/base/printable.h"
#include "core/plan/recipe.h"
#include "ui/text/plan_text.h"
#include "ui/text/units.h"

#include <QCoreApplication>
#include <QLocale>
#include <array>
#include <cmath>
#include <limits>

namespace aq {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Compare)
};

struct MeasureWords {
    ErrorMeasure measure;
    const char* title;
    const char* shortTitle;
    const char* about;
};
constexpr std::array measureWords{
    MeasureWords{ErrorMeasure::RelRmse, QT_TRANSLATE_NOOP("Compare", "Relative RMSE"),
        QT_TRANSLATE_NOOP("Compare", "RMSE"),
        QT_TRANSLATE_NOOP("Compare",
            "Root mean square error relative to the weights, over all weights of the model. 0 is "
            "exact.")},
    MeasureWords{ErrorMeasure::Sqnr, QT_TRANSLATE_NOOP("Compare", "SQNR"),
        QT_TRANSLATE_NOOP("Compare", "SQNR"),
        QT_TRANSLATE_NOOP("Compare",
            "The relative RMSE in decibels: signal to quantization noise. Higher is closer; 6 dB "
            "are half the error.")},
    MeasureWords{ErrorMeasure::CosineGap, QT_TRANSLATE_NOOP("Compare", "1 − cosine"),
        QT_TRANSLATE_NOOP("Compare", "1 − cosine"),
        QT_TRANSLATE_NOOP("Compare",
            "How far the direction of the weights turned, averaged over all weights. 0 is exact.")},
    MeasureWords{ErrorMeasure::Worst, QT_TRANSLATE_NOOP("Compare", "Worst tensor"),
        QT_TRANSLATE_NOOP("Compare", "Worst"),
        QT_TRANSLATE_NOOP("Compare",
            "Relative RMSE of the tensor that suffers most. One bad layer can spoil all.")},
};

const MeasureWords& wordsOf(ErrorMeasure measure)
{
    Q_ASSERT(measureWords[std::size_t(measure)].measure == measure);
    return measureWords[std::size_t(measure)];
}

/// What reads as no change at all.
constexpr double noChange = 0.0005;
constexpr double manyTimes = 1; ///< From twice the error on, a factor is easier to grasp.

enum class Wording : std::uint8_t {
    LargerCloser,
    SmallerFarther,
    SmallerFartherTimes,
    BetterBoth,
    Smaller,
    Closer,
    WorseBoth,
    WorseBothTimes,
    Larger,
    Farther,
    FartherTimes,
    Same,
    LargerUnknown,
    SmallerUnknown,
    SameSizeUnknown
};

QString sentence(Wording wording)
{
    switch (wording) {
    case Wording::LargerCloser:
        return Text::tr("%1 is %3 larger than %2 and has %4 less error.");
    case Wording::SmallerFarther:
        return Text::tr("%1 is %3 smaller than %2 and has %4 more error.");
    case Wording::SmallerFartherTimes:
        return Text::tr("%1 is %3 smaller than %2 and has %4 times its error.");
    case Wording::BetterBoth:
        return Text::tr("%1 is better than %2 in both: %3 smaller, with %4 less error.");
    case Wording::Smaller:
        return Text::tr("%1 is %3 smaller than %2 with the same error.");
    case Wording::Closer:
        return Text::tr("%1 is as large as %2 and has %4 less error.");
    case Wording::WorseBoth:
        return Text::tr("%1 is worse than %2 in both: %3 larger, with %4 more error.");
    case Wording::WorseBothTimes:
        return Text::tr("%1 is worse than %2 in both: %3 larger, with %4 times its error.");
    case Wording::Larger:
        return Text::tr("%1 is %3 larger than %2 with the same error.");
    case Wording::Farther:
        return Text::tr("%1 is as large as %2 and has %4 more error.");
    case Wording::FartherTimes:
        return Text::tr("%1 is as large as %2 and has %4 times its error.");
    case Wording::Same:
        return Text::tr("%1 and %2 are the same in size and error.");
    case Wording::LargerUnknown:
        return Text::tr("%1 is %3 larger than %2; measure both to compare their errors.");
    case Wording::SmallerUnknown:
        return Text::tr("%1 is %3 smaller than %2; measure both to compare their errors.");
    case Wording::SameSizeUnknown:
        return Text::tr("%1 is as large as %2; measure both to compare their errors.");
    }
    return {};
}

Wording wordingOf(const Against& facts, bool isTimes)
{
    using Relation = Against::Relation;
    const bool sameSize = std::abs(facts.sizeChange) < noChange;
    const bool sameError = std::abs(facts.errorChange) < noChange;
    switch (facts.relation) {
    case Relation::Unknown:
        return sameSize            ? Wording::SameSizeUnknown
            : facts.sizeChange > 0 ? Wording::LargerUnknown
                                   : Wording::SmallerUnknown;
    case Relation::Same:
        return Wording::Same;
    case Relation::Better:
    case Relation::Worse:
    case Relation::LargerCloser:
    case Relation::SmallerFarther:
        break;
    }
    const bool larger = facts.sizeChange > 0, farther = facts.errorChange > 0;
    if (sameSize && sameError)
        return Wording::Same;
    if (sameError)
        return larger ? Wording::Larger : Wording::Smaller;
    if (sameSize)
        return !farther ? Wording::Closer : isTimes ? Wording::FartherTimes : Wording::Farther;
    if (larger && farther)
        return isTimes ? Wording::WorseBothTimes : Wording::WorseBoth;
    if (larger)
        return Wording::LargerCloser;
    if (farther)
        return isTimes ? Wording::SmallerFartherTimes : Wording::SmallerFarther;
    return Wording::BetterBoth;
}

QString number(double value, int digits = 3)
{
    return std::isfinite(value) ? QLocale().toString(value, 'g', digits) : QStringLiteral("∞");
}

QString sentenceAbout(const TrialLook& trial, const TrialLook& baseline, ErrorMeasure measure)
{
    const Against facts = against(trial.sums, baseline.sums, measure);
    const bool inDb = measure == ErrorMeasure::Sqnr;
    const bool isTimes
        = !inDb && std::isfinite(facts.errorChange) && facts.errorChange >= manyTimes;
    const QString error = inDb ? decibelText(std::abs(facts.errorChange))
        : isTimes              ? number(1 + facts.errorChange, 2)
                               : percentText(std::abs(facts.errorChange));
    const QString text = sentence(wordingOf(facts, isTimes));
    const QString a = printable(trial.title), b = printable(baseline.title);
    const QString size = percentText(std::abs(facts.sizeChange));
    if (text.contains(QStringLiteral("%4")))
        return text.contains(QStringLiteral("%3"))
            ? text.arg(a, b, size, error)
            : QString(text).replace(QStringLiteral("%4"), QStringLiteral("%3")).arg(a, b, error);
    return text.contains(QStringLiteral("%3")) ? text.arg(a, b, size) : text.arg(a, b);
}

QString fitSentence(const TrialsView& view)
{
    if (view.fitBytes <= 0)
        return {};
    std::vector<TrialSums> sums;
    for (const int at : view.compared)
        sums.push_back(view.trials[std::size_t(at)].sums);
    const int best = bestWithin(sums, view.fitBytes, view.measure);
    const QString size = bytesText(view.fitBytes);
    if (best < 0)
        return Text::tr("None of them is measured and fits into %1.").arg(size);
    return Text::tr("%1 is the closest of them that fits into %2.")
        .arg(printable(view.look(std::size_t(best)).title), size);
}

QString kindText(Trial::Kind kind)
{
    switch (kind) {
    case Trial::Kind::Plan:
        return Text::tr("Plan, not measured yet");
    case Trial::Kind::Measured:
        return Text::tr("Measured");
    case Trial::Kind::File:
        return Text::tr("File, compared with the source");
    }
    return {};
}

QString frontText(const TrialsView& view, const TrialLook& trial)
{
    if (!trial.sums.isKnown())
        return {};
    if (trial.dominatedBy < 0)
        return Text::tr("None of the others is both smaller and closer.");
    return Text::tr("%1 is better: no larger, and closer to the source.")
        .arg(printable(view.trials[std::size_t(trial.dominatedBy)].title));
}

QString errorWithTitle(const TrialLook& trial, ErrorMeasure measure)
{
    return Text::tr("%1 %2", "measure, value")
        .arg(measureTitle(measure), errorText(errorOf(trial.sums, measure), measure));
}

QString costText(const TrialsView& view, const TrialLook& trial)
{
    const double cost = bytesPerDb(view, trial);
    if (!std::isfinite(cost))
        return {};
    const QString text = trial.sums.bytes > view.look(0).sums.bytes
        ? Text::tr("Each decibel gained over %1 costs %2.")
        : Text::tr("Each decibel lost against %1 saves %2.");
    return text.arg(printable(view.look(0).title), bytesText(std::llround(cost)));
}

QString signedText(double value, const QString& amount)
{
    return value > 0 ? u'+' + amount : value < 0 ? QStringLiteral("−") + amount : amount;
}

} // namespace

QString measureTitle(ErrorMeasure measure) { return Text::tr(wordsOf(measure).title); }

QString measureShortTitle(ErrorMeasure measure) { return Text::tr(wordsOf(measure).shortTitle); }

QString measureAbout(ErrorMeasure measure) { return Text::tr(wordsOf(measure).about); }

QString measureUnit(ErrorMeasure measure)
{
    return measure == ErrorMeasure::Sqnr ? QStringLiteral("dB") : QString();
}

QString errorText(double error, ErrorMeasure measure)
{
    if (std::isnan(error))
        return QStringLiteral("–");
    if (measure == ErrorMeasure::Sqnr)
        return decibelText(error);
    if (error == 0)
        return Text::tr("exact");
    return measure == ErrorMeasure::CosineGap ? number(error) : percentText(error);
}

QString errorDifferenceText(double error, double baseline, ErrorMeasure measure)
{
    const double difference = error == baseline ? 0 : error - baseline;
    if (std::isnan(difference))
        return QStringLiteral("–");
    if (difference == 0)
        return QStringLiteral("±0");
    const double amount = std::abs(difference);
    const QString text = measure == ErrorMeasure::Sqnr
        ? (std::isinf(amount) ? QStringLiteral("∞ dB") : decibelText(amount))
        : measure == ErrorMeasure::CosineGap ? number(amount)
                                             : percentText(amount);
    return signedText(difference, text);
}

QString bytesDifferenceText(std::int64_t difference)
{
    return difference == 0 ? QStringLiteral("±0")
                           : signedText(double(difference), bytesText(std::abs(difference)));
}

QString schemeText(const QString& scheme)
{
    if (scheme.isEmpty())
        return QStringLiteral("–");
    const auto action = parseAction(scheme);
    return action ? (action->isKeep() ? schemeTitle(nullptr) : actionTitle(*action))
                  : scheme.toUpper();
}

QString roleText(const TrialLook& trial)
{
    return trial.isBaseline ? Text::tr("%1 (baseline)").arg(printable(trial.title))
                            : printable(trial.title);
}

QString sizeText(const TrialSums& sums)
{
    if (sums.bytesBefore <= 0)
        return bytesText(sums.bytes);
    return Text::tr("%1, %2 of the source")
        .arg(bytesText(sums.bytes), percentText(double(sums.bytes) / double(sums.bytesBefore)));
}

QString stateText(const TrialLook& trial, ErrorMeasure measure)
{
    switch (trial.work) {
    case TrialLook::Work::Waiting:
        return Text::tr("waits to be measured");
    case TrialLook::Work::Running:
        return Text::tr("measuring, %1").arg(percentText(std::floor(100 * trial.fraction) / 100));
    case TrialLook::Work::None:
        break;
    }
    if (trial.sums.isKnown())
        return Text::tr("%1 %2", "measure, value")
            .arg(measureShortTitle(measure), errorText(errorOf(trial.sums, measure), measure));
    return trial.problem.isEmpty() ? Text::tr("not measured") : Text::tr("could not be measured");
}

QString tipText(const TrialsView& view, const TrialLook& trial)
{
    QStringList lines{printable(trial.title, 200)};
    if (!trial.settings.isEmpty())
        lines << printable(trial.settings, 300);
    lines << sizeText(trial.sums);
    lines << Text::tr("%1, data without the file's header")
                 .arg(bitsPerWeightText(trial.sums.bitsPerWeight()));
    if (trial.sums.isKnown()) {
        for (const ErrorMeasure measure : errorMeasures)
            lines << errorWithTitle(trial, measure);
        lines << frontText(view, trial);
        if (const QString cost = costText(view, trial); !cost.isEmpty())
            lines << cost;
        if (trial.sums.unknown > 0)
            lines << Text::tr("%n tensor(s) could not be compared.", "", trial.sums.unknown);
    } else {
        lines << kindText(trial.kind);
    }
    if (!trial.problem.isEmpty())
        lines << trial.problem;
    return lines.join(u'\n');
}

QString readingText(const TrialsView& view, const TrialLook& trial)
{
    const QString title = printable(trial.title);
    if (!trial.sums.isKnown())
        return Text::tr("%1: %2, not measured").arg(title, sizeText(trial.sums));
    const QString error = errorWithTitle(trial, view.measure);
    if (trial.dominatedBy < 0)
        return Text::tr("%1: %2, %3").arg(title, sizeText(trial.sums), error);
    return Text::tr("%1: %2, %3; %4 is better in both")
        .arg(title, sizeText(trial.sums), error,
            printable(view.trials[std::size_t(trial.dominatedBy)].title));
}

double bytesPerDb(const TrialsView& view, const TrialLook& trial)
{
    if (view.compared.empty() || trial.isBaseline)
        return std::numeric_limits<double>::quiet_NaN();
    return against(trial.sums, view.look(0).sums, ErrorMeasure::Sqnr).bytesPerDb;
}

QStringList verdict(const TrialsView& view)
{
    QStringList sentences;
    for (std::size_t i = 1; i < view.compared.size(); ++i)
        sentences << sentenceAbout(view.look(i), view.look(0), view.measure);
    if (const QString fits = fitSentence(view); !fits.isEmpty() && !sentences.isEmpty())
        sentences << fits;
    return sentences;
}

QString adviceText(const TrialsView& view)
{
    if (view.trials.size() < 2)
        return Text::tr("Add another setting to compare with.");
    if (view.compared.size() < 2)
        return Text::tr("Tick two to four settings to compare them.");
    return {};
}

} // namespace aq
