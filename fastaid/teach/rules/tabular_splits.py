"""Splits for a table that are none: a function, one list, arrays, tables, labels of the index."""

from __future__ import annotations

import ast
from numbers import Integral
from typing import Any

from fastaid.errors import a, counted, listed
from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import described, is_array, is_of, is_table, stored
from fastaid.teach.rules import rule
from fastaid.teach.rules.code import names_in
from fastaid.teach.rules.in_code import assigned
from fastaid.teach.rules.lines_again import Line, is_short, last_line, lines_from
from fastaid.teach.rules.tabular_data import CORE, Made, made_by
from fastaid.teach.scene import Frame, Scene


@rule(TypeError, ValueError, IndexError, KeyError, needs=CORE)
def splits_are_none(scene: Scene) -> Diagnosis | None:
    """splits= is a function, one list, arrays, tables or labels of the index: two lists of positions are wanted."""
    frame, made = scene.within(CORE, "__init__"), made_by(scene)
    given = frame.names.get("splits") if frame is not None else None
    if frame is None or made is None or given is None or "y_names" in stored(frame.names.get("self")):
        return None
    if any(one.module.split(".")[0] != "pandas" for one in scene.frames[scene.frames.index(frame) + 1 :]):
        return None
    said = (
        _folds(made, given)
        or _no_pair(scene, made, given)
        or _pair_of_others(made, given)
        or _beyond(scene, frame, made, given)
    )
    if said is None:
        return None
    what, cause, fix, how = said
    return Diagnosis(what, cause, fix, how, card="splitters")


WANTED = "`splits` wants two lists of row positions: those for training, those for validation."


def folds_in(given: Any) -> int:
    """How many pairs of training and validation rows a list holds, as `list(kf.split(df))` gives; else 0."""
    if not isinstance(given, (list, tuple)) or not given:
        return 0
    is_pairs = all(
        isinstance(one, (list, tuple)) and len(one) == 2 and all(_is_rows(part) for part in one)
        for one in given
    )
    return len(given) if is_pairs else 0


def _is_rows(part: Any) -> bool:
    """Whether it is many numbers of rows."""
    if is_of(part, "fastcore.foundation", "L"):
        part = list(part)
    return (isinstance(part, list) and len(part) > 0 and isinstance(part[0], Integral)) or (
        is_array(part) and part.ndim == 1 and part.dtype.kind in "iu"
    )


def one_fold(text: str, n: int) -> tuple[str, str, str]:
    """What to say of several pairs: what there is, the pair to give, and how it goes on."""
    return (
        f"`{text}` holds {counted(n, 'pair')} of training and validation rows, as a split into {n} folds gives.",
        f"[list(o) for o in {text}[0]]",
        "Give one pair (in a loop over the folds, with a new learner for each):",
    )


def _folds(made: Made, given: Any) -> tuple[str, str, str, str] | None:
    n, held = folds_in(given), made.given("splits")
    if not n or held is None:
        return None
    what, pair, how = one_fold(ast.unparse(held), n)
    return what, WANTED, made.changed({"splits": pair}), how


def _no_pair(scene: Scene, made: Made, given: Any) -> tuple[str, str, str, str] | None:
    rows, held = f"range_of({made.table})", made.given("splits")
    written = assigned(scene, held.id) if isinstance(held, ast.Name) else held
    text = ast.unparse(held) if held is not None else "splits"
    if callable(given):
        splitter, is_made = "RandomSplitter(valid_pct=0.2)", False
        if isinstance(written, ast.Call) and "Splitter" in ast.unparse(written.func):
            splitter, is_made = ast.unparse(written), True
            if any("range" in ast.unparse(one) or made.table in names_in(one) for one in written.args):
                splitter = f"{ast.unparse(written.func)}()"
        return (
            f"`splits` got a function ({'made by' if is_made else 'it is'} a splitter), not its result.",
            f"{WANTED} A splitter is made first, and then called with the rows.",
            made.changed({"splits": f"{splitter}({rows})"}),
            "Call it with the rows:",
        )
    if isinstance(given, (int, float)):
        share = given if 0 < given < 1 else 0.2
        fix = made.changed({"splits": f"RandomSplitter(valid_pct={share})({rows})"})
        return f"`splits` is the number {given}.", WANTED, fix, "For a share at random, write:"
    is_flat = (
        isinstance(given, (list, range)) and len(given) > 0 and all(type(one) is int for one in given[:100])
    )
    if is_flat or (is_array(given) and given.ndim == 1):
        return (
            f"`splits` is one list of {counted(len(given), 'row')}.",
            WANTED,
            made.changed({"splits": f"IndexSplitter({text})({rows})"}),
            "If these are the rows for validation, IndexSplitter finds the others:",
        )
    return None


