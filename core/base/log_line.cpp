#include "core/base/log_line.h"

#include <QDateTime>

namespace aq {
namespace {

QLatin1StringView wordOf(QtMsgType level)
{
    switch (severity(level)) {
    case 0:
        return QLatin1StringView("debug");
    case 1:
        return QLatin1StringView("info");
    case 2:
        return QLatin1StringView("warning");
    default:
        return QLatin1StringView("error");
    }
}

} // namespace

int severity(QtMsgType level)
{
    switch (level) {
    case QtDebugMsg:
        return 0;
    case QtInfoMsg:
        return 1;
    case QtWarningMsg:
        return 2;
    case QtCriticalMsg:
    case QtFatalMsg:
        break;
    }
    return 3;
}

QString logText(const LogLine& line)
{
    const auto time = QDateTime::fromMSecsSinceEpoch(line.time, Qt::UTC);
    QString text = line.text;
    text.replace(u'\n', QStringLiteral("\n    "));
    return QStringLiteral("%1 %2 %3: %4")
        .arg(time.toString(Qt::ISODateWithMs), wordOf(line.level), line.area, text);
}

} // namespace aq
