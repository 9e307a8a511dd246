"""A run notebook as a page in a browser: what a reader on nbviewer sees, without the kernel."""

from __future__ import annotations

import shutil

import nbformat
import pytest
from nbclient import NotebookClient
from nbconvert import HTMLExporter

from tests.conftest import TINY_NET

CHROMIUM = shutil.which("chromium")
pytestmark = [
    pytest.mark.kernel,
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium here"),
]
CELLS = [
    "%load_ext fastaid",
    TINY_NET,
    "%databunch from_folder {digits} --size 16 --bs 8 --num-workers 0",
    "%learner tiny_net --no-pretrained",
    "%lr_find --num-it 30",
    "%fit_one_cycle 2",
    "%interpret",
    "%runs",
]


@pytest.fixture
def page(digits, tmp_path):
    """The exported page, open in a browser of 1000 pixels."""
    from playwright.sync_api import sync_playwright

    cells = [nbformat.v4.new_code_cell(cell.replace("{digits}", str(digits))) for cell in CELLS]
    notebook = nbformat.v4.new_notebook(cells=cells)
    NotebookClient(
        notebook, timeout=300, kernel_name="python3", resources={"metadata": {"path": str(tmp_path)}}
    ).execute()
    (tmp_path / "page.html").write_text(HTMLExporter().from_notebook_node(notebook)[0], encoding="utf-8")
    flags = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=CHROMIUM, args=flags)
        page = browser.new_page(viewport={"width": 1000, "height": 900})
        page.goto(f"file://{tmp_path}/page.html")
        yield page
        browser.close()


def test_every_picture_and_chart_is_drawn_and_nothing_sticks_out(page):
    pictures = page.locator("img")
    # The batch, the finder's curve, the run's charts, the worst pictures.
    assert pictures.count() == 4
    for i in range(4):
        assert pictures.nth(i).evaluate("one => one.complete && one.naturalWidth > 100"), i
        assert pictures.nth(i).get_attribute("alt")
        box = pictures.nth(i).bounding_box()
        assert box["x"] + box["width"] <= 1000, i
    for table in page.locator(".jp-OutputArea table").all():
        box = table.bounding_box()
        assert box["x"] + box["width"] <= 1000


def test_the_plain_fastai_code_opens_by_a_click(page):
    folded = page.locator("details", has_text="the same in plain fastai").nth(1)
    code = folded.locator("pre")
    assert not code.is_visible()
    folded.locator("summary").click()
    assert code.is_visible()
    assert "vision_learner(dls, tiny_net" in code.inner_text()


def test_the_page_names_the_run_and_its_end(page):
    text = page.locator("body").inner_text()
    assert "learn.fit_one_cycle(2)" in text
    assert "finished after" in text
    assert "valid_loss" in text
