#include "app/languages.h"
#include "app/main_window.h"
#include "app/pseudo_translator.h"
#include "core/io/format.h"
#include "core/plan/named_recipe.h"
#include "core/plan/target.h"
#include "tests/app/shown_texts.h"
#include "tests/app/window_walk.h"

#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QGroupBox>
#include <QLabel>
#include <QProcess>
#include <QRegularExpression>
#include <QScrollArea>
#include <QTabBar>
#include <QTest>
#include <QXmlStreamReader>

using namespace aq;
using namespace aq::test;

namespace {

/// Titles and ids that are the same in every language.
QStringList properNames()
{
    QStringList names = QStringLiteral(
        "ArrowQuant Qt GGUF Arrow IPC ComfyUI diffusers llama cpp stable diffusion safetensors "
        "Safetensors PyTorch Diffusers ggml JSON SVG PNG CSV PDF HTML html RMSE SQNR KiB MiB GiB "
        "kB "
        "MB Ctrl Shift Alt Esc Del Return Backspace Space Home End PgUp PgDown arrowquant cli edge "
        "local cloud keep imatrix dat gguf gptq Deutsch English attn sd1 GNU General Public "
        "License "
        "Edge Local Cloud Left Right Up Down Fusion none int4 INT absmax NEON SSE4 SSSE3 AVX2 AVX3 "
        "EMU128 Stable Diffusion XL Flux")
                            .split(u' ');
    const auto add = [&](const char* text) {
        names += QString::fromUtf8(text).split(QRegularExpression(QStringLiteral("\\W+")));
    };
    for (const Scheme* scheme : schemes()) {
        add(scheme->id);
        add(scheme->title);
    }
    return names;
}

/// English words that a person sees although the program speaks another language: words of plain
/// letters, for the pseudo-locale accents all of its own.
QStringList plainWords(QString text, const QSet<QString>& allowed)
{
    static const QRegularExpression noise(QStringLiteral(
        "<[^>]*>|&\\w+;|%L?\\d|%L?n|\\b[\\w.*?\\[\\]-]*[._/*][\\w.*?/-]*|https?://\\S+|--\\w+"));
    static const QRegularExpression word(
        QStringLiteral("\\b(?=[A-Za-z]*[acdeghijklnorstuwyz])[A-Za-z]{3,}\\b"),
        QRegularExpression::UseUnicodePropertiesOption);
    text.remove(noise).remove(u'&');
    QStringList found;
    for (auto it = word.globalMatch(text); it.hasNext();)
        if (const QString one = it.next().captured(); !allowed.contains(one))
            found << one;
    return found;
}

bool isNew(QSet<QString>& seen, const QString& key)
{
    const qsizetype before = seen.size();
    seen << key;
    return seen.size() > before;
}

bool isTall(const QLabel& label)
{
    return label.wordWrap() && label.heightForWidth(label.width()) > label.height() + 2;
}

/// Why the text of a visible widget cannot be read whole; empty: it can.
QString clipped(const QWidget& widget)
{
    const int wanted = widget.sizeHint().width(), given = widget.width();
    if (const auto* label = qobject_cast<const QLabel*>(&widget)) {
        if (label->text().isEmpty() || label->inherits("aq::ElidedLabel"))
            return {}; // Shown whole in its tool tip.
        if (label->wordWrap())
            return isTall(*label) ? QStringLiteral("too low for its lines") : QString();
    } else if (const auto* combo = qobject_cast<const QComboBox*>(&widget)) {
        const int text = combo->fontMetrics().horizontalAdvance(combo->currentText());
        return text > given && combo->toolTip().isEmpty() ? QStringLiteral("current entry cut off")
                                                          : QString();
    } else if (const auto* button = qobject_cast<const QAbstractButton*>(&widget)) {
        if (button->text().isEmpty())
            return {};
    } else if (!qobject_cast<const QGroupBox*>(&widget)) {
        return {};
    }
    if (given + 1 >= std::min(wanted, widget.minimumSizeHint().width()) && given + 1 >= wanted)
        return {};
    return QStringLiteral("needs %1 pixels, has %2").arg(wanted).arg(given);
}

/// Beyond the edge of what holds it, where no scroll bar brings it back.
bool isOutside(const QWidget& widget)
{
    const QWidget* parent = widget.parentWidget();
    if (!parent || widget.isWindow() || parent->inherits("QMenuBar"))
        return false;
    if (qobject_cast<const QScrollArea*>(parent->parentWidget()))
        return false;
    return !parent->rect().adjusted(-1, -1, 1, 1).contains(widget.geometry());
}

struct Message {
    QString source;
    QStringList translations;
    bool finished = true;
    bool plural = false;
};

QList<Message> messagesOf(const QString& language)
{
    QFile file(QStringLiteral(AQ_TRANSLATIONS "/arrowquant_%1.ts").arg(language));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QList<Message> messages;
    QXmlStreamReader xml(&file);
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == QLatin1StringView("message")) {
            messages.append(Message{});
            messages.last().plural = xml.attributes().hasAttribute(QLatin1StringView("numerus"));
        } else if (xml.name() == QLatin1StringView("source")) {
            messages.last().source = xml.readElementText();
        } else if (xml.name() == QLatin1StringView("translation")) {
            messages.last().finished = !xml.attributes().hasAttribute(QLatin1StringView("type"));
            if (!messages.last().plural)
                messages.last().translations << xml.readElementText();
        } else if (xml.name() == QLatin1StringView("numerusform")) {
            messages.last().translations << xml.readElementText();
        }
    }
    return messages;
}

