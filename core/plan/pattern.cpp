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
    Token token;
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
    pattern.m_runs.emplace_back();
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] == u'*') {
            pattern.m_runs.emplace_back();
            continue;
        }
        Token token{false, {{text[i], text[i]}}};
        if (text[i] == u'?')
            token = {true, {}};
        else if (text[i] == u'[') {
            auto set = readSet(text, i);
            if (!set)
                return set.error();
            token = *std::move(set);
        }
        pattern.m_runs.back().tokens.push_back(std::move(token));
    }
    for (Run& run : pattern.m_runs)
        run.noteLiteral();
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

void Pattern::Run::noteLiteral()
{
    literal.clear();
    for (const Token& token : tokens) {
        if (token.negated || token.ranges.size() != 1
            || token.ranges[0].first != token.ranges[0].last) {
            literal.clear();
            return;
        }
        literal += token.ranges[0].first;
    }
}

bool Pattern::Run::fits(QStringView name, qsizetype at) const
{
    if (!literal.isEmpty())
        return name.mid(at).startsWith(literal);
    for (const Token& token : tokens)
        if (!token.accepts(name[at++]))
            return false;
    return true;
}

qsizetype Pattern::Run::find(QStringView name, qsizetype from) const
{
    if (!literal.isEmpty())
        return name.indexOf(literal, from);
    for (qsizetype at = from; at + size() <= name.size(); ++at)
        if (fits(name, at))
            return at;
    return -1;
}

/// The first run is at the start, the last at the end, and each of those between at the first place
/// that is left: taking a later one could only leave less room.
bool Pattern::globMatches(QStringView name) const
{
    const Run &first = m_runs.front(), &last = m_runs.back();
    if (m_runs.size() == 1)
        return name.size() == first.size() && first.fits(name, 0);
    const qsizetype end = name.size() - last.size();
    if (end < first.size() || !first.fits(name, 0) || !last.fits(name, end))
        return false;
    qsizetype at = first.size();
    for (std::size_t i = 1; i + 1 < m_runs.size(); ++i) {
        const qsizetype found = m_runs[i].find(name.first(end), at);
        if (found < 0)
            return false;
        at = found + m_runs[i].size();
    }
    return true;
}

bool Pattern::matches(const QString& name) const
{
    return m_isRegex ? m_regex.match(name).hasMatch() : globMatches(name);
}

} // namespace aq
