// What a table costs through the C interface of libarrowquant, beside the same encodes without it.
// Prints Markdown for docs/benchmarks.md. Not a test.
//
//     bench_table [--rounds N] [--layers N] [--bits N] [--type f32|f16] [--threads N]
//
// "call" is one arrowquant_quantize(), from a stream in to a batch out, released. "work" are the
// same checks and encodes, tile by tile, into buffers taken fresh as the call takes them, by as
// many threads started for it; "encode" the same into buffers that were written before. The
// boundary is what a call takes beyond the work, in the best round of each; and, measured by
// itself, a call for as many layers of one group, where names, types, offsets and structs are
// nearly all there is to do. Sides take turns in every round; times are medians, of CPU time for
// one thread and of the wall clock for several.
#include "core/quant/kernels/instruction_set.h"
#include "core/quant/kernels/kernels.h"
#include "core/quant/to_float.h"
#include "core/table/c_export.h"
#include "core/validate/tile_span.h"
#include "tests/bench/bench_clock.h"
#include "tests/bench/memory_read.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <algorithm>
#include <cstdio>
#include <cstring>
#include <functional>
#include <random>

using namespace aq;

namespace {

constexpr std::int64_t extent = 1024;
constexpr std::int64_t tileLimit = 1 << 16; ///< Elements, as the library cuts layers.
constexpr int groupSize = 128;

struct Setting {
    int bits = 4;
    Search search = Search::Balanced;
    int threads = 1;
};

/// Layers side by side in one buffer, the same normal numbers in each.
struct Layers {
    std::shared_ptr<TableBuffer> weights;
    DType type = DType::F32;
    std::int64_t elements = 0; ///< Of a layer.
    int count = 0;

    Weights layer(int number) const
    {
        const std::int64_t bytes = elements * bitsOf(type) / 8;
        return {type, Bytes(weights->bytes()).subspan(number * bytes, bytes)};
    }
    std::int64_t bytes() const { return std::int64_t(weights->bytes().size()); }
};

Layers makeLayers(DType type, std::int64_t elements, int count)
{
    std::vector<float> floats;
    std::mt19937 random(1);
    std::normal_distribution<float> normal(0, 0.02F);
    std::generate_n(std::back_inserter(floats), elements, [&] { return normal(random); });
    std::vector<std::byte> halves(2 * floats.size());
    kernels().toHalf(floats, halves.data());
    const Bytes one = type == DType::F32 ? std::as_bytes(std::span(floats)) : Bytes(halves);
    Layers layers{TableBuffer::allocate(std::int64_t(one.size()) * count), type, elements, count};
    for (int i = 0; i < count; ++i)
        std::ranges::copy(one, layers.weights->bytes().subspan(i * one.size()).begin());
    return layers;
}

template <typename T>
std::shared_ptr<const TableBuffer> bufferOf(const std::vector<T>& values)
{
    auto buffer = TableBuffer::allocate(std::int64_t(values.size() * sizeof(T)));
    std::memcpy(buffer->bytes().data(), values.data(), values.size() * sizeof(T));
    return buffer;
}

/// A batch of layer_name, weights and shape, whose weights are those of `layers` themselves.
OwnedArray batchOf(const Layers& layers)
{
    std::vector<std::int32_t> nameEnds{0}, shapeEnds{0};
    std::vector<std::int32_t> weightEnds{0};
    std::vector<char> names;
    std::vector<std::int64_t> shape;
    for (int i = 0; i < layers.count; ++i) {
        const QByteArray name = "model.layers." + QByteArray::number(i) + ".mlp.down_proj.weight";
        names.insert(names.end(), name.begin(), name.end());
        nameEnds.push_back(std::int32_t(names.size()));
        weightEnds.push_back(std::int32_t((i + 1) * layers.elements));
        shape.insert(shape.end(), {layers.elements / extent, extent});
        if (layers.elements < extent)
            shape[shape.size() - 2] = 1, shape.back() = layers.elements;
        shapeEnds.push_back(std::int32_t(shape.size()));
    }
    const std::int64_t rows = layers.count;
    OwnedArray floats{rows * layers.elements, {nullptr, layers.weights}};
    OwnedArray extents{2 * rows, {nullptr, bufferOf(shape)}};
    return {rows, {nullptr},
        {{rows, {nullptr, bufferOf(nameEnds), bufferOf(names)}},
            {rows, {nullptr, bufferOf(weightEnds)}, {floats}},
            {rows, {nullptr, bufferOf(shapeEnds)}, {extents}}}};
}

[[noreturn]] void fail(const char* text)
{
    std::fprintf(stderr, "%s\n", text);
    std::exit(1);
}

/// One call, until its result is released again.
void call(const OwnedArray& batch, DType type, const Setting& setting)
{
    const OwnedField schema{"", "+s",
        {{"layer_name", "u"}, {"weights", "+l", {{"item", type == DType::F32 ? "f" : "e"}}},
            {"shape", "+l", {{"item", "l"}}}}};
    arrowquant_options options;
    arrowquant_options_init(&options);
    options.bit_width = setting.bits;
    options.group_size = groupSize;
    options.search = int(setting.search);
    options.threads = setting.threads;
    ArrowArrayStream weights{}, quantized{};
    exportStream(schema, {batch}, &weights);
    if (arrowquant_quantize(&weights, &options, &quantized, nullptr) != ARROWQUANT_DONE)
        fail(arrowquant_last_error());
    ArrowArray result{};
    if (quantized.get_next(&quantized, &result) != 0 || result.length != batch.length)
        fail("the result is not one batch");
    result.release(&result);
    quantized.release(&quantized);
}

/// The codes, scales and zero points of all layers.
struct Output {
    std::shared_ptr<TableBuffer> codes, scales, zeros;
};

/// The encodes of a call, without one.
struct Work {
    const Layers& layers;
    const Scheme& scheme;
    SchemeOptions options;
    Matrix matrix{extent, extent};
    StreamOffsets size; ///< Of a layer.
    std::vector<TileSpan> tiles;

