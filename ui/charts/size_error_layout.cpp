#include "ui/charts/size_error_layout.h"

#include "core/base/printable.h"
#include "ui/text/compare_text.h"
#include "ui/text/units.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QLocale>
#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

namespace aq {
namespace {

constexpr double wide = 15; ///< Errors that differ so many times are shown by their logarithm.
constexpr double nearSource = 1.4; ///< The source is shown where it is not much larger than all.
constexpr qsizetype longestLabel = 32;

bool isExact(double error, ErrorMeasure measure)
{
    return measure == ErrorMeasure::Sqnr ? std::isinf(error) : error == 0;
}

/// Around all sizes, with room for marks and labels at both ends.
ChartAxis sizeAxis(const TrialsView& view)
{
    double low = 1e300, high = 0;
    const auto include = [&](std::int64_t bytes) {
        low = std::min(low, double(bytes));
        high = std::max(high, double(bytes));
    };
    for (const TrialLook& trial : view.trials)
        include(trial.sums.bytes);
    if (view.fitBytes > 0)
        include(view.fitBytes);
    if (double(view.sourceBytes) < nearSource * high)
        include(view.sourceBytes);
    if (high <= 0)
        return {};
    const double pad = std::max(0.12 * (high - low), 0.04 * high);
    return {std::max(0.0, low - pad), high + 1.5 * pad};
}

ChartAxis errorAxis(const TrialsView& view)
{
    double low = 1e300, high = -1e300;
    bool any = false, exact = false;
    for (const TrialLook& trial : view.trials) {
        const double error = errorOf(trial.sums, view.measure);
        exact |= isExact(error, view.measure);
        if (!std::isfinite(error) || isExact(error, view.measure))
            continue;
        any = true;
        low = std::min(low, error);
        high = std::max(high, error);
    }
    if (view.measure == ErrorMeasure::Sqnr) {
        if (!any)
            return {0, 60};
        const double pad = std::max(0.15 * (high - low), 1.0);
        return {low - pad, high + (exact ? 3 : 1) * pad};
    }
    if (!any)
        return {0, 1};
    if (high / low > wide)
        return {low / (exact ? 4 : 1.7), high * 1.7, true};
    if (exact || low < 0.6 * high)
        return {0, 1.2 * high};
    const double pad = std::max(0.3 * (high - low), 0.05 * high);
    return {low - pad, high + pad};
}

/// Short, since axes have no room: no more digits than a tick needs.
QString errorTick(double error, ErrorMeasure measure)
{
    if (measure == ErrorMeasure::Sqnr)
        return QLocale().toString(error, 'g', 4);
    if (measure == ErrorMeasure::CosineGap || error == 0)
        return QLocale().toString(error, 'g', 3);
    return QCoreApplication::translate("Units", "%1 %")
        .arg(QLocale().toString(100 * error, 'g', 3));
}

std::vector<QPointF> marksOf(const TrialsView& view, const SizeErrorLayout& layout)
{
    std::vector<QPointF> marks;
    for (const TrialLook& trial : view.trials) {
        const double error = errorOf(trial.sums, view.measure);
        QPointF at = layout.at(double(trial.sums.bytes), error);
        if (!trial.sums.isKnown())
            at.setY(layout.plot.bottom() - 14);
        else if (isExact(error, view.measure))
            at.setY(
                view.measure == ErrorMeasure::Sqnr ? layout.plot.top() + 12 : layout.plot.bottom());
        marks.push_back(at);
    }
    return marks;
}

bool anyKnown(const TrialsView& view)
{
    return std::ranges::any_of(
        view.trials, [](const TrialLook& trial) { return trial.sums.isKnown(); });
}

QString labelOf(const TrialLook& trial, bool isAnyKnown)
{
    const QString title = printable(trial.title, longestLabel);
    return trial.sums.isKnown() || !isAnyKnown
        ? title
        : QCoreApplication::translate("SizeErrorChart", "%1, not measured").arg(title);
}

/// Beside, above or below its mark, where it covers nothing; those that are compared come first.
class Labeller {
public:
    Labeller(const TrialsView& view, SizeErrorLayout& layout)
        : m_view(view)
        , m_layout(layout)
        , m_anyKnown(anyKnown(view))
    {
        for (std::size_t i = 0; i < layout.marks.size(); ++i)
            m_taken.push_back(markBox(int(i)));
    }

