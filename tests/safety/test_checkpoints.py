"""A checkpoint that somebody else has written, or damaged: gone on from, or told of in a sentence; nothing in it runs.

`FASTAID_FUZZ=1000 pytest tests/safety/test_checkpoints.py` looks harder.
"""

from __future__ import annotations

import builtins
import copy

import pytest
import torch
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fastaid.errors import FastaidError
from fastaid.training.checkpoint import OWN, read_checkpoint
from tests.conftest import TINY_NET
from tests.safety.hostile import HOSTILE
from tests.safety.test_parsers import is_a_sentence, mutated, mutations
from tests.test_resume import interrupted

JUNK = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(2**70), 2**70),
    st.floats(),
    st.sampled_from([text for text in HOSTILE if len(text) < 1_000]),
    st.lists(st.integers(), max_size=3),
    st.dictionaries(st.text(max_size=3), st.integers(), max_size=2),
    st.sampled_from([(), (2, 3), (2**20, 0)]).map(torch.zeros),
)


@pytest.fixture
def died(run, digits, tmp_path):
    """A run that was interrupted, and the newest of its checkpoints."""
    run(TINY_NET)
    run(f"path = Path({str(digits)!r})\nset_seed(3)")
    assert run("%databunch from_folder path --size 16 --bs 8 --num-workers 0").error is None
    assert run("%learner tiny_net --no-pretrained --metrics accuracy").error is None
    interrupted(run, run("learn").value, 3, "%fit_one_cycle 1 --lr-max 1e-2")
    (file,) = (tmp_path / ".fastaid" / "checkpoints").rglob("batch-*.pth")
    yield file
    assert "hacked" not in vars(builtins)


def places(held, here=()):
    """The ways to every part of what a checkpoint holds."""
    yield here
    if isinstance(held, dict):
        for key, value in held.items():
            yield from places(value, (*here, key))
    elif isinstance(held, list | tuple):
        for i, value in enumerate(held):
            yield from places(value, (*here, i))


def put(held, way, value):
    """What is held, with another part at one place;."""
    if not way:
        return value
    key, *rest = way
    if isinstance(held, tuple):
        return tuple(put(list(held), way, value))
    held = copy.copy(held)
    held[key] = put(held[key], rest, value)
    return held


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_a_checkpoint_with_another_part_is_gone_on_from_or_told_of(died, run, data):
    whole = died.read_bytes()
    content = torch.load(died, weights_only=True)
    ways = [way for way in places(content) if way[:1] != ("model",)]
    ways += [("model", key) for key in content["model"]]
    for way in data.draw(st.lists(st.sampled_from(ways), min_size=1, max_size=2, unique=True)):
        try:
            content = put(content, way, data.draw(JUNK))
        except (KeyError, IndexError, TypeError):  # the first change took the place of the second away
            continue
    try:
        torch.save(content, died)
        ran = run("%resume")
    finally:
        died.write_bytes(whole)
    assert ran.error is None or isinstance(ran.error, FastaidError), ran.error
    if ran.error is not None:
        is_a_sentence(ran.error)
    assert "hacked" not in vars(builtins)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(mutations)
def test_a_damaged_checkpoint_is_read_or_told_of(died, tmp_path, changes):
    file = tmp_path / "damaged.pth"
    file.write_bytes(mutated(died.read_bytes(), changes))
    try:
        assert read_checkpoint(file).rest["version"]
    except FastaidError as error:
        is_a_sentence(error)


class Canary:
    """What runs when a pickle is loaded carelessly."""

    def __reduce__(self):
        return exec, ("import builtins; builtins.hacked = True",)


@pytest.mark.parametrize("way", [("opt", OWN, "random", "run"), ("model", "extra"), ("opt", "state"), ()])
def test_code_in_a_checkpoint_is_not_run(died, run, way):
    content = torch.load(died, weights_only=True)
    if way[:1] == ("model",):
        content["model"]["extra"] = Canary()
    else:
        content = put(content, way, Canary())
    torch.save(content, died)
    with pytest.raises(FastaidError, match="could run code"):
        read_checkpoint(died)
    ran = run("%resume")
    assert ran.error is None, ran.error  # from the one before
    assert "hacked" not in vars(builtins)
