#!/usr/bin/env python3
"""Walks the real program from outside, as a person with a mouse and a keyboard would.

    walk.py ARROWQUANT ARROWQUANT_CLI MODEL OUT_FOLDER [DRIVER_FOLDER]

Open, plan (profile, bits, a sensitive pattern, one tensor, undo, redo), quantize, judge, export;
then the exported file is validated by the command line. The same for a GGUF file: a target whose
program would not load it, its findings, a repair, a named recipe. Screenshots in light, dark and
at twice the scale go to OUT_FOLDER, to be looked at. Needs a driver module `drive` (AT-SPI and X events)
and the model; ends with 77 (skipped) where either is missing.
"""
import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

SKIPPED = 77
PATIENCE = 120  # Seconds; a busy machine is no failure.


def skip(reason):
    print("skipped:", reason)
    sys.exit(SKIPPED)


if len(sys.argv) < 5:
    sys.exit(__doc__)
program, cli, model, out = map(Path, sys.argv[1:5])
if not model.exists():
    skip(f"no {model}")
if len(sys.argv) > 5:
    sys.path.insert(0, sys.argv[5])
try:
    from drive import Desktop, wait_until
except (ImportError, SystemExit) as missing:
    skip(f"no driver: {missing}")


def environment(home):
    return {
        "HOME": home, "XDG_CACHE_HOME": f"{home}/cache", "XDG_CONFIG_HOME": f"{home}/config",
        "LC_ALL": "C.UTF-8",
    }


def planned(app, tensor):
    table = app.find("Tensors", role="tree")
    return table.cell(table.find_row("Name", tensor), "Planned").name


def ready(app):
    """The plan has been made and nothing runs."""
    wait_until(lambda: app.button("Quantize…").enabled, PATIENCE)


def plan(app):
    app.find("Cloud", role="radio").click()
    wait_until(lambda: planned(app, "1.weight").startswith("INT8"), PATIENCE)
    app.find(label="Bits:", role="combo").choose("INT4")
    wait_until(lambda: planned(app, "1.weight").startswith("INT4"), PATIENCE)

    app.button("Add", description="Sensitive patterns").click()
    app.type_text("*12.weight\n")
    wait_until(lambda: planned(app, "12.weight").startswith("Keep"), PATIENCE)

    table = app.find("Tensors", role="tree")
    table.reveal(table.find_row("Name", "17.weight")).click()
    app.button("Keep source").click()
    wait_until(lambda: planned(app, "17.weight").startswith("Keep"), PATIENCE)
    app.keys("ctrl+z")
    wait_until(lambda: planned(app, "17.weight").startswith("INT4"), PATIENCE)
    app.keys("ctrl+shift+z")
    wait_until(lambda: planned(app, "17.weight").startswith("Keep"), PATIENCE)
    assert planned(app, "12.weight").startswith("Keep"), "undo took back one step only"
    ready(app)


def judge(app):
    app.button("Quantize…").click()
    wait_until(lambda: app.button("Export…").enabled, PATIENCE)
    verdict = app.find(description="verdict").text
    assert verdict in ("Passed", "Not passed"), verdict
    report = app.find("Tensor report", role="table")
    assert report.rows == 79, report.rows
    chart = app.find("Error per tensor in the written file", description=re.compile("points"))
    assert "79 points" in chart.description, chart.description


def export(app, target):
    app.button("Export…").click()
    app.file_dialog(target)
    app.no_dialog()
    wait_until(target.exists, PATIENCE)
    wait_until(lambda: target.name in app.find(description="message").text, PATIENCE)


def validate(target):
    """Exit status 4 means: readable and compared, but below a floor."""
    done = subprocess.run([cli, "validate", model, target, "--json"], capture_output=True, text=True)
    assert done.returncode in (0, 4), (done.returncode, done.stderr)
    report = json.loads(done.stdout)
    assert len(report["tensors"]) == 79
    assert report["summary"]["cosine"] > 0.98, report["summary"]


