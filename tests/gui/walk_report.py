#!/usr/bin/env python3
"""The report page: a trial is judged by other limits, its tensors are filtered, searched and shown
in the plan; the report is saved in all its forms and holds the numbers of the screen; it is seen
as it would be printed; and two files are compared without opening them."""
import csv
import json
import subprocess

from aq_gui import CLI, PATIENCE, SCRATCH, made_model, re, start, wait_until


def verdict(app):
    shown = app.find_all(description="verdict")
    return shown[0].text if shown else ""


def listed(app, text):
    """Presses a filter and gives how many tensors are listed then."""
    button = app.find(re.compile(rf"^{text} \(\d+\)$"), role="checkbox")
    table = app.find("Tensor report", role="table")
    button.click()
    count = int(re.search(r"\d+", button.name)[0])
    wait_until(lambda: table.rows == count, PATIENCE, text)
    return count


def judge(app):
    """Limits are changed and set back; nothing is measured anew."""
    first = listed(app, "Missed a limit")
    table = app.find("Tensor report", role="table")
    minimum = app.find("Minimum cosine", role="spin")
    headline = app.find(description="verdict")
    minimum.type("0.9990", enter=True)
    wait_until(lambda: table.rows > first, PATIENCE, "stricter limits")
    app.shot("report-2-stricter")
    reset = app.button("Reset the limits")
    reset.click()
    wait_until(lambda: table.rows == first, PATIENCE, "the profile's limits")
    minimum.type("0.1000", enter=True)
    app.find("Also the floors of each bit width", role="checkbox").click()
    wait_until(lambda: headline.text == "Trial passed", PATIENCE, "a pass by lower limits")
    reset.click()
    wait_until(lambda: headline.text == "Trial not passed", PATIENCE, "the verdict of before")


def look_for(app, name):
    """By its name, and from the table to the plan."""
    whole = listed(app, "All")
    app.find("Search the report", role="text").type(name)
    table = app.find("Tensor report", role="table")
    wait_until(lambda: 0 < table.rows < whole, PATIENCE, "less is listed")
    assert name in table.cell(0, "Tensor").name
    table.cell(0, "Tensor").click()
    app.keys("Return")
    tree = wait_until(lambda: app.find("Tensors", role="tree"), PATIENCE, "the plan")
    wait_until(lambda: name in [tree.cell(row, "Name").name for row in tree.selected_rows()],
               PATIENCE, f"{name} in the plan")
    app.page("Report")


def save(app, path):
    app.keys("ctrl+r")
    app.file_dialog(path)
    app.no_dialog()
    wait_until(lambda: path.exists() and path.stat().st_size > 0, PATIENCE, path.name)
    return path


def save_all(app):
    report = json.loads(save(app, SCRATCH / "r.json").read_text())
    assert save(app, SCRATCH / "r.html").read_text().lower().startswith("<!doctype html>")
    assert save(app, SCRATCH / "r.pdf").read_bytes().startswith(b"%PDF-")
    with save(app, SCRATCH / "r.csv").open(newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["name"] for row in rows] == [tensor["name"] for tensor in report["tensors"]]
    for row, tensor in zip(rows, report["tensors"]):
        assert float(row["relRmse"]) == tensor["relRmse"], (row, tensor)
    shown = app.find(description="relative RMSE").text
    assert shown == f"{report['summary']['relRmse']:.5f}", shown


def see_print(app):
    app.menu("File", "Print preview…")
    app.dialog()
    app.shot("report-3-print")
    app.keys("Escape")
    app.no_dialog()


def validate(app, original, written):
    app.menu("Job", "Validate two files…")
    dialog = app.dialog("Validate two files")
    assert not dialog.button("Validate").enabled
    dialog.find(label="Original:", role="text").type(str(original))
    dialog.find(label="Quantized:", role="text").type(str(written))
    app.shot("report-4-two-files")
    dialog.button("Validate").click()
    wait_until(lambda: app.find(description="validated file").text == written.name, PATIENCE,
               "the report of two files")
    assert not app.button("Export…").enabled
    app.shot("report-5-validated")


model, written = made_model(), SCRATCH / "made-int4.arrow"
made = subprocess.run([CLI, "quantize", model, "-o", written, "--target", "arrow"],
                      capture_output=True, text=True)
assert written.exists(), made  # It misses limits, and says so by its exit status.
with start(model, size=(1280, 800)) as app:
    app.ready()
    app.page("Report")
    app.button("Validate two files…")  # Nothing to show yet: what can be done is said.
    app.shot("report-0-empty")
    app.page("Plan")
    app.keys("F5")
    wait_until(lambda: verdict(app) == "Trial not passed", PATIENCE, "a trial's report")
    app.shot("report-1-trial")
    judge(app)
    look_for(app, "conv.weight")
    save_all(app)
    see_print(app)
    validate(app, model, written)
print("walked through the report")
