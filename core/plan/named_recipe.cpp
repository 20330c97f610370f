#include "core/plan/named_recipe.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

// A static library's resources are linked in only when something names them; outside any namespace.
static void initResources() { Q_INIT_RESOURCE(recipes); }

namespace aq {

namespace {

/// "q6_k" for all of the family; {"first": 4, "scheme": "q5_k"} for the first of it, the others
/// get "rest" or the base.
NamedRecipe::Family familyFrom(const QString& title, const QJsonArray& globs, const QJsonValue& mix)
{
    NamedRecipe::Family family;
    family.title = title;
    for (const QJsonValue glob : globs)
        family.patterns << glob.toString();
    const QJsonObject some = mix.toObject();
    family.scheme = mix.toString(some.value(QLatin1StringView("rest")).toString());
    family.first = some.value(QLatin1StringView("first")).toInt();
    family.firstScheme = some.value(QLatin1StringView("scheme")).toString();
    return family;
}

NamedRecipe recipeFrom(const QJsonObject& object, const QJsonObject& families)
{
    const auto text = [&](QLatin1StringView key) { return object.value(key).toString(); };
    NamedRecipe recipe;
    recipe.title = text(QLatin1StringView("title"));
    recipe.id = recipe.title.toLower();
    recipe.about = text(QLatin1StringView("about"));
    recipe.base = text(QLatin1StringView("base"));
    recipe.bits = object.value(QLatin1StringView("bits")).toInt();
    recipe.fileType = object.value(QLatin1StringView("fileType")).toInt();
    // Object keys come in alphabetical order: that of the rules in docs/recipe.md is attn_v first.
    const QJsonObject mix = object.value(QLatin1StringView("mix")).toObject();
    for (const char* name : {"attn_v", "attn_qkv", "ffn_down"})
        if (const QLatin1StringView title(name); mix.contains(title))
            recipe.families.push_back(
                familyFrom(title, families.value(title).toArray(), mix.value(title)));
    return recipe;
}

std::vector<NamedRecipe> readRecipes()
{
    initResources();
    QFile file(QStringLiteral(":/recipes/gguf.json"));
    const bool isOpen = file.open(QIODevice::ReadOnly);
    const auto document = QJsonDocument::fromJson(file.readAll()).object();
    Q_ASSERT(isOpen && !document.isEmpty());
    const QJsonObject families = document.value(QLatin1StringView("families")).toObject();
    std::vector<NamedRecipe> recipes;
    for (const QJsonValue entry : document.value(QLatin1StringView("recipes")).toArray())
        recipes.push_back(recipeFrom(entry.toObject(), families));
    return recipes;
}

} // namespace

const std::vector<NamedRecipe>& namedRecipes()
{
    static const std::vector<NamedRecipe> read = readRecipes();
    return read;
}

const NamedRecipe* namedRecipe(QStringView id)
{
    for (const NamedRecipe& recipe : namedRecipes())
        if (id.compare(recipe.id, Qt::CaseInsensitive) == 0)
            return &recipe;
    return nullptr;
}

const NamedRecipe* namedRecipeWithBits(int bits)
{
    struct Width {
        int bits;
        QStringView id;
    };
    static constexpr Width widths[] = {
        {2, u"q2_k"}, {3, u"q3_k_m"}, {4, u"q4_k_m"}, {5, u"q5_k_m"}, {6, u"q6_k"}, {8, u"q8_0"}};
    for (const Width& width : widths)
        if (width.bits == bits)
            return namedRecipe(width.id);
    return nullptr;
}

} // namespace aq