QStringList sorted(QStringList list)
{
    list.sort();
    return list;
}

QStringList matches(const QString& text, const QString& pattern)
{
    QStringList found;
    for (auto it = QRegularExpression(pattern).globalMatch(text); it.hasNext();)
        found << it.next().captured();
    return sorted(found);
}

} // namespace

class TestTranslations : public QObject {
    Q_OBJECT

    /// All problems at once: a list to work through.
    static void report(QStringList problems)
    {
        problems.removeDuplicates();
        if (!problems.isEmpty())
            QFAIL(qPrintable(
                QStringLiteral("%1 problems:\n%2").arg(problems.size()).arg(problems.join(u'\n'))));
    }

    static void languageRows()
    {
        QTest::addColumn<QString>("language");
        QTest::newRow("de") << QStringLiteral("de");
        QTest::newRow("zh_CN") << QStringLiteral("zh_CN");
    }

private Q_SLOTS:
    void pseudoTextKeepsWhatProgramsRead()
    {
        const QString text = pseudoText(QStringLiteral("&Open %1 <b>%L2</b> of %n…"));
        QVERIFY(text.startsWith(QStringLiteral("⟦&O")));
        QVERIFY(text.endsWith(u'⟧'));
        for (const char* part : {"%1", "<b>", "%L2", "</b>", "%n", "…"})
            QVERIFY2(text.contains(QString::fromUtf8(part)), part);
        QVERIFY(!text.contains(QStringLiteral("of")));
        QVERIFY(text.size() >= 25 * 14 / 10);
    }

    void everyTextIsComplete_data() { languageRows(); }
    void everyTextIsComplete()
    {
        QFETCH(QString, language);
        const QList<Message> messages = messagesOf(language);
        QVERIFY(messages.size() > 600);
        const int forms = language == QLatin1StringView("de") ? 2 : 1;
        QStringList problems;
        for (const Message& message : messages) {
            const auto complain = [&](const char* what) {
                problems << QStringLiteral("%1: “%2”").arg(QLatin1StringView(what), message.source);
            };
            if (!message.finished)
                complain("unfinished");
            if (message.plural && message.translations.size() != forms)
                complain("plural forms");
            for (const QString& text : message.translations) {
                if (text.isEmpty())
                    complain("empty");
                const QString arguments = QStringLiteral("%L?(?:\\d+|n)");
                if (matches(text, arguments) != matches(message.source, arguments))
                    complain("other arguments");
                const QString mnemonic = QStringLiteral("&(?![&\\s]|\\w+;)");
                if (matches(text, mnemonic).size() != matches(message.source, mnemonic).size())
                    complain("mnemonic");
                const QString tag = QStringLiteral("<[^>]*>");
                if (matches(text, tag) != matches(message.source, tag))
                    complain("other markup");
                if (text == message.source && matches(text, QStringLiteral("[a-z]{3,}")).size() > 3)
                    complain("still English");
            }
        }
        report(problems);
    }

    /// English is in the sources, but for "1 tensor".
    void englishHasItsSingulars()
    {
        QStringList problems;
        const QList<Message> messages = messagesOf(QStringLiteral("en"));
        QVERIFY(messages.size() > 40);
        static const QRegularExpression doubt(
            QStringLiteral("\\(s\\)|%L?n (?:\\w+ )*(?:are|were|have)\\b"));
        for (const Message& message : messages) {
            const bool isWhole = message.finished && message.translations.size() == 2
                && !message.translations.contains(QString());
            if (!message.plural || !isWhole || message.translations.front().contains(doubt))
                problems << message.source;
        }
        report(problems);
    }

    /// They come from resources, where lupdate does not look.
    void sentencesOfRecipesAreInTheFiles_data() { languageRows(); }
    void sentencesOfRecipesAreInTheFiles()
    {
        QFETCH(QString, language);
        QSet<QString> known;
        for (const Message& message : messagesOf(language))
            known << message.source;
        QStringList problems;
        for (const NamedRecipe& recipe : namedRecipes())
            if (!known.contains(recipe.about))
                problems << recipe.about;
        report(problems);
    }