    void place()
    {
        std::vector<int> order(m_view.trials.size());
        std::iota(order.begin(), order.end(), 0);
        std::ranges::stable_partition(
            order, [&](int i) { return m_view.trials[std::size_t(i)].slot >= 0; });
        for (const int trial : order)
            place(trial);
    }

private:
    QRectF markBox(int trial) const
    {
        const bool compared = m_view.trials[std::size_t(trial)].slot >= 0;
        const double extent = 0.8 * (compared ? comparedMark : otherMark);
        QRectF box(0, 0, extent, extent);
        box.moveCenter(m_layout.marks[std::size_t(trial)]);
        return box;
    }

    void place(int trial)
    {
        const TrialLook& look = m_view.trials[std::size_t(trial)];
        const QFontMetricsF metrics(look.slot >= 0 ? m_layout.bold : m_layout.font);
        const QString text = labelOf(look, m_anyKnown);
        const QSizeF size(metrics.horizontalAdvance(text) + 2, metrics.height());
        const QRectF mark = markBox(trial);
        const QPointF centre = mark.center();
        const double gap = 6, middle = centre.y() - size.height() / 2;
        const double above = mark.top() - size.height(), below = mark.bottom();
        const std::array places{QPointF(mark.right() + gap, middle),
            QPointF(mark.left() - gap - size.width(), middle),
            QPointF(centre.x() - size.width() / 2, above),
            QPointF(centre.x() - size.width() / 2, below), QPointF(mark.right(), above),
            QPointF(mark.right(), below), QPointF(mark.left() - size.width(), above),
            QPointF(mark.left() - size.width(), below)};
        for (const QPointF& corner : places) {
            const QRectF box(corner, size);
            if (!isFree(box, mark))
                continue;
            m_taken.push_back(box);
            m_layout.labels.push_back({trial, box, text});
            return;
        }
    }

    bool isFree(const QRectF& box, const QRectF& own) const
    {
        return m_layout.plot.contains(box)
            && std::ranges::none_of(m_taken,
                [&](const QRectF& other) { return other != own && other.intersects(box); });
    }

    const TrialsView& m_view;
    SizeErrorLayout& m_layout;
    bool m_anyKnown;
    std::vector<QRectF> m_taken;
};

} // namespace

QString sizeTick(double bytes, double unit)
{
    static constexpr std::array names{"bytes", "KiB", "MiB", "GiB", "TiB"};
    const auto at = std::size_t(std::llround(std::log2(unit) / 10));
    return QStringLiteral("%1 %2").arg(
        QLocale().toString(bytes / unit, 'g', 4), QLatin1StringView(names.at(at)));
}

QString shareTick(double bytes, std::int64_t source)
{
    if (source <= 0)
        return {};
    const double percent = 100 * bytes / double(source);
    return QCoreApplication::translate("Units", "%1 %")
        .arg(QLocale().toString(percent, 'f', percent < 10 ? 1 : 0));
}

SizeErrorLayout sizeErrorLayout(const TrialsView& view, const QRectF& area, const QFont& font)
{
    SizeErrorLayout layout;
    layout.font = font;
    layout.font.setPointSizeF(std::max(6.0, font.pointSizeF() * 0.9));
    layout.bold = layout.font;
    layout.bold.setBold(true);
    layout.x = sizeAxis(view);
    layout.y = errorAxis(view);
    const QFontMetricsF metrics(layout.font);
    layout.line = metrics.height();
    const double height = area.height() - 4 * layout.line;
    for (const double tick : axisTicks(layout.y, std::max(2, int(height / 42)))) {
        layout.errors.push_back({tick, errorTick(tick, view.measure), {}});
        layout.tickWidth
            = std::max(layout.tickWidth, metrics.horizontalAdvance(layout.errors.back().text));
    }
    layout.plot
        = area.adjusted(layout.tickWidth + layout.line + 20, 12, -14, -(3 * layout.line + 14));
    const int most = std::max(2, int(layout.plot.width() / (9 * metrics.averageCharWidth() + 20)));
    for (const double tick : axisTicks(layout.x, most, byteUnit(layout.x.high)))
        layout.sizes.push_back(
            {tick, sizeTick(tick, byteUnit(layout.x.high)), shareTick(tick, view.sourceBytes)});
    layout.marks = marksOf(view, layout);
    Labeller(view, layout).place();
    return layout;
}

} // namespace aq
