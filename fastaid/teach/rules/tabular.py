"""Tables for fastai: columns that are missing or of the wrong kind, splits that are none."""

from __future__ import annotations

import ast
import re
from typing import Any

from fastaid.errors import did_you_mean, listed
from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import described, is_table, stored
from fastaid.teach.rules import rule
from fastaid.teach.rules.numbers_in_texts import numbers_in, to_float, to_number
from fastaid.teach.rules.tabular_data import (
    CORE,
    Columns,
    Made,
    as_number,
    column,
    columns,
    is_plain_number,
    kind,
    made_by,
    values,
)
from fastaid.teach.rules.tabular_gone import column_gone
from fastaid.teach.rules.tabular_made import is_new_table
from fastaid.teach.rules.tabular_multi_labels import texts_of_labels
from fastaid.teach.scene import Scene

FAILS = (TypeError, ValueError, AttributeError)
MOST_NAMES = 8  # that a list in a card may have


def code_of(names: list[Any], held: ast.expr | None, without: Any = None) -> str:
    """A list of columns as code; of many, the variable that holds them, less one."""
    if len(names) <= MOST_NAMES or not isinstance(held, ast.Name):
        return repr([one for one in names if one != without])
    return f"[o for o in {held.id} if o != {without!r}]" if without is not None else held.id


# Columns that are not there -----------------------------------------------------------------------------


@rule(KeyError, needs=CORE)
def no_such_column(scene: Scene) -> Diagnosis | None:
    """cat_names, cont_names or y_names has a column that the table lacks."""
    made, found = made_by(scene), columns(scene)
    if made is None or found is None or scene.within("fastai.tabular.data", "test_dl") is not None:
        return None
    if scene.here is not None and is_new_table(scene.here.call):
        return None  # another table is prepared as that one was
    if scene.here is not None and isinstance(scene.here.node, (ast.Attribute, ast.Subscript)):
        return None  # a part of a table that was made before: `to_test.xs`
    every = list(found.items.columns)
    groups = (("cat_names", found.cats), ("cont_names", found.conts), ("y_names", found.ys))
    for argument, names in groups:
        wrong = next((one for one in names if not _is_there(one, every)), None)
        if wrong is not None:
            return column_gone(scene, made, found, argument) or _missing(made, argument, names, wrong, every)
    return None


def _is_there(name: Any, every: list[Any]) -> bool:
    try:
        return name in every
    except (TypeError, ValueError):
        return False


def _missing(made: Made, argument: str, names: list[Any], wrong: Any, every: list[Any]) -> Diagnosis:
    held, table = made.given(argument), made.table
    if not isinstance(wrong, (str, int)):
        text = ast.unparse(held) if held is not None else "columns"
        return Diagnosis(
            f"`{argument}` got {described(wrong)} where a list of names is wanted.",
            "fastai takes it as one single name, and the table has no such column.",
            made.changed({argument: f"list({text})"}),
            "Make it a list:",
            card="tabular",
        )
    what = f"`{argument}` names the column {wrong!r}, and `{table}` has none of that name."
    single = _read_as_one(made, every, what)
    if single is not None:
        return single
    parts = _joined(str(wrong), every)
    spaced = next((one for one in every if str(one).strip() == str(wrong).strip()), None)
    if parts:
        cause = "Several names stand in one text: each column needs quotes of its own, with a comma between."
        new: list[Any] = [part for one in names for part in (parts if one == wrong else [one])]
    elif spaced is not None:
        cause = f"There is one called {spaced!r}: the two differ by a space."
        if str(spaced) != str(spaced).strip():
            return Diagnosis(
                what,
                cause,
                f"{table}.columns = {table}.columns.str.strip()",
                "Take the spaces out of the names:",
            )
        new = [spaced if one == wrong else one for one in names]
    else:
        suggestion = did_you_mean(str(wrong), map(str, every), n=1)
        cause = f"Its columns are {listed((f'`{one}`' for one in every), 8)}. {suggestion}".strip()
        meant = next((one for one in every if f"'{one}'" in suggestion), None)
        new = [meant if one == wrong else one for one in names if one != wrong or meant is not None]
        if argument == "y_names" and not new:
            new = [every[-1]]
    is_one = argument == "y_names" and len(new) == 1
    fix = made.changed({argument: repr(new[0]) if is_one else code_of(new, held)})
    return Diagnosis(what, cause, fix, "Write the name as it stands in the table:", card="tabular")


