"""The panel in a real browser, beside a real fit: nothing is lost, and it can be steered."""

from __future__ import annotations

import re

import pytest

PANEL = ".jp-fastaid-panel"
RUNNING = f'{PANEL} [data-status="running"]'


def begin(page, name, fit_cell=2):
    """Open a notebook and run its cells up to a fit, which goes on; gives the id of its run."""
    page.open(name)
    for cell in range(fit_cell):
        page.run(cell)
    page.run(fit_cell, is_awaited=False)
    return page.running(name)


def test_the_panel_opens_at_the_first_fit_and_shows_the_whole_run(lab, cells, new_page):
    page = new_page()
    begin(page, lab.notebook("whole.ipynb", *cells("%fit_one_cycle 6")))
    page.wait_until_ran(2)
    shown = page.wait_for(f'{PANEL} [data-status="finished"]')
    assert shown.get_attribute("data-step") == "36"
    text = shown.inner_text()
    assert "learn.fit_one_cycle(6)" in text
    assert "finished after" in text
    assert "accuracy" in text
    assert len(shown.query_selector_all(".jp-fastaid-table tbody tr")) >= 6
    assert len(shown.query_selector_all("canvas")) == 3
    assert "Learning rate, planned and actual" in shown.query_selector_all(".jp-fastaid-chart")[
        1
    ].get_attribute("aria-label")


def test_a_run_is_steered_and_its_learner_stays_whole(lab, cells, new_page):
    page = new_page()
    run_id = begin(page, lab.notebook("steered.ipynb", *cells("%fit_one_cycle 100")))
    page.page.wait_for_function(
        """() => /epoch \\d+\\/100 · \\d+:\\d\\d left/
             .test(document.querySelector('.jp-fastaid-statusitem').textContent)"""
    )
    page.press("checkpoint", run_id)
    page.page.wait_for_function(
        "id => document.querySelector(`[data-run-id='${id}']`).innerText.includes(`learn.load('${id}-batch-`)",
        arg=run_id,
    )
    assert list(lab.folder.rglob(f"{run_id}-batch-*.pth"))
    page.command("fastaid:checkpoint")  # as from the palette, where the answer is a notification
    page.wait_for('.Toastify__toast:has-text("Weights and optimizer are saved after this batch")')
    # The kernel was asked in the meantime, and JupyterLab must not take that for the end of the cell.
    indicator = page.page.locator(".jp-NotebookPanel-toolbar .jp-Notebook-ExecutionIndicator")
    assert indicator.get_attribute("data-status") == "busy"
    page.press("stop-batch", run_id)
    page.wait_until_ran(2)
    page.wait_for_status(run_id, "stopped")
    page.page.wait_for_function("() => document.querySelector('.jp-fastaid-statusitem').textContent === ''")
    page.run(3)
    assert f"usable {page.step(run_id)}" in page.output(3)


def test_a_reloaded_page_shows_the_complete_run_and_goes_on(lab, cells, new_page):
    page = new_page()
    run_id = begin(page, lab.notebook("reload.ipynb", *cells("%fit_one_cycle 100")))
    page.wait_for_step(run_id, 30)
    page.page.reload()
    step = page.wait_for_step(run_id, 31, seconds=60)
    page.wait_for_step(run_id, step + 10)
    page.has_no_gap(run_id)
    page.press("stop-batch", run_id)
    page.wait_for_status(run_id, "stopped")


def test_a_notebook_closed_and_opened_again_keeps_its_run(lab, cells, new_page):
    page = new_page()
    name = lab.notebook("closed.ipynb", *cells("%fit_one_cycle 100"))
    run_id = begin(page, name)
    page.wait_for_step(run_id, 10)
    page.close_notebook()
    step = page.wait_for_step(run_id, 20)
    page.command("docmanager:open", path=name)
    page.page.wait_for_selector(".jp-Notebook .jp-Cell")
    page.wait_for_step(run_id, step + 10)
    page.has_no_gap(run_id)
    page.press("stop-batch", run_id)
    page.wait_for_status(run_id, "stopped")


@pytest.mark.parametrize("code", [1001, 4000])  # after a 1001 JupyterLab does not try again, the panel does
def test_a_dropped_connection_loses_nothing(lab, cells, new_page, code):
    page = new_page()
    sockets = []

    def through(socket):
        server = socket.connect_to_server()
        sockets.append((socket, server))

    page.page.route_web_socket(re.compile(r"/api/kernels/.*/channels"), through)
    run_id = begin(page, lab.notebook(f"dropped{code}.ipynb", *cells("%fit_one_cycle 100")))
    step = page.wait_for_step(run_id, 10)
    for socket, server in list(sockets):
        socket.close(code=code)
        server.close()
    page.wait_for_step(run_id, step + 20, seconds=60)
    page.has_no_gap(run_id)
    page.press("stop-batch", run_id)
    page.wait_for_status(run_id, "stopped")


def test_a_second_browser_sees_the_run_and_can_stop_it(lab, cells, new_page):
    first = new_page()
    name = lab.notebook("second.ipynb", *cells("%fit_one_cycle 100"))
    run_id = begin(first, name)
    first.wait_for_step(run_id, 10)
    second = new_page()
    second.open(name, is_busy=True)
    second.wait_for_step(run_id, 11)
    second.press("stop-epoch", run_id)
    first.wait_for_status(run_id, "stopped")
    second.wait_for_status(run_id, "stopped")
    assert first.step(run_id) == second.step(run_id)
    assert first.step(run_id) % 6 == 0


