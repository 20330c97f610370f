// Reads an Arrow IPC file or stream with Apache Arrow's own JavaScript implementation and prints, as JSON,
// what it sees: schema, metadata and, per row, values and checksums. Only for valid files: damaged
// ones can make that library hang.
//
//     node witness.mjs FILE
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

// The package lies in the build folder: AQ_NODE_MODULES, or beside this script.
const home = process.env.AQ_NODE_MODULES ?? new URL(".", import.meta.url).pathname;
const { tableFromIPC } = createRequire(join(home, "package.json"))("apache-arrow");

const sha256 = (bytes) => createHash("sha256").update(bytes).digest("hex");

/** A list<float32> or list<int64> value as an array of numbers. */
const numbers = (list) => Array.from(list.toArray(), Number);

/** SHA-256 of the values as little-endian float32, and their sum in double, in order. */
function digest(list) {
    const values = Float32Array.from(list.toArray());
    const bytes = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
    return { count: values.length, sha256: sha256(bytes), sum: values.reduce((a, b) => a + b, 0) };
}

const table = tableFromIPC(readFileSync(process.argv[2]));
const column = (name) => table.getChild(name);
const rows = [];
for (let i = 0; i < table.numRows; ++i) {
    const data = column("quantized_data").get(i);
    rows.push({
        name: column("layer_name").get(i),
        bytes: data.length,
        sha256: sha256(data),
        scales: digest(column("scales").get(i)),
        zero_points: digest(column("zero_points").get(i)),
        shape: numbers(column("shape").get(i)),
        bit_width: column("bit_width").get(i),
        group_size: column("group_size").get(i),
        scheme: column("scheme").get(i),
        dtype: column("dtype").get(i),
        symmetry: column("symmetry").get(i),
    });
}
const report = {
    fields: table.schema.fields.map((field) => [field.name, String(field.type), field.nullable]),
    metadata: Object.fromEntries(table.schema.metadata),
    batches: table.batches.length,
    rows,
};
process.stdout.write(JSON.stringify(report) + "\n");
