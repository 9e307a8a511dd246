# ruff: noqa: E501  tables of words and expressions
"""Every reader of something that a stranger may have written: a sentence or a value, and nothing else.

`FASTAID_FUZZ=10000 pytest tests/safety/test_parsers.py` looks harder.
"""

from __future__ import annotations

import argparse
import builtins
import contextlib
import json
import sqlite3
import types
import warnings

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from IPython.core.error import UsageError

from fastaid.errors import FastaidError, FastaidWarning
from fastaid.facts.events import from_json, to_json
from fastaid.facts.run import Run
from fastaid.facts.sqlite import SQLITE_ERRORS
from fastaid.help.docstrings import read
from fastaid.help.stubs import head_signatures
from fastaid.jupyter.arguments import Text, parse, words
from fastaid.jupyter.values import Scope
from fastaid.render.run import bundle
from fastaid.training.csv_files import Columns, read_csv
from fastaid.training.journal import Journal
from fastaid.training.weights import read_weights
from tests.safety.hostile import HOSTILE
from tests.safety.test_views import a_run

SHORT = [text for text in HOSTILE if len(text) < 1_000]
lines = (
    st.text(max_size=60) | st.text("-=ab'\"()[]{}\\ $#;,.:0%\n\t\x00é", max_size=60) | st.sampled_from(SHORT)
)


@pytest.fixture(autouse=True)
def not_hacked():
    builtins.__dict__.pop("hacked", None)
    yield
    assert "hacked" not in vars(builtins)


def is_a_sentence(error):
    said = str(error)
    assert said.strip()
    assert len(said) < 5_000


@pytest.fixture(scope="module")
def magics():
    """The parsers of every magic."""
    from fastaid.jupyter.data_magics import DataMagics
    from fastaid.jupyter.learner_magics import LearnerMagics
    from fastaid.jupyter.result_magics import ResultMagics
    from fastaid.jupyter.training_magics import TrainingMagics

    found = [
        getattr(cls, name)
        for cls in (DataMagics, LearnerMagics, ResultMagics, TrainingMagics)
        for name in vars(cls)
    ]
    found = [one for one in found if isinstance(getattr(one, "parser", None), argparse.ArgumentParser)]
    assert len(found) > 8
    return found


options = st.sampled_from(
    [
        "--lr-max",
        "--bs",
        "--pat",
        "--metrics",
        "--code",
        "--",
        "-",
        "---",
        "--lr-max=",
        "-n",
        "--save",
        "--=",
        "-h",
        "--help",
    ]
)


@given(st.lists(options | lines, max_size=6))
def test_a_magic_s_line_is_arguments_or_a_sentence(magics, parts):
    line = " ".join(parts)
    assert all(isinstance(word, str) for word in words(line))
    for magic in magics:
        try:
            parse(magic, line)
        except FastaidError as error:
            is_a_sentence(error)
        except UsageError:
            assert "-h" in line  # IPython's own answer


class Canary:
    """Anything that reads it by its own code sets the global canary."""

    def __getattr__(self, name):
        builtins.hacked = name
        raise AttributeError(name)


@given(lines)
@example("__dict__")  # fastai's whole namespace
def test_a_word_is_a_value_or_a_sentence(word):
    names = {"path": "/data", "n": 3, "a": "b", "re": types.SimpleNamespace(x=1)}
    scope = Scope(names)
    for text in (word, Text(word)):
        for look in (scope.path, scope.text, scope.filled, scope.column, lambda w: scope.number(w, "--x"),
                     lambda w: scope.size(w, "--size"), lambda w: scope.expression(w, "--x")):  # fmt: skip
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                try:
                    look(text)
                except FastaidError as error:
                    is_a_sentence(error)
    assert set(names) == {"path", "n", "a", "re"}


@given(st.binary(max_size=300) | st.text(max_size=200).map(lambda t: t.encode(errors="replace")) | st.lists(
    st.lists(st.sampled_from(["a.png", '"', "1", "", "\0", "é", ";", "x" * 300, "\r", '"a"', "\ufeff", "nan"]), max_size=5),
    max_size=8,
).map(lambda rows: "\n".join(",".join(row) for row in rows).encode()))  # fmt: skip
def test_a_csv_file_is_a_table_or_a_sentence(tmp_path_factory, content):
    folder = tmp_path_factory.getbasetemp()
    (folder / "labels.csv").write_bytes(content)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            read_csv(folder, "labels.csv", Columns())
        except FastaidError as error:
            is_a_sentence(error)


