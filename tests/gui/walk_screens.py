#!/usr/bin/env python3
"""Takes a picture of every page, dock and dialog, in every look, for people to look at.

Light and dark in full, the main pages at twice the scale and in other languages, into
OUT/theme-scale-language/. A blank or missing page fails. Texts that are not translated or cut off
are found inside: tst_translations.
"""
import re

from aq_gui import PATIENCE, made_model, sample_model, screen, start, wait_until

SMALL, WIDE = (1280, 800), (1440, 900)
# Look of the program, and whether every dialog is opened too.
LOOKS = (
    ({"theme": "light", "size": SMALL}, True),
    ({"theme": "dark", "size": WIDE}, True),
    ({"theme": "light", "scale": 2, "size": SMALL}, False),
    ({"theme": "light", "language": "pseudo", "size": SMALL}, False),
    ({"theme": "light", "language": "de", "size": SMALL}, False),
    ({"theme": "light", "language": "zh_CN", "size": SMALL}, False),
)
PAGES = ("Start", "Plan", "Queue", "Report", "Compare")
DIALOGS = (
    ("presets", "Edit", "Presets", "Manage presets…"),
    ("variants", "Job", "Add variants…"),
    ("shortcuts", "Help", "Keyboard shortcuts…"),
    ("guide", "Help", "User guide"),
    ("about", "Help", "About ArrowQuant"),
)


def menu(app, *path):
    app.menu(*(app.text(entry) for entry in path))


def new_window(app, before):
    def found():
        opened = [window for window in app.windows() if window.name not in before]
        return opened and opened[-1]
    return wait_until(found, PATIENCE, "a window opens")


def names(app):
    return {window.name for window in app.windows()}


def close_dialog(app, before):
    app.keys("Escape")
    wait_until(lambda: names(app) <= before, PATIENCE, "the window closes")


def dialogs(app):
    before = names(app)
    for name, *path in DIALOGS:
        menu(app, *path)
        new_window(app, before)
        app.wait_idle(timeout=PATIENCE)
        app.shot(f"dialog-{name}")
        close_dialog(app, before)
    preferences(app, before)


def preferences(app, before):
    menu(app, "Edit", "Preferences…")
    pages = new_window(app, before).find(app.text("Pages"), role="list")
    assert pages.child_count == 4, f"pages of the preferences: {pages.child_count}"
    for row in range(pages.child_count):
        pages.child(row).click()
        app.shot(f"dialog-preferences-{row + 1}")
    close_dialog(app, before)


def findings(app):
    app.find(label=app.text("Target:"), role="combo").choose(app.text("GGUF for ComfyUI"))
    badge = {"role": "push button", "description": app.text("findings of the plan")}
    wait_until(lambda: re.search(r"\d", app.find(**badge).name), PATIENCE, "findings")
    app.find(**badge).click()
    app.shot("plan-findings")


def inspector(app):
    app.page("Plan")
    app.find(app.text("Group by block"), role="checkbox").click()
    app.find(app.text("Tensors"), role="tree").reveal(8).click()
    app.keys("ctrl+i")
    app.wait_idle(timeout=PATIENCE)
    app.shot("plan-inspector")
    app.keys("ctrl+i")


def queue(app):
    """Three jobs that are paused, then run; and the report of another."""
    app.page("Queue")
    menu(app, "Job", "Finish the running jobs and stop")  # Nothing is taken meanwhile.
    menu(app, "Job", "Add variants…")
    dialog = app.dialog(app.text("Add variants"))
    types = dialog.find(app.text("Types to add"), role="tree")
    for row in range(types.rows):
        if types.cell(row, 0).name in ("INT8", "INT4", "INT2"):
            types.cell(row, 0).toggle()
    app.shot("queue-variants")
    dialog.button(app.text("Add to queue")).click()
    app.no_dialog()
    menu(app, "Job", "Pause all jobs")
    menu(app, "Job", "Finish the running jobs and stop")
    app.shot("queue-paused")
    menu(app, "Job", "Resume all jobs")
    app.app.screenshot(app.where / "queue-running.png", settle=False)  # Before they have ended.
    app.page("Plan")
    app.quantize()
    app.shot("report")


def compare(app):
    """Three settings, measured."""
    app.page("Compare")
    app.button(re.compile("INT4.*INT8")).click()

    def measure():
        buttons = app.find_all(re.compile(r"\b3\b"), role="push button")
        return next((button for button in buttons if button.enabled), None)
    wait_until(measure, PATIENCE, "three settings").click()
    wait_until(lambda: not measure(), PATIENCE, "measuring")
    app.wait_idle(timeout=PATIENCE)
    app.shot("compare")


def pages(app, state):
    for name in PAGES:
        app.page(name)
        app.shot(f"{state}-{name.lower()}")


def tour(model, blocked, every, look):
    size, scale = look["size"], look.get("scale", 1)
    with screen(size, scale) as desktop:
        look = {**look, "desktop": desktop}
        settings = {"window/theme": look["theme"], "jobs/threads": 1}
        with start(settings=settings, **look) as app:
            pages(app, "empty")
            app.close()
            app.wait_exit()
        with start(blocked, **look) as app:
            app.ready()
            findings(app)
            app.close()
            app.wait_exit()
        with start(model, **look) as app:
            app.ready()
            compare(app)
            inspector(app)
            queue(app)
            app.page("Start")
            app.shot("start-recents")
            app.page("Plan")
            app.keys("ctrl+l")
            app.shot("plan-log")
            app.keys("ctrl+l")
            if every:
                dialogs(app)


def main():
    model, blocked = sample_model(), made_model()
    for look, every in LOOKS:
        tour(model, blocked, every, look)
        print("pictures of", look, flush=True)


main()
