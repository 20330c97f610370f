#!/usr/bin/python3
"""Quantizes a model at 2, 4 and 8 bits to every kind of output, and recomputes every report.

    check_quantize.py ARROWQUANT-CLI MODEL FOLDER [OPTION...]

Reads the written files with readers of its own (check_report.py) and demands agreement to 1e-6.
Also that the trial and the validate command tell the same numbers. OPTIONs go to the program. The
last Arrow file stays as FOLDER/last.arrow. Exits with 77 when there is no MODEL.
"""
import json
import os
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
TARGETS = {"arrow": "arrow", "safetensors": "safetensors", "safetensors-f16": "safetensors",
           "safetensors-bf16": "safetensors", "safetensors-f32": "safetensors"}
NUMBERS = ("cosine", "relRmse", "sqnrDb", "maxError", "bitsPerWeight", "bytesAfter")
JUDGED = (0, 4)  # 4: below the threshold, which 2 bits may well be


def run(*words):
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    if done.returncode not in JUDGED:
        sys.exit(f"{' '.join(words)}\nended with {done.returncode}: {done.stderr}{done.stdout}")
    return done


def compare(what, ours, theirs, tolerance=1e-9):
    """Tensor by tensor: two commands of the program must tell the same numbers."""
    for a, b in zip(ours["tensors"], theirs["tensors"], strict=True):
        for key in NUMBERS:
            x, y = a[key], b[key]
            same = x == y or (None not in (x, y) and abs(x - y) <= tolerance * max(abs(x), abs(y)))
            if not same:
                sys.exit(f"{what}: {a['name']}: {key}: {x!r} and {y!r}")


def check(program, model, folder, target, bits, options):
    output = os.path.join(folder, f"last.{TARGETS[target]}")
    report = os.path.join(folder, "report.json")
    plan = ["--target", target, "--bits", bits, *options]
    status = run(program, "quantize", model, "-o", output, "--force", "--report", report, *plan).returncode
    checked = run("/usr/bin/python3", os.path.join(HERE, "check_report.py"), model, output, report)
    if checked.returncode:
        sys.exit(checked.stdout)
    with open(report, encoding="utf-8") as file:
        told = json.load(file)
    if told["summary"]["passed"] != (status == 0):
        sys.exit(f"exit status {status}, but passed is {told['summary']['passed']}")
    compare("validate", told, json.loads(run(program, "validate", model, output, "--json").stdout))
    compare("measure", told, json.loads(run(program, "measure", model, "--json", *plan).stdout))
    return told["summary"]


def main():
    if len(sys.argv) < 4:
        sys.exit(__doc__)
    program, model, folder, *options = sys.argv[1:]
    if not os.path.exists(model):
        print(f"SKIPPED: there is no {model}")
        sys.exit(77)
    os.makedirs(folder, exist_ok=True)
    for target in reversed(TARGETS):  # Arrow last: its file stays.
        for bits in ("2", "8", "4"):
            found = check(program, model, folder, target, bits, options)
            print(f"{target:17} {bits} bits: cosine {found['cosine']:.6f}, relative RMSE "
                  f"{found['relRmse']:.6f}, {found['bitsPerWeight']:.3f} bits per weight: agrees",
                  flush=True)


if __name__ == "__main__":
    main()
