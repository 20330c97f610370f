// Makes tables of weights in the column types that Apache Arrow for JavaScript can write
// (apache-arrow 21.1.0, lz4js 0.2.0 for its LZ4 codec, under Node 20): streams, dictionaries, lists of
// fixed size, half precision, nulls, no rows at all.
//
//     AQ_NODE_MODULES=folder node make_columns.mjs
import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const require = createRequire(join(process.env.AQ_NODE_MODULES, "package.json"));
const { CompressionType, Dictionary, Field, FixedSizeList, Float16, Float32, Float64, Int32, Int64,
    Int8, List, RecordBatch, RecordBatchStreamWriter, Schema, Struct, Table, Utf8,
    compressionRegistry, makeData, tableToIPC, vectorFromArray } = require("apache-arrow");
const lz4 = require("lz4js");

const nullable = (name, type) => new Field(name, type, true);
const list = (type) => new List(nullable("item", type));
const fixed = (size, type) => new FixedSizeList(size, nullable("item", type));

/// Record batches of rows, given as objects.
function batchesOf(types, batches) {
    const schema = new Schema(Object.entries(types).map(([name, type]) => nullable(name, type)));
    return batches.map((rows) => {
        const children = Object.entries(types).map(([name, type]) =>
            vectorFromArray(rows.map((row) => row[name]), type).data[0]);
        return new RecordBatch(schema, makeData({
            type: new Struct(schema.fields), length: rows.length, nullCount: 0, children }));
    });
}
const table = (types, batches) => new Table(batchesOf(types, batches));
const save = (name, bytes) => writeFileSync(new URL(name, import.meta.url), bytes);
const saveTable = (name, types, batches, compression = null) =>
    save(name, tableToIPC(table(types, batches), name.endsWith("s") ? "stream" : "file", compression));

const plain = { layer_name: new Utf8(), weights: list(new Float32()), shape: list(new Int64()) };
const rows = [
    [{ layer_name: "a", weights: [1, 2, 3, 4, 5, 6], shape: [2n, 3n] },
        { layer_name: "empty", weights: [], shape: [0n, 4n] }],
    [{ layer_name: "ü", weights: [0.5], shape: [] }],
];

// Streams: the same rows as weights.arrow; and a table with columns but no rows.
saveTable("stream.arrows", plain, rows);
saveTable("no_rows.arrow", plain, [[]]);
saveTable("no_rows.arrows", plain, [[]]);

// apache-arrow 21.1.0 writes how long a compressed buffer is where the format wants how long it was: a
// file that must be refused. (Polars writes the ones that can be read.) 3000 weights: i % 7.
compressionRegistry.set(CompressionType.LZ4_FRAME, {
    encode: (bytes) => lz4.compress(bytes), decode: (bytes) => lz4.decompress(bytes) });
const many = Array.from({ length: 3000 }, (_, i) => i % 7);
saveTable("lz4_wrong_length.arrow", plain,
    [[{ layer_name: "many", weights: many, shape: [30n, 100n] }], rows[0]], CompressionType.LZ4_FRAME);

// Lists of fixed size, and shapes in 32 bits.
saveTable("fixed.arrow",
    { layer_name: new Utf8(), weights: fixed(6, new Float32()), shape: fixed(2, new Int32()) },
    [[{ layer_name: "a", weights: [1, 2, 3, 4, 5, 6], shape: [2, 3] },
        { layer_name: "b", weights: [7, 8, 9, 10, 11, 12], shape: [3, 2] }]]);

// Half and double precision.
saveTable("half.arrow", { layer_name: new Utf8(), weights: list(new Float16()) },
    [[{ layer_name: "h", weights: [1, -2, 0.5] }]]);
saveTable("double.arrow", { layer_name: new Utf8(), weights: list(new Float64()) },
    [[{ layer_name: "d", weights: [1, -2, 0.1] }]]);

// Nulls where a value may be missing, and where it may not.
saveTable("null_shapes.arrow", plain, [
    [{ layer_name: "a", weights: [1, 2, 3, 4], shape: null },
        { layer_name: "b", weights: [1, 2, 3, 4], shape: [2n, 2n] }]]);
saveTable("all_shapes_null.arrow", plain, [[{ layer_name: "a", weights: [1, 2], shape: null }]]);
saveTable("null_name.arrow", plain, [rows[0], [{ layer_name: "b", weights: [1], shape: [1n] },
    { layer_name: null, weights: [1], shape: [1n] }]]);
saveTable("null_weights.arrow", plain, [[{ layer_name: "a", weights: [1], shape: [1n] },
    { layer_name: "lost", weights: null, shape: [0n] }]]);
saveTable("null_weight.arrow", plain, [[{ layer_name: "a", weights: [1, 2, 3], shape: [3n] },
    { layer_name: "holed", weights: [1, 2, null, 4], shape: [4n] }]]);
saveTable("null_extent.arrow", plain, [[{ layer_name: "a", weights: [1], shape: [1n] },
    { layer_name: "holed", weights: [1, 2], shape: [2n, null] }]]);

// Names by dictionary. In the stream the second batch's dictionary takes the place of the first's.
const names = (type) => ({ layer_name: new Dictionary(new Utf8(), type), weights: list(new Float32()) });
saveTable("dictionary.arrow", names(new Int32()), [
    [{ layer_name: "a", weights: [1, 2] }, { layer_name: "b", weights: [3] }]]);
const first = new Dictionary(new Utf8(), new Int8(), 5);
const replaced = [["a", "b"], ["c", "d"]].map((words, i) => {
    const dictionary = vectorFromArray(words, new Utf8());
    const indices = makeData({ type: first, length: 2, nullCount: 0, data: Int8Array.of(1, 0), dictionary });
    const weights = vectorFromArray([[i], [i + 0.5]], list(new Float32())).data[0];
    const schema = new Schema([nullable("layer_name", first), nullable("weights", list(new Float32()))]);
    return new RecordBatch(schema, makeData({
        type: new Struct(schema.fields), length: 2, nullCount: 0, children: [indices, weights] }));
});
const writer = new RecordBatchStreamWriter();
for (const batch of replaced)
    writer.write(batch);
writer.finish();
save("dictionary_replaced.arrows", await writer.toUint8Array());