def _pair_of_others(made: Made, given: Any) -> tuple[str, str, str, str] | None:
    if not isinstance(given, (tuple, list)) or len(given) < 2 or all(type(one) is list for one in given):
        return None
    held = made.given("splits")
    text = ast.unparse(held) if held is not None else "splits"
    wrong = next(one for one in given if type(one) is not list)
    if is_table(wrong):
        return (
            f"`splits` holds tables, {listed((described(one) for one in given), 2)}.",
            WANTED,
            f"splits = train_test_split(list(range_of({made.table})), test_size=0.2)",
            "Split the positions instead of the table:",
        )
    if getattr(getattr(wrong, "dtype", None), "kind", "") == "b":
        return (
            f"`splits` holds {counted(len(given), 'column')} of True and False, one value for each row.",
            f"{WANTED} `np.where` gives the positions of True.",
            f"splits = ([int(i) for i in np.where({text}[0])[0]], [int(i) for i in np.where({text}[1])[0]])"
            if not isinstance(held, ast.Tuple)
            else f"splits = ({', '.join(f'list(np.where({ast.unparse(one)})[0])' for one in held.elts)})",
            "Write:",
        )
    if not (
        is_array(wrong) or isinstance(wrong, (range, tuple)) or is_of(wrong, "pandas", "Index", "Series")
    ):
        return None
    parts = [f"list({ast.unparse(one)})" for one in held.elts] if isinstance(held, ast.Tuple) else []
    return (
        f"`splits` holds {a(wrong)} where a list is wanted.",
        f"{WANTED} fastai joins the two with `+`, which joins lists only.",
        made.changed({"splits": f"({', '.join(parts)})" if parts else f"tuple(list(o) for o in {text})"})
        if not isinstance(held, ast.Name)
        else f"{text} = tuple(list(o) for o in {text})",
        "Make lists of them:",
    )


def _beyond(scene: Scene, frame: Frame, made: Made, given: Any) -> tuple[str, str, str, str] | None:
    table: Any = frame.names.get("df")
    if not isinstance(scene.error, IndexError) or not is_table(table) or not isinstance(given, (tuple, list)):
        return None
    every = [
        one
        for part in given
        if isinstance(part, (list, tuple)) or is_of(part, "fastcore.foundation", "L")
        for one in part
    ]
    most = max((one for one in every if isinstance(one, Integral)), default=-1)
    if most < len(table):
        return None
    return _numbers_beyond(scene, made, table, int(most))


def _numbers_beyond(scene: Scene, made: Made, table: Any, most: int) -> tuple[str, str, str, str]:
    word = "valid_idx" if made.given("valid_idx") is not None else "splits"
    labels = table.index
    what = f"`{word}` holds the number {most}; the table's {counted(len(table), 'row')} have 0 to {len(table) - 1}."
    made_of = _made_of_table(scene, made, word)
    if most in labels:
        return (
            what,
            "Rows are counted by position. The numbers are labels of the table's index, which has gaps, as rows were "
            "dropped or chosen.",
            "\n".join(
                [f"{made.table} = {made.table}.reset_index(drop=True)", *(one.text for one in made_of)]
            ),
            _where_to_number(scene, made, word, made_of),
        )
    is_numbered = list(labels) == list(range(len(table)))
    if made_of and is_numbered and not any(_has_number_beyond(one, len(table)) for one in made_of):
        return (
            what,
            f"Rows are counted by position, from 0; the numbers were taken before `{made.table}` got its rows and "
            "index of today.",
            "\n".join(one.text for one in made_of),
            "Take them again:",
        )
    return (
        what,
        "Rows are counted by position, from 0; the numbers were made for a longer table.",
        f"{'valid_idx' if word == 'valid_idx' else 'splits'} = RandomSplitter(valid_pct=0.2)(range_of({made.table}))"
        + ("[1]" if word == "valid_idx" else ""),
        "Make them of this table:",
    )


def _made_of_table(scene: Scene, made: Made, word: str) -> list[Line]:
    """The lines that made the numbers of rows out of the table; [] where they are not in sight, or many."""
    held = made.given(word)
    names = [one.id for one in ast.walk(held) if isinstance(one, ast.Name)] if held is not None else []
    found: dict[str, Line] = {}
    for name in dict.fromkeys(names):
        for one in lines_from(scene, name, lambda other: other == made.table):
            found[one.name] = one
    lines = sorted(found.values(), key=lambda one: one.place)
    return lines if is_short(lines) else []


def _where_to_number(scene: Scene, made: Made, word: str, lines: list[Line]) -> str:
    """The words before the line that numbers the rows anew."""
    if lines:
        first = lines[0]
        again = f"make `{first.name}`" if len(lines) == 1 else f"make all from `{first.name}` on"
        return f"Number the rows anew, and {again} again:"
    filtered = last_line(scene, made.table)
    after = f" right after `{filtered.text}`" if filtered is not None and len(filtered.text) <= 60 else ""
    return f"Number the rows anew{after}, before `{word}` and everything that it is made of:"


def _has_number_beyond(line: Line, n: int) -> bool:
    """Whether a line names a row that the table has not."""
    return any(
        isinstance(one, ast.Constant) and type(one.value) is int and one.value >= n
        for one in ast.walk(line.value)
    ) and not any(isinstance(one, ast.Compare) for one in ast.walk(line.value))