    /// Every text of the sources is in the files, and nothing else is.
    void filesAreCurrent_data() { languageRows(); }
    void filesAreCurrent()
    {
        QFETCH(QString, language);
        QTemporaryDir folder;
        const QString copy = folder.filePath(QStringLiteral("arrowquant_%1.ts").arg(language));
        QVERIFY(
            QFile::copy(QStringLiteral(AQ_TRANSLATIONS "/arrowquant_%1.ts").arg(language), copy));
        QVERIFY(QFile::setPermissions(copy, QFile::ReadOwner | QFile::WriteOwner));
        QProcess lupdate;
        lupdate.setWorkingDirectory(QStringLiteral(AQ_TRANSLATIONS "/../.."));
        lupdate.setProcessChannelMode(QProcess::MergedChannels);
        lupdate.start(QStringLiteral(AQ_LUPDATE),
            {QStringLiteral("-I"), QStringLiteral("."), QStringLiteral("-locations"),
                QStringLiteral("none"), QStringLiteral("-no-obsolete"), QStringLiteral("core"),
                QStringLiteral("ui"), QStringLiteral("app"), QStringLiteral("-ts"), copy});
        QVERIFY(lupdate.waitForFinished(120'000));
        const QString said = QString::fromUtf8(lupdate.readAll());
        QVERIFY2(lupdate.exitCode() == 0, qPrintable(said));
        QVERIFY2(QRegularExpression(QStringLiteral("\\(0 new and \\d+ already existing\\)"))
                     .match(said)
                     .hasMatch(),
            qPrintable(said));
        QVERIFY2(!said.contains(QStringLiteral("Removed")), qPrintable(said));
        // Texts in a context that is another one when the program runs are never found.
        for (const char* warning : {"lacks Q_OBJECT", "Qualifying with unknown", "without context"})
            QVERIFY2(!said.contains(QLatin1StringView(warning)), qPrintable(said));
    }

    void numbersAndDirectionFollowTheLanguage()
    {
        QCOMPARE(useLanguage(*qApp, QStringLiteral("xx")), QStringLiteral("en"));
        qputenv("AQ_LANGUAGE", "zh_CN");
        QCOMPARE(
            chosenLanguage({QStringLiteral("x")}, QStringLiteral("de")), QStringLiteral("zh_CN"));
        QCOMPARE(chosenLanguage({QStringLiteral("x"), QStringLiteral("--language=de")}, {}),
            QStringLiteral("de"));
        qunsetenv("AQ_LANGUAGE");
        QCOMPARE(chosenLanguage({}, QStringLiteral("de")), QStringLiteral("de"));
    }

    void everythingShownIsTranslatedAndFits()
    {
        PseudoTranslator pseudo;
        QCoreApplication::installTranslator(&pseudo);
        QStringList untranslated, unreadable;
        QSet<QString> seen; // Each problem once, where it is met first.
        {
            WindowWalk walk;
            const QStringList names = properNames() + walk.names();
            const QSet<QString> allowed(names.begin(), names.end());
            walk.everything([&](const QString& where, QWidget& top) {
                if (qEnvironmentVariableIsSet("AQ_SHOTS"))
                    top.grab().save(qEnvironmentVariable("AQ_SHOTS") + u'/'
                        + QString(where).replace(
                            QRegularExpression(QStringLiteral("\\W+")), QStringLiteral("-"))
                        + QStringLiteral(".png"));
                for (const ShownText& text : shownTexts(top))
                    if (const QStringList words = plainWords(text.text, allowed);
                        !words.isEmpty() && isNew(seen, text.widget + text.text))
                        untranslated << QStringLiteral("%1 %2: “%3” (%4; %5)")
                                            .arg(text.widget, QLatin1StringView(text.kind),
                                                text.text, words.join(u' '), where);
                for (const QWidget* widget : visibleWidgets(top)) {
                    const QString why = isOutside(*widget) ? QStringLiteral("outside its parent")
                                                           : clipped(*widget);
                    if (!why.isEmpty() && !ownText(*widget).isEmpty()
                        && isNew(seen, describe(*widget) + ownText(*widget) + u'!'))
                        unreadable << QStringLiteral("%1 “%2”: %3 (%4)")
                                          .arg(describe(*widget), ownText(*widget), why, where);
                }
                const QSize least = top.minimumSizeHint();
                if (least.width() > 1280 || least.height() > 800)
                    unreadable << QStringLiteral("%1 wants at least %2 x %3")
                                      .arg(where)
                                      .arg(least.width())
                                      .arg(least.height());
            });
        }
        QCoreApplication::removeTranslator(&pseudo);
        report(untranslated + unreadable);
    }
};

QTEST_MAIN(TestTranslations)
#include "tst_translations.moc"
