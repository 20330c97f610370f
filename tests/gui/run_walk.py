#!/usr/bin/env python3
"""Runs a walk; one that fails is walked once more, and said to be so.

    run_walk.py WALK.py ARGUMENTS...

The accessibility bus of a busy machine now and then loses an answer or a key. A real defect fails
twice. The exit status is that of the last walk; 77: skipped.
"""
import subprocess
import sys

ATTEMPTS = 2
SKIPPED = 77


def main():
    for attempt in range(1, ATTEMPTS + 1):
        status = subprocess.run([sys.executable, *sys.argv[1:]], check=False).returncode
        if status in (0, SKIPPED):
            break
        print(f"walk {attempt} of {ATTEMPTS} failed with status {status}", flush=True)
    return status if status >= 0 else 1


if __name__ == "__main__":
    sys.exit(main())
