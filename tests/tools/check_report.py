#!/usr/bin/python3
"""Compares a report of the program with what independent readers find in the same two files.

    check_report.py ORIGINAL QUANTIZED REPORT.json [TOLERANCE]

Every number of every tensor must agree to TOLERANCE (1e-6): cosine absolutely, the others
relatively. Tensors reported as kept must be identical byte for byte. Lists every difference and
exits with 1 if there is one. In the report null stands for an infinite SQNR.
"""
import json
import math
import os
import sys

from aq_reader import compare, namesake, read_model

ABSOLUTE = {"cosine"}


def differs(key, reported, found, tolerance):
    if reported is None or found is None:
        return reported is not found
    limit = tolerance if key in ABSOLUTE else tolerance * max(abs(reported), abs(found))
    return not abs(reported - found) <= limit  # also when NaN


def check_tensor(entry, original, quantized, tolerance):
    """Lines that say what differs, and what was found."""
    name = entry["name"]
    written = namesake(name, quantized)
    if name not in original or not written:
        return [f"{name}: missing in the original or in the quantized file"], None
    found = compare(original[name], quantized[written])
    lines = [f"{name}: {key}: reported {entry[key]!r}, found {found[key]!r}"
             for key in ("cosine", "relRmse", "sqnrDb", "maxError", "bitsPerWeight", "bytesBefore",
                         "bytesAfter")
             if differs(key, entry[key], found[key], tolerance)]
    if entry["status"] == "kept" and not found["identical"]:
        lines.append(f"{name}: reported as kept, but its bytes changed")
    return lines, found


def file_bytes(path):
    return os.path.getsize(path) if os.path.isfile(path) else None


def check_summary(report, found, original, quantized_path, tolerance):
    """The totals that follow from the tensors, weighted by parameters."""
    summary = report["summary"]
    expected = {"parameters": sum(t.elements for t in original.values()),
                "bytesAfter": file_bytes(quantized_path)}
    quantized = [found[e["name"]] for e in report["tensors"]
                 if e["status"] not in ("kept", "failed") and e["name"] in found]
    weights = sum(f["sums"]["count"] for f in quantized)
    for key, none in (("cosine", 1.0), ("relRmse", 0.0)):
        weighted = math.fsum(f[key] * f["sums"]["count"] for f in quantized)
        expected[key] = weighted / weights if weights else none
    expected["sqnrDb"] = -20 * math.log10(expected["relRmse"]) if expected["relRmse"] else None
    return [f"summary: {key}: reported {summary[key]!r}, found {value!r}"
            for key, value in expected.items() if differs(key, summary[key], value, tolerance)]


def main():
    if len(sys.argv) not in (4, 5):
        sys.exit(__doc__)
    tolerance = float(sys.argv[4]) if len(sys.argv) == 5 else 1e-6
    original, quantized = read_model(sys.argv[1])[0], read_model(sys.argv[2])[0]
    with open(sys.argv[3], encoding="utf-8") as file:
        report = json.load(file)
    lines = [f"{name}: not in the report"
             for name in sorted(set(original) - {e["name"] for e in report["tensors"]})]
    names = {namesake(name, quantized) for name in original}
    lines += [f"{name}: only in the quantized file" for name in sorted(set(quantized) - names)]
    found = {}
    for entry in report["tensors"]:
        differences, values = check_tensor(entry, original, quantized, tolerance)
        lines += differences
        if values:
            found[entry["name"]] = values
    lines += check_summary(report, found, original, sys.argv[2], tolerance)
    print("\n".join(lines) if lines else f"{len(found)} tensors agree to {tolerance}")
    sys.exit(1 if lines else 0)


if __name__ == "__main__":
    main()
