// How long the table of contents of a model takes to open: a file of every format that can be
// written, and a tokenizer's vocabulary in GGUF.
//     bench_header [TENSORS]
#include "core/io/formats/gguf_values.h"
#include "core/io/model_source.h"
#include "core/io/model_writer.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <algorithm>
#include <cstdio>

using namespace aq;

namespace {

constexpr int runs = 11;

/// Kept tensors without a byte written: the file has their size, and holes.
OutputManifest manifestOf(int tensors)
{
    OutputManifest manifest;
    for (int i = 0; i < tensors; ++i)
        manifest.tensors.push_back(
            {QStringLiteral("model.layers.%1.self_attn.weight").arg(i), DType::F16, {16, 256}, {}});
    return manifest;
}

/// 150,000 tokens and their scores, as a language model has them.
std::vector<TypedEntry> vocabulary()
{
    QByteArray tokens, scores;
    appendLittleEndian(tokens, std::uint32_t(GgufKind::Array));
    appendLittleEndian(tokens, std::uint32_t(GgufKind::String));
    appendLittleEndian(tokens, std::uint64_t(150'000));
    for (int i = 0; i < 150'000; ++i)
        tokens += ggufName(QStringLiteral("token%1").arg(i));
    appendLittleEndian(scores, std::uint32_t(GgufKind::Array));
    appendLittleEndian(scores, std::uint32_t(GgufKind::Float32));
    appendLittleEndian(scores, std::uint64_t(150'000));
    scores += QByteArray(600'000, '\0');
    return {{QStringLiteral("tokenizer.ggml.tokens"), tokens},
        {QStringLiteral("tokenizer.ggml.scores"), scores}};
}

bool writeEmpty(const Format& format, const QString& path, const OutputManifest& manifest)
{
    auto writer = format.create(path, manifest);
    return writer && (*writer)->finish() && (*writer)->commit();
}

void print(const char* what, const Format& format, const OutputManifest& manifest)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("model"));
    if (!writeEmpty(format, path, manifest))
        return;
    std::vector<double> times;
    for (int run = 0; run < runs; ++run) {
        QElapsedTimer clock;
        clock.start();
        if (!openModel(path))
            return;
        times.push_back(double(clock.nsecsElapsed()) / 1e6);
    }
    std::sort(times.begin(), times.end());
    std::printf("| %s | %s | %zu | %.1f | %.1f |\n", format.title, what, manifest.tensors.size(),
        times.front(), times[runs / 2]);
}

} // namespace

int main(int argc, char** argv)
{
    const int tensors = argc > 1 ? QByteArray(argv[1]).toInt() : 10'000;
    if (tensors < 0 || argc > 2) {
        std::fprintf(stderr, "bench_header [TENSORS]\n");
        return 2;
    }
    std::printf("| format | file | tensors | open, ms (best) | ms (median of %d) |\n"
                "|---|---|--:|--:|--:|\n",
        runs);
    const OutputManifest manifest = manifestOf(tensors);
    for (const Format* format : formats())
        if (format->create)
            print("tensors", *format, manifest);
    OutputManifest withWords = manifestOf(300);
    withWords.typedMetadata = vocabulary();
    print("vocabulary of 150,000", *formatNamed(u"gguf"), withWords);
}
