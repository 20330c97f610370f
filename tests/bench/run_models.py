#!/usr/bin/python3
"""Times whole quantizations of large models, and prints a Markdown table for docs/benchmarks.md.

    run_models.py CLI FOLDER --generator SCRIPT [--kinds sd15,flux] [--divisor N] [--rounds N]
    run_models.py CLI FOLDER MODEL... [--jobs q8_0,q4_0,int4] [--peer SD_CLI]

Models are taken as they are, or made in FOLDER by `SCRIPT KIND OUT DIVISOR` where they are not yet
there. In every round each job runs once with 1 and once with 2 threads, and `cp` of the same input
to the same disk beside them; `--peer` adds stable-diffusion.cpp's `sd-cli -M convert` to the same
type. Medians are shown. "verify" is the part of the time that was spent on reading the written file
again, told from the program's own progress. CPU and peak memory are those of the child process as
the kernel counts them; a peak below that of this script (about 16 MiB) cannot be seen. The written
files are removed.
"""
import argparse
import datetime
import hashlib
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time

# Name, --bits, --target, further options. Those with a peer's type are run by the peer too.
JOBS = [
    ("int4", "4", "safetensors", []),
    ("int4 best", "4", "safetensors", ["--set", "search=best"]),
    ("int8", "8", "safetensors", []),
    ("int2", "2", "safetensors", []),
    ("q8_0", "q8_0", "gguf", []),
    ("q4_0", "q4_0", "gguf", []),
    ("q4_0 unhashed", "q4_0", "gguf", ["--no-source-hash"]),
    ("q4_k", "q4_k", "gguf", []),
    ("q6_k", "q6_k", "gguf", []),
    ("q2_k", "q2_k", "gguf", []),
]
PEER_TYPES = {"q8_0": "q8_0", "q4_0": "q4_0", "q4_k": "q4_K", "q6_k": "q6_K", "q2_k": "q2_K"}
MIB = 1 << 20


def sha256(path):
    digest = hashlib.sha256()
    with open(path, "rb") as file:
        while block := file.read(4 * MIB):
            digest.update(block)
    return digest.hexdigest()


class Run:
    """One command: its wall and CPU seconds, its peak memory and the seconds of its last stage."""

    def __init__(self, words, output):
        if os.path.exists(output):
            os.unlink(output)
        start = time.monotonic()
        with tempfile.TemporaryFile() as errors:
            process = subprocess.Popen(words, stdout=subprocess.PIPE, stderr=errors)
            verifying = None
            for line in process.stdout:
                if verifying is None and b'"stage":"validate"' in line:
                    verifying = time.monotonic()
            error = self.last_line(errors)
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        end = time.monotonic()
        if process.returncode not in (0, 4):  # 4: done, and below its threshold
            sys.exit(f"{' '.join(words)}\nended with {process.returncode}: {error!r}")
        self.wall = end - start
        self.cpu = used.ru_utime + used.ru_stime
        self.peak = used.ru_maxrss / 1024
        self.verify = end - verifying if verifying is not None else None

    @staticmethod
    def last_line(file):
        file.seek(0)
        return (file.read().splitlines() or [b""])[-1]


class Job:
    """What is run in every round, and what came of it."""

    def __init__(self, name, target, threads, words, output, check_hash):
        self.name, self.target, self.threads = name, target, threads
        self.words, self.output, self.check_hash = words, output, check_hash
        self.runs, self.size, self.hash = [], 0, None

    def run(self):
        self.runs.append(Run(self.words, self.output))
        self.size = os.path.getsize(self.output)
        if self.check_hash and self.hash is None:
            self.hash = sha256(self.output)
        os.unlink(self.output)

    def median(self, what):
        values = [getattr(run, what) for run in self.runs]
        return None if None in values else statistics.median(values)

    def cells(self, copy):
        verify = self.median("verify")
        return [self.name, self.target, self.threads, f"{self.median('wall'):.2f}",
                f"{self.median('wall') / copy.median('wall'):.2f}",
                "" if verify is None else f"{verify:.2f}", f"{self.median('cpu'):.2f}",
                f"{max(run.peak for run in self.runs):.0f}", f"{self.size / MIB:.0f}"]


def row(*cells):
    print("| " + " | ".join(str(cell) for cell in cells) + " |", flush=True)


def jobs_for(arguments, model):
    folder = arguments.folder
    wanted = arguments.jobs.split(",") if arguments.jobs else [job[0] for job in JOBS]
    jobs = []
    for name, bits, target, more in JOBS:
        if name not in wanted:
            continue
        for threads in arguments.threads.split(","):
            output = os.path.join(folder, f"bench.{target}")
            words = [arguments.cli, "quantize", model, "-o", output, "--force", "--bits", bits,
                     "--target", target, "--threads", threads, "--progress", "json"] + more
            jobs.append(Job(name, target, threads, words, output, True))
        if arguments.peer and name in PEER_TYPES:
            output = os.path.join(folder, "bench.peer.gguf")
            words = [arguments.peer, "-M", "convert", "-m", model, "-o", output, "--type",
                     PEER_TYPES[name], "-t", "2"]
            jobs.append(Job(f"{name} by the peer", "gguf", "2", words, output, False))
    return jobs


def bench_model(arguments, model):
    """Prints the rows of one model; whether every job wrote the same bytes with all threads."""
    output = os.path.join(arguments.folder, "bench.copy")
    copy = Job("`cp`", "", "", ["cp", model, output], output, False)
    jobs = jobs_for(arguments, model)
    for _ in range(arguments.rounds):
        copy.run()
        for job in jobs:
            job.run()
    hashes, same = {}, True
    name = os.path.basename(model)
    row(name, *copy.cells(copy), "")
    for job in jobs:
        first = hashes.setdefault(job.name, job.hash)
        equal = first == job.hash
        same &= equal
        is_first = job.hash is None or first is job.hash
        row(name, *job.cells(copy), "" if is_first else "yes" if equal else "**no**")
    return same


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
    parser.add_argument("--jobs", help="names of jobs, with commas; all unless given")
    parser.add_argument("--threads", default="1,2")
    parser.add_argument("--peer", help="stable-diffusion.cpp's sd-cli")
    arguments = parser.parse_args()
    if not arguments.models and not arguments.generator:
        parser.error("give models, or --generator")
    version = subprocess.run([arguments.cli, "--version"], capture_output=True, text=True, check=True)
    print(f"{version.stdout.strip()}, {cpu_name()}, {os.cpu_count()} CPUs, "
          f"{datetime.date.today().isoformat()}, medians of {arguments.rounds}; verification and "
          "fsync included.\n")
    row("model", "job", "target", "threads", "wall s", "x cp", "verify s", "CPU s", "peak MiB",
        "out MiB", "same SHA-256")
    row("---", "---", "---", "--:", "--:", "--:", "--:", "--:", "--:", "--:", "---")
    same = True
    for model in arguments.models or made_models(arguments):
        same &= bench_model(arguments, model)
    sys.exit(0 if same else 1)


if __name__ == "__main__":
    main()
