"""Several labels for each row of a table: MultiCategoryBlock wants columns of 0 and 1. No rules of its own."""

from __future__ import annotations

import ast
from typing import Any

from fastaid.errors import listed
from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.rules.tabular_data import Columns, Made, kind, values

MULTI = ("MultiCategorize", "EncodedMultiCategorize")
SIGNS = (";", "|", ",")
YES = frozenset({"yes", "y", "true", "t", "present", "positive", "pos", "1"})
MOST_COLUMNS = 4


def texts_of_labels(found: Columns, made: Made, wrong: list[tuple[Any, Any]]) -> Diagnosis | None:
    """Targets that are text, under a MultiCategoryBlock; `wrong` has their names and columns."""
    if not any(one in MULTI for one in found.procs):
        return None
    names = listed((f"`{name}`" for name, _ in wrong), 3)
    one = wrong[0][1]
    example = repr((values(one) or [""])[0])[:40]
    what = f"The {'target' if len(wrong) == 1 else 'targets'} {names} {'has' if len(wrong) == 1 else 'have'} "
    what += f"{'lists' if kind(one) == 'others' else 'text'}, such as {example}."
    cause = (
        "In a table MultiCategoryBlock makes no numbers of them: it takes a column of 0 and 1 for each label, "
        "with `encoded=True`."
    )
    lines, ys, how = _as_zeros_and_ones(found, made, wrong)
    if not lines:
        return _of_one_class(found, made, *wrong[0])
    block = f"MultiCategoryBlock(encoded=True, vocab={ys})"
    call = made.changed({"y_names": ys, "y_block": block})
    last = call.rpartition("\n")[2]
    # A call too long for a card is told as the arguments to change.
    if last.startswith(("y_block=", "y_names=")):
        more = f"`y_names={ys}, " if "y_names=" in last else "`"
        how, call = f"{how}, and pass {more}y_block={block}`:", call.rpartition("\n")[0]
    else:
        how = f"{how}:"
    call = "\n".join(line for line in call.split("\n") if line != f"{ys} = {ys}" and line not in lines)
    return Diagnosis(what, cause, "\n".join(filter(None, [*lines, call])), how, card="tabular")


def _as_zeros_and_ones(
    found: Columns, made: Made, wrong: list[tuple[Any, Any]]
) -> tuple[list[str], str, str]:
    """Lines that make such columns, the code for their names, and what the lines do."""
    given, table = made.given("y_names"), made.table
    ys = ast.unparse(given) if given is not None else repr(found.ys)
    every = [(name, sorted(set(map(str, values(held))))) for name, held in wrong]
    if all(len(words) == 2 for _, words in every) and len(every) <= MOST_COLUMNS and len(found.ys) > 1:
        lines = [
            f"{table}[{name!r}] = ({table}[{name!r}] == {_yes(words)!r}).astype(int)" for name, words in every
        ]
        return lines, ys, "Make 1 of the answer that is to be found, and 0 of the other"
    ys = given.id if isinstance(given, ast.Name) else "y_names"
    if len(wrong) == 1 and len(found.ys) == 1:
        name, held = wrong[0]
        place = f"{table}[{name!r}]"
        texts = [one for one in values(held) if isinstance(one, str)]
        sign = next((one for one in SIGNS if any(one in text for text in texts)), "")
        if kind(held) == "others" and all(isinstance(one, (list, tuple)) for one in values(held)):
            place, sign = f"{place}.str.join('|')", "|"
        elif not sign:
            return [], "", ""
        lines = [
            f"labels = {place}.str.get_dummies({sign!r})",
            f"{table} = {table}.join(labels)",
            f"{ys} = list(labels)",
        ]
        return lines, ys, "Make a column for each label"
    lines = [f"labels = pd.get_dummies({table}[{[name for name, _ in wrong]!r}], dtype=int)"]
    rest = [one for one in found.ys if one not in [name for name, _ in wrong]]
    lines += [f"{table} = {table}.join(labels)", f"{ys} = {f'{rest!r} + ' if rest else ''}list(labels)"]
    return lines, ys, "Make a column for each label"


def _yes(words: list[str]) -> str:
    """Of two answers the one that is looked for: "yes"; else the second, as they stand in the alphabet."""
    return next((one for one in words if one.strip().lower() in YES), words[-1])


def _of_one_class(found: Columns, made: Made, name: Any, held: Any) -> Diagnosis | None:
    """One class for each row, which is no case for MultiCategoryBlock."""
    if len(found.ys) > 1 or kind(held) != "texts":
        return None
    example = repr((values(held) or [""])[0])[:30]
    return Diagnosis(
        f"The target `{name}` has text, such as {example}; its `y_block` is a MultiCategoryBlock, which is for "
        "several labels in a row.",
        "One class for each row needs CategoryBlock.",
        made.changed({"y_block": "CategoryBlock()"}),
        "Write:",
        card="tabular",
    )
