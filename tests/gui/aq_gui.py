"""The real program in a private home on a screen of its own: what every walk shares.

    walk_x.py ARROWQUANT ARROWQUANT_CLI OUT_FOLDER [DRIVER_FOLDER [MODELS_FOLDER]]

tests/gui/README.md tells how to write a walk.
"""
import contextlib
import os
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from aq_words import Words

SKIPPED = 77
PATIENCE = 120  # Seconds; a busy machine is no failure.
PAGES = ("Start", "Plan", "Queue", "Report", "Compare")


def skip(reason):
    print("skipped:", reason)
    sys.exit(SKIPPED)


if len(sys.argv) < 4:
    sys.exit(__doc__)
PROGRAM, CLI, OUT = (Path(argument).resolve() for argument in sys.argv[1:4])
if len(sys.argv) > 4:
    sys.path.insert(0, sys.argv[4])
MODELS = Path(sys.argv[5] if len(sys.argv) > 5 else "/nowhere")
os.environ.setdefault("DRIVE_ON_FAILURE", str(OUT / "failures"))
try:
    from drive import Desktop, DriveError, wait_until
except (ImportError, SystemExit) as missing:
    skip(f"no driver: {missing}")

_scratch = tempfile.TemporaryDirectory(prefix="aq-gui-")
SCRATCH = Path(_scratch.name)  # For models and results of this walk; goes when it ends.


# --- models

def shared_model(name):
    """A real model that lies beside the project; skips the walk where it does not."""
    path = MODELS / name
    if not path.exists():
        skip(f"no {path}")
    return path


def made_model(name="made.safetensors", kind=None):
    """Fourteen small tensors of every float type. kind: None, "gguf" or "gguf-comfyui"."""
    path = SCRATCH / name
    script = Path(__file__).parents[1] / "tools" / "make_test_model.py"
    subprocess.run([sys.executable, script, path] + ([kind] if kind else []), check=True)
    return path


def sample_model(name="sd15-sample.safetensors"):
    """A Stable Diffusion 1.5 UNet at a fifth of its width: recognised, 65 MiB, 686 tensors."""
    path = SCRATCH / name
    subprocess.run([PROGRAM.parent / "arrowquant-sample", path], check=True)
    return path


# --- the program

class Window:
    """The program while it runs. Whatever is not here is asked of the driver's App."""

    def __init__(self, desktop, app, where, words, scale):
        self.desktop, self.app, self.where, self.words, self.scale = desktop, app, where, words, scale

    def __getattr__(self, name):
        return getattr(self.app, name)

    def text(self, source):
        """A text of the program in the language that it runs in."""
        return self.words.text(source)

    def shot(self, name):
        """Keeps a picture of the screen as OUT/theme-scale-language/NAME.png; never a blank one."""
        path = self.where / f"{name}.png"
        self.app.screenshot(path)
        colours = int(subprocess.run(["identify", "-format", "%k", path], check=True,
                                     capture_output=True, text=True).stdout)
        assert colours > 8, f"{path} is blank: {colours} colours"
        return path

    def menu(self, *path):
        """Clicks through the menu bar, or an open menu if path has one part; names or patterns."""
        for part in path:
            self.app.find(part, role="menu item", timeout=PATIENCE, index=0).click()
            time.sleep(0.12)  # Qt ignores a release that comes too soon after the menu opened.

    def page(self, name):
        """Goes to a page (English name) by its key."""
        self.app.keys(f"ctrl+{PAGES.index(name) + 1}")
        entry = self.text(name)
        wait_until(lambda: self.app.find(entry, role="checkbox").states >= {"checked"}, PATIENCE,
                   f"page {name}")

    def open(self, path):
        """File > Open…, and waits for the plan."""
        self.menu(self.text("File"), self.text("Open…"))
        self.file_dialog(path)
        self.no_dialog()
        self.ready()

    def ready(self):
        """The plan has been made and nothing of it runs."""
        name = self.text("Quantize…")
        wait_until(lambda: self.app.button(name).enabled, PATIENCE, "a plan")

    def quantize(self):
        """Runs the plan and waits for the report of the finished file."""
        self.app.button(self.text("Quantize…")).click()
        self.finished()

    def finished(self):
        name = self.text("Export…")
        wait_until(lambda: self.app.button(name).enabled, PATIENCE, "a finished file")

    def message(self):
        """What the message bar says; empty while it is hidden."""
        shown = self.app.find_all(description="message")
        return shown[0].text if shown else ""

    def context_menu(self, node, *path):
        """Right-clicks a widget or cell and picks an entry, e.g. "Set type…"."""
        node.right_click()
        for part in path:
            wait_until(lambda: self.app.find(self.text(part), role="menu item", index=0), PATIENCE)
            self.menu(self.text(part))

    def dialogs(self, title=None):
        """Those that are open. The message bar is an alert too, but no window."""
        roles = {"dialog", "alert", "file chooser"}
        return [window for window in self.app.windows() if window.role in roles and
                (title is None or window.name == title or
                 isinstance(title, re.Pattern) and title.search(window.name))]

    def dialog(self, title=None):
        return wait_until(lambda: self.dialogs(title), PATIENCE, f"dialog {title}")[-1]

    def no_dialog(self):
        wait_until(lambda: not self.dialogs(), PATIENCE, "all dialogs are closed")

    def file_dialog(self, path):
        """Fills in the open file dialog and accepts it."""
        dialog = self.dialog()  # The driver's own would take the message bar, an alert, for it.
        dialog.find_all(role="text")[-1].type(str(path))
        self.app.keys("Return")

    def answer(self, title, button):
        """Waits for a dialog by its title and clicks one of its buttons."""
        title = self.text(title)
        self.dialog(title).button(self.text(button)).click()
        wait_until(lambda: not self.dialogs(title), PATIENCE, f"{title} closes")


