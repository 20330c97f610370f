#!/usr/bin/python3
"""libarrowquant and memory: nothing is copied, everything is released once, in any order, on any
thread, whatever the callbacks do.

    check_memory.py LIBARROWQUANT.SO [TEST...]
"""
import ctypes
import gc
import mmap
import resource
import sys
import threading
import time
import unittest

import numpy as np

import aq_cdata as cdata
import aq_columns as columns
import aq_table
from aq_cdata import RELEASE, ArrowArray, ArrowArrayStream, ArrowSchema
from aq_table import CANCELLED, Refused, Table, layers

LIBRARY = None
LAYERS, EXTENT = 100, 1024
MIB = 1 << 20


def mapped_weights():
    """400 MiB in a mapping, as a file of weights would lie there: normal, a tile over and over."""
    tile = np.random.default_rng(1).normal(0, 0.02, EXTENT * EXTENT).astype("f4")
    weights = np.frombuffer(mmap.mmap(-1, LAYERS * tile.nbytes), "f4").reshape(LAYERS, tile.size)
    weights[:] = tile
    return weights


def batch_of(weights, prefix="layer"):
    """One batch with all layers: their weights are the mapping itself."""
    rows = weights.shape[0]
    shape = np.full(2 * rows, EXTENT, "<i8")
    return columns.struct(columns.texts("layer_name", [f"{prefix}.{i}" for i in range(rows)]),
                          columns.fixed_lists("weights", weights, weights.shape[1]),
                          columns.lists("shape", shape, [2] * rows))


def peak_bytes():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def size_of(table):
    def of(column):
        own = sum(b.nbytes for b in column.buffers if b is not None)
        return own + sum(of(child) for child in column.children)
    return sum(of(batch) for batch in table.batches)


def value_bytes(table):
    return [b"".join(v.tobytes() for v in row.values() if isinstance(v, np.ndarray))
            for row in table.rows()]


class A_Copies(unittest.TestCase):
    """Comes first: the peak of memory never falls."""

    def test_weights_in_a_mapping_are_not_copied(self):
        batch = batch_of(mapped_weights())
        LIBRARY.quantize(layers({"warm": np.zeros((64, 64), "f4")}))
        before = peak_bytes()
        result = LIBRARY.quantize(Table.of(batch))
        grown, made = peak_bytes() - before, size_of(result.table)
        print(f"weights 400 MiB, result {made / MIB:.1f} MiB, peak grew by {grown / MIB:.1f} MiB")
        self.assertLess(grown, made + 32 * MIB)

    def test_a_buffer_of_the_result_goes_through_a_second_call_uncopied(self):
        """Quantized codes handed back to the library lie where it wrote them."""
        table = LIBRARY.quantize(layers({"a": np.ones((64, 64), "f4")})).table
        codes = table.rows()[0]["quantized_data"]
        again = Table(*cdata.import_stream(table.stream()))
        self.assertEqual(again.rows()[0]["quantized_data"].ctypes.data, codes.ctypes.data)
        self.assertEqual(codes.ctypes.data % 64, 0)


