#include "ui/models/tensor_row.h"

#include "core/analysis/block_name.h"
#include "ui/text/plan_text.h"
#include "ui/text/type_text.h"

#include <QCoreApplication>
#include <QHash>
#include <algorithm>
#include <cmath>

namespace aq {
namespace {

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

RowMaker::RowMaker(HeaderPtr header, PlanPtr plan, ReportPtr report)
    : m_header(std::move(header))
    , m_plan(std::move(plan))
    , m_report(std::move(report))
{
    m_rows.reserve(m_header->tensors.size());
    if (!m_report)
        return;
    m_sameDefaults = !m_plan || sameDefaults(m_plan->recipe, m_report->recipe);
    for (const TensorReport& tensor : m_report->tensors)
        m_reports.insert(tensor.name, &tensor);
}

bool RowMaker::makeSome(std::size_t lines)
{
    const std::size_t all = m_header->tensors.size();
    for (; lines > 0 && m_rows.size() < all; --lines)
        m_rows.push_back(rowOf(m_rows.size()));
    return m_rows.size() < all;
}

TensorRow RowMaker::rowOf(std::size_t index)
{
    const TensorInfo& tensor = m_header->tensors[index];
    TensorRow row;
    row.name = tensor.name;
    row.block = blockOf(tensor.name);
    if (!m_rows.empty() && m_rows.back().block == row.block)
        row.block = m_rows.back().block; // Held once.
    row.shape = tensor.shape;
    row.sourceType = *m_texts.insert(tensor.encoding ? tensor.encoding->scheme.toUpper()
                                                     : QString::fromLatin1(nameOf(tensor.dtype)));
    row.parameters = tensor.elements();
    row.bytesBefore = tensor.bytes();
    row.bytesAfter = row.bytesBefore;
    row.quantizable
        = isFloat(tensor.dtype) && (!tensor.encoding || schemeNamed(tensor.encoding->scheme));
    if (m_plan && index < m_plan->tensors.size())
        addPlan(row, m_plan->tensors[index]);
    addReport(row);
    return row;
}

void RowMaker::addPlan(TensorRow& row, const TensorPlan& plan)
{
    row.planned = true;
    row.bytesAfter = plan.outputBytes;
    if (m_plan->bytesAfter > 0)
        row.share = double(plan.outputBytes) / double(m_plan->bytesAfter);
    row.scheme = plan.scheme;
    row.quantized = isQuantized(plan) ? 1 : 0;
    row.plannedText = *m_texts.insert(plannedText(plan.scheme, plan.options));
    row.reason = plan.reason;
    row.because = plan.because;
    row.chain = plan.chain;
    row.storedShape = plan.storedShape;
    row.storedName = plan.storedName;
}

void RowMaker::addReport(TensorRow& row) const
{
    const TensorReport* report = m_reports.value(row.name);
    if (!report)
        return;
    row.relRmse = report->relRmse;
    row.sqnrDb = report->sqnrDb;
    row.status = report->status;
    row.message = report->message;
    row.outdated = row.planned && isOutdated(row, *report, m_sameDefaults);
}

std::vector<TensorRow> rows(
    const ModelHeader& header, const QuantPlan* plan, const ValidationReport* report)
{
    const auto borrowed = [](const auto* value) {
        return std::shared_ptr<std::remove_reference_t<decltype(*value)>>(
            std::shared_ptr<void>(), value);
    };
    RowMaker maker(borrowed(&header), borrowed(plan), borrowed(report));
    maker.makeSome(header.tensors.size());
    return maker.take();
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
        sum.share = i == of.front() ? row.share : Measured(sum.share + row.share);
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
