"""GGUF versions 2 and 3, by the published layout. Tensors that were stored reshaped get the shape
back that comfy.gguf.orig_shape names."""
import math
import struct
from dataclasses import dataclass

import numpy as np

from aq_blocks import BLOCKS, decode_blocks
from aq_tensors import Tensor

SCALARS = {0: "B", 1: "b", 2: "H", 3: "h", 4: "I", 5: "i", 6: "f", 7: "?", 10: "Q", 11: "q", 12: "d"}
INT32, STRING, ARRAY = 5, 8, 9
PLAIN = {0: ("F32", 4), 1: ("F16", 2), 30: ("BF16", 2), 24: ("I8", 1), 25: ("I16", 2),
         26: ("I32", 4), 27: ("I64", 8), 28: ("F64", 8)}
QUANTIZED = {2: "Q4_0", 3: "Q4_1", 6: "Q5_0", 7: "Q5_1", 8: "Q8_0", 10: "Q2_K", 11: "Q3_K",
             12: "Q4_K", 13: "Q5_K", 14: "Q6_K", 20: "IQ4_NL", 23: "IQ4_XS"}
ORIGINAL_SHAPE = "comfy.gguf.orig_shape."


@dataclass
class Value:
    """Value of a key. `kind` is the number of its type; of its elements' type if `is_array`."""
    kind: int
    is_array: bool
    value: object


@dataclass
class Entry:
    """What the file says of one tensor. `ne` as stored: the fastest dimension first."""
    name: str
    ne: tuple
    type: int
    offset: int  # from the start of the data section

    @property
    def type_name(self):
        return PLAIN[self.type][0] if self.type in PLAIN else QUANTIZED.get(self.type, f"type {self.type}")

    @property
    def bytes(self):
        elements = math.prod(self.ne)
        if self.type in PLAIN:
            return elements * PLAIN[self.type][1]
        per_block, size, _ = BLOCKS[QUANTIZED[self.type]]
        if self.ne[0] % per_block:
            raise ValueError(f"{self.name}: rows of {self.ne[0]} do not divide into blocks of {per_block}")
        return elements // per_block * size


@dataclass
class Header:
    version: int
    values: dict  # key -> Value, in the order of the file
    entries: list
    alignment: int
    data_start: int


@dataclass
class Blocks:
    """Encoding of a tensor in blocks that hold their own scales."""
    type_name: str
    data: np.ndarray  # uint8

    def decode(self):
        return decode_blocks(self.type_name, self.data)


class Cursor:
    def __init__(self, data):
        self.data, self.at = data, 0

    def take(self, size):
        if size > self.data.size - self.at:
            raise ValueError(f"the header ends at byte {self.at}")
        self.at += size
        return self.data[self.at - size : self.at].tobytes()

    def scalar(self, layout):
        return struct.unpack("<" + layout, self.take(struct.calcsize("<" + layout)))[0]

    def text(self):
        return self.take(self.scalar("Q")).decode()

    def one(self, kind):
        return self.text() if kind == STRING else self.scalar(SCALARS[kind])

    def value(self):
        kind = self.scalar("i")
        if kind != ARRAY:
            return Value(kind, False, self.one(kind))
        kind, count = self.scalar("i"), self.scalar("Q")
        return Value(kind, True, [self.one(kind) for _ in range(count)])


def read_header(data):
    cursor = Cursor(data)
    if cursor.take(4) != b"GGUF":
        raise ValueError("not a GGUF file")
    version = cursor.scalar("I")
    if version not in (2, 3):
        raise ValueError(f"GGUF version {version}")
    tensors, keys = cursor.scalar("q"), cursor.scalar("q")
    values = {}
    for _ in range(keys):
        key = cursor.text()
        if key in values:
            raise ValueError(f"two values of {key}")
        values[key] = cursor.value()
    entries = []
    for _ in range(tensors):
        name, dimensions = cursor.text(), cursor.scalar("I")
        ne = tuple(cursor.scalar("q") for _ in range(dimensions))
        entries.append(Entry(name, ne, cursor.scalar("i"), cursor.scalar("Q")))
    alignment = values["general.alignment"].value if "general.alignment" in values else 32
    return Header(version, values, entries, alignment, -(-cursor.at // alignment) * alignment)


def shape_of(header, entry):
    """PyTorch's order, and the shape from before a reshape."""
    original = header.values.get(ORIGINAL_SHAPE + entry.name)
    if original is None:
        return tuple(reversed(entry.ne))
    if not original.is_array or original.kind != INT32:
        raise ValueError(f"{entry.name}: its original shape is not an array of INT32")
    if math.prod(original.value) != math.prod(entry.ne):
        raise ValueError(f"{entry.name}: {original.value} elements are stored as {entry.ne}")
    return tuple(original.value)


def tensor_of(header, entry, data):
    start = header.data_start + entry.offset
    stored = data[start : start + entry.bytes]
    if stored.size != entry.bytes:
        raise ValueError(f"{entry.name}: the file ends before its last byte")
    shape = shape_of(header, entry)
    if entry.type in PLAIN:
        return Tensor(PLAIN[entry.type][0], shape, stored)
    blocks = Blocks(QUANTIZED[entry.type], stored)
    return Tensor("F32", shape, encoding=blocks, stored=entry.bytes)  # Its source's type is not told.


def read(path):
    """(name -> Tensor, key -> value)."""
    data = np.memmap(path, np.uint8, "r")
    header = read_header(data)
    tensors = {}
    for entry in header.entries:
        if entry.type not in PLAIN and entry.type not in QUANTIZED:
            raise ValueError(f"{entry.name}: {entry.type_name} cannot be decoded here")
        if entry.name in tensors:
            raise ValueError(f"two tensors of the name {entry.name}")
        tensors[entry.name] = tensor_of(header, entry, data)
    return tensors, {key: value.value for key, value in header.values.items()}
