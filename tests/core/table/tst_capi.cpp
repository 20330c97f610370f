// The C interface as programs see it: through the shared library and its header.
#include "core/table/arrowquant.h"

#include "core/table/c_owner.h"
#include "tests/core/table/read_table.h"
#include "tests/support/test_models.h"

#include <QTest>
#include <algorithm>
#include <atomic>
#include <cstring>
#include <limits>
#include <set>
#include <stdexcept>
#include <thread>

using namespace aq;
using namespace aq::test;

namespace {

constexpr float notANumber = std::numeric_limits<float>::quiet_NaN();

arrowquant_options defaults()
{
    arrowquant_options options;
    arrowquant_options_init(&options);
    return options;
}

CArrayData smallTable()
{
    return weightsTable({{"a", gaussian(300, 1, 1), {3, 100}}, {"b", gaussian(64, 1, 2)}});
}

QString lastError() { return QString::fromUtf8(arrowquant_last_error()); }

/// Structs as a careless caller leaves them: full of what is not theirs.
template <typename T>
T litter()
{
    T value;
    std::memset(static_cast<void*>(&value), 0x5a, sizeof value);
    return value;
}

/// One call of arrowquant_quantize(), and what it returned.
struct Call {
    int status;
    ArrowArrayStream quantized = litter<ArrowArrayStream>(), errors = litter<ArrowArrayStream>();

    explicit Call(std::vector<CArrayData> batches, const arrowquant_options* options = nullptr)
    {
        ProducerCount count;
        ArrowArrayStream input = streamOf(std::move(batches), count);
        status = arrowquant_quantize(&input, options, &quantized, &errors);
        if (!count.balanced() || input.release)
            qFatal("the input was not released");
    }
    ~Call() { const CStream made(&quantized), listed(&errors); }
    Call(const Call&) = delete;
    Call& operator=(const Call&) = delete;
};

} // namespace

class CApiTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tellsItsVersion() { QCOMPARE(arrowquant_version(), AQ_VERSION); }

    void defaultsAreThoseOfTheHeader()
    {
        arrowquant_options options;
        std::memset(&options, 0x5a, sizeof options);
        arrowquant_options_init(&options);
        QCOMPARE(options.struct_size, quint32(sizeof options));
        QCOMPARE(options.bit_width, 4);
        QCOMPARE(options.group_size, 128);
        QCOMPARE(options.symmetry, int(ARROWQUANT_ASYMMETRIC));
        QCOMPARE(options.search, int(ARROWQUANT_SEARCH_BALANCED));
        QCOMPARE(options.strict, 1);
        QCOMPARE(options.continue_on_error, 0);
        QCOMPARE(options.order, int(ARROWQUANT_AS_GIVEN));
        QCOMPARE(options.large_offsets, 0);
        QCOMPARE(options.threads, 0);
        QVERIFY(options.min_cosine == 0.85);
        QVERIFY(!options.progress && !options.progress_context && !options.cancel);
        arrowquant_options_init(nullptr);
    }

    void everyCallWorks()
    {
        Call call({smallTable()});
        QCOMPARE(call.status, int(ARROWQUANT_DONE));
        QCOMPARE(lastError(), QString());
        const ReadTable none(&call.errors);
        QCOMPARE(none.rows(), 0);
        QCOMPARE(none.types(),
            QStringList({QStringLiteral("row l"), QStringLiteral("layer_name u"),
                QStringLiteral("column u"), QStringLiteral("message u")}));

        ArrowArrayStream floats{};
        QCOMPARE(arrowquant_dequantize(&call.quantized, nullptr, &floats), int(ARROWQUANT_DONE));
        QVERIFY(!call.quantized.release);
        const ReadTable decoded(&floats);
        QCOMPARE(
            decoded.texts("layer_name"), QStringList({QStringLiteral("a"), QStringLiteral("b")}));
        QVERIFY(decoded.list<qint64>(0, "shape") == std::vector<qint64>({3, 100}));

        ProducerCount count;
        Call again({smallTable()});
        ArrowArrayStream before = streamOf({smallTable()}, count), report{};
        QCOMPARE(
            arrowquant_validate(&before, &again.quantized, nullptr, &report), int(ARROWQUANT_DONE));
        QVERIFY(count.balanced() && !before.release && !again.quantized.release);
        QCOMPARE(ReadTable(&report).texts("status"),
            QStringList({QStringLiteral("passed"), QStringLiteral("passed")}));
    }

    void oneBatchIsTheSameTable()
    {
        Call call({smallTable()});
        const ReadTable streamed(&call.quantized);
        ProducerCount count;
        ArrowSchema schema = schemaOf(smallTable(), count);
        ArrowArray batch = arrayOf(smallTable(), count);
        auto type = litter<ArrowSchema>();
        auto array = litter<ArrowArray>();
        auto errors = litter<ArrowArrayStream>();
        QCOMPARE(arrowquant_quantize_batch(&schema, &batch, nullptr, &type, &array, &errors),
            int(ARROWQUANT_DONE));
        QVERIFY(count.balanced() && !schema.release && !batch.release);
        const ReadTable single(&type, &array);
        QVERIFY(!single.allBytes().isEmpty());
        QVERIFY(single.allBytes() == streamed.allBytes());
        QCOMPARE(single.types(), streamed.types());
        QCOMPARE(ReadTable(&errors).rows(), 0);
    }

    void belowTheThresholdStillReports()
    {
        arrowquant_options options = defaults();
        options.bit_width = 2;
        Call call({smallTable()}, &options);
        options.min_cosine = 0.9999;
        ProducerCount count;
        ArrowArrayStream before = streamOf({smallTable()}, count), report{};
        QCOMPARE(arrowquant_validate(&before, &call.quantized, &options, &report),
            int(ARROWQUANT_BELOW_THRESHOLD));
        QVERIFY(lastError().startsWith(QStringLiteral("layer 'a': cosine 0.")));
        QVERIFY(lastError().endsWith(QStringLiteral(" is below 0.9999")));
        QCOMPARE(lastError().count(u'\n'), 1);
        QCOMPARE(ReadTable(&report).texts("status"),
            QStringList({QStringLiteral("below-minimum"), QStringLiteral("below-minimum")}));
    }

    void nullPointersAreWrongUsage()
    {
        const auto stream = [](ProducerCount& count) { return streamOf({smallTable()}, count); };
        ProducerCount count;
        ArrowArrayStream out{}, errors = litter<ArrowArrayStream>(), input = stream(count);
        const int wrong = ARROWQUANT_WRONG_USAGE;
        QCOMPARE(arrowquant_quantize(nullptr, nullptr, &out, &errors), wrong);
        QCOMPARE(lastError(), QStringLiteral("weights is null, or was released"));
        QVERIFY(!out.release && !errors.release);
        QCOMPARE(arrowquant_quantize(&input, nullptr, nullptr, nullptr), wrong);
        QCOMPARE(lastError(), QStringLiteral("quantized is null"));
        QVERIFY(!input.release && count.balanced());
        QCOMPARE(arrowquant_quantize(&input, nullptr, &out, nullptr), wrong); // Released by now.
        QCOMPARE(lastError(), QStringLiteral("weights is null, or was released"));

        ArrowSchema schema{}, type{};
        ArrowArray batch{}, array{};
        const auto give = [&] {
            schema = schemaOf(smallTable(), count);
            batch = arrayOf(smallTable(), count);
        };
        give();
        QCOMPARE(
            arrowquant_quantize_batch(nullptr, &batch, nullptr, &type, &array, nullptr), wrong);
        QVERIFY(!batch.release);
        QCOMPARE(
            arrowquant_quantize_batch(&schema, nullptr, nullptr, &type, &array, nullptr), wrong);
        QVERIFY(!schema.release);
        give();
        QCOMPARE(
            arrowquant_quantize_batch(&schema, &batch, nullptr, nullptr, &array, nullptr), wrong);
        give();
        QCOMPARE(
            arrowquant_quantize_batch(&schema, &batch, nullptr, &type, nullptr, nullptr), wrong);
        QVERIFY(!schema.release && !batch.release && !type.release && !array.release);

        QCOMPARE(arrowquant_dequantize(nullptr, nullptr, &out), wrong);
        input = stream(count);
        QCOMPARE(arrowquant_dequantize(&input, nullptr, nullptr), wrong);
        input = stream(count);
        QCOMPARE(arrowquant_validate(&input, nullptr, nullptr, &out), wrong);
        QCOMPARE(lastError(), QStringLiteral("quantized is null, or was released"));
        input = stream(count);
        QCOMPARE(arrowquant_validate(nullptr, &input, nullptr, &out), wrong);
        ArrowArrayStream other = stream(count);
        input = stream(count);
        QCOMPARE(arrowquant_validate(&input, &other, nullptr, nullptr), wrong);
        QCOMPARE(lastError(), QStringLiteral("report is null"));
        QVERIFY(!input.release && !other.release && count.balanced());
    }

    void namesOptionsOutOfRange_data()
    {
        QTest::addColumn<int>("offset");
        QTest::addColumn<int>("value");
        QTest::addColumn<QString>("why");
#define AQ_ROW(option, value, why)                                                                 \
    QTest::addRow("%s %d", #option, value)                                                         \
        << int(offsetof(arrowquant_options, option)) << value << QStringLiteral(why)
        AQ_ROW(
            bit_width, 3, "bit width 3: strict mode takes 2, 4 and 8; without it 3, 5 and 6 too");
        AQ_ROW(group_size, 48,
            "group size 48: can be 32, 64, 128 or 256, and 0 for one scale per tensor");
        AQ_ROW(symmetry, 3,
            "symmetry 3: can be 0 (asymmetric), 1 (asymmetric integer) or 2 (symmetric)");
        AQ_ROW(search, -1, "search -1: can be 0 (none), 1 (balanced) or 2 (best)");
        AQ_ROW(strict, 2, "strict 2: can be 0 or 1");
        AQ_ROW(continue_on_error, -1, "continue_on_error -1: can be 0 or 1");
        AQ_ROW(order, 2, "order 2: can be 0 (as given) or 1 (by name)");
        AQ_ROW(large_offsets, 64, "large_offsets 64: can be 0 or 1");
        AQ_ROW(threads, -2, "threads -2: can be 0, one per core, or more");
#undef AQ_ROW
    }
    void namesOptionsOutOfRange()
    {
        QFETCH(int, offset);
        QFETCH(int, value);
        QFETCH(QString, why);
        arrowquant_options options = defaults();
        std::memcpy(reinterpret_cast<char*>(&options) + offset, &value, sizeof value);
        const Call call({smallTable()}, &options);
        QCOMPARE(call.status, int(ARROWQUANT_WRONG_USAGE));
        QCOMPARE(lastError(), why);
        QVERIFY(!call.quantized.release && !call.errors.release);
    }

    void numbersMeanWhatTheHeaderSays()
    {
        const char* symmetries[] = {"asymmetric", "asymmetric-integer", "symmetric"};
        const std::vector<float> weights = gaussian(1024, 1, 2);
        std::vector<float> plain; // Without search: docs/schemes/affine.md
        for (std::size_t group = 0; group < weights.size(); group += 128) {
            const auto [least, most] = std::ranges::minmax(std::span(weights).subspan(group, 128));
            plain.push_back((most / 2 - least / 2) / 7.5f);
        }
        std::set<QByteArray> codes;
        for (int number = 0; number < 3; ++number) {
            arrowquant_options options = defaults();
            options.symmetry = number;
            Call call({weightsTable({{"a", weights}})}, &options);
            QCOMPARE(ReadTable(&call.quantized).text(0, "symmetry"),
                QString::fromLatin1(symmetries[number]));
            options = defaults();
            options.search = number;
            Call searched({weightsTable({{"a", weights}})}, &options);
            const ReadTable table(&searched.quantized);
            codes.insert(table.bytes(0, "quantized_data"));
            QVERIFY((table.list<float>(0, "scales") == plain) == (number == 0));
        }
        QCOMPARE(codes.size(), std::size_t(3));
    }

    void namesALeastCosineOutOfRange()
    {
        arrowquant_options options = defaults();
        options.min_cosine = 1.5;
        QCOMPARE(Call({smallTable()}, &options).status, int(ARROWQUANT_WRONG_USAGE));
        QCOMPARE(lastError(), QStringLiteral("min_cosine 1.5: can be -1 to 1"));
        options.min_cosine = std::numeric_limits<double>::quiet_NaN();
        QCOMPARE(Call({smallTable()}, &options).status, int(ARROWQUANT_WRONG_USAGE));
    }

    /// What a program built with a later header hands over.
    void takesOptionsOfLaterVersionsThatAreNotSet()
    {
        struct Later {
            arrowquant_options options = defaults();
            std::int64_t further[2] = {0, 0};
        } later;
        later.options.struct_size = sizeof later;
        later.options.bit_width = 8;
        Call call({smallTable()}, &later.options);
        QCOMPARE(call.status, int(ARROWQUANT_DONE));
        QCOMPARE(int(ReadTable(&call.quantized).number<quint8>(0, "bit_width")), 8);
        later.further[1] = 1;
        QCOMPARE(Call({smallTable()}, &later.options).status, int(ARROWQUANT_WRONG_USAGE));
        QVERIFY(lastError().startsWith(
            QStringLiteral("struct_size %1: an option is set that this version")
                .arg(sizeof later)));
    }

    void optionsMustBeInitialized()
    {
        arrowquant_options options = defaults();
        for (const quint32 size : {0u, 4u, quint32(sizeof options) - 8, 0x5a5a5a5au}) {
            options.struct_size = size;
            QCOMPARE(Call({smallTable()}, &options).status, int(ARROWQUANT_WRONG_USAGE));
            QCOMPARE(lastError(),
                QStringLiteral("struct_size %1: options begin with arrowquant_options_init()")
                    .arg(size));
        }
    }

    void badLayersAreListed()
    {
        std::vector<TestLayer> layers;
        for (int i = 0; i < 4; ++i)
            layers.push_back({i == 1 ? "ünï" : i == 3 ? "d" : i ? "c" : "a", gaussian(64, 1)});
        layers[1].weights[17] = notANumber;
        layers[3].weights[0] = -std::numeric_limits<float>::infinity();
        Call strict({weightsTable(layers)});
        QCOMPARE(strict.status, int(ARROWQUANT_INPUT_REJECTED));
        QVERIFY(!strict.quantized.release);
        const QString lines = QString::fromUtf8(
            "layer 'ünï': weights[17] is NaN; replace it, or leave the layer out\n"
            "layer 'd': weights[0] is -infinity; replace it, or leave the layer out");
        QCOMPARE(lastError(), lines);
        const ReadTable errors(&strict.errors);
        QCOMPARE(errors.rows(), 2);
        QCOMPARE(errors.number<qint64>(0, "row"), 1);
        QCOMPARE(errors.number<qint64>(1, "row"), 3);
        QCOMPARE(errors.text(0, "layer_name"), QString::fromUtf8("ünï"));
        QCOMPARE(errors.text(0, "column"), QStringLiteral("weights"));
        QCOMPARE(errors.text(1, "message"),
            QStringLiteral("weights[0] is -infinity; replace it, or leave the layer out"));

        arrowquant_options options = defaults();
        options.continue_on_error = 1;
        Call rest({weightsTable(layers)}, &options);
        QCOMPARE(rest.status, int(ARROWQUANT_SOME_FAILED));
        QCOMPARE(lastError(), lines);
        QCOMPARE(ReadTable(&rest.errors).allBytes(), errors.allBytes());
        QCOMPARE(ReadTable(&rest.quantized).texts("layer_name"),
            QStringList({QStringLiteral("a"), QStringLiteral("c")}));
    }

    void longListsOfReasonsAreCut()
    {
        std::vector<TestLayer> layers;
        std::vector<std::string> names;
        for (int i = 0; i < 123; ++i)
            names.push_back("layer " + std::to_string(i));
        for (const std::string& name : names)
            layers.push_back({name.c_str(), {1, notANumber}});
        Call call({weightsTable(layers)});
        QCOMPARE(ReadTable(&call.errors).rows(), 123);
        const QStringList lines = lastError().split(u'\n');
        QCOMPARE(lines.size(), 101);
        QVERIFY(lines[99].startsWith(QStringLiteral("layer 'layer 99':")));
        QCOMPARE(lines[100], QStringLiteral("and 23 more"));
    }

    void tablesThatCannotBeReadAreRejected()
    {
        Call call({tableOf({textColumn("layer_name", {"a"})})});
        QCOMPARE(call.status, int(ARROWQUANT_INPUT_REJECTED));
        QVERIFY(lastError().contains(QStringLiteral("column 'weights' is missing")));
        QVERIFY(!call.quantized.release);
        QCOMPARE(ReadTable(&call.errors).rows(), 0);

        ProducerCount count;
        ArrowArrayStream before = streamOf({smallTable()}, count),
                         after = streamOf({smallTable()}, count), report{};
        QCOMPARE(
            arrowquant_validate(&before, &after, nullptr, &report), int(ARROWQUANT_INPUT_REJECTED));
        QVERIFY(lastError().startsWith(QStringLiteral("quantized: ")));
        QVERIFY(count.balanced() && !report.release);
    }

    void producersMayFail()
    {
        for (const StreamFault& fault : {StreamFault{.schemaError = EIO, .message = "disk on fire"},
                 StreamFault{.batchError = EIO, .atBatch = 1, .message = "disk on fire"}}) {
            ProducerCount count;
            ArrowArrayStream input = streamOf({smallTable(), smallTable()}, count, fault), out{},
                             errors{};
            QCOMPARE(arrowquant_quantize(&input, nullptr, &out, &errors), int(ARROWQUANT_FAILED));
            QVERIFY2(lastError().contains(QStringLiteral("disk on fire")), qPrintable(lastError()));
            QVERIFY(!out.release && !errors.release && count.balanced());
        }
    }

    void inputAndOutputMayBeOneStruct()
    {
        ProducerCount count;
        ArrowArrayStream stream = streamOf({smallTable()}, count);
        QCOMPARE(arrowquant_quantize(&stream, nullptr, &stream, nullptr), int(ARROWQUANT_DONE));
        QVERIFY(count.balanced());
        QCOMPARE(arrowquant_dequantize(&stream, nullptr, &stream), int(ARROWQUANT_DONE));
        QCOMPARE(ReadTable(&stream).rows(), 2);
    }

    void progressIsToldAndMayThrow()
    {
        struct Seen {
            std::vector<arrowquant_progress> all;
            std::string layer;
            std::thread::id thread;
            bool throws = false;
        } seen;
        arrowquant_options options = defaults();
        options.progress_context = &seen;
        options.progress = [](void* context, const arrowquant_progress* progress) {
            auto& to = *static_cast<Seen*>(context);
            to.all.push_back(*progress);
            to.layer = progress->layer;
            to.thread = std::this_thread::get_id();
            if (to.throws)
                throw std::runtime_error("the window is gone");
        };
        QCOMPARE(Call({smallTable()}, &options).status, int(ARROWQUANT_DONE));
        QVERIFY(seen.all.size() == 2);
        QCOMPARE(seen.all.back().layers_done, 2);
        QCOMPARE(seen.all.back().layers_total, 2);
        QCOMPARE(seen.all.back().bytes_done, 364 * 4);
        QCOMPARE(seen.all.back().bytes_total, 364 * 4);
        QVERIFY(seen.layer.empty() && seen.thread == std::this_thread::get_id());

        seen.all.clear();
        seen.throws = true;
        Call call({smallTable()}, &options);
        QCOMPARE(call.status, int(ARROWQUANT_DONE));
        QCOMPARE(seen.all.size(), 1u); // Once it has thrown it is left alone.
        QCOMPARE(lastError(), QString());
        QCOMPARE(ReadTable(&call.quantized).rows(), 2);
    }

    void canBeCancelledFromItsCallback()
    {
        std::int32_t cancel = 0;
        arrowquant_options options = defaults();
        options.cancel = &cancel;
        options.progress_context = &cancel;
        options.progress = [](void* context, const arrowquant_progress*) {
            *static_cast<std::int32_t*>(context) = 1;
        };
        const Call call({smallTable()}, &options);
        QCOMPARE(call.status, int(ARROWQUANT_CANCELLED));
        QCOMPARE(lastError(), QStringLiteral("cancelled"));
        QVERIFY(!call.quantized.release && !call.errors.release);
    }

    void canBeCancelledFromAnotherThread()
    {
        struct Shared {
            std::atomic<bool> begun{false};
            std::atomic<std::int32_t> cancel{0};
        } shared;
        arrowquant_options options = defaults();
        options.cancel = reinterpret_cast<const std::int32_t*>(&shared.cancel);
        options.progress_context = &shared;
        options.progress = [](void* context, const arrowquant_progress*) {
            auto& with = *static_cast<Shared*>(context);
            with.begun = true;
            while (with.cancel == 0) // The work goes on when the other thread has had its say.
                std::this_thread::yield();
        };
        std::thread other([&] {
            while (!shared.begun)
                std::this_thread::yield();
            shared.cancel = 1;
        });
        const Call call({smallTable()}, &options);
        other.join();
        QCOMPARE(call.status, int(ARROWQUANT_CANCELLED));
    }

    void reasonsBelongToTheirThread()
    {
        QCOMPARE(
            arrowquant_quantize(nullptr, nullptr, nullptr, nullptr), int(ARROWQUANT_WRONG_USAGE));
        QString other = QStringLiteral("?"), otherAfter;
        std::thread([&] {
            other = lastError();
            arrowquant_dequantize(nullptr, nullptr, nullptr);
            otherAfter = lastError();
        }).join();
        QCOMPARE(other, QString());
        QCOMPARE(otherAfter, QStringLiteral("quantized is null, or was released"));
        QCOMPARE(lastError(), QStringLiteral("weights is null, or was released"));
        QCOMPARE(Call({smallTable()}).status, int(ARROWQUANT_DONE));
        QCOMPARE(lastError(), QString());
    }

    void severalCallsAtOnce()
    {
        const CArrayData table = weightsTable(
            {{"a", gaussian(600'000, 1, 1), {600, 1000}}, {"b", gaussian(1000, 1, 2)}});
        Call first({table});
        const QByteArray expected = ReadTable(&first.quantized).allBytes();
        std::atomic<int> good{0};
        std::vector<std::thread> callers;
        for (int i = 0; i < 6; ++i)
            callers.emplace_back([&, i] {
                arrowquant_options options = defaults();
                options.threads = i % 3;
                Call call({table}, &options);
                if (call.status == ARROWQUANT_DONE
                    && ReadTable(&call.quantized).allBytes() == expected)
                    ++good;
            });
        for (std::thread& caller : callers)
            caller.join();
        QCOMPARE(good.load(), 6);
    }
};

QTEST_APPLESS_MAIN(CApiTest)
#include "tst_capi.moc"
