#pragma once
#include <QMetaType>
#include <QString>
#include <QtGlobal>

namespace aq {

/// One thing that happened.
struct LogLine {
    qint64 time = 0; ///< Milliseconds since 1970, UTC.
    QtMsgType level = QtInfoMsg;
    QString area; ///< "open", "job", "window"; another library's category as it calls it.
    QString text; ///< Technical English; may have several lines.
};

/// Debug 0, information 1, warning 2, error 3: QtMsgType is not in this order.
int severity(QtMsgType level);
/// "2026-03-01T12:00:00.000Z warning open: text", lines after the first indented.
QString logText(const LogLine& line);

} // namespace aq
