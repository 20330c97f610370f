#pragma once
#include "core/base/result.h"

#include <QRegularExpression>
#include <vector>

namespace aq {

/// A compiled tensor-name pattern: glob against the whole name, or `re:` + regex found anywhere.
///
/// Glob: `*` any run of characters, dots included; `?` one character; `[a-z0-9]` one of a set,
/// `[!a-z]` one outside it (`]` first in the set is itself). Everything else is itself; upper and
/// lower case differ. Regex: PCRE2 as QRegularExpression speaks it, unanchored.
class Pattern {
public:
    static Result<Pattern> compile(QStringView text); ///< InvalidPlan with position and reason.
    bool matches(const QString& name) const;

private:
    struct Range {
        QChar first, last;
    };
    /// One character that a glob asks for.
    struct Token {
        bool negated = false;
        std::vector<Range> ranges; ///< Empty and negated: any character.
        bool accepts(QChar c) const;
    };
    /// What stands between two `*`.
    struct Run {
        std::vector<Token> tokens;
        QString literal; ///< The same as text, when each token is one character; else empty.
        qsizetype size() const { return qsizetype(tokens.size()); }
        void noteLiteral();
        bool fits(QStringView name, qsizetype at) const;        ///< at + size() is within the name.
        qsizetype find(QStringView name, qsizetype from) const; ///< -1: nowhere.
    };
    static Result<Token> readSet(QStringView text, qsizetype& position);
    static Result<Pattern> compileGlob(QStringView text);
    static Result<Pattern> compileRegex(QStringView text);
    bool globMatches(QStringView name) const;

    std::vector<Run> m_runs; ///< At least one: "a*b" is two, "*" is two empty ones.
    QRegularExpression m_regex;
    bool m_isRegex = false;
};

} // namespace aq
