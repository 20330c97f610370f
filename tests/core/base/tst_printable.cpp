#include "core/base/printable.h"

#include <QTest>

using aq::printable;

class PrintableTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void escapesWhatCouldMislead_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("shown");
        const auto row = [](const char* tag, const QString& text, const char* shown) {
            QTest::newRow(tag) << text << QString::fromUtf8(shown);
        };
        row("empty", QString(), "");
        row("plain", QStringLiteral("blk.0.attn_q.weight"), "blk.0.attn_q.weight");
        row("other scripts", QStringLiteral("größe 重み"), "größe 重み");
        row("line break", QStringLiteral("a\nb"), "a\\u000ab");
        row("zero", QString(QChar(0)), "\\u0000");
        row("escape sequence", QStringLiteral("\x1b[31m"), "\\u001b[31m");
        row("right to left", QString(QChar(0x202e)) + QStringLiteral("abc"), "\\u202eabc");
        row("no width", QString(QChar(0x200b)), "\\u200b");
        row("line separator", QString(QChar(0x2028)), "\\u2028");
        row("lone high surrogate", QString(QChar(0xd800)), "\\ud800");
        row("lone low surrogate", QString(QChar(0xdc00)) + QStringLiteral("a"), "\\udc00a");
        row("beyond 16 bits", QString::fromUtf8("😀"), "😀");
        row("invisible tag beyond 16 bits", QString::fromUcs4(U"\U000E0041", 1), "\\udb40\\udc41");
        row("percent signs stay", QStringLiteral("%1 %n"), "%1 %n");
        row("markup stays", QStringLiteral("<b>"), "<b>");
    }
    void escapesWhatCouldMislead()
    {
        QFETCH(QString, text);
        QTEST(printable(text), "shown");
    }

    void cutsInTheMiddle()
    {
        QCOMPARE(printable(QStringLiteral("0123456789"), 10), QStringLiteral("0123456789"));
        QCOMPARE(printable(QStringLiteral("0123456789a"), 10), QString::fromUtf8("0123…6789a"));
        QCOMPARE(printable(QString(1'000'000, u'x')).size(), 100);
    }

    void neverExceedsTheLimit() // Escapes count; pairs stay together.
    {
        for (const char* unit : {"x", "\n", "😀", "a\u202e"}) {
            const QString text = QString::fromUtf8(unit).repeated(60);
            for (qsizetype limit = 3; limit < 130; ++limit) {
                const QString shown = printable(text, limit);
                QVERIFY2(shown.size() <= limit || shown == text, qPrintable(shown));
                QVERIFY2(QString::fromUtf8(shown.toUtf8()) == shown, qPrintable(shown));
            }
        }
    }
};

QTEST_GUILESS_MAIN(PrintableTest)
#include "tst_printable.moc"
