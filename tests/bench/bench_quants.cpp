// Speed and fidelity of every scheme, beside the memory's speed and, if wanted, beside ggml's own
// encoders on the same weights. Prints Markdown for docs/benchmarks.md. Not a test.
//
//     bench_quants [--peer LIBGGML-BASE.SO] [--scheme ID]… [--search none|balanced|best|all]
//     [MODEL…]
//
// Speeds are medians of five rounds in which all sides take turns. Ours starts from F16 and from
// F32, the peer from F32, the only type it takes. An affine scheme is set beside the peer's type of
// as many bits, whose layout is another one: there only the speeds are compared.
#include "core/io/model_source.h"
#include "core/quant/kernels/instruction_set.h"
#include "tests/bench/memory_read.h"
#include "tests/bench/quant_sides.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDate>
#include <QFile>
#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <optional>

using namespace aq;

namespace {

constexpr int rounds = 5;
constexpr std::int64_t qualityRows = (1 << 21) / benchColumns;

struct Options {
    QStringList schemes; ///< Empty: all.
    std::vector<Search> searches;
    double seconds = 0.2; ///< Of one measurement of one side.
    int threads = 1;
    std::int64_t weights = 1 << 24;
    bool hasImportance = false;
};

struct Bench {
    Options options;
    std::optional<PeerQuants> peer;
    std::vector<BenchData> data; ///< Speeds are measured on the first.
    double memorySpeed = 0;      ///< Bytes per second.
};

struct Fidelity {
    double ours = 0, peers = 0; ///< SQNR in dB.
};

/// One row of both tables. Speeds in weights per second; 0: not measured.
struct Row {
    const Scheme* scheme;
    Search search;
    const char* peerType = nullptr;
    double bitsPerWeight = 0;
    double fromHalves = 0, fromFloats = 0, peers = 0, decode = 0, peersDecode = 0;
    std::vector<Fidelity> fidelity = {}; ///< One for each of Bench::data.
    bool isSameLayout() const { return peerType && qstrcmp(peerType, scheme->id) == 0; }
};

const char* nameOf(Search search)
{
    constexpr std::array names{"none", "balanced", "best"};
    return names[std::size_t(search)];
}

/// The peer's type that a scheme is set beside: its own, or for affine schemes one of as many bits.
const char* peerTypeOf(const Scheme& scheme)
{
    if (qstrcmp(scheme.family, "affine") != 0)
        return scheme.id;
    switch (scheme.codeBits) {
    case 2:
        return "q2_k";
    case 3:
        return "q3_k";
    case 4:
        return "q4_0";
    case 5:
        return "q5_0";
    case 6:
        return "q6_k";
    default:
        return "q8_0";
    }
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

double median(std::array<double, rounds> values)
{
    std::ranges::sort(values);
    return values[rounds / 2];
}

/// Rows that a side of this speed gets through in a second: slow ones decode fewer.
std::int64_t rowsIn(double weightsPerSecond, std::int64_t rows)
{
    return std::clamp(std::int64_t(weightsPerSecond) / benchColumns, std::int64_t(1), rows);
}

void measureSpeed(const Bench& bench, OurSide& ours, PeerSide* peers, Row& row)
{
    const std::int64_t rows = bench.data.front().rows();
    WorkerPool pool(bench.options.threads);
    const auto speed = [&](const RowWork& work, std::int64_t count) {
        return weightsPerSecond(pool, work, count, bench.options.seconds);
    };
    const auto decoding = [](const auto& side) {
        return [&side](std::int64_t first, std::int64_t count) {
            thread_local std::vector<float> x;
            x.resize(std::size_t(count * benchColumns));
            side.decode(first, x);
            return true;
        };
    };
    std::array<double, rounds> halves{}, floats{}, peer{}, decode{}, peerDecode{};
    for (std::size_t round = 0; round < rounds; ++round) {
        halves[round]
            = speed([&](auto first, auto count) { return ours.encodeHalves(first, count); }, rows);
        if (peers)
            peer[round]
                = speed([&](auto first, auto count) { return peers->encode(first, count); }, rows);
        floats[round]
            = speed([&](auto first, auto count) { return ours.encodeFloats(first, count); }, rows);
        decode[round] = speed(decoding(ours), rowsIn(bench.options.seconds * floats[round], rows));
        if (peers)
            peerDecode[round]
                = speed(decoding(*peers), rowsIn(bench.options.seconds * peer[round], rows));
    }
    row.fromHalves = median(halves);
    row.fromFloats = median(floats);
    row.peers = median(peer);
    row.decode = median(decode);
    row.peersDecode = median(peerDecode);
}

Fidelity measureFidelity(const BenchData& data, OurSide& ours, PeerSide* peers)
{
    const std::int64_t rows = std::min(qualityRows, data.rows());
    Fidelity found;
    found.ours = roundTripSqnrDb(
        data, [&](auto first, auto count) { return ours.encodeFloats(first, count); },
        [&](auto first, auto x) { ours.decode(first, x); }, rows);
    if (peers)
        found.peers = roundTripSqnrDb(
            data, [&](auto first, auto count) { return peers->encode(first, count); },
            [&](auto first, auto x) { peers->decode(first, x); }, rows);
    return found;
}

Row measure(const Bench& bench, const Scheme& scheme, Search search)
{
    Row row{.scheme = &scheme, .search = search};
    std::optional<int> type;
    if (bench.peer)
        type = bench.peer->typeNamed(peerTypeOf(scheme));
    if (type)
        row.peerType = peerTypeOf(scheme);
    for (const BenchData& data : bench.data) {
        OurSide ours(scheme, search, data);
        std::optional<PeerSide> peers;
        if (type)
            peers.emplace(*bench.peer, *type, data);
        PeerSide* const beside = peers ? &*peers : nullptr;
        row.bitsPerWeight = ours.bitsPerWeight();
        if (&data == &bench.data.front())
            measureSpeed(bench, ours, beside, row);
        row.fidelity.push_back(measureFidelity(data, ours, row.isSameLayout() ? beside : nullptr));
    }
    return row;
}

/// A cell with a number, or an empty one for "not measured".
QByteArray cell(double value, int decimals, const char* unit = "")
{
    return value == 0 ? QByteArray(" |")
                      : ' ' + QByteArray::number(value, 'f', decimals) + unit + " |";
}

QByteArray start(const Row& row)
{
    return QByteArray("| ") + row.scheme->id + " | " + nameOf(row.search) + " |"
        + cell(row.bitsPerWeight, 3);
}

void printSpeeds(const Bench& bench, const std::vector<Row>& rows)
{
    const bool hasPeer = bench.peer.has_value();
    std::printf("| scheme | search | bpw | F16 Gw/s | F16 GB/s | of memory | F32 Gw/s | F32 GB/s | "
                "decode Gw/s |%s\n| --- | --- | --: | --: | --: | --: | --: | --: | --: |%s\n",
        hasPeer ? " ggml type | ggml Gw/s | F16 ÷ ggml | F32 ÷ ggml | ggml decode |" : "",
        hasPeer ? " --- | --: | --: | --: | --: |" : "");
    for (const Row& row : rows) {
        QByteArray line = start(row) + cell(row.fromHalves * 1e-9, 3)
            + cell(2e-9 * row.fromHalves, 2)
            + cell(100 * 2 * row.fromHalves / bench.memorySpeed, 0, " %")
            + cell(row.fromFloats * 1e-9, 3) + cell(4e-9 * row.fromFloats, 2)
            + cell(row.decode * 1e-9, 3);
        if (hasPeer && row.peers > 0)
            line += QByteArray(" ") + row.peerType + " |" + cell(row.peers * 1e-9, 4)
                + cell(row.fromHalves / row.peers, 1, "×")
                + cell(row.fromFloats / row.peers, 1, "×") + cell(row.peersDecode * 1e-9, 3);
        else if (hasPeer)
            line += " | | | | |";
        std::puts(line.constData());
    }
}

/// "+0.135"; nothing for the difference of two infinities.
QByteArray signedText(double value)
{
    if (std::isnan(value))
        return {};
    return (value < 0 ? "" : "+") + QByteArray::number(value, 'f', 3);
}

void printFidelity(const Bench& bench, const std::vector<Row>& rows)
{
    QByteArray head = "| scheme | search | bpw |", line = "| --- | --- | --: |";
    for (const BenchData& data : bench.data) {
        head += ' ' + data.name.toUtf8() + " dB |" + (bench.peer ? " ggml | difference |" : "");
        line += bench.peer ? " --: | --: | --: |" : " --: |";
    }
    std::printf("%s\n%s\n", head.constData(), line.constData());
    for (const Row& row : rows) {
        QByteArray text = start(row);
        for (const Fidelity& found : row.fidelity) {
            text += cell(found.ours, 2);
            if (bench.peer && row.isSameLayout())
                text += cell(found.peers, 2) + ' ' + signedText(found.ours - found.peers) + " |";
            else if (bench.peer)
                text += " | |";
        }
        std::puts(text.constData());
    }
}

void print(const Bench& bench, const std::vector<Row>& rows)
{
    std::printf("%s, %s, %s, %d %s. Memory read in the same process: %.1f GB/s. %.0f M weights; "
                "medians of %d alternating rounds%s%s.\n\n",
        cpuName().constData(), qPrintable(QDate::currentDate().toString(Qt::ISODate)),
        instructionSet().name, bench.options.threads,
        bench.options.threads == 1 ? "thread, its CPU time" : "threads, wall time",
        bench.memorySpeed * 1e-9, double(bench.data.front().rows() * benchColumns) * 0x1p-20,
        rounds, bench.peer ? "; ggml takes F32" : "",
        bench.options.hasImportance ? "; every side is given importance" : "");
    printSpeeds(bench, rows);
    std::printf("\nSQNR%s, %d M weights of each at most:\n\n",
        bench.options.hasImportance ? " weighted by a random importance of each column" : "",
        int(qualityRows * benchColumns >> 20));
    printFidelity(bench, rows);
}

[[noreturn]] void fail(const QString& text)
{
    std::fprintf(stderr, "%s\n", qPrintable(text));
    std::exit(1);
}

[[noreturn]] void fail(const Error& error)
{
    fail(error.where + QStringLiteral(": ") + error.detail);
}

std::vector<Search> searchesNamed(const QString& name)
{
    if (name == QLatin1StringView("all"))
        return {Search::None, Search::Balanced, Search::Best};
    for (const Search search : {Search::None, Search::Balanced, Search::Best})
        if (name == QLatin1StringView(nameOf(search)))
            return {search};
    fail(QStringLiteral("no search is called ") + name);
}

void chooseInstructionSet(const QString& name)
{
    for (const InstructionSet& set : instructionSets())
        if (name == QLatin1StringView(set.name))
            return useInstructionSet(set);
    fail(QStringLiteral("this CPU has no kernels called ") + name);
}

struct CommandLine {
    Options options;
    QString peer;
    QStringList models;
};

CommandLine parse(const QCoreApplication& app)
{
    QCommandLineParser parser;
    const auto text = [](const char* value) { return QString::fromUtf8(value); };
    parser.addHelpOption();
    parser.addPositionalArgument(text("MODEL"), text("Models whose weights are encoded too."));
    parser.addOptions({{text("peer"), text("ggml to compare with."), text("LIBGGML-BASE.SO")},
        {text("scheme"), text("Only this one; may be repeated."), text("ID")},
        {text("search"), text("none, balanced, best or all."), text("NAME"), text("balanced")},
        {text("seconds"), text("Of one measurement."), text("S"), text("0.2")},
        {text("threads"), text("That work together."), text("N"), text("1")},
        {text("millions"), text("Of weights, 8 to 256."), text("M"), text("16")},
        {text("kernels"), text("Instruction set to use."), text("NAME")},
        {text("importance"), text("Gives both sides a weight for each column's error.")}});
    parser.process(app);
    if (parser.isSet(text("kernels")))
        chooseInstructionSet(parser.value(text("kernels")));
    CommandLine words;
    words.options.schemes = parser.values(text("scheme"));
    words.options.searches = searchesNamed(parser.value(text("search")));
    words.options.seconds = std::clamp(parser.value(text("seconds")).toDouble(), 0.001, 60.0);
    words.options.threads = resolvedThreads(parser.value(text("threads")).toInt());
    words.options.weights = std::int64_t(std::clamp(parser.value(text("millions")).toInt(), 8, 256))
        << 20;
    words.options.hasImportance = parser.isSet(text("importance"));
    words.peer = parser.value(text("peer"));
    words.models = parser.positionalArguments();
    return words;
}

Bench prepare(const CommandLine& words)
{
    Bench bench;
    bench.options = words.options;
    for (const QString& id : words.options.schemes)
        if (!schemeNamed(id))
            fail(QStringLiteral("no scheme is called ") + id);
    if (!words.peer.isEmpty()) {
        auto peer = PeerQuants::open(words.peer);
        if (!peer)
            fail(peer.error());
        bench.peer = *std::move(peer);
    }
    WorkerPool pool(words.options.threads);
    bench.memorySpeed = memoryReadBytesPerSecond(pool);
    bench.data.push_back(gaussianData(words.options.weights));
    bench.data.push_back(studentData(qualityRows * benchColumns));
    for (const QString& path : words.models) {
        auto data = modelData(path, qualityRows * benchColumns);
        if (!data)
            fail(data.error());
        bench.data.push_back(*std::move(data));
    }
    if (words.options.hasImportance)
        for (BenchData& data : bench.data)
            data.importance = benchImportance();
    return bench;
}

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication app(argc, argv);
    const Bench bench = prepare(parse(app));
    std::vector<Row> rows;
    for (const Scheme* scheme : schemes())
        for (const Search search : bench.options.searches) {
            const QString id = QString::fromLatin1(scheme->id);
            if (!bench.options.schemes.isEmpty() && !bench.options.schemes.contains(id))
                continue;
            std::fprintf(stderr, "%s %s\n", scheme->id, nameOf(search));
            rows.push_back(measure(bench, *scheme, search));
        }
    print(bench, rows);
    return 0;
}
