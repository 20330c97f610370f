// Writes a file in three pieces the way that models are written. tst_output_file runs it with
// tests/support/fail_io preloaded.
//     commit_helper TARGET new|overwrite
#include "core/io/output_file.h"

#include <cstdio>
#include <cstring>

namespace {

aq::Result<void> writeThirds(aq::OutputFile& file)
{
    std::byte bytes[300];
    for (int i = 0; i < 300; ++i)
        bytes[i] = std::byte(i * 7);
    for (const int third : {2, 0, 1})
        if (auto written = file.write(third * 100, aq::Bytes(bytes + third * 100, 100)); !written)
            return written;
    if (auto finished = file.finish(300); !finished)
        return finished;
    return file.commit();
}

} // namespace

int main(int argc, char** argv)
{
    if (argc != 3)
        return 2;
    auto file = aq::OutputFile::create(
        QString::fromLocal8Bit(argv[1]), std::strcmp(argv[2], "overwrite") == 0);
    const auto done = file ? writeThirds(**file) : aq::Result<void>(file.error());
    if (!done)
        std::fprintf(
            stderr, "%s: %s\n", qPrintable(done.error().where), qPrintable(done.error().detail));
    return done ? 0 : 1;
}
