"""Columns of which `errors='coerce'` left nothing."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from typing import Any

from fastaid.facts.diagnosis import Notice
from fastaid.teach.notices import check
from fastaid.teach.notices.cell import Cell, constant, keyword, last_name
from fastaid.teach.notices.columns import held_by, is_column, place_of
from fastaid.teach.notices.tree import text_of
from fastaid.teach.objects import UNKNOWN, is_table, library

MOST_ROWS = 2_000_000
FEWEST = 3  # values; of fewer nothing can be told
MOST_TRIED = 200
SIGNS = r"[^0-9.-]"  # what is no part of a number
ONE_NUMBER = re.compile(r"[^\d.-]*-?\d[\d,]*(\.\d+)?(?! ?[kKmMbB]\b)[^\d.-]*")  # '$66,000', '1200 km'
DECIMAL_COMMA = re.compile(r"\d,(\d{1,2}|\d{4,})(?!\d)")
COUNTS = frozenset({"isna", "isnull", "notna", "notnull", "dropna"})  # who asks them knows of the lost ones
KINDS = {"to_numeric": "NaN", "to_datetime": "NaT"}


@check("'coerce'", '"coerce"', needs="pandas")
def all_became_nan(cell: Cell) -> Iterator[Notice]:
    """`df['Price'] = pd.to_numeric(df['Price'], errors='coerce')` where the values are '$66,000'."""
    for node in cell.of(ast.Assign):
        call = node.value
        if len(node.targets) != 1 or not isinstance(call, ast.Call):
            continue
        found = _read(call)
        if found is None:
            continue
        given, how = found
        for made, before, name in _columns(cell, node.targets[0], given):
            text = _said(cell, node, given, how, (made, before, name))
            if text:
                yield Notice(text, hash((ast.dump(node), name)), card="cleaning-data")
                return


def _read(call: ast.Call) -> tuple[ast.expr, str] | None:
    """What is read, and by which function: `pd.to_numeric(x, errors='coerce')`, `x.apply(pd.to_numeric, …)`."""
    if constant(keyword(call, "errors")) != "coerce":
        return None
    word = last_name(call.func)
    if word in KINDS and call.args:
        return call.args[0], word
    if word == "apply" and call.args and isinstance(call.func, ast.Attribute):
        inner = last_name(call.args[0])
        return (call.func.value, inner) if inner in KINDS else None
    return None


def _columns(cell: Cell, target: ast.expr, given: ast.expr) -> Iterator[tuple[Any, Any, str]]:
    """Each column that was made, the one it was made of (None where it is gone), and its name."""
    source = held_by(cell, given)
    is_own = text_of(target).replace('"', "'") == text_of(given).replace('"', "'")
    if isinstance(target, ast.Name):
        made = held_by(cell, target)
        pairs = [("", made)] if is_column(made) else []
        pairs = [(one, made[one]) for one in made.columns] if is_table(made) else pairs
    else:
        table, names = place_of(cell, target)
        pairs = [(one, table[one]) for one in names]
    is_one = len(pairs) == 1
    for name, made in pairs:
        before = None
        if not is_own and is_column(source) and is_one:
            before = source
        elif not is_own and is_table(source) and name in source.columns:
            before = source[name]
        known = before if before is not None and before is not made else _elsewhere(cell, name, made)
        if known is not None and len(known) != len(made):
            known = None
        if known is not None or (is_one and (is_own or source is UNKNOWN)):
            yield made, known, name  # of several columns that are gone one may have been empty


def _elsewhere(cell: Cell, name: str, made: Any) -> Any:
    """The column as another table of the notebook still has it."""
    for other, held in list(cell.names.items()):
        if is_table(held) and len(held) == len(made) and name in held.columns and held.columns.is_unique:
            column = held[name]
            if (
                other[:1] != "_"
                and is_column(column)
                and column is not made
                and not bool(column.isna().all())
            ):
                return column
    return None


def _said(cell: Cell, node: ast.Assign, given: ast.expr, how: str, column: tuple[Any, Any, str]) -> str:
    made, before, name = column
    if not FEWEST <= len(made) <= MOST_ROWS or made.dtype.kind not in "fM":
        return ""
    lost = made.isna().to_numpy()
    if before is None:
        if not lost.all():
            return ""
        texts: list[str] = []
    else:
        had = before.notna().to_numpy()
        texts = [one for one in before[had & lost].unique()[:MOST_TRIED] if isinstance(one, str)]
        if int(had.sum()) < FEWEST or int((had & lost).sum()) * 2 <= int(had.sum()) or not texts:
            return ""
        if not lost.all() and cell.words & COUNTS:
            return ""
        has_digits = sum(bool(re.search(r"\d", one)) for one in texts) * 2 > len(texts)
        if not lost.all() and not has_digits:
            return ""  # words such as "unknown" are missing values, and meant so
    every = "Every value" if lost.all() else f"{int(lost.sum()):,} of the {len(made):,} values"
    place = f"`{name}`" if name else f"`{text_of(node.targets[0])}`"
    shown = f" (such as {texts[0]!r})" if texts else ""
    what = "number" if how == "to_numeric" else "date"
    again = ""
    if text_of(node.targets[0]).replace('"', "'") == text_of(given).replace('"', "'"):
        again = f"The texts are gone: load `{text_of(node.targets[0]).partition('[')[0].partition('.')[0]}` again. "
    return (
        f"{every} of {place} {'is' if lost.all() else 'are'} {KINDS[how]}: with `errors='coerce'` "
        f"`{how}` makes {KINDS[how]} of each text that it cannot read as a {what}{shown}. "
        f"{again}{_mended(node, given, how, texts)}"
    )


def _mended(node: ast.Assign, given: ast.expr, how: str, texts: list[str]) -> str:
    """The line that reads these texts, tried on them."""
    pandas: Any = library("pandas")
    target, source = text_of(node.targets[0]), text_of(given)
    sample = pandas.Series(texts, dtype=object)
    if how == "to_datetime":
        for more in ("dayfirst=True", "format='mixed'", "format='mixed', dayfirst=True", "format='%Y%m%d'"):
            if texts and _reads(sample, more):
                return f"Write `{target} = pd.to_datetime({source}, {more})`."
        return f"Without `errors='coerce'` pandas names the text that it cannot read: `pd.to_datetime({source})`."
    return _number_line(node, source, texts)


def _number_line(node: ast.Assign, source: str, texts: list[str]) -> str:
    target = text_of(node.targets[0])
    first = "Remove the signs and letters first:"
    if texts and not any(re.search(r"\d", one) for one in texts):
        return (
            f"They are words, no numbers: for codes write `{target} = {source}.astype('category').cat.codes`."
        )
    if not texts:
        first = "Look at the texts; where they are like '$66,000', remove the signs first:"
    elif any(DECIMAL_COMMA.search(one) for one in texts):
        fixed = f"{source}.str.replace('.', '', regex=False).str.replace(',', '.', regex=False)"
        return f"With a comma before the decimals write `{target} = pd.to_numeric({fixed}, errors='coerce')`."
    elif sum(bool(ONE_NUMBER.fullmatch(one)) for one in texts) * 10 < 9 * len(texts):
        return f"Look at the texts before: `{source}.unique()[:20]`."
    if isinstance(node.value, ast.Call) and last_name(node.value.func) == "apply":
        fixed = f"{source}.replace('{SIGNS}', '', regex=True).apply(pd.to_numeric, errors='coerce')"
    else:
        is_loop = isinstance(getattr(node.targets[0], "slice", None), ast.Name)  # some may be numbers already
        kind = ".astype(str)" if is_loop else ""
        fixed = f"pd.to_numeric({source}{kind}.str.replace('{SIGNS}', '', regex=True), errors='coerce')"
    return f"{first} `{target} = {fixed}`."


def _reads(sample: Any, more: str) -> bool:
    """Whether pandas reads these dates with other arguments."""
    pandas: Any = library("pandas")
    pairs = (one.split("=") for one in more.split(", "))
    given = {key: True if value == "True" else value.strip("'") for key, value in pairs}
    try:
        return bool(pandas.to_datetime(sample, errors="coerce", **given).notna().all())
    except (ValueError, TypeError):
        return False
