#include "app/cli_arguments.h"
#include "app/cli_options.h"
#include "app/cli_output.h"

#include <QTest>

using namespace aq;
using namespace aq::cli;
using namespace Qt::StringLiterals;

class TestCliArguments : public QObject {
    Q_OBJECT
    static Result<Arguments> parsed(const QString& line, qsizetype positionals = 1)
    {
        static const std::vector<Option> options{{"--output", "OUT", "", false, "-o"},
            {"--force", "", ""}, {"--sensitive", "PATTERN", "", true}, {"--bits", "N", ""}};
        return parse(line.split(u' ', Qt::SkipEmptyParts), options, positionals);
    }
    static Recipe recipe(const QString& line, const QString& output = {})
    {
        const auto arguments = parse(line.split(u' ', Qt::SkipEmptyParts), planOptions, 0);
        const auto made = arguments ? recipeFrom(*arguments, output) : arguments.error();
        if (!made)
            qFatal("%s", qPrintable(made.error().detail));
        return *made;
    }
    static QString problem(const QString& line)
    {
        const auto arguments = parse(line.split(u' ', Qt::SkipEmptyParts), planOptions, 0);
        const auto made = arguments ? recipeFrom(*arguments) : arguments.error();
        return made ? QString() : made.error().detail;
    }

private Q_SLOTS:
    void wordsAreSorted()
    {
        const auto a = parsed(u"model -o out --force --bits=4"_s);
        QVERIFY(a);
        QCOMPARE(a->positional, QStringList{u"model"_s});
        QCOMPARE(a->value("--output"_L1), u"out"_s);
        QCOMPARE(a->value("--bits"_L1), u"4"_s);
        QVERIFY(a->has("--force"_L1));
    }
    void repeatableOptionTakesWordsOnceTheModelIsThere()
    {
        QCOMPARE(parsed(u"model --sensitive a b --force"_s)->all("--sensitive"_L1),
            (QStringList{u"a"_s, u"b"_s}));
        const auto before = parsed(u"--sensitive a model --sensitive b"_s);
        QCOMPARE(before->all("--sensitive"_L1), (QStringList{u"a"_s, u"b"_s}));
        QCOMPARE(before->positional, QStringList{u"model"_s});
    }
    void dashesEndTheOptions()
    {
        QCOMPARE(parsed(u"-- --force"_s)->positional, QStringList{u"--force"_s});
    }
    void wrongWordsAreRefused_data()
    {
        QTest::addColumn<QString>("line");
        QTest::newRow("unknown") << u"model --frobnicate"_s;
        QTest::newRow("value missing") << u"model -o"_s;
        QTest::newRow("switch with value") << u"model --force=yes"_s;
        QTest::newRow("twice") << u"model --bits 4 --bits 8"_s;
    }
    void wrongWordsAreRefused()
    {
        QFETCH(QString, line);
        QVERIFY(!parsed(line));
    }

