"""What of several notices about one cell is shown."""

from __future__ import annotations

from fastaid.facts.diagnosis import Notice
from fastaid.teach import notices
from fastaid.teach.notices.cell import Cell


def test_a_word_on_a_function_s_body_gives_way_to_its_own_family_alone(monkeypatch):
    """A check may look into functions in a way of its own; another mistake of the same object is told too."""
    here = notices.Check(
        "modes.eval", lambda cell: iter([Notice("the cell's", 5), Notice("of nothing")]), (), "sys"
    )
    within = [
        Notice("the same again", 5, rule="modes.eval_in_function"),
        Notice("another mistake", 5, rule="losses.twice"),
        Notice("of nothing either", rule="modes.train"),
    ]
    monkeypatch.setattr(notices, "asked", lambda cell: iter([here]))
    monkeypatch.setattr(notices, "_said_within", lambda cell: within)
    told = [one.text for one in notices.notices_of(Cell("", {}))]
    assert told == ["the cell's", "of nothing", "another mistake", "of nothing either"]
