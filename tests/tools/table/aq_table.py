"""libarrowquant from Python: tables of weights in, tables of quantized layers out, as NumPy arrays
that are not copied on either way. The standard library and NumPy only.

    library = Library("libarrowquant.so")
    result = library.quantize(layers({"blk.0.weight": array}), bit_width=4, group_size=128)
    for row in result.table.rows():
        print(row["layer_name"], row["scales"].size, row["bit_width"])
"""
import ctypes
from dataclasses import dataclass, field

import numpy as np

import aq_cdata as cdata
import aq_columns as columns
from aq_cdata import ArrowArray, ArrowArrayStream, ArrowSchema

DONE, SOME_FAILED, WRONG_USAGE, INPUT_REJECTED, BELOW_THRESHOLD, FAILED = 0, 1, 2, 3, 4, 6
CANCELLED = 130
SYMMETRIES = ("asymmetric", "asymmetric-integer", "symmetric")
SEARCHES = ("none", "balanced", "best")
ORDERS = ("as-given", "by-name")


class Progress(ctypes.Structure):
    _fields_ = [("layers_done", ctypes.c_int64), ("layers_total", ctypes.c_int64),
                ("bytes_done", ctypes.c_int64), ("bytes_total", ctypes.c_int64),
                ("layer", ctypes.c_char_p)]


PROGRESS = ctypes.CFUNCTYPE(None, ctypes.c_void_p, ctypes.POINTER(Progress))


class Options(ctypes.Structure):
    _fields_ = [("struct_size", ctypes.c_uint32)] + [
        (name, ctypes.c_int32) for name in (
            "bit_width", "group_size", "symmetry", "search", "strict", "continue_on_error", "order",
            "large_offsets", "threads")] + [
        ("min_cosine", ctypes.c_double), ("progress", PROGRESS),
        ("progress_context", ctypes.c_void_p), ("cancel", ctypes.POINTER(ctypes.c_int32))]


@dataclass
class Table:
    """Record batches of one schema; a batch is a struct column."""
    schema: columns.Column
    batches: list

    def rows(self):
        """A dict by column name for each row; numbers of a list are views."""
        return [batch[i] for batch in self.batches for i in range(len(batch))]

    def stream(self):
        """The table as an ArrowArrayStream for one consumer."""
        return cdata.export_stream(self.schema, self.batches)

    @staticmethod
    def of(*batches):
        return Table(batches[0], list(batches))


@dataclass
class Result:
    """What quantize() made, and the rows that it could not: dicts of row, layer_name, column and
    message. There are some only with continue_on_error."""
    table: Table
    errors: list = field(default_factory=list)


class Refused(Exception):
    """A call that made no result: its status, the library's words, the bad rows."""

    def __init__(self, status, text, errors=()):
        super().__init__(text)
        self.status, self.errors = status, list(errors)


def layers(arrays, shapes=True):
    """A table with a record batch for each array of a dict, float32 or float16, of any shape. Only
    arrays that are not contiguous are copied."""
    batches = []
    for name, array in arrays.items():
        parts = [columns.texts("layer_name", [name]),
                 columns.lists("weights", array, [array.size])]
        if shapes:
            parts.append(columns.lists("shape", np.array(array.shape, "<i8"), [array.ndim]))
        batches.append(columns.struct(*parts))
    if len({array.dtype for array in arrays.values()}) != 1:
        raise TypeError("a table needs layers, and all of one type")
    return Table.of(*batches)