    void laterOptionsWinOverTheProfile()
    {
        const Recipe edge = recipe(u"--profile edge"_s);
        QCOMPARE(edge.scheme, u"int2"_s);
        QCOMPARE(edge.groupSize, 256);
        const Recipe mine = recipe(
            u"--profile edge --bits 8 --group-size 64 --sensitive *norm* --layer re:^a=keep --set minCosine=0.5"_s);
        QCOMPARE(mine.profile, u"edge"_s);
        QCOMPARE(mine.scheme, u"int8"_s);
        QCOMPARE(mine.groupSize, 64);
        QCOMPARE(mine.sensitivePatterns, QStringList{u"*norm*"_s});
        QCOMPARE(mine.patterns.size(), std::size_t(1));
        QCOMPARE(mine.patterns[0].pattern, u"re:^a"_s);
        QVERIFY(mine.patterns[0].action.isKeep());
        QVERIFY(mine.minCosine == 0.5);
    }
    void extensionChoosesTheTarget()
    {
        QCOMPARE(recipe({}, u"a.safetensors"_s).target, u"safetensors"_s);
        QCOMPARE(recipe({}, u"a.ARROW"_s).target, u"arrow"_s);
        QCOMPARE(recipe({}, u"a.arrows"_s).target, u"arrow-stream"_s);
        QCOMPARE(recipe({}, u"a.gguf"_s).target, u"gguf"_s);
        QCOMPARE(recipe(u"--target gguf-sdcpp"_s, u"a.gguf"_s).target, u"gguf-sdcpp"_s);
        QCOMPARE(recipe(u"--target arrow"_s, u"a.bin"_s).target, u"arrow"_s);
        QCOMPARE(recipe(u"--target safetensors-f16"_s, u"a.arrow"_s).target, u"safetensors-f16"_s);
    }
    void unknownExtensionIsRefused()
    {
        for (const char* output : {"a.ckpt", "a.xyz", "a", "a.safetensors.gz"}) {
            const auto refused = recipeFrom(Arguments(), QString::fromLatin1(output));
            QVERIFY2(!refused, output);
            QCOMPARE(refused.error().code, ErrorCode::InvalidPlan);
            QVERIFY(refused.error().detail.contains(u".arrow, .arrows, .safetensors"_s));
        }
    }
    void namedRecipesAndTypesAreDefaults()
    {
        QCOMPARE(recipe(u"--bits Q4_K_M"_s).scheme, u"q4_k_m"_s);
        QCOMPARE(recipe(u"--bits q6_K --target gguf"_s).scheme, u"q6_k"_s);
        QCOMPARE(recipe(u"--layer *=Q8_0"_s).patterns[0].action.scheme, u"q8_0"_s);
        QVERIFY(problem(u"--layer *=Q4_K_M"_s).contains(u"a mix for a whole model"_s));
        QVERIFY(problem(u"--bits Q4_K:64"_s).contains(u"no groups"_s));
    }
    void theImportanceMatrixIsPartOfTheRecipe()
    {
        QCOMPARE(recipe(u"--imatrix a.dat"_s).importance, u"a.dat"_s);
    }
    void groupSizesThatAgreeAreTaken()
    {
        QCOMPARE(recipe(u"--bits 4:64 --group-size 64"_s).groupSize, 64);
    }
    void wrongPlansSayWhatIsWrong_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("says");
        QTest::newRow("bits") << u"--bits 7"_s << u"--bits"_s;
        QTest::newRow("bits, what there is")
            << u"--bits 7"_s << u"'7': no such scheme; there are 2, 3, 4, 5, 6, 8 bits"_s;
        QTest::newRow("type") << u"--bits Q4_X"_s << u"nearest are q4_0, q4_1, q4_k, "_s;
        QTest::newRow("named recipe") << u"--bits Q4_KM"_s << u"q4_k_m"_s;
        QTest::newRow("layer's type") << u"--layer a=q5"_s << u", or keep"_s;
        QTest::newRow("bits keep") << u"--bits keep"_s << u"--layer"_s;
        QTest::newRow("profile") << u"--profile moon"_s << u"edge, local and cloud"_s;
        QTest::newRow("target") << u"--target parquet"_s << u"safetensors-f16"_s;
        QTest::newRow("layer") << u"--layer a"_s << u"PATTERN="_s;
        QTest::newRow("set") << u"--set nothing"_s << u"KEY=VALUE"_s;
        QTest::newRow("set key") << u"--set groupSise=64"_s << u"groupSi"_s;
        QTest::newRow("pattern") << u"--sensitive re:("_s << u"re:("_s;
        QTest::newRow("two group sizes") << u"--bits 4:64 --group-size 32"_s << u"contradict"_s;
    }
    void wrongPlansSayWhatIsWrong()
    {
        QFETCH(QString, line);
        QFETCH(QString, says);
        QVERIFY2(problem(line).contains(says), qPrintable(problem(line)));
        QVERIFY(problem(line).size() <= 180); // Fits into a line with what is around it.
    }

    void sizesArePowersOf1024()
    {
        QCOMPARE(*parseSize(u"65536"_s), 65536);
        QCOMPARE(*parseSize(u"512M"_s), 512ll << 20);
        QCOMPARE(*parseSize(u"1.5GiB"_s), 3ll << 29);
        for (const char* bad : {"", "M", "-1", "0", "1e99", "ten", "5X", "nan"})
            QVERIFY2(!parseSize(QString::fromLatin1(bad)), bad);
    }

    void errorLineBeginsWithTheFileAndIsShort()
    {
        const Error inTensor{ErrorCode::Corrupt, u"x"_s.repeated(500), u"m.safetensors: t\nu"_s};
        const QString line = errorLine(inTensor, u"m.safetensors"_s);
        QVERIFY(line.startsWith(u"m.safetensors: t"_s));
        QVERIFY(line.size() <= 240);
        QVERIFY(!line.contains(u'\n'));
        QCOMPARE(errorLine({ErrorCode::Corrupt, u"bad"_s, u"t"_s}, u"m"_s), u"m: t: bad"_s);
        QCOMPARE(errorLine({ErrorCode::WriteFailed, u"bad"_s, u"out"_s}, u"m"_s), u"out: bad"_s);
        QCOMPARE(errorLine({ErrorCode::Internal, {}, {}}, u"m"_s), u"m: failed"_s);
    }
};
QTEST_GUILESS_MAIN(TestCliArguments)
#include "tst_cli_arguments.moc"
