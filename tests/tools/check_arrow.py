#!/usr/bin/python3
"""Reads one Arrow file or stream with two independent programs, Apache Arrow for JavaScript and aq_arrow.py,
and compares what they see: columns, metadata, and every value of every row.

    check_arrow.py FILE FOLDER

FOLDER is where the JavaScript package is installed, once (in the build folder; never shipped).
Exits with 77, "skipped", when Node or npm is missing or the package cannot be had.
"""
import hashlib
import json
import math
import os
import subprocess
import sys

import numpy as np

import aq_arrow
import aq_npm

HERE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "arrow_witness")
COLUMNS = [["layer_name", "Utf8"], ["quantized_data", "Binary"], ["scales", "List<Float32>"],
           ["zero_points", "List<Float32>"], ["shape", "List<Int64>"], ["bit_width", "Uint8"]]


def witness(path, folder):
    environment = dict(os.environ, AQ_NODE_MODULES=os.path.abspath(folder))
    done = subprocess.run(["node", os.path.join(HERE, "witness.mjs"), path], env=environment,
                          capture_output=True, text=True, timeout=300)
    if done.returncode:
        sys.exit("apache-arrow refuses the file:\n" + done.stderr)
    return json.loads(done.stdout)


def sha256(array):
    return hashlib.sha256(np.ascontiguousarray(array).tobytes()).hexdigest()


def row_seen_here(row):
    seen = {"name": row["layer_name"], "bytes": row["quantized_data"].size,
            "sha256": sha256(row["quantized_data"]), "shape": [int(v) for v in row["shape"]]}
    for key in ("bit_width", "group_size"):
        seen[key] = int(row[key])
    for key in ("scheme", "dtype", "symmetry"):
        seen[key] = row[key]
    for key in ("scales", "zero_points"):
        values = row[key].astype("<f4")
        seen[key] = {"count": values.size, "sha256": sha256(values),
                     "sum": float(values.astype(np.float64).sum())}
    return seen


def same(here, there):
    """Equal; sums of floats to 1e-9, for they are added in another order."""
    if isinstance(here, dict):
        return here.keys() == there.keys() and all(same(here[k], there[k]) for k in here)
    if isinstance(here, float):
        return there is not None and math.isclose(here, there, rel_tol=1e-9, abs_tol=1e-9)
    return here == there


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    path, folder = sys.argv[1:]
    aq_npm.install(HERE, folder, "apache-arrow")
    there = witness(path, folder)
    rows, metadata = aq_arrow.read_columns(path)
    lines = []
    if [field[:2] for field in there["fields"]][: len(COLUMNS)] != COLUMNS:
        lines.append(f"columns: {there['fields']}")
    if any(nullable for *_, nullable in there["fields"]):
        lines.append("a column is nullable")
    if there["metadata"] != metadata:
        lines.append("metadata differs")
    if len(there["rows"]) != len(rows):
        lines.append(f"{len(there['rows'])} rows there, {len(rows)} here")
    for row, other in zip(rows, there["rows"]):
        here = row_seen_here(row)
        lines += [f"{here['name']}: {key}: {here[key]!r} here, {other[key]!r} there"
                  for key in here if not same(here[key], other[key])]
    print("\n".join(lines) if lines else f"{len(rows)} rows, {len(there['fields'])} columns agree")
    sys.exit(1 if lines else 0)


if __name__ == "__main__":
    main()
