#include "core/base/printable.h"

#include <QStringList>

namespace aq {
namespace {

bool isHarmless(char32_t c)
{
    switch (QChar::category(c)) {
    case QChar::Other_Control:
    case QChar::Other_Format:    // Includes the characters that change the writing direction.
    case QChar::Other_Surrogate: // A lone one.
    case QChar::Other_NotAssigned:
    case QChar::Other_PrivateUse:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return false;
    default:
        return true;
    }
}

/// What each character of `text` is shown as; surrogate pairs stay together.
QStringList shownCharacters(QStringView text)
{
    QStringList shown;
    for (qsizetype i = 0; i < text.size();) {
        const bool pair
            = i + 1 < text.size() && text[i].isHighSurrogate() && text[i + 1].isLowSurrogate();
        const qsizetype size = pair ? 2 : 1;
        const char32_t c = pair ? QChar::surrogateToUcs4(text[i], text[i + 1]) : text[i].unicode();
        QString piece = text.sliced(i, size).toString();
        if (!isHarmless(c)) {
            piece.clear();
            for (const QChar unit : text.sliced(i, size))
                piece += QStringLiteral("\\u%1").arg(uint(unit.unicode()), 4, 16, QLatin1Char('0'));
        }
        shown << piece;
        i += size;
    }
    return shown;
}

} // namespace

QString printable(QStringView text, qsizetype limit)
{
    QString whole = text.size() <= limit ? shownCharacters(text).join(QString()) : QString();
    if (text.size() <= limit && whole.size() <= limit)
        return whole;
    QString head, tail; // Of a long text, `limit` characters at either end are enough to look at.
    for (const QString& piece : shownCharacters(text.first(qMin(text.size(), limit)))) {
        if (head.size() + piece.size() > (limit - 1) / 2)
            break;
        head += piece;
    }
    const QStringList last = shownCharacters(text.last(qMin(text.size(), limit)));
    for (auto piece = last.rbegin(); piece != last.rend(); ++piece) {
        if (head.size() + 1 + tail.size() + piece->size() > limit)
            break;
        tail.prepend(*piece);
    }
    return head + QChar(0x2026) + tail;
}

} // namespace aq
