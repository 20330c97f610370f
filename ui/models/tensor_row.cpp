#include "ui/models/tensor_row.h"

#include "ui/text/plan_text.h"
#include "ui/text/type_text.h"

#include <QCoreApplication>
#include <QHash>
#include <algorithm>
#include <cmath>

namespace aq {
namespace {

TensorRow rowOf(const TensorInfo& tensor)
{
    TensorRow row;
    row.name = tensor.name;
    row.shape = tensor.shape;
    row.sourceType = tensor.encoding ? tensor.encoding->scheme.toUpper()
                                     : QString::fromLatin1(nameOf(tensor.dtype));
    row.parameters = tensor.elements();
    row.bytesBefore = tensor.bytes();
    row.bytesAfter = row.bytesBefore;
    row.quantizable
        = isFloat(tensor.dtype) && (!tensor.encoding || schemeNamed(tensor.encoding->scheme));
    return row;
}

void addPlan(TensorRow& row, const TensorPlan& plan)
{
    row.planned = true;
    row.bytesAfter = plan.outputBytes;
    row.scheme = plan.scheme;
    row.quantized = isQuantized(plan) ? 1 : 0;
    row.plannedText = plannedText(plan.scheme, plan.options);
    row.reason = plan.reason;
    row.because = plan.because;
    row.chain = plan.chain;
    row.storedShape = plan.storedShape;
    row.storedName = plan.storedName;
}

/// Whether `report` may have been measured with other choices than those of `row`. Choices that
/// change neither the scheme nor the size are seen by comparing the recipes' defaults.
bool isOutdated(const TensorRow& row, const TensorReport& report, bool sameDefaults)
{
    const QString scheme
        = row.scheme ? QString::fromLatin1(row.scheme->id) : QStringLiteral("keep");
    if (scheme != report.scheme)
        return true;
    return row.scheme && !sameDefaults;
}

bool sameDefaults(const Recipe& a, const Recipe& b)
{
    return a.groupSize == b.groupSize && a.symmetry == b.symmetry && a.scaleType == b.scaleType
        && a.search == b.search && a.target == b.target && a.rules == b.rules
        && a.patterns == b.patterns && a.overrides == b.overrides;
}

void addReport(TensorRow& row, const TensorReport& report)
{
    row.relRmse = report.relRmse;
    row.sqnrDb = report.sqnrDb;
    row.status = report.status;
    row.message = report.message;
}

/// "INT4 ×12, Keep ×4", most frequent first; with the group size when all agree.
QString summary(const std::vector<TensorRow>& rows, const std::vector<int>& of)
{
    const QString& first = rows[std::size_t(of.front())].plannedText;
    if (std::ranges::all_of(of, [&](int i) { return rows[std::size_t(i)].plannedText == first; }))
        return first;
    std::vector<std::pair<const Scheme*, int>> counts;
    for (const int i : of) {
        const Scheme* scheme = rows[std::size_t(i)].scheme;
        const auto known = std::ranges::find(counts, scheme, [](const auto& c) { return c.first; });
        if (known == counts.end())
            counts.emplace_back(scheme, 1);
        else
            ++known->second;
    }
    std::ranges::stable_sort(counts, std::greater<>(), [](const auto& c) { return c.second; });
    QStringList parts;
    for (const auto& [scheme, count] : counts)
        parts << QStringLiteral("%1 ×%2").arg(schemeTitle(scheme)).arg(count);
    return parts.join(QStringLiteral(", "));
}

/// The larger (worse) of two, where NaN is "unknown".
double worse(double a, double b) { return std::isnan(a) || b > a ? b : a; }

} // namespace

std::vector<TensorRow> rows(
    const ModelHeader& header, const QuantPlan* plan, const ValidationReport* report)
{
    QHash<QString, const TensorReport*> reports;
    if (report) {
        for (const TensorReport& tensor : report->tensors)
            reports.insert(tensor.name, &tensor);
    }
    const bool same = report && (!plan || sameDefaults(plan->recipe, report->recipe));
    std::vector<TensorRow> result;
    result.reserve(header.tensors.size());
    for (std::size_t i = 0; i < header.tensors.size(); ++i) {
        TensorRow row = rowOf(header.tensors[i]);
        if (plan && i < plan->tensors.size())
            addPlan(row, plan->tensors[i]);
        if (const TensorReport* measured = reports.value(row.name)) {
            addReport(row, *measured);
            row.outdated = row.planned && isOutdated(row, *measured, same);
        }
        result.push_back(std::move(row));
    }
    return result;
}

TensorRow sumOf(const QString& name, const std::vector<TensorRow>& rows, const std::vector<int>& of)
{
    TensorRow sum;
    sum.name = name;
    sum.tensors = int(of.size());
    sum.planned = true;
    for (const int i : of) {
        const TensorRow& row = rows[std::size_t(i)];
        sum.parameters += row.parameters;
        sum.bytesBefore += row.bytesBefore;
        sum.bytesAfter += row.bytesAfter;
        sum.quantizable |= row.quantizable;
        sum.planned &= row.planned;
        sum.quantized += row.quantized;
        sum.relRmse = worse(sum.relRmse, row.relRmse);
        sum.sqnrDb = -worse(-sum.sqnrDb, -row.sqnrDb);
        sum.outdated |= row.outdated;
        if (row.status && (!sum.status || *sum.status < *row.status))
            sum.status = row.status;
    }
    if (sum.planned)
        sum.plannedText = summary(rows, of);
    return sum;
}

int naturalCompare(QStringView a, QStringView b)
{
    const auto isDigit = [](QChar c) { return c >= u'0' && c <= u'9'; };
    // Names of one model are alike for long: start at the number or letter that differs.
    qsizetype i = std::distance(a.begin(), std::ranges::mismatch(a, b).in1);
    while (i > 0 && isDigit(a[i - 1]))
        --i;
    qsizetype j = i;
    while (i < a.size() && j < b.size()) {
        if (!isDigit(a[i]) || !isDigit(b[j])) {
            if (a[i] != b[j])
                return a[i] < b[j] ? -1 : 1;
            ++i, ++j;
            continue;
        }
        while (i < a.size() && a[i] == u'0')
            ++i;
        while (j < b.size() && b[j] == u'0')
            ++j;
        qsizetype m = i, n = j;
        while (m < a.size() && isDigit(a[m]))
            ++m;
        while (n < b.size() && isDigit(b[n]))
            ++n;
        if (m - i != n - j) // Without leading zeros, the longer number is the larger one.
            return m - i < n - j ? -1 : 1;
        if (const int order = a.sliced(i, m - i).compare(b.sliced(j, n - j)); order != 0)
            return order;
        i = m, j = n;
    }
    const qsizetype rest = (a.size() - i) - (b.size() - j);
    return rest < 0 ? -1 : rest > 0 ? 1 : 0;
}

} // namespace aq