@given(
    st.text("ab()[]{}?*+|\\d.^$\\w_<>P:=!-0", max_size=25) | lines,
    st.lists(st.text(min_size=1, max_size=20), max_size=3),
)
def test_a_pattern_is_labels_or_a_sentence(digits_once, pattern, names):
    from fastaid.training.from_paths import from_name_re

    try:
        found = from_name_re(digits_once, pattern)
        assert len(found.labels) == len(found.files)
    except FastaidError as error:
        is_a_sentence(error)


@pytest.fixture(scope="module")
def digits_once(tmp_path_factory):
    from tests.conftest import make_digits

    return make_digits(tmp_path_factory.mktemp("patterns"))


# -- the journal ----------------------------------------------------------------------------------------------

EVENTS = [json.loads(json.dumps(to_json(event))) for event in [a_run("x").started, *a_run("x").planned,
          *a_run("x").epochs, *a_run("x").checkpoints]]  # fmt: skip
EVENTS += [
    {"kind": "BatchesEnded", "first_step": 1, "losses": [1.0, None], "smooth_losses": [1.0, 0.9], "lrs": [0.1, 0.1],
     "moms": [0.9, None], "seconds": 1.0, "train_seconds": 1.0, "gpu": {"used": 1, "total": 2, "busy": 0.5}},
    {"kind": "RunEnded", "status": "failed", "seconds": 3.0, "message": "x"},
    {"kind": "RunResumed", "resumed_at": 1.0, "step": 1, "epoch": 0, "was": "interrupted"},
]  # fmt: skip
anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8) | st.sampled_from(SHORT),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)


@st.composite
def bent(draw, value, chance=12):
    """A JSON value of which something, somewhere, is another thing."""
    if draw(st.integers(0, chance)) == 0:
        return draw(anything)
    if isinstance(value, dict):
        kept = {
            name: draw(bent(held, 3 * chance)) for name, held in value.items() if draw(st.integers(0, 40))
        }
        return kept if draw(st.integers(0, 15)) else {**kept, draw(st.text(max_size=6)): draw(anything)}
    if isinstance(value, list):
        return [draw(bent(one, 3 * chance)) for one in value]
    return value


@given(st.lists(st.sampled_from(EVENTS).flatmap(bent), max_size=6))
def test_rows_of_a_journal_are_a_run_that_every_view_draws_or_no_run(rows):
    events = []
    for row in rows:
        with contextlib.suppress(ValueError):
            events.append(from_json(row if isinstance(row, dict) else {"kind": row}))
    run = Run.of([from_json(EVENTS[0]), *events])
    made = bundle(run)
    json.dumps(made.mimebundle(), allow_nan=False, ensure_ascii=False).encode()


def a_journal(folder):
    journal = Journal(folder / "journal.sqlite")
    whole = a_run("x")
    run = Run(whole.started)
    for event in (whole.started, *whole.planned, from_json(EVENTS[-3]), *whole.epochs, from_json(EVENTS[-2])):
        run.apply(event)
        journal(run, event)
    with contextlib.closing(sqlite3.connect(journal.path)) as connection:
        connection.execute("pragma wal_checkpoint(truncate)")
        connection.execute("pragma journal_mode=delete")
    return journal.path.read_bytes()


@pytest.fixture(scope="module")
def journal_bytes(tmp_path_factory):
    return a_journal(tmp_path_factory.mktemp("whole"))


mutations = st.lists(
    st.tuples(
        st.sampled_from(("flip", "cut", "insert", "zero", "swap")), st.floats(0, 1), st.binary(max_size=20)
    ),
    max_size=4,
)


def mutated(content, changes):
    data = bytearray(content)
    for how, share, extra in changes:
        at = int(share * max(len(data) - 1, 0))
        if how == "flip" and data:
            data[at] ^= extra[0] if extra else 1
        elif how == "cut":
            del data[at:]
        elif how == "insert":
            data[at:at] = extra
        elif how == "zero":
            data[at : at + 64] = bytes(len(data[at : at + 64]))
        else:
            data[at : at + len(extra)] = extra
    return bytes(data)