    Work(const Layers& allLayers, const Setting& setting)
        : layers(allLayers)
        , scheme(*schemeNamed(QStringLiteral("int%1").arg(setting.bits)))
        , options{.groupSize = groupSize, .search = setting.search}
    {
        options.scaleType = ScaleType::F32;
        options.zeroType = ZeroType::F32;
        size = sizesOf(scheme, options, matrix);
        tiles = cut(matrix, tileLimit);
    }

    Output output() const
    {
        const auto buffer
            = [&](std::int64_t bytes) { return TableBuffer::allocate(bytes * layers.count); };
        return {buffer(size.codes), buffer(size.scales), buffer(size.zeros)};
    }

    void run(WorkerPool& pool, const Output& out) const
    {
        pool.run(tiles.size() * std::size_t(layers.count), [&](std::size_t item, int) {
            const auto layer = int(item / tiles.size());
            encode(layer, tiles[item % tiles.size()], out);
        });
    }

    void encode(int layer, const TileSpan& tile, const Output& out) const
    {
        const Weights x = layers.layer(layer).subspan(
            tile.firstRow * matrix.columns + tile.firstColumn, tile.elements());
        const StreamOffsets at
            = offsetsOf(scheme, options, matrix.columns, tile.firstRow, tile.firstColumn);
        const StreamOffsets part = sizesOf(scheme, options, tile.matrix());
        const auto place
            = [&](TableBuffer& to, std::int64_t bytes, std::int64_t from, std::int64_t count) {
                  return to.bytes().subspan(std::size_t(layer * bytes + from), std::size_t(count));
              };
        const EncodedRows rows{place(*out.codes, size.codes, at.codes, part.codes),
            place(*out.scales, size.scales, at.scales, part.scales),
            place(*out.zeros, size.zeros, at.zeros, part.zeros)};
        if (firstNonFinite(x) || !scheme.encode(x, tile.matrix(), options, nullptr, {}, rows))
            fail("a tile cannot be encoded");
    }
};

double median(std::vector<double> values)
{
    std::ranges::sort(values);
    return values[values.size() / 2];
}

const char* nameOf(Search search)
{
    constexpr const char* names[]{"none", "balanced", "best"};
    return names[std::size_t(search)];
}

/// What each side took in each round, in milliseconds.
struct Times {
    std::vector<double> call, work, encode, boundary;
};

Times measure(const Layers& layers, const Setting& setting, int rounds)
{
    const OwnedArray batch = batchOf(layers);
    const OwnedArray small = batchOf(makeLayers(layers.type, groupSize, layers.count));
    const Work work(layers, setting);
    const Output warm = work.output();
    WorkerPool pool(setting.threads);
    const auto take = [&](std::vector<double>& times, const std::function<void()>& side) {
        const BenchClock clock(setting.threads);
        side();
        times.push_back(1e3 * clock.seconds());
    };
    Times times;
    for (int round = -1; round < rounds; ++round) {
        take(times.call, [&] { call(batch, layers.type, setting); });
        take(times.work, [&] {
            WorkerPool own(setting.threads);
            work.run(own, work.output());
        });
        take(times.encode, [&] { work.run(pool, warm); });
        take(times.boundary, [&] { call(small, layers.type, setting); });
        if (round < 0) // It only warmed up.
            times = {};
    }
    return times;
}

/// @param memory  bytes per second that as many threads read
void print(const Layers& layers, const Setting& setting, const Times& times, double memory)
{
    const double call = median(times.call), boundary = median(times.boundary);
    const double least = std::ranges::min(times.call), leastWork = std::ranges::min(times.work);
    const double speed = double(layers.bytes()) / call * 1e3;
    std::printf(
        "| %d × %lld², %s | int%d %s | %d | %.2f | %.2f | %.2f | %.1f | %.0f %% | %.1f %% | "
        "%.3f | %.2f %% |\n",
        layers.count, static_cast<long long>(extent), layers.type == DType::F32 ? "F32" : "F16",
        setting.bits, nameOf(setting.search), setting.threads, call, median(times.work),
        median(times.encode), speed * 1e-9, 100 * speed / memory,
        100 * (least - leastWork) / leastWork, boundary, 100 * boundary / call);
    std::fflush(stdout);
}

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication app(argc, argv);
    QCommandLineParser parser;
    const auto text = [](const char* value) { return QString::fromUtf8(value); };
    parser.addHelpOption();
    parser.addOptions(
        {{text("rounds"), text("Of one layer; a fifth of many."), text("N"), text("51")},
            {text("layers"), text("In the large table."), text("N"), text("100")},
            {text("bits"), text("Of a code."), text("N"), text("4")},
            {text("threads"), text("0: one, and one per core."), text("N"), text("0")},
            {text("type"), text("Of the weights: f32 or f16."), text("TYPE"), text("f32")}});
    parser.process(app);
    const int rounds = std::clamp(parser.value(text("rounds")).toInt(), 1, 1000);
    const int many = std::clamp(parser.value(text("layers")).toInt(), 1, 1000);
    const DType type = parser.value(text("type")) == text("f16") ? DType::F16 : DType::F32;
    const int bits = parser.value(text("bits")).toInt();
    if (!schemeNamed(QStringLiteral("int%1").arg(bits)))
        fail("no scheme has so many bits");

