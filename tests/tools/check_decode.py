#!/usr/bin/python3
"""Lets the program dequantize a model, and demands the same bits from it as from our readers.

    check_decode.py ARROWQUANT-CLI QUANTIZED OUT.safetensors

Every tensor must come back in its shape: a quantized one as the float32 values that the NumPy readers
decode, any other one byte for byte. Lists what differs and exits with 1 if anything does.
"""
import subprocess
import sys

import numpy as np

from aq_reader import read_model
from aq_tensors import decode


def check_tensor(name, quantized, written):
    if written.shape != quantized.shape:
        return [f"{name}: shape {quantized.shape} became {written.shape}"]
    if quantized.encoding is None:
        if written.dtype != quantized.dtype or not np.array_equal(written.data, quantized.data):
            return [f"{name}: {quantized.dtype} changed, now {written.dtype}"]
        return []
    if written.dtype != "F32":
        return [f"{name}: written as {written.dtype}"]
    ours, theirs = decode(quantized).view(np.uint32), written.data.view(np.uint32)
    wrong = np.flatnonzero(ours != theirs)
    return [f"{name}: {wrong.size} of {ours.size} floats differ, first at {wrong[0]}"] if wrong.size else []


def main():
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    program, path, output = sys.argv[1:]
    subprocess.run([program, "dequantize", path, "-o", output, "--dtype", "f32", "--force"], check=True)
    quantized, written = read_model(path)[0], read_model(output)[0]
    lines = [f"{name}: only in one of the files" for name in sorted(set(quantized) ^ set(written))]
    for name in quantized.keys() & written.keys():
        lines += check_tensor(name, quantized[name], written[name])
    print("\n".join(lines) if lines else f"{len(quantized)} tensors decode to the same bits")
    sys.exit(1 if lines else 0)


if __name__ == "__main__":
    main()
