"""The Arrow C data interface in ctypes: NumPy arrays handed out, and others' arrays seen as NumPy
arrays, in both directions without a copy. The standard library and NumPy only.

What is exported stays alive until the consumer releases it;
what is imported is released when the last Column or NumPy view of it is gone.
"""
import ctypes
import itertools
import weakref
from collections import Counter

import numpy as np

from aq_columns import NULLABLE, NUMBERS, OFFSETS, Column


class ArrowSchema(ctypes.Structure):
    pass


class ArrowArray(ctypes.Structure):
    pass


class ArrowArrayStream(ctypes.Structure):
    pass


# Callbacks are plain addresses in the structs: null is "released", and they can be compared.
ArrowSchema._fields_ = [
    ("format", ctypes.c_char_p), ("name", ctypes.c_char_p), ("metadata", ctypes.c_void_p),
    ("flags", ctypes.c_int64), ("n_children", ctypes.c_int64),
    ("children", ctypes.POINTER(ctypes.POINTER(ArrowSchema))),
    ("dictionary", ctypes.POINTER(ArrowSchema)), ("release", ctypes.c_void_p),
    ("private_data", ctypes.c_void_p)]
ArrowArray._fields_ = [
    ("length", ctypes.c_int64), ("null_count", ctypes.c_int64), ("offset", ctypes.c_int64),
    ("n_buffers", ctypes.c_int64), ("n_children", ctypes.c_int64),
    ("buffers", ctypes.POINTER(ctypes.c_void_p)),
    ("children", ctypes.POINTER(ctypes.POINTER(ArrowArray))),
    ("dictionary", ctypes.POINTER(ArrowArray)), ("release", ctypes.c_void_p),
    ("private_data", ctypes.c_void_p)]
ArrowArrayStream._fields_ = [
    ("get_schema", ctypes.c_void_p), ("get_next", ctypes.c_void_p),
    ("get_last_error", ctypes.c_void_p), ("release", ctypes.c_void_p),
    ("private_data", ctypes.c_void_p)]

RELEASE = ctypes.CFUNCTYPE(None, ctypes.c_void_p)
GET_SCHEMA = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.POINTER(ArrowSchema))
GET_NEXT = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.POINTER(ArrowArray))
GET_LAST_ERROR = ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p)

exports, releases, faults = Counter(), Counter(), []
_alive = {}  # what an exported struct needs until it is released, by its private_data
_keys = itertools.count(1)


def outstanding():
    """Structs of ours that nobody has released yet."""
    return len(_alive)


def _keep(kind, things):
    key = next(_keys)
    _alive[key] = things
    exports[kind] += 1
    return key


def _drop(kind, struct_):
    struct_.release = None
    releases[kind] += 1
    if _alive.pop(struct_.private_data, None) is None:
        faults.append(f"{kind} {struct_.private_data} was released twice")


def _releaser(type_, kind):
    @RELEASE
    def release(address):
        one = type_.from_address(address)
        for child in _alive.get(one.private_data, [()])[0]:
            if child.release:  # Otherwise a consumer has moved it away.
                RELEASE(child.release)(ctypes.addressof(child))
        _drop(kind, one)
    return release


_release_schema = _releaser(ArrowSchema, "schema")
_release_array = _releaser(ArrowArray, "array")


def _address(function):
    return ctypes.cast(function, ctypes.c_void_p).value


def _pointers(type_, structs):
    return (ctypes.POINTER(type_) * len(structs))(*(ctypes.pointer(s) for s in structs))


def export_schema(column, out):
    children = [export_schema(child, ArrowSchema()) for child in column.children]
    texts_ = (column.format.encode(), column.name.encode())
    ctypes.memset(ctypes.addressof(out), 0, ctypes.sizeof(out))  # May come uninitialized.
    below = list(children)
    if column.dictionary is not None:
        below.append(export_schema(column.dictionary, ArrowSchema()))
        out.dictionary = ctypes.pointer(below[-1])
    pointers = _pointers(ArrowSchema, children)
    out.format, out.name = texts_
    out.flags = NULLABLE if column.nullable else 0
    out.n_children, out.children = len(children), pointers
    out.private_data = _keep("schema", (below, texts_, pointers))
    out.release = _address(_release_schema)
    return out


def export_array(column, out):
    """Fills `out`; the buffers are those of the column."""
    children = [export_array(child, ArrowArray()) for child in column.children]
    ctypes.memset(ctypes.addressof(out), 0, ctypes.sizeof(out))
    below = list(children)
    if column.dictionary is not None:
        below.append(export_array(column.dictionary, ArrowArray()))
        out.dictionary = ctypes.pointer(below[-1])
    pointers = _pointers(ArrowArray, children)
    buffers = (ctypes.c_void_p * len(column.buffers))(
        *(None if b is None else b.ctypes.data for b in column.buffers))
    out.length, out.null_count, out.offset = column.length, column.null_count, column.offset
    out.n_buffers, out.buffers = len(buffers), buffers
    out.n_children, out.children = len(children), pointers
    out.private_data = _keep("array", (below, column.buffers, buffers, pointers))
    out.release = _address(_release_array)
    return out


