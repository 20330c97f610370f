#include "core/plan/quant_plan.h"
#include "core/plan/recipe.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>
#include <algorithm>

using namespace aq;

namespace {

constexpr int many = 1000; // Three whole runs and a part of one.
constexpr std::size_t runs = 4;

QStringList names(int count = many)
{
    QStringList list;
    for (int i = 0; i < count; ++i)
        list << QStringLiteral("blk.%1.weight").arg(i);
    return list;
}

Action to(const char* scheme, std::optional<int> group = {})
{
    return {QString::fromLatin1(scheme), group};
}

NamedRules all(const char* scheme) { return {names(), to(scheme)}; }

/// What a plain list does, for comparison.
std::vector<Rule> merged(std::vector<Rule> rules, const std::vector<Rule>& wanted)
{
    for (const Rule& rule : wanted) {
        const auto known = std::ranges::find(rules, rule.pattern, &Rule::pattern);
        if (known == rules.end())
            rules.push_back(rule);
        else
            *known = rule;
    }
    return rules;
}

} // namespace

class TestNamedRules : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsLikeAList()
    {
        std::vector<Rule> plain;
        for (const QString& name : names())
            plain.push_back({name, to(name.size() % 2 ? "int4" : "q8_0", int(name.size())),
                name.size() % 3 != 0});
        const NamedRules rules = plain;
        QCOMPARE(rules.size(), plain.size());
        QVERIFY(std::ranges::equal(rules, plain));
        QVERIFY(std::vector<Rule>(rules) == plain);
        QVERIFY(rules.front() == plain.front() && rules.back() == plain.back());
        QVERIFY((rules.begin() + 700)->pattern == plain[700].pattern);
    }

    /// More kinds of choices than fit into a byte, one after the other, in one place.
    void holdsAsManyChoicesAsNames()
    {
        NamedRules rules = NamedRules(names(256), to("int4"));
        std::vector<Rule> plain = rules;
        for (int round = 0; round < 3; ++round)
            for (int i = 0; i < 256; ++i) {
                const Rule rule{plain[std::size_t(i)].pattern, to("int8", 1000 * round + i), true};
                plain[std::size_t(i)] = rule;
                rules.merge({rule});
            }
        QVERIFY(std::ranges::equal(rules, plain));
    }

    void aCopyCostsNothing()
    {
        const NamedRules rules = all("int4"), copy = rules;
        QCOMPARE(copy.runsNotIn(rules), std::size_t(0));
        QVERIFY(copy == rules);
    }

    void oneMoreChoiceCostsOneRun()
    {
        const NamedRules before = all("int4");
        NamedRules after = before;
        after.merge({{QStringLiteral("blk.700.weight"), to("q8_0"), true}});
        QCOMPARE(after.runsNotIn(before), std::size_t(1));
        QVERIFY(before == all("int4")); // Whoever holds the old one sees nothing of it.
        QCOMPARE(after[700].action.scheme, QStringLiteral("q8_0"));
        QCOMPARE(after[699].action.scheme, QStringLiteral("int4"));
        after.push_back({QStringLiteral("new"), {}, true});
        QCOMPARE(after.runsNotIn(before), std::size_t(2));
        QCOMPARE(before.size(), std::size_t(many));
    }

    /// Each step that can be undone holds one of these.
    void anotherChoiceForTheSameTensorsSharesTheirNames()
    {
        const NamedRules before = all("int4");
        NamedRules after = before;
        after.merge(all("int8"));
        QVERIFY(after == all("int8"));
        QCOMPARE(after.nameListsNotIn(before), std::size_t(0));
        QCOMPARE(after.runsNotIn(before), runs);
        NamedRules same = before;
        same.merge(all("int4"));
        QCOMPARE(same.runsNotIn(before), std::size_t(0));
    }

    void mergesAsAPlainListDoes()
    {
        NamedRules before;
        for (int i = 0; i < many; i += 3)
            before.push_back({names()[i], to("int4"), i % 2 == 0});
        NamedRules wanted;
        for (int i = many - 1; i >= 0; i -= 2)
            wanted.push_back({names()[i], to("int8", i), true});
        NamedRules after = before;
        after.merge(wanted);
        QVERIFY(std::ranges::equal(after, merged(before, wanted)));
    }

    void ofRulesOfOneNameTheFirstIsReplaced()
    {
        NamedRules rules{
            {QStringLiteral("a"), to("int4"), true}, {QStringLiteral("a"), to("int2"), true}};
        rules.merge({{QStringLiteral("a"), to("int8"), true}});
        const std::vector<Rule> expected{
            {QStringLiteral("a"), to("int8"), true}, {QStringLiteral("a"), to("int2"), true}};
        QVERIFY(std::ranges::equal(rules, expected));
        rules.keepFirstOfEach();
        QVERIFY(std::ranges::equal(rules, std::vector(1, expected.front())));
    }

    void removesAllOfAName()
    {
        NamedRules rules = all("int4");
        rules.push_back({names()[800], to("int8"), true});
        const NamedRules before = rules;
        rules.remove({names()[800], names()[999], QStringLiteral("unknown")});
        QCOMPARE(rules.size(), std::size_t(many - 2));
        QVERIFY(std::ranges::none_of(rules, [](const Rule& rule) {
            return rule.pattern == names()[800] || rule.pattern == names()[999];
        }));
        QCOMPARE(rules.runsNotIn(before), std::size_t(1)); // 800 is in the last one.
        rules.remove(names());
        QVERIFY(rules.empty());
    }

    void theFirstEnabledRuleOfANameIsFound()
    {
        const NamedRules rules{{QStringLiteral("a"), to("int4"), false},
            {QStringLiteral("a"), to("int8"), true}, {QStringLiteral("a"), to("int2"), true}};
        const NamedRuleIndex index(rules);
        QCOMPARE(index.find(u"a")->scheme, QStringLiteral("int8"));
        QVERIFY(!index.find(u"b"));
    }

    void prependedRulesComeFirst()
    {
        NamedRules rules = all("int4");
        rules.prepend({{QStringLiteral("x"), {}, true}, {QStringLiteral("y"), {}, true}});
        QCOMPARE(rules.size(), std::size_t(many + 2));
        QCOMPARE(rules[1].pattern, QStringLiteral("y"));
        QVERIFY(std::ranges::equal(rules.begin() + 2, rules.end(), all("int4").begin(),
            all("int4").begin() + many, {}, &Rule::pattern, &Rule::pattern));
    }

    /// Written rule by rule, the text of a recipe is what a tree of all of it would give.
    void jsonIsThatOfTheWholeTree()
    {
        Recipe recipe;
        for (int step = 0; step < 4; ++step) {
            if (step & 1)
                recipe.overrides
                    = {{QStringLiteral("a\"\n    \"fitted\": [\n    ]\\"), to("int4"), false},
                        {QStringLiteral("größe"), {}, true}};
            if (step & 2)
                recipe.fitted = all("q4_k");
            QCOMPARE(toJson(recipe),
                QJsonDocument(toJsonObject(recipe)).toJson(QJsonDocument::Indented));
            const auto read = recipeFromJson(toJson(recipe));
            QVERIFY(read && *read == recipe);
        }
    }

    /// A plan that was read from a file holds none of 100,000 names twice.
    void readNamesBecomeThoseOfTheModel()
    {
        ModelHeader header;
        for (const QString& name : names())
            header.tensors.push_back({name, DType::F16, {64, 64}, {0, 0, 8192}, {}, {}});
        Recipe recipe;
        for (const QString& name : names()) // Another text in memory.
            recipe.overrides.push_back({name, to("int8"), true});
        recipe.overrides.push_back({QStringLiteral("of another model"), to("int8"), true});
        QVERIFY(recipe.overrides.name(7).constData() != header.tensors[7].name.constData());
        const Recipe shared = withNamesOf(recipe, header);
        QVERIFY(shared == recipe);
        for (std::size_t i = 0; i < header.tensors.size(); ++i)
            QVERIFY(shared.overrides.name(i).constData() == header.tensors[i].name.constData());
    }

    void plannedBytesAreThoseOfThePlan()
    {
        ModelHeader header;
        for (const QString& name : names(40))
            header.tensors.push_back({name, DType::F16, {64, 64}, {0, 0, 8192}, {}, {}});
        Recipe recipe;
        recipe.overrides = NamedRules(names(10), to("int8"));
        const auto plan = makePlan(header, recipe);
        const auto bytes = plannedBytes(header, recipe);
        QVERIFY(plan && bytes);
        QCOMPARE(*bytes, plan->bytesAfter);
        recipe.groupSize = -1;
        QVERIFY(!plannedBytes(header, recipe));
    }
};

QTEST_APPLESS_MAIN(TestNamedRules)
#include "tst_named_rules.moc"
