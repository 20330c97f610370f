#include "ui/text/preset_text.h"

#include "core/plan/named_recipe.h"
#include "core/plan/target.h"
#include "ui/text/plan_text.h"
#include "ui/text/type_text.h"
#include "ui/text/units.h"

#include <QCoreApplication>
#include <QLocale>
#include <array>

namespace aq {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Preset)
};

QString elementsText(std::int64_t count) { return Words::tr("%n elements", nullptr, int(count)); }

QString onOff(bool on) { return on ? Words::tr("Yes") : Words::tr("No"); }

QString listText(const QStringList& list)
{
    return list.isEmpty() ? Words::tr("None") : list.join(QStringLiteral(", "));
}

QString rulesText(const std::vector<Rule>& rules)
{
    QStringList list;
    for (const Rule& rule : rules)
        if (rule.enabled)
            list << QStringLiteral("%1 → %2").arg(rule.pattern, actionTitle(rule.action));
    return listText(list);
}

/// How one field of a recipe is said. A title of null: with another field, or not for people.
struct FieldWords {
    const char* key;
    const char* title;
    QString (*value)(const Recipe& recipe);
};

constexpr std::array words{
    FieldWords{"profile", QT_TRANSLATE_NOOP("Preset", "Profile"),
        [](const Recipe& r) {
            const Profile* profile = profileNamed(r.profile);
            return profile ? QString::fromUtf8(profile->title) : r.profile;
        }},
    FieldWords{"target", QT_TRANSLATE_NOOP("Preset", "Target"),
        [](const Recipe& r) { return targetTitle(r.target); }},
    FieldWords{"scheme", QT_TRANSLATE_NOOP("Preset", "Default type"),
        [](const Recipe& r) { return typeTitle(r.scheme, targetNamed(r.target)); }},
    FieldWords{"groupSize", QT_TRANSLATE_NOOP("Preset", "Group size"),
        [](const Recipe& r) { return groupSizeText(r.groupSize); }},
    FieldWords{"symmetry", QT_TRANSLATE_NOOP("Preset", "Symmetry"),
        [](const Recipe& r) { return symmetryText(r.symmetry); }},
    FieldWords{"scaleType", QT_TRANSLATE_NOOP("Preset", "Scales"),
        [](const Recipe& r) { return scaleTypeText(r.scaleType); }},
    FieldWords{"search", QT_TRANSLATE_NOOP("Preset", "Search"),
        [](const Recipe& r) { return searchText(r.search); }},
    FieldWords{"keepOneDimensional", QT_TRANSLATE_NOOP("Preset", "Keep 1-D tensors"),
        [](const Recipe& r) { return onOff(r.keepOneDimensional); }},
    FieldWords{"keepBelowElements", QT_TRANSLATE_NOOP("Preset", "Keep tensors under"),
        [](const Recipe& r) { return elementsText(r.keepBelowElements); }},
    FieldWords{"keepArchitectureList",
        QT_TRANSLATE_NOOP("Preset", "Keep what the architecture needs"),
        [](const Recipe& r) { return onOff(r.keepArchitectureList); }},
    FieldWords{"keepSensitive", QT_TRANSLATE_NOOP("Preset", "Keep sensitive names"),
        [](const Recipe& r) { return onOff(r.keepSensitive); }},
    FieldWords{"sensitivePatterns", QT_TRANSLATE_NOOP("Preset", "Sensitive patterns"),
        [](const Recipe& r) { return listText(r.sensitivePatterns); }},
    FieldWords{"sensitiveNames", QT_TRANSLATE_NOOP("Preset", "Sensitive names"),
        [](const Recipe& r) { return listText(r.sensitiveNames); }},
    FieldWords{"patterns", QT_TRANSLATE_NOOP("Preset", "Types by pattern"),
        [](const Recipe& r) { return rulesText(r.patterns); }},
    FieldWords{"rules", QT_TRANSLATE_NOOP("Preset", "Rules of the recipe"),
        [](const Recipe& r) { return rulesText(r.rules); }},
    FieldWords{"overrides", QT_TRANSLATE_NOOP("Preset", "Single tensors"),
        [](const Recipe& r) { return rulesText(r.overrides); }},
    FieldWords{"architecture", QT_TRANSLATE_NOOP("Preset", "Architecture"),
        [](const Recipe& r) { return r.architecture; }},
    FieldWords{"importance", QT_TRANSLATE_NOOP("Preset", "Importance"),
        [](const Recipe& r) { return r.importance; }},
    FieldWords{"minCosine", QT_TRANSLATE_NOOP("Preset", "Minimum cosine"),
        [](const Recipe& r) { return QLocale().toString(r.minCosine); }},
};

/// GGUF blocks have no groups, symmetry or scales to choose: said only where they count.
bool counts(const Preset& preset, const char* key)
{
    const Target* target = preset.sets(u"target") ? targetNamed(preset.recipe.target) : nullptr;
    const bool affineOnly = qstrcmp(key, "groupSize") == 0 || qstrcmp(key, "symmetry") == 0
        || qstrcmp(key, "scaleType") == 0;
    return !affineOnly || !target || qstrcmp(target->family, "affine") == 0;
}

} // namespace

QString presetCategoryTitle(const QString& category)
{
    if (category.isEmpty())
        return Words::tr("My presets");
    return category == QLatin1StringView("profiles") ? Words::tr("Profiles")
                                                     : targetTitle(category);
}

QString presetTitle(const QString& name, bool modified)
{
    return modified ? Words::tr("%1 *").arg(name) : name;
}

QString presetAbout(const Preset& preset)
{
    if (!preset.builtIn)
        return preset.description;
    if (const Profile* profile = profileNamed(preset.recipe.profile);
        profile && preset.sets(u"profile"))
        return hardwareText(*profile);
    const Target* target = targetNamed(preset.recipe.target);
    const NamedRecipe* mix = namedRecipe(preset.recipe.scheme);
    if (mix && target && qstrcmp(target->family, "ggml") == 0)
        return mixAbout(*mix);
    return target ? QCoreApplication::translate("Targets", target->about) : preset.description;
}

QList<PresetLine> presetLines(const Preset& preset)
{
    Recipe said = preset.recipe;
    if (!preset.sets(u"target"))
        said.target.clear(); // The type's words are those of no target in particular.
    QList<PresetLine> lines;
    for (const FieldWords& field : words)
        if (preset.sets(QString::fromLatin1(field.key)) && counts(preset, field.key))
            lines.append({Words::tr(field.title), field.value(said)});
    return lines;
}

QString presetLeaves(const Preset& preset)
{
    const bool target = !preset.sets(u"target"), tensors = !preset.sets(u"overrides"),
               patterns = !preset.sets(u"patterns");
    QStringList left;
    if (target)
        left << Words::tr("the target");
    if (patterns)
        left << Words::tr("keep rules and patterns");
    if (tensors)
        left << Words::tr("tensors chosen one by one");
    left << Words::tr("the architecture and the importance file");
    return Words::tr("Left as they are: %1.").arg(left.join(QStringLiteral(", ")));
}

} // namespace aq
