#pragma once
#include "app/cli_arguments.h"

namespace aq::cli {

/// One subcommand; a row of the table in cli.cpp.
struct Command {
    const char* name;
    const char* summary;
    std::vector<const char*> positionals; ///< "MODEL"
    std::vector<const std::vector<Option>*> options;
    int (*run)(const Arguments& arguments); ///< Returns the exit status.
};

/// Runs `arrowquant-cli` with these words (without the program's name). Returns the exit status.
int run(const QStringList& words);

// Each in a file of its own.
int inspect(const Arguments& arguments);
int plan(const Arguments& arguments);
int measure(const Arguments& arguments);
int quantize(const Arguments& arguments);
int validateFiles(const Arguments& arguments);
int dequantize(const Arguments& arguments);
int batch(const Arguments& arguments);

} // namespace aq::cli
