#pragma once
#include <QCoreApplication> // QT_TRANSLATE_NOOP marks patterns for the translators.
#include <QStringList>

namespace aq {

/// A sentence for people: an English pattern and what goes into it. Reports and the command line
/// print english(); the window translates the pattern and fills in the same arguments.
struct Phrase {
    const char* pattern = "";   ///< Static; marked with QT_TRANSLATE_NOOP("Findings", …).
    QStringList arguments = {}; ///< For %1, %2, …: names, numbers, ids. Never translated.

    bool isEmpty() const { return !*pattern; }
    QString english() const;
};

/// `pattern` with its arguments put in at once: what an argument contains is left alone.
QString filledIn(const QString& pattern, const QStringList& arguments);

} // namespace aq
