#include "app/cli_options.h"

#include "app/cli_fit.h"
#include "core/base/printable.h"
#include "core/io/output_file.h"
#include "core/jobs/preflight.h"
#include "core/plan/target.h"

#include <QFileInfo>
#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

namespace aq::cli {

using namespace Qt::StringLiterals;

const std::vector<Option> planOptions{
    {"--profile", "edge|local|cloud", "bits, group size and limits of a kind of machine"},
    {"--recipe", "FILE", "a recipe (JSON); options given beside it win"},
    {"--target", "ID", "what is written: see `arrowquant-cli quantize --help`"},
    {"--bits", "N|TYPE", "default: 2 3 4 5 6 8, int4, 4:64 (groups of 64), Q4_K, Q4_K_M"},
    {"--group-size", "N", "weights that share a scale: 32 64 128 256, 0 for the whole tensor"},
    {"--imatrix", "FILE", "weigh errors by how much each input matters (.dat or .gguf)"},
    {"--sensitive", "PATTERN", "keep tensors that match; may be repeated", true},
    {"--layer", "PATTERN=BITS|TYPE|keep", "what to do with tensors that match; may be repeated",
        true},
    {"--set", "KEY=VALUE", "any key of a recipe: symmetry=symmetric; may be repeated", true},
};

const std::vector<Option> jobOptions{
    {"--threads", "N", "worker threads; 0, the default: one per core"},
    {"--memory", "SIZE", "for buffers, as 512M; the default is 256M"},
    {"--continue-on-error", "", "keep tensors that fail as they are, list them, go on"},
};

const std::vector<Option> reportOptions{
    {"--report", "FILE.json|.html|.csv", "write the report; may be repeated", true},
};

const std::vector<Option> sourceOptions{
    {"--component", "ID", "open only this part of a diffusers folder; may be repeated", true},
};

namespace {

Error usage(const QString& detail) { return {ErrorCode::InvalidPlan, detail, {}}; }

/// The document, with the profile of the command line in place of its own.
Result<Recipe> recipeFile(const QString& path, const QString& profile)
{
    constexpr std::int64_t longest = 16 << 20;
    const auto file = openFile(path);
    if (!file)
        return Error{file.error().code, file.error().detail, path};
    if ((*file)->size() > longest)
        return Error{ErrorCode::Corrupt, u"is too long for a recipe"_s, path};
    const auto bytes = readBytes(**file, 0, (*file)->size());
    if (!bytes)
        return Error{bytes.error().code, bytes.error().detail, path};
    QByteArray json(reinterpret_cast<const char*>(bytes->data()), qsizetype(bytes->size()));
    if (!profile.isEmpty()) {
        auto document = nlohmann::json::parse(json.begin(), json.end(), nullptr, false);
        if (document.is_object()) {
            document["profile"] = profile.toStdString();
            json = QByteArray::fromStdString(document.dump());
        }
    }
    auto recipe = recipeFromJson(json);
    if (!recipe)
        return recipe.error().in(path);
    return resolvedIn(*std::move(recipe), QFileInfo(path).path());
}

Result<Recipe> startingRecipe(const Arguments& arguments)
{
    const QString profile = arguments.value("--profile"_L1);
    if (!profile.isEmpty() && !profileNamed(profile))
        return usage(
            u"--profile: unknown profile '%1'; there are edge, local and cloud"_s.arg(profile));
    if (arguments.has("--recipe"_L1))
        return recipeFile(arguments.value("--recipe"_L1), profile);
    return profile.isEmpty() ? Recipe() : recipeFor(*profileNamed(profile));
}

Result<void> applyLayer(Recipe& recipe, const QString& text)
{
    const qsizetype equals = text.lastIndexOf(u'=');
    if (equals <= 0)
        return usage(
            u"--layer: '%1' is not PATTERN=BITS, PATTERN=TYPE or PATTERN=keep"_s.arg(text));
    const auto action = parseAction(QStringView(text).mid(equals + 1));
    if (!action)
        return usage(u"--layer: "_s + action.error().detail);
    recipe.patterns.push_back({text.left(equals), *action});
    return {};
}

Result<void> applySet(Recipe& recipe, const QString& text)
{
    const qsizetype equals = text.indexOf(u'=');
    if (equals <= 0)
        return usage(u"--set: '%1' is not KEY=VALUE"_s.arg(text));
    const QStringView view(text);
    if (const auto set = setValue(recipe, view.left(equals), view.mid(equals + 1)); !set)
        return usage(u"--set: "_s + set.error().detail);
    return {};
}

Result<void> applyBits(Recipe& recipe, const QString& text)
{
    const auto action = parseDefault(text);
    if (!action)
        return usage(u"--bits: "_s + action.error().detail);
    if (action->isKeep())
        return usage(u"--bits: cannot be keep; use --layer PATTERN=keep"_s);
    recipe.scheme = action->scheme;
    recipe.groupSize = action->groupSize.value_or(recipe.groupSize);
    return {};
}

/// --bits 4:64 says a group size too: the two have to agree.
Result<void> applyGroupSize(Recipe& recipe, const Arguments& arguments)
{
    const QString text = arguments.value("--group-size"_L1);
    const auto bits = parseDefault(arguments.value("--bits"_L1));
    const auto applied = setValue(recipe, u"groupSize", text);
    if (applied && bits && bits->groupSize && *bits->groupSize != recipe.groupSize)
        return usage(u"--bits %1 and --group-size %2 contradict each other"_s.arg(
            arguments.value("--bits"_L1), text));
    return applied;
}

QString targetIds()
{
    QStringList ids;
    for (const Target& target : targets())
        ids += QString::fromLatin1(target.id);
    return ids.join(u", "_s);
}

Result<void> applyTarget(Recipe& recipe, const Arguments& arguments, const QString& output)
{
    if (arguments.has("--target"_L1)) {
        recipe.target = arguments.value("--target"_L1);
        if (!targetNamed(recipe.target))
            return usage(u"--target: '%1' is none of %2"_s.arg(recipe.target, targetIds()));
    } else if (!arguments.has("--recipe"_L1)) {
        const QString extension = QFileInfo(output).suffix().toLower();
        const auto writes = [&](const Target& target) {
            return !target.decoded && extension == QLatin1StringView(target.extension);
        };
        if (const auto first = std::ranges::find_if(targets(), writes); first != targets().end())
            recipe.target = QString::fromLatin1(first->id);
    }
    return {};
}

QString extensions()
{
    QStringList list;
    for (const Target& target : targets())
        if (const QString extension = u'.' + QLatin1StringView(target.extension);
            !list.contains(extension))
            list += extension;
    return list.join(u", "_s);
}

/// A file is not given the name of another format unless --target says that this is meant.
Result<void> checkExtension(const Recipe& recipe, const Arguments& arguments, const QString& output)
{
    const Target* target = targetNamed(recipe.target);
    const QString wanted = QString::fromLatin1(target->extension);
    if (output.isEmpty() || arguments.has("--target"_L1)
        || QFileInfo(output).suffix().toLower() == wanted)
        return {};
    const QString given = printable(QFileInfo(output).fileName(), 60);
    for (const Target& other : targets())
        if (QFileInfo(output).suffix().toLower() == QLatin1StringView(other.extension))
            return usage(u"-o: '%1' does not end in .%2, which the recipe writes; name the format "
                         "with --target"_s.arg(given, wanted));
    return usage(
        u"-o: '%1' ends in none of %2; another name needs --target"_s.arg(given, extensions()));
}

/// True when both name one file, by any path or link; neither has to exist.
bool isSamePlace(const QString& a, const QString& b)
{
    const auto place = [](const QString& path) {
        const QFileInfo info(path);
        return QFileInfo(info.absolutePath()).canonicalFilePath() + u'/' + info.fileName();
    };
    return !a.isEmpty() && !b.isEmpty() && (place(a) == place(b) || sameFile(a, b));
}

/// The files that a job reads beside the model are never replaced.
Result<void> checkOther(const Arguments& arguments, const Recipe& recipe, const QString& path)
{
    if (isSamePlace(path, arguments.value("--recipe"_L1)))
        return Error{ErrorCode::WriteFailed, u"is the recipe"_s, path};
    if (isSamePlace(path, recipe.importance))
        return Error{ErrorCode::WriteFailed, u"is the importance matrix"_s, path};
    return {};
}

Result<void> checkReport(
    const Arguments& arguments, const Recipe& recipe, const QString& path, const QString& output)
{
    const QString extension = QFileInfo(path).suffix().toLower();
    if (extension != "json"_L1 && extension != "html"_L1 && extension != "csv"_L1)
        return usage(u"--report: '%1' does not end in .json, .html or .csv"_s.arg(path));
    if (isSamePlace(path, output))
        return usage(u"--report: '%1' is the output"_s.arg(path));
    if (const auto other = checkOther(arguments, recipe, path); !other)
        return other;
    return checkTarget(path, arguments.has("--force"_L1), 0);
}

} // namespace

Result<Recipe> recipeFrom(const Arguments& arguments, const QString& output, const Recipe* start)
{
    auto recipe = start ? Result<Recipe>(*start) : startingRecipe(arguments);
    if (!recipe)
        return recipe;
    Result<void> applied = applyTarget(*recipe, arguments, output);
    if (applied && arguments.has("--bits"_L1))
        applied = applyBits(*recipe, arguments.value("--bits"_L1));
    if (applied && arguments.has("--group-size"_L1))
        applied = applyGroupSize(*recipe, arguments);
    if (arguments.has("--imatrix"_L1))
        recipe->importance = arguments.value("--imatrix"_L1);
    recipe->sensitivePatterns += arguments.all("--sensitive"_L1);
    for (const QString& text : arguments.all("--layer"_L1))
        applied = applied ? applyLayer(*recipe, text) : applied;
    for (const QString& text : arguments.all("--set"_L1))
        applied = applied ? applySet(*recipe, text) : applied;
    if (applied)
        applied = applyFit(*recipe, arguments);
    if (!applied)
        return applied.error();
    if (const QStringList problems = problemsOf(*recipe); !problems.isEmpty())
        return usage(problems.join(u"; "_s));
    if (const auto named = checkExtension(*recipe, arguments, output); !named)
        return named.error();
    if (const auto other = checkOther(arguments, *recipe, output); !other)
        return other.error();
    return recipe;
}

Result<JobLimits> limitsFrom(const Arguments& arguments)
{
    JobLimits limits;
    limits.continueOnError = arguments.has("--continue-on-error"_L1);
    if (arguments.has("--threads"_L1)) {
        bool isNumber = false;
        limits.threads = arguments.value("--threads"_L1).toInt(&isNumber);
        if (!isNumber || limits.threads < 0 || limits.threads > 1024)
            return usage(u"--threads: '%1' is not a number from 0 to 1024"_s.arg(
                arguments.value("--threads"_L1)));
    }
    if (arguments.has("--memory"_L1)) {
        const auto bytes = parseSize(arguments.value("--memory"_L1));
        if (!bytes)
            return usage(u"--memory: "_s + bytes.error().detail);
        limits.memoryBytes = *bytes;
    }
    return limits;
}

Result<QStringList> reportsFrom(
    const Arguments& arguments, const Recipe& recipe, const QString& output)
{
    const QStringList paths = arguments.all("--report"_L1);
    for (qsizetype i = 0; i < paths.size(); ++i) {
        for (qsizetype before = 0; before < i; ++before)
            if (isSamePlace(paths[i], paths[before]))
                return usage(u"--report: '%1' is given twice"_s.arg(paths[i]));
        if (const auto checked = checkReport(arguments, recipe, paths[i], output); !checked)
            return checked.error();
    }
    return paths;
}

Result<void> checkSpared(const ModelSource& source, const QStringList& paths)
{
    for (const QString& path : paths)
        if (belongsTo(source, path))
            return Error{ErrorCode::WriteFailed, u"is a file of the model"_s, path};
    return {};
}

Result<ModelSource> openFrom(const Arguments& arguments, const QString& path)
{
    const QStringList ids = arguments.all("--component"_L1);
    auto source = openModel(path, {ids});
    if (source && !ids.isEmpty() && source->opened().components.empty())
        return Error{ErrorCode::Unsupported,
            u"no component '%1'; this is one model (%2)"_s.arg(
                printable(ids[0]), QLatin1StringView(source->format().title)),
            path};
    return source;
}

QStringList idlePatterns(const Arguments& arguments, const ModelHeader& header)
{
    QStringList patterns = arguments.all("--sensitive"_L1), idle;
    for (const QString& text : arguments.all("--layer"_L1))
        patterns += text.left(text.lastIndexOf(u'='));
    for (const QString& pattern : patterns)
        if (const auto count = countMatches(header, pattern); count && *count == 0)
            idle += pattern;
    return idle;
}

Result<std::int64_t> parseSize(const QString& text)
{
    constexpr QLatin1StringView suffixes("KMGT");
    QString digits = text.toUpper();
    if (digits.endsWith("IB"_L1))
        digits.chop(2);
    else if (digits.endsWith(u'B'))
        digits.chop(1);
    int power = 0;
    if (const qsizetype suffix = digits.isEmpty() ? -1 : suffixes.indexOf(digits.back());
        suffix >= 0) {
        power = int(suffix) + 1;
        digits.chop(1);
    }
    bool isNumber = false;
    const double value = digits.toDouble(&isNumber) * std::exp2(10 * power);
    if (!isNumber || !(value >= 1) || value > 0x1p62)
        return usage(u"'%1' is not a size such as 512M or 2G"_s.arg(text));
    return std::int64_t(value);
}

Result<double> parseNumber(const QString& option, const QString& text)
{
    bool isNumber = false;
    const double value = text.toDouble(&isNumber);
    if (!isNumber || !std::isfinite(value))
        return usage(u"%1: '%2' is not a number"_s.arg(option, text));
    return value;
}

Thresholds thresholdsOf(const Recipe& recipe) { return {recipe.minCosine, true}; }

} // namespace aq::cli
