#include "ui/text/plain_tip.h"

#include <QTextDocument>

namespace aq {

QString plainTip(const QString& text)
{
    if (!Qt::mightBeRichText(text))
        return text;
    const QString lines = text.toHtmlEscaped().replace(u'\n', QStringLiteral("<br>"));
    return QStringLiteral("<span>%1</span>").arg(lines);
}

} // namespace aq