def test_a_restarted_kernel_leaves_the_run_on_the_page(lab, cells, new_page):
    page = new_page()
    run_id = begin(page, lab.notebook("restart.ipynb", *cells("%fit_one_cycle 100")))
    step = page.wait_for_step(run_id, 30)
    page.restart_kernel()
    page.wait_for_status(run_id, "interrupted")  # Jupyter interrupts before it restarts
    assert page.step(run_id) >= step
    page.wait_for_kernel()


DYING = """
import os, signal
class Dying(Callback):
    def after_batch(self):
        if len(self.recorder.losses) == 60: os.kill(os.getpid(), signal.SIGKILL)
learn.add_cb(Dying())
%fit_one_cycle 100
"""


def test_a_kernel_that_dies_leaves_its_run_on_the_page_and_in_the_journal(lab, cells, new_page):
    page = new_page()
    run_id = begin(page, lab.notebook("killed.ipynb", *cells(DYING)))
    step = page.wait_for_step(run_id, 30)
    page.wait_for_status(run_id, "failed")
    assert page.step(run_id) >= step
    assert "The kernel ended while this run trained" in page.entry(run_id).inner_text()
    page.page.reload()
    page.page.wait_for_selector(".jp-Notebook .jp-Cell")
    page.wait_for_kernel()
    page.run(0)
    page.wait_for_status(run_id, "failed")
    assert page.step(run_id) >= 30  # the journal is written every two seconds and at each epoch's end


def test_a_restarted_jupyterlab_brings_the_run_back(lab, cells, new_page):
    page = new_page()
    name = lab.notebook("server.ipynb", *cells("%fit_one_cycle 4"))
    run_id = begin(page, name)
    page.wait_for_status(run_id, "finished")
    page.page.close()
    lab.restart()
    page = new_page()
    page.open(name)
    page.run(0)
    page.command("fastaid:show-panel")
    page.wait_for_status(run_id, "finished")
    assert page.step(run_id) == 24


def test_two_notebooks_train_at_once(lab, cells, new_page):
    page = new_page()
    first = begin(page, lab.notebook("one.ipynb", *cells("%fit_one_cycle 100")))
    other = new_page()
    second = begin(other, lab.notebook("two.ipynb", *cells("%fit_one_cycle 100")))
    assert first != second
    for run_id in (first, second):
        page.wait_for_step(run_id, page.wait_for_step(run_id, 5) + 10)
    for run_id, name in ((first, "one.ipynb"), (second, "two.ipynb")):
        page.wait_for(f'{PANEL} [data-run-id="{run_id}"]:has-text("{name}")')
    page.expand(second)
    page.press("stop-batch", second)
    page.wait_for_status(second, "stopped")
    assert page.entry(first).get_attribute("data-status") == "running"
    page.expand(first)
    page.press("stop-batch", first)
    page.wait_for_status(first, "stopped")


def test_a_renamed_notebook_is_renamed_in_the_panel(lab, cells, new_page):
    page = new_page()
    run_id = begin(page, lab.notebook("untitled.ipynb", *cells("%fit_one_cycle 100")))
    page.page.evaluate("window.jupyterapp.serviceManager.contents.rename('untitled.ipynb', 'pets.ipynb')")
    page.wait_for(f'{PANEL} [data-run-id="{run_id}"]:has-text("pets.ipynb")')
    page.press("stop-batch", run_id)
    page.wait_for_status(run_id, "stopped")


def test_earlier_runs_are_laid_over_the_open_one(lab, cells, new_page):
    page = new_page()
    begin(page, lab.notebook("over.ipynb", *cells("%fit_one_cycle 1"), "%fit_one_cycle 1"))
    page.wait_until_ran(2)
    page.run(4)
    page.page.click(f"{PANEL} > details > summary")
    page.page.wait_for_selector(f"{PANEL} .jp-fastaid-earlier input")
    page.page.locator(f"{PANEL} .jp-fastaid-earlier input").first.check()
    page.page.wait_for_function(
        """() => document.querySelector('.jp-fastaid-panel .jp-fastaid-chart')
             .querySelectorAll('.u-legend tr').length === 6"""
    )


def test_help_is_answered_while_a_cell_trains(lab, cells, new_page):
    page = new_page()
    fit = cells("%fit_one_cycle 200")
    run_id = begin(page, lab.notebook("help.ipynb", *fit[:3], "learn.fit_one_cycle(4, ", "learn.fit_on"))
    page.edit(3)
    page.page.keyboard.press("Shift+Tab")
    tooltip = page.wait_for(".jp-Tooltip").inner_text()
    assert "lr_max" in tooltip.split("\n")[0]
    page.page.keyboard.press("Escape")
    page.edit(4)
    page.page.keyboard.press("Tab")
    page.page.wait_for_function(
        "() => /learn\\.fit_one_cycle/.test(document.querySelectorAll('.jp-Notebook .cm-content')[4].innerText)"
        " || document.querySelector('.jp-Completer:not(.lm-mod-hidden)')"
    )
    assert page.entry(run_id).get_attribute("data-status") == "running"
    page.press("stop-batch", run_id)
    page.wait_for_status(run_id, "stopped")
