#!/usr/bin/env python3
"""Three variants through the queue: add, reorder by mouse, pause, resume, cancel, retry, restart."""
from aq_gui import PATIENCE, SCRATCH, made_model, sample_model, screen, start, wait_until


def states(table):
    return [table.cell(row, "State").name for row in range(table.rows)]


def settings_of(table):
    return [table.cell(row, "Setting").name for row in range(table.rows)]


def add_variants(app, names, press):
    """Opens the dialog by `press`, ticks the types called `names`, and adds them."""
    press()
    dialog = app.dialog("Add variants")
    types = dialog.find("Types to add", role="tree")
    for row in range(types.rows):
        if types.cell(row, "Type").name in names:
            types.cell(row, "Type").toggle()
    wait_until(lambda: all(types.cell(row, "Estimated size").name for row in range(types.rows)),
               PATIENCE, "estimates")
    app.shot("queue-variants")
    dialog.button("Add to queue").click()
    app.no_dialog()


with screen() as desktop:
    with start(sample_model(), desktop=desktop, settings={"jobs/threads": 1}) as app:
        app.ready()
        app.page("Queue")
        app.shot("queue-empty")
        app.menu("Job", "Finish the running jobs and stop")  # Nothing is taken meanwhile.
        add_variants(app, {"INT8", "INT4", "INT2"},
                     app.button("Add variants of the open model…").click)
        table = app.find("Jobs", role="table")
        wait_until(lambda: table.rows == 3, PATIENCE, "three jobs")
        assert states(table) == ["Held"] * 3, states(table)
        app.shot("queue-held")

        # The last goes to the top with the keyboard, and back down with the mouse.
        before = settings_of(table)
        table.cell(2, "Model").click()
        app.keys("alt+Up")
        app.keys("alt+Up")
        wait_until(lambda: settings_of(table) == [before[2], before[0], before[1]], PATIENCE,
                   f"moved up: {settings_of(table)}")
        table.cell(0, "Model").drag_to(table.cell(2, "Model"))
        wait_until(lambda: settings_of(table)[0] != before[2], PATIENCE, "dragged down")

        # One is cancelled and tried again; all go on.
        table.cell(1, "Model").click()
        app.button("Cancel").click()
        wait_until(lambda: states(table)[1] == "Cancelled", PATIENCE, "cancelled")
        app.button("Retry").click()
        wait_until(lambda: states(table)[1] in ("Waiting", "Held"), PATIENCE, "waits again")
        table.cell(0, "Model").click()
        app.keys("space")
        wait_until(lambda: states(table)[0] == "Paused", PATIENCE, "paused by the space bar")
        app.keys("space")
        wait_until(lambda: states(table)[0] in ("Running", "Finished", "Below limits"), PATIENCE,
                   "goes on by the space bar")
        wait_until(lambda: states(table)[0] in ("Finished", "Below limits"), PATIENCE, "finished")
        app.shot("queue-one-finished")
        order = settings_of(table)
        app.keys("ctrl+q")
        app.dialog("Results are not exported").button("Keep for later").click() # Ends the program.
        app.wait_exit()

    # The second start finds the queue, and resumes it.
    with start(desktop=desktop) as app:
        wait_until(lambda: "not finished" in app.message(), PATIENCE, "what is left is told")
        app.page("Queue")
        table = app.find("Jobs", role="table")
        assert settings_of(table) == order, (settings_of(table), order)
        assert states(table)[0] in ("Finished", "Below limits"), states(table)
        assert states(table)[1:] == ["Paused", "Paused"], states(table)
        app.button("Resume all").click()
        wait_until(lambda: all(state in ("Finished", "Below limits") for state in states(table)),
                   PATIENCE, "all finished")
        app.shot("queue-all-finished")
        table.cell(0, "Model").click()
        app.keys("ctrl+e")
        target = SCRATCH / "exported.arrow"
        app.file_dialog(target)
        wait_until(target.exists, PATIENCE, "exported")
        assert target.read_bytes().startswith(b"ARROW1")
