#!/usr/bin/env python3
"""The start page, with mouse and keyboard.

Nothing was opened yet; files are dropped on any part of the window, also both shards of a set;
then the list of recent models: opened by Return, one that is gone, removed by Delete; the profile
that new models open with.
"""
import json
import shutil
import struct

from aq_gui import PATIENCE, SCRATCH, made_model, sample_model, screen, start, wait_until

first = made_model("first.safetensors")
second = sample_model("second.safetensors")
gone = SCRATCH / "gone.safetensors"
shutil.copy(first, gone)


def shard(path, name):
    header = json.dumps({name: {"dtype": "F32", "shape": [64, 64], "data_offsets": [0, 16384]}})
    header += " " * (-len(header) % 8)
    path.write_bytes(struct.pack("<Q", len(header)) + header.encode() + bytes(16384))


folder = SCRATCH / "sharded"
folder.mkdir()
shards = [folder / f"model-0000{i}-of-00002.safetensors" for i in (1, 2)]
for path, name in zip(shards, "ab"):
    shard(path, f"{name}.weight")
(folder / "model.safetensors.index.json").write_text(json.dumps(
    {"metadata": {}, "weight_map": {f"{n}.weight": p.name for n, p in zip("ab", shards)}}))


def recents(app):
    return app.find("Recent models", role="tree")


def tensors(app):
    return app.find("Tensors", role="tree")


with screen(size=(1280, 800)) as desktop:
    with start(desktop=desktop, size=(1280, 800), settings={"window/theme": "light", "session/restore": "false"}) as app:
        app.shot("start-empty")
        desktop.drop_files([gone], app.find("Drop a model here"))
        app.ready()
        desktop.drop_files([second], tensors(app))
        app.ready()
        wait_until(lambda: "second" in app.find(description="open model").text, PATIENCE)
        desktop.drop_files(shards, app.find("Filter", role="text", index=0))
        wait_until(lambda: "sharded" in app.find(description="open model").text, PATIENCE)
        app.ready()
        app.close()
        app.wait_exit()
    gone.unlink()
    with start(desktop=desktop, size=(1280, 800)) as app:
        app.page("Start")
        table = recents(app)
        wait_until(lambda: "Missing" in table.row_texts(table.find_row("Name", gone.name)), PATIENCE)
        assert "Stable Diffusion" in " ".join(table.row_texts(table.find_row("Name", second.name)))
        app.shot("start-recents")
        table.cell(table.find_row("Name", gone.name), "Name").click()
        app.keys("Delete")
        wait_until(lambda: recents(app).rows == 2, PATIENCE, "one was removed")
        app.find("Cloud", role="radio").click()
        table = recents(app)
        table.cell(table.find_row("Name", second.name), "Name").click()
        app.keys("Return")
        wait_until(lambda: "second" in app.find(description="open model").text, PATIENCE)
        app.ready()
        wait_until(lambda: app.find(label="Bits:", role="combo").name.startswith("INT8"), PATIENCE)
        app.page("Start")
        app.shot("start-figures")
        app.menu("View", "Theme", "Dark")
        app.shot("start-dark")
        app.close()
        app.wait_exit()

with start(size=(1280, 800), scale=2, theme="dark") as app:
    app.shot("start")
