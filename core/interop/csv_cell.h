#pragma once
#include <QByteArray>
#include <QString>

namespace aq {

/// A cell of text: whole, its control characters escaped as in every report, quoted where RFC 4180
/// asks for it, and never the start of a formula. A spreadsheet runs what begins with = + - @, so
/// those get an apostrophe.
QByteArray csvCell(const QString& text);

} // namespace aq
