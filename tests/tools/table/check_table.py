#!/usr/bin/python3
"""libarrowquant from outside: what the three seeds ask of a table of weights, asked through ctypes.

    check_table.py LIBARROWQUANT.SO [TEST...]

Values are those of the decoder in aq_tensors.py, which shares no code with the library.
"""
import ctypes
import os
import sys
import unittest

import numpy as np

sys.path.append(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))

import aq_cdata as cdata
import aq_columns as columns
import aq_table
from aq_arrow import tensors_of
from aq_table import INPUT_REJECTED, WRONG_USAGE, Refused, Table, layers
from aq_tensors import decode

LIBRARY = None
COLUMNS = [("layer_name", "u", ""), ("quantized_data", "z", ""), ("scales", "+l", "f"),
           ("zero_points", "+l", "f"), ("shape", "+l", "l"), ("bit_width", "C", ""),
           ("group_size", "i", ""), ("scheme", "u", ""), ("dtype", "u", ""), ("symmetry", "u", "")]
# Of normal weights in groups of 128: docs/schemes/affine.md has 9.3 dB for 2 bits and 20.5 for 4,
# and cosine = sqrt(1 - 10^(-dB / 10)).
LEAST_COSINE = {2: 0.93, 3: 0.98, 4: 0.995, 5: 0.998, 6: 0.9995, 8: 0.9999}


def normal(*shape, seed=1, dtype="f4"):
    return np.random.default_rng(seed).normal(0, 0.02, shape).astype(dtype)


def many(count, *shape):
    return {f"layer.{i}": normal(*shape, seed=i) for i in range(count)}


def table(names, weights, *more):
    """One batch: layer names, and the weights as any column."""
    return Table.of(columns.struct(columns.texts("layer_name", names), weights, *more))


def plain(row):
    """A row as values that compare."""
    return {key: value.tobytes() if isinstance(value, np.ndarray) else value
            for key, value in row.items()}


def cosine(x, y):
    x, y = x.astype(np.float64).ravel(), y.astype(np.float64).ravel()
    return float(x @ y / np.sqrt((x @ x) * (y @ y)))


class TableTest(unittest.TestCase):
    def setUp(self):
        self.library = LIBRARY

    def tearDown(self):
        self.assertEqual((cdata.outstanding(), cdata.faults), (0, []))

    def quantize(self, arrays, **options):
        """Row by layer name; every layer decoded here and by the library, and compared."""
        given = arrays if isinstance(arrays, Table) else layers(arrays)
        result = self.library.quantize(given, **options)
        tensors = tensors_of(result.table.rows())
        decoded = self.library.dequantize(result.table).rows()
        self.assertEqual([row["layer_name"] for row in decoded], list(tensors))
        for row, tensor in zip(decoded, tensors.values()):
            self.assertEqual(tuple(row["shape"]), tensor.shape)
            self.assertEqual(row["weights"].tobytes(), decode(tensor).tobytes())
        return {row["layer_name"]: row for row in result.table.rows()}

    def refused(self, given, status, *words, **options):
        with self.assertRaises(Refused) as caught:
            self.library.quantize(given, **options)
        self.assertEqual(caught.exception.status, status, str(caught.exception))
        for word in words:
            self.assertIn(word, str(caught.exception))
        return caught.exception


class Seed001(TableTest):
    def test_three_layers(self):
        rows = self.quantize(many(3, 64, 256))
        self.assertEqual(list(rows), ["layer.0", "layer.1", "layer.2"])

    def test_order_is_as_given_or_by_name(self):
        arrays = {name: normal(4, 32) for name in ("z", "ä", "a.10", "a.9", "B")}
        self.assertEqual(list(self.quantize(arrays)), list(arrays))
        by_name = sorted(arrays, key=str.encode)
        self.assertEqual(list(self.quantize(arrays, order="by-name")), by_name)

    def test_no_layers(self):
        empty = layers({"a": normal(4)})
        self.assertEqual(self.library.quantize(Table(empty.schema, [])).table.rows(), [])

    def test_invalid_width(self):
        self.refused(layers({"a": normal(4)}), WRONG_USAGE, "7", bit_width=7)

    def test_slices_give_the_bytes_of_compact_arrays(self):
        parts = [normal(n, seed=n) for n in (5, 300, 128, 7)]
        flat, counts = np.concatenate(parts), [p.size for p in parts]
        names = [f"n{i}" for i in range(4)]
        batch = columns.struct(columns.texts("layer_name", names),
                               columns.lists("weights", flat, counts))
        compact = layers({names[i]: parts[i] for i in (1, 2)}, shapes=False)
        of_compact = [plain(row) for row in self.library.quantize(compact).table.rows()]
        of_batch = Table.of(batch.slice(1, 2))
        self.assertEqual([plain(r) for r in self.library.quantize(of_batch).table.rows()], of_compact)
        inner = columns.struct(*(child.slice(1, 2) for child in batch.children))
        self.assertEqual([plain(r) for r in self.library.quantize(Table.of(inner)).table.rows()],
                         of_compact)

    def test_arrays_that_break_the_format_are_refused(self):
        weights = columns.lists("weights", normal(10), [4, 6])
        weights.buffers[1] = np.array([0, 8, 4], "<i4")
        self.refused(table(["a", "b"], weights), INPUT_REJECTED, "weights")
        weights.buffers[1] = np.array([0, 4, 11], "<i4")
        self.refused(table(["a", "b"], weights), INPUT_REJECTED, "weights")

    def test_fifty_layers_are_the_same_with_any_number_of_threads(self):
        arrays = many(50, 128, 300)
        arrays["large"] = normal(700, 1024)
        expected = None
        for threads in (1, 2, 4, 8):
            rows = [plain(r) for r in self.quantize(arrays, threads=threads).values()]
            expected = expected or rows
            self.assertEqual(rows, expected)


