#include "ui/charts/chart_frame.h"
#include "ui/charts/fit_chart.h"
#include "ui/widgets/fit_changes.h"
#include "ui/widgets/fit_controls.h"
#include "ui/widgets/fit_panel.h"
#include "ui/widgets/fit_refine.h"

#include <QAbstractItemModelTester>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QPainter>
#include <QProgressBar>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QSlider>
#include <QTableView>
#include <QTest>

using namespace aq;

namespace {

constexpr std::int64_t mib = 1 << 20;

FitSpot spot(FitSpot::Kind kind, const char* title, std::int64_t bytes, double error)
{
    return {kind, QString::fromLatin1(title), {}, bytes, error};
}

/// 100 MiB in the source; files of 20 to 60 MiB, a plan of 30 MiB that is fitted to 31.
FitView someView()
{
    using Kind = FitSpot::Kind;
    FitView view;
    view.stage = FitView::Stage::Ready;
    view.sourceBytes = 100 * mib;
    view.smallest = 20 * mib;
    view.reach = view.largest = 60 * mib;
    view.mostError = 0.4;
    view.leastError = 0.002;
    view.spots = std::make_shared<const std::vector<FitSpot>>(std::vector<FitSpot>{
        spot(Kind::Curve, "", 20 * mib, 0.4), spot(Kind::Suggestion, "Knee", 28 * mib, 0.12),
        spot(Kind::Curve, "", 30 * mib, 0.1), spot(Kind::Profile, "Local", 33 * mib, 0.11),
        spot(Kind::Recipe, "Q4_K", 34 * mib, 0.1), spot(Kind::Curve, "", 60 * mib, 0.002)});
    view.isFitted = view.canRefine = true;
    view.wishedBytes = 31 * mib;
    view.now = FitNumbers{30 * mib, true, 4.8, 0.1, 0.25, QStringLiteral("blk.0.w"), 3};
    view.hasBaseline = true;
    view.changes = {{QStringLiteral("blk.0.w"), QStringLiteral("Q4_K"), QStringLiteral("Q2_K"),
                        -2 * mib, 0.08, 0.25, 0.003},
        {QStringLiteral("blk.1.w"), QStringLiteral("Q4_K"), QStringLiteral("Q6_K"), mib, 0.08, 0.02,
            -0.001}};
    view.lockedByPerson = 12;
    view.keptByLists = 40;
    return view;
}

void show(FitPanel& panel, const FitView& view)
{
    panel.setView(std::make_shared<const FitView>(view));
}

QPushButton* button(const QWidget& widget, const QString& text)
{
    const auto buttons = widget.findChildren<QPushButton*>();
    const auto found = std::ranges::find_if(buttons, [&](const QPushButton* one) {
        return one->text().contains(text) && one->isVisibleTo(&widget);
    });
    return found == buttons.end() ? nullptr : *found;
}

bool hasText(const QWidget& widget, const QString& text)
{
    const auto labels = widget.findChildren<QLabel*>();
    return std::ranges::any_of(labels, [&](const QLabel* label) {
        return label->isVisibleTo(&widget) && label->text().contains(text);
    });
}

QDoubleSpinBox* field(const QWidget& widget, const char* name)
{
    for (auto* box : widget.findChildren<QDoubleSpinBox*>())
        if (box->accessibleName() == QLatin1StringView(name))
            return box;
    return nullptr;
}

} // namespace

