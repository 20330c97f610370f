#include "ui/charts/chart_frame.h"
#include "ui/charts/heat_map_view.h"
#include "ui/charts/range_chart.h"
#include "ui/widgets/inspector_panel.h"

#include "core/analysis/picture_builder.h"
#include "tests/support/test_models.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QPainter>
#include <QSignalSpy>
#include <QTest>

using namespace aq;

namespace {

/// 64 rows of 48, decoded with an error of 0.01 everywhere; the value at (3, 5) is 9.
TensorPicturePtr somePicture(const QString& name = QStringLiteral("blocks.0.w"))
{
    std::vector<float> x = test::gaussian(64 * 48, 0.1F), y = x;
    x[3 * 48 + 5] = 9;
    for (std::size_t i = 0; i < x.size(); ++i)
        y[i] = x[i] + 0.01F;
    PictureBuilder builder({64, 48}, {});
    builder.addRange(x);
    builder.endRange();
    builder.add(0, x, y, PictureBuilder::Use::Both);
    TensorPicture picture = builder.picture(PictureBuilder::Decoded::Given);
    picture.name = name;
    picture.scheme = QStringLiteral("INT4");
    return std::make_shared<const TensorPicture>(picture);
}

bool hasText(const QWidget& widget, const QString& text)
{
    const auto labels = widget.findChildren<QLabel*>();
    return std::ranges::any_of(labels, [&](const QLabel* label) {
        return label->isVisibleTo(&widget) && label->text().contains(text);
    });
}

QImage drawn(const std::function<void(QPainter&)>& draw)
{
    QImage image(400, 300, QImage::Format_ARGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    draw(painter);
    return image;
}

} // namespace

class TestInspector : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void signsAndZeroHaveColoursOfTheirOwn()
    {
        for (const QPalette& palette : {QPalette(Qt::white), QPalette(Qt::black)}) {
            const ColourScale scale(ColourScale::Kind::Diverging, 2, palette);
            QVERIFY(scale.at(2) != scale.at(-2) && scale.at(0) != scale.at(2));
            QVERIFY(scale.at(5) == scale.at(2) && scale.at(-5) == scale.at(-2));
            QCOMPARE(qAlpha(scale.at(std::numeric_limits<double>::quiet_NaN())), 0);
            QVERIFY(qBlue(scale.at(-2)) > qRed(scale.at(-2)));
            QVERIFY(qRed(scale.at(2)) > qBlue(scale.at(2)));
            // The same way from zero, the same lightness: within a few of 255 levels of grey.
            QVERIFY(std::abs(qGray(scale.at(1)) - qGray(scale.at(-1))) < 30);
        }
        const ColourScale nothing(ColourScale::Kind::Sequential, 0, QPalette(Qt::white));
        QCOMPARE(nothing.at(0), nothing.at(0.5)); // All is 0.
    }

    void histogramTellsItsBins()
    {
        HistogramChart chart;
        QCOMPARE(chart.count(), 0);
        chart.setPicture(somePicture());
        QCOMPARE(chart.count(), 128);
        QVERIFY(chart.readingOf(0).contains(QStringLiteral("decoded")));
        QCOMPARE(chart.legend().size(), std::size_t(3)); // With the outlier.
        QVERIFY(chart.summary().contains(QStringLiteral("9")));
        chart.setShown(HistogramChart::Show::Errors);
        QCOMPARE(chart.legend().size(), std::size_t(1));
        QVERIFY(chart.count() >= 128);
        QSignalSpy pointed(&chart, &SteppedChart::pointed);
        QTest::keyClick(&chart, Qt::Key_End);
        QCOMPARE(chart.current(), chart.count() - 1);
        QTest::keyClick(&chart, Qt::Key_Left);
        QCOMPARE(chart.current(), chart.count() - 2);
        QCOMPARE(pointed.count(), 2);
    }

    void channelsTellTheirRanges()
    {
        RangeChart chart;
        chart.setPicture(somePicture());
        QCOMPARE(chart.count(), 64);
        QVERIFY(chart.readingOf(3).contains(QStringLiteral("Channel 3")));
        QVERIFY(chart.readingOf(3).contains(QStringLiteral("outliers")));
        QVERIFY(!chart.readingOf(4).contains(QStringLiteral("outliers")));
        QVERIFY(chart.summary().contains(QStringLiteral("Channel 3")));
    }

    void picturesAreDrawnAtAnySize()
    {
        HistogramChart histogram;
        RangeChart ranges;
        HeatMapView maps;
        const auto picture = somePicture();
        histogram.setPicture(picture);
        ranges.setPicture(picture);
        maps.setPicture(picture);
        for (const QRectF& area :
            {QRectF(0, 0, 400, 300), QRectF(0, 0, 90, 60), QRectF(0, 0, 5, 5)}) {
            const QImage blank = drawn([&](QPainter& p) { p.fillRect(area, Qt::white); });
            QVERIFY(drawn([&](QPainter& p) { histogram.draw(p, area); }) != blank);
            QVERIFY(drawn([&](QPainter& p) { ranges.draw(p, area); }) != blank);
            QVERIFY(drawn([&](QPainter& p) { maps.draw(p, area); }) != blank);
        }
    }

