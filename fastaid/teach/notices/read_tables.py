"""Tables that came out of a file, or out of a dictionary of codes, otherwise than meant."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from fastaid.facts.diagnosis import Notice
from fastaid.teach.notices import check
from fastaid.teach.notices.cell import Cell, constant, keyword, last_name
from fastaid.teach.notices.tree import text_of
from fastaid.teach.objects import UNKNOWN, is_of, is_table, library

SEPARATORS = {
    "\t": "tabs",
    ";": "semicolons",
    "|": "bars",
    "::": "double colons",
    ",": "commas",
    " ": "spaces",
}
MOST_LINES = 50
MOST_ROWS = 200_000
MOST_KEYS = 50


@check("read_csv(", "read_table(", needs="pandas")
def one_column_read(cell: Cell) -> Iterator[Notice]:
    """A file whose separator is another: each line became one value."""
    for name, call in cell.assigned():
        if not isinstance(call, ast.Call) or last_name(call.func) not in ("read_csv", "read_table"):
            continue
        table: Any = cell.names.get(name)
        if not is_table(table) or cell.bound[name] > 1 or not _is_plain(cell, call):
            continue
        sep, n = _separator(table)
        if not sep:
            continue
        given = [one for one in call.keywords if one.arg not in ("sep", "delimiter")]
        parts = str(table.columns[0]).split(sep)
        is_data = keyword(call, "header") is None and keyword(call, "names") is None
        is_data = is_data and all(_is_number(one) for one in parts)
        extra = ", header=None" if is_data else ""
        extra += ", engine='python'" if len(sep) > 1 and keyword(call, "engine") is None else ""
        args = ", ".join([text_of(call.args[0]) if call.args else "", f"sep={sep!r}{extra}"])
        args += "".join(
            f", {text_of(one.value) if one.arg is None else f'{one.arg}={text_of(one.value)}'}"
            for one in given
        )
        first = (
            " Its first line holds data and became the column's name, so it also needs header=None." * is_data
        )
        yield Notice(
            f"`{name}` has everything in one column: each line of the file holds {n} {SEPARATORS[sep]} and was not "
            f"taken apart there.{first} Write `{name} = {text_of(call.func)}({args.removeprefix(', ')})`.",
            hash(name),
            card="cleaning-data",
        )
        return


def _is_plain(cell: Cell, call: ast.Call) -> bool:
    """Whether lines as a whole cannot have been meant."""
    if len(call.args) > 1 or "split(" in cell.source:
        return False
    given = keyword(call, "sep") or keyword(call, "delimiter")
    if given is not None and constant(given) not in (",", ";", "\t", "|"):
        return False
    names = keyword(call, "names")
    is_one = isinstance(names, (ast.List, ast.Tuple)) and len(names.elts) < 2
    return not is_one and keyword(call, "usecols") is None and keyword(call, "index_col") is None


def _is_empty(table: Any) -> bool:
    """Whether a table has nothing behind its first column."""
    return all(table.iloc[:, at].isna().all() for at in range(1, len(table.columns)))


def _separator(table: Any) -> tuple[str, int]:
    """What stands equally often in every line of a table's only column, and how often."""
    if not len(table) or not len(table.columns):
        return "", 0
    if len(table.columns) > 1 and not (library("pandas").isna(table.iat[0, 1]) and _is_empty(table)):
        return "", 0
    lines = list(table.iloc[:MOST_LINES, 0])
    if not all(isinstance(one, str) for one in lines):
        return "", 0
    head = table.columns[0]
    if isinstance(head, str) and len(table.columns) == 1:
        lines.append(head)
    for sep in SEPARATORS:
        counts = {one.count(sep) for one in lines}
        if len(counts) != 1 or not (n := counts.pop()):
            continue
        if sep in " ," and not all(
            _is_number(part) for one in lines[: len(table)] for part in one.split(sep)
        ):
            continue
        return (sep, n) if len(lines) > 1 else ("", 0)
    return "", 0


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True


@check(".map(", needs="pandas")
def codes_without_values(cell: Cell) -> Iterator[Notice]:
    """`df['kind'].map({'Cat': 0})`: no value is a key of the dictionary, so all become NaN."""
    for node in cell.of(ast.Assign):
        call = _mapped(node.value)
        if call is None or not isinstance(call.func, ast.Attribute):
            continue
        codes = _codes(cell, call.args[0])
        if not codes or len(node.targets) != 1:
            continue
        text = _hidden(cell, node, call, codes)
        if text:
            yield Notice(text, hash(ast.dump(node)), card="cleaning-data")
            return
        made, given = _column(cell, node.targets[0]), _column(cell, call.func.value)
        if not _is_column(made) or len(made) > MOST_ROWS or not len(made) or not bool(made.isna().all()):
            continue
        text = _lost(cell, node, call, codes, given if _is_column(given) else None)
        if text:
            yield Notice(text, hash(ast.dump(node)), card="cleaning-data")
            return


