// What a live chart costs the window: one update of a chart that already holds many points, with
// its painting. Prints milliseconds; no run passes or fails.
#include "ui/charts/chart_panel.h"

#include <QApplication>
#include <algorithm>
#include <cstdio>
#include <ctime>

using namespace aq;

namespace {

constexpr int updates = 41, pointsPerUpdate = 5;

ChartPoint pointAt(int i)
{
    return {double(i + 1), 0.05 + 0.01 * (i % 17),
        QStringLiteral("blk.%1.w%2.weight").arg(i / 7).arg(i % 7)};
}

struct Cost {
    double update = 0, paint = 0; ///< Milliseconds.
};

/// Milliseconds of this thread's own work: others may use the cores too.
double cpuTime()
{
    std::timespec now;
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return double(now.tv_sec) * 1e3 + double(now.tv_nsec) / 1e6;
}

double median(std::vector<double> values)
{
    std::ranges::nth_element(values, values.begin() + qsizetype(values.size()) / 2);
    return values[values.size() / 2];
}

Cost medianCost(ChartPanel& chart, int first)
{
    std::vector<double> updated, painted;
    for (int update = 0; update < updates; ++update) {
        for (int i = 0; i < pointsPerUpdate; ++i)
            chart.append(pointAt(first + update * pointsPerUpdate + i));
        const double before = cpuTime();
        chart.flush();
        const double between = cpuTime();
        chart.picture()->grab();
        updated.push_back(between - before);
        painted.push_back(cpuTime() - between);
    }
    return {median(updated), median(painted)};
}

} // namespace

int main(int argc, char** argv)
{
    QApplication app(argc, argv);
    for (const PlotStyle style : {PlotStyle::Needles, PlotStyle::Line})
        for (const int count : {20, 2000, 20000}) {
            ChartPanel chart(style,
                {QStringLiteral("Error"), QStringLiteral("Tensor"), QStringLiteral("No."),
                    QStringLiteral("Relative RMSE"), 0, 5});
            chart.resize(1200, 300);
            chart.show();
            std::vector<ChartPoint> points;
            for (int i = 0; i < count; ++i)
                points.push_back(pointAt(i));
            chart.setPoints(std::move(points));
            QCoreApplication::processEvents();
            const Cost cost = medianCost(chart, count);
            std::printf("%-8s %6d points: %.2f ms to update, %.2f ms to paint\n",
                style == PlotStyle::Line ? "line" : "needles", count, cost.update, cost.paint);
        }
    return 0;
}
