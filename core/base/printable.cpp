#include "core/base/printable.h"

namespace aq {
namespace {

bool isHarmless(QStringView text, qsizetype i)
{
    const QChar c = text[i];
    if (c.isHighSurrogate())
        return i + 1 < text.size() && text[i + 1].isLowSurrogate();
    if (c.isLowSurrogate())
        return i > 0 && text[i - 1].isHighSurrogate();
    switch (c.category()) {
    case QChar::Other_Control:
    case QChar::Other_Format: // Includes the characters that change the writing direction.
    case QChar::Other_NotAssigned:
    case QChar::Other_PrivateUse:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return false;
    default:
        return true;
    }
}

} // namespace

QString printable(QStringView text, qsizetype limit)
{
    const qsizetype head = text.size() > limit ? (limit - 1) / 2 : text.size();
    const qsizetype tail = text.size() > limit ? text.size() - (limit - 1 - head) : text.size();
    QString out;
    out.reserve(qMin(text.size(), limit));
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (i == head && tail > head) {
            out += QChar(0x2026);
            i = tail;
            if (i >= text.size())
                break;
        }
        if (isHarmless(text, i))
            out += text[i];
        else
            out += QStringLiteral("\\u%1").arg(uint(text[i].unicode()), 4, 16, QLatin1Char('0'));
    }
    return out;
}

} // namespace aq
