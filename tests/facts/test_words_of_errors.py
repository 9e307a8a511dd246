"""What a learner reads when something is wrong."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from fastaid.errors import FastaidError, counted, did_you_mean, listed


def test_a_mistake_is_one_line_with_the_next_step():
    error = FastaidError("There is no run '9'.", "%runs lists them.")
    assert str(error) == "There is no run '9'. %runs lists them."
    assert error._render_traceback_() == [str(error)]
    assert str(FastaidError("Alone.")) == "Alone."


def test_a_near_word_is_named_as_it_is_written():
    assert did_you_mean("RESNET43", ["ResNet34", "vgg16"]) == "Did you mean 'ResNet34'?"


def test_nothing_near_is_not_guessed_at():
    assert did_you_mean("zzz", ["resnet34"]) == ""
    assert did_you_mean("resnet34", []) == ""


def test_names_are_joined_as_in_speech():
    assert listed([]) == ""
    assert listed(["a"]) == "a"
    assert listed(["a", "b"]) == "a and b"
    assert listed("abc") == "a, b and c"


@given(st.integers(6, 5_000))
def test_many_names_are_counted_and_not_named(n):
    phrase = listed(range(n))
    assert phrase == f"0, 1, 2, 3, 4 and {n - 5:,} more"


def test_a_number_agrees_with_its_noun():
    assert counted(1, "class", "classes") == "1 class"
    assert counted(0, "picture") == "0 pictures"
    assert counted(2_000, "class", "classes") == "2,000 classes"
