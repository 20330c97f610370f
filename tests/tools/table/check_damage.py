#!/usr/bin/python3
"""Structs that break the rules of the Arrow C data interface are refused, and released all the same:
every number and pointer that the library can check is made wrong, one at a time.

    check_damage.py LIBARROWQUANT.SO [TEST...]
"""
import ctypes
import sys
import unittest

import numpy as np

import aq_cdata as cdata
import aq_columns as columns
import aq_table
from aq_cdata import ArrowArray, ArrowArrayStream, ArrowSchema
from aq_table import DONE, INPUT_REJECTED, WRONG_USAGE

LIBRARY = None
LARGEST = (1 << 63) - 1
COUNTS = (-1, -LARGEST - 1, LARGEST, 1 << 40)


def batch():
    """Two layers, with every kind of column that a table may have."""
    names = columns.numbered("layer_name", np.array([1, 0], "i1"), columns.texts("", ["x", "y"]))
    return columns.struct(names, columns.lists("weights", np.ones(12, "f4"), [8, 4]),
                          columns.fixed_lists("shape", np.array([2, 4, 4, 1], "<i8"), 2))


def paths(one, path=()):
    """Every struct of a tree, by the way to it."""
    yield path
    for i in range(one.n_children):
        yield from paths(one.children[i].contents, path + (i,))
    if one.dictionary:
        yield path + ("dictionary",)


def follow(one, path):
    for step in path:
        one = one.dictionary.contents if step == "dictionary" else one.children[step].contents
    return one


