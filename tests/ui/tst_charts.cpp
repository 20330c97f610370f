#include "ui/charts/chart_panel.h"
#include "ui/theme.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QImage>
#include <QLabel>
#include <QLineSeries>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QWheelEvent>
#include <QXmlStreamReader>
#include <cmath>
#include <limits>
#include <set>

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
        panel.setTableShown(true); // Its columns have names: no colours to be told apart.
        QVERIFY(!panel.findChild<ChartLegend*>()->isVisible());
        panel.setTableShown(false);
        QVERIFY(panel.findChild<ChartLegend*>()->isVisible() == (tensors > 1));
    }

    void aPointIsReadAtThePeakOfItsPixels()
    {
        const auto points = layers(1000, 501); // x = 502
        QCOMPARE(pointAt(points, 500, 5), 501);
        QCOMPARE(pointAt(points, 20, 0.4), 19);
        QCOMPARE(pointAt(points, -50, 1), 0); // Nothing near: the nearest.
        QCOMPARE(pointAt({}, 1, 1), -1);
    }

    void aPartKeepsOneNeighbourAtEachEnd()
    {
        const auto points = layers(10, 0); // x = 1 … 10
        const auto part = pointsIn(points, 3.5, 6.5);
        QVERIFY(part.front().x == 3 && part.back().x == 7);
        QCOMPARE(pointsIn(points, -5, 50).size(), 10u);
        QVERIFY(pointsIn({}, 0, 1).empty());
    }

    void missedPointsAreMarkedInTheirColumn()
    {
        const auto columns = bucketed(layers(1000, 500), 10);
        for (const ChartColumn& column : columns)
            QCOMPARE(column.isMissed, column.high == 1.0);
    }

    void ticksAreRoundAndFit()
    {
        QCOMPARE(ticksIn({0, 1}, 5).values, (std::vector<double>{0, 0.25, 0.5, 0.75, 1}));
        QCOMPARE(ticksIn({1, 4}, 11, true).values, (std::vector<double>{1, 2, 3, 4}));
        QVERIFY(ticksIn({5, 5}, 5).values.empty());
        for (const double high : {1e-9, 0.003, 7.0, 123456.0})
            for (int most = 2; most < 12; ++most)
                QVERIFY(ticksIn({0, high}, most).values.size() <= std::size_t(most));
        QCOMPARE(tickText(0.25, 0.25), QStringLiteral("0.25"));
        QCOMPARE(tickText(20, 5), QStringLiteral("20"));
        QVERIFY(roundedUp(0.98) >= 0.98 && roundedUp(0) == 1);
    }

    void namesOfBlocksNeverOverlap()
    {
        std::vector<AxisGroup> groups;
        for (int i = 0; i < 300; ++i)
            groups.push_back({7.0 * i + 1, 7.0 * i + 7, QStringLiteral("blocks.%1").arg(i)});
        const auto width = [](const QString& text) { return 6.0 * double(text.size()); };
        for (const double last : {21.0, 100.0, 2100.0}) {
            const auto pixel = [&](double x) { return 50 + 600 * (x - 0.5) / last; };
            const auto labels = groupLabels(groups, {0.5, last + 0.5}, pixel, width);
            QVERIFY(!labels.empty());
            double end = 0;
            for (const AxisLabel& label : labels) {
                QVERIFY(label.x >= end);
                end = label.x + width(label.text);
                QVERIFY(end <= 650 + 1e-6);
            }
        }
    }

    /// Kept tensors draw nothing: the smallest in a column is no line at zero.
    void keptTensorsDrawNoLineAtZero()
    {
        ChartPanel panel(PlotStyle::Needles, errorText);
        panel.resize(700, 300);
        std::vector<ChartPoint> points;
        for (int i = 0; i < 4000; ++i)
            points.push_back({double(i + 1), i < 2000 ? 0 : 0.1, {}});
        panel.setPoints(points);
        const auto* plot = panel.findChild<PlotView*>();
        QVERIFY(plot->isFolded());
        for (const auto* series : plot->chart()->series())
            for (const QPointF& point : qobject_cast<const QLineSeries*>(series)->points())
                QVERIFY(point.x() > 1990);
    }

    /// Needles of their own would cover those of the largest.
    void theSmallestDoNotHideTheLargest()
    {
        ChartPanel panel(PlotStyle::Needles, errorText);
        panel.resize(700, 300);
        std::vector<ChartPoint> points;
        for (int i = 0; i < 4000; ++i)
            points.push_back({double(i + 1), i % 2 ? 0.1 : 0.08, {}});
        panel.setPoints(points);
        const auto* plot = panel.findChild<PlotView*>();
        QVERIFY(plot->isFolded() && plot->hasRange());
        const QRectF area = plot->axes().area();
        const QImage picture = panel.findChild<PlotView*>()->grab().toImage();
        const auto isHigh = [&](int x, double y) {
            return picture.pixelColor(x, int(plot->axes().toPixel({1, y}).y()))
                == plot->colourOf(PlotView::High);
        };
        int high = 0;
        for (int x = int(area.left()); x < int(area.right()); ++x)
            high += isHigh(x, 0.04); // Below the smallest.
        QVERIFY2(high > area.width() / 2, qPrintable(QString::number(high)));
    }

    /// Else it would come and go for ever: it takes some of the room.
    void theLegendDoesNotDependOnTheSize()
    {
        for (const double low : {0.09, 0.094, 0.096, 0.098}) {
            ChartPanel panel(PlotStyle::Needles, errorText);
            std::vector<ChartPoint> points;
            for (int i = 0; i < 4000; ++i)
                points.push_back({double(i + 1), i % 2 ? 0.1 : low, {}});
            panel.setPoints(points);
            std::set<bool> seen;
            for (const QSize size : {QSize(700, 150), QSize(500, 200), QSize(330, 300),
                     QSize(331, 300), QSize(700, 700)}) {
                panel.resize(size);
                panel.grab();
                panel.setPoints(points);
                seen.insert(panel.findChild<PlotView*>()->hasRange());
            }
            QCOMPARE(seen.size(), std::size_t(1));
        }
    }

    /// On more lines where they do not fit on one; also when they come and go.
    void aLegendOfLongTextsIsSeen()
    {
        ChartFrame frame(QStringLiteral("Error"), new QWidget);
        frame.resize(300, 300);
        frame.show();
        const std::vector<LegendEntry> entries{
            {LegendEntry::Mark::Line, Qt::red, QString(30, u'x')},
            {LegendEntry::Mark::Line, Qt::blue, QString(30, u'y')}};
        const auto* legend = frame.findChild<ChartLegend*>();
        for (int round = 0; round < 3; ++round) {
            frame.setLegend(entries);
            for (const auto* button : legend->findChildren<QToolButton*>()) {
                QTRY_VERIFY(button->isVisible());
                QTRY_VERIFY(legend->rect().contains(button->geometry()));
            }
            QTRY_VERIFY(legend->height() > frame.fontMetrics().height() * 2);
            frame.setLegend({});
            QTRY_VERIFY(!legend->isVisible());
        }
    }

    void whatIsTheSameIsShownOnce()
    {
        ChartPanel panel(PlotStyle::Needles, errorText);
        panel.resize(700, 300);
        std::vector<ChartPoint> points;
        for (int i = 0; i < 4000; ++i)
            points.push_back({double(i + 1), i == 70 ? 0.2 : 0.1, {}}); // But for one.
        panel.setPoints(points);
        const auto* plot = panel.findChild<PlotView*>();
        QVERIFY(plot->isFolded() && !plot->hasRange());
        QVERIFY(panel.findChild<ChartLegend*>()->entries().empty());
    }

    void zoomsPansAndShowsAllByKeyWheelAndDrag()
    {
        ChartPanel panel(PlotStyle::Needles, errorText);
        panel.resize(800, 300);
        panel.show();
        panel.setPoints(layers(2000, 700));
        auto* plot = panel.findChild<PlotView*>();
        QTRY_VERIFY(plot->axes().area().width() > 300);
        const AxisRange all = plot->axes().x;
        QVERIFY(!button(panel, QStringLiteral("Show all"))->isVisible());
        QTest::keyClick(plot, Qt::Key_Plus);
        QVERIFY(plot->isZoomed() && plot->axes().x.span() < 0.51 * all.span());
        QVERIFY(button(panel, QStringLiteral("Show all"))->isVisible());
        const double low = plot->axes().x.low;
        QTest::keyClick(plot, Qt::Key_PageDown);
        QVERIFY(plot->axes().x.low > low);
        QTest::keyClick(plot, Qt::Key_0);
        QVERIFY(!plot->isZoomed() && plot->axes().x == all);
        // A drag over the part around the peak.
        const auto at = [&](double x) {
            return QPoint(int(plot->axes().toPixel({x, 0}).x()), plot->height() / 2);
        };
        QTest::mousePress(plot->viewport(), Qt::LeftButton, {}, at(600));
        QTest::mouseMove(plot->viewport(), at(700));
        QTest::mouseRelease(plot->viewport(), Qt::LeftButton, {}, at(800));
        QVERIFY(plot->isZoomed());
        button(panel, QStringLiteral("Show all"))->click();
        QVERIFY(plot->axes().x == all);
        const QPointF middle = at(1000);
        QWheelEvent wheel(middle, plot->viewport()->mapToGlobal(middle), {}, {0, 240}, Qt::NoButton,
            Qt::NoModifier, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(plot->viewport(), &wheel);
        QVERIFY(plot->isZoomed());
        panel.clear();
        QVERIFY(!plot->isZoomed());
    }

    void saysSoWhenThereIsNothingYet()
    {
        ChartText text = errorText;
        text.emptyText = QStringLiteral("Values appear as tensors finish");
        ChartPanel panel(PlotStyle::Needles, text);
        const auto says = [&] {
            for (const auto* label : panel.findChildren<QLabel*>())
                if (label->text() == text.emptyText && label->isVisibleTo(&panel))
                    return true;
            return false;
        };
        QVERIFY(says());
        panel.setPoints(layers(1, 0));
        QVERIFY(!says() && panel.picture()->isVisibleTo(&panel));
    }

    void savesSvgPngAndCsv()
    {
        QLocale::setDefault(QLocale(QLocale::German)); // Files do not follow it.
        ChartPanel panel(PlotStyle::Needles, errorText);
        panel.setPoints(layers(20, 3)); // Never shown: a picture all the same.
        const QTemporaryDir folder;
        const auto path
            = [&](const char* name) { return folder.filePath(QLatin1StringView(name)); };
        const auto read = [&](const char* name) {
            QFile file(path(name));
            return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        };
        for (const char* name : {"a.svg", "a.png", "a.csv"})
            QCOMPARE(panel.saveTo(path(name)), QString());
        QVERIFY(!panel.saveTo(path("a.txt")).isEmpty());
        QVERIFY(!panel.saveTo(QStringLiteral("/no/such/folder/a.svg")).isEmpty());

        QXmlStreamReader svg(read("a.svg"));
        QString words;
        while (!svg.atEnd())
            if (svg.readNext() == QXmlStreamReader::Characters)
                words += svg.text();
        QVERIFY2(!svg.hasError(), qPrintable(svg.errorString()));
        for (const QString& text : {errorText.title, errorText.xTitle, errorText.yTitle,
                 QStringLiteral("Missed a limit"), QStringLiteral("blk.1")})
            QVERIFY2(words.contains(text), qPrintable(text));

        const QImage png(path("a.png"));
        QVERIFY(png.width() >= 1440);
        std::set<QRgb> colours;
        for (int x = 0; x < png.width(); x += 2)
            for (int y = 0; y < png.height(); y += 2)
                colours.insert(png.pixel(x, y));
        QVERIFY(colours.contains(seriesColor(0, panel.palette()).rgb()));

        const QByteArrayList lines = read("a.csv").split('\n');
        QCOMPARE(lines.size(), 22); // Titles, 20 rows, nothing.
        QCOMPARE(lines[0], QByteArray("Tensor,Tensor no.,Relative RMSE\r"));
        QCOMPARE(lines[4], QByteArray("blk.0.w3.weight,4,1\r"));
        QCOMPARE(lines[1].split(',')[2].trimmed().toDouble(), 0.05);
        QLocale::setDefault(QLocale::c());
    }

    void asksThoseAroundItToBeSaved()
    {
        struct Window : QWidget {
            QString wished;
            bool event(QEvent* event) override
            {
                if (event->type() != ChartSaveEvent::eventType())
                    return QWidget::event(event);
                event->accept();
                wished = static_cast<ChartSaveEvent*>(event)->suggestedName;
                return true;
            }
        } window;
        auto* inner = new QWidget(&window);
        ChartPanel panel(PlotStyle::Needles, errorText, inner);
        panel.requestSave(QStringLiteral("png"));
        QCOMPARE(window.wished, QStringLiteral("error-per-tensor.png"));
    }

    void tableCanBeCopied()
    {
        ChartPanel panel(PlotStyle::Needles, errorText);
        panel.setPoints(layers(3, 1));
        QCOMPARE(panel.tableText().split(u'\n').size(), 5);
        panel.setTableShown(true);
        panel.table()->selectRow(1);
        panel.copyTable();
        QCOMPARE(QApplication::clipboard()->text(),
            QStringLiteral("Tensor\tTensor no.\tRelative RMSE\nblk.0.w1.weight\t2\t1.00000\n"));
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
