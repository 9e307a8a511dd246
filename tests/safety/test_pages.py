"""The same texts in a real browser: nothing of them becomes an element, an attribute or a program."""

from __future__ import annotations

import copy
import json
import os
import random
from pathlib import Path

import nbformat
import pytest

from fastaid.render.payload import MIME
from tests.browser.conftest import BUILT
from tests.browser.lab import CHROMIUM
from tests.conftest import TINY_NET
from tests.safety.hostile import ALL_AT_ONCE, ATTRIBUTES, CANARY, ELEMENTS, MARKDOWN, MARKUP
from tests.safety.test_doors import as_file_name
from tests.safety.test_views import VIEWS, shown

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(
        CHROMIUM is None or not BUILT.exists(), reason="needs Chromium and the built panel: make test"
    ),
]
GOLDEN = json.loads((Path(__file__).parents[1] / "payloads" / "interrupted.json").read_text())
HOSTILE = f"{MARKUP[1]}{MARKUP[0]}{MARKUP[4]}{MARKUP[6]}"
FOUND = """html => {
  const holder = document.createElement('div');
  document.body.append(holder);
  holder.innerHTML = html;  // it would run here, if it could
  const found = [];
  for (const element of holder.querySelectorAll('*')) {
    found.push(element.localName);
    for (const attribute of element.attributes) found.push('@' + attribute.name);
    for (const address of [element.getAttribute('href'), element.getAttribute('src')]) {
      if (address !== null) found.push('=' + address.slice(0, 10));
    }
  }
  return [...new Set(found)];
}"""
HACKED = "() => String(window.hacked) + document.title"


@pytest.fixture(scope="module")
def blank(chromium):
    page = chromium.new_page()
    page.set_content("<!doctype html><title>blank</title><body></body>")
    yield page
    page.close()


@pytest.mark.parametrize("view", [*VIEWS, "help"])
def test_a_browser_makes_no_element_of_any_text(blank, view):
    for text in (*MARKUP, *MARKDOWN, ALL_AT_ONCE):
        html = shown(view, text).get("text/html", "")
        found = set(blank.evaluate(FOUND, html))
        assert {one for one in found if one[0] not in "@="} <= ELEMENTS, text
        assert {one[1:] for one in found if one[0] == "@"} <= ATTRIBUTES, text
        assert {one for one in found if one[0] == "="} <= {"=data:image", "=https://ex"}, text
    blank.wait_for_timeout(50)
    assert blank.evaluate(HACKED) == "undefinedblank"


def mutated(text):
    """The golden run with a text in every place that takes one, and in every name."""
    payload = copy.deepcopy(GOLDEN)

    def replaced(value, key=""):
        if isinstance(value, dict):
            return {k: replaced(v, k) for k, v in value.items()}
        if isinstance(value, list):
            return [replaced(one, key) for one in value]
        return value if not isinstance(value, str) or key in ("status", "version") else text

    payload = replaced(payload)
    payload["settings"] = {text: text, "__proto__": text}
    payload["epochs"][0] = {**payload["epochs"][0], text: 1.0, "__proto__": 1.0, "constructor": 2.0}
    payload["metric_names"] = ["train_loss", text, "__proto__", "constructor"]
    payload["checkpoints"] = [{"step": 1, "name": text, "file": text, "problem": text}]
    payload["reading"] = {"kind": text[:20], "text": text, "sure": text[:20]}
    return payload


def is_clean(page):
    """No canary, no element of the hostile kind in an output or in the panel."""
    page.page.wait_for_timeout(300)
    assert page.page.evaluate("() => String(window.hacked)") == "undefined"
    for place in (".jp-OutputArea-output", ".jp-fastaid-panel"):
        for kind in (
            "script",
            "iframe",
            "svg[onload]",
            "[onerror]",
            "[onmouseover]",
            "[onfocus]",
            "math",
            "style",
        ):
            assert page.page.locator(f"{place} {kind}").count() == 0, (place, kind)
        for link in page.page.locator(f"{place} a").all():
            assert not (link.get_attribute("href") or "").lower().startswith(("javascript:", "data:"))


def test_an_untrusted_notebook_of_mutated_payloads(lab, new_page):
    forms = {
        "text/plain": "words",
        "text/html": f"<b>page</b>{HOSTILE}",
        "text/markdown": " ".join(MARKDOWN[:4]),
    }
    payloads = [mutated(text) for text in (HOSTILE, *MARKUP[:5], "\U00010000\u202e" * 50, "x" * 10_000)]
    outputs = [nbformat.v4.new_output("display_data", {MIME: one, **forms}) for one in payloads]
    outputs.append(
        nbformat.v4.new_output("display_data", {"text/markdown": f"{HOSTILE} {' '.join(MARKDOWN[:4])}"})
    )
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    cells = [nbformat.v4.new_code_cell("fit", outputs=outputs)]
    book = nbformat.v4.new_notebook(cells=cells, metadata={"kernelspec": kernel})
    nbformat.write(book, lab.folder / "mutated.ipynb")
    page = new_page()
    page.page.goto(page.lab.url("mutated.ipynb") + "?reset")
    page.wait_for(".jp-Notebook .jp-OutputArea-output", seconds=60)
    page.command("fastaid:show-panel")
    page.page.wait_for_selector(".jp-fastaid-panel")
    assert CANARY in page.page.locator(".jp-Notebook .jp-OutputArea-output").first.inner_text()
    for entry in page.page.locator(".jp-fastaid-panel .jp-fastaid-line").all():
        entry.click()
    is_clean(page)


