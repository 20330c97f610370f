#!/usr/bin/python3
"""Holds a GGUF file to its format, and to the model that it was made of.

    check_gguf.py SOURCE QUANTIZED.gguf [--report REPORT.json] [--architecture ID]

The container first: magic, version, required keys, alignment, places without overlap or gap, nothing
after the last tensor. Then names and shapes against SOURCE, and values: every tensor is decoded and
must be near its original, unless that is too small for F16, of which all scales are. Architecture
"none" means that there must be no such key. With --report every number of the report is recomputed
(check_report.py). Lists what is wrong and exits with 1 if anything is.
"""
import argparse
import subprocess
import sys
from os.path import abspath, dirname, join

import numpy as np

import aq_gguf
from aq_reader import compare, namesake, read_model
from aq_tensors import decode

UINT32, STRING = 4, 8
REQUIRED = {"general.architecture": STRING, "general.quantization_version": UINT32,
            "general.file_type": UINT32}
PLAIN_ERROR = 0.005  # Relative RMSE of a cast; BF16 rounds to 8 bits, by 2^-8 at most.
LEAST_NORMAL_HALF = 2.0**-14
QUANTIZED_COSINE = 0.5  # Any block type is far better; swapped nibbles or scales are far worse.


def check_keys(header, architecture):
    lines = []
    told = header.values.get("general.architecture")
    if architecture and (told.value if told else "none") != architecture:
        lines.append(f"general.architecture: {told}, not {architecture}")
    for key, kind in REQUIRED.items():
        if architecture == "none" and key == "general.architecture":
            continue
        found = header.values.get(key)
        if found is None or found.is_array or found.kind != kind:
            lines.append(f"{key}: {'missing' if found is None else 'of the wrong type'}")
    version = header.values.get("general.quantization_version")
    if version is not None and version.value != 2:
        lines.append(f"general.quantization_version: {version.value}, not 2")
    for key, found in header.values.items():
        if key.startswith(aq_gguf.ORIGINAL_SHAPE) and (
                not found.is_array or found.kind != aq_gguf.INT32):
            lines.append(f"{key}: not an array of INT32")
    return lines


def check_places(header, size):
    """Every tensor's place in the data section: in order of the table, packed, aligned."""
    lines, end = [], 0
    if header.alignment <= 0 or header.alignment & (header.alignment - 1):
        return [f"alignment {header.alignment}"]
    for entry in header.entries:
        if entry.offset % header.alignment:
            lines.append(f"{entry.name}: byte {entry.offset} is not aligned to {header.alignment}")
        if entry.offset != end:
            lines.append(f"{entry.name}: at byte {entry.offset}, the one before ends at {end}")
        end = entry.offset + -(-entry.bytes // header.alignment) * header.alignment
    if header.data_start + end != size:
        lines.append(f"{size} bytes, but the last tensor ends at {header.data_start + end}")
    return lines


def check_padding(header, data):
    """Padding is zero: the same model gives the same bytes."""
    lines = []
    for entry in header.entries:
        first = header.data_start + entry.offset + entry.bytes
        if data[first : first + -entry.bytes % header.alignment].any():
            lines.append(f"{entry.name}: its padding is not zero")
    return lines


def check_container(data, architecture):
    header = aq_gguf.read_header(data)
    names = [entry.name for entry in header.entries]
    lines = [f"{name}: twice" for name in sorted({n for n in names if names.count(n) > 1})]
    lines += [f"{e.name}: name of more than 127 bytes" for e in header.entries
              if len(e.name.encode()) > 127]
    return lines + check_keys(header, architecture) + check_places(header, data.size) + check_padding(header, data)


def is_too_small(tensor):
    return np.abs(decode(tensor)).max() < LEAST_NORMAL_HALF


def check_tensor(name, original, quantized):
    if original.shape != quantized.shape:
        return [f"{name}: shape {original.shape} became {quantized.shape}"]
    found = compare(original, quantized)
    if found["identical"] or not original.elements or not found["sums"]["xx"]:
        return []
    if quantized.encoding is not None:
        if not found["cosine"] > QUANTIZED_COSINE and not is_too_small(original):
            return [f"{name}: cosine {found['cosine']:.4f} in {quantized.encoding.type_name}"]
    elif not found["relRmse"] <= PLAIN_ERROR and not is_too_small(original):
        return [f"{name}: {original.dtype} kept as {quantized.dtype} with relative RMSE {found['relRmse']:g}"]
    return []


def check_values(source, path):
    original, quantized = read_model(source)[0], read_model(path)[0]
    names = {name: namesake(name, quantized) for name in original}
    lines = [f"{name}: only in the source" for name, written in names.items() if not written]
    lines += [f"{name}: only in the GGUF file" for name in sorted(set(quantized) - set(names.values()))]
    for name, written in names.items():
        lines += check_tensor(name, original[name], quantized[written]) if written else []
    return lines, len(quantized)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("source")
    parser.add_argument("file", metavar="QUANTIZED.gguf")
    parser.add_argument("--report", metavar="REPORT.json")
    parser.add_argument("--architecture", metavar="ID")
    words = parser.parse_args()
    lines = check_container(np.memmap(words.file, np.uint8, "r"), words.architecture)
    if not lines:
        lines, count = check_values(words.source, words.file)
    print("\n".join(lines) if lines else f"{count} tensors, container and values hold")
    status = 1 if lines else 0
    if words.report:
        checker = join(dirname(abspath(__file__)), "check_report.py")
        status |= subprocess.run([sys.executable, checker, words.source, words.file, words.report],
                                 check=False).returncode
    sys.exit(status)


if __name__ == "__main__":
    main()