def _joined(wrong: str, every: list[Any]) -> list[str]:
    """The columns that were written as one: "age, hours", "agehours"."""
    parts = [one.strip() for one in wrong.split(",")]
    if len(parts) > 1 and all(one in every for one in parts):
        return parts
    for one in map(str, every):
        if one and wrong.startswith(one) and wrong[len(one) :] in every:
            return [one, wrong[len(one) :]]
    return []


def _read_as_one(made: Made, every: list[Any], what: str) -> Diagnosis | None:
    sign = next((one for one in (";", "\t", "|") if one in str(every[0])), "") if len(every) == 1 else ""
    if not sign:
        return None
    return Diagnosis(
        what,
        f"The table has a single column, {str(every[0])[:60]!r}: the file is separated by {sign!r}, not by commas.",
        f"{made.table} = pd.read_csv('…', sep={sign!r})",
        "Read the file with its own separator:",
        card="getting-data",
    )


# Columns of the wrong kind ------------------------------------------------------------------------------


@rule(*FAILS, needs=CORE)
def no_numbers_in_cont(scene: Scene) -> Diagnosis | None:
    """A column of words or dates among cont_names."""
    found, made = columns(scene), made_by(scene)
    if found is None or made is None or scene.within("fastai.tabular.data", "test_dl") is not None:
        return None
    if not any(
        one.module.split(".")[0] in ("pandas", "torch") or one.module == "fastai.torch_core"
        for one in scene.frames[-4:]
    ):
        return None
    wrong = [(one, held) for one in found.conts if (held := column(found.items, one)) is not None]
    # True beside numbers makes an array of objects; Normalize makes numbers of it before.
    fine = ("numbers",) if found.frame.function == "encodes" else ("numbers", "bools")
    wrong = [(one, held) for one, held in wrong if kind(held) not in fine]
    if not wrong or _text_among_cats(found):
        return None
    if (
        len(wrong) == len(found.conts)
        and found.cats
        and all(
            (held := column(_whole(scene, found), one)) is not None and kind(held) == "numbers"
            for one in found.cats
        )
    ):
        return _swapped(found, made)
    name, held = wrong[0]
    table = scene.names.get(made.table)  # as it was before fastai made it smaller
    own = column(table if is_table(table) else _whole(scene, found), name)
    return _of_kind(found, made, name, held, own if own is not None and kind(own) == kind(held) else held)


def _whole(scene: Scene, found: Columns) -> Any:
    """The learner's own table: in fastai's, Categorify has made numbers of words."""
    given = (frame.names.get("df") for frame in scene.frames if frame.module.startswith("fastai.tabular"))
    return next((one for one in given if is_table(one)), found.items)


def _text_among_cats(found: Columns) -> bool:
    """Whether Categorify is missing, which is another cause."""
    if "Categorify" in found.procs or found.frame.function != "encodes":
        return False
    return any(
        (held := column(found.items, one)) is not None and not is_plain_number(held) for one in found.cats
    )


def _swapped(found: Columns, made: Made) -> Diagnosis:
    return Diagnosis(
        f"`cont_names` holds {listed((f'`{one}`' for one in found.conts), 3)}, which are text; `cat_names` holds "
        f"{listed((f'`{one}`' for one in found.cats), 3)}, which are numbers.",
        "The two lists are in each other's place: `cont_cat_split` returns cont_names first, then cat_names.",
        f"cont_names, cat_names = cont_cat_split({made.table}, dep_var={(found.ys or ['target'])[0]!r})",
        "Take them in this order:",
        card="tabular",
    )


