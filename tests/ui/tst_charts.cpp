#include "ui/charts/chart_panel.h"
#include "ui/theme.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QDir>
#include <QLabel>
#include <QLineSeries>
#include <QTableView>
#include <QTest>
#include <QToolButton>
#include <cmath>
#include <limits>

using namespace aq;

namespace {

const ChartText errorText{QStringLiteral("Error per tensor"), QStringLiteral("Tensor"),
    QStringLiteral("Tensor no."), QStringLiteral("Relative RMSE"), 0, 5};

/// A sawtooth with one peak of 1 at `peak`.
std::vector<ChartPoint> layers(int count, int peak)
{
    std::vector<ChartPoint> points;
    for (int i = 0; i < count; ++i)
        points.push_back({double(i + 1), i == peak ? 1.0 : 0.05 + 0.01 * (i % 17),
            QStringLiteral("blk.%1.w%2.weight").arg(i / 7).arg(i), i == peak && count > 1});
    return points;
}

QToolButton* button(const QWidget& chart, const QString& text)
{
    for (auto* candidate : chart.findChildren<QToolButton*>())
        if (candidate->text() == text)
            return candidate;
    return nullptr;
}

double highest(const PlotView& plot)
{
    double high = 0;
    const auto* series = qobject_cast<QLineSeries*>(plot.chart()->series().first());
    for (const QPointF& point : series->points())
        high = std::max(high, point.y());
    return high;
}

} // namespace

class TestCharts : public QObject {
    Q_OBJECT
private Q_SLOTS:
    /// Kept tensors have no error: they must not draw a line along the bottom.
    void theLowEndIsThatOfWhatWasQuantized()
    {
        const std::vector<ChartPoint> points{{0, 0, {}}, {1, 0.2, {}}, {2, 0.1, {}}, {3, 0, {}}};
        const auto columns = bucketed(points, 1);
        QCOMPARE(columns.size(), 1u);
        QVERIFY(columns[0].low == 0.1 && columns[0].high == 0.2);
        const std::vector<ChartPoint> kept{{0, 0, {}}, {1, 0, {}}};
        QVERIFY(bucketed(kept, 1)[0].low == 0);
    }

