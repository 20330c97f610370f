#include "core/table/c_export.h"
#include "core/table/c_owner.h"
#include "tests/support/c_arrays.h"

#include <QTest>
#include <algorithm>
#include <cstring>
#include <numeric>
#include <thread>

using namespace aq;

namespace {

std::shared_ptr<TableBuffer> bufferOf(const std::vector<std::int32_t>& values)
{
    auto buffer = TableBuffer::allocate(std::int64_t(values.size() * 4));
    std::memcpy(buffer->bytes().data(), values.data(), values.size() * 4);
    return buffer;
}

OwnedField numbersField()
{
    return {.name = "",
        .format = "+s",
        .children = {{.name = "id", .format = "i"},
            {.name = "lists", .format = "+l", .children = {{.name = "item", .format = "i"}}}}};
}

/// Two rows: a number, and a list of numbers in the buffer `items`.
OwnedArray numbersBatch(std::shared_ptr<const TableBuffer> items)
{
    OwnedArray ids{.length = 2, .buffers = {nullptr, bufferOf({7, 8})}};
    OwnedArray lists{.length = 2, .buffers = {nullptr, bufferOf({0, 1, 3})}};
    lists.children.push_back({.length = 3, .buffers = {nullptr, std::move(items)}});
    return {.length = 2, .buffers = {nullptr}, .children = {ids, lists}};
}

std::int32_t numberAt(const ArrowArray& array, std::int64_t index)
{
    return static_cast<const std::int32_t*>(array.buffers[1])[index];
}

/// Takes a struct out of its parent, as the specification says.
template <typename T>
T movedOut(T* child)
{
    return std::exchange(*child, T{});
}

struct Counted { ///< Stands for any of the three structs.
    void (*release)(Counted*) = nullptr;
    int* releases = nullptr;
};

Counted counted(int& releases)
{
    return {[](Counted* released) {
                *released->releases += 1;
                released->release = nullptr;
            },
        &releases};
}

} // namespace

class CExportTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void buffersAreAligned_data()
    {
        QTest::addColumn<qint64>("bytes");
        for (const qint64 bytes : {1, 63, 64, 65, 4095, 3 << 20, (5 << 20) + 1})
            QTest::addRow("%lld", bytes) << bytes;
    }
    void buffersAreAligned()
    {
        QFETCH(qint64, bytes);
        const auto buffer = TableBuffer::allocate(bytes);
        QVERIFY(buffer);
        QCOMPARE(qint64(buffer->bytes().size()), bytes);
        QVERIFY(reinterpret_cast<std::uintptr_t>(buffer->bytes().data()) % 64 == 0);
        std::memset(buffer->bytes().data(), 0x5a, buffer->bytes().size());
        const std::byte* end = buffer->bytes().data() + bytes;
        QVERIFY(std::all_of(end, end + (64 - bytes % 64) % 64,
            [](std::byte padding) { return padding == std::byte(0); }));
    }

    void noBytesAreABufferToo()
    {
        const auto buffer = TableBuffer::allocate(0);
        QVERIFY(buffer);
        QVERIFY(buffer->bytes().empty());
    }

    void memoryThatIsNotThereIsNull()
    {
        QVERIFY(!TableBuffer::allocate(std::numeric_limits<qint64>::max()));
        QVERIFY(!TableBuffer::allocate(std::int64_t(1) << 60));
    }

    void aSchemaSaysWhatItsFieldSays()
    {
        ArrowSchema schema;
        OwnedField field = numbersField();
        field.children[0].nullable = true;
        exportField(field, &schema);
        field = {};
        QCOMPARE(schema.format, "+s");
        QCOMPARE(schema.name, "");
        QVERIFY(!schema.metadata && !schema.dictionary);
        QCOMPARE(schema.flags, 0);
        QCOMPARE(schema.n_children, 2);
        QCOMPARE(schema.children[0]->name, "id");
        QCOMPARE(schema.children[0]->format, "i");
        QCOMPARE(schema.children[0]->flags, ARROW_FLAG_NULLABLE);
        QCOMPARE(schema.children[1]->format, "+l");
        QCOMPARE(schema.children[1]->children[0]->name, "item");
        QVERIFY(schema.children[1]->children[0]->release);
        schema.release(&schema);
        QVERIFY(!schema.release);
    }

    void aChildOfASchemaOutlivesIt()
    {
        ArrowSchema schema;
        exportField(numbersField(), &schema);
        ArrowSchema lists = movedOut(schema.children[1]);
        schema.release(&schema);
        QCOMPARE(lists.name, "lists");
        ArrowSchema item = movedOut(lists.children[0]);
        lists.release(&lists);
        QCOMPARE(item.name, "item");
        item.release(&item);
        QVERIFY(!schema.release && !lists.release && !item.release);
    }

    void nothingIsCopied()
    {
        const auto items = bufferOf({1, 2, 3});
        ArrowArray array;
        exportArray(numbersBatch(items), &array);
        QCOMPARE(array.length, 2);
        QCOMPARE(array.offset, 0);
        QCOMPARE(array.null_count, 0);
        QCOMPARE(array.n_buffers, 1);
        QVERIFY(!array.buffers[0] && !array.dictionary);
        QCOMPARE(array.n_children, 2);
        const ArrowArray& lists = *array.children[1];
        QCOMPARE(lists.n_buffers, 2);
        QCOMPARE(lists.children[0]->length, 3);
        QVERIFY(lists.children[0]->buffers[1] == items->bytes().data());
        array.release(&array);
        QVERIFY(!array.release);
        QCOMPARE(items.use_count(), 1);
    }

    void noBytesAreNoNullPointer() // Not every consumer takes one, though the format allows it.
    {
        ArrowArray array;
        exportArray({.length = 0, .buffers = {nullptr, nullptr, TableBuffer::allocate(0)}}, &array);
        QVERIFY(!array.buffers[0]);
        QVERIFY(array.buffers[1] && array.buffers[2]);
        QCOMPARE(numberAt(array, 0), 0); // The offsets of no rows.
        array.release(&array);
    }

    void aValidityBufferIsSaid()
    {
        ArrowArray array;
        exportArray({.length = 2, .buffers = {bufferOf({1}), bufferOf({1, 2})}}, &array);
        QCOMPARE(array.null_count, -1); // To be counted.
        QVERIFY(array.buffers[0]);
        array.release(&array);
    }

    void aStreamEndsWithAReleasedArray()
    {
        CStream stream;
        exportStream(numbersField(), {numbersBatch(bufferOf({1, 2, 3}))}, stream.get());
        CArray batch;
        QCOMPARE(stream->get_next(stream.get(), batch.get()), 0);
        QVERIFY(batch);
        for (int again = 0; again < 3; ++again) {
            ArrowArray end;
            std::memset(&end, 0x5a, sizeof(end));
            QCOMPARE(stream->get_next(stream.get(), &end), 0);
            QVERIFY(!end.release);
        }
        QVERIFY(!stream->get_last_error(stream.get()));
    }

    void aStreamGivesItsSchemaAnyNumberOfTimes()
    {
        CStream stream;
        exportStream(numbersField(), {}, stream.get());
        CSchema schemas[3];
        for (CSchema& schema : schemas)
            QCOMPARE(stream->get_schema(stream.get(), schema.get()), 0);
        stream = {};
        for (const CSchema& schema : schemas)
            QCOMPARE(schema->children[1]->name, "lists");
    }

    void everyOrderOfReleaseFreesEverythingOnce()
    {
        // Stream, schema, two batches that share a buffer, a child of a schema, one of a batch, and
        // the child of that one: 7! orders.
        std::vector<int> order(7);
        std::iota(order.begin(), order.end(), 0);
        do {
            auto items = bufferOf({1, 2, 3});
            const std::weak_ptr<TableBuffer> alive = items;
            ArrowArrayStream stream;
            exportStream(numbersField(), {numbersBatch(items), numbersBatch(items)}, &stream);
            items.reset();
            ArrowSchema schema;
            ArrowArray first, second;
            QCOMPARE(stream.get_schema(&stream, &schema), 0);
            QCOMPARE(stream.get_next(&stream, &first), 0);
            QCOMPARE(stream.get_next(&stream, &second), 0);
            ArrowSchema field = movedOut(schema.children[0]);
            ArrowArray lists = movedOut(second.children[1]);
            ArrowArray numbers = movedOut(lists.children[0]);
            const auto released = [](auto& value) {
                value.release(&value);
                return !value.release;
            };
            int holders = 2; // Of `items`: the first batch, and the numbers of the second.
            for (const int which : order) {
                QVERIFY(which != 0 || released(stream));
                QVERIFY(which != 1 || released(schema));
                QVERIFY(which != 2 || released(first));
                QVERIFY(which != 3 || released(second));
                QVERIFY(which != 4 || released(field));
                QVERIFY(which != 5 || released(lists));
                QVERIFY(which != 6 || released(numbers));
                holders -= which == 2 || which == 6;
                QCOMPARE(alive.use_count(), holders);
                QVERIFY(!numbers.release || numberAt(numbers, 2) == 3);
                QVERIFY(!second.release || numberAt(*second.children[0], 1) == 8);
                QVERIFY(!field.release || std::strcmp(field.name, "id") == 0);
            }
        } while (std::next_permutation(order.begin(), order.end()));
    }

    void aStreamThatIsNotReadFreesItsBatches()
    {
        auto items = bufferOf({1, 2, 3});
        ArrowArrayStream stream;
        exportStream(numbersField(), {numbersBatch(items), numbersBatch(items)}, &stream);
        QCOMPARE(items.use_count(), 3);
        stream.release(&stream);
        QVERIFY(!stream.release);
        QCOMPARE(items.use_count(), 1);
    }

    void releasesMayComeFromAnyThread()
    {
        for (int round = 0; round < 50; ++round) {
            auto items = bufferOf({1, 2, 3});
            const std::weak_ptr<TableBuffer> alive = items;
            ArrowArrayStream stream;
            exportStream(numbersField(), {numbersBatch(items), numbersBatch(items)}, &stream);
            items.reset();
            CSchema schema;
            CArray first, second;
            stream.get_schema(&stream, schema.get());
            stream.get_next(&stream, first.get());
            stream.get_next(&stream, second.get());
            CArray lists(second->children[1]);
            std::vector<std::thread> threads;
            threads.emplace_back([&] { stream.release(&stream); });
            threads.emplace_back([&] { schema = CSchema(); });
            threads.emplace_back([value = std::move(first)] {});
            threads.emplace_back([value = std::move(second)] {});
            threads.emplace_back([value = std::move(lists)] {});
            for (std::thread& thread : threads)
                thread.join();
            threads.clear();
            QVERIFY(alive.expired());
        }
    }

    void anOwnerReleasesOnce()
    {
        int releases = 0;
        Counted source = counted(releases);
        {
            COwner<Counted> owner(&source);
            QVERIFY(owner && !source.release);
            COwner<Counted> other(std::move(owner));
            QVERIFY(other && releases == 0);
            COwner<Counted> third;
            third = std::move(other);
            QVERIFY(third && releases == 0);
        }
        QCOMPARE(releases, 1);
        COwner<Counted> nothing(&source), none(nullptr);
        QVERIFY(!nothing && !none);
    }

    void anOwnerGivesAway()
    {
        int releases = 0;
        Counted source = counted(releases), given;
        {
            COwner<Counted> owner(&source);
            given = owner.give();
            QVERIFY(!owner);
        }
        QCOMPARE(releases, 0);
        given.release(&given);
        QCOMPARE(releases, 1);
    }

    void anOwnerThatGetsAnotherReleasesItsOwn()
    {
        int first = 0, second = 0;
        Counted one = counted(first), two = counted(second);
        {
            COwner<Counted> owner(&one);
            owner = COwner<Counted>(&two);
            QCOMPARE(first, 1);
            QCOMPARE(second, 0);
        }
        QCOMPARE(first, 1);
        QCOMPARE(second, 1);
    }
};

QTEST_GUILESS_MAIN(CExportTest)
#include "tst_c_export.moc"
