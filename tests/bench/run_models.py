#!/usr/bin/python3
"""Times whole quantizations of large models, and prints a Markdown table for docs/benchmarks.md.

    run_models.py CLI FOLDER --generator SCRIPT [--kinds sd15,flux] [--divisor N] [--rounds N]
    run_models.py CLI FOLDER MODEL...

Models are taken as they are, or made in FOLDER by `SCRIPT KIND OUT DIVISOR` where they are not yet
there. Every job runs with 1 and with 2 threads, beside `cp` of the same input to the same disk; the
best of the rounds is shown, because other work on the machine only ever adds. CPU and peak memory
are those of the child process as the kernel counts them; a peak below that of this script (about
16 MiB) cannot be seen. The written files are removed.
"""
import argparse
import datetime
import hashlib
import os
import platform
import subprocess
import sys
import time

JOBS = [(bits, target) for bits in ("4", "8", "2") for target in ("arrow", "safetensors")]
MIB = 1 << 20


def sha256(path):
    digest = hashlib.sha256()
    with open(path, "rb") as file:
        while block := file.read(4 * MIB):
            digest.update(block)
    return digest.hexdigest()


def timed(words):
    """(wall s, CPU s, peak MiB) of one command."""
    start = time.monotonic()
    process = subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    error = process.stderr.read().decode(errors="replace")
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    wall = time.monotonic() - start
    if process.returncode not in (0, 4):  # 4: done, and below its threshold
        sys.exit(f"{' '.join(words)}\nended with {process.returncode}: {error}")
    return wall, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def best(words, output, rounds):
    """Smallest wall and CPU time, largest peak, over some rounds; the file is that of the last."""
    runs = []
    for _ in range(rounds):
        if os.path.exists(output):
            os.unlink(output)
        runs.append(timed(words))
    walls, cpus, peaks = zip(*runs)
    return min(walls), min(cpus), max(peaks)


def row(*cells):
    print("| " + " | ".join(str(cell) for cell in cells) + " |", flush=True)


def bench_job(cli, model, folder, bits, target, rounds):
    hashes = []
    for threads in ("1", "2"):
        output = os.path.join(folder, f"bench.{target}")
        words = [cli, "quantize", model, "-o", output, "--force", "--bits", bits,
                 "--target", target, "--threads", threads]
        wall, cpu, peak = best(words, output, rounds)
        hashes.append(sha256(output))
        size = os.path.getsize(output) / MIB
        same = "" if threads == "1" else "yes" if hashes[0] == hashes[1] else "**no**"
        row(os.path.basename(model), f"int{bits}", target, threads, f"{wall:.2f}", f"{cpu:.2f}",
            f"{peak:.0f}", f"{size:.0f}", same)
        os.unlink(output)
    return hashes[0] == hashes[1]


def bench_copy(model, folder, rounds):
    output = os.path.join(folder, "bench.copy")
    wall, cpu, peak = best(["cp", model, output], output, rounds)
    row(os.path.basename(model), "`cp`", "", "", f"{wall:.2f}", f"{cpu:.2f}", f"{peak:.0f}",
        f"{os.path.getsize(output) / MIB:.0f}", "")
    os.unlink(output)


def made_models(arguments):
    for kind in arguments.kinds.split(","):
        path = os.path.join(arguments.folder, f"{kind}-{arguments.divisor}.safetensors")
        if not os.path.exists(path):
            subprocess.run([sys.executable, arguments.generator, kind, path + ".part",
                            str(arguments.divisor)], check=True, stdout=subprocess.DEVNULL)
            os.rename(path + ".part", path)
        yield path


def cpu_name():
    with open("/proc/cpuinfo", encoding="utf-8") as file:
        for line in file:
            if line.startswith("model name"):
                return line.split(":", 1)[1].strip()
    return platform.processor()


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("cli")
    parser.add_argument("folder")
    parser.add_argument("models", nargs="*")
    parser.add_argument("--generator")
    parser.add_argument("--kinds", default="sd15,flux")
    parser.add_argument("--divisor", type=int, default=1)
    parser.add_argument("--rounds", type=int, default=1)
    arguments = parser.parse_args()
    if not arguments.models and not arguments.generator:
        parser.error("give models, or --generator")
    version = subprocess.run([arguments.cli, "--version"], capture_output=True, text=True, check=True)
    print(f"{version.stdout.strip()}, {cpu_name()}, {os.cpu_count()} CPUs, "
          f"{datetime.date.today().isoformat()}, best of {arguments.rounds}; validation and fsync "
          "included.\n")
    row("model", "job", "target", "threads", "wall s", "CPU s", "peak MiB", "out MiB", "same SHA-256")
    row("---", "---", "---", "--:", "--:", "--:", "--:", "--:", "---")
    same = True
    for model in arguments.models or made_models(arguments):
        bench_copy(model, arguments.folder, arguments.rounds)
        for bits, target in JOBS:
            same &= bench_job(arguments.cli, model, arguments.folder, bits, target, arguments.rounds)
    sys.exit(0 if same else 1)


if __name__ == "__main__":
    main()
