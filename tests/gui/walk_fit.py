#!/usr/bin/env python3
"""Fit to a size: measure, slide by keys, take a suggestion, lock a row, and write what was promised.
"""
import re

from aq_gui import PATIENCE, SCRATCH, shared_model, start, wait_until

model = shared_model("taef2_decoder.pth")


def promised(app):
    """The size of the file in bytes, as the panel says it."""
    text = app.find(description="size of the file").text
    found = re.search(r"\(([\d,]+) bytes\)", text)
    return int(found[1].replace(",", "")) if found else 0


def settled(app, before):
    """Another promise than before, and a plan."""
    wait_until(lambda: promised(app) not in (0, before), PATIENCE, "another size")
    app.ready()
    return promised(app)


def walk():
    with start(model, size=(1440, 900)) as app:
        app.page("Plan")
        app.ready()
        app.find("Group by block", role="checkbox").click()
        app.keys("ctrl+b")
        measure = wait_until(lambda: app.button("Measure sensitivity"), PATIENCE)
        app.shot("fit-1-before")
        measure.click()
        slider = wait_until(lambda: app.find("Size of the file", role="slider"), PATIENCE, "a slider")
        wait_until(lambda: app.find("Size and error of the fit", description=re.compile("^Error against")),
                   PATIENCE)
        app.shot("fit-2-measured")

        slider.click()
        first = settled(app, 0)
        app.keys("Page_Down")
        second = settled(app, first)
        assert second < first, (first, second)
        app.shot("fit-3-slid")

        app.button(re.compile("^Knee")).click()
        knee = settled(app, second)
        table = app.find("Tensors", role="tree")
        row = table.find_row("Name", "17.weight")
        table.reveal(row)
        table.cell(row, "Name").click()
        app.button("Lock").click()
        wait_until(lambda: "1 row" in app.find(description="what is not fitted").text, PATIENCE)
        app.ready()
        app.shot("fit-4-locked")
        wait_until(lambda: 0 < promised(app) <= knee, PATIENCE, "a size within the budget")
        last = promised(app)

        app.quantize()
        target = SCRATCH / "fitted.arrow"
        app.button("Export…").click()
        app.file_dialog(target)
        wait_until(target.exists, PATIENCE, "the file")
        wait_until(lambda: "exported" in app.message(), PATIENCE)
        assert target.stat().st_size == last, (target.stat().st_size, last)


walk()
print("walked through fitting to a size")