def _hidden(cell: Cell, node: ast.Assign, call: ast.Call, codes: Mapping[Any, Any]) -> str:
    """What became of a column whose values are no keys, where `fillna` hid the NaN; "" for any other."""
    from fastaid.teach.notices.hidden_codes import column_before, filled_with

    source: ast.expr = call.func.value  # type: ignore[attr-defined]
    fill = filled_with(cell, node, call)
    given = column_before(cell, source, node) if fill is not UNKNOWN else UNKNOWN
    if not _is_column(given):
        return ""
    values = list(given.dropna().unique()[:MOST_KEYS]) if len(given) <= MOST_ROWS else []
    known = {_plain(one) for one in codes}
    # A dictionary of other words may be meant so: those that it does not name get the default.
    if any(one in codes for one in values) or not any(_plain(one) in known for one in values):
        return ""
    start = f"`{text_of(call)}` gives NaN for every row, and `fillna` makes each of them {_native(fill)!r}"
    return f"{start}: {_keys_to_write(source, values, codes)}."


def _keys_to_write(source: ast.expr, values: Sequence[Any], codes: Mapping[Any, Any]) -> str:
    known = {_plain(key): code for key, code in codes.items()}
    right = {_native(one): known[_plain(one)] for one in values if _plain(one) in known}
    fix = f"write the keys as these are, with a code for each: `{{{_native(values[0])!r}: 0, …}}`"
    if len(right) == len(values) <= 6:
        fix = f"write them as the values are: `{right!r}`"
    return f"`{text_of(source)}` holds {_few(values)} where the keys are {_few(codes)}: {fix}"


def _lost(cell: Cell, node: ast.Assign, call: ast.Call, codes: Mapping[Any, Any], given: Any) -> str:
    target, source = text_of(node.targets[0]), text_of(call.func.value)  # type: ignore[attr-defined]
    start = f"Every value of `{target}` is NaN: `map` gives NaN for a value that is no key of the dictionary"
    is_own = target == source or target.replace("'", '"') == source.replace("'", '"')
    if is_own:
        table = target.partition("[")[0].partition(".")[0]
        return (
            f"{start} ({_few(codes)}). Where the cell ran before, `{source}` held codes already. Make `{table}` anew, "
            "run this cell once, and write the keys exactly as `.unique()` shows the values."
        )
    if given is None or bool(given.isna().all()):
        return ""
    values = list(given.dropna().unique()[:MOST_KEYS])
    if any(one in codes for one in values):
        return ""
    return f"{start}, and {_keys_to_write(call.func.value, values, codes)}."  # type: ignore[attr-defined]


def _mapped(node: ast.AST) -> ast.Call | None:
    """The `column.map(codes)` of an expression that keeps what is missing: `….map(codes).astype(float)`."""
    while isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
        if node.func.attr == "map" and len(node.args) == 1:
            return node
        if node.func.attr not in ("astype", "copy", "fillna"):
            return None
        node = node.func.value
    return None


def _codes(cell: Cell, node: ast.expr) -> Mapping[Any, Any]:
    """The dictionary, by its name, as it is written, or as `codes.get`."""
    if isinstance(node, ast.Attribute) and node.attr == "get":
        node = node.value
    held = _dictionary(node) if isinstance(node, ast.Dict) else cell.value(node)
    is_plain = type(held) is dict and 0 < len(held) <= MOST_KEYS
    return held if is_plain and not all(one is None for one in held.values()) else {}


def _dictionary(node: ast.Dict) -> dict[Any, Any]:
    """A dictionary whose keys and values are literals."""
    pairs = [(constant(key), constant(value)) for key, value in zip(node.keys, node.values, strict=True)]
    return {} if any(UNKNOWN in pair for pair in pairs) else dict(pairs)


def _column(cell: Cell, node: ast.expr) -> Any:
    """The column that `df['kind']`, `df.kind`, `df.loc[:, 'kind']` or a name stands for."""
    if isinstance(node, ast.Name):
        return cell.value(node)
    holder, name = getattr(node, "value", None), None
    if isinstance(node, ast.Attribute):
        name = node.attr
    elif isinstance(node, ast.Subscript):
        name = constant(node.slice)
        if isinstance(node.slice, ast.Tuple) and isinstance(holder, ast.Attribute) and holder.attr == "loc":
            name, holder = constant(node.slice.elts[-1]), holder.value
    table = cell.value(holder)
    is_there = is_table(table) and isinstance(name, str) and name in table.columns
    return table[name] if is_there else UNKNOWN


def _is_column(held: Any) -> bool:
    return library("pandas") is not None and is_of(held, "pandas", "Series")


def _plain(value: Any) -> str:
    text = str(value).strip().lower()
    return text.removesuffix(".0")


def _native(value: Any) -> Any:
    return value.item() if hasattr(value, "item") and not isinstance(value, str) else value


def _few(values: Any) -> str:
    shown = [repr(_native(one)) for one in list(values)[:3]]
    return ", ".join(shown) + (", …" if len(list(values)) > 3 else "")
