#include "app/packed_recipe.h"

#include <QTest>

using namespace aq;

class TestPackedRecipe : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void smallOnesArePlainJson()
    {
        Recipe recipe;
        recipe.overrides = {{QStringLiteral("a.weight"), {QStringLiteral("int8"), {}}, true}};
        QCOMPARE(packedRecipe(recipe), toJson(recipe));
        const auto read = unpackedRecipe(packedRecipe(recipe));
        QVERIFY(read && *read == recipe);
    }

    void manyRulesTakeAFewBytesEach()
    {
        QStringList names;
        for (int i = 0; i < 5000; ++i)
            names << QStringLiteral("model.transformer_blocks.%1.attn.weight").arg(i);
        Recipe recipe;
        recipe.overrides = {names, {QStringLiteral("int8"), {}}};
        const QByteArray packed = packedRecipe(recipe);
        QVERIFY(packed.size() < 20 * names.size());
        const auto read = unpackedRecipe(packed);
        QVERIFY(read && *read == recipe);
    }

    void whatIsNoneIsAnError()
    {
        for (const QByteArray& bytes : {QByteArray(), QByteArray("{"), QByteArray("nonsense")})
            QVERIFY(!unpackedRecipe(bytes));
    }
};

QTEST_APPLESS_MAIN(TestPackedRecipe)
#include "tst_packed_recipe.moc"
