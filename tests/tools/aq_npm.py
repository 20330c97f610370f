"""Packages of npm that witnesses need: exact versions, in the build folder, never shipped."""
import os
import shutil
import subprocess
import sys

SKIPPED = 77


def skip(reason):
    print("skipped:", reason)
    sys.exit(SKIPPED)


def install(lists, folder, package):
    """`package` in FOLDER/node_modules, from the package.json and package-lock.json in `lists`.
    Ends the program as skipped when it cannot be had. Returns the package's folder."""
    home = os.path.join(folder, "node_modules", package)
    if not shutil.which("node") or not shutil.which("npm"):
        skip("Node.js and npm are not installed")
    if os.path.isdir(home):
        return home
    os.makedirs(folder, exist_ok=True)
    for name in ("package.json", "package-lock.json"):
        shutil.copy(os.path.join(lists, name), folder)
    done = subprocess.run(["npm", "ci", "--no-fund", "--no-audit", "--ignore-scripts"], cwd=folder,
                          capture_output=True, text=True, check=False)
    if done.returncode:
        skip(f"npm cannot install {package}: {done.stderr.strip()[-300:]}")
    return home