def test_a_kernel_whose_names_are_hostile(lab, new_page):
    """Inline output, panel, help and error cards of a training whose classes, metrics and functions are markup."""
    name = as_file_name(MARKUP[1])
    for i, folder in enumerate(sorted((lab.folder / "digits").iterdir())):
        target = lab.folder / "hostile" / f"{name}{i}"
        target.mkdir(parents=True, exist_ok=True)
        for file in folder.iterdir():
            (target / (as_file_name(MARKUP[0][:80]) + file.name)).write_bytes(file.read_bytes())
    setup = (
        f"%load_ext fastaid\n{TINY_NET}\npath = {str(lab.folder / 'hostile')!r}\nx = {HOSTILE!r}\n"
        "def f(a=x): ...\nf.__doc__ = x\nf.__qualname__ = f.__module__ = x\n"
        "def metric(p, y): return 0.5\nmetric.__name__ = x\n"
        "%databunch from_folder path --size 16 --bs 8 --num-workers 0 --no-augment\n"
        "%learner tiny_net --no-pretrained --metrics metric"
    )
    cells = (setup, "%show_batch", "%fit_one_cycle 2", "%interpret", "%runs", "doc(f)", "raise ValueError(x)",
             "%explain " + HOSTILE[:60] + " batch size", "f(")  # fmt: skip
    page = new_page()
    page.open(lab.notebook("hostile.ipynb", *cells))
    for i in range(len(cells) - 1):
        page.run(i, seconds=120)
    page.command("fastaid:show-panel")
    page.page.wait_for_selector(".jp-fastaid-panel [data-run-id]")
    page.edit(len(cells) - 1)
    page.page.keyboard.press("Shift+Tab")
    page.wait_for(".jp-Tooltip")
    assert CANARY in page.output(0) + page.output(3)
    is_clean(page)
    assert page.page.locator(".jp-Tooltip script, .jp-Tooltip [onerror], .jp-Tooltip iframe").count() == 0


STRANGE = (
    None, True, 0, -1, 1e308, 2**53 + 2, "", *MARKUP, *MARKDOWN, "x" * 20_000, "\U00010000\u202e\x00\x1b[2J",
    [], {}, [[[]]], list(range(3_000)), {"__proto__": {"hacked": 1}}, {"constructor": MARKUP[0]}, [None] * 40,
)  # fmt: skip


def places_of(value, above=()):
    """Every place in a payload, as the keys that lead there."""
    pairs = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, held in pairs:
        yield (*above, key)
        yield from places_of(held, (*above, key))


def bent(chance):
    """The golden run with something strange in one to six places, or with a part gone."""
    payload = copy.deepcopy(GOLDEN)
    for _ in range(chance.randint(1, 6)):
        *above, key = chance.choice(list(places_of(payload)))
        holder = payload
        for step in above:
            holder = holder[step]
        if chance.random() < 0.2:
            del holder[key]
        else:
            holder[key] = copy.deepcopy(chance.choice(STRANGE))
    return payload


def test_notebooks_of_payloads_bent_at_random(lab, new_page):
    """FASTAID_NOTEBOOKS tells how many notebooks of 40 outputs each."""
    chance = random.Random(20_240_611)
    for _ in range(int(os.environ.get("FASTAID_NOTEBOOKS", "2"))):
        payloads = [bent(chance) for _ in range(40)]
        outputs = [
            nbformat.v4.new_output("display_data", {MIME: one, "text/plain": "words"}) for one in payloads
        ]
        cells = [nbformat.v4.new_code_cell("fit", outputs=outputs[i : i + 10]) for i in range(0, 40, 10)]
        (lab.folder / "bent.ipynb").write_text(json.dumps(nbformat.v4.new_notebook(cells=cells)))
        page = new_page()
        page.page.goto(page.lab.url("bent.ipynb") + "?reset")
        page.wait_for(".jp-Notebook .jp-OutputArea-output", seconds=60)
        page.page.wait_for_function(
            """() => [...document.querySelectorAll('.jp-Notebook .jp-OutputArea-output')]
                 .filter(one => one.innerText.trim() !== '' || one.querySelector('canvas')).length === 40""",
            timeout=60_000,
        )
        assert page.page.locator(".jp-Notebook .jp-fastaid-output").count() == 40  # ours, not the plain words
        is_clean(page)
        page.page.context.close()
