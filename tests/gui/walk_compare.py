#!/usr/bin/env python3
"""Which setting to take: adds three, measures them, compares, looks at tensors, uses one; after a
restart all of it is still there."""
from aq_gui import *

model = shared_model("taef2_decoder.pth")


def settings(app):
    return app.find("Settings to compare", role="list")


def verdict(app):
    return app.find(description="What it comes to").text


def measured(app):
    return "measure both" not in verdict(app) and "less error" in verdict(app)


def compare(app):
    app.button("Compare INT4, INT6, INT8").click()
    wait_until(lambda: app.button("Measure all 3").enabled, PATIENCE)
    assert "measure both" in verdict(app), verdict(app)
    app.shot("compare-1-sizes")
    app.button("Measure all 3").click()
    wait_until(lambda: measured(app), PATIENCE, "three measured settings")
    chart = app.find("Size and error", description=re.compile("3 setting"))
    assert "not measured" not in chart.description, chart.description
    assert "INT8" in verdict(app) and "larger than" in verdict(app), verdict(app)
    app.shot("compare-2-measured")


def look_closer(app):
    table = app.find("Tensors that differ", role="table")
    assert table.rows > 10, table.rows
    table.cell(0, 0).click()
    app.keys("Return")
    strip = wait_until(lambda: app.find(re.compile("^Histograms of"),
                                        description=re.compile("RMSE.*RMSE.*RMSE", re.S)), PATIENCE)
    app.shot("compare-3-histograms")
    assert "dB" in strip.description, strip.description
    app.find(label="Error:", role="combo").choose("SQNR")
    wait_until(lambda: "dB less error" in verdict(app), PATIENCE)


def use(app):
    app.find("Settings to compare", role="list").click()
    app.keys("End")
    app.button("Use this plan").click()
    wait_until(lambda: app.find(label="Bits:", role="combo").name.startswith("INT8"), PATIENCE)
    app.keys("ctrl+z")
    wait_until(lambda: app.find(label="Bits:", role="combo").name.startswith("INT4"), PATIENCE)


with screen() as desktop:
    with start(model, desktop=desktop, settings={"window/theme": "light"}) as app:
        app.ready()
        app.page("Compare")
        app.shot("compare-0-empty")
        compare(app)
        look_closer(app)
        use(app)
        app.close()
        app.wait_exit()
    with start(model, desktop=desktop) as app:
        app.ready()
        app.page("Compare")
        wait_until(lambda: "dB less error" in verdict(app), PATIENCE, "what was remembered")
        app.menu("View", "Theme", "Dark")
        app.shot("compare-4-dark")
        app.close()
        app.wait_exit()
print("walked")
