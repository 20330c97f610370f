#include "ui/text/fit_text.h"

#include "core/base/printable.h"
#include "ui/text/job_text.h"
#include "ui/text/units.h"

#include <QCoreApplication>
#include <cmath>

namespace aq {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(FitText)
};

} // namespace

QString suggestionTitle(FitSuggestion::Kind kind)
{
    switch (kind) {
    case FitSuggestion::Kind::SmallestAcceptable:
        return Text::tr("Smallest acceptable");
    case FitSuggestion::Kind::Knee:
        return Text::tr("Knee");
    case FitSuggestion::Kind::NearLossless:
        return Text::tr("Near-lossless");
    }
    return {};
}

QString suggestionAbout(FitSuggestion::Kind kind)
{
    switch (kind) {
    case FitSuggestion::Kind::SmallestAcceptable:
        return Text::tr("The smallest file in which every tensor reaches the floor of its width "
                        "and the minimum cosine");
    case FitSuggestion::Kind::Knee:
        return Text::tr("Where further bytes begin to buy little");
    case FitSuggestion::Kind::NearLossless:
        return Text::tr("Ten decibels closer than 8 bits everywhere, or as near as it gets");
    }
    return {};
}

QString weightTitle(ErrorWeight weight)
{
    switch (weight) {
    case ErrorWeight::Parameters:
        return Text::tr("Parameters");
    case ErrorWeight::Energy:
        return Text::tr("Energy");
    case ErrorWeight::Tensors:
        return Text::tr("Tensors");
    }
    return {};
}

QString weightAbout(ErrorWeight weight)
{
    switch (weight) {
    case ErrorWeight::Parameters:
        return Text::tr("A tensor counts as much as it has weights: the usual choice");
    case ErrorWeight::Energy:
        return Text::tr("Large values count more: errors are added up as they are");
    case ErrorWeight::Tensors:
        return Text::tr("Every tensor counts alike, however small it is");
    }
    return {};
}

QString exactSizeText(std::int64_t bytes, std::int64_t sourceBytes)
{
    const QString size = Text::tr("%1 (%2 bytes)").arg(bytesText(bytes), countText(bytes));
    if (sourceBytes <= 0)
        return size;
    return Text::tr("%1, %2 of the source")
        .arg(size, percentText(double(bytes) / double(sourceBytes)));
}

QString fitErrorText(double error)
{
    if (error == 0)
        return Text::tr("no error");
    return Text::tr("error %1 (%2)").arg(percentText(error), decibelText(-20 * std::log10(error)));
}

QString spotText(const FitSpot& spot)
{
    const QString place
        = Text::tr("%1, %2", "size, error").arg(bytesText(spot.bytes), fitErrorText(spot.error));
    if (spot.title.isEmpty())
        return place;
    return Text::tr("%1: %2", "name, place").arg(printable(spot.title), place);
}

QString timeLeftText(std::optional<double> seconds)
{
    return seconds ? Text::tr("%1 left").arg(durationText(*seconds)) : QString();
}

QString lockedText(const FitView& view)
{
    QStringList parts;
    if (view.lockedByPerson > 0)
        parts << Text::tr("%n row(s) locked by you", nullptr, view.lockedByPerson);
    if (view.keptByLists > 0)
        parts << Text::tr("%n kept by lists and rules", nullptr, view.keptByLists);
    return parts.join(QStringLiteral("; "));
}

} // namespace aq
