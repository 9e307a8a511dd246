"""What files, classes, runs and functions are called is shown, in every form, and obeyed in none."""

from __future__ import annotations

import json
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fastaid.facts.curves import LRCurve, Suggestion
from fastaid.facts.data_report import DataReport, Finding, Part
from fastaid.facts.diagnosis import Diagnosis, Notice
from fastaid.facts.events import (
    BatchesEnded,
    CheckpointSaved,
    EpochEnded,
    FitStarted,
    RunEnded,
    RunStarted,
)
from fastaid.facts.inert import closed, inert
from fastaid.facts.layers import LayerGroup, LayerTable
from fastaid.facts.mistakes import Mistakes, Prediction, TagScore
from fastaid.facts.run import Run
from fastaid.facts.symbol import Code, Concept, Example, Group, Meaning, Parameter, Signature, SymbolFacts
from fastaid.jupyter.inspector import mimebundle
from fastaid.render import data_report, diagnosis, idea, layers, lr_curve, mistakes, run, runs
from fastaid.render.payload import payload, progress
from tests.conftest import examples
from tests.safety.hostile import HOSTILE, OBEYED, TERMINAL, check, words_of

PNG = b"\x89PNG\r\n\x1a\n"
SGR = "\x1b["


def a_run(x):
    started = RunStarted(
        f"r{x}", 1e9, x, 2, arch=x, device=x, precision=x, bs=4, noun=x, data_fingerprint=x, code=x,
        versions=((x, x),), settings=(("setting " + x, x),), speedups=x,
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
            CheckpointSaved(4, 2.0, x, x, x),
            RunEnded("failed", 3.0, x),
        ]
    )


def a_listed(x):
    return SimpleNamespace(
        number=1, started_at=1e9, status=x, call=x, arch=x, seconds=1.0, epochs=1, final={x: 0.5}, is_lost=False
    )  # fmt: skip


def a_symbol(x):
    parameters = (
        Parameter(x, default=x, type=x, meaning=Meaning(x, x)),
        Parameter("y" + x, "var-keyword", via=x),
    )
    return SymbolFacts(
        x, "function", x, x, (Signature(parameters, x, x, "kept"),), x, (x,), ((x, x, x),), Example(x, x),
        Concept(x, x, x), x, x, (Group(x, ((x, x),)),), (Code(x, x, 1, x),), ((x, "https://example.org/"),), x, x,
    )  # fmt: skip


def a_report(x):
    return DataReport(
        x,
        (Part(x, 3, ((x, 3),)), Part("valid", 1)),
        (x, *(f"{x}{i}" for i in range(20))),
        x,
        x,
        4,
        x,
        x,
        (Finding("k", "problem", x, x, (x,) * 9), Finding("k", "note", x, "", (x,))),
    )


VIEWS = {
    "run": lambda x: run.bundle(a_run(x)),
    "list": lambda x: runs.list_bundle([a_listed(x)], x),
    "compare": lambda x: runs.compare_bundle([(a_listed(x), a_run(x)), (a_listed(x), a_run("plain"))]),
    "layers": lambda x: layers.bundle(LayerTable((LayerGroup(x, 5, 5, False, 0.1),), x), x),
    "lr_find": lambda x: lr_curve.bundle(
        LRCurve((1e-5, 1e-3, 0.1), (2.0, 1.0, None), (Suggestion(x, 1e-3, x),), x), x
    ),
    "data": lambda x: data_report.bundle(a_report(x), PNG, x),
    "mistakes": lambda x: mistakes.bundle(Mistakes(4, 2, (x, x + "b"), ((1, 1), (1, 1)), (), PNG, 2), x),
    "tags": lambda x: mistakes.bundle(Mistakes(4, 2, (x,), tags=(TagScore(x, 3, 2, 1),)), x),
    "prediction": lambda x: mistakes.prediction_bundle(Prediction(x, x, ((x, 0.9), ("b", 0.1)), PNG), x),
    "grid": lambda x: mistakes.grid_bundle(x, PNG, x),
    "error card": lambda x: diagnosis.bundle(Diagnosis(x, x, x, x, "likely", x), x, x),
    "notice": lambda x: diagnosis.notice_bundle(Notice(x, x, x)),
    "idea": lambda x: idea.bundle("Batch", "Some pictures at once.", "1", ["DataLoader"], x),
}


def shown(view, x):
    if view == "help":
        return mimebundle(a_symbol(x), True, is_plain=True, active=x)
    return VIEWS[view](x).mimebundle()


@pytest.mark.parametrize("view", [*VIEWS, "help"])
@pytest.mark.parametrize("number", range(len(HOSTILE)))
def test_what_is_hostile_is_shown_and_obeyed_nowhere(view, number):
    text = HOSTILE[number]
    made = shown(view, text)
    check(made)
    begin = inert(text)[:60].split("\n")[0]
    if view != "idea" and "\u202e" not in text:
        seen = words_of(made["text/html"])
        assert begin in seen or begin.replace("`", "") in seen


@pytest.mark.parametrize("view", [*VIEWS, "help"])
@given(text=st.text(max_size=30))
@examples(15)
def test_any_text_is_shown_and_obeyed_nowhere(view, text):
    check(shown(view, text))


@pytest.mark.parametrize("text", HOSTILE)
def test_a_payload_can_be_sent_whatever_it_names(text):
    made = a_run(text)
    for one in (payload(made), progress(made, FitStarted(1, 1, 1), 1)):
        json.dumps(one, ensure_ascii=False, allow_nan=False).encode()
        assert OBEYED.search(json.dumps(one, ensure_ascii=False).replace("\\u", "")) is None


@pytest.mark.parametrize("view", VIEWS)
def test_a_name_of_a_megabyte_makes_no_giant_table(view):
    made = shown(view, "x" * 1_000_000)
    assert len(made["text/plain"]) < 12_000_000
    assert len(made.get("text/html", "")) < 50_000_000


@pytest.mark.parametrize("text", TERMINAL)
def test_a_terminal_is_given_colours_and_nothing_else(text):
    colored = mimebundle(a_symbol(text), True, is_plain=False)["text/plain"]
    assert SGR in colored  # it is coloured at all
    left = re_colours(colored)
    assert OBEYED.search(left) is None


def re_colours(text):
    import re

    return re.sub(r"\x1b\[[0-9;]*m", "", text)


@given(st.text(st.sampled_from("ab1\u202a\u202e\u202c\u2066\u2069"), max_size=12))
def test_marks_of_direction_end_with_the_text_that_has_them(text):
    found = closed(text)
    assert found.startswith(text)
    assert closed(found) == found
    assert sum(found.count(c) for c in "\u202a\u202e") <= found.count("\u202c")


def test_a_number_behind_a_name_is_not_turned_round():
    rows = data_report.to_text(a_report("\u202ecat")).splitlines()
    assert any("\u202ecat\u202c" in row for row in rows)
