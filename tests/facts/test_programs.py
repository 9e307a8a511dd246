"""A program's text, executed, gives what running it gives."""

from __future__ import annotations

import math
from pathlib import PurePosixPath

from hypothesis import given
from hypothesis import strategies as st

from fastaid.facts.code import Call, Formula, Given, Name, Program, Spread, Step, call, code_of, value_of


def echo(*args, **kwargs):
    return args, kwargs


NAMES = {"echo": echo, "three": 3, "pair": (1, 2), "math": math, "here": PurePosixPath("here")}

plain = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=12)
    | st.text(alphabet="\\\"'dw+. \n", max_size=8)
    | st.tuples(st.floats(0, 1), st.floats(0, 1))
    | st.builds(slice, st.floats(1e-6, 1))
    | st.builds(slice, st.floats(1e-6, 1), st.floats(1e-6, 1))
)
names = st.sampled_from([Name("three"), Name("math.pi"), Given("here", NAMES["here"])])
formulas = st.just(Formula("[i * i for i in range(three)]", lambda n: [i * i for i in range(n["three"])]))
leaves = plain | names | formulas
keys = st.sampled_from(["lr", "bs", "pct_start", "item_tfms"])


def calls(inside):
    arguments = st.lists(inside | st.just(Spread(Name("pair"))), max_size=3).map(tuple)
    keywords = st.dictionaries(keys, inside, max_size=3).map(lambda d: tuple(d.items()))
    return st.builds(Call, func=st.just("echo"), args=arguments, kwargs=keywords)


expressions = st.recursive(leaves, lambda e: calls(e) | st.lists(e, max_size=3), max_leaves=12)


@given(expressions)
def test_an_expressions_text_is_worth_its_value(expression):
    assert eval(code_of(expression), dict(NAMES)) == value_of(expression, NAMES)


@given(st.lists(st.tuples(st.sampled_from(["a", "b", ""]), expressions), min_size=1, max_size=4))
def test_a_programs_text_binds_what_running_it_binds(lines):
    program = Program(tuple(Step(e, target, "why") for target, e in lines), imports=("import math",))
    ran, executed = dict(NAMES), dict(NAMES)
    program.run(ran)
    exec(program.code(), executed)
    assert {k: ran.get(k) for k in "ab"} == {k: executed.get(k) for k in "ab"}


@given(calls(leaves))
def test_a_call_on_several_lines_is_the_same_call(one):
    if one.args or one.kwargs:
        assert eval(one.code_on_lines(), dict(NAMES)) == one.value(NAMES)


def test_a_pattern_is_written_raw():
    assert code_of(r"^(.*)_\d+.jpg$") == r"r'^(.*)_\d+.jpg$'"
    assert code_of(r"it's \d") == r'''r"it's \d"'''


def test_a_program_returns_its_last_value():
    program = Program((Step(1, "a"), Step(Call("echo", (Name("a"),)))))
    assert program.run(dict(NAMES)) == ((1,), {})


def test_a_step_reads_what_an_earlier_one_bound():
    given = {"echo": echo}
    Program((Step(5, "n"), Step(Call("echo", (Name("n"),)), "out"))).run(given)
    assert given["out"] == ((5,), {})


def test_a_given_object_is_the_object_itself():
    own = object()
    assert value_of(Call("echo", (Given("own", own),)), {"echo": echo, "own": None})[0][0] is own


def test_keywords_that_are_none_are_left_out():
    assert call("f", 1, wd=None, lr=0.1).code() == "f(1, lr=0.1)"


def test_a_long_call_stands_on_several_lines_with_its_comment():
    code = Step(call("dls", *["x" * 30] * 4), "d", comment="why").code()
    assert len(code.splitlines()) == 6
    assert code.startswith("d = dls(\n    'xxx")
    assert code.endswith(")  # why")


def test_a_dotted_target_of_two_names_is_shown_as_written():
    assert Step(Name("pair"), "a, b").code() == "a, b = pair"


def test_a_slice_without_an_end_says_so():
    assert eval(code_of(slice(0.1, None))) == slice(0.1, None)


def test_a_long_call_without_arguments_is_still_python():
    name = "learn_" + "x" * 100
    exec(Step(Call(name)).code(), {name: lambda: None})


def test_an_import_stands_above_the_code_and_no_import_leaves_no_gap():
    assert Program((Step(1, "a"),), imports=("import os",)).code() == "import os\n\na = 1"
    assert Program((Step(1, "a"),), imports=()).code() == "a = 1"
