"""Expressions name objects; nothing of the learner's is run on the way."""

import contextlib
import functools
import types

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fastaid.help.expressions import Unresolved, resolve


class Trap:
    """Every way to run code of an object sets it off."""

    sprung = False

    def __getattr__(self, name):
        if name != "__wrapped__":
            Trap.sprung = True
        raise AttributeError(name)

    @property
    def costly(self):
        Trap.sprung = True
        return 1

    @functools.cached_property
    def lazily(self):
        Trap.sprung = True
        return 1

    def __getitem__(self, i):
        Trap.sprung = True
        return self

    def method(self, a, b=2):
        Trap.sprung = True

    def __len__(self):
        Trap.sprung = True
        return 10**9

    def __bool__(self):
        Trap.sprung = True
        return False

    def __eq__(self, other):
        Trap.sprung = True
        return True

    __hash__ = None


@pytest.fixture(autouse=True)
def unsprung():
    Trap.sprung = False
    yield
    assert not Trap.sprung


NAMES = {"trap": Trap(), "fns": [len, {"a": print}], "d": {"x": Trap}, "math": __import__("math"), "n": 1}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("fns[0]", len),
        ("fns[1]['a']", print),
        ("fns[-1]", NAMES["fns"][1]),
        ("fns[n]", NAMES["fns"][1]),
        ("d['x']", Trap),
        ("math.sin", NAMES["math"].sin),
        ("len", len),
        ("d['x'].method", Trap.method),
        ("(1, 2)", (1, 2)),
        ("None", None),
    ],
)
def test_what_an_expression_names(text, expected):
    found = resolve(text, NAMES).obj
    assert found is expected or found == expected


def test_a_method_comes_bound_to_its_object():
    found = resolve("trap.method", NAMES).obj
    assert type(found) is types.MethodType
    assert found.__self__ is NAMES["trap"]


def test_a_method_of_text():
    assert resolve("'abc'.upper", NAMES).obj() == "ABC"


def test_a_property_is_shown_and_not_computed():
    assert type(resolve("trap.costly", NAMES).obj) is property
    assert type(resolve("trap.lazily", NAMES).obj) is functools.cached_property


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("len(3).real", "returns is not known"),
        ("trap.method()[0].foo", "returns is not known"),
        ("trap.costly.real", "without running its code"),
        ("trap[0]", "without running code of Trap"),
        ("trap.absent", "made by code of Trap"),
        ("math.sine", "no attribute `sine`"),
        ("nowhere", "no name `nowhere`"),
        ("fns[7]", "no item 7"),
        ("fns[len]", "index"),
        ("a b", "not an expression"),
        ("", "not an expression"),
        ("n + 1", "without running"),
        ("[i for i in fns]", "without running"),
    ],
)
def test_what_only_running_would_tell_is_not_guessed(text, reason):
    with pytest.raises(Unresolved, match=reason):
        resolve(text, NAMES)


def test_the_parts_of_a_network_are_found_where_torch_keeps_them():
    from torch import nn

    net = nn.Sequential(nn.Linear(3, 4), nn.ReLU())
    assert resolve("net[0].weight", {"net": net}).obj is net[0].weight
    assert resolve("net[-1]", {"net": net}).obj is net[1]
    assert resolve("net[0].weight.shape", {"net": net}).obj is not None


def test_what_dataloaders_hand_on_to_their_training_part(run, digits):
    run(f"%databunch from_folder {digits} --size 16 --bs 8 --num-workers 0 --no-augment")
    dls = run("dls").value
    assert resolve("dls.train", {"dls": dls}).obj is not None
    assert resolve("dls.show_batch", {"dls": dls}).obj.__name__ == "show_batch"
    assert resolve("dls.train.show_batch", {"dls": dls}).obj.__name__ == "show_batch"


@given(st.text(max_size=40))
def test_any_text_is_an_object_or_a_reason(text):
    with contextlib.suppress(Unresolved):
        resolve(text, NAMES)
