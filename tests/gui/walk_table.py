#!/usr/bin/env python3
"""The tensor table as a person works with it: columns in sight, filters and chips, locks, columns.

All with mouse and keyboard in a window of 1280 x 800.
"""
import re

from aq_gui import PATIENCE, shared_model, start, wait_until

IMPORTANT = ("Name", "Source", "Planned", "Why", "Size after", "Error")
model = shared_model("taef2_decoder.pth")


def tensors(app):
    return app.find("Tensors", role="tree")


def cell(app, tensor, column):
    table = tensors(app)
    return table.cell(table.find_row("Name", tensor), column)


def count(app):
    return app.find(description="filter count").text


def columns(app):
    table = tensors(app)
    right = table.rect[0] + table.rect[2]
    for title in IMPORTANT:
        x, _, width, _ = table.header_cell(title).rect
        assert x + width <= right, f"{title} is cut off: {x + width} > {right}"


def filters(app):
    app.keys("ctrl+f")
    app.type_text("bias")
    wait_until(lambda: re.match(r"\d+ of 79", count(app)), PATIENCE, "fewer tensors")
    app.keys("ctrl+f")
    app.type_text("re:(")
    wait_until(lambda: app.find_all(description="what is wrong with the filter"), PATIENCE,
               "what is wrong")
    app.keys("Escape")
    wait_until(lambda: count(app).startswith("79"), PATIENCE, "all tensors")
    app.find("Conv", role="checkbox").click()
    wait_until(lambda: re.match(r"\d+ of 79", count(app)), PATIENCE, "kernels only")
    app.shot("table-1-conv")
    app.find("Conv", role="checkbox").click()
    wait_until(lambda: count(app).startswith("79"), PATIENCE, "all tensors")


def locks(app):
    table = tensors(app)
    table.reveal(table.find_row("Name", "17.weight")).click()
    app.button("Lock").click()
    wait_until(lambda: cell(app, "17.weight", "Planned").name == "INT4 · 128, locked", PATIENCE,
               "a lock")
    app.find("Cloud", role="radio").click()
    wait_until(lambda: cell(app, "1.weight", "Planned").name.startswith("INT8"), PATIENCE, "INT8")
    assert cell(app, "17.weight", "Planned").name == "INT4 · 128, locked"
    app.shot("table-2-locked")
    app.find("Overridden", role="checkbox").click()
    wait_until(lambda: count(app).startswith("1 of"), PATIENCE, "the locked one")
    app.find("Overridden", role="checkbox").click()
    wait_until(lambda: count(app).startswith("79"), PATIENCE, "all tensors")
    table = tensors(app)
    table.reveal(table.find_row("Name", "17.weight")).click()
    app.button("Reset").click()
    wait_until(lambda: cell(app, "17.weight", "Planned").name.startswith("INT8"), PATIENCE,
               "unlocked")


def walk():
    with start(model, size=(1280, 800)) as app:
        app.page("Plan")
        app.ready()
        app.find("Group by block", role="checkbox").click()
        wait_until(lambda: tensors(app).rows == 79, PATIENCE, "a flat list")
        columns(app)
        filters(app)
        locks(app)


walk()
print("walked through the table")
