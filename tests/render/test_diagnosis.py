"""Error cards and notices as they are drawn."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fastaid.facts.diagnosis import Diagnosis, Notice
from fastaid.render.diagnosis import bundle, notice_bundle
from fastaid.render.idea import bundle as idea_bundle

CARD = Diagnosis("`x` has shape (3,).", "The batch is missing.", "model(x[None])", "Make it a batch of one:")


def test_a_card_says_what_why_and_what_to_write():
    assert bundle(CARD, "rank and shape").text.splitlines() == [
        "x has shape (3,).",
        "The batch is missing.",
        "Make it a batch of one:",
        "    model(x[None])",
        "More: %explain rank and shape",
    ]


@pytest.mark.parametrize(
    ("sure", "cause", "shown"),
    [
        ("certain", "The batch is missing.", "The batch is missing."),
        ("likely", "The batch is missing.", "Most likely: the batch is missing."),
        ("possible", "It is a path.", "Perhaps: it is a path."),
        (
            "likely",
            "ClassificationInterpretation needs it.",
            "Most likely: ClassificationInterpretation needs it.",
        ),
        ("likely", "`Net` has none.", "Most likely: Net has none."),
    ],
)
def test_how_sure_it_is_stands_before_the_cause(sure, cause, shown):
    assert shown in bundle(Diagnosis("What.", cause, "", sure=sure)).text


@given(st.text(), st.text(), st.text())
def test_nothing_of_a_learner_s_becomes_markup(what, cause, fix):
    hostile = "<img src=x onerror=alert(1)>"
    html = bundle(Diagnosis(what + hostile, cause, fix + hostile), traceback=hostile).html
    assert "<img" not in html
    assert "<img" not in notice_bundle(Notice(what + hostile)).html


def test_a_long_traceback_unfolds():
    html = bundle(CARD, traceback="line 1\nline 2").html
    assert "<details>" in html
    assert "line 2" in html
    assert "<details>" not in bundle(CARD).html


def test_an_idea_is_markdown_and_plain_text():
    shown = idea_bundle("One cycle", "It rises.\n\n```python\nfit(1)\n```", "1", ["fit"], "The closest idea.")
    assert shown.extra["text/markdown"].startswith("The closest idea.\n\n### One cycle (lesson 1)")
    assert "    fit(1)" in shown.text
    assert "```" not in shown.text
    assert "It trains `learn`." in idea_bundle("A", "B.", about="It trains `learn`.").extra["text/markdown"]
