"""Tables that data is made of: columns that are not there, and files read with the wrong separator."""

from __future__ import annotations

import ast
from typing import Any

from fastaid.errors import counted, did_you_mean, listed
from fastaid.facts.diagnosis import Diagnosis
from fastaid.teach.objects import UNKNOWN, is_of, is_table, stored
from fastaid.teach.rules import rule
from fastaid.teach.rules.columns_of_tests import renamed
from fastaid.teach.rules.columns_taken_out import gone
from fastaid.teach.rules.covered_lines import failing_line
from fastaid.teach.rules.in_code import anew
from fastaid.teach.rules.in_workers import transforms
from fastaid.teach.scene import Frame, Scene

SEPARATORS = {";": "';'", "\t": "'\\t'", "|": "'|'"}
OF_COLUMNS = {
    "fn_col": "file names",
    "label_col": "labels",
    "valid_col": "validation rows",
    "text_col": "texts",
}


def _asked(scene: Scene) -> tuple[Any, list[Any], Frame] | None:
    """The column that was asked for, the table's columns, and the frame that did."""
    making = scene.within("fastai.data.transforms", "_do_one") or scene.within(
        "fastai.data.transforms", "_inner"
    )
    if making is None:
        return None
    row = making.names.get("r", making.names.get("o"))
    asked = making.names.get("c", making.names.get("col"))
    if making.function == "_inner":
        closure = making.names.get("col")
        asked = closure if closure is not None else asked
    columns = (
        list(row.columns) if is_table(row) else list(row.index) if is_of(row, "pandas", "Series") else None
    )
    return (asked, columns, making) if columns is not None and asked is not None else None


@rule(KeyError, IndexError, needs="pandas")
def no_such_column(scene: Scene) -> Diagnosis | None:
    """A column that the table does not have, asked for by a getter or a splitter."""
    found = _asked(scene)
    if found is None:
        return None
    asked, columns, frame = found
    is_number = isinstance(asked, int)
    if (asked in columns) if not is_number else (-len(columns) <= asked < len(columns)):
        return None
    maker = next((one for one in reversed(scene.frames) if one.function.startswith("from_df")), None)
    call = scene.here.call if scene.here is not None else None
    keyword = _keyword(maker, asked)
    joined = wrong_separator(scene, columns)
    if joined is not None:
        return joined
    if (lost := _lost(scene, maker, asked, call, keyword)) is not None:
        return lost
    near = next((one for one in columns if str(one).strip() == str(asked)), None)
    suggestion = did_you_mean(str(asked), map(str, columns), n=1)
    meant = near if near is not None else _meant(suggestion, columns)
    if maker is None and not is_number and (tests := renamed(scene, asked, columns, meant)) is not None:
        return tests
    where = f" for the {OF_COLUMNS[keyword]} (`{keyword}`)" if keyword in OF_COLUMNS else ""
    if is_number:
        what = f"There is no column number {asked}{where}: "
        what += f"the table has {counted(len(columns), 'column')}, counted from 0."
    else:
        what = f"The table has no column {asked!r}{where}."
    cause = f"Its columns are: {listed((repr(one) for one in columns), 6)}."
    cause += f" {suggestion}" if suggestion and not is_number else ""
    if near is not None and near != asked:
        cause = f"There is one called {near!r}, with a space in its name."
    is_splitter = frame.function == "_inner" or keyword == "valid_col"
    if is_splitter and not is_number:
        return _no_mark(scene, frame, call if keyword else None, what, cause, meant)
    several = _among_several(scene, maker, keyword, columns, meant)
    if several:
        cause = f"Its columns are: {listed((repr(one) for one in columns), 6)}."
        return Diagnosis(what, cause, several, "Name those that are there:", card="getters")
    fix = _with_column(
        call, maker, frame, keyword, meant if meant is not None else columns[min(1, len(columns) - 1)]
    )
    return Diagnosis(what, cause, fix, "Name a column that is there:", card="getters")


def _among_several(scene: Scene, maker: Frame | None, keyword: str, columns: list[Any], meant: Any) -> str:
    """The line with those of a list of columns that the table has; "" where one name was given, or none is there."""
    given, here = (maker.names.get(keyword) if maker is not None else None), scene.here
    call = here.call if here is not None else None
    if not isinstance(given, list) or here is None or call is None or len(given) < 2:
        return ""
    used = [maker.names.get(name) for name in OF_COLUMNS] if maker is not None else []
    is_free = meant is not None and meant not in given and meant not in used
    kept = [one if one in columns else meant for one in given if one in columns or is_free]
    written = next((one.value for one in call.keywords if one.arg == keyword), None)
    if not kept:
        return ""
    if isinstance(written, ast.Name):
        return "\n".join(filter(None, (f"{written.id} = {kept!r}", failing_line(here))))
    return anew(call, {keyword: repr(kept)})


def _lost(
    scene: Scene, maker: Frame | None, asked: Any, call: ast.Call | None, keyword: str
) -> Diagnosis | None:
    """A column that an earlier line took out of the table."""
    names = maker.names if maker is not None else {}
    table: Any = names.get("df", names.get("source"))
    if not is_table(table):
        found = [held for _, held in scene.live(object) if is_table(held)]
        table = found[0] if len(found) == 1 else None
    text = scene.name_of(table) if table is not None else ""
    return gone(scene, table, asked, text, call, keyword) if text else None


