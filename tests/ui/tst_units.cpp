#include "ui/text/plan_text.h"
#include "ui/text/units.h"

#include <QLocale>
#include <QTest>
#include <limits>

using namespace aq;

class TestUnits : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    /// What reports and tool tips hold was written by core, without translations.
    void reasonsOfCoreGetTheirWords()
    {
        const auto line = [](const char* text) { return reasonLine(QLatin1StringView(text)); };
        QCOMPARE(line("default"), QStringLiteral("Default"));
        QCOMPARE(line("default: int4"), QStringLiteral("Default: int4"));
        QCOMPARE(line("keep-list: keep (flux: img_in)"),
            QStringLiteral("Keep-list: Keep (flux: img_in)"));
        QCOMPARE(line("small: keep"), QStringLiteral("Small: Keep"));
        QCOMPARE(line("pattern: keeper"), QStringLiteral("Pattern: keeper"));
        QCOMPARE(line("not-float: I64"), QStringLiteral("Not float: I64"));
        QCOMPARE(
            line("fallback: row of 96 elements"), QStringLiteral("Fallback: row of 96 elements"));
        QCOMPARE(line("source: q8_0"), QStringLiteral("source: q8_0")); // No reason.
        QCOMPARE(line(""), QString());
        for (int i = 0; i <= int(Reason::NotFloat); ++i)
            QCOMPARE(line(reasonId(Reason(i))), reasonText(Reason(i)));
    }

    void bytesUseBinaryUnits()
    {
        QCOMPARE(bytesText(512), QStringLiteral("512 bytes"));
        QCOMPARE(bytesText(1536), QStringLiteral("1.5 KiB"));
        QCOMPARE(bytesText(std::int64_t(32) << 30), QStringLiteral("32.0 GiB"));
    }

    void countsAreGrouped()
    {
        QCOMPARE(countText(1130), QStringLiteral("1,130"));
        QCOMPARE(shortCountText(9999), QStringLiteral("9,999"));
        QCOMPARE(shortCountText(10'000), QStringLiteral("10.0 K"));
        QCOMPARE(shortCountText(859'520'964), QStringLiteral("859.5 M"));
        QCOMPARE(shortCountText(999'950), QStringLiteral("1.0 M")); // Not "1,000.0 K".
        QCOMPARE(shortCountText(12'000'000'000), QStringLiteral("12.0 B"));
    }

    void percentsKeepThreeDigits()
    {
        QCOMPARE(percentText(0), QStringLiteral("0 %"));
        QCOMPARE(percentText(0.0123), QStringLiteral("1.23 %"));
        QCOMPARE(percentText(0.123), QStringLiteral("12.3 %"));
        QCOMPARE(percentText(1.5), QStringLiteral("150 %"));
        QCOMPARE(percentText(0.000123), QStringLiteral("0.0123 %"));
    }

    void changesHaveASign()
    {
        QCOMPARE(changeText(1000, 257), QStringLiteral("−74.3 %"));
        QCOMPARE(changeText(1000, 1001), QStringLiteral("+0.1 %"));
        QCOMPARE(changeText(1000, 1000), QStringLiteral("±0.0 %"));
        QCOMPARE(changeText(0, 5), QStringLiteral("–"));
    }

    void whatIsUnknownIsADash()
    {
        const double nan = std::numeric_limits<double>::quiet_NaN();
        for (const QString& text : {percentText(nan), decibelText(nan), cosineText(nan),
                 ratioText(nan), bitsPerWeightText(nan)})
            QCOMPARE(text, QStringLiteral("–"));
    }

    void nothingChangedIsExact()
    {
        const double infinity = std::numeric_limits<double>::infinity();
        QCOMPARE(decibelText(infinity), QStringLiteral("exact"));
        QCOMPARE(decibelText(41.24), QStringLiteral("41.2 dB"));
        QCOMPARE(decibelText(-infinity), QStringLiteral("−∞ dB"));
    }

    void aCosineNeverRoundsUpToOne()
    {
        QCOMPARE(cosineText(1), QStringLiteral("1"));
        QCOMPARE(cosineText(0.9999999), QStringLiteral("0.99999"));
        QCOMPARE(cosineText(0.987178), QStringLiteral("0.98718")); // As in the messages.
    }

    void numbersFollowTheLocale()
    {
        QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
        QCOMPARE(countText(1130), QStringLiteral("1.130"));
        QCOMPARE(percentText(0.0123), QStringLiteral("1,23 %"));
        QCOMPARE(bitsPerWeightText(4.25), QStringLiteral("4,25 bpw"));
    }
};

QTEST_GUILESS_MAIN(TestUnits)
#include "tst_units.moc"
