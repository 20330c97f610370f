// Speed of encoding and decoding on one thread, beside the memory's. Not a test.
//
//     bench_kernels [MILLION_WEIGHTS]    every kernel set that this CPU runs
//
// Source: F16 in memory, groups of 128, real zero points, F16 scales, a row of 4096 at a time:
// to float, then encode; or decode, to float and add up the errors, as a job does.
// AQ_KERNELS=name limits it to one set.
#include "core/analysis/metrics.h"
#include "core/quant/kernels/kernels.h"
#include "core/quant/scheme.h"
#include "core/quant/to_float.h"

#include <QCoreApplication>
#include <QFile>
#include <QProcess>
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <functional>
#include <random>
#include <vector>

using namespace aq;

namespace {

constexpr int runs = 5;
constexpr std::int64_t columns = 4096;

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
    std::vector<std::byte> halves;
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
    MutableBytes part(std::int64_t row)
    {
        return MutableBytes(halves).subspan(std::size_t(2 * row * columns), 2 * columns);
    }
};

void print(
    const char* what, const Scheme& scheme, bool isSearched, const Source& source, double seconds)
{
    const double weights = double(source.rows * columns);
    std::printf("%-8s %-6s %-6s %-16s %8.2f %8.3f\n", kernels().name, scheme.id,
        isSearched ? "clip" : "minmax", what, 2 * weights / seconds * 1e-9,
        weights / seconds * 1e-9);
    std::fflush(stdout);
}

void measure(const Scheme& scheme, Search search, Source& source)
{
    const SchemeOptions options{128, Symmetry::Asymmetric, ScaleType::F16, ZeroType::F16, search};
    const RowLayout layout = scheme.layout(columns, options);
    const Matrix row{1, columns};
    std::vector<std::byte> codes(std::size_t(source.rows * layout.codesBytes));
    std::vector<std::byte> scales(std::size_t(source.rows * layout.scalesBytes)), zeros(scales);
    const auto rowOf = [](std::vector<std::byte>& bytes, std::int64_t r, std::int64_t size) {
        return MutableBytes(bytes).subspan(std::size_t(r * size), std::size_t(size));
    };
    std::vector<float> x(columns), y(columns);

    const double encoding = leastSeconds([&] {
        for (std::int64_t r = 0; r < source.rows; ++r) {
            const auto done = scheme.encode({DType::F16, source.part(r)}, row, options, nullptr, {},
                {rowOf(codes, r, layout.codesBytes), rowOf(scales, r, layout.scalesBytes),
                    rowOf(zeros, r, layout.zerosBytes)});
            if (!done)
                qFatal("%s", qPrintable(done.error().detail));
        }
    });
    print("encode", scheme, search == Search::Best, source, encoding);
    ErrorSums sums;
    const double decoding = leastSeconds([&] {
        for (std::int64_t r = 0; r < source.rows; ++r) {
            toFloat(DType::F16, source.part(r), x);
            scheme.decode({rowOf(codes, r, layout.codesBytes), rowOf(scales, r, layout.scalesBytes),
                              rowOf(zeros, r, layout.zerosBytes)},
                row, options, y);
            sums.add(x, y);
        }
    });
    if (search == Search::None)
        print("decode + measure", scheme, false, source, decoding);
}

void measureAll(std::int64_t weights)
{
    Source source(weights);
    for (const Scheme* scheme : schemes()) {
        measure(*scheme, Search::None, source);
        if (scheme->codeBits <= 4)
            measure(*scheme, Search::Best, source);
    }
}

void printMemory()
{
    const std::vector<float> floats(std::size_t(1) << 27, 1.0f);
    bool isFinite = true;
    const double seconds = leastSeconds([&] { isFinite = isFinite && !firstNonFinite(floats); });
    std::printf("%s\nmemory read, one thread: %.1f GB/s (512 MiB of floats %s, %s)\n",
        cpuName().constData(), double(floats.size() * sizeof(float)) / seconds * 1e-9,
        isFinite ? "scanned" : "misread", kernels().name);
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
    printMemory();
    std::printf(
        "%-8s %-6s %-6s %-16s %8s %8s\n", "kernels", "scheme", "search", "", "GB/s in", "Gw/s");
    std::fflush(stdout);
    for (const Kernels* set : runnableKernels()) { // A process each: the choice is made only once.
        qputenv("AQ_KERNELS", set->name);
        if (QProcess::execute(app.applicationFilePath(), arguments) != 0)
            return 1;
    }
    return 0;
}
