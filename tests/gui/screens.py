#!/usr/bin/env python3
"""Takes a picture of every page, dock and dialog, in every look, for people to look at.

Light, dark, at twice the scale, in the pseudo-locale, German and Chinese: OUT/theme-scale-language.
None may be blank. Texts that are not translated or cut off are found inside: tst_translations.
"""
import sys

from aq_gui import PATIENCE, Window, sample_model, made_model, start, wait_until

LOOKS = (
    {"theme": "light"},
    {"theme": "dark"},
    {"theme": "light", "scale": 2, "size": (1280, 800)},
    {"theme": "light", "language": "pseudo", "size": (1280, 800)},
    {"theme": "light", "language": "de", "size": (1280, 800)},
    {"theme": "dark", "language": "zh_CN", "size": (1280, 800)},
)
# Entries of menus that open a window of their own, by their English words.
DIALOGS = (
    ("preferences", "Edit", "Preferences…"),
    ("presets", "Presets", "Manage presets…"),
    ("save-preset", "Presets", "Save as preset…"),
    ("variants", "Job", "Add variants…"),
    ("add-models", "Job", "Add models…"),
    ("guide", "Help", "User guide"),
    ("shortcuts", "Help", "Keyboard shortcuts…"),
    ("about", "Help", "About ArrowQuant"),
)
DOCKS = (("history", "History"), ("log", "Log"), ("inspector", "Tensor inspector"))


def click_menu(app: Window, *path):
    """As a person does; False where this window has no such entry or it is greyed."""
    top = app.app.find_all(app.text(path[0]), role="menu item")
    if not top:
        return False
    top[0].click()
    entries = [e for e in app.app.find_all(app.text(path[1]), role="menu item") if e.enabled]
    if not entries:
        app.keys("Escape", "Escape")
        return False
    entries[0].click()
    return True


def dialogs(app):
    for name, *path in DIALOGS:
        before = len(app.windows())
        if not click_menu(app, *path):
            print("no", *path)
            continue
        wait_until(lambda: len(app.windows()) > before, PATIENCE, f"the window of {path}")
        app.shot(f"dialog-{name}")
        app.keys("Escape")
        wait_until(lambda: len(app.windows()) == before, PATIENCE, f"the window of {path} closes")


def docks(app):
    app.page("Plan")
    for name, entry in DOCKS:
        if click_menu(app, "View", entry):
            app.shot(f"dock-{name}")
            click_menu(app, "View", entry)


def pages(app, state):
    for number, name in enumerate(("start", "plan", "queue", "report", "compare"), 1):
        app.keys(f"ctrl+{number}")
        app.shot(f"{state}-{name}")


def tour(model, blocked, **look):
    with start(**look) as app:
        pages(app, "empty")
    with start(blocked, **look) as app:
        app.ready()
        app.find(label=app.text("Target:"), role="combo").choose(app.text("GGUF for ComfyUI"))
        wait_until(lambda: "1" in app.find(role="push button",
                                           description=app.text("findings of the plan")).name)
        app.find(role="push button", description=app.text("findings of the plan")).click()
        app.shot("plan-with-findings")
    with start(model, **look) as app:
        app.ready()
        app.keys("ctrl+Return")
        app.keys("ctrl+3")
        app.shot("queue-running")
        app.finished_job()
        pages(app, "full")
        docks(app)
        dialogs(app)


def main():
    model, blocked = sample_model(), made_model()
    for look in LOOKS:
        tour(model, blocked, **look)
        print("pictures of", look)


main()
sys.exit(0)
