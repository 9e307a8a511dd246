"""A magic's line becomes values by one rule."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from IPython.core.magic_arguments import argument, magic_arguments

from fastaid.errors import FastaidError
from fastaid.jupyter.arguments import Text, one_of, parse, words
from fastaid.jupyter.values import Scope

SPACE = st.sampled_from([" ", "  ", "\t"])
SIMPLE = st.text("abcxyz019.-_/\\:^$*+?|", min_size=1, max_size=8)
INSIDE = st.text("abc019 ,.-_/\\:^$*+?|#", max_size=12)


@given(st.text("ab\\ \"'()[]{}=#r\t", max_size=14) | st.text(max_size=14))
def test_any_line_splits_without_losing_a_character(line):
    found = words(line)
    assert all(type(word) in (str, Text) for word in found)
    assert "" not in [word for word in found if type(word) is str]
    if "#" not in line and not line.rstrip().endswith(";"):
        kept = "".join(line.split()).replace("'", "").replace('"', "").replace("r", "").replace("R", "")
        said = (
            "".join("".join(found).split())
            .replace("'", "")
            .replace('"', "")
            .replace("r", "")
            .replace("R", "")
        )
        assert said == kept


@given(st.lists(SIMPLE, min_size=1, max_size=5))
def test_a_semicolon_at_the_end_hides_the_cell_s_value_and_is_no_part_of_a_word(values):
    assert words(" ".join(values) + ";") == words(" ".join(values))
    assert words(f"{' '.join(values)} ;")[-1] == ";"  # it may be what stands between labels


@given(st.lists(SIMPLE, max_size=5), SPACE)
def test_plain_values_split_at_spaces_and_keep_backslashes(values, space):
    assert words(space.join(values)) == values


@given(INSIDE, st.sampled_from(["'", '"']), st.sampled_from(["", "r", "R"]))
def test_a_quoted_value_is_text_with_its_spaces(inside, quote, prefix):
    first, second = words(f"{prefix}{quote}{inside}{quote} next")
    assert (first, type(first)) == (inside, Text)
    assert (second, type(second)) == ("next", str)


@given(INSIDE, st.sampled_from(["()", "[]", "{}"]), st.sampled_from(["", "slice"]))
def test_a_bracketed_value_keeps_its_spaces(inside, brackets, before):
    value = f"{before}{brackets[0]}{inside}{brackets[1]}"
    assert words(f"{value} next") == [value, "next"]
    assert words(f"--lr={value} next") == ["--lr", value, "next"]


@given(st.lists(SIMPLE, min_size=1, max_size=4), st.sampled_from("([{"), st.data())
def test_a_bracket_that_never_closes_is_a_character(values, bracket, data):
    i = data.draw(st.integers(0, len(values) - 1))
    values[i] = data.draw(st.sampled_from([bracket + values[i], values[i] + bracket]))
    assert words(" ".join(values)) == values


@given(st.lists(st.text("abcrs", min_size=1, max_size=5).map(lambda s: s + "'s"), min_size=1, max_size=4))
def test_an_apostrophe_inside_a_name_is_a_character(names):
    assert words(" ".join(names)) == names


@pytest.mark.timeout(5)  # not a measurement: 2**40 steps would never end
def test_many_open_brackets_are_characters_at_once():
    assert words("(" * 40) == ["(" * 40]


def test_deep_brackets_are_one_value():
    value = "(" * 1_500 + ")" * 1_500
    assert words(value) == [value]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("", []),
        ("   ", []),
        ("4 --lr-max slice(1e-6, 1e-4)", ["4", "--lr-max", "slice(1e-6, 1e-4)"]),
        (r"^(.*)_\d+.jpg$", [r"^(.*)_\d+.jpg$"]),
        (r"C:\pets\new x", [r"C:\pets\new", "x"]),
        ("a # and the rest", ["a"]),
        ("a#b", ["a#b"]),
        ("'# not a comment' b", ["# not a comment", "b"]),
        ("''", [""]),
        ("[f for f in files if ' ' in f]", ["[f for f in files if ' ' in f]"]),
        ("f(')', 1) b", ["f(')', 1)", "b"]),
        ("'it", ["'it"]),
        ("'a'+'b'", ["'a'+'b'"]),
    ],
)
def test_lines_learners_write(line, found):
    assert words(line) == found


@magic_arguments()
@argument("where", nargs="?", help="the folder")
@argument("--pat")
@argument("--lr-max")
@argument("--quiet", action="store_true")
def a_magic(self, line):
    """Do something."""


def test_a_line_becomes_named_arguments():
    args = parse(a_magic, r"images --pat '^(.*) \d+' --lr-max slice(1e-6, 1e-4) --quiet")
    assert (args.where, args.pat, args.lr_max, args.quiet) == (
        "images",
        r"^(.*) \d+",
        "slice(1e-6, 1e-4)",
        True,
    )
    assert isinstance(args.pat, Text)


def test_a_quoted_value_behind_an_equals_sign_loses_its_quotes():
    assert parse(a_magic, "--pat='a b'").pat == "a b"


def test_a_wrong_option_names_the_right_one():
    with pytest.raises(FastaidError, match=r"no option --lr-mx\. Did you mean '--lr-max'"):
        parse(a_magic, "--lr-mx 3")


def test_half_an_option_is_not_guessed():
    with pytest.raises(FastaidError, match="--lr-max"):
        parse(a_magic, "--lr 3")


def test_a_value_too_many_is_named():
    with pytest.raises(FastaidError, match="no place for more"):
        parse(a_magic, "images more")


@pytest.mark.parametrize("line", ["--pat", "--pat --quiet", "--quiet --pat"])
def test_an_option_without_its_value_is_a_mistake_in_one_line(line):
    with pytest.raises(FastaidError, match=r"--pat needs a value\."):
        parse(a_magic, line)


@pytest.mark.parametrize(
    ("line", "pat"),
    [
        (r"--pat '-(\d+)'", r"-(\d+)"),
        (r"--pat='-(\d+)'", r"-(\d+)"),
        (r"--pat=-(\d+)", r"-(\d+)"),
        ("--pat -1e-3", "-1e-3"),
        ("--pat -x.jpg", "-x.jpg"),
        ("--pat '--quiet'", "--quiet"),
        ("--pat -", "-"),
        ("--pat ''", ""),
    ],
)
def test_a_value_may_begin_with_a_dash(line, pat):
    args = parse(a_magic, line)
    assert (args.pat, args.quiet) == (pat, False)
    assert isinstance(args.pat, Text) == ("'" in line)


def test_a_quoted_word_is_never_an_option():
    assert parse(a_magic, "'--pat'").where == "--pat"


@given(st.text(max_size=9).filter(lambda s: "'" not in s))
def test_any_quoted_value_arrives_as_it_was_written(value):
    args = parse(a_magic, f"--pat '{value}' here")
    assert (args.pat, args.where) == (value, "here")


def test_a_word_of_a_list_or_the_nearest_one():
    assert one_of("valley", ["valley", "steep"], "--suggest") == "valley"
    assert one_of(None, ["valley"], "--suggest") is None
    with pytest.raises(FastaidError, match="Did you mean 'valley'"):
        one_of("vally", ["valley", "steep"], "--suggest")
    with pytest.raises(FastaidError, match="valley and steep"):
        one_of("qqq", ["valley", "steep"], "--suggest")


@pytest.fixture
def scope():
    return Scope(
        {
            "pat": r"(\d+)",
            "path": Path("/data"),
            "n": 3,
            "col": "label",
            "flag": True,
            "files": ["a", "b"],
            "label": str.upper,
        }
    )


def one(line):
    (word,) = words(line)
    return word


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("pat", r"(\d+)"),
        ("'pat'", "pat"),
        ("nothing", "nothing"),
        ("n", "n"),
        ("col.upper()", "LABEL"),
        ("$pat", r"(\d+)"),
        ("{pat}", r"(\d+)"),
        (r"^(.*)_\d+$", r"^(.*)_\d+$"),
    ],
)
def test_text_is_a_variable_that_holds_some_or_what_was_written(scope, line, text):
    assert scope.text(one(line)) == text


@given(st.text(max_size=30))
def test_quoted_text_is_text_whatever_it_says(value):
    scope = Scope({value: "a trap"})
    assert scope.text(Text(value)) == value
    assert scope.path(Text("x" + value)) == Path("x" + value)
    assert scope.column(Text(value)) == value
    assert scope.expression(Text(value), "--x") == value


@given(st.text(max_size=12) | st.text("ab()[]{}'\\\"$ .+-", max_size=12))
def test_text_never_fails(value):
    assert isinstance(Scope({"a": "b"}).text(value), str)


def test_a_path_is_a_variable_an_expression_or_what_was_written(scope):
    assert scope.path("path") == Path("/data")
    assert scope.path("path/'train'") == Path("/data/train")
    assert scope.path("'path'") == Path("'path'")
    assert scope.path(Text("path")) == Path("path")
    assert scope.path("~/pets") == Path.home() / "pets"


def test_a_column_is_a_position_or_a_name(scope):
    assert scope.column("1") == 1
    assert scope.column("-1") == -1
    assert scope.column(Text("1")) == "1"
    assert scope.column("col") == "label"
    assert scope.column("n") == 3
    assert scope.column("breed") == "breed"


@pytest.mark.parametrize(("word", "value"), [("3", 3.0), ("1e-3", 1e-3), ("n", 3.0), ("n*2", 6.0)])
def test_a_number_is_a_literal_a_variable_or_an_expression(scope, word, value):
    found = scope.number(word, "--lr")
    assert (found, type(found)) == (value, float)


@pytest.mark.parametrize("word", ["flag", "'3'", "pat", "files"])
def test_what_is_no_number_is_refused(scope, word):
    with pytest.raises(FastaidError, match="takes a number"):
        scope.number(one(word), "--lr")


@pytest.mark.parametrize("word", ["2.5", "1e400", "flag"])
def test_what_is_no_whole_number_is_refused(scope, word):
    with pytest.raises(FastaidError, match="takes a whole number"):
        scope.number(word, "--n", int)


def test_a_whole_float_is_a_whole_number(scope):
    assert scope.number("4.0", "--n", int) == 4


def test_a_number_of_numpys_is_a_number():
    import numpy as np

    scope = Scope({"k": np.int64(3), "lr": np.float32(0.5)})
    assert scope.number("k", "--n", int) == 3
    assert scope.number("lr", "--lr") == 0.5


def test_a_size_is_a_side_or_height_and_width(scope):
    assert scope.size("224", "--size") == 224
    assert scope.size("(128, 64)", "--size") == (128, 64)
    for wrong in ("0", "-3", "2.5", "True", "(1, 2, 3)", "()", "pat"):
        with pytest.raises(FastaidError, match="takes whole pixels"):
            scope.size(wrong, "--size")


def test_an_expression_sees_the_notebooks_names(scope):
    assert scope.expression("slice(1e-6, n)", "--lr") == slice(1e-6, 3)
    assert scope.expression("{n + 1}", "--lr") == 4
    assert scope.expression("{'a': 1}", "--lr") == {"a": 1}
    assert scope.expression("[f*2 for f in files]", "--f") == ["aa", "bb"]


def test_a_comprehension_sees_the_notebooks_names_inside(scope):
    assert scope.expression("[i * n for i in range(2)]", "--x") == [0, 3]


def test_a_lambda_sees_the_notebooks_names_when_it_is_called(scope):
    assert scope.expression("lambda f: label(f)", "--label-func")("cat") == "CAT"


def test_an_own_name_goes_before_fastais(scope):
    assert Scope({"accuracy": 7}).expression("accuracy", "--metrics") == 7


@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("1 +", "takes Python"),
        ("fils", "no variable 'fils'. Did you mean 'files'"),
        ("1/0", "raised ZeroDivisionError"),
        ("n.nothing", "raised AttributeError"),
    ],
)
def test_an_expression_that_fails_says_why(scope, word, said):
    with pytest.raises(FastaidError, match=said.replace(".", r"\.")):
        scope.expression(word, "--x")


def test_looking_a_value_up_changes_nothing_in_the_notebook():
    names = {"n": 1}
    Scope(names).expression("(m := n + 1)", "--x")
    Scope(names).text("n")
    assert names == {"n": 1}