    void bucketsKeepEveryPeak()
    {
        for (const int peak : {0, 1, 4999, 9998, 9999}) {
            const auto points = layers(10'000, peak);
            const auto columns = bucketed(points, 300);
            QVERIFY(columns.size() <= 300);
            const auto top = std::ranges::max(columns, {}, &ChartColumn::high);
            QVERIFY(top.high == 1.0);
            QVERIFY(top.x == double(peak + 1));
            for (const ChartColumn& column : columns)
                QVERIFY(column.low <= column.high && column.low >= 0.05);
        }
    }

    void bucketsOfFewPointsAreThePoints()
    {
        const auto points = layers(20, 3);
        const auto columns = bucketed(points, std::numeric_limits<int>::max());
        QCOMPARE(columns.size(), points.size());
        for (std::size_t i = 0; i < points.size(); ++i)
            QVERIFY(columns[i].low == points[i].y && columns[i].high == points[i].y);
    }

    void bucketsLeaveOutWhatCannotBeDrawn()
    {
        const double inf = std::numeric_limits<double>::infinity();
        const std::vector<ChartPoint> points{{1, inf, {}}, {2, 0.5, {}}, {3, std::nan(""), {}}};
        const auto columns = bucketed(points, 100);
        QCOMPARE(columns.size(), 1u);
        QVERIFY(columns[0].high == 0.5);
        QVERIFY(bucketed({}, 100).empty());
    }

    void findsTheNearestPoint()
    {
        const auto points = layers(3, 0); // x = 1, 2, 3
        QCOMPARE(nearestPoint(points, -5), 0);
        QCOMPARE(nearestPoint(points, 1.4), 0);
        QCOMPARE(nearestPoint(points, 1.6), 1);
        QCOMPARE(nearestPoint(points, 99), 2);
        QCOMPARE(nearestPoint({}, 1), -1);
    }

    void tableHasTheSameNumbers()
    {
        QLocale::setDefault(QLocale::c());
        ChartTableModel model(errorText);
        QAbstractItemModelTester tester(
            &model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setPoints(layers(3, 1));
        model.append({{4, 0.25, QStringLiteral("last")}});
        QCOMPARE(model.rowCount(), 4);
        QCOMPARE(model.index(3, 0).data().toString(), QStringLiteral("last"));
        QCOMPARE(model.index(3, 1).data().toString(), QStringLiteral("4"));
        QCOMPARE(model.index(3, 2).data().toString(), QStringLiteral("0.25000"));
        QCOMPARE(model.headerData(2, Qt::Horizontal).toString(), errorText.yTitle);
        QVERIFY(model.index(1, 2).data(ChartTableModel::SortRole).toDouble() == 1.0);
    }

    void appendedPointsShowAtMostTenTimesASecondAndFlushShowsAll()
    {
        ChartPanel panel(PlotStyle::Needles, errorText);
        for (const ChartPoint& point : layers(200, 7))
            panel.append(point);
        QCOMPARE(panel.points().size(), 0u); // Not yet.
        panel.flush();
        QCOMPARE(panel.points().size(), 200u);
        panel.append({201, 0.17, QStringLiteral("late")});
        QTRY_COMPARE(panel.points().size(), 201u); // The timer's turn.
    }

    void saysInWordsWhatItShows()
    {
        QLocale::setDefault(QLocale::c());
        ChartPanel panel(PlotStyle::Needles, errorText);
        auto* plot = panel.findChild<PlotView*>();
        QCOMPARE(plot->accessibleName(), errorText.title);
        panel.setPoints(layers(200, 7));
        panel.append({201, 0.17, QStringLiteral("late")});
        panel.flush();
        const QString words = plot->accessibleDescription();
        QVERIFY2(words.contains(QStringLiteral("201 points")), qPrintable(words));
        QVERIFY2(words.contains(QStringLiteral("last 0.17")), qPrintable(words));
        QVERIFY2(words.contains(QStringLiteral("blk.1.w7.weight")), qPrintable(words));
    }

    void arrowKeysReadSingleValues()
    {
        ChartPanel panel(PlotStyle::Needles, errorText);
        panel.setPoints(layers(20, 3));
        auto* plot = panel.findChild<PlotView*>();
        const auto reads = [&](const QString& tensor) {
            for (const QLabel* label : panel.findChildren<QLabel*>())
                if (label->text().startsWith(tensor))
                    return true;
            return false;
        };
        QVERIFY(reads(QStringLiteral("blk.2.w19.weight")));
        QTest::keyClick(plot, Qt::Key_Left);
        QVERIFY(reads(QStringLiteral("blk.2.w18.weight")));
        QTest::keyClick(plot, Qt::Key_Home);
        QVERIFY(reads(QStringLiteral("blk.0.w0.weight")));
        QTest::keyClick(plot, Qt::Key_End);
        QVERIFY(reads(QStringLiteral("blk.2.w19.weight")));
    }

    /// Looked at: build/…/charts-*.png.
    void drawsFewAndManyInLightAndDark_data()
    {
        QTest::addColumn<int>("tensors");
        QTest::addColumn<bool>("dark");
        for (const int tensors : {1, 20, 2000, 20000})
            for (const bool dark : {false, true})
                QTest::addRow("%d %s", tensors, dark ? "dark" : "light") << tensors << dark;
    }
    void drawsFewAndManyInLightAndDark()
    {
        QFETCH(int, tensors);
        QFETCH(bool, dark);
        applyTheme(*qApp, dark ? Theme::Dark : Theme::Light);
        ChartPanel panel(PlotStyle::Needles, errorText);
        ChartPanel rate(PlotStyle::Line,
            {QStringLiteral("Throughput"), {}, QStringLiteral("Time (s)"),
                QStringLiteral("Source read (MB/s)"), 1, 1});
        for (ChartPanel* chart : {&panel, &rate}) {
            chart->resize(700, 300);
            chart->show();
        }
        panel.setPoints(layers(tensors, tensors / 3));
        for (int i = 0; i < tensors; ++i)
            rate.append({i * 0.1, 120 + 30 * std::sin(i * 0.3), {}});
        rate.flush();
        QTest::qWait(50); // The chart lays out its axes by an event.
        const auto& plot = *panel.findChild<PlotView*>();
        QVERIFY(highest(plot) == 1.0); // The peak survives the bucketing.
        QVERIFY(panel.findChild<ChartLegend*>()->isVisible() == (tensors > 1));
        const QDir folder(QCoreApplication::applicationDirPath());
        const QString name = QStringLiteral("charts-%1-%2")
                                 .arg(tensors)
                                 .arg(QLatin1StringView(dark ? "dark" : "light"));
        QVERIFY(panel.grab().save(folder.filePath(name + QStringLiteral(".png"))));
        QVERIFY(rate.grab().save(folder.filePath(name + QStringLiteral("-rate.png"))));
        // The background is the palette's: a light chart in a dark window would not be.
        const QColor corner = panel.grab().toImage().pixelColor(3, 290);
        QCOMPARE(corner.lightness() < 128, dark);
    }

    void tableTakesThePlaceOfThePicture()
    {
        ChartPanel panel(PlotStyle::Needles, errorText);
        panel.show();
        panel.setPoints(layers(20, 3));
        auto* table = panel.findChild<QTableView*>();
        QVERIFY(!table->isVisible());
        button(panel, QStringLiteral("Table"))->click();
        QVERIFY(table->isVisible());
        QCOMPARE(table->model()->rowCount(), 20);
    }
};

QTEST_MAIN(TestCharts)
#include "tst_charts.moc"
