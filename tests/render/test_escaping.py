"""Whatever a file, a class or a run is called, a view stays a view."""

from __future__ import annotations

import base64
import xml.etree.ElementTree as ET
from html.parser import HTMLParser
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fastaid.facts.curves import LRCurve, Suggestion
from fastaid.facts.data_report import DataReport, Finding, Part
from fastaid.facts.events import BatchesEnded, EpochEnded, FitStarted, RunEnded, RunStarted
from fastaid.facts.layers import LayerGroup, LayerTable
from fastaid.facts.mistakes import Mistakes, Prediction, TagScore
from fastaid.facts.run import Run
from fastaid.render import chart, data_report, layers, lr_curve, mistakes, run, runs
from tests.conftest import examples

PNG = b"\x89PNG\r\n\x1a\n"
HOSTILE = [
    "<script>alert(1)</script>",
    "\"'><img src=x onerror=alert(1)>",
    "' onmouseover='alert(1)",
    '" onmouseover="alert(1)',
    "</td></table></div><script>",
    "javascript:alert(1)",
    "]]><!--<svg onload=alert(1)>",
    "&lt;script&gt;&#39;&quot;&amp",
    "</summary></details>\n<style>*{display:none}</style>",
    "class with spaces, ümläut, 猫 and \u202e",
]
ALLOWED = {
    "div",
    "span",
    "img",
    "table",
    "thead",
    "tbody",
    "tr",
    "th",
    "td",
    "details",
    "summary",
    "pre",
    "code",
}


class Checked(HTMLParser):
    """Reads HTML as a browser would, and refuses what could run."""

    def __init__(self):
        super().__init__()
        self.text, self.attributes, self.open = [], [], []

    def handle_starttag(self, tag, attrs):
        assert tag in ALLOWED, f"an element nobody meant: {tag} {attrs}"
        for name, value in attrs:
            assert not name.startswith("on"), f"{name}={value}"
            assert name in ("style", "src", "alt", "title", "width"), f"{name}={value}"
            if name == "src":
                kind, _, content = value.partition(";base64,")
                assert kind in ("data:image/png", "data:image/svg+xml")
                decoded = base64.b64decode(content, validate=True)
                if kind.endswith("svg+xml"):
                    drawing = ET.fromstring(decoded)
                    assert {e.tag.split("}")[1] for e in drawing.iter()} <= {
                        "svg",
                        "g",
                        "text",
                        "path",
                        "circle",
                    }
            else:
                self.attributes.append(value or "")
        if tag != "img":
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.text.append(data)

    def handle_comment(self, data):
        raise AssertionError(f"a comment: {data}")

    def handle_decl(self, decl):
        raise AssertionError(f"a declaration: {decl}")


def read(html):
    """The text and attributes of a safe view."""
    checked = Checked()
    checked.feed(html)
    checked.close()
    assert checked.open == []
    return "".join(checked.text) + "\n".join(checked.attributes)


def a_run(x):
    started = RunStarted(
        f"r{x}", 1e9, x, 2, arch=x, device=x, precision=x, bs=4, data_fingerprint=x, code=x,
        versions=((x, x),), settings=(("setting " + x, x),),
    )  # fmt: skip
    return Run.of(
        [
            started,
            FitStarted(
                2, 2, 1, (x, "valid_loss"), (LayerGroup(x, 1, 1, False, 0.1), LayerGroup(x, 1, 0, True))
            ),
            BatchesEnded(1, (1.0, None), (1.0, 0.9), (0.1, 0.1), (0.9, None), 1.0, 1.0),
            EpochEnded(0, 2, ((x, 0.5), ("valid_loss", 0.4)), 1.0, 1.0),
            EpochEnded(1, 4, ((x, 0.6), ("valid_loss", 0.3)), 1.0, 2.0),
            RunEnded("failed", 3.0, x),
        ]
    )


def a_listed(x):
    return SimpleNamespace(
        number=1,
        started_at=1e9,
        status=x,
        call=x,
        arch=x,
        seconds=1.0,
        epochs=1,
        final={x: 0.5},
        is_lost=False,
    )


VIEWS = {
    "run": lambda x: run.bundle(a_run(x)),
    "list": lambda x: runs.list_bundle([a_listed(x)], x),
    "compare": lambda x: runs.compare_bundle([(a_listed(x), a_run(x)), (a_listed(x), a_run("plain"))]),
    "layers": lambda x: layers.bundle(LayerTable((LayerGroup(x, 5, 5, False, 0.1),), x), x),
    "lr_find": lambda x: lr_curve.bundle(
        LRCurve((1e-5, 1e-3, 0.1), (2.0, 1.0, None), (Suggestion(x, 1e-3, 1.0),)), x
    ),
    "data": lambda x: data_report.bundle(
        DataReport(
            x,
            (Part(x, 3, ((x, 3),)), Part("valid", 1)),
            (x, *(f"{x}{i}" for i in range(20))),
            x,
            x,
            4,
            x,
            x,
            (Finding("k", "problem", x, x, (x,) * 9), Finding("k", "note", x, "", (x,))),
        ),
        PNG,
        x,
    ),
    "mistakes": lambda x: mistakes.bundle(Mistakes(4, 2, (x, x + "b"), ((1, 1), (1, 1)), (), PNG, 2), x),
    "tags": lambda x: mistakes.bundle(Mistakes(4, 2, (x,), tags=(TagScore(x, 3, 2, 1),)), x),
    "prediction": lambda x: mistakes.prediction_bundle(Prediction(x, x, ((x, 0.9), ("b", 0.1)), PNG), x),
    "grid": lambda x: mistakes.grid_bundle(x, PNG, x),
}


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_name_is_shown_and_never_run(view, name):
    made = VIEWS[view](name)
    assert name in read(made.html)
    assert name in made.text


@pytest.mark.parametrize("view", VIEWS)
@given(name=st.text(st.characters(codec="utf-8"), max_size=30))
@examples(15)
def test_any_name_makes_a_safe_view(view, name):
    read(VIEWS[view](name).html)


def test_a_big_matrix_escapes_its_classes_too():
    classes = tuple(f"{HOSTILE[i % len(HOSTILE)]}{i}" for i in range(20))
    matrix = tuple(tuple(int(i != j) for j in range(20)) for i in range(20))
    said = read(mistakes.bundle(Mistakes(380, 380, classes, matrix)).html)
    assert all(f"{a} taken for {b}: 1" in said for a in classes for b in classes if a != b)


# XML has no way to write the two that are no characters; they are shown as U+FFFD.
@given(
    name=st.text(
        st.characters(codec="utf-8", exclude_categories=["Cc"], exclude_characters="\ufffe\uffff"),
        max_size=30,
    )
)
def test_words_in_a_drawing_are_escaped(name):
    lines = (chart.Line([1, 2], [1.0, 2.0], name),)
    drawing = chart.svg(chart.Axes(name, lines, x_label=name, marks=((1.5, name, "#fff"),)))
    words = [t.text or "" for t in ET.fromstring(drawing).iter() if t.tag.endswith("text")]
    assert words.count(name) >= 3


def test_a_control_character_does_not_spoil_a_drawing():
    ET.fromstring(chart.svg(chart.Axes("a\x00b\x1b", (chart.Line([1, 2], [1.0, 2.0]),))))