def _of_kind(found: Columns, made: Made, name: Any, held: Any, own: Any) -> Diagnosis:
    what, table = f"`cont_names` holds the column `{name}`, which has {_words(own)}.", made.table
    why = "fastai computes with the columns of `cont_names` (mean, spread): they must be numbers."
    given = made.given("cont_names")
    if given is None:
        why = (
            "`cont_names` was left out, so fastai takes every column that is in neither `cat_names` nor `y_names`. "
            + why
        )
    place = f"{table}[{name!r}]"
    match kind(held):
        case "dates" | "text dates":
            fix, how = (
                _day_first(held, place) + f"{table} = add_datepart({table}, {name!r})",
                "Make numbers of the date (year, month, day …), and name those columns instead:",
            )
        case "text numbers" | "texts" if kind(held) == "text numbers" or numbers_in(held) is not None:
            fix, how = to_number(held, place), "Make it numbers first:"
        case "nullable" | "others" | "bools":
            fix, how = to_float(own, place), "Give it an ordinary number's dtype"
            is_missing = (
                kind(held) == "nullable" and "FillMissing" not in found.procs and bool(own.isna().any())
            )
            how += " (and put FillMissing into procs, for its missing values):" if is_missing else ":"
        case "empty":
            fix, how = f"{table} = {table}.drop(columns=[{name!r}])", "It has no values at all; leave it out:"
        case _:
            rest = [one for one in found.conts if one != name]
            others = [
                one
                for one in rest
                if (other := column(found.items, one)) is not None and kind(other) == "texts"
            ]
            moved = [name, *others]
            fix = made.changed(
                {
                    "cat_names": repr([*found.cats, *moved]),
                    "cont_names": repr([one for one in rest if one not in others]),
                }
            )
            how = "Move it to `cat_names`, where Categorify makes numbers of words:"
            if others:
                every = listed((f"`{one}`" for one in moved), 3)
                what = f"`cont_names` holds {every}, which are text, such as {_example(held)}."
    return Diagnosis(what, why, fix, how, card="tabular")


def _day_first(held: Any, place: str) -> str:
    """A line to read dates that begin with the day, "" where they do not."""
    texts = [one for one in values(held)[:1000] if isinstance(one, str)]
    firsts = [re.match(r"\s*(\d{1,2})[-/.]", one) for one in texts]
    is_day = any(one is not None and int(one[1]) > 12 for one in firsts)
    return f"{place} = pd.to_datetime({place}, dayfirst=True)\n" if is_day else ""


def _example(held: Any) -> str:
    some = values(held)
    odd = next((one for one in some if isinstance(one, str) and as_number(one) is None), None)
    return repr(odd if odd is not None and kind(held) == "text numbers" else some[0] if some else "")[:30]


def _words(held: Any) -> str:
    return {
        "dates": "dates",
        "text dates": f"dates written as text, such as {_example(held)}",
        "text numbers": f"text in it, such as {_example(held)}",
        "nullable": f"pandas' own dtype {held.dtype}",
        "others": f"objects such as {(values(held) or [''])[0]!r}"[:60],
        "empty": "missing values only",
        "bools": "True and False, and is kept as objects",
    }.get(kind(held), f"text, such as {_example(held)}")


@rule(TypeError, needs=CORE)
def words_in_target(scene: Scene) -> Diagnosis | None:
    """y_names is text, and y_block says that it is a number."""
    found, made = columns(scene), made_by(scene)
    if found is None or made is None or scene.within(CORE, "encodes") is not found.frame:
        return None
    wrong = [(one, held) for one in found.ys if (held := column(found.items, one)) is not None]
    wrong = [(one, held) for one, held in wrong if not is_plain_number(held)]
    fine = all(
        (held := column(found.items, one)) is None or is_plain_number(held)
        for one in (*found.cats, *found.conts)
    )
    if not wrong or not fine:
        return None
    if "RegressionSetup" not in found.procs:
        return texts_of_labels(found, made, wrong)
    name, held = wrong[0]
    place = f"{made.table}[{name!r}]"
    if kind(held) == "text numbers" or numbers_in(held) is not None:
        return Diagnosis(
            f"The target `{name}` has {_words(held)}.",
            "RegressionBlock is for numbers, and these are written as text.",
            to_number(held, place, is_target=True),
            "Make it numbers before the data are made:",
            card="regression-and-points",
        )
    numbers = [one for one in found.ys if one not in [text for text, _ in wrong]]
    if numbers:
        left = repr(numbers[0]) if len(numbers) == 1 else repr(numbers)
        return Diagnosis(
            f"The target `{name}` has {_words(held)}; the `y_block` is a RegressionBlock, which is for numbers.",
            f"y_names has targets of both kinds: {listed(f'`{one}`' for one in numbers)} "
            f"{'is a number' if len(numbers) == 1 else 'are numbers'}, `{name}` is not. One model with a "
            "RegressionBlock can only predict the numbers.",
            made.changed({"y_names": left}),
            f"Leave `{name}` out of the targets (a class needs a model of its own):",
            card="tabular",
        )
    return Diagnosis(
        f"The target `{name}` has {_words(held)}; its `y_block` is a RegressionBlock, which is for numbers.",
        "Words are classes: they need CategoryBlock, which fastai chooses by itself where `y_block` is left out.",
        made.changed({"y_block": "CategoryBlock()"}),
        "Write:",
        card="tabular",
    )


