#!/usr/bin/env python3
"""Takes a picture of every page and dock in one look, for people to look at.

    walk_screens.py ARROWQUANT ARROWQUANT_CLI OUT_FOLDER DRIVER_FOLDER MODELS_FOLDER LOOK

Into OUT/screens/LOOK/; light and dark with all dialogs. A blank or missing page fails. Texts that
are not translated or cut off are found inside: tst_translations.
"""
import contextlib
import re
import shutil
import sys

from aq_gui import OUT, PATIENCE, made_model, sample_model, screen, start, wait_until
from aq_portal import high_contrast

SMALL, WIDE = (1280, 800), (1440, 900)
LOOKS = {  # What start() gets. CMakeLists.txt lists the same names.
    "light": {"size": SMALL},
    "dark": {"theme": "dark", "size": WIDE},
    "2x": {"scale": 2, "size": SMALL},
    "pseudo": {"language": "pseudo", "size": SMALL},
    "de": {"language": "de", "size": SMALL},
    "zh_CN": {"language": "zh_CN", "size": SMALL},
    "contrast": {"theme": "dark", "size": SMALL},
}
WITH_DIALOGS = ("light", "dark")
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


@contextlib.contextmanager
def opened(desktop, name, *arguments, settings=None):
    """The program in the look, its pictures in the look's folder."""
    with start(*arguments, desktop=desktop, settings=settings, **LOOKS[name]) as app:
        app.where = OUT / "screens" / name
        yield app


def leave(app):
    app.close()
    app.wait_exit(PATIENCE)


def tour(desktop, name):
    settings = {"window/theme": LOOKS[name].get("theme", "light"), "jobs/threads": 1}
    with opened(desktop, name, settings=settings) as app:
        if name == "contrast":
            behind_menus = LOOKS[name]["size"][0] // 2, 30
            wait_until(lambda: desktop.pixel(*behind_menus) == (0, 0, 0), PATIENCE, "black")
        pages(app, "empty")
        leave(app)
    with opened(desktop, name, made_model()) as app:
        app.ready()
        findings(app)
        leave(app)
    with opened(desktop, name, sample_model()) as app:
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
        if name in WITH_DIALOGS:
            dialogs(app)


def main():
    name = sys.argv[6]
    look = LOOKS[name]
    shutil.rmtree(OUT / "screens" / name, ignore_errors=True)  # None of an older program.
    with screen(look["size"], look.get("scale", 1)) as desktop, contextlib.ExitStack() as stack:
        if name == "contrast":
            stack.enter_context(high_contrast())
        tour(desktop, name)


main()
