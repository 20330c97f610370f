#!/usr/bin/env python3
"""A chart: single values by mouse and arrow keys, zoom by wheel and keys, its series, its table
twin, and files of what is seen."""
import csv
import struct
from xml.etree import ElementTree

from aq_gui import PATIENCE, SCRATCH, sample_model, start, wait_until

CHART, TENSORS = "Error per tensor", 686


def panel(app):
    """The chart with its title, read-out and buttons."""
    return app.find(CHART, role="label").parent


def reading(app):
    return panel(app).find(description="Value that is pointed at").text


def point(app):
    """Arrow keys go from value to value and read them out."""
    app.find(CHART, role="filler").click()
    app.keys("Home")
    wait_until(lambda: "Relative RMSE" in reading(app), PATIENCE, "a value")
    first = reading(app)
    app.keys("Right", "Right")
    wait_until(lambda: reading(app) != first, PATIENCE, "the next value")
    app.keys("Home")
    wait_until(lambda: reading(app) == first, PATIENCE, "the first value again")


def zoom(app):
    """Closer by keys and wheel; then all of it."""
    show_all = f"{CHART}: show all"
    assert not app.find_all(show_all, role="button")
    app.keys("plus", "plus")
    wait_until(lambda: app.button(show_all), PATIENCE, "a part of it")
    app.shot("charts-2-zoomed")
    app.keys("0")
    wait_until(lambda: not app.find_all(show_all, role="button"), PATIENCE, "all of it")
    app.find(CHART, role="filler").wheel(-5)
    app.button(show_all).click()
    wait_until(lambda: not app.find_all(show_all, role="button"), PATIENCE, "all of it again")


def save(app, entry, path):
    app.button(f"{CHART} menu").click()
    app.menu(entry)
    app.file_dialog(path)
    app.no_dialog()
    wait_until(lambda: path.exists() and path.stat().st_size > 0, PATIENCE, path.name)
    return path


def save_all(app):
    svg = ElementTree.parse(save(app, "Save as SVG…", SCRATCH / "error.svg"))
    words = "".join(svg.getroot().itertext())
    assert CHART in words and "Relative RMSE" in words, words
    header = save(app, "Save as PNG…", SCRATCH / "error.png").read_bytes()[:24]
    width, height = struct.unpack(">II", header[16:])
    assert header.startswith(b"\x89PNG") and width > height > 200, (width, height)
    with save(app, "Save as CSV…", SCRATCH / "error.csv").open(newline="") as file:
        rows = list(csv.reader(file))
    assert len(rows) == TENSORS + 1, (len(rows), rows[:2])
    return rows


def as_table(app, rows):
    app.find(f"{CHART} as table", role="checkbox").click()
    table = wait_until(lambda: app.find(f"{CHART} table", role="table"), PATIENCE, "a table")
    assert table.rows == TENSORS, table.rows
    assert table.header() == rows[0], (table.header(), rows[0])
    app.shot("charts-3-table")
    app.find(f"{CHART} as table", role="checkbox").click()
    wait_until(lambda: app.find(CHART, role="filler"), PATIENCE, "the picture again")


with start(sample_model(), size=(1280, 800), theme="dark") as app:
    app.ready()
    app.keys("F5")
    wait_until(lambda: app.find(description="verdict").text.startswith("Trial"), PATIENCE, "a report")
    chart = app.find(CHART, role="filler")
    assert chart.description.startswith(f"{TENSORS} points"), chart.description
    app.shot("charts-1-whole")
    point(app)
    zoom(app)
    as_table(app, save_all(app))
print("walked through a chart")
