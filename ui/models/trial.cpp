#include "ui/models/trial.h"

#include "ui/text/compare_text.h"
#include "ui/theme.h"

#include <QPainter>
#include <array>

namespace aq {

QColor trialColor(int slot, const QPalette& palette)
{
    return slot < 0 ? palette.color(QPalette::PlaceholderText) : seriesColor(slot, palette);
}

LegendEntry::Mark trialMark(int slot)
{
    using Mark = LegendEntry::Mark;
    static constexpr std::array marks{Mark::Circle, Mark::Square, Mark::Diamond, Mark::Triangle};
    return slot < 0 ? Mark::Circle : marks.at(std::size_t(slot) % marks.size());
}

std::vector<LegendEntry> trialLegend(const TrialsView& view, const QPalette& palette)
{
    std::vector<LegendEntry> entries;
    for (const int at : view.compared) {
        const TrialLook& trial = view.trials[std::size_t(at)];
        entries.push_back(
            {trialMark(trial.slot), trialColor(trial.slot, palette), roleText(trial)});
    }
    return entries;
}

QPixmap trialIcon(int slot, const QPalette& palette, double pixelRatio, bool isFilled)
{
    constexpr int extent = 16;
    QPixmap pixmap(QSize(extent, extent) * pixelRatio);
    pixmap.setDevicePixelRatio(pixelRatio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    drawMark(painter, QRectF(0, 0, extent, extent), trialMark(slot), trialColor(slot, palette),
        isFilled);
    return pixmap;
}

} // namespace aq