class Seed002(TableTest):
    def test_one_layer(self):
        weights = normal(512, 384)
        row = self.quantize({"blk.0.attn_q.weight": weights})["blk.0.attn_q.weight"]
        self.assertEqual(row["quantized_data"].size, weights.size // 2)
        self.assertEqual((row["bit_width"], row["group_size"], row["scheme"]), (4, 128, "int4"))
        self.assertEqual(row["scales"].size, 512 * 384 // 128)

    def test_several_layers_in_one_batch(self):
        parts = [normal(n, seed=n) for n in (1000, 17)]
        given = table(["a", "b"], columns.lists("weights", np.concatenate(parts), [1000, 17]))
        alone = [self.quantize({n: p})[n] for n, p in zip("ab", parts)]
        self.assertEqual([plain(r) for r in self.quantize(given).values()],
                         [plain(r) for r in alone])

    def test_widths(self):
        weights = normal(256, 512)
        for bits, least in LEAST_COSINE.items():
            for search in aq_table.SEARCHES:
                row = self.quantize({"a": weights}, bit_width=bits, strict=bits in (2, 4, 8),
                                    search=search, group_size=128)["a"]
                self.assertEqual(row["bit_width"], bits)
                if search != "none":
                    self.assertGreater(cosine(weights, decode(tensors_of([row])["a"])), least)

    def test_symmetries_and_group_sizes(self):
        for symmetry in aq_table.SYMMETRIES:
            for group in (0, 32, 64, 128, 256):
                row = self.quantize({"a": normal(3, 300)}, symmetry=symmetry, group_size=group)["a"]
                self.assertEqual((row["symmetry"], row["group_size"]), (symmetry, group))
                self.assertEqual(row["scales"].size, 3 * -(-300 // group) if group else 1)
                self.assertEqual(row["zero_points"].size, row["scales"].size)

    def test_without_a_shape_a_layer_is_a_vector(self):
        rows = self.quantize(layers({"a": normal(6, 5)}, shapes=False))
        self.assertEqual(list(rows["a"]["shape"]), [30])

    def test_matrices_keep_their_shape(self):
        rows = self.quantize({"m": normal(6, 50), "conv": normal(8, 4, 3, 3)})
        self.assertEqual(list(rows["m"]["shape"]), [6, 50])
        self.assertEqual(list(rows["conv"]["shape"]), [8, 4, 3, 3])

    def test_invalid_widths(self):
        for bits in (0, 1, 3, 5, 6, 16, -4):
            self.refused(layers({"a": normal(4)}), WRONG_USAGE, str(bits), bit_width=bits)

    def test_missing_columns_are_named(self):
        batch = layers({"a": normal(4)}).schema
        for name in ("layer_name", "weights"):
            rest = columns.struct(*(c for c in batch.children if c.name != name))
            self.refused(Table.of(rest), INPUT_REJECTED, name)

    def test_wrong_types_are_named(self):
        names, numbers = columns.texts("layer_name", ["a"]), normal(4)
        doubles = columns.lists("weights", numbers.astype("f8"), [4])
        self.refused(Table.of(columns.struct(names, doubles)), INPUT_REJECTED,
                     "weights", "float32", "float64")
        plain_numbers = columns.numbers("weights", numbers[:1])
        self.refused(Table.of(columns.struct(names, plain_numbers)), INPUT_REJECTED, "weights")
        numbered = columns.numbers("layer_name", np.array([1], "i4"))
        weights = columns.lists("weights", numbers, [4])
        self.refused(Table.of(columns.struct(numbered, weights)), INPUT_REJECTED,
                     "layer_name", "utf8", "int32")

    def test_values_that_are_no_numbers(self):
        for value, word in ((np.nan, "NaN"), (np.inf, "is infinity"), (-np.inf, "is -infinity")):
            for dtype in ("f4", "f2"):
                weights = normal(3, 100, dtype=dtype)
                weights[1, 17] = value
                error = self.refused(layers({"good": normal(4, dtype=dtype), "bad one": weights}),
                                     INPUT_REJECTED, "bad one", "117", word)
                self.assertEqual([(e["row"], e["layer_name"], e["column"]) for e in error.errors],
                                 [(1, "bad one", "weights")])

    def test_an_empty_batch(self):
        empty = table([], columns.lists("weights", normal(0), []))
        self.assertEqual(self.library.quantize(empty).table.rows(), [])
        nothing = self.quantize({"nothing": normal(0, 4), "a": normal(4)})
        self.assertEqual(nothing["nothing"]["quantized_data"].size, 0)

    def test_a_hundred_layers(self):
        self.assertEqual(len(self.quantize(many(100, 64, 64))), 100)

    def test_types_of_the_result(self):
        schema = self.library.quantize(layers({"a": normal(4)})).table.schema
        found = [(c.name, c.format, "".join(i.format for i in c.children)) for c in schema.children]
        self.assertEqual(found, COLUMNS)
        wide = self.library.quantize(layers({"a": normal(4)}), large_offsets=1).table.schema
        self.assertEqual([c.format for c in wide.children],
                         ["U", "Z", "+L", "+L", "+L", "C", "i", "U", "U", "U"])

    def test_float16_and_every_kind_of_list(self):
        weights = normal(4, 96, dtype="f2")
        expected = [plain(r) for r in self.quantize(layers(
            {f"n{i}": weights[i] for i in range(4)}, shapes=False)).values()]
        self.assertEqual(expected[0]["dtype"], "F16")
        names = [f"n{i}" for i in range(4)]
        for column in (columns.lists("weights", weights, [96] * 4),
                       columns.lists("weights", weights, [96] * 4, large=True),
                       columns.fixed_lists("weights", weights, 96)):
            rows = self.quantize(table(names, column)).values()
            self.assertEqual([plain(r) for r in rows], expected)
        dictionary = columns.numbered("layer_name", np.array([0, 1, 2, 3], "i1"),
                                      columns.texts("", names, large=True))
        given = Table.of(columns.struct(columns.fixed_lists("weights", weights, 96), dictionary))
        self.assertEqual([plain(r) for r in self.quantize(given).values()], expected)


class Seed003(TableTest):
    def test_ten_layers_of_128(self):
        for row in self.quantize(many(10, 128)).values():
            self.assertEqual((row["scales"].size, list(row["shape"])), (1, [128]))

    def test_1024_weights_are_eight_groups(self):
        row = self.quantize({"a": normal(1024)})["a"]
        self.assertEqual((row["group_size"], row["scales"].size), (128, 8))

    def test_ragged_hundred_is_one_group(self):
        row = self.quantize({"a": normal(100)})["a"]
        self.assertEqual((row["scales"].size, row["quantized_data"].size), (1, 50))

    def bad_table(self):
        arrays = many(6, 40)
        arrays["layer.2"][7], arrays["layer.4"][0] = np.nan, -np.inf
        given = layers(arrays, shapes=False)
        names, weights = given.batches[5].children
        shape = columns.lists("shape", np.array([5, 9], "<i8"), [2])
        shapes = [columns.lists("shape", np.array([40], "<i8"), [1]) for _ in range(5)] + [shape]
        batches = [columns.struct(*b.children, s) for b, s in zip(given.batches, shapes)]
        batches.append(columns.struct(columns.texts("layer_name", [None]), weights,
                                      columns.lists("shape", np.zeros(0, "<i8"), [0], valid=[False])))
        return Table.of(*batches)

    def test_all_errors_come_back_together(self):
        error = self.refused(self.bad_table(), INPUT_REJECTED, "layer.2", "layer.4", "layer.5")
        self.assertEqual([(e["row"], e["layer_name"]) for e in error.errors],
                         [(2, "layer.2"), (4, "layer.4"), (5, "layer.5"), (6, "")])
        for part in ("45", "40"):
            self.assertIn(part, error.errors[2]["message"])

    def test_continue_on_error_keeps_the_good_layers(self):
        result = self.library.quantize(self.bad_table(), continue_on_error=1)
        self.assertEqual([r["layer_name"] for r in result.table.rows()],
                         ["layer.0", "layer.1", "layer.3"])
        self.assertEqual([e["row"] for e in result.errors], [2, 4, 5, 6])
        good = self.quantize({n: normal(40, seed=int(n[-1])) for n in
                              ("layer.0", "layer.1", "layer.3")})
        self.assertEqual([plain(r) for r in result.table.rows()],
                         [plain(r) for r in good.values()])

    def test_names_come_once(self):
        given = layers({"a": normal(4), "b": normal(4)})
        twice = Table.of(given.batches[0], given.batches[0])
        self.refused(twice, INPUT_REJECTED, "a")

    def test_one_batch_without_a_stream(self):
        batch = layers(many(1, 64, 64)).batches[0]
        rows = self.library.quantize_batch(batch).table.rows()
        self.assertEqual([plain(r) for r in rows],
                         [plain(r) for r in self.quantize(Table.of(batch)).values()])


class Report(TableTest):
    def test_cosine_and_error_are_those_computed_here(self):
        arrays = many(4, 100, 130)
        given = layers(arrays)
        quantized = self.library.quantize(given, bit_width=2).table
        passed, report = self.library.validate(given, quantized, min_cosine=0.9)
        self.assertTrue(passed)
        tensors = tensors_of(quantized.rows())
        for row in report.rows():
            x = arrays[row["layer_name"]].astype(np.float64).ravel()
            y = decode(tensors[row["layer_name"]]).astype(np.float64)
            relative = np.sqrt(((x - y) ** 2).sum() / (x**2).sum())
            self.assertAlmostEqual(row["cosine"], cosine(x, y), delta=1e-6)
            self.assertAlmostEqual(row["rel_rmse"], relative, delta=1e-6 * relative)
            self.assertAlmostEqual(row["sqnr_db"], -20 * np.log10(relative), delta=1e-5)
            self.assertAlmostEqual(row["max_error"], np.abs(x - y).max(), delta=1e-9)
            self.assertEqual(row["scheme"], "int2")

    def test_below_the_threshold_is_told_with_the_report(self):
        given = layers(many(2, 64, 64))
        quantized = self.library.quantize(given, bit_width=2).table
        passed, report = self.library.validate(given, quantized, min_cosine=0.9999)
        self.assertFalse(passed)
        self.assertEqual(len(report.rows()), 2)

    def test_layers_that_one_table_lacks_are_rows(self):
        arrays = many(3, 64)
        quantized = self.library.quantize(layers({n: arrays[n] for n in list(arrays)[:2]})).table
        passed, report = self.library.validate(layers(arrays), quantized)
        self.assertFalse(passed)
        self.assertEqual({r["layer_name"] for r in report.rows()}, set(arrays))


class Calls(TableTest):
    def test_version_and_options(self):
        self.assertRegex(self.library.version(), r"^\d+\.\d+\.\d+$")
        options = aq_table.Options()
        self.library.c.arrowquant_options_init(options)
        self.assertEqual(options.struct_size, ctypes.sizeof(options))
        found = [getattr(options, name) for name, _ in aq_table.Options._fields_[1:11]]
        self.assertEqual(found, [4, 128, 0, 1, 1, 0, 0, 0, 0, 0.85])

    def test_null_pointers_are_wrong_usage(self):
        quantized = aq_table.ArrowArrayStream()
        self.assertEqual(self.library.c.arrowquant_quantize(None, None, quantized, None), WRONG_USAGE)
        self.assertNotEqual(self.library.last_error(), "")
        stream = layers({"a": normal(4)}).stream()
        self.assertEqual(self.library.c.arrowquant_quantize(stream, None, None, None), WRONG_USAGE)

    def test_last_error_is_empty_after_success(self):
        self.refused(layers({"a": normal(4)}), WRONG_USAGE, bit_width=9)
        self.assertNotEqual(self.library.last_error(), "")
        self.library.quantize(layers({"a": normal(4)}))
        self.assertEqual(self.library.last_error(), "")

    def test_words_of_a_failing_producer_arrive(self):
        def batches():
            yield given.batches[0]
            raise ValueError("the disk is on fire")
        given = layers({"a": normal(4)})
        stream = cdata.export_stream(given.schema, batches())
        self.refused(stream, aq_table.FAILED, "the disk is on fire")


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    LIBRARY = aq_table.Library(sys.argv.pop(1))
    unittest.main()
