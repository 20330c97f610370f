#include "app/languages.h"
#include "app/main_window.h"
#include "tests/app/shown_texts.h"
#include "tests/app/window_walk.h"
#include "ui/theme.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractScrollArea>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QApplication>
#include <QComboBox>
#include <QGroupBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QRegularExpression>
#include <QTabBar>
#include <QTest>
#include <QTranslator>
#include <algorithm>
#include <array>
#include <cmath>

using namespace aq;
using namespace aq::test;

namespace {

bool isControl(const QWidget& widget)
{
    return widget.focusPolicy() & Qt::TabFocus && widget.isEnabled();
}

QLabel* buddyLabel(const QWidget& widget)
{
    for (auto* label : widget.window()->findChildren<QLabel*>())
        if (label->buddy() == &widget)
            return label;
    return nullptr;
}

/// What a screen reader says of it. A combo box says its entry, so that does not count.
bool hasName(const QWidget& widget)
{
    if (!widget.accessibleName().isEmpty() || buddyLabel(widget))
        return true;
    if (qobject_cast<const QComboBox*>(&widget) || qobject_cast<const QLineEdit*>(&widget)
        || qobject_cast<const QAbstractSpinBox*>(&widget))
        return false;
    QAccessibleInterface* seen
        = QAccessible::queryAccessibleInterface(const_cast<QWidget*>(&widget));
    return seen && !seen->text(QAccessible::Name).isEmpty();
}

/// Painted by the program itself: nothing but its description tells what it shows.
bool isPainted(const QWidget& widget)
{
    if (qstrncmp(widget.metaObject()->className(), "aq::", 4) != 0 || !isControl(widget))
        return false;
    return !qobject_cast<const QAbstractButton*>(&widget)
        && !qobject_cast<const QAbstractItemView*>(&widget)
        && !qobject_cast<const QComboBox*>(&widget) && !qobject_cast<const QLineEdit*>(&widget)
        && !qobject_cast<const QAbstractSpinBox*>(&widget) && !qobject_cast<const QLabel*>(&widget)
        && !qobject_cast<const QGroupBox*>(&widget) && !widget.inherits("QTextEdit");
}

QList<QWidget*> tabChain(QWidget& top)
{
    const QList<QWidget*> visible = visibleWidgets(top);
    QList<QWidget*> chain;
    for (QWidget* next = top.nextInFocusChain(); next && next != &top;
         next = next->nextInFocusChain())
        if (visible.contains(next) && isControl(*next) && !next->focusProxy())
            chain << next;
    return chain;
}

QRect placeIn(const QWidget& top, const QWidget& widget)
{
    return {widget.mapTo(&top, QPoint()), widget.size()};
}

/// `after` comes before `before` for somebody who reads: a row above, or to the left in one row.
bool isBackwards(const QRect& before, const QRect& after)
{
    if (after.bottom() <= before.top())
        return true;
    const bool oneRow = after.center().y() > before.top() && after.center().y() < before.bottom();
    return oneRow && after.right() <= before.left();
}

QChar mnemonicOf(const QString& text)
{
    static const QRegularExpression pattern(QStringLiteral("&([^&\\s])"));
    const auto match = pattern.match(QString(text).remove(QStringLiteral("&&")));
    return match.hasMatch() ? match.captured(1).toUpper().front() : QChar();
}

/// Texts that want the same key, in one line each.
QStringList sharedKeys(const QStringList& texts)
{
    QMap<QChar, QStringList> byKey;
    for (const QString& text : texts)
        if (const QChar key = mnemonicOf(text); !key.isNull())
            byKey[key] << text;
    QStringList shared;
    for (const QStringList& same : byKey)
        if (same.size() > 1)
            shared << same.join(QStringLiteral(" / "));
    return shared;
}

void menuKeys(const QMenu& menu, QStringList& problems)
{
    QStringList texts;
    for (const QAction* action : menu.actions()) {
        texts << action->text();
        if (action->menu())
            menuKeys(*action->menu(), problems);
    }
    for (const QString& shared : sharedKeys(texts))
        problems << QStringLiteral("menu %1: %2").arg(menu.title(), shared);
}

QStringList keysOf(QWidget& top)
{
    QStringList problems, texts;
    for (const QWidget* widget : visibleWidgets(top)) {
        if (const auto* bar = qobject_cast<const QMenuBar*>(widget)) {
            for (const QAction* action : bar->actions()) {
                texts << action->text();
                if (action->menu())
                    menuKeys(*action->menu(), problems);
            }
        } else if (const auto* label = qobject_cast<const QLabel*>(widget)) {
            if (label->buddy())
                texts << label->text();
        } else if (const auto* tabs = qobject_cast<const QTabBar*>(widget)) {
            for (int i = 0; i < tabs->count(); ++i)
                texts << tabs->tabText(i);
        } else if (!qobject_cast<const QComboBox*>(widget)) {
            texts << ownText(*widget);
        }
    }
    return problems + sharedKeys(texts);
}

/// WCAG 2.1: relative luminance of sRGB, and the contrast of two colours, 1 to 21.
double luminance(const QColor& colour)
{
    const auto linear
        = [](double c) { return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF())
        + 0.0722 * linear(colour.blueF());
}

double contrast(const QColor& a, const QColor& b)
{
    const double la = luminance(a), lb = luminance(b);
    return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

} // namespace

class TestAccessibility : public QObject {
    Q_OBJECT

