#!/usr/bin/python3
"""Writes a GGUF file with every type that the program decodes, from random bytes.

    make_test_gguf.py OUT.gguf [VERSION [ALIGNMENT]]

Random blocks use every code, every 6-bit scale and every finite F16, subnormals and -0 among them.
Keys of every type, arrays, a name of 127 bytes, 0 to 4 dimensions, and a tensor that was stored
reshaped. The same bytes every time.
"""
import struct
import sys

import numpy as np

from aq_blocks import BLOCKS
from aq_gguf import ORIGINAL_SHAPE, PLAIN, QUANTIZED, SCALARS

HALVES = {"Q4_0": [0], "Q4_1": [0, 2], "Q5_0": [0], "Q5_1": [0, 2], "Q8_0": [0], "Q2_K": [80, 82],
          "Q3_K": [108], "Q4_K": [0, 2], "Q5_K": [0, 2], "Q6_K": [208], "IQ4_NL": [0], "IQ4_XS": [0]}
NAMES = {name: number for number, (name, _) in PLAIN.items()} | {n: i for i, n in QUANTIZED.items()}
STRING, ARRAY = 8, 9


def text(value):
    raw = value.encode()
    return struct.pack("<Q", len(raw)) + raw


def one(kind, value):
    return text(value) if kind == STRING else struct.pack("<" + SCALARS[kind], value)


def pair(key, kind, value):
    if isinstance(value, list):
        items = b"".join(one(kind, item) for item in value)
        return text(key) + struct.pack("<iiQ", ARRAY, kind, len(value)) + items
    return text(key) + struct.pack("<i", kind) + one(kind, value)


def keys(alignment):
    values = [("general.architecture", STRING, "flux"), ("general.quantization_version", 4, 2),
              ("general.file_type", 4, 7), ("odd.text", STRING, "h\u00e4\u6f22\n"), ("odd.empty", STRING, ""),
              ("odd.words", STRING, ["", "b", "\u03b3"]), ("odd.none", 6, []),
              ("odd.bools", 7, [True, False]), (ORIGINAL_SHAPE + "reshaped.weight", 5, [40, 8, 4, 2])]
    for kind in SCALARS:
        values.append((f"one.{kind}", kind, True if kind == 7 else 7))
        values.append((f"two.{kind}", kind, [1, 0]))
    if alignment != 32:
        values.append(("general.alignment", 4, alignment))
    return values


def random_blocks(rng, name, elements):
    per_block, size, _ = BLOCKS[name]
    blocks = rng.integers(0, 256, (elements // per_block, size), np.uint8)
    for at in HALVES[name]:
        half = rng.integers(0, 65536, len(blocks)).astype(np.uint16)
        half[half & 0x7c00 == 0x7c00] &= 0x83ff  # No NaN and no infinity.
        blocks[:, at : at + 2] = half.view(np.uint8).reshape(-1, 2)
    return blocks.tobytes()


def plain(rng, name, elements):
    if name in ("F32", "F16", "F64"):
        kind = {"F32": np.float32, "F16": np.float16, "F64": np.float64}[name]
        return rng.normal(size=elements).astype(kind).tobytes()
    if name == "BF16":
        return (rng.normal(size=elements).astype(np.float32).view(np.uint32) >> 16).astype("<u2").tobytes()
    size = dict(PLAIN.values())[name]
    return rng.integers(0, 256, elements * size, np.uint8).tobytes()


def tensors(rng):
    """(name, type, ne, bytes), ne as stored: the fastest dimension first."""
    shapes = [("weight", (512, 24)), ("conv", (256, 3, 2, 4)), ("vector", (256,))]
    for name, number in sorted(NAMES.items()):
        for part, ne in shapes:
            elements = int(np.prod(ne))
            data = (random_blocks if name in BLOCKS else plain)(rng, name, elements)
            yield f"{name.lower()}.{part}", number, ne, data
    yield "reshaped.weight", NAMES["Q4_K"], (256, 10), random_blocks(rng, "Q4_K", 2560)
    yield "n" * 127, NAMES["F32"], (3,), plain(rng, "F32", 3)
    yield "scalar", NAMES["F32"], (), plain(rng, "F32", 1)


def main():
    if len(sys.argv) not in (2, 3, 4):
        sys.exit(__doc__)
    version, alignment = (int(w) for w in (sys.argv[2:] + ["3", "32"][len(sys.argv) - 2:]))
    made = list(tensors(np.random.default_rng(5)))
    values = keys(alignment)
    head = b"GGUF" + struct.pack("<Iqq", version, len(made), len(values))
    head += b"".join(pair(*value) for value in values)
    data = b""
    for name, number, ne, raw in made:
        head += text(name) + struct.pack(f"<I{len(ne)}qiQ", len(ne), *ne, number, len(data))
        data += raw + b"\0" * (-len(raw) % alignment)
    with open(sys.argv[1], "wb") as file:
        file.write(head + b"\0" * (-len(head) % alignment) + data)


if __name__ == "__main__":
    main()
