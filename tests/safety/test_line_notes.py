"""A line that another kernel reads again means what it meant; a note of somebody else's runs nothing."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fastaid.errors import FastaidError
from fastaid.jupyter.line_notes import NOT_NOTED, Notes, Replay, noted, told

leaves = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=20)
slices = st.builds(slice, st.none() | st.floats(0, 1), st.floats(0, 1), st.none())
plain = st.recursive(
    leaves | slices | st.builds(Path, st.just("/data") | st.just("/data/cats")),
    lambda inner: st.lists(inner, max_size=4) | st.lists(inner, max_size=4).map(tuple),
    max_leaves=10,
)


@given(plain)
def test_a_plain_value_is_itself_again_after_json(value):
    assert told(json.loads(json.dumps(noted(value)))) == value


json_values = st.recursive(
    leaves,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
)


@given(json_values)
def test_any_entry_gives_a_plain_value_or_is_refused(entry):
    try:
        value = told(entry)
    except ValueError:
        return
    assert isinstance(value, type(None) | bool | int | float | str | Path | list | tuple | slice) or callable(
        value
    )


def test_metrics_and_nets_go_by_name():
    from fastai.vision.all import accuracy, resnet34

    assert told(noted(accuracy)) is accuracy
    assert told(noted([accuracy, resnet34])) == [accuracy, resnet34]


@pytest.mark.parametrize(
    "name",
    [
        "os",
        "sys",
        "Path",
        "untar_data",
        "load_learner",
        "load_pickle",
        "run",
        "eval",
        "__import__",
        "nothing",
        "",
    ],
)
def test_other_names_are_refused(name):
    with pytest.raises(ValueError, match="fastai has no"):
        told({"fastai": name})


@pytest.mark.parametrize(
    "value", [lambda: 0, object(), open, print, Path.unlink, {"a": 1}, [object()], {1, 2}]
)
def test_what_is_not_plain_is_not_noted(value):
    assert noted(value) == NOT_NOTED


def test_a_word_that_only_the_notebook_knew_is_named():
    notes = Notes()
    assert notes.read("expression", "label_func", lambda: len) is len
    with pytest.raises(FastaidError, match="made with label_func, which is the notebook's own"):
        Replay(notes.found, "").read("expression", "label_func", lambda: 1 / 0)


def test_a_relative_path_begins_where_it_began(tmp_path):
    entry = {"path": "data/cats"}
    assert told(entry, str(tmp_path)) == tmp_path / "data" / "cats"
    assert told(entry, str(Path.cwd())) == Path("data/cats")
