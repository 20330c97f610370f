#include "ui/models/tensor_filter.h"

#include <QCoreApplication>
#include <algorithm>
#include <array>

namespace aq {
namespace {

using Row = const TensorRow&;
using Group = FilterChip::Group;

constexpr std::array chips{
    FilterChip{"quantized", QT_TRANSLATE_NOOP("FilterChip", "Quantized"),
        QT_TRANSLATE_NOOP("FilterChip", "Tensors that get a new type"), Group::Action,
        [](Row r) { return r.kind->planned && r.kind->scheme != nullptr; }},
    FilterChip{"kept", QT_TRANSLATE_NOOP("FilterChip", "Kept"),
        QT_TRANSLATE_NOOP("FilterChip", "Tensors that stay as they are"), Group::Action,
        [](Row r) { return r.kind->planned && r.kind->scheme == nullptr; }},
    FilterChip{"overridden", QT_TRANSLATE_NOOP("FilterChip", "Overridden"),
        QT_TRANSLATE_NOOP("FilterChip", "Tensors whose type was chosen in the table, or locked"),
        Group::Why, [](Row r) { return r.kind->planned && r.kind->reason == Reason::RowOverride; }},
    FilterChip{"fallback", QT_TRANSLATE_NOOP("FilterChip", "Fell back"),
        QT_TRANSLATE_NOOP("FilterChip", "Tensors that the wished type does not fit"), Group::Why,
        [](Row r) { return r.kind->planned && r.kind->reason == Reason::Fallback; }},
    FilterChip{"1d", QT_TRANSLATE_NOOP("FilterChip", "1-D"),
        QT_TRANSLATE_NOOP("FilterChip", "Vectors: biases, norms, scales"), Group::Kind,
        [](Row r) { return r.kind->shape.size() == 1; }},
    FilterChip{"conv", QT_TRANSLATE_NOOP("FilterChip", "Conv"),
        QT_TRANSLATE_NOOP("FilterChip", "Convolution kernels: four extents"), Group::Kind,
        [](Row r) { return r.kind->shape.size() == 4; }},
    FilterChip{"attention", QT_TRANSLATE_NOOP("FilterChip", "Attention"),
        QT_TRANSLATE_NOOP("FilterChip", "Names that contain “attn”"), Group::Kind,
        [](Row r) { return r.name.contains(QLatin1StringView("attn"), Qt::CaseInsensitive); }},
    FilterChip{"below-floor", QT_TRANSLATE_NOOP("FilterChip", "Below floor"),
        QT_TRANSLATE_NOOP("FilterChip", "Tensors that miss a limit, or failed"), Group::Quality,
        [](Row r) {
            return r.facts->status && *r.facts->status >= Status::BelowFloor && !r.facts->outdated;
        }},
};

static_assert(std::ranges::is_sorted(chips, {}, &FilterChip::group));

bool hasWildcards(const QString& text)
{
    return text.contains(u'*') || text.contains(u'?') || text.contains(u'[');
}

} // namespace

std::span<const FilterChip> filterChips() { return chips; }

Result<TensorMatcher> TensorMatcher::compile(const TensorFilter& filter)
{
    TensorMatcher matcher;
    for (const FilterChip& chip : chips) {
        if (filter.chips.contains(QString::fromLatin1(chip.id)))
            matcher.m_chips.push_back(&chip);
    }
    matcher.m_errorAbove = filter.errorAbove;
    const QString text = filter.text.trimmed();
    if (!text.startsWith(QLatin1StringView("re:")) && !hasWildcards(text)) {
        matcher.m_part = text;
        matcher.m_finder = QStringMatcher(text, Qt::CaseInsensitive);
        return matcher;
    }
    auto pattern = Pattern::compile(text);
    if (!pattern)
        return pattern.error();
    matcher.m_pattern = *pattern;
    return matcher;
}

bool TensorMatcher::accepts(const TensorRow& row) const
{
    for (auto chip = m_chips.begin(); chip != m_chips.end();) {
        const auto group = (*chip)->group;
        bool any = false;
        for (; chip != m_chips.end() && (*chip)->group == group; ++chip)
            any = any || (*chip)->accepts(row);
        if (!any)
            return false;
    }
    if (m_errorAbove > 0 && !(row.facts->relRmse > m_errorAbove)) // What was not measured has none.
        return false;
    return m_pattern ? m_pattern->matches(row.name)
                     : m_part.isEmpty() || m_finder.indexIn(row.name) >= 0;
}

} // namespace aq
