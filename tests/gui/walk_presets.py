#!/usr/bin/env python3
"""Presets and preferences, with mouse and keyboard.

A built-in preset is chosen and undone, a changed plan is saved as a preset, modified, reverted,
exported, deleted and brought back, made the default, and is there at the next start. Then the
preferences: a theme tried on and taken back, values kept although the program is killed.
"""
import json

from aq_gui import PATIENCE, SCRATCH, cli, made_model, re, screen, start, wait_until

model = made_model()


def presets(app):
    return app.find(label="Preset:", role="combo")


def is_preset(app, name):
    wait_until(lambda: presets(app).name == name, PATIENCE, f"preset {name}, not {presets(app).name}")


def bits(app):
    return app.find(label="Bits:", role="combo").name


def choose_and_undo(app):
    is_preset(app, "Local")
    presets(app).choose("Cloud")
    wait_until(lambda: bits(app).startswith("INT8"), PATIENCE)
    is_preset(app, "Cloud")
    app.keys("ctrl+z")
    wait_until(lambda: bits(app).startswith("INT4"), PATIENCE)
    is_preset(app, "Local")
    app.keys("ctrl+shift+z")
    is_preset(app, "Cloud")
    app.keys("ctrl+z")
    app.ready()


def save_an_own_one(app):
    app.find(label="Bits:", role="combo").choose("INT5")
    is_preset(app, "Local *")
    app.menu("Edit", "Presets", "Save as preset…")
    dialog = app.dialog("Save as preset")
    dialog.find(label="Name:", role="text").type("Walked")
    app.shot("presets-save")
    dialog.button("Save").click()
    app.no_dialog()
    is_preset(app, "Walked")
    app.find(label="Group size:", role="combo").choose("64")
    is_preset(app, "Walked *")
    app.menu("Edit", "Presets", "Revert to preset")
    is_preset(app, "Walked")
    app.menu("Edit", "Presets", "Use for new models")


def manage(app):
    target = SCRATCH / "walked.json"
    app.menu("Edit", "Presets", "Manage presets…")
    dialog = app.dialog("Presets")
    app.shot("presets-manage")
    dialog.button("Export…").click()
    app.file_dialog(target)
    wait_until(target.exists, PATIENCE)
    recipe = json.loads(target.read_text())
    assert recipe["name"] == "Walked" and recipe["scheme"] == "int5", recipe
    assert "overrides" not in recipe, recipe
    cli("plan", model, "--recipe", target, "--json")
    app.dialog("Presets").button("Delete").click()
    app.dialog("Presets").button("Close").click()
    app.no_dialog()
    wait_until(lambda: "Walked" in app.message(), PATIENCE)
    app.button("Undo").click()
    is_preset(app, "Walked")


def prefer(app):
    app.keys("ctrl+comma")
    dialog = app.dialog("Preferences")
    dialog.find(label="Theme:", role="combo").choose("Dark")
    app.shot("preferences-dark")
    app.keys("Escape")
    app.no_dialog()
    app.keys("ctrl+comma")
    dialog = app.dialog("Preferences")
    app.shot("preferences-general")
    for page in ("Jobs", "Quality", "Files"):
        app.keys("Down") if page != "Jobs" else dialog.find("Pages", role="list").reveal(1).click()
        app.shot(f"preferences-{page.lower()}")
    dialog.find(label="File name:", role="text").type("{recipe}")
    wait_until(lambda: not dialog.button("OK").enabled, PATIENCE)
    dialog.find(label="File name:", role="text").type("{model}-x.{ext}")
    wait_until(lambda: dialog.button("OK").enabled, PATIENCE)
    dialog.button("OK").click()
    app.no_dialog()


with screen() as desktop:
    settings = {"window/theme": "light", "session/restore": "false"}
    with start(model, desktop=desktop, settings=settings) as app:
        app.ready()
        choose_and_undo(app)
        save_an_own_one(app)
        app.shot("presets-plan")
        manage(app)  # It is the default again.
        prefer(app)
        saved = desktop.home / "config" / "ArrowQuant" / "arrowquant.ini"
        wait_until(lambda: "{model}-x.{ext}" in saved.read_text(), PATIENCE, "saved while it runs")
        assert "theme=dark" not in saved.read_text()
        app.close()
        app.wait_exit()
    with start(model, desktop=desktop) as app:
        app.ready()
        is_preset(app, "Walked")
        assert bits(app).startswith("INT5"), bits(app)
        app.close()
        app.wait_exit()
