#include "ui/models/tensor_row.h"

#include "core/analysis/block_name.h"
#include "ui/text/plan_text.h"
#include "ui/text/type_text.h"

#include <QCoreApplication>
#include <QHash>
#include <algorithm>
#include <cmath>
#include <tuple>

namespace aq {
namespace {

/// Whether `report` may have been measured with other choices than those of `kind`. Choices that
/// change neither the scheme nor the size are seen by comparing the recipes' defaults.
bool isOutdated(const TensorKind& kind, const TensorReport& report, bool sameDefaults)
{
    const QString scheme
        = kind.scheme ? QString::fromLatin1(kind.scheme->id) : QStringLiteral("keep");
    if (scheme != report.scheme)
        return true;
    return kind.scheme && !sameDefaults;
}

bool sameDefaults(const Recipe& a, const Recipe& b)
{
    return a.groupSize == b.groupSize && a.symmetry == b.symmetry && a.scaleType == b.scaleType
        && a.search == b.search && a.target == b.target && a.rules == b.rules
        && a.patterns == b.patterns && a.overrides == b.overrides;
}

/// "INT4 ×12, Keep ×4", most frequent first; with the group size when all agree.
QString summary(const std::vector<TensorRow>& rows, std::span<const int> of)
{
    const auto kind = [&](int i) -> const TensorKind& { return *rows[std::size_t(i)].kind; };
    const QString& first = kind(of.front()).plannedText;
    if (std::ranges::all_of(of, [&](int i) { return kind(i).plannedText == first; }))
        return first;
    std::vector<std::pair<const Scheme*, int>> counts;
    for (const int i : of) {
        const Scheme* scheme = kind(i).scheme;
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

/// The worst of a block. One without anything of its own, as most are, costs nothing.
void addFacts(TensorRow& sum, const TensorFacts& facts)
{
    if (!facts.status && std::isnan(facts.relRmse) && std::isnan(facts.sqnrDb))
        return;
    TensorFacts& worst = *sum.facts;
    worst.relRmse = worse(worst.relRmse, facts.relRmse);
    worst.sqnrDb = -worse(-worst.sqnrDb, -facts.sqnrDb);
    worst.outdated |= facts.outdated;
    if (facts.status && (!worst.status || *worst.status < *facts.status))
        worst.status = facts.status;
}

auto tied(const TensorKind& k)
{
    return std::tie(k.shape, k.sourceType, k.parameters, k.bytesBefore, k.bytesAfter, k.share,
        k.quantizable, k.planned, k.scheme, k.plannedText, k.reason, k.because, k.chain,
        k.storedShape);
}

auto tied(const TensorFacts& f)
{
    return std::tie(f.storedName, f.relRmse, f.sqnrDb, f.status, f.outdated, f.message);
}

} // namespace

bool TensorKind::operator==(const TensorKind& other) const { return tied(*this) == tied(other); }

bool TensorFacts::operator==(const TensorFacts& other) const { return tied(*this) == tied(other); }

void TensorRow::findBlock() { blockLength = int(blockOf(name).size()); }

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
    const bool isPlanned = m_plan && index < m_plan->tensors.size();
    const TensorPlan* plan = isPlanned ? &m_plan->tensors[index] : nullptr;
    TensorRow row;
    row.name = tensor.name;
    row.findBlock();
    row.kind = kindOf({&tensor, plan});
    row.quantized = plan && isQuantized(*plan) ? 1 : 0;
    if (plan && !plan->storedName.isEmpty())
        row.facts->storedName = plan->storedName;
    addReport(row);
    return row;
}

bool RowMaker::Sample::operator==(const Sample& other) const
{
    const TensorInfo &a = *tensor, &b = *other.tensor;
    const auto scheme
        = [](const TensorInfo& t) { return t.encoding ? t.encoding->scheme : QString(); };
    if (a.dtype != b.dtype || a.shape != b.shape || a.bytes() != b.bytes()
        || a.encoding.has_value() != b.encoding.has_value() || scheme(a) != scheme(b))
        return false;
    if (!plan || !other.plan)
        return plan == other.plan;
    const TensorPlan &p = *plan, &q = *other.plan;
    return p.scheme == q.scheme && p.options == q.options && p.reason == q.reason
        && p.outputBytes == q.outputBytes && p.storedShape == q.storedShape
        && p.because == q.because && p.chain == q.chain;
}

std::size_t RowMaker::Sample::hash(std::size_t seed) const
{
    const std::size_t ofTensor = qHashMulti(seed, int(tensor->dtype), tensor->bytes())
        ^ qHashRange(tensor->shape.begin(), tensor->shape.end(), seed);
    if (!plan)
        return ofTensor;
    return qHashMulti(ofTensor, quintptr(plan->scheme), plan->options.groupSize, int(plan->reason),
        plan->outputBytes, plan->because, plan->chain.size());
}

SharedValue<TensorKind> RowMaker::kindOf(const Sample& sample)
{
    if (const auto known = m_kinds.constFind(sample); known != m_kinds.cend())
        return *known;
    const TensorInfo& tensor = *sample.tensor;
    auto* kind = new TensorKind;
    kind->shape = tensor.shape;
    kind->sourceType = tensor.encoding ? tensor.encoding->scheme.toUpper()
                                       : QString::fromLatin1(nameOf(tensor.dtype));
    kind->parameters = tensor.elements();
    kind->bytesBefore = kind->bytesAfter = tensor.bytes();
    kind->quantizable
        = isFloat(tensor.dtype) && (!tensor.encoding || schemeNamed(tensor.encoding->scheme));
    if (sample.plan)
        addPlan(*kind, *sample.plan);
    return *m_kinds.insert(sample, SharedValue<TensorKind>(kind));
}

void RowMaker::addPlan(TensorKind& kind, const TensorPlan& plan) const
{
    kind.planned = true;
    kind.bytesAfter = plan.outputBytes;
    if (m_plan->bytesAfter > 0)
        kind.share = double(plan.outputBytes) / double(m_plan->bytesAfter);
    kind.scheme = plan.scheme;
    kind.plannedText = plannedText(plan.scheme, plan.options);
    kind.reason = plan.reason;
    kind.because = plan.because;
    kind.chain = plan.chain;
    kind.storedShape = plan.storedShape;
}

void RowMaker::addReport(TensorRow& row) const
{
    const TensorReport* report = m_reports.value(row.name);
    if (!report)
        return;
    TensorFacts& facts = *row.facts;
    facts.relRmse = report->relRmse;
    facts.sqnrDb = report->sqnrDb;
    facts.status = report->status;
    facts.message = report->message;
    facts.outdated = row.kind.constData()->planned
        && isOutdated(*row.kind.constData(), *report, m_sameDefaults);
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

TensorRow sumOf(const QString& name, const std::vector<TensorRow>& rows, std::span<const int> of)
{
    TensorRow sum;
    sum.name = name;
    sum.blockLength = 0;
    sum.tensors = int(of.size());
    auto* kind = new TensorKind;
    sum.kind = SharedValue<TensorKind>(kind);
    kind->planned = true;
    for (const int i : of) {
        const TensorRow& row = rows[std::size_t(i)];
        kind->parameters += row.kind->parameters;
        kind->bytesBefore += row.kind->bytesBefore;
        kind->bytesAfter += row.kind->bytesAfter;
        kind->share = i == of.front() ? row.kind->share : Measured(kind->share + row.kind->share);
        kind->quantizable |= row.kind->quantizable;
        kind->planned &= row.kind->planned;
        sum.quantized += row.quantized;
        addFacts(sum, *row.facts);
    }
    if (kind->planned)
        kind->plannedText = summary(rows, of);
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
