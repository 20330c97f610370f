#include "tests/core/table/weight_tables.h"

#include <QTest>
#include <cerrno>
#include <functional>
#include <random>

using namespace aq;
using namespace aq::test;

namespace {

using Bend = std::function<void(CArrayData&)>; ///< Makes a table one that cannot be read.

/// Three layers with a dictionary of names, lists of fixed size, 64-bit offsets and nulls.
CArrayData manyForms()
{
    return tableOf({dictionaryColumn<std::int16_t>("layer_name", "s", {2, 0, 1},
                        viewColumn("", {"b", "c", "a name of 16 b."})),
        withNulls(weights({{{1, 2}}, {{3, 4}}, {{5, 6}}}, ListForm::Fixed), {1}),
        shapes({{}, {{1, 2}}, {{2}}}, ListForm::Large)});
}

} // namespace

class BrokenTablesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void wrongColumnsAreNamed_data()
    {
        QTest::addColumn<CArrayData>("table");
        QTest::addColumn<QString>("detail");
        const auto row = [](const char* tag, const CArrayData& table, const QString& detail) {
            QTest::newRow(tag) << table << detail;
        };
        const auto floats
            = QStringLiteral("list, large_list or fixed_size_list of float32 or float16");
        const auto texts = QStringLiteral("utf8, large_utf8 or a dictionary of them");
        const auto longs = QStringLiteral("list, large_list or fixed_size_list of int64");
        const auto missing = QStringLiteral("column '%1' is missing; expected %2");
        const auto wrong = QStringLiteral("column '%1' is %2, expected %3");
        row("no name", tableOf({weights({{{1}}})}),
            missing.arg(QStringLiteral("layer_name"), texts));
        row("no weights", tableOf({names({"a"})}), missing.arg(QStringLiteral("weights"), floats));
        row("no columns", tableOf({}), missing.arg(QStringLiteral("layer_name"), texts));
        const auto asWeights = [&](const char* tag, const CArrayData& column, const char* found) {
            row(tag, tableOf({names({"a"}), column}),
                wrong.arg(QStringLiteral("weights"), QString::fromLatin1(found), floats));
        };
        asWeights("int8", listColumn<std::int8_t>("weights", "c", {{{1}}}), "list<int8>");
        asWeights("float64", listColumn<double>("weights", "g", {{{1}}}, ListForm::Large),
            "large_list<float64>");
        asWeights("fixed", listColumn<double>("weights", "g", {{{1, 2}}}, ListForm::Fixed),
            "fixed_size_list<float64>[2]");
        asWeights("not a list", numberColumn<float>("weights", "f", {1}), "float32");
        asWeights("text", textColumn("weights", {"1"}), "utf8");
        CArrayData nested
            = listColumn("weights", {1}, listColumn<float>("item", "f", {{{1}}}), ListForm::List);
        asWeights("nested", nested, "list<list<float32>>");
        CArrayData encoded = listColumn("weights", {1},
            dictionaryColumn<std::int32_t>("item", "i", {0}, numberColumn<float>("", "f", {1})),
            ListForm::List);
        asWeights("dictionary", encoded, "list<dictionary<int32, float32>>");
        CArrayData broken = weights({{{1}}});
        broken.format = "+w:two";
        asWeights("fixed of no size", broken, "fixed_size_list<float32>[two]");
        row("name", tableOf({textColumn("layer_name", {"a"}, "z"), weights({{{1}}})}),
            wrong.arg(QStringLiteral("layer_name"), QStringLiteral("binary"), texts));
        row("dictionary of numbers",
            tableOf({dictionaryColumn<std::int32_t>(
                         "layer_name", "i", {0}, numberColumn<float>("", "f", {1})),
                weights({{{1}}})}),
            wrong.arg(
                QStringLiteral("layer_name"), QStringLiteral("dictionary<int32, float32>"), texts));
        row("float indices",
            tableOf({dictionaryColumn<float>("layer_name", "f", {0}, textColumn("", {"a"})),
                weights({{{1}}})}),
            wrong.arg(
                QStringLiteral("layer_name"), QStringLiteral("dictionary<float32, utf8>"), texts));
        row("shape",
            tableOf({names({"a"}), weights({{{1}}}), listColumn<float>("shape", "f", {{{1}}})}),
            wrong.arg(QStringLiteral("shape"), QStringLiteral("list<float32>"), longs));
        row("twice", tableOf({names({"a"}), weights({{{1}}}), weights({{{1}}})}),
            QStringLiteral("there are two columns 'weights'"));
        row("not a table", numberColumn<std::int32_t>("", "i", {1}),
            QStringLiteral("the table is int32, expected struct"));
        CArrayData unknown = weights({{{1}}});
        unknown.format = "\x1b[31m";
        asWeights("unknown", unknown, "of unknown format \"\\u001b[31m\"<float32>");
    }
    void wrongColumnsAreNamed()
    {
        QFETCH(CArrayData, table);
        ProducerCount count;
        const auto read = readTable({table}, count);
        QVERIFY(!read);
        QTEST(read.error().detail, "detail");
        QCOMPARE(read.error().code, ErrorCode::Unsupported);
        QVERIFY(count.balanced());
    }

    void brokenArraysAreRefused_data()
    {
        QTest::addColumn<CArrayData>("table");
        QTest::addColumn<QString>("detail");
        const auto row = [](const char* tag, const char* detail, const Bend& bend) {
            CArrayData table = threeLayers();
            bend(table);
            QTest::newRow(tag) << table << QString::fromLatin1(detail);
        };
        const auto longs = [](std::vector<std::int32_t> offsets) { return bufferOf(offsets); };
        row("negative length", "the table has a length of -1 and an offset of 0",
            [](auto& t) { t.length = -1; });
        row("negative offset", "column 'weights' has a length of 3 and an offset of -1",
            [](auto& t) { t.children[1].offset = -1; });
        row("overflow", "column 'weights' has a length of 3 and an offset of 9223372036854775807",
            [](auto& t) { t.children[1].offset = INT64_MAX; });
        row("offset of the table", "the table has a length of 3 and an offset of 72057594037927936",
            [](auto& t) { t.offset = std::int64_t(1) << 56; });
        row("short column", "column 'layer_name' has 3 values where 4 are needed",
            [](auto& t) { t.length = 4; });
        row("short after offset", "column 'layer_name' has 3 values where 4 are needed",
            [](auto& t) { t.offset = 1; });
        row("short shape", "column 'shape' has 2 values where 3 are needed",
            [](auto& t) { t.children[2].length = 2; });
        row("short items", "column 'weights' has offset 11 at row 3, which is not between 8 and 10",
            [](auto& t) { t.children[1].children[0].length = 10; });
        row("decreasing", "column 'weights' has offset 5 at row 2, which is not between 6 and 11",
            [&](auto& t) {
                t.children[1].buffers[1] = longs({0, 6, 5, 11});
            });
        row("negative offsets",
            "column 'weights' has offset -1 at row 0, which is not between 0 and 11", [&](auto& t) {
                t.children[1].buffers[1] = longs({-1, 6, 8, 11});
            });
        row("decreasing text",
            "column 'layer_name' has offset 1 at row 2, which is not between 2 and "
            "72057594037927936",
            [&](auto& t) {
                t.children[0].buffers[1] = longs({0, 2, 1, 3});
            });
        row("no offsets", "column 'weights' has a null pointer in place of a buffer",
            [](auto& t) { t.children[1].buffers[1] = nullptr; });
        row("no weights", "column 'weights' has a null pointer in place of a buffer",
            [](auto& t) { t.children[1].children[0].buffers[1] = nullptr; });
        row("no text", "column 'layer_name' has a null pointer in place of a buffer",
            [](auto& t) { t.children[0].buffers[2] = nullptr; });
        row("no bitmap", "column 'shape' claims 1 nulls and does not say which",
            [](auto& t) { t.children[2].nullCount = 1; });
        row("many nulls", "column 'shape' claims 4 nulls in 3 values",
            [](auto& t) { t.children[2].nullCount = 4; });
        row("odd nulls", "the table claims -2 nulls in 3 values",
            [](auto& t) { t.nullCount = -2; });
        row("few buffers", "column 'layer_name' has 2 buffers, utf8 has 3",
            [](auto& t) { t.children[0].buffers.pop_back(); });
        row("many buffers", "column 'weights' has 3 buffers, list<float32> has 2",
            [](auto& t) { t.children[1].buffers.push_back(nullptr); });
        row("buffers of items",
            "column 'weights' has items whose array has 1 buffers, float32 has 2",
            [](auto& t) { t.children[1].children[0].buffers.pop_back(); });
        row("offset of items",
            "column 'weights' has items whose array has a length of 11 and an offset of -4",
            [](auto& t) { t.children[1].children[0].offset = -4; });
        row("buffers of the table",
            "the table has 0 buffers, struct<utf8, list<float32>, list<int64>> has 1",
            [](auto& t) { t.buffers.clear(); });
        row("fixed and too short", "column 'weights' has 5 items for 3 lists of 2", [](auto& t) {
            t.children[1] = weights({{{1, 2}}, {{3, 4}}, {{5, 6}}}, ListForm::Fixed);
            t.children[1].children[0].length = 5;
        });
        row("fixed and huge", "column 'weights' has 6 items for 3 lists of 9223372036854775807",
            [](auto& t) {
                t.children[1] = weights({{{1, 2}}, {{3, 4}}, {{5, 6}}}, ListForm::Fixed);
                t.children[1].format = "+w:9223372036854775807";
            });
        const auto dictionary = [](std::int64_t index) {
            return dictionaryColumn<std::int64_t>(
                "layer_name", "l", {0, index, 1}, textColumn("", {"a", "b"}));
        };
        row("index", "column 'layer_name' has index 2 into a dictionary of 2 at row 1",
            [&](auto& t) { t.children[0] = dictionary(2); });
        row("negative index", "column 'layer_name' has index -1 into a dictionary of 2 at row 1",
            [&](auto& t) { t.children[0] = dictionary(-1); });
        row("unsigned index",
            "column 'layer_name' has index 9223372036854775807 into a dictionary of 2 at row 1",
            [](auto& t) {
                t.children[0] = dictionaryColumn<std::uint64_t>(
                    "layer_name", "L", {0, UINT64_MAX, 1}, textColumn("", {"a", "b"}));
            });
        const auto views = [](const std::function<void(std::int32_t*)>& bend) {
            CArrayData column = viewColumn("layer_name", {"a", "a name of some length", "c"});
            std::vector<std::int32_t> words(12);
            std::memcpy(words.data(), column.buffers[1]->data(), 48);
            bend(words.data() + 4); // Length, prefix, buffer, offset of the second.
            column.buffers[1] = bufferOf(words);
            return column;
        };
        row("long view",
            "column 'layer_name' has a view of 22 bytes at 0 in buffer 0 at row 1, which are not "
            "there",
            [&](auto& t) { t.children[0] = views([](auto* view) { view[0] = 22; }); });
        row("negative view",
            "column 'layer_name' has a view of -1 bytes at 0 in buffer 0 at row 1, which are not "
            "there",
            [&](auto& t) { t.children[0] = views([](auto* view) { view[0] = -1; }); });
        row("view of a buffer",
            "column 'layer_name' has a view of 21 bytes at 0 in buffer 2 at row 1, which are not "
            "there",
            [&](auto& t) { t.children[0] = views([](auto* view) { view[2] = 2; }); });
        row("view behind the end",
            "column 'layer_name' has a view of 21 bytes at 2147483647 in buffer 0 at row 1, which "
            "are not "
            "there",
            [&](auto& t) { t.children[0] = views([](auto* view) { view[3] = INT32_MAX; }); });
        row("view before the begin",
            "column 'layer_name' has a view of 21 bytes at -1 in buffer 0 at row 1, which are not "
            "there",
            [&](auto& t) { t.children[0] = views([](auto* view) { view[3] = -1; }); });
        row("views without data",
            "column 'layer_name' has a view of 21 bytes at 0 in buffer 0 at row 1, which are not "
            "there",
            [&](auto& t) {
                t.children[0] = views([](auto*) {});
                t.children[0].buffers[2] = nullptr;
            });
        row("views without sizes", "column 'layer_name' has a null pointer in place of a buffer",
            [&](auto& t) {
                t.children[0] = views([](auto*) {});
                t.children[0].buffers[4] = nullptr;
            });
        row("views of two buffers", "column 'layer_name' has 2 buffers, utf8_view has 3",
            [&](auto& t) {
                t.children[0] = views([](auto*) {});
                t.children[0].buffers.resize(2);
            });
        row("bad dictionary",
            "column 'layer_name' has a dictionary that has a length of -7 and an offset of 0",
            [&](auto& t) {
                t.children[0] = dictionary(1);
                t.children[0].dictionary->length = -7;
            });
    }
    void brokenArraysAreRefused()
    {
        QFETCH(CArrayData, table);
        ProducerCount count;
        CArrayData good = threeLayers();
        good.children[0] = names({"x", "y", "z"});
        // The schema's children must be the array's.
        const bool alike = table.children[0].format == "u" && table.children[1].format == "+l";
        const auto read = readTable(alike ? std::vector{good, table} : std::vector{table}, count);
        QVERIFY(!read);
        QTEST(read.error().detail, "detail");
        QCOMPARE(read.error().code, ErrorCode::Corrupt);
        QCOMPARE(read.error().where, QStringLiteral("record batch %1").arg(alike ? 1 : 0));
        QVERIFY(count.balanced());
    }

    void arraysUnlikeTheirSchemaAreRefused_data()
    {
        QTest::addColumn<int>("which");
        QTest::addColumn<QString>("detail");
        const auto row = [](const char* tag, int which, const char* detail) {
            QTest::newRow(tag) << which << QString::fromUtf8(detail);
        };
        row("fewer columns", 0,
            "the table has 2 children, struct<utf8, list<float32>, list<int64>> has 3");
        row("no items", 1, "column 'weights' has 0 children, list<float32> has 1");
        row("null child", 2, "the table has no child 1");
        row("null grandchild", 3, "column 'weights' has no child 0");
        row("moved out", 4, "column 'weights' was released before it was read");
        row("items moved out", 5,
            "column 'weights' has items whose array was released before it was read");
        row("dictionary", 6, "column 'layer_name' has a dictionary, its type has none");
        row("null children", 7,
            "the table has 0 children, struct<utf8, list<float32>, list<int64>> has 3");
        row("null buffers", 8, "column 'weights' has 0 buffers, list<float32> has 2");
        row("released", 9, "the table was released before it was read");
    }
    void arraysUnlikeTheirSchemaAreRefused()
    {
        QFETCH(int, which);
        ProducerCount count;
        {
            CSchema schema;
            *schema.get() = schemaOf(threeLayers(), count);
            ArrowArray array = arrayOf(threeLayers(), count);
            ArrowArray* list = array.children[1];
            CArray aside;
            const auto bend = [&] {
                switch (which) {
                case 0:
                    array.n_children = 2;
                    return;
                case 1:
                    list->n_children = 0;
                    return;
                case 2:
                    array.children[1] = nullptr;
                    return;
                case 3:
                    list->children[0] = nullptr;
                    return;
                case 4:
                    aside = CArray(list);
                    return;
                case 5:
                    aside = CArray(list->children[0]);
                    return;
                case 6:
                    array.children[0]->dictionary = list;
                    return;
                case 7:
                    array.children = nullptr;
                    return;
                case 8:
                    list->buffers = nullptr;
                    return;
                default:
                    aside = CArray(&array);
                }
            };
            bend();
            const auto table = readWeightBatch(*schema, &array);
            QVERIFY(!table);
            QTEST(table.error().detail, "detail");
            QCOMPARE(table.error().code, ErrorCode::Corrupt);
        }
        QVERIFY(count.balanced());
    }

    void aDictionaryThatIsNotThereIsRefused()
    {
        ProducerCount count;
        CArrayData table = threeLayers();
        table.children[0] = dictionaryColumn<std::int8_t>(
            "layer_name", "c", {0, 1, 2}, textColumn("", {"a", "b", "c"}));
        CSchema schema;
        *schema.get() = schemaOf(table, count);
        table.children[0].dictionary = nullptr;
        ArrowArray array = arrayOf(table, count);
        const auto read = readWeightBatch(*schema, &array);
        QVERIFY(!read);
        QCOMPARE(read.error().detail, QStringLiteral("column 'layer_name' has no dictionary"));
    }

    void brokenSchemasAreRefused_data()
    {
        QTest::addColumn<int>("which");
        QTest::addColumn<QString>("detail");
        const auto row = [](const char* tag, int which, const char* detail) {
            QTest::newRow(tag) << which << QString::fromUtf8(detail);
        };
        row("negative", 0, "the schema has -1 columns");
        row("no children", 1, "the schema has 3 columns");
        row("null child", 2, "the schema has no column 1");
        row("moved out", 3, "the schema has no column 1");
        row("released", 4, "the schema was released before it was read");
        row("no format", 5,
            "the table is of unknown format \"\"<utf8, list<float32>, list<int64>>, expected "
            "struct");
        row("no name", 6,
            "column 'weights' is missing; expected list, large_list or fixed_size_list of float32 "
            "or float16");
        row("no item", 7,
            "column 'weights' is list<>, expected list, large_list or fixed_size_list of float32 "
            "or float16");
        row("item moved out", 8,
            "column 'weights' is list<released>, expected list, large_list or fixed_size_list of "
            "float32 or float16");
        row("item released", 10,
            "column 'weights' is list<released>, expected list, large_list or fixed_size_list of "
            "float32 or float16");
        row("dictionary released", 11,
            "column 'layer_name' is dictionary<int32, released>, expected utf8, large_utf8 or a "
            "dictionary of them");
        row("itself", 9,
            "column 'weights' is list<list<list<list<list<list<list<…>>>>>>>, expected list, "
            "large_list or fixed_size_list of float32 or float16");
    }
    void brokenSchemasAreRefused()
    {
        QFETCH(int, which);
        ProducerCount count;
        {
            CSchema schema;
            CArrayData described = threeLayers();
            if (which == 11)
                described.children[0] = dictionaryColumn<std::int32_t>(
                    "layer_name", "i", {0, 1, 2}, textColumn("", {"a", "b", "c"}));
            *schema.get() = schemaOf(described, count);
            ArrowSchema& broken = *schema.get();
            ArrowSchema& names = *broken.children[0];
            ArrowSchema* list = broken.children[1];
            CSchema aside;
            ArrowSchema* item = list->children[0];
            switch (which) {
            case 0:
                broken.n_children = -1;
                break;
            case 1:
                broken.children = nullptr;
                break;
            case 2:
                broken.children[1] = nullptr;
                break;
            case 3:
                aside = CSchema(list);
                break;
            case 4:
                aside = CSchema(&broken);
                break;
            case 5:
                broken.format = nullptr;
                break;
            case 6:
                list->name = nullptr;
                break;
            case 7:
                list->children[0] = nullptr;
                break;
            case 8:
                aside = CSchema(item);
                break;
            case 10:
                item->release(item); // Its strings are gone, pointers to them are not.
                break;
            case 11:
                names.dictionary->release(names.dictionary);
                break;
            default:
                list->children[0] = list; // As deep as one likes.
            }
            ArrowArray array = arrayOf(threeLayers(), count);
            const auto table = readWeightBatch(broken, &array);
            QVERIFY(!table);
            QVERIFY(!array.release);
            QTEST(table.error().detail, "detail");
        }
        QVERIFY(count.balanced());
    }

    void randomDamageIsRefusedOrHarmless()
    {
        std::mt19937 random(2);
        const auto below = [&](std::size_t end) { return std::size_t(random() % end); };
        const std::int64_t odd[] = {-1, 0, 1, 2, -(1ll << 40), INT64_MIN, INT64_MAX, INT64_MAX - 3};
        const char* otherFormats[] = {"", "n", "+s", "+l", "vz", "tdD", "+w:1", "+w:", "g?", "+r"};
        int refused = 0;
        for (int round = 0; round < 4000; ++round) {
            CArrayData table = below(2) == 0 ? threeLayers() : manyForms();
            for (std::size_t damages = below(2) + 1; damages > 0; --damages) {
                CArrayData* node
                    = &table; // What only grows would leave the buffers: not our fault.
                while (!node->children.empty() && below(4) != 0)
                    node = &node->children[below(node->children.size())];
                if (node->dictionary && below(2) == 0)
                    node = node->dictionary.get();
                switch (below(8)) {
                case 0: {
                    const std::int64_t length = odd[below(std::size(odd))];
                    node->length = length > node->length && length < 100 ? 0 : length;
                    break;
                }
                case 1: {
                    const std::int64_t offset = odd[below(std::size(odd))];
                    node->offset = offset > 0 && offset < 100 ? 0 : offset;
                    break;
                }
                case 2:
                    node->nullCount = odd[below(std::size(odd))];
                    break;
                case 3:
                    if (!node->buffers.empty())
                        node->buffers[below(node->buffers.size())] = nullptr;
                    break;
                case 4:
                    node->buffers.resize(below(6));
                    break;
                case 5:
                    if (!node->children.empty())
                        node->children.pop_back();
                    break;
                case 6:
                    node->format = otherFormats[below(std::size(otherFormats))];
                    break;
                default: // Offsets of a list: its child says how far they may reach.
                    if (node->format == "+l" && node->buffers.size() == 2) {
                        std::vector<std::int32_t> offsets(std::size_t(std::max<std::int64_t>(
                            std::min<std::int64_t>(node->length + 1, 10), 1)));
                        for (std::int32_t& offset : offsets)
                            offset = std::int32_t(below(2) == 0 ? below(12) : random());
                        node->buffers[1] = bufferOf(offsets);
                    }
                }
            }
            ProducerCount count;
            {
                const auto read = readTable({table}, count);
                refused += !read;
                for (std::size_t i = 0; read && i < read->layers.size(); ++i)
                    QVERIFY(floatsOf(read->layers[i].weights).size() < 100); // Touches them all.
            }
            QVERIFY(count.balanced());
        }
        QVERIFY2(refused > 2000 && refused < 4000, qPrintable(QString::number(refused)));
    }

    void errorsOfTheStreamArePassedOn_data()
    {
        QTest::addColumn<int>("schemaError");
        QTest::addColumn<int>("batchError");
        QTest::addColumn<QByteArray>("message");
        QTest::addColumn<QString>("detail");
        QTest::newRow("schema") << EIO << 0 << QByteArray("the disk is\ngone")
                                << QStringLiteral("the stream failed: the disk is\\u000agone");
        QTest::newRow("batch") << 0 << EINVAL << QByteArray("no more rows")
                               << QStringLiteral("the stream failed: no more rows");
        QTest::newRow("no message") << 0 << ENOMEM << QByteArray()
                                    << QStringLiteral("the stream failed: Cannot allocate memory");
        QTest::newRow("empty message") << EIO << 0 << QByteArray("")
                                       << QStringLiteral("the stream failed: Input/output error");
    }
    void errorsOfTheStreamArePassedOn()
    {
        QFETCH(int, schemaError);
        QFETCH(int, batchError);
        QFETCH(QByteArray, message);
        for (const std::size_t batch : {0, 1, 2}) {
            ProducerCount count;
            CArrayData second = threeLayers();
            ArrowArrayStream stream = streamOf({threeLayers(), second}, count,
                {schemaError, batchError, batch, message.isNull() ? nullptr : message.constData()});
            const auto table = readWeightTable(&stream);
            QVERIFY(!table);
            QTEST(table.error().detail, "detail");
            QCOMPARE(table.error().code, ErrorCode::Internal);
            QVERIFY(!stream.release);
            QVERIFY(count.balanced());
        }
    }

    void whatAFailedCallLeavesBehindIsNotReleased()
    {
        static int released = 0;
        ArrowArrayStream stream{};
        stream.get_schema = [](ArrowArrayStream*, ArrowSchema* out) {
            out->release = [](ArrowSchema*) { released += 1; };
            return EIO;
        };
        stream.get_next = [](ArrowArrayStream*, ArrowArray*) { return EIO; };
        stream.release = [](ArrowArrayStream* self) { self->release = nullptr; };
        const auto table = readWeightTable(&stream); // Has no get_last_error() either.
        QVERIFY(!table);
        QCOMPARE(table.error().detail, QStringLiteral("the stream failed: Input/output error"));
        QCOMPARE(released, 0);
    }

    void aStreamThatIsNotThereIsRefused()
    {
        ArrowArrayStream released{};
        for (ArrowArrayStream* stream : {static_cast<ArrowArrayStream*>(nullptr), &released}) {
            const auto table = readWeightTable(stream);
            QVERIFY(!table);
            QCOMPARE(
                table.error().detail, QStringLiteral("the stream was released before it was read"));
        }
        ProducerCount count;
        ArrowArrayStream silent = streamOf({threeLayers()}, count);
        silent.get_next = nullptr;
        QVERIFY(!readWeightTable(&silent));
        QVERIFY(!silent.release);
        QVERIFY(count.balanced());
        QVERIFY(!readWeightBatch(ArrowSchema{}, nullptr));
    }
};

QTEST_GUILESS_MAIN(BrokenTablesTest)
#include "tst_broken_tables.moc"
