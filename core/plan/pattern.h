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
    struct Token {
        enum class Kind : std::uint8_t { Character, AnyRun, Set } kind = Kind::Character;
        bool negated = false;
        std::vector<Range> ranges; ///< Empty and negated: any one character.
        bool accepts(QChar c) const;
    };
    static Result<Token> readSet(QStringView text, qsizetype& position);
    static Result<Pattern> compileGlob(QStringView text);
    static Result<Pattern> compileRegex(QStringView text);
    bool globMatches(QStringView name) const;

    std::vector<Token> m_glob;
    QRegularExpression m_regex;
    bool m_isRegex = false;
};

} // namespace aq
