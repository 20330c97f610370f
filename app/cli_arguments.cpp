#include "app/cli_arguments.h"

#include "core/base/printable.h"

#include <algorithm>

namespace aq::cli {
namespace {

Error usage(const QString& detail) { return {ErrorCode::InvalidPlan, detail, {}}; }

QString quoted(const QString& word)
{
    return QLatin1Char('\'') + printable(word) + QLatin1Char('\'');
}

const Option* find(std::span<const Option> options, const QString& word)
{
    const auto found = std::find_if(options.begin(), options.end(), [&](const Option& option) {
        return word == QLatin1StringView(option.name)
            || (*option.shortName && word == QLatin1StringView(option.shortName));
    });
    return found == options.end() ? nullptr : &*found;
}

bool isSwitch(const Option& option) { return !*option.value; }

/// Walks the words once.
class Parser {
public:
    Parser(const QStringList& words, std::span<const Option> options, qsizetype positionals)
        : m_words(words)
        , m_options(options)
        , m_positionals(positionals)
    {
    }

    Result<Arguments> run()
    {
        for (; m_at < m_words.size(); ++m_at) {
            const QString& word = m_words[m_at];
            if (word == QLatin1StringView("--") && !m_onlyPositional)
                m_onlyPositional = true;
            else if (m_onlyPositional || !word.startsWith(QLatin1Char('-')) || word.size() == 1)
                takeWord(word);
            else if (const auto taken = takeOption(word); !taken)
                return taken.error();
        }
        return std::move(m_arguments);
    }

private:
    void takeWord(const QString& word)
    {
        const bool full = m_arguments.positional.size() >= m_positionals;
        if (full && m_open && !m_onlyPositional)
            m_arguments.values[QLatin1StringView(m_open->name)] += word;
        else
            m_arguments.positional += word;
    }

    Result<void> takeOption(const QString& word)
    {
        const qsizetype equals
            = word.startsWith(QLatin1StringView("--")) ? word.indexOf(QLatin1Char('=')) : -1;
        const Option* option = find(m_options, equals < 0 ? word : word.left(equals));
        if (!option)
            return usage(QStringLiteral("unknown option %1").arg(quoted(word)));
        const QLatin1StringView name(option->name);
        if (isSwitch(*option) && equals >= 0)
            return usage(QStringLiteral("%1 takes no value").arg(name));
        if (!option->repeatable && m_arguments.has(name))
            return usage(QStringLiteral("%1 is given twice").arg(name));
        if (!isSwitch(*option) && equals < 0 && ++m_at >= m_words.size())
            return usage(QStringLiteral("%1 needs %2").arg(name, QLatin1StringView(option->value)));
        m_arguments.values[name] += isSwitch(*option) ? QString()
            : equals < 0                              ? m_words[m_at]
                                                      : word.mid(equals + 1);
        m_open = option->repeatable ? option : nullptr;
        return {};
    }

    const QStringList& m_words;
    std::span<const Option> m_options;
    qsizetype m_positionals;
    qsizetype m_at = 0;
    bool m_onlyPositional = false;
    const Option* m_open = nullptr; ///< The repeatable option that takes further words.
    Arguments m_arguments;
};

} // namespace

Result<Arguments> parse(
    const QStringList& words, std::span<const Option> options, qsizetype positionals)
{
    return Parser(words, options, positionals).run();
}

} // namespace aq::cli
