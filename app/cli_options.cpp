#include "app/cli_options.h"

#include "core/io/output_file.h"
#include "core/plan/target.h"

#include <QFileInfo>
#include <cmath>
#include <nlohmann/json.hpp>

namespace aq::cli {

using namespace Qt::StringLiterals;

const std::vector<Option> planOptions{
    {"--profile", "edge|local|cloud", "bits, group size and limits of a kind of machine"},
    {"--recipe", "FILE", "a recipe (JSON); options given beside it win"},
    {"--target", "ID", "what is written: see `arrowquant-cli quantize --help`"},
    {"--bits", "N|TYPE", "default width or scheme: 2 3 4 5 6 8, int4, 4:64 (groups of 64)"},
    {"--group-size", "N", "weights that share a scale: 32 64 128 256, 0 for the whole tensor"},
    {"--sensitive", "PATTERN", "keep tensors that match; may be repeated", true},
    {"--layer", "PATTERN=BITS|TYPE|keep", "what to do with tensors that match; may be repeated",
        true},
    {"--set", "KEY=VALUE", "any key of a recipe: symmetry=symmetric; may be repeated", true},
    {"--fit", "SIZE", "not available in this version"},
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
        return file.error();
    if ((*file)->size() > longest)
        return Error{ErrorCode::Corrupt, u"is too long for a recipe"_s, path};
    const auto bytes = readBytes(**file, 0, (*file)->size());
    if (!bytes)
        return bytes.error();
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
    return recipe;
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
    const auto action = parseAction(text);
    if (!action)
        return usage(u"--bits: "_s + action.error().detail);
    if (action->isKeep())
        return usage(u"--bits: cannot be keep; use --layer PATTERN=keep"_s);
    recipe.scheme = action->scheme;
    recipe.groupSize = action->groupSize.value_or(recipe.groupSize);
    return {};
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
            return usage(
                u"--target: '%1' is not available; there are %2"_s.arg(recipe.target, targetIds()));
    } else if (!arguments.has("--recipe"_L1)) {
        const QString extension = QFileInfo(output).suffix().toLower();
        for (const Target& target : targets())
            if (!target.decoded && extension == QLatin1StringView(target.extension))
                recipe.target = QString::fromLatin1(target.id);
    }
    return {};
}

} // namespace

Result<Recipe> recipeFrom(const Arguments& arguments, const QString& output)
{
    if (arguments.has("--fit"_L1))
        return usage(u"--fit is not available in this version"_s);
    auto recipe = startingRecipe(arguments);
    if (!recipe)
        return recipe;
    Result<void> applied = applyTarget(*recipe, arguments, output);
    if (applied && arguments.has("--bits"_L1))
        applied = applyBits(*recipe, arguments.value("--bits"_L1));
    if (applied && arguments.has("--group-size"_L1))
        applied = setValue(*recipe, u"groupSize", arguments.value("--group-size"_L1));
    recipe->sensitivePatterns += arguments.all("--sensitive"_L1);
    for (const QString& text : arguments.all("--layer"_L1))
        applied = applied ? applyLayer(*recipe, text) : applied;
    for (const QString& text : arguments.all("--set"_L1))
        applied = applied ? applySet(*recipe, text) : applied;
    if (!applied)
        return applied.error();
    if (const QStringList problems = problemsOf(*recipe); !problems.isEmpty())
        return usage(problems.join(u"; "_s));
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

OpenOptions openOptionsFrom(const Arguments& arguments)
{
    return {arguments.all("--component"_L1)};
}

Result<QStringList> reportsFrom(const Arguments& arguments, const QStringList& others)
{
    const QStringList paths = arguments.all("--report"_L1);
    for (const QString& path : paths) {
        const QFileInfo info(path);
        const QString extension = info.suffix().toLower();
        if (extension != "json"_L1 && extension != "html"_L1 && extension != "csv"_L1)
            return usage(u"--report: '%1' does not end in .json, .html or .csv"_s.arg(path));
        for (const QString& other : others)
            if (info.absoluteFilePath() == QFileInfo(other).absoluteFilePath()
                || sameFile(path, other))
                return usage(u"--report: '%1' is the model or the output"_s.arg(path));
        if (!QFileInfo(info.absolutePath()).isDir())
            return Error{ErrorCode::WriteFailed, u"its folder does not exist"_s, path};
    }
    return paths;
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