class TestFitPanel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void saysWhatIsMeasuredBeforeItIs()
    {
        FitPanel panel;
        FitView view;
        view.stage = FitView::Stage::Unmeasured;
        view.tensors = 7;
        view.candidates = 1234;
        show(panel, view);
        QVERIFY(hasText(panel, QStringLiteral("what every type costs every tensor")));
        QVERIFY(hasText(panel, QStringLiteral("1,234")));
        QSignalSpy measure(&panel, &FitPanel::measureWished);
        button(panel, QStringLiteral("Measure sensitivity"))->click();
        QCOMPARE(measure.size(), 1);
        QCOMPARE(measure.first().first().toBool(), false);
    }

    void showsProgressAndCanBeCancelled()
    {
        FitPanel panel;
        FitView view;
        view.stage = FitView::Stage::Measuring;
        view.fraction = 0.25;
        view.secondsLeft = 75;
        show(panel, view);
        const auto bars = panel.findChildren<QProgressBar*>();
        const auto shown = std::ranges::find_if(
            bars, [&](const QProgressBar* bar) { return bar->isVisibleTo(&panel); });
        QVERIFY(shown != bars.end());
        QCOMPARE(4 * (*shown)->value(), (*shown)->maximum());
        QVERIFY(hasText(panel, QStringLiteral("1:15 left")));
        QVERIFY(!button(panel, QStringLiteral("Measure sensitivity")));
        QSignalSpy cancel(&panel, &FitPanel::cancelWished);
        button(panel, QStringLiteral("Cancel"))->click();
        QCOMPARE(cancel.size(), 1);
    }

    void offersAllOfItWhereASampleWasMeasured()
    {
        FitPanel panel;
        FitView view = someView();
        show(panel, view);
        QVERIFY(!button(panel, QStringLiteral("Measure all of it")));
        view.isSampled = true;
        show(panel, view);
        QSignalSpy measure(&panel, &FitPanel::measureWished);
        button(panel, QStringLiteral("Measure all of it"))->click();
        QCOMPARE(measure.first().first().toBool(), true);
    }

    void tellsTheNumbersOfThePlan()
    {
        FitPanel panel;
        show(panel, someView());
        QVERIFY(hasText(panel, QStringLiteral("31,457,280 bytes"))); // 30 * 2^20
        QVERIFY(hasText(panel, QStringLiteral("30.0 % of the source")));
        QVERIFY(hasText(panel, QStringLiteral("4.80 bpw")));
        QVERIFY(hasText(panel, QStringLiteral("20.0 dB"))); // -20 log10(0.1)
        QVERIFY(hasText(panel, QStringLiteral("3 tensor")));
        QVERIFY(hasText(panel, QStringLiteral("12 row")));
        QVERIFY(hasText(panel, QStringLiteral("40 kept")));
        QVERIFY(hasText(panel, QStringLiteral("not the picture itself")));
        QSignalSpy tensor(&panel, &FitPanel::tensorWished);
        button(panel, QStringLiteral("blk.0.w"))->click();
        QCOMPARE(tensor.first().first().toString(), QStringLiteral("blk.0.w"));
    }

    void wishesForSizesByTheSlider()
    {
        FitPanel panel;
        show(panel, someView());
        auto* slider = panel.findChild<FitControls*>()->findChild<QSlider*>();
        QCOMPARE(slider->value(), 275); // 31 MiB between 20 and 60
        QSignalSpy bytes(&panel, &FitPanel::bytesWished);
        slider->setValue(500);
        QCOMPARE(bytes.size(), 1);
        QCOMPARE(bytes.first().first().toLongLong(), 40 * mib);
        QTest::keyClick(slider, Qt::Key_Home);
        QCOMPARE(bytes.last().first().toLongLong(), 20 * mib);
    }

    void aViewIsNoWish()
    {
        FitPanel panel;
        QSignalSpy bytes(&panel, &FitPanel::bytesWished), error(&panel, &FitPanel::errorWished);
        FitView view = someView();
        show(panel, view);
        view.wishedBytes = 0;
        view.wishedError = 0.05;
        show(panel, view);
        QCOMPARE(bytes.size(), 0);
        QCOMPARE(error.size(), 0);
        QCOMPARE(field(panel, "Error at most")->value(), 5.0);
    }

    void wishesByNumber()
    {
        FitPanel panel;
        show(panel, someView());
        QSignalSpy bytes(&panel, &FitPanel::bytesWished), error(&panel, &FitPanel::errorWished);
        QDoubleSpinBox* size = field(panel, "Size at most");
        QCOMPARE(size->suffix(), QStringLiteral(" MiB"));
        QCOMPARE(size->value(), 31.0);
        size->setValue(24.5);
        QCOMPARE(bytes.first().first().toLongLong(), 49 * mib / 2);
        field(panel, "Error at most")->setValue(2);
        QCOMPARE(error.first().first().toDouble(), 0.02);
    }

    void takesTheNearestWhereNothingFits()
    {
        FitPanel panel;
        FitView view = someView();
        view.wishedBytes = 10 * mib;
        view.cannotFit = true;
        show(panel, view);
        QVERIFY(hasText(panel, QStringLiteral("cannot fit. The smallest file has 20.0 MiB")));
        QSignalSpy bytes(&panel, &FitPanel::bytesWished);
        button(panel, QStringLiteral("Take 20.0 MiB"))->click();
        QCOMPARE(bytes.first().first().toLongLong(), 20 * mib);
    }

    void takesSuggestions()
    {
        FitPanel panel;
        show(panel, someView());
        QSignalSpy bytes(&panel, &FitPanel::bytesWished), settled(&panel, &FitPanel::settled);
        button(panel, QStringLiteral("Knee"))->click();
        QCOMPARE(settled.size(), 1); // A step of its own.
        QCOMPARE(bytes.first().first().toLongLong(), 28 * mib);
    }

    void listsWhatChanged()
    {
        FitPanel panel;
        show(panel, someView());
        auto* changes = panel.findChild<FitChanges*>();
        auto* table = changes->findChild<QTableView*>();
        const QAbstractItemModelTester tester(table->model());
        QCOMPARE(table->model()->rowCount(), 2);
        const auto text
            = [&](int column) { return table->model()->index(0, column).data().toString(); };
        QCOMPARE(text(0), QStringLiteral("blk.0.w"));
        QCOMPARE(text(1), QStringLiteral("Q4_K"));
        QCOMPARE(text(2), QStringLiteral("Q2_K"));
        QVERIFY(text(3).contains(QStringLiteral("2.0 MiB")));
        QCOMPARE(text(4), QStringLiteral("8.00 % → 25.0 %"));
        QVERIFY(hasText(*changes, QStringLiteral("1.0 MiB"))); // -2 + 1 in all
        table->sortByColumn(3, Qt::DescendingOrder);
        QSignalSpy tensor(&panel, &FitPanel::tensorWished);
        Q_EMIT table->activated(table->model()->index(0, 0));
        QCOMPARE(tensor.first().first().toString(), QStringLiteral("blk.1.w"));
    }

    void theCurveCanBeReadByKeysAndTaken()
    {
        FitPanel panel;
        panel.resize(420, 900);
        panel.show();
        show(panel, someView());
        auto* chart = panel.findChild<FitChart*>();
        QSignalSpy pointed(chart, &SteppedChart::pointed);
        QTest::keyClick(chart, Qt::Key_Home);
        QTest::keyClick(chart, Qt::Key_Right);
        QCOMPARE(pointed.last().first().toString(),
            QStringLiteral("Knee: 28.0 MiB, error 12.0 % (18.4 dB)"));
        QSignalSpy bytes(&panel, &FitPanel::bytesWished);
        QTest::keyClick(chart, Qt::Key_Return);
        QCOMPARE(bytes.first().first().toLongLong(), 28 * mib);
        QTest::mouseClick(chart, Qt::LeftButton, {}, chart->positionOf(4).toPoint());
        QCOMPARE(bytes.last().first().toLongLong(), 34 * mib);
    }

    void theCurveHasATableAndALegend()
    {
        FitPanel panel;
        show(panel, someView());
        auto* frame = panel.findChild<FitChart*>()->parentWidget()->parentWidget();
        auto* chart = qobject_cast<ChartFrame*>(frame);
        QVERIFY(chart && chart->hasTable());
        const QByteArray csv = chart->csv();
        QVERIFY(csv.contains("Q4_K"));
        QVERIFY(csv.contains("31457280"));
        QCOMPARE(csv.count('\n'), 7); // Six spots and the titles.
        QVERIFY(panel.findChild<FitChart*>()->legend().size() == 5);
    }

    void marksAndCurveArePainted()
    {
        FitChart chart;
        const auto paint = [&](const FitView& view) {
            chart.setView(std::make_shared<const FitView>(view));
            QImage image(400, 300, QImage::Format_ARGB32);
            image.fill(Qt::white);
            QPainter painter(&image);
            chart.draw(painter, QRectF(0, 0, 400, 300));
            return image;
        };
        FitView view = someView();
        const QImage whole = paint(view);
        view.now.reset();
        QVERIFY(paint(view) != whole);
        view = someView();
        view.now->error = 0; // Exact: it has no place on a logarithm, and still is drawn.
        QVERIFY(paint(view) != whole);
        QVERIFY(paint(FitView()) != whole);
    }

    void refinesWithChosenObjectives()
    {
        FitPanel panel;
        FitView view = someView();
        view.canRefine = false; // Its numbers are being worked out.
        show(panel, view);
        QVERIFY(!button(panel, QStringLiteral("Refine"))->isEnabled());
        view.canRefine = true;
        show(panel, view);
        QSignalSpy refine(&panel, &FitPanel::refineWished);
        button(panel, QStringLiteral("Refine"))->click();
        QCOMPARE(refine.first().at(0).value<FitObjective>().worst, 1.0);
        QCOMPARE(refine.first().at(1).toULongLong(), 1ULL);
        view.refining = {true, 200, {{1, 2.0, 2.5}, {2, 1.5, 2.0}}, {}};
        show(panel, view);
        QSignalSpy cancelled(&panel, &FitPanel::refineCancelled);
        auto* box = panel.findChild<FitRefine*>();
        button(*box, QStringLiteral("Cancel"))->click();
        QCOMPARE(cancelled.size(), 1);
    }

    void stopsFitting()
    {
        FitPanel panel;
        show(panel, someView());
        QSignalSpy stop(&panel, &FitPanel::stopWished);
        button(panel, QStringLiteral("Stop fitting"))->click();
        QCOMPARE(stop.size(), 1);
    }
};

QTEST_MAIN(TestFitPanel)
#include "tst_fit_panel.moc"
