#pragma once
#include "core/base/result.h"

#include <QMap>
#include <QStringList>
#include <span>
#include <vector>

namespace aq::cli {

/// One option of the command line; a row of a table.
struct Option {
    const char* name;  ///< "--group-size"
    const char* value; ///< What follows, as the help spells it: "N"; empty: a switch.
    const char* help;
    bool repeatable = false;
    const char* shortName = ""; ///< "-o"
};

/// What was given, after checking against a table of options.
struct Arguments {
    QStringList positional;
    QMap<QString, QStringList> values; ///< By option name; a switch has one empty value.

    bool has(QLatin1StringView option) const { return values.contains(option); }
    QString value(QLatin1StringView option) const { return all(option).value(0); }
    QStringList all(QLatin1StringView option) const { return values.value(option); }
};

/// Understands `--name value`, `--name=value`, `-o value`, switches, and `--`, after which all is
/// positional. Once `positionals` words are there, further words belong to the repeatable option
/// before them: `--sensitive A B C`. Anything else is InvalidPlan with a sentence for a person.
Result<Arguments> parse(
    const QStringList& words, std::span<const Option> options, qsizetype positionals);

} // namespace aq::cli
