"""The same in Notebook 7."""

from __future__ import annotations

import pytest

from tests.browser.lab import Lab
from tests.browser.test_panel import begin
from tests.conftest import make_digits


@pytest.fixture(scope="module")
def lab(tmp_path_factory):
    pytest.importorskip("notebook")
    folder = tmp_path_factory.mktemp("notebook7")
    make_digits(folder)
    made = Lab(folder, app="notebook")
    made.start()
    yield made
    made.stop()


def test_the_panel_opens_and_steers(lab, cells, new_page):
    page = new_page()
    run_id = begin(page, lab.notebook("seven.ipynb", *cells("%fit_one_cycle 100")))
    step = page.wait_for_step(run_id, 5)
    assert page.page.locator(".jp-Notebook .jp-fastaid-output canvas").count() == 3
    page.page.reload()
    page.wait_for_step(run_id, step + 5, seconds=60)
    page.press("stop-epoch", run_id)
    page.wait_for_status(run_id, "stopped")
