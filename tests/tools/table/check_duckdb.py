#!/usr/bin/python3
"""Tables between libarrowquant and DuckDB, whose Arrow code is neither Arrow's nor ours.

    check_duckdb.py LIBARROWQUANT.SO FOLDER [TEST...]

FOLDER is where DuckDB's npm package is installed, once (70 MB in the build folder; never shipped).
Exits with 77, "skipped", when npm is missing or the package cannot be had.
"""
import hashlib
import os
import platform
import sys
import unittest

import numpy as np

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.append(os.path.dirname(HERE))

import aq_cdata as cdata
import aq_npm
import aq_table
from aq_cdata import ArrowArray, ArrowArrayStream, ArrowSchema
from aq_duckdb import DuckDB
from aq_table import INPUT_REJECTED, Refused, Table, layers

LIBRARY = DUCKDB = None
PACKAGE = "@duckdb/node-bindings-linux-x64"
# 5000 layers of 96 weights and a few odd ones: three batches, numbers that SQL makes.
WEIGHTS = """select 'blk.' || i || '.weight' as layer_name,
    list_transform(range(96), x -> (sin(x * 7 + i) * 0.02)::float) as weights,
    case when i % 3 = 0 then [8, 12]::bigint[] end as shape from range(5000) t(i)"""


def plain(row):
    return {key: value.tobytes() if isinstance(value, np.ndarray) else value
            for key, value in row.items()}


def plain_rows(table):
    return [plain(row) for row in table.rows()]


def arrays(count):
    rng = np.random.default_rng(3)
    return {f"layer.{i}": rng.normal(0, 0.02, (i + 1, 150)).astype("f4") for i in range(count)}


class Consumer(unittest.TestCase):
    def setUp(self):
        self.db = DuckDB(DUCKDB)

    def tearDown(self):
        self.db.close()

    def test_a_stream_of_the_library_is_a_table(self):
        """Straight from C to C."""
        given, stream = layers(arrays(40)), ArrowArrayStream()
        status = LIBRARY.c.arrowquant_quantize(given.stream(), None, stream, None)
        self.assertEqual(status, aq_table.DONE)
        owner = cdata.Imported(stream)
        self.db.load("quantized", stream)
        found = self.db.query("""select layer_name, bit_width, len(scales) as groups,
            octet_length(quantized_data) as bytes, sha256(quantized_data) as hash, list_product(shape)
            as weights, scheme, group_size from quantized order by groups""").rows()
        owner.release()
        expected = LIBRARY.quantize(given).table.rows()
        self.assertEqual(len(found), 40)
        for row, ours in zip(found, expected):
            self.assertEqual(row, {
                "layer_name": ours["layer_name"], "bit_width": 4, "groups": ours["scales"].size,
                "bytes": ours["quantized_data"].size,
                "hash": hashlib.sha256(ours["quantized_data"].tobytes()).hexdigest(),
                "weights": float(np.prod(ours["shape"])), "scheme": "int4", "group_size": 128})

    def test_every_value_survives_a_table_of_duckdb(self):
        before = cdata.outstanding()
        for large in (0, 1):
            quantized = LIBRARY.quantize(layers(arrays(30)), large_offsets=large).table
            self.db.query(f"""create table t{large}(layer_name text, quantized_data blob,
                scales float[], zero_points float[], shape bigint[], bit_width utinyint,
                group_size int, scheme text, dtype text, symmetry text)""")
            self.db.insert(f"t{large}", quantized)
            back = self.db.query(f"from t{large}")
            self.assertEqual(plain_rows(back), plain_rows(quantized))
            self.assertEqual(plain_rows(LIBRARY.dequantize(back)),
                             plain_rows(LIBRARY.dequantize(quantized)))
        self.assertEqual((cdata.outstanding(), cdata.faults), (before, []))

    def test_a_report_can_be_queried(self):
        given = layers(arrays(10))
        _, report = LIBRARY.validate(given, LIBRARY.quantize(given).table)
        stream = report.stream()
        owner = cdata.Imported(stream)
        self.db.load("report", stream)
        found = self.db.query("select count(*) as n, min(cosine) as c, arg_min(layer_name, cosine) "
                              "as worst from report").rows()[0]
        owner.release()
        worst = min(report.rows(), key=lambda row: row["cosine"])
        self.assertEqual(found, {"n": 10, "c": worst["cosine"], "worst": worst["layer_name"]})


