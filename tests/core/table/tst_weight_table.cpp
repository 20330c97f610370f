#include "tests/core/table/weight_tables.h"

#include <QTest>
#include <algorithm>
#include <functional>
#include <numeric>
#include <random>

using namespace aq;
using namespace aq::test;

namespace {

using Bend = std::function<void(CArrayData&)>; ///< Makes a table with a bad row.

} // namespace

class WeightTableTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aRowIsALayer()
    {
        ProducerCount count;
        {
            const auto table = readTable({threeLayers()}, count);
            QVERIFY2(table, qPrintable(table ? QString() : table.error().detail));
            QVERIFY(table->errors.empty());
            QCOMPARE(table->rows, 3);
            QCOMPARE(textOf(*table),
                QStringLiteral("0 a [2, 3]: 1 2 3 4 5 6\n1 b [1, 2]: 7 8\n2 c [3]: 9 10 11"));
            QCOMPARE(count.made - count.released, 6); // The batch and its five parts live on.
        }
        QVERIFY(count.balanced());
    }

    void weightsLieWhereTheirProducerHasThem_data()
    {
        QTest::addColumn<int>("form");
        QTest::newRow("list") << int(ListForm::List);
        QTest::newRow("large_list") << int(ListForm::Large);
        QTest::newRow("fixed_size_list") << int(ListForm::Fixed);
    }
    void weightsLieWhereTheirProducerHasThem()
    {
        QFETCH(int, form);
        auto column
            = listColumn<float>("weights", "f", {{{1, 2}}, {{3, 4}}, {{5, 6}}}, ListForm(form), 5);
        const auto* items = reinterpret_cast<const float*>(column.children[0].buffers[1]->data());
        const auto table = slice(tableOf({names({"a", "b", "c"}), column}), 1, 2);
        ProducerCount count;
        const auto read = readTable({table}, count);
        QVERIFY(read);
        QCOMPARE(textOf(*read), QStringLiteral("0 b [2]: 3 4\n1 c [2]: 5 6"));
        const auto at = [&](int layer) {
            return reinterpret_cast<const float*>(
                read->layers[std::size_t(layer)].weights.bytes.data());
        };
        QVERIFY(at(0) == items + 5 + 2); // Five items of junk, and row 0.
        QVERIFY(at(1) == items + 5 + 4);
    }

    void halfFloatsToo()
    {
        const std::uint16_t one = 0x3c00, two = 0x4000; // IEEE 754 binary16
        auto column = listColumn<std::uint16_t>("weights", "e", {{{one, two, one}}});
        const auto* items = column.children[0].buffers[1]->data();
        ProducerCount count;
        const auto table = readTable({tableOf({names({"a"}), column})}, count);
        QVERIFY(table);
        QCOMPARE(table->layers[0].weights.type, DType::F16);
        QCOMPARE(table->layers[0].weights.count(), 3);
        QCOMPARE(table->layers[0].shape, Shape{3});
        QVERIFY(table->layers[0].weights.bytes.data() == items);
    }

    void namesMayBeWrittenInManyWays_data()
    {
        QTest::addColumn<CArrayData>("column");
        const auto values = textColumn("", {"unused", "b", "a"});
        const auto large = textColumn("", {"unused", "b", "a"}, "U");
        const auto row
            = [](const char* tag, const CArrayData& column) { QTest::newRow(tag) << column; };
        row("utf8", names({"a", "b"}));
        row("large_utf8", textColumn("layer_name", {"a", "b"}, "U"));
        row("utf8_view", viewColumn("layer_name", {"a", "b"}));
        row("sliced views", slice(viewColumn("layer_name", {"c", "a", "b", "d"}), 1, 2));
        row("dictionary of views",
            dictionaryColumn<std::int8_t>(
                "layer_name", "c", {2, 1}, viewColumn("", {"unused", "b", "a"})));
        row("int8", dictionaryColumn<std::int8_t>("layer_name", "c", {2, 1}, values));
        row("uint8", dictionaryColumn<std::uint8_t>("layer_name", "C", {2, 1}, values));
        row("int16", dictionaryColumn<std::int16_t>("layer_name", "s", {2, 1}, large));
        row("uint16", dictionaryColumn<std::uint16_t>("layer_name", "S", {2, 1}, values));
        row("int32", dictionaryColumn<std::int32_t>("layer_name", "i", {2, 1}, values));
        row("uint32", dictionaryColumn<std::uint32_t>("layer_name", "I", {2, 1}, large));
        row("int64", dictionaryColumn<std::int64_t>("layer_name", "l", {2, 1}, values));
        row("uint64", dictionaryColumn<std::uint64_t>("layer_name", "L", {2, 1}, values));
        row("sliced indices",
            slice(
                dictionaryColumn<std::int8_t>("layer_name", "c", {0, 7, 2, 1, -1}, values), 2, 2));
        row("sliced dictionary",
            dictionaryColumn<std::int8_t>("layer_name", "c", {1, 0}, slice(values, 1, 2)));
        row("sliced", slice(names({"c", "a", "b", "d"}), 1, 2));
    }
    void namesMayBeWrittenInManyWays()
    {
        QFETCH(CArrayData, column);
        ProducerCount count;
        {
            const auto table = readTable({tableOf({column, weights({{{1}}, {{2}}})})}, count);
            QVERIFY2(table, qPrintable(table ? QString() : table.error().detail));
            QCOMPARE(textOf(*table), QStringLiteral("0 a [1]: 1\n1 b [1]: 2"));
        }
        QVERIFY(count.balanced());
    }

    void viewsReachIntoManyBuffers()
    {
        const std::string longName(300, 'n');
        const CArrayData column = viewColumn("layer_name",
            {"exactly12 by", "thirteen byte", {}, longName, "blk.0.attn_q.weight", "",
                "umlauts ä ö ü"});
        ProducerCount count;
        const Lists values(7, Floats{});
        const auto table = readTable({tableOf({column, weights(values)})}, count);
        QVERIFY2(table, qPrintable(table ? QString() : table.error().detail));
        QStringList found;
        for (const WeightLayer& layer : table->layers)
            found << layer.name;
        QCOMPARE(found,
            (QStringList{QStringLiteral("exactly12 by"), QStringLiteral("thirteen byte"),
                QString(300, u'n'), QStringLiteral("blk.0.attn_q.weight"), QString(),
                QStringLiteral("umlauts ä ö ü")}));
        QCOMPARE(textOf(table->errors), QStringLiteral("row 2: layer_name is null"));
    }

    void shapesMayBeWrittenInManyWays_data()
    {
        QTest::addColumn<CArrayData>("column");
        const auto row
            = [](const char* tag, const CArrayData& column) { QTest::newRow(tag) << column; };
        using Ints = std::vector<std::optional<std::vector<std::int32_t>>>;
        const Ints ints{{{2, 3}}, {{1, 4}}};
        for (const auto form : {ListForm::List, ListForm::Large, ListForm::Fixed}) {
            row("int64", shapes({{{2, 3}}, {{1, 4}}}, form));
            row("int32", listColumn<std::int32_t>("shape", "i", ints, form));
            row("uint8", listColumn<std::uint8_t>("shape", "C", {{{2, 3}}, {{1, 4}}}, form));
            row("uint64", listColumn<std::uint64_t>("shape", "L", {{{2, 3}}, {{1, 4}}}, form));
            row("between others",
                slice(listColumn<std::int64_t>(
                          "shape", "l", {{{9, 9}}, {{2, 3}}, {{1, 4}}, {{0, 0}}}, form, 3),
                    1, 2));
        }
    }
    void shapesMayBeWrittenInManyWays()
    {
        QFETCH(CArrayData, column);
        ProducerCount count;
        const auto table = readTable(
            {tableOf(
                {names({"a", "b"}), weights({{{1, 2, 3, 4, 5, 6}}, {{7, 8, 9, 10}}}), column})},
            count);
        QVERIFY2(table, qPrintable(table ? QString() : table.error().detail));
        QCOMPARE(textOf(*table), QStringLiteral("0 a [2, 3]: 1 2 3 4 5 6\n1 b [1, 4]: 7 8 9 10"));
    }

    void withoutAShapeALayerIsAVector()
    {
        ProducerCount count;
        const Lists values{{{1, 2}}, {{3}}, Floats{}};
        const auto absent = readTable({tableOf({names({"a", "b", "c"}), weights(values)})}, count);
        const auto null = readTable(
            {tableOf({names({"a", "b", "c"}), weights(values), shapes({{}, {{1, 1, 1}}, {}})})},
            count);
        QVERIFY(absent && null);
        QCOMPARE(textOf(*absent), QStringLiteral("0 a [2]: 1 2\n1 b [1]: 3\n2 c [0]:"));
        QCOMPARE(textOf(*null), QStringLiteral("0 a [2]: 1 2\n1 b [1, 1, 1]: 3\n2 c [0]:"));
    }

    void aShapeWithoutExtentsTakesOneWeight()
    {
        ProducerCount count;
        const auto table = readTable(
            {tableOf({names({"a"}), weights({{{5}}}), shapes({std::vector<std::int64_t>{}})})},
            count);
        QVERIFY(table);
        QCOMPARE(textOf(*table), QStringLiteral("0 a []: 5"));
    }

    void columnsComeInAnyOrderAmongOthers()
    {
        auto time = numberColumn<std::int64_t>("time", "tsu:UTC", {1, 2, 3});
        auto odd = numberColumn<std::int8_t>("odd", "of no type at all", {1, 2, 3});
        odd.buffers.clear(); // What is not read is not looked at.
        odd.length = -5;
        CArrayData table = threeLayers();
        std::swap(table.children[0], table.children[2]);
        table.children.insert(table.children.begin() + 1, {time, odd});
        table.children[0].metadata = std::string("\1\0\0\0\1\0\0\0k\1\0\0\0v", 14);
        ProducerCount count;
        const auto read = readTable({table}, count);
        QVERIFY2(read, qPrintable(read ? QString() : read.error().detail));
        const auto plain = readTable({threeLayers()}, count);
        QCOMPARE(textOf(*read), textOf(*plain));
    }

    void batchesFollowEachOther()
    {
        ProducerCount count;
        {
            CArrayData second
                = tableOf({names({"d", "e"}), weights({{{1}}, {{2}}}), shapes({{}, {{1}}})});
            CArrayData none = slice(second, 0, 0);
            const auto table = readTable({threeLayers(), none, second}, count);
            QVERIFY(table);
            QCOMPARE(table->rows, 5);
            QCOMPARE(table->batches.size(), std::size_t(2));
            QCOMPARE(textOf(*table).section(u'\n', 3), QStringLiteral("3 d [1]: 1\n4 e [1]: 2"));
        }
        QVERIFY(count.balanced());
    }

    void noRowsNeedNoMemory()
    {
        CArrayData table = slice(threeLayers(), 0, 0);
        for (CArrayData& column : table.children) {
            column.length = 0;
            for (CBuffer& buffer : column.buffers)
                buffer = nullptr;
            for (CArrayData& items : column.children) {
                items.length = 0;
                items.buffers = {nullptr, nullptr};
            }
        }
        ProducerCount count;
        const auto empty = readTable({table}, count);
        QVERIFY2(empty, qPrintable(empty ? QString() : empty.error().detail));
        QVERIFY(empty->layers.empty() && empty->rows == 0 && empty->batches.empty());
        ArrowArrayStream stream = streamOf(table, {}, count);
        const auto none = readWeightTable(&stream);
        QVERIFY(none && none->rows == 0);
        QVERIFY(count.balanced());
    }

    void noWeightsNeedNoMemory()
    {
        auto column = weights({Floats{}, Floats{}});
        column.children[0].buffers[1] = nullptr;
        ProducerCount count;
        const auto table = readTable({tableOf({names({"a", ""}), column})}, count);
        QVERIFY(table);
        QCOMPARE(textOf(*table), QStringLiteral("0 a [0]:\n1  [0]:"));
    }

    void buffersNeedNotBeAligned()
    {
        CArrayData table = threeLayers();
        const auto shift = [](CBuffer& buffer) { // An alias, one byte into a longer buffer.
            auto longer = std::make_shared<std::vector<std::byte>>(buffer->size() + 1);
            std::ranges::copy(*buffer, longer->begin() + 1);
            buffer = longer;
        };
        for (CArrayData& column : table.children) {
            shift(column.buffers[1]);
            if (!column.children.empty())
                shift(column.children[0].buffers[1]);
        }
        ProducerCount count;
        const ArrowSchema schema = schemaOf(table, count);
        ArrowArray array = arrayOf(table, count);
        for (int column = 0; column < 3; ++column) {
            ArrowArray& child = *array.children[column];
            child.buffers[1] = static_cast<const char*>(child.buffers[1]) + 1;
            if (child.n_children == 1)
                child.children[0]->buffers[1]
                    = static_cast<const char*>(child.children[0]->buffers[1]) + 1;
        }
        const auto read = readWeightBatch(schema, &array);
        QVERIFY(read);
        const auto plain = readTable({threeLayers()}, count);
        QCOMPARE(textOf(*read), textOf(*plain));
        CSchema(const_cast<ArrowSchema*>(&schema)); // Ours to release.
    }

    void aBatchIsTakenOverAndItsSchemaIsNot()
    {
        ProducerCount count;
        {
            CSchema schema;
            *schema.get() = schemaOf(threeLayers(), count);
            ArrowArray array = arrayOf(threeLayers(), count);
            const auto table = readWeightBatch(*schema, &array);
            QVERIFY(table);
            QVERIFY(!array.release);
            QVERIFY(schema);
            QCOMPARE(table->layers.size(), std::size_t(3));
            QCOMPARE(table->rows, 3);
        }
        QVERIFY(count.balanced());
    }

    void badRowsAreErrorsOfTheirs_data()
    {
        QTest::addColumn<CArrayData>("table");
        QTest::addColumn<QString>("errors");
        QTest::addColumn<QString>("column");
        const auto row
            = [](const char* tag, const CArrayData& table, const char* errors, const char* column) {
                  QTest::newRow(tag)
                      << table << QString::fromLatin1(errors) << QString::fromLatin1(column);
              };
        const auto bent = [](const Bend& bend) {
            CArrayData table = threeLayers();
            bend(table);
            return table;
        };
        row("null row", withNulls(threeLayers(), {1}), "row 1: the row is null", "");
        row("null row, counted", withNulls(threeLayers(), {1}, 1), "row 1: the row is null", "");
        row("null name", bent([](auto& table) {
            table.children[0] = names({"a", {}, "c"});
        }),
            "row 1: layer_name is null", "layer_name");
        const auto dictionary = [](std::vector<std::optional<std::string>> values) {
            return dictionaryColumn<std::int32_t>(
                "layer_name", "i", {0, 1, 2}, textColumn("", values));
        };
        row("null index", bent([&](auto& table) {
            table.children[0] = withNulls(dictionary({"a", "b", "c"}), {1});
        }),
            "row 1: layer_name is null", "layer_name");
        row("null index out of range", bent([&](auto& table) {
            table.children[0] = withNulls(dictionaryColumn<std::int32_t>("layer_name", "i",
                                              {0, -99, 1}, textColumn("", {"a", "c"})),
                {1});
        }),
            "row 1: layer_name is null", "layer_name");
        row("null in dictionary", bent([&](auto& table) {
            table.children[0] = dictionary({"a", {}, "c"});
        }),
            "row 1: layer_name is null", "layer_name");
        row("not UTF-8", bent([](auto& table) {
            table.children[0] = names({"a", "\xff\xfe", "c"});
        }),
            "row 1: layer_name is not UTF-8", "layer_name");
        row("name twice", bent([](auto& table) {
            table.children[0] = names({"a", "a", "c"});
        }),
            "layer 'a': two rows have this name", "layer_name");
        row("null weights",
            bent([](auto& table) { table.children[1] = withNulls(table.children[1], {1}); }),
            "layer 'b': weights is null", "weights");
        row("null weight", bent([](auto& table) {
            table.children[1].children[0] = withNulls(table.children[1].children[0], {7});
        }),
            "layer 'b': weights[1] is null", "weights");
        row("null weight, counted", bent([](auto& table) {
            table.children[1].children[0] = withNulls(table.children[1].children[0], {6, 7}, 2);
        }),
            "layer 'b': weights[0] is null", "weights");
        row("null extent", bent([](auto& table) {
            table.children[2].children[0] = withNulls(table.children[2].children[0], {3});
        }),
            "layer 'b': shape[1] is null", "shape");
        row("other product", bent([](auto& table) {
            table.children[2] = shapes({{{2, 3}}, {{3}}, {{3}}});
        }),
            "layer 'b': shape [3] takes 3 weights, there are 2", "shape");
        row("negative extents", bent([](auto& table) {
            table.children[2] = shapes({{{2, 3}}, {{-1, -2}}, {{3}}});
        }),
            "layer 'b': shape [-1, -2] takes no weights, there are 2", "shape");
        row("overflow", bent([](auto& table) {
            table.children[2] = shapes({{{2, 3}}, {{1ll << 62, 4}}, {{3}}});
        }),
            "layer 'b': shape [4611686018427387904, 4] takes no weights, there are 2", "shape");
        row("rank", bent([](auto& table) {
            table.children[2] = shapes({{{2, 3}}, std::vector<std::int64_t>(65, 1), {{3}}});
        }),
            "layer 'b': shape has 65 extents, at most 64 can be read", "shape");
    }
    void badRowsAreErrorsOfTheirs()
    {
        QFETCH(CArrayData, table);
        QFETCH(QString, column);
        ProducerCount count;
        {
            const auto read = readTable({table}, count);
            QVERIFY2(read, qPrintable(read ? QString() : read.error().detail));
            QTEST(textOf(read->errors), "errors");
            QCOMPARE(read->errors.size(), std::size_t(1));
            QCOMPARE(read->errors[0].row, 1);
            QCOMPARE(read->errors[0].column, column);
            QCOMPARE(read->rows, 3);
            QCOMPARE(textOf(*read), QStringLiteral("0 a [2, 3]: 1 2 3 4 5 6\n2 c [3]: 9 10 11"));
        }
        QVERIFY(count.balanced());
    }

    void nullsAreCountedFromTheOffset()
    {
        // Rows 2 to 5 of seven; every column has offsets of its own, and row 3 (then 1) is null.
        auto list = listColumn<float>("weights", "f",
            {{{0}}, {{0}}, {{1}}, {{2}}, {{3}}, {{4}}, {{0}}, {{0}}}, ListForm::List, 3);
        list
            = withNulls(slice(list, 1, 7), {1 + 1}); // Of the list: its row 3 in the table's count.
        auto text = names({"x", "x", "x", "a", "b", "c", "d", "x", "x"});
        const auto table = slice(tableOf({slice(text, 2, 7), list}), 1, 4);
        ProducerCount count;
        const auto read = readTable({table}, count);
        QVERIFY(read);
        QCOMPARE(textOf(read->errors), QStringLiteral("layer 'b': weights is null"));
        QCOMPARE(textOf(*read), QStringLiteral("0 a [1]: 1\n2 c [1]: 3\n3 d [1]: 4"));
    }

    void nullCountZeroNeedsNoBitmap()
    {
        CArrayData table = threeLayers(); // A bitmap that nobody should look at.
        table.children[1] = withNulls(table.children[1], {0, 1, 2}, 0);
        ProducerCount count;
        const auto read = readTable({table}, count);
        QVERIFY(read && read->errors.empty());
    }

    void theFirstNullOfManyIsFound()
    {
        for (const std::int64_t junk : {0, 1, 7, 8, 13}) {
            for (std::int64_t at = 0; at < 300; at += 3) {
                auto column = listColumn<float>(
                    "weights", "f", {Floats(5), Floats(300)}, ListForm::List, junk);
                column.children[0] = withNulls(column.children[0], {5 + at, 305 - 1});
                ProducerCount count;
                const auto read = readTable({tableOf({names({"a", "b"}), column})}, count);
                QVERIFY(read);
                QCOMPARE(
                    textOf(read->errors), QStringLiteral("layer 'b': weights[%1] is null").arg(at));
            }
        }
    }

    void namesAreUniqueOverAllBatches()
    {
        ProducerCount count;
        const auto table = readTable({threeLayers(), threeLayers()}, count);
        QVERIFY(table);
        QCOMPARE(table->layers.size(), std::size_t(3));
        QCOMPARE(textOf(table->errors),
            QStringLiteral(
                "layer 'a': two rows have this name; layer 'b': two rows have this name; "
                "layer 'c': two rows have this name"));
        QCOMPARE(table->errors[2].row, 5);
    }

    void slicesAreWhatTheirCopiesAre()
    {
        std::mt19937 random(6);
        const auto below
            = [&](std::int64_t end) { return std::int64_t(random() % std::uint64_t(end)); };
        for (int round = 0; round < 400; ++round) {
            // A table of all rows, then a part of it by offsets, and that part by itself.
            const std::int64_t rows = below(12) + 1, width = below(9);
            const auto form = ListForm(below(3));
            const bool isNullable = below(2) == 1;
            std::vector<std::optional<std::string>> texts;
            Lists lists;
            Longs extents;
            std::vector<std::int16_t> indices;
            for (std::int64_t row = 0; row < rows; ++row) {
                const std::int64_t size = form == ListForm::Fixed ? width : below(100);
                Floats values = Floats(std::size_t(size));
                std::iota(values.begin(), values.end(), float(round));
                const auto isNull = [&] { return isNullable && below(5) == 0; };
                texts.push_back(
                    isNull() ? std::nullopt : std::optional("layer " + std::to_string(row)));
                lists.push_back(isNull() ? std::nullopt : std::optional(values));
                if (form == ListForm::Fixed && !lists.back())
                    lists.back() = values;
                extents.push_back(
                    isNull() ? std::nullopt : std::optional(std::vector<std::int64_t>{1, size}));
                indices.push_back(std::int16_t(rows - 1 - row));
            }
            const std::int64_t before = below(rows), count = below(rows - before) + 1;
            const std::int64_t own = below(before + 1); // Rows of the table's own offset.
            const auto isEncoded = below(2) == 1;
            const auto column
                = [&](const CArrayData& all) { // Its offset, the table's does the rest.
                      return slice(all, before - own, rows - before + own);
                  };
            std::vector<std::optional<std::string>> reversed(texts.rbegin(), texts.rend());
            const CArrayData name = isEncoded ? dictionaryColumn<std::int16_t>(
                                        "layer_name", "s", indices, textColumn("", reversed, "U"))
                                              : names(texts);
            const auto some = [&](const auto& values) {
                return std::remove_cvref_t<decltype(values)>(
                    values.begin() + before, values.begin() + before + count);
            };
            const auto sliced
                = slice(tableOf({column(name),
                            column(listColumn<float>("weights", "f", lists, form, below(20))),
                            column(listColumn<std::int64_t>(
                                "shape", "l", extents, ListForm::List, below(4)))}),
                    own, count);
            const auto compact
                = tableOf({names(some(texts)), weights(some(lists), form), shapes(some(extents))});
            ProducerCount counted;
            {
                const auto one = readTable({sliced}, counted),
                           other = readTable({compact}, counted);
                QVERIFY2(one, qPrintable(one ? QString() : one.error().detail));
                QVERIFY(other);
                QCOMPARE(textOf(*one), textOf(*other));
                QCOMPARE(textOf(one->errors), textOf(other->errors));
            }
            QVERIFY(counted.balanced());
        }
    }
};

QTEST_GUILESS_MAIN(WeightTableTest)
#include "tst_weight_table.moc"