class Damage(unittest.TestCase):
    def tearDown(self):
        self.assertEqual((cdata.outstanding(), cdata.faults), (0, []))

    def status(self, damage=lambda schema, array: None, column=None):
        """What a call with damaged structs returns."""
        column = column or batch()
        schema = cdata.export_schema(column, ArrowSchema())
        array = cdata.export_array(column, ArrowArray())
        damage(schema, array)
        outputs = [cdata.Imported(t()) for t in (ArrowSchema, ArrowArray, ArrowArrayStream)]
        status = LIBRARY.c.arrowquant_quantize_batch(
            schema, array, None, *(output.struct for output in outputs))
        self.assertEqual(status == DONE, LIBRARY.last_error() == "")
        self.assertEqual((schema.release, array.release), (None, None))
        for output in outputs:
            output.release()
        return status

    def refused(self, what, damage):
        self.assertEqual(self.status(damage), INPUT_REJECTED, what)

    def test_undamaged(self):
        self.assertEqual(self.status(), DONE)

    def all_paths(self, type_, export):
        one = export(batch(), type_())
        found = list(paths(one))
        cdata.Imported(one).release()
        return found

    def test_counts_of_arrays(self):
        for path in self.all_paths(ArrowArray, cdata.export_array):
            for name in ("length", "n_buffers", "n_children"):
                for value in COUNTS:
                    if name == "length" and value == 1 << 40 and path:
                        continue  # A column may be longer than what is used of it.
                    self.refused((path, name, value), lambda _, array: setattr(
                        follow(array, path), name, value))
            for value in (-1, -LARGEST - 1, LARGEST):
                self.refused((path, "offset", value), lambda _, array: setattr(
                    follow(array, path), "offset", value))

    def test_pointers_of_arrays(self):
        for path in self.all_paths(ArrowArray, cdata.export_array):
            def no_buffers(_, array):
                follow(array, path).buffers = None
            self.refused((path, "buffers"), no_buffers)
        for path, number in (((0,), 1), ((0, "dictionary"), 1), ((0, "dictionary"), 2), ((1,), 1),
                             ((1, 0), 1), ((2, 0), 1)):
            def no_buffer(_, array):
                follow(array, path).buffers[number] = None
            self.refused((path, number), no_buffer)
        for path in ((), (1,), (2,)):
            def no_children(_, array):
                follow(array, path).children = None
            self.refused((path, "children"), no_children)

            def null_child(_, array):
                follow(array, path).children[0] = ctypes.POINTER(ArrowArray)()
            self.refused((path, "child"), null_child)

        def no_dictionary(_, array):
            follow(array, (0,)).dictionary = None
        self.refused("dictionary", no_dictionary)

    def test_schemas(self):
        for path in self.all_paths(ArrowSchema, cdata.export_schema):
            for value in (None, b"", b"?", b"+", b"+w", b"+w:", b"+w:-1", b"+w:4294967296",
                          b"+w:99999999999999999999", b"+ud:0", b"+l", b"+vl", b"\xff"):
                if value == b"+l" and path == (1,):
                    continue
                self.refused((path, value), lambda schema, _: setattr(
                    follow(schema, path), "format", value))
            for value in COUNTS:
                self.refused((path, "n_children", value), lambda schema, _: setattr(
                    follow(schema, path), "n_children", value))

    def test_a_child_that_was_released(self):
        def mark(_, array):
            child = array.children[1].contents
            cdata.RELEASE(child.release)(ctypes.addressof(child))
        self.refused("released child", mark)

    def test_offsets(self):
        for ends in ([0, 8, 4], [0, 13, 12], [0, 8, 13], [-1, 8, 12], [0, -8, 12],
                     [0, 8, -(1 << 31)], [0, (1 << 31) - 1, 12], [12, 8, 4]):
            column = batch()
            column.field("weights").buffers[1] = np.array(ends, "<i4")
            self.assertEqual(self.status(column=column), INPUT_REJECTED, ends)
            texts = columns.texts("layer_name", ["abcdefgh", "ijkl"])
            texts.buffers[1] = np.array(ends if ends[1:] != [8, 13] else [0, 8, 4], "<i4")
            column = columns.struct(texts, *batch().children[1:])
            if 13 not in ends:  # How long the text is cannot be seen.
                self.assertEqual(self.status(column=column), INPUT_REJECTED, ends)

    def test_numbers_that_no_dictionary_entry_has(self):
        for wrong in (2, -1, 127, -128):
            column = batch()
            column.field("layer_name").buffers[1] = np.array([0, wrong], "i1")
            self.assertEqual(self.status(column=column), INPUT_REJECTED, wrong)

    def test_names_that_are_not_utf8(self):
        column = columns.struct(columns.texts("layer_name", [b"\xff\xfe", "b"]),
                                *batch().children[1:])
        self.assertEqual(self.status(column=column), INPUT_REJECTED)

    def test_shapes(self):
        for shape in ([2, 4, 4, 2], [-2, -4, 4, 1], [LARGEST, LARGEST, 4, 1], [0, 8, 4, 1],
                      [1 << 32, 1 << 32, 4, 1]):
            column = batch()
            column.field("shape").children[0].buffers[1] = np.array(shape, "<i8")
            self.assertEqual(self.status(column=column), INPUT_REJECTED, shape)

    def test_a_null_or_released_struct_is_wrong_usage(self):
        call, column = LIBRARY.c.arrowquant_quantize_batch, batch()
        out = ArrowSchema(), ArrowArray()
        self.assertEqual(call(None, None, None, *out, None), WRONG_USAGE)
        self.assertEqual(call(ArrowSchema(), ArrowArray(), None, *out, None), WRONG_USAGE)
        array = cdata.export_array(column, ArrowArray())
        self.assertEqual(call(None, array, None, *out, None), WRONG_USAGE)
        self.assertIsNone(array.release)

    def test_streams_that_break_off(self):
        column = batch()

        def batches():
            yield column
            raise OSError("gone")
        for schema, rest in ((column, batches()), (columns.numbers("x", np.ones(1, "f4")), [column])):
            stream, out = cdata.export_stream(schema, rest), ArrowArrayStream()
            self.assertNotEqual(LIBRARY.c.arrowquant_quantize(stream, None, out, None), DONE)
            self.assertEqual((stream.release, out.release), (None, None))


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    LIBRARY = aq_table.Library(sys.argv.pop(1))
    unittest.main()