class Producer(unittest.TestCase):
    def setUp(self):
        self.db = DuckDB(DUCKDB)

    def tearDown(self):
        self.db.close()

    def refused(self, sql, *words):
        with self.assertRaises(Refused) as caught:
            LIBRARY.quantize(self.db.query(sql))
        self.assertEqual(caught.exception.status, INPUT_REJECTED)
        for word in words:
            self.assertIn(word, str(caught.exception))

    def test_the_answer_of_a_query_is_quantized(self):
        answer = self.db.query(WEIGHTS)
        self.assertEqual([len(batch) for batch in answer.batches], [2048, 2048, 904])
        found = LIBRARY.quantize(answer).table
        copies = {row["layer_name"]: row["weights"].copy().reshape((-1, 12) if i % 3 == 0 else -1)
                  for i, row in enumerate(answer.rows())}
        self.assertEqual(plain_rows(found), plain_rows(LIBRARY.quantize(layers(copies)).table))

    def quantized_structs(self, sql):
        """(status, rows) of an answer of one batch whose structs go in as DuckDB filled them."""
        schema, batches = self.db.structs(sql)
        self.assertEqual(len(batches), 1)
        out_schema, out = ArrowSchema(), ArrowArray()
        status = LIBRARY.c.arrowquant_quantize_batch(schema, batches[0], None, out_schema, out, None)
        self.assertEqual((schema.release, batches[0].release), (None, None))
        if status != aq_table.DONE:
            return status, []
        type_ = cdata.import_schema(out_schema)
        cdata.Imported(out_schema).release()
        return status, plain_rows(Table(type_, [cdata.import_array(type_, out)]))

    def test_structs_of_duckdb_go_in_as_they_are(self):
        sql = WEIGHTS + " limit 100"
        expected = aq_table.DONE, plain_rows(LIBRARY.quantize(self.db.query(sql)).table)
        self.assertEqual(self.quantized_structs(sql), expected)
        self.db.query("set arrow_large_buffer_size = true")
        self.assertEqual(self.quantized_structs(sql), expected)

    def test_views_of_texts_are_read_and_views_of_lists_named(self):
        sql = """select case when i % 2 = 0 then 'n' || i else 'a name that is too long for a view ' || i
            end as layer_name, [i, 2, 3, 4]::float[] as weights from range(50) t(i)"""
        expected = aq_table.DONE, plain_rows(LIBRARY.quantize(self.db.query(sql)).table)
        self.db.query("set produce_arrow_string_view = true")
        self.db.query("set arrow_output_version = '1.5'")
        self.assertEqual(self.quantized_structs(sql), expected)
        self.db.query("set arrow_output_list_view = true")
        self.assertEqual(self.quantized_structs(sql), (INPUT_REJECTED, []))
        self.assertIn("weights", LIBRARY.last_error())
        self.assertIn("list_view", LIBRARY.last_error())

    def test_enums_are_dictionaries_and_arrays_lists_of_fixed_size(self):
        sql = """select {name} as layer_name, [i, -i, 0.5, 2]::{list} as weights
                 from range(1, 4) t(i)"""
        names = "('n' || i)::enum('n1', 'n2', 'n3')"
        answers = [self.db.query(sql.format(name=n, list=l)) for n in (names, "'n' || i")
                   for l in ("float[4]", "float[]")]
        self.assertIsNotNone(answers[0].schema.field("layer_name").dictionary)
        self.assertEqual(answers[0].schema.field("weights").format, "+w:4")
        found = [plain_rows(LIBRARY.quantize(answer).table) for answer in answers]
        self.assertEqual(found, [found[0]] * 4)

    def test_constants_and_no_rows(self):
        answer = self.db.query("select 'only' as layer_name, [1, 1, 1]::float[] as weights")
        row = LIBRARY.dequantize(LIBRARY.quantize(answer).table).rows()[0]
        self.assertEqual(row["weights"].tolist(), [1, 1, 1])
        self.assertEqual(LIBRARY.quantize(self.db.query(WEIGHTS + " where i < 0")).table.rows(), [])

    def test_what_sql_can_get_wrong_is_named(self):
        self.refused("select 'a' as layer_name, [1, 2]::double[] as weights", "weights", "float64")
        self.refused("select 'a' as layer_name, 1::float as weights", "weights")
        self.refused("select 'a' as name, [1]::float[] as weights", "layer_name")
        self.refused("select null::text as layer_name, [1]::float[] as weights", "layer_name")
        self.refused("select 'a' as layer_name, null::float[] as weights", "'a'", "weights")
        self.refused("select 'a' as layer_name, [1, null]::float[] as weights", "'a'", "weights")
        self.refused("select 'a' as layer_name, ['1', 'nan', '2']::float[] as weights", "'a'", "1", "NaN")
        self.refused("select 'a' as layer_name, [1, 2]::float[] as weights, [3]::bigint[] as shape",
                     "'a'", "3", "2")


def main():
    global LIBRARY, DUCKDB
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    library, folder = sys.argv[1:3]
    if platform.machine() != "x86_64" or not sys.platform.startswith("linux"):
        aq_npm.skip("the pinned package is for Linux on x86-64")
    home = aq_npm.install(os.path.join(os.path.dirname(HERE), "duckdb_witness"), folder, PACKAGE)
    DUCKDB, LIBRARY = os.path.join(home, "libduckdb.so"), aq_table.Library(library)
    print("DuckDB", DuckDB(DUCKDB).version())
    unittest.main(argv=sys.argv[:1] + sys.argv[3:])


if __name__ == "__main__":
    main()
