"""How cells are looked at, and what of several notices about one is shown."""

from __future__ import annotations

import ast

from fastaid import load_ipython_extension, unload_ipython_extension
from fastaid.facts.diagnosis import Notice
from fastaid.teach import notices
from fastaid.teach.notices import kinds, tree
from fastaid.teach.notices.cell import Cell


def test_a_word_on_a_function_s_body_gives_way_to_its_own_family_alone(monkeypatch):
    """A check may look into functions in a way of its own; another mistake of the same object is told too."""
    here = notices.Check(
        "modes.eval", lambda cell: iter([Notice("the cell's", 5), Notice("of nothing")]), ("net",), "sys"
    )
    within = [
        Notice("the same again", 5, rule="modes.eval_in_function"),
        Notice("another mistake", 5, rule="losses.twice"),
        Notice("of nothing either", rule="modes.train"),
    ]
    monkeypatch.setattr(notices, "known", lambda: notices.Known((here,)))
    monkeypatch.setattr(notices, "_said_within", lambda *cell: iter(within))
    told = [one.text for one in notices.notices_of(Cell("net", {}))]
    assert told == ["the cell's", "of nothing", "another mistake", "of nothing either"]


NAN = "import math\nx = 3.0\nx == math.nan"


def test_a_cell_is_not_parsed_a_second_time(run, monkeypatch):
    run("import math")
    monkeypatch.setattr(tree, "parsed_anew", None)  # would fail, and so say nothing
    assert "nan" in run(NAN).text


def test_a_cell_that_a_transformer_rewrites_is_looked_at_as_it_is_written(run, shell):
    class Twice(ast.NodeTransformer):
        def visit_Constant(self, node):
            return ast.Constant(node.value * 2) if isinstance(node.value, float) else node

    transformer = Twice()

    def forget(result):  # a transformer may be gone when the cell is looked at
        shell.ast_transformers.clear()

    shell.ast_transformers.append(transformer)
    shell.events.callbacks["post_run_cell"].insert(0, forget)
    cell = f"{NAN}  # another cell than in any other test"
    try:
        assert "nan" in run(cell).text
        assert shell.user_ns["x"] == 6.0
        kept = tree.parsed(f"{cell}\n")
        assert [one.value for one in ast.walk(kept) if isinstance(one, ast.Constant)] == [3.0]
    finally:
        shell.events.unregister("post_run_cell", forget)


def test_ipython_parses_by_itself_again_when_fastaid_is_unloaded(shell):
    assert "ast_parse" in vars(shell.compile)
    unload_ipython_extension(shell)
    assert "ast_parse" not in vars(shell.compile)
    load_ipython_extension(shell)


BYTES = """
import numpy as np, pandas as pd
dark, bright = np.array([10, 20], dtype=np.uint8), np.array([90, 100], dtype=np.uint8)
dark - bright
"""


def test_a_check_waits_for_an_object_of_its_kind(run):
    assert "wrap around" in run(BYTES).text
    assert [
        one.name for one in _looking_at("dark - bright", {"dark": 1, "bright": 2}) if "bytes" in one.name
    ] == []


def test_where_the_objects_cannot_be_looked_at_every_check_looks(run, monkeypatch):
    monkeypatch.setattr(kinds, "kinds_of", None)
    assert "wrap around" in run(BYTES).text


def _looking_at(source, names):
    here = notices.known()
    cell = Cell(source, names)
    return here.asked(here.askers.heard(source) | here.around(cell), within=False)


def _loaders(n):
    from fastai.data.core import DataLoaders

    return DataLoaders.from_dsets(list(range(n)), list(range(n)), bs=4, num_workers=0)


def _asks_of_data(monkeypatch, says=lambda: iter(())):
    """The cells in which a check of data is asked."""
    asked = []

    def look(cell):
        asked.append(cell.source)
        return says()

    every = (notices.Check("data.any", look, ("dls",), "fastai", of_data=True),)
    monkeypatch.setattr(notices, "known", lambda: notices.Known(every))
    return asked


def test_the_same_data_are_looked_at_once(monkeypatch):
    asked, names = _asks_of_data(monkeypatch), {word: _loaders(8) for word in ("dls", "new_dls", "last_dls")}
    for source in ("dls", "dls.c", "new_dls", "(dls, new_dls)", "(dls, last_dls)", "last_dls"):
        notices.notices_of(Cell(source, names))
    assert asked == ["dls", "new_dls", "(dls, last_dls)"]


def test_data_that_were_changed_are_looked_at_again(monkeypatch):
    asked, dls = _asks_of_data(monkeypatch), _loaders(8)
    notices.notices_of(Cell("dls", {"dls": dls}))
    dls.loaders[1].dataset = list(range(4))
    notices.notices_of(Cell("dls.valid", {"dls": dls}))
    dls.loaders[1].n = 4
    notices.notices_of(Cell("dls.train", {"dls": dls}))
    assert asked == ["dls", "dls.valid", "dls.train"]


def test_data_of_which_something_was_said_stay_open(monkeypatch):
    """What is said may not have been shown: a cell shows a few notices."""
    asked = _asks_of_data(monkeypatch, lambda: iter([Notice("a mistake", 5)]))
    names = {"dls": _loaders(8)}
    assert [len(notices.notices_of(Cell(source, names))) for source in ("dls", "dls.c")] == [1, 1]
    assert asked == ["dls", "dls.c"]


CALLED = """
n, far = 3, 4
def times(a, n):
    made = a * n
    return made
twice = times(far, 2)
"""


def test_a_function_s_names_hide_the_notebook_s(run, shell, monkeypatch):
    """A function has its own `n` and `made`, and sees the notebook's `far`."""
    seen = {}

    def look(cell):
        seen.update(
            held={word: cell.names.get(word, "unknown") for word in ("a", "n", "made", "far", "In")},
            every=set(cell.names) & {"a", "n", "made", "far", "In", "twice"},
            known=("n" in cell.names, "In" in cell.names, "far" in cell.names),
            variables=[pair for pair in cell.variables if pair[0] in ("a", "far", "made")],
        )
        return iter(())

    every = (notices.Check("python.any", look, ("a * n",), "sys"),)
    run("pass")
    monkeypatch.setattr(notices, "known", lambda: notices.Known(every))
    shell.run_cell(CALLED)
    assert seen["held"] == {"a": 4, "n": 2, "made": 8, "far": 4, "In": "unknown"}
    assert seen["every"] == {"a", "n", "made", "far", "twice"}
    assert seen["known"] == (True, False, True)
    assert sorted(seen["variables"]) == [("a", 4), ("far", 4), ("made", 8)]
