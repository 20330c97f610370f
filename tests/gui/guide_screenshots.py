#!/usr/bin/env python3
"""Makes the pictures of the user guide anew. Not a test: run it when pages have changed.

    guide_screenshots.py ARROWQUANT ARROWQUANT_CLI OUT_FOLDER DRIVER_FOLDER MODELS_FOLDER

Writes docs/images/*.png, at most 150 KiB each.
"""
import re
import subprocess
from pathlib import Path

from aq_gui import PATIENCE, made_model, sample_model, start, wait_until

IMAGES = Path(__file__).parents[2] / "docs" / "images"
SIZE = (1280, 800)
MOST_BYTES = 150 * 1024


def keep(app, name, rect=None):
    """The window without its frame, in few colours: pictures of widgets lose nothing by it."""
    picture = app.shot(f"guide-{name}")
    x, y, w, h = rect or app.app.windows()[0].rect
    target = IMAGES / f"{name}.png"
    subprocess.run(["convert", picture, "-crop", f"{w}x{h}+{x}+{y}", "+repage", "-strip", "-dither",
                    "None", "-colors", "128", f"PNG8:{target}"], check=True)
    assert target.stat().st_size < MOST_BYTES, f"{target} has {target.stat().st_size} bytes"


def dialog_shot(app, name, *path):
    app.menu(*path)
    dialog = app.dialog()
    keep(app, name, dialog.rect)
    app.keys("Escape")
    app.no_dialog()


def findings():
    with start(made_model(), size=SIZE) as app:
        app.ready()
        app.find(label="Target:", role="combo").choose("GGUF for ComfyUI")
        badge = {"role": "push button", "description": "findings of the plan"}
        wait_until(lambda: "block" in app.find(**badge).name, PATIENCE)
        app.find(**badge).click()
        keep(app, "findings")


def fit():
    with start(sample_model(), size=SIZE) as app:
        app.ready()
        app.find(label="Target:", role="combo").choose("GGUF for ComfyUI")
        app.ready()
        app.keys("ctrl+b")
        wait_until(lambda: app.button("Measure sensitivity"), PATIENCE).click()
        wait_until(lambda: app.button(re.compile("^Knee")), PATIENCE).click()
        size = {"description": "size of the file"}
        wait_until(lambda: "bytes" in app.find(**size).text, PATIENCE)
        app.ready()
        keep(app, "fit")


def inspect_one(app):
    """Opens a block, selects a large tensor in it, and waits for its pictures."""
    table = app.find("Tensors", role="tree")
    table.expand(2)
    table.reveal(table.find_row("Name", re.compile(r"proj_in\.weight$"))).click()
    app.keys("ctrl+i")
    wait_until(lambda: app.find("Distribution", description=re.compile("^Histogram")), PATIENCE)
    wait_until(lambda: app.find("Heat maps", description=re.compile("^Heat maps of")), PATIENCE)


def pages():
    with start(sample_model(), size=SIZE) as app:
        app.ready()
        app.find(label="Target:", role="combo").choose("GGUF for ComfyUI")
        app.ready()
        keep(app, "plan")
        dialog_shot(app, "presets", "Edit", "Presets", "Manage presets…")
        dialog_shot(app, "preferences", "Edit", "Preferences…")
        inspect_one(app)
        keep(app, "inspector")
        app.keys("ctrl+i")
        app.page("Compare")
        app.button(re.compile("^Compare .*,")).click()
        measure = re.compile("^Measure all")
        wait_until(lambda: app.button(measure).enabled, PATIENCE)
        app.button(measure).click()
        wait_until(lambda: not app.button(measure).enabled, PATIENCE)
        app.wait_idle(timeout=PATIENCE)
        keep(app, "compare")
        app.page("Plan")
        app.quantize()
        app.page("Report")
        keep(app, "report")
        app.page("Queue")
        app.find("Jobs", role="table").cell(0, "Model").click()
        keep(app, "queue")
        app.page("Start")
        keep(app, "start")


IMAGES.mkdir(exist_ok=True)
findings()
fit()
pages()
print("pictures in", IMAGES)