    std::vector<int> threads{std::clamp(parser.value(text("threads")).toInt(), 0, 256)};
    if (threads.front() == 0) {
        threads.front() = 1;
        if (resolvedThreads(0) > 1)
            threads.push_back(resolvedThreads(0));
    }
    std::printf("arrowquant %s, %s. ", arrowquant_version(), instructionSet().name);
    std::vector<double> memory;
    for (const int count : threads) {
        WorkerPool pool(count);
        memory.push_back(memoryReadBytesPerSecond(pool));
        std::printf("%d threads read %.1f GB/s of memory. ", count, memory.back() * 1e-9);
    }
    std::printf("Medians of %d rounds of one layer, %d of many.\n\n", rounds, rounds / 5 + 1);
    std::puts("| table | scheme | threads | call ms | work ms | encode ms | GB/s | of memory | "
              "beyond work | one group each, ms | of the call |\n"
              "| --- | --- | --: | --: | --: | --: | --: | --: | --: | --: | --: |");
    for (const int layers : {1, many}) {
        const Layers data = makeLayers(type, extent * extent, layers);
        for (const Search search : {Search::None, Search::Balanced, Search::Best})
            for (std::size_t i = 0; i < threads.size(); ++i) {
                const Setting setting{bits, search, threads[i]};
                const int count = layers == 1 ? rounds : rounds / 5 + 1;
                print(data, setting, measure(data, setting, count), memory[i]);
            }
    }
    return 0;
}
