#include "ui/theme.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollBar>
#include <QTableWidget>
#include <QTest>
#include <QToolButton>
#include <cmath>

using namespace aq;

namespace {

/// WCAG 2.1: (L1 + 0.05) / (L2 + 0.05) of the relative luminances, 1 to 21.
double luminance(const QColor& colour)
{
    const auto linear
        = [](double c) { return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF())
        + 0.0722 * linear(colour.blueF());
}

double contrast(const QColor& a, const QColor& b)
{
    const double x = luminance(a) + 0.05, y = luminance(b) + 0.05;
    return std::max(x, y) / std::min(x, y);
}

} // namespace

class TestTheme : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { applyTheme(*qApp, Theme::Light); }

    /// A colour of its own would vanish on one of the themes.
    void iconsHaveTheColourOfTheText()
    {
        const QDir icons(QStringLiteral(":/icons"));
        QVERIFY(icons.entryList().size() > 10);
        for (const QString& name : icons.entryList({QStringLiteral("*.svg")})) {
            if (name.startsWith(QStringLiteral("arrowquant")))
                continue; // The program's own.
            QFile file(icons.filePath(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray svg = file.readAll();
            QVERIFY2(svg.contains("currentColor") && !svg.contains("\"#"), qPrintable(name));
        }
    }

    /// Fusion's are black there.
    void framesAreSeenOnBlack()
    {
        applyTheme(*qApp, Theme::Dark);
        applySystemLook(*qApp, {.dark = true, .highContrast = true});
        QTableWidget table;
        QPushButton button(QStringLiteral("x"));
        QProgressBar progress;
        QScrollBar bar(Qt::Vertical);
        for (QWidget* widget : std::initializer_list<QWidget*>{&table, &button, &progress, &bar}) {
            widget->resize(100, 60);
            const QImage image = widget->grab().toImage();
            double most = 0;
            for (int y = 0; y < image.height(); ++y) // Apart from texts and arrows in the middle.
                for (const int x : {0, 1, 2, image.width() - 3, image.width() - 1})
                    most = std::max(most, contrast(image.pixelColor(x, y), Qt::black));
            QVERIFY2(most >= 3, widget->metaObject()->className());
        }
        applySystemLook(*qApp, {});
    }

    void aButtonThatIsOnStandsOut_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }

    void aButtonThatIsOnStandsOut()
    {
        QFETCH(bool, dark);
        applyTheme(*qApp, dark ? Theme::Dark : Theme::Light);
        QToolButton button; // Without text: its middle is its background.
        button.setCheckable(true);
        button.resize(60, 30);
        const QColor off = button.grab().toImage().pixelColor(30, 15);
        button.setChecked(true);
        const QColor on = button.grab().toImage().pixelColor(30, 15);
        const int apart = std::max({std::abs(on.red() - off.red()),
            std::abs(on.green() - off.green()), std::abs(on.blue() - off.blue())});
        QVERIFY2(apart >= 24, qPrintable(on.name() + u' ' + off.name()));
        QVERIFY(contrast(on, button.palette().color(QPalette::ButtonText)) >= 4.5);
    }
};

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"
