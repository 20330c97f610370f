#include "app/cli.h"

#include "app/cli_fit.h"
#include "app/cli_options.h"
#include "app/cli_output.h"
#include "app/cli_scan.h"
#include "core/base/printable.h"
#include "core/plan/named_recipe.h"
#include "core/plan/target.h"
#include "core/quant/kernels/instruction_set.h"

#include <algorithm>
#include <cstdio>

namespace aq::cli {

using namespace Qt::StringLiterals;

namespace {

const std::vector<Option> jsonOption{{"--json", "", "print JSON instead of a table"}};
const std::vector<Option> allOption{
    {"--all", "", "what every type would cost every tensor, in place of one plan"},
};
const std::vector<Option> outputOption{
    {"--output", "OUT", "the file to write; its extension may choose the target", false, "-o"},
    {"--progress", "json", "one JSON object per line on standard output"},
};
const std::vector<Option> forceOption{{"--force", "", "replace existing files"}};
const std::vector<Option> findingsOption{
    {"--force-findings", "", "write what the target's program will not load; the file says so"},
};
const std::vector<Option> hashOption{
    {"--no-source-hash", "", "leave the source's SHA-256 out of a GGUF file: one reading less"},
};
const std::vector<Option> resumeOption{
    {"--resume", "", "keep a journal beside OUT; go on where an interrupted run left off"},
};
const std::vector<Option> repairOption{
    {"--repair", "",
        "raise tensors that miss a limit, within --fit if one is set, and write them again"},
};
const std::vector<Option> validateOptions{
    {"--min-cosine", "X", "smallest cosine that passes, instead of the recipe's"},
    {"--threads", "N", "worker threads; 0, the default: one per core"},
};
const std::vector<Option> dequantizeOptions{
    {"--dtype", "f16|bf16|f32", "type of the floats; f16 is the default"},
};
const std::vector<Option> batchOptions{
    {"--at-once", "N", "so many jobs at a time share threads and memory; 1 is the default"},
    {"--resume", "", "keep journals; leave out what an interrupted run did, go on where it was"},
    {"--progress", "json", "one JSON object per line on standard output"},
};
const std::vector<Option> helpOption{{"--help", "", "this text", false, "-h"}};

const std::vector<Command>& commands()
{
    static const std::vector<Command> table{
        {"inspect", "list what is in a model", {"MODEL"}, {&sourceOptions, &jsonOption}, inspect},
        {"plan", "say what quantize would do, and why; nothing is written", {"MODEL"},
            {&planOptions, &fitOptions, &scanOptions, &sourceOptions, &jsonOption}, plan},
        {"measure", "a trial: the errors, tensor by tensor; nothing is written", {"MODEL"},
            {&allOption, &scanOptions, &fitOptions, &planOptions, &jobOptions, &sourceOptions,
                &reportOptions, &forceOption, &jsonOption},
            measure},
        {"quantize", "quantize a model, open the written file again and judge it", {"MODEL"},
            {&outputOption, &forceOption, &findingsOption, &planOptions, &fitOptions, &scanOptions,
                &jobOptions, &resumeOption, &repairOption, &hashOption, &reportOptions,
                &sourceOptions},
            quantize},
        {"validate", "compare a quantized file with its original", {"ORIGINAL", "QUANTIZED"},
            {&validateOptions, &reportOptions, &forceOption, &jsonOption}, validateFiles},
        {"dequantize", "write a quantized file as floats", {"QUANTIZED"},
            {&outputOption, &forceOption, &dequantizeOptions, &jobOptions}, dequantize},
        {"batch", "run a list of jobs; one that fails stops no other", {"JOBS.json"},
            {&batchOptions, &forceOption, &findingsOption, &jobOptions}, batch},
    };
    return table;
}

std::vector<Option> optionsOf(const Command& command)
{
    std::vector<Option> options;
    for (const std::vector<Option>* part : command.options)
        options.insert(options.end(), part->begin(), part->end());
    options.insert(options.end(), helpOption.begin(), helpOption.end());
    return options;
}

QString optionText(const Option& option)
{
    const QString names = *option.shortName
        ? QString::fromLatin1(option.shortName) + u", "_s + QLatin1StringView(option.name)
        : QString::fromLatin1(option.name);
    return *option.value ? names + u' ' + QLatin1StringView(option.value) : names;
}

QString targetsText()
{
    QString text = u"\ntargets:\n"_s;
    for (const Target& target : targets())
        text += u"  %1  %2\n"_s.arg(
            QString::fromLatin1(target.id).leftJustified(17), QLatin1StringView(target.about));
    return text;
}

QString namedText()
{
    QString text = u"\nnamed recipes, for GGUF:\n"_s;
    for (const NamedRecipe& named : namedRecipes())
        text += u"  %1  %2\n"_s.arg(named.title.leftJustified(17), named.about);
    return text;
}

int printCommandHelp(const Command& command)
{
    QString text = u"usage: arrowquant-cli %1"_s.arg(QLatin1StringView(command.name));
    for (const char* positional : command.positionals)
        text += u' ' + QLatin1StringView(positional);
    text += u" [options]\n\n%1\n\noptions:\n"_s.arg(QLatin1StringView(command.summary));
    for (const Option& option : optionsOf(command))
        text += u"  %1  %2\n"_s.arg(
            optionText(option).leftJustified(34), QLatin1StringView(option.help));
    if (command.run == quantize || command.run == plan)
        text += targetsText() + namedText();
    print(text);
    return Done;
}

int printHelp()
{
    QString text = u"usage: arrowquant-cli COMMAND [options]\n\ncommands:\n"_s;
    for (const Command& command : commands())
        text += u"  %1  %2\n"_s.arg(QString::fromLatin1(command.name).leftJustified(10),
            QLatin1StringView(command.summary));
    text += u"\n`arrowquant-cli COMMAND --help` lists the options of a command.\n"
            "exit status: 0 done, 2 wrong usage, 3 input rejected, 4 validated and below "
            "threshold,\n"
            "             5 could not write, 6 failed otherwise, 130 interrupted\n"_s;
    print(text);
    return Done;
}

int runCommand(const Command& command, const QStringList& words)
{
    const QString name = u"arrowquant-cli "_s + QLatin1StringView(command.name);
    if (words.contains(u"--help"_s) || words.contains(u"-h"_s))
        return printCommandHelp(command);
    const auto expected = qsizetype(command.positionals.size());
    const std::vector<Option> options = optionsOf(command);
    const auto arguments = parse(words, options, expected);
    if (!arguments)
        return failUsage(arguments.error().detail, name);
    const QStringList& given = arguments->positional;
    if (given.size() < expected)
        return failUsage(u"%1 is missing"_s.arg(
                             QLatin1StringView(command.positionals[std::size_t(given.size())])),
            name);
    if (const qsizetype empty = given.indexOf(QString()); empty >= 0 && empty < expected)
        return failUsage(
            u"%1 is empty"_s.arg(QLatin1StringView(command.positionals[std::size_t(empty)])), name);
    if (given.size() > expected)
        return failUsage(u"'%1' is one argument too many"_s.arg(given[expected]), name);
    return command.run(*arguments);
}

/// A set of instructions that is asked for by name and not there would change every measurement.
QString kernelsProblem()
{
    const std::string_view unknown = unknownInstructionSet();
    if (unknown.empty())
        return {};
    QStringList known;
    for (const InstructionSet& set : instructionSets())
        known += QLatin1StringView(set.name);
    return u"AQ_KERNELS: '%1' is not one of %2"_s.arg(
        printable(QString::fromLocal8Bit(unknown), 40), known.join(u", "_s));
}

} // namespace

int run(const QStringList& words)
{
    if (const QString problem = kernelsProblem(); !problem.isEmpty())
        return failUsage(problem);
    const QString first = words.value(0);
    if (first == "--help"_L1 || first == "-h"_L1 || first == "help"_L1)
        return printHelp();
    if (first == "--version"_L1) {
        printLine(u"arrowquant-cli " AQ_VERSION ""_s);
        return Done;
    }
    if (first.isEmpty())
        return failUsage(u"no command is given"_s);
    const auto command = std::find_if(commands().begin(), commands().end(),
        [&](const Command& candidate) { return first == QLatin1StringView(candidate.name); });
    if (command == commands().end())
        return failUsage(u"unknown command '%1'"_s.arg(first));
    return runCommand(*command, words.mid(1));
}

} // namespace aq::cli
