// Makes the Arrow files beside this script with Apache Arrow's own JavaScript implementation
// (apache-arrow 21.1.0 under Node 20), so that our reader meets files it did not write.
//
//     AQ_NODE_MODULES=folder node make_arrow.mjs
import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const home = process.env.AQ_NODE_MODULES;
const arrow = createRequire(join(home, "package.json"))("apache-arrow");
const { Field, Float32, Int64, List, RecordBatch, Schema, Struct, Table, Uint8, Utf8, Binary,
    vectorFromArray, makeData, tableToIPC, LargeUtf8 } = arrow;

const list = (type) => new List(new Field("item", type, false));
const columns = (types, values) => {
    const vectors = {};
    for (const [name, type] of Object.entries(types))
        vectors[name] = vectorFromArray(values.map((row) => row[name]), type);
    return vectors;
};
function table(types, batches) {
    const schema = new Schema(
        Object.entries(types).map(([name, type]) => new Field(name, type, false)));
    const parts = batches.map((values) => {
        const children = Object.values(columns(types, values)).map((vector) => vector.data[0]);
        return new RecordBatch(schema, makeData({
            type: new Struct(schema.fields), length: values.length, nullCount: 0, children }));
    });
    return new Table(schema, parts);
}
const save = (name, t) =>
    writeFileSync(new URL(name, import.meta.url), tableToIPC(t, "file"));

// Tables of weights, as seed 002 takes them: two batches, three rows.
const weights = [
    [{ layer_name: "a", weights: [1, 2, 3, 4, 5, 6], shape: [2n, 3n] },
        { layer_name: "empty", weights: [], shape: [0n, 4n] }],
    [{ layer_name: "ü", weights: [0.5], shape: [] }],
];
save("weights.arrow",
    table({ layer_name: new Utf8(), weights: list(new Float32()), shape: list(new Int64()) }, weights));
save("weights_no_shape.arrow",
    table({ layer_name: new LargeUtf8(), weights: list(new Float32()) }, weights));

// The six columns of seed 002's output, packed: no column for groups, scheme or dtype.
save("quantized_six.arrow", table({
    layer_name: new Utf8(), quantized_data: new Binary(), scales: list(new Float32()),
    zero_points: list(new Float32()), shape: list(new Int64()), bit_width: new Uint8(),
}, [[
    { layer_name: "grouped", quantized_data: new Uint8Array(2 * 20).map((_, i) => i),
        scales: [1, 2, 3, 4], zero_points: [8, 7, 6, 5], shape: [2n, 40n], bit_width: 4 },
    { layer_name: "whole", quantized_data: new Uint8Array([0x21, 0x03]),
        scales: [0.5], zero_points: [1], shape: [3n], bit_width: 4 },
]]));