class Releases(unittest.TestCase):
    def tearDown(self):
        gc.collect()
        self.assertEqual((cdata.outstanding(), cdata.faults), (0, []))
        self.assertEqual(cdata.exports, cdata.releases)

    def setUp(self):
        self.given = layers({f"n{i}": np.full((8, 32), i + 1, "f4") for i in range(5)})

    def test_input_is_released_before_a_call_returns(self):
        """Whatever it returns."""
        stream = self.given.stream()
        LIBRARY.quantize(stream)
        self.assertEqual((stream.release, cdata.outstanding()), (None, 0))
        for options in ({"bit_width": 7}, {"group_size": 33}):
            stream = self.given.stream()
            with self.assertRaises(Refused):
                LIBRARY.quantize(stream, **options)
            self.assertEqual((stream.release, cdata.outstanding()), (None, 0))
        self.given.batches[2].children[1].children[0].buffers[1][3] = np.nan
        with self.assertRaises(Refused):
            LIBRARY.quantize(self.given)
        self.assertEqual(cdata.outstanding(), 0)

    def test_input_is_released_with_a_null_output(self):
        stream = self.given.stream()
        LIBRARY.c.arrowquant_quantize(stream, None, None, None)
        self.assertEqual((stream.release, cdata.outstanding()), (None, 0))

    def test_batches_outlive_their_stream_and_views_their_batches(self):
        table = LIBRARY.quantize(self.given).table  # import_stream() has released the stream
        expected = value_bytes(table)
        views = [row["quantized_data"] for row in table.rows()]
        copies = [view.tobytes() for view in views]
        del table
        gc.collect()
        LIBRARY.quantize(layers({"other": np.random.default_rng(2).random((512, 512), "f4")}))
        self.assertEqual([view.tobytes() for view in views], copies)
        self.assertEqual(value_bytes(LIBRARY.quantize(self.given).table), expected)

    def test_moved_children_outlive_their_batch(self):
        stream = ArrowArrayStream()
        LIBRARY.c.arrowquant_quantize(self.given.stream(), None, stream, None)
        type_, batch, address = ArrowSchema(), ArrowArray(), ctypes.addressof(stream)
        self.assertEqual(cdata.GET_SCHEMA(stream.get_schema)(address, type_), 0)
        self.assertEqual(cdata.GET_NEXT(stream.get_next)(address, batch), 0)
        column = cdata.import_schema(type_)
        for release in (type_, stream):
            RELEASE(release.release)(ctypes.addressof(release))
        expected = [value.tobytes() for value in
                    (LIBRARY.quantize(self.given).table.batches[0].field("scales")[0],)]
        moved = ArrowArray()
        child = batch.children[2].contents
        ctypes.memmove(ctypes.addressof(moved), ctypes.addressof(child), ctypes.sizeof(child))
        child.release = None
        RELEASE(batch.release)(ctypes.addressof(batch))
        self.assertIsNone(batch.release)
        scales = cdata.import_array(column.children[2], moved)
        self.assertEqual([scales[0].tobytes()], expected)

    def test_streams_can_be_released_half_read(self):
        for wanted in (0, 1, 2):
            stream = ArrowArrayStream()
            self.assertEqual(
                LIBRARY.c.arrowquant_quantize(self.given.stream(), None, stream, None), 0)
            for _ in range(wanted):
                batch = ArrowArray()
                cdata.GET_NEXT(stream.get_next)(ctypes.addressof(stream), batch)
                if batch.release:
                    RELEASE(batch.release)(ctypes.addressof(batch))
            RELEASE(stream.release)(ctypes.addressof(stream))
            self.assertIsNone(stream.release)


class Callbacks(Releases):
    def test_exceptions_in_progress_do_not_break_the_job(self):
        raised, hook = [], sys.unraisablehook
        sys.unraisablehook = raised.append
        try:
            broken = LIBRARY.quantize(self.given, progress=lambda _: 1 / 0)
        finally:
            sys.unraisablehook = hook
        self.assertTrue(raised)
        self.assertEqual(value_bytes(broken.table), value_bytes(LIBRARY.quantize(self.given).table))

    def test_progress_comes_on_this_thread_rises_and_ends_complete(self):
        seen = []
        LIBRARY.quantize(self.given, progress=lambda p: seen.append(
            (threading.get_ident(), p.layers_done, p.layers_total, p.bytes_done, p.bytes_total)))
        self.assertEqual({s[0] for s in seen}, {threading.get_ident()})
        self.assertEqual(seen, sorted(seen))
        self.assertEqual(seen[-1][1:], (5, 5, 5 * 8 * 32 * 4, 5 * 8 * 32 * 4))

    def test_ctrl_c_cancels(self):
        def interrupt(_):
            raise KeyboardInterrupt
        with self.assertRaises(KeyboardInterrupt):
            LIBRARY.quantize(self.given, progress=interrupt)


class Threads(Releases):
    def test_cancel_from_another_thread(self):
        weights = mapped_weights()
        given = Table.of(*(batch_of(weights, f"copy{i}") for i in range(12)))
        flag = ctypes.c_int32(0)

        def cancel():
            time.sleep(0.03)
            flag.value = 1
        thread = threading.Thread(target=cancel)
        thread.start()
        with self.assertRaises(Refused) as caught:
            LIBRARY.quantize(given, cancel=flag, search="best", threads=1)
        thread.join()
        self.assertEqual(caught.exception.status, CANCELLED)

    def test_calls_at_once_know_their_own_errors(self):
        arrays = [{f"n{i}": np.random.default_rng(i).random((64, 300), "f4")} for i in range(8)]
        expected = [value_bytes(LIBRARY.quantize(layers(a)).table) for a in arrays]
        found, texts = [None] * 8, [None] * 8

        def work(i):
            for _ in range(20):
                found[i] = value_bytes(LIBRARY.quantize(layers(arrays[i])).table)
                if found[i] != expected[i]:
                    return
                bad = {f"bad{i}": np.full(4, np.nan, "f4")}
                try:
                    LIBRARY.quantize(layers(bad))
                except Refused as error:
                    texts[i] = str(error)
        threads = [threading.Thread(target=work, args=(i,)) for i in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual(found, expected)
        for i, text in enumerate(texts):
            self.assertIn(f"bad{i}", text)


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    LIBRARY = aq_table.Library(sys.argv.pop(1))
    unittest.main()
