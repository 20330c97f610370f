"""Arrow columns over NumPy arrays: what a value of each type is, and how a column is put together.
Nothing is copied. NumPy only."""
from dataclasses import dataclass, field

import numpy as np

NULLABLE = 2
NUMBERS = {"c": "i1", "C": "u1", "s": "<i2", "S": "<u2", "i": "<i4", "I": "<u4", "l": "<i8",
           "L": "<u8", "e": "<f2", "f": "<f4", "g": "<f8"}
LETTERS = {np.dtype(name): letter for letter, name in NUMBERS.items()}
OFFSETS = {"u": "<i4", "z": "<i4", "+l": "<i4", "U": "<i8", "Z": "<i8", "+L": "<i8"}


@dataclass
class Column:
    """An array and its type: format string, buffers as the format has them (the first one tells
    which values are valid; None: all), children and, where values are numbers of others, those."""
    format: str
    length: int = 0
    buffers: list = field(default_factory=lambda: [None])
    children: list = field(default_factory=list)
    name: str = ""
    offset: int = 0
    dictionary: object = None
    nullable: bool = False
    null_count: int = 0

    def __len__(self):
        return self.length

    def is_valid(self, index):
        bits = self.buffers[0] if self.buffers else None
        at = self.offset + index
        return bits is None or bool(bits[at >> 3] >> (at & 7) & 1)

    def __getitem__(self, index):
        """str, a number, a NumPy view of bytes or of a list, a dict of a struct; None for null."""
        if not 0 <= index < self.length:
            raise IndexError(index)
        if not self.is_valid(index):
            return None
        at = self.offset + index
        if self.dictionary is not None:
            return self.dictionary[int(self.buffers[1][at])]
        if self.format == "+s":
            return {child.name: child[at] for child in self.children}
        if self.format.startswith("+w:"):
            count = int(self.format[3:])
            return self.children[0].numbers(at * count, (at + 1) * count)
        if self.format not in OFFSETS:
            return self.buffers[1][at]
        start, end = (int(v) for v in self.buffers[1][at : at + 2])
        if self.format in ("+l", "+L"):
            return self.children[0].numbers(start, end)
        part = self.buffers[2][start:end]
        return part.tobytes().decode() if self.format in "uU" else part

    def numbers(self, start, end):
        """A view of the values from `start` to `end`."""
        assert self.format in NUMBERS, f"a list of {self.format}"
        return self.buffers[1][self.offset + start : self.offset + end]

    def field(self, name):
        return next(child for child in self.children if child.name == name)

    def slice(self, start, length):
        """The same buffers from `start` on."""
        return Column(self.format, length, self.buffers, self.children, self.name,
                      self.offset + start, self.dictionary, self.nullable, self.null_count)


def validity(flags):
    """Bits of a list of booleans; None where all of them hold."""
    return None if all(flags) else np.packbits(np.array(flags, bool), bitorder="little")


def numbers(name, array):
    """A column of numbers, in the memory of the array if that is contiguous."""
    array = np.ascontiguousarray(array).reshape(-1)
    return Column(LETTERS[array.dtype], array.size, [None, array], name=name)


def texts(name, strings, large=False):
    """utf8 or large_utf8; None is null."""
    parts = [b"" if s is None else s if isinstance(s, bytes) else s.encode() for s in strings]
    letter = "U" if large else "u"
    ends = np.cumsum([0] + [len(p) for p in parts]).astype(OFFSETS[letter])
    valid = validity([s is not None for s in strings])
    return Column(letter, len(parts), [valid, ends, np.frombuffer(b"".join(parts), np.uint8)],
                  name=name, nullable=valid is not None,
                  null_count=sum(s is None for s in strings))


def lists(name, flat, counts, large=False, valid=None):
    """A list of `counts[i]` values per row, one after the other in `flat`, which is not copied."""
    kind = "+L" if large else "+l"
    ends = np.cumsum([0] + list(counts)).astype(OFFSETS[kind])
    bits = None if valid is None else validity(valid)
    return Column(kind, len(counts), [bits, ends], [numbers("item", flat)], name,
                  nullable=bits is not None,
                  null_count=0 if bits is None else sum(not v for v in valid))


def fixed_lists(name, flat, count):
    """Lists of `count` values each."""
    flat = np.ascontiguousarray(flat).reshape(-1)
    return Column(f"+w:{count}", flat.size // count, [None], [numbers("item", flat)], name)


def numbered(name, indices, values):
    """A dictionary: every row is the number of one of `values`, a Column."""
    column = numbers(name, np.asarray(indices))
    column.dictionary = values
    return column


def struct(*columns):
    """A record batch."""
    length = len(columns[0]) if columns else 0
    assert all(len(column) == length for column in columns)
    return Column("+s", length, [None], list(columns))
