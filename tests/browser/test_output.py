"""A run in a notebook's file: drawn as text whatever it holds, by every front end that has words for it."""

from __future__ import annotations

import copy
import json
from pathlib import Path

import nbformat

from fastaid.render.payload import MIME
from tests.browser.lab import Lab, Page

GOLDEN = json.loads((Path(__file__).parents[1] / "payloads" / "interrupted.json").read_text())
HOSTILE = "<img src=x onerror=\"document.title='taken'\"><script>document.title='taken'</script>"


def book_of(lab, name, *payloads):
    """A notebook, as somebody else may have sent it, whose outputs are these payloads."""
    forms = {"text/plain": "the words", "text/html": f"<b>the page</b>{HOSTILE}"}
    outputs = [nbformat.v4.new_output("display_data", {MIME: one, **forms}) for one in payloads]
    cell = nbformat.v4.new_code_cell("fit", outputs=outputs)
    nbformat.write(nbformat.v4.new_notebook(cells=[cell]), lab.folder / name)
    return name


def opened(page, name):
    page.page.goto(page.lab.url(name) + "?reset")
    return page.wait_for(".jp-Notebook .jp-OutputArea-output", seconds=60)


def changed(**changes):
    payload = copy.deepcopy(GOLDEN)
    for path, value in changes.items():
        *way, last = path.split("__")
        place = payload
        for name in way:
            place = place[name]
        place[last] = value
    return payload


def test_a_saved_run_is_drawn_from_an_untrusted_notebook(lab, new_page):
    page = new_page()
    output = opened(page, book_of(lab, "saved.ipynb", GOLDEN))
    assert "learn.fit_one_cycle(2, lr_max=slice(1e-05, 0.001))" in output.inner_text()
    assert len(output.query_selector_all("canvas")) == 3
    assert "Stop" not in output.inner_text()


def test_markup_in_any_text_is_text(lab, new_page):
    payload = changed(
        call=HOSTILE, arch=HOSTILE, device=HOSTILE, message=HOSTILE, metric_names=["train_loss", HOSTILE],
        settings={HOSTILE: HOSTILE}, run_id=HOSTILE,
        reading={"kind": HOSTILE[:20], "text": HOSTILE, "sure": "sure"},
        checkpoints=[{"step": 1, "name": HOSTILE, "file": HOSTILE, "problem": ""}],
    )  # fmt: skip
    payload["layer_groups"][0]["holds"] = HOSTILE
    payload["epochs"][0][HOSTILE] = 1.0
    page = new_page()
    output = opened(page, book_of(lab, "hostile.ipynb", payload))
    page.command("fastaid:show-panel")
    page.page.wait_for_selector(".jp-fastaid-panel [data-run-id]")
    assert HOSTILE[:30] in output.inner_text()
    assert output.query_selector("img, script") is None
    assert page.page.query_selector(".jp-fastaid-panel img, .jp-fastaid-panel script") is None
    assert "taken" not in page.page.title()


STRANGE = [
    changed(version=2),
    changed(status="exploded"),
    changed(epoch="many"),
    changed(series__loss=[1.0]),
    changed(series__step=list(range(200_000))),
    changed(layer_groups="none"),
    [],
    None,
]


def test_what_is_no_run_of_this_version_shows_its_page(lab, new_page):
    page = new_page()
    opened(page, book_of(lab, "strange.ipynb", *STRANGE))
    outputs = page.page.locator(".jp-Notebook .jp-OutputArea-output")
    assert [words.strip() for words in outputs.all_inner_texts()] == ["the page"] * len(STRANGE)
    assert outputs.locator("b").count() == len(STRANGE)
    assert outputs.locator("script").count() == 0
    assert "taken" not in page.page.title()


def test_the_view_follows_the_theme(tmp_path, chromium):
    """Not a look, which eyes must have: only that text and ground are not of one colour in the dark."""
    lab = Lab(tmp_path, theme="JupyterLab Dark")
    lab.start()
    try:
        page = Page(chromium.new_page(), lab)
        opened(page, book_of(lab, "dark.ipynb", GOLDEN))
        colours = page.page.evaluate(
            """() => { const run = document.querySelector('.jp-fastaid-run');
                 return [getComputedStyle(run).color, getComputedStyle(document.body).backgroundColor] }"""
        )
        light, dark = [sum(map(int, c[c.index("(") + 1 : -1].split(",")[:3])) for c in colours]
        assert light - dark > 300
    finally:
        lab.stop()
