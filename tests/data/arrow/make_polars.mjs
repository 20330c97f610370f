// Makes tables of weights with Polars (nodejs-polars 0.26.1 under Node 20), an Arrow implementation of
// its own in Rust: text as utf8_view, large_list, and both compressions.
//
//     AQ_NODE_MODULES=folder node make_polars.mjs
import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const pl = createRequire(join(process.env.AQ_NODE_MODULES, "package.json"))("nodejs-polars");
const save = (name, bytes) => writeFileSync(new URL(name, import.meta.url), bytes);

const names = ["a", "a name of more than twelve bytes", "many"];
const many = Array.from({ length: 3000 }, (_, i) => i % 7);
const frame = pl.DataFrame([
    pl.Series("layer_name", names, pl.Utf8),
    pl.Series("weights", [[1, 2, 3, 4, 5, 6], [0.5], many], pl.List(pl.Float32)),
    pl.Series("shape", [[2, 3], [1], [30, 100]], pl.List(pl.Int64)),
]);
save("polars.arrow", frame.writeIPC());
save("polars_zstd.arrow", frame.writeIPC({ compression: "zstd" }));
save("polars_lz4.arrows", frame.writeIPCStream({ compression: "lz4" }));

// Names as categories: a dictionary of utf8_view.
const categories = frame.withColumn(pl.col("layer_name").cast(pl.Categorical));
save("polars_categories.arrow", categories.writeIPC({ compression: "lz4" }));
save("polars_categories.arrows", categories.writeIPCStream({ compression: "zstd" }));
