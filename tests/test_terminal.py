"""Answers in a terminal: colour says what a word is, and no colour where none is wanted."""

import re

import pytest

from fastaid.facts.symbol import Meaning, Parameter, Signature, SymbolFacts
from fastaid.jupyter.terminal import coloured

EPOCHS = Meaning("How many times " + "round and " * 12 + "over", "the docs")
PARAMETERS = (
    Parameter("epochs", type="int", meaning=EPOCHS),
    Parameter("wd", type="float", default="0.1", meaning=Meaning("Weight decay", "the docs")),
)
FACTS = SymbolFacts(
    name="fit",
    role="function",
    what="function",
    summary="Train with `epochs`",
    signatures=(Signature(PARAMETERS),),
    docstring="Options:\n  epochs: as above\n  more words",
)


def styled(text, code):
    """The words that stand between a colour's code and its end."""
    return re.findall(rf"\x1b\[{code}m(.*?)\x1b\[0m", text)


def test_only_what_a_line_is_about_has_a_colour():
    shown = coloured(FACTS, False, "", 60)

    assert styled(shown, 36) == ["`epochs`", "epochs", "wd"]  # no wrapped line, nothing in the docstring
    assert styled(shown, 1)[1:] == ["Parameters:", "Docstring:"]


@pytest.mark.parametrize("colors", ["nocolor", "linux"])
def test_a_terminal_without_colours_gets_none(shell, capsys, monkeypatch, colors):
    monkeypatch.setattr(shell, "colors", colors)

    shell.run_cell("doc(len)")

    assert ("\x1b[" in capsys.readouterr().out) is (colors != "nocolor")


def test_nothing_stands_between_two_blank_lines(run):
    assert "\n\n\n" not in run("%find random crop").stdout
