#include "core/plan/named_recipe.h"
#include "core/plan/preset.h"
#include "core/plan/quant_plan.h"
#include "core/plan/recipe_fields.h"
#include "core/plan/target.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>
#include <algorithm>

using namespace aq;

namespace {

const Preset& builtIn(const QString& id)
{
    return *std::ranges::find(builtInPresets(), id, &Preset::id);
}

/// A recipe that differs from the default in every field that a preset may hold.
Recipe ownRecipe()
{
    Recipe recipe = recipeFor(*profileNamed(u"edge"));
    recipe.target = QStringLiteral("safetensors");
    recipe.scheme = QStringLiteral("int5");
    recipe.symmetry = Symmetry::Symmetric;
    recipe.keepOneDimensional = false;
    recipe.sensitivePatterns = QStringList{QStringLiteral("*norm*")};
    recipe.patterns = {Rule{QStringLiteral("*attn*"), {QStringLiteral("int8"), 64}, true}};
    recipe.overrides = {Rule{QStringLiteral("a.weight"), {}, true}};
    recipe.architecture = QStringLiteral("flux");
    recipe.importance = QStringLiteral("/data/flux.dat");
    recipe.stripPrefix = true;
    return recipe;
}

} // namespace

class TestPresets : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyProfileAndEveryTypeOfEveryTargetIsBuiltIn()
    {
        QStringList ids;
        for (const Preset& preset : builtInPresets()) {
            QVERIFY2(!ids.contains(preset.id), qPrintable(preset.id));
            ids << preset.id;
            QVERIFY(preset.builtIn && !preset.name.isEmpty() && !preset.description.isEmpty());
            QCOMPARE(problemsOf(withPreset({}, preset)), QStringList());
        }
        for (const Profile& profile : profiles())
            QVERIFY(ids.contains(QStringLiteral("profiles/%1").arg(QLatin1StringView(profile.id))));
        for (const Target& target : targets()) {
            const QString category = QString::fromLatin1(target.id);
            const auto count = std::ranges::count(builtInPresets(), category, &Preset::category);
            QVERIFY(count > 4);
            if (qstrcmp(target.family, "ggml") == 0)
                QCOMPARE(std::size_t(count), namedRecipes().size());
        }
    }

    void aProfileSetsWhatItsCardSetsAndNothingElse()
    {
        for (const Profile& profile : profiles()) {
            Recipe card = ownRecipe();
            applyProfile(card, profile);
            const QString id = QStringLiteral("profiles/%1").arg(QLatin1StringView(profile.id));
            QVERIFY(withPreset(ownRecipe(), builtIn(id)) == card);
        }
    }

    void aTypeSetsTargetAndTypeOnly()
    {
        const Recipe next = withPreset(ownRecipe(), builtIn(QStringLiteral("gguf/q4_k_m")));
        Recipe expected = ownRecipe();
        expected.target = QStringLiteral("gguf");
        expected.scheme = QStringLiteral("q4_k_m");
        QVERIFY(next == expected);
    }

    void anOwnOneLeavesWhatIsAboutOneModel()
    {
        const Preset preset = presetOf(ownRecipe(), QStringLiteral("Mine"));
        Recipe other;
        other.name = QStringLiteral("plan");
        other.overrides = {Rule{QStringLiteral("b.weight"), {}, true}};
        other.architecture = QStringLiteral("sd1");
        other.importance = QStringLiteral("/data/sd1.dat");
        Recipe expected = ownRecipe();
        expected.name = other.name;
        expected.overrides = other.overrides;
        expected.architecture = other.architecture;
        expected.importance = other.importance;
        expected.stripPrefix = other.stripPrefix;
        QVERIFY(withPreset(other, preset) == expected);
    }

    void targetAndOverridesAreAChoice()
    {
        const Preset preset
            = presetOf(ownRecipe(), QStringLiteral("Mine"), {.target = false, .overrides = true});
        Recipe other;
        other.target = QStringLiteral("gguf");
        const Recipe next = withPreset(other, preset);
        QCOMPARE(next.target, QStringLiteral("gguf"));
        QVERIFY(next.overrides == ownRecipe().overrides);
    }

    void onlyItsOwnValuesMakeItModified()
    {
        const Preset& local = builtIn(QStringLiteral("profiles/local"));
        Recipe recipe = withPreset({}, local);
        QVERIFY(!isModified(recipe, local));
        recipe.sensitivePatterns << QStringLiteral("*norm*");
        recipe.target = QStringLiteral("gguf");
        QVERIFY(!isModified(recipe, local));
        recipe.scheme = QStringLiteral("q4_k_m"); // What four bits mean there.
        QVERIFY(!isModified(recipe, local));
        recipe.scheme = QStringLiteral("q5_k_m");
        QVERIFY(isModified(recipe, local));
        recipe.scheme = QStringLiteral("int4");
        recipe.groupSize = 64;
        QVERIFY(isModified(recipe, local));
    }

    void anyFieldOfAnOwnOneMakesItModified()
    {
        const Preset preset = presetOf(ownRecipe(), QStringLiteral("Mine"));
        QVERIFY(!isModified(ownRecipe(), preset));
        for (const QString& key : preset.keys) {
            Preset other = preset;
            other.keys = QStringList{key};
            const bool isDefault
                = toJsonObject(Recipe()).value(key) == toJsonObject(ownRecipe()).value(key);
            QCOMPARE(isModified(Recipe(), other), !isDefault);
        }
    }

    void aFileGivesBackThePreset()
    {
        for (const PresetScope scope : {PresetScope{}, PresetScope{false, true}}) {
            Preset preset = presetOf(ownRecipe(), QStringLiteral("Mine “1”"), scope);
            preset.description = QStringLiteral("For small cards.");
            const auto read = presetsFromJson(toJson(preset), QStringLiteral("file"));
            QVERIFY(read);
            QCOMPARE(read->size(), std::size_t(1));
            QCOMPARE(read->front().name, preset.name);
            QCOMPARE(read->front().description, preset.description);
            QCOMPARE(read->front().keys, preset.keys);
            QVERIFY(withPreset({}, read->front()) == withPreset({}, preset));
        }
    }

    void aFileIsARecipe()
    {
        const Preset preset = presetOf(ownRecipe(), QStringLiteral("Mine"));
        const auto recipe = recipeFromJson(toJson(preset));
        QVERIFY(recipe);
        Recipe expected = withPreset({}, preset);
        expected.name = preset.name;
        QVERIFY(*recipe == expected);
        QVERIFY(!toJson(preset).contains("/data/")); // Nothing of this machine.
    }

    void builtInOnesSurviveAFileToo()
    {
        for (const Preset& preset : builtInPresets()) {
            const auto read = presetsFromJson(toJson(preset), {});
            QVERIFY2(read, qPrintable(preset.id));
            QCOMPARE(read->front().keys, preset.keys);
            QVERIFY(!isModified(withPreset(ownRecipe(), read->front()), preset));
        }
    }

    void aListGivesBackAll()
    {
        const std::vector<Preset> both{presetOf(ownRecipe(), QStringLiteral("A")),
            presetOf({}, QStringLiteral("B"), {.target = false})};
        const auto read = presetsFromJson(toJson(both), {});
        QVERIFY(read);
        QCOMPARE(read->size(), std::size_t(2));
        QCOMPARE((*read)[0].name, QStringLiteral("A"));
        QCOMPARE((*read)[1].keys, both[1].keys);
    }

    void aSavedPlanIsAPresetWithoutWhatIsAboutItsModel()
    {
        const auto read = presetsFromJson(toJson(ownRecipe()), QStringLiteral("flux-plan"));
        QVERIFY(read);
        QCOMPARE(read->front().name, QStringLiteral("flux-plan"));
        QCOMPARE(read->front().keys, presetOf(ownRecipe(), {}).keys);
        QVERIFY(!read->front().sets(u"overrides"));
        QVERIFY(read->front().sets(u"target"));
    }

    void aPartialRecipeSetsWhatItSays()
    {
        const auto bits = presetsFromJson(R"({"bit_width": 8})", QStringLiteral("x"));
        QVERIFY(bits);
        QCOMPARE(bits->front().keys, QStringList{QStringLiteral("scheme")});
        const auto profile = presetsFromJson(R"({"profile": "cloud", "name": "C"})", {});
        QVERIFY(profile);
        QCOMPARE(profile->front().name, QStringLiteral("C"));
        QCOMPARE(withPreset({}, profile->front()).groupSize, 64);
        QVERIFY(!profile->front().sets(u"target"));
    }

    void refusesWhatIsNoPreset_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("why");
        const auto row = [](const char* name, const char* json, const char* why) {
            QTest::newRow(name) << QByteArray(json) << QString::fromLatin1(why);
        };
        row("nothing", "", "not JSON");
        row("torn", R"({"scheme": "int4")", "not JSON");
        row("array", "[]", "object");
        row("unknown key", R"({"shceme": "int4"})", "scheme");
        row("says nothing", R"({"name": "x"})", "sets nothing");
        row("only about a model", R"({"architecture": "flux"})", "sets nothing");
        row("newer", R"({"scheme": "int4", "preset": {"version": 2}})", "newer");
        row("meta of another kind", R"({"scheme": "int4", "preset": 4})", "preset");
        row("newer list", R"({"version": 2, "presets": []})", "newer");
        row("empty list", R"({"presets": []})", "holds no preset");
        row("no list", R"({"presets": 3})", "holds no preset");
        row("one of two is bad", R"({"presets": [{"scheme": "int4"}, {"scheme": "x"}]})", "x");
    }
    void refusesWhatIsNoPreset()
    {
        QFETCH(const QByteArray, json);
        QFETCH(const QString, why);
        const auto read = presetsFromJson(json, QStringLiteral("file"));
        QVERIFY(!read);
        QVERIFY(read.error().code == ErrorCode::InvalidPlan);
        QVERIFY2(read.error().detail.contains(why), qPrintable(read.error().detail));
    }

    void hostileNamesBecomeOneLine()
    {
        const auto read = presetsFromJson(
            R"({"scheme": "int4", "name": "a\n\u202eb   c"})", QStringLiteral("x"));
        QVERIFY(read);
        QVERIFY(!read->front().name.contains(u'\n'));
        QVERIFY(!read->front().name.contains(QChar(0x202e)));
    }

    void namesAreFreed()
    {
        const QStringList taken{QStringLiteral("mine"), QStringLiteral("Mine 2")};
        QCOMPARE(freeName(QStringLiteral("Mine"), taken), QStringLiteral("Mine 3"));
        QCOMPARE(freeName(QStringLiteral("Other"), taken), QStringLiteral("Other"));
    }
};

QTEST_MAIN(TestPresets)
#include "tst_presets.moc"
