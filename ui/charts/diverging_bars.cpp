#include "ui/charts/diverging_bars.h"

#include "core/base/printable.h"
#include "ui/text/compare_text.h"

#include <QEvent>
#include <QScrollBar>
#include <algorithm>
#include <cmath>

namespace aq {
namespace {

/// "model.diffusion_model." of all names, cut at a dot; nothing when one has no dot.
qsizetype commonPrefix(const std::vector<BlockComparison>& blocks)
{
    QStringView common;
    bool first = true;
    for (const BlockComparison& block : blocks) {
        if (block.name.isEmpty())
            continue;
        const QStringView name = block.name;
        if (std::exchange(first, false)) {
            common = name.first(name.lastIndexOf(u'.') + 1);
            continue;
        }
        while (!common.isEmpty() && !name.startsWith(common))
            common = common.first(common.chopped(1).lastIndexOf(u'.') + 1);
    }
    return common.size();
}

constexpr double leastRoom = 0.12; ///< On either side of the baseline.

/// The unknown counts as none, the infinite as more than all.
double weight(const std::vector<double>& values)
{
    double most = 0;
    for (const double value : values)
        if (!std::isnan(value))
            most = std::max(most, std::abs(value));
    return most;
}

} // namespace

void DivergingBars::Range::include(const std::vector<double>& values)
{
    for (const double value : values) {
        if (!std::isfinite(value))
            continue;
        low = std::min(low, value);
        high = std::max(high, value);
    }
}

/// With room on both sides, also where all changes go one way.
double DivergingBars::Range::zero() const
{
    return high > low ? std::clamp(-low / (high - low), leastRoom, 1 - leastRoom) : 0.5;
}

DivergingBars::DivergingBars(QWidget* parent)
    : QAbstractScrollArea(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setMouseTracking(true);
    viewport()->setBackgroundRole(QPalette::Base);
}

QSize DivergingBars::sizeHint() const { return {480, 340}; }

QSize DivergingBars::minimumSizeHint() const { return {300, 150}; }

void DivergingBars::setView(std::shared_ptr<const TrialsView> view)
{
    const QString pointed = m_pointed < 0 ? QString() : m_rows[std::size_t(m_pointed)].name;
    m_view = std::move(view);
    makeRows();
    sortRows();
    const auto at = std::ranges::find(m_rows, pointed, &Row::name);
    point(m_pointed >= 0 && at != m_rows.end() ? int(at - m_rows.begin()) : -1);
    updateScrollBar();
    viewport()->update();
}

void DivergingBars::setOrder(Order order)
{
    m_order = order;
    m_pointed = -1;
    sortRows();
    verticalScrollBar()->setValue(0);
    viewport()->update();
}

void DivergingBars::makeRows()
{
    m_rows.clear();
    m_sizes = m_errors = {};
    if (bars() == 0)
        return;
    const std::vector<BlockComparison>& blocks = m_view->comparison.blocks;
    const qsizetype prefix = commonPrefix(blocks);
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        const BlockComparison& block = blocks[i];
        Row row{.name = block.name,
            .label
            = block.name.isEmpty() ? tr("(outside blocks)") : printable(block.name.sliced(prefix)),
            .size = {},
            .error = {},
            .position = int(i)};
        const TrialSums& base = block.trials.front();
        const double baseError = errorOf(base, m_view->measure);
        for (std::size_t trial = 1; trial < block.trials.size(); ++trial) {
            const TrialSums& sums = block.trials[trial];
            row.size.push_back(double(sums.bytes - base.bytes));
            row.error.push_back(
                errorChange(errorOf(sums, m_view->measure), baseError, m_view->measure));
        }
        m_sizes.include(row.size);
        m_errors.include(row.error);
        m_rows.push_back(std::move(row));
    }
}

void DivergingBars::sortRows()
{
    std::ranges::sort(m_rows, {}, &Row::position);
    if (m_order == Order::Size)
        std::ranges::stable_sort(
            m_rows, std::greater<>(), [](const Row& row) { return weight(row.size); });
    else if (m_order == Order::Error)
        std::ranges::stable_sort(
            m_rows, std::greater<>(), [](const Row& row) { return weight(row.error); });
}

QString DivergingBars::readingOf(const Row& row) const
{
    const BlockComparison& block = m_view->comparison.blocks[std::size_t(row.position)];
    const TrialSums& base = block.trials.front();
    QStringList parts;
    for (std::size_t i = 1; i < block.trials.size(); ++i) {
        const TrialSums& sums = block.trials[i];
        parts << tr("%1 %2, error %3", "trial, size change, error change")
                     .arg(printable(m_view->look(i).title),
                         bytesDifferenceText(sums.bytes - base.bytes),
                         errorDifferenceText(errorOf(sums, m_view->measure),
                             errorOf(base, m_view->measure), m_view->measure));
    }
    return tr("%1: %2", "block, what differs")
        .arg(row.name.isEmpty() ? row.label : printable(row.name),
            parts.join(QStringLiteral(" · ")));
}

QString DivergingBars::summary() const
{
    if (m_rows.empty())
        return {};
    const auto most = [&](auto member) {
        return *std::ranges::max_element(
            m_rows, {}, [&](const Row& row) { return weight(row.*member); });
    };
    return tr("%n block(s) against the baseline %1.", "", int(m_rows.size()))
               .arg(printable(m_view->look(0).title))
        + u' '
        + tr("Largest change of size: %1. Largest change of error: %2.")
              .arg(readingOf(most(&Row::size)), readingOf(most(&Row::error)));
}

QRect DivergingBars::rowRect(int row) const
{
    const int height = rowHeight();
    return {
        0, headHeight() + row * height - verticalScrollBar()->value(), viewport()->width(), height};
}

void DivergingBars::updateScrollBar()
{
    const int room = viewport()->height() - headHeight();
    verticalScrollBar()->setPageStep(std::max(1, room));
    verticalScrollBar()->setSingleStep(rowHeight());
    verticalScrollBar()->setRange(0, std::max(0, rows() * rowHeight() + 4 - room));
}

void DivergingBars::resizeEvent(QResizeEvent* event)
{
    QAbstractScrollArea::resizeEvent(event);
    updateScrollBar();
}

void DivergingBars::changeEvent(QEvent* event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        updateScrollBar();
}

} // namespace aq