def walk(home):
    target = Path(home) / "exported.arrow"
    with Desktop(size=(1700, 1700)) as desktop, desktop.launch([program], env=environment(home)) as app:
        app.resize(1600, 1600)
        app.screenshot(out / "walk-1-start.png")
        app.menu("File", "Open…")
        app.file_dialog(model)
        app.no_dialog()
        ready(app)
        plan(app)
        app.screenshot(out / "walk-2-plan.png")
        judge(app)
        report = app.find("Tensor report", role="table")
        assert report.cell(report.find_row("Tensor", "17.weight"), "Scheme").name == "keep"
        app.screenshot(out / "walk-3-report.png")
        export(app, target)
        app.find("Run", role="checkbox").click()
        app.screenshot(out / "walk-4-run.png")
        app.menu("View", "Theme", "Dark")
        for page in ("Start", "Plan", "Run", "Report"):
            app.find(page, role="checkbox").click()
            app.screenshot(out / f"walk-dark-{page.lower()}.png")
        app.responsive(2)
        app.close()
        app.wait_exit()
    validate(target)


def badge(app):
    return app.find(role="push button", description="findings of the plan")


def repair(app):
    """ComfyUI-GGUF knows no such network: the plan is refused, until it is for any reader."""
    app.find(label="Target:", role="combo").choose("GGUF for ComfyUI")
    wait_until(lambda: "block" in badge(app).name, PATIENCE)
    assert "Unknown architecture" in app.find(description="architecture").text
    ready(app)
    app.button("Quantize…").click()
    question = app.dialog("Findings stand in the way")
    question.button("Show findings").click()
    app.no_dialog()
    findings = app.find("Findings", role="tree")
    assert "Blocks" in findings.cell(0, "Finding").name, findings.row_texts(0)
    app.screenshot(out / "walk-5-findings.png")
    app.button("Write GGUF instead").click()
    wait_until(lambda: "block" not in badge(app).name, PATIENCE)
    app.keys("ctrl+z")
    wait_until(lambda: "block" in badge(app).name, PATIENCE)
    app.keys("ctrl+shift+z")
    wait_until(lambda: "block" not in badge(app).name, PATIENCE)


def name_a_recipe(app):
    app.find("Settings", role="page tab").click()
    bits = app.find(label="Bits:", role="combo")
    bits.choose(re.compile("^Q8_0 "))
    wait_until(lambda: bits.name.startswith("Q8_0"), PATIENCE)
    bits.choose(re.compile("^Q4_K_M "))
    wait_until(lambda: bits.name.startswith("Q4_K_M"), PATIENCE)
    ready(app)


def walk_gguf(home):
    target = Path(home) / "exported.gguf"
    with Desktop(size=(1700, 1300)) as desktop, desktop.launch(
            [program, model], env=environment(home)) as app:
        app.resize(1600, 1200)
        ready(app)
        repair(app)
        name_a_recipe(app)
        app.screenshot(out / "walk-6-gguf.png")
        judge(app)
        export(app, target)
        app.find("Plan", role="checkbox").click()
        app.menu("View", "Theme", "Dark")
        badge(app).click()
        app.screenshot(out / "walk-dark-findings.png")
        app.resize(1280, 800)
        app.screenshot(out / "walk-7-small.png")
        app.close()
        app.wait_exit()
    assert target.read_bytes()[:4] == b"GGUF"
    validate(target)


def twice_the_scale(home):
    with Desktop(size=(2800, 1900)) as desktop, desktop.launch(
            [program, model], scale=2, env=environment(home)) as app:
        ready(app)
        app.screenshot(out / "walk-2x-plan.png")
        app.find(label="Target:", role="combo").choose("GGUF for ComfyUI")
        wait_until(lambda: "block" in badge(app).name, PATIENCE)
        badge(app).click()
        app.screenshot(out / "walk-2x-findings.png")
        app.keys("ctrl+z")
        ready(app)
        judge(app)
        app.screenshot(out / "walk-2x-report.png")


out.mkdir(parents=True, exist_ok=True)
with tempfile.TemporaryDirectory() as folder:
    walk(folder)
with tempfile.TemporaryDirectory() as folder:
    walk_gguf(folder)
with tempfile.TemporaryDirectory() as folder:
    twice_the_scale(folder)
print("walked; screenshots in", out)