@given(mutations | st.binary(max_size=100))
def test_a_damaged_journal_is_read_or_told_of_in_a_sentence(tmp_path_factory, journal_bytes, changes):
    place = tmp_path_factory.getbasetemp() / "damaged.sqlite"
    for end in ("", "-wal", "-shm", "-journal"):
        place.with_name(place.name + end).unlink(missing_ok=True)
    place.write_bytes(changes if isinstance(changes, bytes) else mutated(journal_bytes, changes))
    journal = Journal(place)
    try:
        for one in journal.runs():
            with contextlib.suppress(FastaidError):
                _, run = journal.load(one.run_id)
                json.dumps(bundle(run).mimebundle(), ensure_ascii=False).encode()
    except FastaidError as error:
        is_a_sentence(error)
    run = Run(from_json(EVENTS[0]))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", FastaidWarning)
        with contextlib.suppress(*SQLITE_ERRORS):  # what a watched fit takes for a listener that failed
            journal(run, run.started)


def test_a_journal_whose_tables_are_unreadable_text_is_told_of(tmp_path, journal_bytes):
    """sqlite quotes what it finds there, and the quote is no UTF-8."""
    place = tmp_path / "damaged.sqlite"
    place.write_bytes(journal_bytes.replace(b"runsruns", b"ru\xf5sruns", 1))
    with pytest.raises(FastaidError, match="cannot be read"):
        Journal(place).runs()


@pytest.mark.parametrize("damage", ["body = null", "body = 5", "body = x'f5'"])
def test_a_journal_whose_rows_hold_no_text_is_told_of(tmp_path, journal_bytes, damage):
    """Zeroed bytes make a row hold what its table forbids."""
    place = tmp_path / "damaged.sqlite"
    place.write_bytes(journal_bytes)
    (run_id,) = [one.run_id for one in Journal(place).runs()]
    connection = sqlite3.connect(place)
    connection.execute("create table loose as select * from events")
    connection.execute("drop table events")
    connection.execute("alter table loose rename to events")
    connection.execute(f"update events set {damage}")
    connection.commit()
    connection.close()
    with pytest.raises(FastaidError, match="cannot be read back"):
        Journal(place).load(run_id)


# -- weights ------------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def weights(tmp_path_factory):
    import torch
    from safetensors.torch import save_file

    place = tmp_path_factory.mktemp("weights")
    state = {"a.weight": torch.ones(2, 3), "a.bias": torch.zeros(2)}
    save_file(state, place / "some.safetensors")
    return {one.name: one.read_bytes() for one in place.iterdir()}


@given(mutations)
def test_a_damaged_file_of_weights_is_read_or_told_of(tmp_path_factory, weights, changes):
    file = tmp_path_factory.getbasetemp() / "some.safetensors"
    file.write_bytes(mutated(weights[file.name], changes))
    try:
        assert read_weights(file).state
    except FastaidError as error:
        is_a_sentence(error)


def test_a_pickle_with_code_is_not_run(tmp_path):
    import pickle

    class Evil:
        def __reduce__(self):
            return exec, ("import builtins; builtins.hacked = 1",)

    import torch

    for name, write in (("a.pth", lambda f: f.write_bytes(pickle.dumps({"a": Evil()}))),
                        ("b.pth", lambda f: torch.save({"a": Evil()}, f)),
                        ("c.safetensors", lambda f: f.write_bytes(pickle.dumps({"a": Evil()})))):  # fmt: skip
        file = tmp_path / name
        write(file)
        with pytest.raises(FastaidError):
            read_weights(file)


# -- docstrings and signatures ------------------------------------------------------------------------------------------

PIECES = st.sampled_from([
    "Args:", "Parameters", "----------", "Returns:", "Examples:", ">>> f(1)", "    a (int): b", "a : int", ":param a: b",
    ":returns: x", "f(a, b=1) -> int", "f(*args, **kwargs)", "f(a[, b[, c]])", "f(", ")", ".. note::", "    x", "", "--",
    "See :func:`torch.x`", "`code", "``", "$$", "\\frac{a}{b}", "Yields\n------", "a: b: c", "Raises:", "\t", "\x00", "\ud800",
])  # fmt: skip


@given(st.lists(PIECES | lines, max_size=10).map("\n".join), st.sampled_from(("", "f", "a.f", "\x00")))
def test_a_docstring_is_taken_apart_or_shown_whole(doc, name):
    found = read(doc, name)
    assert isinstance(found.summary, str)
    for head in found.heads:
        assert "\x00" not in head


@given(st.lists(PIECES | st.text("f(a,b=1:*/)[]->.'\" {}\\\n", max_size=40), max_size=5).map("\n".join))
def test_a_head_of_a_docstring_is_a_signature_or_none(doc):
    def f(): ...

    f.__doc__ = doc
    head_signatures(f, "f")
