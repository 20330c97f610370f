#pragma once
#include <QStringList>

namespace aq {

/// The known word that `word` most likely meant: fewest edits (insert, delete, change; upper and
/// lower case and `-`, `_` are equal), at most a third of its length. Empty when none is near.
QString nearestOf(const QString& word, const QStringList& known);

/// The `most` known words with the fewest edits, nearest first: what a message offers.
QStringList nearestFew(const QString& word, const QStringList& known, qsizetype most);

} // namespace aq