class Library:
    """The functions of arrowquant.h. They may be called from several threads at once; each lets
    other Python threads run while it works."""

    def __init__(self, path):
        self.c = ctypes.CDLL(path)
        stream = ctypes.POINTER(ArrowArrayStream)
        options = ctypes.POINTER(Options)
        self.c.arrowquant_version.restype = ctypes.c_char_p
        self.c.arrowquant_last_error.restype = ctypes.c_char_p
        self.c.arrowquant_options_init.argtypes = [options]
        self.c.arrowquant_quantize.argtypes = [stream, options, stream, stream]
        self.c.arrowquant_quantize_batch.argtypes = [
            ctypes.POINTER(ArrowSchema), ctypes.POINTER(ArrowArray), options,
            ctypes.POINTER(ArrowSchema), ctypes.POINTER(ArrowArray), stream]
        self.c.arrowquant_dequantize.argtypes = [stream, options, stream]
        self.c.arrowquant_validate.argtypes = [stream, stream, options, stream]

    def version(self):
        return self.c.arrowquant_version().decode()

    def last_error(self):
        return self.c.arrowquant_last_error().decode()

    def quantize(self, table, **options):
        """Result with the quantized layers. `table` is a Table or an exported stream.

        Options are the fields of arrowquant_options by name; symmetry, search and order also by
        the words above. progress: called with a Progress; cancel: a ctypes.c_int32 that any thread
        may set. Raises Refused, and KeyboardInterrupt after Ctrl+C, which cancels."""
        quantized, errors = _output(ArrowArrayStream), _output(ArrowArrayStream)
        with _Call(self, options) as call:
            call.status = self.c.arrowquant_quantize(
                _stream(table), call.options, quantized.struct, errors.struct)
        bad = self._rejected(call.status, errors.struct)
        return Result(Table(*cdata.import_stream(quantized.struct)), bad)

    def quantize_batch(self, batch, **options):
        """The same for one record batch, a struct column."""
        schema = cdata.export_schema(batch, ArrowSchema())
        array = cdata.export_array(batch, ArrowArray())
        type_, quantized = _output(ArrowSchema), _output(ArrowArray)
        errors = _output(ArrowArrayStream)
        with _Call(self, options) as call:
            call.status = self.c.arrowquant_quantize_batch(
                schema, array, call.options, type_.struct, quantized.struct, errors.struct)
        bad = self._rejected(call.status, errors.struct)
        column = cdata.import_schema(type_.struct)
        return Result(Table(column, [cdata.import_array(column, quantized.struct, quantized)]),
                      bad)

    def _rejected(self, status, errors):
        bad = Table(*cdata.import_stream(errors)).rows() if errors.release else []
        if status not in (DONE, SOME_FAILED):
            raise Refused(status, self.last_error(), bad)
        return bad

    def dequantize(self, table, **options):
        """Table of layer_name, weights and shape; with continue_on_error, of the good layers."""
        weights = _output(ArrowArrayStream)
        with _Call(self, options) as call:
            call.status = self.c.arrowquant_dequantize(_stream(table), call.options, weights.struct)
        if call.status not in (DONE, SOME_FAILED):
            raise Refused(call.status, self.last_error())
        return Table(*cdata.import_stream(weights.struct))

    def validate(self, weights, quantized, **options):
        """(whether every layer reaches min_cosine, Table of the report)."""
        report = _output(ArrowArrayStream)
        with _Call(self, options) as call:
            call.status = self.c.arrowquant_validate(
                _stream(weights), _stream(quantized), call.options, report.struct)
        if call.status not in (DONE, BELOW_THRESHOLD):
            raise Refused(call.status, self.last_error())
        return call.status == DONE, Table(*cdata.import_stream(report.struct))


def _output(type_):
    """A struct that a call may fill, released whatever happens."""
    return cdata.Imported(type_())


def _stream(table):
    return table if isinstance(table, ArrowArrayStream) else table.stream()


class _Call:
    """Options of one call. Ctrl+C reaches Python in the progress callback, where nothing can be
    raised: it cancels the call, and is raised when that has returned."""

    def __init__(self, library, words):
        self.options = Options()
        library.c.arrowquant_options_init(self.options)
        self.progress = words.pop("progress", None)
        cancel = words.pop("cancel", None)
        self.cancel = ctypes.c_int32(0) if cancel is None else cancel
        self.interrupt, self.status = None, FAILED
        for name, value in words.items():
            names = {"symmetry": SYMMETRIES, "search": SEARCHES, "order": ORDERS}.get(name, ())
            if not hasattr(self.options, name):
                raise TypeError(f"no option is called {name}")
            setattr(self.options, name, names.index(value) if isinstance(value, str) else value)
        self.options.progress = PROGRESS(self._report)
        self.options.cancel = ctypes.pointer(self.cancel)

    def _report(self, _context, progress):
        try:
            if self.progress:
                self.progress(progress.contents)
        except KeyboardInterrupt as interrupt:
            self.interrupt, self.cancel.value = interrupt, 1

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self.interrupt:
            raise self.interrupt
