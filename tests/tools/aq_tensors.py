"""Words shared by the independent readers: what a tensor is, and how its bytes become float32.

NumPy only, and nothing of the program under test: that is the point of these files.
"""
from dataclasses import dataclass, field

import numpy as np

# Bits of one element, by the name that safetensors uses.
BITS = {"F64": 64, "F32": 32, "F16": 16, "BF16": 16, "F8_E4M3": 8, "F8_E5M2": 8, "I64": 64,
        "I32": 32, "I16": 16, "I8": 8, "U64": 64, "U32": 32, "U16": 16, "U8": 8, "BOOL": 8}
FLOATS = {"F64", "F32", "F16", "BF16", "F8_E4M3", "F8_E5M2"}


@dataclass
class Encoding:
    """Codes, scales and zero points as raw bytes, and how to read them."""
    bits: int
    group_size: int  # columns per scale; 0: one scale for the tensor
    symmetry: str
    codes: np.ndarray   # uint8
    scales: np.ndarray  # float32, one per group
    zeros: np.ndarray   # float32, one per group, or empty: implied by the width


@dataclass
class Tensor:
    dtype: str
    shape: tuple
    data: np.ndarray = field(default_factory=lambda: np.zeros(0, np.uint8))  # uint8
    encoding: object = None  # Encoding, or anything else that has decode() -> float32
    stored: int = -1  # bytes in the file, when they are more than those of data

    @property
    def elements(self):
        return int(np.prod(self.shape, dtype=np.int64))


def float8(codes, exponent_bits, bias, has_infinity):
    """Value of every code of an 8-bit float, from its definition."""
    mantissa_bits = 7 - exponent_bits
    table = np.zeros(256, np.float64)
    for code in range(256):
        exponent = (code >> mantissa_bits) & ((1 << exponent_bits) - 1)
        mantissa = code & ((1 << mantissa_bits) - 1)
        top = exponent == (1 << exponent_bits) - 1
        if top and has_infinity:
            value = np.inf if mantissa == 0 else np.nan
        elif top and mantissa == (1 << mantissa_bits) - 1:  # E4M3 has no infinity, one NaN
            value = np.nan
        elif exponent == 0:
            value = mantissa * 2.0 ** (1 - bias - mantissa_bits)
        else:
            value = (1 + mantissa / 2.0 ** mantissa_bits) * 2.0 ** (exponent - bias)
        table[code] = -value if code & 0x80 else value
    return table.astype(np.float32)[codes]


def plain_floats(dtype, data):
    """Elements of a float type, as float32."""
    if dtype == "BF16":
        return (data.view("<u2").astype(np.uint32) << 16).view(np.float32)
    if dtype == "F8_E4M3":
        return float8(data, 4, 7, False)
    if dtype == "F8_E5M2":
        return float8(data, 5, 15, True)
    return data.view({"F64": "<f8", "F32": "<f4", "F16": "<f2"}[dtype]).astype(np.float32)


def matrix_of(shape):
    """[O, I, kh, kw] -> O rows of I*kh*kw; [n] and [] -> one row."""
    elements = int(np.prod(shape, dtype=np.int64))
    rows = shape[0] if len(shape) > 1 else 1
    return rows, elements // rows if rows else 0


def unpack(codes, rows, columns, bits):
    """Code i of a row is bits i*bits .. of its bytes, least significant bit first."""
    row_bytes = -(-columns * bits // 8)
    stream = np.unpackbits(codes.reshape(rows, row_bytes), axis=1, bitorder="little")
    codes = np.zeros((rows, columns), np.uint8)
    for bit in range(bits):
        codes |= stream[:, bit : columns * bits : bits] << bit
    return codes.astype(np.float32)


def decode(tensor):
    """float32 values: (code - zero) * scale, both steps rounded to float32."""
    if tensor.encoding is None:
        return plain_floats(tensor.dtype, tensor.data)
    if not isinstance(tensor.encoding, Encoding):
        return tensor.encoding.decode()
    encoding = tensor.encoding
    rows, columns = matrix_of(tensor.shape)
    zeros = encoding.zeros
    if zeros.size == 0:
        implied = 1.5 if encoding.bits == 2 else 2.0 ** (encoding.bits - 1)
        zeros = np.full(encoding.scales.size, implied, np.float32)
    codes = unpack(encoding.codes, rows, columns, encoding.bits)
    if encoding.group_size == 0:
        return ((codes - zeros[0]) * encoding.scales[0]).reshape(-1)
    groups = -(-columns // encoding.group_size)
    column_group = np.arange(columns) // encoding.group_size
    scale = encoding.scales.reshape(rows, groups)[:, column_group]
    zero = zeros.reshape(rows, groups)[:, column_group]
    return ((codes - zero) * scale).reshape(-1)


def stored_bytes(tensor):
    """Bytes a tensor takes in its file: data, or codes, scales and zero points as stored."""
    return tensor.stored if tensor.stored >= 0 else int(tensor.data.nbytes)
