#!/usr/bin/python3
"""Writes fp8.txt: every code of the two 8-bit float formats and the float32 it stands for.

Independent of the program: E5M2 is the upper byte of an IEEE binary16, which NumPy knows; E4M3FN is
computed from its definition (OFP8 Formats for Deep Learning, Open Compute Project, 2023).
Run: python3 make_fp8.py > fp8.txt
"""
import math

import numpy as np


def e4m3(code):
    sign = -1.0 if code & 0x80 else 1.0
    exponent, fraction = code >> 3 & 15, code & 7
    if exponent == 15 and fraction == 7:
        return math.nan
    if exponent == 0:
        return sign * fraction / 8 * 2.0**-6
    return sign * (1 + fraction / 8) * 2.0 ** (exponent - 7)


def bits(value):
    return "nan" if math.isnan(value) else f"{np.float32(value).view(np.uint32):08x}"


halves = (np.arange(256, dtype=np.uint16) << 8).view(np.float16).astype(np.float32)
print("# make_fp8.py, version 1, NumPy. Code, E4M3FN, E5M2: bits of the float32, or nan.")
for code in range(256):
    print(f"{code:02x} {bits(e4m3(code))} {bits(float(halves[code]))}")
