"""Which checks look at a cell: what the index of their words says is what looking for each of them says."""

from __future__ import annotations

from collections import OrderedDict

from hypothesis import given
from hypothesis import strategies as st

from fastaid.teach.notices import every_check
from fastaid.teach.notices.askers import OWN, Askers, numbers_in, spaced

LETTERS = "ab_.( =1é"
WORDS = st.lists(st.text(LETTERS, min_size=1, max_size=5), max_size=3).map(tuple)
WANTED = st.lists(st.tuples(WORDS, WORDS), max_size=6)


@given(WANTED, st.text(LETTERS + "\n", max_size=40))
def test_words_are_found_as_with_in(wanted, source):
    askers = Askers(wanted)
    found = numbers_in(askers.asked(askers.heard(source)))
    source = spaced(source)
    expected = [
        number
        for number, (words, also) in enumerate(wanted)
        if any(one in source for one in words) and (not also or any(one in source for one in also))
    ]
    assert found == expected


@given(WANTED, st.lists(st.booleans(), min_size=6, max_size=6))
def test_the_bits_of_some_checks_ask_for_these_alone(wanted, chosen):
    askers = Askers([(("a",), also and ("b",)) for _, also in wanted])
    bits = askers.bits_of(chosen[: len(wanted)])
    found = numbers_in(askers.asked(askers.heard("a b") & bits))
    assert found == [number for number, is_chosen in enumerate(chosen[: len(wanted)]) if is_chosen]


def test_an_object_is_known_by_its_class_and_by_those_it_is_made_of():
    wanted = [(("@dict",), ()), (("@OrderedDict",), ()), (("@list",), ()), ((OWN,), ()), (("x",), ("@dict",))]
    askers = Askers(wanted)
    assert numbers_in(askers.asked(askers.seen([OrderedDict]))) == [0, 1]
    assert numbers_in(askers.asked(askers.seen([dict]) | askers.heard("x"))) == [0, 4]
    assert numbers_in(askers.asked(askers.seen([type("Net", (), {"__module__": "__main__"})]))) == [3]
    assert numbers_in(askers.asked(askers.seen([list]) | askers.heard("x"))) == [2]
    assert numbers_in(askers.asked(askers.every_kind | askers.heard("x"))) == [0, 1, 2, 3, 4]


def test_a_line_says_the_same_however_it_is_spaced():
    assert spaced("for(a, b) in  x:\n    if(a):\ty[0]   = 1") == spaced(
        "for (a, b) in x:\n  if (a): y[0] = 1"
    )


def test_every_word_of_a_check_can_stand_in_a_spaced_source():
    for one in every_check():
        for word in (*one.words, *one.also):
            assert word in spaced(f"x{word}x"), (one.name, word)
