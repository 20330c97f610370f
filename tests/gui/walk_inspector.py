#!/usr/bin/env python3
"""The tensor inspector: opened from the table, follows the selection, zooms into the heat maps.

Wrong numbers are for the tests inside; here everything is reached with mouse and keyboard.
"""
import re

from aq_gui import PATIENCE, shared_model, start, wait_until

model = shared_model("taef2_decoder.pth")


def picture(app, name, words):
    return app.find(name, description=re.compile(words))


def select(app, tensor):
    table = app.find("Tensors", role="tree")
    table.reveal(table.find_row("Name", tensor)).click()


def walk():
    with start(model, size=(1440, 900)) as app:
        app.page("Plan")
        app.ready()
        app.find("Group by block", role="checkbox").click()
        wait_until(lambda: app.find("Tensors", role="tree").rows == 79, PATIENCE, "a flat list")
        select(app, "17.weight")
        app.keys("Return")
        wait_until(lambda: picture(app, "Distribution", "Histogram of the values"), PATIENCE)
        assert app.find(description="tensor that is inspected").text == "17.weight"
        app.find("Kurtosis", role="label")
        app.shot("inspector-1")

        select(app, "1.weight")
        wait_until(lambda: app.find(description="tensor that is inspected").text == "1.weight",
                   PATIENCE, "the other tensor")

        maps = wait_until(lambda: picture(app, "Heat maps", "Heat maps of rows 0"), PATIENCE)
        whole = maps.description
        maps.click()
        app.keys("plus")
        app.keys("plus")
        wait_until(lambda: picture(app, "Heat maps", "Heat maps of").description != whole,
                   PATIENCE, "a part of it")
        app.shot("inspector-2-zoomed")
        app.keys("0")
        wait_until(lambda: picture(app, "Heat maps", "Heat maps of").description == whole,
                   PATIENCE, "all of it")

        app.find("Errors", role="checkbox").click()
        wait_until(lambda: picture(app, "Errors", "Histogram of the errors"), PATIENCE)
        app.find("Logarithmic", role="checkbox").click()
        app.shot("inspector-3-errors")
        app.keys("ctrl+i")
        wait_until(lambda: not app.find_all("Logarithmic", role="checkbox"), PATIENCE, "a closed dock")


walk()
print("walked through the inspector")
