#!/usr/bin/python3
"""Quantizes a model at 2, 4 and 8 bits to every kind of output, and recomputes every report.

    check_quantize.py ARROWQUANT-CLI MODEL FOLDER [OPTION...]
    check_quantize.py ARROWQUANT-CLI MODEL FOLDER --gguf TARGET [OPTION...]

Reads the written files with readers of its own (check_report.py) and demands agreement to 1e-6.
Also that the trial and the validate command tell the same numbers. With --gguf it is every block
type instead, the container is checked too (check_gguf.py), and what the program decodes, bit for bit
(check_decode.py). OPTIONs go to the program. The last Arrow file stays as FOLDER/last.arrow. Exits
with 77 when there is no MODEL.
"""
import json
import os
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
TARGETS = {"arrow": "arrow", "arrow-stream": "arrows", "safetensors": "safetensors",
           "safetensors-f16": "safetensors", "safetensors-bf16": "safetensors",
           "safetensors-f32": "safetensors"}
WIDTHS = ("2", "8", "4")
BLOCK_TYPES = ("Q4_0", "Q4_1", "Q5_0", "Q5_1", "Q8_0", "Q2_K", "Q3_K", "Q4_K", "Q5_K", "Q6_K",
               "IQ4_NL", "IQ4_XS")
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


def tool(name, *words):
    """Another of these scripts; its findings end this one."""
    done = subprocess.run(["/usr/bin/python3", os.path.join(HERE, name), *words],
                          capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"{name} {' '.join(words)}\n{done.stdout}{done.stderr}")


def check(program, model, folder, target, bits, options):
    extension = TARGETS.get(target, "gguf")
    output = os.path.join(folder, f"last.{extension}")
    report = os.path.join(folder, "report.json")
    plan = ["--target", target, "--bits", bits, *options]
    status = run(program, "quantize", model, "-o", output, "--force", "--report", report, *plan).returncode
    tool("check_report.py", model, output, report)
    if extension == "gguf":
        tool("check_gguf.py", model, output)
        tool("check_decode.py", program, output, os.path.join(folder, "decoded.safetensors"))
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
    targets, kinds = list(reversed(TARGETS)), WIDTHS  # Arrow last: its file stays.
    if options[:1] == ["--gguf"]:
        targets, kinds, options = options[1:2], BLOCK_TYPES, options[2:]
    for target in targets:
        for bits in kinds:
            found = check(program, model, folder, target, bits, options)
            name = bits if bits in BLOCK_TYPES else bits + " bits"
            print(f"{target:17} {name}: cosine {found['cosine']:.6f}, relative RMSE "
                  f"{found['relRmse']:.6f}, {found['bitsPerWeight']:.3f} bits per weight: agrees",
                  flush=True)


if __name__ == "__main__":
    main()
