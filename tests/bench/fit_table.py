#!/usr/bin/python3
"""Fits models to the sizes of uniform types and named recipes; prints Markdown for docs/fit.md.

    fit_table.py CLI MODEL... [--target gguf] [--settings q4_k,Q4_K_M] [--budgets]

For each setting: the size of its file, the total error (the square root of the sum of every
tensor's squared relative error times its share of the parameters) and the worst tensor's relative
error, as `measure` finds them. Beside it the same of the mix that the solver finds for that size
(and 128 bytes, which the size and the limit that are asked for take in the metadata), with the additional promise that no tensor is worse than the setting's worst one. Both are measured
on all values by the same program; the mix is measured again after it was chosen.

--budgets: ten sizes from 15 % to 60 % of the model, written to a file and compared with the size
that was promised.
"""
import argparse
import json
import math
import os
import subprocess
import tempfile

SETTINGS = ["q2_k", "q3_k", "q4_0", "q4_k", "q5_0", "q5_k", "q6_k", "q8_0",
            "Q2_K", "Q3_K_S", "Q3_K_M", "Q3_K_L", "Q4_K_S", "Q4_K_M", "Q5_K_S", "Q5_K_M"]
MIB = 1 << 20
WISH = 128  # Bytes that the wish itself may take in the file's metadata.


class Program:
    def __init__(self, cli, target):
        self.cli, self.target = cli, target

    def json(self, command, model, *options):
        words = [self.cli, command, model, "--target", self.target, *options, "--json"]
        done = subprocess.run(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        if done.returncode not in (0, 4):
            raise RuntimeError(f"{' '.join(words)}: {done.stderr.decode().strip()}")
        return json.loads(done.stdout)

    def size(self, model, *options):
        return self.json("plan", model, *options)["fileBytes"]

    def written(self, model, *options):
        """Of the file that is really written: scales that do not fit their type are widened."""
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "out." + ("gguf" if "gguf" in self.target else self.target))
            words = [self.cli, "quantize", model, "-o", path, "--target", self.target, *options]
            done = subprocess.run(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
            if done.returncode not in (0, 4):
                raise RuntimeError(done.stderr.decode().strip())
            return os.path.getsize(path)

    def errors(self, model, *options):
        report = self.json("measure", model, *options)
        tensors = report["tensors"]
        weights = [math.prod(tensor["shape"]) for tensor in tensors]
        total = sum(n * tensor["relRmse"] ** 2 for n, tensor in zip(weights, tensors))
        return math.sqrt(total / sum(weights)), max(tensor["relRmse"] for tensor in tensors)


def decibels(error):
    return "∞" if error == 0 else f"{-20 * math.log10(error):.2f}"


def compare(program, model, setting):
    plain = ["--bits", setting]
    size = program.written(model, *plain)
    error, worst = program.errors(model, *plain)
    fit = ["--fit", str(size + WISH), "--max-tensor-error", repr(worst), "--full"]
    fitted_size = program.written(model, *fit)
    fitted_error, fitted_worst = program.errors(model, *fit)
    assert fitted_size <= size + WISH, f"{setting}: {fitted_size} > {size}"
    kind = "recipe" if setting[0].isupper() else "type"
    print(f"| {setting.upper()} ({kind}) | {size / MIB:.2f} | {error:.4f} | {worst:.4f} "
          f"| {fitted_size / MIB:.2f} | {fitted_error:.4f} | {fitted_worst:.4f} "
          f"| {20 * math.log10(error / fitted_error):+.2f} |", flush=True)
    return fitted_error <= error and fitted_worst <= worst


def table(program, model, settings):
    print(f"\n### {os.path.basename(model)}\n")
    print("| setting | MiB | error | worst | fit, MiB | error | worst | gain, dB |")
    print("|---|---|---|---|---|---|---|---|")
    return all([compare(program, model, setting) for setting in settings])


def budgets(program, model):
    """Ten sizes: what was promised, and what lies on the disk."""
    half = sum(2 * math.prod(tensor["shape"]) for tensor in
               program.json("plan", model)["tensors"])
    print(f"\n### {os.path.basename(model)}: sizes promised and written\n")
    print("| budget, % of F16 | budget | promised | written |")
    print("|---|---|---|---|")
    exact = True
    for step in range(10):
        share = 15 + 5 * step
        budget = half * share // 100
        try:
            written = program.written(model, "--fit", str(budget))
        except RuntimeError as refusal:
            print(f"| {share} | {budget} | {str(refusal).rpartition(': ')[2]} | |")
            continue
        promised = program.size(model, "--fit", str(budget))
        print(f"| {share} | {budget} | {promised} | {written} |", flush=True)
        exact = exact and promised == written <= budget
    return exact


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("cli")
    parser.add_argument("models", nargs="+")
    parser.add_argument("--target", default="gguf")
    parser.add_argument("--settings", type=lambda text: text.split(","), default=SETTINGS)
    parser.add_argument("--budgets", action="store_true")
    options = parser.parse_args()
    program = Program(options.cli, options.target)
    good = True
    for model in options.models:
        good &= budgets(program, model) if options.budgets \
            else table(program, model, options.settings)
    return 0 if good else 1


if __name__ == "__main__":
    raise SystemExit(main())
