#include "core/base/phrase.h"

namespace aq {

QString filledIn(const QString& pattern, const QStringList& arguments)
{
    QString text;
    for (qsizetype i = 0; i < pattern.size(); ++i) {
        const int number
            = pattern[i] == u'%' && i + 1 < pattern.size() ? pattern[i + 1].digitValue() : -1;
        if (number < 1 || number > arguments.size()) {
            text += pattern[i];
            continue;
        }
        text += arguments[number - 1];
        ++i;
    }
    return text;
}

QString Phrase::english() const { return filledIn(QString::fromUtf8(pattern), arguments); }

} // namespace aq
