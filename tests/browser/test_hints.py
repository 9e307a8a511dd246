"""The argument at the cursor while one types: there when it helps, silent otherwise, and never in the way."""

from __future__ import annotations

import pytest

from tests.browser.lab import Lab
from tests.conftest import make_digits

HINT = ".jp-fastaid-hintline"
DEFINED = """%load_ext fastaid
def train(n_epoch, lr=1e-3):
    '''Train.

    Args:
        n_epoch: how often all pictures are seen
        lr: how far a step goes
    '''"""


@pytest.fixture(scope="module")
def lab(tmp_path_factory):
    folder = tmp_path_factory.mktemp("hints")
    make_digits(folder)
    made = Lab(folder, settings={"argumentHints": "always"})
    made.start()
    yield made
    made.stop()


def test_a_hint_follows_the_cursor_and_goes_when_told(lab, new_page):
    page = new_page()
    page.open(lab.notebook("hints.ipynb", DEFINED, ""))
    page.run(0)
    page.edit(1)
    keyboard = page.page.keyboard
    keyboard.type("train(")
    page.page.wait_for_function(f"() => document.querySelector('{HINT}')?.innerText.includes('how often')")
    keyboard.type("4, ")
    page.page.wait_for_function(f"() => document.querySelector('{HINT}')?.innerText.includes('how far')")
    keyboard.press("Escape")
    page.page.wait_for_selector(HINT, state="detached")
    page.edit(1)
    keyboard.type("2)")
    page.page.wait_for_timeout(600)
    assert page.page.query_selector(HINT) is None
    assert page.page.locator(".jp-Notebook .cm-content").nth(1).inner_text().startswith("train(4, 2)")


def test_there_is_no_hint_where_there_is_nothing_to_say(lab, new_page):
    page = new_page()
    page.open(lab.notebook("silent.ipynb", DEFINED, ""))
    page.run(0)
    page.edit(1)
    for text in ("x = [1, ", "# train(4, ", "nothing_such(1, "):
        page.page.keyboard.type(text)
        page.page.wait_for_timeout(600)
        assert page.page.query_selector(HINT) is None
        page.page.keyboard.press("Control+A")
        page.page.keyboard.press("Delete")
