#!/usr/bin/python3
"""Opens a GGUF file with ggml itself, and demands the same floats from it as from our readers.

    check_ggml.py --ggml LIBGGML-BASE.SO FILE.gguf [--against DEQUANTIZED.safetensors]

Calls the library's public functions (gguf.h, ggml.h): every tensor must have the same name, extents,
type and place, and must be decoded by ggml to the same bits as by aq_gguf.py and, with --against, as
the float32 file has them that `arrowquant-cli dequantize FILE.gguf --dtype f32` wrote. Prints a line
per type; exits with 1 if anything differs, with 77 when the library cannot be loaded.

Any build of ggml will do: the products that a format adds up are exact in float32 (11 + 6 + 5 bits
at most), so fused multiply-add gives the same bits.
"""
import argparse
import ctypes
import os
import sys
from collections import Counter

import numpy as np

import aq_gguf
import aq_safetensors
from aq_tensors import decode, plain_floats

WHOLE = {"I8", "I16", "I32", "I64", "F64"}  # Carried, never decoded.


class TypeTraits(ctypes.Structure):
    """struct ggml_type_traits, up to the decoder."""
    _fields_ = [("type_name", ctypes.c_char_p), ("block", ctypes.c_int64),
                ("interleave", ctypes.c_int64), ("type_size", ctypes.c_size_t),
                ("is_quantized", ctypes.c_bool), ("to_float", ctypes.c_void_p)]


class InitParams(ctypes.Structure):
    """struct gguf_init_params"""
    _fields_ = [("no_alloc", ctypes.c_bool), ("context", ctypes.c_void_p)]


DECODER = ctypes.CFUNCTYPE(None, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int64)
FUNCTIONS = {  # name: (result, arguments)
    "gguf_init_from_file": (ctypes.c_void_p, [ctypes.c_char_p, InitParams]),
    "gguf_get_data_offset": (ctypes.c_size_t, [ctypes.c_void_p]),
    "gguf_get_n_tensors": (ctypes.c_int64, [ctypes.c_void_p]),
    "gguf_get_n_kv": (ctypes.c_int64, [ctypes.c_void_p]),
    "gguf_get_key": (ctypes.c_char_p, [ctypes.c_void_p, ctypes.c_int64]),
    "gguf_get_tensor_name": (ctypes.c_char_p, [ctypes.c_void_p, ctypes.c_int64]),
    "gguf_get_tensor_type": (ctypes.c_int, [ctypes.c_void_p, ctypes.c_int64]),
    "gguf_get_tensor_offset": (ctypes.c_size_t, [ctypes.c_void_p, ctypes.c_int64]),
    "gguf_get_tensor_size": (ctypes.c_size_t, [ctypes.c_void_p, ctypes.c_int64]),
    "ggml_get_type_traits": (ctypes.POINTER(TypeTraits), [ctypes.c_int]),
}


class Ggml:
    """One file, opened by the library."""

    def __init__(self, library, path):
        self.call = ctypes.CDLL(library)
        for name, (result, arguments) in FUNCTIONS.items():
            function = getattr(self.call, name)
            function.restype, function.argtypes = result, arguments
        self.file = self.call.gguf_init_from_file(os.fsencode(path), InitParams(True, None))
        if not self.file:
            sys.exit(f"ggml refuses {path}")

    def keys(self):
        return [self.call.gguf_get_key(self.file, i).decode()
                for i in range(self.call.gguf_get_n_kv(self.file))]

    def extents(self, index):
        """ne[4], or None where the library is too old to tell."""
        if not hasattr(self.call, "gguf_get_tensor_ne"):
            return None
        function = self.call.gguf_get_tensor_ne
        function.restype = ctypes.POINTER(ctypes.c_int64)
        function.argtypes = [ctypes.c_void_p, ctypes.c_int64]
        return tuple(function(self.file, index)[:4])

    def decode(self, kind, stored, elements):
        """float32 values of whole blocks."""
        decoder = self.call.ggml_get_type_traits(kind)[0].to_float
        values = np.empty(elements, np.float32)
        stored = np.ascontiguousarray(stored)
        DECODER(decoder)(stored.ctypes.data, values.ctypes.data, elements)
        return values


