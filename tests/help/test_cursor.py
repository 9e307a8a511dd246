"""What a cursor is in, however broken the code around it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fastaid.help.cursor import call_at, name_at

INSIDE = [
    ("learn.fit_one_cycle(4, |)", "learn.fit_one_cycle", 1, ""),
    ("learn.fit_one_cycle(4, lr_max=|", "learn.fit_one_cycle", 1, "lr_max"),
    ("a.b.c(d.e(1), |", "a.b.c", 1, ""),
    ("a.b.c(d.e(1, |), 2)", "d.e", 1, ""),
    ("get()[0].foo(|", "get()[0].foo", 0, ""),
    ("learn.dls.train[0].show(|", "learn.dls.train[0].show", 0, ""),
    ("df.groupby('a').agg(|", "df.groupby('a').agg", 0, ""),
    ("fns['a'](|", "fns['a']", 0, ""),
    ("'abc'.upper(|", "'abc'.upper", 0, ""),
    ("(Path('a')/'b').ls(|", "(Path('a')/'b').ls", 0, ""),
    ("f(\n  1,\n  x=[1,2,|", "f", 1, "x"),
    ("%time foo(3, |", "foo", 1, ""),
    ("x = Learner(dls, |model", "Learner", 1, ""),
    ("foo(a)(|", "foo(a)", 0, ""),
    ("lambda x: f(x, |", "f", 1, ""),
    ("f({'a': 1, 'b': |", "f", 0, ""),
    ("for a in range(3, |):", "range", 1, ""),
    ("print(f'{learn.fit(|", "learn.fit", 0, ""),
]
OUTSIDE = [
    "if learn.fit(3): |",
    "def f(a, b=|",
    "class A(|",
    "x = (1, |",
    "[a, |",
    "while (|",
    "|",
    "f(1)|\n",
]


def split(code):
    return code.replace("|", ""), code.index("|")


@pytest.mark.parametrize(("code", "callee", "position", "keyword"), INSIDE)
def test_the_call_around_the_cursor_and_its_argument(code, callee, position, keyword):
    found = call_at(*split(code))
    assert found is not None
    assert (found.callee, found.position, found.keyword) == (callee, position, keyword)


@pytest.mark.parametrize("code", OUTSIDE)
def test_no_call_is_seen_where_there_is_none(code):
    assert call_at(*split(code)) is None


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("print(learn.dls|)", "learn.dls"),
        ("torch.one|s", "torch.ones"),
        ("a + b.c|", "b.c"),
        ("learn.fit_|one_cycle(4)", "learn.fit_one_cycle"),
        ("def f(a, b=learn.lr|", "learn.lr"),
        ("f(1, |)", ""),
        ("x = 3|", ""),
        ("if| x", ""),
        ("'torch.ones|", ""),
    ],
)
def test_the_name_under_the_cursor(code, name):
    assert name_at(*split(code)) == name


@given(st.text(alphabet="abc().,=[]{}'\"\n \t:#%\\@fλ1", max_size=60), st.integers(0, 60))
def test_no_text_is_too_broken(code, cursor):
    call_at(code, min(cursor, len(code)))
    assert isinstance(name_at(code, min(cursor, len(code))), str)