    void mapsZoomByKeysWheelAndDrag()
    {
        HeatMapView maps;
        maps.resize(600, 300);
        QSignalSpy wished(&maps, &HeatMapView::partWished);
        maps.setPicture(somePicture());
        QVERIFY(!maps.isZoomed() && maps.part().rows == 64 && maps.part().columns == 48);
        QTest::keyClick(&maps, Qt::Key_Plus);
        QVERIFY(maps.isZoomed() && maps.part().rows == 43 && maps.part().columns == 32);
        QCOMPARE(wished.count(), 1);
        QTest::keyClick(&maps, Qt::Key_0);
        QVERIFY(!maps.isZoomed());
        for (int i = 0; i < 50; ++i)
            maps.zoom(2, {1, 1}); // Never closer than some rows, always inside.
        QVERIFY(maps.part().rows == 8 && maps.part().firstRow == 56);
        QVERIFY(maps.part().columns == 8 && maps.part().firstColumn == 40);
        maps.setPart({-100, 20, 1000, 20});
        QVERIFY(maps.part().firstRow == 0 && maps.part().firstColumn == 28);
        maps.showAll();
        QTest::mousePress(&maps, Qt::LeftButton, {}, {30, 60});
        QTest::mouseMove(&maps, {120, 160});
        QTest::mouseRelease(&maps, Qt::LeftButton, {}, {120, 160});
        QVERIFY(maps.isZoomed());
        maps.setPicture(somePicture()); // The same tensor, planned otherwise: still zoomed in.
        QVERIFY(maps.isZoomed());
        maps.setPicture(somePicture(QStringLiteral("another")));
        QVERIFY(!maps.isZoomed());
    }

    void cellsAreReadOut()
    {
        HeatMapView maps;
        maps.resize(600, 300);
        maps.setPicture(somePicture());
        QVERIFY(maps.reading().isEmpty());
        QTest::keyClick(&maps, Qt::Key_Home);
        for (int i = 0; i < 5; ++i)
            QTest::keyClick(&maps, Qt::Key_Right);
        for (int i = 0; i < 3; ++i)
            QTest::keyClick(&maps, Qt::Key_Down);
        QVERIFY2(maps.reading().startsWith(QStringLiteral("Rows 3, columns 5: 9,")),
            qPrintable(maps.reading()));
        QVERIFY(maps.reading().contains(QStringLiteral("error 0.01")));
    }

    void twinsHaveTheSameNumbers()
    {
        NumberTableModel table;
        QAbstractItemModelTester tester(&table);
        const auto picture = somePicture();
        showValueBins(table, picture);
        QCOMPARE(table.rowCount(), 128);
        QCOMPARE(table.columnCount(), 4);
        double sum = 0;
        for (int i = 0; i < table.rowCount(); ++i)
            sum += table.index(i, 2).data(NumberTableModel::SortRole).toDouble();
        QVERIFY(sum == 64 * 48);
        showChannels(table, picture);
        QCOMPARE(table.index(3, 6).data(NumberTableModel::SortRole).toDouble(), 1.0);
        showCells(table, picture);
        QCOMPARE(table.rowCount(), 64 * 48);
        QCOMPARE(table.index(3 * 48 + 5, 4).data(NumberTableModel::SortRole).toDouble(), 9.0);
        showErrorBins(table, {});
        QCOMPARE(table.rowCount(), 0);
    }

    void panelShowsAPictureAndItsNumbers()
    {
        InspectorPanel panel;
        panel.resize(360, 800);
        panel.show();
        QVERIFY(hasText(panel, QStringLiteral("Select a tensor")));
        panel.setTensor(QStringLiteral("blocks.0.w"), QStringLiteral("[64, 48]"));
        panel.setPicture(somePicture());
        QVERIFY(hasText(panel, QStringLiteral("blocks.0.w")));
        QTRY_VERIFY(hasText(panel, QStringLiteral("Kurtosis")));
        QVERIFY(hasText(panel, QStringLiteral("SQNR")));
        const auto frames = panel.findChildren<ChartFrame*>();
        QCOMPARE(frames.size(), 3);
        for (const ChartFrame* frame : frames)
            QVERIFY(frame->csv().count('\n') > 10);
        panel.showError({ErrorCode::Corrupt, QStringLiteral("file has 5 bytes"), {}});
        QVERIFY(hasText(panel, QStringLiteral("file has 5 bytes")));
        QVERIFY(!panel.picture());
    }

    void problemsAreSaidInPlace()
    {
        InspectorPanel panel;
        panel.show();
        TensorPicture picture = *somePicture();
        picture.problem = QStringLiteral("element 7 is NaN");
        picture.isSampled = true;
        picture.sampledRows = 12;
        panel.setPicture(std::make_shared<const TensorPicture>(picture));
        QVERIFY(hasText(panel, QStringLiteral("element 7 is NaN")));
        QVERIFY(hasText(panel, QStringLiteral("12 evenly spaced rows of 64")));
    }

    void zoomingAsksForTheCells()
    {
        InspectorPanel panel;
        panel.show();
        panel.setPicture(somePicture());
        QSignalSpy wished(&panel, &InspectorPanel::mapPartWished);
        panel.findChild<HeatMapView*>()->zoom(2, {0.5, 0.5});
        QCOMPARE(wished.count(), 1);
        QCOMPARE(panel.mapPart().rows, 32);
        panel.findChild<HeatMapView*>()->showAll();
        QCOMPARE(wished.count(), 1); // They are there.
    }
};

QTEST_MAIN(TestInspector)
#include "tst_inspector.moc"