class _Producer:
    def __init__(self, schema, batches):
        self.schema, self.batches, self.error = schema, iter(batches), None

    def guarded(self, work):
        """0, or EIO with a message when `work` raises: nothing may pass through C code."""
        try:
            work()
            return 0
        except Exception as error:
            self.error = ctypes.create_string_buffer(str(error).encode())
            return 5


def _producer(address):
    return _alive[ArrowArrayStream.from_address(address).private_data]


@GET_SCHEMA
def _get_schema(address, out):
    producer = _producer(address)
    return producer.guarded(lambda: export_schema(producer.schema, out.contents))


@GET_NEXT
def _get_next(address, out):
    def fill():
        batch = next(producer.batches, None)
        out.contents.release = None
        if batch is not None:
            export_array(batch, out.contents)
    producer = _producer(address)
    return producer.guarded(fill)


@GET_LAST_ERROR
def _get_last_error(address):
    error = _producer(address).error
    return ctypes.addressof(error) if error else None


@RELEASE
def _release_stream(address):
    _drop("stream", ArrowArrayStream.from_address(address))


def export_stream(schema, batches, out=None):
    """A stream of `batches`, any iterable of columns that are typed like `schema`."""
    out = ArrowArrayStream() if out is None else out
    out.get_schema, out.get_next = _address(_get_schema), _address(_get_next)
    out.get_last_error, out.release = _address(_get_last_error), _address(_release_stream)
    out.private_data = _keep("stream", _Producer(schema, batches))
    return out


class Imported:
    """Releases a struct of somebody else's when nothing refers to this any longer."""

    def __init__(self, struct_):
        self.struct = struct_
        self.release = weakref.finalize(self, Imported._release, struct_)

    @staticmethod
    def _release(struct_):
        if struct_.release:
            RELEASE(struct_.release)(ctypes.addressof(struct_))


class _Memory:
    """Foreign memory for NumPy, which keeps this, and so the owner, as the base of its array."""

    def __init__(self, owner, address, count, dtype):
        self.owner = owner
        self.__array_interface__ = {"version": 3, "shape": (count,), "typestr": np.dtype(dtype).str,
                                    "data": (address, True)}


def _view(owner, address, count, dtype):
    if not address:  # Allowed where nothing is in it.
        return np.zeros(count, dtype)
    return np.asarray(_Memory(owner, address, count, dtype))


def import_schema(schema):
    """A column without rows of the struct's type; the struct is only looked at."""
    column = Column(schema.format.decode(), name=(schema.name or b"").decode(),
                    nullable=bool(schema.flags & NULLABLE))
    column.children = [import_schema(schema.children[i].contents)
                       for i in range(schema.n_children)]
    if schema.dictionary:
        column.dictionary = import_schema(schema.dictionary.contents)
    return column


def _import_array(type_, array, owner):
    end = array.offset + array.length
    bits = array.buffers[0] if array.n_buffers else None
    buffers = [_view(owner, bits, (end + 7) // 8, "u1") if bits else None]
    if type_.format in OFFSETS:
        # A column without rows may come without offsets.
        buffers.append(_view(owner, array.buffers[1], end + 1, OFFSETS[type_.format]))
    elif type_.format in NUMBERS:
        buffers.append(_view(owner, array.buffers[1], end, NUMBERS[type_.format]))
    if type_.format in ("u", "U", "z", "Z"):
        buffers.append(_view(owner, array.buffers[2], int(buffers[1][end]), "u1"))
    column = Column(type_.format, array.length, buffers, [], type_.name, array.offset, None,
                    type_.nullable, array.null_count)
    assert array.n_children == len(type_.children), type_.name
    column.children = [_import_array(child, array.children[i].contents, owner)
                       for i, child in enumerate(type_.children)]
    if type_.dictionary is not None:
        column.dictionary = _import_array(type_.dictionary, array.dictionary.contents, owner)
    return column


def import_array(type_, array, owner=None):
    """`array` as a column of the type; it is taken over, unless it has an `owner` already."""
    return _import_array(type_, array, owner or Imported(array))


def import_stream(stream):
    """(schema, list of batches) of a stream, which is read to its end and released."""
    owner, address = Imported(stream), ctypes.addressof(stream)
    schema = ArrowSchema()
    _check(stream, GET_SCHEMA(stream.get_schema)(address, schema))
    type_, batches = import_schema(schema), []
    Imported._release(schema)
    while True:
        array = ArrowArray()
        _check(stream, GET_NEXT(stream.get_next)(address, array))
        if not array.release:
            break
        batches.append(import_array(type_, array))
    owner.release()
    return type_, batches


def _check(stream, code):
    if code:
        text = GET_LAST_ERROR(stream.get_last_error)(ctypes.addressof(stream))
        raise OSError(code, ctypes.string_at(text).decode() if text else "no message")
