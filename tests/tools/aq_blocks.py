"""GGUF block types and the float32 values of their blocks, from the published layouts.

Every decoder takes blocks, [n, bytes per block] uint8, and gives [n, elements per block] float32.
Each step is rounded to float32, in the order in which the format states it: d * scale * q - dmin * m.
"""
import numpy as np

IQ4_VALUES = np.array([-127, -104, -83, -65, -49, -35, -22, -10, 1, 13, 25, 38, 53, 69, 89, 113],
                      np.float32)
EVEN_SHIFTS = np.array([0, 2, 4, 6], np.uint8)[:, None]


def half(blocks, at):
    """The F16 at byte `at` of every block, [n, 1]."""
    return np.ascontiguousarray(blocks[:, at : at + 2]).view("<f2").astype(np.float32)


def signed(codes, middle):
    """Codes as float32, less the code that stands for 0."""
    return codes.astype(np.float32) - np.float32(middle)


def nibbles(qs):
    """[..., b] bytes to [..., 2b] codes: the low nibbles first, then the high ones."""
    return np.concatenate([qs & 15, qs >> 4], axis=-1)


def fifth_bits(qh):
    """Bit j of four little-endian bytes, as 16 for element j: [n, 32]."""
    return np.unpackbits(qh, axis=1, bitorder="little") << 4


def q4_0(blocks):
    return signed(nibbles(blocks[:, 2:]), 8) * half(blocks, 0)


def q4_1(blocks):
    return nibbles(blocks[:, 4:]).astype(np.float32) * half(blocks, 0) + half(blocks, 2)


def q5_0(blocks):
    return signed(nibbles(blocks[:, 6:]) | fifth_bits(blocks[:, 2:6]), 16) * half(blocks, 0)


def q5_1(blocks):
    codes = nibbles(blocks[:, 8:]) | fifth_bits(blocks[:, 4:8])
    return codes.astype(np.float32) * half(blocks, 0) + half(blocks, 2)


def q8_0(blocks):
    return np.ascontiguousarray(blocks[:, 2:]).view(np.int8).astype(np.float32) * half(blocks, 0)


def iq4_nl(blocks):
    return IQ4_VALUES[nibbles(blocks[:, 2:])] * half(blocks, 0)


def two_bits(qs):
    """64 bytes to 256 codes: of each half's 32 bytes the bits 0-1, then 2-3, 4-5, 6-7; [n, 2, 4, 32]."""
    return qs.reshape(-1, 2, 1, 32) >> EVEN_SHIFTS & 3


def rows_of(codes, sub_blocks):
    """[n, sub-blocks, elements] float32."""
    return codes.reshape(codes.shape[0], sub_blocks, -1).astype(np.float32)


def scaled(codes, d, scales):
    """(d * scale) * code, one scale per sub-block."""
    values = (d * scales.astype(np.float32))[:, :, None] * rows_of(codes, scales.shape[1])
    return values.reshape(len(codes), -1)


def scaled_from(codes, d, scales, dmin, minima):
    """(d * scale) * code - (dmin * minimum)"""
    offset = (dmin * minima.astype(np.float32))[:, :, None]
    values = (d * scales.astype(np.float32))[:, :, None] * rows_of(codes, scales.shape[1]) - offset
    return values.reshape(len(codes), -1)


def q2_k(blocks):
    scales = blocks[:, :16]
    return scaled_from(two_bits(blocks[:, 16:80]), half(blocks, 80), scales & 15,
                       half(blocks, 82), scales >> 4)


def q3_k(blocks):
    runs = np.arange(8, dtype=np.uint8).reshape(2, 4, 1)
    high = blocks[:, :32].reshape(-1, 1, 1, 32) >> runs & 1
    codes = two_bits(blocks[:, 32:96]).astype(np.int8) + 4 * high.astype(np.int8) - 4
    packed = blocks[:, 96:108]
    top = (packed[:, None, 8:] >> EVEN_SHIFTS & 3).reshape(-1, 16)  # Byte k % 4, shift 2 * (k / 4).
    scales = (nibbles(packed[:, :8]) | top << 4).astype(np.int8) - 32
    return scaled(codes, half(blocks, 108), scales)


def scales_and_minima(s):
    """Eight scales and eight minima of 6 bits in 12 bytes, [n, 8] each."""
    first, second, third = s[:, :4], s[:, 4:8], s[:, 8:]
    return (np.concatenate([first & 63, third & 15 | first >> 6 << 4], axis=1),
            np.concatenate([second & 63, third >> 4 | second >> 6 << 4], axis=1))


def q4_k(blocks):
    scales, minima = scales_and_minima(blocks[:, 4:16])
    codes = nibbles(blocks[:, 16:].reshape(-1, 4, 32))
    return scaled_from(codes, half(blocks, 0), scales, half(blocks, 2), minima)


def q5_k(blocks):
    scales, minima = scales_and_minima(blocks[:, 4:16])
    low = nibbles(blocks[:, 48:].reshape(-1, 4, 32)).reshape(-1, 8, 32)
    high = blocks[:, 16:48].reshape(-1, 1, 32) >> np.arange(8, dtype=np.uint8)[:, None] & 1
    return scaled_from(low | high << 4, half(blocks, 0), scales, half(blocks, 2), minima)


def q6_k(blocks):
    low = nibbles(blocks[:, :128].reshape(-1, 2, 64)).reshape(-1, 2, 4, 32)
    high = blocks[:, 128:192].reshape(-1, 2, 1, 32) >> EVEN_SHIFTS & 3
    codes = (low | high << 4).astype(np.int8) - 32
    scales = np.ascontiguousarray(blocks[:, 192:208]).view(np.int8)
    return scaled(codes, half(blocks, 208), scales)


def iq4_xs(blocks):
    high = np.ascontiguousarray(blocks[:, 2:4]).view("<u2") >> (2 * np.arange(8, dtype=np.uint16)) & 3
    low = np.stack([blocks[:, 4:8] & 15, blocks[:, 4:8] >> 4], axis=2).reshape(-1, 8)
    scales = (low | high.astype(np.uint8) << 4).astype(np.int8) - 32
    return scaled(IQ4_VALUES[nibbles(blocks[:, 8:].reshape(-1, 8, 16))], half(blocks, 0), scales)


# name -> (elements per block, bytes per block, decoder)
BLOCKS = {"Q4_0": (32, 18, q4_0), "Q4_1": (32, 20, q4_1), "Q5_0": (32, 22, q5_0),
          "Q5_1": (32, 24, q5_1), "Q8_0": (32, 34, q8_0), "Q2_K": (256, 84, q2_k),
          "Q3_K": (256, 110, q3_k), "Q4_K": (256, 144, q4_k), "Q5_K": (256, 176, q5_k),
          "Q6_K": (256, 210, q6_k), "IQ4_NL": (32, 18, iq4_nl), "IQ4_XS": (256, 136, iq4_xs)}


def decode_blocks(name, data):
    """float32 elements of whole blocks, in a few steps so that a large tensor needs little memory."""
    elements, size, decoder = BLOCKS[name]
    blocks = data.reshape(-1, size)
    values = np.empty((len(blocks), elements), np.float32)
    step = (1 << 20) // elements
    for first in range(0, len(blocks), step):
        values[first : first + step] = decoder(np.asarray(blocks[first : first + step]))
    return values.reshape(-1)
