"""The ideas of the course: every card is whole, every name on it exists, every snippet runs."""

import importlib
import os

import pytest

from fastaid.teach.cards import cards, concept_of
from tests.example_names import example_names

CARDS = cards()


def named(dotted):
    parts = dotted.split(".")
    for i in range(len(parts), 0, -1):
        try:
            held = importlib.import_module(".".join(parts[:i]))
        except ImportError:
            continue
        for part in parts[i:]:
            held = getattr(held, part)
        return held
    raise LookupError(dotted)


@pytest.mark.parametrize("card", CARDS, ids=lambda card: card.slug)
def test_a_card_is_whole(card):
    assert card.title
    assert 5 <= len(card.first.split()) <= 60
    assert "```python" in card.text


@pytest.mark.parametrize("card", CARDS, ids=lambda card: card.slug)
def test_its_names_exist(card):
    for symbol in card.symbols:
        named(symbol)


def test_a_name_is_on_one_card():
    every = [symbol for card in CARDS for symbol in card.symbols]
    assert len(every) == len(set(every))


@pytest.mark.parametrize("card", CARDS, ids=lambda card: card.slug)
def test_its_snippet_runs(card, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    snippet = card.text.split("```python\n")[1].split("```")[0]
    names = example_names("fastai.vision", tmp_path)
    exec(
        "from fastai.text.all import *\nfrom fastai.tabular.all import *\nfrom fastai.collab import *", names
    )
    if "# needs the network" not in snippet:
        exec(snippet, names)
    assert os.getcwd() == str(tmp_path)


def test_the_idea_behind_a_function():
    assert "cycle" in concept_of("fastai.callback.schedule.Learner.fit_one_cycle").title.lower()
    assert concept_of("nowhere.at.all") is None
