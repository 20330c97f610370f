#include "core/plan/pattern.h"

#include <QTest>

using namespace aq;

class TestPattern : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void matchesWholeNames_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("matches");
        const auto row = [](const char* pattern, const char* name, bool matches) {
            QTest::addRow("%s on %s", pattern, name)
                << QString::fromUtf8(pattern) << QString::fromUtf8(name) << matches;
        };
        row("blk.0.attn.weight", "blk.0.attn.weight", true);
        row("blk.0.attn", "blk.0.attn.weight", false); // No search: the whole name.
        row("*attn*", "blk.0.attn.weight", true);      // `*` crosses dots.
        row("*.weight", "blk.0.attn.bias", false);
        row("blk.*.weight", "blk.10.mlp.fc1.weight", true);
        row("*", "", true);
        row("**a**", "a", true);
        row("?", "", false);
        row("blk.?.x", "blk.1.x", true);
        row("blk.?.x", "blk.10.x", false);
        row("blk.[0-3].x", "blk.2.x", true);
        row("blk.[0-3].x", "blk.4.x", false);
        row("blk.[!0-3].x", "blk.4.x", true);
        row("blk.[^0-3].x", "blk.3.x", false);
        row("[]]", "]", true);
        row("[a-]", "-", true);
        row("a.b", "aXb", false); // A dot is a dot.
        row("a+(b)", "a+(b)", true);
        row("Attn", "attn", false);
        row("*ab*ab", "abxab", true); // Needs the star to take more after a first try.
        row("*a*b*c", "aabbcbc", true);
        row("*a*b*c", "aabbcb", false);
        row("gr*ß", "größe", false);
        row("gr*e", "größe", true);
        row("re:attn", "blk.0.attn.weight", true); // Found anywhere.
        row("re:^attn", "blk.0.attn.weight", false);
        row("re:blk\\.(0|1)\\.", "blk.1.x", true);
        row("re:blk\\.(0|1)\\.", "blk.11.x", false);
    }
    void matchesWholeNames()
    {
        QFETCH(QString, pattern);
        QFETCH(QString, name);
        QFETCH(bool, matches);
        const auto compiled = Pattern::compile(pattern);
        QVERIFY(bool(compiled));
        QCOMPARE(compiled->matches(name), matches);
    }

    void refusesWithThePosition_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<QString>("detail");
        const auto row = [](const char* pattern, const char* detail) {
            QTest::addRow("%s", pattern) << QString::fromUtf8(pattern) << QString::fromUtf8(detail);
        };
        row("", "at position 1: it is empty");
        row("blk.[0-9", "at position 5: '[' is never closed");
        row("[]", "at position 1: '[' is never closed");
        row("x[9-0]", "at position 3: the range runs backwards");
        row("re:", "at position 4: nothing to look for");
        row("re:a(b", "at position 7: ");
    }
    void refusesWithThePosition()
    {
        QFETCH(QString, pattern);
        QFETCH(QString, detail);
        const auto compiled = Pattern::compile(pattern);
        QVERIFY(!compiled);
        QCOMPARE(compiled.error().code, ErrorCode::InvalidPlan);
        QVERIFY2(compiled.error().detail.contains(detail), qPrintable(compiled.error().detail));
    }

    /// A pattern of many stars must not take time exponential in their number.
    void manyStarsEndSoon()
    {
        const auto compiled = Pattern::compile(QStringLiteral("*a").repeated(40) + u'b');
        QVERIFY(bool(compiled));
        QVERIFY(!compiled->matches(QString(20000, u'a')));
        const auto regex = Pattern::compile(u"re:^(a+)+$");
        QVERIFY(bool(regex));
        QVERIFY(!regex->matches(QString(200, u'a') + u'b'));
        QVERIFY(regex->matches(QString(200, u'a')));
    }
};

QTEST_APPLESS_MAIN(TestPattern)
#include "tst_pattern.moc"