def write_settings(desktop, settings):
    """settings: {"window/theme": "dark"}, the keys of app/settings.h."""
    file = desktop.home / "config" / "ArrowQuant" / "arrowquant.ini"
    file.parent.mkdir(parents=True, exist_ok=True)
    groups = {}
    for key, value in settings.items():
        group, name = key.split("/", 1)
        groups.setdefault(group, []).append(f"{name}={value}")
    file.write_text("".join(f"[{group}]\n" + "\n".join(lines) + "\n" for group, lines in groups.items()))


@contextlib.contextmanager
def screen(size=(1440, 900), scale=1, home=None):
    """A screen with room around a window of `size` logical pixels, for more than one start."""
    pixels = tuple(round(extent * scale) + 80 for extent in size)
    with Desktop(size=pixels, home=home) as desktop:
        yield desktop


@contextlib.contextmanager
def start(*arguments, size=(1440, 900), scale=1, theme="light", language="en", settings=None,
          env=None, desktop=None):
    """Starts the program and gives its Window.

    arguments: models and options for its command line. size: of the window, logical pixels.
    language: "en", "de", "zh_CN" or "pseudo". settings: more keys of app/settings.h. desktop: one
    of screen(), to start a second time in the same home; then settings and theme stay as saved
    unless given.
    """
    with contextlib.ExitStack() as stack:
        if desktop is None:
            desktop = stack.enter_context(screen(size, scale))
            settings = {"window/theme": theme, **(settings or {})}
        if settings:
            write_settings(desktop, settings)
        app = stack.enter_context(desktop.launch(
            [PROGRAM, *arguments], scale=scale if scale != 1 else None,
            env={"AQ_LANGUAGE": language, "LC_ALL": "C.UTF-8", **(env or {})}))
        app.resize(round(size[0] * scale), round(size[1] * scale))
        app.move_window(20, 20)
        yield Window(desktop, app, OUT / f"{theme}-{scale:g}x-{language}", Words(language), scale)


def cli(*arguments, status=0):
    """Runs the command line and gives what it printed."""
    done = subprocess.run([CLI, *map(str, arguments)], capture_output=True, text=True)
    assert done.returncode == status, (done.returncode, done.stdout, done.stderr)
    return done.stdout


__all__ = ["CLI", "DriveError", "OUT", "PATIENCE", "PROGRAM", "SCRATCH", "Window", "cli",
           "made_model", "re", "sample_model", "screen", "shared_model", "skip", "start",
           "wait_until"]
