#include "core/validate/validation_report.h"
#include "core/base/printable.h"
#include "core/quant/scheme.h"
#include "core/validate/size_wish.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace aq {

namespace {

struct WidthFloor {
    int bits;
    Floor floor;
};
// seed-systems A5, proposed floors.
constexpr std::array widthFloors{
    WidthFloor{2, {.90, .45}},
    WidthFloor{3, {.96, .28}},
    WidthFloor{4, {.990, .14}},
    WidthFloor{6, {.999, .045}},
    WidthFloor{8, {.9999, .015}},
};

QString number(double value) { return QString::number(value, 'g', 5); }

/// "cosine 0.8123 is below 0.85"; empty when both limits hold. NaN never holds.
QString missed(const TensorReport& tensor, double leastCosine, double mostError)
{
    QStringList misses;
    if (!(tensor.cosine >= leastCosine))
        misses << QStringLiteral("cosine %1 is below %2")
                      .arg(number(tensor.cosine), number(leastCosine));
    if (!(tensor.relRmse <= mostError))
        misses << QStringLiteral("relative RMSE %1 is above %2")
                      .arg(number(tensor.relRmse), number(mostError));
    return misses.join(QStringLiteral(", "));
}

bool isQuantized(const TensorReport& tensor)
{
    return tensor.status != Status::Kept && tensor.status != Status::Failed;
}

void sumUp(const ValidationReport& report, ReportSummary& summary)
{
    double cosines = 0, errors = 0; // Each times the parameters of its tensor.
    std::int64_t quantized = 0, before = 0, after = 0;
    for (const TensorReport& tensor : report.tensors) {
        summary.parameters += tensor.parameters;
        before += tensor.bytesBefore;
        after += tensor.bytesAfter;
        if (!isQuantized(tensor))
            continue;
        quantized += tensor.parameters;
        cosines += tensor.cosine * double(tensor.parameters);
        errors += tensor.relRmse * double(tensor.parameters);
    }
    summary.cosine = quantized ? cosines / double(quantized) : 1;
    summary.relRmse = quantized ? errors / double(quantized) : 0;
    summary.sqnrDb = -20 * std::log10(summary.relRmse);
    summary.bytesBefore = summary.bytesBefore ? summary.bytesBefore : before;
    summary.bytesAfter = summary.bytesAfter ? summary.bytesAfter : after;
    if (summary.bytesAfter)
        summary.compressionRatio = double(summary.bytesBefore) / double(summary.bytesAfter);
    if (summary.parameters)
        summary.bitsPerWeight = 8 * double(after) / double(summary.parameters);
}

qsizetype worstOf(const std::vector<TensorReport>& tensors)
{
    qsizetype worst = -1;
    for (std::size_t i = 0; i < tensors.size(); ++i)
        if (isQuantized(tensors[i])
            && (worst < 0 || tensors[i].relRmse > tensors[std::size_t(worst)].relRmse))
            worst = qsizetype(i);
    return worst;
}

} // namespace

const char* statusId(Status status)
{
    switch (status) {
    case Status::Kept:
        return "kept";
    case Status::Passed:
        return "passed";
    case Status::BelowFloor:
        return "below-floor";
    case Status::BelowMinimum:
        return "below-minimum";
    case Status::Failed:
        return "failed";
    }
    return "";
}

int codeBitsOf(const QString& scheme)
{
    const Scheme* found = schemeNamed(scheme);
    return found && qstrcmp(found->family, "float") != 0 ? found->codeBits : 0;
}

Floor floorFor(int codeBits)
{
    const auto above = std::ranges::lower_bound(widthFloors, codeBits, {}, &WidthFloor::bits);
    if (above == widthFloors.begin() || (above != widthFloors.end() && above->bits == codeBits))
        return above->floor;
    const auto& below = *(above - 1);
    if (above == widthFloors.end())
        return below.floor;
    const double share = double(codeBits - below.bits) / double(above->bits - below.bits);
    const auto between = [share](double a, double b) { return a * std::pow(b / a, share); };
    return {1 - between(1 - below.floor.cosine, 1 - above->floor.cosine),
        between(below.floor.relRmse, above->floor.relRmse)};
}

void judge(TensorReport& tensor, int codeBits, const Thresholds& thresholds)
{
    tensor.cosine = cosine(tensor.sums);
    tensor.relRmse = relRmse(tensor.sums);
    tensor.sqnrDb = sqnrDb(tensor.sums);
    tensor.maxError = tensor.sums.maxError;
    tensor.bitsPerWeight
        = tensor.parameters ? 8 * double(tensor.bytesAfter) / double(tensor.parameters) : 0;
    if (!isQuantized(tensor))
        return;

    constexpr double anyError = std::numeric_limits<double>::infinity();
    const Floor floor = floorFor(codeBits);
    const QString minimum = missed(tensor, thresholds.minCosine, anyError);
    const QString floors = thresholds.floorsPerWidth && codeBits > 0
        ? missed(tensor, floor.cosine, floor.relRmse)
        : QString();
    tensor.status = !minimum.isEmpty() ? Status::BelowMinimum
        : !floors.isEmpty()            ? Status::BelowFloor
                                       : Status::Passed;
    QStringList lines;
    if (!minimum.isEmpty())
        lines << minimum + QStringLiteral(" (minimum)");
    if (!floors.isEmpty())
        lines << floors + QStringLiteral(" (floor of %1 bits)").arg(codeBits);
    tensor.message = lines.join(QStringLiteral("; "));
}

void summarise(ValidationReport& report)
{
    ReportSummary summary; // Files' sizes and the time are not ours to work out.
    summary.bytesBefore = report.summary.bytesBefore;
    summary.bytesAfter = report.summary.bytesAfter;
    summary.seconds = report.summary.seconds;
    for (TensorReport& tensor : report.tensors) {
        judge(tensor, codeBitsOf(tensor.scheme), report.thresholds);
        if (tensor.status != Status::Kept && tensor.status != Status::Passed)
            summary.failures << printable(tensor.name) + QStringLiteral(": ") + tensor.message;
    }
    sumUp(report, summary);
    summary.worst = worstOf(report.tensors);
    report.summary = std::move(summary);
    if (const QString size = sizeFailure(report); !size.isEmpty())
        report.summary.failures.prepend(size);
    report.summary.passed = report.summary.failures.isEmpty();
}

} // namespace aq
