#!/usr/bin/env python3
"""What a program owes its desktop: one window, a log, help, keys of one's own, a layout that stays."""
import subprocess
import time

from aq_gui import PATIENCE, PROGRAM, SCRATCH, made_model, screen, start, wait_until


def second_start(desktop, app, *arguments, cwd=None):
    """Runs the program again in the same home and on the same screen; its exit status."""
    env = dict(desktop.env(AQ_LANGUAGE="en", LC_ALL="C.UTF-8"))
    return subprocess.run([PROGRAM, *arguments], env=env, cwd=cwd, timeout=PATIENCE).returncode


def title(app):
    return app.windows()[0].name


def one_window(desktop, app, model):
    assert second_start(desktop, app, model.name, cwd=model.parent) == 0  # A relative path.
    wait_until(lambda: title(app).startswith(model.name), PATIENCE, "the model is open")
    app.ready()


def log(app):
    app.keys("ctrl+l")
    lines = wait_until(lambda: app.find("Log", role="tree"), PATIENCE)
    wait_until(lambda: any("opened" in text for text in lines.column_texts("What happened")),
               PATIENCE, "the log tells of the model")
    app.find("Search the log").type("nothing says this")
    wait_until(lambda: app.find(description="log is empty").text.startswith("No line"), PATIENCE)
    app.find("Search the log").type("")
    app.shot("manners-log")


def broken():
    path = SCRATCH / "broken.safetensors"
    path.write_bytes(b"\xff" * 64)
    return path


def error(app, damaged):
    app.menu("File", "Open…")
    app.file_dialog(damaged)
    app.no_dialog()
    wait_until(lambda: damaged.name in app.message(), PATIENCE, "the error")
    app.shot("manners-error")
    app.button("Open log").click()
    wait_until(lambda: app.find(label="Level:", role="combo").name == "Warnings and errors", PATIENCE)
    app.keys("F6")
    app.keys("Escape")
    wait_until(lambda: not app.message(), PATIENCE, "Escape closes the message")
    app.keys("ctrl+l")


def help_pages(app):
    app.keys("F1")
    guide = app.dialog("User guide")
    app.shot("manners-guide")
    app.find("Search the guide").type("glossary", enter=True)
    app.shot("manners-guide-search")
    guide.button("Close").click()
    app.no_dialog()
    app.menu("Help", "About ArrowQuant")
    about = app.dialog("About ArrowQuant")
    app.shot("manners-about")
    app.find("Libraries", role="page tab").click()
    app.shot("manners-about-libraries")
    about.button("Close").click()
    app.no_dialog()


def keys(app):
    app.menu("Help", "Keyboard shortcuts…")
    dialog = app.dialog("Keyboard shortcuts")
    app.find("Search commands and keys").type("Log")
    table = app.find("Shortcuts", role="tree")
    table.reveal(table.find_row("Command", "Log")).click()
    app.find("New key", index=0).click()
    app.keys("F9")
    wait_until(lambda: app.button("Assign").enabled, PATIENCE)
    app.button("Assign").click()
    wait_until(lambda: "F9" in table.cell(table.find_row("Command", "Log"), "Shortcut").name, PATIENCE)
    app.shot("manners-shortcuts")
    dialog.button("OK").click()
    app.no_dialog()


def full_screen(app):
    app.keys("F11")
    time.sleep(0.5)
    app.keys("F11")
    app.responsive(2)


def walk(theme):
    model = made_model()
    with screen() as desktop:
        with start(desktop=desktop, theme=theme, settings={"window/theme": theme}) as app:
            one_window(desktop, app, model)
            log(app)
            error(app, broken())
            help_pages(app)
            keys(app)
            full_screen(app)
            app.menu("View", "Log")  # Shown when it is left.
            app.close()
            app.wait_exit()
        with start(desktop=desktop, theme=theme) as app:  # As it was left.
            wait_until(lambda: title(app).startswith(model.name), PATIENCE, "the last model is open")
            app.find("Log", role="tree")
            app.keys("F9")
            wait_until(lambda: not app.find_all("Log", role="tree"), PATIENCE, "the key of one's own")
            app.close()
            app.wait_exit()
        log_file = next(desktop.home.rglob("arrowquant.log"))
        assert "opened" in log_file.read_text()
        assert oct(log_file.stat().st_mode)[-3:] == "600", "only for this person"


walk("light")
