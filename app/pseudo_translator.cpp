#include "app/pseudo_translator.h"

#include <QRegularExpression>

namespace aq {
namespace {

constexpr QStringView plain = u"ACDEGHIJKLNORSTUWYZacdeghijklnorstuwyz";
constexpr QStringView accented = u"ÂÇÐÈĜĤÎĴĶĽÑÔŔŞŢÛŴŶŽâçðèĝĥîĵķľñôŕşţûŵŷž";
static_assert(plain.size() == accented.size());

/// What a program reads, and not a person: arguments, mnemonics, tags, entities.
const QRegularExpression& kept()
{
    static const QRegularExpression pattern(
        QStringLiteral("%L?(?:\\d+|n)|&(?!&)\\w|<[^>]*>|&\\w+;"));
    return pattern;
}

QString accentuated(QStringView text)
{
    QString out = text.toString();
    for (QChar& letter : out)
        if (const auto at = plain.indexOf(letter); at >= 0)
            letter = accented[at];
    return out;
}

/// Words that make a text of `length` letters about 40 % longer; short ones grow more.
QString padding(qsizetype length)
{
    static const QStringList words
        = accentuated(u"one two three four five six seven eight nine").split(u' ');
    QString out;
    for (qsizetype i = 0; out.size() < std::max<qsizetype>(2, length * 2 / 5); ++i)
        out += u' ' + words[i % words.size()];
    return out;
}

} // namespace

QString pseudoText(const QString& source)
{
    QString out;
    qsizetype last = 0;
    for (auto it = kept().globalMatch(source); it.hasNext();) {
        const auto match = it.next();
        out += accentuated(QStringView(source).sliced(last, match.capturedStart() - last));
        out += match.capturedView();
        last = match.capturedEnd();
    }
    out += accentuated(QStringView(source).sliced(last));
    return u'⟦' + out + padding(source.size()) + u'⟧';
}

QString PseudoTranslator::translate(const char* context, const char* source, const char*, int) const
{
    // Names of keys are read back from menus, and the layout direction is not for people.
    if (!source || !*source || qstrcmp(context, "QShortcut") == 0
        || qstrcmp(context, "QGuiApplication") == 0)
        return {};
    return pseudoText(QString::fromUtf8(source));
}

} // namespace aq