    /// Each problem once, where it is met first.
    static void report(const QStringList& found)
    {
        static const QRegularExpression place(QStringLiteral(" \\([^()]*\\)$"));
        QStringList problems;
        QSet<QString> seen;
        for (const QString& problem : found) {
            const QString what = QString(problem).remove(place);
            if (!seen.contains(what))
                problems << problem;
            seen << what;
        }
        if (!problems.isEmpty())
            QFAIL(qPrintable(
                QStringLiteral("%1 problems:\n%2").arg(problems.size()).arg(problems.join(u'\n'))));
    }

    static void checkNames(const QString& where, QWidget& top, QStringList& problems)
    {
        for (const QWidget* widget : visibleWidgets(top)) {
            const auto complain = [&](const char* what) {
                problems << QStringLiteral("%1: %2 “%3” (%4)")
                                .arg(QLatin1StringView(what), describe(*widget), ownText(*widget),
                                    where);
            };
            const bool view = qobject_cast<const QAbstractItemView*>(widget)
                && !widget->inherits("QHeaderView");
            if ((isControl(*widget) || view) && !hasName(*widget))
                complain("no name");
            if (isPainted(*widget) && widget->accessibleDescription().isEmpty())
                complain("no description");
            const auto* button = qobject_cast<const QAbstractButton*>(widget);
            if (button && button->text().isEmpty() && button->toolTip().isEmpty()
                && button->objectName().isEmpty() && button->accessibleDescription().isEmpty())
                complain("a picture without a tool tip");
        }
    }

    /// Of controls with one parent; across sections the eye has no fixed order.
    static void checkOrder(const QString& where, QWidget& top, QStringList& problems)
    {
        QMap<const QWidget*, QWidget*> last;
        for (QWidget* widget : tabChain(top)) {
            QWidget*& before = last[widget->parentWidget()];
            if (before && isBackwards(placeIn(top, *before), placeIn(top, *widget)))
                problems << QStringLiteral("goes backwards: %1 “%2” after %3 “%4” (%5)")
                                .arg(describe(*widget), ownText(*widget), describe(*before),
                                    ownText(*before), where);
            before = widget;
        }
    }