def same_bits(a, b):
    return a.size == b.size and np.array_equal(a.view(np.uint32), b.view(np.uint32))


def check_entry(ggml, index, entry):
    """What ggml and our reader think differently of one line of the table of contents."""
    told = {"name": ggml.call.gguf_get_tensor_name(ggml.file, index).decode(),
            "type": ggml.call.gguf_get_tensor_type(ggml.file, index),
            "offset": ggml.call.gguf_get_tensor_offset(ggml.file, index),
            "bytes": ggml.call.gguf_get_tensor_size(ggml.file, index)}
    lines = [f"{entry.name}: {key}: ggml says {value!r}, our reader {getattr(entry, key)!r}"
             for key, value in told.items() if value != getattr(entry, key)]
    extents = ggml.extents(index)
    if extents and extents != entry.ne + (1,) * (4 - len(entry.ne)):
        lines.append(f"{entry.name}: extents: ggml says {extents}, our reader {entry.ne}")
    return lines


def check_values(ggml, entry, stored, tensor, dequantized):
    """Differences between ggml's floats, our NumPy reader's and, if there is one, the program's."""
    if entry.type_name in WHOLE:
        if dequantized is not None and not np.array_equal(dequantized.data, stored):
            return [f"{entry.name}: the program changed a tensor that it should carry"]
        return []
    plain = entry.type_name == "F32"
    values = (np.ascontiguousarray(stored).view(np.float32) if plain
              else ggml.decode(entry.type, stored, tensor.elements))
    lines = [] if same_bits(values, decode(tensor)) else [f"{entry.name}: NumPy decodes other floats"]
    if dequantized is not None:
        if dequantized.shape != tensor.shape:
            lines.append(f"{entry.name}: shape {tensor.shape} became {dequantized.shape}")
        if not same_bits(values, plain_floats(dequantized.dtype, dequantized.data)):
            lines.append(f"{entry.name}: the program decodes other floats")
    return lines


def check(library, path, against):
    """(lines that say what differs, tensors per type)."""
    ggml = Ggml(library, path)
    data = np.memmap(path, np.uint8, "r")
    header = aq_gguf.read_header(data)
    tensors = aq_gguf.read(path)[0]
    dequantized = aq_safetensors.read(against)[0] if against else {}
    count = ggml.call.gguf_get_n_tensors(ggml.file)
    if count != len(header.entries) or ggml.keys() != list(header.values):
        return [f"ggml finds {count} tensors and {ggml.keys()}"], Counter()
    start = ggml.call.gguf_get_data_offset(ggml.file)
    lines = [] if start == header.data_start else [f"data: ggml says {start}"]
    if against and set(dequantized) != set(tensors):
        lines.append(f"not in both files: {sorted(set(dequantized) ^ set(tensors))}")
    types = Counter()
    for index, entry in enumerate(header.entries):
        lines += check_entry(ggml, index, entry)
        stored = data[start + entry.offset : start + entry.offset + entry.bytes]
        lines += check_values(ggml, entry, stored, tensors[entry.name], dequantized.get(entry.name))
        types[entry.type_name] += 1
    return lines, types


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--ggml", required=True, metavar="LIBGGML-BASE.SO")
    parser.add_argument("--against", metavar="DEQUANTIZED.safetensors")
    parser.add_argument("file", metavar="FILE.gguf")
    words = parser.parse_args()
    if not os.path.exists(words.ggml):
        print(f"SKIPPED: there is no {words.ggml}")
        sys.exit(77)
    lines, types = check(words.ggml, words.file, words.against)
    if lines:
        print("\n".join(lines[:40]))
    readers = "ggml, NumPy and the program" if words.against else "ggml and NumPy"
    for name, count in sorted(types.items()):
        print(f"{name:6} {count:5} tensors: {readers} " + ("compared" if lines else "agree"))
    sys.exit(1 if lines else 0)


if __name__ == "__main__":
    main()
