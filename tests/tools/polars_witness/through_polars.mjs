// Reads an Arrow IPC file or stream with Polars, whose reader and writer are neither Apache Arrow's
// nor ours, and writes what it holds again.
//
//     node through_polars.mjs IN OUT uncompressed|lz4|zstd
//
// Names ending in .arrow are files, others streams. The package lies in the build folder: AQ_NODE_MODULES. It is
// the compiled part of nodejs-polars alone; the rest is one package per system.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const home = process.env.AQ_NODE_MODULES ?? new URL(".", import.meta.url).pathname;
const polars = createRequire(join(home, "package.json"))("nodejs-polars-linux-x64-gnu");

const [, , input, output, compression] = process.argv;
const isStream = (name) => !name.endsWith(".arrow");
const table = (isStream(input) ? polars.readIpcStream : polars.readIpc)(readFileSync(input), {});
if (isStream(output)) table.writeIpcStream(output, compression);
else table.writeIpc(output, compression);