def _no_mark(
    scene: Scene, frame: Frame, call: ast.Call | None, what: str, cause: str, meant: Any
) -> Diagnosis:
    """No column says which rows are for validation; only one of true and false could."""
    table: Any = frame.names.get("o")
    marks = [one for one in table.columns if _is_mark(table[one])] if is_table(table) else []
    chosen = meant if meant in marks else marks[0] if len(marks) == 1 else None
    if chosen is not None:
        fix = (
            anew(call, {"valid_col": repr(chosen)})
            if call is not None
            else f"splitter=ColSplitter({chosen!r})"
        )
        return Diagnosis(what, cause, fix, "Name the column that marks the validation rows:", card="getters")
    name = scene.name_of(table) or "df"
    asked = frame.names.get("col", "is_valid")
    random = (
        anew(call, {"valid_pct": "0.2"}, drop=("valid_col",))
        if call is not None
        else "splitter=RandomSplitter(valid_pct=0.2, seed=42)"
    )
    return Diagnosis(
        what,
        f"{cause} None of them marks the rows for validation, and ColSplitter needs one of true and false.",
        random,
        f"Split at random; or give `{name}` such a column first (`{name}[{asked!r}] = …`):",
        card="getters",
    )


def _is_mark(column: Any) -> bool:
    """Whether a column has only true and false, or 0 and 1."""
    if str(column.dtype) == "bool":
        return True
    return str(column.dtype).startswith("int") and set(column.unique()[:3].tolist()) == {0, 1}


def _meant(suggestion: str, columns: list[Any]) -> Any:
    return next((one for one in columns if f"'{one}'" in suggestion), None)


def _keyword(maker: Frame | None, asked: Any) -> str:
    if maker is None:
        return ""
    for name in OF_COLUMNS:
        given = maker.names.get(name, UNKNOWN)
        if given is asked or (type(given) is type(asked) and given == asked):
            return name
        if isinstance(given, (list, tuple)) and asked in given:
            return name
    return ""


def _with_column(call: ast.Call | None, maker: Frame | None, frame: Frame, keyword: str, meant: Any) -> str:
    if maker is not None and call is not None and keyword:
        return anew(call, {keyword: repr(meant)})
    if is_of(frame.names.get("self"), "fastai.data.transforms", "ColReader"):
        held = stored(frame.names["self"])
        rest = "".join(
            f", {name}={held[name]!r}" for name in ("pref", "suff", "label_delim") if held.get(name)
        )
        return f"ColReader({meant!r}{rest})"
    return f"ColSplitter({meant!r})"


def wrong_separator(scene: Scene, columns: list[Any]) -> Diagnosis | None:
    """A file that was read as one column, as its separator is another."""
    if len(columns) != 1:
        return None
    sign = next((one for one in SEPARATORS if one in str(columns[0])), "")
    if not sign:
        return None
    call = scene.here.call if scene.here is not None else None
    is_csv = call is not None and isinstance(call.func, ast.Attribute) and call.func.attr == "from_csv"
    fix = (
        anew(call, {"delimiter": SEPARATORS[sign]})
        if is_csv and call
        else f"df = pd.read_csv('…', sep={SEPARATORS[sign]})"
    )
    return Diagnosis(
        f"The table has only one column, {columns[0]!r}.",
        f"The file's columns are separated by {SEPARATORS[sign]}, and it was read as separated by commas.",
        fix,
        "Read it with its own separator:",
        card="getting-data",
    )


@rule(KeyError, AttributeError, needs="pandas")
def no_such_part_of_row(scene: Scene) -> Diagnosis | None:
    """A getter of the learner's reads a column from a row that has none of this name."""
    frame = scene.here
    if frame is None or (
        scene.within("fastai.data.block") is None and scene.within("fastai.data.core") is None
    ):
        return None
    node = frame.node
    if not isinstance(node, (ast.Subscript, ast.Attribute)) or scene.frames.index(frame) == 0:
        return None
    row, is_dotted = frame.value(node.value), isinstance(node, ast.Attribute)
    key = node.attr if isinstance(node, ast.Attribute) else frame.value(node.slice)
    if is_dotted != isinstance(scene.error, AttributeError) or (
        is_dotted and row is not getattr(scene.error, "obj", None)
    ):
        return None
    if not is_of(row, "pandas", "Series") or not isinstance(key, str) or key in row.index:
        return None
    columns = list(row.index)
    suggestion = did_you_mean(key, map(str, columns), n=1)
    meant = _meant(suggestion, columns)
    text = ast.unparse(node.value)
    return Diagnosis(
        f"`{ast.unparse(node)}`: a row of the table has no column {key!r}.",
        f"The columns are: {listed((repr(one) for one in columns), 6)}. {suggestion}".strip(),
        f"{text}.{meant}"
        if is_dotted and str(meant).isidentifier() and meant is not None
        else f"{text}[{columns[0] if meant is None else meant!r}]",
        "Name one of them:",
        card="getters",
    )


def without_gaps(scene: Scene) -> str:
    """The line that leaves out the rows without a label, with the names of the table and the column."""
    frame = scene.within("fastai.vision.data", "from_df")
    for step in transforms(scene):
        cols = (
            list(stored(step).get("cols") or ()) if is_of(step, "fastai.data.transforms", "ColReader") else []
        )
        for name, table in scene.live(object):
            if not is_table(table) or (frame is not None and frame.names.get("df") is not table):
                continue
            known = [
                table.columns[one] if type(one) is int and one < len(table.columns) else one for one in cols
            ]
            gaps = [one for one in known if one in table.columns and table[one].isna().any()]
            if gaps:
                return f"{name} = {name}.dropna(subset={gaps!r})"
    return "df = df.dropna(subset=['label'])   # the name of your label column"