@rule(ValueError, needs=CORE)
def columns_backwards(scene: Scene) -> Diagnosis | None:
    """cat_names or cont_names in the opposite order to the table: pandas gives a view that torch refuses."""
    found, made = columns(scene), made_by(scene)
    frame = scene.within(CORE, "encodes")
    if found is None or made is None or frame is None or "stride" not in scene.message:
        return None
    order = {one: i for i, one in enumerate(found.items.columns)}
    for argument, names in (("cat_names", found.cats), ("cont_names", found.conts), ("y_names", found.ys)):
        places = [order.get(one, -1) for one in names]
        if len(names) > 1 and places == sorted(places, reverse=True):
            ordered = names[::-1]
            return Diagnosis(
                f"`{argument}` lists {listed((f'`{one}`' for one in names), 4)}: the opposite order to the table's.",
                "pandas then reads the columns backwards in memory (a negative stride), and torch cannot take that.",
                made.changed({argument: repr(ordered)}),
                "List them in the table's order:",
                card="tabular",
            )
    return None


# Other things given wrongly -----------------------------------------------------------------------------


@rule(IndexError, ValueError, needs=CORE)
def empty_table(scene: Scene) -> Diagnosis | None:
    """The table has no rows at all."""
    found, made = columns(scene), made_by(scene)
    if found is None or made is None or len(found.items):
        return None
    whole: Any = scene.names.get(made.table)
    if not is_table(whole) or len(whole):
        return None
    return Diagnosis(
        f"`{made.table}` has no rows: {described(whole)}.",
        "A condition that no row meets, or a `dropna` where each row misses something, leaves nothing.",
        f"print({made.table}.shape)",
        f"Look at the lines that make `{made.table}`, after each of them:",
        card="tabular",
    )


@rule(AttributeError, needs=CORE)
def block_is_text(scene: Scene) -> Diagnosis | None:
    """y_block='category'."""
    frame, made = scene.last, made_by(scene)
    if frame is None or made is None or frame.module != CORE or frame.function != "__init__":
        return None
    given = frame.names.get("y_block")
    if not isinstance(given, str):
        return None
    block = (
        "RegressionBlock()"
        if given.lower().startswith(("reg", "cont", "float", "num"))
        else "CategoryBlock()"
    )
    return Diagnosis(
        f"`y_block` is the text {given!r}.",
        "It takes a block, an object: CategoryBlock for classes, RegressionBlock for numbers.",
        made.changed({"y_block": block}),
        "Write:",
        card="tabular",
    )


@rule(TypeError, needs=CORE)
def strategy_is_text(scene: Scene) -> Diagnosis | None:
    """FillMissing(fill_strategy='median')."""
    frame = next(
        (one for one in reversed(scene.frames) if one.module == CORE and one.function == "setups"), None
    )
    given = stored(frame.names.get("self")).get("fill_strategy") if frame is not None else None
    if not isinstance(given, str):
        return None
    name = given if given in ("median", "constant", "mode") else "median"
    return Diagnosis(
        f"`fill_strategy` is the text {given!r}.",
        "It takes a function, one of FillStrategy's: median, constant or mode.",
        f"FillMissing(fill_strategy=FillStrategy.{name})",
        "Write:",
        card="tabular-procs",
    )
