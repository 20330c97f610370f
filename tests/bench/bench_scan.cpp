// What a sensitivity scan costs beside one quantization: a trial of Q4_K, a scan of all candidates
// of the GGUF target in full and as sampled, and the second visit, in turns in one process.
//     bench_scan [--rounds N] MODEL...
// One thread, its CPU time; the second visit, all threads by the wall clock. A Markdown table.
#include "core/jobs/scan.h"
#include "tests/bench/bench_clock.h"

#include <QFileInfo>
#include <QTemporaryDir>
#include <algorithm>
#include <cstdio>
#include <cstdlib>

using namespace aq;

namespace {

/// Everything is quantized that can be.
Recipe recipe()
{
    Recipe recipe;
    recipe.target = QStringLiteral("gguf");
    recipe.scheme = QStringLiteral("q4_k");
    recipe.keepOneDimensional = false;
    recipe.keepBelowElements = 0;
    recipe.keepArchitectureList = false;
    return recipe;
}

double median(std::vector<double> values)
{
    std::ranges::sort(values);
    return values[values.size() / 2];
}

/// The times of one model.
struct Times {
    std::vector<double> trial, full, sampled;
    double visit = 0;
};

double secondsOfTrial(const ModelSource& source, const QuantPlan& plan)
{
    const BenchClock clock(1);
    const JobEnd end = measureModel({source, plan, {}, {.threads = 1}, {}}, {});
    if (!std::holds_alternative<Finished>(end))
        std::exit(EXIT_FAILURE);
    return clock.seconds();
}

double secondsOfScan(ScanRequest request, std::int64_t mostElements)
{
    request.limits.threads = 1;
    request.mostElements = mostElements;
    const BenchClock clock(1);
    if (!scanModel(request, {}))
        std::exit(EXIT_FAILURE);
    return clock.seconds();
}

double secondsOfVisit(ScanRequest request)
{
    const QTemporaryDir cache;
    request.cache = cache.path();
    static_cast<void>(scanModel(request, {}));
    const BenchClock clock(2);
    static_cast<void>(scanModel(request, {}));
    return clock.seconds();
}

void print(const ModelSource& source, const ScanRequest& request, const Times& times)
{
    const QuantPlan& plan = request.candidates->base;
    const double trial = median(times.trial), full = median(times.full),
                 sampled = median(times.sampled);
    std::printf("| %s | %.1f M | %lld | %.2f s | %.2f s | %.1f× | %.2f s | %.2f× | %.3f s |\n",
        qPrintable(QFileInfo(source.path()).fileName()), double(plan.parameters) / 1e6,
        static_cast<long long>(request.candidates->count()), trial, full, full / trial, sampled,
        sampled / trial, times.visit);
}

bool bench(const QString& path, int rounds)
{
    const auto source = openModel(path);
    if (!source)
        return false;
    auto candidates = candidatesFor(source->header(), recipe());
    if (!candidates)
        return false;
    ScanRequest request{
        .source = *source, .candidates = std::make_shared<Candidates>(*std::move(candidates))};
    const std::int64_t mostElements = request.mostElements;
    Times times;
    for (int round = 0; round < rounds; ++round) {
        times.trial.push_back(secondsOfTrial(*source, request.candidates->base));
        times.full.push_back(secondsOfScan(request, 0));
        times.sampled.push_back(secondsOfScan(request, mostElements));
    }
    times.visit = secondsOfVisit(request);
    print(*source, request, times);
    return true;
}

} // namespace

int main(int argc, char** argv)
{
    int rounds = 3;
    std::printf("| model | weights | candidates | Q4_K trial | full scan | ÷ trial | sampled scan "
                "| ÷ trial | second visit |\n"
                "| --- | --: | --: | --: | --: | --: | --: | --: | --: |\n");
    for (int i = 1; i < argc; ++i) {
        const QString word = QString::fromLocal8Bit(argv[i]);
        if (word == QLatin1StringView("--rounds") && i + 1 < argc) {
            rounds = std::max(1, std::atoi(argv[++i]));
            continue;
        }
        if (!bench(word, rounds)) {
            std::fprintf(stderr, "%s cannot be scanned\n", argv[i]);
            return EXIT_FAILURE;
        }
        std::fflush(stdout);
    }
    return EXIT_SUCCESS;
}