    /// Presses Tab until it comes round.
    static void checkReach(const QString& where, QWidget& top, QStringList& problems)
    {
        top.activateWindow();
        QSet<const QWidget*> reached;
        const QList<QWidget*> chain = tabChain(top);
        if (chain.size() < 2) // A lone button has nothing to hand the focus to.
            return;
        const auto begins = [&] { // Only in the active window, and not at once everywhere.
            chain.front()->setFocus(Qt::TabFocusReason);
            return QApplication::focusWidget() == chain.front();
        };
        if (!QTest::qWaitFor(begins)) {
            problems << QStringLiteral("takes no focus: %1").arg(where);
            return;
        }
        for (qsizetype i = 0; i < 2 * chain.size() + 10; ++i) {
            QWidget* focus = QApplication::focusWidget();
            if (!focus || (i > 0 && focus == chain.front()))
                break;
            reached << focus;
            QTest::keyClick(focus, Qt::Key_Tab);
            if (QApplication::focusWidget() == focus) { // A view or an editor that takes Tab.
                problems
                    << QStringLiteral("keeps the Tab key: %1 (%2)").arg(describe(*focus), where);
                break;
            }
        }
        for (const QWidget* widget : chain) {
            // Of buttons that exclude each other only the chosen one is reached; arrows do the
            // rest.
            const auto* button = qobject_cast<const QAbstractButton*>(widget);
            if (button && (button->autoExclusive() || button->group()))
                continue;
            if (!reached.contains(widget))
                problems << QStringLiteral("not reached: %1 “%2” (%3)")
                                .arg(describe(*widget), ownText(*widget), where);
        }
    }

private Q_SLOTS:
    void everythingHasANameAndIsReachedInOrder()
    {
        QStringList problems;
        WindowWalk walk;
        walk.everything([&](const QString& where, QWidget& top) {
            checkNames(where, top, problems);
            checkOrder(where, top, problems);
            checkReach(where, top, problems);
        });
        report(problems);
    }

    void noTwoTextsWantOneKey_data()
    {
        QTest::addColumn<QString>("language");
        for (const Language& language : languages())
            QTest::newRow(qPrintable(language.id)) << language.id;
    }
    void noTwoTextsWantOneKey()
    {
        QFETCH(QString, language);
        QTranslator texts;
        QVERIFY(texts.load(QStringLiteral(":/i18n/arrowquant_") + language));
        QCoreApplication::installTranslator(&texts);
        QStringList problems;
        {
            WindowWalk walk;
            walk.everything([&](const QString& where, QWidget& top) {
                for (const QString& problem : keysOf(top))
                    problems << QStringLiteral("%1 (%2)").arg(problem, where);
            });
        }
        QCoreApplication::removeTranslator(&texts);
        report(problems);
    }

    void coloursCanBeRead_data()
    {
        QTest::addColumn<QPalette>("palette");
        QTest::newRow("light") << lightPalette();
        QTest::newRow("dark") << darkPalette();
    }
    void coloursCanBeRead()
    {
        QFETCH(QPalette, palette);
        QStringList problems;
        const auto check = [&](const char* what, const QColor& a, const QColor& b, double least) {
            if (const double got = contrast(a, b); got < least)
                problems << QStringLiteral("%1: %2:1").arg(QLatin1StringView(what)).arg(got);
        };
        struct Pair {
            const char* what;
            QPalette::ColorRole text, on;
        };
        constexpr std::array pairs{
            Pair{"text on window", QPalette::WindowText, QPalette::Window},
            Pair{"text", QPalette::Text, QPalette::Base},
            Pair{"text of every second row", QPalette::Text, QPalette::AlternateBase},
            Pair{"button", QPalette::ButtonText, QPalette::Button},
            Pair{"selection", QPalette::HighlightedText, QPalette::Highlight},
            Pair{"tool tip", QPalette::ToolTipText, QPalette::ToolTipBase},
            Pair{"link", QPalette::Link, QPalette::Base},
            Pair{"link on window", QPalette::Link, QPalette::Window},
            Pair{"placeholder", QPalette::PlaceholderText, QPalette::Base},
        };
        for (const Pair& pair : pairs)
            check(pair.what, palette.color(pair.text), palette.color(pair.on), 4.5);
        for (const Tone tone : {Tone::Good, Tone::Warning, Tone::Bad}) {
            check("tone", toneColor(tone, palette), palette.color(QPalette::Base), 4.5);
            check("tone on window", toneColor(tone, palette), palette.color(QPalette::Window), 4.5);
        }
        for (int series = 0; series < 4; ++series)
            check("series", seriesColor(series, palette), palette.color(QPalette::Base), 3);
        report(problems);
    }
};

QTEST_MAIN(TestAccessibility)
#include "tst_accessibility.moc"
