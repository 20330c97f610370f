#include "core/plan/nearest.h"
#include "core/plan/recipe.h"
#include "core/plan/recipe_fields.h"
#include "core/quant/scheme.h"
#include "tests/support/model_files.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>
#include <random>

using namespace aq;
using namespace aq::test;

namespace {

/// Any valid recipe: every field takes any of its values.
struct AnyRecipe {
    std::mt19937 bits;
    int below(int end) { return int(bits() % unsigned(end)); }
    bool coin() { return below(2) == 1; }

    QString name()
    {
        static const QStringList names{QStringLiteral("blk.*.attn"),
            QStringLiteral("größe \"x\"\\"), QStringLiteral("re:^a(b|c)\\.[0-9]+$"),
            QStringLiteral("a\nb\tc"), QStringLiteral("日本")};
        return names.at(below(int(names.size())));
    }
    QString scheme() { return QLatin1StringView(schemes()[std::size_t(below(6))]->id); }
    int groupSize() { return groupSizes()[std::size_t(below(5))]; }
    Action action()
    {
        if (coin())
            return {};
        return {scheme(), coin() ? std::optional(groupSize()) : std::nullopt};
    }
    std::vector<Rule> rules()
    {
        std::vector<Rule> rules;
        for (int count = below(4); count > 0; --count)
            rules.push_back({name(), action(), coin()});
        return rules;
    }
    QStringList list()
    {
        QStringList list;
        for (int count = below(4); count > 0; --count)
            list << name();
        return list;
    }
    Recipe operator()()
    {
        Recipe recipe;
        recipe.name = name();
        recipe.profile = QLatin1StringView(profiles()[std::size_t(below(3))].id);
        recipe.target = coin() ? QStringLiteral("arrow") : QStringLiteral("safetensors-bf16");
        recipe.scheme = scheme();
        recipe.groupSize = groupSize();
        recipe.symmetry = Symmetry(below(3));
        recipe.scaleType = ScaleType(below(2));
        recipe.search = Search(below(2));
        recipe.keepOneDimensional = coin();
        recipe.keepBelowElements = std::int64_t(bits()) * below(1 << 20);
        recipe.keepSensitive = coin();
        recipe.sensitiveNames = list();
        recipe.sensitivePatterns = list();
        recipe.keepArchitectureList = coin();
        recipe.architecture = coin() ? QStringLiteral("sd1") : QString();
        recipe.stripPrefix = coin();
        recipe.importance = coin() ? name() : QString();
        recipe.rules = rules();
        recipe.patterns = rules();
        recipe.overrides = rules();
        recipe.minCosine = double(bits()) / 4294967296.0;
        recipe.timeGroups = 1 + below(100);
        recipe.timeAware = coin();
        recipe.spatial = coin();
        recipe.calibrationSamples = 1 + below(1000);
        return recipe;
    }
};

QString refusal(const QByteArray& json)
{
    const auto recipe = recipeFromJson(json);
    return recipe ? QStringLiteral("accepted") : recipe.error().detail;
}

} // namespace

