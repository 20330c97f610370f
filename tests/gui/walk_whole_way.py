#!/usr/bin/env python3
"""The whole way of one model, as a person with a mouse and a keyboard would go it.

Open, plan (profile, bits, a sensitive pattern, one tensor, undo, redo), quantize, judge, export;
then the exported file is validated by the command line. The same for a GGUF file: a target whose
program would not load it, its findings, a repair, a named recipe; and at twice the scale.
"""
import json
import re
import subprocess

from aq_gui import CLI, PATIENCE, SCRATCH, shared_model, start, wait_until

model = shared_model("taef2_decoder.pth")


def planned(app, tensor):
    table = app.find("Tensors", role="tree")
    return table.cell(table.find_row("Name", tensor), "Planned").name


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
    app.ready()


def judge(app):
    app.button("Quantize…").click()
    wait_until(lambda: app.button("Export…").enabled, PATIENCE)
    verdict = app.find(description="verdict").text
    assert verdict in ("Passed", "Not passed"), verdict
    report = app.find("Tensor report", role="table")
    assert report.rows == 79, report.rows
    chart = app.find("Error per tensor", description=re.compile("points"))
    assert "79 points" in chart.description, chart.description


def export(app, target):
    app.button("Export…").click()
    app.file_dialog(target)
    app.no_dialog()
    wait_until(target.exists, PATIENCE)
    wait_until(lambda: target.name in app.find(description="message").text, PATIENCE)


def validate(target):
    """Exit status 4 means: readable and compared, but below a floor."""
    done = subprocess.run([CLI, "validate", model, target, "--json"], capture_output=True, text=True)
    assert done.returncode in (0, 4), (done.returncode, done.stderr)
    report = json.loads(done.stdout)
    assert len(report["tensors"]) == 79
    assert report["summary"]["cosine"] > 0.98, report["summary"]


def walk():
    target = SCRATCH / "exported.arrow"
    with start(size=(1600, 1600)) as app:
        app.shot("walk-1-start")
        app.open(model)
        plan(app)
        app.shot("walk-2-plan")
        judge(app)
        report = app.find("Tensor report", role="table")
        assert report.cell(report.find_row("Tensor", "17.weight"), "Scheme").name == "keep"
        app.shot("walk-3-report")
        export(app, target)
        app.page("Queue")
        app.shot("walk-4-queue")
        app.menu("View", "Theme", "Dark")
        for page in ("Start", "Plan", "Queue", "Report"):
            app.page(page)
            app.shot(f"walk-dark-{page.lower()}")
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
    app.ready()
    app.button("Quantize…").click()
    question = app.dialog("Findings stand in the way")
    question.button("Show findings").click()
    app.no_dialog()
    findings = app.find("Findings", role="tree")
    assert "Blocks" in findings.cell(0, "Finding").name, findings.row_texts(0)
    app.shot("walk-5-findings")
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
    app.ready()


def walk_gguf():
    target = SCRATCH / "exported.gguf"
    with start(model, size=(1600, 1200)) as app:
        app.ready()
        repair(app)
        name_a_recipe(app)
        app.shot("walk-6-gguf")
        judge(app)
        export(app, target)
        app.page("Plan")
        app.menu("View", "Theme", "Dark")
        badge(app).click()
        app.shot("walk-dark-findings")
        app.resize(1280, 800)
        app.shot("walk-7-small")
        app.close()
        app.wait_exit()
    assert target.read_bytes()[:4] == b"GGUF"
    validate(target)


def twice_the_scale():
    with start(model, size=(1280, 800), scale=2) as app:
        app.ready()
        app.shot("walk-plan")
        app.find(label="Target:", role="combo").choose("GGUF for ComfyUI")
        wait_until(lambda: "block" in badge(app).name, PATIENCE)
        badge(app).click()
        app.shot("walk-findings")
        app.keys("ctrl+z")
        app.ready()
        judge(app)
        app.shot("walk-report")


walk()
walk_gguf()
twice_the_scale()
