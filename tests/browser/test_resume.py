"""The panel's button goes on with a run that ended early, in its notebook, where everybody sees it."""

from __future__ import annotations

import os
import re
import signal
import time

import pytest

from tests.browser.test_panel import PANEL, begin


def last_cell(page):
    return page.page.evaluate(
        """() => { const cells = document.querySelectorAll('.jp-NotebookPanel:not(.lm-mod-hidden) .jp-Cell');
                   const last = cells[cells.length - 1];
                   return last.querySelector('.cm-content').innerText; }"""
    )


def test_a_stopped_run_goes_on_and_is_complete(lab, cells, new_page):
    page = new_page()
    run_id = begin(page, lab.notebook("resumed.ipynb", *cells("%fit_one_cycle 6")))
    step = page.wait_for_step(run_id, 8)
    assert page.entry(run_id).locator("[data-command=resume]").is_hidden()
    page.press("stop-batch", run_id)
    page.wait_for_status(run_id, "stopped")
    assert page.entry(run_id).locator("[data-command=stop-batch]").is_hidden()
    page.press("resume", run_id)
    page.wait_for_status(run_id, "finished", seconds=120)
    assert last_cell(page) == f"%resume {run_id}"
    assert page.step(run_id) == 36 > step
    page.has_no_gap(run_id)
    assert "resumed at batch" in page.wait_for(f'{PANEL} [data-run-id="{run_id}"]').inner_text()
    assert page.entry(run_id).locator(".jp-fastaid-buttons").is_hidden()


def resumable(lab, name, kernel="python3"):
    """A notebook whose data and learner the journal's lines make again, and how to tell its kernel's process."""
    return lab.notebook(
        name,
        f"{'%load_ext fastaid' if kernel == 'python3' else ''}\nimport os; print('process', os.getpid())",
        f"%databunch from_folder {lab.folder / 'digits'} --size 32 --bs 8 --num-workers 0 --no-augment\n"
        "%learner squeezenet1_1 --no-pretrained --metrics accuracy",
        "%fit_one_cycle 30",
        kernel=kernel,
    )


def kill_kernel(printed):
    os.kill(int(re.search(r"process (\d+)", printed).group(1)), signal.SIGKILL)


@pytest.mark.parametrize("kernel", ["python3", "fastaid"])
def test_a_run_whose_kernel_was_killed_goes_on_in_the_new_one(lab, new_page, kernel):
    """JupyterLab starts the kernel again by itself; a plain one then knows nothing of fastaid."""
    page = new_page()
    run_id = begin(page, resumable(lab, f"killed-{kernel}.ipynb", kernel))
    step = page.wait_for_step(run_id, 30)
    kill_kernel(page.output(0))
    page.wait_for_status(run_id, "failed")
    page.page.locator(".jp-Dialog .jp-mod-accept").click(timeout=30_000)  # "appears to have died"
    page.press("resume", run_id)
    page.wait_for_status(run_id, "finished", seconds=180)
    load = "%load_ext fastaid\n" if kernel == "python3" else ""
    assert last_cell(page) == f"{load}%resume {run_id}"
    assert page.step(run_id) == 180 > step
    page.has_no_gap(run_id)


def test_a_run_whose_browser_and_kernel_are_both_gone_goes_on(lab, new_page):
    page = new_page()
    name = resumable(lab, "gone.ipynb")
    run_id = begin(page, name)
    step = page.wait_for_step(run_id, 30)
    printed = page.output(0)
    page.page.close()
    time.sleep(1)  # it trains on, seen by nobody
    kill_kernel(printed)
    later = new_page()
    later.open(name)
    later.run(0)
    later.command("fastaid:show-panel")
    later.wait_for_status(run_id, "failed")
    assert later.step(run_id) >= step
    later.press("resume", run_id)
    later.wait_for_status(run_id, "finished", seconds=180)
    assert later.step(run_id) == 180
    later.has_no_gap(run_id)
