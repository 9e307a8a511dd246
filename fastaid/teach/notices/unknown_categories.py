"""Tables to predict for whose categories are written otherwise than in training: each of them becomes `#na#`."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence
from contextlib import suppress
from typing import Any

from fastaid.errors import listed
from fastaid.facts.diagnosis import Notice
from fastaid.teach.notices import check
from fastaid.teach.notices.cell import Cell, keyword, last_name
from fastaid.teach.notices.tree import below, text_of
from fastaid.teach.notices.values import loaders_of
from fastaid.teach.objects import UNKNOWN, is_dls, is_learner, is_of, is_table, stored

MOST_ROWS = 200_000
MOST_CLASSES = 20_000
SHORTEST = 3  # letters: "b" and "B" may be two things


@check("test_dl(", ".new(", needs="fastai")
def written_otherwise(cell: Cell) -> Iterator[Notice]:
    """`dls.test_dl(test_df)` where a column holds '1' and training had 1: fastai takes it for an unknown value."""
    for call in cell.calls("test_dl", "new"):
        classes = _classes(cell, call)
        given = (call.args[0] if call.args else keyword(call, "test_items")) if classes else None
        found = _table(cell, given) if given is not None else None
        if found is None or _is_changed_behind(cell, found[0], call):
            continue
        name, table = found
        said = {column: text for column in classes for text in _column(name, table, column, classes[column])}
        if said:
            first, *others = said
            more = f" The same holds for {listed([f'`{one}`' for one in others], 3)}." if others else ""
            yield Notice(
                f"{said[first]}{more} Then call `{last_name(call.func)}` again.",
                hash((id(table), len(said))),
                card="test-set",
            )
            return


def _classes(cell: Cell, call: ast.Call) -> dict[str, Sequence[Any]]:
    """What a training table's Categorify learnt: the categories of each column, `#na#` first."""
    held = cell.value(call.func.value) if isinstance(call.func, ast.Attribute) else UNKNOWN
    data: Any = stored(held).get("dls") if is_learner(held) else held
    if is_dls(data):
        data = (loaders_of(data) or [{}])[0].get("dataset")
    if not is_of(data, "fastai.tabular.core", "Tabular"):
        return {}
    for tfm in list(stored(stored(data).get("procs")).get("fs") or ()):
        found = stored(tfm).get("classes")
        if isinstance(found, dict):
            names = set(stored(data).get("cat_names") or ())
            return {column: one for column, one in found.items() if column in names}
    return {}


def _table(cell: Cell, given: ast.expr) -> tuple[str, Any] | None:
    """The table that is given, also `test_df.drop(columns='id')`; a slip of the values stays in it."""
    while isinstance(given, (ast.Call, ast.Subscript, ast.Attribute)):
        inner = (
            given.func.value
            if isinstance(given, ast.Call) and isinstance(given.func, ast.Attribute)
            else None
        )
        if isinstance(given, ast.Call) and (
            inner is None or last_name(given.func) not in ("drop", "copy", "head")
        ):
            return None
        given = inner if inner is not None else given.value  # type: ignore[union-attr]
    held = cell.value(given) if isinstance(given, ast.Name) else None
    if not is_table(held) or not 0 < len(held) <= MOST_ROWS:  # type: ignore[arg-type]
        return None
    return text_of(given), held


def _is_changed_behind(cell: Cell, name: str, call: ast.Call) -> bool:
    """Whether the cell writes into the table after it was given."""
    stores = [one for one in cell.of(ast.Subscript) if isinstance(one.ctx, ast.Store)]
    return any(one.lineno > call.lineno for one in stores for part in below(one) if text_of(part) == name)


def _column(name: str, table: Any, column: str, classes: Any) -> Iterator[str]:
    """What to say of a column; nothing where its values are known, or are new ones."""
    if column not in table.columns or len(classes) > MOST_CLASSES:
        return
    values = table[column]
    if getattr(values, "ndim", 0) != 1:
        return
    known = [one for one in classes if one != "#na#"]
    place = f"{name}[{column!r}]"
    if str(values.dtype) == "category":
        own = list(values.dtype.categories)
        used = set(values.dropna())
        apart = next(
            (one for n, one in enumerate(own) if one in used and (n >= len(known) or known[n] != one)), None
        )
        if apart is not None and any(one in known for one in used):
            yield (
                f"`{place}` is a column of the kind category and numbers its values by itself: {apart!r} is number "
                f"{own.index(apart) + 1} there, and "
                f"{f'{known.index(apart) + 1} in the training table' if apart in known else 'unknown in training'}. "
                f"Let fastai number them: `{place} = {place}.astype(object)`."
            )
        return
    here = values.dropna()
    unknown = here[~here.isin(known)]
    if not len(unknown):
        return
    first = unknown.iloc[0]
    twin, how = _twin(first, known)
    if how == ".astype(int)" and len(here) < len(values):
        how = ".astype(float)"  # a column with gaps has no whole numbers
    if how and _helps(here, known, how):
        n = len(unknown)
        rows = f"all {n} rows" if n == len(values) else f"{n} of {len(values)} rows"
        yield (
            f"`{place}` holds {_shown(first)}, and in training it was {_shown(twin)}: fastai takes what "
            f"it does not know for `#na#`, so {rows} lost this value. Write `{place} = {place}{how}`."
        )


def _helps(values: Any, known: Sequence[Any], how: str) -> bool:
    """Whether more values are known after a column was turned so."""
    try:
        kinds = {".astype(int)": int, ".astype(float)": float, ".astype(str)": str}
        turned = values.astype(kinds[how]) if how in kinds else getattr(values.str, how[5:-2])()
        return bool(turned.isin(known).sum() > values.isin(known).sum())
    except (ValueError, TypeError, AttributeError):  # other values of the column do not take it
        return False


def _shown(held: Any) -> str:
    """A value as it is told from one of another kind."""
    if not isinstance(held, str):
        return f"the number {held}"
    return f"the text {held!r}" if held.strip().replace(".", "").isdigit() else repr(held)


def _twin(value: Any, known: Sequence[Any]) -> tuple[Any, str]:
    """The category that a value was meant to be, and how a column is turned into such."""
    if isinstance(value, str):
        numbers = [one for one in known if not isinstance(one, (str, bool))]
        with suppress(ValueError, TypeError):
            number = float(value)
            twin = next((one for one in numbers if float(one) == number), None)
            if twin is not None:
                is_whole = (
                    all(float(one).is_integer() for one in numbers) and value.strip().lstrip("-").isdigit()
                )
                return twin, ".astype(int)" if is_whole else ".astype(float)"
        texts = {one: one.strip() for one in known if isinstance(one, str)}
        twin = next((one for one, bare in texts.items() if bare == one == value.strip()), None)
        if twin is not None:
            return twin, ".str.strip()"
        if len(value) >= SHORTEST:
            for how, turned in (
                (".str.lower()", value.lower()),
                (".str.title()", value.title()),
                (".str.upper()", value.upper()),
            ):
                if turned in texts:
                    return turned, how
    elif type(value).__name__.startswith(("int", "float", "bool")):
        twin = next((one for one in known if isinstance(one, str) and one == str(value)), None)
        if twin is not None:
            return twin, ".astype(str)"
    return None, ""
