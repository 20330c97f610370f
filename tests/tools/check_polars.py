#!/usr/bin/python3
"""Sends a quantized table through Polars and back: it reads our file or stream and writes it again,
plain and compressed, and the program decodes what it wrote to the same floats.

    check_polars.py ARROWQUANT-CLI MODEL FOLDER WORK

FOLDER is where Polars' npm package is installed, once (115 MB in the build folder; never shipped),
WORK where files are made. Exits with 77, "skipped", when the package cannot be had.
"""
import os
import platform
import subprocess
import sys

import aq_npm
from aq_reader import read_model
from aq_tensors import decode

HERE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "polars_witness")
PACKAGE = "nodejs-polars-linux-x64-gnu"
ENDINGS = (".arrows",)  # Files of Polars hold codes as binary_view, which is not read.


def run(*words, **more):
    done = subprocess.run(words, capture_output=True, text=True, check=False, timeout=300, **more)
    if done.returncode:
        sys.exit(f"{' '.join(words)}\nended with {done.returncode}: {done.stderr}{done.stdout}")


def values(path):
    """Name -> (shape, bytes of the float32 values, or of what was kept)."""
    return {name: (tensor.shape, tensor.data.tobytes() if tensor.encoding is None
                   else decode(tensor).tobytes())
            for name, tensor in read_model(path)[0].items()}


def compare(what, expected, found):
    if found.keys() != expected.keys():
        sys.exit(f"{what}: other tensors: {sorted(set(found) ^ set(expected))}")
    wrong = [name for name in expected if found[name] != expected[name]]
    if wrong:
        sys.exit(f"{what}: other values in {wrong}")


def main():
    if len(sys.argv) != 5:
        sys.exit(__doc__)
    program, model, folder, work = sys.argv[1:]
    if platform.machine() != "x86_64" or not sys.platform.startswith("linux"):
        aq_npm.skip("the pinned package is for Linux on x86-64")
    aq_npm.install(HERE, folder, PACKAGE)
    os.makedirs(work, exist_ok=True)
    environment = dict(os.environ, AQ_NODE_MODULES=os.path.abspath(folder))
    expected = values(model)
    for compression in ("uncompressed", "lz4", "zstd"):
        for ending in ENDINGS:
            again = os.path.join(work, compression + ending)
            run("node", os.path.join(HERE, "through_polars.mjs"), model, again, compression,
                env=environment)
            decoded = os.path.join(work, "decoded.safetensors")
            run(program, "dequantize", again, "-o", decoded, "--dtype", "f32", "--force")
            compare(again, expected, values(decoded))
            print(f"{os.path.basename(again)}: {len(expected)} tensors agree, "
                  f"{os.path.getsize(again)} bytes")


if __name__ == "__main__":
    main()