class TestRecipe : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void profilesHoldTheTable_data()
    {
        QTest::addColumn<QString>("id");
        for (const char* id : {"edge", "local", "cloud", "base"})
            QTest::addRow("%s", id) << QString(QLatin1StringView(id));
    }
    void profilesHoldTheTable()
    {
        QFETCH(QString, id);
        const Profile* profile = profileNamed(id);
        QVERIFY(profile);
        const auto golden = QJsonDocument::fromJson(
            contentsOf(QStringLiteral(AQ_TEST_DATA "/recipes/%1.json").arg(id)));
        QVERIFY(golden.isObject());
        QCOMPARE(toJsonObject(recipeFor(*profile)), golden.object());
        QCOMPARE(problemsOf(recipeFor(*profile)), QStringList());
    }
    void packagesHoldTheTable()
    {
        const auto all = profiles();
        QCOMPARE(all.size(), std::size_t(3));
        const int sizes[] = {35, 200, 2000}, storage[] = {50, 500, 5000}, bits[] = {2, 4, 8};
        for (std::size_t i = 0; i < 3; ++i) {
            QCOMPARE(all[i].targetSizeMb, sizes[i]);
            QCOMPARE(all[i].storageMb, storage[i]);
            QCOMPARE(all[i].bits, bits[i]);
        }
        QCOMPARE(Recipe(), recipeFor(*profileNamed(u"local")));
        QVERIFY(!profileNamed(u"desktop"));
    }

    void writingAndReadingChangesNothing()
    {
        AnyRecipe any{std::mt19937(7)};
        for (int i = 0; i < 300; ++i) {
            const Recipe recipe = any();
            const auto read = recipeFromJson(toJson(recipe));
            QVERIFY2(bool(read), read ? "" : qPrintable(read.error().detail));
            QVERIFY2(*read == recipe, toJson(recipe).constData());
            QVERIFY(QJsonDocument::fromJson(toJson(recipe)).object() == toJsonObject(recipe));
        }
    }
    void everyFieldIsWrittenOnce()
    {
        const QJsonObject object = toJsonObject(Recipe());
        QCOMPARE(std::size_t(object.size()), recipeFields().size());
        for (const RecipeAlias& alias : recipeAliases()) {
            QVERIFY(object.contains(QLatin1StringView(alias.key)));
            QVERIFY(!object.contains(QLatin1StringView(alias.name)));
        }
    }
    void theDocumentNamesEveryField()
    {
        const QByteArray document
            = contentsOf(QStringLiteral(AQ_TEST_DATA "/../../docs/recipe.md"));
        QVERIFY(!document.isEmpty());
        for (const RecipeField& field : recipeFields())
            QVERIFY2(document.contains(QByteArray("| `") + field.key + "` |"), field.key);
        for (const RecipeAlias& alias : recipeAliases())
            QVERIFY2(document.contains(QByteArray("`") + alias.name + "`"), alias.name);
    }

    void absentKeysComeFromTheProfile()
    {
        const auto recipe = recipeFromJson(R"({"profile": "edge", "groupSize": 64})");
        QVERIFY(bool(recipe));
        Recipe wanted = recipeFor(*profileNamed(u"edge"));
        wanted.groupSize = 64;
        QVERIFY(*recipe == wanted);
        QVERIFY(*recipeFromJson("{}") == Recipe());
    }
    void everyProblemIsReported()
    {
        const QString detail
            = refusal(contentsOf(QStringLiteral(AQ_TEST_DATA "/recipes/wrong.json")));
        for (const char* part : {"unknown key 'groupsize' (did you mean 'groupSize'?)",
                 "minCosine: 1.5 is outside 0 … 1", "timeGroups: 0 is outside 1 … 100",
                 "search: must be one of none, balanced, best",
                 "keepSensitive: must be true or false",
                 "unknown target 'parquet'; available: arrow, arrow-stream, safetensors",
                 "pattern '[a' at position 1", "pattern 're:(' at position 5",
                 "unknown key 'quality'", "'int7': no such scheme", "unknown key 'glob' in a rule"})
            QVERIFY2(detail.contains(QString::fromUtf8(part)),
                qPrintable(detail + u'\n' + QString::fromUtf8(part)));
        QVERIFY(!detail.contains(QLatin1Char('\n')));
    }
    void refusesOddDocuments_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("detail");
        const auto row = [](const char* json, const char* detail) {
            QTest::addRow("%s", json) << QByteArray(json) << QString::fromUtf8(detail);
        };
        row("", "not JSON");
        row("{\n  \"bits\": 4,\n  oops}", "line 3, column");
        row("[]", "a recipe is a JSON object");
        row(R"({"version": 2})", "version: 2 is not known");
        row(R"({"version": 1.5})", "version: must be a whole number");
        row(R"({"keepBelowElements": 1e300})", "must be a whole number");
        row(R"({"keepBelowElements": -1})", "-1 is outside");
        row(R"({"timeGroups": 4294967297})", "must be a whole number");
        row(R"({"groupSize": 100})", "100 is none of 32, 64, 128, 256 and 0");
        row(R"({"scheme": "keep"})", "the default must quantize");
        row(R"({"bits": 4.5})", "no such scheme");
        row(R"({"bits": 4, "scheme": "int8"})", "'scheme' is given twice");
        row(R"({"architecture": "vgg"})", "unknown architecture 'vgg'; available: flux, sd3");
        row(R"({"patterns": {"*": "Q4_K_M"}})",
            "is a mix for a whole model; a single type is 'q4_k'");
        row(R"({"profile": "phone"})", "unknown profile 'phone'; available: edge, local, cloud");
        row(R"({"sensitiveNames": "a"})", "must be a list of strings");
        row(R"({"sensitiveNames": [1]})", "must be a list of strings");
        row(R"({"rules": [{"pattern": "*", "action": "int4", "enabled": 1}]})", "a rule is {");
        row(R"({"rules": [{"action": "int4"}]})", "a rule is {");
        row(R"({"overrides": {"a.weight": 7}})", "'7': no such scheme");
        row(R"({"enable_entropy_adaptation": true})",
            "'enable_entropy_adaptation' is not available");
        row(R"({"target_model_size_mb": 100})", "'target_model_size_mb' is not available");
    }
    void refusesOddDocuments()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, detail);
        QVERIFY2(refusal(json).contains(detail), qPrintable(refusal(json)));
    }

    void readsTheNamesOfArrowQuantV2()
    {
        const auto recipe = recipeFromJson(
            contentsOf(QStringLiteral(AQ_TEST_DATA "/recipes/arrowquant-v2.json")));
        QVERIFY2(bool(recipe), recipe ? "" : qPrintable(recipe.error().detail));
        Recipe wanted = recipeFor(*profileNamed(u"cloud"));
        wanted.scheme = QStringLiteral("int2");
        wanted.groupSize = 32;
        wanted.minCosine = 0.7;
        wanted.timeGroups = 3;
        wanted.timeAware = wanted.spatial = false;
        wanted.calibrationSamples = 9;
        wanted.keepSensitive = true;
        wanted.sensitiveNames = QStringList{QStringLiteral("a.weight")};
        wanted.sensitivePatterns = QStringList{QStringLiteral("re:attn\\.(q|k)$")};
        wanted.overrides = {{QStringLiteral("b.weight"), {QStringLiteral("int8"), {}}, true},
            {QStringLiteral("c.weight"), {}, true}};
        QVERIFY2(*recipe == wanted, toJson(*recipe).constData());
    }
    void mixedPrecisionSwitchesPerLayerWidths()
    {
        const auto recipe = recipeFromJson(
            R"({"enable_mixed_precision": false, "layer_bit_widths": {"b.weight": 8}})");
        QVERIFY(bool(recipe));
        QCOMPARE(recipe->overrides.size(), std::size_t(1));
        QVERIFY(!recipe->overrides[0].enabled);
    }

    void actionsAreReadAndWritten_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("canonical");
        const auto row = [](const char* text, const char* canonical) {
            QTest::addRow("%s", text) << QString::fromUtf8(text) << QString::fromUtf8(canonical);
        };
        row("2", "int2");
        row("5", "int5");
        row("int8", "int8");
        row("4:64", "int4:64");
        row(" int6 : 0 ", "int6:0");
        row("keep", "keep");
        row("INT4", "int4");
        row("Keep", "keep");
        row("Q8_0", "q8_0");
        row("BF16", "bf16");
        row("7", ""); // Refused.
        row("", "");
        row("keep:64", "");
        row("4:", "");
        row("4:65", "");
        row("4:64:64", "");
        row("q8_0:32", ""); // Blocks have no groups to choose,
        row("q4_k_m", "");  // and one tensor is not a mix.
    }
    void actionsAreReadAndWritten()
    {
        QFETCH(QString, text);
        QFETCH(QString, canonical);
        const auto action = parseAction(text);
        QCOMPARE(bool(action), !canonical.isEmpty());
        if (!action) {
            QVERIFY2(action.error().detail.startsWith(u'\'' + text + QStringLiteral("': ")),
                qPrintable(action.error().detail));
            return;
        }
        QCOMPARE(actionText(*action), canonical);
        QVERIFY(*parseAction(canonical) == *action);
    }

    void commandLineSetsValues()
    {
        Recipe recipe;
        const auto set = [&](const char* key, const char* value) {
            const auto done = setValue(recipe, QString::fromUtf8(key), QString::fromUtf8(value));
            return done ? QString() : done.error().detail;
        };
        QCOMPARE(set("group-size", "64"), QString());
        QCOMPARE(set("Min_Cosine", "0.5"), QString());
        QCOMPARE(set("bits", "8:32"), QString());
        QCOMPARE(set("keepOneDimensional", "off"), QString());
        QCOMPARE(set("symmetry", "symmetric"), QString());
        QCOMPARE(set("sensitivePatterns", "*a*,re:b"), QString());
        QCOMPARE(set("sensitive-names", "[\"x,y\"]"), QString());
        QCOMPARE(set("patterns", "*attn*=8,*.mlp.*=keep"), QString());
        QCOMPARE(recipe.scheme, QStringLiteral("int8"));
        QCOMPARE(recipe.groupSize, 32);
        QVERIFY(recipe.minCosine == 0.5);
        QVERIFY(!recipe.keepOneDimensional);
        QVERIFY(recipe.symmetry == Symmetry::Symmetric);
        QCOMPARE(recipe.sensitivePatterns.size(), 2);
        QCOMPARE(recipe.sensitiveNames, QStringList{QStringLiteral("x,y")});
        QCOMPARE(recipe.patterns.size(), std::size_t(2));
        QCOMPARE(recipe.patterns[1].pattern, QStringLiteral("*.mlp.*"));
        QVERIFY(recipe.patterns[1].action.isKeep());
    }
    void refusedValuesChangeNothing()
    {
        Recipe recipe;
        recipe.name = QStringLiteral("mine");
        const Recipe before = recipe;
        for (const auto& [key, value] : std::initializer_list<std::pair<QString, QString>>{
                 {QStringLiteral("groupSize"), QStringLiteral("65")},
                 {QStringLiteral("groupSize"), QStringLiteral("1,5")},
                 {QStringLiteral("minCosine"), QStringLiteral("nan")},
                 {QStringLiteral("minCosine"), QStringLiteral("0,85")},
                 {QStringLiteral("search"), QStringLiteral("deep")},
                 {QStringLiteral("profile"), QStringLiteral("phone")},
                 {QStringLiteral("patterns"), QStringLiteral("[=4")},
                 {QStringLiteral("colour"), QStringLiteral("red")}}) {
            QVERIFY2(!setValue(recipe, key, value), qPrintable(key + value));
            QVERIFY(recipe == before);
        }
        QCOMPARE(setValue(recipe, u"mincosin", u"1").error().detail,
            QStringLiteral("unknown key 'mincosin' (did you mean 'minCosine'?)"));
    }
    void aProfileSetsItsValuesAndNoOthers()
    {
        Recipe recipe;
        recipe.target = QStringLiteral("safetensors");
        recipe.patterns = {{QStringLiteral("*"), {}, true}};
        QVERIFY(bool(setValue(recipe, u"profile", u"edge")));
        Recipe wanted = recipeFor(*profileNamed(u"edge"));
        wanted.target = QStringLiteral("safetensors");
        wanted.patterns = recipe.patterns;
        QVERIFY(recipe == wanted);
    }

    void suggestsOnlyWhatIsNear()
    {
        const QStringList known{QStringLiteral("groupSize"), QStringLiteral("scheme")};
        QCOMPARE(nearestOf(QStringLiteral("group_sizes"), known), QStringLiteral("groupSize"));
        QCOMPARE(nearestOf(QStringLiteral("shceme"), known), QStringLiteral("scheme"));
        QCOMPARE(nearestOf(QStringLiteral("temperature"), known), QString());
        QCOMPARE(nearestOf(QString(), known), QString());
    }
};

QTEST_APPLESS_MAIN(TestRecipe)
#include "tst_recipe.moc"
