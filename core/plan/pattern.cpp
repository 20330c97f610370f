#include "core/plan/pattern.h"
#include "core/base/printable.h"

#include <algorithm>

namespace aq {

namespace {

Error invalid(QStringView text, qsizetype position, const QString& reason)
{
    return {ErrorCode::InvalidPlan,
        QStringLiteral("pattern '%1' at position %2: %3")
            .arg(printable(text), QString::number(position + 1), reason),
        {}};
}

} // namespace

bool Pattern::Token::accepts(QChar c) const
{
    const auto holds = [c](const Range& range) { return range.first <= c && c <= range.last; };
    return std::ranges::any_of(ranges, holds) != negated;
}

/// Reads "[…]"; `position` is that of '[' and becomes that of ']'.
Result<Pattern::Token> Pattern::readSet(QStringView text, qsizetype& position)
{
    Token token{Token::Kind::Set, false, {}};
    const qsizetype start = position++;
    if (position < text.size() && (text[position] == u'!' || text[position] == u'^')) {
        token.negated = true;
        ++position;
    }
    for (const qsizetype first = position; position < text.size(); ++position) {
        const QChar c = text[position];
        if (c == u']' && position > first)
            return token;
        const bool isRange = position + 2 < text.size() && text[position + 1] == u'-'
            && text[position + 2] != u']';
        const QChar last = isRange ? text[position + 2] : c;
        if (last < c)
            return invalid(text, position, QStringLiteral("the range runs backwards"));
        token.ranges.push_back({c, last});
        position += isRange ? 2 : 0;
    }
    return invalid(text, start, QStringLiteral("'[' is never closed"));
}

Result<Pattern> Pattern::compileGlob(QStringView text)
{
    Pattern pattern;
    for (qsizetype i = 0; i < text.size(); ++i) {
        Token token{Token::Kind::Character, false, {{text[i], text[i]}}};
        if (text[i] == u'*')
            token = {Token::Kind::AnyRun, false, {}};
        else if (text[i] == u'?')
            token = {Token::Kind::Set, true, {}};
        else if (text[i] == u'[') {
            auto set = readSet(text, i);
            if (!set)
                return set.error();
            token = *std::move(set);
        }
        pattern.m_glob.push_back(std::move(token));
    }
    return pattern;
}

Result<Pattern> Pattern::compileRegex(QStringView text)
{
    constexpr qsizetype prefix = 3; // "re:"
    // A pattern that goes back too often, like (a+)+$, is given up for that name: no match.
    static const QString limit = QStringLiteral("(*LIMIT_MATCH=100000)");
    if (text.size() == prefix)
        return invalid(text, prefix, QStringLiteral("nothing to look for"));
    Pattern pattern;
    pattern.m_isRegex = true;
    pattern.m_regex.setPattern(limit + text.mid(prefix).toString());
    if (!pattern.m_regex.isValid())
        return invalid(text, prefix + pattern.m_regex.patternErrorOffset() - limit.size(),
            pattern.m_regex.errorString());
    pattern.m_regex.optimize();
    return pattern;
}

Result<Pattern> Pattern::compile(QStringView text)
{
    if (text.isEmpty())
        return invalid(text, 0, QStringLiteral("it is empty"));
    return text.startsWith(QLatin1StringView("re:")) ? compileRegex(text) : compileGlob(text);
}

/// Greedy with one point of return: after a mismatch only the last `*` can take one character more.
bool Pattern::globMatches(QStringView name) const
{
    const auto tokens = m_glob.size();
    std::size_t token = 0, afterRun = tokens + 1;
    qsizetype at = 0, runEnd = 0;
    while (at < name.size()) {
        if (token < tokens && m_glob[token].kind == Token::Kind::AnyRun) {
            afterRun = ++token;
            runEnd = at;
        } else if (token < tokens && m_glob[token].accepts(name[at])) {
            ++token;
            ++at;
        } else if (afterRun <= tokens) {
            token = afterRun;
            at = ++runEnd;
        } else {
            return false;
        }
    }
    while (token < tokens && m_glob[token].kind == Token::Kind::AnyRun)
        ++token;
    return token == tokens;
}

bool Pattern::matches(const QString& name) const
{
    return m_isRegex ? m_regex.match(name).hasMatch() : globMatches(name);
}

} // namespace aq
