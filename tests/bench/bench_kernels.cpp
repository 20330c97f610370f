// Speed of encoding and decoding on one thread, beside the memory's. Not a test.
//
//     bench_kernels [MILLION_WEIGHTS]    every kernel set that this CPU runs
//
// Source: F16 in memory, groups of 128, real zero points, F16 scales, 64 rows of 4096 at a time:
// encode, with every search; or decode, to float and add up the errors, as a job does. "of memory":
// bytes of source per second beside what one thread of this process reads.
// AQ_KERNELS=name limits it to one set.
#include "core/analysis/metrics.h"
#include "core/quant/kernels/kernels.h"
#include "core/quant/scheme.h"
#include "core/quant/to_float.h"
#include "tests/bench/huge_pages.h"

#include <QCoreApplication>
#include <QFile>
#include <QProcess>
#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <functional>
#include <random>
#include <vector>

using namespace aq;

namespace {

constexpr int runs = 5;
constexpr std::int64_t columns = 4096;
constexpr std::int64_t rowsAtOnce = 64; ///< Half a MiB of F16: a piece of a job.

/// Least seconds of several runs: what the machine can do when nothing disturbs it.
double leastSeconds(const std::function<void()>& work)
{
    double least = 1e9;
    for (int run = 0; run < runs; ++run) {
        const auto start = std::chrono::steady_clock::now();
        work();
        const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
        least = std::min(least, seconds.count());
    }
    return least;
}

QByteArray cpuName()
{
    QFile file(QStringLiteral("/proc/cpuinfo"));
    if (file.open(QIODevice::ReadOnly))
        for (const QByteArray& line : file.readAll().split('\n'))
            if (line.startsWith("model name"))
                return line.mid(line.indexOf(':') + 2);
    return "unknown CPU";
}

struct Source {
    HugeVector<std::byte> halves;
    std::int64_t rows;

    explicit Source(std::int64_t weights)
        : halves(std::size_t(2 * weights))
        , rows(weights / columns)
    {
        std::mt19937 bits(1);
        std::vector<float> row(columns);
        for (std::int64_t r = 0; r < rows; ++r) {
            for (float& value : row) { // Nearly normal: the sum of four uniform numbers.
                const std::uint32_t word = std::uint32_t(bits());
                value = (float(word & 255) + float(word >> 8 & 255) + float(word >> 16 & 255)
                            + float(word >> 24) - 510)
                    * 1e-4f;
            }
            fromFloat(DType::F16, row, part(r));
        }
    }
    MutableBytes part(std::int64_t row, std::int64_t count = 1)
    {
        return MutableBytes(halves).subspan(
            std::size_t(2 * row * columns), std::size_t(2 * count * columns));
    }
};

const char* nameOf(Search search)
{
    constexpr std::array names{"none", "balanced", "best"};
    return names[std::size_t(search)];
}

void print(const char* what, const Scheme& scheme, Search search, const Source& source,
    double seconds, double memory)
{
    const double weights = double(source.rows * columns);
    std::printf("%-8s %-6s %-9s %-16s %8.2f %8.3f %7.0f %%\n", kernels().name, scheme.id,
        nameOf(search), what, 2 * weights / seconds * 1e-9, weights / seconds * 1e-9,
        100 * (2 * weights / seconds) / memory);
    std::fflush(stdout);
}

/// Pieces of rowsAtOnce rows, encoded or decoded one after the other.
void measure(const Scheme& scheme, Search search, Source& source, double memory)
{
    const SchemeOptions options{128, Symmetry::Asymmetric, ScaleType::F16, ZeroType::F16, search};
    const RowLayout layout = scheme.layout(columns, options);
    std::vector<std::byte> codes(std::size_t(source.rows * layout.codesBytes));
    std::vector<std::byte> scales(std::size_t(source.rows * layout.scalesBytes)), zeros(scales);
    const auto rowsOf = [](std::vector<std::byte>& bytes, std::int64_t row, std::int64_t count,
                            std::int64_t size) {
        return MutableBytes(bytes).subspan(std::size_t(row * size), std::size_t(count * size));
    };
    const auto forPieces = [&](const auto& work) {
        for (std::int64_t row = 0; row < source.rows; row += rowsAtOnce) {
            const std::int64_t count = std::min(rowsAtOnce, source.rows - row);
            work(row, count,
                EncodedRows{rowsOf(codes, row, count, layout.codesBytes),
                    rowsOf(scales, row, count, layout.scalesBytes),
                    rowsOf(zeros, row, count, layout.zerosBytes)});
        }
    };
    const double encoding = leastSeconds([&] {
        forPieces([&](std::int64_t row, std::int64_t count, EncodedRows out) {
            const auto done = scheme.encode(
                {DType::F16, source.part(row, count)}, {count, columns}, options, nullptr, {}, out);
            if (!done)
                qFatal("%s", qPrintable(done.error().detail));
        });
    });
    print("encode", scheme, search, source, encoding, memory);
    if (search != Search::None)
        return;
    std::vector<float> x(columns * rowsAtOnce), y(x.size());
    ErrorSums sums;
    const double decoding = leastSeconds([&] {
        forPieces([&](std::int64_t row, std::int64_t count, EncodedRows in) {
            const auto size = std::size_t(count * columns);
            const auto original = std::span(x).first(size), decoded = std::span(y).first(size);
            toFloat(DType::F16, source.part(row, count), original);
            scheme.decode({in.codes, in.scales, in.zeros}, {count, columns}, options, decoded);
            sums.add(original, decoded);
        });
    });
    print("decode + measure", scheme, search, source, decoding, memory);
}

/// Bytes of `source` that this thread reads per second: a look at every element.
double memoryRead(const Source& source)
{
    bool isFinite = true;
    const Weights all(DType::F16, source.halves);
    const double seconds = leastSeconds([&] { isFinite = isFinite && !firstNonFinite(all); });
    return isFinite ? double(source.halves.size()) / seconds : 0;
}

void measureAll(std::int64_t weights)
{
    Source source(weights);
    const double memory = memoryRead(source);
    std::printf("%-8s memory read, one thread: %.1f GB/s\n", kernels().name, memory * 1e-9);
    for (const Scheme* scheme : schemes()) {
        if (qstrcmp(scheme->family, "affine") != 0)
            continue;
        measure(*scheme, Search::None, source, memory);
        if (scheme->codeBits > 4)
            continue;
        measure(*scheme, Search::Balanced, source, memory);
        measure(*scheme, Search::Best, source, memory);
    }
}

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication app(argc, argv);
    const QStringList arguments = app.arguments().mid(1);
    const int millions = arguments.isEmpty() ? 32 : arguments[0].toInt();
    if (qEnvironmentVariableIsSet("AQ_KERNELS")) {
        measureAll(std::int64_t(millions) << 20);
        return 0;
    }
    std::printf("%s\n%-8s %-6s %-9s %-16s %8s %8s %9s\n", cpuName().constData(), "kernels",
        "scheme", "search", "", "GB/s in", "Gw/s", "of memory");
    std::fflush(stdout);
    for (const Kernels* set : runnableKernels()) { // A process each: the choice is made only once.
        qputenv("AQ_KERNELS", set->name);
        if (QProcess::execute(app.applicationFilePath(), arguments) != 0)
            return 1;
    }
    return 0;
}
