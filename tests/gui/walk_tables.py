#!/usr/bin/env python3
"""Arrow tables of weights: opened by dialog and by dropping, quantized, exported as a stream.

What was exported opens as a model, and the command line finds it as good as the report said.
"""
import re
import subprocess

from aq_gui import PATIENCE, PROGRAM, SCRATCH, cli, start, wait_until


def table(kind, name):
    path = SCRATCH / name
    subprocess.run([PROGRAM.parent / "write_sample", kind, path], check=True)
    return path


shaped = table("weights", "weights.arrow")
flat = table("weights-no-shapes", "flat.arrows")
exported = SCRATCH / "quantized.arrows"


def planned(app, tensor):
    tensors = app.find("Tensors", role="tree")
    return tensors.cell(tensors.find_row("Name", tensor), "Planned").name


def is_open(app, name):
    wait_until(lambda: name in app.find(description="open model").text, PATIENCE, name)
    app.ready()


def plan_of_a_table(app):
    app.open(shaped)
    app.find("Group by block", role="checkbox").click()
    wait_until(lambda: planned(app, "blocks.0.attn.weight").startswith("INT4"), PATIENCE)
    assert planned(app, "blocks.0.norm.weight").startswith("Keep")
    app.shot("tables-1-shapes")


def plan_without_shapes(app):
    app.desktop.drop_files([flat], app.find("Tensors", role="tree"))
    is_open(app, flat.name)
    notes = wait_until(lambda: app.find(description="plan notes").text, PATIENCE, "a note")
    assert "no shapes" in notes, notes
    wait_until(lambda: planned(app, "blocks.0.attn.weight").startswith("INT4"), PATIENCE)
    assert planned(app, "blocks.0.norm.weight").startswith("Keep")  # 256 of at least 1024.
    app.find("Settings", role="page tab").click()
    app.find(label="Target:", role="combo").choose("Arrow IPC stream")
    app.ready()
    app.shot("tables-2-no-shapes")


def export(app):
    app.quantize()
    app.shot("tables-3-report")
    app.button("Export…").click()
    kinds = [combo.name for combo in app.dialog(re.compile("Export")).find_all(role="combo")]
    assert any("Arrow IPC stream (*.arrows)" in kind for kind in kinds), kinds
    app.shot("tables-4-export")
    app.file_dialog(exported)
    app.no_dialog()
    wait_until(exported.exists, PATIENCE)
    wait_until(lambda: exported.name in app.message(), PATIENCE)


with start(size=(1440, 900)) as app:
    plan_of_a_table(app)
    plan_without_shapes(app)
    export(app)
    app.open(exported)
    is_open(app, exported.name)
    app.shot("tables-5-result")
    app.close()
    app.wait_exit()
cli("validate", flat, exported)
print("walked through tables of weights")
